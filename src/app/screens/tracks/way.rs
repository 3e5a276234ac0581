//! The way from the present role to another one, as a drawing.

use egui::Ui;

use super::Shown;
use super::part::part;
use crate::app::command::{ChartCommand, Command};
use crate::app::explorer::Candidate;
use crate::app::theme;
use crate::app::widgets::{self, Button};
use crate::t;

/// The widest drawing: longer lines are hard to follow.
const WIDEST: f32 = 560.0;

/// Shows the way to a role, where there is one.
pub fn ui(it: &Shown<'_>, candidate: &Candidate, ui: &mut Ui, commands: &mut Vec<Command>) {
    let width = ui.available_width().min(WIDEST);
    let drawn = it.view.models.path(it.view.explorer, it.view.trials, &candidate.role.id, width);
    let Some(scene) = &*drawn else { return };
    part(ui, &t!(it.view.words, "path-part"), |ui| {
        ui.add_space(theme::HALF);
        widgets::drawing(ui, scene);
        ui.add_space(theme::HALF);
        widgets::paragraph_small(ui, &t!(it.view.words, "path-note"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = theme::STEP;
            for command in [ChartCommand::SaveWay, ChartCommand::CopyWay].map(Command::Chart) {
                if ui.add(Button::new(&command.label(it.view.words)).small()).clicked() {
                    commands.push(command);
                }
            }
        });
    });
}
