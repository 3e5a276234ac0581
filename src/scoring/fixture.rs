//! Audits for the unit tests of scores and of what is said about them.

use std::sync::Arc;

use super::{Confidence, Scores, score};
use crate::instrument::Instrument;
use crate::profile::{Answer, Audit, Form, Rating};

/// A full audit in which every item of some facets has one rating.
pub(crate) fn audit(facets: &[(usize, u8)]) -> (Arc<Instrument>, Audit) {
    let instrument = Instrument::built_in().unwrap();
    let mut audit = Audit::blank(instrument.reference(), Form::Full);
    for (facet, value) in facets {
        for item in &instrument.facets[*facet].items {
            audit.answers.insert(item.clone(), Answer::Rated(Rating::try_from(*value).unwrap()));
        }
    }
    (instrument, audit)
}

pub(crate) fn scored(instrument: &Instrument, audit: &Audit) -> Scores {
    score(instrument, audit, Confidence::P90)
}
