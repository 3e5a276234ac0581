//! The two sides, the balance between them, and the overall picture.

use serde::{Deserialize, Serialize};

use super::{Estimate, FacetScore, Level, ROUNDING, ScoreStatus, Scores};
use crate::instrument::Side;

/// How many facets of a side must have a score before the side has one.
const NEEDED: usize = 3;
/// Differences below the first are *little*, below the second *somewhat*: half a point is half the way between two answers.
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
    /// The difference lies within the error.
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
    /// Both sides at 3.5 or more.
    BothStrong,
    /// Both sides below 2.5.
    BothThin,
    /// Neither of these, and management is higher.
    LeansToManagement,
    /// Neither of these, and leadership is higher.
    LeansToLeadership,
    /// Neither of these, and the sides cannot be told apart.
    Even,
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
pub(super) fn score(facets: &[FacetScore], side: Side, z: f64) -> SideScore {
    let own = || facets.iter().filter(|f| f.side == side);
    let scored: Vec<Estimate> = own().filter_map(|f| f.estimate).collect();
    if scored.len() < NEEDED {
        return SideScore { side, status: ScoreStatus::None, estimate: None };
    }
    let n = scored.len() as f64;
    let mean = scored.iter().map(|e| e.mean).sum::<f64>() / n;
    let sem = scored.iter().map(|e| e.sem * e.sem).sum::<f64>().sqrt() / n;
    let status = if own().all(|f| f.status == ScoreStatus::Ok) { ScoreStatus::Ok } else { ScoreStatus::Provisional };
    SideScore { side, status, estimate: Some(Estimate::new(mean, sem, z)) }
}

pub(super) fn balance(management: &SideScore, leadership: &SideScore, z: f64) -> Option<Balance> {
    let (management, leadership) = (management.estimate?, leadership.estimate?);
    let difference = leadership.mean - management.mean;
    let se = management.sem.hypot(leadership.sem);
    let verdict = if difference.abs() <= z * se + ROUNDING {
        Verdict::CannotTell
    } else if difference > 0.0 {
        Verdict::LeansToLeadership
    } else {
        Verdict::LeansToManagement
    };
    Some(Balance { difference, se, verdict })
}

pub(super) fn picture(
    management: &SideScore,
    leadership: &SideScore,
    balance: Option<&Balance>,
) -> Option<OverallPicture> {
    let (management, leadership) = (management.estimate?, leadership.estimate?);
    let lower = management.mean.min(leadership.mean);
    let higher = management.mean.max(leadership.mean);
    Some(if Level::of(lower) == Level::Often {
        OverallPicture::BothStrong
    } else if Level::of(higher) == Level::Seldom {
        OverallPicture::BothThin
    } else {
        match balance?.verdict {
            Verdict::LeansToManagement => OverallPicture::LeansToManagement,
            Verdict::LeansToLeadership => OverallPicture::LeansToLeadership,
            Verdict::CannotTell => OverallPicture::Even,
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
