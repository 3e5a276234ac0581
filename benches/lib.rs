//! What the benchmarks measure with: see `core.rs`, `frames.rs` and `many_audits.rs`.
#![expect(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "a benchmark that cannot be set up has nothing to say"
)]

use std::sync::Arc;

use evenkeel::instrument::{Instrument, item_order};
use evenkeel::profile::{Answer, Answers, Audit, Dose, Form, Part, Profile, Rating, SignAnswer};
use evenkeel::storage::format;

/// A full audit with everything answered.
pub fn audit(instrument: &Instrument, seed: u32) -> Audit {
    let order = item_order(instrument, Form::Full, seed);
    let rating = |i: usize| Rating::ALL[(i * 7 + seed as usize) % 5];
    let facets = || instrument.facets.iter().enumerate().map(|(i, f)| (f.id.clone(), rating(i)));
    Audit {
        id: format!("00000000-0000-4000-8000-{seed:012}").into(),
        parts: Part::ALL.into(),
        started: "2026-11-19T08:12:00Z".parse().unwrap(),
        finished: Some("2026-11-19T08:24:00Z".parse().unwrap()),
        role: "Team lead, logistics".to_owned(),
        seed,
        answers: Answers {
        items: order.iter().enumerate().map(|(i, item)| (item.clone(), Answer::Rated(rating(i)))).collect(),
        seconds: order.iter().map(|item| (item.clone(), 5.8)).collect(),
        situations: instrument.situations.iter().map(|s| (s.id.clone(), 6.try_into().unwrap())).collect(),
        needs: facets().collect(),
        stakes: std::collections::BTreeMap::new(),
        doses: instrument.facets.iter().map(|f| (f.id.clone(), Dose::Right)).collect(),
        energy: facets().collect(),
        signs: instrument.signs.iter().map(|s| (s.id.clone(), SignAnswer::Sometimes)).collect(),
        },
        order,
        ..Audit::blank(instrument.reference(), Form::Full)
    }
}

/// A file with so many full audits.
pub fn profile(audits: usize) -> Vec<u8> {
    let instrument = Instrument::built_in().unwrap();
    let mut profile = Profile::new("00000000-0000-4000-8000-000000000000".into());
    profile.audits = (0..audits).map(|seed| Arc::new(audit(&instrument, u32::try_from(seed).unwrap()))).collect();
    format::encode(&profile).unwrap()
}
