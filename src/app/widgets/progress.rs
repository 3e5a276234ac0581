//! The bars above the wizard: one for each part, each a link to it.

use eframe::egui::accesskit::Role;
use eframe::egui::{CornerRadius, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::focus_ring;
use crate::app::theme::{self, Ink, Size};

/// One part.
#[derive(Clone, Debug)]
pub struct Segment {
    /// Its name.
    pub name: String,
    /// Questions answered.
    pub done: usize,
    /// Questions asked.
    pub of: usize,
    /// What follows the name where the part is the current one, for instance "17 of 40".
    pub count: String,
}

/// Shows the parts; the first one gets half the width. Gives the part that was pressed.
#[expect(clippy::cast_precision_loss, reason = "a few dozen questions")]
pub fn progress(ui: &mut Ui, segments: &[Segment], current: usize) -> Option<usize> {
    let gap = theme::STEP;
    let room = ui.available_width();
    let others = segments.len().saturating_sub(1) as f32;
    let narrow = room < 520.0;
    let small = if others > 0.0 { ((room * 0.62) / others - gap).min(104.0) } else { 0.0 };
    let first = room - others * (small + gap);
    let height = if narrow { 20.0 } else { 32.0 };
    let (area, _) = ui.allocate_exact_size(vec2(room, height), Sense::hover());
    let mut x = area.left();
    let mut pressed = None;
    for (i, segment) in segments.iter().enumerate() {
        let width = if i == 0 { first } else { small };
        let rect = Rect::from_min_size(pos2(x, area.top()), vec2(width, height));
        x += width + gap;
        let response = ui.interact(rect, ui.make_persistent_id(("progress", i)), Sense::click());
        let name = format!("{}, {}", segment.name, segment.count);
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, i == current, &name));
        if response.clicked() {
            pressed = Some(i);
        }
        if !narrow {
            label(ui, rect, segment, i == current);
        }
        let bar = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 8.0), rect.max);
        let corner = CornerRadius::same(theme::SMALL_RADIUS);
        let ground = if response.hovered() { Ink::LineStrong } else { Ink::Select };
        ui.painter().rect_filled(bar, corner, theme::color(ui, ground));
        let share = segment.done as f32 / segment.of.max(1) as f32;
        if share > 0.0 {
            let filled = Rect::from_min_size(bar.min, vec2((bar.width() * share).max(8.0), 8.0));
            ui.painter().rect_filled(filled, corner, theme::color(ui, Ink::Pen));
        }
        focus_ring(ui, &response, 4);
        response.on_hover_cursor(eframe::egui::CursorIcon::PointingHand).on_hover_text(name);
    }
    pressed
}

fn label(ui: &Ui, rect: Rect, segment: &Segment, current: bool) {
    let painter = ui.painter().with_clip_rect(rect.expand2(vec2(4.0, 4.0)));
    let ink = theme::color(ui, if current { Ink::Ink } else { Ink::InkSoft });
    let galley = painter.layout_no_wrap(segment.name.clone(), theme::font(Size::Small, current), ink);
    let width = galley.size().x;
    painter.galley(rect.min, galley, ink);
    if current {
        let soft = theme::color(ui, Ink::InkSoft);
        let count = painter.layout_no_wrap(segment.count.clone(), theme::font(Size::Small, false), soft);
        painter.galley(pos2(rect.left() + width + 8.0, rect.top()), count, soft);
    }
}
