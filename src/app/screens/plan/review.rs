//! The review of the plan.

use std::sync::Arc;

use egui::Ui;

use crate::app::command::Command;
use crate::app::theme;
use crate::app::view::View;
use crate::app::widgets::{self, Button};
use crate::profile::Plan;
use crate::t;

/// What it remembers.
#[derive(Debug, Default)]
pub struct State {}

/// Shows the review. True when the person goes back to the plan.
pub fn show(view: &View<'_>, plan: &Arc<Plan>, _state: &mut State, ui: &mut Ui, _commands: &mut Vec<Command>) -> bool {
    widgets::page(ui, "plan", theme::FULL, |ui| {
        let facet = view.instrument.texts.facet(&plan.facet).name.as_str();
        widgets::heading(ui, &t!(view.words, "plan-review-title", facet = facet), "");
        ui.add(Button::new(&t!(view.words, "back"))).clicked()
    })
}
