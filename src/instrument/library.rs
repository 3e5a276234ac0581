//! The built-in instruments. Every version that was ever used stays here for ever, so that old audits can be scored.

use std::sync::Arc;

use super::{Instrument, InstrumentError};
use crate::data::{DataFile, hash};
use crate::profile::{Audit, InstrumentRef, TextsRef};
use crate::pseudo;

/// The language in which every instrument has texts.
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
const FILES: [Files; 2] = [
    Files {
        folder: "assets/instrument/evenkeel-1",
        structure: include_str!("../../assets/instrument/evenkeel-1/instrument.toml"),
        english: include_str!("../../assets/instrument/evenkeel-1/en.toml"),
        translations: &[],
    },
    Files {
        folder: "assets/instrument/evenkeel-2",
        structure: include_str!("../../assets/instrument/evenkeel-2/instrument.toml"),
        english: include_str!("../../assets/instrument/evenkeel-2/en.toml"),
        translations: &[],
    },
];

/// All instruments, in one language.
#[derive(Debug)]
pub struct Instruments {
    /// The oldest first.
    older: Vec<Arc<Instrument>>,
    newest: Arc<Instrument>,
}

impl Instruments {
    /// The built-in instruments, with their words in the language with this identifier, or in English where it has none.
    ///
    /// # Errors
    /// When the built-in files break a rule; a test of the project keeps that from happening.
    pub fn built_in(language: &str) -> Result<Arc<Self>, InstrumentError> {
        let [older @ .., newest] = &FILES;
        let older = older.iter().map(|files| files.read(language)).collect::<Result<_, _>>()?;
        Ok(Arc::new(Self { older, newest: newest.read(language)? }))
    }

    /// The instrument for new audits.
    pub const fn newest(&self) -> &Arc<Instrument> {
        &self.newest
    }

    /// All of them, the newest first.
    pub fn newest_first(&self) -> impl Iterator<Item = &Arc<Instrument>> {
        [&self.newest].into_iter().chain(self.older.iter().rev())
    }

    /// The instrument that an audit was asked with, if it is here. No other one may score the audit.
    pub fn of(&self, asked: &InstrumentRef) -> Option<&Arc<Instrument>> {
        self.older.iter().chain([&self.newest]).find(|instrument| instrument.fit(asked) != Fit::Other)
    }

    /// How well the best instrument here fits an audit.
    pub fn fit(&self, asked: &InstrumentRef) -> Fit {
        self.of(asked).map_or(Fit::Other, |instrument| instrument.fit(asked))
    }

    /// Whether an audit can be shown as a whole: it is about all facets, and its instrument is here.
    pub fn can_show(&self, audit: &Audit) -> bool {
        audit.scope.facet().is_none() && self.of(&audit.instrument).is_some()
    }
}

/// How well an instrument fits an audit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// The same questions in the same words.
    Same,
    /// The same questions in other words than any that are here.
    OtherWords,
    /// Other questions: scores made with it would mean nothing.
    Other,
}

impl Instrument {
    /// Whether the audit was asked with this instrument, so that it may score the audit.
    pub fn asked(&self, audit: &Audit) -> bool {
        self.fit(&audit.instrument) != Fit::Other
    }

    /// Whether an audit was asked with this instrument, and whether in words that are here. The structure decides; the language
    /// makes no difference.
    ///
    /// Audits from files of version 1 have one hash of structure and English texts. If that differs, the words count as others.
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
    use crate::instrument::{Aspect, Side};

    /// What every audit of 0.1.0 says.
    const VERSION_1: &str = "fb22bc28382f76bed5e41437aad45dfceb7c67c492035a0efe9414803ea32183";

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

    /// Audits of 0.1.0 have this hash. A change in a file of a released version would make all of them unusable.
    #[test]
    fn version_1_stays_as_it_was_released() {
        let all = Instruments::built_in(ENGLISH).unwrap();
        let asked = InstrumentRef { version: 1, hash: VERSION_1.to_owned(), ..all.newest().reference() };
        let version_1 = all.of(&InstrumentRef { texts: None, ..asked }).unwrap();
        assert_eq!(version_1.version, 1);
        assert_eq!(version_1.hash_with_texts, VERSION_1);
    }

    /// What it does not say is absent, and not made up.
    #[test]
    fn version_1_asks_as_it_always_did() {
        let version_1 = FILES[0].read(ENGLISH).unwrap();
        let texts = &version_1.texts;
        assert!(texts.facets.values().all(|facet| facet.subtitle.is_none() && facet.too_much.is_none()));
        assert_eq!((&texts.need_sentences, &texts.stakes, &texts.sign_prompt_12), (&None, &None, &None));
        assert!(version_1.situations.iter().all(|situation| situation.left == Side::Leadership));
        assert!(version_1.signs.iter().all(|sign| texts.prompt_of(sign) == texts.sign_prompt));
        assert!(version_1.facets.iter().all(|facet| (facet.inter_item_r - 0.4).abs() < 1e-9));
    }

    #[test]
    fn new_audits_are_of_version_2_which_says_more() {
        let newest = english();
        let texts = &newest.texts;
        assert_eq!(newest.version, 2);
        assert!(texts.facets.values().all(|facet| facet.subtitle.is_some() && facet.too_much.is_some()));
        assert!(texts.need_sentences.is_some() && texts.stakes.is_some() && texts.sign_prompt_12.is_some());
        for aspect in Aspect::ALL {
            let left: Vec<Side> = newest.situations_of(aspect).map(|situation| situation.left).collect();
            assert!(left.contains(&Side::Management) && left.contains(&Side::Leadership), "{aspect:?}: {left:?}");
        }
        let twelve =
            |id: &str| newest.signs.iter().find(|sign| sign.id.as_str() == id).map(|sign| texts.prompt_of(sign));
        assert_eq!(twelve("good-people-left"), texts.sign_prompt_12.as_deref());
        assert_eq!(twelve("dates-are-missed"), Some(texts.sign_prompt.as_str()));
    }

    /// So that answers to both may be joined by the id of the item: the same id means the very same words.
    #[test]
    fn an_item_of_both_versions_has_one_text() {
        let (old, new) = (FILES[0].read(ENGLISH).unwrap(), english());
        let shared: Vec<_> = old.texts.items.iter().filter(|(id, _)| new.texts.items.contains_key(*id)).collect();
        assert!(shared.len() > 8, "{} are shared", shared.len());
        for (id, text) in shared {
            assert_eq!(new.texts.item(id), text);
            assert_eq!(new.facet_of(id.as_str()).map(|f| &f.id), old.facet_of(id.as_str()).map(|f| &f.id));
        }
    }
}
