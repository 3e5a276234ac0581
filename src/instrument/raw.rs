//! The two files as they are written, with the place of each value kept for messages.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::{Aspect, AspectText, Assumed, FacetText, Side, SignKind, SituationText};

type Text = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Structure {
    pub id: Text,
    pub version: Spanned<u32>,
    pub languages: Spanned<Vec<String>>,
    pub confidence: Spanned<f64>,
    pub assumed: Spanned<Assumed>,
    pub facets: Vec<Spanned<RawFacet>>,
    pub aspects: Vec<Spanned<RawAspect>>,
    pub situations: Vec<Spanned<RawSituation>>,
    pub signs: Vec<Spanned<RawSign>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFacet {
    pub id: Text,
    pub side: Side,
    pub items: Vec<Text>,
    pub quick: Vec<Text>,
    #[serde(default)]
    pub inter_item_r: Option<Spanned<f64>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawAspect {
    pub id: Aspect,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSituation {
    pub id: Text,
    pub aspect: Aspect,
    #[serde(default)]
    pub left: Option<Side>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSign {
    pub id: Text,
    pub kind: SignKind,
    #[serde(default)]
    pub months: Option<Spanned<u8>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTexts {
    pub language: Text,
    pub name: Text,
    pub behaviour: RawBehaviour,
    pub facets: BTreeMap<String, Spanned<FacetText>>,
    pub items: BTreeMap<String, Text>,
    pub situations: BTreeMap<String, Spanned<SituationText>>,
    pub situation_scale: RawPrompt,
    pub aspects: BTreeMap<Aspect, Spanned<AspectText>>,
    pub signs: BTreeMap<String, Text>,
    pub scales: RawScales,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawBehaviour {
    pub frame: Text,
    pub answers: Vec<Spanned<RawAnswer>>,
    pub not_applicable: Spanned<super::AnswerText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawAnswer {
    pub value: u8,
    pub label: String,
    pub sentence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPrompt {
    pub prompt: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawScales {
    pub need: RawNeed,
    #[serde(default)]
    pub stakes: Option<RawStakes>,
    pub dose: RawDose,
    pub energy: RawFive,
    pub sign: RawSignScale,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFive {
    pub prompt: Text,
    pub labels: Spanned<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawNeed {
    pub prompt: Text,
    pub labels: Spanned<Vec<String>>,
    #[serde(default)]
    pub sentences: Option<Spanned<Vec<String>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawStakes {
    pub question: Text,
    pub labels: Spanned<Vec<String>>,
    pub sentences: Spanned<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDose {
    pub prompt: Text,
    pub too_little: Text,
    pub right: Text,
    pub too_much: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSignScale {
    pub prompt: Text,
    pub no: Text,
    pub sometimes: Text,
    pub often: Text,
    pub unknown: Text,
    #[serde(default)]
    pub prompt_12: Option<Text>,
}
