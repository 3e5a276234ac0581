//! The parts of the guide's pages that are made from the instrument.

use egui::{Label, Ui, UiBuilder, vec2};

use super::drawings::{self, SIDES};
use super::example;
use super::markdown::{Insert, Prose};
use super::prose::{cells, prose};
use crate::app::models::Memo;
use crate::app::theme::{self, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{self, RadarChart, side_mark};
use crate::chart::{self, Radar, RadarStyle, Scene};
use crate::figures::{ChartData, ShownSeries};
use crate::instrument::{Aspect, Facet, Instrument, Side};
use crate::profile::Audit;
use crate::scoring::{self, Confidence, Scores, standard_error};
use crate::summary::{correlations, facet_title};
use crate::t;
use crate::words::Words;

/// Below this width, the two sides are one below the other.
const BESIDE: f32 = 520.0;

/// Shows it.
pub fn ui(view: &View<'_>, made: Insert, state: &State, ui: &mut Ui) {
    match made {
        Insert::Facets => facets(view, ui),
        Insert::Wheel => drawings::wheel(view, &state.drawings, ui),
        Insert::Aspects => aspects(view, ui),
        Insert::Drawings => drawings::aspects(view, &state.drawings, ui),
        Insert::Radar => radar(view, state, ui),
        Insert::Parameters => parameters(view, ui),
    }
}

/// The name of a side.
fn side_name(words: &Words, side: Side) -> String {
    match side {
        Side::Management => t!(words, "guide-management"),
        Side::Leadership => t!(words, "guide-leadership"),
    }
}

/// The mark of a side and words in its colour; a heading for screen readers.
fn marked(ui: &mut Ui, side: Side, words: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        side_mark(ui, side, Size::Body.line());
        let label = ui.add(Label::new(theme::strong(ui, Size::Body, chart::inks(side).text, words)).wrap());
        label.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Heading, true, words));
    });
}

/// A label and its sentence, in small type.
fn remark(ui: &mut Ui, title: &str, words: &str) {
    prose(ui, &Prose::titled(title, words), Size::Small, Ink::InkSoft);
}

fn facets(view: &View<'_>, ui: &mut Ui) {
    widgets::columns(ui, 2, 280.0, |ui, i| {
        let side = SIDES[i];
        ui.spacing_mut().item_spacing.y = theme::HALF;
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, side_name(view.words, side)));
        widgets::divider(ui);
        for facet in view.instrument.side(side) {
            ui.add_space(12.0);
            one_facet(view, facet, ui);
        }
    });
}

fn one_facet(view: &View<'_>, facet: &Facet, ui: &mut Ui) {
    let words = view.instrument.texts.facet(&facet.id);
    marked(ui, facet.side, &facet_title(view.words, words));
    prose(ui, &Prose::plain(&words.definition), Size::Body, Ink::Ink);
    remark(ui, &t!(view.words, "guide-why"), &words.why);
    remark(ui, &t!(view.words, "guide-example"), &words.example);
}

/// For each aspect, both ways side by side, and what goes wrong with each when it is overdone.
fn aspects(view: &View<'_>, ui: &mut Ui) {
    let wide = ui.available_width() >= BESIDE;
    if wide {
        let top = ui.available_rect_before_wrap();
        for (i, side) in SIDES.into_iter().enumerate() {
            let x = top.left() + top.width() * [SHARES[0], SHARES[0] + SHARES[1]][i];
            let mut cell = ui.new_child(UiBuilder::new().max_rect(top.with_min_x(x)).id_salt(i));
            marked(&mut cell, side, &side_name(view.words, side));
        }
        ui.allocate_space(vec2(top.width(), Size::Body.line()));
        widgets::divider(ui);
    }
    for aspect in Aspect::ALL {
        if wide {
            aspect_beside(view, aspect, ui);
        } else {
            aspect_below(view, aspect, ui);
        }
        widgets::divider(ui);
    }
}

/// The aspect's name, leadership, management.
const SHARES: [f32; 3] = [0.2, 0.4, 0.4];

fn aspect_beside(view: &View<'_>, aspect: Aspect, ui: &mut Ui) {
    let words = view.instrument.texts.aspect(aspect);
    let name = Prose::titled(&words.name, "");
    let row = |first: Prose, left: &str, right: &str| [first, Prose::plain(left), Prose::plain(right)];
    cells(ui, &SHARES, &row(name, &words.leadership, &words.management), Size::Body, Ink::Ink);
    ui.add_space(-theme::HALF);
    let alone = Prose::plain(t!(view.words, "guide-alone"));
    let row = row(alone, &words.too_much_leadership, &words.too_much_management);
    cells(ui, &SHARES, &row, Size::Small, Ink::InkSoft);
}

fn aspect_below(view: &View<'_>, aspect: Aspect, ui: &mut Ui) {
    let words = view.instrument.texts.aspect(aspect);
    widgets::subheading(ui, &words.name);
    for side in SIDES {
        let (focus, alone) = match side {
            Side::Leadership => (&words.leadership, &words.too_much_leadership),
            Side::Management => (&words.management, &words.too_much_management),
        };
        ui.spacing_mut().item_spacing.y = theme::HALF;
        marked(ui, side, &side_name(view.words, side));
        prose(ui, &Prose::plain(focus), Size::Body, Ink::Ink);
        remark(ui, &format!("{}:", t!(view.words, "guide-alone")), alone);
        ui.spacing_mut().item_spacing.y = theme::STEP;
    }
}

/// What is kept of the invented example.
#[derive(Debug)]
pub struct State {
    example: Memo<Confidence, Example>,
    radar: Memo<(Confidence, bool), Radar>,
    legend: Memo<(Confidence, f32), Scene>,
    drawings: drawings::State,
}

impl Default for State {
    fn default() -> Self {
        Self { example: Memo::of(1), radar: Memo::of(1), legend: Memo::of(1), drawings: drawings::State::default() }
    }
}

#[derive(Debug)]
struct Example {
    audit: Audit,
    scores: Scores,
    earlier: Scores,
}

impl Example {
    fn new(instrument: &Instrument, confidence: Confidence) -> Self {
        let audit = example::audit(instrument);
        let score = |audit: &Audit| scoring::score(instrument, audit, confidence);
        Self { scores: score(&audit), earlier: score(&example::earlier(instrument)), audit }
    }
}

/// The radar of an invented example, with cards for the pointer as on the result.
fn radar(view: &View<'_>, state: &State, ui: &mut Ui) {
    let confidence = view.settings.confidence;
    let example = state.example.get(confidence, |confidence| Example::new(view.instrument, *confidence));
    let words = view.chart_words();
    let data = ChartData {
        instrument: view.instrument,
        audit: &example.audit,
        scores: &example.scores,
        earlier: Some(&example.earlier),
        evidence: &[],
        words: &words,
    };
    let show = ShownSeries { me: true, role: true, earlier: true };
    let small = ui.available_width() < 440.0;
    let style = if small { RadarStyle::TRACKS } else { RadarStyle::FULL };
    let drawn = state.radar.get((confidence, small), |_| chart::radar(&data.radar(show), &style));
    ui.vertical_centered(|ui| {
        RadarChart::new(&drawn, &|facet| data.card(facet, show)).show(ui);
        ui.add_space(theme::STEP);
        let legend = state.legend.get((confidence, ui.available_width()), |(_, width)| {
            chart::legend::legend(&data.legend(&data.radar(show).series), f64::from(*width))
        });
        widgets::drawing(ui, &legend);
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, t!(view.words, "guide-invented")));
    });
}

/// The assumed numbers, and what follows from them.
fn parameters(view: &View<'_>, ui: &mut Ui) {
    let assumed = view.instrument.assumed;
    let (percent, together) = (view.percent(), correlations(view.words, view.instrument));
    widgets::card(ui, 24, |ui| {
        ui.spacing_mut().item_spacing.y = theme::STEP;
        let lines = [
            t!(view.words, "guide-assumed-sd", value = view.words.decimal(assumed.item_sd, 2)),
            t!(view.words, "guide-assumed-r", value = together.as_str()),
            t!(view.words, "guide-assumed-need", value = view.words.decimal(assumed.need_error, 1)),
            t!(view.words, "guide-assumed-sides", value = view.words.decimal(assumed.side_difference_sd, 2)),
            t!(view.words, "guide-assumed-facets", value = view.words.decimal(assumed.facet_sd, 1)),
            t!(view.words, "guide-assumed-energy", value = view.words.decimal(assumed.energy_error, 1)),
            t!(view.words, "guide-assumed-demand", value = view.words.decimal(assumed.demand_error, 1)),
        ];
        for line in lines {
            prose(ui, &Prose::plain(line), Size::Body, Ink::Ink);
        }
        ui.add_space(theme::STEP);
        let shares = [0.3, 0.3, 0.4];
        let heads = [
            t!(view.words, "guide-answers"),
            t!(view.words, "guide-error"),
            t!(view.words, "guide-band", percent = percent.as_str()),
        ];
        cells(ui, &shares, &heads.map(Prose::plain), Size::Small, Ink::InkSoft);
        widgets::divider(ui);
        for answers in 1..=5 {
            // Of the facet for which they are largest.
            let error = standard_error(assumed.item_sd, view.instrument.correlations().0, answers);
            let half = view.words.points(view.settings.confidence.z() * error);
            let row = [
                answers.to_string(),
                view.words.decimal(error, 2),
                t!(view.words, "guide-to-each-side", points = half),
            ];
            cells(ui, &shares, &row.map(Prose::plain), Size::Body, Ink::Ink);
            widgets::divider(ui);
        }
        remark(ui, &t!(view.words, "guide-assumed"), &t!(view.words, "guide-assumed-why"));
    });
}
