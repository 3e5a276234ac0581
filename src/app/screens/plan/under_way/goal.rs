//! The goal levels, as they were written before the start.

use egui::Ui;

use super::Shown;
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets;
use crate::t;

/// Shows them.
pub fn ui(it: &Shown<'_>, ui: &mut Ui) {
    let words = it.view.words;
    widgets::subheading(ui, &t!(words, "under-way-goal"));
    ui.add_space(-theme::STEP);
    if it.plan.goal.is_empty() {
        widgets::paragraph_small(ui, &t!(words, "under-way-goal-none"));
        return;
    }
    let below = if it.model.present.is_empty() {
        t!(words, "under-way-goal-below-open")
    } else {
        t!(words, "under-way-goal-below", level = it.model.present.as_str())
    };
    widgets::paragraph_small(ui, &below);
    for row in it.model.goal.iter().filter(|row| !row.words.is_empty()) {
        widgets::divider(ui);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            ui.spacing_mut().interact_size.y = Size::Body.line();
            ui.scope(|ui| {
                ui.set_width(24.0);
                ui.label(theme::text(ui, Size::Body, Ink::InkSoft, &row.number));
            });
            ui.add(egui::Label::new(theme::text(ui, Size::Body, Ink::Ink, &row.words)).wrap());
        });
    }
    widgets::divider(ui);
}
