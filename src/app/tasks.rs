//! What runs off the UI thread: reading, saving, file dialogs. Results come back over a channel.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use eframe::egui::Context;

use super::command::ChartChoice;
use super::explorer::Fits;
use super::files::{Opened, SaveJob};
use super::reports::Laid;
use super::system::Ask;
use crate::message::UserMessage;
use crate::print;
use crate::profile::Profile;
use crate::report::{Pixels, Template};
use crate::storage::{Change, DiskError, RecentFiles, Ring, Saved, Usage};

/// What a file was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To open it.
    Open,
    /// To save the profile to it.
    SaveAs,
    /// To write the scores to it.
    Export,
    /// To write the report to it.
    SavePdf,
    /// To take it as the template of reports.
    Template,
    /// To write a chart to it.
    Chart(ChartChoice),
}

impl Purpose {
    /// Whether the file is written.
    pub const fn writes(self) -> bool {
        !matches!(self, Self::Open | Self::Template)
    }
}

/// How a file is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// To work on it.
    Normally,
    /// Another window has it.
    ReadOnly,
    /// As a new profile.
    Copy,
}

/// Something that ended.
#[derive(Debug)]
pub enum Done {
    /// A file was picked, or the dialog cancelled.
    Picked(Purpose, Option<PathBuf>),
    /// The system has no file dialog.
    NoDialog(Ask),
    /// A file was read.
    Opened(PathBuf, How, Box<Result<Opened, UserMessage>>),
    /// A save ended.
    Saved(SaveJob, Arc<Profile>, Result<Saved, DiskError>),
    /// The open file was looked at.
    Looked(Result<Change, DiskError>),
    /// Which recent files are there.
    Recent(RecentFiles),
    /// How much is kept.
    Usage(Usage),
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
    Exported(PathBuf, Result<(), UserMessage>),
    /// Another window wants this one to come to the front.
    Rung(Ring),
    /// The window that has a file was rung at; whether it came.
    Rang(PathBuf, bool),
    /// A print goes on.
    Printing(print::Progress),
    /// A print ended.
    Printed(print::Outcome),
}

impl Done {
    /// Whether nobody waits for it, so that it leaves alone what is under way.
    const fn is_aside(&self) -> bool {
        matches!(
            self,
            Self::Looked(_)
                | Self::Recent(_)
                | Self::Usage(_)
                | Self::Fitted(_)
                | Self::LaidOut(..)
                | Self::Painted(..)
                | Self::Rung(_)
                | Self::Rang(..)
                | Self::Printing(_)
                | Self::Printed(_)
        )
    }
}

/// The channel, and what is under way.
#[derive(Debug)]
pub struct Tasks {
    sender: Sender<Done>,
    receiver: Receiver<Done>,
    ctx: Context,
    /// What is under way, of which there is one at a time.
    pub busy: Option<Busy>,
    /// Threads that have not told yet what they did, those included that nobody waits for.
    running: usize,
}

/// A way to tell the window something.
#[derive(Clone, Debug)]
pub struct Reply {
    sender: Sender<Done>,
    ctx: Context,
}

impl Reply {
    /// Tells it. Nobody listens any more when the window is gone.
    pub fn send(&self, done: Done) {
        if self.sender.send(done).is_ok() {
            self.ctx.request_repaint();
        }
    }
}

/// What is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Busy {
    /// A file dialog is open.
    Asking,
    /// A file is being read.
    Opening,
    /// The profile is being saved.
    Saving,
    /// The scores are being written.
    Exporting,
}

impl Tasks {
    /// Nothing under way.
    pub fn new(ctx: &Context) -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, ctx: ctx.clone(), busy: None, running: 0 }
    }

    /// Where results go.
    pub fn sender(&self) -> Sender<Done> {
        self.sender.clone()
    }

    /// Where results go from beside the window, which then looks at them.
    pub fn reply(&self) -> Reply {
        Reply { sender: self.sender(), ctx: self.ctx.clone() }
    }

    /// Runs `work` on a thread of this name.
    ///
    /// # Errors
    /// When the system has no thread left.
    pub fn spawn(&mut self, name: &str, work: impl FnOnce() -> Done + Send + 'static) -> std::io::Result<()> {
        let (sender, ctx) = (self.sender(), self.ctx.clone());
        std::thread::Builder::new().name(format!("evenkeel-{name}")).spawn(move || {
            if sender.send(work()).is_ok() {
                ctx.request_repaint();
            }
        })?;
        self.running += 1;
        Ok(())
    }

    /// Whether anything at all is under way.
    pub const fn any(&self) -> bool {
        self.busy.is_some() || self.running > 0
    }

    /// What has ended since the last time.
    pub fn ended(&mut self) -> Vec<Done> {
        let done: Vec<Done> = self.receiver.try_iter().collect();
        // Dialogs and the bell have threads of their own.
        let foreign = |d: &&Done| {
            matches!(d, Done::Picked(..) | Done::NoDialog(_) | Done::Rung(_) | Done::Printing(_) | Done::Printed(_))
        };
        let ours = done.iter().filter(|d| !foreign(d));
        self.running = self.running.saturating_sub(ours.count());
        if done.iter().any(|d| !d.is_aside()) {
            self.busy = None;
        }
        done
    }
}
