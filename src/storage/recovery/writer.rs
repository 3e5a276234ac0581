//! The thread that keeps the journal up to date.

use super::Session;
use super::journal::Entry;
use crate::storage::atomic::{remove_quietly, write_own};
use crate::storage::error::{Action, DiskError};
use crate::storage::folders::Folders;
use crate::storage::fs::FileSystem;
use crate::storage::lock::Locked;
use std::fmt;
use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread::{JoinHandle, ThreadId};
use std::time::{Duration, Instant};
use thiserror::Error;
use uuid::Uuid;

/// At least this long from one write to the next.
const PAUSE: Duration = Duration::from_millis(200);
/// After a failure with no change since; doubles each time up to the longest.
const FIRST_RETRY: Duration = Duration::from_secs(1);
const LONGEST_RETRY: Duration = Duration::from_secs(30);
/// How long a dying program waits for its own locks.
const EMERGENCY_PATIENCE: Duration = Duration::from_millis(500);
const EMERGENCY_STEP: Duration = Duration::from_millis(5);

type MakeEntry = Arc<dyn Fn() -> Result<Entry, String> + Send + Sync>;

/// Keeps one window's journal, from a thread of its own. Dropping it writes what is waiting and leaves the journal.
pub struct RecoveryWriter {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
    lock: Option<Locked>,
}

/// Writes the journal from wherever the program dies: the panic hook, the thread that hears signals.
#[derive(Clone)]
pub struct Emergency(Arc<Shared>);

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

struct Shared {
    fs: Arc<dyn FileSystem>,
    session: Session,
    state: Mutex<State>,
    /// Something is wanted, or the end.
    changed: Condvar,
    /// Held while the journal is written or removed.
    disk: Mutex<()>,
    /// Told when writing begins to fail, and when it works again.
    wake: Box<dyn Fn() + Send + Sync>,
}

struct State {
    wanted: Wanted,
    /// Counts what was wanted.
    wanted_number: u64,
    /// What is on the disk, by that count.
    done_number: u64,
    failed: Option<Arc<Problem>>,
    ending: bool,
    writer: Option<ThreadId>,
}

#[derive(Clone)]
enum Wanted {
    NoJournal,
    Journal(MakeEntry),
}

impl RecoveryWriter {
    /// Opens a session with no journal yet. `wake` is called from the thread when the status begins or ceases to be
    /// [`Status::Failed`]; in the window, it asks for a repaint.
    ///
    /// # Errors
    /// When the session's lock cannot be had or the thread not started. There is no recovery then, which the person must
    /// be told.
    pub fn start(
        fs: Arc<dyn FileSystem>,
        folders: &Folders,
        wake: impl Fn() + Send + Sync + 'static,
    ) -> Result<Self, DiskError> {
        let session = Session::new(&folders.recovery, Uuid::new_v4());
        let failed = |source| DiskError::new(Action::Write, &session.lock, source);
        let lock = session.take().map_err(failed)?;
        let state = State {
            wanted: Wanted::NoJournal,
            wanted_number: 0,
            done_number: 0,
            failed: None,
            ending: false,
            writer: None,
        };
        let shared = Arc::new(Shared {
            fs,
            session: session.clone(),
            state: Mutex::new(state),
            changed: Condvar::new(),
            disk: Mutex::new(()),
            wake: Box::new(wake),
        });
        let of_thread = Arc::clone(&shared);
        let thread = std::thread::Builder::new()
            .name("evenkeel-recovery".to_owned())
            .spawn(move || of_thread.run())
            .map_err(failed)?;
        Ok(Self { shared, thread: Some(thread), lock: Some(lock) })
    }

    /// Wants this in the journal, in place of all before. Returns at once.
    pub fn submit(&self, entry: Entry) {
        self.submit_with(move || Ok(entry.clone()));
    }

    /// As [`RecoveryWriter::submit`], but `make` runs on the writer's thread, or where the program dies: for documents that
    /// take a while to encode. It must not panic. It says why when it cannot.
    pub fn submit_with(&self, make: impl Fn() -> Result<Entry, String> + Send + Sync + 'static) {
        self.shared.want(Wanted::Journal(Arc::new(make)));
    }

    /// Wants no journal: the document was saved, or the person said to discard the changes. Returns at once.
    pub fn discard(&self) {
        self.shared.want(Wanted::NoJournal);
    }

    /// How things stand.
    pub fn status(&self) -> Status {
        self.shared.state().status()
    }

    /// Brings the journal up to date before it returns.
    ///
    /// # Errors
    /// When that cannot be done.
    pub fn write_now(&self) -> Result<(), Arc<Problem>> {
        let disk = self.shared.disk.lock().unwrap_or_else(PoisonError::into_inner);
        self.shared.catch_up(&disk)
    }

    /// For the panic hook and the signals.
    pub fn emergency(&self) -> Emergency {
        Emergency(Arc::clone(&self.shared))
    }
}

impl Drop for RecoveryWriter {
    fn drop(&mut self) {
        self.shared.state().ending = true;
        self.shared.changed.notify_all();
        if let Some(thread) = self.thread.take() {
            // A panic there has been reported by the hook.
            let _ended = thread.join().is_ok();
        }
        let journal = self.shared.fs.metadata(&self.shared.session.journal);
        if journal.is_err_and(|error| error.kind() == ErrorKind::NotFound) {
            remove_quietly(&*self.shared.fs, &self.shared.session.lock);
        }
        self.lock = None;
    }
}

impl fmt::Debug for RecoveryWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecoveryWriter")
            .field("session", &self.shared.session)
            .field("status", &self.status())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Emergency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Emergency").field(&self.0.session).finish()
    }
}

impl Emergency {
    /// Brings the journal up to date, unless this is the writer's own thread or a lock is not to be had in half a second.
    ///
    /// # Errors
    /// When the journal is not up to date afterwards.
    pub fn write_now(&self) -> Result<(), Arc<Problem>> {
        let busy = || Arc::new(Problem::Busy);
        // Whoever panics may hold one of these.
        let writer = patiently(&self.0.state).ok_or_else(busy)?.writer;
        if writer == Some(std::thread::current().id()) {
            return Err(busy());
        }
        let disk = patiently(&self.0.disk).ok_or_else(busy)?;
        self.0.catch_up(&disk)
    }
}

/// Takes a lock without ever waiting for one that this very thread may hold.
fn patiently<T>(mutex: &Mutex<T>) -> Option<MutexGuard<'_, T>> {
    let end = Instant::now() + EMERGENCY_PATIENCE;
    loop {
        match mutex.try_lock() {
            Ok(guard) => return Some(guard),
            Err(TryLockError::Poisoned(poisoned)) => return Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) if Instant::now() < end => std::thread::sleep(EMERGENCY_STEP),
            Err(TryLockError::WouldBlock) => return None,
        }
    }
}

impl State {
    fn status(&self) -> Status {
        match (&self.failed, &self.wanted) {
            (Some(problem), _) => Status::Failed(Arc::clone(problem)),
            _ if self.wanted_number != self.done_number => Status::Waiting,
            (None, Wanted::NoJournal) => Status::Nothing,
            (None, Wanted::Journal(_)) => Status::OnDisk,
        }
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn want(&self, wanted: Wanted) {
        let mut state = self.state();
        state.wanted = wanted;
        state.wanted_number += 1;
        drop(state);
        self.changed.notify_all();
    }

    fn run(&self) {
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
    fn catch_up(&self, _disk: &MutexGuard<'_, ()>) -> Result<(), Arc<Problem>> {
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
