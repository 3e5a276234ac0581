//! What the role asks, compared with what the person does.

use serde::{Deserialize, Serialize};

use super::{FacetScore, ROUNDING, Scores};
use crate::instrument::Instrument;
use crate::profile::{Answers, FacetId, Rating};
use crate::tally::{self, Counted};

/// What a gap means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reading {
    /// The role asks for more than the person does, by more than the error.
    AsksMore,
    /// The difference lies within the error.
    WithinError,
    /// The role asks for less than the person does, by more than the error.
    AsksLess,
}

/// The gap at one facet.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleGap {
    /// Which facet.
    pub facet: FacetId,
    /// What the role needs, 1 to 5.
    pub need: Rating,
    /// Need minus mean, in scale points.
    pub gap: f64,
    /// What the gap means.
    pub reading: Reading,
}

impl Reading {
    /// Whether there is a gap that is larger than the error.
    pub const fn is_gap(self) -> bool {
        matches!(self, Self::AsksMore | Self::AsksLess)
    }
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
    /// 0 to 4; 0 where the gap lies within its error.
    pub priority: f64,
}

pub(super) fn gaps(facets: &[FacetScore], answers: &Answers, z: f64) -> Option<Vec<RoleGap>> {
    if answers.needs.is_empty() {
        return None;
    }
    let gap = |f: &FacetScore| {
        let (need, score) = (*answers.needs.get(&f.id)?, f.estimate?);
        let gap = f64::from(need) - score.mean;
        let error = z * score.sem + ROUNDING;
        let reading = if gap > error {
            Reading::AsksMore
        } else if -gap > error {
            Reading::AsksLess
        } else {
            Reading::WithinError
        };
        Some(RoleGap { facet: f.id.clone(), need, gap, reading })
    };
    Some(facets.iter().filter_map(gap).collect())
}

pub(super) fn priorities(gaps: &[RoleGap], facets: &[FacetScore], answers: &Answers, z: f64) -> Vec<Priority> {
    let mut ranked: Vec<(f64, &RoleGap)> = gaps
        .iter()
        .map(|g| {
            let sem = facets.iter().find(|f| f.id == g.facet).and_then(|f| f.estimate).map_or(0.0, |score| score.sem);
            let energy = answers.energy.get(&g.facet).map_or(0.5, |e| (f64::from(*e) - 1.0) / 4.0);
            let need = (f64::from(g.need) - 1.0) / 4.0;
            (need * (g.gap - z * sem).max(0.0) * (0.5 + 0.5 * energy), g)
        })
        .collect();
    // The sort is stable: equal priority and need leave the facets in their order.
    ranked.sort_by(|(a, x), (b, y)| b.total_cmp(a).then(y.need.cmp(&x.need)));
    ranked.into_iter().map(|(priority, g)| Priority { facet: g.facet.clone(), priority }).collect()
}

/// The facets of which the role asks more than the person does, by more than the error; the most worthwhile first.
pub fn asked_for_more<'a>(instrument: &Instrument, scores: &'a Scores) -> Vec<&'a RoleGap> {
    tally::count(Counted::Scores);
    let place = |id: &FacetId| {
        let ranked = scores.priorities.iter().flatten().position(|p| p.facet == *id);
        ranked.or_else(|| instrument.facets.iter().position(|f| f.id == *id)).unwrap_or(usize::MAX)
    };
    let mut gaps: Vec<&RoleGap> = scores.role.iter().flatten().filter(|g| g.reading == Reading::AsksMore).collect();
    gaps.sort_by_key(|g| place(&g.facet));
    gaps
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
                    gap: f64::from(need) - mean,
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
    fn what_the_role_asks_comes_in_the_order_of_priority() {
        let (instrument, mut audit) = audit(&[(0, 3), (1, 2), (2, 5)]);
        for (facet, need) in [(0, 4), (1, 4), (2, 4)] {
            audit.answers.needs.insert(instrument.facets[facet].id.clone(), Rating::ALL[need - 1]);
        }
        let scores = scored(&instrument, &audit);
        let more: Vec<&str> = asked_for_more(&instrument, &scores).iter().map(|g| g.facet.as_str()).collect();
        assert_eq!(more, ["process-implementation", "resource-allocation"]);
    }
}
