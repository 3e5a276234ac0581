//! A job ad to paste.

use egui::{Frame, Margin, ScrollArea, TextEdit, Ui};

use super::{modal, title};
use crate::app::command::{Command, NewRole, RoleCommand};
use crate::app::theme::{self, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{Button, FieldText, Look, focus_ring, text_field};
use crate::profile::RoleId;
use crate::t;
use crate::words::Words;

/// A job ad to paste.
#[derive(Debug, PartialEq)]
pub struct JobAdDialog {
    /// The role that it is for; a new one where there is none yet.
    role: Option<RoleId>,
    name: String,
    text: String,
    fresh: bool,
}

impl JobAdDialog {
    /// Nothing pasted yet.
    pub const fn new(role: Option<RoleId>) -> Self {
        Self { role, name: String::new(), text: String::new(), fresh: true }
    }

    /// Shows it. False when it is to be closed.
    pub fn show(&mut self, view: &View<'_>, ui: &Ui, commands: &mut Vec<Command>) -> bool {
        let is_new = std::mem::take(&mut self.fresh);
        if is_new && let Some(custom) = self.role.as_ref().and_then(|id| view.document?.profile().role(id)) {
            self.text = custom.ad.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n");
        }
        let name = t!(view.words, "ad-title");
        let (pressed, close) = modal(ui, &name, 640.0, |ui| self.ui(view.words, is_new, ui));
        match pressed {
            Some(true) => {
                commands.push(match self.role.clone() {
                    Some(role) => Command::Role(RoleCommand::SetAd(role, std::mem::take(&mut self.text))),
                    None => Command::Role(RoleCommand::Add(NewRole::FromAd {
                        name: std::mem::take(&mut self.name),
                        text: std::mem::take(&mut self.text),
                    })),
                });
                false
            }
            Some(false) => false,
            None => !close,
        }
    }

    /// Whether the person agreed or cancelled. The first field has the focus when it is new.
    fn ui(&mut self, words: &Words, is_new: bool, ui: &mut Ui) -> Option<bool> {
        title(ui, &t!(words, "ad-title"));
        ui.label(theme::text(ui, Size::Body, Ink::InkSoft, t!(words, "ad-below")));
        if self.role.is_none() {
            let name = text_field(
                words,
                ui,
                &FieldText { salt: "ad name", label: t!(words, "ad-name"), hint: t!(words, "ad-name-hint") },
                &mut self.name,
            );
            if is_new {
                name.request_focus();
            }
        }
        let label = ui.label(theme::strong(ui, Size::Body, Ink::Ink, t!(words, "ad-text")));
        ui.add_space(-theme::STEP);
        ScrollArea::vertical().id_salt("ad").max_height(240.0).show(ui, |ui| {
            // The scroll area would cut off the focus ring at its edges.
            Frame::NONE.inner_margin(Margin::symmetric(0, 4)).show(ui, |ui| {
                let edit = TextEdit::multiline(&mut self.text)
                    .id_salt("ad text")
                    .font(theme::font(Size::Body, false))
                    .hint_text(theme::text(ui, Size::Body, Ink::InkSoft, t!(words, "ad-text-hint")))
                    .desired_rows(8)
                    .desired_width(f32::INFINITY);
                let response = ui.add(edit).labelled_by(label.id);
                if is_new && self.role.is_some() {
                    response.request_focus();
                }
                focus_ring(ui, &response, theme::RADIUS);
            });
        });
        ui.add_space(theme::HALF);
        let mut pressed = None;
        ui.horizontal(|ui| {
            let ready = !self.text.trim().is_empty();
            if ui.add(Button::new(&t!(words, "ad-go")).look(Look::First).enabled(ready)).clicked() {
                pressed = Some(true);
            }
            if ui.add(Button::new(&t!(words, "cancel"))).clicked() {
                pressed = Some(false);
            }
        });
        pressed
    }
}
