//! Which files are meant: those that are named, each once, and for a folder the profiles in it.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::super::failure::{Problem, say};
use super::super::pipe::{self, name};
use super::ending;
use crate::cli::words;
use crate::storage::{self, DiskError, FileSystem, Kind, RealFs};
use crate::t;

/// The files, in the order in which they were named. What is wrong with a folder does not stop the rest.
pub(super) fn all(named: &[PathBuf]) -> (Vec<PathBuf>, Vec<Problem>) {
    let (mut files, mut problems, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
    for path in named {
        let is_folder = !pipe::is_dash(path) && RealFs.metadata(path).is_ok_and(|found| found.kind == Kind::Folder);
        let paths = if is_folder { in_folder(path) } else { Ok(vec![path.clone()]) };
        match paths {
            Ok(paths) => files.extend(paths.into_iter().filter(|path| is_new(path, &mut seen))),
            Err(problem) => problems.push(problem),
        }
    }
    (files, problems)
}

/// Whether the file is named for the first time: its audits would count twice.
fn is_new(path: &Path, seen: &mut HashSet<PathBuf>) -> bool {
    // What is not there is reported when it is read. The standard input is there once, too.
    let real = if pipe::is_dash(path) { Ok(path.to_owned()) } else { RealFs.canonicalize(path) };
    let new = real.map_or(true, |real| seen.insert(real));
    if !new {
        say("warning", &t!(words(), "cli-named-twice", file = name(path)));
    }
    new
}

/// The profiles in a folder by name, without hidden files and without those of folders inside it.
fn in_folder(folder: &Path) -> Result<Vec<PathBuf>, Problem> {
    let hidden = |path: &Path| path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    let listed = RealFs.list(folder).map_err(|source| DiskError::new(storage::Action::Read, folder, source))?;
    let mut paths: Vec<PathBuf> =
        listed.into_iter().filter(|path| ending(path).as_deref() == Some("evenkeel") && !hidden(path)).collect();
    paths.sort();
    if paths.is_empty() { Err(Problem::new(t!(words(), "cli-empty-folder", file = name(folder)))) } else { Ok(paths) }
}
