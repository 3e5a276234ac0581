//! The goal level reached: one of the five that were written before the start.

use egui::Ui;

use super::{Shown, change};
use crate::app::command::Command;
use crate::app::theme;
use crate::app::widgets;
use crate::profile::PlanEdit;
use crate::t;

/// Shows the levels to choose from.
pub fn ui(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    widgets::subheading(ui, &t!(words, "reviewing-goal"));
    ui.add_space(-theme::STEP);
    widgets::paragraph_small(ui, &t!(words, "reviewing-goal-below"));
    let reached = it.plan.outcome.reached;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for row in &it.model.levels {
            let on = reached == Some(row.level);
            let label = t!(words, "reviewing-goal-level", level = row.number.as_str(), text = row.words.as_str());
            if widgets::radio(ui, on, &label).clicked() {
                commands.push(change(PlanEdit::SetReached((!on).then_some(row.level))));
            }
        }
    });
    if !it.model.goal.is_empty() {
        widgets::paragraph(ui, &it.model.goal);
    }
}
