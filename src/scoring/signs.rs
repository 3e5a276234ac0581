//! Counts the signs around a person, and holds them against what is known of that person: for each kind, whether it may come from
//! the person or from the place where they work.

use serde::Serialize;

use super::{FacetScore, Reading, RoleGap};
use crate::instrument::{Instrument, SignKind};
use crate::profile::{Answers, Dose, SignAnswer};

/// How many known signs a kind needs before anything is said about it.
const NEEDED: usize = 2;
/// How many of them must be seen often before a kind shows clearly.
const OFTEN_SEEN: usize = 2;
/// How many facets of a side must have a reading before the side can be called fine.
const READINGS: usize = 3;

/// How clearly the signs of one kind show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Show {
    /// Two thirds of what its known signs could show, or more, and at least two of them often.
    Clear,
    /// In between.
    Some,
    /// A third or less.
    Little,
}

/// What is known of the person, from the scores and the dose, on the side that signs of one kind are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum You {
    /// Three facets or more have a reading, none of them asks for more, and in none do the two sources contradict each other.
    Fine,
    /// At least one facet asks for more, by the scores or by the person's own word.
    Gap,
    /// Too little is known.
    Unknown,
    /// At least one facet is too much, by the scores or by the person's own word. Only for signs of too much.
    TooMuch,
    /// Nothing says so. Only for signs of too much.
    NotTooMuch,
}

/// What signs that show clearly may mean, together with what is known of the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The person does what the role asks: more likely the place.
    Place,
    /// The person does less than the role asks: it may be them, the place, or both.
    Either,
    /// Nothing is known of the person's side.
    CannotSay,
    /// The person probably overdoes it.
    Overdone,
    /// Others may see too much where the person does not.
    OthersMaySee,
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
    /// What is known of the person.
    pub you: You,
}

/// All signs, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signs {
    /// The kinds in their order: two of what may be missing, two of too much.
    pub kinds: Vec<SignCounts>,
}

/// What is known of the person.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub answers: &'a Answers,
    pub facets: &'a [FacetScore],
    pub gaps: &'a [RoleGap],
}

pub(super) fn signs(instrument: &Instrument, known: Known<'_>) -> Signs {
    let count = |kind| count(instrument, known.answers, kind, you(known, kind));
    Signs { kinds: SignKind::ALL.into_iter().map(count).collect() }
}

fn count(instrument: &Instrument, answers: &Answers, kind: SignKind, you: You) -> SignCounts {
    let mut counted = SignCounts { kind, of: 0, often: 0, sometimes: 0, no: 0, unknown: 0, you };
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

fn you(known: Known<'_>, kind: SignKind) -> You {
    let side = kind.side();
    let own = || known.facets.iter().filter(move |facet| facet.side == side).map(|facet| &facet.id);
    let readings: Vec<Reading> =
        own().filter_map(|id| known.gaps.iter().find(|gap| gap.facet == *id)).map(|gap| gap.reading).collect();
    if kind.is_too_much() {
        let said = own().any(|id| known.answers.doses.get(id) == Some(&Dose::TooMuch));
        let found = said || readings.iter().any(|reading| reading.is_to_cut_back());
        return if found { You::TooMuch } else { You::NotTooMuch };
    }
    if readings.iter().any(|reading| reading.is_to_build()) {
        You::Gap
    } else if readings.len() >= READINGS && !readings.contains(&Reading::Contradicts) {
        You::Fine
    } else {
        You::Unknown
    }
}

impl SignCounts {
    /// How many signs the person knows about.
    pub const fn known(&self) -> usize {
        self.often + self.sometimes + self.no
    }

    /// How clearly they show; `None` with fewer than two known signs.
    pub const fn show(&self) -> Option<Show> {
        if self.known() < NEEDED {
            return None;
        }
        let (weight, most) = (2 * self.often + self.sometimes, 2 * self.known());
        Some(if 3 * weight >= 2 * most && self.often >= OFTEN_SEEN {
            Show::Clear
        } else if 3 * weight <= most {
            Show::Little
        } else {
            Show::Some
        })
    }

    /// What they may mean; `None` where they do not show clearly.
    pub fn origin(&self) -> Option<Origin> {
        (self.show()? == Show::Clear).then_some(match self.you {
            You::Fine => Origin::Place,
            You::Gap => Origin::Either,
            You::Unknown => Origin::CannotSay,
            You::TooMuch => Origin::Overdone,
            You::NotTooMuch => Origin::OthersMaySee,
        })
    }
}

impl Signs {
    /// Whether anything was answered.
    pub fn is_answered(&self) -> bool {
        self.kinds.iter().any(|k| k.known() + k.unknown > 0)
    }

    /// Whether signs of both gaps show clearly at once.
    pub fn are_both_gaps_clear(&self) -> bool {
        let clear = |kind: &&SignCounts| !kind.kind.is_too_much() && kind.show() == Some(Show::Clear);
        self.kinds.iter().filter(clear).count() == 2
    }

    /// Whether too little is known of every kind to say anything.
    pub fn are_too_few(&self) -> bool {
        self.kinds.iter().all(|kind| kind.show().is_none())
    }

    /// The kind that shows most, for where there is room for only one.
    pub fn most(&self) -> Option<&SignCounts> {
        let weight = |k: &SignCounts| 3 * (2 * k.often + k.sometimes) * 2 / k.known().max(1);
        let known = self.kinds.iter().filter(|k| k.known() >= NEEDED);
        // The first one wins among equals, in the order of the kinds.
        known.rev().max_by_key(|k| weight(k))
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{N, O, S, U, around as of, audit, scored};
    use super::*;
    use crate::profile::{Audit, Rating};

    #[test]
    fn a_kind_shows_clearly_only_with_two_signs_seen_often() {
        let show = |answers: &[SignAnswer]| of([answers, &[], &[], &[]]).kinds[0].show();
        assert_eq!(show(&[O, O, N]), Some(Show::Clear));
        assert_eq!(show(&[O, S, S]), Some(Show::Some), "two thirds, and one often");
        assert_eq!(show(&[O, S, U]), Some(Show::Some), "three quarters, and one often");
        assert_eq!(show(&[O, O, U]), Some(Show::Clear));
        assert_eq!(show(&[S, S, N]), Some(Show::Little));
        assert_eq!(show(&[O, S, N]), Some(Show::Some));
        assert_eq!(show(&[O, U, U]), None);
    }

    /// An audit in which signs of a leadership gap show clearly; each facet of leadership that is given has 3 throughout, and this need.
    fn origin(needs: &[u8], dose: Option<Dose>) -> Option<Origin> {
        let facets: Vec<(usize, u8)> = (0..needs.len()).map(|at| (4 + at, 3)).collect();
        let (instrument, mut audit) = audit(&facets);
        seen(&instrument, &mut audit, SignKind::LeadershipGap);
        for (facet, need) in instrument.facets[4..].iter().zip(needs) {
            audit.answers.needs.insert(facet.id.clone(), Rating::try_from(*need).unwrap());
            audit.answers.doses.extend(dose.map(|dose| (facet.id.clone(), dose)));
        }
        scored(&instrument, &audit).signs.kinds[0].origin()
    }

    fn seen(instrument: &Instrument, audit: &mut Audit, kind: SignKind) {
        audit.answers.signs.extend(instrument.signs_of(kind).map(|sign| (sign.id.clone(), SignAnswer::Often)));
    }

    #[test]
    fn what_shows_is_held_against_what_is_known_of_the_person() {
        assert_eq!(origin(&[3, 3, 3], None), Some(Origin::Place));
        assert_eq!(origin(&[3, 3, 5], None), Some(Origin::Either));
        assert_eq!(origin(&[3, 3, 3], Some(Dose::TooLittle)), Some(Origin::Either));
        assert_eq!(origin(&[3, 3], None), Some(Origin::CannotSay));
        assert_eq!(
            origin(&[5, 3, 3], Some(Dose::TooMuch)),
            Some(Origin::CannotSay),
            "the need of 5 contradicts the word"
        );
        assert_eq!(origin(&[5], None), Some(Origin::Either));
        assert_eq!(origin(&[], None), Some(Origin::CannotSay));
    }

    #[test]
    fn signs_of_too_much_are_held_against_what_is_too_much() {
        let (instrument, mut audit) = audit(&[(0, 5)]);
        seen(&instrument, &mut audit, SignKind::TooMuchManagement);
        let of = |audit: &Audit| scored(&instrument, audit).signs.kinds[2].origin();
        assert_eq!(of(&audit), Some(Origin::OthersMaySee));
        let (facet, other) = (instrument.facets[0].id.clone(), instrument.facets[4].id.clone());
        let mut said = audit.clone();
        said.answers.doses.insert(other, Dose::TooMuch);
        assert_eq!(of(&said), Some(Origin::OthersMaySee), "that is the other side");
        said.answers.doses.insert(facet.clone(), Dose::TooMuch);
        assert_eq!(of(&said), Some(Origin::Overdone));
        audit.answers.needs.insert(facet, Rating::ALL[0]);
        assert_eq!(of(&audit), Some(Origin::Overdone));
    }

    #[test]
    fn both_gaps_at_once_are_known() {
        assert!(of([&[O, O, N], &[O, O, O], &[], &[]]).are_both_gaps_clear());
        assert!(!of([&[O, O, N], &[O, N, N], &[O, O], &[O, O]]).are_both_gaps_clear());
        assert!(of([&[O], &[U, N], &[], &[]]).are_too_few());
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
