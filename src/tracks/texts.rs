//! The words about tracks and roles in one language.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Accountable, Track};
use crate::profile::{FacetId, RoleId};

/// The texts about a track.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrackText {
    /// Its name.
    pub name: String,
    /// What it is, in a few sentences.
    pub about: String,
}

/// Why a role asks what it asks of a facet, as two half-sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReasonText {
    /// Why the demand is what it is.
    pub demand: String,
    /// Why it counts as much as it does.
    pub weight: String,
}

/// The texts about a role.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleText {
    /// Its name.
    pub name: String,
    /// The role in one line, with trades in which it is found.
    pub summary: String,
    /// What the work is.
    pub work: String,
    /// A typical week, in words.
    pub week: String,
    /// What one answers for.
    pub accountable: String,
    /// What one gains.
    pub gains: Vec<String>,
    /// What one gives up.
    pub gives_up: Vec<String>,
    /// What it takes to get in at all.
    pub entry: String,
    /// How people come in.
    pub way_in: String,
    /// How people go back, or on.
    pub way_back: String,
    /// Questions to ask before saying yes.
    pub questions: Vec<String>,
    /// Signs of a mismatch.
    pub mismatch: Vec<String>,
    /// By facet: why the role asks what it asks.
    pub reasons: BTreeMap<FacetId, ReasonText>,
}

/// All words about tracks and roles in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct CatalogueTexts {
    /// The language, for instance `en`.
    pub language: String,
    /// A note for all roles: that they are starting points, and can be changed.
    pub note: String,
    /// The name of the hours that belong to no facet.
    pub own_work: String,
    /// By track.
    pub tracks: BTreeMap<Track, TrackText>,
    /// By what one answers for.
    pub accountable: BTreeMap<Accountable, String>,
    /// By role.
    pub roles: BTreeMap<RoleId, RoleText>,
}

impl CatalogueTexts {
    /// The words about a track.
    pub fn track(&self, track: Track) -> &TrackText {
        static NONE: TrackText = TrackText { name: String::new(), about: String::new() };
        self.tracks.get(&track).unwrap_or(&NONE)
    }

    /// The words about a role; empty ones for a role that is not built in.
    pub fn role(&self, id: &RoleId) -> &RoleText {
        static NONE: RoleText = RoleText {
            entry: String::new(),
            name: String::new(),
            summary: String::new(),
            work: String::new(),
            week: String::new(),
            accountable: String::new(),
            gains: Vec::new(),
            gives_up: Vec::new(),
            way_in: String::new(),
            way_back: String::new(),
            questions: Vec::new(),
            mismatch: Vec::new(),
            reasons: BTreeMap::new(),
        };
        self.roles.get(id).unwrap_or(&NONE)
    }

    /// Why a role asks what it asks of a facet; empty where that is not said.
    pub fn reason(&self, id: &RoleId, facet: &FacetId) -> &ReasonText {
        static NONE: ReasonText = ReasonText { demand: String::new(), weight: String::new() };
        self.role(id).reasons.get(facet).unwrap_or(&NONE)
    }

    /// The name of something that one answers for.
    pub fn accountable(&self, what: Accountable) -> &str {
        self.accountable.get(&what).map_or("", String::as_str)
    }
}
