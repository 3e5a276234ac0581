//! The radar with what others see over it, beside what stands out; and each facet with everybody who sees it.

use egui::{Ui, vec2};

use super::{Shown, State, findings};
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, Button, DotsChart, RadarChart, drawing};
use crate::chart::legend::{Sample, sample};
use crate::chart::{RadarStyle, SeriesKind};
use crate::instrument::Side;
use crate::summary::who_words;
use crate::t;

/// The widest radar.
const RADAR: f32 = 480.0;
/// From this width on, what stands out is beside the radar, and both sides are beside each other.
const BESIDE: f32 = 736.0;

/// The radar, and beside it what stands out. True if the radar has the focus.
pub fn first(it: &Shown<'_>, ui: &mut Ui) -> bool {
    let mut focus = false;
    let room = ui.available_width();
    if room < BESIDE {
        focus |= radar(it, ui);
        ui.add_space(theme::STEP);
        stands_out(it, ui);
        return focus;
    }
    let width = (room * 0.52).min(RADAR).floor();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::WIDE;
        ui.vertical(|ui| {
            ui.set_width(width);
            focus |= radar(it, ui);
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.x = theme::STEP;
            ui.set_width(room - width - theme::WIDE);
            stands_out(it, ui);
        });
    });
    focus
}

fn radar(it: &Shown<'_>, ui: &mut Ui) -> bool {
    let width = ui.available_width().min(RADAR);
    let style = RadarStyle { width: f64::from(width), radius: 128.0, ..RadarStyle::FULL };
    let Some(drawn) = it.view.models.others_radar(it.model, style) else { return false };
    let card = |facet| it.view.models.others_card(it.model, None, facet);
    let focus = RadarChart::new(&drawn, &card).show(ui).has_focus();
    legend(it, ui);
    focus
}

/// What the lines of the radar are.
fn legend(it: &Shown<'_>, ui: &mut Ui) {
    let words = it.view.words;
    let theirs = it.model.found.reference.map_or_else(|| t!(words, "chart-others"), |who| who_words(words, who));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::STEP, theme::HALF);
        ui.spacing_mut().interact_size.y = Size::Body.line();
        for (kind, name) in [(SeriesKind::Mine, t!(words, "chart-me")), (SeriesKind::Others, theirs)] {
            ui.horizontal(|ui| {
                drawing(ui, sample(Sample::Series(kind)));
                ui.label(theme::text(ui, Size::Small, Ink::Ink, name));
            });
        }
    });
}

fn stands_out(it: &Shown<'_>, ui: &mut Ui) {
    let (words, [blind, strengths]) = (it.view.words, &it.model.findings);
    let none = t!(words, "others-none");
    findings(ui, &t!(words, "others-blind"), &t!(words, "others-blind-below"), &none, blind);
    ui.add_space(theme::GAP);
    findings(ui, &t!(words, "others-strengths"), &t!(words, "others-strengths-below"), &none, strengths);
}

/// Each facet with everybody who sees it, as a chart or as a table. True if a chart has the focus.
pub fn facets(it: &Shown<'_>, state: &mut State, ui: &mut Ui) -> bool {
    let words = it.view.words;
    let percent = it.view.percent();
    widgets::paragraph_small(ui, &t!(words, "others-facets-below", percent = percent));
    let label = if state.in_table { t!(words, "others-as-chart") } else { t!(words, "others-as-table") };
    if ui.add(Button::link(&label).small()).clicked() {
        state.in_table = !state.in_table;
    }
    if state.in_table {
        let (columns, rows) = &it.model.table;
        widgets::table(ui, &t!(words, "others-groups-title"), columns, rows);
        return false;
    }
    let mut focus = false;
    widgets::columns(ui, 2, 320.0, |ui, column| {
        // Leadership is at the left, as on the radar.
        focus |= side(it, [Side::Leadership, Side::Management][column], ui);
    });
    focus
}

fn side(it: &Shown<'_>, side: Side, ui: &mut Ui) -> bool {
    let width = ui.available_width().min(RADAR).floor();
    let Some(drawn) = it.view.models.others_groups(it.model, side, f64::from(width)) else { return false };
    let card = |place| it.view.models.others_card(it.model, Some(side), place);
    DotsChart::new(&drawn, &card).show(ui).has_focus()
}
