//! Putting new contents under a name in one step: what saving a document, a journal, a backup, the settings and an export share.

use super::disk::{Access, FileSystem, NewFile, folder_of};
use super::error::{DiskAction, DiskError};
use super::fingerprint::{Fingerprint, hex};
use sha2::{Digest, Sha256};
use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use uuid::Uuid;

const PREFIX: &str = ".evenkeel-";
const SUFFIX: &str = ".tmp";
/// Hexadecimal digits in a temporary name that say which file it was meant for.
const TARGET_DIGITS: usize = 16;

/// What may be under the name that the new contents get, and who may then read them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A file, which is replaced.
    Taken(Access),
    /// Nothing, and a file that turns up in the last moment stays.
    Free(Access),
}

/// Contents on their way to a name: a temporary file beside `target`. Removed again unless it gets that name.
pub(super) struct Replacement<'a> {
    fs: &'a dyn FileSystem,
    target: &'a Path,
    temporary: PathBuf,
    place: Place,
    /// Open, and so locked, until it has its name: a save of the same file elsewhere would take it for a leftover.
    file: Option<Box<dyn NewFile>>,
    /// What the file whose place it takes had, and this one could not be given.
    lost: Option<io::Error>,
}

impl<'a> Replacement<'a> {
    /// An empty temporary file. What dead writes to the same target left is removed first.
    pub(super) fn create(fs: &'a dyn FileSystem, target: &'a Path, place: Place) -> Result<Self, DiskError> {
        let folder = folder_of(target);
        let stem = temporary_stem(target);
        remove_leftovers(fs, &folder, &stem);
        let temporary = folder.join(format!("{stem}{}{SUFFIX}", Uuid::new_v4().simple()));
        let (Place::Taken(access) | Place::Free(access)) = place;
        let created = match (place, access) {
            (Place::Taken(_), Access::Like(rights)) => fs.create_like(&temporary, target, rights),
            _ => fs.create_new(&temporary, access).map(|file| (file, None)),
        };
        let (file, lost) = created.map_err(|source| DiskError::new(DiskAction::Write, target, source))?;
        Ok(Self { fs, target, temporary, place, file: Some(file), lost })
    }

    /// More contents.
    pub(super) fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), |file| file.write_all(bytes))
    }

    /// The contents are whole: down to the disk with them, then they get the name. `last_look` runs right before. An error of
    /// the system inside a success is that the folder was not confirmed to be on the disk.
    pub(super) fn take_place(
        mut self,
        last_look: impl FnOnce() -> Result<(), DiskError>,
    ) -> Result<io::Result<()>, DiskError> {
        if let Some(file) = &mut self.file {
            file.sync_all().map_err(|source| DiskError::new(DiskAction::Write, self.target, source))?;
        }
        last_look()?;
        put(self.fs, &self.temporary, self.target, self.place)?;
        self.file = None;
        Ok(self.fs.sync_folder(&folder_of(self.target)))
    }
}

impl Replacement<'_> {
    fn take_place_unsynced(mut self) -> Result<(), DiskError> {
        put(self.fs, &self.temporary, self.target, self.place)?;
        self.file = None;
        Ok(())
    }
}

impl Drop for Replacement<'_> {
    fn drop(&mut self) {
        if let Some(file) = self.file.take() {
            drop(file);
            remove_quietly(self.fs, &self.temporary);
        }
    }
}

/// Writes `bytes` to a temporary file beside `target`, then gives it that name. `last_look` runs right before.
///
/// On any error but [`DiskError::Unconfirmed`] whatever was under the name is untouched and the temporary file is gone,
/// unless even removing it fails.
pub(super) fn write(
    fs: &dyn FileSystem,
    target: &Path,
    bytes: &[u8],
    place: Place,
    last_look: impl FnOnce() -> Result<(), DiskError>,
) -> Result<(), DiskError> {
    write_keeping(fs, target, bytes, place, last_look).map(drop)
}

/// [`write`], and gives what could not be kept of the file that was there, besides its contents.
pub(super) fn write_keeping(
    fs: &dyn FileSystem,
    target: &Path,
    bytes: &[u8],
    place: Place,
    last_look: impl FnOnce() -> Result<(), DiskError>,
) -> Result<Option<io::Error>, DiskError> {
    let mut replacement = Replacement::create(fs, target, place)?;
    replacement.write_all(bytes).map_err(|source| DiskError::new(DiskAction::Write, target, source))?;
    let lost = replacement.lost.take();
    replacement.take_place(last_look)?.map_err(|source| DiskError::Unconfirmed {
        path: target.to_path_buf(),
        written: Fingerprint::of(bytes),
        source,
    })?;
    Ok(lost)
}

/// [`write`] for a file of our own, which is private and which nobody else changes.
pub(super) fn write_own(fs: &dyn FileSystem, target: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    write(fs, target, bytes, Place::Taken(Access::Private), || Ok(()))
}

/// [`write_own`], given up without an error when `still` says no right before the new contents get the name.
pub(super) fn write_own_if(
    fs: &dyn FileSystem,
    target: &Path,
    bytes: &[u8],
    still: impl FnOnce() -> bool,
) -> Result<(), DiskError> {
    let mut wanted = true;
    let written = write(fs, target, bytes, Place::Taken(Access::Private), || {
        wanted = still();
        if wanted { Ok(()) } else { Err(DiskError::NotFound { path: target.to_path_buf() }) }
    });
    if wanted { written } else { Ok(()) }
}

/// [`write_own`] that does not wait for the disk: what it writes outlives the program, and not for certain the machine.
pub(super) fn write_own_unsynced(fs: &dyn FileSystem, target: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    let mut replacement = Replacement::create(fs, target, Place::Taken(Access::Private))?;
    replacement.write_all(bytes).map_err(|source| DiskError::new(DiskAction::Write, target, source))?;
    replacement.take_place_unsynced()
}

fn put(fs: &dyn FileSystem, temporary: &Path, target: &Path, place: Place) -> Result<(), DiskError> {
    let replace = |source| DiskError::new(DiskAction::Replace, target, source);
    match place {
        Place::Taken(_) => fs.rename(temporary, target).map_err(replace),
        Place::Free(_) => match fs.link_new(temporary, target) {
            // The second name stays behind as a leftover if this fails; the next save removes it.
            Ok(()) => {
                remove_quietly(fs, temporary);
                Ok(())
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(replace(error)),
            // No links on this file system (FAT, some network drives): look, then rename.
            Err(_) => match fs.metadata(target) {
                Ok(_) => Err(DiskError::AlreadyExists { path: target.to_path_buf() }),
                Err(_) => fs.rename(temporary, target).map_err(replace),
            },
        },
    }
}

/// The start of the temporary names for a target. Says which file, and is short whatever the length of the file's name.
fn temporary_stem(target: &Path) -> String {
    let name = target.file_name().unwrap_or(OsStr::new("")).as_encoded_bytes();
    let digest = hex(&Sha256::digest(name));
    format!("{PREFIX}{}-", &digest[..TARGET_DIGITS])
}

/// Whether this is the name of a temporary file of ours.
pub(super) fn is_temporary(path: &Path) -> bool {
    path.file_name().and_then(OsStr::to_str).is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX))
}

/// Removes what dead writes left in a folder of our own. What cannot be removed now is for the next time.
pub(super) fn remove_all_leftovers(fs: &dyn FileSystem, folder: &Path) {
    remove_leftovers(fs, folder, PREFIX);
}

/// Removes what dead writes to this file left beside it.
pub(super) fn remove_leftovers_of(fs: &dyn FileSystem, target: &Path) {
    remove_leftovers(fs, &folder_of(target), &temporary_stem(target));
}

/// Removes leftovers of which the names start with `stem`.
fn remove_leftovers(fs: &dyn FileSystem, folder: &Path, stem: &str) {
    let ours = |path: &PathBuf| {
        is_temporary(path) && path.file_name().and_then(OsStr::to_str).is_some_and(|name| name.starts_with(stem))
    };
    for path in fs.list(folder).unwrap_or_default().iter().filter(|path| ours(path)) {
        if fs.is_abandoned(path).unwrap_or(false) {
            remove_quietly(fs, path);
        }
    }
}

/// Removes a file whose staying does no harm.
pub(super) fn remove_quietly(fs: &dyn FileSystem, path: &Path) {
    let _removed = fs.remove_file(path).is_ok();
}
