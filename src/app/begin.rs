//! What is done once, before the first frame: our own folders, settings, and the journals of dead windows.

use egui::Context;

use super::App;
use super::dialogs::Dialog;
use super::journal::write_when_it_dies;
use super::work::file::look_at_recent;
use super::work::resume;
use crate::storage::{Bell, RecentFiles, RecoveryWriter, Settings};
use crate::{message, storage, t};

impl App {
    /// Called once, before the first frame: our own folders, settings, journals of dead windows, the text of a crash. With `guard`, the
    /// journal is written when the process dies, as far as that is possible.
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
            log::warn!("{warning:?}");
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
                    write_when_it_dies(&folders, &journal);
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
            look_at_recent(&*fs, &folders, &recent)
        };
        self.start("recent", look, |app, _, recent| app.recent.looked(recent));
        self.measure_usage();
    }
}
