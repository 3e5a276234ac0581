//! In which order the facets of roles are told.

use std::cmp::Reverse;

use super::{COUNT, Role};

impl Role {
    /// The facets by how much they count, then by how much is asked of them, most first; else in their fixed order.
    pub fn facets_by_weight(&self) -> [usize; COUNT] {
        sorted(|at| (self.weights[at].value(), self.demands[at].value()))
    }
}

/// The facets by how far apart these roles are in what they ask, then by how much they count in the one where they count most,
/// most first; else in their fixed order.
pub fn facets_by_spread(roles: &[&Role]) -> [usize; COUNT] {
    sorted(|at| {
        let demands = || roles.iter().map(|role| role.demands[at].value());
        let spread = demands().max().unwrap_or(0) - demands().min().unwrap_or(0);
        (spread, roles.iter().map(|role| role.weights[at].value()).max().unwrap_or(0))
    })
}

fn sorted(key: impl Fn(usize) -> (u8, u8)) -> [usize; COUNT] {
    let mut order = std::array::from_fn(|at| at);
    order.sort_by_key(|at| Reverse(key(*at)));
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Rating, Weight};

    fn role(demands: [usize; COUNT], weights: [usize; COUNT]) -> Role {
        let (demands, weights) = (demands.map(|d| Rating::ALL[d - 1]), weights.map(|w| Weight::ALL[w]));
        Role { id: "a".into(), demands, weights }
    }

    #[test]
    fn what_counts_most_comes_first_and_of_that_what_is_asked_most() {
        let order = role([3, 5, 4, 2, 2, 2, 2, 2], [1, 2, 2, 3, 0, 0, 0, 1]).facets_by_weight();
        assert_eq!(order, [3, 1, 2, 0, 7, 4, 5, 6]);
    }

    #[test]
    fn where_roles_differ_most_comes_first() {
        let (a, b) = (role([3; COUNT], [1; COUNT]), role([3, 5, 2, 4, 3, 3, 3, 3], [1, 1, 1, 2, 3, 0, 0, 0]));
        assert_eq!(facets_by_spread(&[&a, &b]), [1, 3, 2, 4, 0, 5, 6, 7]);
        assert_eq!(facets_by_spread(&[]), [0, 1, 2, 3, 4, 5, 6, 7]);
    }
}
