//! Scores for other programs: as a table (CSV), or complete (JSON). `docs/DATA.md` describes both. Command line and window write
//! the same files. And a plan for calendars.

mod calendar;
mod csv;
mod json;
mod plain;

use std::borrow::Borrow;
use std::io::{self, Write};
use std::sync::Arc;

pub use calendar::{CalendarError, to_calendar};
pub use plain::write_value;

use crate::profile::{Audit, Profile};
use crate::scoring::Scores;

/// A profile with the scores of its audits.
#[derive(Debug)]
pub struct Scored {
    /// The profile.
    pub profile: Profile,
    /// Its audits, oldest first, each with its scores.
    pub audits: Vec<(Arc<Audit>, Scores)>,
}

/// Whether the notes of evidence are among what is written. They are private, so only where the person chose it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NotesExport {
    /// They are left out.
    #[default]
    LeftOut,
    /// They are written.
    Chosen,
}

/// Writes a header and a row for each facet of each audit, one profile after the other.
///
/// # Errors
/// The errors of `out`.
pub fn write_csv(scored: impl IntoIterator<Item = impl Borrow<Scored>>, out: impl Write) -> io::Result<()> {
    csv::write(scored, out)
}

/// Writes profiles with their audits and the scores of each in the shape of `score --json`, one profile after the other.
///
/// # Errors
/// The errors of `out`.
pub fn write_json(
    scored: impl IntoIterator<Item = impl Borrow<Scored>>,
    notes: NotesExport,
    out: impl Write,
) -> io::Result<()> {
    json::write(scored, notes, out)
}

/// [`write_csv`] into memory.
///
/// # Errors
/// When a row cannot be written, which should not happen with any profile.
pub fn to_csv(scored: &[Scored]) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    write_csv(scored, &mut bytes)?;
    Ok(bytes)
}

/// [`write_json`] into memory, without notes.
///
/// # Errors
/// When a value cannot be written, which should not happen with any profile.
pub fn to_json(scored: &[Scored]) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    write_json(scored, NotesExport::LeftOut, &mut bytes)?;
    Ok(bytes)
}
