//! Commands on the plan: one skill to practise until a review.

use crate::profile::{Aim, FacetId, PlanEdit};

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
}
