//! The result: the news, both charts, then the details section by section, and what one can do now.

mod cards;
mod chart_menu;
mod charts;
mod facets;
mod head;
mod lean;
mod legend;
mod missing;
mod next;
mod numbers;
mod section;
mod signs;
mod table;

use egui::Ui;

use crate::app::command::{AuditCommand, Command, Screen};
use crate::app::models::ResultModel;
use crate::app::theme;
use crate::app::view::View;
use crate::app::widgets::{self, Button};
use crate::figures::ShownSeries;
use crate::profile::{Audit, AuditId, Form};
use crate::scoring::Scores;
use crate::t;
pub use section::{Columns, facet_row, line};
use section::{Jump, Section};

/// From these widths of the window and of its content on, both charts are side by side. On narrower radars the names of facets would
/// break.
const BOTH: (f32, f32) = (1080.0, 872.0);

/// Which chart is shown where there is space for one; with space for both, whether the second one is a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Chart {
    #[default]
    Radar,
    Dots,
    Table,
}

/// What the result remembers.
#[derive(Debug)]
pub struct State {
    chart: Chart,
    show: ShownSeries,
    /// The earlier audit that was chosen; without a choice, the newest earlier one is used.
    earlier: Option<AuditId>,
    jump: Jump,
}

impl Default for State {
    fn default() -> Self {
        let show = ShownSeries { me: true, role: true, earlier: false };
        Self { chart: Chart::default(), show, earlier: None, jump: Jump::default() }
    }
}

/// What is shown.
#[derive(Clone, Copy)]
struct Shown<'a> {
    view: View<'a>,
    audit: &'a Audit,
    scores: &'a Scores,
    model: &'a ResultModel,
}

impl Shown<'_> {
    /// The index of the earlier audit that was chosen, or else of the newest earlier one.
    fn earlier(&self, state: &State) -> Option<usize> {
        let chosen = state.earlier.as_ref().and_then(|id| self.view.models.place_before(id));
        chosen.or_else(|| self.view.models.before().len().checked_sub(1))
    }

    /// Whether any facet has a score.
    fn has_scores(&self) -> bool {
        self.scores.facets.iter().any(|f| f.estimate.is_some())
    }
}

/// How much space there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Room {
    /// Both charts.
    Both,
    /// One chart, with its controls at its right.
    One,
    /// All of it in one column.
    Column,
}

impl Room {
    fn of(ui: &Ui) -> Self {
        let width = ui.available_width();
        if ui.ctx().content_rect().width() >= BOTH.0 && width >= BOTH.1 {
            Self::Both
        } else if width >= 688.0 {
            Self::One
        } else {
            Self::Column
        }
    }
}

/// From this width of the window on, the charts grow, up to so many times their size.
const LARGE: f32 = 1600.0;
const GROWN: f32 = 1.4;

/// How many times their size charts have, where there would be room for `room` times.
fn grown(ui: &Ui, room: f32) -> f32 {
    if ui.ctx().content_rect().width() >= LARGE { room.clamp(1.0, GROWN) } else { 1.0 }
}

/// Shows the result.
pub fn ui(view: &View<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let (Some(audit), Some(scores), Some(model)) = (view.audit, view.scores, view.models.result()) else {
        nothing(view, ui, commands);
        return;
    };
    let it = Shown { view: *view, audit, scores, model: &model };
    let measure = theme::FULL * grown(ui, f32::INFINITY);
    widgets::page(ui, "result", measure, |ui| {
        let room = Room::of(ui);
        head::ui(&it, room, ui, commands);
        let charted = if it.has_scores() || !audit.answers.needs.is_empty() {
            charts::ui(&it, state, room, ui, commands)
        } else {
            go_on(&it, ui, commands)
        };
        ui.add_space(theme::GAP);
        ui.scope(|ui| cards::ui(&it, &mut state.jump, ui));
        let jump = &mut state.jump;
        section::ui(view.words, ui, jump, Section::More, |ui| facets::more(&it, ui, commands));
        section::ui(view.words, ui, jump, Section::Much, |ui| facets::much(&it, ui, commands));
        section::ui(view.words, ui, jump, Section::Often, |ui| facets::often(&it, ui));
        section::ui(view.words, ui, jump, Section::Lean, |ui| lean::ui(&it, ui, commands));
        section::ui(view.words, ui, jump, Section::Around, |ui| signs::ui(&it, ui, commands));
        section::ui(view.words, ui, jump, Section::Numbers, |ui| numbers::ui(&it, ui, commands));
        section::ui(view.words, ui, jump, Section::Next, |ui| next::ui(&it, ui, commands));
        if !charted {
            widgets::scroll_keys(ui);
        }
    });
}

/// Without an audit there is nothing to show. The rail does not lead here then, but undo can remove the audit. Where there are
/// audits and none that this version can score, it says so.
fn nothing(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = view.words;
    let count = view.document.map_or(0, |document| document.profile().audits.len());
    widgets::page(ui, "result", theme::READING, |ui| {
        if count == 0 {
            widgets::heading(ui, &t!(words, "result-none"), &t!(words, "result-none-below"));
        } else {
            let what = t!(words, "result-others", count = count);
            widgets::heading(ui, &what, &t!(words, "result-others-below", count = count));
            widgets::paragraph(ui, &t!(words, "result-others-hint", count = count));
        }
        ui.add_space(theme::GAP);
        if ui.add(Button::new(&t!(words, "result-none-start")).first()).clicked() {
            commands.push(Command::Audit(AuditCommand::SetUp(Form::Full)));
        }
    });
}

/// No facet has a score: a button to the questions, and the radar as it is before it fills. True if the radar has the focus.
fn go_on(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) -> bool {
    ui.add_space(theme::STEP);
    if ui.add(Button::new(&t!(it.view.words, "result-go-on")).first()).clicked() {
        commands.push(Command::GoTo(Screen::Audit));
    }
    ui.add_space(theme::STEP);
    widgets::paragraph_small(ui, &t!(it.view.words, "result-fills"));
    charts::unfilled(it, ui)
}
