//! The world outside a window of a test.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::path::PathBuf;
use std::rc::Rc;

use eframe::Frame;
use egui::Theme;
use evenkeel::app::system::{Ask, Picked, PrintNews, Reply, System};
use evenkeel::print::{self, PrintDesk, PrintJob, PrintOutcome, PrintProgress, ViewerSwitch, WhyViewer};
use evenkeel::profile::Weekday;
use evenkeel::typeset::FontChoice;
use evenkeel::words::Words;
use jiff::Timestamp;

use crate::support::fonts;

/// What time it is in these windows.
pub const NOW: &str = "2026-11-19T15:12:00Z";

/// What the file dialogs answer, one after the other; `None` is a cancelled one. Where nothing is left, the system has none.
pub type Answers = Rc<RefCell<VecDeque<Option<PathBuf>>>>;

/// What printing comes to, one after the other. Where nothing is left, the dialog stays open until the
/// viewer is asked for.
pub type Prints = Rc<RefCell<VecDeque<PrintOutcome>>>;

/// What was handed to the printer.
pub type Jobs = Rc<RefCell<Vec<PrintJob>>>;

thread_local! {
    /// Each test has a thread of its own, so that its windows draw the same every time.
    static DRAWN: Cell<u8> = const { Cell::new(0) };
}

/// Lets chance begin anew: windows of this test from here on draw what the first ones drew.
pub fn same_chance_again() {
    DRAWN.set(0);
}

/// The world outside: it is always the same moment, chance is always the same, and dialogs answer at once.
pub struct Fake {
    pub answers: Answers,
    pub prints: Prints,
    pub jobs: Jobs,
    pub week_start: Weekday,
    /// Whether the desktop is light or dark; nobody knows where there is none.
    pub desktop: Option<Theme>,
    /// Whether a screen reader runs. The tests themselves read the window as one would.
    pub is_read_aloud: bool,
}

impl System for Fake {
    fn now(&self) -> Timestamp {
        NOW.parse().unwrap()
    }

    fn words(&self) -> Words {
        Words::english()
    }

    fn week_start(&self) -> Weekday {
        self.week_start
    }

    fn desktop_theme(&self, reply: Reply<Theme>) {
        if let Some(theme) = self.desktop {
            reply.send(theme);
        }
    }

    fn is_read_aloud(&self, _ctx: &egui::Context) -> bool {
        self.is_read_aloud
    }

    fn fonts(&self) -> FontChoice {
        fonts()
    }

    fn chance(&self) -> [u8; 16] {
        let count = DRAWN.get().wrapping_add(1);
        DRAWN.set(count);
        [count; 16]
    }

    fn ask(&self, _ask: Ask, _frame: &Frame, reply: Reply<Picked>) {
        reply.send(match self.answers.borrow_mut().pop_front() {
            Some(Some(path)) => Picked::File(path),
            Some(None) => Picked::Cancelled,
            None => Picked::NoDialog,
        });
    }

    fn print(&self, job: PrintJob, _desk: PrintDesk, _frame: &Frame, reply: Reply<PrintNews>) -> ViewerSwitch {
        self.jobs.borrow_mut().push(job);
        let (instead, line) = print::viewer_switch();
        if let Some(outcome) = self.prints.borrow_mut().pop_front() {
            reply.send(PrintNews::Ended(outcome));
            return instead;
        }
        reply.send(PrintNews::GoesOn(PrintProgress::Waiting));
        let wait = move || {
            if line.wait() {
                reply.send(PrintNews::Ended(PrintOutcome::Viewed(WhyViewer::AskedFor)));
            }
        };
        std::thread::Builder::new().spawn(wait).unwrap();
        instead
    }
}
