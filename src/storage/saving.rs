//! Saving the person's own file.
//!
//! A save takes these steps, in this order. Before step 6 the file is not touched:
//! 1. The path is followed to the real file, so that a symbolic link stays one.
//! 2. The file that is there now is read whole and compared with what we last saw. The save stops when another program has
//!    changed it, when there is a file under a name that should be new, or a folder. It also stops when the file is protected
//!    against changes, since renaming would bypass the protection silently.
//! 3. It is copied to the backups. When that fails, a version that we know is replaced all the same and the failure is
//!    reported with the success; a version that we never read is not replaced.
//! 4. The new contents are written to a temporary file in the same folder, with the rights, the access list and the extended
//!    attributes of the old file, and synced to the disk. What cannot be kept of these is reported with the success. A file with
//!    several names ([`has_other_names`]) is separated from its other names by this, so the person is asked before.
//! 5. A last check that the old file is still the one that was read.
//! 6. The temporary file takes the name of the old one, in one step. A new file never takes a name that is in use.
//! 7. The folder is synced to the disk, and the file is read back and compared.
//!
//! There is no other way to save. Where no file can be created beside the document, the person has to choose another place; the
//! only copy is never written over. Temporary files of a save that died are removed by the next save of the same file.

use super::atomic::{self, Place};
use super::backup::{Backups, VersionOf};
use super::disk::{Access, FileSystem, Metadata, PathKind, folder_of};
use super::error::{DiskAction, DiskError};
use super::fingerprint::Fingerprint;
use super::reading::{MAX_BYTES, check_not_protected, read_within};
use jiff::Timestamp;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// How many symbolic links in a row are followed: as many as Linux follows.
const MAX_LINKS: usize = 40;

/// What a save expects to find on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expect {
    /// Nothing: a new file, or a new name under which nobody has agreed to replace a file.
    Absent,
    /// What was read or saved last.
    Unchanged(Fingerprint),
    /// What was read or saved last, or what an earlier save of ours was writing that may not have ended.
    Either(Fingerprint, Fingerprint),
    /// Anything: the person was asked and agreed to replace it.
    Anything,
}

/// Where the version before a save is kept.
#[derive(Debug, Clone, Copy)]
pub struct Keep<'a> {
    /// The store.
    pub backups: &'a Backups,
    /// Id of the document; its folder in the store is named after it.
    pub document: &'a str,
    /// The time that names the copy.
    pub now: Timestamp,
}

/// A save that worked.
#[derive(Debug)]
pub struct Saved {
    /// The real file: absolute, without symbolic links.
    pub path: PathBuf,
    /// What to expect on the disk at the next save.
    pub fingerprint: Fingerprint,
    /// Why the previous version could not be backed up, if so. Tell the person once.
    pub backup_problem: Option<DiskError>,
    /// Why an access list or an extended attribute of the file could not be kept, if so. Tell the person once.
    pub lost: Option<DiskError>,
}

/// Saves a document: afterwards the file holds exactly `bytes`, or exactly what it held before.
///
/// # Errors
/// When the file is not what was expected, or a step fails. The file is then as it was, except after
/// [`DiskError::Unconfirmed`] and [`DiskError::VerifyFailed`], which [`DiskError::written`] recognises.
pub fn save(
    fs: &dyn FileSystem,
    path: &Path,
    bytes: &[u8],
    expect: &Expect,
    keep: Option<Keep<'_>>,
) -> Result<Saved, DiskError> {
    save_as(fs, path, bytes, How { expect, keep, new: Access::Ordinary })
}

/// Saves a new file that nobody but this person can read (`0600` on Unix): keys, and what is locked with them.
///
/// # Errors
/// As [`save`]; when there is a file of that name.
pub fn save_new_private(fs: &dyn FileSystem, path: &Path, bytes: &[u8]) -> Result<Saved, DiskError> {
    save_as(fs, path, bytes, How { expect: &Expect::Absent, keep: None, new: Access::Private })
}

#[derive(Clone, Copy)]
struct How<'a> {
    expect: &'a Expect,
    keep: Option<Keep<'a>>,
    /// Who may read it, if it is new.
    new: Access,
}

fn save_as(fs: &dyn FileSystem, path: &Path, bytes: &[u8], how: How<'_>) -> Result<Saved, DiskError> {
    let How { expect, keep, new } = how;
    let path = resolve(fs, path)?;
    let present = Present::look(fs, &path)?;
    check_expected(&path, present.as_ref(), expect)?;
    let backup_problem = match (&present, keep) {
        (Some(present), Some(keep)) => back_up(fs, &path, present, expect, keep)?,
        _ => None,
    };
    let place = match &present {
        Some(present) => Place::Taken(present.found.rights.map_or(Access::Ordinary, Access::Like)),
        None => Place::Free(new),
    };
    let lost = atomic::write_keeping(fs, &path, bytes, place, || match &present {
        Some(present) => present.check_still(fs, &path),
        None => Ok(()),
    })?;
    let lost = lost.map(|source| DiskError::Other { action: DiskAction::Write, path: path.clone(), source });
    let fingerprint = Fingerprint::of(bytes);
    match read_within(fs, &path, MAX_BYTES.max(fingerprint.len)) {
        Ok(back) if back == bytes => Ok(Saved { path, fingerprint, backup_problem, lost }),
        _ => Err(DiskError::VerifyFailed { path, written: fingerprint }),
    }
}

/// Whether a file has other names (hard links). A save then changes the contents under this name only; the other names keep the
/// old contents.
pub fn has_other_names(fs: &dyn FileSystem, path: &Path) -> bool {
    let several = || fs.metadata(path).is_ok_and(|found| found.kind == PathKind::File && found.links > 1);
    // A save that died at the last moment leaves a second name of ours beside it.
    several() && {
        atomic::remove_leftovers_of(fs, path);
        several()
    }
}

/// What a save finds under the document's name.
struct Present {
    found: Metadata,
    bytes: Vec<u8>,
}

impl Present {
    fn look(fs: &dyn FileSystem, path: &Path) -> Result<Option<Self>, DiskError> {
        let failed = |source| DiskError::new(DiskAction::Read, path, source);
        let found = match fs.metadata(path) {
            Ok(found) => found,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(failed(error)),
        };
        let bytes = read_within(fs, path, MAX_BYTES)?;
        check_not_protected(fs, path)?;
        Ok(Some(Self { found, bytes }))
    }

    /// Checks again right before the renaming, since backing up and writing take time: a program that changed the file meanwhile
    /// has changed its length or its time.
    fn check_still(&self, fs: &dyn FileSystem, path: &Path) -> Result<(), DiskError> {
        match fs.metadata(path) {
            Ok(now) if now.len == self.found.len && now.modified == self.found.modified => Ok(()),
            Ok(_) | Err(_) => {
                let found = read_within(fs, path, MAX_BYTES).ok().map(|bytes| Fingerprint::of(&bytes));
                Err(DiskError::ChangedOnDisk { path: path.to_path_buf(), found })
            }
        }
    }
}

fn check_expected(path: &Path, present: Option<&Present>, expect: &Expect) -> Result<(), DiskError> {
    let path = path.to_path_buf();
    match (expect, present) {
        (Expect::Absent, Some(_)) => Err(DiskError::AlreadyExists { path }),
        (Expect::Unchanged(_) | Expect::Either(..), None) => Err(DiskError::ChangedOnDisk { path, found: None }),
        (Expect::Unchanged(known), Some(present)) => {
            let found = Fingerprint::of(&present.bytes);
            if found == *known { Ok(()) } else { Err(DiskError::ChangedOnDisk { path, found: Some(found) }) }
        }
        (Expect::Either(known, ours), Some(present)) => {
            let found = Fingerprint::of(&present.bytes);
            if found == *known || found == *ours {
                Ok(())
            } else {
                Err(DiskError::ChangedOnDisk { path, found: Some(found) })
            }
        }
        (Expect::Absent, None) | (Expect::Anything, _) => Ok(()),
    }
}

fn back_up(
    fs: &dyn FileSystem,
    path: &Path,
    present: &Present,
    expect: &Expect,
    keep: Keep<'_>,
) -> Result<Option<DiskError>, DiskError> {
    match (keep.backups.keep(fs, VersionOf { document: keep.document, file: path }, &present.bytes, keep.now), expect) {
        (Ok(_), _) => Ok(None),
        (Err(error), Expect::Anything) => {
            Err(DiskError::NoBackup { path: path.to_path_buf(), source: Box::new(error) })
        }
        (Err(error), _) => Ok(Some(error)),
    }
}

/// The real path of a file that need not exist yet, also through symbolic links to a missing file.
///
/// # Errors
/// When the folder is missing or may not be looked into.
pub fn resolve(fs: &dyn FileSystem, path: &Path) -> Result<PathBuf, DiskError> {
    let mut target = path.to_path_buf();
    for _ in 0..MAX_LINKS {
        match fs.canonicalize(&target) {
            Ok(real) => return Ok(real),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(DiskError::new(DiskAction::Read, path, error)),
        }
        let folder = folder_of(&target);
        match fs.read_link(&target) {
            Ok(next) => target = folder.join(next),
            Err(_) => return resolve_new(fs, &folder, &target),
        }
    }
    Err(DiskError::NotFound { path: path.to_path_buf() })
}

fn resolve_new(fs: &dyn FileSystem, folder: &Path, target: &Path) -> Result<PathBuf, DiskError> {
    let Some(name) = target.file_name() else {
        return Err(DiskError::BadName { path: target.to_path_buf() });
    };
    match fs.canonicalize(folder) {
        Ok(real) => Ok(real.join(name)),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Err(DiskError::FolderMissing { folder: folder.to_path_buf() })
        }
        Err(error) => Err(DiskError::new(DiskAction::Read, folder, error)),
    }
}
