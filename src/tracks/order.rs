//! The order in which the facets of a role are listed.

use std::cmp::Reverse;

use super::Role;
use crate::instrument::KnownFacet;

impl Role {
    /// The facets with the highest weight first, then with the highest demand; equals stay in their fixed order.
    pub fn facets_by_weight(&self) -> Vec<KnownFacet> {
        sorted(|facet| (self.weights[facet].value(), self.demands[facet].value()))
    }
}

/// The facets in whose demands these roles differ most first, then those with the highest weight in any of the roles; equals stay
/// in their fixed order.
pub fn facets_by_spread(roles: &[&Role]) -> Vec<KnownFacet> {
    sorted(|facet| {
        let demands = || roles.iter().map(|role| role.demands[facet].value());
        let spread = demands().max().unwrap_or(0) - demands().min().unwrap_or(0);
        (spread, roles.iter().map(|role| role.weights[facet].value()).max().unwrap_or(0))
    })
}

fn sorted(key: impl Fn(KnownFacet) -> (u8, u8)) -> Vec<KnownFacet> {
    let mut order: Vec<KnownFacet> = KnownFacet::all().collect();
    order.sort_by_key(|facet| Reverse(key(*facet)));
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instrument::ByFacet;
    use crate::profile::{FacetWeight, Rating};

    fn role(demands: [usize; 8], weights: [usize; 8]) -> Role {
        let (demands, weights) = (ByFacet::in_order(demands), ByFacet::in_order(weights));
        let (demands, weights) = (demands.map(|d| Rating::ALL[d - 1]), weights.map(|w| FacetWeight::ALL[w]));
        Role { id: "a".into(), demands, weights }
    }

    fn places(order: Vec<KnownFacet>) -> Vec<usize> {
        order.into_iter().map(|facet| facet as usize).collect()
    }

    #[test]
    fn what_counts_most_comes_first_and_of_that_what_is_asked_most() {
        let order = role([3, 5, 4, 2, 2, 2, 2, 2], [1, 2, 2, 3, 0, 0, 0, 1]).facets_by_weight();
        assert_eq!(places(order), [3, 1, 2, 0, 7, 4, 5, 6]);
    }

    #[test]
    fn where_roles_differ_most_comes_first() {
        let (a, b) = (role([3; 8], [1; 8]), role([3, 5, 2, 4, 3, 3, 3, 3], [1, 1, 1, 2, 3, 0, 0, 0]));
        assert_eq!(places(facets_by_spread(&[&a, &b])), [1, 3, 2, 4, 0, 5, 6, 7]);
        assert_eq!(places(facets_by_spread(&[])), [0, 1, 2, 3, 4, 5, 6, 7]);
    }
}
