//! A check box, and a row of words to choose one of.

use egui::accesskit::Role;
use egui::{
    Color32, CornerRadius, Rect, Response, Sense, StrokeKind, TextWrapMode, Ui, Vec2, WidgetInfo, WidgetText, pos2,
    vec2,
};

use super::{focus_ring, reveal};
use crate::app::theme::{self, Icon, Ink, Size};

/// A check box with its label. The response is marked as changed when it was ticked or unticked.
pub fn checkbox(ui: &mut Ui, on: &mut bool, enabled: bool, label: &str) -> Response {
    let ink = if enabled { Ink::Ink } else { Ink::InkSoft };
    let words = WidgetText::from(theme::text(ui, Size::Body, ink, label));
    let room = (ui.available_width() - 28.0).max(40.0);
    let galley = words.into_galley(ui, Some(TextWrapMode::Wrap), room, theme::font(Size::Body, false));
    let size = vec2(16.0 + 12.0 + galley.size().x, galley.size().y.max(24.0));
    let (rect, mut response) = ui.allocate_exact_size(size, if enabled { Sense::click() } else { Sense::hover() });
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, enabled, *on, label));
    reveal(&response);
    if ui.is_rect_visible(rect) {
        let square = Rect::from_min_size(pos2(rect.left(), rect.top() + 4.0), Vec2::splat(16.0));
        paint_box(ui, square, *on, enabled);
        let at = pos2(rect.left() + 28.0, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, theme::color(ui, ink));
    }
    // Also out of sight: it scrolls there.
    focus_ring(ui, &response, 4);
    response
}

/// The box alone, for rows that draw their own words.
pub(in crate::app) fn paint_box(ui: &Ui, square: Rect, on: bool, enabled: bool) {
    let corner = CornerRadius::same(theme::SMALL_RADIUS);
    if on {
        let ground = if enabled { Ink::Pen } else { Ink::LineStrong };
        ui.painter().rect_filled(square, corner, theme::color(ui, ground));
        Icon::Check.paint(ui, square.shrink(1.0), theme::color(ui, Ink::OnPen));
    } else {
        let ground = theme::color(ui, Ink::Sheet);
        let line = theme::stroke(ui, 1.0, Ink::LineStrong);
        ui.painter().rect(square, corner, ground, line, StrokeKind::Inside);
    }
}

/// A row of words to choose one of.
#[must_use = "show it"]
pub struct Segmented<'a> {
    name: &'a str,
    labels: &'a [String],
    /// The padding beside the words of each.
    padding: f32,
}

impl<'a> Segmented<'a> {
    /// `name` is what screen readers say before each label.
    pub const fn new(name: &'a str, labels: &'a [String]) -> Self {
        Self { name, labels, padding: 16.0 }
    }

    /// Shows it, and returns what was chosen in this frame. Where there is little space, the words are closer together.
    pub fn show(mut self, ui: &mut Ui, chosen: usize) -> Option<usize> {
        let mut picked = None;
        let font = theme::font(Size::Small, true);
        let width =
            |label: &String| ui.painter().layout_no_wrap(label.clone(), font.clone(), Color32::PLACEHOLDER).size().x;
        let words: f32 = self.labels.iter().map(width).sum();
        #[expect(clippy::cast_precision_loss, reason = "a handful of labels")]
        let room = (ui.available_width() - words) / self.labels.len().max(1) as f32;
        self.padding = (room / 2.0).floor().clamp(6.0, 16.0);
        ui.horizontal_wrapped(|ui| {
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(Role::RadioGroup);
                node.set_label(self.name);
            });
            // Neighbours share a border line.
            ui.spacing_mut().item_spacing = vec2(-1.0, 4.0);
            let last = self.labels.len().saturating_sub(1);
            let round = |outside: bool| if outside { theme::RADIUS } else { 0 };
            for (i, label) in self.labels.iter().enumerate() {
                let (left, right) = (round(i == 0), round(i == last));
                let corner = CornerRadius { nw: left, sw: left, ne: right, se: right };
                if self.segment(ui, label, i == chosen, corner).clicked() {
                    picked = Some(i);
                }
            }
        });
        picked
    }

    fn segment(&self, ui: &mut Ui, label: &str, on: bool, corner: CornerRadius) -> Response {
        let ink = if on { Ink::OnPen } else { Ink::Ink };
        let words = WidgetText::from(if on {
            theme::strong(ui, Size::Small, ink, label)
        } else {
            theme::text(ui, Size::Small, ink, label)
        });
        let galley = words.into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, theme::font(Size::Small, on));
        let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 2.0 * self.padding, 32.0), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, format!("{}: {label}", self.name)));
        let ground = if on {
            Ink::Pen
        } else if response.hovered() {
            Ink::Select
        } else {
            Ink::Sheet
        };
        let line = theme::stroke(ui, 1.0, if on { Ink::Pen } else { Ink::LineStrong });
        ui.painter().rect(rect, corner, theme::color(ui, ground), line, StrokeKind::Inside);
        let at = rect.center() - galley.size() / 2.0;
        ui.painter().galley(at, galley, theme::color(ui, ink));
        focus_ring(ui, &response, theme::RADIUS);
        response
    }
}
