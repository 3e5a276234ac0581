//! What the journal should be, what it is, and the way from one to the other.

use super::Session;
use super::journal::Entry;
use crate::storage::atomic::write_own;
use crate::storage::error::{Action, DiskError};
use crate::storage::fs::FileSystem;
use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::ThreadId;
use std::time::{Duration, Instant};
use thiserror::Error;

/// At least this long from one write to the next.
const PAUSE: Duration = Duration::from_millis(200);
/// After a failure with no change since; doubles each time up to the longest.
const FIRST_RETRY: Duration = Duration::from_secs(1);
const LONGEST_RETRY: Duration = Duration::from_secs(30);

pub(super) type MakeEntry = Arc<dyn Fn() -> Result<Entry, String> + Send + Sync>;

/// How things stand between the document and its journal.
#[derive(Debug, Clone)]
pub enum Status {
    /// There is no journal, and none is needed.
    Nothing,
    /// The newest change is on its way to the disk.
    Waiting,
    /// The newest change is on the disk.
    OnDisk,
    /// The newest change is not on the disk, and why. It is tried again.
    Failed(Arc<Problem>),
}

/// Why the journal could not be brought up to date.
#[derive(Debug, Error)]
pub enum Problem {
    /// The disk refused.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// The document could not be put into words: an error of ours.
    #[error("the document cannot be written ({0})")]
    Document(String),
    /// The program is dying and something else holds the journal.
    #[error("the journal is busy")]
    Busy,
}

pub(super) struct Keeper {
    pub(super) fs: Arc<dyn FileSystem>,
    pub(super) session: Session,
    pub(super) state: Mutex<State>,
    /// Something is wanted, or the end.
    pub(super) changed: Condvar,
    /// Held while the journal is written or removed.
    pub(super) disk: Mutex<()>,
    /// Told when writing begins to fail, and when it works again.
    wake: Box<dyn Fn() + Send + Sync>,
}

pub(super) struct State {
    wanted: Wanted,
    /// Counts what was wanted.
    wanted_number: u64,
    /// What is on the disk, by that count.
    done_number: u64,
    failed: Option<Arc<Problem>>,
    pub(super) ending: bool,
    pub(super) writer: Option<ThreadId>,
}

#[derive(Clone)]
pub(super) enum Wanted {
    NoJournal,
    Journal(MakeEntry),
}

impl State {
    pub(super) fn status(&self) -> Status {
        match (&self.failed, &self.wanted) {
            (Some(problem), _) => Status::Failed(Arc::clone(problem)),
            _ if self.wanted_number != self.done_number => Status::Waiting,
            (None, Wanted::NoJournal) => Status::Nothing,
            (None, Wanted::Journal(_)) => Status::OnDisk,
        }
    }
}

impl Keeper {
    pub(super) fn new(fs: Arc<dyn FileSystem>, session: Session, wake: Box<dyn Fn() + Send + Sync>) -> Self {
        let state = State {
            wanted: Wanted::NoJournal,
            wanted_number: 0,
            done_number: 0,
            failed: None,
            ending: false,
            writer: None,
        };
        Self { fs, session, state: Mutex::new(state), changed: Condvar::new(), disk: Mutex::new(()), wake }
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn want(&self, wanted: Wanted) {
        let mut state = self.state();
        state.wanted = wanted;
        state.wanted_number += 1;
        drop(state);
        self.changed.notify_all();
    }

    pub(super) fn run(&self) {
        self.state().writer = Some(std::thread::current().id());
        let mut last_try = None;
        let mut retry = FIRST_RETRY;
        loop {
            let ending = self.wait(last_try, retry);
            last_try = Some((Instant::now(), self.state().wanted_number));
            let disk = self.disk.lock().unwrap_or_else(PoisonError::into_inner);
            let result = self.catch_up(&disk);
            drop(disk);
            if ending {
                return;
            }
            retry = if result.is_ok() { FIRST_RETRY } else { (retry * 2).min(LONGEST_RETRY) };
        }
    }

    /// Waits for something to do that may be done by now. Returns whether it is the last thing.
    fn wait(&self, last_try: Option<(Instant, u64)>, retry: Duration) -> bool {
        let mut state = self.state();
        loop {
            if state.ending {
                return true;
            }
            let due = match last_try {
                _ if state.wanted_number == state.done_number => None,
                None => return false,
                Some((when, tried)) if tried == state.wanted_number => Some(when + retry),
                Some((when, _)) => Some(when + PAUSE),
            };
            let now = Instant::now();
            state = match due {
                Some(due) if due <= now => return false,
                Some(due) => self.changed.wait_timeout(state, due - now).unwrap_or_else(PoisonError::into_inner).0,
                None => self.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
            };
        }
    }

    /// Makes the disk what is wanted. Whoever holds the lock of the disk may do it.
    pub(super) fn catch_up(&self, _disk: &MutexGuard<'_, ()>) -> Result<(), Arc<Problem>> {
        let (wanted, number) = {
            let state = self.state();
            if state.wanted_number == state.done_number {
                return Ok(());
            }
            (state.wanted.clone(), state.wanted_number)
        };
        let result = self.carry_out(&wanted).map_err(Arc::new);
        let mut state = self.state();
        let failed_before = state.failed.is_some();
        state.failed = result.as_ref().err().cloned();
        if result.is_ok() {
            state.done_number = number;
        }
        drop(state);
        if failed_before != result.is_err() {
            (self.wake)();
        }
        result
    }

    fn carry_out(&self, wanted: &Wanted) -> Result<(), Problem> {
        let journal = &self.session.journal;
        match wanted {
            Wanted::Journal(make) => {
                let bytes = catch_unwind(AssertUnwindSafe(|| make().and_then(|entry| entry.encode())))
                    .unwrap_or_else(|_| Err("a crash while encoding it".to_owned()))
                    .map_err(Problem::Document)?;
                Ok(write_own(&*self.fs, journal, &bytes)?)
            }
            Wanted::NoJournal => match self.fs.remove_file(journal) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    Err(DiskError::new(Action::Replace, journal, error).into())
                }
                Ok(()) | Err(_) => Ok(()),
            },
        }
    }
}
