//! `evenkeel check`: what is wrong with a file, and where.
//!
//! An error means that the file cannot be opened: exit status 1. A warning is about something that is kept but not used, such as
//! ids and fields of a newer Evenkeel: the exit status is 0.

use std::path::PathBuf;

use clap::Args;

use super::failure::{Failure, Problem};
use super::out::Out;
use super::{open, pipe};
use crate::cli::words;
use crate::foreign::quoted;
use crate::instrument::{MismatchKind, mismatches};
use crate::storage::format;
use crate::t;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The profile, or - for the standard input
    file: PathBuf,
}

pub(super) fn run(arguments: &Arguments, out: &mut Out) -> Result<(), Failure> {
    let path = &arguments.file;
    let opened = format::open(&pipe::read(path)?).map_err(|error| Problem::format(&error, path))?;
    let instruments = open::instruments()?;
    let mut warnings = Vec::new();
    if opened.version > format::VERSION {
        warnings.push(t!(words(), "cli-check-newer", version = opened.version.to_string()));
    }
    warnings.extend(mismatches(&instruments, &opened.profile).iter().map(|m| said(&m.path, &m.kind)));
    for warning in &warnings {
        out.line(&format!("warning: {warning}"))?;
    }
    let last = match warnings.len() {
        0 => t!(words(), "cli-check-fine", file = pipe::name(path)),
        count => t!(words(), "cli-check-warnings", file = pipe::name(path), count = count),
    };
    out.line(&last)?;
    Ok(())
}

fn said(path: &str, kind: &MismatchKind) -> String {
    let at = quoted(path);
    match kind {
        MismatchKind::UnknownField(name) if path.is_empty() => t!(words(), "cli-check-field", path = quoted(name)),
        MismatchKind::UnknownField(name) => t!(words(), "cli-check-field", path = format!("{at}.{}", quoted(name))),
        MismatchKind::UnknownId(id) => t!(words(), "cli-check-id", path = at, id = quoted(id)),
        MismatchKind::OtherInstrument(id, version) => {
            t!(words(), "cli-check-instrument", path = at, id = quoted(id), version = version.to_string())
        }
        MismatchKind::OtherWords => t!(words(), "cli-check-words", path = at),
        MismatchKind::EndsBeforeStart => t!(words(), "cli-check-times", path = at),
    }
}
