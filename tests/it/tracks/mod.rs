//! Tracks: the data and its rules, how well roles fit, roles of the person's own, job ads.

mod ad;
mod crowd;
mod data;
mod fit;
pub mod golden;
mod own;
mod people;

use std::sync::{Arc, LazyLock};

use evenkeel::instrument::{ByFacet, Instrument, KnownFacet};
use evenkeel::profile::{Audit, FacetWeight, Form, Rating};
use evenkeel::scoring::{Confidence, score};
use evenkeel::tracks::{Catalogue, Person, Role};

use super::support::{empty_audit, instrument, rating};

pub fn catalogue() -> Arc<Catalogue> {
    static ONCE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| Catalogue::built_in().unwrap());
    Arc::clone(&ONCE)
}

/// A person with these scores and this energy, where they are given.
pub fn person(scores: [Option<f64>; 8], energy: [Option<u8>; 8]) -> Person {
    static ONCE: LazyLock<Arc<Instrument>> = LazyLock::new(instrument);
    let instrument = &*ONCE;
    let mut audit = empty_audit(instrument, Form::Full);
    for (id, energy) in KnownFacet::all().map(KnownFacet::as_str).zip(energy) {
        if let Some(energy) = energy {
            audit.answers.energy.insert((*id).into(), rating(energy));
        }
    }
    let nobody = person_of(instrument, &audit);
    KnownFacet::all().map(KnownFacet::as_str).zip(scores).fold(nobody, |person, (id, score)| match score {
        Some(score) => person.with_mean(id, score),
        None => person,
    })
}

/// The person whom an audit shows.
pub fn person_of(instrument: &Instrument, audit: &Audit) -> Person {
    Person::new(instrument, audit, &score(instrument, audit, Confidence::P90))
}

pub fn role(id: &str, demands: [u8; 8], weights: [u8; 8]) -> Role {
    Role {
        id: id.into(),
        demands: ByFacet::in_order(demands.map(rating)),
        weights: ByFacet::in_order(weights.map(|w| FacetWeight::try_from(w).unwrap())),
    }
}

pub fn values(ratings: ByFacet<Rating>) -> Vec<u8> {
    ratings.values().map(|r| r.value()).collect()
}
