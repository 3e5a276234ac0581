//! Noticing that another program changed the open file: looked for when the window gets the focus.
//!
//! Looking again beats waiting to be told: it is enough for one file, and works on network drives and through the ways
//! in which cloud clients swap files.

use super::disk::FileSystem;
use super::error::{DiskAction, DiskError};
use super::fingerprint::Fingerprint;
use super::reading::{MAX_BYTES, read_within};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// File systems round the time of a change, FAT to two seconds: a younger one says nothing about the contents.
const COARSEST_TIME: Duration = Duration::from_secs(2);

/// What became of a file since it was last read or saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileChange {
    /// Nothing: the contents are the same.
    None,
    /// It holds something else now.
    Changed(Fingerprint),
    /// There is no file under its name any more.
    Gone,
}

/// Whether a file still holds what we know of it. Reads the whole file; [`Watch`] is cheaper when asked often.
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

    /// Asks for length and time of change, and reads the file only when these are new or too young to trust.
    ///
    /// # Errors
    /// When the file cannot be looked at or read, or has become a folder.
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
