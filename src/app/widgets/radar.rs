//! The radar in the window.

use egui::{Rect, RectAlign, Response, Ui, Vec2};

use super::chart::{Area, RING, explore, show_card};
use super::scene::paint;
use crate::app::theme::{self, Ink};
use crate::chart::Radar;
use crate::figures::Card;

/// A radar for the pointer, and for the arrow keys, which go clockwise.
#[must_use = "show it"]
pub struct RadarChart<'a> {
    radar: &'a Radar,
    card: &'a dyn Fn(usize) -> Card,
    area: Area<'a>,
}

impl<'a> RadarChart<'a> {
    /// A widget for a drawn radar; `card` returns the numbers of a facet, by its index in the fixed order.
    pub const fn new(radar: &'a Radar, card: &'a dyn Fn(usize) -> Card) -> Self {
        Self { radar, card, area: Area::new(&radar.scene) }
    }

    /// So many times its size, where there is room.
    pub const fn grown(mut self, times: f32) -> Self {
        self.area.grown = times;
        self
    }

    /// Words above it that begin here belong to it: the ring of the focus goes round them, too.
    pub const fn with_words_from(mut self, top: f32) -> Self {
        self.area.from = Some(top);
        self
    }

    /// Shows it in its size, or smaller where there is less space.
    pub fn show(self, ui: &mut Ui) -> Response {
        let Self { radar, card, area } = self;
        let numbers = |place: usize| radar.axes.get(place).map(|axis| card(axis.facet));
        let spoken = |place| numbers(place).map_or_else(String::new, |card| card.spoken());
        let explored = explore(ui, area, radar.axes.len(), |p| radar.axis_at(p), spoken);
        let rect = explored.response.rect;
        if ui.is_rect_visible(rect) {
            paint(&radar.scene, ui.painter(), rect.min, explored.scale, theme::palette(ui));
        }
        if let Some((axis, place)) = explored.current.and_then(|place| Some((radar.axes.get(place)?, place))) {
            ui.painter().circle_stroke(explored.at(axis.mark), RING, theme::stroke(ui, 2.0, Ink::Pen));
            if let Some(card) = numbers(place) {
                // Outwards, so that the shape stays in sight.
                let align = if axis.tip.x > radar.center.x { RectAlign::RIGHT } else { RectAlign::LEFT };
                let anchor = Rect::from_center_size(explored.at(axis.mark), Vec2::splat(2.0 * RING));
                show_card(ui, &explored.response, anchor, align, &card);
            }
        }
        explored.response
    }
}
