//! Journals: what was not saved yet, on the disk within a second, for the day the program or the machine dies.
//!
//! - One journal for each window, `recovery/<session>.json`, written by a thread of its own at once, or 200 ms after the
//!   write before, and taken down to the disk. It is always one whole state: a new one takes the place of the old one in one step.
//! - Where the disk takes longer than 150 ms, another thread hands the system the newest state as `<session>.fresh`, without waiting
//!   for the disk: it outlives the program, though not for certain a power cut. Of the two the newer one counts, by `change`. Only
//!   what is in the journal itself is said to be kept.
//! - An entry says which save is under way, before the document's file changes: who resumes recognises their own last save.
//! - It is an ordinary JSON file that a person can open; under `document` it holds the document as it would be saved.
//! - Beside it lies `<session>.lock`, locked while the window lives. A journal without a living window is an orphan; the
//!   next start offers it. Nothing is restored and nothing deleted without asking, damaged journals included; but where the
//!   document's file holds all that is in the journal, the next start tidies it away without a word.
//! - It goes when the document was saved, or when the person said to discard the changes. Ending the program does not
//!   remove it.
//! - When writing fails, the status says so until it works again; it is tried again with each change and by itself.

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
    /// What the disk was too slow for.
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

    /// The journal and its fresh copy, the newer one last.
    fn oldest_first(&self, fresh_is_newer: bool) -> [&Path; 2] {
        if fresh_is_newer { [&self.journal, &self.fresh] } else { [&self.fresh, &self.journal] }
    }

    /// Marks this process as the one that the session lives in.
    fn take(&self) -> io::Result<Locked> {
        Locked::wait_for(&self.lock)
    }

    /// Takes over a session whose process is dead; `None` when it lives.
    fn take_over(&self) -> io::Result<Option<Locked>> {
        Locked::try_new(&self.lock)
    }
}

/// Whether this is a journal, or the fresh copy of one, by its name.
pub(super) fn is_journal(path: &Path) -> bool {
    [JOURNAL_EXTENSION, FRESH_EXTENSION].iter().any(|ending| path.extension() == Some(OsStr::new(ending)))
        && path.file_stem().and_then(OsStr::to_str).is_some_and(|stem| Uuid::try_parse(stem).is_ok())
}

/// Whether a living window uses this file of the recovery folder. When in doubt, yes.
pub(super) fn is_in_use(path: &Path) -> bool {
    // Open for writing: over NFS, only that may be locked.
    match File::options().read(true).write(true).open(path.with_extension(LOCK_EXTENSION)) {
        Ok(lock) => lock.try_lock().is_err() || lock.unlock().is_err(),
        Err(error) => error.kind() != io::ErrorKind::NotFound,
    }
}
