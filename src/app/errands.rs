//! Our own small files are written beside the window, one after the other: the window never waits for a disk.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// Writes our own small files (settings, recent files, marks of what is open), one after the other and beside the window.
#[derive(Debug)]
pub struct Errands {
    sender: Option<Sender<Errand>>,
    /// Gone when the thread has ended.
    ended: Receiver<()>,
    /// Shared with the thread: errands that are not done.
    waiting: Arc<AtomicUsize>,
}

type Errand = Box<dyn FnOnce() + Send>;

/// How long the end of the program waits for errands.
const LAST_PATIENCE: Duration = Duration::from_secs(3);

impl Errands {
    /// A thread with nothing to do.
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
                // The hook has written down what happened; the next errand has nothing to do with it.
                let _done = catch_unwind(AssertUnwindSafe(errand)).is_ok();
                left.fetch_sub(1, Ordering::SeqCst);
            }
            drop(end);
        })?;
        Ok(Self { sender: Some(sender), ended, waiting })
    }

    /// Does this after all that was asked for before.
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
        // Either it has ended, or the disk takes longer than anybody should wait at the end.
        let _ended = self.ended.recv_timeout(LAST_PATIENCE).is_ok();
    }
}
