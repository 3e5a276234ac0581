//! What happens between frames, also while the window is hidden: results of jobs, a request to close, dropped files, and checks
//! whether the open file has changed.

use std::time::Instant;

use eframe::Frame;
use egui::{Context, SystemTheme, Theme, UserAttentionType, ViewportCommand};

use super::App;
use super::command::{Command, FileCommand, WindowCommand};
use super::dialogs::Dialog;
use super::tasks::Moment;
use super::work::file::{look, look_at_recent};
use crate::document::Document;
use crate::storage::{DiskError, FileChange, Ring, Watch};
use crate::t;

/// What is remembered from one frame to the next.
#[derive(Debug)]
pub struct Clock {
    started: Instant,
    bench: String,
    focused: bool,
    title: String,
    /// Of the title bar.
    theme: Option<Theme>,
}

impl Default for Clock {
    fn default() -> Self {
        let bench = std::env::var("EVENKEEL_BENCH").unwrap_or_default();
        Self { started: Instant::now(), bench, focused: true, title: String::new(), theme: None }
    }
}

impl Clock {
    /// With `EVENKEEL_BENCH=first-frame`, prints how long the start took and ends; with `frames`, prints a line for each frame.
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
    /// Called between frames.
    pub(super) fn step(&mut self, ctx: &Context, frame: &Frame) {
        for sent in self.tasks.came() {
            let (counts, follow) = self.tasks.take(sent);
            follow(self, Moment { ctx, frame, counts });
        }
        self.dropped(ctx, frame);
        self.close_request(ctx);
        self.watch(ctx);
        self.title(ctx);
        self.title_bar(ctx);
    }

    /// Another window wants this one to come to the front. This is done only if it still has that file: by the time somebody rings, it
    /// may have another one. Where the system does not let windows raise themselves, it marks the window as wanting attention.
    pub(super) fn rung(&self, ctx: &Context, ring: Ring) {
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
            self.dialogs.ask_now(Dialog::unsaved(&self.words, Command::Window(WindowCommand::Quit)));
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

    /// Checks whether another program changed the open file, each time the window comes to the front. A save checks again, so an idle
    /// window need not wake up for it.
    fn watch(&mut self, ctx: &Context) {
        let focused = ctx.input(|i| i.focused);
        let came = focused && !self.clock.focused;
        self.clock.focused = focused;
        if came {
            self.ask_desktop();
        }
        if let Some(folders) = self.folders.clone().filter(|_| came) {
            // Another window may have changed the list.
            let (fs, recent) = (self.fs.clone(), self.recent.clone());
            let again = move || look_at_recent(&*fs, &folders, &recent);
            self.start("recent", again, |app, _, recent| app.recent.looked(recent));
        }
        if !came || self.tasks.busy().is_some() || self.dialogs.any() {
            return;
        }
        if let Some(file) = self.document.as_ref().and_then(|d| d.file.clone()) {
            let (fs, ours) = (self.fs.clone(), file.or);
            let watch = Watch::new(file.path, file.fingerprint);
            self.start("look", move || look(&*fs, watch, ours.as_ref()), |app, _, looked| app.looked(looked));
        }
    }

    /// The check of the open file has a result.
    fn looked(&mut self, looked: Result<FileChange, DiskError>) {
        match looked {
            Ok(FileChange::Changed(_)) => self.changed_on_disk(false, None),
            Ok(FileChange::Gone) => self.changed_on_disk(true, None),
            Ok(FileChange::None) => {}
            Err(error) => log::warn!("{error:?}"),
        }
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

    /// Makes the title bar light or dark as the window is. On Linux only: elsewhere the system tells the window, and stops doing so
    /// once it was told.
    fn title_bar(&mut self, ctx: &Context) {
        let theme = Some(ctx.theme()).filter(|_| cfg!(target_os = "linux"));
        if self.clock.theme != theme {
            self.clock.theme = theme;
            ctx.send_viewport_cmd(ViewportCommand::SetTheme(match ctx.theme() {
                Theme::Light => SystemTheme::Light,
                Theme::Dark => SystemTheme::Dark,
            }));
        }
    }
}
