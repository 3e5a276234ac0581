//! What can go wrong between a document and the disk. Two errors are two variants where a person can do different things about
//! them.
//!
//! Errors here are data without words: [`crate::message`] says them in the person's language.

use super::fingerprint::Fingerprint;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Why reading or writing a file failed. Unless a variant says otherwise, the file is exactly as it was.
#[derive(Debug)]
pub enum DiskError {
    /// There is nothing under this name.
    NotFound {
        /// The file that was asked for.
        path: PathBuf,
    },
    /// The folder that should hold the file is not there: a drive was pulled out, a folder renamed.
    FolderMissing {
        /// The folder that was looked for.
        folder: PathBuf,
    },
    /// The name belongs to a folder.
    IsFolder {
        /// The folder.
        path: PathBuf,
    },
    /// The name belongs to a device, a pipe or a socket, which hold no document.
    NotAFile {
        /// Its path.
        path: PathBuf,
    },
    /// The file is larger than any document; it was not read.
    TooLarge {
        /// Its length in bytes, at least.
        len: u64,
        /// The most that is read, in bytes.
        limit: u64,
        /// The file.
        path: PathBuf,
    },
    /// The system does not let this person read the file, or look into its folder.
    NoPermission {
        /// The file or folder.
        path: PathBuf,
    },
    /// The file itself is protected against changes.
    ReadOnlyFile {
        /// The file.
        path: PathBuf,
    },
    /// No file may be created in the folder, or its drive cannot be written to.
    ReadOnlyFolder {
        /// The folder.
        folder: PathBuf,
    },
    /// The disk or the person's share of it is full.
    NoSpace {
        /// The file that was being written.
        path: PathBuf,
    },
    /// The system refuses the name: too long, or with characters that it does not allow.
    BadName {
        /// The file.
        path: PathBuf,
    },
    /// Another program changed the file since it was read or saved last.
    ChangedOnDisk {
        /// The file.
        path: PathBuf,
        /// What is there now; `None` when the file is gone.
        found: Option<Fingerprint>,
    },
    /// A new file was to be made, and there is one already.
    AlreadyExists {
        /// The file.
        path: PathBuf,
    },
    /// An output (scores, a chart, a report) would have replaced a profile. It can be made again, a profile cannot.
    IsProfile {
        /// The profile.
        path: PathBuf,
    },
    /// The file that was to be replaced could not be copied to the backups first, so it was not replaced.
    NoBackup {
        /// The file that was to be replaced.
        path: PathBuf,
        /// Why the copy failed.
        source: Box<DiskError>,
    },
    /// The new contents are in place, but the system could not confirm that they would survive a power cut.
    ///
    /// Treat `written` as what is on the disk, and the document as not yet saved.
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
    VerifyFailed {
        /// The file.
        path: PathBuf,
        /// What was written.
        written: Fingerprint,
    },
    /// Anything else, in the system's words.
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

impl DiskError {
    /// The file, and what it may hold now, after a save that failed too late to leave the old file in place.
    pub fn written(&self) -> Option<(&Path, &Fingerprint)> {
        match self {
            Self::Unconfirmed { path, written, .. } | Self::VerifyFailed { path, written } => Some((path, written)),
            _ => None,
        }
    }

    /// The file or folder that it is about.
    pub fn path(&self) -> &Path {
        match self {
            Self::NotFound { path }
            | Self::IsFolder { path }
            | Self::NotAFile { path }
            | Self::TooLarge { path, .. }
            | Self::NoPermission { path }
            | Self::ReadOnlyFile { path }
            | Self::NoSpace { path }
            | Self::BadName { path }
            | Self::ChangedOnDisk { path, .. }
            | Self::AlreadyExists { path }
            | Self::IsProfile { path }
            | Self::NoBackup { path, .. }
            | Self::Unconfirmed { path, .. }
            | Self::VerifyFailed { path, .. }
            | Self::Other { path, .. } => path,
            Self::FolderMissing { folder } | Self::ReadOnlyFolder { folder } => folder,
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
