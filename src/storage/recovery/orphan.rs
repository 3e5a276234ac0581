//! Journals that dead windows left.

use super::journal::{self, Damage, Entry, Newest};
use super::{Session, is_in_use, is_journal};
use crate::storage::atomic::{remove_all_leftovers, remove_quietly};
use crate::storage::disk::FileSystem;
use crate::storage::error::{DiskAction, DiskError};
use crate::storage::folders::Folders;
use crate::storage::lock::Locked;
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// A journal whose window is dead.
#[derive(Debug)]
pub struct Orphan {
    /// The journal file, which a person can open.
    pub journal: PathBuf,
    /// When it was written, by the file system.
    pub modified: Option<SystemTime>,
    /// What it holds, or why it cannot be used.
    pub content: Result<Entry, Damage>,
    /// Whether the session's other file (journal or fresh copy) cannot be read, so that nobody knows what was in it.
    pub damaged_beside: bool,
    /// Whether the contents are from the fresh copy beside the journal.
    fresh: bool,
}

/// An orphan that no other window can take. If it is dropped without [`Claimed::remove`], the next start finds it again.
#[derive(Debug)]
pub struct Claimed {
    session: Session,
    fresh: bool,
    _lock: Locked,
}

/// The journals of dead windows, newest first. Damaged ones are among them.
///
/// # Errors
/// When the recovery folder cannot be read. A missing folder means no journals.
pub fn orphans(fs: &dyn FileSystem, folders: &Folders) -> Result<Vec<Orphan>, DiskError> {
    let paths = match fs.list(&folders.recovery) {
        Ok(paths) => paths,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(DiskError::new(DiskAction::Read, &folders.recovery, error)),
    };
    // A journal and its fresh copy belong to one session.
    let sessions: BTreeSet<PathBuf> = paths.iter().filter(|p| is_journal(p)).map(|p| p.with_extension("")).collect();
    let mut found: Vec<Orphan> = Vec::new();
    for path in sessions {
        let session = Session::of_journal(&path);
        if !is_in_use(&session.journal) {
            let written = |path: &Path| fs.metadata(path).ok().and_then(|found| found.modified);
            let (journal, fresh) = (written(&session.journal), written(&session.fresh));
            let Newest { content, fresh: is_fresh, damaged_beside } = journal::read_newest(fs, &session);
            let path = if is_fresh { session.fresh } else { session.journal };
            let modified = journal.max(fresh);
            found.push(Orphan { modified, content, journal: path, damaged_beside, fresh: is_fresh });
        }
    }
    // Temporary files of writes that died; the journals that they were meant for are whole.
    remove_all_leftovers(fs, &folders.recovery);
    found.sort_by_key(|orphan| std::cmp::Reverse(orphan.modified));
    Ok(found)
}

impl Orphan {
    /// Claims this journal, so that no other window can. `None` when another window has it, or the journal is gone.
    ///
    /// # Errors
    /// When the lock cannot be taken for another reason.
    pub fn claim(&self, fs: &dyn FileSystem) -> Result<Option<Claimed>, DiskError> {
        let session = Session::of_journal(&self.journal);
        let taken = session.take_over().map_err(|source| DiskError::new(DiskAction::Write, &session.lock, source))?;
        let Some(lock) = taken else { return Ok(None) };
        if [&session.journal, &session.fresh].into_iter().any(|path| fs.metadata(path).is_ok()) {
            return Ok(Some(Claimed { session, fresh: self.fresh, _lock: lock }));
        }
        remove_quietly(fs, &session.lock);
        Ok(None)
    }
}

impl Claimed {
    /// The journal.
    pub fn journal(&self) -> &Path {
        if self.fresh { &self.session.fresh } else { &self.session.journal }
    }

    /// Deletes the journal. Only call it when its document is safe elsewhere, or the person agreed to delete it.
    ///
    /// # Errors
    /// When it cannot be removed. The next start then offers it again.
    pub fn remove(self, fs: &dyn FileSystem) -> Result<(), DiskError> {
        for path in self.session.oldest_first(self.fresh) {
            match fs.remove_file(path) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    return Err(DiskError::new(DiskAction::Replace, path, error));
                }
                Ok(()) | Err(_) => {}
            }
        }
        remove_quietly(fs, &self.session.lock);
        Ok(())
    }
}
