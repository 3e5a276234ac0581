//! Taking changes back, and making them again.

use crate::app::App;
use crate::app::command::{HistoryCommand, Screen};
use crate::app::phrases::{edit_label, question_of};
use crate::instrument::questions;
use crate::t;

impl App {
    pub(super) fn run_history(&mut self, command: HistoryCommand) {
        let back = command == HistoryCommand::Undo;
        let Some(document) = &mut self.document else { return };
        let Some(edit) = (if back { document.undo() } else { document.redo() }) else { return };
        let what = edit_label(&self.words, self.instruments.newest(), document.profile(), &edit);
        self.toasts.say(if back {
            t!(self.words, "undone", what = what)
        } else {
            t!(self.words, "redone", what = what)
        });
        if let Some(question) = question_of(&edit)
            && self.screen == Screen::Audit
            && self.asked_audit().is_some_and(|audit| questions(&self.instrument(), &audit).contains(&question))
        {
            self.position = Some(question);
            self.screens.audit.question();
        }
        if self.asked_audit().is_none() && matches!(self.screen, Screen::Result | Screen::Audit) {
            self.screen = Screen::Home;
            self.position = None;
        }
        self.write_journal();
    }
}
