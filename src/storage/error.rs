//! What can go wrong between a document and the disk. Two errors are two variants where a person can do different things about
//! them.

use super::fingerprint::Fingerprint;
use crate::foreign;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why reading or writing a file failed. Unless a variant says otherwise, the file is exactly as it was.
#[derive(Debug, Error)]
pub enum DiskError {
    /// There is nothing under this name.
    #[error("there is no such file: {}", foreign::path(path))]
    NotFound {
        /// The file that was asked for.
        path: PathBuf,
    },
    /// The folder that should hold the file is not there: a drive was pulled out, a folder renamed.
    #[error("the folder is not there: {}", foreign::path(folder))]
    FolderMissing {
        /// The folder that was looked for.
        folder: PathBuf,
    },
    /// The name belongs to a folder.
    #[error("this is a folder, not a file: {}", foreign::path(path))]
    IsFolder {
        /// The folder.
        path: PathBuf,
    },
    /// The name belongs to a device, a pipe or a socket, which hold no document.
    #[error("this is not an ordinary file: {}", foreign::path(path))]
    NotAFile {
        /// Its path.
        path: PathBuf,
    },
    /// The file is larger than any document; it was not read.
    #[error("the file is too large ({len} bytes, at most {limit}): {}", foreign::path(path))]
    TooLarge {
        /// Its length in bytes, at least.
        len: u64,
        /// The most that is read, in bytes.
        limit: u64,
        /// The file.
        path: PathBuf,
    },
    /// The system does not let this person read the file, or look into its folder.
    #[error("no permission to open: {}", foreign::path(path))]
    NoPermission {
        /// The file or folder.
        path: PathBuf,
    },
    /// The file itself is protected against changes.
    #[error("the file is read-only: {}", foreign::path(path))]
    ReadOnlyFile {
        /// The file.
        path: PathBuf,
    },
    /// No file may be created in the folder, or its drive cannot be written to.
    #[error("the folder is read-only: {}", foreign::path(folder))]
    ReadOnlyFolder {
        /// The folder.
        folder: PathBuf,
    },
    /// The disk or the person's share of it is full.
    #[error("there is no space left: {}", foreign::path(path))]
    NoSpace {
        /// The file that was being written.
        path: PathBuf,
    },
    /// The system refuses the name: too long, or with characters that it does not allow.
    #[error("the system does not accept this name: {}", foreign::path(path))]
    BadName {
        /// The file.
        path: PathBuf,
    },
    /// Another program changed the file since it was read or saved last.
    #[error("another program changed the file: {}", foreign::path(path))]
    ChangedOnDisk {
        /// The file.
        path: PathBuf,
        /// What is there now; `None` when the file is gone.
        found: Option<Fingerprint>,
    },
    /// A new file was to be made, and there is one already.
    #[error("there is already a file with this name: {}", foreign::path(path))]
    AlreadyExists {
        /// The file.
        path: PathBuf,
    },
    /// An output (scores, a chart, a report) would have replaced a profile. It can be made again, a profile cannot.
    #[error("this is a profile, which nothing else replaces: {}", crate::foreign::path(path))]
    IsProfile {
        /// The profile.
        path: PathBuf,
    },
    /// The file that was to be replaced could not be copied to the backups first, so it was not replaced.
    #[error("the present file could not be backed up first ({source}): {}", foreign::path(path))]
    NoBackup {
        /// The file that was to be replaced.
        path: PathBuf,
        /// Why the copy failed.
        source: Box<DiskError>,
    },
    /// The new contents are in place, but the system could not confirm that they would survive a power cut.
    ///
    /// Treat `written` as what is on the disk, and the document as not yet saved.
    #[error("the file was written, but the disk did not confirm it ({source}): {}", foreign::path(path))]
    Unconfirmed {
        /// The file.
        path: PathBuf,
        /// What was written.
        written: Fingerprint,
        /// What the system said.
        source: io::Error,
    },
    /// What was read back after saving is not what was written, or could not be read. The version before is among the
    /// backups. Treat `written` as what should be on the disk, and the document as not yet saved.
    #[error("the file does not read back as it was written: {}", foreign::path(path))]
    VerifyFailed {
        /// The file.
        path: PathBuf,
        /// What was written.
        written: Fingerprint,
    },
    /// Anything else, in the system's words.
    #[error("{action} failed ({source}): {}", foreign::path(path))]
    Other {
        /// What was being done.
        action: DiskAction,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// What was being done when the system reported an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiskAction {
    /// Finding out what is there, or reading it.
    Read,
    /// Creating a file or folder, or writing to a new one.
    Write,
    /// Putting a new file in the place of an old one, or removing one.
    Replace,
}

impl std::fmt::Display for DiskAction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Read => "reading",
            Self::Write => "writing",
            Self::Replace => "replacing",
        })
    }
}

impl DiskError {
    /// The file, and what it may hold now, after a save that failed too late to leave the old file in place.
    pub fn written(&self) -> Option<(&Path, &Fingerprint)> {
        match self {
            Self::Unconfirmed { path, written, .. } | Self::VerifyFailed { path, written } => Some((path, written)),
            _ => None,
        }
    }

    /// Sorts an error of the system by what a person can do about it. `path` is the file that the person knows, not a temporary
    /// one.
    pub fn new(action: DiskAction, path: &Path, source: io::Error) -> Self {
        let path = path.to_path_buf();
        let folder = || path.parent().unwrap_or(&path).to_path_buf();
        match (source.kind(), action) {
            (ErrorKind::NotFound | ErrorKind::NotADirectory, DiskAction::Read) => Self::NotFound { path },
            (ErrorKind::NotFound | ErrorKind::NotADirectory, DiskAction::Write) => {
                Self::FolderMissing { folder: folder() }
            }
            (ErrorKind::PermissionDenied, DiskAction::Read) => Self::NoPermission { path },
            (ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem, _) => {
                Self::ReadOnlyFolder { folder: folder() }
            }
            (ErrorKind::StorageFull | ErrorKind::QuotaExceeded, _) => Self::NoSpace { path },
            (ErrorKind::InvalidFilename, _) => Self::BadName { path },
            (ErrorKind::AlreadyExists, DiskAction::Replace) => Self::AlreadyExists { path },
            (ErrorKind::IsADirectory, _) => Self::IsFolder { path },
            _ => Self::Other { action, path, source },
        }
    }
}
