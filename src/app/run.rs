//! The only place where commands act.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::Frame;
use eframe::egui::{Context, ViewportCommand};

use super::command::{Command, Kept, NewAudit, Screen};
use super::dialogs::Dialog;
use super::files::{self, Opened, SaveJob};
use super::system::Ask;
use super::tasks::{Busy, How, Purpose};
use super::{App, screens};
use crate::document::{Document, OnDisk};
use crate::instrument::{Instrument, Question, item_order, questions};
use crate::message::{self, UserMessage, file_name};
use crate::profile::{Audit, AuditEdit, AuditId, Edit, Part, Profile};
use crate::storage::{
    self, BalanceSummary, DiskError, DocumentLock, Entry, Expect, RecentFile, Saved, TextSize, format,
};
use crate::{scoring, t, text};

impl App {
    /// Does what was asked for.
    pub(super) fn run(&mut self, ctx: &Context, frame: Option<&Frame>, command: Command) {
        match command {
            Command::GoTo(screen) => self.go_to(screen),
            Command::New => self.unless_unsaved(Command::New, Self::put_away),
            Command::Open => self.unless_unsaved(Command::Open, |app| app.ask_open(ctx, frame)),
            Command::OpenPath(path) => {
                self.unless_unsaved(Command::OpenPath(path.clone()), |app| app.open(path, How::Normally))
            }
            Command::OpenReadOnly(path) => self.open(path, How::ReadOnly),
            Command::OpenCopy(path) => self.open(path, How::Copy),
            Command::OpenExample => self.unless_unsaved(Command::OpenExample, Self::open_example),
            Command::Save => self.save(ctx, frame, None),
            Command::SaveAs => self.ask_save(ctx, frame),
            Command::SaveTo(path) => self.save_under(path, Expect::Absent),
            Command::Replace(path) => self.save_under(path, Expect::Anything),
            Command::Overwrite => self.overwrite(),
            Command::LoadTheirs => self.load_theirs(),
            Command::Undo => self.step_back(true),
            Command::Redo => self.step_back(false),
            Command::Edit(edit) => self.edit(edit),
            Command::StartAudit(new) => self.start_audit(new),
            Command::SetUp(form) => self.set_up(form),
            Command::Ask(question) => self.ask_question(Some(question)),
            Command::Review => self.review(),
            Command::Finish(audit) => self.finish(audit),
            Command::Resume(index) => self.resume_orphan(index),
            Command::AskDiscardResume(index) => {
                let title = self.resume.get(index).map_or_else(String::new, |r| r.title.clone());
                self.dialog = Some(Dialog::discard_resume(index, &title));
            }
            Command::DiscardResume(index) => self.discard_orphan(index),
            Command::Forget(path) => self.forget(&path),
            Command::Export => self.ask_export(ctx, frame),
            Command::ExportTo(path) => self.export_to(path),
            Command::SetTheme(theme) => self.set(ctx, |s| s.theme = theme),
            Command::SetTextSize(percent) => self.set(ctx, |s| s.text_size = TextSize::nearest(percent)),
            Command::SetConfidence(confidence) => self.set(ctx, |s| s.confidence = confidence),
            Command::Larger => self.step_text(ctx, 1),
            Command::Smaller => self.step_text(ctx, -1),
            Command::AskDelete(kept) => self.dialog = Some(Dialog::delete(kept)),
            Command::Delete(kept) => self.delete(ctx, kept),
            Command::Copy(words) => {
                ctx.copy_text(words);
                self.toasts.say(t!("copied"));
            }
            Command::DiscardThen(then) => self.discard_then(ctx, frame, *then),
            Command::SaveThen(then) => self.save(ctx, frame, Some(then)),
            Command::Quit => {
                self.leaving = self.leaving || self.document.as_ref().is_none_or(|d| !d.is_unsaved());
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    fn go_to(&mut self, screen: Screen) {
        match screen {
            Screen::Audit => self.enter_audit(),
            Screen::Result if self.audit().is_none() => {}
            Screen::Settings => {
                self.screen = screen;
                self.measure_usage();
            }
            _ => self.screen = screen,
        }
    }

    /// Does it now, or asks first when that would lose unsaved work.
    fn unless_unsaved(&mut self, command: Command, now: impl FnOnce(&mut Self)) {
        if self.document.as_ref().is_some_and(Document::is_unsaved) {
            self.dialog = Some(Dialog::unsaved(command));
        } else {
            now(self);
        }
    }

    fn discard_then(&mut self, ctx: &Context, frame: Option<&Frame>, then: Command) {
        if then == Command::Quit {
            self.leaving = true;
        } else {
            self.put_away();
        }
        self.run(ctx, frame, then);
    }

    /// Closes the document and goes to the start.
    fn put_away(&mut self) {
        self.document = None;
        self.lock = None;
        self.position = None;
        self.screens = screens::States::default();
        self.screen = Screen::Home;
        if let Some(journal) = &self.journal {
            journal.discard();
        }
    }

    // ---- the profile ----

    fn edit(&mut self, edit: Edit) {
        let Some(document) = &mut self.document else { return };
        if let Err(error) = document.edit(edit) {
            log::error!("an edit does not fit: {error}");
        }
        self.write_journal();
    }

    fn step_back(&mut self, back: bool) {
        let Some(document) = &mut self.document else { return };
        let Some(edit) = (if back { document.undo() } else { document.redo() }) else { return };
        let words = edit_label(&self.instrument, document.profile(), &edit);
        self.toasts.say(if back { t!("undone", what = words) } else { t!("redone", what = words) });
        if let Some(question) = question_of(&edit)
            && self.screen == Screen::Audit
            && self.audit().is_some_and(|audit| questions(&self.instrument, audit).contains(&question))
        {
            self.position = Some(question);
            self.screens.audit.question();
        }
        if self.audit().is_none() && matches!(self.screen, Screen::Result | Screen::Audit) {
            self.screen = Screen::Home;
            self.position = None;
        }
        self.write_journal();
    }

    fn set_up(&mut self, form: crate::profile::Form) {
        self.screens.audit.set_up(form);
        self.screen = Screen::Audit;
        self.position = None;
    }

    fn start_audit(&mut self, new: NewAudit) {
        if new.fresh && self.document.as_ref().is_some_and(Document::is_unsaved) {
            self.dialog = Some(Dialog::unsaved(Command::StartAudit(new)));
            return;
        }
        if new.fresh || self.document.is_none() {
            self.put_away();
            let profile = Profile::new(uuid::Uuid::new_v4().to_string().into());
            self.document = Some(Document::new(profile, t!("new-profile-title")));
        }
        let Some(document) = &mut self.document else { return };
        let audit = audit_of(&self.instrument, document.profile(), &new, self.system.now());
        let first = questions(&self.instrument, &audit).into_iter().next();
        let person = new.person.trim().to_owned();
        if person != document.profile().person {
            self.edit(Edit::SetPerson(person));
        }
        self.edit(Edit::StartAudit(Box::new(audit)));
        self.screen = Screen::Audit;
        self.ask_question(first);
    }

    /// Goes to the audit: where it stopped, else to the first open question, else to the set-up.
    fn enter_audit(&mut self) {
        self.screen = Screen::Audit;
        let Some(audit) = self.audit().cloned() else {
            self.screens.audit.set_up(crate::profile::Form::Full);
            return;
        };
        if audit.finished.is_some() {
            self.review();
            return;
        }
        let all = questions(&self.instrument, &audit);
        let here = self.position.clone().filter(|q| all.contains(q));
        match here.or_else(|| all.into_iter().find(|q| !q.is_answered(&audit))) {
            Some(question) => self.ask_question(Some(question)),
            None => self.review(),
        }
    }

    fn ask_question(&mut self, question: Option<Question>) {
        self.screen = Screen::Audit;
        self.screens.audit.question();
        self.position = question;
        self.write_journal();
    }

    fn review(&mut self) {
        self.screen = Screen::Audit;
        self.screens.audit.review();
    }

    fn finish(&mut self, audit: AuditId) {
        let unfinished = self.audit().is_some_and(|a| a.id == audit && a.finished.is_none());
        if unfinished {
            let at = self.system.now();
            self.edit(Edit::Audit(audit, AuditEdit::Finish(at)));
        }
        self.screen = Screen::Result;
    }

    // ---- files ----

    fn ask(&mut self, ctx: &Context, frame: Option<&Frame>, ask: Ask) {
        let Some(frame) = frame else { return };
        if self.tasks.busy.is_some() {
            self.toasts.say(t!("busy"));
            return;
        }
        self.tasks.busy = Some(Busy::Asking);
        self.system.ask(ask, frame, self.tasks.sender(), ctx);
    }

    fn folder(&self) -> Option<PathBuf> {
        let open = self.document.as_ref().and_then(Document::path);
        let last = || self.recent.files().first().map(|f| f.path.as_path());
        open.or_else(last).and_then(|p| p.parent()).map(std::path::Path::to_path_buf)
    }

    fn ask_open(&mut self, ctx: &Context, frame: Option<&Frame>) {
        let ask = Ask {
            purpose: Purpose::Open,
            title: t!("open-title"),
            name: String::new(),
            folder: self.folder(),
            filters: vec![(t!("profiles"), vec!["evenkeel"])],
        };
        self.ask(ctx, frame, ask);
    }

    fn ask_save(&mut self, ctx: &Context, frame: Option<&Frame>) {
        let Some(document) = &self.document else { return };
        let ask = Ask {
            purpose: Purpose::SaveAs,
            title: t!("save-title"),
            name: format!("{}.evenkeel", document.name()),
            folder: self.folder(),
            filters: vec![(t!("profiles"), vec!["evenkeel"])],
        };
        self.ask(ctx, frame, ask);
    }

    fn ask_export(&mut self, ctx: &Context, frame: Option<&Frame>) {
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
    pub(super) fn export_to(&mut self, path: PathBuf) {
        let Some(document) = &self.document else { return };
        let (profile, instrument) = (document.profile().clone(), self.instrument.clone());
        let (fs, confidence) = (self.fs.clone(), self.settings.confidence);
        self.tasks.busy = Some(Busy::Exporting);
        self.start("export", move || files::export(&*fs, path, &profile, &instrument, confidence));
    }

    fn open(&mut self, path: PathBuf, how: How) {
        if self.tasks.busy.is_some() {
            self.toasts.say(t!("busy"));
            return;
        }
        self.tasks.busy = Some(Busy::Opening);
        let (fs, folders, now) = (self.fs.clone(), self.folders.clone(), self.system.now());
        // The same window may open its own file again.
        if self.lock.as_ref().is_some_and(|l| l.document() == path) {
            self.lock = None;
        }
        self.start("open", move || files::open(&*fs, folders.as_ref(), path, how, now));
    }

    pub(super) fn opened(&mut self, _ctx: &Context, path: PathBuf, _how: How, result: Result<Opened, UserMessage>) {
        match result {
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
            Ok(Opened::InUse(held)) => self.dialog = Some(Dialog::in_use(path, held.as_ref())),
            Err(message) => {
                self.tell(message);
            }
        }
    }

    fn open_example(&mut self) {
        match format::open(include_bytes!("../../assets/examples/worked-example.evenkeel")) {
            Ok(decoded) => {
                self.put_away();
                self.document = Some(Document::new(decoded.profile, t!("example-title")));
                self.screen = Screen::Result;
            }
            Err(error) => self.tell(message::bad_file(&error, std::path::Path::new("worked-example.evenkeel"))),
        }
    }

    fn save(&mut self, ctx: &Context, frame: Option<&Frame>, then: Option<Box<Command>>) {
        let Some(document) = &self.document else { return };
        match document.file.clone().filter(|_| !document.read_only) {
            Some(file) => self.save_to(SaveJob { path: file.path, expect: Expect::Unchanged(file.fingerprint), then }),
            None => {
                self.after_save = then;
                self.ask_save(ctx, frame);
            }
        }
    }

    /// Saves under a name that was picked; the system's dialog has asked about a file that is there.
    pub(super) fn save_as(&mut self, path: PathBuf) {
        self.save_under(path, Expect::Anything);
    }

    /// Saves under another name. Where the ending is missing it is added, and that is another name, about which nobody has
    /// been asked.
    fn save_under(&mut self, mut path: PathBuf, mut expect: Expect) {
        if path.extension().is_none() {
            path.set_extension(format::EXTENSION);
            expect = Expect::Absent;
        }
        let then = self.after_save.take();
        self.save_to(SaveJob { path, expect, then });
    }

    fn overwrite(&mut self) {
        let Some(path) = self.document.as_ref().and_then(Document::path).map(std::path::Path::to_path_buf) else {
            return;
        };
        let then = self.after_save.take();
        self.save_to(SaveJob { path, expect: Expect::Anything, then });
    }

    fn load_theirs(&mut self) {
        let Some(path) = self.document.as_ref().and_then(Document::path).map(std::path::Path::to_path_buf) else {
            return;
        };
        self.lock = None;
        self.open(path, How::Normally);
    }

    fn save_to(&mut self, job: SaveJob) {
        let Some(document) = &self.document else { return };
        if self.tasks.busy.is_some() {
            self.toasts.say(t!("busy"));
            return;
        }
        self.tasks.busy = Some(Busy::Saving);
        let (fs, folders) = (self.fs.clone(), self.folders.clone());
        let (profile, now) = (document.profile().clone(), self.system.now());
        self.start("save", move || files::save(&*fs, folders.as_ref(), job, profile, now));
    }

    pub(super) fn saved(
        &mut self,
        ctx: &Context,
        frame: &Frame,
        job: SaveJob,
        profile: Arc<Profile>,
        result: Result<Saved, DiskError>,
    ) {
        match result {
            Ok(saved) => {
                if let Some(problem) = &saved.backup_problem {
                    self.tell(message::no_backup(problem));
                }
                self.take_lock(&saved.path);
                if let Some(document) = &mut self.document {
                    document.mark_saved(profile, OnDisk { path: saved.path, fingerprint: saved.fingerprint });
                    self.toasts.say(t!("saved-as", file = document.name()));
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
                self.dialog = Some(Dialog::save_failed(message::save_failed(&error, &job.path)));
            }
        }
    }

    /// Another program changed the open file, or it is gone.
    pub(super) fn changed_on_disk(&mut self, gone: bool) {
        let Some(document) = &self.document else { return };
        if let Some(path) = document.path() {
            self.dialog = Some(Dialog::changed(file_name(path), gone));
        }
    }

    fn take_lock(&mut self, path: &std::path::Path) {
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

    fn note_recent(&mut self) {
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

    fn forget(&mut self, path: &std::path::Path) {
        self.recent.forget(path);
        if let Some(folders) = &self.folders
            && let Err(error) = self.recent.save(&*self.fs, &folders.recent_file())
        {
            log::warn!("{error}");
        }
    }

    // ---- what earlier windows left ----

    fn resume_orphan(&mut self, index: usize) {
        let Some(orphan) = self.orphans.get(index) else { return };
        if self.document.as_ref().is_some_and(Document::is_unsaved) {
            self.dialog = Some(Dialog::unsaved(Command::Resume(index)));
            return;
        }
        let Ok(entry) = &orphan.content else { return };
        let decoded = match format::open(&entry.document) {
            Ok(decoded) => decoded,
            Err(error) => {
                let message = message::bad_file(&error, &orphan.journal);
                self.tell(message);
                return;
            }
        };
        let claimed = match orphan.claim(&*self.fs) {
            Ok(Some(claimed)) => claimed,
            Ok(None) => {
                self.toasts.say(t!("resume-taken"));
                self.look_for_orphans();
                return;
            }
            Err(error) => {
                let message = message::no_recovery(&error);
                self.tell(message);
                return;
            }
        };
        let file = entry.path.clone().zip(entry.base.clone()).map(|(path, fingerprint)| OnDisk { path, fingerprint });
        let (title, position) = (entry.title.clone(), entry.position.clone());
        self.put_away();
        self.document = Some(Document::recovered(decoded.profile, file, title));
        self.go_to_position(position.as_deref());
        // The old journal goes only when the new one is on the disk.
        self.write_journal();
        let written = self.journal.as_ref().is_some_and(|journal| journal.write_now().is_ok());
        if written && let Err(error) = claimed.remove(&*self.fs) {
            log::warn!("{error}");
        }
        if let Some(path) = self.document.as_ref().and_then(Document::path).map(std::path::Path::to_path_buf) {
            self.take_lock(&path);
        }
        self.look_for_orphans();
    }

    fn go_to_position(&mut self, position: Option<&str>) {
        let Some(audit) = self.audit().cloned() else { return };
        let all = questions(&self.instrument, &audit);
        let wanted = position.and_then(|p| all.into_iter().find(|q| q.to_string() == p));
        if wanted.is_some() {
            self.position = wanted;
        }
        if audit.finished.is_some() && self.position.is_none() {
            self.screen = Screen::Result;
        } else {
            self.enter_audit();
        }
    }

    fn discard_orphan(&mut self, index: usize) {
        if let Some(orphan) = self.orphans.get(index) {
            match orphan.claim(&*self.fs).map(|claimed| claimed.map(|c| c.remove(&*self.fs))) {
                Ok(None | Some(Ok(()))) => {}
                Ok(Some(Err(error))) | Err(error) => {
                    let message = message::no_recovery(&error);
                    self.tell(message);
                }
            }
        }
        self.look_for_orphans();
    }

    // ---- settings ----

    fn set(&mut self, ctx: &Context, change: impl FnOnce(&mut storage::Settings)) {
        change(&mut self.settings);
        self.apply_settings(ctx);
        let Some(folders) = &self.folders else { return };
        if let Err(error) = self.settings.save(&*self.fs, &folders.settings_file()) {
            let message = message::settings_not_saved(&error);
            self.tell(message);
        }
    }

    fn step_text(&mut self, ctx: &Context, step: isize) {
        let steps = TextSize::STEPS;
        let here = steps.iter().position(|s| *s == self.settings.text_size.percent()).unwrap_or(0);
        let there = here.saturating_add_signed(step).min(steps.len() - 1);
        self.set(ctx, |s| s.text_size = TextSize::nearest(steps[there]));
    }

    fn delete(&mut self, ctx: &Context, kept: Kept) {
        let Some(folders) = self.folders.clone() else { return };
        let deleted = match kept {
            Kept::Recovery => folders.delete_recovery(&*self.fs),
            Kept::Backups => folders.delete_backups(&*self.fs),
            Kept::Settings => {
                let deleted = folders.delete_settings(&*self.fs);
                self.settings = storage::Settings::default();
                self.recent = storage::RecentFiles::default();
                self.apply_settings(ctx);
                deleted
            }
        };
        match deleted.problems.first() {
            Some(error) => {
                let message = message::not_deleted(error);
                self.tell(message);
            }
            None => self.toasts.say(t!("deleted")),
        }
        self.look_for_orphans();
        self.measure_usage();
    }
}

const fn verdict_id(verdict: scoring::Verdict) -> &'static str {
    match verdict {
        scoring::Verdict::LeansToManagement => "leans-to-management",
        scoring::Verdict::LeansToLeadership => "leans-to-leadership",
        scoring::Verdict::CannotTell => "cannot-tell",
    }
}

/// The audit that a set-up asks for. A later audit keeps the order of the one before, so that the context is the same.
fn audit_of(instrument: &Instrument, profile: &Profile, new: &NewAudit, now: jiff::Timestamp) -> Audit {
    let id = uuid::Uuid::new_v4();
    let [a, b, c, d, ..] = *id.as_bytes();
    let seed = profile.latest().map_or_else(|| u32::from_be_bytes([a, b, c, d]), |audit| audit.seed);
    Audit {
        id: id.to_string().into(),
        parts: new.parts.iter().copied().chain([Part::Behaviour]).collect(),
        started: now,
        role: new.role.trim().to_owned(),
        seed,
        order: item_order(instrument, new.form, seed),
        ..Audit::blank(instrument.reference(), new.form)
    }
}

/// The question that an edit answered.
fn question_of(edit: &Edit) -> Option<Question> {
    let Edit::Audit(_, edit) = edit else { return None };
    Some(match edit {
        AuditEdit::SetAnswer(item, ..) => Question::Item(item.clone()),
        AuditEdit::SetSituation(id, _) => Question::Situation(id.clone()),
        AuditEdit::SetNeed(id, _) | AuditEdit::SetDose(id, _) => Question::Role(id.clone()),
        AuditEdit::SetEnergy(id, _) => Question::Energy(id.clone()),
        AuditEdit::SetSign(id, _) => Question::Sign(id.clone()),
        AuditEdit::SetRole(_) | AuditEdit::SetParts(_) | AuditEdit::SetForm(..) | AuditEdit::Finish(_) => return None,
    })
}

/// The name of a step of undo, for instance "answer to question 12".
pub(super) fn edit_label(instrument: &Instrument, profile: &Profile, edit: &Edit) -> String {
    if let (Some(question), Edit::Audit(id, _)) = (question_of(edit), edit)
        && let Some(audit) = profile.audit(id)
    {
        let part = crate::instrument::part_questions(instrument, audit, question.part());
        let number = part.iter().position(|q| *q == question).map_or(0, |i| i + 1);
        return t!("edit-answer", number = number, part = part_name(question.part()));
    }
    match edit {
        Edit::SetPerson(_) => t!("edit-person"),
        Edit::StartAudit(_) => t!("edit-start"),
        Edit::DeleteAudit(_) => t!("edit-delete"),
        Edit::Audit(_, AuditEdit::SetRole(_)) => t!("edit-role"),
        Edit::Audit(_, AuditEdit::Finish(_)) => t!("edit-finish"),
        Edit::Audit(..) => t!("edit-parts"),
    }
}

/// The name of a part.
pub(super) fn part_name(part: Part) -> String {
    match part {
        Part::Behaviour => t!("part-behaviour"),
        Part::Situations => t!("part-situations"),
        Part::Role => t!("part-role"),
        Part::Energy => t!("part-energy"),
        Part::Signs => t!("part-signs"),
    }
}

/// Where a journal stopped, in words: "question 17 of 40 in Behaviour".
pub(super) fn place_of(instrument: &Instrument, entry: &Entry) -> String {
    let place = || {
        let decoded = format::open(&entry.document).ok()?;
        let audit = decoded.profile.latest()?.clone();
        let position = entry.position.as_deref()?;
        let question = questions(instrument, &audit).into_iter().find(|q| q.to_string() == position)?;
        let part = crate::instrument::part_questions(instrument, &audit, question.part());
        let number = part.iter().position(|q| *q == question)? + 1;
        Some(t!("place", number = number, of = part.len(), part = part_name(question.part())))
    };
    place().unwrap_or_default()
}
