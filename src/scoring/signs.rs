//! Counts the signs around a person, and tells whether they point to the person or to the place where they work.

use crate::instrument::{Instrument, SignKind};
use crate::profile::{Answers, SignAnswer};
use crate::tally::{self, Counted};

/// How many known signs a kind needs before there is evidence for it.
const NEEDED: usize = 2;

/// How strong the evidence for a kind is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// Two thirds of what its known signs could show, or more.
    Clear,
    /// In between.
    Some,
    /// A third or less.
    Little,
}

/// The signs of one kind, counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignCounts {
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

/// Where the problems may come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
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
pub struct Signs {
    /// The kinds in their order: two about the place, two about the person.
    pub kinds: Vec<SignCounts>,
    /// What can be said; `None` with too few answers.
    pub origin: Option<Origin>,
}

/// Counts the signs among answers.
pub fn signs(instrument: &Instrument, answers: &Answers) -> Signs {
    tally::count(Counted::Scores);
    let kinds: Vec<SignCounts> = SignKind::ALL.into_iter().map(|kind| count(instrument, answers, kind)).collect();
    let origin = origin(&kinds);
    Signs { kinds, origin }
}

fn count(instrument: &Instrument, answers: &Answers, kind: SignKind) -> SignCounts {
    let mut counted = SignCounts { kind, of: 0, often: 0, sometimes: 0, no: 0, unknown: 0 };
    for sign in instrument.signs_of(kind) {
        counted.of += 1;
        match answers.signs.get(&sign.id) {
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

/// Every kind must have enough known signs: with only half of the picture, the verdict would blame the wrong half.
fn origin(kinds: &[SignCounts]) -> Option<Origin> {
    let found: Vec<(bool, Evidence)> =
        kinds.iter().map(|k| Some((is_about_place(k.kind), k.evidence()?))).collect::<Option<_>>()?;
    let clear = |place: bool| found.iter().any(|(about, evidence)| *about == place && *evidence == Evidence::Clear);
    Some(match (clear(true), clear(false)) {
        (true, true) => Origin::Both,
        (true, false) => Origin::Place,
        (false, true) => Origin::Person,
        (false, false) if found.iter().any(|(_, evidence)| *evidence == Evidence::Some) => Origin::Unclear,
        (false, false) => Origin::Little,
    })
}

impl SignCounts {
    /// How many signs the person knows about.
    pub const fn known(&self) -> usize {
        self.often + self.sometimes + self.no
    }

    /// How strong the evidence is; `None` with fewer than two known signs.
    pub const fn evidence(&self) -> Option<Evidence> {
        if self.known() < NEEDED {
            return None;
        }
        let (weight, most) = (2 * self.often + self.sometimes, 2 * self.known());
        Some(if 3 * weight >= 2 * most {
            Evidence::Clear
        } else if 3 * weight <= most {
            Evidence::Little
        } else {
            Evidence::Some
        })
    }

    /// Whether it is about the place, not about the person.
    pub const fn is_about_place(&self) -> bool {
        is_about_place(self.kind)
    }
}

impl Signs {
    /// Whether anything was answered.
    pub fn is_answered(&self) -> bool {
        self.kinds.iter().any(|k| k.known() + k.unknown > 0)
    }

    /// The kind with the strongest evidence, for where there is room for only one.
    pub fn most(&self) -> Option<&SignCounts> {
        let weight = |k: &SignCounts| 3 * (2 * k.often + k.sometimes) * 2 / k.known().max(1);
        let known = self.kinds.iter().filter(|k| k.known() >= NEEDED);
        // The first one wins among equals, in the order of the kinds.
        known.rev().max_by_key(|k| weight(k))
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{N, O, S, U, around as of};
    use super::*;

    #[test]
    fn a_verdict_needs_every_kind() {
        let source = |kinds| of(kinds).origin;
        assert_eq!(source([&[N, N, S], &[O, O, N], &[N, N], &[N, S]]), Some(Origin::Place));
        assert_eq!(source([&[N, N, N], &[N, S, N], &[O, S], &[N, N]]), Some(Origin::Person));
        assert_eq!(source([&[O, O, O], &[N, N, N], &[N, N], &[O, O]]), Some(Origin::Both));
        assert_eq!(source([&[O, S, N], &[N, N, N], &[N, N], &[N, N]]), Some(Origin::Unclear));
        assert_eq!(source([&[N, N, N], &[N, N, S], &[N, N], &[N, N]]), Some(Origin::Little));
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
}
