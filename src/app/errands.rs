//! Writes our own small files on a thread, one after the other, so that the window never waits for a disk.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// Writes our own small files (settings, recent files, locks of open files) on a thread, one after the other.
#[derive(Debug)]
pub struct Errands {
    sender: Option<Sender<Errand>>,
    /// `None` once the thread is told to end.
    ended: Receiver<()>,
    /// Shared with the thread: how many errands are not done.
    waiting: Arc<AtomicUsize>,
}

type Errand = Box<dyn FnOnce() + Send>;

/// How long the program waits for errands at its end.
const LAST_PATIENCE: Duration = Duration::from_secs(3);

impl Errands {
    /// Starts the thread, with nothing to do yet.
    ///
    /// # Errors
    /// When the system has no thread left.
    pub fn new() -> std::io::Result<Self> {
        let (sender, errands) = channel::<Errand>();
        let (end, ended) = channel::<()>();
        let waiting = Arc::new(AtomicUsize::new(0));
        let left = Arc::clone(&waiting);
        std::thread::Builder::new().name("evenkeel-errands".to_owned()).spawn(move || {
            for errand in errands {
                // The panic hook has recorded what happened. The next errand is not affected.
                let _done = catch_unwind(AssertUnwindSafe(errand)).is_ok();
                left.fetch_sub(1, Ordering::SeqCst);
            }
            drop(end);
        })?;
        Ok(Self { sender: Some(sender), ended, waiting })
    }

    /// Does this after all earlier errands.
    pub fn run(&self, errand: impl FnOnce() + Send + 'static) {
        self.waiting.fetch_add(1, Ordering::SeqCst);
        let sent = self.sender.as_ref().is_some_and(|sender| sender.send(Box::new(errand)).is_ok());
        if !sent {
            self.waiting.fetch_sub(1, Ordering::SeqCst);
        }
    }

    /// Whether any are not done.
    pub fn any(&self) -> bool {
        self.waiting.load(Ordering::SeqCst) > 0
    }
}

impl Drop for Errands {
    fn drop(&mut self) {
        self.sender = None;
        // Either the thread has ended, or the disk is too slow to wait for it any longer.
        let _ended = self.ended.recv_timeout(LAST_PATIENCE).is_ok();
    }
}
