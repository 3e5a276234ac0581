//! Starts jobs off the UI thread, each with the code that takes its result.

use std::sync::Arc;

use super::App;
use super::tasks::{Job, JobPlace, Moment};
use super::work::file::Desk;
use crate::message;

impl App {
    /// What threads work with.
    pub(super) fn desk(&self) -> Desk {
        Desk {
            fs: Arc::clone(&self.fs),
            folders: self.folders.clone(),
            now: self.system.now(),
            words: self.words.clone(),
        }
    }

    /// Runs `work` on a thread, then `then` in the window with its result. If the system has no thread left, the person is told.
    pub(super) fn start<T: Send + 'static>(
        &mut self,
        name: &str,
        work: impl FnOnce() -> T + Send + 'static,
        then: impl FnOnce(&mut Self, Moment<'_>, T) + Send + 'static,
    ) {
        self.start_job(Job { name, place: JobPlace::Aside }, work, then, Self::crashed);
    }

    /// The same for a job with a place of its own among those under way, and with code of its own for a crash.
    pub(super) fn start_job<T: Send + 'static>(
        &mut self,
        job: Job<'_>,
        work: impl FnOnce() -> T + Send + 'static,
        then: impl FnOnce(&mut Self, Moment<'_>, T) + Send + 'static,
        crashed: impl FnOnce(&mut Self, Moment<'_>) + Send + 'static,
    ) {
        let place = job.place.clone();
        if let Err(error) = self.tasks.spawn(job, work, then, crashed) {
            self.tasks.leave(&place);
            self.tell(message::no_thread(&self.words, &error));
        }
    }

    /// A thread crashed, and its job was not done.
    pub(super) fn crashed(&mut self, _: Moment<'_>) {
        self.tell(message::crashed(&self.words));
    }
}
