//! The dialogs that wait to be shown: one is on screen, and no dialog replaces another one.

use std::collections::VecDeque;

use egui::{Id, Ui};

use super::Dialog;
use crate::app::App;
use crate::app::command::Command;
use crate::app::view::View;
use crate::message::UserMessage;

/// The dialog on screen, and those that come after it.
#[derive(Debug, Default)]
pub struct Dialogs {
    shown: Option<Dialog>,
    /// Dialogs that follow from something the person did, in their order.
    asked: VecDeque<Dialog>,
    /// Dialogs about something that happened by itself, in their order.
    told: VecDeque<Dialog>,
    /// What had the focus before the dialog came, where it returns to.
    opened_from: Option<Id>,
    /// Where the focus returns to after the dialog that was closed.
    returns: Option<Id>,
    /// Whether one was open at the end of the frame before.
    is_open: bool,
}

impl Dialogs {
    /// Adds a dialog that follows from something the person did. It comes before those that happened by themselves, but waits for the
    /// one on screen, so that keys for that one do not answer it.
    pub fn ask(&mut self, dialog: Dialog) {
        if !self.has(&dialog) {
            let dialog = if self.shown.is_some() { dialog.unasked() } else { dialog };
            self.asked.push_back(dialog);
        }
    }

    /// Shows a dialog that the person asks for right now, before all others. The one on screen comes back after it.
    pub fn ask_now(&mut self, dialog: Dialog) {
        if !self.has(&dialog) {
            if let Some(shown) = self.shown.take() {
                self.asked.push_front(shown);
            }
            self.asked.push_front(dialog);
        }
    }

    /// Adds a dialog about something that happened by itself, after all others. Keys that somebody is typing at that moment do not
    /// answer it.
    pub fn tell(&mut self, dialog: Dialog) {
        if !self.has(&dialog) {
            self.told.push_back(dialog.unasked());
        }
    }

    fn has(&self, dialog: &Dialog) -> bool {
        self.shown.iter().chain(&self.asked).chain(&self.told).any(|other| other == dialog)
    }

    /// Whether there is one.
    pub fn any(&self) -> bool {
        self.next().is_some()
    }

    /// Whether the one on screen waits for the disk.
    pub fn wait(&self) -> bool {
        matches!(self.next(), Some(Dialog::Path(dialog)) if dialog.waits())
    }

    fn next(&self) -> Option<&Dialog> {
        self.shown.as_ref().or_else(|| self.asked.front()).or_else(|| self.told.front())
    }

    /// Shows the current dialog.
    pub fn show(&mut self, view: &View<'_>, ui: &Ui, commands: &mut Vec<Command>) {
        let was_open = self.any();
        if was_open && !self.is_open {
            // One that follows from the answer to another goes back to where that one would have.
            self.opened_from = self.returns.take().or_else(|| ui.memory(egui::Memory::focused));
        }
        let next = self.shown.take().or_else(|| self.asked.pop_front()).or_else(|| self.told.pop_front());
        self.shown = next.and_then(|mut dialog| dialog.show(view, ui, commands).then_some(dialog));
        self.is_open = self.any();
        if was_open && !self.is_open {
            self.returns = self.opened_from.take();
            ui.ctx().request_repaint();
        } else if ui.memory(|memory| memory.top_modal_layer().is_none())
            && let Some(id) = self.returns.take()
        {
            // egui lets nothing below a dialog have the focus, and the dialog counts until the frame after its last one. What opened it
            // may be gone: then the focus lands as on any screen that has come.
            if ui.ctx().read_response(id).is_some() {
                ui.memory_mut(|memory| memory.request_focus(id));
            }
        }
    }
}

impl App {
    /// Shows a message that has to be read, after the dialogs that are there already.
    pub(in crate::app) fn tell(&mut self, message: UserMessage) {
        self.dialogs.tell(Dialog::message(&self.words, message));
    }
}
