//! The drawings at the top of a page: the wheel of the facets in its two halves, and the four aspects.

use egui::{Align, Layout, Ui, vec2};

use crate::app::models::Memo;
use crate::app::theme::{self, Ink, Size};
use crate::app::view::View;
use crate::app::widgets;
use crate::chart::{self, Overlays, RadarFacet, RadarInput, RadarStyle, Scene, inks};
use crate::instrument::{Aspect, Facet, Instrument, Side};
use crate::summary::side_name;
use crate::t;
use crate::words::Words;

/// Left and right, as on the radar.
pub const SIDES: [Side; 2] = [Side::Leadership, Side::Management];

/// What is kept of the drawings.
#[derive(Debug)]
pub struct State {
    wheel: Memo<(String, RadarStyle), Scene>,
    aspects: Memo<(), Vec<[Scene; 2]>>,
}

impl Default for State {
    fn default() -> Self {
        Self { wheel: Memo::of(1), aspects: Memo::of(1) }
    }
}

/// The width of the wheel with its names.
const WHEEL: f32 = 480.0;

/// The wheel of the facets, with the names of its halves above it.
pub fn wheel(view: &View<'_>, state: &State, ui: &mut Ui) {
    let width = ui.available_width().min(WHEEL).floor();
    let style =
        RadarStyle { width: f64::from(width), radius: if width < WHEEL { 88.0 } else { 112.0 }, ..RadarStyle::FULL };
    let scene =
        state.wheel.get((view.words.language(), style), |_| chart::wheel(&input(view.words, view.instrument), &style));
    let left = ((ui.available_width() - width) / 2.0).floor();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(left);
        ui.vertical(|ui| {
            ui.set_width(width);
            names(view.words, ui);
            widgets::drawing(ui, &scene);
        });
    });
}

/// The names of the sides, each above its half.
fn names(words: &Words, ui: &mut Ui) {
    let name = |ui: &mut Ui, side| ui.label(theme::strong(ui, Size::Body, inks(side).text, side_name(words, side)));
    egui::Sides::new().height(Size::Body.line()).show(ui, |ui| name(ui, SIDES[0]), |ui| name(ui, SIDES[1]));
}

/// The facets without scores.
fn input(words: &Words, instrument: &Instrument) -> RadarInput {
    let name = |facet: &Facet| instrument.texts.facet(&facet.id).name.clone();
    let facet = |facet: &Facet| RadarFacet { label: name(facet), note: None, side: facet.side };
    let of = |side| words.list(&instrument.side(side).map(|facet| name(facet).to_lowercase()).collect::<Vec<_>>());
    let (leadership, management) = (of(Side::Leadership), of(Side::Management));
    RadarInput {
        facets: instrument.facets.iter().map(facet).collect(),
        series: Overlays::new([]),
        title: t!(words, "guide-wheel"),
        alt: t!(words, "guide-wheel-says", leadership = leadership, management = management),
    }
}

/// The least width of a column of two drawings.
const COLUMN: f32 = 160.0;
/// Between the drawings of an aspect.
const BETWEEN: f32 = 16.0;

/// A pair of drawings for each aspect: as leadership does it at the left, as management at the right.
pub fn aspects(view: &View<'_>, state: &State, ui: &mut Ui) {
    let drawn = state.aspects.get((), |()| Aspect::ALL.map(|it| SIDES.map(|side| chart::aspect(it, side))).to_vec());
    let all: Vec<(Aspect, &[Scene; 2])> = Aspect::ALL.into_iter().zip(drawn.iter()).collect();
    let count = if ui.available_width() >= 4.0 * COLUMN + 3.0 * theme::GAP { 4 } else { 2 };
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let width = (ui.available_width() - theme::GAP * (count - 1) as f32) / count as f32;
    for row in all.chunks(count) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            for (aspect, pair) in row {
                ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(width);
                    let name = &view.instrument.texts.aspect(*aspect).name;
                    ui.label(theme::strong(ui, Size::Small, Ink::Ink, name));
                    ui.horizontal_top(|ui| {
                        ui.spacing_mut().item_spacing.x = BETWEEN;
                        for scene in *pair {
                            widgets::drawing(ui, scene);
                        }
                    });
                });
            }
        });
    }
    ui.label(theme::text(ui, Size::Small, Ink::InkSoft, t!(view.words, "guide-drawings")));
}
