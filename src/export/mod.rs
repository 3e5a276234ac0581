//! Scores for other programs: a table (CSV) or whole (JSON). `docs/DATA.md` describes both. Command line and window write
//! the same.

mod csv;
mod json;

use std::error::Error;
use std::sync::Arc;

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

/// A row for each facet of each audit, with a head.
///
/// # Errors
/// When a row cannot be written, which no profile should come to.
pub fn to_csv(scored: &[Scored]) -> Result<Vec<u8>, Box<dyn Error>> {
    csv::encode(scored)
}

/// Profiles with their audits, and the scores of each in the shape of `score --json`.
///
/// # Errors
/// When a value cannot be written, which no profile should come to.
pub fn to_json(scored: &[Scored]) -> Result<Vec<u8>, Box<dyn Error>> {
    json::encode(scored)
}
