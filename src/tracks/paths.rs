//! The roles near one that somebody has, each with what changes, and the steps to those further away.
//!
//! # Rules
//!
//! **Where one starts.** From the present role, as its needs in the audit describe it; where too few of them were answered, from a role
//! of the catalogue that the person says is theirs.
//!
//! **Near.** The distance of two roles is that of their demands, root mean square over the facets ([`Role::distance`]). Paths are
//! listed the nearest first; equals stay in the order of the catalogue. Built-in roles are 0.87 apart or more.
//!
//! **What changes.** The facets of which the other role asks two steps of the scale more or less: one step lies within the error of two
//! such answers (each about 0.6, so the 90 % band of their difference is about 1.4 wide to each side). Facets that count for nothing
//! in both are left out. The largest change comes first, then what counts most. That nothing changes so much is a finding.
//!
//! **Steps between.** To a role further away, one or two roles may lie between, so that each step is at most three quarters as long as the
//! direct way. Of such chains the shortest in number is taken, then the one with the smallest sum of squared steps. A role that takes a trade
//! or a licence is no step on the way to another one. Many people go the direct way; steps are a proposal.

use super::{BuiltIn, Catalogue, Role};
use crate::instrument::KnownFacet;
use crate::profile::{Rating, RoleId};
use crate::scoring::ROUNDING;

/// From this many steps of the scale on, a difference of two demands is named.
const NAMED: u8 = 2;
/// A step is at most this share of the direct way.
const STEP: f64 = 0.75;

/// A facet of which another role asks clearly more or less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The facet.
    pub facet: KnownFacet,
    /// What the first role asks.
    pub from: Rating,
    /// What the other one asks.
    pub to: Rating,
}

impl Change {
    /// Whether the other role asks more.
    pub fn is_more(self) -> bool {
        self.to > self.from
    }

    fn size(self) -> u8 {
        self.to.value().abs_diff(self.from.value())
    }
}

/// The way to another role.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// The other role.
    pub to: RoleId,
    /// How far it is, in scale points.
    pub distance: f64,
    /// What changes.
    pub changes: Vec<Change>,
    /// The roles on the way, none to two.
    pub through: Vec<RoleId>,
}

/// One step of a way.
#[derive(Clone, Debug, PartialEq)]
pub struct Leg {
    /// The role that it leads to.
    pub to: RoleId,
    /// What changes.
    pub changes: Vec<Change>,
}

/// The way from a role to a built-in one, step by step; empty where there is no such role, or where it is the first one.
pub fn legs(from: &Role, to: &RoleId, catalogue: &Catalogue) -> Vec<Leg> {
    let Some(target) = catalogue.role(to).filter(|_| from.id != *to).map(|found| &found.role) else {
        return Vec::new();
    };
    let between = through(from, target, catalogue);
    let steps = between.iter().filter_map(|id| catalogue.role(id)).map(|found| &found.role).chain([target]);
    let mut from = from;
    steps
        .map(|to| {
            let leg = Leg { to: to.id.clone(), changes: changes(from, to) };
            from = to;
            leg
        })
        .collect()
}

/// What changes from one role to another.
pub(super) fn changes(from: &Role, to: &Role) -> Vec<Change> {
    let counts = |facet: KnownFacet| from.weights[facet].value().max(to.weights[facet].value());
    let change = |facet| Change { facet, from: from.demands[facet], to: to.demands[facet] };
    let mut found: Vec<Change> =
        KnownFacet::all().map(change).filter(|it| it.size() >= NAMED && counts(it.facet) > 0).collect();
    found.sort_by_key(|it| std::cmp::Reverse((it.size(), counts(it.facet))));
    found
}

/// The ways from a role to all built-in ones but itself, the nearest first.
pub fn paths(from: &Role, catalogue: &Catalogue) -> Vec<Path> {
    let path = |to: &Role| Path {
        to: to.id.clone(),
        distance: from.distance(to),
        changes: changes(from, to),
        through: through(from, to, catalogue),
    };
    let mut found: Vec<Path> = catalogue.demands().filter(|to| to.id != from.id).map(path).collect();
    found.sort_by(|a, b| a.distance.total_cmp(&b.distance));
    found
}

/// Roles on the way, with the sum of the squared steps.
struct Chain<'a> {
    through: Vec<&'a Role>,
    length: f64,
}

/// The roles on the way from one role to another.
fn through(from: &Role, to: &Role, catalogue: &Catalogue) -> Vec<RoleId> {
    let longest = STEP * from.distance(to) + ROUNDING;
    let is_step = |role: &&BuiltIn| !role.takes_a_trade() && role.role.id != from.id && role.role.id != to.id;
    let between: Vec<&Role> = catalogue.roles.iter().filter(is_step).map(|role| &role.role).collect();
    let step =
        |a: &Role, b: &Role| Some(a.distance(b)).filter(|length| *length <= longest).map(|length| length.powi(2));
    let one = between.iter().filter_map(|via| {
        let length = step(from, via)? + step(via, to)?;
        Some(Chain { through: vec![*via], length })
    });
    let pairs = between.iter().flat_map(|first| between.iter().map(move |second| [*first, *second]));
    let two = pairs.filter(|[first, second]| first.id != second.id).filter_map(|[first, second]| {
        let length = step(from, first)? + step(first, second)? + step(second, to)?;
        Some(Chain { through: vec![first, second], length })
    });
    let found = shortest(one).or_else(|| shortest(two));
    found.map(|chain| chain.through.iter().map(|role| role.id.clone()).collect()).unwrap_or_default()
}

fn shortest<'a>(chains: impl Iterator<Item = Chain<'a>>) -> Option<Chain<'a>> {
    chains.min_by(|a, b| a.length.total_cmp(&b.length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instrument::ByFacet;
    use crate::profile::FacetWeight;

    fn role(demands: [usize; 8], weights: [usize; 8]) -> Role {
        let (demands, weights) = (ByFacet::in_order(demands), ByFacet::in_order(weights));
        let (demands, weights) = (demands.map(|d| Rating::ALL[d - 1]), weights.map(|w| FacetWeight::ALL[w]));
        Role { id: "mine".into(), demands, weights }
    }

    #[test]
    fn changes_are_named_from_two_steps_on_the_largest_first() {
        let from = role([3, 3, 3, 3, 1, 5, 3, 1], [1, 1, 1, 1, 0, 1, 1, 0]);
        let to = role([4, 1, 5, 3, 5, 3, 3, 4], [1, 1, 3, 1, 1, 1, 1, 0]);
        let named: Vec<(usize, bool)> =
            changes(&from, &to).iter().map(|it| (it.facet as usize, it.is_more())).collect();
        assert_eq!(named, [(4, true), (2, true), (1, false), (5, false)], "what counts for nothing is left out");
        assert!(changes(&from, &from).is_empty());
    }

    #[test]
    fn the_nearest_comes_first_and_what_changes_one_way_changes_back() {
        let catalogue = Catalogue::built_in().unwrap();
        for from in catalogue.demands() {
            let found = paths(from, &catalogue);
            assert_eq!(found.len(), catalogue.roles.len() - 1);
            assert!(found.is_sorted_by(|a, b| a.distance <= b.distance), "{}", from.id);
            for path in &found {
                let to = &catalogue.role(&path.to).unwrap().role;
                let back: Vec<_> = changes(to, from).iter().map(|it| (it.facet, it.from, it.to)).collect();
                let here: Vec<_> = path.changes.iter().map(|it| (it.facet, it.to, it.from)).collect();
                assert_eq!(here, back, "{} {}", from.id, path.to);
            }
        }
        let lead = &catalogue.role(&"team-lead".into()).unwrap().role;
        let nearest = &paths(lead, &catalogue)[0];
        assert_eq!((nearest.to.as_str(), nearest.changes.len(), nearest.through.len()), ("team-manager", 0, 0));
    }

    #[test]
    fn a_way_goes_over_its_steps_to_the_target() {
        let catalogue = Catalogue::built_in().unwrap();
        let from = &catalogue.roles[0].role;
        for path in paths(from, &catalogue) {
            let legs = legs(from, &path.to, &catalogue);
            let to: Vec<&RoleId> = legs.iter().map(|leg| &leg.to).collect();
            assert_eq!(to, path.through.iter().chain([&path.to]).collect::<Vec<_>>());
            if path.through.is_empty() {
                assert_eq!(legs[0].changes, path.changes);
            }
        }
        assert!(legs(from, &from.id, &catalogue).is_empty() && legs(from, &"none".into(), &catalogue).is_empty());
    }

    #[test]
    fn steps_between_are_shorter_than_the_direct_way_and_take_no_trade() {
        let catalogue = Catalogue::built_in().unwrap();
        let mut chains = 0;
        for from in catalogue.demands() {
            for path in paths(from, &catalogue) {
                let on_the_way: Vec<&BuiltIn> = path.through.iter().map(|id| catalogue.role(id).unwrap()).collect();
                assert!(on_the_way.len() <= 2 && on_the_way.iter().all(|role| !role.takes_a_trade()));
                chains += on_the_way.len();
                let to = &catalogue.role(&path.to).unwrap().role;
                let all: Vec<&Role> =
                    [from].into_iter().chain(on_the_way.iter().map(|role| &role.role)).chain([to]).collect();
                if all.len() > 2 {
                    assert!(all.windows(2).all(|hop| hop[0].distance(hop[1]) <= STEP * path.distance + ROUNDING));
                }
            }
        }
        assert!(chains > 50, "{chains}");
    }
}
