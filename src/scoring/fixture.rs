//! Audits for the unit tests of scores and of what is said about them.

use std::sync::Arc;

use super::{AspectLean, Confidence, Scores, Signs, aspect_leans, score};
use crate::instrument::{Aspect, Instrument, SignKind};
use crate::profile::{Answer, Audit, Form, Points, Rating, SignAnswer};

/// A full audit in which every item of some facets has one rating.
pub(crate) fn audit(facets: &[(usize, u8)]) -> (Arc<Instrument>, Audit) {
    let instrument = Instrument::built_in().unwrap();
    let mut audit = Audit::blank(instrument.reference(), Form::Full);
    for (facet, value) in facets {
        for item in &instrument.facets[*facet].items {
            audit.answers.items.insert(item.clone(), Answer::Rated(Rating::try_from(*value).unwrap()));
        }
    }
    (instrument, audit)
}

pub(crate) fn scored(instrument: &Instrument, audit: &Audit) -> Scores {
    score(instrument, audit, Confidence::P90)
}

// The four answers, short enough for a table of them.
pub(crate) const O: SignAnswer = SignAnswer::Often;
pub(crate) const S: SignAnswer = SignAnswer::Sometimes;
pub(crate) const N: SignAnswer = SignAnswer::No;
pub(crate) const U: SignAnswer = SignAnswer::Unknown;

/// The signs of an audit with these answers, kind by kind.
pub(crate) fn around(kinds: [&[SignAnswer]; 4]) -> Signs {
    let (instrument, mut audit) = audit(&[]);
    for (kind, answers) in SignKind::ALL.into_iter().zip(kinds) {
        for (sign, answer) in instrument.signs_of(kind).zip(answers) {
            audit.answers.signs.insert(sign.id.clone(), *answer);
        }
    }
    scored(&instrument, &audit).signs
}

/// How decisions lean with these points for management, scene by scene.
pub(crate) fn decisions(points: &[u8]) -> AspectLean {
    let (instrument, mut audit) = audit(&[]);
    for (situation, points) in instrument.situations_of(Aspect::Decisions).zip(points) {
        audit.answers.situations.insert(situation.id.clone(), Points::try_from(*points).unwrap());
    }
    aspect_leans(&instrument, &audit.answers)[0]
}
