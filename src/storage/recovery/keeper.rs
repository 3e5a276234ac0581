//! The way from what the journal should be to what it is.
//!
//! Two threads, because a disk may take seconds over what a program hands it: one writes the journal and waits until it is down
//! on the disk; the other one looks whether a change has waited too long for that, and hands it to the system in a file of its
//! own beside the journal, the *fresh copy*, without waiting for the disk. What the system has outlives the program.

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

/// At least this long from one write to the next.
const PAUSE: Duration = Duration::from_millis(200);
/// After a failure with no change since; doubles each time up to the longest.
const FIRST_RETRY: Duration = Duration::from_secs(1);
const LONGEST_RETRY: Duration = Duration::from_secs(30);

pub(super) struct Keeper {
    pub(super) fs: Arc<dyn FileSystem>,
    pub(super) session: Session,
    pub(super) state: Mutex<State>,
    /// Something is wanted, or done, or the end.
    pub(super) changed: Condvar,
    /// Held while the journal is written, down to the disk: as long as the disk takes.
    pub(super) disk: Mutex<()>,
    /// Held while the fresh copy is written or removed, which does not wait for the disk.
    pub(super) fresh: Mutex<()>,
    /// Says that the session lives.
    pub(super) lock: Mutex<Option<Locked>>,
    /// Told when the status has changed.
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

    /// Says in the journal that this is about to be under the document's name, before it is.
    pub(super) fn set_saving(&self, saving: Option<PendingSave>) {
        let begins = saving.is_some();
        self.state().set_saving(saving, Instant::now());
        if begins {
            let fresh = self.fresh.lock().unwrap_or_else(PoisonError::into_inner);
            // Without it, a program killed in the next moment takes its own save for somebody else's: asked about, not lost.
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

    /// Waits for something to do that may be done by now. Returns whether it is the last thing.
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

    /// Makes the disk what is wanted. Whoever holds the lock of the disk may do it.
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
            // The document was saved while the disk took its time: a journal of before must not come back.
            let still = || !self.state().wants_none();
            return Ok(write_own_if(&*self.fs, &self.session.journal, &bytes, still)?);
        }
        let fresh = self.fresh.lock().unwrap_or_else(PoisonError::into_inner);
        self.remove_both(&fresh)
    }

    /// Hands the system what is wanted, without waiting for the disk.
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

    /// The newer one goes last: killed in between, the older one must not be what is offered.
    fn remove_both(&self, _fresh: &MutexGuard<'_, ()>) -> Result<(), JournalProblem> {
        let fresh_is_newer = !self.state().fresh_is_old();
        for path in self.session.oldest_first(fresh_is_newer) {
            remove(&*self.fs, path)?;
        }
        Ok(())
    }

    /// A fresh copy that is no newer than the journal is of no use any more.
    fn remove_old_copy(&self) {
        let _fresh = self.fresh.lock().unwrap_or_else(PoisonError::into_inner);
        if self.state().fresh_is_old() && self.fs.metadata(&self.session.fresh).is_ok() {
            remove_quietly(&*self.fs, &self.session.fresh);
        }
    }

    /// Somebody may have removed the whole folder: it comes back, and with it the mark that this window lives.
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
            // The write that follows meets the same, and says so.
            Err(error) => log::warn!("the recovery folder cannot be made again: {error}"),
        }
    }
}

/// The journal's bytes; `None` when there is to be none.
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
