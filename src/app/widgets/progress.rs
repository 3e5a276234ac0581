//! The bars above the wizard: one for each part, each a link to it.

use egui::accesskit::Role;
use egui::{CornerRadius, Galley, Rect, Sense, Ui, WidgetInfo, pos2, vec2};
use std::sync::Arc;

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
    /// The words after the name of the current part, for instance "17 of 40".
    pub count: String,
}

/// Shows the parts; the first one gets half the width. Returns the part that was pressed.
#[expect(clippy::cast_precision_loss, reason = "a few dozen questions")]
pub fn progress(ui: &mut Ui, segments: &[Segment], current: usize) -> Option<usize> {
    let gap = theme::STEP;
    let room = ui.available_width();
    let labels: Vec<Label> = segments.iter().enumerate().map(|(i, it)| Label::new(ui, it, i == current)).collect();
    let widths = widths(&labels, room, gap);
    let narrow = room < 520.0 || labels.iter().zip(&widths).any(|(label, width)| label.width() > *width);
    let height = if narrow { 12.0 } else { 32.0 };
    if narrow {
        // Where not all names fit, that of the current part stands alone above the bars.
        let (line, _) = ui.allocate_exact_size(vec2(room, Size::Small.line()), Sense::hover());
        ui.add_space(-ui.spacing().item_spacing.y);
        if let Some(it) = segments.get(current) {
            Label::new(ui, it, true).paint(ui, line);
        }
    }
    let (area, _) = ui.allocate_exact_size(vec2(room, height), Sense::hover());
    let mut x = area.left();
    let mut pressed = None;
    for (i, ((segment, label), width)) in segments.iter().zip(labels).zip(widths).enumerate() {
        let rect = Rect::from_min_size(pos2(x, area.top()), vec2(width, height));
        x += width + gap;
        let response = ui.interact(rect, ui.make_persistent_id(("progress", i)), Sense::click());
        let name = format!("{}, {}", segment.name, segment.count);
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, i == current, &name));
        if response.clicked() {
            pressed = Some(i);
        }
        if !narrow {
            label.paint(ui, rect);
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
        response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(name);
    }
    pressed
}

/// The width of each bar: the first takes what the others leave, and each is at least as wide as its words.
#[expect(clippy::cast_precision_loss, reason = "a handful of parts")]
fn widths(labels: &[Label], room: f32, gap: f32) -> Vec<f32> {
    let others = labels.len().saturating_sub(1) as f32;
    let small = if others > 0.0 { ((room * 0.62) / others - gap).min(104.0) } else { 0.0 };
    let mut widths: Vec<f32> = labels.iter().map(|label| label.width().max(small)).collect();
    let taken: f32 = widths.iter().skip(1).map(|width| width + gap).sum();
    if labels.first().is_some_and(|first| first.width() > room - taken) {
        // Not all words fit, so none are shown.
        widths.fill(small);
    }
    let taken: f32 = widths.iter().skip(1).map(|width| width + gap).sum();
    if let Some(first) = widths.first_mut() {
        *first = room - taken;
    }
    widths
}

/// The words over a bar.
struct Label {
    name: Arc<Galley>,
    /// After the name of the current part.
    count: Option<Arc<Galley>>,
}

impl Label {
    fn new(ui: &Ui, segment: &Segment, current: bool) -> Self {
        let (ink, soft) = (theme::color(ui, Ink::Ink), theme::color(ui, Ink::InkSoft));
        let words = |words: &str, strong, ink| {
            ui.painter().layout_no_wrap(words.to_owned(), theme::font(Size::Small, strong), ink)
        };
        Self {
            name: words(&segment.name, current, if current { ink } else { soft }),
            count: current.then(|| words(&segment.count, false, soft)),
        }
    }

    fn width(&self) -> f32 {
        self.name.size().x + self.count.as_ref().map_or(0.0, |count| count.size().x + theme::STEP)
    }

    fn paint(self, ui: &Ui, rect: Rect) {
        let ink = theme::color(ui, Ink::Ink);
        let right = rect.left() + self.name.size().x + theme::STEP;
        ui.painter().galley(rect.min, self.name, ink);
        if let Some(count) = self.count {
            ui.painter().galley(pos2(right, rect.top()), count, ink);
        }
    }
}
