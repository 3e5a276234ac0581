//! One document, one window: a second window that opens the same file is told who has it.
//!
//! The document itself is never locked: a save puts a new file in its place, so that the lock would stay with the old one.
//! Locked is an empty file in our data folder, named by a hash of the document's path; beside it stands who holds it. The
//! system frees the lock when the process ends, however it ends. A document on a drive shared between machines is not
//! covered; there, the check before a save is what notices.

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

/// How long a lock is looked at again that says nothing of who has it. A window that has just taken it is about to say so, one that is
/// about to free it no longer does, and one that only looks has it for an instant.
const SAYS_WHO: Duration = Duration::from_millis(300);
const LOOK_AGAIN: Duration = Duration::from_millis(10);

/// Proof that no other window has the document open. Freed when dropped.
#[derive(Debug)]
pub struct DocumentLock {
    document: PathBuf,
    holder_file: PathBuf,
    _locked: Locked,
}

/// A locked file, unlocked by saying so when dropped. Closing it would not do where another thread is just starting a
/// program: until that has begun, it shares our open files.
#[derive(Debug)]
pub(super) struct Locked(File);

/// The window that has a document open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// Its process.
    pub pid: u32,
    /// The name of its machine, where it could be found out; another one than this when the home folder is shared.
    pub host: Option<String>,
    /// When it opened the document.
    pub since: Timestamp,
    /// Where it can be rung at, see [`super::ring`]. Windows of earlier versions have no bell.
    #[serde(default)]
    pub window: Option<String>,
    /// Which document it is about, see [`DocumentLock::mark`]. It is the name of the file that says all this.
    #[serde(skip)]
    pub mark: String,
}

/// Why a document could not be locked.
#[derive(Debug, Error)]
pub enum LockError {
    /// Another window has it. Who, unless that could not be read.
    #[error("the file is open in another window")]
    Held(Option<Held>),
    /// Locks do not work here. Opening the document is safe all the same: a save checks for changes by others.
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
        // A window that died still stands there, and must not be taken for this one.
        remove_quietly(&RealFs, &holder_file);
        let held = Held {
            pid: std::process::id(),
            host: host(),
            since: now,
            window: Some(this_window().to_owned()),
            mark: String::new(),
        };
        // Only for the message; the lock holds without it. It need not outlive the machine, and others wait for it.
        let _told =
            serde_json::to_vec(&held).is_ok_and(|text| write_own_unsynced(&RealFs, &holder_file, &text).is_ok());
        Ok(Self { document: document.to_path_buf(), holder_file, _locked: locked })
    }

    /// The locked document.
    pub fn document(&self) -> &Path {
        &self.document
    }

    /// The name of the document among windows, which tells nothing of its path.
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

    /// Opens or creates a file and locks it, waiting for those who only look whether it is locked.
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

/// The name of this window for others: a new one each time the program starts.
pub(super) fn this_window() -> &'static str {
    static ID: OnceLock<String> = OnceLock::new();
    ID.get_or_init(|| uuid::Uuid::new_v4().simple().to_string())
}

/// The window that has a document open, if one has. The path may be any that leads to it.
pub fn holder(folders: &Folders, path: &Path) -> Option<Held> {
    let (lock_file, holder_file) = files(folders, &RealFs.canonicalize(path).ok()?);
    // Without a lock file nobody ever had it open; looking must not make one.
    RealFs.metadata(&lock_file).ok()?;
    take(&lock_file, &holder_file).ok()?.err()?
}

/// The lock, or else who has it, as far as that is said within [`SAYS_WHO`].
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

/// What is locked for a document, and where its holder stands.
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
