//! The role that the person has now, as they described it in the audit.
//!
//! What it needs of a facet is what it asks. How much that counts follows from it, by the rule of a job ad: a need of 3 counts
//! 1, of 4 counts 2, of 5 counts 3; less counts nothing. A need that was not answered counts nothing either.

use super::{COUNT, Role};
use crate::instrument::FACETS;
use crate::profile::{Audit, Rating, RoleId, Weight};

/// The id of the present role among others. No file has it: it is made from an audit each time.
pub const CURRENT: &str = "current";

/// Answers that it takes: with fewer, little of the role is known.
const ENOUGH: usize = 5;

/// The present role; `None` where fewer than five of its needs were answered.
pub fn current_role(audit: &Audit) -> Option<Role> {
    let need = |id: &str| audit.answers.needs.get(id).copied();
    if FACETS.iter().filter(|(id, _)| need(id).is_some()).count() < ENOUGH {
        return None;
    }
    let mut role =
        Role { id: RoleId::from(CURRENT), demands: [Rating::ALL[1]; COUNT], weights: [Weight::ALL[0]; COUNT] };
    for (at, (id, _)) in FACETS.iter().enumerate() {
        if let Some(need) = need(id) {
            role.demands[at] = need;
            role.weights[at] = Weight::ALL[need.index().saturating_sub(1).min(3)];
        }
    }
    Some(role)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instrument::Instrument;
    use crate::profile::Form;

    #[test]
    fn what_it_needs_is_what_it_asks() {
        let instrument = Instrument::built_in().unwrap();
        let mut audit = Audit::blank(instrument.reference(), Form::Full);
        for ((id, _), need) in FACETS.iter().zip([5, 4, 3, 2]) {
            audit.answers.needs.insert((*id).into(), Rating::ALL[need - 1]);
        }
        assert_eq!(current_role(&audit), None, "four answers are too few");
        audit.answers.needs.insert(FACETS[4].0.into(), Rating::ALL[0]);
        let role = current_role(&audit).unwrap();
        assert_eq!(role.demands.map(Rating::value), [5, 4, 3, 2, 1, 2, 2, 2]);
        assert_eq!(role.weights.map(Weight::value), [3, 2, 1, 0, 0, 0, 0, 0]);
    }
}
