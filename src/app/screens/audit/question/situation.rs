//! Ten points between two responses to a scene.

use egui::{Align, Layout, Ui};

use super::{Given, NUMBERS, asked, one_of};
use crate::app::theme::{self, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{self, Button};
use crate::profile::{Audit, AuditEdit, Points, SituationId};
use crate::t;

/// What the right response gets by the keys 1 to 5.
const BY_KEY: [u8; 5] = [0, 2, 5, 8, 10];

pub(super) fn ui(view: &View<'_>, audit: &Audit, id: &SituationId, ui: &mut Ui) -> Given {
    let texts = &view.instrument.texts;
    let scene = texts.situation(id);
    let Some(situation) = view.instrument.situations.iter().find(|it| it.id == *id) else { return Given::default() };
    asked(ui, &texts.situation_prompt, &scene.scene);
    let points = audit.answers.situations.get(id).copied();
    let responses = [situation.left, situation.right()].map(|side| scene.response(side));
    let shares = points.map(|points| [situation.left, situation.right()].map(|side| side.points(points)));
    // The words do not say which response is minded as which side.
    widgets::columns(ui, 2, 240.0, |ui, i| {
        widgets::card(ui, 16, |ui| {
            ui.label(theme::text(ui, Size::Body, Ink::Ink, responses[i]));
            let share = shares
                .map_or_else(|| t!(view.words, "points-open"), |shares| t!(view.words, "points", points = shares[i]));
            ui.label(theme::strong(ui, Size::Body, Ink::Ink, share));
        });
    });
    ui.add_space(theme::STEP);
    let mut picked = None;
    let mut right = shares.map_or(Points::TOTAL / 2, |[_, right]| right);
    let name = t!(view.words, "slider-name", left = responses[0], right = responses[1]);
    if widgets::slider(ui, &mut right, 0..=Points::TOTAL, points.is_some(), &name).changed() {
        picked = Some(right);
    }
    ui.add_space(theme::HALF);
    picked = ends(view, ui).or(picked);
    picked = one_of(ui, &NUMBERS).map(|digit| BY_KEY[digit]).or(picked);
    let points = picked.and_then(|right| situation.right().points_of(right));
    Given::from(points.map(|points| {
        let [left, right] = [situation.left, situation.right()].map(|side| side.points(points));
        (AuditEdit::SetSituation(id.clone(), Some(points)), t!(view.words, "points-split", left = left, right = right))
    }))
}

/// Three buttons below the slider; returns what the right response gets by the one that was pressed.
fn ends(view: &View<'_>, ui: &mut Ui) -> Option<u8> {
    let mut picked = None;
    let ends = [
        (2, t!(view.words, "rather-left"), Align::Min),
        (5, t!(view.words, "half-half"), Align::Center),
        (8, t!(view.words, "rather-right"), Align::Max),
    ];
    ui.columns_const::<3, _>(|columns| {
        for (column, (points, label, align)) in columns.iter_mut().zip(ends) {
            column.with_layout(Layout::top_down(align), |ui| {
                if ui.add(Button::new(&label).small()).clicked() {
                    picked = Some(points);
                }
            });
        }
    });
    picked
}
