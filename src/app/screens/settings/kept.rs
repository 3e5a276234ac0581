//! What Evenkeel keeps besides the person's own files: where, how much, why, and the way to be rid of it.

use std::path::Path;

use eframe::egui::{Label, Ui};

use super::remark;
use crate::app::command::{Command, Kept};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::{KeptSize, View};
use crate::app::widgets::{self, Button};
use crate::{foreign, t, text};

/// Shows all kinds.
pub fn ui(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let Some(folders) = view.folders else {
        widgets::note(ui, Icon::Warning, |ui| {
            ui.label(theme::text(ui, Size::Body, Ink::Ink, t!("settings-nowhere")));
        });
        return;
    };
    remark(ui, t!("settings-kept-below"));
    let usage = view.usage;
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
        one(kept, path, size, ui, commands);
    }
}

fn one(kept: Kept, path: &Path, size: KeptSize, ui: &mut Ui, commands: &mut Vec<Command>) {
    let (name, why) = match kept {
        Kept::Recovery => (t!("settings-recovery"), t!("settings-recovery-why")),
        Kept::Backups => (t!("settings-backups"), t!("settings-backups-why")),
        Kept::Prints => (t!("settings-prints"), t!("settings-prints-why")),
        Kept::Settings => (t!("settings-settings"), t!("settings-settings-why")),
    };
    let (path, shown) = (path.display().to_string(), foreign::path(path));
    widgets::card(ui, 16, |ui| {
        ui.spacing_mut().item_spacing.y = theme::HALF;
        widgets::line(ui, |ui| {
            ui.spacing_mut().item_spacing.x = theme::STEP;
            widgets::subheading(ui, &name);
            ui.label(theme::text(ui, Size::Small, Ink::InkSoft, size_words(size)));
        });
        remark(ui, why);
        ui.add(Label::new(theme::text(ui, Size::Small, Ink::Ink, &shown)).selectable(true).wrap());
        ui.add_space(theme::HALF);
        match buttons(&name, size.files > 0, ui) {
            Some(Pressed::Copy) => commands.push(Command::Copy(path)),
            Some(Pressed::Delete) => commands.push(Command::AskDelete(kept)),
            None => {}
        }
    });
}

enum Pressed {
    Copy,
    Delete,
}

fn buttons(name: &str, any: bool, ui: &mut Ui) -> Option<Pressed> {
    let (copy, delete) = (t!("settings-copy"), t!("settings-delete"));
    let (copy_name, delete_name) = (t!("settings-copy-name", name = name), t!("settings-delete-name", name = name));
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
fn size_words(size: KeptSize) -> String {
    #[expect(clippy::cast_precision_loss, reason = "shown with one decimal at most")]
    let kilobytes = size.bytes as f64 / 1000.0;
    let size_words = if kilobytes < 1000.0 {
        t!("settings-kb", size = text::decimal(kilobytes.ceil(), 0))
    } else {
        t!("settings-mb", size = text::decimal(kilobytes / 1000.0, 1))
    };
    t!("settings-size", files = size.files, size = size_words)
}
