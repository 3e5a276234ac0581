//! The start for somebody who has not been here before: what one gets, as a picture and in words, and the way in.

use egui::{Margin, Ui, vec2};

use super::start::{FORMS, Offer};
use crate::app::command::Command;
use crate::app::theme::{self, Ink, Size};
use crate::app::view::View;
use crate::app::widgets;
use crate::chart::legend::{Sample, sample};
use crate::chart::{RadarStyle, SeriesKind, inks};
use crate::instrument::Side;
use crate::summary::side_name;
use crate::t;
use crate::words::Words;

/// From this width on, the picture is beside the words.
const BESIDE: f32 = 640.0;
/// The widest picture, with the card around it.
const PICTURE: f32 = 480.0;
/// The space inside the card.
const PAD: i8 = 24;
/// From this width on, the radar has its full size.
const FULL_RADAR: f64 = 400.0;

/// Whether nothing shows that somebody has been here: no profile is open, and none is known.
pub fn is_meant(view: &View<'_>) -> bool {
    view.document.is_none() && view.home.recent.is_empty() && view.home.resume.is_empty()
}

/// Shows it.
pub fn ui(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let width = ui.available_width();
    if width < BESIDE {
        title(view.words, ui);
        ways_in(view, ui, commands);
        ui.add_space(theme::GAP);
        gets(view.words, ui);
        ui.add_space(theme::GAP);
        picture(view, ui);
        return;
    }
    let gap = if width >= theme::FULL { 2.0 * theme::PAD } else { theme::WIDE };
    let picture_width = PICTURE.min((width - gap) / 2.0).floor();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        ui.vertical(|ui| {
            ui.set_width(width - gap - picture_width);
            ui.spacing_mut().item_spacing.x = theme::STEP;
            title(view.words, ui);
            gets(view.words, ui);
            ui.add_space(theme::PAD);
            ways_in(view, ui, commands);
        });
        ui.vertical(|ui| {
            ui.set_width(picture_width);
            ui.spacing_mut().item_spacing.x = theme::STEP;
            picture(view, ui);
        });
    });
}

fn title(words: &Words, ui: &mut Ui) {
    widgets::title_of_page(ui, &t!(words, "home-title"));
    ui.add_space(-theme::HALF);
    widgets::lines(ui, theme::text(ui, Size::Body, Ink::InkSoft, t!(words, "home-below")));
    ui.add_space(theme::GAP);
}

/// What one gets, each line with the mark that it has in the picture.
fn gets(words: &Words, ui: &mut Ui) {
    widgets::subheading(ui, &t!(words, "home-gets"));
    for (mark, said) in [
        (Sample::Series(SeriesKind::Mine), t!(words, "home-gets-shape")),
        (Sample::Series(SeriesKind::Role), t!(words, "home-gets-role")),
        (Sample::Gap, t!(words, "home-gets-gaps")),
    ] {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            let (place, _) = ui.allocate_exact_size(vec2(48.0, Size::Body.line()), egui::Sense::hover());
            let drawing = sample(mark);
            #[expect(clippy::cast_possible_truncation, reason = "a few dozen points")]
            let left = place.left() + (48.0 - drawing.width as f32) / 2.0;
            let at = egui::pos2(left, place.center().y - 8.0);
            widgets::paint(drawing, ui.painter(), at, 1.0, theme::palette(ui));
            ui.vertical(|ui| widgets::lines(ui, theme::text(ui, Size::Body, Ink::Ink, said)));
        });
    }
}

/// Both forms, quick first.
fn ways_in(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    for form in FORMS {
        let offer = Offer::of(view, form);
        ui.spacing_mut().item_spacing.y = theme::HALF;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            offer.button(view, ui, commands);
            ui.label(theme::text(ui, Size::Body, Ink::InkSoft, &offer.minutes));
        });
        widgets::lines(ui, theme::text(ui, Size::Small, Ink::InkSoft, &offer.asks));
        ui.add_space(theme::STEP);
    }
}

/// The radar of the worked example, with its legend and what it is.
fn picture(view: &View<'_>, ui: &mut Ui) {
    widgets::card(ui, Margin::same(PAD), |ui| {
        ui.spacing_mut().item_spacing.y = theme::STEP;
        sides(view.words, ui);
        let width = f64::from(ui.available_width().floor());
        let style = if width >= FULL_RADAR {
            RadarStyle { width, radius: 128.0, ..RadarStyle::FULL }
        } else {
            RadarStyle { width, radius: 100.0, ..RadarStyle::TRACKS }
        };
        if let Some(picture) = &*view.models.example_picture(style) {
            widgets::drawing(ui, &picture.radar.scene);
            widgets::drawing(ui, &picture.legend);
        }
        widgets::lines(ui, theme::text(ui, Size::Small, Ink::InkSoft, t!(view.words, "home-picture")));
    });
}

/// The names of the sides, each at its own.
fn sides(words: &Words, ui: &mut Ui) {
    let name = |ui: &mut Ui, side| ui.label(theme::strong(ui, Size::Small, inks(side).text, side_name(words, side)));
    egui::Sides::new().height(Size::Small.line()).show(
        ui,
        |ui| name(ui, Side::Leadership),
        |ui| name(ui, Side::Management),
    );
}
