//! `-` in the place of a file's name: the standard input, or the standard output.

use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

pub(super) use super::dash::{is_dash, name};
use super::failure::{Failure, Problem, say};
use super::out::Out;
use crate::cli::words;
use crate::storage::{self, DiskError, Expect, FileSystem, Folders, Keep, MAX_BYTES, RealFs};
use crate::{foreign, message, t};

/// Reads a file or the standard input, within the limit of a document.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    if !is_dash(path) {
        return Ok(storage::read(&RealFs, path)?.bytes);
    }
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(MAX_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|error| Problem::new(t!(words(), "cli-input-failed", what = error.to_string())))?;
    if bytes.len() as u64 > MAX_BYTES {
        let problem = Problem::new(t!(words(), "cli-input-large", limit = MAX_BYTES.to_string()));
        return Err(problem.hint(t!(words(), "cli-hint-large")));
    }
    Ok(bytes)
}

/// Replaces a profile. The version before is kept among the backups, as with any other save; what is lost on the way is a warning.
pub(super) fn replace(
    path: &Path,
    bytes: &[u8],
    expect: &Expect,
    document: &str,
    now: Timestamp,
) -> Result<(), Failure> {
    let folders = Folders::of_this_machine();
    if let Some(folders) = &folders {
        folders.create(&RealFs)?;
    }
    let backups = folders.as_ref().map(Folders::backup_store);
    let keep = backups.as_ref().map(|backups| Keep { backups, document, now });
    if storage::has_other_names(&RealFs, path) {
        say("warning", &t!(words(), "cli-other-names", file = foreign::path(path)));
    }
    let saved = storage::save(&RealFs, path, bytes, expect, keep)?;
    if let Some(problem) = saved.lost {
        say("warning", &t!(words(), "cli-attributes-lost", what = message::disk(words(), &problem)));
    }
    if let Some(problem) = saved.backup_problem {
        say("warning", &message::disk(words(), &problem));
    }
    Ok(())
}

/// Where a subcommand's result goes.
pub(super) enum Target {
    /// To the standard output.
    Output,
    /// To this real file.
    File(PathBuf),
}

impl Target {
    /// The target with this name, which must not be one of the files that are read.
    pub(super) fn of<'a>(path: &Path, read: impl Iterator<Item = &'a Path>) -> Result<Self, Failure> {
        if is_dash(path) { Ok(Self::Output) } else { output(path, read).map(Self::File) }
    }

    /// Refuses to write binary data to a terminal.
    pub(super) fn check_not_terminal(&self, format: &str) -> Result<(), Failure> {
        if matches!(self, Self::Output) && io::stdout().is_terminal() {
            let problem = Problem::new(t!(words(), "cli-not-for-terminal", format = format));
            return Err(Failure::Usage(problem.hint(t!(words(), "cli-hint-not-for-terminal"))));
        }
        Ok(())
    }

    /// Writes the result, and prints a line about it unless the result itself goes to the standard output.
    pub(super) fn put(&self, bytes: &[u8], said: &str, out: &mut Out) -> Result<(), Failure> {
        match self {
            Self::Output => out.data().write_all(bytes)?,
            Self::File(path) => {
                make_way(path, bytes)?;
                storage::save(&RealFs, path, bytes, &Expect::Anything, None)?;
                out.line(said)?;
            }
        }
        Ok(())
    }
}

/// The real path of an output, which must not be one of the files that are read.
fn output<'a>(path: &Path, mut read: impl Iterator<Item = &'a Path>) -> Result<PathBuf, Failure> {
    let target = storage::resolve(&RealFs, path)?;
    if read.any(|file| RealFs.canonicalize(file).is_ok_and(|real| real == target)) {
        let what = t!(words(), "cli-output-is-input", file = foreign::path(path));
        return Err(Failure::Usage(Problem::new(what).hint(t!(words(), "cli-hint-other-name"))));
    }
    Ok(target)
}

/// Prepares to replace the file with an output's name. Nobody was asked about it, so it is kept among the backups; a profile is
/// never replaced.
pub(super) fn make_way(path: &Path, beginning: &[u8]) -> Result<(), Failure> {
    let folders = Folders::of_this_machine();
    let backups = folders.as_ref().map(Folders::backup_store);
    let keep = backups.as_ref().map(|backups| (backups, Timestamp::now()));
    storage::make_way(&RealFs, path, beginning, keep).map(drop).map_err(|error| match error {
        DiskError::AlreadyExists { .. } => {
            Problem::new(message::disk(words(), &error)).hint(t!(words(), "cli-hint-other-name")).into()
        }
        error => Failure::from(error),
    })
}
