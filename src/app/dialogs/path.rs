//! A path to type or to pick from a list, where the system has neither a portal nor zenity.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use egui::{Context, Key, ScrollArea, Ui};

use super::{modal, title};
use crate::app::ask::{Ask, Purpose};
use crate::app::command::Command;
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{Button, FieldText, Look, text_field_that_stays};
use crate::message::file_name;
use crate::storage::{Listed, list_folder};
use crate::words::Words;
use crate::{foreign, t};

/// A path to type.
#[derive(Debug)]
pub struct PathDialog {
    ask: Ask,
    folder: PathBuf,
    typed: String,
    listed: Listed,
    fresh: bool,
    /// The question to the disk that is under way.
    asked: Option<Asked>,
    /// An existing file that the person gave. It is replaced when they give it again. (Saving asks in a dialog of its own.)
    there: Option<PathBuf>,
}

impl PartialEq for PathDialog {
    /// The same question.
    fn eq(&self, other: &Self) -> bool {
        self.ask == other.ask
    }
}

/// A question to the disk. A thread asks it, since a drive may take long to answer and the window does not wait.
#[derive(Debug)]
enum Asked {
    /// What is in this folder.
    Listing(PathBuf, Receiver<Listed>),
    /// What is under this path.
    Looking(PathBuf, Receiver<Found>),
}

/// What is under a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    Folder,
    File,
    Nothing,
}

/// The result of the dialog in this frame.
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
        Self { ask, folder, typed, listed: Listed::default(), fresh: true, asked: None, there: None }
    }

    /// Shows it. False when it is to be closed.
    pub fn show(&mut self, view: &View<'_>, ui: &Ui, commands: &mut Vec<Command>) -> bool {
        let name = self.ask.title.clone();
        if self.fresh {
            self.enter(ui, self.folder.clone());
        }
        let answered = self.answered(ui);
        let (outcome, close) = modal(ui, &name, 560.0, |ui| self.ui(view.words, ui));
        match answered.unwrap_or(outcome) {
            Outcome::Given(path) => {
                // Saving asks about an existing file in a dialog of its own.
                commands.push(self.ask.purpose.clone().command(path, false));
                false
            }
            Outcome::Cancelled => false,
            Outcome::Open => !close,
        }
    }

    fn ui(&mut self, words: &Words, ui: &mut Ui) -> Outcome {
        title(ui, &self.ask.title);
        let folder = t!(words, "path-folder", folder = foreign::path(&self.folder));
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, folder));
        self.list(words, ui);
        let field = text_field_that_stays(
            words,
            ui,
            &FieldText { salt: "path", label: t!(words, "path-label"), hint: t!(words, "path-hint") },
            &mut self.typed,
        );
        if std::mem::take(&mut self.fresh) {
            field.request_focus();
        }
        if field.changed() {
            self.there = None;
        }
        let entered = field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        if let Some(there) = &self.there {
            let words = t!(words, "path-there", file = file_name(there));
            ui.label(theme::text(ui, Size::Small, Ink::Ink, words));
        }
        ui.add_space(theme::GAP);
        let label = match (&self.there, self.ask.purpose.writes()) {
            (Some(_), _) => t!(words, "replace"),
            (None, true) => t!(words, "path-save"),
            (None, false) => t!(words, "path-open"),
        };
        let mut outcome = Outcome::Open;
        ui.horizontal(|ui| {
            let ready = !self.typed.trim().is_empty();
            let free = !matches!(self.asked, Some(Asked::Looking(..)));
            let pressed = ui.add(Button::new(&label).look(Look::First).enabled(ready && free)).clicked();
            if ready && free && (pressed || entered) {
                self.given(ui);
            }
            if ui.add(Button::new(&t!(words, "cancel"))).clicked() {
                outcome = Outcome::Cancelled;
            }
        });
        outcome
    }

    fn list(&mut self, words: &Words, ui: &mut Ui) {
        let mut go = None;
        ScrollArea::vertical().id_salt("files").max_height(200.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if let Some(parent) = self.folder.parent() {
                let up = t!(words, "path-up");
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
            self.enter(ui, folder);
        }
        if matches!(self.asked, Some(Asked::Listing(..))) {
            ui.label(theme::text(ui, Size::Small, Ink::InkSoft, t!(words, "path-reading")));
        }
    }

    /// Whether it waits for the disk.
    pub const fn waits(&self) -> bool {
        self.asked.is_some()
    }

    /// Asks what is in a folder; it is shown when the answer comes.
    fn enter(&mut self, ui: &Ui, folder: PathBuf) {
        let (asked, endings) = (folder.clone(), endings(&self.ask));
        self.asked = ask_disk(ui.ctx(), move || list_folder(&asked, &endings)).map(|told| Asked::Listing(folder, told));
    }

    /// Asks what is under the path that was given.
    fn given(&mut self, ui: &Ui) {
        let path = self.folder.join(Path::new(self.typed.trim()));
        let asked = path.clone();
        let look = move || match (asked.is_dir(), asked.is_file()) {
            (true, _) => Found::Folder,
            (_, true) => Found::File,
            _ => Found::Nothing,
        };
        self.asked = ask_disk(ui.ctx(), look).map(|told| Asked::Looking(path, told));
    }

    /// What the disk has answered, if it has.
    fn answered(&mut self, ui: &Ui) -> Option<Outcome> {
        match self.asked.take()? {
            Asked::Listing(folder, told) => match told.try_recv() {
                Ok(listed) => {
                    self.listed = listed;
                    self.folder = folder;
                    None
                }
                Err(TryRecvError::Empty) => {
                    self.asked = Some(Asked::Listing(folder, told));
                    None
                }
                Err(TryRecvError::Disconnected) => None,
            },
            Asked::Looking(path, told) => match told.try_recv() {
                Ok(found) => self.looked(ui, path, found),
                Err(TryRecvError::Empty) => {
                    self.asked = Some(Asked::Looking(path, told));
                    None
                }
                Err(TryRecvError::Disconnected) => None,
            },
        }
    }

    /// A folder is opened in the dialog; anything else is the answer.
    fn looked(&mut self, ui: &Ui, path: PathBuf, found: Found) -> Option<Outcome> {
        let asks_itself = matches!(self.ask.purpose, Purpose::SaveAs(_));
        let replaces = self.ask.purpose.writes() && !asks_itself && found == Found::File;
        if replaces && self.there.as_ref() != Some(&path) {
            self.there = Some(path);
            return None;
        }
        if found == Found::Folder {
            self.enter(ui, path);
            self.typed.clone_from(&self.ask.name);
            return None;
        }
        Some(Outcome::Given(path))
    }
}

/// Asks the disk on a thread, and requests a frame when the answer is there.
fn ask_disk<T: Send + 'static>(ctx: &Context, ask: impl FnOnce() -> T + Send + 'static) -> Option<Receiver<T>> {
    let (tell, told) = channel();
    let ctx = ctx.clone();
    let asking = std::thread::Builder::new().name("evenkeel-folder".to_owned()).spawn(move || {
        // Nobody listens any more when the dialog is closed.
        if tell.send(ask()).is_ok() {
            ctx.request_repaint();
        }
    });
    asking.ok().map(|_| told)
}

fn endings(ask: &Ask) -> Vec<&'static str> {
    ask.filters.iter().flat_map(|(_, endings)| endings.iter().copied()).collect()
}
