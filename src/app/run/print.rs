//! Commands on the pages of the report. Printing and saving use the choices of that moment: the command is remembered, and acts as
//! soon as the pages of these choices are ready. The system's dialog stays open beside the window as long as the person likes.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::Frame;

use crate::app::App;
use crate::app::ask::{Ask, Purpose};
use crate::app::command::{PrintCommand, Screen};
use crate::app::preview::{PagesInput, Waiting};
use crate::app::system::PrintNews;
use crate::app::tasks::Moment;
use crate::app::work::report;
use crate::document::Document;
use crate::message::{self, Announcement, print_ended};
use crate::paper::Paper;
use crate::print::{PrintDesk, PrintJob, PrintOutcome, PrintProgress, ViewerSwitch};
use crate::t;
use crate::theirs::theirs;
use crate::typeset::Pages;

/// A print under way.
#[derive(Debug)]
pub(in crate::app) struct Printing {
    paper: Paper,
    instead: ViewerSwitch,
    /// Whether a dialog should be on screen by now. The viewer is offered then.
    pub(in crate::app) waiting: bool,
}

impl App {
    pub(super) fn run_print(&mut self, frame: Option<&Frame>, command: PrintCommand) {
        match command {
            PrintCommand::Now => self.print_now(),
            PrintCommand::StopWaiting => self.preview.waiting = None,
            PrintCommand::SavePdf => self.ask_pdf(frame),
            PrintCommand::SavePdfTo(path) => self.save_pdf(path),
            PrintCommand::HandOver(job) => self.hand_over(frame, job),
            PrintCommand::ViewInstead => self.view_instead(),
        }
    }

    pub(super) fn hand_over(&mut self, frame: Option<&Frame>, job: PrintJob) {
        let Some(frame) = frame else { return };
        if self.printing.is_some() {
            self.toasts.say(t!(self.words, "print-busy"));
            return;
        }
        let desk = PrintDesk::of_this_machine(self.fs.clone(), self.folders.as_ref());
        let paper = job.paper;
        let instead = self.system.print(job, desk, frame, self.tasks.reply(Self::print_news));
        self.printing = Some(Printing { paper, instead, waiting: false });
    }

    pub(super) fn view_instead(&mut self) {
        if let Some(printing) = &mut self.printing {
            printing.waiting = false;
            printing.instead.open_in_viewer();
        }
    }

    fn print_news(&mut self, _: Moment<'_>, news: PrintNews) {
        match news {
            PrintNews::GoesOn(progress) => self.print_goes_on(progress),
            PrintNews::Ended(outcome) => self.print_ended(&outcome),
        }
    }

    fn print_goes_on(&mut self, progress: PrintProgress) {
        if let Some(printing) = &mut self.printing {
            printing.waiting = progress == PrintProgress::Waiting;
        }
    }

    fn print_ended(&mut self, outcome: &PrintOutcome) {
        let Some(printing) = self.printing.take() else { return };
        match print_ended(&self.words, outcome, printing.paper) {
            Announcement::Nothing => {}
            Announcement::Notice(words) => self.toasts.say(words),
            Announcement::Message(message) => self.tell(message),
        }
    }

    /// Prints the pages of the preview, as soon as they are ready.
    fn print_now(&mut self) {
        if self.printing.is_some() {
            self.toasts.say(t!(self.words, "print-busy"));
        } else if self.screen == Screen::Print {
            self.preview.waiting = Some(Waiting::Print);
        }
    }

    /// Asks for a file at once, since choosing one takes longer than laying out the pages.
    fn ask_pdf(&mut self, frame: Option<&Frame>) {
        let ask = Ask {
            purpose: Purpose::SavePdf,
            title: t!(self.words, "print-save-title"),
            name: format!("{}.pdf", self.report_file_name()),
            folder: self.folder(),
            filters: vec![(t!(self.words, "print-pdf"), vec!["pdf"])],
        };
        self.preview.naming = true;
        self.ask(frame, ask);
    }

    /// Writes the pages to this file, as soon as they are ready.
    fn save_pdf(&mut self, path: PathBuf) {
        if std::mem::take(&mut self.preview.naming) {
            self.preview.waiting = Some(Waiting::Pdf(path));
        } else {
            // Another profile is open now, or none.
            self.tell(message::put_away_before(&self.words, &path));
        }
    }

    /// The profile is closed, and waiting prints and saves of it are cancelled.
    pub(super) fn put_preview_away(&mut self) {
        let before = std::mem::take(&mut self.preview);
        // Late results belong to a layout that nobody needs any more.
        self.preview.round = before.round + 1;
        if let Some(Waiting::Pdf(path)) = &before.waiting {
            self.tell(message::put_away_before(&self.words, path));
        }
    }

    /// Called once a frame, after all choices were handled: does what was waiting, if the pages are ready.
    pub(in crate::app) fn hand_out(&mut self, frame: Option<&Frame>) {
        match &self.preview.waiting {
            None => return,
            Some(Waiting::Print) if self.screen != Screen::Print => {
                self.preview.waiting = None;
                self.toasts.say(t!(self.words, "print-left"));
                return;
            }
            Some(_) if self.preview.reading => return,
            Some(_) => {}
        }
        let Some(made) = self.made().filter(|made| self.is_settled(made)) else { return };
        let Some(waiting) = self.preview.waiting.take() else { return };
        let Some(pages) = self.preview.pages.clone() else {
            // The preview shows the same message, but the person asked for a print or file and gets nothing.
            if let Some(problem) = self.preview.problems.first().cloned() {
                self.tell(problem);
            }
            return;
        };
        match waiting {
            Waiting::Print => {
                let job = PrintJob { title: self.report_name(), pdf: pages.pdf().as_slice().into(), paper: made.paper };
                self.hand_over(frame, job);
            }
            Waiting::Pdf(path) => self.write_pdf(path, pages),
        }
    }

    /// Whether the pages belong to these choices, and no input of them is still being computed.
    fn is_settled(&self, made: &PagesInput) -> bool {
        let about_roles = made.choices.pages.iter().any(|page| page.needs_roles());
        self.preview.present(made) && !(about_roles && self.explorer.is_busy())
    }

    /// Other pages came than those that were asked for. Nobody has seen them, so they are neither printed nor saved.
    pub(super) fn not_these_pages(&mut self) {
        if self.preview.waiting.take().is_some()
            && let Some(problem) = self.preview.problems.first()
        {
            self.tell(message::not_handed_out(&self.words, problem));
        }
    }

    fn write_pdf(&mut self, path: PathBuf, pages: Arc<Pages>) {
        let desk = self.desk();
        self.start_export("pdf", move || report::save_pdf(&desk, path, &pages));
    }

    /// The name that a file of the report begins with, the same as for the profile itself.
    fn report_file_name(&self) -> String {
        self.document.as_ref().map_or_else(|| t!(self.words, "report-roles-name"), Document::proposed_name)
    }

    /// The report's name as the title of a print job.
    fn report_name(&self) -> String {
        const LONGEST: usize = 120;
        let name = theirs(&self.report_file_name());
        if name.chars().count() <= LONGEST { name } else { name.chars().take(LONGEST).collect::<String>() + "…" }
    }
}
