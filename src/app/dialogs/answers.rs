//! After a table of answers was opened: shows what is in it, and offers to make a new profile from it.

use std::path::PathBuf;

use egui::Ui;

use super::{modal, title};
use crate::answers::{self, AnswerTable};
use crate::app::command::{Command, FileCommand, FromAnswers};
use crate::app::theme::{self, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{Button, FieldText, Look, text_field};
use crate::message::file_name;
use crate::t;
use crate::words::Words;

/// The offer of a new profile.
#[derive(Debug, PartialEq)]
pub struct AnswersDialog {
    path: PathBuf,
    table: Box<AnswerTable>,
    role: String,
    person: String,
    fresh: bool,
}

impl AnswersDialog {
    /// For the answers of this file.
    pub const fn new(path: PathBuf, table: Box<AnswerTable>) -> Self {
        Self { path, table, role: String::new(), person: String::new(), fresh: true }
    }

    /// Shows it. False when it is to be closed.
    pub fn show(&mut self, view: &View<'_>, ui: &Ui, commands: &mut Vec<Command>) -> bool {
        let name = t!(view.words, "answers-title", file = file_name(&self.path));
        let found = self.found(view.words);
        let (pressed, close) = modal(ui, &name, 560.0, |ui| {
            title(ui, &name);
            for words in [t!(view.words, "answers-text"), found] {
                ui.label(theme::text(ui, Size::Body, Ink::Ink, words));
            }
            ui.add_space(theme::STEP);
            text_field(view.words, ui, &FieldText::role(view.words, "answers role"), &mut self.role);
            ui.add_space(theme::STEP);
            text_field(view.words, ui, &FieldText::person(view.words, "answers person"), &mut self.person);
            ui.add_space(theme::GAP);
            self.buttons(view.words, ui)
        });
        if pressed == Some(true) {
            commands.push(Command::File(FileCommand::TakeAnswers(FromAnswers {
                path: self.path.clone(),
                table: self.table.clone(),
                role: std::mem::take(&mut self.role),
                person: std::mem::take(&mut self.person),
            })));
        }
        pressed.is_none() && !close
    }

    /// How much was found.
    fn found(&self, words: &Words) -> String {
        let form = self.table.form;
        let asked = answers::asked(&self.table.instrument, form).count();
        let (count, given) = (self.table.answers.count(), self.table.answers.items.len());
        t!(words, "answers-found", count = count, form = form.as_str(), given = given, asked = asked)
    }

    /// Whether the person agreed or cancelled.
    fn buttons(&mut self, words: &Words, ui: &mut Ui) -> Option<bool> {
        let mut pressed = None;
        ui.horizontal_wrapped(|ui| {
            let make = ui.add(Button::new(&t!(words, "answers-make")).look(Look::First));
            if std::mem::take(&mut self.fresh) {
                make.request_focus();
            }
            if make.clicked() {
                pressed = Some(true);
            }
            if ui.add(Button::new(&t!(words, "cancel"))).clicked() {
                pressed = Some(false);
            }
        });
        pressed
    }
}
