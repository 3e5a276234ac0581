//! Focus that can be seen.

use eframe::egui::{self, EventFilter, Response, StrokeKind, Ui};

use crate::app::theme::{self, Ink};

/// A ring of 2 px around a widget that has the focus, 2 px off.
pub fn focus_ring(ui: &Ui, response: &Response, radius: u8) {
    ring(ui, response, 3.0, radius);
}

/// The same inside the widget, for those that lie side by side.
pub fn focus_ring_inside(ui: &Ui, response: &Response, radius: u8) {
    ring(ui, response, -1.0, radius);
}

fn ring(ui: &Ui, response: &Response, off: f32, radius: u8) {
    if response.has_focus() {
        let ring = response.rect.expand(off);
        // A scroll area would cut the ring off.
        let painter = ui.painter().with_clip_rect(ui.clip_rect().expand(4.0));
        let corner = egui::CornerRadius::same(if off > 0.0 { radius.saturating_add(3) } else { radius });
        painter.rect_stroke(ring, corner, theme::stroke(ui, 2.0, Ink::Pen), StrokeKind::Middle);
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

/// Keeps the horizontal arrows for the screen instead of moving the focus, while `response` has it.
pub fn keep_arrows(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
}
