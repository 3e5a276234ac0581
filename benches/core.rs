//! How long the core takes: `make bench`.
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot be set up has nothing to say")]

use std::sync::Arc;

use divan::{Bencher, black_box};
use evenkeel::instrument::{Instrument, item_order};
use evenkeel::profile::{Answer, Audit, Form, Part, Rating};
use evenkeel::scoring::{Confidence, score};

fn main() {
    divan::main();
}

/// A full audit with everything answered.
fn audit(instrument: &Instrument, seed: u32) -> Audit {
    let order = item_order(instrument, Form::Full, seed);
    let rating = |i: usize| Rating::ALL[(i * 7 + seed as usize) % 5];
    let facets = || instrument.facets.iter().enumerate().map(|(i, f)| (f.id.clone(), rating(i)));
    Audit {
        id: format!("00000000-0000-4000-8000-{seed:012}").into(),
        instrument: instrument.reference(),
        form: Form::Full,
        parts: Part::ALL.into(),
        started: "2026-11-19T08:12:00Z".parse().unwrap(),
        finished: Some("2026-11-19T08:24:00Z".parse().unwrap()),
        role: "Team lead, logistics".to_owned(),
        seed,
        answers: order.iter().enumerate().map(|(i, item)| (item.clone(), Answer::Rated(rating(i)))).collect(),
        seconds: order.iter().map(|item| (item.clone(), 5.8)).collect(),
        order,
        situations: instrument.situations.iter().map(|s| (s.id.clone(), 6.try_into().unwrap())).collect(),
        needs: facets().collect(),
        doses: instrument.facets.iter().map(|f| (f.id.clone(), evenkeel::profile::Dose::Right)).collect(),
        energy: facets().collect(),
        signs: instrument.signs.iter().map(|s| (s.id.clone(), evenkeel::profile::SignAnswer::Sometimes)).collect(),
        extra: serde_json::Map::new(),
    }
}

fn instrument() -> Arc<Instrument> {
    Instrument::built_in().unwrap()
}

#[divan::bench]
fn read_the_instrument() -> Arc<Instrument> {
    instrument()
}

#[divan::bench]
fn score_a_full_audit(bencher: Bencher) {
    let instrument = instrument();
    let audit = audit(&instrument, 7);
    bencher.bench_local(|| score(black_box(&instrument), black_box(&audit), Confidence::P90));
}
