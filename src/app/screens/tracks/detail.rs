//! One role: what would change for the person, what can be tried first, how it fits, and its story.

use egui::accesskit::Role;
use egui::{Sense, Ui, WidgetInfo, pos2, vec2};

use super::part::part;
use super::{Shown, State, ad, marks, own, scrolling, story, trials, way};
use crate::app::command::{Command, NewRole, ReportCommand, RoleCommand};
use crate::app::explorer::{Candidate, is_current};
use crate::app::models::{Change, Detail};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::widgets::{self, Button, RadarChart};
use crate::figures::ChartData;
use crate::profile::Edit;
use crate::t;
use crate::words::Words;

/// Below this width the lists are under the radar.
const BESIDE: f32 = 536.0;

/// Shows the role that was chosen. In a pane of its own (`apart`), what is below its head scrolls.
pub fn ui(it: &Shown<'_>, state: &mut State, apart: bool, ui: &mut Ui, commands: &mut Vec<Command>) {
    let Some(candidate) = it.view.explorer.candidate(&it.view.explorer.chosen) else { return };
    head(it, state, candidate, ui, commands);
    // Another role begins at its top.
    let salt = format!("role {}", candidate.role.id);
    scrolling(&salt, apart, ui, |ui| body(it, candidate, &mut state.ad, ui, commands));
}

/// First what would change for the person, then what can be tried, then how it fits, then the role itself.
fn body(it: &Shown<'_>, candidate: &Candidate, ad: &mut ad::State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let texts = &it.view.explorer.catalogue.texts;
    let text = texts.role(&candidate.role.id);
    let summary = if text.summary.is_empty() { own_summary(it, candidate) } else { text.summary.clone() };
    ui.label(theme::text(ui, Size::Body, Ink::InkSoft, summary));
    let change = it.view.models.change(it.view.explorer, it.view.trials, candidate);
    changes(it, &change, ui);
    way::ui(it, candidate, ui, commands);
    let built_in = it.view.explorer.catalogue.role(&candidate.role.id);
    if let Some(built_in) = built_in {
        ui.add_space(theme::STEP);
        story::gains(it, built_in, ui);
        trials::ui(it, candidate, &change, ui, commands);
    }
    let detail = it.view.models.detail(it.view.explorer, candidate);
    part(ui, &t!(it.view.words, "tracks-fit"), |ui| {
        if detail.is_scored() {
            marks::pair(it, &candidate.role.id, ui);
            ui.add_space(theme::STEP);
            fit_ui(it, &detail, ui);
            notes(it, candidate, ui);
        } else {
            // Without scores: what the role asks.
            radar(it, &detail, ui);
        }
    });
    let custom = it.view.document.and_then(|document| document.profile().role(&candidate.role.id));
    if let Some(custom) = custom {
        // If there is an ad, it comes first: the person came for it, and what the role asks follows from it.
        let from_ad = !custom.ad.is_empty();
        if from_ad {
            ad::ui(&it.view, custom, ad, ui, commands);
        }
        own::ui(&it.view, custom, &candidate.role, ui, commands);
        if !from_ad {
            ad::ui(&it.view, custom, ad, ui, commands);
        }
    } else if let Some(built_in) = built_in {
        story::before_yes(it, built_in, ui);
        story::ui(it, built_in, ui, commands);
    } else {
        widgets::paragraph_small(ui, &t!(it.view.words, "tracks-current-note"));
    }
}

/// What would change for the person, beyond what everybody gains and gives up.
fn changes(it: &Shown<'_>, change: &Change, ui: &mut Ui) {
    if change.lines.is_empty() && change.week.is_empty() {
        return;
    }
    part(ui, &t!(it.view.words, "tracks-change"), |ui| {
        story::bullets(ui, &change.lines);
        story::bullets(ui, &change.week);
        if !change.through.is_empty() {
            widgets::paragraph_small(ui, &change.through);
        }
    });
}

/// The name, how it fits in a line, and what can be done with it.
fn head(it: &Shown<'_>, state: &mut State, candidate: &Candidate, ui: &mut Ui, commands: &mut Vec<Command>) {
    let id = &candidate.role.id;
    let compare = t!(it.view.words, "tracks-compare");
    let pin = if it.is_pinned(id) { t!(it.view.words, "tracks-unpin") } else { t!(it.view.words, "tracks-pin") };
    let (copy, print) = (t!(it.view.words, "tracks-copy"), t!(it.view.words, "tracks-print"));
    let actions = [
        Button::new(&pin).small().icon(Icon::Pin).selected(it.is_pinned(id)),
        Button::new(&compare).small().icon(Icon::Compare),
        Button::new(&copy).small().icon(Icon::Copy),
        Button::new(&print).small().icon(Icon::Print),
    ];
    widgets::heading(ui, &candidate.name, &verdict(it, candidate));
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        for (i, action) in actions.into_iter().enumerate() {
            if ui.add(action).clicked() {
                pressed = Some(i);
            }
        }
    });
    match pressed {
        Some(0) => commands.push(Command::Edit(Edit::SetPin(id.clone(), !it.is_pinned(id)))),
        Some(1) => state.compared = vec![id.clone()],
        Some(2) => commands.push(Command::Role(RoleCommand::Add(NewRole::Copy(id.clone())))),
        Some(_) => commands.push(Command::Report(ReportCommand::ShowRoles(vec![id.clone()]))),
        None => {}
    }
    ui.add_space(theme::HALF);
}

/// How near the role is, how often it comes first, and what it takes to get in.
fn verdict(it: &Shown<'_>, candidate: &Candidate) -> String {
    let Some(row) = it.row(&candidate.role.id) else { return String::new() };
    let parts = [row.near.as_str(), row.sure.0.as_str(), row.entry.as_str()];
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    capital(&said.join(" · "))
}

/// With a capital letter at its beginning.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn own_summary(it: &Shown<'_>, candidate: &Candidate) -> String {
    if !is_current(&candidate.role.id) {
        return t!(it.view.words, "tracks-own-below");
    }
    let role = it.view.audit.map_or("", |audit| audit.role.trim());
    t!(it.view.words, "tracks-current-below", role = if role.is_empty() { "none" } else { role })
}

fn radar(it: &Shown<'_>, detail: &Detail, ui: &mut Ui) {
    let Detail { audit, scores, words, show, radar, .. } = detail;
    let data = ChartData { instrument: it.view.instrument, audit, scores, earlier: None, evidence: &[], words };
    RadarChart::new(radar, &|facet| data.card(facet, *show)).show(ui);
}

fn fit_ui(it: &Shown<'_>, detail: &Detail, ui: &mut Ui) {
    if ui.available_width() < BESIDE {
        radar(it, detail, ui);
        lists(it.view.words, detail, ui);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        radar(it, detail, ui);
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            lists(it.view.words, detail, ui);
        });
    });
}

/// What the role asks beyond what the person does, and what they do beyond what it asks.
fn lists(words: &Words, detail: &Detail, ui: &mut Ui) {
    let [more, less] = &detail.lists;
    list(&t!(words, "tracks-asks-more"), more, &t!(words, "tracks-asks-none"), ui);
    ui.add_space(theme::GAP);
    list(&t!(words, "tracks-asks-less"), less, &t!(words, "tracks-asks-all"), ui);
}

fn list(title: &str, rows: &[(String, String)], none: &str, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.label(theme::strong(ui, Size::Small, Ink::Ink, title));
    ui.add_space(theme::HALF);
    widgets::divider(ui);
    if rows.is_empty() {
        ui.add_space(theme::HALF);
        widgets::paragraph_small(ui, none);
    }
    for (name, value) in rows {
        ui.add_space(theme::HALF);
        let ink = theme::color(ui, Ink::InkSoft);
        let said = format!("{name}: {value}");
        let value = ui.painter().layout_no_wrap(value.clone(), theme::font(Size::Small, false), ink);
        let line = ui.available_rect_before_wrap();
        let beside = line.width() - value.size().x - theme::HALF;
        let room = if beside < line.width() / 2.0 { line.width() } else { beside };
        let name = ui.scope(|ui| {
            ui.set_max_width(room);
            let label = ui.label(theme::text(ui, Size::Small, Ink::Ink, name));
            // The value is painted; screen readers say it with the name.
            label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
            label.rect
        });
        let mut middle = name.inner.center().y;
        if room > beside {
            // Too little space is left beside the value for a name.
            let (below, _) = ui.allocate_exact_size(vec2(line.width(), value.size().y), Sense::hover());
            middle = below.center().y;
        }
        ui.painter().galley(pos2(line.right() - value.size().x, middle - value.size().y / 2.0), value, ink);
        ui.add_space(theme::HALF);
        widgets::divider(ui);
    }
}

/// What the role leaves unused, the burnout warning, and what would change the answer.
fn notes(it: &Shown<'_>, candidate: &Candidate, ui: &mut Ui) {
    if !it.is_assessed() {
        return;
    }
    let (burnout, idle) = it.row(&candidate.role.id).map_or(("", ""), |row| (row.burnout.as_str(), row.idle.as_str()));
    if !idle.is_empty() {
        ui.add_space(theme::STEP);
        widgets::paragraph(ui, idle);
    }
    if !burnout.is_empty() {
        ui.add_space(theme::STEP);
        widgets::note(ui, Icon::Info, |ui| {
            ui.label(theme::text(ui, Size::Body, Ink::Ink, burnout));
        });
    }
    ui.add_space(theme::STEP);
    ui.label(theme::strong(ui, Size::Small, Ink::Ink, t!(it.view.words, "tracks-flip-title")));
    ui.add_space(-theme::HALF);
    widgets::paragraph_small(ui, &it.model.flip);
    ui.add_space(theme::STEP);
}
