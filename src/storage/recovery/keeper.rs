//! Writes what the journal should hold to the disk.
//!
//! There are two threads, because a disk may take seconds for a write. One writes the journal and waits until it is on the disk.
//! The other watches for a change that has waited too long for that. It writes the change to another file beside the journal, the
//! *fresh copy*, without waiting for the disk: the system then has it, so it survives the end of the program.

use super::Session;
use super::journal::PendingSave;
use super::state::{JournalProblem, Request, State, Wanted};
use crate::storage::atomic::{remove_quietly, write_own_if, write_own_unsynced};
use crate::storage::disk::FileSystem;
use crate::storage::error::{DiskAction, DiskError};
use crate::storage::lock::Locked;
use std::io::{self, ErrorKind};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The shortest time from one write to the next.
const PAUSE: Duration = Duration::from_millis(200);
/// The wait after a failure when nothing has changed since. It doubles each time, up to the longest.
const FIRST_RETRY: Duration = Duration::from_secs(1);
const LONGEST_RETRY: Duration = Duration::from_secs(30);

pub(super) struct Keeper {
    pub(super) fs: Arc<dyn FileSystem>,
    pub(super) session: Session,
    pub(super) state: Mutex<State>,
    /// Signalled when something is wanted or done, or the writer ends.
    pub(super) changed: Condvar,
    /// Held while the journal is written and synced, for as long as the disk takes.
    pub(super) disk: Mutex<()>,
    /// Held while the fresh copy is written or removed, which does not wait for the disk.
    pub(super) fresh: Mutex<()>,
    /// Locked while the session lives.
    pub(super) lock: Mutex<Option<Locked>>,
    /// Called when the status has changed.
    wake: Box<dyn Fn() + Send + Sync>,
}

impl Keeper {
    pub(super) fn new(
        fs: Arc<dyn FileSystem>,
        session: Session,
        lock: Locked,
        wake: Box<dyn Fn() + Send + Sync>,
    ) -> Self {
        Self {
            fs,
            session,
            state: Mutex::new(State::new()),
            changed: Condvar::new(),
            disk: Mutex::new(()),
            fresh: Mutex::new(()),
            lock: Mutex::new(Some(lock)),
            wake,
        }
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn want(&self, wanted: Wanted) -> u64 {
        let number = self.state().want(wanted, Instant::now());
        self.changed.notify_all();
        number
    }

    /// Notes in the journal which save is about to be made, before it is made.
    pub(super) fn set_saving(&self, saving: Option<PendingSave>) {
        let begins = saving.is_some();
        self.state().set_saving(saving, Instant::now());
        if begins {
            let fresh = self.fresh.lock().unwrap_or_else(PoisonError::into_inner);
            // If this fails and the program is killed in the next moment, the next start takes its own save for another program's. It
            // then asks the person; nothing is lost.
            let _told = self.refresh(&fresh).is_ok();
        }
        self.changed.notify_all();
    }

    /// The thread that waits for the disk.
    pub(super) fn run(&self) {
        let mut last_try = None;
        let mut retry = FIRST_RETRY;
        loop {
            let ending = self.wait(last_try, retry);
            last_try = Some((Instant::now(), self.state().number()));
            let disk = self.disk.lock().unwrap_or_else(PoisonError::into_inner);
            let result = self.catch_up(&disk);
            drop(disk);
            if ending {
                return;
            }
            retry = if result.is_ok() { FIRST_RETRY } else { (retry * 2).min(LONGEST_RETRY) };
        }
    }

    /// Waits until the journal has to be written. Returns whether the writer is ending, so that this is the last write.
    fn wait(&self, last_try: Option<(Instant, u64)>, retry: Duration) -> bool {
        let mut state = self.state();
        loop {
            if state.ending {
                return true;
            }
            let due = match last_try {
                _ if state.number() == state.done() => None,
                None => return false,
                Some((when, tried)) if tried == state.number() => Some(when + retry),
                Some((when, _)) => Some(when + PAUSE),
            };
            let now = Instant::now();
            state = match due {
                Some(due) if due <= now => return false,
                due => self.sleep(state, due.map(|due| due - now)),
            };
        }
    }

    /// The thread that does not wait for the disk.
    pub(super) fn run_fresh(&self) {
        let mut state = self.state();
        loop {
            let due = state.fresh_due();
            let now = Instant::now();
            if due.is_some_and(|due| due <= now) || (state.ending && due.is_some()) {
                let ending = state.ending;
                drop(state);
                let fresh = self.fresh.lock().unwrap_or_else(PoisonError::into_inner);
                let _written = self.refresh(&fresh).is_ok();
                drop(fresh);
                if ending {
                    return;
                }
                state = self.state();
            } else if state.ending {
                return;
            } else {
                state = self.sleep(state, due.map(|due| due - now));
            }
        }
    }

    fn sleep<'a>(&self, state: MutexGuard<'a, State>, time: Option<Duration>) -> MutexGuard<'a, State> {
        match time {
            Some(time) => self.changed.wait_timeout(state, time).unwrap_or_else(PoisonError::into_inner).0,
            None => self.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// Brings the journal on the disk up to date. The caller has to hold the lock of the disk.
    pub(super) fn catch_up(&self, _disk: &MutexGuard<'_, ()>) -> Result<(), Arc<JournalProblem>> {
        let request = {
            let state = self.state();
            if state.number() == state.done() {
                return Ok(());
            }
            state.request()
        };
        let result = self.carry_out(&request).map_err(Arc::new);
        let mut state = self.state();
        let failed_before = state.has_failed();
        state.wrote(request.number, &result);
        let up_to_date = state.done() == state.number();
        drop(state);
        self.changed.notify_all();
        if up_to_date || failed_before != result.is_err() {
            (self.wake)();
        }
        self.remove_old_copy();
        result
    }

    fn carry_out(&self, request: &Request) -> Result<(), JournalProblem> {
        if let Some(bytes) = encode(request)? {
            self.revive();
            // The document was saved while the disk was busy: the older journal must not come back.
            let still = || !self.state().wants_none();
            return Ok(write_own_if(&*self.fs, &self.session.journal, &bytes, still)?);
        }
        let fresh = self.fresh.lock().unwrap_or_else(PoisonError::into_inner);
        self.remove_both(&fresh)
    }

    /// Writes the fresh copy, without waiting for the disk.
    pub(super) fn refresh(&self, fresh: &MutexGuard<'_, ()>) -> Result<(), Arc<JournalProblem>> {
        let request = self.state().request();
        let written = encode(&request).and_then(|bytes| match bytes {
            Some(bytes) => {
                self.revive();
                Ok(write_own_unsynced(&*self.fs, &self.session.fresh, &bytes)?)
            }
            None => self.remove_both(fresh),
        });
        self.state().wrote_fresh(request.number, written.is_ok(), Instant::now());
        self.changed.notify_all();
        written.map_err(Arc::new)
    }

    /// Removes the newer one last: if the program is killed in between, the older one must not be offered.
    fn remove_both(&self, _fresh: &MutexGuard<'_, ()>) -> Result<(), JournalProblem> {
        let fresh_is_newer = !self.state().fresh_is_old();
        for path in self.session.oldest_first(fresh_is_newer) {
            remove(&*self.fs, path)?;
        }
        Ok(())
    }

    /// Removes the fresh copy when it is no newer than the journal.
    fn remove_old_copy(&self) {
        let _fresh = self.fresh.lock().unwrap_or_else(PoisonError::into_inner);
        if self.state().fresh_is_old() && self.fs.metadata(&self.session.fresh).is_ok() {
            remove_quietly(&*self.fs, &self.session.fresh);
        }
    }

    /// Creates the folder again if somebody removed it, and with it the lock that says that this window lives.
    fn revive(&self) {
        if !self.fs.metadata(&self.session.lock).is_err_and(|error| error.kind() == ErrorKind::NotFound) {
            return;
        }
        let taken = || -> io::Result<Option<Locked>> {
            if let Some(folder) = self.session.lock.parent() {
                self.fs.create_private_folder(folder)?;
            }
            self.session.take_over()
        };
        match taken() {
            Ok(lock) => *self.lock.lock().unwrap_or_else(PoisonError::into_inner) = lock,
            // The write that follows will fail for the same reason and report it.
            Err(error) => log::warn!("the recovery folder cannot be made again: {error}"),
        }
    }
}

/// The journal's bytes; `None` when no journal is wanted.
fn encode(request: &Request) -> Result<Option<Vec<u8>>, JournalProblem> {
    let Wanted::Journal(make) = &request.wanted else { return Ok(None) };
    let encode = || {
        let mut entry = make()?;
        entry.change = request.number;
        entry.saving.clone_from(&request.saving);
        entry.encode()
    };
    catch_unwind(AssertUnwindSafe(encode))
        .unwrap_or_else(|_| Err("a crash while encoding it".to_owned()))
        .map(Some)
        .map_err(JournalProblem::Document)
}

fn remove(fs: &dyn FileSystem, path: &Path) -> Result<(), JournalProblem> {
    match fs.remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(DiskError::new(DiskAction::Replace, path, error).into())
        }
        Ok(()) | Err(_) => Ok(()),
    }
}
