//! One document, one window: a second window that opens the same file is told who has it.
//!
//! The document itself is never locked: a save puts a new file in its place, and the lock would stay with the old one. Instead,
//! an empty file in our data folder is locked, named by a hash of the document's path; a file beside it says who holds the
//! lock. The system frees the lock when the process ends, however it ends. Two machines that share a drive do not see each
//! other's locks; there, the check before a save notices changes by others.

use super::atomic::{remove_quietly, write_own_unsynced};
use super::disk::{FileSystem, RealFs, open_ordinary};
use super::fingerprint::hex;
use super::folders::Folders;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};
use thiserror::Error;

const NAME_DIGITS: usize = 32;
const MAX_HOLDER_BYTES: u64 = 64 * 1024;

/// How long to look again at a lock whose holder is not known. A window that has just taken the lock will soon say so, one that
/// is freeing it does not say so any more, and one that only checks has it for an instant.
const SAYS_WHO: Duration = Duration::from_millis(300);
const LOOK_AGAIN: Duration = Duration::from_millis(10);

/// Proof that no other window has the document open. Freed when dropped.
#[derive(Debug)]
pub struct DocumentLock {
    document: PathBuf,
    holder_file: PathBuf,
    _locked: Locked,
}

/// A locked file, which is unlocked explicitly when dropped. Closing it is not enough: a program that another thread is just
/// starting shares our open files until it runs.
#[derive(Debug)]
pub(super) struct Locked(File);

/// The window that has a document open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// Its process.
    pub pid: u32,
    /// The name of its machine, where it is known. It can be another machine when the home folder is shared.
    pub host: Option<String>,
    /// When it opened the document.
    pub since: Timestamp,
    /// The id of its bell, see [`super::ring`]. Earlier versions of Evenkeel have no bell.
    #[serde(default)]
    pub window: Option<String>,
    /// Which document it is about, see [`DocumentLock::mark`]. It is taken from the name of the file that says all this.
    #[serde(skip)]
    pub mark: String,
}

/// Why a document could not be locked.
#[derive(Debug, Error)]
pub enum LockError {
    /// Another window has it; which one, if that could be read.
    #[error("the file is open in another window")]
    Held(Option<Held>),
    /// Locks do not work here. Opening the document is still safe: a save checks for changes by others.
    #[error("other windows cannot be told that the file is open here ({0})")]
    Unavailable(#[from] io::Error),
}

impl DocumentLock {
    /// Takes the lock for a document by its canonical path, as [`super::Loaded`] and [`super::Saved`] give it.
    ///
    /// # Errors
    /// [`LockError::Held`] when another window has it, [`LockError::Unavailable`] when the lock file cannot be made.
    pub fn acquire(folders: &Folders, document: &Path, now: Timestamp) -> Result<Self, LockError> {
        let (lock_file, holder_file) = files(folders, document);
        let locked = take(&lock_file, &holder_file)?.map_err(LockError::Held)?;
        // The file may still name a window that died, which must not be taken for this one.
        remove_quietly(&RealFs, &holder_file);
        let held = Held {
            pid: std::process::id(),
            host: host(),
            since: now,
            window: Some(this_window().to_owned()),
            mark: String::new(),
        };
        // Only for the message: the lock works without it. It need not survive a power cut, and another window may be waiting
        // for it, so it is not synced.
        let _told =
            serde_json::to_vec(&held).is_ok_and(|text| write_own_unsynced(&RealFs, &holder_file, &text).is_ok());
        Ok(Self { document: document.to_path_buf(), holder_file, _locked: locked })
    }

    /// The locked document.
    pub fn document(&self) -> &Path {
        &self.document
    }

    /// Identifies the document to other windows, without giving away its path.
    pub fn mark(&self) -> String {
        mark(&self.holder_file)
    }

    /// Moves to another document, after it was saved under another name. The old lock stays when the new one cannot be had.
    ///
    /// # Errors
    /// As [`DocumentLock::acquire`].
    pub fn move_to(&mut self, folders: &Folders, document: &Path, now: Timestamp) -> Result<(), LockError> {
        if self.document != document {
            *self = Self::acquire(folders, document, now)?;
        }
        Ok(())
    }
}

impl Drop for DocumentLock {
    fn drop(&mut self) {
        // The lock file stays: removing it while another window opens it would let two windows have the lock.
        remove_quietly(&RealFs, &self.holder_file);
    }
}

impl Locked {
    /// Opens or creates a file and locks it; `None` when it is locked already.
    pub(super) fn try_new(path: &Path) -> io::Result<Option<Self>> {
        let file = open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self(file))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    /// Opens or creates a file and locks it, waiting for windows that only check whether it is locked.
    pub(super) fn wait_for(path: &Path) -> io::Result<Self> {
        let file = open(path)?;
        file.lock()?;
        Ok(Self(file))
    }
}

impl Drop for Locked {
    fn drop(&mut self) {
        let _unlocked = self.0.unlock().is_ok();
    }
}

/// The id of this window: a new one each time the program starts.
pub(super) fn this_window() -> &'static str {
    static ID: OnceLock<String> = OnceLock::new();
    ID.get_or_init(|| uuid::Uuid::new_v4().simple().to_string())
}

/// The window that has a document open, if one has. The path may be any that leads to it.
pub fn holder(folders: &Folders, path: &Path) -> Option<Held> {
    let (lock_file, holder_file) = files(folders, &RealFs.canonicalize(path).ok()?);
    // Without a lock file nobody has it open. Checking must not create one.
    RealFs.metadata(&lock_file).ok()?;
    take(&lock_file, &holder_file).ok()?.err()?
}

/// The lock, or else who has it, if that can be read within [`SAYS_WHO`].
fn take(lock_file: &Path, holder_file: &Path) -> io::Result<Result<Locked, Option<Held>>> {
    let start = Instant::now();
    loop {
        if let Some(locked) = Locked::try_new(lock_file)? {
            return Ok(Ok(locked));
        }
        let held = read_holder(holder_file);
        if held.is_some() || start.elapsed() >= SAYS_WHO {
            return Ok(Err(held));
        }
        thread::sleep(LOOK_AGAIN);
    }
}

/// The file that is locked for a document, and the file that says who holds the lock.
fn files(folders: &Folders, document: &Path) -> (PathBuf, PathBuf) {
    let digest = hex(&Sha256::digest(document.as_os_str().as_encoded_bytes()));
    let name = &digest[..NAME_DIGITS];
    (folders.locks.join(format!("{name}.lock")), folders.locks.join(format!("{name}.json")))
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    open_ordinary(&mut options, path)
}

fn read_holder(path: &Path) -> Option<Held> {
    let bytes = RealFs.read(path, MAX_HOLDER_BYTES).ok()?;
    let held: Held = serde_json::from_slice(&bytes).ok()?;
    Some(Held { mark: mark(path), ..held })
}

fn mark(holder_file: &Path) -> String {
    holder_file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

fn host() -> Option<String> {
    let kernel = || std::fs::read_to_string("/proc/sys/kernel/hostname").ok();
    ["COMPUTERNAME", "HOSTNAME"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok())
        .or_else(kernel)
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
}
