//! The two files as they are written, with the place of each value kept for messages.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::{Leave, TrialText};

type Text = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Structure {
    pub version: Spanned<u32>,
    pub languages: Spanned<Vec<String>>,
    pub trials: Vec<Spanned<RawTrial>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTrial {
    pub id: Text,
    pub roles: Spanned<Vec<String>>,
    pub weeks: Spanned<u8>,
    pub hours: Spanned<u8>,
    pub reports: bool,
    pub ask: Leave,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTexts {
    pub language: Text,
    pub trials: BTreeMap<String, Spanned<TrialText>>,
}
