//! What runs off the UI thread: reading, saving, file dialogs. Results come back over a channel.
//!
//! - Each piece of work has a thread of its own, and tells how it ended: also when it panics, so that nothing waits for it for ever.
//! - What may hang, hangs alone. Each kind of work has a place of its own: a drive that does not answer while a file is opened or
//!   saved keeps nobody from saving elsewhere. A newer open takes the place of one that has not ended; so does a save under another
//!   name. What an older one tells later is known by its number.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Instant;

use eframe::egui::Context;

use super::ask::{Ask, Purpose};
use super::explorer::Fits;
use super::files::{Exported, OpenJob, Opened, SaveEnd, SaveJob};
use super::reports::Laid;
use super::resume::{Found, Resumed};
use crate::message::UserMessage;
use crate::print;
use crate::report::{Pixels, Template};
use crate::storage::{Change, Deleted, DiskError, RecentFiles, Ring, Usage};

/// Something that ended.
#[derive(Debug)]
pub enum Done {
    /// A file was picked, or the dialog cancelled.
    Picked(Purpose, Option<PathBuf>),
    /// The system has no file dialog.
    NoDialog(Ask),
    /// A file was read.
    Opened(OpenJob, Box<Result<Opened, UserMessage>>),
    /// A save ended.
    Saved(Box<SaveJob>, SaveEnd),
    /// The open file was looked at.
    Looked(Result<Change, DiskError>),
    /// Which recent files are there.
    Recent(RecentFiles),
    /// The list of recent files on the disk, after a change.
    RecentChanged(RecentFiles),
    /// A choice was written to the settings, or why not.
    SettingsChanged(Option<DiskError>),
    /// How much is kept.
    Usage(Usage),
    /// What dead windows left.
    Orphans(Found),
    /// What a dead window left was taken over; nothing when another window has done so.
    Resumed(Box<Result<Option<Resumed>, UserMessage>>),
    /// What was kept was deleted.
    Deleted(Deleted),
    /// How well roles fit.
    Fitted(Box<Fits>),
    /// The pages of a report, or why there are none.
    LaidOut(u64, Result<Laid, UserMessage>),
    /// A page as a picture, with its number and its pixels for each point; nothing for a page that is not there, and why a
    /// template of one's own made one that cannot be painted.
    Painted(u64, (usize, f32), Result<Option<Pixels>, UserMessage>),
    /// A template was read.
    Template(Result<Template, UserMessage>),
    /// An export ended.
    Exported(Exported),
    /// Another window wants this one to come to the front.
    Rung(Ring),
    /// The window that has a file was rung at; whether it came.
    Rang(PathBuf, bool),
    /// A print goes on.
    Printing(print::Progress),
    /// A print ended.
    Printed(print::Outcome),
    /// Something that belongs to nothing on screen did not work.
    Problem(UserMessage),
    /// Nothing is to be said.
    Nothing,
    /// A thread panicked: what it was at.
    Crashed(Work),
}

/// What a thread is at.
#[derive(Clone, Debug, PartialEq)]
pub enum Work {
    /// Opening a file: the number of the job.
    Open(u64),
    /// Saving: the number of the job.
    Save(u64),
    /// Writing a file for others.
    Export,
    /// Reading a template.
    Template,
    /// Something else, by the name of its thread.
    Aside(String),
}

/// What came over the channel.
#[derive(Debug)]
enum Sent {
    /// From a thread that has ended with it.
    Ended(Done),
    /// From elsewhere: a dialog, the bell, the printer.
    Told(Done),
}

/// A save that has not ended.
#[derive(Clone, Debug)]
pub struct Saving {
    /// Its number.
    pub number: u64,
    /// Where to.
    pub path: PathBuf,
    /// Since when.
    pub since: Instant,
}

/// The channel, and what is under way.
#[derive(Debug)]
pub struct Tasks {
    sender: Sender<Sent>,
    receiver: Receiver<Sent>,
    ctx: Context,
    /// Whether a file dialog is open.
    pub asking: bool,
    /// The number of the open that counts.
    opening: Option<u64>,
    /// The save that counts.
    saving: Option<Saving>,
    /// Files for others that are being written, and templates being read.
    exporting: usize,
    /// Numbers jobs.
    last_number: u64,
    /// Threads that have not told yet what they did, those included that nobody waits for.
    running: usize,
}

/// A way to tell the window something.
#[derive(Clone, Debug)]
pub struct Reply {
    sender: Sender<Sent>,
    ctx: Context,
}

impl Reply {
    /// Tells it. Nobody listens any more when the window is gone.
    pub fn send(&self, done: Done) {
        if self.sender.send(Sent::Told(done)).is_ok() {
            self.ctx.request_repaint();
        }
    }
}

/// What is under way, for screens.
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
    /// Nothing under way.
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

    /// Where results go from beside the window, which then looks at them.
    pub fn reply(&self) -> Reply {
        Reply { sender: self.sender.clone(), ctx: self.ctx.clone() }
    }

    /// The number of a new open, which takes the place of one that has not ended.
    pub fn begin_open(&mut self) -> u64 {
        self.last_number += 1;
        self.opening = Some(self.last_number);
        self.last_number
    }

    /// The number of a new save, which takes the place of one that has not ended.
    pub fn begin_save(&mut self, path: &Path) -> u64 {
        self.last_number += 1;
        self.saving = Some(Saving { number: self.last_number, path: path.to_path_buf(), since: Instant::now() });
        self.last_number
    }

    /// Another file for others is being written.
    pub const fn begin_export(&mut self) {
        self.exporting += 1;
    }

    /// The save under way.
    pub const fn saving(&self) -> Option<&Saving> {
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

    /// Runs `work` on a thread of this name.
    ///
    /// # Errors
    /// When the system has no thread left.
    pub fn spawn(
        &mut self,
        name: &str,
        what: &Work,
        work: impl FnOnce() -> Done + Send + 'static,
    ) -> std::io::Result<()> {
        let (sender, ctx, what) = (self.sender.clone(), self.ctx.clone(), what.clone());
        std::thread::Builder::new().name(format!("evenkeel-{name}")).spawn(move || {
            // The hook has written down what happened.
            let done = catch_unwind(AssertUnwindSafe(work)).unwrap_or(Done::Crashed(what));
            if sender.send(Sent::Ended(done)).is_ok() {
                ctx.request_repaint();
            }
        })?;
        self.running += 1;
        Ok(())
    }

    /// The thread for this could not be started.
    pub fn not_started(&mut self, what: &Work) {
        match what {
            Work::Open(number) => self.end_open(*number),
            Work::Save(number) => self.end_save(*number),
            Work::Export | Work::Template => self.exporting = self.exporting.saturating_sub(1),
            Work::Aside(_) => {}
        }
    }

    /// Whether anything at all is under way.
    pub const fn any(&self) -> bool {
        self.busy().is_some() || self.running > 0
    }

    /// What has ended since the last time.
    pub fn ended(&mut self) -> Vec<Done> {
        let sent: Vec<Sent> = self.receiver.try_iter().collect();
        sent.into_iter()
            .map(|sent| match sent {
                Sent::Ended(done) => {
                    self.running = self.running.saturating_sub(1);
                    done
                }
                Sent::Told(done) => done,
            })
            .collect()
    }

    /// Whether this is the open that counts, which then has ended.
    pub fn is_opening(&mut self, number: u64) -> bool {
        let counts = self.opening == Some(number);
        self.end_open(number);
        counts
    }

    /// Whether this is the save that counts, which then has ended.
    pub fn is_saving(&mut self, number: u64) -> bool {
        let counts = self.saving.as_ref().is_some_and(|saving| saving.number == number);
        self.end_save(number);
        counts
    }

    /// A file for others was written, or a template read.
    pub const fn end_export(&mut self) {
        self.exporting = self.exporting.saturating_sub(1);
    }

    fn end_open(&mut self, number: u64) {
        self.opening = self.opening.filter(|opening| *opening != number);
    }

    fn end_save(&mut self, number: u64) {
        self.saving = self.saving.take().filter(|saving| saving.number != number);
    }
}
