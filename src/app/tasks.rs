//! What runs off the UI thread: reading, saving, file dialogs.
//!
//! - Each job has a thread of its own, and comes with a function that takes its result in the window. The types of both match, so
//!   this module does not need to know the jobs.
//! - A job reports its end even when it panics, so that nothing waits for it for ever.
//! - A job that hangs does not stop others. Opening, saving and exporting each have a place of their own: a drive that does not
//!   answer while a file is opened or saved does not prevent saving elsewhere. A newer open replaces one that has not ended; so does
//!   a save under another name. When the older one ends, its function is told that it no longer counts.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Instant;

use eframe::Frame;
use egui::Context;

use super::App;

/// A kind of job, of which one at a time counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JobPlace {
    /// Opening a file: the number of the job.
    Open(u64),
    /// Saving: the number of the job.
    Save(u64),
    /// Writing a file for others, or reading a template.
    Export,
    /// None: nobody waits for it.
    Aside,
}

/// What identifies a job.
#[derive(Debug)]
pub struct Job<'a> {
    /// The name of its thread.
    pub name: &'a str,
    /// Its place.
    pub place: JobPlace,
}

/// What the window gives to the function that takes a result.
#[derive(Clone, Copy)]
pub struct Moment<'a> {
    /// The window's context.
    pub ctx: &'a Context,
    /// Its frame.
    pub frame: &'a Frame,
    /// Whether the job that has ended still counts: no newer one has replaced it.
    pub counts: bool,
}

/// The function that takes a result in the window.
type Follow = Box<dyn FnOnce(&mut App, Moment<'_>) + Send>;

/// A message from a thread.
pub(super) struct Sent {
    /// The place of the thread that has ended with this; `None` when it comes from elsewhere: a dialog, the bell, the printer.
    ended: Option<JobPlace>,
    follow: Follow,
}

/// A save that has not ended.
#[derive(Clone, Debug)]
pub struct RunningSave {
    /// Its number.
    number: u64,
    /// The file that is saved to.
    pub path: PathBuf,
    /// Since when.
    pub since: Instant,
}

/// The channel, and what is under way.
pub struct Tasks {
    sender: Sender<Sent>,
    receiver: Receiver<Sent>,
    ctx: Context,
    /// Whether a file dialog is open.
    pub asking: bool,
    /// The number of the open that counts.
    opening: Option<u64>,
    /// The save that counts.
    saving: Option<RunningSave>,
    /// How many exports are being written and templates read.
    exporting: usize,
    /// The number of the last job.
    last_number: u64,
    /// How many threads have not ended, including those that nobody waits for.
    running: usize,
}

/// Sends the window messages of one kind, any number of times.
pub struct Reply<T>(Arc<dyn Fn(T) + Send + Sync>);

impl<T> Clone for Reply<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Reply<T> {
    /// Sends a message. It is lost when the window is gone.
    pub fn send(&self, what: T) {
        (self.0)(what);
    }
}

/// What is under way, as screens show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Busy {
    /// A file dialog is open.
    Asking,
    /// A file is being read.
    Opening,
    /// The profile is being saved.
    Saving,
    /// A file for others is being written.
    Exporting,
}

impl Tasks {
    /// Nothing is under way.
    pub fn new(ctx: &Context) -> Self {
        let (sender, receiver) = channel();
        Self {
            sender,
            receiver,
            ctx: ctx.clone(),
            asking: false,
            opening: None,
            saving: None,
            exporting: 0,
            last_number: 0,
            running: 0,
        }
    }

    /// Makes a sender of messages to the window, and sets what the window does with them.
    pub fn reply<T: Send + 'static>(&self, then: impl Fn(&mut App, Moment<'_>, T) + Send + Sync + 'static) -> Reply<T> {
        let (sender, ctx, then) = (self.sender.clone(), self.ctx.clone(), Arc::new(then));
        Reply(Arc::new(move |what| {
            let then = Arc::clone(&then);
            let follow: Follow = Box::new(move |app, moment| then(app, moment, what));
            if sender.send(Sent { ended: None, follow }).is_ok() {
                ctx.request_repaint();
            }
        }))
    }

    /// Begins an open, which replaces one that has not ended.
    pub fn begin_open(&mut self) -> JobPlace {
        self.last_number += 1;
        self.opening = Some(self.last_number);
        JobPlace::Open(self.last_number)
    }

    /// Begins a save, which replaces one that has not ended.
    pub fn begin_save(&mut self, path: &Path) -> JobPlace {
        self.last_number += 1;
        self.saving = Some(RunningSave { number: self.last_number, path: path.to_path_buf(), since: Instant::now() });
        JobPlace::Save(self.last_number)
    }

    /// Begins an export, or the reading of a template.
    pub const fn begin_export(&mut self) -> JobPlace {
        self.exporting += 1;
        JobPlace::Export
    }

    /// The save under way.
    pub const fn saving(&self) -> Option<&RunningSave> {
        self.saving.as_ref()
    }

    /// What is under way, the most important first.
    pub const fn busy(&self) -> Option<Busy> {
        if self.saving.is_some() {
            Some(Busy::Saving)
        } else if self.opening.is_some() {
            Some(Busy::Opening)
        } else if self.exporting > 0 {
            Some(Busy::Exporting)
        } else if self.asking {
            Some(Busy::Asking)
        } else {
            None
        }
    }

    /// Runs `work` on a thread. `then` runs in the window with its result, or `crashed` when it panics.
    ///
    /// # Errors
    /// When the system has no thread left.
    pub fn spawn<T: Send + 'static>(
        &mut self,
        Job { name, place }: Job<'_>,
        work: impl FnOnce() -> T + Send + 'static,
        then: impl FnOnce(&mut App, Moment<'_>, T) + Send + 'static,
        crashed: impl FnOnce(&mut App, Moment<'_>) + Send + 'static,
    ) -> std::io::Result<()> {
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        std::thread::Builder::new().name(format!("evenkeel-{name}")).spawn(move || {
            let follow: Follow = match catch_unwind(AssertUnwindSafe(work)) {
                Ok(what) => Box::new(move |app, moment| then(app, moment, what)),
                // The panic hook has recorded what happened.
                Err(_) => Box::new(crashed),
            };
            if sender.send(Sent { ended: Some(place), follow }).is_ok() {
                ctx.request_repaint();
            }
        })?;
        self.running += 1;
        Ok(())
    }

    /// Whether anything at all is under way.
    pub const fn any(&self) -> bool {
        self.busy().is_some() || self.running > 0
    }

    /// The messages since the last call.
    pub(super) fn came(&mut self) -> Vec<Sent> {
        self.receiver.try_iter().collect()
    }

    /// Takes a message: returns the function to run, and whether the job still counts.
    pub(super) fn take(&mut self, Sent { ended, follow }: Sent) -> (bool, Follow) {
        let counts = ended.is_none_or(|place| {
            self.running = self.running.saturating_sub(1);
            self.leave(&place)
        });
        (counts, follow)
    }

    /// Frees a place. Returns whether no newer job had taken it.
    pub fn leave(&mut self, place: &JobPlace) -> bool {
        match place {
            JobPlace::Open(number) => self.opening.take_if(|opening| opening == number).is_some(),
            JobPlace::Save(number) => self.saving.take_if(|saving| saving.number == *number).is_some(),
            JobPlace::Export => {
                self.exporting = self.exporting.saturating_sub(1);
                true
            }
            JobPlace::Aside => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_job_takes_the_place_and_the_older_one_is_told() {
        let mut tasks = Tasks::new(&Context::default());
        let (first, second) = (tasks.begin_open(), tasks.begin_open());
        assert!(!tasks.leave(&first));
        assert_eq!(tasks.busy(), Some(Busy::Opening), "the second one has not ended");
        assert!(tasks.leave(&second));
        assert_eq!(tasks.busy(), None);
        let (first, second) = (tasks.begin_save(Path::new("a")), tasks.begin_save(Path::new("b")));
        assert!(!tasks.leave(&first) && tasks.saving().is_some());
        assert!(tasks.leave(&second) && tasks.saving().is_none());
    }

    #[test]
    fn exports_share_a_place() {
        let mut tasks = Tasks::new(&Context::default());
        let both = [tasks.begin_export(), tasks.begin_export()];
        assert!(tasks.leave(&both[0]));
        assert_eq!(tasks.busy(), Some(Busy::Exporting));
        assert!(tasks.leave(&both[1]));
        assert_eq!(tasks.busy(), None);
    }
}
