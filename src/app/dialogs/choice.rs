//! A question with answers to choose from, or a message with one button.

use std::time::Duration;

use egui::{ScrollArea, Ui};

use super::{modal, title};
use crate::app::command::Command;
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{Button, Look};
use crate::message::UserMessage;
use crate::t;
use crate::words::Words;

/// When a dialog appears by itself, keys that were pressed before may still arrive for this long.
const SETTLES: f64 = 0.6;

/// A question with its answers.
#[derive(Debug)]
pub struct ChoiceDialog {
    title: String,
    paragraphs: Vec<String>,
    detail: String,
    choices: Vec<(String, Look, Option<Command>)>,
    fresh: bool,
    /// Whether it appeared by itself, so that keys in its first moment were meant for something else.
    unasked: bool,
    /// When it was shown first, on egui's clock.
    since: Option<f64>,
}

impl PartialEq for ChoiceDialog {
    /// The same question, whether or not it was shown already.
    fn eq(&self, other: &Self) -> bool {
        (&self.title, &self.paragraphs, &self.detail, &self.choices)
            == (&other.title, &other.paragraphs, &other.detail, &other.choices)
    }
}

impl ChoiceDialog {
    /// Without answers yet.
    pub const fn new(title: String, paragraphs: Vec<String>) -> Self {
        Self { title, paragraphs, detail: String::new(), choices: Vec::new(), fresh: true, unasked: false, since: None }
    }

    /// What happened, what it means, what to do.
    pub fn of(message: UserMessage) -> Self {
        let paragraphs = [message.meaning, message.hint].into_iter().filter(|p| !p.is_empty()).collect();
        Self::new(message.summary, paragraphs).detail(message.detail)
    }

    /// What the system said.
    pub fn detail(mut self, detail: String) -> Self {
        self.detail = detail;
        self
    }

    /// Marks it as one that appeared by itself.
    pub const fn unasked(mut self) -> Self {
        self.unasked = true;
        self
    }

    /// One more answer; without a command it only closes.
    pub fn choice(mut self, label: String, look: Look, command: Option<Command>) -> Self {
        self.choices.push((label, look, command));
        self
    }

    /// Shows it. False when it is to be closed.
    pub fn show(&mut self, words: &Words, ui: &Ui, commands: &mut Vec<Command>) -> bool {
        let settled = self.settled(ui);
        let fresh = settled && std::mem::take(&mut self.fresh);
        let (pressed, close) = modal(ui, &self.title, 520.0, |ui| {
            title(ui, &self.title);
            for paragraph in &self.paragraphs {
                ui.label(theme::text(ui, Size::Body, Ink::Ink, paragraph));
            }
            if !self.detail.is_empty() {
                detail(words, ui, &self.detail);
            }
            ui.add_space(theme::GAP);
            self.buttons(ui, fresh)
        });
        if let Some(i) = pressed.filter(|_| settled) {
            commands.extend(self.choices.swap_remove(i).2);
            return false;
        }
        !(close && settled)
    }

    /// Whether it may be answered. One that appeared by itself has to be on screen for a moment first.
    fn settled(&mut self, ui: &Ui) -> bool {
        let now = ui.input(|input| input.time);
        let since = *self.since.get_or_insert(now);
        let left = since + SETTLES - now;
        if self.unasked && left > 0.0 {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
            return false;
        }
        true
    }

    fn buttons(&self, ui: &mut Ui, fresh: bool) -> Option<usize> {
        let mut pressed = None;
        ui.horizontal_wrapped(|ui| {
            for (i, (label, look, _)) in self.choices.iter().enumerate() {
                let response = ui.add(Button::new(label).look(*look));
                if fresh && *look == Look::First {
                    response.request_focus();
                }
                if response.clicked() {
                    pressed = Some(i);
                }
            }
        });
        pressed
    }
}

fn detail(words: &Words, ui: &mut Ui, text: &str) {
    ui.add_space(theme::HALF);
    ui.label(theme::strong(ui, Size::Small, Ink::InkSoft, t!(words, "detail")));
    ScrollArea::vertical().id_salt("detail").max_height(160.0).show(ui, |ui| {
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, text));
    });
}
