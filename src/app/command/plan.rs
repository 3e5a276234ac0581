//! Commands on the plan: one skill to practise until a review, or one role to try.

use std::path::PathBuf;

use crate::profile::{Aim, Date, FacetId, Note, PlanEdit, RoleId, TrialId};

/// The skill of a new plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPlan {
    /// Which facet.
    pub facet: FacetId,
    /// To do more of it, or less.
    pub aim: Aim,
    /// Why this one, in the person's words; may be empty.
    pub reason: String,
}

/// A trial of a role that is to be planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTrial {
    /// Which trial.
    pub trial: TrialId,
    /// Of which role.
    pub role: RoleId,
}

/// What can be done with the plan.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanCommand {
    /// Begin to write a plan. A draft that is there already is thrown away.
    Draft(NewPlan),
    /// Begin to plan a trial of a role, and show it. Where a plan is under way, or one was written into, the person is told instead.
    Try(NewTrial),
    /// A change inside the plan that has not ended.
    Change(PlanEdit),
    /// Throw the draft away.
    Drop,
    /// From now on it is practised.
    Begin,
    /// Show the plan, with the week that begins on this day to be counted.
    Count(Date),
    /// Show the review.
    Review,
    /// The review is held: the plan goes on until another review on this day, as it is.
    GoOn(Date),
    /// The review is held: the same skill goes on with a sentence that is to be changed first.
    Rework,
    /// Ask the questions of the facet again, on the page of the review.
    Recheck,
    /// Ask where to write the calendar of the plan.
    AskCalendar,
    /// Write the calendar of the plan to this file.
    CalendarTo(PathBuf),
    /// Keep a new note of evidence. It gets its id then.
    AddNote(Box<Note>),
}
