//! The plan: which skill to practise, the plan itself until it begins, then the weeks until its review.
//!
//! What is shown follows from the profile: without an audit, where to begin; without a plan, what can be chosen; then the draft, the
//! plan under way, and its review. A role that is tried has pages of its own.

mod before;
mod choose;
mod days;
mod draft;
mod exercises;
mod field;
mod goal;
mod rehearse;
mod review;
mod sentence;
mod side;
mod stops;
mod trial;
mod under_way;

use std::sync::Arc;

use egui::Ui;

use crate::app::command::{AuditCommand, Command};
use crate::app::theme::{self, Icon};
use crate::app::view::View;
use crate::app::widgets::{self, Button, arrival};
use crate::profile::{Date, Form, Plan};
use crate::t;

/// What the plan's screen remembers.
#[derive(Debug, Default)]
pub struct State {
    choose: choose::State,
    draft: draft::State,
    under_way: under_way::State,
    review: review::State,
    trial: trial::State,
    /// Whether the review is on screen.
    reviewing: bool,
}

impl State {
    /// Shows this week, to be counted.
    pub fn count(&mut self, week: Date) {
        self.reviewing = false;
        self.under_way.count(week);
    }

    /// Shows the review.
    pub const fn review(&mut self) {
        self.reviewing = true;
    }
}

/// What is on screen.
enum Stage<'a> {
    /// There is no result to choose from.
    NoAudit,
    Choose,
    Draft(&'a Arc<Plan>),
    UnderWay(&'a Arc<Plan>),
    Review(&'a Arc<Plan>),
    Trial(trial::Stage),
}

fn stage<'a>(view: &View<'a>, reviewing: bool) -> Stage<'a> {
    match view.plan() {
        Some(plan) if plan.trial.is_some() => Stage::Trial(trial::Stage::of(plan, reviewing)),
        Some(plan) if plan.is_draft() => Stage::Draft(plan),
        Some(plan) if reviewing => Stage::Review(plan),
        Some(plan) => Stage::UnderWay(plan),
        None if view.audit.is_none() => Stage::NoAudit,
        None => Stage::Choose,
    }
}

/// Shows the plan.
pub fn ui(view: &View<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    if view.plan().is_none_or(|plan| plan.is_draft()) {
        state.reviewing = false;
    }
    let now = stage(view, state.reviewing);
    let part = if let Stage::Trial(stage) = now { Some(stage) } else { None };
    arrival::part(ui.ctx(), (std::mem::discriminant(&now), part));
    match now {
        Stage::NoAudit => no_audit(view, ui, commands),
        Stage::Choose => choose::show(view, &mut state.choose, ui, commands),
        Stage::Draft(plan) => draft::show(view, plan, &mut state.draft, ui, commands),
        Stage::UnderWay(plan) => {
            if under_way::show(view, plan, &mut state.under_way, ui, commands) {
                state.reviewing = true;
            }
        }
        Stage::Review(plan) => {
            if review::show(view, plan, &mut state.review, ui, commands).is_some() {
                state.reviewing = false;
            }
        }
        Stage::Trial(at) => match trial::show(view, at, &mut state.trial, ui, commands) {
            Some(trial::Went::ToReview) => state.reviewing = true,
            Some(trial::Went::Back) => state.reviewing = false,
            None => {}
        },
    }
}

fn no_audit(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    widgets::page(ui, "plan", theme::READING, |ui| {
        widgets::heading(ui, &t!(view.words, "plan-title"), &t!(view.words, "plan-below"));
        ui.add_space(theme::GAP);
        widgets::paragraph(ui, &t!(view.words, "plan-no-audit"));
        ui.add_space(theme::STEP);
        let start = t!(view.words, "plan-start-audit");
        if ui.add(Button::new(&start).first().trailing(Icon::ArrowRight)).clicked() {
            commands.push(Command::Audit(AuditCommand::SetUp(Form::Full)));
        }
        trial::past(view, ui);
    });
}
