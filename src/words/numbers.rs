//! Numbers and lists in words.

use fixed_decimal::{Decimal, FloatPrecision, SignedRoundingMode, UnsignedRoundingMode};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_locale_core::Locale;

use super::Words;
use crate::pseudo;

/// How a language writes numbers and lists. `None` where ICU has no data for it; ICU has data for all our languages.
pub(super) struct Numbers {
    decimal: Option<DecimalFormatter>,
    list: Option<ListFormatter>,
}

impl Numbers {
    pub(super) fn new(locale: &Locale) -> Self {
        let mut options = DecimalFormatterOptions::default();
        options.grouping_strategy = Some(GroupingStrategy::Never);
        let lists = ListFormatterOptions::default().with_length(ListLength::Wide);
        Self {
            decimal: DecimalFormatter::try_new(locale.into(), options).ok(),
            list: ListFormatter::try_new_and(locale.into(), lists).ok(),
        }
    }
}

impl Words {
    /// A number with this many decimals. Halves are rounded away from zero, as people do (a mean of 3.25 is "3.3"). A zero is never
    /// negative, and the minus is a real minus sign.
    pub fn decimal(&self, value: f64, decimals: usize) -> String {
        // A mean of whole ratings can be just below a half only because of the way binary numbers are stored.
        let near = value + 1e-9_f64.copysign(value);
        let plain = || format!("{value:.decimals$}");
        let Ok(mut number) = Decimal::try_from_f64(near, FloatPrecision::RoundTrip) else { return plain() };
        let place = -i16::try_from(decimals).unwrap_or(i16::MAX);
        number.round_with_mode(place, SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand));
        number.absolute.pad_end(place);
        if number.absolute.is_zero() {
            number.set_sign(fixed_decimal::Sign::None);
        }
        let Some(formatter) = &self.language.numbers.decimal else { return plain() };
        formatter.format(&number).to_string().replace('-', "\u{2212}")
    }

    /// A score, or half the width of its band: one decimal.
    pub fn points(&self, value: f64) -> String {
        self.decimal(value, 1)
    }

    /// "a", "a and b", "a, b and c".
    pub fn list<T: AsRef<str>>(&self, names: &[T]) -> String {
        let names = names.iter().map(AsRef::as_ref);
        // In the language for tests ICU's "and" would look like a word that is in no text.
        let and = self.language.numbers.list.as_ref().filter(|_| self.language.id != pseudo::LANGUAGE);
        match and {
            Some(list) => list.format(names).to_string(),
            None => names.collect::<Vec<&str>>().join(", "),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_round_and_have_a_real_minus() {
        let words = Words::english();
        assert_eq!(words.points(2.25), "2.3");
        assert_eq!(words.points(3.35), "3.4");
        assert_eq!(words.points(3.96), "4.0");
        assert_eq!(words.points(-0.04), "0.0");
        assert_eq!(words.points(-0.6), "\u{2212}0.6");
        assert_eq!(words.points(3.0), "3.0");
        assert_eq!(words.decimal(1_234.5, 0), "1235");
    }

    #[test]
    fn lists_are_read_by_people() {
        let words = Words::english();
        let list = |names: &[&str]| words.list(names);
        assert_eq!(
            [list(&[]), list(&["a"]), list(&["a", "b"]), list(&["a", "b", "c"])],
            ["", "a", "a and b", "a, b and c"]
        );
    }

    #[test]
    fn another_language_writes_numbers_in_its_own_way() {
        let german = Numbers::new(&Locale::try_from_str("de").unwrap());
        let number = Decimal::try_from_f64(3.5, FloatPrecision::RoundTrip).unwrap();
        assert_eq!(german.decimal.unwrap().format(&number).to_string(), "3,5");
        assert_eq!(german.list.unwrap().format(["a", "b"].iter()).to_string(), "a und b");
    }
}
