//! Saving the profile, and what follows.
//!
//! One save counts at a time. Saving again while it is under way makes one more save after it. Saving under another name meanwhile,
//! because the drive does not answer, makes that save the one that counts; the earlier one goes on, and the window says when it
//! ends.

use std::path::{Path, PathBuf};

use eframe::Frame;
use egui::Context;

use crate::app::App;
use crate::app::ask::{Ask, Purpose};
use crate::app::command::{AfterSave, Command, SaveCommand, WindowCommand};
use crate::app::dialogs::Dialog;
use crate::app::keeping::Keeping;
use crate::app::tasks::{Job, Moment};
use crate::app::work::file::{self, SaveEnd, SaveJob};
use crate::document::{Document, OnDisk};
use crate::message::{self, file_name};
use crate::storage::{DiskError, DocumentLock, Expect, RecoveryWriter, Saved, format};
use crate::t;

/// A save that was asked for.
#[derive(Debug)]
pub(in crate::app) struct SaveRequest {
    path: PathBuf,
    /// What the save expects under that name.
    expect: Expect,
    /// Whether the person has agreed that the file's other names keep the old contents.
    apart: bool,
    /// What is done when it has worked.
    then: AfterSave,
}

impl App {
    pub(super) fn run_save(&mut self, ctx: &Context, frame: Option<&Frame>, command: SaveCommand) {
        match command {
            SaveCommand::Now => self.save(frame, None),
            SaveCommand::As => self.ask_save(frame, None),
            SaveCommand::AsThen(then) => self.ask_save(frame, then),
            SaveCommand::Then(then) => self.save(frame, Some(then)),
            SaveCommand::To(path, then) => self.save_under(path, Expect::Absent, then),
            SaveCommand::Replace(path, then) => self.save_under(path, Expect::Anything, then),
            SaveCommand::Apart(path, then) => self.save_apart(path, then),
            SaveCommand::Overwrite(then) => self.overwrite(then),
            SaveCommand::DiscardThen(then) => self.discard_then(ctx, frame, *then),
        }
    }

    fn discard_then(&mut self, ctx: &Context, frame: Option<&Frame>, then: Command) {
        if then == Command::Window(WindowCommand::Quit) {
            self.leaving = true;
        } else {
            self.put_away();
        }
        self.run(ctx, frame, then);
    }

    /// Whether there is unsaved work.
    pub(super) fn has_unsaved(&self) -> bool {
        self.document.as_ref().is_some_and(Document::is_unsaved)
    }

    fn save(&mut self, frame: Option<&Frame>, then: AfterSave) {
        let Some(document) = &self.document else { return };
        match document.file.as_ref().filter(|_| !document.read_only) {
            Some(file) => self.save_to(file.path.clone(), file.expected(), then),
            None => self.ask_save(frame, then),
        }
    }

    fn ask_save(&mut self, frame: Option<&Frame>, then: AfterSave) {
        let Some(document) = &self.document else { return };
        let ask = Ask {
            purpose: Purpose::SaveAs(then),
            title: t!(self.words, "save-title"),
            name: format!("{}.{}", document.proposed_name(), format::EXTENSION),
            folder: self.folder(),
            filters: vec![(t!(self.words, "profiles"), vec!["evenkeel"])],
        };
        self.ask(frame, ask);
    }

    /// Saves under another name. If the extension is missing, it is added. The name is another one then, and the person has not been
    /// asked about replacing a file of that name.
    fn save_under(&mut self, mut path: PathBuf, mut expect: Expect, then: AfterSave) {
        if path.extension().is_none() {
            path.set_extension(format::EXTENSION);
            expect = Expect::Absent;
        }
        self.save_to(path, expect, then);
    }

    fn overwrite(&mut self, then: AfterSave) {
        let Some(path) = self.document.as_ref().and_then(Document::path).map(std::path::Path::to_path_buf) else {
            return;
        };
        self.save_to(path, Expect::Anything, then);
    }

    fn save_to(&mut self, path: PathBuf, expect: Expect, then: AfterSave) {
        self.start_save(SaveRequest { path, expect, apart: false, then });
    }

    /// Saves a file that has other names, which keep the old contents: the person has agreed.
    fn save_apart(&mut self, path: PathBuf, then: AfterSave) {
        let own = self.document.as_ref().and_then(|document| document.file.as_ref()).filter(|file| file.path == path);
        let expect = own.map_or(Expect::Anything, OnDisk::expected);
        self.start_save(SaveRequest { path, expect, apart: true, then });
    }

    fn start_save(&mut self, asked: SaveRequest) {
        if self.tasks.saving().is_some_and(|saving| saving.path == asked.path) {
            let before = self.save_again.take().and_then(|before| before.then);
            self.save_again = Some(SaveRequest { then: asked.then.or(before), ..asked });
            return;
        }
        let Some(document) = &self.document else { return };
        self.save_again = None;
        let (SaveRequest { path, expect, apart, then }, profile) = (asked, document.profile().clone());
        let job = SaveJob { path, expect, profile, locked: self.locked(), apart };
        let (desk, journal) = (self.desk(), self.journal.as_ref().map(RecoveryWriter::emergency));
        let (ended, path, number) = (job.clone(), job.path.clone(), self.document_number);
        let place = self.tasks.begin_save(&path);
        let after = move |app: &mut Self, moment: Moment<'_>, end| {
            if moment.counts && number == app.document_number {
                app.saved(moment, ended, end, then);
                return;
            }
            app.saved_aside(&ended, number, end);
            // This save is for the document that is open now, and goes to the same file as that of the previous one.
            if let Some(asked) = app.save_again.take_if(|_| moment.counts) {
                app.start_save(asked);
            }
        };
        let work = move || file::save(&desk, journal.as_ref(), &job);
        let crashed = move |app: &mut Self, moment: Moment<'_>| app.crashed_saving(moment, &path);
        self.start_job(Job { name: "save", place }, work, after, crashed);
    }

    /// A save of the document that is still open has ended. `then` is the command to run after it.
    fn saved(&mut self, moment: Moment<'_>, job: SaveJob, end: SaveEnd, then: AfterSave) {
        let again = self.save_again.take();
        let (is_asked_again, then) = (again.is_some(), again.and_then(|again| again.then).or(then));
        match end {
            SaveEnd::Saved(saved, lock) => {
                self.is_saved(&job, saved, lock);
                if is_asked_again && self.document.as_ref().is_some_and(Document::is_unsaved) {
                    self.save(Some(moment.frame), then);
                } else if let Some(then) = then {
                    self.run(moment.ctx, Some(moment.frame), *then);
                }
            }
            SaveEnd::InUse(held) => {
                self.file_unchanged();
                self.dialogs.ask(Dialog::save_in_use(&self.words, job.path, held.as_ref(), then));
            }
            SaveEnd::OtherNames => {
                self.file_unchanged();
                self.dialogs.ask(Dialog::other_names(&self.words, job.path, then));
            }
            SaveEnd::Failed(error) => self.not_saved(moment.ctx, job, &error, then),
        }
    }

    /// The thread of a save crashed, so it is not known whether it worked.
    fn crashed_saving(&mut self, moment: Moment<'_>, path: &Path) {
        if moment.counts {
            let message = message::crashed_saving(&self.words, path);
            self.dialogs.ask(Dialog::save_failed(&self.words, message, None));
        } else {
            self.crashed(moment);
        }
    }

    fn is_saved(&mut self, job: &SaveJob, saved: Saved, lock: Option<DocumentLock>) {
        if let Some(problem) = &saved.backup_problem {
            self.tell(message::no_backup(&self.words, problem));
        }
        if let Some(problem) = &saved.lost {
            self.tell(message::attributes_lost(&self.words, problem));
        }
        if let Some(lock) = lock {
            let before = self.lock.replace(lock);
            self.let_go(before);
        }
        if let Some(document) = &mut self.document {
            document.mark_saved(job.profile.clone(), OnDisk::new(saved.path, saved.fingerprint));
            self.toasts.say(t!(self.words, "saved-as", file = document.shown_name()));
        }
        self.note_recent();
        self.write_journal();
        self.file_unchanged();
    }

    fn not_saved(&mut self, ctx: &Context, job: SaveJob, error: &DiskError, then: AfterSave) {
        match error {
            DiskError::ChangedOnDisk { found, .. } => {
                self.file_unchanged();
                self.changed_on_disk(found.is_none(), then);
            }
            DiskError::AlreadyExists { .. } => {
                self.file_unchanged();
                self.dialogs.ask(Dialog::exists(&self.words, job.path, then));
            }
            error => {
                // What may be on the disk now is our own: the next save must not take it for another program's change.
                match (error.written(), &mut self.document) {
                    (Some((path, written)), Some(document)) => document.may_hold(path, written.clone()),
                    _ => self.file_unchanged(),
                }
                let message = match self.ledger.keeping(ctx, self.document.as_ref(), self.journal.as_ref()) {
                    Keeping::NotKept => message::save_failed_unkept(&self.words, error, &job.path),
                    _ => message::save_failed(&self.words, error, &job.path),
                };
                self.dialogs.ask(Dialog::save_failed(&self.words, message, then));
            }
        }
    }

    /// No save is under way any more, so the journal need not mention one.
    fn file_unchanged(&self) {
        if let Some(journal) = &self.journal {
            journal.emergency().set_saving(None);
        }
    }

    /// A save has ended that was replaced by another one, or whose profile is no longer open.
    fn saved_aside(&mut self, job: &SaveJob, number: u64, end: SaveEnd) {
        match end {
            // The save that replaced it failed, so this is still the document's file.
            SaveEnd::Saved(saved, lock)
                if number == self.document_number
                    && self.document.as_ref().and_then(Document::path) == Some(&saved.path) =>
            {
                self.is_saved(job, saved, lock);
            }
            SaveEnd::Saved(saved, lock) => {
                self.let_go(lock);
                self.toasts.say(t!(self.words, "saved-as", file = file_name(&saved.path)));
            }
            SaveEnd::InUse(_) => self.tell(message::save_in_use(&self.words, &job.path)),
            SaveEnd::OtherNames => self.dialogs.tell(Dialog::other_names(&self.words, job.path.clone(), None)),
            SaveEnd::Failed(error) => self.tell(message::save_failed(&self.words, &error, &job.path)),
        }
    }
}
