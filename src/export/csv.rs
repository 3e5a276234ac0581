//! A row for each facet of each audit.

use std::error::Error;

use serde::Serialize;

use super::Scored;
use crate::instrument::Side;
use crate::profile::{Audit, Dose, Profile};
use crate::scoring::{FacetScore, Reading, Scores, Status, score100};

/// The columns, in this order.
#[derive(Serialize)]
struct Row<'a> {
    profile: String,
    person: String,
    audit: String,
    date: String,
    role: String,
    form: &'static str,
    facet: &'a str,
    side: Side,
    status: Status,
    mean: Option<f64>,
    score100: Option<f64>,
    sem: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    answered: usize,
    applicable: usize,
    need: Option<u8>,
    gap: Option<f64>,
    reading: Option<Reading>,
    energy: Option<u8>,
    dose: Option<Dose>,
    instrument: String,
    instrument_version: u32,
    instrument_hash: String,
    confidence: f64,
}

pub(super) fn encode(scored: &[Scored]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for Scored { profile, audits } in scored {
        for (audit, scores) in audits {
            for facet in &scores.facets {
                writer.serialize(row(profile, audit, scores, facet))?;
            }
        }
    }
    Ok(writer.into_inner()?)
}

fn row<'a>(profile: &Profile, audit: &Audit, scores: &Scores, facet: &'a FacetScore) -> Row<'a> {
    let gap = scores.gap(&facet.id);
    Row {
        profile: plain(profile.id.as_str()),
        person: plain(&profile.person),
        audit: plain(audit.id.as_str()),
        date: audit.date().to_string(),
        role: plain(&audit.role),
        form: audit.form.as_str(),
        facet: facet.id.as_str(),
        side: facet.side,
        status: facet.status,
        mean: facet.mean,
        score100: facet.mean.map(score100),
        sem: facet.sem,
        low: facet.low,
        high: facet.high,
        answered: facet.answered,
        applicable: facet.applicable,
        need: audit.needs.get(&facet.id).map(|need| need.value()),
        gap: gap.map(|gap| gap.gap),
        reading: gap.map(|gap| gap.reading),
        energy: audit.energy.get(&facet.id).map(|energy| energy.value()),
        dose: audit.doses.get(&facet.id).copied(),
        instrument: plain(&audit.instrument.id),
        instrument_version: audit.instrument.version,
        instrument_hash: plain(&audit.instrument.hash),
        confidence: scores.confidence.share(),
    }
}

/// A text that a spreadsheet takes for a text. Files come from other people, and what begins like a formula would be run: an
/// apostrophe in front keeps it a text.
fn plain(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{text}") } else { text.to_owned() }
}
