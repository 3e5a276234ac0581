//! The radar, and beside it the dot chart or the same numbers as a table; or only one of the three where there is less space.

use egui::{Align, Layout, Rect, Ui, vec2};

use super::legend::LegendPlace;
use super::{Chart, Room, Shown, State, chart_menu, grown, head, legend, numbers, table};
use crate::app::command::{Command, GuidePage, Screen};
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, Button, DotsChart, RadarChart, Segmented};
use crate::chart::legend::{Sample, sample};
use crate::chart::{RadarStyle, inks};
use crate::figures::{ChartData, ShownSeries};
use crate::instrument::Side;
use crate::summary::side_name;
use crate::t;
use crate::words::Words;

/// The narrowest dot chart.
const LEAST_DOTS: f32 = 360.0;
/// The widest radar.
const RADAR: f32 = 480.0;

/// Shows the charts. True if one of them has the focus, so that it takes Home and End.
pub fn ui(it: &Shown<'_>, state: &mut State, room: Room, ui: &mut Ui, commands: &mut Vec<Command>) -> bool {
    let words = it.view.chart_words();
    let place = it.earlier(state).filter(|_| state.show.earlier);
    let earlier = it.view.models.earlier_scores(place);
    let show = ShownSeries {
        role: state.show.role && !it.audit.answers.needs.is_empty(),
        earlier: earlier.is_some(),
        ..state.show
    };
    let (instrument, audit, scores) = (it.view.instrument, it.audit, it.scores);
    let evidence = &it.view.models.evidence_marks();
    let data = ChartData { instrument, audit, scores, earlier: earlier.as_deref(), evidence, words: &words };
    let drawn = Drawn { it: *it, data: &data, show, earlier: place };
    match room {
        Room::Both => both(it.view.words, &drawn, state, ui, commands),
        Room::One => one(it.view.words, &drawn, state, ui, commands),
        Room::Column => column(it.view.words, &drawn, state, ui, commands),
    }
}

/// The radar before any facet has a score. True if it has the focus.
pub fn unfilled(it: &Shown<'_>, ui: &mut Ui) -> bool {
    let (words, evidence) = (it.view.chart_words(), &it.view.models.evidence_marks());
    let (instrument, audit, scores) = (it.view.instrument, it.audit, it.scores);
    let data = ChartData { instrument, audit, scores, earlier: None, evidence, words: &words };
    let show = ShownSeries { me: true, role: false, earlier: false };
    Drawn { it: *it, data: &data, show, earlier: None }.radar(128.0, None, ui)
}

/// What is drawn.
struct Drawn<'a> {
    it: Shown<'a>,
    data: &'a ChartData<'a>,
    show: ShownSeries,
    /// Which earlier audit is shown.
    earlier: Option<usize>,
}

/// Both charts side by side. What is below them begins at the same height.
fn both(words: &Words, drawn: &Drawn<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) -> bool {
    let mut focus = false;
    let width = ((ui.available_width() - theme::WIDE) / 2.0).floor();
    let top = ui.cursor().top();
    let mut bottom = top;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::WIDE;
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing = vec2(theme::STEP, 0.0);
            let keys = sides(words, ui);
            // Large charts have the room that this would save.
            if (RADAR..RADAR + theme::WIDE).contains(&width) && !drawn.reaches(&keys, ui) {
                ui.add_space(-theme::STEP);
            }
            focus |= drawn.radar(136.0, Some(keys[0].top()), ui);
            bottom = ui.cursor().top();
        });
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing = vec2(theme::STEP, 0.0);
            title(drawn, state, ui, commands);
            ui.add_space(theme::GAP);
            focus |= if state.chart == Chart::Table { drawn.table(ui) } else { drawn.dots(ui) };
            bottom = bottom.max(ui.cursor().top());
        });
    });
    ui.add_space(bottom - ui.cursor().top());
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::WIDE;
        ui.vertical(|ui| {
            ui.set_width(width);
            legend::ui(&drawn.it, state, LegendPlace::Middle, ui);
        });
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing = vec2(theme::STEP, theme::HALF);
            if !link_fits_beside(words, drawn, width, ui) {
                whiskers(words, drawn, Chart::Dots, ui);
                made(words, ui, commands);
                return;
            }
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                made(words, ui, commands);
                ui.with_layout(Layout::left_to_right(Align::Min), |ui| whiskers(words, drawn, Chart::Dots, ui));
            });
        });
    });
    focus
}

/// How wide the column beside one chart is: the choice of the chart with the menu is wider than the balance glyph.
const ASIDE: f32 = 236.0;

/// One chart, and what belongs to it at its right.
fn one(words: &Words, drawn: &Drawn<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) -> bool {
    let mut focus = false;
    let width = ui.available_width() - ASIDE - theme::WIDE;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::WIDE;
        ui.vertical(|ui| {
            ui.set_width(width);
            focus = drawn.chosen(state.chart, ui);
        });
        ui.vertical(|ui| {
            ui.set_width(ASIDE);
            ui.spacing_mut().item_spacing.x = theme::STEP;
            ui.add_space(theme::STEP);
            choose_with_menu(words, drawn, state, ui, commands);
            ui.add_space(theme::GAP);
            head::glyph(&drawn.it, ui);
            ui.add_space(theme::STEP);
            widgets::divider(ui);
            ui.add_space(theme::STEP);
            explained(words, drawn, state, LegendPlace::Below, ui);
            made(words, ui, commands);
        });
    });
    focus
}

/// All of it in one column.
fn column(words: &Words, drawn: &Drawn<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) -> bool {
    choose_with_menu(words, drawn, state, ui, commands);
    ui.add_space(theme::STEP);
    let focus = drawn.chosen(state.chart, ui);
    explained(words, drawn, state, LegendPlace::Left, ui);
    made(words, ui, commands);
    focus
}

/// The legend of the one chart. A table has none.
fn explained(words: &Words, drawn: &Drawn<'_>, state: &mut State, place: LegendPlace, ui: &mut Ui) {
    match state.chart {
        Chart::Radar => legend::ui(&drawn.it, state, place, ui),
        Chart::Dots => {
            ui.scope(|ui| legend::key(&drawn.it, ui));
        }
        Chart::Table => {}
    }
    if place == LegendPlace::Below && state.chart != Chart::Table {
        ui.add_space(theme::STEP);
    }
    whiskers(words, drawn, state.chart, ui);
}

impl Drawn<'_> {
    /// Whether a name on the radar would touch one of these words above it if the radar were moved up a step.
    fn reaches(&self, keys: &[Rect], ui: &Ui) -> bool {
        let width = ui.available_width();
        let Some(radar) = self.it.view.models.radar(self.show, self.earlier, style(136.0, width)) else { return false };
        let at = ui.cursor().min + vec2(beside(width, 1.0), -theme::STEP);
        let names = radar.axes.iter().map(|axis| widgets::rect(&axis.label).translate(at.to_vec2()));
        names.into_iter().any(|name| keys.iter().any(|key| key.intersects(name)))
    }

    /// The radar, with the words above it that belong to it from there on.
    fn radar(&self, radius: f64, from: Option<f32>, ui: &mut Ui) -> bool {
        let width = ui.available_width();
        let grown = grown(ui, width / RADAR);
        let style = style(radius, width / grown);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(beside(width, grown));
            let drawn = self.it.view.models.radar(self.show, self.earlier, style);
            let card = |facet| self.data.card(facet, self.show);
            drawn.is_some_and(|drawn| {
                let chart = RadarChart::new(&drawn, &card).grown(grown);
                let chart = if let Some(top) = from { chart.with_words_from(top) } else { chart };
                chart.show(ui).has_focus()
            })
        })
        .inner
    }

    fn dots(&self, ui: &mut Ui) -> bool {
        let width = ui.available_width();
        let show = ShownSeries { me: true, role: true, earlier: false };
        let grown = grown(ui, width / RADAR);
        let drawn = self.it.view.models.dots(f64::from((width / grown).clamp(LEAST_DOTS, RADAR)));
        let card = |facet| self.data.card(facet, show);
        drawn.is_some_and(|drawn| DotsChart::new(&drawn, &card).grown(grown).show(ui).has_focus())
    }

    fn table(&self, ui: &mut Ui) -> bool {
        table::ui(&self.it, ui);
        false
    }

    fn chosen(&self, chart: Chart, ui: &mut Ui) -> bool {
        match chart {
            Chart::Radar => self.radar(128.0, None, ui),
            Chart::Dots => self.dots(ui),
            Chart::Table => self.table(ui),
        }
    }
}

/// A radar in a column of that width.
fn style(radius: f64, width: f32) -> RadarStyle {
    RadarStyle { width: f64::from(width.min(RADAR)), radius, ..RadarStyle::FULL }
}

/// The space that is left at each side of it, so many times as large.
fn beside(width: f32, grown: f32) -> f32 {
    ((width - RADAR * grown) / 2.0).max(0.0).floor()
}

/// The choice of one of the three, and the menu beside it.
fn choose_with_menu(words: &Words, drawn: &Drawn<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::HALF;
        choose(words, state, ui);
        chart_menu::ui(&drawn.it, state, drawn.show, ui, commands);
    });
}

/// The choice of one of the three, where there is space for only one.
fn choose(words: &Words, state: &mut State, ui: &mut Ui) {
    let labels = [t!(words, "result-radar"), t!(words, "result-dots"), t!(words, "result-table-short")];
    let all = [Chart::Radar, Chart::Dots, Chart::Table];
    let chosen = all.iter().position(|c| *c == state.chart).unwrap_or(0);
    if let Some(picked) = Segmented::new(&t!(words, "result-view"), &labels).show(ui, chosen) {
        state.chart = all[picked];
    }
}

/// The names of the sides: leadership at the left, management at the right. Returns where they are.
fn sides(words: &Words, ui: &mut Ui) -> [Rect; 2] {
    let (room, from_right) = (vec2(ui.available_width(), 24.0), Layout::right_to_left(Align::Center));
    let keys = ui.allocate_ui_with_layout(room, from_right, |ui| {
        let right = key(words, ui, Side::Management);
        let left = ui.with_layout(Layout::left_to_right(Align::Center), |ui| key(words, ui, Side::Leadership));
        [left.inner, right]
    });
    keys.inner
}

/// The mark of a side and its name, mark first also where things are placed from the right.
fn key(words: &Words, ui: &mut Ui, side: Side) -> Rect {
    ui.spacing_mut().item_spacing.x = theme::STEP;
    let name = |ui: &mut Ui| ui.label(theme::strong(ui, Size::Body, inks(side).text, side_name(words, side))).rect;
    if ui.layout().prefer_right_to_left() {
        let name = name(ui);
        widgets::drawing(ui, sample(Sample::Side(side)));
        name
    } else {
        widgets::drawing(ui, sample(Sample::Side(side)));
        name(ui)
    }
}

/// The title of the second chart, with the button to the table and back.
fn title(drawn: &Drawn<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = drawn.it.view.words;
    let heading =
        if drawn.it.audit.answers.needs.is_empty() { t!(words, "result-chart-you") } else { t!(words, "chart-dots") };
    let in_table = state.chart == Chart::Table;
    let label = if in_table { t!(words, "result-as-chart") } else { t!(words, "result-as-table") };
    let link = Button::link(&label).small();
    let beside = vec2(link.measure(ui) + theme::HALF + chart_menu::WIDTH, 36.0);
    widgets::title_beside(ui, &heading, beside, |ui| {
        ui.spacing_mut().item_spacing.x = theme::HALF;
        if ui.add(link).clicked() {
            state.chart = if in_table { Chart::Radar } else { Chart::Table };
        }
        chart_menu::ui(&drawn.it, state, drawn.show, ui, commands);
    });
}

fn whiskers(words: &Words, drawn: &Drawn<'_>, chart: Chart, ui: &mut Ui) {
    ui.label(theme::text(ui, Size::Small, Ink::InkSoft, whiskers_words(words, drawn, chart)));
}

fn whiskers_words(words: &Words, drawn: &Drawn<'_>, chart: Chart) -> String {
    let percent = numbers::percent(&drawn.it);
    match chart {
        Chart::Table => t!(words, "result-bands", percent = percent),
        Chart::Dots if !drawn.it.audit.answers.needs.is_empty() => {
            t!(words, "result-whiskers-need", percent = percent)
        }
        Chart::Radar | Chart::Dots => t!(words, "result-whiskers", percent = percent),
    }
}

/// Whether the words about the error and the link to how numbers are made fit on one line.
fn link_fits_beside(words: &Words, drawn: &Drawn<'_>, width: f32, ui: &Ui) -> bool {
    let error = theme::text(ui, Size::Small, Ink::InkSoft, whiskers_words(words, drawn, Chart::Dots));
    let link = Button::link(&t!(words, "result-numbers")).small().measure(ui);
    widgets::width_of(ui, error) + theme::HALF + link <= width
}

fn made(words: &Words, ui: &mut Ui, commands: &mut Vec<Command>) {
    if ui.add(Button::link(&t!(words, "result-numbers")).small()).clicked() {
        commands.push(Command::GoTo(Screen::Guide(GuidePage::Numbers)));
    }
}
