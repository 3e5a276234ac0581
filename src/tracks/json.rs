//! The documented shape of `tracks` and `flip` in `evenkeel score --json`. Absent values are `null`.

use serde::Serialize;

use super::{Assessment, Flip, RoleFit};
use crate::profile::FacetId;

/// How well one role fits.
#[derive(Serialize)]
pub struct TrackJson<'a> {
    id: &'a str,
    can: Option<f64>,
    want: Option<f64>,
    fit: Option<f64>,
    how_sure: Option<f64>,
    in_first_three: Option<f64>,
    drain: Option<f64>,
    idle: &'a [FacetId],
    burnout: Option<bool>,
}

impl<'a> From<&'a RoleFit> for TrackJson<'a> {
    fn from(fit: &'a RoleFit) -> Self {
        Self {
            id: fit.id.as_str(),
            can: fit.can,
            want: fit.want,
            fit: fit.fit,
            how_sure: fit.how_sure,
            in_first_three: fit.in_first_three,
            drain: fit.drain,
            idle: &fit.idle,
            burnout: fit.burnout,
        }
    }
}

/// The change that would make another role fit best.
#[derive(Serialize)]
pub struct FlipJson<'a> {
    facet: &'a str,
    change: f64,
    to: &'a str,
}

impl<'a> From<&'a Flip> for FlipJson<'a> {
    fn from(flip: &'a Flip) -> Self {
        Self { facet: flip.facet.as_str(), change: flip.change, to: flip.to.as_str() }
    }
}

/// All roles, the best first; absent where no role has a fit.
pub fn tracks_json(assessment: &Assessment) -> Option<Vec<TrackJson<'_>>> {
    assessment.best()?;
    Some(assessment.ranked().into_iter().map(TrackJson::from).collect())
}
