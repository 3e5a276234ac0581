//! How a round works, and who can read what; where there is no merged result, or nothing to lay it beside.

use egui::Ui;

use crate::app::command::{Command, FileCommand};
use crate::app::theme;
use crate::app::view::View;
use crate::app::widgets::{self, Button};
use crate::t;

/// Shows it.
pub fn ui(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = view.words;
    if view.others.is_some() {
        alone(view, ui, commands);
        return;
    }
    widgets::page(ui, "others-explain", theme::READING, |ui| {
        widgets::heading(ui, &t!(words, "others-explain-title"), &t!(words, "others-explain-below"));
        ui.add_space(theme::STEP);
        widgets::paragraph(ui, &t!(words, "others-explain-how"));
        ui.add_space(theme::GAP);
        widgets::subheading(ui, &t!(words, "others-explain-who"));
        for said in [
            t!(words, "others-explain-you"),
            t!(words, "others-explain-collector"),
            t!(words, "others-explain-manager"),
            t!(words, "others-explain-raters"),
        ] {
            widgets::paragraph(ui, &said);
        }
        widgets::paragraph_small(ui, &t!(words, "others-explain-limits"));
        ui.add_space(theme::GAP);
        button(view, FileCommand::OpenOthers, ui, commands);
        widgets::scroll_keys(ui);
    });
}

/// A merged result without an audit to lay it beside.
fn alone(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = view.words;
    widgets::page(ui, "others-alone", theme::READING, |ui| {
        widgets::heading(ui, &t!(words, "others-alone-title"), &t!(words, "others-alone-below"));
        ui.add_space(theme::GAP);
        button(view, FileCommand::Open, ui, commands);
    });
}

fn button(view: &View<'_>, command: FileCommand, ui: &mut Ui, commands: &mut Vec<Command>) {
    let command = Command::File(command);
    if ui.add(Button::new(&command.label(view.words)).first()).clicked() {
        commands.push(command);
    }
}
