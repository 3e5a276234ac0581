//! The legend of the radar: which overlays are drawn.

use egui::accesskit::Role;
use egui::{Rect, Response, Sense, TextWrapMode, Ui, Vec2, WidgetInfo, WidgetText, pos2, vec2};

use super::{Shown, State};
use crate::app::phrases::audit_name;
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{Pick, drawing, focus_ring, paint, paint_box};
use crate::chart::SeriesKind;
use crate::chart::legend::{Sample, sample};
use crate::plan::EvidenceMark;
use crate::t;

/// The layout of the boxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegendPlace {
    /// Side by side in the middle.
    Middle,
    /// Side by side from the left.
    Left,
    /// One below the other.
    Below,
}

/// The legend where there is nothing to choose: one line below the other.
pub fn key(it: &Shown<'_>, ui: &mut Ui) {
    let role = (!it.audit.answers.needs.is_empty())
        .then(|| (Sample::Series(SeriesKind::Role), t!(it.view.words, "chart-role")));
    ui.spacing_mut().item_spacing = vec2(GAP, theme::HALF);
    ui.spacing_mut().interact_size.y = LINE;
    for (kind, words) in [(Sample::Series(SeriesKind::Mine), t!(it.view.words, "chart-me"))].into_iter().chain(role) {
        ui.horizontal(|ui| {
            drawing(ui, sample(kind));
            ui.label(theme::text(ui, Size::Small, Ink::Ink, words));
        });
    }
}

/// Shows the boxes. Overlays without data are not offered.
pub fn ui(it: &Shown<'_>, state: &mut State, place: LegendPlace, ui: &mut Ui) {
    ui.spacing_mut().interact_size.y = LINE;
    if place == LegendPlace::Below {
        ui.spacing_mut().item_spacing.y = theme::HALF;
        boxes(it, state, place, ui);
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(BETWEEN, theme::HALF);
        if place == LegendPlace::Middle {
            // Its width is known from the previous frame.
            let id = ui.make_persistent_id("legend width");
            let width = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(f32::INFINITY);
            ui.add_space(((ui.available_width() - width) / 2.0).max(0.0).floor());
            let left = ui.cursor().left();
            boxes(it, state, place, ui);
            let now = ui.min_rect().right() - left;
            if (now - width).abs() > 0.5 {
                ui.data_mut(|data| data.insert_temp(id, now));
                ui.ctx().request_discard("the legend is centred by its width");
            }
        } else {
            boxes(it, state, place, ui);
        }
    });
}

fn boxes(it: &Shown<'_>, state: &mut State, place: LegendPlace, ui: &mut Ui) {
    overlay(
        ui,
        &mut state.show.me,
        Sample::Series(SeriesKind::Mine),
        &t!(it.view.words, "chart-me"),
        &t!(it.view.words, "chart-me"),
    );
    if !it.audit.answers.needs.is_empty() {
        overlay(
            ui,
            &mut state.show.role,
            Sample::Series(SeriesKind::Role),
            &t!(it.view.words, "chart-role"),
            &t!(it.view.words, "chart-role"),
        );
    }
    match &it.view.models.before()[..] {
        [] => {}
        [only] => {
            let (day, said) = (it.view.words.date(only.date()), t!(it.view.words, "chart-earlier"));
            let words = if state.show.earlier { &day } else { &said };
            overlay(
                ui,
                &mut state.show.earlier,
                Sample::Series(SeriesKind::Earlier),
                &format!("{said} · {day}"),
                words,
            );
        }
        _ if place == LegendPlace::Below => {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                several(it, state, ui);
            });
        }
        _ => several(it, state, ui),
    }
    evidence(it, state, ui);
}

/// What the rings round marks mean, where there are any.
fn evidence(it: &Shown<'_>, state: &State, ui: &mut Ui) {
    let marks = it.view.models.evidence_marks();
    let scored = |at: usize| it.scores.facets.get(at).is_some_and(|facet| facet.estimate.is_some());
    let has = |mark| marks.iter().enumerate().any(|(at, is)| *is == mark && scored(at));
    for (mark, kind, words) in [
        (EvidenceMark::Written, Sample::Evidence, t!(it.view.words, "chart-evidence")),
        (EvidenceMark::Faded, Sample::OldEvidence, t!(it.view.words, "chart-evidence-old")),
    ] {
        if state.show.me && has(mark) {
            meaning(ui, kind, &words);
        }
    }
}

/// A sample with its meaning, which stay together on one line.
fn meaning(ui: &mut Ui, kind: Sample, words: &str) {
    let drawing = sample(kind);
    #[expect(clippy::cast_possible_truncation, reason = "a few dozen points")]
    let words_at = drawing.width as f32 + GAP;
    let galley = WidgetText::from(theme::text(ui, Size::Small, Ink::Ink, words));
    let galley = galley.into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, theme::font(Size::Small, false));
    let (rect, response) = ui.allocate_exact_size(vec2(words_at + galley.size().x, LINE), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    paint(drawing, ui.painter(), pos2(rect.left(), rect.center().y - 8.0), 1.0, theme::palette(ui));
    let at = pos2(rect.left() + words_at, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, theme::color(ui, Ink::Ink));
}

fn several(it: &Shown<'_>, state: &mut State, ui: &mut Ui) {
    let words = if state.show.earlier { String::new() } else { t!(it.view.words, "chart-earlier") };
    overlay(
        ui,
        &mut state.show.earlier,
        Sample::Series(SeriesKind::Earlier),
        &t!(it.view.words, "chart-earlier"),
        &words,
    );
    if state.show.earlier {
        ui.add_space(GAP - ui.spacing().item_spacing.x);
        choose(it, ui, state);
    }
}

/// The choice among several earlier audits, newest first. The day of the chosen one replaces the name of the overlay.
fn choose(it: &Shown<'_>, ui: &mut Ui, state: &mut State) {
    let before = it.view.models.before();
    let Some(place) = it.earlier(state) else { return };
    let newest_first = |row: usize| before.len() - 1 - row;
    ui.scope(|ui| {
        ui.spacing_mut().button_padding = vec2(8.0, 0.0);
        let (day, which) = (it.view.words.date(before[place].date()), t!(it.view.words, "result-earlier-which"));
        let pick = Pick {
            salt: "earlier",
            name: &which,
            shown: &day,
            size: Size::Small,
            width: 0.0,
            count: before.len(),
            chosen: newest_first(place),
        };
        if let Some(row) = pick.show(ui, &|row| audit_name(it.view.words, &before[newest_first(row)])) {
            state.earlier = Some(before[newest_first(row)].id.clone());
        }
    });
}

const GAP: f32 = 8.0;
const BOX: f32 = 16.0;

/// Between two boxes.
const BETWEEN: f32 = 24.0;
/// Height of a line of boxes.
const LINE: f32 = 24.0;

/// A check box, a sample of the line, and words; `name` is what screen readers say.
fn overlay(ui: &mut Ui, on: &mut bool, kind: Sample, name: &str, words: &str) -> Response {
    let drawing = sample(kind);
    #[expect(clippy::cast_possible_truncation, reason = "a few dozen points")]
    let words_at = BOX + GAP + drawing.width as f32 + if words.is_empty() { 0.0 } else { GAP };
    let words = WidgetText::from(theme::text(ui, Size::Small, Ink::Ink, words));
    let words = words.into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, theme::font(Size::Small, false));
    let size = vec2(words_at + words.size().x, LINE);
    let (rect, mut response) = ui.allocate_exact_size(size, Sense::click());
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, *on, name));
    let square = Rect::from_center_size(pos2(rect.left() + BOX / 2.0, rect.center().y), Vec2::splat(BOX));
    paint_box(ui, square, *on, true);
    let left = square.right() + GAP;
    paint(drawing, ui.painter(), pos2(left, rect.center().y - 8.0), 1.0, theme::palette(ui));
    let at = pos2(rect.left() + words_at, rect.center().y - words.size().y / 2.0);
    ui.painter().galley(at, words, theme::color(ui, Ink::Ink));
    focus_ring(ui, &response, theme::SMALL_RADIUS);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
