//! Answers one below the other, each with the sentence that says what it means.

use std::sync::Arc;

use egui::{Galley, Response, TextWrapMode, Ui, WidgetText, pos2, vec2};

use super::AnswerScale;
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::focus_ring;

/// Sentences stand beside the labels if they have at least so much room there, else below them.
const ROOM: f32 = 280.0;
/// Labels take at most this share of the width.
const SHARE: f32 = 0.36;

/// The measures of a list.
struct Measures {
    height: f32,
    padding: f32,
    /// Between two answers.
    gap: f32,
    bubble: f32,
    /// Between a label and its sentence.
    between: f32,
    /// Where labels begin, from the left edge.
    label: f32,
    /// The width of the widest label on the scale.
    labels: f32,
    /// The width of the sentences beside these labels; `None` where they stand below.
    beside: Option<f32>,
}

impl AnswerScale<'_> {
    pub(super) fn list_ui(&self, ui: &mut Ui, low: bool) -> Option<usize> {
        let measures = self.measures(ui, low);
        let last_of_scale = self.choices.len() - self.apart;
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = measures.gap;
            let mut pressed = None;
            for i in 0..self.choices.len() {
                if i > 0 && i == last_of_scale {
                    ui.add_space(measures.gap);
                }
                if self.line(ui, i, &measures).clicked() {
                    pressed = Some(i);
                }
            }
            pressed
        })
        .inner
    }

    fn measures(&self, ui: &Ui, low: bool) -> Measures {
        let width = ui.available_width();
        let (height, padding, gap, bubble) = if low { (30.0, 3.0, 4.0, 22.0) } else { (44.0, 8.0, 8.0, 28.0) };
        let between = if low { theme::GAP } else { theme::PAD };
        let label = bubble + 2.0 * theme::GAP.min(bubble / 2.0);
        // As if each were the chosen one, whose letters are wider.
        let widest = (0..self.choices.len() - self.apart).map(|i| self.label_as(ui, i, true, SHARE * width).size().x);
        let labels = widest.fold(0.0, f32::max).ceil();
        let room = width - label - labels - between - if low { 12.0 } else { theme::GAP };
        let all_say_something = self.choices.iter().any(|choice| !choice.sentence.is_empty());
        let beside = (room >= ROOM && all_say_something).then_some(room);
        Measures { height, padding, gap, bubble, between, label, labels, beside }
    }

    fn line(&self, ui: &mut Ui, i: usize, it: &Measures) -> Response {
        let width = ui.available_width();
        let whole = width - it.label - theme::GAP;
        let beside = it.beside.filter(|_| i < self.choices.len() - self.apart);
        let label = self.label(ui, i, beside.map_or(whole, |_| it.labels));
        let sentence = self.sentence(ui, i, beside.unwrap_or(whole));
        let below = beside.is_none();
        let high = match &sentence {
            Some(sentence) if below => label.size().y + sentence.size().y,
            Some(sentence) => label.size().y.max(sentence.size().y),
            None => label.size().y,
        };
        let (rect, response) = self.answer(ui, i, vec2(width, (high + 2.0 * it.padding).max(it.height)));
        self.bubble(ui, i, pos2(rect.left() + it.label / 2.0, rect.center().y), it.bubble);
        let ink = theme::color(ui, Ink::Ink);
        let left = rect.left() + it.label;
        let middle = |galley: &Galley| rect.center().y - galley.size().y / 2.0;
        let top = if below { rect.center().y - high / 2.0 } else { middle(&label) };
        let under = top + label.size().y;
        ui.painter().galley(pos2(left, top), label, ink);
        if let Some(sentence) = sentence {
            let at = if below { pos2(left, under) } else { pos2(left + it.labels + it.between, middle(&sentence)) };
            ui.painter().galley(at, sentence, ink);
        }
        focus_ring(ui, &response, theme::RADIUS);
        response.on_hover_cursor(egui::CursorIcon::PointingHand)
    }

    fn sentence(&self, ui: &Ui, i: usize, room: f32) -> Option<Arc<Galley>> {
        let sentence = self.choices[i].sentence;
        let words = WidgetText::from(theme::text(ui, Size::Small, Ink::InkSoft, sentence));
        let galley = || words.into_galley(ui, Some(TextWrapMode::Wrap), room, theme::font(Size::Small, false));
        (!sentence.is_empty()).then(galley)
    }
}
