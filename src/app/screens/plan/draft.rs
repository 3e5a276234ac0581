//! The plan while it is written.

use std::sync::Arc;

use egui::Ui;

use crate::app::command::{Command, PlanCommand};
use crate::app::theme;
use crate::app::view::View;
use crate::app::widgets::{self, Button};
use crate::profile::Plan;
use crate::t;

/// What it remembers.
#[derive(Debug, Default)]
pub struct State {}

/// Shows the draft.
pub fn show(view: &View<'_>, plan: &Arc<Plan>, _state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    widgets::page(ui, "plan", theme::FULL, |ui| {
        widgets::heading(ui, &view.instrument.texts.facet(&plan.facet).name, "");
        if let Some(action) = &plan.action {
            widgets::paragraph(ui, &view.actions.text(action).name);
        }
        if ui.add(Button::new(&t!(view.words, "plan-write")).first()).clicked() {
            commands.push(Command::Plan(PlanCommand::Begin));
        }
    });
}
