//! What the role asks, compared with what the person does.

use serde::{Deserialize, Serialize};

use super::{FacetScore, ROUNDING, Scores};
use crate::instrument::Assumed;
use crate::profile::{Answers, Audit, Dose, FacetId, Rating, Stakes};
use crate::tally::{self, Counted};

/// From this size on, in scale points, a gap within its error still says something where the dose says the same: half the way from
/// one answer to the next.
const LEANS: f64 = 0.5;

/// How a gap reads, from two answers that know nothing of each other: the gap, and whether the person says that they do enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reading {
    /// The role asks for more than the person does: beyond the error, or by half a point and they say too little.
    AsksMore,
    /// They say too little; the gap alone does not show it.
    SaidMore,
    /// The difference lies within the error, and they do not say otherwise.
    WithinError,
    /// They say too much; the gap alone does not show it.
    SaidLess,
    /// The role asks for less than the person does: beyond the error, or by half a point and they say too much.
    AsksLess,
    /// The gap is beyond the error, and they say the opposite.
    Contradicts,
}

impl Reading {
    /// The reading of a gap with its error, both in scale points, and a dose.
    pub fn of(gap: f64, error: f64, dose: Option<Dose>) -> Self {
        let beyond = gap.abs() > error + ROUNDING;
        let leans = gap.abs() >= LEANS - ROUNDING;
        match dose {
            Some(Dose::TooLittle) if gap < 0.0 && beyond => Self::Contradicts,
            Some(Dose::TooLittle) if gap > 0.0 && (beyond || leans) => Self::AsksMore,
            Some(Dose::TooLittle) => Self::SaidMore,
            Some(Dose::TooMuch) if gap > 0.0 && beyond => Self::Contradicts,
            Some(Dose::TooMuch) if gap < 0.0 && (beyond || leans) => Self::AsksLess,
            Some(Dose::TooMuch) => Self::SaidLess,
            Some(Dose::Right) | None if !beyond => Self::WithinError,
            Some(Dose::Right) | None if gap > 0.0 => Self::AsksMore,
            Some(Dose::Right) | None => Self::AsksLess,
        }
    }

    /// Whether it is worth to do more of it.
    pub const fn is_to_build(self) -> bool {
        matches!(self, Self::AsksMore | Self::SaidMore)
    }

    /// Whether it says anything: that there is more or less to do, or that the two answers contradict each other.
    pub fn is_finding(self) -> bool {
        self != Self::WithinError
    }

    /// Whether it is worth to do less of it.
    pub const fn is_to_cut_back(self) -> bool {
        matches!(self, Self::AsksLess | Self::SaidLess)
    }
}

/// The gap at one facet.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleGap {
    /// Which facet.
    pub facet: FacetId,
    /// What the role needs, 1 to 5.
    pub need: Rating,
    /// How much depends on it, where that was answered.
    pub stakes: Option<Stakes>,
    /// Whether the person says that they do enough, where that was answered.
    pub dose: Option<Dose>,
    /// Need minus mean, in scale points.
    pub gap: f64,
    /// The standard error of the gap, in scale points: that of the facet and that of the answer about the need.
    pub se: f64,
    /// The standard error of the need alone, in scale points.
    pub need_error: f64,
    /// What can be said of it.
    pub reading: Reading,
}

impl RoleGap {
    /// The gap as it is written: need minus the written mean, with one decimal, so that the numbers on a page add up. A mean of
    /// 3.25 is written as 3.3, which is 0.7 short of 4. How a gap is read depends on its full value.
    pub fn written(&self) -> f64 {
        let need = f64::from(self.need);
        need - written(need - self.gap)
    }
}

/// A score as it is written: with one decimal, halves away from zero.
pub fn written(score: f64) -> f64 {
    ((score + ROUNDING.copysign(score)) * 10.0).round() / 10.0
}

/// How worthwhile it would be to practise a facet.
#[derive(Clone, Debug, PartialEq)]
pub struct Priority {
    /// Which facet.
    pub facet: FacetId,
    /// 0 to about 4; 0 where the person says that they do too much of it.
    pub priority: f64,
}

pub(super) fn gaps(facets: &[FacetScore], answers: &Answers, assumed: Assumed, z: f64) -> Option<Vec<RoleGap>> {
    if answers.needs.is_empty() {
        return None;
    }
    let gap = |f: &FacetScore| {
        let (need, score) = (*answers.needs.get(&f.id)?, f.estimate?);
        let (stakes, dose) = (answers.stakes.get(&f.id).copied(), answers.doses.get(&f.id).copied());
        let (gap, se) = (f64::from(need) - score.mean, score.sem.hypot(assumed.need_error));
        let (facet, reading, need_error) = (f.id.clone(), Reading::of(gap, z * se, dose), assumed.need_error);
        Some(RoleGap { facet, need, stakes, dose, gap, se, need_error, reading })
    };
    Some(facets.iter().filter_map(gap).collect())
}

pub(super) fn priorities(gaps: &[RoleGap], answers: &Answers) -> Vec<Priority> {
    let mut ranked: Vec<(f64, &RoleGap)> = gaps.iter().map(|gap| (priority(gap, answers), gap)).collect();
    // The sort is stable: equal priority and need leave the facets in their order.
    ranked.sort_by(|(a, x), (b, y)| b.total_cmp(a).then(y.need.cmp(&x.need)));
    ranked.into_iter().map(|(priority, g)| Priority { facet: g.facet.clone(), priority }).collect()
}

fn priority(gap: &RoleGap, answers: &Answers) -> f64 {
    let stakes = gap.stakes.map_or(0.5, |stakes| f64::from(stakes) / 3.0);
    let energy = answers.energy.get(&gap.facet).map_or(0.5, |e| (f64::from(*e) - 1.0) / 4.0);
    let said = match gap.dose {
        Some(Dose::TooLittle) => 1.0,
        Some(Dose::Right) => 0.5,
        None => 0.75,
        Some(Dose::TooMuch) => 0.0,
    };
    stakes * shortfall(gap.gap, gap.se) * (0.5 + 0.5 * energy) * said
}

/// The expected shortfall of a gap with this error: how much is missing on average, where the gap may be anything within its error.
fn shortfall(gap: f64, se: f64) -> f64 {
    let in_errors = gap / se;
    let below = 0.5 * libm::erfc(-in_errors / std::f64::consts::SQRT_2);
    let density = (-0.5 * in_errors * in_errors).exp() / (2.0 * std::f64::consts::PI).sqrt();
    gap * below + se * density
}

/// How many gaps the scores alone would show if nothing were missing: of the facets that have a reading, those whose band misses
/// the true value by chance.
#[expect(clippy::cast_precision_loss, reason = "there are eight facets")]
pub fn expected_by_chance(scores: &Scores) -> f64 {
    scores.role.iter().flatten().count() as f64 * (1.0 - scores.confidence.share())
}

/// The facets that are worth practising, the most worthwhile first: those of which the role asks for more, and those of which the
/// person says that they do too little.
pub fn to_build(scores: &Scores) -> Vec<&RoleGap> {
    tally::count(Counted::Scores);
    let ranked = scores.priorities.iter().flatten().filter_map(|priority| scores.gap(&priority.facet));
    ranked.filter(|gap| gap.reading.is_to_build()).collect()
}

/// The facets of which the person says that they do too little, and that have no score or no need to compare that with.
pub fn only_said_to_be_little<'a>(audit: &'a Audit, scores: &'a Scores) -> Vec<&'a FacetId> {
    let said = |id: &&FacetId| audit.answers.doses.get(*id) == Some(&Dose::TooLittle) && scores.gap(id).is_none();
    scores.facets.iter().map(|facet| &facet.id).filter(said).collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{audit, scored};
    use super::*;

    #[test]
    fn a_gap_is_written_so_that_it_adds_up_with_the_score_beside_it() {
        for mean in [1.0, 2.2, 3.2, 3.25, 3.35, 3.75, 10.0 / 3.0, 4.0 / 3.0, 4.45, 5.0] {
            for need in Rating::ALL {
                let gap = RoleGap {
                    facet: "risk-mitigation".into(),
                    need,
                    stakes: None,
                    dose: None,
                    gap: f64::from(need) - mean,
                    se: 0.6,
                    need_error: 0.5,
                    reading: Reading::WithinError,
                };
                let tenths = |value: f64| (value * 10.0).round();
                assert!((tenths(gap.written()) - (tenths(f64::from(need)) - tenths(written(mean)))).abs() < 1e-9);
                assert!((gap.written() - gap.gap).abs() < 0.051, "{mean} {need:?}");
            }
        }
        assert!((written(3.25) - 3.3).abs() < 1e-12);
    }

    #[test]
    fn what_is_worth_practising_comes_in_the_order_of_priority() {
        let (instrument, mut audit) = audit(&[(0, 3), (1, 2), (2, 5), (3, 4), (4, 2)]);
        for (facet, need) in [(0, 5), (1, 4), (2, 4), (3, 4), (4, 4)] {
            audit.answers.needs.insert(instrument.facets[facet].id.clone(), Rating::ALL[need - 1]);
        }
        audit.answers.doses.insert(instrument.facets[3].id.clone(), Dose::TooLittle);
        audit.answers.doses.insert(instrument.facets[4].id.clone(), Dose::TooMuch);
        let scores = scored(&instrument, &audit);
        let more: Vec<&str> = to_build(&scores).iter().map(|g| g.facet.as_str()).collect();
        // The need decides between the two gaps of 2; what the person says of risk comes after them, though the scores show nothing.
        // Of vision they say too much: it is never proposed, large as the gap is.
        assert_eq!(more, ["resource-allocation", "process-implementation", "risk-mitigation"]);
        assert!((expected_by_chance(&scores) - 0.5).abs() < 1e-9);
        audit.answers.doses.insert(instrument.facets[6].id.clone(), Dose::TooLittle);
        let said: Vec<&str> = only_said_to_be_little(&audit, &scores).into_iter().map(FacetId::as_str).collect();
        assert_eq!(said, ["strategic-influence"]);
    }

    #[test]
    fn a_reading_comes_from_the_gap_and_the_dose() {
        use Reading::{AsksLess, AsksMore, Contradicts, SaidLess, SaidMore, WithinError};
        let doses = [Some(Dose::TooLittle), Some(Dose::Right), None, Some(Dose::TooMuch)];
        let rows = [
            (1.01, [AsksMore, AsksMore, AsksMore, Contradicts]),
            (1.0, [AsksMore, WithinError, WithinError, SaidLess]),
            (0.5, [AsksMore, WithinError, WithinError, SaidLess]),
            (0.49, [SaidMore, WithinError, WithinError, SaidLess]),
            (-0.49, [SaidMore, WithinError, WithinError, SaidLess]),
            (-0.5, [SaidMore, WithinError, WithinError, AsksLess]),
            (-1.0, [SaidMore, WithinError, WithinError, AsksLess]),
            (-1.01, [Contradicts, AsksLess, AsksLess, AsksLess]),
        ];
        for (gap, readings) in rows {
            assert_eq!(doses.map(|dose| Reading::of(gap, 1.0, dose)), readings, "{gap}");
        }
    }
}
