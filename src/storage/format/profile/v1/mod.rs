//! Version 1, of Evenkeel 0.1.0. It is frozen: it has its own value types, so that it reads the same files however the program's
//! types change. It is no longer written.

mod upgrade;
mod values;

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::FormatError;
use super::reading::{self, map};
use crate::profile::Extra;
use values::{Answer, Dose, Form, Hours, Part, Points, Rating, SignAnswer, Time, Weight};

/// A profile.
#[derive(Debug, Deserialize)]
#[serde(expecting = "an object")]
pub(super) struct File {
    // The envelope has been read already. These fields are here so that they do not count as unknown.
    #[serde(rename = "format")]
    _format: String,
    #[serde(rename = "version")]
    _version: u32,
    #[serde(rename = "min_reader", default)]
    _min_reader: Option<u32>,
    #[serde(default)]
    app: String,
    id: String,
    #[serde(default)]
    person: String,
    #[serde(default)]
    audits: Vec<Audit>,
    #[serde(default)]
    roles: Vec<Role>,
    #[serde(default, deserialize_with = "map")]
    hours: BTreeMap<String, Hours>,
    #[serde(default)]
    pins: Vec<String>,
    #[serde(flatten)]
    extra: Extra,
}

/// A self-audit.
#[derive(Debug, Deserialize)]
#[serde(expecting = "an object")]
struct Audit {
    id: String,
    instrument: Instrument,
    form: Form,
    #[serde(default)]
    parts: BTreeSet<Part>,
    started: Time,
    #[serde(default)]
    finished: Option<Time>,
    #[serde(default)]
    role: String,
    #[serde(default)]
    seed: u32,
    #[serde(default)]
    order: Vec<String>,
    #[serde(default, deserialize_with = "map")]
    answers: BTreeMap<String, Answer>,
    #[serde(default, deserialize_with = "map")]
    seconds: BTreeMap<String, f64>,
    #[serde(default, deserialize_with = "map")]
    situations: BTreeMap<String, Points>,
    #[serde(default, deserialize_with = "map")]
    needs: BTreeMap<String, Rating>,
    #[serde(default, deserialize_with = "map")]
    doses: BTreeMap<String, Dose>,
    #[serde(default, deserialize_with = "map")]
    energy: BTreeMap<String, Rating>,
    #[serde(default, deserialize_with = "map")]
    signs: BTreeMap<String, SignAnswer>,
    #[serde(flatten)]
    extra: Extra,
}

/// A role of the person's own.
#[derive(Debug, Deserialize)]
#[serde(expecting = "an object")]
struct Role {
    id: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    base: Option<String>,
    #[serde(default, deserialize_with = "map")]
    demands: BTreeMap<String, Rating>,
    #[serde(default, deserialize_with = "map")]
    weights: BTreeMap<String, Weight>,
    #[serde(default)]
    ad: Vec<AdLine>,
    #[serde(flatten)]
    extra: Extra,
}

/// A line of a job ad.
#[derive(Debug, Deserialize)]
#[serde(expecting = "an object")]
struct AdLine {
    text: String,
    #[serde(default)]
    facet: Option<String>,
    #[serde(flatten)]
    extra: Extra,
}

/// The instrument. The hash is that of structure and English texts together.
#[derive(Debug, Deserialize)]
#[serde(expecting = "an object")]
struct Instrument {
    id: String,
    version: u32,
    hash: String,
    #[serde(flatten)]
    extra: Extra,
}

impl File {
    pub(super) fn read(bytes: &[u8]) -> Result<Self, FormatError> {
        reading::file(bytes)
    }
}
