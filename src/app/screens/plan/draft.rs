//! The plan while it is written: the exercise, the sentence, the days, the two weeks before, the goal; then the sentence is said once,
//! and the plan begins. By keyboard, Enter goes from each to the next.

use std::sync::Arc;

use egui::Ui;

use super::side::{at_the_review, beside, waiting};
use super::stops::{Drafting, Next, Stop};
use super::{before, days, exercises, goal, rehearse, sentence};
use crate::app::command::{Command, PlanCommand};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{self, Button, side_mark};
use crate::instrument::{KnownFacet, Side};
use crate::profile::{Plan, PlanId};
use crate::summary::plan_title;
use crate::t;

/// What it remembers.
#[derive(Debug, Default)]
pub struct State {
    of: Option<PlanId>,
    /// Whether another exercise is looked for.
    picking: bool,
    next: Next,
    exercises: exercises::State,
    sentence: sentence::State,
    days: days::State,
    before: before::State,
    rehearse: rehearse::State,
}

/// Shows the draft.
pub fn show(view: &View<'_>, plan: &Arc<Plan>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    if state.of.as_ref() != Some(&plan.id) {
        *state = State { of: Some(plan.id.clone()), next: Next::at(Stop::Search), ..State::default() };
    }
    let it = Drafting { view, plan };
    widgets::page(ui, "plan-draft", theme::FULL, |ui| {
        beside(
            ui,
            |ui| {
                head(&it, ui, commands);
                ui.add_space(theme::GAP);
                main(&it, state, ui, commands);
            },
            |ui| {
                at_the_review(view, plan, ui);
                ui.add_space(theme::PAD);
                waiting(view, ui);
            },
        );
    });
}

/// The skill, how far it is from what the role asks, and the way to another one.
fn head(it: &Drafting<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let (view, plan) = (it.view, it.plan);
    let facet = view.instrument.texts.facet(&plan.facet).name.as_str();
    let taken = plan.action.as_ref().map(|action| view.actions.text(action).name.clone());
    let title = taken.filter(|name| !name.is_empty()).unwrap_or_else(|| plan_title(view.words, view.instrument, plan));
    widgets::heading(ui, &title, "");
    let side = KnownFacet::of(plan.facet.as_str()).map_or(Side::Management, KnownFacet::side);
    widgets::line(ui, |ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        side_mark(ui, side, Size::Body.line());
        ui.label(theme::strong(ui, Size::Body, Ink::Ink, facet));
        ui.label(theme::text(ui, Size::Body, Ink::InkSoft, &view.models.plan_ahead().now));
        if ui.add(Button::link(&t!(view.words, "plan-another"))).clicked() {
            commands.push(Command::Plan(PlanCommand::Drop));
        }
    });
    if !plan.reason.is_empty() {
        widgets::paragraph_small(ui, &format!("{} {}", t!(view.words, "plan-why"), plan.reason));
    }
}

fn main(it: &Drafting<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let empty = it.plan.cue.is_empty() && it.plan.deed.is_empty() && !state.sentence.is_open();
    if empty || state.picking {
        match exercises::show(it, &mut state.exercises, &mut state.next, ui, commands) {
            exercises::Picked::Nothing => {}
            exercises::Picked::Taken => {
                state.picking = false;
                state.rehearse = rehearse::State::default();
                state.next.go(Stop::Start);
            }
            exercises::Picked::Own => {
                state.picking = false;
                state.sentence.open(&mut state.next, Stop::Cue);
            }
            exercises::Picked::Back => state.picking = false,
        }
        return;
    }
    if sentence::show(it, &mut state.sentence, &mut state.next, ui, commands) {
        state.picking = true;
        state.next.go(Stop::Search);
    }
    if !it.is_written() {
        return;
    }
    ui.add_space(theme::GAP);
    days::show(it, &mut state.days, &mut state.next, ui, commands);
    ui.add_space(theme::GAP);
    before::show(it, &mut state.before, &mut state.next, ui, commands);
    ui.add_space(theme::GAP);
    goal::show(it, &mut state.next, ui, commands);
    ui.add_space(theme::GAP);
    rehearse::show(it, &mut state.rehearse, &mut state.next, ui, commands);
    ui.add_space(theme::GAP);
    begin(it, &mut state.next, ui, commands);
}

fn begin(it: &Drafting<'_>, next: &mut Next, ui: &mut Ui, commands: &mut Vec<Command>) {
    let label = t!(it.view.words, "plan-begin");
    let begin = ui.add(Button::new(&label).first().icon(Icon::Plan));
    next.arrive(Stop::Begin, &begin);
    if begin.clicked() {
        commands.push(Command::Plan(PlanCommand::Begin));
    }
    let (start, review) = (it.view.words.day(it.plan.start), it.view.words.day(it.plan.review));
    widgets::paragraph_small(ui, &t!(it.view.words, "plan-begin-below", start = start, review = review));
}
