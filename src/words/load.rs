//! From the files in `assets/i18n/` to the texts of one language.

use std::borrow::Cow;
use std::mem::take;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};
use fluent_syntax::{parser, serializer};
use i18n_embed::fluent::{FluentLanguageLoader, fluent_language_loader};
use i18n_embed::unic_langid::LanguageIdentifier;
use i18n_embed::{I18nAssets, LanguageLoader as _};
use rust_embed::RustEmbed;

use crate::pseudo;

#[derive(RustEmbed)]
#[folder = "assets/i18n"]
struct Translations;

/// The texts of a language; missing ones are English.
pub(super) fn load(language: &LanguageIdentifier) -> FluentLanguageLoader {
    let loader = fluent_language_loader!();
    if let Err(error) = loader.load_languages(&WithPseudo, std::slice::from_ref(language)) {
        log::error!("the texts of the program cannot be read: {error}");
    }
    // Without Fluent's marks for text direction: a font that lacks them would show boxes.
    loader.set_use_isolating(false);
    loader
}

/// The languages that have files.
pub(super) fn available() -> Vec<LanguageIdentifier> {
    let mut found: Vec<LanguageIdentifier> =
        Translations::iter().filter_map(|file| file.split('/').next()?.parse().ok()).collect();
    found.sort_by_key(ToString::to_string);
    found.dedup();
    found
}

/// The files; those of the test language are made from the English ones.
struct WithPseudo;

impl I18nAssets for WithPseudo {
    fn get_files(&self, path: &str) -> Vec<Cow<'_, [u8]>> {
        let Some(file) = path.strip_prefix(pseudo::LANGUAGE) else { return Translations.get_files(path) };
        let english = Translations.get_files(&format!("en{file}"));
        let of_tests = |bytes: Cow<'_, [u8]>| Cow::Owned(with_accents(&String::from_utf8_lossy(&bytes)).into_bytes());
        english.into_iter().map(of_tests).collect()
    }

    fn filenames_iter(&self) -> Box<dyn Iterator<Item = String> + '_> {
        Box::new(Translations::iter().map(|name| name.to_string()))
    }
}

fn with_accents(english: &str) -> String {
    let mut resource: Resource<String> = match parser::parse(english.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    for entry in &mut resource.body {
        if let Entry::Message(message) = entry
            && let Some(text) = &mut message.value
        {
            bracket(text);
        }
    }
    serializer::serialize(&resource)
}

fn bracket(pattern: &mut Pattern<String>) {
    let letters = accent(pattern);
    // The brackets are put in as values, since a bracket at the start of a line has a meaning in Fluent.
    let text = |value: String| PatternElement::Placeable {
        expression: Expression::Inline(InlineExpression::StringLiteral { value }),
    };
    let longer = "·".repeat(letters.div_ceil(3));
    let inside = take(&mut pattern.elements);
    pattern.elements =
        std::iter::once(text("[".to_owned())).chain(inside).chain([text(format!(" {longer}]"))]).collect();
}

/// Gives every letter an accent, and returns how many letters there were.
fn accent(pattern: &mut Pattern<String>) -> usize {
    let mut letters = 0;
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => {
                letters += value.chars().filter(|c| c.is_alphabetic()).count();
                *value = pseudo::accented(value);
            }
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                letters += variants.iter_mut().map(|variant| accent(&mut variant.value)).max().unwrap_or(0);
            }
            PatternElement::Placeable { .. } => {}
        }
    }
    letters
}
