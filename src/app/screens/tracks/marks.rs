//! *Can*, *want* and *how sure* of a role, small and in words.

use eframe::egui::{Pos2, Ui};

use super::Shown;
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, paint};
use crate::chart::{Measured, fit_line};
use crate::profile::RoleId;
use crate::summary::{can_words, sure_words, want_words};
use crate::t;
use crate::tracks::RoleFit;

/// Out of a hundred draws; empty where that cannot be said.
pub fn of_hundred(fit: Option<&RoleFit>) -> String {
    fit.and_then(|fit| fit.how_sure).map_or_else(String::new, |share| crate::text::decimal(share * 100.0, 0))
}

/// The line of *can* or *want*.
pub fn line(it: &Shown<'_>, role: &RoleId, kind: Measured, at: Pos2, ui: &Ui) {
    let value = |fit: Option<&RoleFit>| {
        fit.and_then(|fit| match kind {
            Measured::Can => fit.can,
            Measured::Want => fit.want,
        })
    };
    let scene = fit_line(kind, value(it.fit(role)), value(it.before(role)));
    paint(&scene, ui.painter(), at, 1.0, theme::palette(ui));
}

/// All three in a sentence, for who cannot see the marks.
pub fn spoken(it: &Shown<'_>, role: &RoleId) -> String {
    let Some(fit) = it.fit(role) else { return it.name(role).to_owned() };
    let (can, want, sure) = words(fit);
    t!("tracks-spoken", role = it.name(role), can = can, want = want, sure = sure)
}

/// Can, want and how sure, in words.
fn words(fit: &RoleFit) -> (String, String, String) {
    (can_words(fit.can), want_words(fit), sure_words(fit.how_sure))
}

/// All three beside each other, each with its words below.
pub fn trio(it: &Shown<'_>, role: &RoleId, ui: &mut Ui) {
    let Some(fit) = it.fit(role) else { return };
    let (can, want, sure) = words(fit);
    let parts = [
        (t!("tracks-can"), Some(Measured::Can), can),
        (t!("tracks-want"), Some(Measured::Want), want),
        (t!("tracks-sure"), None, sure),
    ];
    widgets::columns(ui, 3, 140.0, |ui, i| {
        let (name, kind, words) = &parts[i];
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().interact_size.y = Size::Body.line();
            ui.spacing_mut().item_spacing.x = theme::STEP;
            ui.label(theme::strong(ui, Size::Body, Ink::Ink, name));
            match kind {
                Some(kind) => {
                    let (rect, _) =
                        ui.allocate_exact_size(eframe::egui::vec2(48.0, 24.0), eframe::egui::Sense::hover());
                    line(it, role, *kind, rect.min + eframe::egui::vec2(0.0, 4.0), ui);
                }
                None => {
                    ui.label(theme::text(ui, Size::Body, Ink::Ink, of_hundred(Some(fit))));
                }
            }
        });
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, words));
    });
}
