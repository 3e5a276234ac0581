//! When a trial starts, how many weeks it takes, and when it is looked back on.

use egui::accesskit::Live;
use egui::{Ui, vec2};

use super::{Shown, change};
use crate::app::command::Command;
use crate::app::screens::plan::field::{Field, bare};
use crate::app::screens::plan::stops::{Next, Stop};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::widgets::{self, Button};
use crate::plan::{REVIEW_WEEKS, TRIAL_WEEKS, review_day, trial_review_day, trial_weeks};
use crate::profile::{Date, PlanEdit};
use crate::t;

/// The width of the field for a day.
const WIDTH: f32 = 176.0;

/// What it remembers.
#[derive(Debug, Default)]
pub struct State {
    /// What is being typed.
    typed: Option<String>,
    /// Why the last day was refused; empty where none was.
    refused: String,
}

/// Shows them.
pub fn show(it: &Shown<'_>, state: &mut State, next: &mut Next, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    widgets::subheading(ui, &t!(words, "trying-days"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::GAP, theme::STEP);
        start(it, state, next, ui, commands);
        weeks(it, state, ui, commands);
    });
    if !state.refused.is_empty() {
        let said = ui.label(theme::text(ui, Size::Small, Ink::Ink, &state.refused));
        ui.accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
    }
    widgets::paragraph_small(ui, &t!(words, "trying-until", day = words.day(it.plan.review)));
}

/// The first day, which is typed.
fn start(it: &Shown<'_>, state: &mut State, next: &mut Next, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    let label = t!(words, "plan-start");
    let mut text = state.typed.clone().unwrap_or_else(|| words.day(it.plan.start));
    let typed = ui
        .vertical(|ui| {
            ui.set_width(WIDTH);
            ui.label(theme::text(ui, Size::Small, Ink::InkSoft, &label));
            ui.add_space(-theme::HALF);
            bare(ui, &Field { salt: "trial start", label: &label, hint: "", rows: 1 }, &mut text)
        })
        .inner;
    if typed.response.changed() {
        state.typed = Some(text);
        state.refused.clear();
    }
    if typed.entered {
        next.go(Stop::Begin);
    }
    if typed.entered || typed.response.lost_focus() {
        let Some(typed) = state.typed.take() else { return };
        match read(it, &typed) {
            Ok(start) => commands.push(set(it, start, trial_weeks(it.plan))),
            Err(Refused(why)) => state.refused = why,
        }
    }
}

/// Why a day cannot be the first one.
struct Refused(String);

/// The day that was typed.
fn read(it: &Shown<'_>, typed: &str) -> Result<Date, Refused> {
    let (words, today) = (it.view.words, it.view.today());
    let start = words.read_day(typed);
    let start = start.ok_or_else(|| Refused(t!(words, "plan-day-unknown", example = words.day(today))))?;
    if start < today {
        return Err(Refused(t!(words, "plan-start-past")));
    }
    if start > review_day(today, *REVIEW_WEEKS.end()) {
        return Err(Refused(t!(words, "plan-start-far")));
    }
    Ok(start)
}

/// How many weeks, and a week less or more.
fn weeks(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    let here = trial_weeks(it.plan);
    ui.vertical(|ui| {
        ui.add_space(Size::Small.line() + theme::HALF);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = theme::STEP;
            for (icon, label, to) in [
                (Icon::Minus, t!(words, "trying-fewer"), here.saturating_sub(1)),
                (Icon::Plus, t!(words, "trying-more"), here.saturating_add(1)),
            ] {
                let button = Button::new("").icon(icon).small().name(&label).enabled(TRIAL_WEEKS.contains(&to));
                if ui.add(button).clicked() {
                    state.refused.clear();
                    commands.push(set(it, it.plan.start, to));
                }
            }
            ui.label(theme::text(ui, Size::Body, Ink::Ink, t!(words, "trying-weeks", weeks = here)));
        });
    });
}

fn set(it: &Shown<'_>, start: Date, weeks: u8) -> Command {
    change(PlanEdit::SetDates(start, trial_review_day(start, weeks), it.plan.week_start))
}
