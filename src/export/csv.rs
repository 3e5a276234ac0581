//! A row for each facet of each audit.

use std::borrow::Borrow;
use std::io::{self, Write};

use jiff::Timestamp;
use serde::Serialize;

use super::Scored;
use super::plain;
use crate::instrument::Side;
use crate::profile::{Audit, Dose, Profile};
use crate::scoring::{FacetScore, Reading, ScoreStatus, Scores, score100};

/// The names of the columns.
const COLUMNS: [&str; 26] = [
    "profile",
    "person",
    "audit",
    "date",
    "role",
    "form",
    "facet",
    "side",
    "status",
    "mean",
    "score100",
    "sem",
    "low",
    "high",
    "answered",
    "applicable",
    "need",
    "gap",
    "reading",
    "energy",
    "dose",
    "stakes",
    "instrument",
    "instrument_version",
    "instrument_hash",
    "confidence",
];

/// A row: the columns in the order of [`COLUMNS`].
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
    status: ScoreStatus,
    #[serde(serialize_with = "plain::option")]
    mean: Option<f64>,
    #[serde(serialize_with = "plain::option")]
    score100: Option<f64>,
    #[serde(serialize_with = "plain::option")]
    sem: Option<f64>,
    #[serde(serialize_with = "plain::option")]
    low: Option<f64>,
    #[serde(serialize_with = "plain::option")]
    high: Option<f64>,
    answered: usize,
    applicable: usize,
    need: Option<u8>,
    #[serde(serialize_with = "plain::option")]
    gap: Option<f64>,
    reading: Option<Reading>,
    energy: Option<u8>,
    dose: Option<Dose>,
    stakes: Option<u8>,
    instrument: String,
    instrument_version: u32,
    instrument_hash: String,
    #[serde(serialize_with = "plain::number")]
    confidence: f64,
}

pub(super) fn write(scored: impl IntoIterator<Item = impl Borrow<Scored>>, out: impl Write) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(out);
    // Written even when no row follows, so that readers find the columns.
    writer.write_record(COLUMNS).map_err(io_error)?;
    for one in scored {
        let Scored { profile, audits } = one.borrow();
        for (audit, scores) in audits {
            for facet in &scores.facets {
                writer.serialize(row(profile, audit, scores, facet)).map_err(io_error)?;
            }
        }
    }
    writer.flush()
}

/// The system's own error where there is one, so that the caller can recognise a reader that has gone.
fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn row<'a>(profile: &Profile, audit: &Audit, scores: &Scores, facet: &'a FacetScore) -> Row<'a> {
    let gap = scores.gap(&facet.id);
    Row {
        profile: plain(profile.id.as_str()),
        person: plain(&profile.person),
        audit: plain(audit.id.as_str()),
        date: date(audit.date()),
        role: plain(&audit.role),
        form: audit.form.as_str(),
        facet: facet.id.as_str(),
        side: facet.side,
        status: facet.status,
        mean: facet.estimate.map(|e| e.mean),
        score100: facet.estimate.map(|e| score100(e.mean)),
        sem: facet.estimate.map(|e| e.sem),
        low: facet.estimate.map(|e| e.low),
        high: facet.estimate.map(|e| e.high),
        answered: facet.answered,
        applicable: facet.applicable,
        need: audit.answers.needs.get(&facet.id).map(|need| need.value()),
        gap: gap.map(|gap| gap.gap),
        reading: gap.map(|gap| gap.reading),
        energy: audit.answers.energy.get(&facet.id).map(|energy| energy.value()),
        dose: audit.answers.doses.get(&facet.id).copied(),
        stakes: audit.answers.stakes.get(&facet.id).map(|stakes| u8::from(*stakes)),
        instrument: plain(&audit.instrument.id),
        instrument_version: audit.instrument.version,
        instrument_hash: plain(&audit.instrument.hash),
        confidence: scores.confidence.share(),
    }
}

/// A text in one line, written so that spreadsheets treat it as text.
///
/// - Line breaks and other control characters become spaces, so that each row is one line, for `grep` and for readers that split
///   files at line ends. Roles and names that are typed into Evenkeel are single lines anyway.
/// - Files may come from other people, and a spreadsheet would run a text that begins like a formula: an apostrophe in front
///   prevents that. Some spreadsheets skip leading spaces, and some treat the wide signs of Chinese and Japanese like `=` and `+`.
fn plain(text: &str) -> String {
    let line = text.replace(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'), " ");
    let formula = line.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if formula { format!("'{line}") } else { line }
}

/// A time to the second, always in the same form, since readers guess the form from the first rows.
fn date(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_one_line_and_no_formula() {
        for (text, wanted) in [
            ("", ""),
            ("two\r\nlines", "two  lines"),
            ("a\u{0}\tb\u{85}c\u{2028}d", "a  b c d"),
            ("Zoë, \"head\" 文化", "Zoë, \"head\" 文化"),
            ("a=b", "a=b"),
            ("=1+1", "'=1+1"),
            ("\t=1", "' =1"),
            (" \u{a0}@SUM(A1)", "' \u{a0}@SUM(A1)"),
            ("\n-1", "' -1"),
            ("＝1", "'＝1"),
        ] {
            assert_eq!(plain(text), wanted, "{text:?}");
        }
    }

    #[test]
    fn a_date_has_one_form() {
        for (text, wanted) in [
            ("2026-06-19T08:24:31Z", "2026-06-19T08:24:31Z"),
            ("2026-06-19T08:24:31.999Z", "2026-06-19T08:24:31Z"),
            ("2026-06-19T10:24:00+02:00", "2026-06-19T08:24:00Z"),
        ] {
            assert_eq!(date(text.parse().unwrap()), wanted);
        }
    }
}
