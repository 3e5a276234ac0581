//! Commands on the person's settings, and on the files that Evenkeel keeps.

use std::sync::Arc;

use egui::{Context, ThemePreference};

use crate::actions::ActionLibrary;
use crate::app::App;
use crate::app::command::{Kept, SettingsCommand, ThemeChoice};
use crate::app::dialogs::Dialog;
use crate::app::models::Models;
use crate::app::tasks::Moment;
use crate::instrument::Instruments;
use crate::storage::{self, Deleted, DiskError, TextSize};
use crate::tracks::Catalogue;
use crate::tracks::trials::TrialLibrary;
use crate::words::Words;
use crate::{message, t};

impl App {
    pub(super) fn run_settings(&mut self, ctx: &Context, command: SettingsCommand) {
        match command {
            SettingsCommand::Theme(theme) => self.set(ctx, move |s| s.theme = theme),
            SettingsCommand::TextSize(percent) => self.set(ctx, move |s| s.text_size = TextSize::nearest(percent)),
            SettingsCommand::Larger => self.step_text(ctx, 1),
            SettingsCommand::Smaller => self.step_text(ctx, -1),
            SettingsCommand::Confidence(confidence) => self.set(ctx, move |s| s.confidence = confidence),
            SettingsCommand::QuestionsStay(stay) => self.set(ctx, move |s| s.questions_stay = stay),
            SettingsCommand::Language(language) => self.set(ctx, move |s| s.language.clone_from(&language)),
            SettingsCommand::AskDelete(kept) => self.dialogs.ask(Dialog::delete(&self.words, kept)),
            SettingsCommand::Delete(kept) => self.delete(ctx, kept),
        }
    }

    /// Changes a setting here and in the file. If the file cannot be written, the person is told once, not for each further change.
    pub(super) fn set(&mut self, ctx: &Context, change: impl Fn(&mut storage::Settings) + Send + 'static) {
        change(&mut self.settings);
        self.apply_settings(ctx);
        let (Some(folders), Some(errands)) = (&self.folders, &self.errands) else { return };
        let (fs, file, reply) =
            (Arc::clone(&self.fs), folders.settings_file(), self.tasks.reply(Self::settings_changed));
        errands.run(move || {
            let changed = storage::Settings::change(&*fs, &file, change);
            reply.send(changed.err());
        });
    }

    /// A setting was written to the file, or could not be.
    fn settings_changed(&mut self, _: Moment<'_>, problem: Option<DiskError>) {
        match problem {
            None => self.settings_told = false,
            Some(_) if self.settings_told => {}
            Some(error) => {
                self.settings_told = true;
                self.tell(message::settings_not_saved(&self.words, &error));
            }
        }
    }

    pub(super) fn step_text(&mut self, ctx: &Context, step: isize) {
        let steps = TextSize::STEPS;
        let here = steps.iter().position(|s| *s == self.settings.text_size.percent()).unwrap_or(0);
        let there = here.saturating_add_signed(step).min(steps.len() - 1);
        self.set(ctx, move |s| s.text_size = TextSize::nearest(steps[there]));
    }

    pub(super) fn delete(&mut self, ctx: &Context, kept: Kept) {
        let Some(folders) = self.folders.clone() else { return };
        let fs = Arc::clone(&self.fs);
        if kept == Kept::Settings {
            self.settings = storage::Settings::default();
            self.recent.renew(storage::RecentFiles::default());
            self.apply_settings(ctx);
        }
        // After all waiting writes, which would otherwise create the files again.
        let (reply, Some(errands)) =
            (self.tasks.reply(|app: &mut Self, _, deleted| app.deleted(&deleted)), &self.errands)
        else {
            return;
        };
        errands.run(move || {
            let deleted = match kept {
                Kept::Recovery => folders.delete_recovery(&*fs),
                Kept::Backups => folders.delete_backups(&*fs),
                Kept::Prints => folders.delete_prints(&*fs),
                Kept::Settings => folders.delete_settings(&*fs),
            };
            reply.send(deleted);
        });
    }

    fn deleted(&mut self, deleted: &Deleted) {
        match deleted.problems.first() {
            Some(error) => {
                let message = message::not_deleted(&self.words, error);
                self.tell(message);
            }
            None => self.toasts.say(t!(self.words, "deleted")),
        }
        self.look_for_orphans();
        self.measure_usage();
    }

    /// Finds out how much is kept, for Settings.
    pub(in crate::app) fn measure_usage(&mut self) {
        if let Some(folders) = self.folders.clone() {
            let fs = self.fs.clone();
            self.start("usage", move || folders.usage(&*fs), |app, _, usage| app.usage = usage);
        }
    }

    /// Applies the language, and gives theme and text size to egui.
    pub(in crate::app) fn apply_settings(&mut self, ctx: &Context) {
        self.speak(self.system.words().chosen(self.settings.language.as_deref().unwrap_or_default()));
        ctx.set_theme(match self.settings.theme {
            ThemeChoice::System => ThemePreference::System,
            ThemeChoice::Light => ThemePreference::Light,
            ThemeChoice::Dark => ThemePreference::Dark,
        });
        ctx.set_zoom_factor(self.settings.text_size.factor());
        self.ask_desktop();
    }

    /// Asks the desktop whether it is light or dark, where the window is as the desktop is.
    pub(in crate::app) fn ask_desktop(&self) {
        if self.settings.theme == ThemeChoice::System {
            self.system.desktop_theme(self.tasks.reply(|_: &mut Self, moment, theme| {
                moment.ctx.options_mut(|o| o.fallback_theme = theme);
            }));
        }
    }

    /// Sets the language of the window, including the texts of the instrument and the roles.
    fn speak(&mut self, words: Words) {
        if words == self.words {
            return;
        }
        let language = words.language();
        let (actions, trials) = (ActionLibrary::in_language(&language), TrialLibrary::in_language(&language));
        match (Instruments::built_in(&language), Catalogue::in_language(&language), actions, trials) {
            (Ok(instruments), Ok(catalogue), Ok(actions), Ok(trials)) => {
                (self.words, self.instruments) = (words, instruments);
                self.explorer.speak(catalogue);
                (self.actions, self.trials) = (actions, trials);
                self.models = Models::new(&self.words, self.instruments.newest());
                // The messages about it are still in the previous language.
                if !self.orphans.is_empty() {
                    self.look_for_orphans();
                }
            }
            (Err(error), ..) => log::error!("the questions in {language} cannot be used: {error}"),
            (_, Err(error), ..) => log::error!("the roles in {language} cannot be used: {error}"),
            (_, _, Err(error), _) => log::error!("the exercises in {language} cannot be used: {error}"),
            (.., Err(error)) => log::error!("the trials in {language} cannot be used: {error}"),
        }
    }
}
