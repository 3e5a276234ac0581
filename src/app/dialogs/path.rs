//! A path to type or to pick from a list, where the system has neither a portal nor zenity.

use std::path::{Path, PathBuf};

use eframe::egui::{Key, ScrollArea, Ui};

use super::{modal, title};
use crate::app::command::Command;
use crate::app::system::Ask;
use crate::app::tasks::Purpose;
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{Button, Look, text_field};
use crate::message::file_name;
use crate::storage::{Listed, list_folder};
use crate::{foreign, t};

/// A path to type.
#[derive(Debug, PartialEq)]
pub struct PathDialog {
    ask: Ask,
    folder: PathBuf,
    typed: String,
    listed: Listed,
    fresh: bool,
    /// A file that is there, and was asked for: to be replaced when it is asked for again. Saving asks in a dialog of its own.
    there: Option<PathBuf>,
}

/// What became of the dialog in this frame.
enum Outcome {
    /// Nothing yet.
    Open,
    /// A path was given.
    Given(PathBuf),
    /// It was cancelled.
    Cancelled,
}

impl PathDialog {
    /// Begins in the folder that was asked for, else at home.
    pub fn new(ask: Ask) -> Self {
        let home = || directories::UserDirs::new().map_or_else(|| PathBuf::from("."), |d| d.home_dir().to_path_buf());
        let folder = ask.folder.clone().unwrap_or_else(home);
        let typed = ask.name.clone();
        let listed = list_folder(&folder, &endings(&ask));
        Self { ask, folder, typed, listed, fresh: true, there: None }
    }

    /// Shows it. False when it is to be closed.
    pub fn show(&mut self, _view: &View<'_>, ui: &Ui, commands: &mut Vec<Command>) -> bool {
        let name = self.ask.title.clone();
        let (outcome, close) = modal(ui, &name, 560.0, |ui| self.ui(ui));
        match outcome {
            Outcome::Given(path) => {
                commands.push(match self.ask.purpose.clone() {
                    Purpose::Open => Command::OpenPath(path),
                    Purpose::SaveAs(then) => Command::SaveTo(path, then),
                    Purpose::Export => Command::ExportTo(path),
                    Purpose::SavePdf => Command::SavePdfTo(path),
                    Purpose::Template => Command::UseTemplate(path),
                    Purpose::Chart(choice) => Command::SaveChartTo(choice, path),
                });
                false
            }
            Outcome::Cancelled => false,
            Outcome::Open => !close,
        }
    }

    fn ui(&mut self, ui: &mut Ui) -> Outcome {
        title(ui, &self.ask.title);
        let folder = t!("path-folder", folder = foreign::path(&self.folder));
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, folder));
        self.list(ui);
        let field = text_field(ui, "path", &t!("path-label"), &mut self.typed, &t!("path-hint"));
        if std::mem::take(&mut self.fresh) {
            field.request_focus();
        }
        if field.changed() {
            self.there = None;
        }
        let entered = field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        if let Some(there) = &self.there {
            let words = t!("path-there", file = file_name(there));
            ui.label(theme::text(ui, Size::Small, Ink::Ink, words));
        }
        ui.add_space(theme::GAP);
        let label = match (&self.there, self.ask.purpose.writes()) {
            (Some(_), _) => t!("replace"),
            (None, true) => t!("path-save"),
            (None, false) => t!("path-open"),
        };
        let mut outcome = Outcome::Open;
        ui.horizontal(|ui| {
            let ready = !self.typed.trim().is_empty();
            if ui.add(Button::new(&label).look(Look::First).enabled(ready)).clicked() || (entered && ready) {
                outcome = self.given();
            }
            if ui.add(Button::new(&t!("cancel"))).clicked() {
                outcome = Outcome::Cancelled;
            }
        });
        outcome
    }

    fn list(&mut self, ui: &mut Ui) {
        let mut go = None;
        ScrollArea::vertical().id_salt("files").max_height(200.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if let Some(parent) = self.folder.parent() {
                let up = t!("path-up");
                if ui.add(Button::new(&up).look(Look::Flat).small().icon(Icon::Left)).clicked() {
                    go = Some(parent.to_path_buf());
                }
            }
            for folder in &self.listed.folders {
                if ui.add(Button::new(&foreign::name(folder)).look(Look::Flat).small().icon(Icon::Open)).clicked() {
                    go = Some(self.folder.join(folder));
                }
            }
            for file in &self.listed.files {
                if ui.add(Button::new(&foreign::name(file)).look(Look::Flat).small().icon(Icon::File)).clicked() {
                    self.typed.clone_from(file);
                }
            }
            if let Some(problem) = &self.listed.problem {
                ui.label(theme::text(ui, Size::Small, Ink::InkSoft, problem));
            }
        });
        if let Some(folder) = go {
            self.enter(folder);
        }
    }

    fn enter(&mut self, folder: PathBuf) {
        self.listed = list_folder(&folder, &endings(&self.ask));
        self.folder = folder;
    }

    /// A typed folder is gone into; anything else is the answer.
    fn given(&mut self) -> Outcome {
        let typed = Path::new(self.typed.trim());
        let path = self.folder.join(typed);
        let asks_itself = matches!(self.ask.purpose, Purpose::SaveAs(_));
        if self.ask.purpose.writes() && !asks_itself && path.is_file() && self.there.as_ref() != Some(&path) {
            self.there = Some(path);
            return Outcome::Open;
        }
        if path.is_dir() {
            self.enter(path);
            self.typed.clone_from(&self.ask.name);
            return Outcome::Open;
        }
        Outcome::Given(path)
    }
}

fn endings(ask: &Ask) -> Vec<&'static str> {
    ask.filters.iter().flat_map(|(_, endings)| endings.iter().copied()).collect()
}
