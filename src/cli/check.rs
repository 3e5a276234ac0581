//! `evenkeel check`: what is wrong with a file, and where.
//!
//! An error is what keeps the file from being opened: exit status 1. A warning is what counts for nothing here, such as ids and
//! fields of a newer Evenkeel: it is kept, and the exit status is 0.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use super::failure::{Failure, Problem, name, one_line};
use super::open;
use crate::instrument::{MismatchKind, mismatches};
use crate::storage::{self, RealFs, format};
use crate::t;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The profile
    file: PathBuf,
}

pub(super) fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<(), Failure> {
    let path = &arguments.file;
    let loaded = storage::read(&RealFs, path)?;
    let opened = format::open(&loaded.bytes).map_err(|error| Problem::format(&error, path))?;
    let instrument = open::instrument()?;
    let mut warnings = Vec::new();
    if opened.version > format::VERSION {
        warnings.push(t!("cli-check-newer", version = opened.version.to_string()));
    }
    warnings.extend(mismatches(&instrument, &opened.profile).iter().map(|m| words(&m.path, &m.kind)));
    for warning in &warnings {
        writeln!(out, "warning: {}", one_line(warning))?;
    }
    let last = match warnings.len() {
        0 => t!("cli-check-fine", file = name(path)),
        count => t!("cli-check-warnings", file = name(path), count = count),
    };
    writeln!(out, "{last}")?;
    Ok(())
}

fn words(path: &str, kind: &MismatchKind) -> String {
    match kind {
        MismatchKind::UnknownField(name) => {
            let place = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            t!("cli-check-field", path = place)
        }
        MismatchKind::UnknownId(id) => t!("cli-check-id", path = path, id = id.as_str()),
        MismatchKind::OtherInstrument(id, version) => {
            t!("cli-check-instrument", path = path, id = id.as_str(), version = version.to_string())
        }
        MismatchKind::OtherWords => t!("cli-check-words", path = path),
        MismatchKind::EndsBeforeStart => t!("cli-check-times", path = path),
    }
}
