//! A list of what keys do, each with its keys in a cap.

use egui::accesskit::Role;
use egui::{CornerRadius, Rect, Sense, StrokeKind, TextWrapMode, Ui, WidgetInfo, WidgetText, pos2, vec2};

use crate::app::theme::{self, Ink, Size};

/// A line: the words at the left, the keys in a cap at the right. Long words wrap.
pub fn key_line(ui: &mut Ui, words: &str, keys: &str) {
    let width = ui.available_width();
    let soft = theme::color(ui, Ink::InkSoft);
    let caps = ui.painter().layout_no_wrap(keys.to_owned(), theme::font(Size::Small, false), soft);
    let cap = vec2(caps.size().x + 2.0 * theme::STEP, 24.0);
    let room = (width - cap.x - theme::STEP).max(80.0);
    let text = WidgetText::from(theme::text(ui, Size::Body, Ink::Ink, words));
    let text = text.into_galley(ui, Some(TextWrapMode::Wrap), room, theme::font(Size::Body, false));
    let (rect, response) = ui.allocate_exact_size(vec2(width, (text.size().y + theme::STEP).max(32.0)), Sense::hover());
    let spoken = format!("{words}: {keys}");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    ui.painter().galley(pos2(rect.left(), rect.center().y - text.size().y / 2.0), text, soft);
    let place = Rect::from_min_size(pos2(rect.right() - cap.x, rect.center().y - cap.y / 2.0), cap);
    let corner = CornerRadius::same(theme::SMALL_RADIUS);
    ui.painter().rect_stroke(place, corner, theme::stroke(ui, 1.0, Ink::LineStrong), StrokeKind::Inside);
    ui.painter().galley(place.center() - caps.size() / 2.0, caps, soft);
}
