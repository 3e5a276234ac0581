//! *Can* and *want* of a role, small and in words.

use egui::{Pos2, Sense, Ui, vec2};

use super::Shown;
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, paint};
use crate::chart::Measured;
use crate::profile::RoleId;
use crate::t;

/// The line of *can* or *want*.
pub fn line(it: &Shown<'_>, role: &RoleId, kind: Measured, at: Pos2, ui: &Ui) {
    let Some(row) = it.row(role) else { return };
    let (scene, _) = match kind {
        Measured::Can => &row.can,
        Measured::Want => &row.want,
    };
    paint(scene, ui.painter(), at, 1.0, theme::palette(ui));
}

/// Both beside each other, each with its words below.
pub fn pair(it: &Shown<'_>, role: &RoleId, ui: &mut Ui) {
    let Some(row) = it.row(role).filter(|row| row.fit.is_some()) else { return };
    let parts = [
        (t!(it.view.words, "tracks-can"), Measured::Can, &row.can.1),
        (t!(it.view.words, "tracks-want"), Measured::Want, &row.want.1),
    ];
    widgets::columns(ui, 2, 140.0, |ui, i| {
        let (name, kind, words) = &parts[i];
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().interact_size.y = Size::Body.line();
            ui.spacing_mut().item_spacing.x = theme::STEP;
            ui.label(theme::strong(ui, Size::Body, Ink::Ink, name));
            let (rect, _) = ui.allocate_exact_size(vec2(48.0, 24.0), Sense::hover());
            line(it, role, *kind, rect.min + vec2(0.0, 4.0), ui);
        });
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, *words));
    });
    widgets::paragraph_small(ui, &t!(it.view.words, "tracks-draws"));
}
