//! A menu of commands.

use egui::{Popup, Response, Ui};

use crate::app::command::Command;
use crate::app::view::View;
use crate::app::widgets::{Button, Look};

/// A button that opens a menu of these commands, at least this wide. Commands that cannot be used now are greyed.
pub fn menu(
    view: &View<'_>,
    button: &Response,
    width: f32,
    list: impl IntoIterator<Item = Command>,
    commands: &mut Vec<Command>,
) {
    Popup::menu(button).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.set_min_width(width);
        for command in list {
            item(view, ui, command, commands);
        }
    });
}

fn item(view: &View<'_>, ui: &mut Ui, command: Command, commands: &mut Vec<Command>) {
    let enabled = command.is_possible(&view.command_context());
    if ui.add(Button::new(&command.label(view.words)).look(Look::Flat).enabled(enabled)).clicked() {
        commands.push(command);
        ui.close();
    }
}
