//! Printing: what happens around the system's dialog, which stays open beside the window as long as the person likes.

use eframe::Frame;

use crate::app::App;
use crate::message::{Told, print_ended};
use crate::paper::Paper;
use crate::print::{Desk, Instead, Job, Outcome, Progress};
use crate::t;

/// A print under way.
#[derive(Debug)]
pub(in crate::app) struct Printing {
    paper: Paper,
    instead: Instead,
    /// Whether a dialog should be on screen by now, so that the viewer is offered.
    pub(in crate::app) waiting: bool,
}

impl App {
    pub(super) fn hand_over(&mut self, frame: Option<&Frame>, job: Job) {
        let Some(frame) = frame else { return };
        if self.printing.is_some() {
            self.toasts.say(t!(self.words, "print-busy"));
            return;
        }
        let desk = Desk::of_this_machine(self.fs.clone(), self.folders.as_ref());
        let paper = job.paper;
        let instead = self.system.print(job, desk, frame, self.tasks.reply());
        self.printing = Some(Printing { paper, instead, waiting: false });
    }

    pub(super) fn view_instead(&mut self) {
        if let Some(printing) = &mut self.printing {
            printing.waiting = false;
            printing.instead.open_in_viewer();
        }
    }

    pub(in crate::app) fn print_goes_on(&mut self, progress: Progress) {
        if let Some(printing) = &mut self.printing {
            printing.waiting = progress == Progress::Waiting;
        }
    }

    pub(in crate::app) fn print_ended(&mut self, outcome: &Outcome) {
        let Some(printing) = self.printing.take() else { return };
        match print_ended(&self.words, outcome, printing.paper) {
            Told::Nothing => {}
            Told::Notice(words) => self.toasts.say(words),
            Told::Message(message) => self.tell(message),
        }
    }
}
