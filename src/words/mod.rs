//! Every word that a person sees, in one language, as a value: all code that makes words is given a [`Words`].
//!
//! - The texts are Fluent files in `assets/i18n/`, one folder for each language. [`t!`](crate::t) returns one; its id and the names
//!   of its values are checked when the program is built.
//! - Numbers, lists and the order of names come from the Unicode Common Locale Data Repository, by ICU4X. Dates are texts of the
//!   file, so that translators decide how they look.
//! - Where a language has no text for an id, the English one is used.

mod dates;
mod load;
#[cfg(feature = "window")]
mod names;
mod numbers;
#[cfg(feature = "window")]
mod weeks;

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use i18n_embed::fluent::FluentLanguageLoader;
use i18n_embed::unic_langid::LanguageIdentifier;
use icu_locale_core::Locale;
use jiff::tz::TimeZone;

use crate::pseudo;
use dates::Zone;
#[cfg(feature = "window")]
pub use weeks::first_weekday;

/// The text with this id: `t!(words, "save")`, `t!(words, "review-open", count = 3)`.
#[macro_export]
macro_rules! t {
    // Screens ask for the same words in every frame.
    ($words:expr, $id:literal) => { $words.kept($id, |loader| i18n_embed_fl::fl!(loader, $id)) };
    ($words:expr, $id:literal, $($args:expr),* $(,)?) => { i18n_embed_fl::fl!($words.loader(), $id, $($args), *) };
}

/// The words of one language, and the time zone for days and times. Cheap to clone; two values with the same language and zone
/// are equal.
#[derive(Clone)]
pub struct Words {
    language: Arc<Language>,
    zone: Zone,
}

struct Language {
    id: LanguageIdentifier,
    loader: FluentLanguageLoader,
    #[cfg(feature = "window")]
    names: names::Names,
    numbers: numbers::Numbers,
    kept: RwLock<HashMap<&'static str, Arc<str>>>,
}

impl Words {
    /// The words of a language, or English if there are none in it. Days and times are in UTC.
    pub fn new(language: &LanguageIdentifier) -> Self {
        let known = *language == pseudo::LANGUAGE || load::available().contains(language);
        let id = if known { language.clone() } else { english() };
        let locale = icu_locale(&id);
        let (loader, numbers) = (load::load(&id), numbers::Numbers::new(&locale));
        let language = Language {
            #[cfg(feature = "window")]
            names: names::Names::new(&locale),
            id,
            loader,
            numbers,
            kept: RwLock::default(),
        };
        Self { language: Arc::new(language), zone: Zone::Given(TimeZone::UTC) }
    }

    /// English, in UTC.
    pub fn english() -> Self {
        static WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(&english()));
        WORDS.clone()
    }

    /// The language for tests, see [`pseudo`], in UTC.
    pub fn pseudo() -> Self {
        pseudo::LANGUAGE.parse().map_or_else(|_invalid| Self::english(), |language| Self::new(&language))
    }

    /// The words of the language with this identifier, for instance `en`, for the same zone; the same words if it is empty or unknown.
    #[must_use]
    pub fn chosen(&self, language: &str) -> Self {
        match language.parse::<LanguageIdentifier>() {
            Ok(id) if !language.is_empty() && id != self.language.id => {
                let words = Self::new(&id);
                if words.language.id == id { Self { zone: self.zone.clone(), ..words } } else { self.clone() }
            }
            _ => self.clone(),
        }
    }

    /// The words of the system's language, in the system's time zone.
    pub fn of_the_system() -> &'static Self {
        static WORDS: LazyLock<Words> = LazyLock::new(|| {
            let available = load::available();
            let wanted = sys_locale::get_locales().filter_map(|locale| locale.parse::<LanguageIdentifier>().ok());
            let mut fitting = wanted.filter_map(|wanted| {
                if wanted == pseudo::LANGUAGE {
                    return Some(wanted);
                }
                available
                    .iter()
                    .find(|has| **has == wanted)
                    .or_else(|| available.iter().find(|has| has.language == wanted.language))
                    .cloned()
            });
            Words { zone: Zone::System, ..fitting.next().map_or_else(Words::english, |id| Words::new(&id)) }
        });
        &WORDS
    }

    /// The identifiers of the languages that have texts.
    pub fn available() -> Vec<String> {
        load::available().iter().map(ToString::to_string).collect()
    }

    /// The language's identifier, for instance `en`.
    pub fn language(&self) -> String {
        self.language.id.to_string()
    }

    /// The texts, for [`t!`](crate::t).
    pub fn loader(&self) -> &FluentLanguageLoader {
        &self.language.loader
    }

    /// A text without values, looked up once. For [`t!`](crate::t).
    pub fn kept(&self, id: &'static str, look_up: impl FnOnce(&FluentLanguageLoader) -> String) -> String {
        if let Some(text) = self.language.kept.read().unwrap_or_else(PoisonError::into_inner).get(id) {
            return String::from(&**text);
        }
        let text = look_up(&self.language.loader);
        self.language.kept.write().unwrap_or_else(PoisonError::into_inner).insert(id, text.as_str().into());
        text
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.zone == other.zone
            && (Arc::ptr_eq(&self.language, &other.language) || self.language.id == other.language.id)
    }
}

impl Eq for Words {}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({}, {:?})", self.language.id, self.zone)
    }
}

fn english() -> LanguageIdentifier {
    "en".parse().unwrap_or_default()
}

/// The locale for numbers, lists and names. For English it is the international form, with the day before the month.
fn icu_locale(id: &LanguageIdentifier) -> Locale {
    let wanted = if id.language.as_str() == "en" { "en-001".to_owned() } else { id.to_string() };
    Locale::try_from_str(&wanted).unwrap_or(Locale::UNKNOWN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_that_is_not_there_is_english() {
        let klingon = Words::new(&"tlh".parse().unwrap());
        assert_eq!((klingon.language(), klingon == Words::english()), ("en".to_owned(), true));
        assert!(Words::available().contains(&"en".to_owned()));
    }

    #[test]
    fn the_language_for_tests_has_every_text_and_none_is_english() {
        let (english, tests) = (Words::english(), Words::pseudo());
        assert_eq!(t!(english, "save"), "Save");
        assert_eq!(t!(tests, "save"), "[Šáṽé ··]");
        let id = english.language.id.clone();
        let ids: Vec<String> =
            english.loader().with_message_iter(&id, |all| all.map(|m| m.id.name.to_owned()).collect());
        assert!(ids.len() > 900, "{}", ids.len());
        for id in ids {
            let has = tests.loader().with_fluent_message_and_bundle(&id, |message, bundle| {
                let mut errors = Vec::new();
                let text = message.value().map(|p| bundle.format_pattern(p, None, &mut errors).into_owned());
                (bundle.locales.clone(), text.unwrap_or_default())
            });
            let (locales, text) = has.unwrap();
            assert_eq!(locales[0].to_string(), pseudo::LANGUAGE, "{id}");
            assert!(text.starts_with('[') && text.ends_with(']'), "{id}: {text}");
        }
    }
}
