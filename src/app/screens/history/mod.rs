//! The history: what became of the scores, all audits of the profile, each facet over time, and any two audits compared.

mod audits;
mod compare;
mod facets;
mod sides;

use egui::{Ui, Vec2};

use crate::app::command::{AuditCommand, Command};
use crate::app::models::{HistoryModel, PAGE, TrendLine};
use crate::app::theme;
use crate::app::view::View;
use crate::app::widgets::{self, Button, TrendChart, TrendLook};
use crate::figures::trend::{Followed, Trend};
use crate::profile::{AuditId, Form};
use crate::t;

/// What the history remembers.
#[derive(Debug, Default)]
pub struct State {
    /// Whether the facets are held to the confidence all together.
    together: bool,
    /// What is shown large.
    chosen: Option<Followed>,
    /// The page of the list of audits.
    page: usize,
    /// The page of the points of what is shown large.
    points: usize,
    /// The point that is marked: an index into the points of what is shown large.
    marked: Option<usize>,
    /// Whether to scroll to what is shown large.
    reveal: bool,
    /// The two audits that are compared: the earlier one, the later one; `None` for the first and the newest.
    compared: [Option<AuditId>; 2],
}

impl State {
    /// Shows this large.
    pub fn choose(&mut self, what: Followed) {
        *self = Self {
            chosen: Some(what),
            reveal: true,
            together: self.together,
            page: self.page,
            compared: std::mem::take(&mut self.compared),
            ..Self::default()
        };
    }
}

/// What is shown.
#[derive(Clone, Copy)]
struct Shown<'a> {
    view: View<'a>,
    model: &'a HistoryModel,
}

/// Shows the history.
pub fn ui(view: &View<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let model = view.models.history(state.together).filter(|model| !model.order.is_empty());
    let Some(model) = model else {
        nothing(view, ui, commands);
        return;
    };
    let it = Shown { view: *view, model: &model };
    widgets::page(ui, "history", theme::FULL, |ui| {
        widgets::heading(ui, &model.heading, &model.below);
        for remark in &model.remarks {
            widgets::paragraph_small(ui, remark);
        }
        if model.days.is_some() {
            ui.add_space(theme::GAP);
            sides::ui(&it, ui);
        }
        audits::ui(&it, state, ui, commands);
        if model.days.is_some() {
            facets::ui(&it, state, ui, commands);
        }
        compare::ui(&it, state, ui);
    });
}

fn nothing(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = view.words;
    widgets::page(ui, "history", theme::READING, |ui| {
        widgets::heading(ui, &t!(words, "history-none"), &t!(words, "history-none-below"));
        ui.add_space(theme::GAP);
        if ui.add(Button::new(&t!(words, "result-none-start")).first()).clicked() {
            commands.push(Command::Audit(AuditCommand::SetUp(Form::Full)));
        }
    });
}

/// A trend to draw.
struct Drawn<'a> {
    trend: &'a Trend,
    line: &'a TrendLine,
    look: TrendLook,
    /// The point that is marked.
    marked: Option<usize>,
    size: Vec2,
}

/// Draws a trend. `name` is what screen readers say of the chart. Returns the point under the pointer.
fn draw(it: &Shown<'_>, drawn: &Drawn<'_>, name: &str, ui: &mut Ui) -> Option<usize> {
    let Drawn { trend, line, look, marked, size } = *drawn;
    let scale = it.model.scale(&trend.what)?;
    let chart = TrendChart {
        salt: &salt(trend, look),
        trend,
        side: line.side,
        scale,
        version: it.model.version,
        spans: &line.spans,
        look,
        day: &|at| it.view.words.date(at),
        card: &|at| it.view.models.history_card(it.model, trend, at),
        marked,
    };
    chart.show(ui, size, name)
}

/// What tells a chart from the others.
fn salt(trend: &Trend, look: TrendLook) -> String {
    match &trend.what {
        Followed::Facet(facet) => format!("{facet} {look:?}"),
        Followed::Side(side) => format!("{side:?}"),
        Followed::Balance => "balance".to_owned(),
    }
}

/// Two buttons that leaf through a list which does not fit on its place; nothing where all of it does.
fn pager(it: &Shown<'_>, ui: &mut Ui, page: &mut usize, all: Pages<'_>) {
    let last = all.count.saturating_sub(1) / PAGE;
    *page = (*page).min(last);
    if last == 0 {
        return;
    }
    let words = it.view.words;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        let (newer, older) = (t!(words, "history-newer"), t!(words, "history-older"));
        let named = |label: &str| format!("{label}: {}", all.name);
        if ui.add(Button::new(&newer).small().name(&named(&newer)).enabled(*page > 0)).clicked() {
            *page -= 1;
        }
        if ui.add(Button::new(&older).small().name(&named(&older)).enabled(*page < last)).clicked() {
            *page += 1;
        }
        let from = *page * PAGE + 1;
        let to = (from + PAGE - 1).min(all.count);
        widgets::paragraph_small(ui, &t!(words, "history-of", from = from, to = to, count = all.count));
    });
}

/// A list that is shown page by page.
#[derive(Clone, Copy)]
struct Pages<'a> {
    /// What it lists, for screen readers.
    name: &'a str,
    /// How many entries it has.
    count: usize,
}
