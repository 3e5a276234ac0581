//! The two sides, the balance between them, and the overall picture.

use serde::{Deserialize, Serialize};

use super::{Estimate, FacetScore, OFTEN, ROUNDING, SELDOM, ScoreStatus, Scores};
use crate::instrument::{Assumed, Side};

/// How many facets of a side must have a score before the side has one.
const NEEDED: usize = 3;
/// Facets that a side has.
const FACETS: f64 = 4.0;
/// Differences below the first are a little, below the second somewhat: half a point is half the way from one answer to the next.
const SOMEWHAT: f64 = 0.5;
const MUCH: f64 = 1.0;

/// The score of one side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SideScore {
    /// Which side.
    pub side: Side,
    /// Ok, provisional (a facet is missing or provisional) or none.
    pub status: ScoreStatus,
    /// The mean of its facets; present with status ok or provisional.
    pub estimate: Option<Estimate>,
}

/// Whether the two sides can be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Management is higher by more than the error.
    LeansToManagement,
    /// Leadership is higher by more than the error.
    LeansToLeadership,
    /// The difference is too small to matter, with its error and all.
    AboutEqual,
    /// The difference lies within the error, and might matter.
    CannotTell,
}

/// Leadership minus management.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Balance {
    /// Leadership minus management, in scale points.
    pub difference: f64,
    /// The standard error of the difference.
    pub se: f64,
    /// Whether the sides can be told apart, and which is higher.
    pub verdict: Verdict,
}

/// The overall picture: levels first, then the balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OverallPicture {
    /// Both sides at 3.5 or more, with their error.
    BothStrong,
    /// Both sides below 2.5, with their error.
    BothThin,
    /// Neither of these, and management is higher.
    LeansToManagement,
    /// Neither of these, and leadership is higher.
    LeansToLeadership,
    /// Neither, and both sides are about equal.
    AboutEqual,
    /// Neither, and they cannot be told apart.
    CannotTell,
}

/// How much higher one side is than the other, by size alone. Whether the two can be told apart is for [`Verdict`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Degree {
    /// Less than half a point.
    Little,
    /// Less than a whole point.
    Somewhat,
    /// A point or more.
    Much,
}

impl Balance {
    /// How much more the higher side is.
    pub fn degree(&self) -> Degree {
        let size = self.difference.abs() + ROUNDING;
        if size < SOMEWHAT {
            Degree::Little
        } else if size < MUCH {
            Degree::Somewhat
        } else {
            Degree::Much
        }
    }

    /// The higher side; management where both are the same.
    pub const fn higher(&self) -> Side {
        if self.difference > 0.0 { Side::Leadership } else { Side::Management }
    }
}

/// Whether more answers could give a side a score: enough of its facets apply.
pub fn can_have_score(scores: &Scores, side: Side) -> bool {
    scores.facets.iter().filter(|f| f.side == side && f.status != ScoreStatus::NotApplicable).count() >= NEEDED
}

#[expect(clippy::cast_precision_loss, reason = "a side has four facets")]
pub(super) fn score(facets: &[FacetScore], side: Side, assumed: Assumed, z: f64) -> SideScore {
    let own = || facets.iter().filter(|f| f.side == side);
    let scored: Vec<Estimate> = own().filter_map(|f| f.estimate).collect();
    if scored.len() < NEEDED {
        return SideScore { side, status: ScoreStatus::None, estimate: None };
    }
    let n = scored.len() as f64;
    let mean = scored.iter().map(|e| e.mean).sum::<f64>() / n;
    // A facet that is missing could have been anything.
    let missing = (1.0 - n / FACETS) * assumed.facet_sd * assumed.facet_sd / n;
    let sem = (scored.iter().map(|e| e.sem * e.sem).sum::<f64>() / (n * n) + missing).sqrt();
    let status = if own().all(|f| f.status == ScoreStatus::Ok) { ScoreStatus::Ok } else { ScoreStatus::Provisional };
    SideScore { side, status, estimate: Some(Estimate::new(mean, sem, z)) }
}

pub(super) fn balance(management: &SideScore, leadership: &SideScore, assumed: Assumed, z: f64) -> Option<Balance> {
    let (management, leadership) = (management.estimate?, leadership.estimate?);
    let difference = leadership.mean - management.mean;
    let se = management.sem.hypot(leadership.sem).hypot(assumed.side_difference_sd);
    let verdict = if difference.abs() > z * se + ROUNDING {
        if difference > 0.0 { Verdict::LeansToLeadership } else { Verdict::LeansToManagement }
    } else if difference.abs() + z * se <= assumed.equivalence + ROUNDING {
        Verdict::AboutEqual
    } else {
        Verdict::CannotTell
    };
    Some(Balance { difference, se, verdict })
}

pub(super) fn picture(sides: [&SideScore; 2], balance: Option<&Balance>, z: f64) -> Option<OverallPicture> {
    let [management, leadership] = sides;
    let (management, leadership) = (management.estimate?, leadership.estimate?);
    // By the whole band, not cut off at the ends of the scale.
    let strong = |side: Estimate| side.mean - z * side.sem >= OFTEN - ROUNDING;
    let thin = |side: Estimate| side.mean + z * side.sem < SELDOM - ROUNDING;
    Some(if strong(management) && strong(leadership) {
        OverallPicture::BothStrong
    } else if thin(management) && thin(leadership) {
        OverallPicture::BothThin
    } else {
        match balance?.verdict {
            Verdict::LeansToManagement => OverallPicture::LeansToManagement,
            Verdict::LeansToLeadership => OverallPicture::LeansToLeadership,
            Verdict::AboutEqual => OverallPicture::AboutEqual,
            Verdict::CannotTell => OverallPicture::CannotTell,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_change_at_half_a_point_and_a_whole_one() {
        let degree = |difference| Balance { difference, se: 0.2, verdict: Verdict::CannotTell }.degree();
        let degrees = [0.4, 0.49, 0.5, -0.5, 0.99, 1.0, -2.0].map(degree);
        let (little, somewhat, much) = (Degree::Little, Degree::Somewhat, Degree::Much);
        assert_eq!(degrees, [little, little, somewhat, somewhat, somewhat, much, much]);
    }
}
