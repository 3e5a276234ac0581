//! The dialogs that wait to be seen: one is shown, and none takes the place of another.

use std::collections::VecDeque;

use eframe::egui::Ui;

use super::Dialog;
use crate::app::command::Command;
use crate::app::view::View;

/// Dialogs, the first of which is on screen.
#[derive(Debug, Default)]
pub struct Dialogs(VecDeque<Dialog>);

impl Dialogs {
    /// Shows what follows from something that the person just did: before all that waits.
    pub fn ask(&mut self, dialog: Dialog) {
        if !self.0.contains(&dialog) {
            self.0.push_front(dialog);
        }
    }

    /// Shows something that happened by itself: after all that waits. Whoever is typing just then does not answer it by that.
    pub fn tell(&mut self, dialog: Dialog) {
        if !self.0.contains(&dialog) {
            self.0.push_back(dialog.unasked());
        }
    }

    /// Whether one is on screen.
    pub fn any(&self) -> bool {
        !self.0.is_empty()
    }

    /// Whether the one on screen waits for the disk.
    pub fn wait(&self) -> bool {
        matches!(self.0.front(), Some(Dialog::Path(dialog)) if dialog.waits())
    }

    /// Shows the first.
    pub fn show(&mut self, view: &View<'_>, ui: &Ui, commands: &mut Vec<Command>) {
        if let Some(dialog) = self.0.front_mut()
            && !dialog.show(view, ui, commands)
        {
            self.0.pop_front();
        }
    }
}
