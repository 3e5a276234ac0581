//! Many profiles at once: finds the files, and scores them one after the other, so that there may be any number of them.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::export::Scored;
use crate::instrument::{Fit, Instruments};
use crate::profile::{Audit, Profile};
use crate::scoring::{self, Confidence};
use crate::storage::{self, DiskError, FileSystem, PathKind, format};

/// The files that a list of names of files and folders stands for.
#[derive(Debug, Default)]
pub struct Named {
    /// Each file once, in the order in which they were named; those of a folder sorted by name.
    pub files: Vec<PathBuf>,
    /// Files that were named more than once, which would make their audits count twice.
    pub again: Vec<PathBuf>,
    /// Folders without a usable file. They do not stop the rest.
    pub folders: Vec<FolderProblem>,
}

/// Why a folder has no usable file.
#[derive(Debug)]
pub enum FolderProblem {
    /// It cannot be read.
    Unread(DiskError),
    /// There is no profile in it.
    Empty(PathBuf),
}

/// Finds the files. A folder stands for the profiles in it, without hidden ones and without those in folders inside it.
/// `is_no_file` recognises names that stand for something else, such as the standard input; these are listed once, too.
pub fn named(fs: &dyn FileSystem, names: &[PathBuf], is_no_file: impl Fn(&Path) -> bool) -> Named {
    let (mut found, mut seen) = (Named::default(), HashSet::new());
    for name in names {
        let is_folder = !is_no_file(name) && fs.metadata(name).is_ok_and(|found| found.kind == PathKind::Folder);
        let paths = if is_folder { in_folder(fs, name) } else { Ok(vec![name.clone()]) };
        match paths {
            Ok(paths) => {
                for path in paths {
                    // A missing file is reported when it is read.
                    let real = if is_no_file(&path) { Ok(path.clone()) } else { fs.canonicalize(&path) };
                    let is_new = real.map_or(true, |real| seen.insert(real));
                    if is_new { &mut found.files } else { &mut found.again }.push(path);
                }
            }
            Err(problem) => found.folders.push(problem),
        }
    }
    found
}

fn in_folder(fs: &dyn FileSystem, folder: &Path) -> Result<Vec<PathBuf>, FolderProblem> {
    let is_hidden = |path: &Path| path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    let is_profile = |path: &Path| {
        path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(format::EXTENSION)) && !is_hidden(path)
    };
    let listed = fs.list(folder).map_err(|source| DiskError::new(storage::DiskAction::Read, folder, source));
    let mut paths: Vec<PathBuf> = listed.map_err(FolderProblem::Unread)?;
    paths.retain(|path| is_profile(path));
    paths.sort();
    if paths.is_empty() { Err(FolderProblem::Empty(folder.to_path_buf())) } else { Ok(paths) }
}

/// A profile with its scores, and which of its audits could not be scored as they are.
#[derive(Debug)]
pub struct ScoredProfile {
    /// The profile and the scores of all audits whose instrument is here.
    pub scored: Scored,
    /// How many audits have the same questions in other words than those that are here. They are scored.
    pub other_words: Vec<Arc<Audit>>,
    /// How many audits have other questions than those that are here. They have no scores.
    pub left_out: Vec<Arc<Audit>>,
}

/// The scores of all audits of a profile, each by the instrument that asked it.
pub fn score(profile: Profile, instruments: &Instruments, confidence: Confidence) -> ScoredProfile {
    let (mut audits, mut other_words, mut left_out) = (Vec::new(), Vec::new(), Vec::new());
    for audit in &profile.audits {
        let Some(instrument) = instruments.of(&audit.instrument) else {
            left_out.push(Arc::clone(audit));
            continue;
        };
        if instrument.fit(&audit.instrument) == Fit::OtherWords {
            other_words.push(Arc::clone(audit));
        }
        audits.push((Arc::clone(audit), scoring::score(instrument, audit, confidence)));
    }
    ScoredProfile { scored: Scored { profile, audits }, other_words, left_out }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Form, InstrumentRef, ProfileId};

    #[test]
    fn each_audit_is_scored_by_its_own_instrument_or_left_out() {
        let instruments = Instruments::built_in("en").unwrap();
        let asked = instruments.newest().reference();
        let audit = |asked: InstrumentRef| Arc::new(Audit::blank(asked, Form::Quick));
        let mut profile = Profile::new(ProfileId::from("a"));
        profile.audits = vec![
            audit(asked.clone()),
            audit(InstrumentRef { version: 99, ..asked.clone() }),
            audit(InstrumentRef { texts: None, hash: "of other words".into(), ..asked }),
        ];
        let [same, unknown, other_words] = [0, 1, 2].map(|at| Arc::clone(&profile.audits[at]));
        let found = score(profile, &instruments, Confidence::P90);
        let scored: Vec<_> = found.scored.audits.iter().map(|(audit, _)| Arc::clone(audit)).collect();
        assert!([&same, &other_words].into_iter().eq(&scored));
        assert_eq!((found.other_words, found.left_out), (vec![other_words], vec![unknown]));
    }
}
