//! `evenkeel export`: the scores of many audits, as a table (CSV) or whole (JSON). `docs/DATA.md` describes both.
//!
//! A file that cannot be read does not stop the others: it is reported at the end, and the exit status is 1.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use super::failure::{Failure, Problem, name};
use super::open;
use crate::export::{self, Scored};
use crate::instrument::Instrument;
use crate::profile::Profile;
use crate::scoring::{self, Confidence};
use crate::storage::{self, Expect, RealFs};
use crate::t;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The profiles
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The file to write: OUT.csv or OUT.json
    #[arg(short, long = "output", value_name = "OUT")]
    output: PathBuf,
    /// How sure the bands are
    #[arg(long, value_parser = open::confidence_parser(), default_value = "0.90")]
    confidence: Confidence,
}

pub(super) fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<(), Failure> {
    let encode = match ending(&arguments.output).as_deref() {
        Some("csv") => export::to_csv,
        Some("json") => export::to_json,
        _ => {
            let what = t!("cli-ending", endings = ".csv, .json", file = name(&arguments.output));
            return Err(Failure::Usage(Problem::new(what)));
        }
    };
    let instrument = open::instrument()?;
    let (mut scored, mut problems) = (Vec::new(), Vec::new());
    for path in &arguments.files {
        match open::profile(path) {
            Ok(profile) => scored.push(score(&instrument, profile, path, arguments.confidence, &mut problems)),
            Err(problem) => problems.push(problem),
        }
    }
    let audits = scored.iter().map(|s| s.audits.len()).sum::<usize>();
    if scored.is_empty() {
        problems.push(Problem::new(t!("cli-nothing-exported")));
    } else {
        let bytes = encode(&scored).map_err(|error| Problem::new(error.to_string()))?;
        storage::save(&RealFs, &arguments.output, &bytes, &Expect::Anything, None)?;
        let file = name(&arguments.output);
        writeln!(out, "{}", t!("cli-exported", file = file, audits = audits, profiles = scored.len()))?;
    }
    if problems.is_empty() { Ok(()) } else { Err(Failure::Problems(problems)) }
}

fn score(
    instrument: &Instrument,
    profile: Profile,
    path: &Path,
    confidence: Confidence,
    problems: &mut Vec<Problem>,
) -> Scored {
    let mut audits = Vec::new();
    for audit in &profile.audits {
        match open::check_instrument(instrument, audit, path) {
            Ok(()) => audits.push((Arc::clone(audit), scoring::score(instrument, audit, confidence))),
            Err(problem) => problems.push(problem),
        }
    }
    Scored { profile, audits }
}

/// The ending of a file's name, in lower case.
pub(super) fn ending(path: &Path) -> Option<String> {
    path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase)
}
