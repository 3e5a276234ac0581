//! The window. [`App`] holds what is open; screens read it through `View` and push [`Command`]s; `run` is the only place
//! where commands act, `work` is what threads do, and `between` what happens between frames.

mod ask;
mod begin;
mod between;
pub mod command;
mod current;
mod dialogs;
mod errands;
mod examples;
pub mod explorer;
mod jobs;
mod journal;
mod keeping;
mod keys;
mod models;
mod offer;
mod order;
mod phrases;
mod preview;
mod run;
mod screens;
mod start;
pub mod system;
mod tasks;
pub mod theme;
mod toast;
mod unheard;
mod view;
mod visual_order;
mod widgets;
mod work;

use std::path::PathBuf;
use std::sync::Arc;

use egui::{self, CentralPanel, Context, Theme, Ui};

pub use command::{
    AuditCommand, ChartCommand, Command, FileCommand, GuidePage, HistoryCommand, NewAudit, PlanCommand, PrintCommand,
    ReportCommand, ResumeCommand, RoleCommand, SaveCommand, Screen, SettingsCommand, WindowCommand,
};
use current::Current;
use dialogs::Dialogs;
use errands::Errands;
use explorer::Explorer;
use models::Models;
use preview::Preview;
use run::Printing;
pub use start::open_window;
use system::System;
use tasks::Tasks;
use toast::Toasts;
pub use unheard::tell;
use view::{Disk, Home, OwnFiles, View};
use widgets::arrival;
use work::resume::Resume;

use crate::actions::{ActionLibrary, ActionsError};
use crate::data::DataError;
use crate::document::Document;
use crate::instrument::{Instrument, Instruments, Question};
use crate::others::Merged;
use crate::profile::{Audit, AuditId};
use crate::storage::{
    Bell, DocumentLock, FileSystem, Folders, JournalStatus, Orphan, RecentFiles, RecoveryWriter, Settings, Usage,
};
use crate::t;
use crate::tracks::trials::TrialLibrary;
use crate::typeset::Apart;
use crate::words::Words;

/// Everything that a window holds.
pub struct App {
    /// All instruments.
    instruments: Arc<Instruments>,
    /// The audit that the person chose to see. Without a choice, or if it is gone, the newest one is shown.
    chosen_audit: Option<AuditId>,
    /// The audit of one facet whose questions are asked, while that is so. It is shown on the screen of the audit alone.
    asked_alone: Option<AuditId>,
    system: Box<dyn System>,
    fs: Arc<dyn FileSystem>,
    folders: Option<Folders>,
    apart: Apart,
    /// The language of the window.
    words: Words,
    settings: Settings,
    /// Whether the person was told already that settings cannot be saved.
    settings_told: bool,
    recent: RecentFiles,
    usage: Usage,
    document: Option<Document>,
    /// What others see of the person: a file of its own, which is looked at beside the document and never written.
    others: Option<Arc<Merged>>,
    lock: Option<DocumentLock>,
    bell: Option<Bell>,
    journal: Option<RecoveryWriter>,
    /// The last request to the journal.
    ledger: keeping::Ledger,
    orphans: Vec<Arc<Orphan>>,
    resume: Vec<Resume>,
    tasks: Tasks,
    /// The thread that writes our own small files; `None` when the system had no thread for it.
    errands: Option<Errands>,
    screen: Screen,
    /// The question of the audit that is on screen, kept in the journal so that a killed window resumes at it.
    position: Option<Question>,
    screens: screens::States,
    preview: Preview,
    explorer: Explorer,
    /// The exercises.
    actions: Arc<ActionLibrary>,
    /// What can be tried before a role is taken.
    trials: Arc<TrialLibrary>,
    models: Models,
    dialogs: Dialogs,
    printing: Option<Printing>,
    toasts: Toasts,
    commands: Vec<Command>,
    clock: between::Clock,
    leaving: bool,
    /// Counts the documents of this window, so that a late save can be recognised as one of an earlier document.
    document_number: u64,
    /// A save that was asked for while a save to the same file was under way.
    save_again: Option<run::SaveRequest>,
}

/// What a window starts with.
pub struct Start {
    /// The world outside.
    pub system: Box<dyn System>,
    /// The disk.
    pub fs: Arc<dyn FileSystem>,
    /// Where Evenkeel keeps its own files; without them there is no recovery.
    pub folders: Option<Folders>,
    /// The separate process for templates of somebody's own.
    pub apart: Apart,
    /// A file to open.
    pub path: Option<PathBuf>,
    /// Whether a panic, or a signal to end, writes the journal of this window. True for the one window of a process, false for the
    /// many windows of a test.
    pub guard: bool,
}

impl App {
    /// A window at its start.
    ///
    /// # Errors
    /// When the built-in instrument breaks its own rules.
    pub fn new(ctx: &Context, start: Start) -> Result<Self, DataError> {
        theme::install(ctx);
        order::install(ctx);
        visual_order::install(ctx);
        ctx.options_mut(|o| {
            // Until somebody says otherwise, and where nobody does.
            o.fallback_theme = Theme::Light;
            // Who draws the title bar is told what the window looks like, by `between`. Told *as the system*, it might find
            // something else than we do.
            o.sync_window_theme = !cfg!(target_os = "linux");
        });
        let words = start.system.words();
        let language = words.language();
        let instruments = Instruments::built_in(&language)?;
        let mut app = Self {
            models: Models::new(&words, instruments.newest()),
            instruments,
            chosen_audit: None,
            asked_alone: None,
            system: start.system,
            fs: start.fs,
            folders: start.folders,
            apart: start.apart,
            words,
            settings: Settings::default(),
            settings_told: false,
            recent: RecentFiles::default(),
            usage: Usage::default(),
            document: None,
            others: None,
            lock: None,
            bell: None,
            journal: None,
            ledger: keeping::Ledger::default(),
            orphans: Vec::new(),
            resume: Vec::new(),
            tasks: Tasks::new(ctx),
            errands: Errands::new().ok(),
            screen: Screen::Home,
            position: None,
            screens: screens::States::default(),
            preview: Preview::default(),
            explorer: Explorer::new(&language)?,
            actions: ActionLibrary::in_language(&language).map_err(|ActionsError(error)| error)?,
            trials: TrialLibrary::in_language(&language)?,
            dialogs: Dialogs::default(),
            printing: None,
            toasts: Toasts::default(),
            commands: Vec::new(),
            clock: between::Clock::default(),
            leaving: false,
            document_number: 0,
            save_again: None,
        };
        app.begin(ctx, start.guard);
        if let Some(path) = start.path {
            app.run(ctx, None, Command::File(FileCommand::OpenPath(path)));
        }
        Ok(app)
    }

    /// Whether a command can be used now, for tests.
    pub fn can(&self, command: &Command) -> bool {
        command.is_possible(&self.command_context())
    }

    /// The profile, the audit and the instrument that screens show.
    fn current(&self) -> Current {
        let profile = self.document.as_ref().map(Document::profile);
        Current::new(&self.instruments, profile, self.chosen_audit.as_ref()).beside(self.others.as_ref())
    }

    /// The same, with the audit whose questions are on screen: that may be one of a single facet.
    fn on_screen(&self) -> Current {
        match self.asked_alone.as_ref().filter(|_| self.screen == Screen::Audit) {
            Some(alone) => self.current().asking(alone),
            None => self.current(),
        }
    }

    /// The audit that screens show; never one of a single facet.
    fn audit(&self) -> Option<Arc<Audit>> {
        self.current().audit
    }

    /// The audit whose questions are on screen.
    fn asked_audit(&self) -> Option<Arc<Audit>> {
        self.on_screen().audit
    }

    /// Asks for a command, as a screen would: it acts at the end of the next frame. For tests and benchmarks.
    pub fn ask_for(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// The open document, for tests.
    pub const fn document(&self) -> Option<&Document> {
        self.document.as_ref()
    }

    /// The merged result that is open, for tests.
    pub const fn others(&self) -> Option<&Arc<Merged>> {
        self.others.as_ref()
    }

    /// The screen that is shown, for tests.
    pub const fn screen(&self) -> Screen {
        self.screen
    }

    /// How well roles fit, for tests.
    pub const fn explorer(&self) -> &Explorer {
        &self.explorer
    }

    /// Whether anything is under way off the UI thread, for tests.
    pub fn is_busy(&self) -> bool {
        let journal = self.journal.as_ref().is_some_and(|journal| matches!(journal.status(), JournalStatus::Waiting));
        self.tasks.any() || journal || self.dialogs.wait() || self.errands.as_ref().is_some_and(Errands::any)
    }

    /// Whether the system's print dialog is open, or about to be, for tests.
    pub const fn is_printing(&self) -> bool {
        self.printing.is_some()
    }

    /// The question of the audit that is shown, for tests.
    pub const fn position(&self) -> Option<&Question> {
        self.position.as_ref()
    }

    /// Waits until the journal is on the disk, for tests.
    pub fn write_journal_now(&self) {
        if let Some(journal) = &self.journal
            && let Err(problem) = journal.write_now()
        {
            log::warn!("{problem:?}");
        }
    }

    /// The instrument of the audit that is shown.
    pub fn instrument(&self) -> Arc<Instrument> {
        self.on_screen().instrument
    }

    fn draw(&mut self, ui: &mut Ui) {
        let current = self.on_screen();
        self.models.look_at(&self.words, &current, self.settings.confidence);
        let scores = self.models.scores();
        let keeping = self.ledger.keeping(ui.ctx(), self.document.as_ref(), self.journal.as_ref());
        let notice = keeping::notice(&self.words, ui.ctx(), keeping, self.journal.as_ref(), self.tasks.saving());
        let view = View {
            words: &self.words,
            instrument: &current.instrument,
            document: self.document.as_ref(),
            audit: current.audit.as_deref(),
            scores: scores.as_deref(),
            settings: &self.settings,
            goes_on: !self.settings.questions_stay && !self.system.is_read_aloud(ui.ctx()),
            position: self.position.as_ref(),
            screen: self.screen,
            preview: &self.preview,
            models: &self.models,
            others: current.others.as_ref(),
            explorer: &self.explorer,
            actions: &self.actions,
            trials: &self.trials,
            disk: Disk { busy: self.tasks.busy(), keeping, notice: notice.as_ref() },
            home: Home { recent: self.recent.files(), resume: &self.resume, now: self.system.now() },
            own: OwnFiles { folders: self.folders.as_ref(), usage: self.usage },
        };
        let ctx = ui.ctx().clone();
        let commands = &mut self.commands;
        arrival::begin(&ctx, (self.screen, self.position.is_some()));
        name_window(&ctx, &self.words);
        screens::rail(&view, ui, commands);
        screens::file_bar(&view, ui, commands);
        screens::notice_bar(&view, ui, commands);
        CentralPanel::no_frame().show(ui, |ui| {
            let paper = theme::color(ui, theme::Ink::Paper);
            ui.painter().rect_filled(ui.max_rect(), 0.0, paper);
            screens::ui(&view, &mut self.screens, ui, commands);
        });
        arrival::end(&ctx, !self.dialogs.any());
        self.dialogs.show(&view, ui, commands);
        if self.printing.as_ref().is_some_and(|p| p.waiting) {
            offer::ui(&self.words, ui, &mut self.commands);
        }
        self.toasts.show(ui);
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        self.step(ctx, frame);
        // Also while the window is hidden.
        if self.preview.waiting.is_some() {
            self.refresh_explorer();
            self.refresh_preview(ctx);
            self.hand_out(Some(frame));
        }
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        if !self.dialogs.any() {
            self.commands.extend(pressed(&ctx));
        }
        self.draw(ui);
        for command in std::mem::take(&mut self.commands) {
            self.run(&ctx, Some(frame), command);
        }
        self.refresh_explorer();
        self.refresh_preview(&ctx);
        self.hand_out(Some(frame));
        self.clock.frame(&ctx);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}

/// Names the window for screen readers, which read nothing but its parts otherwise, and says its language.
fn name_window(ctx: &Context, words: &Words) {
    ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| {
        node.set_label(t!(words, "app-name"));
        node.set_language(words.language());
    });
}

/// The commands whose keys were pressed.
fn pressed(ctx: &Context) -> Vec<Command> {
    let typing = ctx.text_edit_focused();
    ctx.input_mut(|input| Command::of_keys(typing, |keys| input.consume_shortcut(keys)))
}
