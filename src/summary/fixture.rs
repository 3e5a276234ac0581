//! Audits for the tests of this module.

use std::sync::Arc;

use crate::instrument::Instrument;
use crate::profile::{Answer, Audit, Form, Rating};
use crate::scoring::{Confidence, Scores, score};

/// A full audit in which every item of some facets has one rating.
pub(super) fn audit(facets: &[(usize, u8)]) -> (Arc<Instrument>, Audit) {
    let instrument = Instrument::built_in().unwrap();
    let mut audit = Audit::blank(instrument.reference(), Form::Full);
    for (facet, value) in facets {
        for item in &instrument.facets[*facet].items {
            audit.answers.insert(item.clone(), Answer::Rated(Rating::try_from(*value).unwrap()));
        }
    }
    (instrument, audit)
}

pub(super) fn scored(instrument: &Instrument, audit: &Audit) -> Scores {
    score(instrument, audit, Confidence::P90)
}
