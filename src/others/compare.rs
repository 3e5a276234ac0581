//! What others see beside what the person says.

use super::merged::{Merged, Seen};
use super::spread::{Pair, profile_agreement};
use super::{AD_CUT, RATER_SD, Who};
use crate::profile::FacetId;
use crate::scoring::{Confidence, Estimate, ROUNDING, Scores};
use serde::{Deserialize, Serialize};

/// From so many facets on, profiles are compared as a whole.
const FACETS_NEEDED: usize = 5;

/// The person's scores beside what others see.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Each facet, in its fixed order.
    pub facets: Vec<FacetComparison>,
    /// How alike the whole profiles are.
    pub profiles: Vec<ProfileAgreement>,
    /// With whom the person is compared to find blind spots: all where they are shown, else the group with the most raters. A manager
    /// alone is nobody to find them with.
    pub reference: Option<Who>,
    /// How many facets would look like a blind spot or a hidden strength by chance alone.
    pub expected_by_chance: f64,
    /// The confidence of all readings.
    pub confidence: Confidence,
}

/// A facet as the person and as others see it.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetComparison {
    /// The facet.
    pub facet: FacetId,
    /// The person's own score.
    pub own: Option<Estimate>,
    /// Each group that is shown, and all.
    pub views: Vec<View>,
    /// What stands out, beyond error.
    pub finding: Option<Finding>,
}

/// How one group, or all, see a facet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// What was published.
    pub seen: Seen,
    /// The standard error of the mean, in scale points.
    pub se: f64,
    /// Whether that error comes from these raters; otherwise from the assumed spread.
    pub is_measured: bool,
    /// Whether the raters disagree with each other: the mean distance is above the cut. `None` where it is not shown.
    pub is_divided: Option<bool>,
    /// The person's own score less the mean; absent without a score.
    pub difference: Option<Difference>,
}

/// The person's own score less that of others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// In scale points; above nought where the person rates higher.
    pub value: f64,
    /// Its standard error.
    pub se: f64,
    /// Whether it is larger than its error.
    pub is_beyond_error: bool,
}

/// What stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    /// The person rates higher than others do.
    BlindSpot,
    /// Others rate higher than the person does.
    HiddenStrength,
}

/// How alike the person's profile is to that of others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProfileAgreement {
    /// Of whom.
    pub who: Who,
    /// `ICC_DE`, -1 to 1.
    pub icc: f64,
    /// How many facets are in it.
    pub facets: usize,
}

/// The standard error of a mean over raters: that of their own spread where it is known, else that of the assumed one.
#[expect(clippy::cast_precision_loss, reason = "there are no more raters than people who know somebody")]
pub fn error_of(seen: &Seen) -> f64 {
    seen.spread.map_or(RATER_SD, |spread| spread.sd) / (seen.raters as f64).sqrt()
}

/// Lays what others see beside the person's scores.
#[expect(clippy::cast_precision_loss, reason = "there are eight facets")]
pub fn compare(scores: &Scores, merged: &Merged) -> Comparison {
    let reference = reference(merged);
    let confidence = scores.confidence;
    let facets: Vec<FacetComparison> = merged
        .facets
        .iter()
        .map(|facet| {
            let own = scores.facet(&facet.id).and_then(|score| score.estimate);
            let views: Vec<View> = facet.seen.iter().map(|seen| view(*seen, own, confidence.z())).collect();
            let finding = views.iter().find(|view| Some(view.seen.who) == reference).and_then(finding);
            FacetComparison { facet: facet.id.clone(), own, views, finding }
        })
        .collect();
    let compared = facets
        .iter()
        .filter(|facet| facet.views.iter().any(|view| Some(view.seen.who) == reference && view.difference.is_some()));
    let expected_by_chance = compared.count() as f64 * (1.0 - confidence.share());
    let profiles = Who::EVERY.into_iter().filter_map(|who| agreement(&facets, who)).collect();
    Comparison { facets, profiles, reference, expected_by_chance, confidence }
}

fn reference(merged: &Merged) -> Option<Who> {
    let seen = || merged.facets.iter().flat_map(|facet| &facet.seen);
    if seen().any(|seen| seen.who == Who::All) {
        return Some(Who::All);
    }
    let protected = seen().filter(|seen| !matches!(seen.who, Who::Group(group) if group.is_identifiable()));
    protected.max_by_key(|seen| seen.raters).map(|seen| seen.who)
}

fn view(seen: Seen, own: Option<Estimate>, z: f64) -> View {
    let se = error_of(&seen);
    let difference = own.map(|own| {
        let (value, se) = (own.mean - seen.mean, own.sem.hypot(se));
        Difference { value, se, is_beyond_error: value.abs() > z * se + ROUNDING }
    });
    let is_divided = seen.spread.map(|spread| spread.ad > AD_CUT);
    View { seen, se, is_measured: seen.spread.is_some(), is_divided, difference }
}

fn finding(view: &View) -> Option<Finding> {
    let difference = view.difference.filter(|difference| difference.is_beyond_error)?;
    Some(if difference.value > 0.0 { Finding::BlindSpot } else { Finding::HiddenStrength })
}

fn agreement(facets: &[FacetComparison], who: Who) -> Option<ProfileAgreement> {
    let pair = |facet: &FacetComparison| {
        let view = facet.views.iter().find(|view| view.seen.who == who)?;
        Some(Pair { own: facet.own?.mean, others: view.seen.mean })
    };
    let pairs: Vec<Pair> = facets.iter().filter_map(pair).collect();
    let icc = profile_agreement(&pairs).filter(|_| pairs.len() >= FACETS_NEEDED)?;
    Some(ProfileAgreement { who, icc, facets: pairs.len() })
}

#[cfg(test)]
#[path = "compare_tests.rs"]
mod tests;
