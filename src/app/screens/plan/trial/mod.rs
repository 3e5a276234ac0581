//! A role that is tried: the draft with what it takes and what is expected of it, the weeks, then looking back. And those that were tried.

mod days;
mod draft;
mod energy;
mod next;
mod notes;
mod parts;
mod past;
mod review;
mod under_way;

use egui::Ui;

use crate::app::command::{Command, PlanCommand};
use crate::app::models::TrialModel;
use crate::app::view::View;
use crate::profile::{Plan, PlanEdit, PlanId, TrialOf};

pub use past::past;

/// What is on screen of a trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    Draft,
    UnderWay,
    Review,
}

impl Stage {
    /// What is shown of a plan; `reviewing` where the person went to its review.
    pub const fn of(plan: &Plan, reviewing: bool) -> Self {
        match (plan.is_draft(), reviewing) {
            (true, _) => Self::Draft,
            (false, true) => Self::Review,
            (false, false) => Self::UnderWay,
        }
    }
}

/// Where the person went from one page of a trial to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Went {
    ToReview,
    Back,
}

/// What it remembers.
#[derive(Debug, Default)]
pub struct State {
    of: Option<PlanId>,
    draft: draft::State,
    next: next::State,
}

/// What is shown.
#[derive(Clone, Copy)]
struct Shown<'a> {
    view: View<'a>,
    plan: &'a Plan,
    of: &'a TrialOf,
    model: &'a TrialModel,
}

/// A change of the trial.
const fn change(change: PlanEdit) -> Command {
    Command::Plan(PlanCommand::Change(change))
}

/// Shows the trial that has not ended. Tells where the person went.
pub fn show(view: &View<'_>, at: Stage, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) -> Option<Went> {
    let (plan, model) = (view.plan()?, view.trial()?);
    let it = Shown { view: *view, plan, of: plan.trial.as_ref()?, model: &model };
    if state.of.as_ref() != Some(&plan.id) {
        *state = State { of: Some(plan.id.clone()), next: next::State::of(plan), ..State::default() };
    }
    match at {
        Stage::Draft => {
            draft::show(&it, &mut state.draft, ui, commands);
            None
        }
        Stage::UnderWay => under_way::show(&it, ui, commands),
        Stage::Review => review::show(&it, &mut state.next, ui, commands),
    }
}
