//! What can be said about a fit. The verdict is decided here; `summary` has the words for it.

use super::{Assessment, Remark, Role, RoleFit, remarks};
use crate::instrument::{KnownFacet, Side};
use crate::scoring::{Degree, ROUNDING};

/// From this size on, in scale points, a shortfall is given as a number. A smaller one would be written as 0.0.
const SAID: f64 = 0.05;
/// From this *want* on, what a role asks energises the person on the whole; below the other it tires them. Both lie half the way
/// from the middle of the scale to its next answers.
const ENERGISES: f64 = 0.625;
const TIRES: f64 = 0.375;
/// Below the first share of draws, a role fits best in hardly any of them; from the second share on, in nearly every one.
const HARDLY: f64 = 0.005;
const NEARLY: f64 = 0.95;
/// Below this share, draws are counted out of 100, since out of 10 they would be written as 0 or, rounded up, as 1.
const OF_TEN: f64 = 0.095;
/// A role that comes first in this share of draws is named by itself; one that is among the first three in this share may fit best.
const HALF: f64 = 0.5;
/// No more than this many roles are named as those that may fit best.
const NAMED: usize = 3;
/// From this share of the weighted demand on, a role asks more of one side: somewhat, and much.
const SOMEWHAT: f64 = 0.55;
const MUCH: f64 = 0.65;

/// What a *can* means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Able {
    /// The role asks no more than the person does.
    All,
    /// It asks more, on average by this many scale points.
    Short(f64),
}

impl Able {
    /// What a *can* from 0 to 1 means.
    pub fn of(can: f64) -> Self {
        let short = 4.0 * (1.0 - can);
        if short < SAID - ROUNDING { Self::All } else { Self::Short(short) }
    }
}

/// What a *want* means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Willing {
    /// The role depends on what drains the person, however much of it energises them otherwise.
    Drains,
    /// What it asks energises, on the whole.
    Energises,
    /// What it asks neither energises nor tires, on the whole.
    Neither,
    /// What it asks tires, on the whole.
    Tires,
}

/// A share of draws in words: about `count` out of `of`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Draws {
    /// How many, not rounded.
    pub count: f64,
    /// Out of how many: ten, or a hundred where it would be less than one of ten.
    pub of: f64,
}

impl Draws {
    /// A share from 0 to 1 as a count of draws.
    pub fn of(share: f64) -> Self {
        let of = if share < OF_TEN { 100.0 } else { 10.0 };
        Self { count: of * share, of }
    }
}

/// How sure it is that a role fits best.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum HowSure {
    /// In hardly any draw.
    Hardly,
    /// In this many draws.
    About(Draws),
    /// In nearly every draw.
    Nearly,
}

impl HowSure {
    /// What a share of draws from 0 to 1 means.
    pub fn of(share: f64) -> Self {
        if share < HARDLY {
            Self::Hardly
        } else if share >= NEARLY {
            Self::Nearly
        } else {
            Self::About(Draws::of(share))
        }
    }
}

/// Which roles fit best, as far as that can be told.
#[derive(Clone, Debug, PartialEq)]
pub enum Order<'a> {
    /// No role has a fit.
    Unknown,
    /// Many fit about equally well, and none of them is often among the first three; this one comes first today.
    Open(&'a RoleFit),
    /// This one, in nearly every draw.
    Sure(&'a RoleFit),
    /// This one, in most draws.
    One(&'a RoleFit),
    /// These are among the first three in at least half of the draws, and none is first in half of them; the one that fits best
    /// today comes first.
    Close(Vec<&'a RoleFit>),
}

/// Which side a role asks more of, by weighted demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsksMoreOf {
    /// No facet has a weight yet.
    Neither,
    /// Both about equally.
    Both,
    /// This one, by this much.
    Side(Side, Degree),
}

impl RoleFit {
    /// What *want* means; `None` where energy was not asked about.
    pub fn willing(&self) -> Option<Willing> {
        let want = self.want?;
        Some(if self.drains() {
            Willing::Drains
        } else if want >= ENERGISES - ROUNDING {
            Willing::Energises
        } else if want < TIRES - ROUNDING {
            Willing::Tires
        } else {
            Willing::Neither
        })
    }

    /// Whether the role is among those that may fit best.
    pub fn contends(&self) -> bool {
        self.in_first_three.is_some_and(|share| share >= HALF - ROUNDING)
    }
}

impl Assessment {
    /// Whether being among the first three is what is counted, rather than coming first: where the role that fits best comes first in
    /// less than half of the draws.
    pub fn counts_three(&self) -> bool {
        self.best().and_then(|best| best.how_sure).is_none_or(|share| share < HALF - ROUNDING)
    }

    /// Which roles fit best: the one that fits best now, then those that are among the first three most often.
    pub fn order(&self) -> Order<'_> {
        let Some(best) = self.best() else { return Order::Unknown };
        if best.how_sure.is_some_and(|share| share >= NEARLY) {
            return Order::Sure(best);
        } else if !self.counts_three() {
            return Order::One(best);
        } else if !best.contends() {
            return Order::Open(best);
        }
        let share = |fit: &RoleFit| fit.in_first_three.unwrap_or(0.0);
        let mut others: Vec<&RoleFit> = self.fits.iter().filter(|fit| fit.id != best.id && fit.contends()).collect();
        others.sort_by(|a, b| share(b).total_cmp(&share(a)));
        Order::Close(std::iter::once(best).chain(others).take(NAMED).collect())
    }
}

impl<'a> Order<'a> {
    /// The roles that it names, the one that fits best first.
    pub fn named(self) -> Vec<&'a RoleFit> {
        match self {
            Self::Unknown => Vec::new(),
            Self::Open(best) | Self::Sure(best) | Self::One(best) => vec![best],
            Self::Close(all) => all,
        }
    }
}

impl Role {
    /// Which side it asks more of. Where few facets have a weight, as after an ad of three lines, it is never *much*.
    pub fn asks_more_of(&self) -> AsksMoreOf {
        let sum = |of: Side| -> f64 {
            let own = KnownFacet::all().filter(|facet| facet.side() == of);
            own.map(|facet| f64::from(self.demands[facet]) * f64::from(self.weights[facet])).sum()
        };
        let (management, leadership) = (sum(Side::Management), sum(Side::Leadership));
        let all = management + leadership;
        if all <= 0.0 {
            return AsksMoreOf::Neither;
        }
        let share = management.max(leadership) / all + ROUNDING;
        if share < SOMEWHAT {
            return AsksMoreOf::Both;
        }
        let few = remarks(self).iter().any(|remark| matches!(remark, Remark::FewWeights(_)));
        let degree = if share < MUCH || few { Degree::Somewhat } else { Degree::Much };
        AsksMoreOf::Side(if management > leadership { Side::Management } else { Side::Leadership }, degree)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instrument::ByFacet;
    use crate::profile::{FacetWeight, Rating, RoleId};

    fn fit(id: &str, share: f64) -> RoleFit {
        let (can, want, drain) = (Some(0.9), Some(0.7), Some(0.1));
        let (how_sure, in_first_three) = (Some(share), Some(share));
        let burnout = Some(false);
        RoleFit {
            id: RoleId::from(id),
            can,
            want,
            fit: Some(0.8),
            how_sure,
            in_first_three,
            as_good: Some(share),
            spread: None,
            idle: Vec::new(),
            drain,
            burnout,
        }
    }

    /// Roles that come first, and are among the first three, in these shares of draws; the first one fits best.
    fn assessed(shares: &[(f64, f64)]) -> Assessment {
        let role = |(i, (first, three)): (usize, &(f64, f64))| RoleFit {
            in_first_three: Some(*three),
            ..fit(&format!("role-{i}"), *first)
        };
        let mut fits: Vec<RoleFit> = shares.iter().enumerate().map(role).collect();
        if let Some(first) = fits.first_mut() {
            first.fit = Some(0.9);
        }
        Assessment { fits, flip: None }
    }

    #[test]
    fn a_shortfall_is_said_from_a_twentieth_of_a_point_on() {
        assert_eq!([1.0, 0.99].map(Able::of), [Able::All; 2]);
        for (can, points) in [(0.85, 0.6), (1.0 - 0.05 / 4.0, 0.05)] {
            let Able::Short(short) = Able::of(can) else { panic!("{can} is short of nothing") };
            assert!((short - points).abs() < 1e-9);
        }
    }

    #[test]
    fn what_drains_is_said_before_how_close_it_is() {
        let of = |want, drain| RoleFit { want, drain, ..fit("founder", 0.0) }.willing();
        assert_eq!(of(Some(0.9), Some(0.4)), Some(Willing::Drains));
        assert_eq!(of(Some(0.625), Some(0.39)), Some(Willing::Energises));
        assert_eq!([0.62, 0.5, 0.375].map(|want| of(Some(want), None)), [Some(Willing::Neither); 3]);
        assert_eq!(of(Some(0.37), None), Some(Willing::Tires));
        assert_eq!(of(None, Some(0.9)), None);
    }

    #[test]
    fn draws_are_counted_in_ten_or_in_a_hundred() {
        assert_eq!([0.0, 0.0049].map(HowSure::of), [HowSure::Hardly; 2]);
        assert_eq!([0.95, 1.0].map(HowSure::of), [HowSure::Nearly; 2]);
        let of = |share| {
            let HowSure::About(Draws { of, .. }) = HowSure::of(share) else { panic!("{share} is not in between") };
            of
        };
        assert_eq!([0.005, 0.094, 0.095, 0.949].map(|share| of(share) > 50.0), [true, true, false, false]);
        assert_eq!([0.49, 0.5].map(|share| fit("founder", share).contends()), [false, true]);
    }

    #[test]
    fn a_role_is_named_by_itself_where_it_comes_first_in_half_of_the_draws() {
        let known = |shares: &[(f64, f64)]| match assessed(shares).order() {
            Order::Open(_) => "open",
            Order::One(_) => "one",
            Order::Sure(_) => "sure",
            Order::Close(_) => "close",
            Order::Unknown => "unknown",
        };
        assert_eq!([known(&[(0.5, 0.9)]), known(&[(0.94, 1.0)]), known(&[(0.95, 1.0)])], ["one", "one", "sure"]);
        assert_eq!([known(&[(0.49, 0.5)]), known(&[(0.3, 0.49), (0.4, 0.9)])], ["close", "open"]);
        assert_eq!(known(&[]), "unknown");
        assert_eq!([0.49, 0.5].map(|first| assessed(&[(first, 0.9)]).counts_three()), [true, false]);
    }

    #[test]
    fn those_among_the_first_three_as_often_as_not_are_named() {
        let ids = |shares: &[(f64, f64)]| match assessed(shares).order() {
            order @ Order::Close(_) => order.named().iter().map(|fit| fit.id.to_string()).collect(),
            _ => Vec::new(),
        };
        assert_eq!(ids(&[(0.4, 0.7), (0.1, 0.4), (0.3, 0.6)]), ["role-0", "role-2"]);
        assert_eq!(
            ids(&[(0.3, 0.5), (0.2, 0.6), (0.2, 0.8), (0.1, 0.7)]),
            ["role-0", "role-2", "role-3"],
            "three at most"
        );
    }

    #[test]
    fn a_role_asks_more_of_a_side_from_55_in_100_on() {
        let of = |[management, leadership]: [usize; 2], counts: usize, counted: usize| {
            let demands = ByFacet::of(|facet| {
                Rating::ALL[if facet.side() == Side::Management { management } else { leadership } - 1]
            });
            // Facets of both sides in turn.
            let turns = ByFacet::in_order([0, 2, 4, 6, 1, 3, 5, 7]);
            let weights = turns.map(|turn| FacetWeight::ALL[if turn < counted { counts } else { 0 }]);
            Role { id: "a".into(), demands, weights }.asks_more_of()
        };
        assert_eq!(of([3, 3], 1, 8), AsksMoreOf::Both);
        assert_eq!(of([4, 3], 2, 8), AsksMoreOf::Side(Side::Management, Degree::Somewhat));
        assert_eq!(of([2, 5], 1, 8), AsksMoreOf::Side(Side::Leadership, Degree::Much));
        assert_eq!(of([2, 5], 1, 4), AsksMoreOf::Side(Side::Leadership, Degree::Somewhat), "four facets are few");
        assert_eq!(of([2, 5], 0, 8), AsksMoreOf::Neither);
    }
}
