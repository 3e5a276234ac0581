//! The two files as they are written, with the place of each value kept for messages.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use toml::Spanned;

use super::{Accountable, Entry, Track};
use crate::profile::{FacetWeight, Rating};

type Text = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Structure {
    pub id: Text,
    pub version: Spanned<u32>,
    pub languages: Spanned<Vec<String>>,
    pub tracks: Vec<Spanned<RawTrack>>,
    pub roles: Vec<Spanned<RawRole>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTrack {
    pub id: Track,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRole {
    pub id: Text,
    pub track: Track,
    pub accountable: Spanned<BTreeSet<Accountable>>,
    pub own_work: Spanned<f64>,
    pub entry: Spanned<Vec<Entry>>,
    pub facets: BTreeMap<String, Spanned<RawDemand>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDemand {
    pub demand: Rating,
    pub weight: FacetWeight,
    pub hours: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTexts {
    pub language: Text,
    pub note: Text,
    pub own_work: Text,
    pub tracks: BTreeMap<Track, Spanned<super::TrackText>>,
    pub accountable: BTreeMap<Accountable, Text>,
    pub roles: BTreeMap<String, Spanned<super::RoleText>>,
}
