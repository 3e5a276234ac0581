//! The roles in three groups: those that fit best and cannot be told apart, those that are close, and those further away.
//!
//! # Rules
//!
//! What is asked of every role is: in which share of the draws does it fit at least as well as the role that fits best now? The role
//! that fits best now has 1, its equal about a half.
//!
//! **Best.** From one draw in four on, the two are too close to tell apart: that the first is ahead has odds of less than three to one.
//!
//! **Close.** From one draw in twenty on. That is where the 90 % band of the difference still reaches 0.
//!
//! **Further.** Below that: the first is ahead beyond the error.
//!
//! So the groups follow from the error of answers and demands and not from a number of places: after few answers nearly all roles
//! are in the first, and a copy of a role takes nothing from it. The list is in the order of the fit from top to bottom. Since a
//! role of more varied demands may reach the first more often than one that fits a little better, a role is never put
//! into a further group than one that fits worse. Roles without a fit come after all. The present role is in the group that it
//! belongs to; screens show it even where that group is folded. Both limits are ours.

use super::{Assessment, CURRENT, RoleFit};
use crate::profile::RoleId;
use crate::scoring::ROUNDING;

/// From these shares of draws on, a role that fits as well as the first one is too close to tell apart from it, or close to it.
const TOO_CLOSE: f64 = 0.25;
const CLOSE: f64 = 0.05;

/// How near a role is to the one that fits best now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// It is that one, or too close to it to tell apart.
    Best,
    /// It is close.
    Close,
    /// It is further away.
    Further,
}

impl Group {
    /// In their order.
    pub const ALL: [Self; 3] = [Self::Best, Self::Close, Self::Further];

    fn of(as_good: f64) -> Self {
        if as_good >= TOO_CLOSE - ROUNDING {
            Self::Best
        } else if as_good >= CLOSE - ROUNDING {
            Self::Close
        } else {
            Self::Further
        }
    }
}

/// All roles in their groups, in each the best fit first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Groups<'a> {
    /// Those that fit best and are too close to tell apart; a single one where it is ahead of all others.
    pub best: Vec<&'a RoleFit>,
    /// Those that are close.
    pub close: Vec<&'a RoleFit>,
    /// Those further away.
    pub further: Vec<&'a RoleFit>,
    /// Those without a fit.
    pub open: Vec<&'a RoleFit>,
}

impl<'a> Groups<'a> {
    /// The roles of a group.
    pub fn of(&self, group: Group) -> &[&'a RoleFit] {
        match group {
            Group::Best => &self.best,
            Group::Close => &self.close,
            Group::Further => &self.further,
        }
    }

    /// The group of a role; `None` where it has no fit.
    pub fn group(&self, id: &RoleId) -> Option<Group> {
        Group::ALL.into_iter().find(|group| self.of(*group).iter().any(|fit| fit.id == *id))
    }

    /// The group of the present role; `None` where too little is known of it.
    pub fn now(&self) -> Option<Group> {
        self.group(&CURRENT.into())
    }
}

impl Assessment {
    /// The roles in their groups.
    pub fn groups(&self) -> Groups<'_> {
        let (known, open): (Vec<&RoleFit>, Vec<&RoleFit>) =
            self.ranked().into_iter().partition(|fit| fit.fit.is_some());
        let mut groups = Groups { open, ..Groups::default() };
        let mut nearest = Group::Further;
        // From the worst to the best, so that none is further away than one that fits worse.
        for fit in known.into_iter().rev() {
            nearest = nearest.min(Group::of(fit.as_good.unwrap_or(0.0)));
            match nearest {
                Group::Best => groups.best.push(fit),
                Group::Close => groups.close.push(fit),
                Group::Further => groups.further.push(fit),
            }
        }
        for group in [&mut groups.best, &mut groups.close, &mut groups.further] {
            group.reverse();
        }
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tracks::Flip;

    /// Roles with these fits, each as good as the first one in this share of the draws.
    fn assessed(roles: &[(&str, Option<f64>, f64)]) -> Assessment {
        let one = |(id, fit, as_good): &(&str, Option<f64>, f64)| RoleFit {
            id: RoleId::from(*id),
            can: *fit,
            want: None,
            fit: *fit,
            how_sure: fit.map(|_| 0.1),
            in_first_three: fit.map(|_| 0.3),
            as_good: fit.map(|_| *as_good),
            spread: None,
            idle: Vec::new(),
            drain: None,
            burnout: None,
        };
        Assessment { fits: roles.iter().map(one).collect(), flip: None::<Flip> }
    }

    fn ids(fits: &[&RoleFit]) -> String {
        fits.iter().map(|fit| fit.id.as_str()).collect::<Vec<_>>().join(" ")
    }

    fn said(assessment: &Assessment) -> String {
        let groups = assessment.groups();
        [&groups.best, &groups.close, &groups.further, &groups.open].map(|group| ids(group)).join(" | ")
    }

    #[test]
    fn a_role_is_grouped_by_how_often_it_is_as_good_as_the_first() {
        let one_of_each = [
            ("far", Some(0.5), 0.049),
            ("first", Some(0.9), 1.0),
            ("near", Some(0.8), 0.249),
            ("equal", Some(0.85), 0.25),
            ("last", Some(0.7), 0.05),
            ("none", None, 0.0),
        ];
        assert_eq!(said(&assessed(&one_of_each)), "first equal | near last | far | none");
        assert_eq!(said(&assessed(&[("a", Some(0.9), 1.0), ("b", Some(0.8), 0.01)])), "a |  | b | ");
        assert_eq!(said(&assessed(&[])), " |  |  | ");
    }

    #[test]
    fn none_is_further_away_than_one_that_fits_worse() {
        let crossed =
            [("first", Some(0.9), 1.0), ("b", Some(0.8), 0.04), ("c", Some(0.79), 0.3), ("d", Some(0.6), 0.0)];
        assert_eq!(said(&assessed(&crossed)), "first b c |  | d | ");
    }

    #[test]
    fn the_present_role_has_a_place_wherever_it_stands() {
        let with = |as_good| assessed(&[("first", Some(0.9), 1.0), (CURRENT, Some(0.5), as_good)]).groups().now();
        assert_eq!([0.3, 0.1, 0.0].map(with), Group::ALL.map(Some));
        assert_eq!(assessed(&[("first", Some(0.9), 1.0)]).groups().now(), None);
    }
}
