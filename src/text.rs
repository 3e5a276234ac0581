//! Every word that a person sees, from the Fluent files in `assets/i18n/`; ids are checked when the program is built.
//!
//! [`t!`](crate::t) gives a text, the functions give numbers and dates in the same hand.

use std::sync::LazyLock;

use i18n_embed::fluent::{FluentLanguageLoader, fluent_language_loader};
use i18n_embed::{LanguageLoader as _, unic_langid::LanguageIdentifier};
use jiff::{Timestamp, tz::TimeZone};
use rust_embed::RustEmbed;

/// The text with this id, in the language of the program: `t!("save")`, `t!("open-count", count = 3)`.
#[macro_export]
macro_rules! t {
    // The language is the same from start to end, so words without values are looked up once, where they stand.
    ($id:literal) => {
        String::from({
            static WORDS: std::sync::LazyLock<String> =
                std::sync::LazyLock::new(|| i18n_embed_fl::fl!($crate::text::loader(), $id));
            WORDS.as_str()
        })
    };
    ($id:literal, $($args:expr),* $(,)?) => { i18n_embed_fl::fl!($crate::text::loader(), $id, $($args), *) };
}

#[derive(RustEmbed)]
#[folder = "assets/i18n"]
struct Translations;

static LOADER: LazyLock<FluentLanguageLoader> = LazyLock::new(|| {
    let loader = fluent_language_loader!();
    let wanted: Vec<LanguageIdentifier> = sys_locale::get_locales().filter_map(|l| l.parse().ok()).collect();
    let loaded = i18n_embed::select(&loader, &Translations, &wanted)
        .map(drop)
        .or_else(|_unlisted| loader.load_fallback_language(&Translations));
    if let Err(error) = loaded {
        log::error!("the texts of the program cannot be read: {error}");
    }
    // The marks that keep directions apart are boxes in a typeface that lacks them.
    loader.set_use_isolating(false);
    loader
});

/// The texts in the language of the program.
pub fn loader() -> &'static FluentLanguageLoader {
    &LOADER
}

/// The language of the texts, for instance `en`.
pub fn language() -> String {
    LOADER.current_language().to_string()
}

/// A number with so many decimals, halves rounded away from zero as people do (a mean of 3.25 is "3.3"). A zero is never
/// negative, and the minus is a real one.
pub fn decimal(value: f64, decimals: usize) -> String {
    // A mean of whole ratings can lie just under a half for no reason but the way numbers are kept.
    let text = format!("{:.decimals$}", value + 1e-9_f64.copysign(value));
    let zero = text.trim_start_matches('-').chars().all(|c| c == '0' || c == '.');
    if zero { text.trim_start_matches('-').to_owned() } else { text.replace('-', "\u{2212}") }
}

/// A score, or half the width of its band: one decimal.
pub fn points(value: f64) -> String {
    decimal(value, 1)
}

/// A day, for instance "19 Nov 2026", where the person is.
pub fn date(at: Timestamp) -> String {
    day(local_day(at))
}

/// A day of the calendar, for instance "19 Nov 2026".
pub fn day(day: jiff::civil::Date) -> String {
    t!("date", day = day.day(), month = t!("month-short", month = day.month()), year = day.year().to_string())
}

/// A day of the calendar with its month in full, for instance "19 November 2026".
pub fn day_long(day: jiff::civil::Date) -> String {
    t!("date", day = day.day(), month = t!("month-long", month = day.month()), year = day.year().to_string())
}

/// The day of a moment, where the person is.
pub fn local_day(at: Timestamp) -> jiff::civil::Date {
    at.to_zoned_datetime(TimeZone::system()).date()
}

/// A time of the day, for instance "16:42", where the person is.
pub fn time(at: Timestamp) -> String {
    at.to_zoned_datetime(TimeZone::system()).strftime("%H:%M").to_string()
}

/// A day and a time, for instance "19 Nov 2026, 16:42".
pub fn date_time(at: Timestamp) -> String {
    t!("date-time", date = date(at), time = time(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_round_and_have_a_real_minus() {
        assert_eq!(points(2.25), "2.3");
        assert_eq!(points(3.35), "3.4");
        assert_eq!(points(3.96), "4.0");
        assert_eq!(points(-0.04), "0.0");
        assert_eq!(points(-0.6), "\u{2212}0.6");
    }

    #[test]
    fn dates_are_read_by_people() {
        let at: Timestamp = "2026-11-19T12:00:00Z".parse().unwrap();
        assert_eq!(date(at), "19 Nov 2026");
    }
}
