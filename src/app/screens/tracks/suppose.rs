//! The what-if: sliders for what the person does and what energises them, and for how much *want* counts compared with *can*. It is
//! marked as an assumption, can be reset with one press, and is never saved.

use egui::{Frame, Margin, ScrollArea, Ui, vec2};

use super::Shown;
use crate::app::command::{Command, RoleCommand, WhatIf};
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, Button, Steps, level_slider};
use crate::instrument::KnownFacet;
use crate::t;
use crate::tracks::Mix;
use crate::words::Words;

/// What the what-if remembers.
#[derive(Debug, Default)]
pub struct State {
    open: bool,
    /// Whether all facets have sliders, or only those that matter most for the chosen role.
    all: bool,
}

/// So many facets have sliders at first.
const FIRST: usize = 3;
/// The highest that all sliders are; they scroll within it.
const HIGHEST: f32 = 264.0;

/// Shows it: a button, and once that was pressed the sliders. The list, the map and the role beside it follow them.
pub fn ui(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let what_if = &it.view.explorer.what_if;
    if !it.is_assessed() {
        return;
    }
    ui.add_space(theme::HALF);
    if !state.open && !what_if.is_any() {
        if ui.add(Button::link(&t!(it.view.words, "if-open")).small()).clicked() {
            state.open = true;
        }
        return;
    }
    state.open = true;
    let line = if what_if.is_any() { theme::stroke(ui, 2.0, Ink::Pen) } else { theme::stroke(ui, 1.0, Ink::Line) };
    Frame::new().stroke(line).corner_radius(theme::RADIUS).inner_margin(Margin::same(12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        head(it.view.words, what_if, state, ui, commands);
        let mut next = what_if.clone();
        if state.all {
            ScrollArea::vertical().id_salt("what-if").max_height(HIGHEST).show(ui, |ui| {
                ui.set_width(ui.available_width() - theme::GAP);
                sliders(it, &mut next, ui);
                mix(it.view.words, &mut next, ui);
            });
        } else {
            for facet in matter(it) {
                slider(it, facet, Kind::Does, &mut next, ui);
            }
        }
        let more = if state.all { t!(it.view.words, "if-fewer") } else { t!(it.view.words, "if-all") };
        ui.add_space(theme::HALF);
        if ui.add(Button::link(&more).small()).clicked() {
            state.all = !state.all;
        }
        if next != *what_if {
            commands.push(Command::Role(RoleCommand::Suppose(Box::new(next))));
        }
        outcome(it, ui);
    });
}

/// The facets that matter most for the chosen role: of which it asks more than the person does, else those that count most in it.
fn matter(it: &Shown<'_>) -> Vec<KnownFacet> {
    let Some(candidate) = it.view.explorer.candidate(&it.view.explorer.chosen) else { return Vec::new() };
    let what_if = &it.view.explorer.what_if;
    let moved = KnownFacet::all().filter(|facet| what_if.means[*facet].is_some());
    let change = it.view.models.change(it.view.explorer, it.view.trials, candidate);
    let mut found: Vec<KnownFacet> = Vec::new();
    for facet in moved.chain(change.grow.iter().copied()).chain(candidate.role.facets_by_weight()) {
        if !found.contains(&facet) {
            found.push(facet);
        }
    }
    found.truncate(FIRST.max(what_if.means.values().flatten().count()));
    // In their fixed order, so that a slider stays where it is while it moves.
    found.sort();
    found
}

fn head(words: &Words, what_if: &WhatIf, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let back = t!(words, "if-back");
    let close = t!(words, "if-close");
    let any = what_if.is_any();
    let button = Button::link(if any { &back } else { &close }).small();
    if widgets::title_with(ui, &t!(words, "if-title"), button).clicked() {
        if any {
            commands.push(Command::Role(RoleCommand::Suppose(Box::default())));
        } else {
            state.open = false;
        }
    }
    widgets::paragraph_small(ui, &t!(words, "if-below"));
}

/// What a slider moves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Does,
    Energises,
}

/// First what the person does, then what energises them.
fn sliders(it: &Shown<'_>, next: &mut WhatIf, ui: &mut Ui) {
    for kind in [Kind::Does, Kind::Energises] {
        let title = if kind == Kind::Does { t!(it.view.words, "if-do") } else { t!(it.view.words, "if-energy") };
        ui.add_space(theme::HALF);
        ui.label(theme::strong(ui, Size::Small, Ink::Ink, title));
        for facet in KnownFacet::all() {
            slider(it, facet, kind, next, ui);
        }
    }
}

fn slider(it: &Shown<'_>, known: KnownFacet, kind: Kind, next: &mut WhatIf, ui: &mut Ui) {
    let facet = known.id();
    let name = &it.view.instrument.texts.facet(&facet).name;
    let does = || it.view.scores.and_then(|scores| scores.facet(&facet)?.estimate).map(|e| e.mean);
    let energises =
        || it.view.audit.and_then(|audit| audit.answers.energy.get(&facet)).map(|energy| f64::from(*energy));
    let (real, supposed) = match kind {
        Kind::Does => (does(), &mut next.means[known]),
        Kind::Energises => (energises(), &mut next.energy[known]),
    };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        one(it, ui, &Slid { name, real, whole: kind == Kind::Energises }, supposed);
    });
}

/// The height of a slider beside its name.
const LINE: f32 = 28.0;
/// The widths of a slider beside its name, and of its value.
const SLIDER: f32 = 96.0;
const VALUE: f32 = 104.0;

/// What a slider is about.
struct Slid<'a> {
    /// The facet's name.
    name: &'a str,
    /// The real value, if it is known.
    real: Option<f64>,
    /// In whole steps, as energy is asked.
    whole: bool,
}

/// One slider. When it is back on the real value, nothing is assumed.
fn one(it: &Shown<'_>, ui: &mut Ui, &Slid { name, real, whole }: &Slid<'_>, supposed: &mut Option<f64>) {
    let words = it.view.words;
    let shown = supposed.or(real);
    let said = match (real, *supposed) {
        (Some(real), Some(now)) => t!(words, "if-from-to", from = words.points(real), to = words.points(now)),
        (None, Some(now)) => t!(words, "if-to", to = words.points(now)),
        (Some(real), None) => words.points(real),
        (None, None) => t!(words, "if-unknown"),
    };
    // A slider rounds the value that it shows. This alone is not an assumption.
    let step = if whole { 1.0 } else { 0.1 };
    let begin = (shown.unwrap_or(3.0) / step).round() * step;
    let mut value = begin;
    let label = if whole { t!(words, "if-energy-name", facet = name) } else { t!(words, "if-do-name", facet = name) };
    let slide = |ui: &mut Ui, value: &mut f64| {
        level_slider(ui, value, Steps { low: 1.0, high: 5.0, step }, real, &label);
    };
    let width = ui.available_width();
    let small = |ui: &Ui, ink, words: &str| theme::text(ui, Size::Small, ink, words);
    let needed = widgets::width_of(ui, small(ui, Ink::Ink, name)) + VALUE + SLIDER;
    if needed <= width {
        ui.spacing_mut().interact_size.y = LINE;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = theme::HALF;
            ui.label(small(ui, Ink::Ink, name));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.allocate_ui(vec2(VALUE, Size::Small.line()), |ui| {
                    ui.set_min_width(VALUE);
                    ui.label(small(ui, Ink::InkSoft, &said));
                });
                ui.allocate_ui(vec2(SLIDER, theme::PAD), |ui| slide(ui, &mut value));
            });
        });
    } else {
        ui.add_space(theme::HALF);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().interact_size.y = Size::Small.line();
            ui.spacing_mut().item_spacing.x = theme::STEP;
            ui.label(small(ui, Ink::Ink, name));
            ui.label(small(ui, Ink::InkSoft, &said));
        });
        slide(ui, &mut value);
    }
    if (value - begin).abs() > step / 10.0 {
        let back = real.is_some_and(|real| (real - value).abs() < 0.51 * step);
        *supposed = (!back).then_some(value);
    }
}

fn mix(words: &Words, next: &mut WhatIf, ui: &mut Ui) {
    ui.add_space(theme::STEP);
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = Size::Small.line();
        ui.label(theme::strong(ui, Size::Small, Ink::Ink, t!(words, "if-mix")));
    });
    let mut share = 1.0 - next.mix.can();
    let width = ui.available_width();
    ui.allocate_ui(vec2(width, 24.0), |ui| {
        let begin = share;
        let steps = Steps { low: 0.0, high: 1.0, step: 0.05 };
        level_slider(ui, &mut share, steps, Some(Mix::default().can()), &t!(words, "if-mix"));
        if (share - begin).abs() > 0.01 {
            next.mix = Mix::new(1.0 - share);
        }
    });
    let (only_can, only_want) = (t!(words, "if-only-can"), t!(words, "if-only-want"));
    let (rect, _) = ui.allocate_exact_size(vec2(width, Size::Small.line()), egui::Sense::hover());
    let (font, ink) = (theme::font(Size::Small, false), theme::color(ui, Ink::InkSoft));
    let painter = ui.painter();
    painter.text(rect.left_center(), egui::Align2::LEFT_CENTER, only_can, font.clone(), ink);
    painter.text(rect.right_center(), egui::Align2::RIGHT_CENTER, only_want, font, ink);
}

/// What follows from it for the chosen role.
fn outcome(it: &Shown<'_>, ui: &mut Ui) {
    let Some(candidate) = it.view.explorer.candidate(&it.view.explorer.chosen) else { return };
    let Some(row) = it.row(&candidate.role.id).filter(|row| row.fit.is_some()) else { return };
    let (now, Some(before)) = &row.sure else { return };
    ui.add_space(theme::HALF);
    let words =
        t!(it.view.words, "if-then", role = candidate.name.as_str(), now = now.as_str(), before = before.as_str());
    ui.label(theme::text(ui, Size::Small, Ink::Ink, words));
}
