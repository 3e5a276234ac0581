//! Replacing the contents of a file in one step. Documents, journals, backups, settings and exports are all saved this way.

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
    /// Nothing. A file that appears there at the last moment is not replaced.
    Free(Access),
}

/// New contents, still in a temporary file beside `target`. The file is removed when this is dropped before it got that name.
pub(super) struct Replacement<'a> {
    fs: &'a dyn FileSystem,
    target: &'a Path,
    temporary: PathBuf,
    place: Place,
    /// Kept open, and so locked, until it has its name: otherwise another save of the same file would take it for a leftover.
    file: Option<Box<dyn NewFile>>,
    /// Why some rights or attributes of the replaced file could not be kept, if so.
    lost: Option<io::Error>,
}

impl<'a> Replacement<'a> {
    /// Creates an empty temporary file. Leftovers of earlier writes to the same target that died are removed first.
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

    /// Adds to the contents.
    pub(super) fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), |file| file.write_all(bytes))
    }

    /// Ends the writing: syncs the contents to the disk, then gives them the name. `last_look` runs right before that. An
    /// error inside `Ok` means that the name was given, but the folder could not be synced.
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

/// Writes `bytes` to a temporary file beside `target`, then renames that file. `last_look` runs right before the renaming.
///
/// On any error but [`DiskError::Unconfirmed`] the old file is untouched and the temporary file is gone, unless even
/// removing it fails.
pub(super) fn write(
    fs: &dyn FileSystem,
    target: &Path,
    bytes: &[u8],
    place: Place,
    last_look: impl FnOnce() -> Result<(), DiskError>,
) -> Result<(), DiskError> {
    write_keeping(fs, target, bytes, place, last_look).map(drop)
}

/// Like [`write`]; also returns why some rights or attributes of the old file could not be kept, if so.
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

/// Like [`write`], for a file of our own, which is private and which nobody else changes.
pub(super) fn write_own(fs: &dyn FileSystem, target: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    write(fs, target, bytes, Place::Taken(Access::Private), || Ok(()))
}

/// Like [`write_own`], but given up without an error when `still` returns false right before the renaming.
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

/// Like [`write_own`], without waiting for the disk: what it writes survives the end of the program, but perhaps not a power cut.
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
            // If this fails, the second name stays behind as a leftover, which the next save removes.
            Ok(()) => {
                remove_quietly(fs, temporary);
                Ok(())
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(replace(error)),
            // This file system has no hard links (FAT, some network drives): check that the name is free, then rename.
            Err(_) => match fs.metadata(target) {
                Ok(_) => Err(DiskError::AlreadyExists { path: target.to_path_buf() }),
                Err(_) => fs.rename(temporary, target).map_err(replace),
            },
        },
    }
}

/// How the temporary names for a target begin. It is a hash of the file's name, so it is short however long that name is.
fn temporary_stem(target: &Path) -> String {
    let name = target.file_name().unwrap_or(OsStr::new("")).as_encoded_bytes();
    let digest = hex(&Sha256::digest(name));
    format!("{PREFIX}{}-", &digest[..TARGET_DIGITS])
}

/// Whether this is the name of a temporary file of ours.
pub(super) fn is_temporary(path: &Path) -> bool {
    path.file_name().and_then(OsStr::to_str).is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX))
}

/// Removes the leftovers of dead writes in a folder of our own. What cannot be removed now is tried again next time.
pub(super) fn remove_all_leftovers(fs: &dyn FileSystem, folder: &Path) {
    remove_leftovers(fs, folder, PREFIX);
}

/// Removes the leftovers of dead writes to this file, which lie beside it.
pub(super) fn remove_leftovers_of(fs: &dyn FileSystem, target: &Path) {
    remove_leftovers(fs, &folder_of(target), &temporary_stem(target));
}

/// Removes leftovers whose names start with `stem`.
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

/// Removes a file, ignoring errors: it does no harm if it stays.
pub(super) fn remove_quietly(fs: &dyn FileSystem, path: &Path) {
    let _removed = fs.remove_file(path).is_ok();
}
