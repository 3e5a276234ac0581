//! What an answer about energy means.

use super::ROUNDING;

/// Up to this answer a facet drains.
const DRAINS: f64 = 2.0;
/// From this answer on it energises.
const ENERGISES: f64 = 4.0;

/// What practising a facet does to the person, in their own judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Energy {
    /// It drains: an answer of 1 or 2.
    Drains,
    /// Neither.
    Neither,
    /// It energises: an answer of 4 or 5.
    Energises,
}

impl Energy {
    /// What an answer from 1 to 5 means.
    pub fn of(answer: f64) -> Self {
        if answer <= DRAINS + ROUNDING {
            Self::Drains
        } else if answer >= ENERGISES - ROUNDING {
            Self::Energises
        } else {
            Self::Neither
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_lowest_answers_drain_and_the_two_highest_energise() {
        let said = [1.0, 2.0, 3.0, 4.0, 5.0].map(Energy::of);
        assert_eq!(said, [Energy::Drains, Energy::Drains, Energy::Neither, Energy::Energises, Energy::Energises]);
    }
}
