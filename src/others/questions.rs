//! The questions that raters are asked, which are built in.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::replies::{RaterFacet, RaterQuestions};
use crate::data::{DataError, DataFile, hash, unique};
use crate::profile::{FacetId, ItemId};
use toml::Spanned;

const STRUCTURE: DataFile = DataFile {
    name: "assets/raters/evenkeel-others-1/raters.toml",
    text: include_str!("../../assets/raters/evenkeel-others-1/raters.toml"),
};
const ENGLISH: DataFile = DataFile {
    name: "assets/raters/evenkeel-others-1/en.toml",
    text: include_str!("../../assets/raters/evenkeel-others-1/en.toml"),
};

/// What stands in an item where the person's name goes.
pub const PERSON: &str = "{person}";

/// The most items of a form: a reply has one byte for their number.
const MOST_ITEMS: usize = 255;

#[derive(Deserialize)]
struct RawStructure {
    id: Spanned<String>,
    version: u32,
    facets: Vec<RawFacet>,
}

#[derive(Deserialize)]
struct RawFacet {
    id: FacetId,
    items: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
struct RawTexts {
    language: String,
    items: BTreeMap<ItemId, String>,
}

/// The questions with their words in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RaterForm {
    /// The structure.
    pub questions: RaterQuestions,
    /// The language of the words, for instance `en`.
    pub language: String,
    /// The text of each item, with [`PERSON`] where the name goes.
    pub texts: BTreeMap<ItemId, String>,
}

impl RaterForm {
    /// The built-in questions, in English.
    ///
    /// # Errors
    /// When the built-in files break a rule; a test of the project keeps that from happening.
    pub fn built_in() -> Result<Self, DataError> {
        Self::parse(STRUCTURE, ENGLISH)
    }

    /// Reads questions and their words.
    ///
    /// # Errors
    /// The first rule that is broken, with file and line.
    pub fn parse(structure: DataFile<'_>, texts: DataFile<'_>) -> Result<Self, DataError> {
        let raw: RawStructure = structure.read()?;
        structure.filled(&raw.id)?;
        unique(structure, raw.facets.iter().flat_map(|facet| &facet.items))?;
        let count = raw.facets.iter().map(|facet| facet.items.len()).sum::<usize>();
        structure.must((1..=MOST_ITEMS).contains(&count), structure.end(), "there are 1 to 255 items")?;
        let words: RawTexts = texts.read()?;
        for item in raw.facets.iter().flat_map(|facet| &facet.items) {
            let text = words.items.get(item.get_ref().as_str());
            let rule = format!("{} has a text with {PERSON} in it", item.get_ref());
            texts.must(text.is_some_and(|text| text.contains(PERSON)), texts.end(), &rule)?;
        }
        let facet = |facet: RawFacet| {
            let items = facet.items.into_iter().map(|item| ItemId::from(item.into_inner())).collect();
            RaterFacet { id: facet.id, items }
        };
        let questions = RaterQuestions {
            id: raw.id.into_inner(),
            version: raw.version,
            hash: hash(&[structure.text]),
            facets: raw.facets.into_iter().map(facet).collect(),
        };
        Ok(Self { questions, language: words.language, texts: words.items })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instrument::Instrument;

    #[test]
    fn the_questions_are_about_the_facets_of_the_self_audit() {
        let form = RaterForm::built_in().unwrap();
        let ours: Vec<&str> = form.questions.facets.iter().map(|facet| facet.id.as_str()).collect();
        let instrument = Instrument::built_in().unwrap();
        let theirs: Vec<&str> = instrument.facets.iter().map(|facet| facet.id.as_str()).collect();
        assert_eq!(ours, theirs);
        assert_eq!(form.questions.hash.len(), 64);
    }

    #[test]
    fn they_are_asked_the_first_of_each_facet_first() {
        let form = RaterForm::built_in().unwrap();
        let order = form.questions.in_order_of_asking();
        assert_eq!(order.len(), form.questions.items().count());
        let firsts: Vec<&str> = order[..4].iter().map(|item| item.as_str()).collect();
        let of = |at: usize| form.questions.facets[at].items[0].as_str();
        assert_eq!(firsts, [of(0), of(4), of(1), of(5)]);
    }
}
