//! The four aspects: to which side the person leans under pressure, and what goes wrong when that side is overdone.

use egui::{Align, Layout, Ui, vec2};

use super::section::{BESIDE, GAP, line, small};
use super::{Shown, missing};
use crate::app::command::Command;
use crate::app::models::LeanRow;
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets;
use crate::profile::Part;
use crate::t;

/// Shows the aspects.
pub fn ui(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    if it.model.leans.is_empty() {
        missing::part(it, Part::Situations, &t!(it.view.words, "result-situations-missing"), ui, commands);
        return;
    }
    line(ui, &t!(it.view.words, "result-lean-below"));
    for lean in &it.model.leans {
        ui.spacing_mut().item_spacing.y = theme::HALF;
        ui.add_space(theme::HALF);
        widgets::divider(ui);
        ui.add_space(theme::HALF);
        one(lean, ui);
    }
    missing::rest(it, Part::Situations, ui, commands);
}

fn one(lean: &LeanRow, ui: &mut Ui) {
    let chart = lean.chart.as_ref();
    if ui.available_width() < BESIDE {
        words(lean, ui);
        if chart.is_some() {
            small(ui, chart, 1.0);
        }
        return;
    }
    ui.horizontal_top(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            small(ui, chart, super::grown(ui, f32::INFINITY));
            ui.add_space(GAP);
            let room = ui.available_width();
            ui.allocate_ui_with_layout(vec2(room, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(room);
                words(lean, ui);
            });
        });
    });
}

fn words(lean: &LeanRow, ui: &mut Ui) {
    ui.spacing_mut().interact_size.y = Size::Body.line();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::HALF;
        ui.label(theme::strong(ui, Size::Body, Ink::Ink, &lean.name));
        ui.label(theme::text(ui, Size::Body, Ink::Ink, &lean.words));
    });
    if !lean.line.is_empty() {
        line(ui, &lean.line);
    }
}
