//! The instruments that are built in: every version that ever asked somebody stays here for ever, so that old audits can be scored.

use std::sync::Arc;

use super::{Instrument, InstrumentError};
use crate::data::{DataFile, hash};
use crate::profile::{Audit, InstrumentRef, TextsRef};
use crate::pseudo;

/// The language that every instrument has.
const ENGLISH: &str = "en";

/// The files of one version.
struct Files {
    folder: &'static str,
    structure: &'static str,
    english: &'static str,
    /// Other languages, by identifier.
    translations: &'static [(&'static str, &'static str)],
}

/// The oldest version first; a new one is a folder in `assets/instrument/` and an entry here.
const FILES: [Files; 1] = [Files {
    folder: "assets/instrument/evenkeel-1",
    structure: include_str!("../../assets/instrument/evenkeel-1/instrument.toml"),
    english: include_str!("../../assets/instrument/evenkeel-1/en.toml"),
    translations: &[],
}];

/// All instruments, in one language.
#[derive(Debug)]
pub struct Instruments {
    /// The oldest first.
    older: Vec<Arc<Instrument>>,
    newest: Arc<Instrument>,
}

impl Instruments {
    /// Those that are built in, with their words in a language, by its identifier; in English where there are none in it.
    ///
    /// # Errors
    /// When the built-in files break a rule; a test of the project keeps that from happening.
    pub fn built_in(language: &str) -> Result<Arc<Self>, InstrumentError> {
        let [older @ .., newest] = &FILES;
        let older = older.iter().map(|files| files.read(language)).collect::<Result<_, _>>()?;
        Ok(Arc::new(Self { older, newest: newest.read(language)? }))
    }

    /// What new audits ask.
    pub const fn newest(&self) -> &Arc<Instrument> {
        &self.newest
    }

    /// What an audit was asked, if it is here: nothing else may score it.
    pub fn of(&self, asked: &InstrumentRef) -> Option<&Arc<Instrument>> {
        self.older.iter().chain([&self.newest]).find(|instrument| instrument.fit(asked) != Fit::Other)
    }

    /// How well what is here fits what an audit was asked.
    pub fn fit(&self, asked: &InstrumentRef) -> Fit {
        self.of(asked).map_or(Fit::Other, |instrument| instrument.fit(asked))
    }

    /// Whether an audit can be looked at as a whole: about all facets, with an instrument that is here.
    pub fn can_show(&self, audit: &Audit) -> bool {
        audit.scope.facet().is_none() && self.of(&audit.instrument).is_some()
    }
}

/// Whether an instrument is what an audit was asked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// The same questions in the same words.
    Same,
    /// The same questions in other words than any that are here.
    OtherWords,
    /// Other questions. Its scores would mean nothing.
    Other,
}

impl Instrument {
    /// Whether this is what an audit was asked with, so that it may score it.
    pub fn asked(&self, audit: &Audit) -> bool {
        self.fit(&audit.instrument) != Fit::Other
    }

    /// Whether it is what an audit was asked with, and in which words. Its structure decides; in which of the languages that are here it asked makes
    /// no difference.
    ///
    /// Audits of files of version 1 have one hash of structure and English texts: where that is another, the words are.
    pub fn fit(&self, asked: &InstrumentRef) -> Fit {
        if asked.id != self.id || asked.version != self.version {
            return Fit::Other;
        }
        let same_words = match &asked.texts {
            Some(_) if asked.hash != self.hash => return Fit::Other,
            Some(texts) => self.translations.contains(texts),
            None => asked.hash == self.hash_with_texts || asked.hash == self.hash,
        };
        if same_words { Fit::Same } else { Fit::OtherWords }
    }
}

impl Files {
    fn read(&self, language: &str) -> Result<Arc<Instrument>, InstrumentError> {
        let mut made = match self.texts().find(|(id, _)| *id == language) {
            Some((id, texts)) => self.parse(id, texts)?,
            None if language == pseudo::LANGUAGE => self.for_tests()?,
            None => self.parse(ENGLISH, self.english)?,
        };
        made.hash_with_texts = hash(&[self.structure, self.english]);
        let texts = |(id, texts): (&str, &str)| TextsRef { language: id.to_owned(), hash: hash(&[texts]) };
        made.translations = self.texts().map(texts).collect();
        if !made.translations.contains(&made.asked_in) {
            made.translations.push(made.asked_in.clone());
        }
        Ok(Arc::new(made))
    }

    fn texts(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        [(ENGLISH, self.english)].into_iter().chain(self.translations.iter().copied())
    }

    /// With words made from the English ones.
    fn for_tests(&self) -> Result<Instrument, InstrumentError> {
        let texts = pseudo::file(self.english).unwrap_or_else(|_broken| self.english.to_owned());
        let mut made = self.parse(pseudo::LANGUAGE, &texts)?;
        pseudo::LANGUAGE.clone_into(&mut made.texts.language);
        pseudo::LANGUAGE.clone_into(&mut made.asked_in.language);
        Ok(made)
    }

    fn parse(&self, language: &str, texts: &str) -> Result<Instrument, InstrumentError> {
        let (structure, name) =
            (format!("{}/instrument.toml", self.folder), format!("{}/{language}.toml", self.folder));
        Instrument::parse(DataFile { name: &structure, text: self.structure }, DataFile { name: &name, text: texts })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english() -> Arc<Instrument> {
        Instrument::built_in().unwrap()
    }

    #[test]
    fn the_language_for_tests_has_the_same_questions_in_other_words() {
        let (english, tests) = (english(), Instruments::built_in(pseudo::LANGUAGE).unwrap().newest().clone());
        assert_eq!(
            (&tests.facets, &tests.situations, &tests.signs),
            (&english.facets, &english.situations, &english.signs)
        );
        assert_eq!(tests.hash, english.hash);
        assert_ne!(tests.texts, english.texts);
        assert_ne!(tests.asked_in, english.asked_in);
        assert_eq!(tests.fit(&english.reference()), Fit::Same, "a language that is here is none of other words");
    }

    #[test]
    fn what_an_audit_was_asked_decides_who_scores_it() {
        let instrument = english();
        let same = instrument.reference();
        let of_version_1 = |hash: &str| InstrumentRef { hash: hash.to_owned(), texts: None, ..same.clone() };
        let cases = [
            (same.clone(), Fit::Same),
            (of_version_1(&instrument.hash_with_texts), Fit::Same),
            (of_version_1(&instrument.hash), Fit::Same),
            (of_version_1("0000"), Fit::OtherWords),
            (
                InstrumentRef { texts: Some(TextsRef { language: "en".into(), hash: "0000".into() }), ..same.clone() },
                Fit::OtherWords,
            ),
            (
                InstrumentRef { texts: Some(TextsRef { language: "de".into(), hash: "0000".into() }), ..same.clone() },
                Fit::OtherWords,
            ),
            (InstrumentRef { hash: "0000".into(), ..same.clone() }, Fit::Other),
            (InstrumentRef { version: 9, ..same.clone() }, Fit::Other),
            (InstrumentRef { id: "other".into(), ..same }, Fit::Other),
        ];
        let all = Instruments::built_in(ENGLISH).unwrap();
        for (asked, fit) in cases {
            assert_eq!(instrument.fit(&asked), fit, "{asked:?}");
            assert_eq!((all.fit(&asked), all.of(&asked).is_some()), (fit, fit != Fit::Other), "{asked:?}");
        }
    }

    /// Audits of 0.1.0 have this hash. Who changes a file of a version that has been released makes all of them strangers.
    #[test]
    fn version_1_stays_as_it_was_released() {
        let version_1 = FILES[0].read(ENGLISH).unwrap();
        assert_eq!(version_1.hash_with_texts, "fb22bc28382f76bed5e41437aad45dfceb7c67c492035a0efe9414803ea32183");
    }
}
