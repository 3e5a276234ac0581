//! Answers in one low row, with a place for one sentence below it.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Align, FontSelection, Galley, Response, Sense, TextWrapMode, Ui, WidgetText, pos2, vec2};

use super::AnswerScale;
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::focus_ring;

/// Between two answers.
pub(super) const GAP: f32 = 6.0;
const HIGH: f32 = 40.0;
const BUBBLE: f32 = 20.0;
/// Between a bubble and its label, and beside both at least.
const BETWEEN: f32 = 6.0;
const SIDE: f32 = 3.0;

impl AnswerScale<'_> {
    pub(super) fn row_ui(&self, ui: &mut Ui) -> Option<usize> {
        let width = self.width_of_each(ui, GAP);
        let room = width - BUBBLE - BETWEEN - 2.0 * SIDE;
        // As if each were the chosen one, whose letters are wider, so that nothing moves when one is chosen.
        let highest = (0..self.choices.len()).map(|i| self.label_as(ui, i, true, room).size().y);
        let size = vec2(width, (highest.fold(0.0, f32::max) + theme::STEP).max(HIGH));
        let (mut pressed, mut pointed, mut focused) = (None, None, None);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for i in 0..self.choices.len() {
                let response = self.low(ui, i, size);
                pressed = response.clicked().then_some(i).or(pressed);
                pointed = response.hovered().then_some(i).or(pointed);
                focused = response.has_focus().then_some(i).or(focused);
            }
        });
        self.meaning(ui, pointed.or(focused).or(self.chosen));
        pressed
    }

    fn low(&self, ui: &mut Ui, i: usize, size: egui::Vec2) -> Response {
        let (rect, response) = self.answer(ui, i, size);
        let label = self.label(ui, i, size.x - BUBBLE - BETWEEN - 2.0 * SIDE);
        let left = rect.center().x - (BUBBLE + BETWEEN + label.size().x) / 2.0;
        self.bubble(ui, i, pos2(left + BUBBLE / 2.0, rect.center().y), BUBBLE);
        let at = pos2(left + BUBBLE + BETWEEN, rect.center().y - label.size().y / 2.0);
        ui.painter().galley(at, label, theme::color(ui, Ink::Ink));
        focus_ring(ui, &response, theme::RADIUS);
        response.on_hover_cursor(egui::CursorIcon::PointingHand)
    }

    /// What an answer means, in a place that is high enough for the longest.
    pub(super) fn meaning(&self, ui: &mut Ui, shown: Option<usize>) {
        if self.choices.iter().all(|choice| choice.sentence.is_empty()) {
            return;
        }
        let width = ui.available_width();
        let all: Vec<Arc<Galley>> = (0..self.choices.len()).map(|i| self.meaning_of(ui, i, width)).collect();
        let rest = WidgetText::from(theme::text(ui, Size::Small, Ink::InkSoft, self.at_rest));
        let rest = rest.into_galley(ui, Some(TextWrapMode::Wrap), width, theme::font(Size::Small, false));
        let height = all.iter().chain([&rest]).map(|galley| galley.size().y).fold(0.0, f32::max);
        let (place, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let galley = shown.map_or(rest, |i| Arc::clone(&all[i]));
        ui.painter().galley(place.min, galley, theme::color(ui, Ink::InkSoft));
    }

    fn meaning_of(&self, ui: &Ui, i: usize, width: f32) -> Arc<Galley> {
        let choice = &self.choices[i];
        let mut job = LayoutJob::default();
        let label = format!("{}   ", choice.label);
        theme::strong(ui, Size::Small, Ink::Ink, label).append_to(
            &mut job,
            ui.style(),
            FontSelection::Default,
            Align::Min,
        );
        theme::text(ui, Size::Small, Ink::InkSoft, choice.sentence).append_to(
            &mut job,
            ui.style(),
            FontSelection::Default,
            Align::Min,
        );
        let font = theme::font(Size::Small, false);
        WidgetText::from(job).into_galley(ui, Some(TextWrapMode::Wrap), width, font)
    }
}
