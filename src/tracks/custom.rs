//! What one of the person's own roles asks, and what makes it hard to compare.
//!
//! Values that the person set are used as they are. The others follow from the job ad, if a line of it is tagged
//! ([`super::ad::derive`]); otherwise they are a demand of 2 with weight 0.

use std::ops::RangeInclusive;

use super::{Role, ad};
use crate::instrument::ByFacet;
use crate::profile::{CustomRole, FacetWeight, Rating, RoleId};

/// The weighted mean demand of the built-in roles lies in this range.
pub const USUAL_DEMAND: RangeInclusive<f64> = 3.6..=4.2;

/// Something that makes one of the person's own roles hard to compare with others. The person is told; it is not forbidden.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Remark {
    /// No facet has a weight, so there is no fit: the role is left out of the order.
    NoWeight,
    /// Fewer than five facets have a weight (this many), so the fit rests on little.
    FewWeights(usize),
    /// It asks little (this is its weighted mean demand), so it fits nearly everyone.
    AsksLittle(f64),
    /// It asks much (this is its weighted mean demand), so it fits hardly anyone.
    AsksMuch(f64),
}

/// A new role of the person's own, copied from another role.
pub fn copy_of(role: &Role, id: RoleId, name: String) -> CustomRole {
    CustomRole {
        base: Some(role.id.clone()),
        demands: role.demands.iter().map(|(facet, demand)| (facet.id(), *demand)).collect(),
        weights: role.weights.iter().map(|(facet, weight)| (facet.id(), *weight)).collect(),
        ..CustomRole::empty(id, name)
    }
}

/// What one of the person's own roles asks.
pub fn role_of(custom: &CustomRole) -> Role {
    let derived = ad::derive(&custom.ad).unwrap_or(ByFacet::all((Rating::ALL[1], FacetWeight::ALL[0])));
    Role {
        id: custom.id.clone(),
        demands: ByFacet::of(|facet| custom.demands.get(facet.as_str()).copied().unwrap_or(derived[facet].0)),
        weights: ByFacet::of(|facet| custom.weights.get(facet.as_str()).copied().unwrap_or(derived[facet].1)),
    }
}

/// What makes it hard to compare with the built-in roles; empty if nothing does.
pub fn remarks(role: &Role) -> Vec<Remark> {
    let Some(mean) = role.mean_demand() else { return vec![Remark::NoWeight] };
    let counted = role.weights.values().filter(|w| w.value() > 0).count();
    let few = (counted < 5).then_some(Remark::FewWeights(counted));
    let little = (mean < *USUAL_DEMAND.start()).then_some(Remark::AsksLittle(mean));
    let much = (mean > *USUAL_DEMAND.end()).then_some(Remark::AsksMuch(mean));
    few.into_iter().chain(little).chain(much).collect()
}
