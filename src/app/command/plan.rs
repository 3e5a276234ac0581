//! Commands on the plan: one skill to practise until a review.

use crate::profile::{Aim, Date, FacetId, Note, PlanEdit};

/// What can be done with the plan.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanCommand {
    /// Begin to write a plan about a facet. A draft that is there already is about this facet then.
    Draft(FacetId, Aim),
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
    /// Ask the questions of the facet again, on the page of the review.
    Recheck,
    /// Keep a new note of evidence. It gets its id then.
    AddNote(Box<Note>),
}
