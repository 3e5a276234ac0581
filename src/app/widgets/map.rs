//! The map of roles, as a widget.

use egui::{CursorIcon, Rect, RectAlign, Ui, Vec2};

use super::chart::{Area, RING, explore, show_card};
use super::scene::paint;
use crate::app::theme::{self, Ink};
use crate::chart::Map;
use crate::figures::Card;

/// A map for the pointer, and for the arrow keys, which go through the roles in their order.
#[must_use = "show it"]
pub struct MapChart<'a> {
    map: &'a Map,
    card: &'a dyn Fn(usize) -> Card,
    spoken: &'a dyn Fn(usize) -> String,
}

impl<'a> MapChart<'a> {
    /// A widget for a drawn map; `card` returns what is known about a role, by its index, and `spoken` what screen readers say of its
    /// mark: the name first, then all that the mark shows.
    pub const fn new(map: &'a Map, card: &'a dyn Fn(usize) -> Card, spoken: &'a dyn Fn(usize) -> String) -> Self {
        Self { map, card, spoken }
    }

    /// Shows it. Returns the role that was clicked, or on which Enter was pressed.
    pub fn show(self, ui: &mut Ui) -> Option<usize> {
        let Self { map, card, spoken } = self;
        let explored = explore(ui, Area::new(&map.scene), map.places.len(), |p| map.role_at(p), spoken);
        let rect = explored.response.rect;
        if ui.is_rect_visible(rect) {
            paint(&map.scene, ui.painter(), rect.min, explored.scale, theme::palette(ui));
        }
        let place = explored.current?;
        let at = explored.at(*map.places.get(place)?);
        ui.painter().circle_stroke(at, RING, theme::stroke(ui, 2.0, Ink::Pen));
        let anchor = Rect::from_center_size(at, Vec2::splat(2.0 * RING));
        show_card(ui, &explored.response, anchor, RectAlign::BOTTOM, &card(place));
        let pressed = explored.response.clicked();
        if explored.response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        pressed.then_some(place)
    }
}
