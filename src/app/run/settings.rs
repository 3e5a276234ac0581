//! Commands on what the person chose, and on what is kept.

use eframe::egui::Context;

use crate::app::App;
use crate::app::command::Kept;
use crate::storage::{self, TextSize};
use crate::{message, t};

impl App {
    pub(super) fn set(&mut self, ctx: &Context, change: impl FnOnce(&mut storage::Settings)) {
        change(&mut self.settings);
        self.apply_settings(ctx);
        let Some(folders) = &self.folders else { return };
        if let Err(error) = self.settings.save(&*self.fs, &folders.settings_file()) {
            let message = message::settings_not_saved(&error);
            self.tell(message);
        }
    }

    pub(super) fn step_text(&mut self, ctx: &Context, step: isize) {
        let steps = TextSize::STEPS;
        let here = steps.iter().position(|s| *s == self.settings.text_size.percent()).unwrap_or(0);
        let there = here.saturating_add_signed(step).min(steps.len() - 1);
        self.set(ctx, |s| s.text_size = TextSize::nearest(steps[there]));
    }

    pub(super) fn delete(&mut self, ctx: &Context, kept: Kept) {
        let Some(folders) = self.folders.clone() else { return };
        let deleted = match kept {
            Kept::Recovery => folders.delete_recovery(&*self.fs),
            Kept::Backups => folders.delete_backups(&*self.fs),
            Kept::Prints => folders.delete_prints(&*self.fs),
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
