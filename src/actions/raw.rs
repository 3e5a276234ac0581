//! The two files as they are written, with the place of each value kept for messages.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::{ActionKind, ActionNeed, ActionText, ForReports};

type Text = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Structure {
    pub id: Text,
    pub version: Spanned<u32>,
    pub languages: Spanned<Vec<String>>,
    pub actions: Vec<Spanned<RawAction>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawAction {
    pub id: Text,
    pub facet: Text,
    pub kind: ActionKind,
    pub minutes: Spanned<u8>,
    pub reports: ForReports,
    pub needs: Spanned<Vec<ActionNeed>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTexts {
    pub language: Text,
    pub actions: BTreeMap<String, Spanned<ActionText>>,
}
