//! Journals: unsaved changes, on the disk within a second, in case the program or the machine dies.
//!
//! - One journal for each window, `recovery/<session>.json`. A thread of its own writes it at once, or 200 ms after the last
//!   write, and syncs it to the disk. It always holds one whole state: a new state replaces the old one in one step.
//! - Where the disk takes longer than 150 ms, another thread writes the newest state to `<session>.fresh`, without waiting for the
//!   disk. This file survives the end of the program, but perhaps not a power cut. Of the two files, the one with the higher
//!   `change` counts. Only what is in the journal itself is reported as kept.
//! - An entry notes a save that is under way before the document's file changes, so that the next start recognises its own last
//!   save.
//! - It is an ordinary JSON file that a person can open; under `document` it holds the document as it would be saved.
//! - Beside it lies `<session>.lock`, locked while the window lives. A journal without a living window is an orphan; the next
//!   start offers it. No journal, damaged or not, is restored or deleted without asking, with one exception: where the document's
//!   file has all that is in the journal, the next start deletes the journal without asking.
//! - It is removed when the document is saved, or when the person discards the changes. Ending the program does not remove it.
//! - When writing fails, the status says so until it works again. Writing is tried again with each change, and from time to time.

mod journal;
mod keeper;
mod orphan;
mod state;
mod writer;

pub use journal::{Damage, Entry, PendingSave};
pub use orphan::{Claimed, Orphan, orphans};
pub use state::{JournalProblem, JournalStatus};
pub use writer::{Emergency, RecoveryWriter};

use super::lock::Locked;
use std::ffi::OsStr;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use uuid::Uuid;

const JOURNAL_EXTENSION: &str = "json";
const FRESH_EXTENSION: &str = "fresh";
const LOCK_EXTENSION: &str = "lock";

/// A session's files.
#[derive(Debug, Clone)]
struct Session {
    journal: PathBuf,
    /// The fresh copy, for what the disk was too slow for.
    fresh: PathBuf,
    lock: PathBuf,
}

impl Session {
    fn new(folder: &Path, id: Uuid) -> Self {
        Self::of_journal(&folder.join(format!("{id}.{JOURNAL_EXTENSION}")))
    }

    fn of_journal(journal: &Path) -> Self {
        Self {
            journal: journal.with_extension(JOURNAL_EXTENSION),
            fresh: journal.with_extension(FRESH_EXTENSION),
            lock: journal.with_extension(LOCK_EXTENSION),
        }
    }

    /// The journal and the fresh copy, the newer of the two last.
    fn oldest_first(&self, fresh_is_newer: bool) -> [&Path; 2] {
        if fresh_is_newer { [&self.journal, &self.fresh] } else { [&self.fresh, &self.journal] }
    }

    /// Takes the lock that says that the session lives in this process.
    fn take(&self) -> io::Result<Locked> {
        Locked::wait_for(&self.lock)
    }

    /// Takes over a session whose process is dead; `None` when it lives.
    fn take_over(&self) -> io::Result<Option<Locked>> {
        Locked::try_new(&self.lock)
    }
}

/// Whether this is the name of a journal or of a fresh copy.
pub(super) fn is_journal(path: &Path) -> bool {
    [JOURNAL_EXTENSION, FRESH_EXTENSION].iter().any(|ending| path.extension() == Some(OsStr::new(ending)))
        && path.file_stem().and_then(OsStr::to_str).is_some_and(|stem| Uuid::try_parse(stem).is_ok())
}

/// Whether a living window uses this file of the recovery folder. In doubt, true.
pub(super) fn is_in_use(path: &Path) -> bool {
    // Opened for writing because NFS locks only such files.
    match File::options().read(true).write(true).open(path.with_extension(LOCK_EXTENSION)) {
        Ok(lock) => lock.try_lock().is_err() || lock.unlock().is_err(),
        Err(error) => error.kind() != io::ErrorKind::NotFound,
    }
}
