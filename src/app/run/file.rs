//! Commands on files: asking for one, opening, exporting. Saving is in a file of its own.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::Frame;
use jiff::Timestamp;

use super::edit::new_id;
use crate::answers::{self, ENDINGS};
use crate::app::ask::{Ask, Purpose};
use crate::app::command::{AfterSave, Command, FileCommand, FromAnswers, Screen, WorkedExample};
use crate::app::dialogs::Dialog;
use crate::app::tasks::{Job, Moment};
use crate::app::work::file::{self, Exported, OpenAs, OpenJob, OpenOutcome, ToExport, file_stem};
use crate::app::{App, examples, screens};
use crate::document::Document;
use crate::message::{self, UserMessage, file_name};
use crate::others::Merged;
use crate::profile::Profile;
use crate::storage::{Held, format};
use crate::words::Words;
use crate::{storage, t};

impl App {
    pub(super) fn run_file(&mut self, frame: Option<&Frame>, command: FileCommand) {
        match command {
            FileCommand::New => self.unless_unsaved(FileCommand::New, Self::put_away),
            FileCommand::Open => self.unless_unsaved(FileCommand::Open, |app| app.ask_open(frame)),
            // It lies beside the profile, of which nothing is lost.
            FileCommand::OpenPath(path) if file::is_merged(&path) => self.open(path, OpenAs::Normally),
            FileCommand::OthersPath(path) => self.open(path, OpenAs::Others),
            FileCommand::OpenOthers => self.ask_others(frame),
            FileCommand::PutOthersAway => self.put_others_away(),
            FileCommand::OpenPath(path) => {
                self.unless_unsaved(FileCommand::OpenPath(path.clone()), |app| app.open(path, OpenAs::Normally));
            }
            FileCommand::OpenReadOnly(path) => {
                self.unless_unsaved(FileCommand::OpenReadOnly(path.clone()), |app| app.open(path, OpenAs::ReadOnly));
            }
            FileCommand::OpenCopy(path) => {
                self.unless_unsaved(FileCommand::OpenCopy(path.clone()), |app| app.open(path, OpenAs::Copy));
            }
            FileCommand::OpenExample(example) => {
                self.unless_unsaved(FileCommand::OpenExample(example), |app| app.open_example(example));
            }
            FileCommand::TakeAnswers(from) => {
                self.unless_unsaved(FileCommand::TakeAnswers(from.clone()), |app| app.take_answers(from));
            }
            FileCommand::LoadTheirs => self.load_theirs(),
            FileCommand::ShowHolder(path, held) => self.show_holder(path, held),
            FileCommand::Forget(path) => self.forget(&path),
            FileCommand::Export => self.ask_export(frame),
            FileCommand::ExportTo(path) => self.export_to(path),
        }
    }

    /// Does it now, or asks first if unsaved work would be lost.
    fn unless_unsaved(&mut self, command: FileCommand, now: impl FnOnce(&mut Self)) {
        if self.has_unsaved() {
            self.dialogs.ask(Dialog::unsaved(&self.words, Command::File(command)));
        } else {
            now(self);
        }
    }

    /// Closes the document and goes to the start.
    pub(super) fn put_away(&mut self) {
        // One that came before any profile waits for it. With another person's profile it would be a mistake.
        if self.document.take().is_some() {
            self.others = None;
        }
        self.document_number += 1;
        self.save_again = None;
        let lock = self.lock.take();
        self.let_go(lock);
        self.position = None;
        self.screens = screens::States::default();
        self.put_preview_away();
        self.explorer.forget();
        self.screen = Screen::Home;
        if let Some(journal) = &self.journal {
            journal.discard();
        }
    }

    fn ask_others(&mut self, frame: Option<&Frame>) {
        let ask = Ask {
            purpose: Purpose::Others,
            title: t!(self.words, "others-open-title"),
            name: String::new(),
            folder: self.folder(),
            filters: vec![(t!(self.words, "others-files"), vec![format::others::EXTENSION])],
        };
        self.ask(frame, ask);
    }

    /// Shows what others see, beside the profile that is open.
    fn others_came(&mut self, merged: Merged, path: &Path) {
        self.others = Some(Arc::new(merged));
        self.leave_preview();
        self.screen = Screen::Others;
        self.toasts.say(t!(self.words, "others-opened", file = file_name(path)));
    }

    fn put_others_away(&mut self) {
        self.others = None;
        if self.screen == Screen::Others && self.audit().is_some() {
            self.screen = Screen::Result;
        }
    }

    pub(super) fn ask_open(&mut self, frame: Option<&Frame>) {
        let ask = Ask {
            purpose: Purpose::Open,
            title: t!(self.words, "open-title"),
            name: String::new(),
            folder: self.folder(),
            filters: openable(&self.words),
        };
        self.ask(frame, ask);
    }

    pub(super) fn ask_export(&mut self, frame: Option<&Frame>) {
        let Some(document) = self.document.as_ref().filter(|d| d.profile().latest().is_some()) else { return };
        let ask = Ask {
            purpose: Purpose::Export,
            title: t!(self.words, "export-title"),
            name: format!("{}.csv", document.proposed_name()),
            folder: self.folder(),
            filters: vec![
                (t!(self.words, "export-csv"), vec!["csv"]),
                (t!(self.words, "export-json"), vec!["json"]),
                (t!(self.words, "export-svg"), vec!["svg"]),
                (t!(self.words, "export-png"), vec!["png"]),
            ],
        };
        self.ask(frame, ask);
    }

    /// Writes the scores or the chart, depending on the extension of the name.
    fn export_to(&mut self, path: PathBuf) {
        let (desk, current, confidence) = (self.desk(), self.current(), self.settings.confidence);
        self.start_export("export", move || file::export(&desk, path, &ToExport { current, confidence }));
    }

    /// Runs a job that exports a file.
    pub(super) fn start_export(&mut self, name: &str, work: impl FnOnce() -> Exported + Send + 'static) {
        let job = Job { name, place: self.tasks.begin_export() };
        self.start_job(job, work, |app, _, exported| app.exported(exported), Self::crashed);
    }

    fn exported(&mut self, Exported { path, result }: Exported) {
        match result {
            Ok(()) => self.toasts.say(t!(self.words, "exported", file = file_name(&path))),
            Err(message) => self.tell(message),
        }
    }

    /// Opens a file in the place of the open profile, which the person has agreed to close.
    pub(super) fn open(&mut self, path: PathBuf, how: OpenAs) {
        let (asked, over) = (OpenJob { path, how, locked: self.locked() }, self.open_profile());
        let (desk, instruments, job) = (self.desk(), Arc::clone(&self.instruments), asked.clone());
        let place = self.tasks.begin_open();
        let then = move |app: &mut Self, moment: Moment<'_>, result| {
            if moment.counts {
                app.opened(asked, over.as_ref(), result);
            } else {
                // Another profile was opened since then. This one is dropped, and its lock with it.
                app.let_go(result);
            }
        };
        self.start_job(Job { name: "open", place }, move || file::open(&desk, &instruments, &job), then, Self::crashed);
    }

    /// The profile that is open.
    pub(super) fn open_profile(&self) -> Option<Arc<Profile>> {
        self.document.as_ref().map(|d| Arc::clone(d.profile()))
    }

    /// The file that this window has locked.
    pub(super) fn locked(&self) -> Option<PathBuf> {
        self.lock.as_ref().map(|lock| lock.document().to_path_buf())
    }

    /// A file was read. `over` is the profile that was open then: the person has agreed to close that one, but no newer state of it.
    fn opened(&mut self, job: OpenJob, over: Option<&Arc<Profile>>, result: Result<OpenOutcome, UserMessage>) {
        match result {
            // Something was answered while the file was read, and the person was not asked about that.
            Ok(OpenOutcome::Document(..)) if self.is_unsaved_since(over) => {
                self.let_go(result);
                self.dialogs.ask(Dialog::unsaved(&self.words, open_command(job.path, job.how)));
            }
            Ok(OpenOutcome::Document(document, lock, warnings)) => {
                let keep = lock.is_none() && job.locked.as_deref() == document.path() && !document.read_only;
                let kept = if keep { self.lock.take() } else { lock };
                let same = self.document.as_ref().is_some_and(|open| open.profile().id == document.profile().id);
                let others = self.others.take_if(|_| same);
                self.put_away();
                self.others = self.others.take().or(others);
                self.document = Some(*document);
                self.lock = kept;
                self.screen = match self.audit().map(|a| a.finished.is_some()) {
                    Some(true) => Screen::Result,
                    Some(false) | None => Screen::Home,
                };
                self.note_recent();
                if !warnings.is_empty() {
                    self.tell(message::odd_file(&self.words, &warnings, &job.path));
                }
            }
            // Nothing is replaced until the person agrees.
            Ok(OpenOutcome::Answers(answers)) => self.dialogs.ask(Dialog::answers(job.path, answers)),
            Ok(OpenOutcome::Others(merged)) => self.others_came(*merged, &job.path),
            Ok(OpenOutcome::Here) => {
                self.toasts.say(t!(self.words, "in-use-here", file = message::file_name(&job.path)));
            }
            Ok(OpenOutcome::InUse(held)) => self.dialogs.ask(Dialog::in_use(&self.words, job.path, held.as_ref())),
            Err(message) => self.tell(message),
        }
    }

    /// Drops something that may hold a lock. This happens on a thread, since removing the lock uses the disk.
    pub(super) fn let_go(&self, what: impl Send + 'static) {
        if let Some(errands) = &self.errands {
            errands.run(move || drop(what));
        }
    }

    /// Whether there is unsaved work that `before` does not have.
    pub(super) fn is_unsaved_since(&self, before: Option<&Arc<Profile>>) -> bool {
        let unsaved = self.document.as_ref().filter(|d| d.is_unsaved());
        unsaved.is_some_and(|d| before.is_none_or(|before| !Arc::ptr_eq(before, d.profile())))
    }

    /// Asks the window that has a file to come to the front.
    pub(super) fn show_holder(&mut self, path: PathBuf, held: Held) {
        let Some(folders) = self.folders.clone() else { return };
        self.start(
            "ring",
            move || storage::ring(&folders, &held),
            move |app, _, came| {
                if !came {
                    app.tell(message::window_does_not_come(&app.words, &path));
                }
            },
        );
    }

    /// A new profile from these answers, without a file yet.
    pub(super) fn take_answers(&mut self, from: FromAnswers) {
        let [a, b, c, d, ..] = self.system.chance();
        let now = self.system.now();
        let new = answers::New {
            profile: new_id(&*self.system).into(),
            audit: new_id(&*self.system).into(),
            seed: u32::from_be_bytes([a, b, c, d]),
            at: Timestamp::from_second(now.as_second()).unwrap_or(now),
            role: from.role.trim().to_owned(),
            person: from.person.trim().to_owned(),
        };
        let profile = answers::profile(*from.table, new);
        self.put_away();
        self.document = Some(Document::made(profile, file_stem(&from.path)));
        self.go_to_position(None);
        self.write_journal();
        self.toasts.say(t!(self.words, "answers-made", file = file_name(&from.path)));
    }

    pub(super) fn open_example(&mut self, example: WorkedExample) {
        let (bytes, title, name): (&[u8], _, _) = match example {
            WorkedExample::Lead => (examples::LEAD, t!(self.words, "example-title"), "worked-example.evenkeel"),
            WorkedExample::Specialist => {
                (examples::SPECIALIST, t!(self.words, "example-specialist-title"), "without-reports.evenkeel")
            }
        };
        match format::open(bytes) {
            Ok(decoded) => {
                self.put_away();
                self.document = Some(Document::new(decoded.profile, title));
                self.screen = Screen::Result;
            }
            Err(error) => {
                self.tell(message::bad_file(&self.words, &error, Path::new(name)));
            }
        }
    }

    pub(super) fn load_theirs(&mut self) {
        let Some(path) = self.document.as_ref().and_then(Document::path).map(Path::to_path_buf) else { return };
        self.open(path, OpenAs::Normally);
    }

    /// Tells the person that another program changed the open file, or that it is gone.
    pub(in crate::app) fn changed_on_disk(&mut self, gone: bool, then: AfterSave) {
        let Some(document) = &self.document else { return };
        if let Some(path) = document.path() {
            self.dialogs.ask(Dialog::changed(&self.words, message::file_name(path), gone, then));
        }
    }
}

/// The file types of *Open…*: profiles, tables of answers and merged results together, or one of them.
fn openable(words: &Words) -> Vec<(String, Vec<&'static str>)> {
    let (profiles, tables, merged) = (vec![format::EXTENSION], ENDINGS.to_vec(), vec![format::others::EXTENSION]);
    let all = [profiles.as_slice(), &tables, &merged].concat();
    vec![
        (t!(words, "profiles-and-answers"), all),
        (t!(words, "profiles"), profiles),
        (t!(words, "answers-files"), tables),
        (t!(words, "others-files"), merged),
    ]
}

const fn open_command(path: PathBuf, how: OpenAs) -> Command {
    match how {
        OpenAs::Normally => Command::File(FileCommand::OpenPath(path)),
        OpenAs::ReadOnly => Command::File(FileCommand::OpenReadOnly(path)),
        OpenAs::Copy => Command::File(FileCommand::OpenCopy(path)),
        OpenAs::Others => Command::File(FileCommand::OthersPath(path)),
    }
}
