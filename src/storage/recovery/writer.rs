//! Keeps the journal up to date by threads of its own, and lets a dying program write it.

use super::Session;
use super::journal::{Entry, PendingSave};
use super::keeper::Keeper;
use super::state::{JournalProblem, JournalStatus, Wanted};
use crate::storage::atomic::remove_quietly;
use crate::storage::disk::FileSystem;
use crate::storage::error::{DiskAction, DiskError};
use crate::storage::folders::Folders;
use std::fmt;
use std::io::{self, ErrorKind};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// How long a dying program waits for locks that its own threads hold.
const EMERGENCY_PATIENCE: Duration = Duration::from_millis(500);
const EMERGENCY_STEP: Duration = Duration::from_millis(5);

/// How long the program waits at its end for a slow disk to take the last state.
const LAST_PATIENCE: Duration = Duration::from_secs(3);

/// Keeps one window's journal, by threads of its own. Dropping it writes what is still waiting; the journal stays.
pub struct RecoveryWriter {
    keeper: Arc<Keeper>,
}

/// Access to the journal from outside the window: for the panic hook, the signals, and the thread that saves.
#[derive(Clone)]
pub struct Emergency(Arc<Keeper>);

impl RecoveryWriter {
    /// Opens a session, which has no journal yet. `wake` is called by a thread of the writer's each time the journal is up to date,
    /// and when the status becomes or ceases to be [`JournalStatus::Failed`]. The window asks for a repaint then.
    ///
    /// # Errors
    /// When the session's lock cannot be taken, or a thread cannot be started. There is no recovery then, and the person must be
    /// told.
    pub fn start(
        fs: Arc<dyn FileSystem>,
        folders: &Folders,
        wake: impl Fn() + Send + Sync + 'static,
    ) -> Result<Self, DiskError> {
        let session = Session::new(&folders.recovery, Uuid::new_v4());
        let failed = |source| DiskError::new(DiskAction::Write, &session.lock, source);
        let lock = session.take().map_err(failed)?;
        let writer = Self { keeper: Arc::new(Keeper::new(fs, session.clone(), lock, Box::new(wake))) };
        writer.spawn("evenkeel-recovery", Keeper::run).map_err(failed)?;
        writer.spawn("evenkeel-fresh", Keeper::run_fresh).map_err(failed)?;
        Ok(writer)
    }

    fn spawn(&self, name: &str, work: impl Fn(&Keeper) + Send + 'static) -> io::Result<()> {
        let keeper = Arc::clone(&self.keeper);
        keeper.state().alive += 1;
        let spawned = std::thread::Builder::new().name(name.to_owned()).spawn(move || {
            keeper.state().threads.push(std::thread::current().id());
            // The hook has reported a panic already. All that matters here is that the thread has ended.
            let _ended = catch_unwind(AssertUnwindSafe(|| work(&keeper))).is_ok();
            keeper.state().alive -= 1;
            keeper.changed.notify_all();
        });
        if spawned.is_err() {
            self.keeper.state().alive -= 1;
        }
        spawned.map(drop)
    }

    /// Asks for this entry in the journal, replacing earlier ones. Returns at once.
    pub fn submit(&self, entry: Entry) {
        self.submit_with(move || Ok(entry.clone()));
    }

    /// Like [`RecoveryWriter::submit`], for documents that take a while to encode: `make` runs on a thread of the writer's, or on
    /// the one on which the program dies. It must not panic; it returns the reason when it fails. Returns the number of this request.
    pub fn submit_with(&self, make: impl Fn() -> Result<Entry, String> + Send + Sync + 'static) -> u64 {
        self.keeper.want(Wanted::Journal(Arc::new(make)))
    }

    /// Asks for the journal to be removed: the document was saved, or the person discards the changes. Returns at once.
    pub fn discard(&self) {
        self.keeper.want(Wanted::NoJournal);
    }

    /// Whether the journal has the newest change.
    pub fn status(&self) -> JournalStatus {
        self.keeper.state().status()
    }

    /// Whether the request with this number, or a later one, is on the disk.
    pub fn has_on_disk(&self, number: u64) -> bool {
        self.keeper.state().done() >= number
    }

    /// Returns when the journal is up to date and on the disk. Not for the window's thread, which never waits for a disk.
    ///
    /// # Errors
    /// When that cannot be done.
    pub fn write_now(&self) -> Result<(), Arc<JournalProblem>> {
        self.emergency().write_down()
    }

    /// For the panic hook, the signals and the thread that saves.
    pub fn emergency(&self) -> Emergency {
        Emergency(Arc::clone(&self.keeper))
    }
}

impl Drop for RecoveryWriter {
    fn drop(&mut self) {
        let keeper = &self.keeper;
        let mut state = keeper.state();
        state.ending = true;
        keeper.changed.notify_all();
        let end = Instant::now() + LAST_PATIENCE;
        while state.alive > 0 {
            let left = end.saturating_duration_since(Instant::now());
            // The fresh copy exists by then. The journal itself may take as long as the disk needs.
            if left.is_zero() {
                return;
            }
            state = keeper.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        drop(state);
        let gone = |path| keeper.fs.metadata(path).is_err_and(|error| error.kind() == ErrorKind::NotFound);
        if gone(&keeper.session.journal) && gone(&keeper.session.fresh) {
            remove_quietly(&*keeper.fs, &keeper.session.lock);
        }
        *keeper.lock.lock().unwrap_or_else(PoisonError::into_inner) = None;
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
    /// Writes the newest state to the fresh copy, unless this is a thread of the writer's or a lock cannot be taken in half a second.
    /// Does not wait for the disk, which may take longer than the dying program has.
    ///
    /// # Errors
    /// When the newest state is not in the fresh copy afterwards.
    pub fn write_now(&self) -> Result<(), Arc<JournalProblem>> {
        let busy = || Arc::new(JournalProblem::Busy);
        // The thread that panics may hold one of these locks.
        let state = patiently(&self.0.state).ok_or_else(busy)?;
        if state.threads.contains(&std::thread::current().id()) {
            return Err(busy());
        }
        let up_to_date = state.number() == state.done();
        drop(state);
        let fresh = patiently(&self.0.fresh).ok_or_else(busy)?;
        if up_to_date { Ok(()) } else { self.0.refresh(&fresh) }
    }

    /// Returns when the journal is up to date and on the disk.
    ///
    /// # Errors
    /// When that cannot be done.
    pub fn write_down(&self) -> Result<(), Arc<JournalProblem>> {
        let disk = self.0.disk.lock().unwrap_or_else(PoisonError::into_inner);
        self.0.catch_up(&disk)
    }

    /// Notes in the journal which save is under way, and returns when the system has that. `None` when the save has ended.
    pub fn set_saving(&self, saving: Option<PendingSave>) {
        self.0.set_saving(saving);
    }
}

/// Takes a lock, but gives up after a while, since this very thread may hold it.
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
