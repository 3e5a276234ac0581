//! What all parts of a draft share: the plan that is written, and where Enter goes.

use egui::Response;

use crate::app::command::{Command, PlanCommand};
use crate::app::view::View;
use crate::profile::{GoalLevel, Plan, PlanEdit};

/// A place that Enter goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    Search,
    Cue,
    Deed,
    Obstacle,
    Instead,
    Done,
    Start,
    Review,
    /// A number of a week before the start, in their order.
    Count(usize),
    Level(GoalLevel),
    Fill,
    Show,
    Had,
    Begin,
}

/// The place that gets the focus as soon as it is on screen.
#[derive(Debug, Default)]
pub struct Next(Option<Stop>);

impl Next {
    /// Waits for a place.
    pub const fn at(stop: Stop) -> Self {
        Self(Some(stop))
    }

    /// Goes to a place.
    pub const fn go(&mut self, stop: Stop) {
        self.0 = Some(stop);
    }

    /// Goes on to another place where the one that is waited for cannot be had.
    pub fn pass(&mut self, stop: Stop, on: Stop) {
        if self.0 == Some(stop) {
            self.0 = Some(on);
        }
    }

    /// Gives the focus to a place that is waited for.
    pub fn arrive(&mut self, stop: Stop, response: &Response) {
        if self.0 == Some(stop) {
            self.0 = None;
            response.request_focus();
        }
    }
}

/// The plan that is written.
#[derive(Clone, Copy)]
pub struct Drafting<'a> {
    /// What can be read.
    pub view: &'a View<'a>,
    /// The draft.
    pub plan: &'a Plan,
}

impl Drafting<'_> {
    /// Whether both halves of the sentence are written.
    pub fn is_written(&self) -> bool {
        !self.plan.cue.trim().is_empty() && !self.plan.deed.trim().is_empty()
    }
}

/// A change of the draft.
pub const fn change(change: PlanEdit) -> Command {
    Command::Plan(PlanCommand::Change(change))
}
