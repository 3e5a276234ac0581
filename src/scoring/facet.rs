//! The score of one facet.

use serde::{Deserialize, Serialize};

use super::Estimate;
use crate::instrument::{Assumed, Facet, Side};
use crate::profile::{Answer, Answers, FacetId, Form};

/// How far a score can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ScoreStatus {
    /// Four fifths of what applies is answered, and at least two items.
    Ok,
    /// Half of what applies is answered.
    Provisional,
    /// Less than half is answered: no score.
    None,
    /// Nothing in it applies: no score.
    NotApplicable,
}

/// The score of one facet.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetScore {
    /// Which facet.
    pub id: FacetId,
    /// The side it belongs to.
    pub side: Side,
    /// Whether there is a score, and how good.
    pub status: ScoreStatus,
    /// Items rated.
    pub answered: usize,
    /// Items of the form that apply.
    pub applicable: usize,
    /// The score; present with status ok or provisional.
    pub estimate: Option<Estimate>,
}

/// The standard error of the mean of `answered` items that correlate by `inter_item_r`, in scale points (Lord & Novick 1968, parallel
/// items).
#[expect(clippy::cast_precision_loss, reason = "a facet has a handful of items")]
pub fn standard_error(item_sd: f64, inter_item_r: f64, answered: usize) -> f64 {
    item_sd * ((1.0 - inter_item_r) / answered as f64).sqrt()
}

/// A facet of which only the estimate matters.
pub(super) fn with_estimate(facet: &Facet, estimate: Option<Estimate>) -> FacetScore {
    let status = if estimate.is_some() { ScoreStatus::Ok } else { ScoreStatus::None };
    FacetScore { id: facet.id.clone(), side: facet.side, status, answered: 0, applicable: 0, estimate }
}

#[expect(clippy::cast_precision_loss, reason = "a facet has a handful of items")]
pub(super) fn score(facet: &Facet, form: Form, answers: &Answers, assumed: Assumed, z: f64) -> FacetScore {
    let (mut applicable, mut answered, mut sum) = (0_usize, 0_usize, 0.0);
    for item in facet.items(form) {
        match answers.items.get(item) {
            Some(Answer::NotApplicable) => {}
            Some(Answer::Rated(rating)) => {
                applicable += 1;
                answered += 1;
                sum += f64::from(*rating);
            }
            None => applicable += 1,
        }
    }
    let status = status(applicable, answered);
    let scored = matches!(status, ScoreStatus::Ok | ScoreStatus::Provisional);
    let sem = standard_error(assumed.item_sd, facet.inter_item_r, answered);
    let estimate = scored.then(|| Estimate::new(sum / answered as f64, sem, z));
    FacetScore { id: facet.id.clone(), side: facet.side, status, answered, applicable, estimate }
}

/// A facet whose mean is supposed. Its error is that of the answers; where there are too few for a score, that of all items.
pub(super) fn supposed(facet: &Facet, real: &FacetScore, mean: f64, assumed: Assumed, z: f64) -> FacetScore {
    let all = standard_error(assumed.item_sd, facet.inter_item_r, real.applicable.max(1));
    let sem = real.estimate.map_or(all, |it| it.sem);
    let status = if real.estimate.is_some() { real.status } else { ScoreStatus::Ok };
    FacetScore { status, estimate: Some(Estimate::new(mean, sem, z)), ..real.clone() }
}

/// Half of k and four fifths of k are rounded up, in whole numbers so that no rounding of fractions can move a limit.
fn status(applicable: usize, answered: usize) -> ScoreStatus {
    if applicable == 0 {
        ScoreStatus::NotApplicable
    } else if answered < applicable.div_ceil(2) {
        ScoreStatus::None
    } else if answered >= (4 * applicable).div_ceil(5) && answered >= 2 {
        ScoreStatus::Ok
    } else {
        ScoreStatus::Provisional
    }
}
