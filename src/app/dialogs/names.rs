//! The role of an audit and the person's name, to correct them.

use egui::Ui;

use super::{modal, title};
use crate::app::command::Command;
use crate::app::theme;
use crate::app::view::View;
use crate::app::widgets::{Button, FieldText, Look, text_field};
use crate::profile::{Audit, AuditEdit, AuditId, Edit};
use crate::t;
use crate::words::Words;

/// The role of an audit and the person's name.
#[derive(Debug, PartialEq, Eq)]
pub struct NamesDialog {
    audit: AuditId,
    role: String,
    person: String,
    /// As they were.
    before: [String; 2],
}

impl NamesDialog {
    /// With what is there already.
    pub fn new(audit: &Audit, person: &str) -> Self {
        let (role, person) = (audit.role.clone(), person.to_owned());
        Self { audit: audit.id.clone(), before: [role.clone(), person.clone()], role, person }
    }

    /// Shows it. False when it is to be closed.
    pub fn show(&mut self, view: &View<'_>, ui: &Ui, commands: &mut Vec<Command>) -> bool {
        let name = t!(view.words, "names-title");
        let (pressed, close) = modal(ui, &name, 520.0, |ui| self.ui(view.words, ui));
        if pressed == Some(true) {
            commands.extend(self.edits().into_iter().map(Command::Edit));
        }
        pressed.is_none() && !close
    }

    /// What was changed.
    fn edits(&self) -> Vec<Edit> {
        let (role, person) = (self.role.trim().to_owned(), self.person.trim().to_owned());
        let [role_before, person_before] = &self.before;
        let role = (role != *role_before).then(|| Edit::Audit(self.audit.clone(), AuditEdit::SetRole(role)));
        role.into_iter().chain((person != *person_before).then_some(Edit::SetPerson(person))).collect()
    }

    /// Whether the person agreed or cancelled.
    fn ui(&mut self, words: &Words, ui: &mut Ui) -> Option<bool> {
        title(ui, &t!(words, "names-title"));
        let role = text_field(words, ui, &FieldText::role(words, "names role"), &mut self.role);
        ui.add_space(theme::HALF);
        let person = text_field(words, ui, &FieldText::person(words, "names person"), &mut self.person);
        ui.add_space(theme::STEP);
        let entered = [role, person].iter().any(egui::Response::lost_focus)
            && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let mut pressed = entered.then_some(true);
        ui.horizontal(|ui| {
            if ui.add(Button::new(&t!(words, "names-go")).look(Look::First)).clicked() {
                pressed = Some(true);
            }
            if ui.add(Button::new(&t!(words, "cancel"))).clicked() {
                pressed = Some(false);
            }
        });
        pressed
    }
}
