//! The eight facets over time: small charts with the same scale, and one large with its points as a table beside it.

use egui::accesskit::Role;
use egui::{Align, CornerRadius, Label, Layout, Rect, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};

use super::{Drawn, Pages, Shown, State, draw, pager, salt};
use crate::app::command::{AuditCommand, Command};
use crate::app::models::{PAGE, PointWords, TrendLine};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::widgets::{
    self, Button, TrendLook, TrendSample, checkbox, choosable, focus_ring, side_mark, trend_sample,
};
use crate::figures::trend::{Followed, Trend};
use crate::profile::Form;
use crate::t;

/// Height of a small chart, and of the large one.
const SMALL: f32 = 88.0;
const LARGE: f32 = 280.0;
/// Padding in the frame of a small chart.
const PAD: f32 = 10.0;
/// The narrowest small chart.
const NARROW: f32 = 208.0;
/// From this width on, the table stands beside the large chart.
const BESIDE: f32 = 840.0;

/// Shows them.
pub fn ui(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    ui.add_space(theme::PAD);
    widgets::subheading(ui, &t!(words, "history-facets"));
    widgets::paragraph_small(ui, &t!(words, "history-range"));
    legend(it, ui);
    if !it.model.chance.is_empty() {
        widgets::paragraph_small(ui, &it.model.chance);
        checkbox(ui, &mut state.together, true, &t!(words, "history-together"));
    }
    ui.add_space(theme::HALF);
    small(it, state, ui);
    ui.add_space(theme::GAP);
    large(it, state, ui, commands);
}

/// What the marks mean, as far as they are there.
fn legend(it: &Shown<'_>, ui: &mut Ui) {
    let words = it.view.words;
    let points = || it.model.trends.all.iter().flat_map(|trend| &trend.points);
    let many = it.model.trends.questions.len() > 1;
    let planned = it.model.lines.iter().any(|line| !line.spans.is_empty());
    let all = [
        (points().any(|it| it.form == Form::Full && !it.is_alone), TrendSample::Full, t!(words, "trend-form-full")),
        (points().any(|it| it.form == Form::Quick), TrendSample::Quick, t!(words, "trend-form-quick")),
        (points().any(|it| it.is_alone), TrendSample::Alone, t!(words, "trend-alone")),
        (points().any(|it| it.is_provisional), TrendSample::Provisional, t!(words, "chart-provisional")),
        (many, TrendSample::Older, t!(words, "history-older-version")),
        (points().any(|it| it.expected.is_some()), TrendSample::Range, t!(words, "history-legend-range")),
        (planned, TrendSample::Span, t!(words, "history-legend-plan")),
    ];
    let shown: Vec<Entry> =
        all.into_iter().filter(|(there, ..)| *there).map(|(_, sample, words)| Entry { sample, words }).collect();
    let room = ui.available_width();
    let width = |ui: &Ui, entry: &Entry| {
        let font = theme::font(Size::Small, false);
        SAMPLE + ui.painter().layout_no_wrap(entry.words.clone(), font, theme::color(ui, Ink::Ink)).size().x
    };
    let mut rows: Vec<Vec<Entry>> = Vec::new();
    let mut used = f32::INFINITY;
    for entry in shown {
        let wide = width(ui, &entry);
        used += theme::GAP + wide;
        match rows.last_mut() {
            Some(row) if used <= room => row.push(entry),
            _ => {
                used = wide;
                rows.push(vec![entry]);
            }
        }
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = theme::HALF;
        ui.spacing_mut().interact_size.y = Size::Small.line();
        for row in rows {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                for (at, entry) in row.into_iter().enumerate() {
                    if at > 0 {
                        ui.add_space(theme::GAP - 6.0);
                    }
                    trend_sample(ui, entry.sample);
                    ui.add(Label::new(theme::text(ui, Size::Small, Ink::Ink, entry.words)).wrap());
                }
            });
        }
    });
}

/// A mark with what it means.
struct Entry {
    sample: TrendSample,
    words: String,
}

/// About the width of a mark, with the space after it.
const SAMPLE: f32 = 40.0;

/// Four or two charts beside each other, or one.
fn small(it: &Shown<'_>, state: &mut State, ui: &mut Ui) {
    let all: Vec<(&Trend, &TrendLine)> =
        it.model.trends.all.iter().zip(&it.model.lines).filter(|(trend, _)| is_facet(trend)).collect();
    let room = ui.available_width();
    let fit = |count: f32| (room - theme::STEP * (count - 1.0)) / count >= NARROW;
    let across = if fit(4.0) {
        4
    } else if fit(2.0) {
        2
    } else {
        1
    };
    #[expect(clippy::cast_precision_loss, reason = "at most four")]
    let width = ((room - theme::STEP * (across as f32 - 1.0)) / across as f32).floor();
    for row in all.chunks(across) {
        // All of a row are as high as the one with the longest name.
        let height = row.iter().map(|(_, line)| head_height(ui, line, width)).fold(0.0, f32::max);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::STEP;
            for (trend, line) in row {
                cell(it, state, Followable { trend, line }, vec2(width, height), ui);
            }
        });
    }
}

fn is_facet(trend: &Trend) -> bool {
    matches!(trend.what, Followed::Facet(_))
}

fn head_height(ui: &Ui, line: &TrendLine, width: f32) -> f32 {
    let layout = |words: &str, strong, width: f32| {
        let font = theme::font(Size::Small, strong);
        ui.painter().layout(words.to_owned(), font, theme::color(ui, Ink::Ink), width).size().y
    };
    layout(&line.name, true, width - 2.0 * PAD - 20.0) + layout(&line.short, true, width - 2.0 * PAD)
}

/// A trend with its words.
#[derive(Clone, Copy)]
struct Followable<'a> {
    trend: &'a Trend,
    line: &'a TrendLine,
}

/// One small chart with its name above and what became of it below.
fn cell(it: &Shown<'_>, state: &mut State, of: Followable<'_>, room: Vec2, ui: &mut Ui) {
    let Followable { trend, line } = of;
    let size = vec2(room.x, room.y + SMALL + 2.0 * PAD + 2.0 * theme::HALF);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let salt = salt(trend, TrendLook::Small);
    let chosen = state.chosen.as_ref() == Some(&trend.what);
    let name = t!(it.view.words, "history-choose", name = line.name.as_str(), reading = line.reading.as_str());
    if choosable(ui, rect, &salt, chosen, &name).clicked() {
        state.choose(trend.what.clone());
    }
    if !ui.is_rect_visible(rect) {
        return;
    }
    let inner = Rect::from_min_max(rect.min + vec2(PAD, PAD), rect.max - vec2(PAD, PAD));
    let builder = UiBuilder::new().max_rect(inner).id_salt(&salt).layout(Layout::top_down(Align::Min));
    let mut ui = ui.new_child(builder);
    ui.spacing_mut().item_spacing = vec2(theme::STEP, theme::HALF);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().interact_size.y = Size::Small.line();
        if let Some(side) = line.side {
            side_mark(ui, side, Size::Small.line());
        }
        ui.add(Label::new(theme::strong(ui, Size::Small, Ink::Ink, &line.name)).wrap());
    });
    let size = vec2(ui.available_width(), SMALL);
    draw(it, &Drawn { trend, line, look: TrendLook::Small, marked: None, size }, &line.reading, &mut ui);
    let (ink, strong) = if line.is_beyond_error { (Ink::Ink, true) } else { (Ink::InkSoft, false) };
    let words = if strong {
        theme::strong(&ui, Size::Small, ink, &line.short)
    } else {
        theme::text(&ui, Size::Small, ink, &line.short)
    };
    ui.add(Label::new(words).wrap());
}

/// One chart, large, and beside or below it its points as a table.
fn large(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    let chosen = state.chosen.clone().and_then(|what| it.model.line(&what));
    let Some((trend, line)) = chosen else {
        widgets::paragraph_small(ui, &t!(words, "history-choose-one"));
        return;
    };
    let top = ui.cursor().top();
    widgets::divider(ui);
    ui.add_space(theme::HALF);
    widgets::subheading(ui, &line.name);
    ui.add(Label::new(theme::text(ui, Size::Body, Ink::Ink, &line.reading)).wrap());
    let beside = ui.available_width() >= BESIDE;
    let width = if beside { (ui.available_width() * 0.5).floor() } else { ui.available_width() };
    let show = |state: &mut State, ui: &mut Ui| {
        let size = vec2(width, LARGE);
        let name = t!(words, "history-chart", name = line.name.as_str(), reading = line.reading.as_str());
        let drawn = Drawn { trend, line, look: TrendLook::Large, marked: state.marked, size };
        if let Some(pointed) = draw(it, &drawn, &name, ui) {
            state.marked = Some(pointed);
            state.points = (trend.points.len() - 1 - pointed) / PAGE;
        }
    };
    if beside {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::PAD;
            ui.vertical(|ui| {
                ui.set_width(width);
                show(state, ui);
            });
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.x = theme::STEP;
                points(it, state, Followable { trend, line }, ui);
            });
        });
    } else {
        show(state, ui);
        points(it, state, Followable { trend, line }, ui);
    }
    if let Followed::Facet(facet) = &trend.what {
        let label = t!(words, "history-recheck");
        let name = t!(words, "history-recheck-name", label = label.as_str(), facet = line.name.as_str());
        ui.horizontal_wrapped(|ui| {
            if ui.add(Button::new(&label).small().icon(Icon::Audit).name(&name)).clicked() {
                commands.push(Command::Audit(AuditCommand::Recheck(facet.clone())));
            }
            widgets::paragraph_small(ui, &t!(words, "history-recheck-about"));
        });
    }
    if std::mem::take(&mut state.reveal) {
        let end = ui.cursor().top();
        ui.scroll_to_rect(Rect::from_x_y_ranges(ui.max_rect().x_range(), top..=end), None);
    }
}

/// The points as rows that can be reached by keyboard; the one that has the focus is marked in the chart.
fn points(it: &Shown<'_>, state: &mut State, of: Followable<'_>, ui: &mut Ui) {
    let Followable { trend, line } = of;
    let words = it.view.words;
    state.points = state.points.min(trend.points.len().saturating_sub(1) / PAGE);
    let Some(rows) = it.view.models.history_points(it.model, trend, state.points) else { return };
    let name = t!(words, "history-points", name = line.name.as_str());
    let builder = UiBuilder::new().accessibility_role(Role::ListBox).accessibility_label(name.as_str());
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (number, point) in rows.iter().enumerate() {
            let at = trend.points.len() - 1 - state.points * PAGE - number;
            if number > 0 {
                widgets::divider(ui);
            }
            point_row(state, at, point, ui);
        }
    });
    pager(it, ui, &mut state.points, Pages { name: &name, count: trend.points.len() });
}

/// A point: its day and score, below them how it was asked and how it lies to the first.
fn point_row(state: &mut State, at: usize, point: &PointWords, ui: &mut Ui) {
    let width = ui.available_width();
    let is_marked = state.marked == Some(at);
    let row = &point.row;
    let inside = width - 2.0 * theme::STEP;
    let layout = |words: String, size, strong, ink, width| {
        ui.painter().layout(words, theme::font(size, strong), theme::color(ui, ink), width)
    };
    let score = layout(row.score.clone(), Size::Body, true, Ink::Ink, inside);
    let band = layout(row.band.clone(), Size::Small, false, Ink::InkSoft, inside);
    let numbers = score.size().x + theme::STEP + band.size().x;
    let day = layout(row.day.clone(), Size::Body, false, Ink::Ink, (inside - numbers - theme::GAP).max(60.0));
    let how = format!("{} · {} · {}", row.form, row.answered, row.reading);
    let how = layout(how, Size::Small, false, Ink::InkSoft, inside);
    let upper = day.size().y.max(score.size().y);
    let (rect, response) =
        ui.allocate_exact_size(vec2(width, upper + how.size().y + 2.0 * theme::HALF), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_marked, &point.said));
    if response.has_focus() || response.hovered() || response.clicked() {
        state.marked = Some(at);
    }
    if is_marked || response.hovered() {
        let ground = theme::color(ui, Ink::Select);
        ui.painter().rect_filled(rect, CornerRadius::same(theme::SMALL_RADIUS), ground);
    }
    let ink = theme::color(ui, Ink::Ink);
    let (left, right, top) = (rect.left() + theme::STEP, rect.right() - theme::STEP, rect.top() + theme::HALF);
    ui.painter().galley(pos2(left, top), day, ink);
    let middle = top + score.size().y / 2.0;
    ui.painter().galley(pos2(right - band.size().x, middle - band.size().y / 2.0), std::sync::Arc::clone(&band), ink);
    let at = pos2(right - band.size().x - theme::STEP - score.size().x, top);
    ui.painter().galley(at, score, ink);
    ui.painter().galley(pos2(left, top + upper), how, ink);
    focus_ring(ui, &response, theme::SMALL_RADIUS);
}
