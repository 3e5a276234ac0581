//! The signs around a person, in words.

use crate::scoring::{Origin, SignCounts, Signs, id};
use crate::t;
use crate::words::Words;

impl SignCounts {
    /// The name of the kind: "Signs of a management gap".
    pub fn name(&self, words: &Words) -> String {
        t!(words, "summary-kind", kind = id(&self.kind))
    }

    /// The counts in a sentence: "Two of three signs of a management gap show often around you, one more sometimes."
    pub fn sentence(&self, words: &Words) -> String {
        if self.evidence().is_none() {
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

    /// The counts, followed by what is not known or not answered.
    pub fn words(&self, words: &Words) -> String {
        let mut said = self.sentence(words);
        let open = self.of - self.known() - self.unknown;
        if self.unknown > 0 {
            said = format!("{said} {}", t!(words, "summary-signs-unknown", count = self.unknown));
        }
        if open > 0 {
            said = format!("{said} {}", t!(words, "summary-signs-open", count = open));
        }
        said
    }
}

impl Signs {
    /// What can be said, in a sentence or two.
    pub fn words(&self, words: &Words) -> String {
        match self.origin {
            Some(Origin::Place) => t!(words, "summary-source-place"),
            Some(Origin::Person) => t!(words, "summary-source-person"),
            Some(Origin::Both) => t!(words, "summary-source-both"),
            Some(Origin::Unclear) => t!(words, "summary-source-unclear"),
            Some(Origin::Little) => t!(words, "summary-source-little"),
            None => t!(words, "summary-source-few"),
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
        assert_eq!(words(&[O, O, N]), "Two of three signs of a management gap show often around you.");
        assert_eq!(
            words(&[O, S, N]),
            "One of three signs of a management gap shows often around you, one more sometimes."
        );
        assert_eq!(words(&[S, S, N]), "Two of three signs of a management gap show sometimes around you.");
        assert_eq!(words(&[N, N, N]), "None of three signs of a management gap shows around you.");
        assert_eq!(
            words(&[O, O, U]),
            "Two of three signs of a management gap show often around you. About one you don’t know."
        );
        assert_eq!(words(&[O, N]), "One of three signs of a management gap shows often around you. One is open.");
        assert_eq!(
            words(&[O, U, U]),
            "Too few answers on signs of a management gap to say anything. About two you don’t know."
        );
    }

    #[test]
    fn every_verdict_has_words() {
        let all = [
            None,
            Some(Origin::Place),
            Some(Origin::Person),
            Some(Origin::Both),
            Some(Origin::Unclear),
            Some(Origin::Little),
        ];
        let words: std::collections::BTreeSet<String> =
            all.map(|origin| Signs { kinds: Vec::new(), origin }.words(&Words::english())).into();
        assert_eq!(words.len(), 6);
    }
}
