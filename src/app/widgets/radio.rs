//! One of several answers below each other: a ring, filled where it is chosen, and words.

use egui::accesskit::Role;
use egui::{Response, Sense, TextWrapMode, Ui, WidgetInfo, WidgetText, pos2, vec2};

use super::{focus_ring, reveal};
use crate::app::theme::{self, Ink, Size};

/// The width of the ring, with the gap after it.
const RING: f32 = 28.0;

/// Shows one answer, over the whole width.
pub fn radio(ui: &mut Ui, on: bool, label: &str) -> Response {
    let words = WidgetText::from(if on {
        theme::strong(ui, Size::Body, Ink::Ink, label)
    } else {
        theme::text(ui, Size::Body, Ink::Ink, label)
    });
    let room = (ui.available_width() - RING).max(40.0);
    let galley = words.into_galley(ui, Some(TextWrapMode::Wrap), room, theme::font(Size::Body, on));
    let size = vec2(RING + galley.size().x, galley.size().y.max(24.0) + 8.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, label));
    reveal(&response);
    if ui.is_rect_visible(rect) {
        let at = pos2(rect.left() + 8.0, rect.top() + 16.0);
        let ground = if response.hovered() { Ink::Select } else { Ink::Sheet };
        ui.painter().circle(at, 7.5, theme::color(ui, ground), theme::stroke(ui, 1.0, Ink::LineStrong));
        if on {
            ui.painter().circle(at, 7.5, theme::color(ui, Ink::Sheet), theme::stroke(ui, 1.5, Ink::Pen));
            ui.painter().circle_filled(at, 4.0, theme::color(ui, Ink::Pen));
        }
        ui.painter().galley(pos2(rect.left() + RING, rect.top() + 4.0), galley, theme::color(ui, Ink::Ink));
    }
    // Also out of sight: it scrolls there.
    focus_ring(ui, &response, 4);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
