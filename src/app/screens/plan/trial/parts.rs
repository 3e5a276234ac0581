//! What the pages of a trial have alike: its head, what one does, what to look at, and how to ask for it.

use egui::{Label, Ui};

use super::Shown;
use crate::app::command::{Command, RoleCommand, WindowCommand};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::widgets::{self, Button};
use crate::t;

/// The title of a page, and of which role the trial is, with the way to it.
pub fn head(it: &Shown<'_>, title: &str, ui: &mut Ui, commands: &mut Vec<Command>) {
    widgets::heading(ui, title, "");
    ui.add_space(-theme::STEP);
    widgets::line(ui, |ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        ui.label(theme::text(ui, Size::Body, Ink::InkSoft, &it.model.of));
        if ui.add(Button::link(&t!(it.view.words, "trying-role")).small()).clicked() {
            commands.push(Command::Role(RoleCommand::Show(it.of.role.clone())));
        }
    });
}

/// What it takes and whom to ask.
pub fn conditions(it: &Shown<'_>, ui: &mut Ui) {
    if !it.model.conditions.is_empty() {
        ui.add_space(-theme::STEP);
        ui.add(Label::new(theme::text(ui, Size::Body, Ink::InkSoft, &it.model.conditions)).wrap());
    }
}

/// A part of the trial's words, with a heading; nothing where there are none.
pub fn part(ui: &mut Ui, title: &str, words: &str) {
    if words.is_empty() {
        return;
    }
    widgets::subheading(ui, title);
    ui.add_space(-theme::STEP);
    widgets::paragraph(ui, words);
    ui.add_space(theme::STEP);
}

/// The same in small type, for what stands beside.
pub fn aside<'a>(ui: &mut Ui, title: &str, lines: impl IntoIterator<Item = &'a String>) {
    let mut lines = lines.into_iter().filter(|line| !line.is_empty()).peekable();
    if lines.peek().is_none() {
        return;
    }
    widgets::subheading(ui, title);
    ui.add_space(-theme::HALF);
    for line in lines {
        widgets::paragraph_small(ui, line);
    }
    ui.add_space(theme::STEP);
}

/// What to look at, at the end of each week.
pub fn look(it: &Shown<'_>, ui: &mut Ui) {
    let questions = &it.model.text.look;
    if questions.is_empty() {
        return;
    }
    widgets::subheading(ui, &t!(it.view.words, "trial-part-look"));
    ui.add_space(-theme::STEP);
    for question in questions {
        widgets::paragraph(ui, question);
    }
    ui.add_space(theme::STEP);
}

/// How to ask for it, in words that can be copied.
pub fn leave(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let (words, said) = (it.view.words, it.model.text.leave.as_str());
    if said.is_empty() {
        return;
    }
    widgets::note(ui, Icon::Info, |ui| {
        ui.label(theme::strong(ui, Size::Body, Ink::Ink, t!(words, "trial-part-leave")));
        ui.add_space(-theme::HALF);
        widgets::paragraph(ui, &t!(words, "trial-quoted", text = said));
        if ui.add(Button::new(&t!(words, "trying-leave-copy")).small().icon(Icon::Copy)).clicked() {
            commands.push(Command::Window(WindowCommand::Copy(said.to_owned())));
        }
    });
}
