//! Version 2, which is written. Once a release has written it, it is frozen: then a change of these types is a new version in a
//! folder of its own, and this one gets value types of its own as [`v1`](super::v1) has them.
//!
//! Doc comments of fields are the descriptions in the JSON Schema, which only the tests make: the program neither reads nor
//! writes it, and is built without what makes it.

mod convert;
mod plan;
#[cfg(test)]
mod schema;
mod values;

use super::FormatError;
use super::reading::{self, map};
use crate::profile::Extra;
pub(super) use plan::{Ended, Note, Outcome, Plan, TrialOf, Turn};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
pub(super) use values::{Answer, Dose, Form, Hours, Part, Points, Rating, SignAnswer, Stakes, Time, Weight};

/// An Evenkeel profile: all self-audits of one person, as raw answers by id. Scores are made from these and not stored.
/// Programs keep fields that they do not know, at every level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(expecting = "an object")]
pub(super) struct File {
    /// Always `evenkeel-profile`.
    #[cfg_attr(test, schemars(extend("const" = super::FORMAT)))]
    pub(super) format: String,
    /// The version of the format that the file was written in.
    #[cfg_attr(test, schemars(range(min = 1)))]
    pub(super) version: u32,
    /// The oldest version whose programs may read and write the file, if they keep what they do not know. Missing: the same
    /// as `version`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(range(min = 1)))]
    pub(super) min_reader: Option<u32>,
    /// The version of the program that wrote the file last.
    #[serde(default)]
    pub(super) app: String,
    /// Given once, a UUID; stays the same when the file is moved, renamed or copied.
    #[cfg_attr(test, schemars(length(min = 1, max = 200)))]
    pub(super) id: String,
    /// The person's name; empty when it was not given.
    #[serde(default)]
    #[cfg_attr(test, schemars(length(max = 20_000)))]
    pub(super) person: String,
    /// The self-audits, oldest first.
    #[serde(default)]
    #[cfg_attr(test, schemars(length(max = 2_000)))]
    pub(super) audits: Vec<Audit>,
    /// Roles of the person's own, in the order in which they were made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(length(max = 100)))]
    pub(super) roles: Vec<Role>,
    /// By facet: hours in the person's present week; `own-work` is work that is no facet.
    #[serde(default, deserialize_with = "map", skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) hours: BTreeMap<String, Hours>,
    /// Roles that were pinned, none twice: built-in ones by name, the person's own by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(length(max = 500)))]
    pub(super) pins: Vec<String>,
    /// Whether anyone reports to the person; missing where they did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) reports: Option<bool>,
    /// Plans to practise one skill or to try one role, oldest first. At most one of them has no `ended`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(length(max = 500)))]
    pub(super) plans: Vec<Plan>,
    /// What the person wrote down as evidence, in the order in which it was written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(length(max = 2_000)))]
    pub(super) notes: Vec<Note>,
    #[serde(flatten)]
    pub(super) extra: Extra,
}

/// One self-audit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(expecting = "an object")]
pub(super) struct Audit {
    /// Given once, a UUID; no two audits of a file have the same.
    #[cfg_attr(test, schemars(length(min = 1, max = 200)))]
    pub(super) id: String,
    /// What was asked.
    pub(super) instrument: Instrument,
    /// The length of the behaviour part.
    pub(super) form: Form,
    /// The parts that were chosen. `behaviour` is always among them.
    #[serde(default)]
    pub(super) parts: BTreeSet<Part>,
    /// When it was begun.
    pub(super) started: Time,
    /// When the person first went on to the result; missing while it is under way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) finished: Option<Time>,
    /// The one facet that it asks about, by its id; missing: all of them. The audit of one facet is never the result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(length(min = 1, max = 200)))]
    pub(super) scope: Option<String>,
    /// The role that is audited, in the person's words; may be empty.
    #[serde(default)]
    #[cfg_attr(test, schemars(length(max = 20_000)))]
    pub(super) role: String,
    /// The seed of the order of items.
    #[serde(default)]
    pub(super) seed: u32,
    /// The items in the order in which they are shown, none twice.
    #[serde(default)]
    #[cfg_attr(test, schemars(length(max = 500)))]
    pub(super) order: Vec<String>,
    /// Answers by item. No entry: not answered, which is neither a rating nor `na`.
    #[serde(default, deserialize_with = "map")]
    pub(super) answers: BTreeMap<String, Answer>,
    /// Seconds that an item was on screen before its answer, where that is known; not below 0.
    #[serde(default, deserialize_with = "map")]
    pub(super) seconds: BTreeMap<String, f64>,
    /// By situation: how many of its 10 points went to the management-minded response. The other response got the rest.
    #[serde(default, deserialize_with = "map")]
    pub(super) situations: BTreeMap<String, Points>,
    /// By facet: how much the role needs it, 1 to 5.
    #[serde(default, deserialize_with = "map")]
    pub(super) needs: BTreeMap<String, Rating>,
    /// By facet: how much depends on it in the role, 0 to 3.
    #[serde(default, deserialize_with = "map", skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) stakes: BTreeMap<String, Stakes>,
    /// By facet: whether the person does enough of it.
    #[serde(default, deserialize_with = "map")]
    pub(super) doses: BTreeMap<String, Dose>,
    /// By facet: whether it drains (1) or energises (5).
    #[serde(default, deserialize_with = "map")]
    pub(super) energy: BTreeMap<String, Rating>,
    /// By sign: how much of it shows in the organisation.
    #[serde(default, deserialize_with = "map")]
    pub(super) signs: BTreeMap<String, SignAnswer>,
    #[serde(flatten)]
    pub(super) extra: Extra,
}

/// A role of the person's own. What it asks of a facet is what stands here; a facet without an entry follows from the ad.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(expecting = "an object")]
pub(super) struct Role {
    /// Given once, a UUID; no two roles of a file have the same.
    #[cfg_attr(test, schemars(length(min = 1, max = 200)))]
    pub(super) id: String,
    /// Its name, in the person's words.
    #[serde(default)]
    #[cfg_attr(test, schemars(length(max = 20_000)))]
    pub(super) name: String,
    /// The role that it was copied from; missing where it began empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(length(min = 1, max = 200)))]
    pub(super) base: Option<String>,
    /// By facet: how much the role asks of it, 1 to 5.
    #[serde(default, deserialize_with = "map")]
    pub(super) demands: BTreeMap<String, Rating>,
    /// By facet: how much it counts, 0 to 3.
    #[serde(default, deserialize_with = "map")]
    pub(super) weights: BTreeMap<String, Weight>,
    /// The job ad, line by line, 20,000 bytes in all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(length(max = 500)))]
    pub(super) ad: Vec<AdLine>,
    #[serde(flatten)]
    pub(super) extra: Extra,
}

/// A line of a job ad.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(expecting = "an object")]
pub(super) struct AdLine {
    /// The words.
    pub(super) text: String,
    /// The facet that the person found in it; missing for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(length(min = 1, max = 200)))]
    pub(super) facet: Option<String>,
    #[serde(flatten)]
    pub(super) extra: Extra,
}

/// Which instrument was used, so that scores can be made again years later.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(expecting = "an object")]
pub(super) struct Instrument {
    /// Its id.
    #[cfg_attr(test, schemars(length(min = 1, max = 200)))]
    pub(super) id: String,
    /// Its version.
    pub(super) version: u32,
    /// SHA-256 in hexadecimal: with `language` of its structure, which is the same in every language; without, as in files of
    /// version 1, of its structure and English texts in one.
    #[cfg_attr(test, schemars(length(max = 200)))]
    pub(super) hash: String,
    /// The language in which it was asked, for instance `en`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(length(max = 200)))]
    pub(super) language: Option<String>,
    /// SHA-256 of the texts in that language, in hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(length(max = 200)))]
    pub(super) texts: Option<String>,
    #[serde(flatten)]
    pub(super) extra: Extra,
}

impl File {
    pub(super) fn read(bytes: &[u8]) -> Result<Self, FormatError> {
        reading::file(bytes)
    }

    /// Marks the file as one of a newer version, for when it is written again: the profile carries the numbers along with
    /// what else it does not know.
    pub(super) fn keep_version(&mut self, version: u32, min_reader: u32) {
        self.extra.insert(VERSION_FIELD.to_owned(), version.into());
        self.extra.insert(MIN_READER_FIELD.to_owned(), min_reader.into());
    }
}

/// The version of these types.
const OWN_VERSION: u32 = 2;

const VERSION_FIELD: &str = "version";
const MIN_READER_FIELD: &str = "min_reader";

/// Takes a version number out of what a profile carries along.
fn kept(extra: &mut Extra, field: &str) -> Option<u32> {
    extra.shift_remove(field).as_ref().and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok())
}
