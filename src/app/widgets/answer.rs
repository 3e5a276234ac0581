//! The answer scale: up to five big buttons, side by side or, where there is no room, one below the other.

use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, Rect, Response, Sense, StrokeKind, TextWrapMode, Ui, Vec2, WidgetInfo, WidgetText, pos2, vec2,
};

use super::{focus_ring, keep_arrows};
use crate::app::theme::{self, Ink, Size};

/// One answer.
#[derive(Clone, Debug)]
pub struct Choice<'a> {
    /// The key that gives it, shown in the bubble.
    pub key: &'a str,
    /// Its label.
    pub label: &'a str,
    /// What it means.
    pub sentence: &'a str,
}

/// The scale of one question.
#[must_use = "show it"]
pub struct AnswerScale<'a> {
    question: &'a str,
    choices: &'a [Choice<'a>],
    chosen: Option<usize>,
}

const WIDE: f32 = 128.0;
const HIGH: f32 = 112.0;
const ROW: f32 = 48.0;
const GAP: f32 = 24.0;

impl<'a> AnswerScale<'a> {
    /// The answers to a question. Screen readers read the question with each of them.
    pub const fn new(question: &'a str, choices: &'a [Choice<'a>], chosen: Option<usize>) -> Self {
        Self { question, choices, chosen }
    }

    /// Shows it, and returns the index of the answer that was pressed in this frame.
    pub fn show(self, ui: &mut Ui) -> Option<usize> {
        #[expect(clippy::cast_precision_loss, reason = "at most five answers")]
        let n = self.choices.len() as f32;
        let gap = if ui.available_width() < n * (WIDE + GAP) - GAP { 8.0 } else { GAP };
        let width = ((ui.available_width() - gap * (n - 1.0)) / n).min(WIDE);
        let rows = width < 112.0;
        let mut pressed = None;
        let mut one = |ui: &mut Ui, i: usize, size: Vec2| {
            if self.answer(ui, i, size, rows).clicked() {
                pressed = Some(i);
            }
        };
        if rows {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                let size = vec2(ui.available_width(), ROW);
                (0..self.choices.len()).for_each(|i| one(ui, i, size));
            });
        } else {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = gap;
                (0..self.choices.len()).for_each(|i| one(ui, i, vec2(width, HIGH)));
            });
        }
        pressed
    }

    fn answer(&self, ui: &mut Ui, i: usize, size: Vec2, row: bool) -> Response {
        let choice = &self.choices[i];
        let chosen = self.chosen == Some(i);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let name = format!("{} {}", choice.key, choice.label);
        response.widget_info(|| {
            let mut info = WidgetInfo::selected(Role::RadioButton, true, chosen, &name);
            info.hint_text = Some(self.question.to_owned());
            info
        });
        keep_arrows(ui, &response);
        let line = if chosen { theme::stroke(ui, 2.0, Ink::Pen) } else { theme::stroke(ui, 1.0, Ink::LineStrong) };
        let ground = theme::color(ui, if response.hovered() && !chosen { Ink::Select } else { Ink::Sheet });
        ui.painter().rect(rect, CornerRadius::same(theme::RADIUS), ground, line, StrokeKind::Inside);
        let bubble =
            if row { pos2(rect.left() + 28.0, rect.center().y) } else { pos2(rect.center().x, rect.top() + 40.0) };
        paint_bubble(ui, bubble, choice.key, chosen);
        let words = WidgetText::from(if chosen {
            theme::strong(ui, Size::Body, Ink::Ink, choice.label)
        } else {
            theme::text(ui, Size::Body, Ink::Ink, choice.label)
        });
        let room = if row { rect.width() - 64.0 } else { rect.width() - 8.0 };
        let galley = words.into_galley(ui, Some(TextWrapMode::Wrap), room, theme::font(Size::Body, chosen));
        let at = if row {
            pos2(rect.left() + 56.0, rect.center().y - galley.size().y / 2.0)
        } else {
            pos2(rect.center().x - galley.size().x / 2.0, rect.top() + 64.0)
        };
        ui.painter().galley(at, galley, theme::color(ui, Ink::Ink));
        focus_ring(ui, &response, theme::RADIUS);
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        if choice.sentence.is_empty() { response } else { response.on_hover_text(choice.sentence) }
    }
}

/// The bubble with the key in it.
fn paint_bubble(ui: &Ui, at: egui::Pos2, key: &str, chosen: bool) {
    let circle = Rect::from_center_size(at, Vec2::splat(32.0));
    let (ground, ink) = if chosen { (Ink::Pen, Ink::OnPen) } else { (Ink::Sheet, Ink::Ink) };
    let line = theme::stroke(ui, 1.5, if chosen { Ink::Pen } else { Ink::LineStrong });
    ui.painter().circle(circle.center(), 15.25, theme::color(ui, ground), line);
    let font = theme::font(Size::Body, chosen);
    ui.painter().text(circle.center(), Align2::CENTER_CENTER, key, font, theme::color(ui, ink));
}
