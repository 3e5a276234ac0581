//! How far a role is from what somebody does already, in one word: possible now, or a stretch.
//!
//! # Rules
//!
//! **Possible now** from a *can* of 0.75 on: what the role asks for is on the whole short by no more than one scale point. It is the
//! limit from which the burnout warning takes somebody to be able. Below, it is **a stretch**. Whether it **drains** is a question of
//! its own, since much that one can do drains ([`RoleFit::drains`]). The limits are ours.

use super::RoleFit;
use super::fit::{ABLE, DRAINING};
use crate::scoring::ROUNDING;

/// How far a role is from what somebody does already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ready {
    /// They do on the whole what it asks.
    Now,
    /// It asks clearly more.
    Stretch,
}

impl RoleFit {
    /// How far it is from what the person does already; `None` where it has no fit.
    pub fn ready(&self) -> Option<Ready> {
        self.can.map(|can| if can >= ABLE - ROUNDING { Ready::Now } else { Ready::Stretch })
    }

    /// Whether it depends on what drains the person.
    pub fn drains(&self) -> bool {
        self.drain.is_some_and(|drain| drain >= DRAINING - ROUNDING)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_three_quarters_on_a_role_is_possible_now() {
        let of = |can, drain| {
            let nothing = RoleFit {
                id: "a".into(),
                can,
                want: None,
                fit: can,
                how_sure: None,
                in_first_three: None,
                as_good: None,
                spread: None,
                idle: Vec::new(),
                drain,
                burnout: None,
            };
            (nothing.ready(), nothing.drains())
        };
        assert_eq!(of(Some(0.75), Some(0.4)), (Some(Ready::Now), true));
        assert_eq!(of(Some(0.74), Some(0.39)), (Some(Ready::Stretch), false));
        assert_eq!(of(None, None), (None, false));
    }
}
