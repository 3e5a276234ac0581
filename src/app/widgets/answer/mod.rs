//! The answers to a question, of which one can be chosen: cards side by side, a list with what each answer means, or one low row.
//!
//! What an answer means is never to be seen only under the pointer. A list shows all sentences. A row keeps a place for one: that of the
//! answer under the pointer, or else that of the one with the focus, or else that of the chosen one. Nothing moves when it changes.

mod compact;
mod group;
mod list;
mod row;

use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, Pos2, Rect, Response, StrokeKind, TextWrapMode, Ui, UiBuilder, Vec2, WidgetInfo, WidgetText,
    pos2, vec2,
};
use std::sync::Arc;

use super::focus_ring;
use crate::app::theme::{self, Ink, Size};
use group::Group;
pub use group::is_on_chosen;

/// One answer.
#[derive(Clone, Debug)]
pub struct Choice<'a> {
    /// The key that gives it, shown in the bubble.
    pub key: &'a str,
    /// Its label.
    pub label: &'a str,
    /// What it means; empty where the label says all.
    pub sentence: &'a str,
}

/// How the answers are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Cards,
    List { low: bool },
    Row,
    Compact,
}

/// The scale of one question.
#[must_use = "show it"]
pub struct AnswerScale<'a> {
    question: &'a str,
    choices: &'a [Choice<'a>],
    chosen: Option<usize>,
    shape: Shape,
    apart: usize,
    at_rest: &'a str,
    group: Group,
}

const WIDE: f32 = 128.0;
const HIGH: f32 = 112.0;
const NARROW: f32 = 112.0;
const GAP: f32 = 24.0;

impl<'a> AnswerScale<'a> {
    /// The answers to a question, as cards. Screen readers say the question with them. Where there is no room, they become a list.
    pub const fn new(question: &'a str, choices: &'a [Choice<'a>], chosen: Option<usize>) -> Self {
        Self { question, choices, chosen, shape: Shape::Cards, apart: 0, at_rest: "", group: Group::NONE }
    }

    /// As a list with a sentence beside each answer, of low lines where `low`.
    pub const fn list(mut self, low: bool) -> Self {
        self.shape = Shape::List { low };
        self
    }

    /// As one low row, with a place for a sentence below it: `at_rest` stands there while no answer is pointed at or chosen. Where there
    /// is no room, it becomes a list.
    pub const fn row(mut self, at_rest: &'a str) -> Self {
        self.shape = Shape::Row;
        self.at_rest = at_rest;
        self
    }

    /// In two columns of low lines, with a place for a sentence below them.
    pub const fn compact(mut self) -> Self {
        self.shape = Shape::Compact;
        self
    }

    /// In a list, the last `count` answers stand a little apart, with their sentences below their labels: they are not on the scale.
    pub const fn apart(mut self, count: usize) -> Self {
        self.apart = count;
        self
    }

    /// Shows it, and returns the index of the answer that was pressed in this frame.
    pub fn show(mut self, ui: &mut Ui) -> Option<usize> {
        let group = UiBuilder::new().accessibility_role(Role::RadioGroup).accessibility_label(self.question);
        ui.scope_builder(group, |ui| {
            self.group = Group::of(ui, self.question, self.choices.len(), self.chosen);
            self.ui(ui).filter(|i| !self.group.is_again(ui, *i, self.chosen == Some(*i)))
        })
        .inner
    }

    fn ui(&self, ui: &mut Ui) -> Option<usize> {
        match self.shape {
            Shape::Cards if self.width_of_each(ui, self.gap_of_cards(ui)) < NARROW => self.list_ui(ui, false),
            Shape::Cards => self.cards_ui(ui),
            Shape::Row if self.width_of_each(ui, row::GAP) < NARROW => self.list_ui(ui, true),
            Shape::Row => self.row_ui(ui),
            Shape::Compact => self.compact_ui(ui),
            Shape::List { low } => self.list_ui(ui, low),
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "at most six answers")]
    fn width_of_each(&self, ui: &Ui, gap: f32) -> f32 {
        let n = self.choices.len() as f32;
        (ui.available_width() - gap * (n - 1.0)) / n
    }

    fn gap_of_cards(&self, ui: &Ui) -> f32 {
        if self.width_of_each(ui, GAP) < WIDE { theme::STEP } else { GAP }
    }

    fn cards_ui(&self, ui: &mut Ui) -> Option<usize> {
        let gap = self.gap_of_cards(ui);
        let width = self.width_of_each(ui, gap).min(WIDE);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            (0..self.choices.len()).filter(|i| self.card(ui, *i, width).clicked()).last()
        })
        .inner
    }

    fn card(&self, ui: &mut Ui, i: usize, width: f32) -> Response {
        let (rect, response) = self.answer(ui, i, vec2(width, HIGH));
        self.bubble(ui, i, pos2(rect.center().x, rect.top() + 40.0), 32.0);
        let galley = self.label(ui, i, rect.width() - 8.0);
        let at = pos2(rect.center().x - galley.size().x / 2.0, rect.top() + 64.0);
        ui.painter().galley(at, galley, theme::color(ui, Ink::Ink));
        focus_ring(ui, &response, theme::RADIUS);
        response.on_hover_cursor(egui::CursorIcon::PointingHand)
    }

    /// The place of an answer, with its border, and what screen readers say of it.
    fn answer(&self, ui: &mut Ui, i: usize, size: Vec2) -> (Rect, Response) {
        let (choice, chosen) = (&self.choices[i], self.chosen == Some(i));
        let (_, place) = ui.allocate_space(size);
        let rect = ui.layout().align_size_within_rect(size, place);
        let response = ui.interact(rect, self.group.answer(i), self.group.sense(i));
        let name = format!("{} {}", choice.key, choice.label);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &name));
        if !choice.sentence.is_empty() {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(choice.sentence));
        }
        Group::joined(ui, &response, i, chosen);
        let line = if chosen { theme::stroke(ui, 2.0, Ink::Pen) } else { theme::stroke(ui, 1.0, Ink::LineStrong) };
        let ground = theme::color(ui, if response.hovered() && !chosen { Ink::Select } else { Ink::Sheet });
        ui.painter().rect(rect, CornerRadius::same(theme::RADIUS), ground, line, StrokeKind::Inside);
        (rect, response)
    }

    /// The label, in the second weight where it is the chosen one.
    fn label(&self, ui: &Ui, i: usize, room: f32) -> Arc<egui::Galley> {
        self.label_as(ui, i, self.chosen == Some(i), room)
    }

    fn label_as(&self, ui: &Ui, i: usize, strong: bool, room: f32) -> Arc<egui::Galley> {
        let label = self.choices[i].label;
        let words = WidgetText::from(if strong {
            theme::strong(ui, Size::Body, Ink::Ink, label)
        } else {
            theme::text(ui, Size::Body, Ink::Ink, label)
        });
        words.into_galley(ui, Some(TextWrapMode::Wrap), room, theme::font(Size::Body, strong))
    }

    /// The bubble with the key in it.
    fn bubble(&self, ui: &Ui, i: usize, at: Pos2, across: f32) {
        let chosen = self.chosen == Some(i);
        let (ground, ink) = if chosen { (Ink::Pen, Ink::OnPen) } else { (Ink::Sheet, Ink::Ink) };
        let line =
            theme::stroke(ui, if across < 28.0 { 1.0 } else { 1.5 }, if chosen { Ink::Pen } else { Ink::LineStrong });
        ui.painter().circle(at, across / 2.0 - 0.75, theme::color(ui, ground), line);
        let font = theme::font(if across < 28.0 { Size::Small } else { Size::Body }, chosen);
        ui.painter().text(at, Align2::CENTER_CENTER, self.choices[i].key, font, theme::color(ui, ink));
    }
}
