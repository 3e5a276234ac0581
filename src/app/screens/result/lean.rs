//! The four aspects: where one turns under pressure, and what goes wrong when that is the only way left.

use eframe::egui::Ui;

use super::section::line;
use super::{Shown, missing};
use crate::app::command::Command;
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets;
use crate::profile::Part;
use crate::summary::{AspectLean, aspect_leans};
use crate::t;

/// Shows the aspects.
pub fn ui(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let leans = aspect_leans(it.view.instrument, it.audit);
    if leans.iter().all(|lean| lean.total == 0) {
        missing::part(it, Part::Situations, &t!("result-situations-missing"), ui, commands);
        return;
    }
    line(ui, &t!("result-lean-below"));
    for lean in leans {
        ui.spacing_mut().item_spacing.y = theme::HALF;
        ui.add_space(theme::HALF);
        widgets::divider(ui);
        ui.add_space(theme::HALF);
        one(it, lean, ui);
    }
    missing::rest(it, Part::Situations, ui, commands);
}

fn one(it: &Shown<'_>, lean: AspectLean, ui: &mut Ui) {
    let texts = it.view.instrument.texts.aspect(lean.aspect);
    ui.spacing_mut().interact_size.y = Size::Body.line();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::HALF;
        ui.label(theme::strong(ui, Size::Body, Ink::Ink, format!("{}:", texts.name)));
        ui.label(theme::text(ui, Size::Body, Ink::Ink, lean.words()));
    });
    let points = lean.points();
    if let Some(consequence) = lean.consequence(texts) {
        line(ui, &t!("result-lean-consequence", points = points, consequence = consequence));
    } else if !points.is_empty() {
        line(ui, &t!("result-lean-points", points = points));
    }
}
