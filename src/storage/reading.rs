//! Reading the person's own file, or any other file within a limit; and the checks before a file is read or replaced.

use super::disk::{FileSystem, Metadata, PathKind};
use super::error::{DiskAction, DiskError};
use super::fingerprint::Fingerprint;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The most that is read of any document, in bytes: 16 MiB, about fifteen times a file with 200 audits.
pub use crate::profile::limits::MAX_BYTES;

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The real file: absolute, without symbolic links.
    pub path: PathBuf,
    /// All of its contents.
    pub bytes: Vec<u8>,
    /// What to expect on the disk at the next save.
    pub fingerprint: Fingerprint,
}

/// Reads a document.
///
/// # Errors
/// When there is no such file, or it is not an ordinary file, is larger than [`MAX_BYTES`], or cannot be read.
pub fn read(fs: &dyn FileSystem, path: &Path) -> Result<Loaded, DiskError> {
    let real = fs.canonicalize(path).map_err(|source| DiskError::new(DiskAction::Read, path, source))?;
    let bytes = read_within(fs, &real, MAX_BYTES)?;
    Ok(Loaded { fingerprint: Fingerprint::of(&bytes), path: real, bytes })
}

/// Reads an ordinary file of at most `limit` bytes. First checks that it is one, since opening a pipe would wait for ever.
pub(super) fn read_within(fs: &dyn FileSystem, path: &Path, limit: u64) -> Result<Vec<u8>, DiskError> {
    let failed = |source| DiskError::new(DiskAction::Read, path, source);
    let found = fs.metadata(path).map_err(failed)?;
    check_is_file(path, found)?;
    let too_large = |len| DiskError::TooLarge { len, limit, path: path.to_path_buf() };
    if found.len > limit {
        return Err(too_large(found.len));
    }
    let bytes = fs.read(path, limit).map_err(failed)?;
    // The file may have grown since.
    if bytes.len() as u64 > limit { Err(too_large(bytes.len() as u64)) } else { Ok(bytes) }
}

pub(super) fn check_is_file(path: &Path, found: Metadata) -> Result<(), DiskError> {
    let path = path.to_path_buf();
    match found.kind {
        PathKind::File => Ok(()),
        PathKind::Folder => Err(DiskError::IsFolder { path }),
        PathKind::Other => Err(DiskError::NotAFile { path }),
    }
}

/// Whether a file may be changed. This is checked because replacing it by renaming would bypass its protection silently.
pub(super) fn check_not_protected(fs: &dyn FileSystem, path: &Path) -> Result<(), DiskError> {
    fs.check_writable(path).map_err(|error| match error.kind() {
        ErrorKind::PermissionDenied => DiskError::ReadOnlyFile { path: path.to_path_buf() },
        _ => DiskError::new(DiskAction::Write, path, error),
    })
}
