//! The documented shape of `others` in `evenkeel score --json --others FILE`. Absent values are `null`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::compare::{Comparison, FacetComparison, Finding, View};
use super::merged::{Comment, GroupCount, Merged};
use super::{Group, Who};

/// Borrows a comparison with the result that it was made from, and serialises both in the documented shape.
#[derive(Serialize)]
pub struct OthersJson<'a> {
    round: &'a str,
    release: u32,
    confidence: f64,
    groups: BTreeMap<Group, usize>,
    reference: Option<Who>,
    expected_by_chance: f64,
    facets: BTreeMap<&'a str, FacetJson>,
    profiles: BTreeMap<Who, ProfileJson>,
    comments: CommentsJson<'a>,
}

#[derive(Serialize)]
struct FacetJson {
    own: Option<f64>,
    own_sem: Option<f64>,
    finding: Option<Finding>,
    views: BTreeMap<Who, ViewJson>,
}

#[derive(Serialize)]
struct ViewJson {
    mean: f64,
    se: f64,
    measured: bool,
    raters: usize,
    items: usize,
    sd: Option<f64>,
    ad: Option<f64>,
    divided: Option<bool>,
    difference: Option<f64>,
    difference_se: Option<f64>,
    beyond_error: Option<bool>,
}

#[derive(Serialize)]
struct ProfileJson {
    icc_de: f64,
    facets: usize,
}

#[derive(Serialize)]
struct CommentsJson<'a> {
    keep: &'a [Comment],
    change: &'a [Comment],
}

impl<'a> OthersJson<'a> {
    /// The shape of a comparison.
    pub fn new(merged: &'a Merged, comparison: &'a Comparison) -> Self {
        let count = |one: &GroupCount| (one.group, one.replies);
        let profiles = comparison.profiles.iter();
        Self {
            round: &merged.round,
            release: merged.release,
            confidence: comparison.confidence.share(),
            groups: merged.groups.iter().map(count).collect(),
            reference: comparison.reference,
            expected_by_chance: comparison.expected_by_chance,
            facets: comparison.facets.iter().map(|one| (one.facet.as_str(), FacetJson::from(one))).collect(),
            profiles: profiles.map(|one| (one.who, ProfileJson { icc_de: one.icc, facets: one.facets })).collect(),
            comments: CommentsJson { keep: &merged.keep, change: &merged.change },
        }
    }
}

impl From<&FacetComparison> for FacetJson {
    fn from(facet: &FacetComparison) -> Self {
        Self {
            own: facet.own.map(|own| own.mean),
            own_sem: facet.own.map(|own| own.sem),
            finding: facet.finding,
            views: facet.views.iter().map(|view| (view.seen.who, ViewJson::from(view))).collect(),
        }
    }
}

impl From<&View> for ViewJson {
    fn from(view: &View) -> Self {
        Self {
            mean: view.seen.mean,
            se: view.se,
            measured: view.is_measured,
            raters: view.seen.raters,
            items: view.seen.items,
            sd: view.seen.spread.map(|spread| spread.sd),
            ad: view.seen.spread.map(|spread| spread.ad),
            divided: view.is_divided,
            difference: view.difference.map(|difference| difference.value),
            difference_se: view.difference.map(|difference| difference.se),
            beyond_error: view.difference.map(|difference| difference.is_beyond_error),
        }
    }
}
