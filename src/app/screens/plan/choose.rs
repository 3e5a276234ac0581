//! Which skill to practise.

use egui::Ui;

use crate::app::command::{Command, PlanCommand};
use crate::app::theme;
use crate::app::view::View;
use crate::app::widgets::{self, Button, Look};
use crate::instrument::KnownFacet;
use crate::profile::Aim;
use crate::t;

/// What it remembers.
#[derive(Debug, Default)]
pub struct State {}

/// Shows what can be chosen.
pub fn show(view: &View<'_>, _state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    widgets::page(ui, "plan", theme::READING, |ui| {
        widgets::heading(ui, &t!(view.words, "plan-title"), &t!(view.words, "plan-below"));
        ui.add_space(theme::GAP);
        for facet in KnownFacet::all().map(KnownFacet::id) {
            let name = &view.instrument.texts.facet(&facet).name;
            if ui.add(Button::new(name).look(Look::Link)).clicked() {
                commands.push(Command::Plan(PlanCommand::Draft(facet, Aim::Build)));
            }
        }
    });
}
