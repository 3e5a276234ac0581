//! The dialogs that wait to be seen: one is shown, and none takes the place of another.

use std::collections::VecDeque;

use eframe::egui::Ui;

use super::Dialog;
use crate::app::App;
use crate::app::command::Command;
use crate::app::view::View;
use crate::message::UserMessage;

/// The dialog on screen, and those that come after it.
#[derive(Debug, Default)]
pub struct Dialogs {
    shown: Option<Dialog>,
    /// What follows from something that the person did, in the order in which it was asked.
    asked: VecDeque<Dialog>,
    /// What happened by itself, in the order in which it did.
    told: VecDeque<Dialog>,
}

impl Dialogs {
    /// Shows what follows from something that the person did: before what happened by itself. One that comes while another is on
    /// screen waits for that, and what is pressed there does not answer it.
    pub fn ask(&mut self, dialog: Dialog) {
        if !self.has(&dialog) {
            let dialog = if self.shown.is_some() { dialog.unasked() } else { dialog };
            self.asked.push_back(dialog);
        }
    }

    /// Shows what the person wants this very moment: before all others, also before the one on screen, which comes back after it.
    pub fn ask_now(&mut self, dialog: Dialog) {
        if !self.has(&dialog) {
            if let Some(shown) = self.shown.take() {
                self.asked.push_front(shown);
            }
            self.asked.push_front(dialog);
        }
    }

    /// Shows something that happened by itself: after all that waits. Whoever is typing just then does not answer it by that.
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

    /// Shows the one whose turn it is.
    pub fn show(&mut self, view: &View<'_>, ui: &Ui, commands: &mut Vec<Command>) {
        let next = self.shown.take().or_else(|| self.asked.pop_front()).or_else(|| self.told.pop_front());
        self.shown = next.and_then(|mut dialog| dialog.show(view, ui, commands).then_some(dialog));
    }
}

impl App {
    /// Shows a message that has to be read, after those that are shown already.
    pub(in crate::app) fn tell(&mut self, message: UserMessage) {
        self.dialogs.tell(Dialog::message(&self.words, message));
    }
}
