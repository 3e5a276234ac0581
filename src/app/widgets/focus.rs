//! Visible focus, and which keys go where.

use egui::{self, EventFilter, Key, Modifiers, Response, StrokeKind, Ui, vec2};

use super::arrival;
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
    if response.has_focus() && arrival::shows_focus(ui.ctx()) {
        let ring = response.rect.expand(off);
        // A scroll area would otherwise cut off the ring.
        let painter = ui.painter().with_clip_rect(ui.clip_rect().expand(4.0));
        let corner = egui::CornerRadius::same(if off > 0.0 { radius.saturating_add(3) } else { radius });
        painter.rect_stroke(ring, corner, theme::stroke(ui, 2.0, Ink::Pen), StrokeKind::Middle);
    }
    reveal(response);
}

/// Scrolls to what has got the focus. Widgets that draw nothing while they are out of sight ask for it all the same.
pub fn reveal(response: &Response) {
    // What the frame before gave it to counts for egui as what had it.
    if response.gained_focus() || (response.has_focus() && arrival::is_given(&response.ctx, response.id)) {
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

/// Whether a key was pressed for the screen. False while a dialog or a menu is open, since nobody would see what happens behind it.
pub fn key(ui: &Ui, key: Key) -> bool {
    let free = !egui::Popup::is_any_open(ui.ctx()) && ui.memory(|memory| memory.top_modal_layer().is_none());
    let took = free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if took {
        // egui has seen the key before, and an arrow would move the focus as well.
        ui.memory_mut(|memory| memory.move_focus(egui::FocusDirection::None));
    }
    took
}

/// Lets Page Up, Page Down, Home and End scroll the page around `ui`, since a page of text has nothing to reach with Tab.
pub fn scroll_keys(ui: &Ui) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    let page = ui.clip_rect().height() - 48.0;
    // More than any page is long: the scroll area stops at its end.
    let whole = 1e6;
    for (pressed, down) in [(Key::PageDown, page), (Key::PageUp, -page), (Key::End, whole), (Key::Home, -whole)] {
        if key(ui, pressed) {
            ui.scroll_with_delta(vec2(0.0, -down));
        }
    }
}
