//! The signs around a person, in words.

use crate::scoring::{Origin, Show, SignCounts, Signs, id};
use crate::t;
use crate::words::Words;

impl SignCounts {
    /// The name of the kind: "Signs of a management gap".
    pub fn name(&self, words: &Words) -> String {
        t!(words, "summary-kind", kind = id(&self.kind))
    }

    /// The counts in a sentence: "Two of three possible signs of a management gap show often around you, one more sometimes."
    pub fn sentence(&self, words: &Words) -> String {
        if self.show().is_none() {
            t!(words, "summary-signs-few", kind = id(&self.kind))
        } else if self.often > 0 {
            t!(
                words,
                "summary-signs-often",
                kind = id(&self.kind),
                count = self.often,
                of = self.of,
                sometimes = self.sometimes
            )
        } else if self.sometimes > 0 {
            t!(words, "summary-signs-sometimes", kind = id(&self.kind), count = self.sometimes, of = self.of)
        } else {
            t!(words, "summary-signs-none", kind = id(&self.kind), of = self.known())
        }
    }

    /// The counts, followed by what is not known or not answered, and by what they may mean together with what is known of the
    /// person.
    pub fn words(&self, words: &Words) -> String {
        let mut said = self.sentence(words);
        let open = self.of - self.known() - self.unknown;
        if self.unknown > 0 {
            said = format!("{said} {}", t!(words, "summary-signs-unknown", count = self.unknown));
        }
        if open > 0 {
            said = format!("{said} {}", t!(words, "summary-signs-open", count = open));
        }
        if let Some(origin) = self.origin() {
            said = format!("{said} {}", origin_words(words, origin));
        }
        said
    }
}

fn origin_words(words: &Words, origin: Origin) -> String {
    match origin {
        Origin::Place => t!(words, "summary-origin-place"),
        Origin::Either => t!(words, "summary-origin-either"),
        Origin::CannotSay => t!(words, "summary-origin-cannot-say"),
        Origin::Overdone => t!(words, "summary-origin-overdone"),
        Origin::OthersMaySee => t!(words, "summary-origin-others"),
    }
}

impl Signs {
    /// What can be said of all kinds together, in a sentence or two; empty where each kind says it by itself.
    pub fn words(&self, words: &Words) -> String {
        let shows = |show| self.kinds.iter().any(|kind| kind.show() == Some(show));
        if self.are_both_gaps_clear() {
            t!(words, "summary-signs-both-gaps")
        } else if self.are_too_few() {
            t!(words, "summary-signs-too-few")
        } else if shows(Show::Clear) {
            String::new()
        } else if shows(Show::Some) {
            t!(words, "summary-signs-unclear")
        } else {
            t!(words, "summary-signs-little")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::SignAnswer;
    use crate::scoring::fixture::{N, O, S, U, around as of};

    #[test]
    fn counts_are_said_in_words() {
        let words = |answers: &[SignAnswer]| of([&[], answers, &[], &[]]).kinds[1].words(&Words::english());
        let clear = origin_words(&Words::english(), Origin::CannotSay);
        assert_eq!(
            words(&[O, O, N]),
            format!("Two of three possible signs of a management gap show often around you. {clear}")
        );
        assert_eq!(
            words(&[O, S, N]),
            "One of three possible signs of a management gap shows often around you, one more sometimes."
        );
        assert_eq!(words(&[S, S, N]), "Two of three possible signs of a management gap show sometimes around you.");
        assert_eq!(words(&[N, N, N]), "None of three possible signs of a management gap shows around you.");
        assert_eq!(
            words(&[O, O, U]),
            format!(
                "Two of three possible signs of a management gap show often around you. About one you don’t know. {clear}"
            )
        );
        assert_eq!(
            words(&[O, N]),
            "One of three possible signs of a management gap shows often around you. One is open."
        );
        assert_eq!(
            words(&[O, U, U]),
            "Too few answers on possible signs of a management gap to say anything. About two you don’t know."
        );
    }

    #[test]
    fn what_shows_clearly_says_what_it_may_mean() {
        let all = [Origin::Place, Origin::Either, Origin::CannotSay, Origin::Overdone, Origin::OthersMaySee];
        let words: std::collections::BTreeSet<String> =
            all.map(|origin| origin_words(&Words::english(), origin)).into();
        assert_eq!(words.len(), all.len());
        let said = of([&[O, O, N], &[], &[], &[]]).kinds[0].words(&Words::english());
        assert!(said.ends_with(&origin_words(&Words::english(), Origin::CannotSay)), "{said}");
    }

    #[test]
    fn all_kinds_together_are_said_in_words_of_their_own() {
        let words = |kinds| of(kinds).words(&Words::english());
        let all = [
            words([&[O, O, N], &[O, O, N], &[N, N], &[N, N]]),
            words([&[O], &[], &[], &[]]),
            words([&[O, S, N], &[N, N, N], &[N, N], &[N, N]]),
            words([&[N, N, N], &[N, N, S], &[N, N], &[N, N]]),
        ];
        assert_eq!(std::collections::BTreeSet::from(all.clone()).len(), 4, "{all:?}");
        assert_eq!(words([&[O, O, N], &[N, N, N], &[N, N], &[N, N]]), "", "what shows clearly speaks for itself");
    }
}
