//! What the journal should hold, and what of that is on the disk.

use super::journal::{Entry, PendingSave};
use crate::storage::error::DiskError;
use std::sync::Arc;
use std::thread::ThreadId;
use std::time::{Duration, Instant};

/// How long a change may wait for the disk before it is written to the fresh copy, which does not wait for the disk.
const BEHIND: Duration = Duration::from_millis(150);
/// The wait before another try, when the fresh copy could not be written either.
const BEHIND_AGAIN: Duration = Duration::from_secs(1);

pub(super) type MakeEntry = Arc<dyn Fn() -> Result<Entry, String> + Send + Sync>;

/// Whether the journal has the newest change of the document.
#[derive(Debug, Clone)]
pub enum JournalStatus {
    /// There is no journal, and none is needed.
    Nothing,
    /// The newest change is on its way to the disk.
    Waiting,
    /// The newest change is on the disk.
    OnDisk,
    /// The newest change could not be written, for this reason. It is tried again.
    Failed(Arc<JournalProblem>),
}

/// Why the journal could not be brought up to date.
#[derive(Debug)]
pub enum JournalProblem {
    /// The disk refused.
    Disk(DiskError),
    /// The document could not be encoded: a fault in our code.
    Document(String),
    /// The program is dying and something else holds the journal.
    Busy,
}

impl From<DiskError> for JournalProblem {
    fn from(error: DiskError) -> Self {
        Self::Disk(error)
    }
}

#[derive(Clone)]
pub(super) enum Wanted {
    NoJournal,
    Journal(MakeEntry),
}

/// What should be in the journal at one moment.
#[derive(Clone)]
pub(super) struct Request {
    pub wanted: Wanted,
    pub number: u64,
    pub saving: Option<PendingSave>,
}

pub(super) struct State {
    wanted: Wanted,
    /// The number of the newest request.
    number: u64,
    /// The number of the request that is in the fresh copy. That survives the end of the program, but not a power cut.
    fresh: u64,
    /// The number of the request that is on the disk.
    done: u64,
    /// Since when a request has been in neither of the two files.
    behind: Option<Instant>,
    /// The earliest time for another try at the fresh copy.
    fresh_retry: Option<Instant>,
    saving: Option<PendingSave>,
    failed: Option<Arc<JournalProblem>>,
    pub ending: bool,
    /// Threads of ours that have not ended.
    pub alive: u8,
    /// Their ids: a panic in one of them must not wait for it.
    pub threads: Vec<ThreadId>,
}

impl State {
    pub(super) const fn new() -> Self {
        Self {
            wanted: Wanted::NoJournal,
            number: 0,
            fresh: 0,
            done: 0,
            behind: None,
            fresh_retry: None,
            saving: None,
            failed: None,
            ending: false,
            alive: 0,
            threads: Vec::new(),
        }
    }

    pub(super) fn status(&self) -> JournalStatus {
        match (&self.failed, &self.wanted) {
            (Some(problem), _) => JournalStatus::Failed(Arc::clone(problem)),
            _ if self.number != self.done => JournalStatus::Waiting,
            (None, Wanted::NoJournal) => JournalStatus::Nothing,
            (None, Wanted::Journal(_)) => JournalStatus::OnDisk,
        }
    }

    pub(super) const fn number(&self) -> u64 {
        self.number
    }

    pub(super) const fn done(&self) -> u64 {
        self.done
    }

    /// Takes a new request.
    pub(super) fn want(&mut self, wanted: Wanted, now: Instant) -> u64 {
        self.wanted = wanted;
        self.number += 1;
        self.behind.get_or_insert(now);
        self.number
    }

    /// Notes a save under way: every entry says so from now on, and an entry that was written already is written again.
    pub(super) fn set_saving(&mut self, saving: Option<PendingSave>, now: Instant) {
        self.saving = saving;
        if matches!(self.wanted, Wanted::Journal(_)) {
            self.number += 1;
            self.behind.get_or_insert(now);
        }
    }

    pub(super) fn request(&self) -> Request {
        Request { wanted: self.wanted.clone(), number: self.number, saving: self.saving.clone() }
    }

    /// Whether no journal is wanted.
    pub(super) const fn wants_none(&self) -> bool {
        matches!(self.wanted, Wanted::NoJournal)
    }

    pub(super) const fn has_failed(&self) -> bool {
        self.failed.is_some()
    }

    /// The journal was written, or could not be.
    pub(super) fn wrote(&mut self, number: u64, result: &Result<(), Arc<JournalProblem>>) {
        self.failed = result.as_ref().err().cloned();
        if result.is_ok() {
            self.done = self.done.max(number);
            self.caught_up();
        }
    }

    /// The fresh copy was written, or could not be.
    pub(super) fn wrote_fresh(&mut self, number: u64, worked: bool, now: Instant) {
        if worked {
            self.fresh = self.fresh.max(number);
            self.fresh_retry = None;
            self.caught_up();
        } else {
            self.fresh_retry = Some(now + BEHIND_AGAIN);
        }
    }

    fn caught_up(&mut self) {
        if self.fresh.max(self.done) >= self.number {
            self.behind = None;
        }
    }

    /// Whether the journal on the disk is as new as the fresh copy.
    pub(super) const fn fresh_is_old(&self) -> bool {
        self.fresh <= self.done
    }

    /// When the fresh copy has to be written; `None` when it is not needed.
    pub(super) fn fresh_due(&self) -> Option<Instant> {
        let due = self.behind? + BEHIND;
        Some(self.fresh_retry.map_or(due, |retry| retry.max(due)))
    }
}
