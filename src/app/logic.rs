//! What happens between frames, also while the window is hidden: finished tasks, a request to close, dropped files, a look at
//! the open file now and then, the journal.

use std::time::Instant;

use eframe::Frame;
use eframe::egui::{Context, Theme, ThemePreference, UserAttentionType, ViewportCommand};

use super::command::{Command, ThemeChoice};
use super::dialogs::Dialog;
use super::tasks::{Done, Purpose};
use super::view::Resume;
use super::{App, files};
use crate::document::Document;
use crate::message::UserMessage;
use crate::storage::{Bell, Change, Entry, Orphan, RecentFiles, RecoveryWriter, Ring, Settings, Status, Watch};
use crate::{message, storage, t};

/// What is remembered from one frame to the next.
#[derive(Debug)]
pub struct Clock {
    started: Instant,
    bench: String,
    focused: bool,
    title: String,
    /// The problem with the journal that was told last.
    problem: String,
}

impl Default for Clock {
    fn default() -> Self {
        let bench = std::env::var("EVENKEEL_BENCH").unwrap_or_default();
        Self { started: Instant::now(), bench, focused: true, title: String::new(), problem: String::new() }
    }
}

impl Clock {
    /// With `EVENKEEL_BENCH=first-frame` says how long the start took and ends, with `frames` says each frame.
    pub fn frame(&self, ctx: &Context) {
        match self.bench.as_str() {
            // The first frame is on screen when the second one begins.
            "first-frame" if ctx.cumulative_frame_nr() == 0 => ctx.request_repaint(),
            "first-frame" if ctx.cumulative_frame_nr() == 1 => {
                eprintln!("first frame: {:.1} ms", self.started.elapsed().as_secs_f64() * 1e3);
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            "frames" => eprintln!("frame"),
            _ => {}
        }
    }
}

impl App {
    /// Once, before the first frame: our own folders, settings, journals of dead windows, the text of a crash. With `guard`
    /// the journal is written when the process dies, as far as it can be.
    pub(super) fn begin(&mut self, ctx: &Context, guard: bool) {
        let Some(folders) = self.folders.clone() else {
            self.toasts.say(t!("no-folders"));
            return;
        };
        if let Err(error) = folders.create(&*self.fs) {
            self.tell(message::no_own_folders(&error));
        }
        let (settings, warnings) = Settings::load(&*self.fs, &folders.settings_file());
        let (recent, more) = RecentFiles::load(&*self.fs, &folders.recent_file());
        for warning in warnings.iter().chain(&more) {
            log::warn!("{warning}");
        }
        self.settings = settings;
        self.recent = recent;
        self.apply_settings(ctx);
        self.look_for_orphans();
        let wake = ctx.clone();
        match RecoveryWriter::start(self.fs.clone(), &folders, move || wake.request_repaint()) {
            Ok(journal) => {
                if guard {
                    guard_journal(&folders, &journal);
                }
                self.journal = Some(journal);
            }
            Err(error) => self.tell(message::no_recovery(&error)),
        }
        if guard {
            let reply = self.tasks.reply();
            match Bell::hang(&folders, move |ring| reply.send(Done::Rung(ring))) {
                Ok(bell) => self.bell = Some(bell),
                Err(error) => log::warn!("other windows cannot call this one to the front: {error}"),
            }
        }
        if let Some(text) = storage::take_crash_text(&folders.crash_file()) {
            self.dialog = Some(Dialog::crash(text));
        }
        let (fs, recent) = (self.fs.clone(), self.recent.clone());
        self.start("recent", move || {
            folders.print_jobs().tidy(&*fs, std::time::SystemTime::now());
            files::look_at_recent(&*fs, recent)
        });
        self.measure_usage();
    }

    /// Runs a task; when the system has no thread left, the person is told.
    pub(super) fn start(&mut self, name: &str, work: impl FnOnce() -> Done + Send + 'static) {
        if let Err(error) = self.tasks.spawn(name, work) {
            self.tasks.busy = None;
            self.tell(message::no_thread(&error));
        }
    }

    /// Shows a message that has to be read.
    pub(super) fn tell(&mut self, message: UserMessage) {
        self.dialog = Some(Dialog::message(message));
    }

    /// How much is kept, for Settings.
    pub(super) fn measure_usage(&mut self) {
        if let Some(folders) = self.folders.clone() {
            let fs = self.fs.clone();
            self.start("usage", move || Done::Usage(folders.usage(&*fs)));
        }
    }

    /// Theme and text size into egui.
    pub(super) fn apply_settings(&self, ctx: &Context) {
        ctx.set_theme(match self.settings.theme {
            ThemeChoice::System => ThemePreference::System,
            ThemeChoice::Light => ThemePreference::Light,
            ThemeChoice::Dark => ThemePreference::Dark,
        });
        ctx.options_mut(|o| o.fallback_theme = Theme::Light);
        ctx.set_zoom_factor(self.settings.text_size.factor());
    }

    /// Reads what dead windows left.
    pub(super) fn look_for_orphans(&mut self) {
        let Some(folders) = &self.folders else { return };
        match storage::orphans(&*self.fs, folders) {
            Ok(orphans) => self.orphans = orphans,
            Err(error) => log::warn!("{error}"),
        }
        self.resume = self.orphans.iter().map(|o| self.resume_of(o)).collect();
    }

    fn resume_of(&self, orphan: &Orphan) -> Resume {
        let at = orphan.modified.and_then(|t| jiff::Timestamp::try_from(t).ok());
        match &orphan.content {
            Ok(entry) => Resume {
                title: entry.title.clone(),
                at: Some(entry.saved_at),
                place: super::run::place_of(&self.instrument, entry),
                damage: None,
                journal: orphan.journal.clone(),
            },
            Err(damage) => Resume {
                title: String::new(),
                at,
                place: String::new(),
                damage: Some(damage.to_string()),
                journal: orphan.journal.clone(),
            },
        }
    }

    /// Between frames.
    pub(super) fn step(&mut self, ctx: &Context, frame: &Frame) {
        for done in self.tasks.ended() {
            self.ended(ctx, frame, done);
        }
        self.dropped(ctx, frame);
        self.close_request(ctx);
        self.watch(ctx);
        if let Some(Status::Failed(problem)) = self.journal.as_ref().map(RecoveryWriter::status)
            && !self.clock_warned(&problem.to_string())
        {
            self.tell(message::journal_failed(&problem.to_string()));
        }
        self.title(ctx);
    }

    /// Where a window may not push itself forward, the system shows that it has something to say.
    fn come_to_the_front(ctx: &Context, ring: Ring) {
        ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
        ctx.send_viewport_cmd(ViewportCommand::Focus);
        ctx.send_viewport_cmd(ViewportCommand::RequestUserAttention(UserAttentionType::Informational));
        ring.answer();
    }

    /// Asks before unsaved work is lost, also when the window is minimised.
    fn close_request(&mut self, ctx: &Context) {
        if !ctx.input(|i| i.viewport().close_requested()) {
            return;
        }
        let unsaved = self.document.as_ref().is_some_and(Document::is_unsaved);
        if unsaved && !self.leaving {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
            ctx.send_viewport_cmd(ViewportCommand::RequestUserAttention(UserAttentionType::Informational));
            self.dialog = Some(Dialog::unsaved(Command::Quit));
            ctx.request_repaint();
        } else if let Some(journal) = &self.journal {
            journal.discard();
        }
    }

    fn dropped(&mut self, ctx: &Context, frame: &Frame) {
        let first = ctx.input(|i| i.raw.dropped_files.first().map(|f| f.path().to_path_buf()));
        if let Some(path) = first {
            self.run(ctx, Some(frame), Command::OpenPath(path));
        }
    }

    /// Looks whether another program changed the open file, each time the window comes to the front. A save looks again, so
    /// that an idle window need not wake for it.
    fn watch(&mut self, ctx: &Context) {
        let focused = ctx.input(|i| i.focused);
        let came = focused && !self.clock.focused;
        self.clock.focused = focused;
        if !came || self.tasks.busy.is_some() || self.dialog.is_some() {
            return;
        }
        if let Some(file) = self.document.as_ref().and_then(|d| d.file.clone()) {
            let (fs, watch) = (self.fs.clone(), Watch::new(file.path, file.fingerprint));
            self.start("look", move || files::look(&*fs, watch));
        }
    }

    fn ended(&mut self, ctx: &Context, frame: &Frame, done: Done) {
        match done {
            Done::Picked(_, None) => self.after_save = None,
            Done::Picked(Purpose::Open, Some(path)) => self.run(ctx, Some(frame), Command::OpenPath(path)),
            Done::Picked(Purpose::SaveAs, Some(path)) => self.save_as(path),
            Done::Picked(Purpose::Export, Some(path)) => self.export_to(path),
            Done::Picked(Purpose::SavePdf, Some(path)) => self.save_pdf(path),
            Done::Picked(Purpose::Template, Some(path)) => self.use_template(path),
            Done::Picked(Purpose::Chart(_), Some(path)) => self.save_chart(path),
            Done::NoDialog(ask) => self.dialog = Some(Dialog::path(ask)),
            Done::Opened(path, how, result) => self.opened(path, how, *result),
            Done::Saved(job, profile, result) => self.saved(ctx, frame, (job, profile), result),
            Done::Looked(Ok(Change::Changed(_))) => self.changed_on_disk(false),
            Done::Looked(Ok(Change::Gone)) => self.changed_on_disk(true),
            Done::Looked(Ok(Change::None)) | Done::Rang(_, true) => {}
            Done::Looked(Err(error)) => log::warn!("{error}"),
            Done::Recent(recent) => self.recent = recent,
            Done::Usage(usage) => self.usage = usage,
            Done::Fitted(fits) => self.explorer.found(*fits),
            Done::LaidOut(round, laid) => self.laid_out(round, laid),
            Done::Painted(laid, page, drawn) => self.painted(ctx, laid, page, drawn),
            Done::Template(template) => self.template_came(template),
            Done::Rung(ring) => Self::come_to_the_front(ctx, ring),
            Done::Rang(path, false) => self.tell(message::window_does_not_come(&path)),
            Done::Exported(path, Ok(())) => self.toasts.say(t!("exported", file = message::file_name(&path))),
            Done::Exported(_, Err(message)) => self.tell(message),
            Done::Printing(progress) => self.print_goes_on(progress),
            Done::Printed(outcome) => self.print_ended(&outcome),
        }
    }

    /// Puts the present state into the journal, or empties it when there is nothing unsaved.
    pub(super) fn write_journal(&self) {
        let (Some(journal), Some(document)) = (&self.journal, &self.document) else { return };
        if !document.is_unsaved() {
            journal.discard();
            return;
        }
        let profile = document.profile().clone();
        let (path, base) = document.file.clone().map(|f| (f.path, f.fingerprint)).unzip();
        let (title, saved_at) = (document.name(), self.system.now());
        let position = self.position.as_ref().map(ToString::to_string);
        journal.submit_with(move || {
            let document = storage::format::encode_unverified(&profile).map_err(|e| e.to_string())?;
            Ok(Entry {
                path: path.clone(),
                base: base.clone(),
                saved_at,
                position: position.clone(),
                title: title.clone(),
                document,
            })
        });
    }

    fn title(&mut self, ctx: &Context) {
        let title = match &self.document {
            Some(document) => {
                let mark = if document.is_unsaved() { "\u{2022} " } else { "" };
                format!("{mark}{} \u{2013} {}", document.name(), t!("app-name"))
            }
            None => t!("app-name"),
        };
        if self.clock.title != title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.clock.title = title;
        }
    }

    /// Whether this problem was told already.
    fn clock_warned(&mut self, problem: &str) -> bool {
        let told = self.clock.problem == problem;
        problem.clone_into(&mut self.clock.problem);
        told
    }
}

/// From now on a panic, and a signal to end, write the journal first.
fn guard_journal(folders: &storage::Folders, journal: &RecoveryWriter) {
    storage::install_panic_hook(folders.crash_file(), Some(journal.emergency()));
    #[cfg(unix)]
    if let Err(error) = storage::write_on_termination(journal.emergency()) {
        log::warn!("signals to end are not noticed: {error}");
    }
}
