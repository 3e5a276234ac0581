//! The print portal of Linux desktops: `org.freedesktop.portal.Print` on the session's bus.
//!
//! One thread talks to the portal and may hang with it; another one, in [`ask`], watches the time and the person's wishes. Closing
//! the connection ends the calls and also the dialog, since the portal notices it.
//!
//! The crate ashpd identifies the window, but its proxy is not used for the two calls. It returns only when the person has acted,
//! so a portal that accepted the call looks like one that hangs. It also fails on answers that GTK gives: version 0.13 knows
//! `output-file-format` only as `PDF`, but GTK says `pdf`, so every "Print to File" would be an error. Only the token and the sheet
//! are read from an answer here, and both may be missing.

mod bus;
mod call;

use std::fs::File;
use std::sync::mpsc::{RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use zbus::blocking::Connection;

use super::{
    Asked, Event, Parent, PrintDesk, PrintError, PrintJob, PrintLimits, PrintOutcome, PrintProgress, Sent, SheetSize,
    SwitchReceiver, WhyViewer,
};
use call::Call;

/// A message from the thread that talks to the portal.
#[derive(Debug)]
pub(super) enum Said {
    /// The connection. Closing it ends the calls.
    Connected(Connection),
    /// There is a portal.
    Answers,
    /// It accepted the call.
    Accepted,
    /// The person pressed Print, and the document is on its way.
    Chosen,
    Ended(End),
}

/// How the calls ended.
#[derive(Debug)]
pub(super) enum End {
    Printed(Option<SheetSize>),
    Cancelled,
    /// The dialog or the portal was gone without an answer, after this time.
    Gone(Duration),
    NoPortal(String),
    Refused(String),
    NotPrinted(String),
}

/// What we are waiting for, and the time by which it has to come.
enum Wait {
    ForPortal(Instant),
    ToAccept(Instant),
    /// The person. At this time the window is told once that the job is waiting.
    ForAnswer(Option<Instant>),
}

/// Shows the portal's dialog and waits for its end.
pub(super) fn ask(
    desk: &PrintDesk,
    job: &PrintJob,
    sent: Sent<'_>,
    line: SwitchReceiver,
    tell: &dyn Fn(PrintProgress),
) -> Asked {
    let Sent { file, parent } = sent;
    let document = match File::open(file) {
        Ok(document) => document,
        Err(error) => return Asked::NoDialog(WhyViewer::Refused(error.to_string())),
    };
    let call = Call {
        bus: desk.bus.clone(),
        parent: parent.as_ref().map(Parent::name).unwrap_or_default(),
        title: crate::foreign::name(&job.title),
        name: file.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
        paper: job.paper,
        document,
    };
    let SwitchReceiver { receiver, sender } = line;
    let started = std::thread::Builder::new().name("evenkeel-portal".to_owned()).spawn(move || {
        let end = call.talk(&sender).unwrap_or_else(|end| end);
        let _heard = say(&sender, Said::Ended(end));
    });
    if let Err(error) = started {
        return Asked::NoDialog(WhyViewer::Refused(error.to_string()));
    }
    let mut watch = Watch::new(desk.limits);
    let asked = loop {
        let event = match watch.due() {
            Some(due) => receiver.recv_timeout(due.saturating_duration_since(Instant::now())),
            None => receiver.recv().map_err(|_gone| RecvTimeoutError::Disconnected),
        };
        match event {
            Ok(Event::Instead) => break Asked::NoDialog(WhyViewer::AskedFor),
            Ok(Event::Portal(said)) => {
                if let Some(asked) = watch.said(said) {
                    break asked;
                }
            }
            Err(RecvTimeoutError::Timeout) => {
                if let Some(asked) = watch.too_late(tell) {
                    break asked;
                }
            }
            Err(RecvTimeoutError::Disconnected) => break Asked::Ended(PrintOutcome::Closed),
        }
    };
    // From here on, the other thread notices that nobody listens.
    drop(receiver);
    watch.hang_up();
    // Only after the dialog is gone, which would otherwise lose its window.
    drop(parent);
    asked
}

/// Watches the time limits.
struct Watch {
    limits: PrintLimits,
    wait: Wait,
    connection: Option<Connection>,
    began: Instant,
    chosen: bool,
}

impl Watch {
    fn new(limits: PrintLimits) -> Self {
        let began = Instant::now();
        let probe = limits.probe.min(limits.accept);
        Self { limits, wait: Wait::ForPortal(began + probe), connection: None, began, chosen: false }
    }

    const fn due(&self) -> Option<Instant> {
        match self.wait {
            Wait::ForPortal(due) | Wait::ToAccept(due) => Some(due),
            Wait::ForAnswer(due) => due,
        }
    }

    fn said(&mut self, said: Said) -> Option<Asked> {
        let accept = self.began + self.limits.accept;
        match said {
            Said::Connected(connection) => self.connection = Some(connection),
            Said::Answers => self.wait = Wait::ToAccept(accept),
            Said::Accepted => self.wait = Wait::ForAnswer(Some(accept)),
            Said::Chosen => {
                self.chosen = true;
                self.began = Instant::now();
                self.wait = Wait::ToAccept(self.began + self.limits.accept);
            }
            Said::Ended(end) => return Some(self.ended(end)),
        }
        None
    }

    fn too_late(&mut self, tell: &dyn Fn(PrintProgress)) -> Option<Asked> {
        if matches!(self.wait, Wait::ForAnswer(_)) {
            self.wait = Wait::ForAnswer(None);
            tell(PrintProgress::Waiting);
            return None;
        }
        // After Print was pressed, opening the viewer as well could lead to two prints.
        Some(if self.chosen {
            Asked::Ended(PrintOutcome::Failed(PrintError::Silent))
        } else {
            Asked::NoDialog(WhyViewer::Silent)
        })
    }

    fn ended(&self, end: End) -> Asked {
        match end {
            End::Printed(sheet) => Asked::Ended(PrintOutcome::Printed(sheet)),
            End::Cancelled => Asked::Ended(PrintOutcome::Cancelled),
            End::Gone(after) if !self.chosen && after < self.limits.blink => {
                Asked::NoDialog(WhyViewer::Refused("no dialog was shown".to_owned()))
            }
            End::Gone(_) => Asked::Ended(PrintOutcome::Closed),
            End::NoPortal(why) => Asked::NoDialog(WhyViewer::NoPortal(why)),
            End::Refused(why) => Asked::NoDialog(WhyViewer::Refused(why)),
            End::NotPrinted(why) => Asked::Ended(PrintOutcome::Failed(PrintError::NotPrinted(why))),
        }
    }

    /// Ends the calls. A call that the portal has not accepted yet cannot be ended by leaving the bus, since a portal that wakes up
    /// later would show its dialog all the same. In that case the thread stays, and closes the dialog when it comes.
    fn hang_up(self) {
        if matches!(self.wait, Wait::ToAccept(_)) && !self.chosen {
            return;
        }
        if let Some(connection) = self.connection
            && let Err(error) = connection.close()
        {
            log::debug!("the bus was left: {error}");
        }
    }
}

/// Sends a message to the watch. False when nobody listens any more, since the job has ended.
fn say(to: &Sender<Event>, said: Said) -> bool {
    to.send(Event::Portal(said)).is_ok()
}
