//! The review of the plan: four kinds of evidence side by side, what they say together, and what comes next.

mod colleague;
mod goal;
mod next;
mod occasions;
mod questions;

use std::sync::Arc;

use egui::{Margin, Ui};

use crate::app::command::{Command, PlanCommand, ReportPage};
use crate::app::models::ReviewModel;
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{self, Button};
use crate::profile::{Plan, PlanEdit};
use crate::t;

/// The narrowest card beside another one.
const LEAST: f32 = 400.0;

/// What it remembers.
#[derive(Debug, Default)]
pub struct State {
    questions: questions::State,
    next: next::State,
}

/// The person went from the review to the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left;

/// What is shown.
#[derive(Clone, Copy)]
struct Shown<'a> {
    view: View<'a>,
    plan: &'a Plan,
    model: &'a ReviewModel,
}

fn change(change: PlanEdit) -> Command {
    Command::Plan(PlanCommand::Change(change))
}

/// Shows the review. Tells when the person left it.
pub fn show(
    view: &View<'_>,
    plan: &Arc<Plan>,
    state: &mut State,
    ui: &mut Ui,
    commands: &mut Vec<Command>,
) -> Option<Left> {
    let model = view.models.review(plan)?;
    let it = Shown { view: *view, plan, model: &model };
    widgets::page(ui, "plan review", theme::FULL, |ui| {
        widgets::scroll_keys(ui);
        let back = ui.add(Button::link(&t!(view.words, "reviewing-back")).icon(Icon::Left)).clicked();
        let facet = view.instrument.texts.facet(&plan.facet).name.as_str();
        let below = t!(view.words, "reviewing-below");
        widgets::heading(ui, &t!(view.words, "plan-review-title", facet = facet), &below);
        ui.add_space(theme::STEP);
        together(&it, ui);
        ui.add_space(theme::GAP);
        for row in [[0, 1], [2, 3]] {
            widgets::columns(ui, 2, LEAST, |ui, i| kind(&it, state, row[i], ui, commands));
            ui.add_space(theme::GAP);
        }
        super::under_way::print(view.words, ReportPage::Plan, ui, commands);
        ui.add_space(theme::GAP);
        let left = next::ui(&it, &mut state.next, ui, commands);
        if back { Some(Left) } else { left }
    })
}

/// What can be said and what cannot, in one sentence.
fn together(it: &Shown<'_>, ui: &mut Ui) {
    widgets::note(ui, Icon::Info, |ui| {
        widgets::subheading(ui, &t!(it.view.words, "reviewing-together"));
        ui.label(theme::text(ui, Size::Body, Ink::Ink, &it.model.together));
    });
}

/// One of the four kinds of evidence.
fn kind(it: &Shown<'_>, state: &mut State, which: usize, ui: &mut Ui, commands: &mut Vec<Command>) {
    widgets::card(ui, Margin::same(24), |ui| match which {
        0 => occasions::ui(it, ui),
        1 => goal::ui(it, ui, commands),
        2 => questions::ui(it, &mut state.questions, ui, commands),
        _ => colleague::ui(it, ui, commands),
    });
}
