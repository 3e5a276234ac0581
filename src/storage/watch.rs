//! Noticing that another program changed the open file. The check runs when the window gets the focus.
//!
//! Checking again is better than asking the system for notifications: it is enough for one file, works on network drives, and
//! copes with the ways in which cloud clients swap files.

use super::disk::FileSystem;
use super::error::{DiskAction, DiskError};
use super::fingerprint::Fingerprint;
use super::reading::{MAX_BYTES, read_within};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// File systems round the time of a change, FAT to two seconds. When the file is younger than this, an equal time does not prove
/// equal contents.
const COARSEST_TIME: Duration = Duration::from_secs(2);

/// How a file has changed since it was last read or saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileChange {
    /// Not at all: the contents are the same.
    None,
    /// It has other contents now.
    Changed(Fingerprint),
    /// There is no file under its name any more.
    Gone,
}

/// Whether a file still has the contents that we know. Reads the whole file; [`Watch`] is cheaper for frequent checks.
///
/// # Errors
/// When it cannot be read, or has become a folder.
pub fn changed_on_disk(fs: &dyn FileSystem, path: &Path, known: &Fingerprint) -> Result<FileChange, DiskError> {
    match read_within(fs, path, MAX_BYTES) {
        Ok(bytes) => {
            let found = Fingerprint::of(&bytes);
            Ok(if found == *known { FileChange::None } else { FileChange::Changed(found) })
        }
        Err(DiskError::NotFound { .. }) => Ok(FileChange::Gone),
        Err(error) => Err(error),
    }
}

/// The open file, watched. Make a new one after every load and save.
#[derive(Debug, Clone)]
pub struct Watch {
    path: PathBuf,
    known: Fingerprint,
    stamp: Option<Stamp>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    len: u64,
    modified: SystemTime,
}

impl Watch {
    /// Watches `path`, which held `known` when it was last read or saved.
    pub fn new(path: PathBuf, known: Fingerprint) -> Self {
        Self { path, known, stamp: None }
    }

    /// Asks for the length and the time of change. Reads the file only when these are new, or the time is too recent to trust.
    ///
    /// # Errors
    /// When the file cannot be read, or has become a folder.
    pub fn poll(&mut self, fs: &dyn FileSystem) -> Result<FileChange, DiskError> {
        let found = match fs.metadata(&self.path) {
            Ok(found) => found,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(FileChange::Gone),
            Err(error) => return Err(DiskError::new(DiskAction::Read, &self.path, error)),
        };
        let stamp = found.modified.map(|modified| Stamp { len: found.len, modified });
        if stamp.is_some() && stamp == self.stamp {
            return Ok(FileChange::None);
        }
        let change = changed_on_disk(fs, &self.path, &self.known)?;
        let old_enough = |stamp: &Stamp| stamp.modified.elapsed().is_ok_and(|age| age > COARSEST_TIME);
        self.stamp = stamp.filter(|stamp| change == FileChange::None && old_enough(stamp));
        Ok(change)
    }
}
