//! Commands on files.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::Frame;
use eframe::egui::Context;

use crate::answers::ENDINGS;
use crate::app::App;
use crate::app::command::{Command, Screen};
use crate::app::dialogs::Dialog;
use crate::app::files::{self, Opened, SaveJob};
use crate::app::system::Ask;
use crate::app::tasks::{Busy, Done, How, Purpose};
use crate::document::{Document, OnDisk};
use crate::message::{self, UserMessage, file_name};
use crate::profile::Profile;
use crate::storage::{BalanceSummary, DiskError, DocumentLock, Expect, Held, RecentFile, Saved, format};
use crate::{scoring, storage, t, text};

impl App {
    pub(super) fn ask(&mut self, ctx: &Context, frame: Option<&Frame>, ask: Ask) {
        let Some(frame) = frame else { return };
        if self.tasks.busy.is_some() {
            self.toasts.say(t!("busy"));
            return;
        }
        self.tasks.busy = Some(Busy::Asking);
        self.system.ask(ask, frame, self.tasks.sender(), ctx);
    }

    pub(super) fn folder(&self) -> Option<PathBuf> {
        let open = self.document.as_ref().and_then(Document::path);
        let last = || self.recent.files().first().map(|f| f.path.as_path());
        open.or_else(last).and_then(|p| p.parent()).map(std::path::Path::to_path_buf)
    }

    pub(super) fn ask_open(&mut self, ctx: &Context, frame: Option<&Frame>) {
        let ask = Ask {
            purpose: Purpose::Open,
            title: t!("open-title"),
            name: String::new(),
            folder: self.folder(),
            filters: openable(),
        };
        self.ask(ctx, frame, ask);
    }

    pub(super) fn ask_save(&mut self, ctx: &Context, frame: Option<&Frame>) {
        let Some(document) = &self.document else { return };
        let ask = Ask {
            purpose: Purpose::SaveAs,
            title: t!("save-title"),
            name: format!("{}.{}", proposed_name(document), format::EXTENSION),
            folder: self.folder(),
            filters: vec![(t!("profiles"), vec!["evenkeel"])],
        };
        self.ask(ctx, frame, ask);
    }

    pub(super) fn ask_export(&mut self, ctx: &Context, frame: Option<&Frame>) {
        let Some(document) = self.document.as_ref().filter(|d| d.profile().latest().is_some()) else { return };
        let ask = Ask {
            purpose: Purpose::Export,
            title: t!("export-title"),
            name: format!("{}.csv", document.name()),
            folder: self.folder(),
            filters: vec![
                (t!("export-csv"), vec!["csv"]),
                (t!("export-json"), vec!["json"]),
                (t!("export-svg"), vec!["svg"]),
                (t!("export-png"), vec!["png"]),
            ],
        };
        self.ask(ctx, frame, ask);
    }

    /// Writes the scores or the chart; the ending of the name says which.
    pub(in crate::app) fn export_to(&mut self, path: PathBuf) {
        let Some(document) = &self.document else { return };
        let (profile, instrument) = (document.profile().clone(), self.instrument.clone());
        let (fs, confidence) = (self.fs.clone(), self.settings.confidence);
        self.tasks.busy = Some(Busy::Exporting);
        self.start("export", move || files::export(&*fs, path, &profile, &instrument, confidence));
    }

    pub(super) fn open(&mut self, path: PathBuf, how: How) {
        if self.tasks.busy.is_some() {
            self.toasts.say(t!("busy"));
            return;
        }
        self.tasks.busy = Some(Busy::Opening);
        self.opened_over = self.document.as_ref().map(|d| d.profile().clone());
        let (fs, folders, now) = (self.fs.clone(), self.folders.clone(), self.system.now());
        // The same window may open its own file again.
        if self.lock.as_ref().is_some_and(|l| l.document() == path) {
            self.lock = None;
        }
        let instrument = self.instrument.clone();
        self.start("open", move || files::open(&*fs, folders.as_ref(), &instrument, (path, how), now));
    }

    pub(in crate::app) fn opened(&mut self, path: PathBuf, how: How, result: Result<Opened, UserMessage>) {
        let before = self.opened_over.take();
        match result {
            // Something was answered while the file was read, and nobody was asked about that.
            Ok(Opened::Document(_, lock, _)) if self.is_unsaved_since(before.as_ref()) => {
                drop(lock);
                let own = self.document.as_ref().filter(|d| !d.read_only).and_then(Document::path);
                if let Some(own) = own.filter(|_| self.lock.is_none()).map(std::path::Path::to_path_buf) {
                    self.take_lock(&own);
                }
                self.dialog = Some(Dialog::unsaved(match how {
                    How::Normally => Command::OpenPath(path),
                    How::ReadOnly => Command::OpenReadOnly(path),
                    How::Copy => Command::OpenCopy(path),
                }));
            }
            Ok(Opened::Document(document, lock, warnings)) => {
                self.put_away();
                self.document = Some(*document);
                self.lock = lock;
                self.screen = match self.audit().map(|a| a.finished.is_some()) {
                    Some(true) => Screen::Result,
                    Some(false) | None => Screen::Home,
                };
                self.note_recent();
                if !warnings.is_empty() {
                    self.tell(message::odd_file(&warnings, &path));
                }
            }
            // Nothing is replaced before the person agrees.
            Ok(Opened::Answers(answers)) => self.dialog = Some(Dialog::answers(path, answers)),
            // By another way to the same file: it is here already.
            Ok(Opened::InUse(_)) if self.has(&path) => {
                self.toasts.say(t!("in-use-here", file = file_name(&path)));
            }
            Ok(Opened::InUse(held)) => self.dialog = Some(Dialog::in_use(path, held.as_ref())),
            Err(message) => {
                self.tell(message);
            }
        }
    }

    /// Whether there is unsaved work that was not there `before`.
    fn is_unsaved_since(&self, before: Option<&Arc<Profile>>) -> bool {
        let unsaved = self.document.as_ref().filter(|d| d.is_unsaved());
        unsaved.is_some_and(|d| before.is_none_or(|before| !Arc::ptr_eq(before, d.profile())))
    }

    /// What was to follow a save is not to follow another one, once nothing asks about the first any more.
    pub(in crate::app) fn forget_after_save(&mut self) {
        if self.dialog.is_none() && self.tasks.busy.is_none() {
            self.after_save = None;
        }
    }

    /// Whether the file is the open one, by whatever path.
    fn has(&self, path: &std::path::Path) -> bool {
        let real = storage::resolve(&*self.fs, path);
        self.lock.as_ref().is_some_and(|lock| real.is_ok_and(|real| real == lock.document()))
    }

    /// Asks the window that has a file to come to the front.
    pub(super) fn show_holder(&mut self, path: PathBuf, held: Held) {
        let Some(folders) = self.folders.clone() else { return };
        self.start("ring", move || Done::Rang(path, storage::ring(&folders, &held)));
    }

    pub(super) fn open_example(&mut self) {
        match format::open(include_bytes!("../../../assets/examples/worked-example.evenkeel")) {
            Ok(decoded) => {
                self.put_away();
                self.document = Some(Document::new(decoded.profile, t!("example-title")));
                self.screen = Screen::Result;
            }
            Err(error) => self.tell(message::bad_file(&error, std::path::Path::new("worked-example.evenkeel"))),
        }
    }

    pub(super) fn save(&mut self, ctx: &Context, frame: Option<&Frame>, then: Option<Box<Command>>) {
        let Some(document) = &self.document else { return };
        if let Some(file) = document.file.clone().filter(|_| !document.read_only) {
            self.save_to(SaveJob { path: file.path, expect: Expect::Unchanged(file.fingerprint), then });
        } else {
            self.after_save = then;
            self.ask_save(ctx, frame);
        }
    }

    /// Saves under a name that was picked; the system's dialog has asked about a file that is there.
    pub(in crate::app) fn save_as(&mut self, path: PathBuf) {
        self.save_under(path, Expect::Anything);
    }

    /// Saves under another name. Where the ending is missing it is added, and that is another name, about which nobody has
    /// been asked.
    pub(super) fn save_under(&mut self, mut path: PathBuf, mut expect: Expect) {
        if path.extension().is_none() {
            path.set_extension(format::EXTENSION);
            expect = Expect::Absent;
        }
        let then = self.after_save.take();
        self.save_to(SaveJob { path, expect, then });
    }

    pub(super) fn overwrite(&mut self) {
        let Some(path) = self.document.as_ref().and_then(Document::path).map(std::path::Path::to_path_buf) else {
            return;
        };
        let then = self.after_save.take();
        self.save_to(SaveJob { path, expect: Expect::Anything, then });
    }

    pub(super) fn load_theirs(&mut self) {
        let Some(path) = self.document.as_ref().and_then(Document::path).map(std::path::Path::to_path_buf) else {
            return;
        };
        self.lock = None;
        self.open(path, How::Normally);
    }

    pub(super) fn save_to(&mut self, job: SaveJob) {
        let Some(document) = &self.document else { return };
        if self.tasks.busy.is_some() {
            self.toasts.say(t!("busy"));
            return;
        }
        self.tasks.busy = Some(Busy::Saving);
        self.save_left = false;
        let (fs, folders) = (self.fs.clone(), self.folders.clone());
        let (profile, now) = (document.profile().clone(), self.system.now());
        self.start("save", move || files::save(&*fs, folders.as_ref(), job, profile, now));
    }

    pub(in crate::app) fn saved(
        &mut self,
        ctx: &Context,
        frame: &Frame,
        (job, profile): (SaveJob, Arc<Profile>),
        result: Result<Saved, DiskError>,
    ) {
        if std::mem::take(&mut self.save_left) {
            // What is open now is something else, and has a file of its own or none.
            match result {
                Ok(saved) => self.toasts.say(t!("saved-as", file = file_name(&saved.path))),
                Err(error) => {
                    self.tell(message::save_failed(&error, &job.path));
                }
            }
            return;
        }
        match result {
            Ok(saved) => {
                if let Some(problem) = &saved.backup_problem {
                    self.tell(message::no_backup(problem));
                }
                self.take_lock(&saved.path);
                if let Some(document) = &mut self.document {
                    document.mark_saved(profile, OnDisk { path: saved.path, fingerprint: saved.fingerprint });
                    self.toasts.say(t!("saved-as", file = document.shown_name()));
                }
                self.note_recent();
                self.write_journal();
                if let Some(then) = job.then {
                    self.run(ctx, Some(frame), *then);
                }
            }
            Err(DiskError::ChangedOnDisk { found, .. }) => {
                self.after_save = job.then;
                self.changed_on_disk(found.is_none());
            }
            Err(DiskError::AlreadyExists { .. }) => {
                self.after_save = job.then;
                self.dialog = Some(Dialog::exists(job.path));
            }
            Err(error) => {
                // What may be on the disk now is ours: the next save must not take it for a change by another program.
                if let (Some(written), Some(document)) = (error.written(), &mut self.document) {
                    document.rebase(OnDisk { path: job.path.clone(), fingerprint: written.clone() });
                }
                self.after_save = job.then;
                self.dialog = Some(Dialog::save_failed(message::save_failed(&error, &job.path)));
            }
        }
    }

    /// Another program changed the open file, or it is gone.
    pub(in crate::app) fn changed_on_disk(&mut self, gone: bool) {
        let Some(document) = &self.document else { return };
        if let Some(path) = document.path() {
            self.dialog = Some(Dialog::changed(file_name(path), gone));
        }
    }

    pub(super) fn take_lock(&mut self, path: &std::path::Path) {
        let Some(folders) = &self.folders else { return };
        let now = self.system.now();
        let taken = match &mut self.lock {
            Some(lock) => lock.move_to(folders, path, now),
            None => DocumentLock::acquire(folders, path, now).map(|lock| self.lock = Some(lock)),
        };
        if let Err(error) = taken {
            log::warn!("{error}");
        }
    }

    pub(super) fn note_recent(&mut self) {
        let (Some(document), Some(folders)) = (&self.document, &self.folders) else { return };
        let Some(path) = document.path() else { return };
        let audit = document.profile().latest();
        let scores = audit.map(|a| scoring::score(&self.instrument, a, self.settings.confidence));
        let balance = scores.as_ref().and_then(|s| s.balance).map(|b| BalanceSummary {
            difference: b.difference,
            half_width: b.se * self.settings.confidence.z(),
            verdict: verdict_id(b.verdict).to_owned(),
        });
        self.recent.note(RecentFile {
            path: path.to_path_buf(),
            title: document.name(),
            role: audit.map(|a| a.role.clone()).filter(|r| !r.is_empty()),
            last_audit: audit.map(|a| text::local_day(a.date())),
            balance,
            opened: self.system.now(),
            extra: serde_json::Map::new(),
            missing: false,
        });
        if let Err(error) = self.recent.save(&*self.fs, &folders.recent_file()) {
            log::warn!("{error}");
        }
    }

    pub(super) fn forget(&mut self, path: &std::path::Path) {
        self.recent.forget(path);
        if let Some(folders) = &self.folders
            && let Err(error) = self.recent.save(&*self.fs, &folders.recent_file())
        {
            log::warn!("{error}");
        }
    }
}

/// What *Open…* shows: profiles and tables of answers, or either alone.
fn openable() -> Vec<(String, Vec<&'static str>)> {
    let (profiles, tables) = (vec![format::EXTENSION], ENDINGS.to_vec());
    let both = [profiles.as_slice(), &tables].concat();
    vec![(t!("profiles-and-answers"), both), (t!("profiles"), profiles), (t!("answers-files"), tables)]
}

/// The name that a first save proposes: the person's, where they gave it.
fn proposed_name(document: &Document) -> String {
    let person = document.profile().person.trim();
    if document.file.is_some() || person.is_empty() {
        return document.name();
    }
    // Letters that some system does not take in a name.
    person.replace(['/', '\\', ':', '*', '?', '"', '<', '>', '|'], " ")
}

const fn verdict_id(verdict: scoring::Verdict) -> &'static str {
    match verdict {
        scoring::Verdict::LeansToManagement => "leans-to-management",
        scoring::Verdict::LeansToLeadership => "leans-to-leadership",
        scoring::Verdict::CannotTell => "cannot-tell",
    }
}
