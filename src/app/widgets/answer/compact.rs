//! Answers in two columns, for windows with little height: all of them are in sight. What one means stands below all, as under a row.

use egui::{Response, Ui, pos2, vec2};

use super::AnswerScale;
use crate::app::theme::{self, Ink};
use crate::app::widgets::focus_ring;

/// Between two answers.
const GAP: f32 = 4.0;
const HIGH: f32 = 30.0;
const BUBBLE: f32 = 20.0;
const SIDE: f32 = 6.0;

impl AnswerScale<'_> {
    pub(super) fn compact_ui(&self, ui: &mut Ui) -> Option<usize> {
        let width = ui.available_width();
        let half = ((width - 2.0 * GAP) / 2.0).floor();
        let fits = |i: &usize| self.label_as(ui, *i, true, f32::INFINITY).size().x + BUBBLE + 3.0 * SIDE <= half;
        let two = (0..self.choices.len() - self.apart).all(|i| fits(&i));
        let (mut pressed, mut pointed, mut focused) = (None, None, None);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing = vec2(2.0 * GAP, 2.0 * GAP);
            // A line is as high as its answers.
            ui.spacing_mut().interact_size.y = HIGH;
            let on_scale = self.choices.len() - self.apart;
            let mut i = 0;
            while i < self.choices.len() {
                let pair = if two && i + 1 < on_scale { 2 } else { 1 };
                ui.horizontal(|ui| {
                    for at in i..i + pair {
                        let wide = if two && i < on_scale { half } else { width };
                        let response = self.small(ui, at, wide);
                        pressed = response.clicked().then_some(at).or(pressed);
                        pointed = response.hovered().then_some(at).or(pointed);
                        focused = response.has_focus().then_some(at).or(focused);
                    }
                });
                i += pair;
            }
        });
        self.meaning(ui, pointed.or(focused).or(self.chosen));
        pressed
    }

    fn small(&self, ui: &mut Ui, i: usize, width: f32) -> Response {
        let room = width - BUBBLE - 3.0 * SIDE;
        let high = self.label_as(ui, i, true, room).size().y + 6.0;
        let (rect, response) = self.answer(ui, i, vec2(width, high.max(HIGH)));
        let label = self.label(ui, i, room);
        self.bubble(ui, i, pos2(rect.left() + SIDE + BUBBLE / 2.0, rect.center().y), BUBBLE);
        let at = pos2(rect.left() + 2.0 * SIDE + BUBBLE, rect.center().y - label.size().y / 2.0);
        ui.painter().galley(at, label, theme::color(ui, Ink::Ink));
        focus_ring(ui, &response, theme::RADIUS);
        response.on_hover_cursor(egui::CursorIcon::PointingHand)
    }
}
