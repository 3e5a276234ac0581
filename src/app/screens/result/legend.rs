//! The legend of the radar: which overlays are drawn.

use eframe::egui::accesskit::Role;
use eframe::egui::{ComboBox, Rect, Response, Sense, TextWrapMode, Ui, Vec2, WidgetInfo, WidgetText, pos2, vec2};

use super::{Shown, State};
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{focus_ring, paint, paint_box};
use crate::chart::legend::{Sample, sample};
use crate::profile::Audit;
use crate::t;
use crate::text::date;

/// Shows the boxes, side by side or one below the other. Overlays without data are not offered.
pub fn ui(it: &Shown<'_>, state: &mut State, below: bool, ui: &mut Ui) {
    let earlier: Vec<&Audit> = it.earlier().collect();
    let one = |ui: &mut Ui, state: &mut State| {
        overlay(ui, &mut state.show.me, Sample::Me, &t!("chart-me"));
        if !it.audit.needs.is_empty() {
            overlay(ui, &mut state.show.role, Sample::Role, &t!("chart-role"));
        }
        if !earlier.is_empty() {
            overlay(ui, &mut state.show.earlier, Sample::Earlier, &t!("chart-earlier"));
        }
    };
    if below {
        ui.spacing_mut().item_spacing.y = theme::HALF;
        one(ui, state);
    } else {
        ui.spacing_mut().interact_size.y = 24.0;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(theme::PAD, theme::HALF);
            let width = width(ui, it, &earlier);
            ui.add_space(((ui.available_width() - width) / 2.0).max(0.0).floor());
            one(ui, state);
        });
    }
    if state.show.earlier && !earlier.is_empty() {
        choose(ui, state, &earlier);
    }
}

/// Which earlier audit: a day where there is one, a choice where there are several.
fn choose(ui: &mut Ui, state: &mut State, earlier: &[&Audit]) {
    let chosen = earlier.iter().find(|a| Some(&a.id) == state.earlier.as_ref()).or_else(|| earlier.first());
    let Some(chosen) = chosen else { return };
    if let [only] = earlier {
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, t!("result-earlier-is", which = name(only))));
        return;
    }
    let mut picked = None;
    ui.name_inputs(t!("result-earlier-which"), |ui| {
        let text = theme::text(ui, Size::Small, Ink::Ink, name(chosen));
        let shown = ComboBox::from_id_salt("earlier").selected_text(text).width(224.0).truncate().show_ui(ui, |ui| {
            for audit in earlier {
                let words = theme::text(ui, Size::Small, Ink::Ink, name(audit));
                if ui.selectable_label(audit.id == chosen.id, words).clicked() {
                    picked = Some(audit.id.clone());
                }
            }
        });
        focus_ring(ui, &shown.response, theme::RADIUS);
    });
    if picked.is_some() {
        state.earlier = picked;
    }
}

/// Day and role of an audit.
fn name(audit: &Audit) -> String {
    let day = date(audit.date());
    let role = audit.role.trim();
    if role.is_empty() { day } else { format!("{day} · {role}") }
}

const GAP: f32 = 8.0;
const BOX: f32 = 16.0;

fn own_width(ui: &Ui, kind: Sample, label: &str) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "a few dozen points")]
    let sample = sample(kind).width as f32;
    let words = WidgetText::from(theme::text(ui, Size::Small, Ink::Ink, label));
    let words = words.into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, theme::font(Size::Small, false));
    BOX + GAP + sample + GAP + words.size().x
}

fn width(ui: &Ui, it: &Shown<'_>, earlier: &[&Audit]) -> f32 {
    let all = [
        (true, Sample::Me, t!("chart-me")),
        (!it.audit.needs.is_empty(), Sample::Role, t!("chart-role")),
        (!earlier.is_empty(), Sample::Earlier, t!("chart-earlier")),
    ];
    let widths =
        all.iter().filter(|(shown, ..)| *shown).map(|(_, kind, label)| own_width(ui, *kind, label) + theme::PAD);
    widths.sum::<f32>() - theme::PAD
}

/// A box to tick, a sample of the line, its name.
fn overlay(ui: &mut Ui, on: &mut bool, kind: Sample, label: &str) -> Response {
    let (rect, mut response) = ui.allocate_exact_size(vec2(own_width(ui, kind, label), 24.0), Sense::click());
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, *on, label));
    let square = Rect::from_center_size(pos2(rect.left() + BOX / 2.0, rect.center().y), Vec2::splat(BOX));
    paint_box(ui, square, *on, true);
    let drawing = sample(kind);
    let left = square.right() + GAP;
    paint(&drawing, ui.painter(), pos2(left, rect.center().y - 8.0), 1.0, theme::palette(ui));
    #[expect(clippy::cast_possible_truncation, reason = "a few dozen points")]
    let at = pos2(left + drawing.width as f32 + GAP, rect.center().y);
    let ink = theme::color(ui, Ink::Ink);
    let align = eframe::egui::Align2::LEFT_CENTER;
    ui.painter().text(at, align, label, theme::font(Size::Small, false), ink);
    focus_ring(ui, &response, theme::SMALL_RADIUS);
    response.on_hover_cursor(eframe::egui::CursorIcon::PointingHand)
}
