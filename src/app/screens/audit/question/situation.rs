//! Ten points between two responses to a scene.
//!
//! A row of five answers splits them in one step, with a key each; the middle is one of them. Pressing a response, or its letter, moves one
//! point to it. Only a split in one step leads on: whoever moves points is not done after the first. Before a split is given, none is
//! shown or said.

use egui::accesskit::Role;
use egui::{
    Align, CornerRadius, Key, Rect, Response, Sense, StrokeKind, TextWrapMode, Ui, WidgetInfo, WidgetText, pos2, vec2,
};

use super::{DIGITS, Given, NUMBERS, Room, asked, one_of};
use crate::app::theme::{self, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{AnswerScale, Choice, focus_ring, keep_arrows};
use crate::profile::{Audit, AuditEdit, Points, SituationId};
use crate::t;
use crate::words::Words;

/// What the right response gets by the keys 1 to 5.
const BY_KEY: [u8; 5] = [0, 2, 5, 8, 10];
/// The letters that move a point to the left and to the right response.
const LETTERS: [&str; 2] = ["A", "B"];

pub(super) fn ui(view: &View<'_>, audit: &Audit, id: &SituationId, ui: &mut Ui) -> Given {
    let texts = &view.instrument.texts;
    let scene = texts.situation(id);
    let Some(situation) = view.instrument.situations.iter().find(|it| it.id == *id) else { return Given::default() };
    asked(ui, &texts.situation_prompt, &scene.scene);
    let points = audit.answers.situations.get(id).copied();
    let responses = [situation.left, situation.right()].map(|side| scene.response(side));
    let shares = points.map(|points| [situation.left, situation.right()].map(|side| side.points(points)));
    // The words do not say which response is minded as which side.
    let moved = cards(view.words, responses, shares, ui).or_else(|| one_of(ui, &[Key::A, Key::B]));
    points_ui(view.words, shares, ui);
    let split = splits(view.words, shares.map(|[_, right]| right), ui);
    let right = match (split, moved) {
        (Some(split), _) => Some(BY_KEY[split]),
        (None, Some(to)) => Some(stepped(shares.map(|[_, right]| right), to == 1)),
        (None, None) => None,
    };
    let points = right.and_then(|right| situation.right().points_of(right));
    let given = points.map(|points| {
        let [left, right] = [situation.left, situation.right()].map(|side| side.points(points));
        (AuditEdit::SetSituation(id.clone(), Some(points)), t!(view.words, "points-split", left = left, right = right))
    });
    Given { is_whole: split.is_some(), ..Given::from(given) }
}

/// What the right response has after one more point for it, or one less. The first step is from the middle.
fn stepped(before: Option<u8>, to_right: bool) -> u8 {
    let before = before.unwrap_or(Points::TOTAL / 2);
    if to_right { (before + 1).min(Points::TOTAL) } else { before.saturating_sub(1) }
}

/// Both responses. Returns which one was pressed: 0 for the left one.
fn cards(words: &Words, responses: [&str; 2], shares: Option<[u8; 2]>, ui: &mut Ui) -> Option<usize> {
    let mut pressed = None;
    let width = ui.available_width();
    let beside = width >= 2.0 * 200.0 + theme::GAP;
    let each = if beside { ((width - theme::GAP) / 2.0).floor() } else { width };
    let texts = responses.map(|words| {
        let text = WidgetText::from(theme::text(ui, Size::Body, Ink::Ink, words));
        let room = each - 2.0 * theme::GAP - CAP - 12.0;
        text.into_galley(ui, Some(TextWrapMode::Wrap), room, theme::font(Size::Body, false))
    });
    let said = |side: usize| shares.map(|shares| t!(words, "points", points = shares[side]));
    let highest = texts.iter().map(|text| text.size().y).fold(0.0, f32::max);
    let layout = if beside { egui::Layout::left_to_right(Align::Min) } else { egui::Layout::top_down(Align::Min) };
    ui.with_layout(layout, |ui| {
        ui.spacing_mut().item_spacing = vec2(theme::GAP, theme::STEP);
        for (side, text) in texts.into_iter().enumerate() {
            let high = (if beside { highest } else { text.size().y }) + Size::Body.line() + 2.0 * theme::GAP;
            let (rect, response) = ui.allocate_exact_size(vec2(each, high), Sense::click());
            let points = said(side);
            response.widget_info(|| {
                WidgetInfo::labeled(Role::Button, true, format!("{} {}", LETTERS[side], responses[side]))
            });
            let more = t!(words, "points-more");
            let spoken = points.as_ref().map_or_else(|| more.clone(), |points| format!("{points}. {more}"));
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(spoken));
            card(ui, &response, rect);
            cap(ui, rect, LETTERS[side]);
            let left = rect.left() + theme::GAP + CAP + 12.0;
            let ink = theme::color(ui, Ink::Ink);
            ui.painter().galley(pos2(left, rect.top() + theme::GAP), text, ink);
            let (shown, ink) = points.map_or_else(|| (t!(words, "points-open"), Ink::InkSoft), |it| (it, Ink::Ink));
            let font = theme::font(Size::Body, ink == Ink::Ink);
            let at = pos2(left, rect.bottom() - theme::GAP);
            ui.painter().text(at, egui::Align2::LEFT_BOTTOM, shown, font, theme::color(ui, ink));
            keep_arrows(ui, &response);
            focus_ring(ui, &response, theme::RADIUS);
            if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
                pressed = Some(side);
            }
        }
    });
    pressed
}

/// The side of a key cap.
const CAP: f32 = 24.0;

fn card(ui: &Ui, response: &Response, rect: Rect) {
    let ground = theme::color(ui, if response.hovered() { Ink::Select } else { Ink::Sheet });
    let line = theme::stroke(ui, 1.0, Ink::LineStrong);
    ui.painter().rect(rect, CornerRadius::same(theme::RADIUS), ground, line, StrokeKind::Inside);
}

fn cap(ui: &Ui, card: Rect, letter: &str) {
    let place = Rect::from_min_size(card.min + vec2(theme::GAP, theme::GAP), vec2(CAP, CAP));
    let corner = CornerRadius::same(theme::SMALL_RADIUS);
    ui.painter().rect_stroke(place, corner, theme::stroke(ui, 1.0, Ink::LineStrong), StrokeKind::Inside);
    let (font, ink) = (theme::font(Size::Small, false), theme::color(ui, Ink::Ink));
    ui.painter().text(place.center(), egui::Align2::CENTER_CENTER, letter, font, ink);
}

/// The ten points: those of the left response at the left, those of the right one at the right. Before they are split, they are empty.
fn points_ui(words: &Words, shares: Option<[u8; 2]>, ui: &mut Ui) {
    let (line, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::hover());
    let spoken = match shares {
        Some([left, right]) => t!(words, "points-split", left = left, right = right),
        None => t!(words, "points-open"),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    let total = Points::TOTAL;
    let across = ((line.width() - theme::PAD) / f32::from(total)).min(28.0);
    let left = shares.map_or(total / 2, |[left, _]| left);
    // Before a split, all of them lie in the middle.
    let start = line.center().x - across * f32::from(total) / 2.0;
    for i in 0..total {
        let x = match shares {
            None => start + across * (f32::from(i) + 0.5),
            Some(_) if i < left => line.left() + across * (f32::from(i) + 0.5),
            Some(_) => line.right() - across * (f32::from(total - i) - 0.5),
        };
        let at = pos2(x, line.center().y);
        if shares.is_some() {
            ui.painter().circle_filled(at, 8.0, theme::color(ui, Ink::Pen));
        } else {
            ui.painter().circle_stroke(at, 7.5, theme::stroke(ui, 1.0, Ink::LineStrong));
        }
    }
}

/// The five splits in one step; returns the index of the one that was pressed.
fn splits(words: &Words, right: Option<u8>, ui: &mut Ui) -> Option<usize> {
    let labels = [
        t!(words, "all-left"),
        t!(words, "rather-left"),
        t!(words, "half-half"),
        t!(words, "rather-right"),
        t!(words, "all-right"),
    ];
    let choices: Vec<Choice<'_>> =
        labels.iter().zip(DIGITS).map(|(label, key)| Choice { key, label, sentence: "" }).collect();
    let chosen = right.and_then(|right| BY_KEY.iter().position(|it| *it == right));
    let name = t!(words, "points-name");
    let scale = AnswerScale::new(&name, &choices, chosen);
    let scale = if Room::of(ui) == Room::Least { scale.compact() } else { scale.row("") };
    scale.show(ui).or_else(|| one_of(ui, &NUMBERS))
}
