//! The thread that keeps the journal up to date, and the way to it from a dying program.

use super::Session;
use super::journal::Entry;
use super::keeper::{Keeper, Problem, Status, Wanted};
use crate::storage::atomic::remove_quietly;
use crate::storage::error::{Action, DiskError};
use crate::storage::folders::Folders;
use crate::storage::fs::FileSystem;
use crate::storage::lock::Locked;
use std::fmt;
use std::io::ErrorKind;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use uuid::Uuid;

/// How long a dying program waits for its own locks.
const EMERGENCY_PATIENCE: Duration = Duration::from_millis(500);
const EMERGENCY_STEP: Duration = Duration::from_millis(5);

/// Keeps one window's journal, from a thread of its own. Dropping it writes what is waiting and leaves the journal.
pub struct RecoveryWriter {
    keeper: Arc<Keeper>,
    thread: Option<JoinHandle<()>>,
    lock: Option<Locked>,
}

/// Writes the journal from wherever the program dies: the panic hook, the thread that hears signals.
#[derive(Clone)]
pub struct Emergency(Arc<Keeper>);

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
        let keeper = Arc::new(Keeper::new(fs, session.clone(), Box::new(wake)));
        let of_thread = Arc::clone(&keeper);
        let thread = std::thread::Builder::new()
            .name("evenkeel-recovery".to_owned())
            .spawn(move || of_thread.run())
            .map_err(failed)?;
        Ok(Self { keeper, thread: Some(thread), lock: Some(lock) })
    }

    /// Wants this in the journal, in place of all before. Returns at once.
    pub fn submit(&self, entry: Entry) {
        self.submit_with(move || Ok(entry.clone()));
    }

    /// As [`RecoveryWriter::submit`], but `make` runs on the writer's thread, or where the program dies: for documents that
    /// take a while to encode. It must not panic. It says why when it cannot.
    pub fn submit_with(&self, make: impl Fn() -> Result<Entry, String> + Send + Sync + 'static) {
        self.keeper.want(Wanted::Journal(Arc::new(make)));
    }

    /// Wants no journal: the document was saved, or the person said to discard the changes. Returns at once.
    pub fn discard(&self) {
        self.keeper.want(Wanted::NoJournal);
    }

    /// How things stand.
    pub fn status(&self) -> Status {
        self.keeper.state().status()
    }

    /// Brings the journal up to date before it returns.
    ///
    /// # Errors
    /// When that cannot be done.
    pub fn write_now(&self) -> Result<(), Arc<Problem>> {
        let disk = self.keeper.disk.lock().unwrap_or_else(PoisonError::into_inner);
        self.keeper.catch_up(&disk)
    }

    /// For the panic hook and the signals.
    pub fn emergency(&self) -> Emergency {
        Emergency(Arc::clone(&self.keeper))
    }
}

impl Drop for RecoveryWriter {
    fn drop(&mut self) {
        self.keeper.state().ending = true;
        self.keeper.changed.notify_all();
        if let Some(thread) = self.thread.take() {
            // A panic there has been reported by the hook.
            let _ended = thread.join().is_ok();
        }
        let journal = self.keeper.fs.metadata(&self.keeper.session.journal);
        if journal.is_err_and(|error| error.kind() == ErrorKind::NotFound) {
            remove_quietly(&*self.keeper.fs, &self.keeper.session.lock);
        }
        self.lock = None;
    }
}

impl fmt::Debug for RecoveryWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecoveryWriter")
            .field("session", &self.keeper.session)
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
