//! What several tests need: the built-in instrument, and audits made from answers.

#[cfg(feature = "window")]
pub mod window;

use std::sync::Arc;

use evenkeel::instrument::{Instrument, item_order};
use evenkeel::profile::{Answer, Audit, AuditId, Form, ItemId, Part, Rating};

pub fn instrument() -> Arc<Instrument> {
    Instrument::built_in().unwrap()
}

pub fn rating(value: u8) -> Rating {
    Rating::try_from(value).unwrap()
}

pub fn rated(value: u8) -> Answer {
    Answer::Rated(rating(value))
}

/// An audit with all parts chosen and nothing answered.
pub fn empty_audit(instrument: &Instrument, form: Form) -> Audit {
    Audit {
        id: AuditId::from("00000000-0000-4000-8000-000000000001"),
        instrument: instrument.reference(),
        form,
        parts: Part::ALL.into(),
        started: "2026-11-19T08:12:00Z".parse().unwrap(),
        finished: None,
        role: String::new(),
        seed: 7,
        order: item_order(instrument, form, 7),
        answers: [].into(),
        seconds: [].into(),
        situations: [].into(),
        needs: [].into(),
        doses: [].into(),
        energy: [].into(),
        signs: [].into(),
        extra: serde_json::Map::new(),
    }
}

/// The items of a form, in instrument order.
pub fn items(instrument: &Instrument, form: Form) -> Vec<ItemId> {
    instrument.facets.iter().flat_map(|f| f.items(form)).cloned().collect()
}
