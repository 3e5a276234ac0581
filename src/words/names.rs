//! Sorts names in the order that readers of a language expect.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;

use super::Words;

/// How a language orders names. `None` where ICU has no data for it; ICU has data for all our languages.
pub(super) struct Names(Option<CollatorBorrowed<'static>>);

impl Names {
    pub(super) fn new(locale: &Locale) -> Self {
        Self(Collator::try_new(locale.into(), CollatorOptions::default()).ok())
    }
}

impl Words {
    /// The order of two names: capitals and small letters together, letters with accents beside those without.
    pub fn compare_names(&self, a: &str, b: &str) -> Ordering {
        self.language.names.0.as_ref().map_or_else(|| a.cmp(b), |collator| collator.compare(a, b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_where_people_look_for_them() {
        let words = Words::english();
        let mut names = ["Zebra", "Äpfel", "apple", "Zoë", "Apfel"];
        names.sort_by(|a, b| words.compare_names(a, b));
        assert_eq!(names, ["Apfel", "Äpfel", "apple", "Zebra", "Zoë"]);
    }
}
