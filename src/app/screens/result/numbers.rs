//! How the numbers are made: what was asked, what was answered, and what is assumed.

use egui::{Sense, Ui, vec2};

use super::Shown;
use super::section::line;
use crate::app::command::{Command, GuidePage, Screen};
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, Button};
use crate::scoring::ScoreStatus;
use crate::summary::asked_remarks;
use crate::t;

/// Width of the names.
const NAMES: f32 = 160.0;

/// Shows how the numbers are made.
pub fn ui(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for (i, (name, value)) in it.model.numbers.iter().enumerate() {
        if i > 0 {
            widgets::divider(ui);
        }
        row(ui, name, value);
    }
    ui.spacing_mut().item_spacing.y = theme::STEP;
    ui.add_space(theme::STEP);
    if it.scores.facets.iter().any(|f| f.estimate.is_some() && f.status == ScoreStatus::Provisional) {
        line(ui, &t!(it.view.words, "result-made-provisional"));
    }
    for remark in asked_remarks(it.view.words, it.view.instrument, it.audit) {
        line(ui, &remark);
    }
    let count = it.view.models.asked_otherwise();
    if count > 0 {
        line(ui, &t!(it.view.words, "result-made-earlier", count = count));
    }
    line(ui, &t!(it.view.words, "result-made-trust"));
    if ui.add(Button::link(&t!(it.view.words, "result-made-guide"))).clicked() {
        commands.push(Command::GoTo(Screen::Guide(GuidePage::Numbers)));
    }
    if ui.add(Button::link(&t!(it.view.words, "others-link"))).clicked() {
        commands.push(Command::GoTo(Screen::Others));
    }
}

/// The confidence of the bands in percent.
pub fn percent(it: &Shown<'_>) -> String {
    it.view.words.decimal(100.0 * it.scores.confidence.share(), 0)
}

fn row(ui: &mut Ui, name: &str, value: &str) {
    let width = ui.available_width();
    ui.add_space(theme::STEP);
    if width < NAMES + 240.0 {
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, name));
        widgets::lines(ui, theme::text(ui, Size::Body, Ink::Ink, value));
    } else {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.vertical(|ui| {
                ui.allocate_exact_size(vec2(NAMES, 0.0), Sense::hover());
                ui.label(theme::text(ui, Size::Body, Ink::InkSoft, name));
            });
            ui.vertical(|ui| {
                ui.set_width(width - NAMES);
                widgets::lines(ui, theme::text(ui, Size::Body, Ink::Ink, value));
            });
        });
    }
    ui.add_space(theme::STEP);
}
