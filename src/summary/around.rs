//! The signs around a person: is it them, or the place where they work?

use crate::instrument::{Instrument, SignKind};
use crate::profile::{Audit, SignAnswer};
use crate::t;
use crate::tally::{self, Made};
use crate::words::Words;

/// Known signs that a kind needs before anything is said of it.
const NEEDED: usize = 2;

/// How much of a kind shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// Two thirds of what its known signs could show, or more.
    Clear,
    /// In between.
    Some,
    /// A third or less.
    Little,
}

/// The signs of one kind, counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Which kind.
    pub kind: SignKind,
    /// Signs asked about.
    pub of: usize,
    /// Seen often.
    pub often: usize,
    /// Seen sometimes.
    pub sometimes: usize,
    /// Not seen.
    pub no: usize,
    /// The person does not know.
    pub unknown: usize,
}

/// Where what goes wrong may come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Signs of the place show clearly, signs of the person do not.
    Place,
    /// Signs of the person show clearly, signs of the place do not.
    Person,
    /// Both show clearly.
    Both,
    /// Something shows, nothing clearly.
    Unclear,
    /// Little shows at all.
    Little,
}

/// All signs, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Around {
    /// The kinds in their order: two about the place, two about the person.
    pub kinds: Vec<Counts>,
    /// What can be said; `None` with too few answers.
    pub source: Option<Source>,
}

/// Counts the signs of an audit.
pub fn around(instrument: &Instrument, audit: &Audit) -> Around {
    tally::count(Made::Words);
    let kinds: Vec<Counts> = SignKind::ALL.into_iter().map(|kind| count(instrument, audit, kind)).collect();
    let source = source(&kinds);
    Around { kinds, source }
}

fn count(instrument: &Instrument, audit: &Audit, kind: SignKind) -> Counts {
    let mut counted = Counts { kind, of: 0, often: 0, sometimes: 0, no: 0, unknown: 0 };
    for sign in instrument.signs_of(kind) {
        counted.of += 1;
        match audit.signs.get(&sign.id) {
            Some(SignAnswer::Often) => counted.often += 1,
            Some(SignAnswer::Sometimes) => counted.sometimes += 1,
            Some(SignAnswer::No) => counted.no += 1,
            Some(SignAnswer::Unknown) => counted.unknown += 1,
            None => {}
        }
    }
    counted
}

const fn is_about_place(kind: SignKind) -> bool {
    matches!(kind, SignKind::LeadershipGap | SignKind::ManagementGap)
}

/// Every kind must have enough known signs: a verdict from half of the picture would blame the other half.
fn source(kinds: &[Counts]) -> Option<Source> {
    let shows: Vec<(bool, Show)> =
        kinds.iter().map(|k| Some((is_about_place(k.kind), k.show()?))).collect::<Option<_>>()?;
    let clear = |place: bool| shows.iter().any(|(about, show)| *about == place && *show == Show::Clear);
    Some(match (clear(true), clear(false)) {
        (true, true) => Source::Both,
        (true, false) => Source::Place,
        (false, true) => Source::Person,
        (false, false) if shows.iter().any(|(_, show)| *show == Show::Some) => Source::Unclear,
        (false, false) => Source::Little,
    })
}

impl Counts {
    /// Signs about which the person knows.
    pub const fn known(&self) -> usize {
        self.often + self.sometimes + self.no
    }

    /// How much of it shows; `None` with fewer than two known signs.
    pub const fn show(&self) -> Option<Show> {
        if self.known() < NEEDED {
            return None;
        }
        let (weight, most) = (2 * self.often + self.sometimes, 2 * self.known());
        Some(if 3 * weight >= 2 * most {
            Show::Clear
        } else if 3 * weight <= most {
            Show::Little
        } else {
            Show::Some
        })
    }

    /// Whether it is about the place, not about the person.
    pub const fn is_about_place(&self) -> bool {
        is_about_place(self.kind)
    }

    /// The name of the kind: "Signs of a management gap".
    pub fn name(&self, words: &Words) -> String {
        t!(words, "summary-kind", kind = self.id())
    }

    const fn id(&self) -> &'static str {
        match self.kind {
            SignKind::LeadershipGap => "leadership-gap",
            SignKind::ManagementGap => "management-gap",
            SignKind::TooMuchManagement => "too-much-management",
            SignKind::TooMuchLeadership => "too-much-leadership",
        }
    }

    /// The counts in a sentence: "Two of three signs of a management gap show often around you, one more sometimes."
    pub fn sentence(&self, words: &Words) -> String {
        if self.known() < NEEDED {
            t!(words, "summary-signs-few", kind = self.id())
        } else if self.often > 0 {
            t!(
                words,
                "summary-signs-often",
                kind = self.id(),
                count = self.often,
                of = self.of,
                sometimes = self.sometimes
            )
        } else if self.sometimes > 0 {
            t!(words, "summary-signs-sometimes", kind = self.id(), count = self.sometimes, of = self.of)
        } else {
            t!(words, "summary-signs-none", kind = self.id(), of = self.known())
        }
    }

    /// The counts, and apart from them what is not known or open.
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

impl Around {
    /// Whether anything was answered.
    pub fn is_answered(&self) -> bool {
        self.kinds.iter().any(|k| k.known() + k.unknown > 0)
    }

    /// What can be said, in a sentence or two.
    pub fn words(&self, words: &Words) -> String {
        match self.source {
            Some(Source::Place) => t!(words, "summary-source-place"),
            Some(Source::Person) => t!(words, "summary-source-person"),
            Some(Source::Both) => t!(words, "summary-source-both"),
            Some(Source::Unclear) => t!(words, "summary-source-unclear"),
            Some(Source::Little) => t!(words, "summary-source-little"),
            None => t!(words, "summary-source-few"),
        }
    }

    /// The kind that shows most: the one to name where there is room for one.
    pub fn most(&self) -> Option<&Counts> {
        let weight = |k: &Counts| 3 * (2 * k.often + k.sometimes) * 2 / k.known().max(1);
        let known = self.kinds.iter().filter(|k| k.known() >= NEEDED);
        // The first of equals, as the kinds stand in their order.
        known.rev().max_by_key(|k| weight(k))
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::audit;
    use super::*;

    const O: SignAnswer = SignAnswer::Often;
    const S: SignAnswer = SignAnswer::Sometimes;
    const N: SignAnswer = SignAnswer::No;
    const U: SignAnswer = SignAnswer::Unknown;

    fn of(kinds: [&[SignAnswer]; 4]) -> Around {
        let (instrument, mut audit) = audit(&[]);
        for (kind, answers) in SignKind::ALL.into_iter().zip(kinds) {
            for (sign, answer) in instrument.signs_of(kind).zip(answers) {
                audit.signs.insert(sign.id.clone(), *answer);
            }
        }
        around(&instrument, &audit)
    }

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
    fn a_verdict_needs_every_kind() {
        let source = |kinds| of(kinds).source;
        assert_eq!(source([&[N, N, S], &[O, O, N], &[N, N], &[N, S]]), Some(Source::Place));
        assert_eq!(source([&[N, N, N], &[N, S, N], &[O, S], &[N, N]]), Some(Source::Person));
        assert_eq!(source([&[O, O, O], &[N, N, N], &[N, N], &[O, O]]), Some(Source::Both));
        assert_eq!(source([&[O, S, N], &[N, N, N], &[N, N], &[N, N]]), Some(Source::Unclear));
        assert_eq!(source([&[N, N, N], &[N, N, S], &[N, N], &[N, N]]), Some(Source::Little));
        assert_eq!(source([&[O, O, O], &[O, O, O], &[O, U], &[N, N]]), None);
        assert_eq!(source([&[O, O, O], &[O, O, O], &[], &[]]), None);
    }

    #[test]
    fn the_kind_that_shows_most_is_named() {
        let most = |kinds| of(kinds).most().map(|k| k.kind);
        assert_eq!(most([&[N, N, S], &[O, O, N], &[N, N], &[N, S]]), Some(SignKind::ManagementGap));
        assert_eq!(most([&[N, N, N], &[N, N, N], &[N, N], &[N, N]]), Some(SignKind::LeadershipGap));
        assert_eq!(most([&[], &[], &[], &[]]), None);
        assert!(!of([&[], &[], &[], &[]]).is_answered());
        assert!(of([&[U], &[], &[], &[]]).is_answered());
    }

    #[test]
    fn every_verdict_has_words() {
        let all = [
            None,
            Some(Source::Place),
            Some(Source::Person),
            Some(Source::Both),
            Some(Source::Unclear),
            Some(Source::Little),
        ];
        let words: std::collections::BTreeSet<String> =
            all.map(|source| Around { kinds: Vec::new(), source }.words(&Words::english())).into();
        assert_eq!(words.len(), 6);
    }
}
