//! What happens between frames, also while the window is hidden: finished tasks, a request to close, dropped files, a look at
//! the open file now and then, the journal.

use super::models::Models;
use crate::instrument::Instruments;
use std::time::Instant;

use eframe::Frame;
use eframe::egui::{Context, Theme, ThemePreference, UserAttentionType, ViewportCommand};

use super::command::{Command, FileCommand, ThemeChoice, WindowCommand};
use super::dialogs::Dialog;
use super::tasks::{Job, Moment, Place};
use super::{App, files, resume};
use crate::document::Document;
use crate::message::UserMessage;
use crate::storage::{Bell, DiskError, Entry, FileChange, RecentFiles, RecoveryWriter, Ring, Settings, Watch};
use crate::tracks::Catalogue;
use crate::words::Words;
use crate::{message, storage, t};

/// What is remembered from one frame to the next.
#[derive(Debug)]
pub struct Clock {
    started: Instant,
    bench: String,
    focused: bool,
    title: String,
}

impl Default for Clock {
    fn default() -> Self {
        let bench = std::env::var("EVENKEEL_BENCH").unwrap_or_default();
        Self { started: Instant::now(), bench, focused: true, title: String::new() }
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
            self.toasts.say(t!(self.words, "no-folders"));
            let fs = self.fs.clone();
            let tidy = move || {
                storage::PrintJobs::tidy_elsewhere(&*fs, &std::env::temp_dir(), std::time::SystemTime::now());
            };
            self.start("tidy", tidy, |_, _, ()| {});
            return;
        };
        if let Err(error) = folders.create(&*self.fs) {
            self.tell(message::no_own_folders(&self.words, &error));
        }
        let (settings, warnings) = Settings::load(&*self.fs, &folders.settings_file());
        let (recent, more) = RecentFiles::load(&*self.fs, &folders.recent_file());
        for warning in warnings.iter().chain(&more) {
            log::warn!("{warning}");
        }
        let mut odd = folders.in_the_way(&*self.fs);
        odd.extend(warnings.into_iter().chain(more).filter_map(storage::Warning::unreadable));
        if !odd.is_empty() {
            self.tell(message::in_the_way(&self.words, odd.iter()));
        }
        self.settings = settings;
        self.recent = recent;
        self.apply_settings(ctx);
        let found = resume::find(&self.desk(), &self.instruments, resume::BEFORE_THE_WINDOW);
        let undecided = found.undecided;
        self.found_orphans(found);
        if undecided {
            self.look_for_orphans();
        }
        let wake = ctx.clone();
        match RecoveryWriter::start(self.fs.clone(), &folders, move || wake.request_repaint()) {
            Ok(journal) => {
                if guard {
                    guard_journal(&folders, &journal);
                }
                self.journal = Some(journal);
            }
            Err(error) => self.tell(message::no_recovery(&self.words, &error)),
        }
        if guard {
            let reply = self.tasks.reply(|app: &mut Self, moment, ring| app.rung(moment.ctx, ring));
            match Bell::hang(&folders, move |ring| reply.send(ring)) {
                Ok(bell) => self.bell = Some(bell),
                Err(error) => log::warn!("other windows cannot call this one to the front: {error}"),
            }
        }
        if let Some(text) = storage::take_crash_text(&folders.crash_file()) {
            self.dialogs.tell(Dialog::crash(&self.words, text));
        }
        let (fs, recent) = (self.fs.clone(), self.recent.clone());
        let look = move || {
            folders.print_jobs().tidy(&*fs, std::time::SystemTime::now());
            files::look_at_recent(&*fs, &folders, &recent)
        };
        self.start("recent", look, |app, _, recent| app.recent.looked(recent));
        self.measure_usage();
    }

    /// Runs something beside the window, and then does something with the result; when the system has no thread left, the person
    /// is told.
    pub(super) fn start<T: Send + 'static>(
        &mut self,
        name: &str,
        work: impl FnOnce() -> T + Send + 'static,
        then: impl FnOnce(&mut Self, Moment<'_>, T) + Send + 'static,
    ) {
        self.start_job(Job { name, place: Place::Aside }, work, then, Self::crashed);
    }

    /// The same for something that has a place of its own among what is under way, and for which there may be something else to do
    /// when it crashes.
    pub(super) fn start_job<T: Send + 'static>(
        &mut self,
        job: Job<'_>,
        work: impl FnOnce() -> T + Send + 'static,
        then: impl FnOnce(&mut Self, Moment<'_>, T) + Send + 'static,
        crashed: impl FnOnce(&mut Self, Moment<'_>) + Send + 'static,
    ) {
        let place = job.place.clone();
        if let Err(error) = self.tasks.spawn(job, work, then, crashed) {
            self.tasks.leave(&place);
            self.tell(message::no_thread(&self.words, &error));
        }
    }

    /// A thread crashed: what it was to do has not happened.
    pub(super) fn crashed(&mut self, _: Moment<'_>) {
        self.tell(message::crashed(&self.words));
    }

    /// Shows a message that has to be read, after those that are shown already.
    pub(super) fn tell(&mut self, message: UserMessage) {
        self.dialogs.tell(Dialog::message(&self.words, message));
    }

    /// How much is kept, for Settings.
    pub(super) fn measure_usage(&mut self) {
        if let Some(folders) = self.folders.clone() {
            let fs = self.fs.clone();
            self.start("usage", move || folders.usage(&*fs), |app, _, usage| app.usage = usage);
        }
    }

    /// The language of the window, with all that is asked and told of roles.
    fn speak(&mut self, words: Words) {
        if words == self.words {
            return;
        }
        let language = words.language();
        match (Instruments::built_in(&language), Catalogue::in_language(&language)) {
            (Ok(instruments), Ok(catalogue)) => {
                (self.words, self.instruments) = (words, instruments);
                self.explorer.speak(catalogue);
                self.models = Models::new(&self.words, self.instruments.newest());
                // What is said of them is in the language before.
                if !self.orphans.is_empty() {
                    self.look_for_orphans();
                }
            }
            (Err(error), _) => log::error!("the questions in {language} cannot be used: {error}"),
            (_, Err(error)) => log::error!("the roles in {language} cannot be used: {error}"),
        }
    }

    /// The language, and theme and text size into egui.
    pub(super) fn apply_settings(&mut self, ctx: &Context) {
        self.speak(self.system.words().chosen(self.settings.language.as_deref().unwrap_or_default()));
        ctx.set_theme(match self.settings.theme {
            ThemeChoice::System => ThemePreference::System,
            ThemeChoice::Light => ThemePreference::Light,
            ThemeChoice::Dark => ThemePreference::Dark,
        });
        ctx.options_mut(|o| o.fallback_theme = Theme::Light);
        ctx.set_zoom_factor(self.settings.text_size.factor());
    }

    /// Between frames.
    pub(super) fn step(&mut self, ctx: &Context, frame: &Frame) {
        for sent in self.tasks.came() {
            let (counts, follow) = self.tasks.take(sent);
            follow(self, Moment { ctx, frame, counts });
        }
        self.dropped(ctx, frame);
        self.close_request(ctx);
        self.watch(ctx);
        self.title(ctx);
    }

    /// Another window wants this one to come to the front. Only for its own file: by the time that somebody rings, this window may
    /// have another one. Where a window may not push itself forward, the system shows that it has something to say.
    fn rung(&self, ctx: &Context, ring: Ring) {
        if self.lock.as_ref().is_none_or(|lock| lock.mark() != ring.mark()) {
            return;
        }
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
            self.dialogs.ask(Dialog::unsaved(&self.words, Command::Window(WindowCommand::Quit)));
            ctx.request_repaint();
        } else if let Some(journal) = &self.journal {
            journal.discard();
        }
    }

    fn dropped(&mut self, ctx: &Context, frame: &Frame) {
        let first = ctx.input(|i| i.raw.dropped_files.first().map(|f| f.path().to_path_buf()));
        if let Some(path) = first {
            self.run(ctx, Some(frame), Command::File(FileCommand::OpenPath(path)));
        }
    }

    /// Looks whether another program changed the open file, each time the window comes to the front. A save looks again, so
    /// that an idle window need not wake for it.
    fn watch(&mut self, ctx: &Context) {
        let focused = ctx.input(|i| i.focused);
        let came = focused && !self.clock.focused;
        self.clock.focused = focused;
        if let Some(folders) = self.folders.clone().filter(|_| came) {
            // Another window may have opened something, or taken something off the list.
            let (fs, recent) = (self.fs.clone(), self.recent.clone());
            let look = move || files::look_at_recent(&*fs, &folders, &recent);
            self.start("recent", look, |app, _, recent| app.recent.looked(recent));
        }
        if !came || self.tasks.busy().is_some() || self.dialogs.any() {
            return;
        }
        if let Some(file) = self.document.as_ref().and_then(|d| d.file.clone()) {
            let (fs, ours) = (self.fs.clone(), file.or);
            let watch = Watch::new(file.path, file.fingerprint);
            self.start("look", move || files::look(&*fs, watch, ours.as_ref()), |app, _, looked| app.looked(looked));
        }
    }

    /// The open file was looked at.
    fn looked(&mut self, looked: Result<FileChange, DiskError>) {
        match looked {
            Ok(FileChange::Changed(_)) => self.changed_on_disk(false, None),
            Ok(FileChange::Gone) => self.changed_on_disk(true, None),
            Ok(FileChange::None) => {}
            Err(error) => log::warn!("{error}"),
        }
    }

    /// Puts the present state into the journal, or empties it when there is nothing unsaved.
    pub(super) fn write_journal(&mut self) {
        let (Some(journal), Some(document)) = (&self.journal, &self.document) else { return };
        if !document.is_unsaved() {
            journal.discard();
            return;
        }
        let (now, profile) = (document.profile().clone(), document.profile().clone());
        let (path, base) = document.file.clone().map(|f| (f.path, f.fingerprint)).unzip();
        let (title, saved_at) = (document.name(), self.system.now());
        let position = self.position.as_ref().map(ToString::to_string);
        let number = journal.submit_with(move || {
            let document = storage::format::encode_unverified(&profile).map_err(|e| e.to_string())?;
            Ok(Entry {
                path: path.clone(),
                base: base.clone(),
                saved_at,
                position: position.clone(),
                title: title.clone(),
                document,
                change: 0,
                saving: None,
            })
        });
        self.ledger.note(&now, number, journal);
    }

    fn title(&mut self, ctx: &Context) {
        let title = match &self.document {
            Some(document) => {
                let mark = if document.is_unsaved() { "\u{2022} " } else { "" };
                format!("{mark}{} \u{2013} {}", document.shown_name(), t!(self.words, "app-name"))
            }
            None => t!(self.words, "app-name"),
        };
        if self.clock.title != title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.clock.title = title;
        }
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
