//! The words that suggest a facet.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::super::TracksError;
use crate::data::{Checked, DataFile};
use crate::instrument::KnownFacet;
use crate::profile::FacetId;

/// The smallest number of entries of a facet.
const FEWEST: usize = 10;

/// A list of words for each facet, in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Keywords {
    /// The language, for instance `en`.
    pub language: String,
    /// By facet, in the order of the facets.
    entries: Vec<(FacetId, Vec<Entry>)>,
}

/// One or more words that follow each other, in lower case.
#[derive(Clone, Debug, PartialEq)]
struct Entry {
    words: Vec<Word>,
}

#[derive(Clone, Debug, PartialEq)]
struct Word {
    text: String,
    /// Whether a longer word that begins like this counts too.
    begins: bool,
}

/// A facet that a line may be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The facet.
    pub facet: FacetId,
    /// The words of the line that suggest it, in the order of the list.
    pub because: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    language: Spanned<String>,
    words: BTreeMap<String, Spanned<Vec<Spanned<String>>>>,
}

impl Keywords {
    /// The list that is built into the program, in English.
    ///
    /// # Errors
    /// When the built-in file breaks a rule; a test of the project keeps that from happening.
    pub fn built_in() -> Result<Arc<Self>, TracksError> {
        let text = include_str!("../../../assets/tracks/en-words.toml");
        Self::parse(DataFile { name: "assets/tracks/en-words.toml", text }).map(Arc::new)
    }

    /// Reads and checks a list.
    ///
    /// # Errors
    /// The first rule that is broken, with file and line.
    pub fn parse(file: DataFile<'_>) -> Result<Self, TracksError> {
        Ok(Self::checked(file)?)
    }

    fn checked(file: DataFile<'_>) -> Checked<Self> {
        let raw: Raw = file.read()?;
        file.filled(&raw.language)?;
        let mut seen = BTreeSet::new();
        let mut entries = Vec::with_capacity(KnownFacet::all().len());
        for facet in KnownFacet::all().map(KnownFacet::as_str) {
            let Some(list) = raw.words.get(facet) else {
                return file.broken(file.end(), format!("every facet has words; {facet} has none"));
            };
            let rule = format!("a facet has {FEWEST} words or more");
            file.must(list.get_ref().len() >= FEWEST, list.span(), &rule)?;
            for entry in list.get_ref() {
                check(file, entry)?;
                let rule = format!("no word stands twice; {} does", entry.get_ref());
                file.must(seen.insert(entry.get_ref().as_str()), entry.span(), &rule)?;
            }
            let list = list.get_ref().iter().map(|entry| Entry::new(entry.get_ref())).collect();
            entries.push((FacetId::from(facet), list));
        }
        for (facet, list) in &raw.words {
            let rule = format!("words belong to a facet; {facet} is none");
            file.must(KnownFacet::of(facet).is_some(), list.span(), &rule)?;
        }
        Ok(Self { language: raw.language.into_inner(), entries })
    }

    /// The facets that a line may be about, the likeliest first; ties stay in the order of the facets.
    pub fn suggest(&self, line: &str) -> Vec<Suggestion> {
        let words = words_of(line);
        let mut found: Vec<Suggestion> = self
            .entries
            .iter()
            .map(|(facet, entries)| Suggestion {
                facet: facet.clone(),
                because: entries.iter().filter_map(|entry| entry.found_in(&words)).collect(),
            })
            .filter(|suggestion| !suggestion.because.is_empty())
            .collect();
        found.sort_by_key(|suggestion| std::cmp::Reverse(suggestion.because.len()));
        found
    }
}

fn check(file: DataFile<'_>, entry: &Spanned<String>) -> Checked {
    file.filled(entry)?;
    let text = entry.get_ref();
    let plain = text.split(' ').all(|word| {
        let stem = word.strip_suffix('*').unwrap_or(word);
        !stem.is_empty() && words_of(stem) == [stem]
    });
    file.must(plain, entry.span(), "a word is in small letters, without marks but a * at its end")
}

/// The words of a text in lower case. A hyphen separates two words, an apostrophe does not.
fn words_of(text: &str) -> Vec<String> {
    let inside = |c: char| c.is_alphanumeric() || c == '’' || c == '\'';
    let parts = text.split(|c: char| !inside(c)).filter(|word| !word.is_empty());
    parts.map(|word| word.to_lowercase().replace('’', "'")).collect()
}

impl Entry {
    fn new(text: &str) -> Self {
        let word = |word: &str| {
            let stem = word.strip_suffix('*');
            Word { text: stem.unwrap_or(word).to_owned(), begins: stem.is_some() }
        };
        Self { words: text.split(' ').map(word).collect() }
    }

    /// The words of the line that match this entry, at the first place where they do.
    fn found_in(&self, words: &[String]) -> Option<String> {
        let fits = |window: &&[String]| window.iter().zip(&self.words).all(|(found, wanted)| wanted.is(found));
        words.windows(self.words.len()).find(fits).map(|window| window.join(" "))
    }
}

impl Word {
    fn is(&self, found: &str) -> bool {
        if self.begins { found.starts_with(&self.text) } else { found == self.text }
    }
}
