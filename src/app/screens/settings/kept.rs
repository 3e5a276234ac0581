//! The files that Evenkeel keeps besides the person's own: where, how much, why, and buttons to delete them.

use std::path::Path;

use egui::{Label, Ui};

use super::remark;
use crate::app::command::{Command, Kept, SettingsCommand, WindowCommand};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::{KeptSize, View};
use crate::app::widgets::{self, Button};
use crate::words::Words;
use crate::{foreign, t};

/// Shows all kinds.
pub fn ui(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let Some(folders) = view.own.folders else {
        widgets::note(ui, Icon::Warning, |ui| {
            ui.label(theme::text(ui, Size::Body, Ink::Ink, t!(view.words, "settings-nowhere")));
        });
        return;
    };
    remark(ui, t!(view.words, "settings-kept-below"));
    let usage = view.own.usage;
    for (i, kept) in Kept::ALL.into_iter().enumerate() {
        if i > 0 {
            ui.add_space(theme::STEP);
        }
        let (path, size) = match kept {
            Kept::Recovery => (&folders.recovery, usage.recovery),
            Kept::Backups => (&folders.backups, usage.backups),
            Kept::Prints => (&folders.prints, usage.prints),
            Kept::Settings => (&folders.config, usage.settings),
        };
        match one(view.words, kept, path, size, ui) {
            Some(Pressed::Copy) => commands.push(Command::Window(WindowCommand::Copy(path.display().to_string()))),
            Some(Pressed::Delete) => commands.push(Command::Settings(SettingsCommand::AskDelete(kept))),
            None => {}
        }
    }
}

fn one(words: &Words, kept: Kept, path: &Path, size: KeptSize, ui: &mut Ui) -> Option<Pressed> {
    let (name, why) = match kept {
        Kept::Recovery => (t!(words, "settings-recovery"), t!(words, "settings-recovery-why")),
        Kept::Backups => (t!(words, "settings-backups"), t!(words, "settings-backups-why")),
        Kept::Prints => (t!(words, "settings-prints"), t!(words, "settings-prints-why")),
        Kept::Settings => (t!(words, "settings-settings"), t!(words, "settings-settings-why")),
    };
    let shown = foreign::path(path);
    widgets::card(ui, 16, |ui| {
        ui.spacing_mut().item_spacing.y = theme::HALF;
        widgets::line(ui, |ui| {
            ui.spacing_mut().item_spacing.x = theme::STEP;
            widgets::subheading(ui, &name);
            ui.label(theme::text(ui, Size::Small, Ink::InkSoft, size_words(words, size)));
        });
        remark(ui, why);
        ui.add(Label::new(theme::text(ui, Size::Small, Ink::Ink, &shown)).selectable(true).wrap());
        ui.add_space(theme::HALF);
        buttons(words, &name, size.files > 0, ui)
    })
}

enum Pressed {
    Copy,
    Delete,
}

fn buttons(words: &Words, name: &str, any: bool, ui: &mut Ui) -> Option<Pressed> {
    let (copy, delete) = (t!(words, "settings-copy"), t!(words, "settings-delete"));
    let (copy_name, delete_name) =
        (t!(words, "settings-copy-name", name = name), t!(words, "settings-delete-name", name = name));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        let copy = ui.add(Button::new(&copy).small().icon(Icon::Copy).name(&copy_name)).clicked();
        let delete = Button::new(&delete).small().icon(Icon::Trash).name(&delete_name).enabled(any);
        let delete = ui.add(delete).clicked();
        copy.then_some(Pressed::Copy).or(delete.then_some(Pressed::Delete))
    })
    .inner
}

/// "3 files, 12 kB".
fn size_words(words: &Words, size: KeptSize) -> String {
    #[expect(clippy::cast_precision_loss, reason = "shown with one decimal at most")]
    let kilobytes = size.bytes as f64 / 1000.0;
    let size_words = if kilobytes < 1000.0 {
        t!(words, "settings-kb", size = words.decimal(kilobytes.ceil(), 0))
    } else {
        t!(words, "settings-mb", size = words.decimal(kilobytes / 1000.0, 1))
    };
    t!(words, "settings-size", files = size.files, size = size_words)
}
