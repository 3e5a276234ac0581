//! The dot-and-whisker chart in the window.

use egui::{CornerRadius, Rect, RectAlign, Response, Ui, vec2};

use super::chart::{Area, explore, show_card};
use super::scene::paint;
use crate::app::theme::{self, Ink};
use crate::chart::Dots;
use crate::figures::Card;

/// A dot-and-whisker chart for the pointer, and for the arrow keys, which go from row to row.
#[must_use = "show it"]
pub struct DotsChart<'a> {
    dots: &'a Dots,
    card: &'a dyn Fn(usize) -> Card,
    area: Area<'a>,
}

impl<'a> DotsChart<'a> {
    /// A widget for a drawn chart; `card` returns the numbers of a facet, by its index in the fixed order.
    pub const fn new(dots: &'a Dots, card: &'a dyn Fn(usize) -> Card) -> Self {
        Self { dots, card, area: Area::new(&dots.scene) }
    }

    /// So many times its size, where there is room.
    pub const fn grown(mut self, times: f32) -> Self {
        self.area.grown = times;
        self
    }

    /// Shows it in its size, or smaller where there is less space.
    pub fn show(self, ui: &mut Ui) -> Response {
        let Self { dots, card, area } = self;
        let numbers = |place: usize| dots.places.get(place).map(|row| card(row.facet));
        let spoken = |place| numbers(place).map_or_else(String::new, |card| card.spoken());
        let explored = explore(ui, area, dots.places.len(), |p| dots.row_at(p), spoken);
        let current = explored.current.and_then(|place| Some((dots.places.get(place)?, place)));
        let rect = explored.response.rect;
        if ui.is_rect_visible(rect) {
            if let Some((place, _)) = current {
                let row = Rect::from_min_max(explored.at(place.row.min), explored.at(place.row.max));
                let ground = row.expand2(vec2(theme::STEP, -1.0));
                ui.painter().rect_filled(ground, CornerRadius::same(theme::RADIUS), theme::color(ui, Ink::Select));
            }
            paint(&dots.scene, ui.painter(), rect.min, explored.scale, theme::palette(ui));
        }
        if let Some((row, place)) = current
            && let Some(card) = numbers(place)
        {
            // Below the name, so that the marks of the other rows stay in sight.
            let anchor = Rect::from_min_max(explored.at(row.row.min), explored.at(row.row.max));
            show_card(ui, &explored.response, anchor, RectAlign::BOTTOM_START, &card);
        }
        explored.response
    }
}
