//! What a role of the person's own asks, and what is worth knowing about it.
//!
//! What the person set counts as it is. The rest follows from the ad, where a line of it is tagged
//! ([`super::ad::derive`]); without one it is a demand of 2 that counts for nothing.

use super::{MEAN_DEMAND, Role, ad};
use crate::instrument::ByFacet;
use crate::profile::{CustomRole, FacetWeight, Rating, RoleId};

/// Something that makes a role of the person's own hard to compare with others. It is said, not forbidden.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Remark {
    /// No facet counts, so that nobody can be told to fit or not: it is left out of the order.
    NoWeight,
    /// Fewer than five facets count, here so many, so that the fit rests on little.
    FewWeights(usize),
    /// It asks little, with this weighted mean demand: it fits nearly everyone.
    AsksLittle(f64),
    /// It asks much, with this weighted mean demand: it fits hardly anyone.
    AsksMuch(f64),
}

/// A role of the person's own that asks what another one asks.
pub fn copy_of(role: &Role, id: RoleId, name: String) -> CustomRole {
    CustomRole {
        base: Some(role.id.clone()),
        demands: role.demands.iter().map(|(facet, demand)| (facet.id(), *demand)).collect(),
        weights: role.weights.iter().map(|(facet, weight)| (facet.id(), *weight)).collect(),
        ..CustomRole::empty(id, name)
    }
}

/// What a role of the person's own asks.
pub fn role_of(custom: &CustomRole) -> Role {
    let derived = ad::derive(&custom.ad).unwrap_or(ByFacet::all((Rating::ALL[1], FacetWeight::ALL[0])));
    Role {
        id: custom.id.clone(),
        demands: ByFacet::of(|facet| custom.demands.get(facet.as_str()).copied().unwrap_or(derived[facet].0)),
        weights: ByFacet::of(|facet| custom.weights.get(facet.as_str()).copied().unwrap_or(derived[facet].1)),
    }
}

/// What makes it hard to compare with the built-in roles; empty for nothing.
pub fn remarks(role: &Role) -> Vec<Remark> {
    let Some(mean) = role.mean_demand() else { return vec![Remark::NoWeight] };
    let counted = role.weights.values().filter(|w| w.value() > 0).count();
    let few = (counted < 5).then_some(Remark::FewWeights(counted));
    let little = (mean < *MEAN_DEMAND.start()).then_some(Remark::AsksLittle(mean));
    let much = (mean > *MEAN_DEMAND.end()).then_some(Remark::AsksMuch(mean));
    few.into_iter().chain(little).chain(much).collect()
}
