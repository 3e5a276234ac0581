//! Both sides and the balance over time, on top.

use egui::{Ui, vec2};

use super::{Drawn, Shown, draw};
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, TrendLook, side_mark};
use crate::chart::inks;
use crate::figures::trend::Followed;
use crate::instrument::Side;
use crate::t;

/// Height of a chart.
const HEIGHT: f32 = 176.0;
/// The narrowest column.
const LEAST: f32 = 256.0;

/// Shows them beside each other, or below each other where there is little space.
pub fn ui(it: &Shown<'_>, ui: &mut Ui) {
    let all = [Followed::Side(Side::Leadership), Followed::Side(Side::Management), Followed::Balance];
    widgets::columns(ui, all.len(), LEAST, |ui, at| one(it, &all[at], ui));
}

fn one(it: &Shown<'_>, what: &Followed, ui: &mut Ui) {
    let Some((trend, line)) = it.model.line(what) else { return };
    ui.spacing_mut().item_spacing.y = theme::HALF;
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = Size::Body.line();
        let ink = line.side.map_or(Ink::Ink, |side| inks(side).text);
        if let Some(side) = line.side {
            side_mark(ui, side, Size::Body.line());
        }
        ui.label(theme::strong(ui, Size::Body, ink, &line.name));
    });
    let name = t!(it.view.words, "history-chart", name = line.name.as_str(), reading = line.reading.as_str());
    let size = vec2(ui.available_width(), HEIGHT);
    draw(it, &Drawn { trend, line, look: TrendLook::Large, marked: None, size }, &name, ui);
    let words = &line.short;
    ui.label(if line.is_beyond_error {
        theme::strong(ui, Size::Small, Ink::Ink, words)
    } else {
        theme::text(ui, Size::Small, Ink::InkSoft, words)
    });
}
