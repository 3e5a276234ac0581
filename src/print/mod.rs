//! Hands a PDF to the system: to its print dialog where there is one for us, otherwise to the person's PDF viewer.
//!
//! - On Linux the dialog comes from the print portal: `PreparePrint` shows it, `Print` hands the file over. A portal may be missing,
//!   refuse, or hang. So first we ask whether it is there, and then it has five seconds to accept the call ([`PrintLimits`]). If
//!   it does not, the PDF is opened in the viewer, and the person is told ([`PrintOutcome::Viewed`]).
//! - A portal accepts the call before its dialog is on screen, and does not say when it is. So a dialog may stay open for as long
//!   as the person likes, and after five seconds the window may offer the viewer ([`PrintProgress::Waiting`], [`ViewerSwitch`]).
//! - On other systems the PDF goes to the viewer at once.
//! - Until then the PDF is in a private file of ours ([`PrintJobs`]), which is removed once it was handed over. Only a viewer's
//!   file stays for a while.
//! - When a portal reports success, the PDF was handed to the system's printing. Whether paper came out cannot be known.
//!
//! `docs/PRINTING.md` says what was tried, and on what.

#[cfg(target_os = "linux")]
mod parent;
#[cfg(target_os = "linux")]
mod portal;
mod viewer;

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

#[cfg(target_os = "linux")]
pub use parent::Parent;
#[cfg(target_os = "linux")]
use portal::ask;
pub use viewer::Viewer;

use crate::paper::Paper;
use crate::storage::{DiskError, FileSystem, Folders, PrintJobs};

/// The window that a dialog belongs to. Only Linux needs one.
#[cfg(not(target_os = "linux"))]
#[derive(Debug)]
pub enum Parent {}

/// What is to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintJob {
    /// The title of the dialog, and the name of the file in a viewer.
    pub title: String,
    /// The document.
    pub pdf: Arc<[u8]>,
    /// What it was laid out for.
    pub paper: Paper,
}

/// The size of a sheet, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SheetSize {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

impl SheetSize {
    /// A sheet of this paper, upright.
    pub fn of(paper: Paper) -> Self {
        let (width, height) = paper.millimetres();
        Self { width, height }
    }

    /// Whether both are the same paper, upright or not.
    pub fn is_like(self, other: Self) -> bool {
        let sides = |s: Self| [s.width.min(s.height), s.width.max(s.height)];
        // Drivers round, and some cut a little.
        sides(self).iter().zip(sides(other)).all(|(a, b)| (a - b).abs() < 3.0)
    }
}

/// How a print job ended.
#[derive(Debug)]
pub enum PrintOutcome {
    /// The system has it. With the sheet that was chosen in the dialog, if it is not the document's.
    Printed(Option<SheetSize>),
    /// The person cancelled.
    Cancelled,
    /// The dialog is gone, and the system did not say whether the person closed it. Nothing was printed.
    Closed,
    /// It was opened in the viewer, for this reason.
    Viewed(WhyViewer),
    /// Neither dialog nor viewer worked. Nothing was printed.
    Failed(PrintError),
}

/// Why a PDF was opened in the viewer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyViewer {
    /// Evenkeel has no print dialog on this system.
    NoDialogHere,
    /// The person asked for it.
    AskedFor,
    /// There is no print portal.
    NoPortal(String),
    /// The portal did not accept the call in time.
    Silent,
    /// The portal refused, or could not do it.
    Refused(String),
}

/// Why neither the print dialog nor the viewer worked.
#[derive(Debug)]
pub enum PrintError {
    /// The system has no thread left.
    NoThread(std::io::Error),
    /// The PDF could not be written to the file that the system is given.
    File(DiskError),
    /// No viewer opened it.
    NoViewer {
        /// Why a viewer was tried at all.
        reason: WhyViewer,
        /// What went wrong with the viewer.
        problem: String,
    },
    /// The person pressed Print, and the system then said that it failed.
    NotPrinted(String),
    /// The person pressed Print, and the system then said nothing. It may still print.
    Silent,
}

impl From<std::io::Error> for PrintError {
    fn from(error: std::io::Error) -> Self {
        Self::NoThread(error)
    }
}

impl From<DiskError> for PrintError {
    fn from(error: DiskError) -> Self {
        Self::File(error)
    }
}

/// What happens before a job ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrintProgress {
    /// The system has accepted the call and said nothing more for a while: either the person has the dialog on screen, or it will
    /// never come. This is sent at most once for each of the two calls.
    Waiting,
}

/// How long the system may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrintLimits {
    /// To say that there is a portal, from the beginning.
    pub probe: Duration,
    /// To accept a call: counted from the beginning for the dialog, and from the person's answer for the print.
    pub accept: Duration,
    /// Less time than a person needs to close a dialog. A portal that reports the end of its dialog sooner has never shown one.
    pub blink: Duration,
    /// For a viewer to fail. One that is still running then has worked.
    pub viewer: Duration,
}

impl Default for PrintLimits {
    fn default() -> Self {
        Self {
            probe: Duration::from_secs(3),
            accept: Duration::from_secs(5),
            blink: Duration::from_millis(400),
            viewer: Duration::from_secs(3),
        }
    }
}

/// Where the portal is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Bus {
    /// On the session's bus.
    #[default]
    Session,
    /// On the bus at this address, for tests.
    At(String),
}

/// The parts of the machine that a print job needs.
#[derive(Clone, Debug)]
pub struct PrintDesk {
    /// The disk.
    pub fs: Arc<dyn FileSystem>,
    /// Where the PDF is kept until it is handed over.
    pub jobs: PrintJobs,
    /// Where the portal is looked for.
    pub bus: Bus,
    /// What opens a PDF.
    pub viewer: Viewer,
    /// How long all this may take.
    pub limits: PrintLimits,
}

impl PrintDesk {
    /// The real ones, of this person on this machine.
    pub fn of_this_machine(fs: Arc<dyn FileSystem>, folders: Option<&Folders>) -> Self {
        let jobs = folders.map_or_else(PrintJobs::elsewhere, Folders::print_jobs);
        Self { fs, jobs, bus: Bus::default(), viewer: Viewer::default(), limits: PrintLimits::default() }
    }
}

/// A message to the thread of a job.
#[derive(Debug)]
enum Event {
    /// The person wants the viewer.
    Instead,
    /// From the thread that talks to the portal.
    #[cfg(target_os = "linux")]
    Portal(portal::Said),
}

/// Lets the window open a running job's PDF in the viewer instead.
#[derive(Clone, Debug)]
pub struct ViewerSwitch(Sender<Event>);

impl ViewerSwitch {
    /// Closes the system's dialog, if there is one, and opens the PDF in the viewer. Does nothing after the end.
    pub fn open_in_viewer(&self) {
        let _too_late = self.0.send(Event::Instead).is_err();
    }
}

/// The receiving end of [`ViewerSwitch`], for [`hand_over`].
#[derive(Debug)]
pub struct SwitchReceiver {
    receiver: Receiver<Event>,
    sender: Sender<Event>,
}

impl SwitchReceiver {
    /// Waits until the viewer is asked for; false when it never will be. For a test that replaces [`hand_over`].
    pub fn wait(self) -> bool {
        drop(self.sender);
        matches!(self.receiver.recv(), Ok(Event::Instead))
    }
}

/// A switch to the viewer: the window keeps one end, the thread of the job the other.
pub fn viewer_switch() -> (ViewerSwitch, SwitchReceiver) {
    let (sender, receiver) = channel();
    (ViewerSwitch(sender.clone()), SwitchReceiver { receiver, sender })
}

/// Hands `job` to the system and waits until it has ended, however long the person takes; so call it on a thread of its own.
/// `parent` is the window that the dialog belongs to.
pub fn hand_over(
    desk: &PrintDesk,
    job: &PrintJob,
    parent: Option<Parent>,
    line: SwitchReceiver,
    tell: &dyn Fn(PrintProgress),
) -> PrintOutcome {
    let fs = &*desk.fs;
    desk.jobs.tidy(fs, std::time::SystemTime::now());
    let file = match desk.jobs.put(fs, &job.title, &job.pdf) {
        Ok(file) => file,
        Err(error) => return PrintOutcome::Failed(error.into()),
    };
    let outcome = match ask(desk, job, Sent { file: &file, parent }, line, tell) {
        Asked::Ended(outcome) => outcome,
        Asked::NoDialog(reason) => match viewer::open(&desk.viewer, &file, desk.limits.viewer) {
            Ok(()) => PrintOutcome::Viewed(reason),
            Err(problem) => PrintOutcome::Failed(PrintError::NoViewer { reason, problem }),
        },
    };
    if !matches!(outcome, PrintOutcome::Viewed(_)) {
        desk.jobs.remove(fs, &file);
    }
    outcome
}

/// A PDF to hand over, and the window that the dialog belongs to.
#[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "only Linux has a dialog to ask"))]
struct Sent<'a> {
    file: &'a Path,
    parent: Option<Parent>,
}

/// What became of the system's dialog.
enum Asked {
    #[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "only Linux has a dialog to ask"))]
    Ended(PrintOutcome),
    NoDialog(WhyViewer),
}

#[cfg(not(target_os = "linux"))]
fn ask(_: &PrintDesk, _: &PrintJob, _: Sent<'_>, line: SwitchReceiver, _: &dyn Fn(PrintProgress)) -> Asked {
    // The viewer is opened anyway.
    drop((line.receiver, line.sender));
    Asked::NoDialog(WhyViewer::NoDialogHere)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_the_same_upright_or_not_and_rounded_or_not() {
        let a4 = SheetSize::of(Paper::A4);
        assert!(a4.is_like(SheetSize { width: 297.04, height: 209.9 }));
        assert!(!a4.is_like(SheetSize::of(Paper::Letter)));
        assert!(SheetSize::of(Paper::Letter).is_like(SheetSize { width: 216.0, height: 279.0 }));
    }
}
