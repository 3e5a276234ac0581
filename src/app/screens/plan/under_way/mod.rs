//! The plan under way: its sentence, the weeks, what it moves, evidence, and what the review will need.
//!
//! Beside the plan stands what waits: the review and the other skills. Where there is little space, that is below it.

mod aside;
mod count;
mod end;
mod evidence;
mod goal;
mod sentence;
mod stuck;
mod witness;

use std::sync::Arc;

use egui::{Rect, Ui, UiBuilder, vec2};

use crate::app::command::{Command, PlanCommand, ReportCommand, ReportPage};
use crate::app::models::UnderWayModel;
use crate::app::theme::{self, Icon, Size};
use crate::app::view::View;
use crate::app::widgets::{self, Button, side_mark};
use crate::chart::inks;
use crate::plan::{Due, Track, due, week_of};
use crate::profile::{Date, Plan};
use crate::t;
use crate::words::Words;

/// What stands beside the plan.
const ASIDE: f32 = 224.0;
/// From this width on, it has room there.
const BOTH: f32 = 840.0;

/// What it remembers.
#[derive(Debug, Default)]
pub struct State {
    count: count::State,
    sentence: sentence::State,
    stuck: stuck::State,
    end: end::State,
    evidence: evidence::State,
    /// Whether the card for a colleague is shown.
    witness: bool,
}

impl State {
    /// Shows this week, to be counted.
    pub fn count(&mut self, week: Date) {
        self.count.begin(week);
    }
}

/// What is shown.
#[derive(Clone, Copy)]
struct Shown<'a> {
    view: View<'a>,
    plan: &'a Plan,
    model: &'a UnderWayModel,
}

/// Shows the plan under way. True when its review is to be held.
pub fn show(view: &View<'_>, plan: &Arc<Plan>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) -> bool {
    let Some(model) = view.models.under_way(plan, view.today(), view.actions) else { return false };
    let it = Shown { view: *view, plan, model: &model };
    widgets::page(ui, "plan", theme::FULL, |ui| {
        widgets::scroll_keys(ui);
        let whole = ui.available_rect_before_wrap();
        if whole.width() < BOTH {
            main(&it, state, ui, commands);
            ui.add_space(theme::WIDE);
            return aside::ui(&it, &mut state.end, ui, commands);
        }
        let width = whole.width() - ASIDE - theme::WIDE;
        let mut left = column(ui, whole, 0.0, width);
        main(&it, state, &mut left, commands);
        let mut right = column(ui, whole, width + theme::WIDE, ASIDE);
        let review = aside::ui(&it, &mut state.end, &mut right, commands);
        ui.advance_cursor_after_rect(left.min_rect().union(right.min_rect()));
        review
    })
}

/// A column that begins so far from the left and is so wide.
fn column(ui: &mut Ui, whole: Rect, from: f32, width: f32) -> Ui {
    let rect = Rect::from_min_size(whole.min + vec2(from, 0.0), vec2(width, f32::INFINITY));
    let mut column = ui.new_child(UiBuilder::new().id_salt(("column", from > 0.0)).max_rect(rect));
    column.set_width(width);
    column
}

fn main(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    head(it, ui);
    ui.add_space(theme::GAP);
    sentence::ui(it, &mut state.sentence, ui, commands);
    if matches!(it.model.track, Track::NotMoving | Track::NeverComesUp) {
        ui.add_space(theme::STEP);
        stuck::ui(it, &mut state.stuck, ui, commands);
    }
    ui.add_space(theme::PAD);
    weeks(it, &mut state.count, ui, commands);
    ui.add_space(theme::STEP);
    actions(it, state, ui, commands);
    ui.add_space(theme::PAD);
    goal::ui(it, ui);
    ui.add_space(theme::PAD);
    evidence::ui(it, &mut state.evidence, ui, commands);
}

/// The exercise, the facet and its score before the plan.
fn head(it: &Shown<'_>, ui: &mut Ui) {
    widgets::heading(ui, &it.model.title, "");
    widgets::line(ui, |ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        side_mark(ui, it.model.side, Size::Body.line());
        let below = if it.model.below.is_empty() { &it.model.facet } else { &it.model.below };
        ui.label(theme::text(ui, Size::Body, inks(it.model.side).text, below));
    });
}

/// The strip of weeks, and the one that is counted.
fn weeks(it: &Shown<'_>, state: &mut count::State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    widgets::subheading(ui, &t!(words, "under-way-weeks"));
    ui.add_space(-theme::STEP);
    widgets::paragraph_small(ui, &t!(words, "under-way-weeks-below"));
    let chosen = state.week().and_then(|week| it.model.weeks.iter().position(|it| it.first == week));
    let pressed = widgets::weeks(ui, &t!(words, "under-way-weeks"), &it.model.boxes, chosen);
    if let Some(week) = pressed.and_then(|index| it.model.weeks.get(index)) {
        state.begin(week.first);
    }
    ui.add_space(theme::STEP);
    if state.week().is_some() {
        count::ui(it, state, ui, commands);
        return;
    }
    let today = it.view.today();
    let (label, week) = match due(it.plan, today) {
        Some(Due::Count(week)) if week != week_of(today, it.plan.week_start) => {
            (t!(words, "under-way-count-week", day = words.day(week)), week)
        }
        _ => (t!(words, "under-way-count"), week_of(today, it.plan.week_start)),
    };
    // Before the start and after the review, this week is none of the plan's.
    if it.model.weeks.iter().any(|one| one.first == week) {
        let first = due(it.plan, today).is_none_or(|due| due != Due::Review);
        let button = Button::new(&label);
        if ui.add(if first { button.first() } else { button }).clicked() {
            state.begin(week);
        }
    }
}

/// What can be taken along.
fn actions(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::GAP;
        print(words, ReportPage::Card, ui, commands);
        if ui.add(Button::new(&t!(words, "under-way-witness")).selected(state.witness)).clicked() {
            state.witness = !state.witness;
        }
        if ui.add(Button::new(&t!(words, "under-way-calendar"))).clicked() {
            commands.push(Command::Plan(PlanCommand::AskCalendar));
        }
    });
    if state.witness {
        witness::ui(it, ui, commands);
    }
}

/// A button that shows a page of the plan as it prints.
pub(super) fn print(words: &Words, page: ReportPage, ui: &mut Ui, commands: &mut Vec<Command>) {
    let command = Command::Report(ReportCommand::ShowPlan(page));
    if ui.add(Button::new(&command.label(words)).icon(Icon::Print)).clicked() {
        commands.push(command);
    }
}
