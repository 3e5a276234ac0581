//! The role that the person has now, as they described it in the audit.
//!
//! Its demand of a facet is the need in the audit, its weight the stakes. Where these were not asked, the weight follows from the
//! need, as in a job ad: a need of 3 has weight 1, of 4 weight 2, of 5 weight 3; a lower need, or none answered, has weight 0.

use super::Role;
use crate::instrument::{ByFacet, KnownFacet};
use crate::profile::{Audit, FacetWeight, Rating, RoleId, Stakes};

/// The id of the present role. No file has it, since this role is made from an audit each time.
pub const CURRENT: &str = "current";

/// How many needs must be answered: with fewer, too little of the role is known.
const ENOUGH: usize = 5;

/// The present role; `None` where fewer than five of its needs were answered.
pub fn current_role(audit: &Audit) -> Option<Role> {
    let needs = ByFacet::of(|facet| audit.answers.needs.get(facet.as_str()).copied());
    if needs.values().flatten().count() < ENOUGH {
        return None;
    }
    let by_need = |need: Rating| FacetWeight::ALL[need.index().saturating_sub(1).min(3)];
    let by_stakes = |stakes: Stakes| FacetWeight::ALL[usize::from(stakes.value()).min(3)];
    let weight = |facet: KnownFacet| {
        let stakes = audit.answers.stakes.get(facet.as_str()).map(|stakes| by_stakes(*stakes));
        // Without a need, nothing is known of what is asked.
        needs[facet].map_or(FacetWeight::ALL[0], |need| stakes.unwrap_or_else(|| by_need(need)))
    };
    Some(Role {
        id: RoleId::from(CURRENT),
        demands: needs.map(|need| need.unwrap_or(Rating::ALL[1])),
        weights: ByFacet::of(weight),
    })
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
        for (facet, need) in KnownFacet::all().zip([5, 4, 3, 2]) {
            audit.answers.needs.insert(facet.id(), Rating::ALL[need - 1]);
        }
        assert_eq!(current_role(&audit), None, "four answers are too few");
        audit.answers.needs.insert(KnownFacet::VisionTranslation.id(), Rating::ALL[0]);
        let role = current_role(&audit).unwrap();
        assert_eq!(role.demands.map(Rating::value).into_values(), [5, 4, 3, 2, 1, 2, 2, 2]);
        assert_eq!(role.weights.map(FacetWeight::value).into_values(), [3, 2, 1, 0, 0, 0, 0, 0]);
        audit.answers.stakes.insert(KnownFacet::ResourceAllocation.id(), Stakes::ALL[1]);
        audit.answers.stakes.insert(KnownFacet::CultureShaping.id(), Stakes::ALL[3]);
        let weights = current_role(&audit).unwrap().weights.map(FacetWeight::value).into_values();
        assert_eq!(weights, [1, 2, 1, 0, 0, 0, 0, 0], "without a need, no stakes");
    }
}
