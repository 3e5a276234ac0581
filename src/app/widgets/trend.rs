//! A score over time, drawn by `egui_plot`: time on a true scale, each point with its band, a line through the points of one form and
//! version, and the range in which scores lie where nothing has changed.
//!
//! Marks differ by shape, not by colour alone: a side's own mark for the full form, a triangle for the quick one, a square for an audit
//! of one facet. A provisional score is hollow, a line between points of an older version dotted. There is nothing to drag or to zoom
//! here, and nothing moves by itself. Screen readers get the sentences of the points instead.

use egui::accesskit::Role;
use egui::{
    Align2, Color32, Galley, Pos2, Rect, RectAlign, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2,
    vec2,
};
use egui_plot::{FilledArea, Line, LineStyle, MarkerShape, Plot, PlotPoint, PlotPoints, PlotTransform, PlotUi, Points};
use jiff::Timestamp;

use super::chart::{RING, show_card};
use super::focus_ring;
use crate::app::theme::{self, Ink, Size};
use crate::chart::inks;
use crate::figures::Card;
use crate::figures::trend::{Followed, Trend, TrendPoint};
use crate::instrument::Side;
use crate::profile::Form;

/// Seconds of a day: time is drawn in days.
const DAY: f64 = 86_400.0;
/// Points closer than this to the pointer are meant by it.
const REACH: f32 = 24.0;
/// With more points than this, a small chart has no marks and a large one no whiskers.
const CROWD: (usize, usize) = (16, 60);

/// A time that is shaded, such as a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendSpan {
    /// Its first moment.
    pub from: Timestamp,
    /// Its last one.
    pub to: Timestamp,
}

/// The scales of a chart. Charts beside each other have the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrendScale {
    /// The first and the last day.
    pub days: (Timestamp, Timestamp),
    /// The lowest and the highest value.
    pub values: (f64, f64),
}

/// What a chart is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrendLook {
    /// One of several beside each other.
    Small,
    /// The only one, with its days below and its values at the left.
    Large,
}

/// A chart of one score over time.
#[must_use = "show it"]
pub struct TrendChart<'a> {
    /// What tells it from others.
    pub salt: &'a str,
    /// The score.
    pub trend: &'a Trend,
    /// Its side, for its colours; the balance has none.
    pub side: Option<Side>,
    /// The scales.
    pub scale: TrendScale,
    /// The version of the questions that is in use now.
    pub version: usize,
    /// What is shaded behind it.
    pub spans: &'a [TrendSpan],
    /// What it is for.
    pub look: TrendLook,
    /// The words of a day on the axis.
    pub day: &'a dyn Fn(Timestamp) -> String,
    /// What is known of a point.
    pub card: &'a dyn Fn(usize) -> Card,
    /// The point that is marked from outside.
    pub marked: Option<usize>,
}

fn days(at: Timestamp) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "seconds of some thousand years")]
    let seconds = at.as_second() as f64;
    seconds / DAY
}

impl TrendScale {
    fn from(&self) -> f64 {
        days(self.days.0) - self.margin()
    }

    fn to(&self) -> f64 {
        days(self.days.1) + self.margin()
    }

    /// Room beside the first and the last point. Without any time between them, some days, so that a lone point is in the middle.
    fn margin(&self) -> f64 {
        ((days(self.days.1) - days(self.days.0)) * 0.06).max(4.0)
    }
}

/// The colours of a chart.
#[derive(Clone, Copy)]
struct Inks {
    mark: Color32,
    tint: Color32,
    paper: Color32,
    soft: Color32,
    range: Color32,
    span: Color32,
}

impl TrendChart<'_> {
    /// Shows it in this size. `name` is what screen readers say of it. Returns the point under the pointer.
    pub fn show(self, ui: &mut Ui, size: Vec2, name: &str) -> Option<usize> {
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
        if !ui.is_rect_visible(rect) {
            return None;
        }
        let room = self.room(rect);
        self.values(ui, room);
        let transform = self.plot(ui, room);
        if self.look == TrendLook::Large {
            self.day_labels(ui, room, &transform);
        }
        let pointed = response.hover_pos().and_then(|at| self.nearest(&transform, at));
        if let Some(current) = pointed.or(self.marked).filter(|at| *at < self.trend.points.len()) {
            let at = self.place(&transform, current);
            ui.painter().circle_stroke(at, RING, theme::stroke(ui, 2.0, Ink::Pen));
            if pointed.is_some() {
                let anchor = Rect::from_center_size(at, Vec2::splat(2.0 * RING));
                show_card(ui, &response, anchor, RectAlign::BOTTOM, &(self.card)(current));
            }
        }
        pointed
    }

    /// Where the points lie, without the axes.
    fn room(&self, rect: Rect) -> Rect {
        let (left, below) = match self.look {
            TrendLook::Small => (16.0, 4.0),
            TrendLook::Large => (24.0, 24.0),
        };
        Rect::from_min_max(rect.min + vec2(left, 6.0), rect.max - vec2(4.0, below))
    }

    fn inks(&self, ui: &Ui) -> Inks {
        let colour = |ink| theme::color(ui, ink);
        let (mark, tint) = match self.side {
            Some(side) => (inks(side).mark, inks(side).tint),
            None => (Ink::InkSoft, Ink::Select),
        };
        Inks {
            mark: colour(mark),
            tint: colour(tint).gamma_multiply(0.75),
            paper: colour(Ink::Paper),
            soft: colour(Ink::InkSoft),
            range: colour(Ink::Line).gamma_multiply(0.45),
            span: colour(Ink::Select),
        }
    }

    fn plot(&self, ui: &mut Ui, room: Rect) -> PlotTransform {
        let inks = self.inks(ui);
        let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(room).id_salt(("trend", self.salt)));
        let plot = Plot::new(self.salt)
            .sense(Sense::hover())
            .width(room.width())
            .height(room.height())
            .show_axes(false)
            .show_grid(false)
            .show_background(false)
            .show_x(false)
            .show_y(false)
            .show_crosshair(false)
            .allow_drag(false)
            .allow_zoom(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_axis_zoom_drag(false)
            .allow_double_click_reset(false);
        let shown = plot.show(&mut inside, |plot| {
            plot.set_plot_bounds_x(self.scale.from()..=self.scale.to());
            plot.set_plot_bounds_y(self.scale.values.0..=self.scale.values.1);
            self.spans(plot, inks);
            self.ranges(plot, inks);
            self.lines(plot, inks);
            self.marks(plot, inks);
        });
        shown.transform
    }

    /// What is shaded, from the bottom to the top.
    fn spans(&self, plot: &mut PlotUi<'_>, inks: Inks) {
        let (low, high) = self.scale.values;
        for (at, span) in self.spans.iter().enumerate() {
            let (from, to) = (days(span.from), days(span.to));
            let area = FilledArea::new(format!("span {at}"), &[from, to], &[low, low], &[high, high]);
            plot.add(area.fill_color(inks.span).allow_hover(false));
        }
    }

    /// Where scores lie if nothing has changed since the first of their version.
    fn ranges(&self, plot: &mut PlotUi<'_>, inks: Inks) {
        for (number, version) in self.trend.versions().into_iter().enumerate() {
            let points = || version.iter().filter_map(|at| self.trend.points.get(*at));
            let Some(first) = points().next() else { continue };
            // The range opens at the first point as wide as it is at the second.
            let mut ends: Vec<(f64, f64, f64)> =
                points().filter_map(|it| it.expected.map(|range| (days(it.at), range.low, range.high))).collect();
            let Some((_, low, high)) = ends.first().copied() else { continue };
            ends.insert(0, (days(first.at), low, high));
            let xs: Vec<f64> = ends.iter().map(|it| it.0).collect();
            let (low, high) = self.scale.values;
            let lows: Vec<f64> = ends.iter().map(|it| it.1.max(low)).collect();
            let highs: Vec<f64> = ends.iter().map(|it| it.2.min(high)).collect();
            let area = FilledArea::new(format!("range {number}"), &xs, &lows, &highs);
            plot.add(area.fill_color(inks.range).allow_hover(false));
            for (name, ys) in [("low", &lows), ("high", &highs)] {
                let edge: Vec<[f64; 2]> = xs.iter().zip(ys).map(|(x, y)| [*x, *y]).collect();
                let line = Line::new(format!("{name} {number}"), edge).style(LineStyle::Dashed { length: 4.0 });
                plot.add(line.stroke(Stroke::new(1.0, inks.soft)).allow_hover(false));
            }
        }
    }

    /// The bands and the lines through points of one form and version.
    fn lines(&self, plot: &mut PlotUi<'_>, inks: Inks) {
        for (number, line) in self.trend.lines().into_iter().enumerate().filter(|(_, line)| line.len() > 1) {
            let points: Vec<&TrendPoint> = line.iter().filter_map(|at| self.trend.points.get(*at)).collect();
            let xs: Vec<f64> = points.iter().map(|it| days(it.at)).collect();
            let (lows, highs): (Vec<f64>, Vec<f64>) =
                points.iter().map(|it| (it.estimate.low, it.estimate.high)).unzip();
            let band = FilledArea::new(format!("band {number}"), &xs, &lows, &highs);
            plot.add(band.fill_color(inks.tint).allow_hover(false));
            let through: Vec<[f64; 2]> = points.iter().map(|it| [days(it.at), it.estimate.mean]).collect();
            let is_older = points.first().is_some_and(|it| it.questions != self.version);
            let style = if is_older { LineStyle::Dotted { spacing: 5.0 } } else { LineStyle::Solid };
            let width = if is_older { 1.0 } else { 2.0 };
            let line = Line::new(format!("line {number}"), through).style(style);
            plot.add(line.stroke(Stroke::new(width, inks.mark)).allow_hover(false));
        }
    }

    fn marks(&self, plot: &mut PlotUi<'_>, inks: Inks) {
        let (small, many) = (self.look == TrendLook::Small, self.trend.points.len());
        if (small && many > CROWD.0) || many > 4 * CROWD.1 {
            return;
        }
        if many <= CROWD.1 {
            for (at, point) in self.trend.points.iter().enumerate() {
                let x = days(point.at);
                let whisker = vec![[x, point.estimate.low], [x, point.estimate.high]];
                let line = Line::new(format!("whisker {at}"), whisker);
                plot.add(line.stroke(Stroke::new(1.5, inks.mark)).allow_hover(false));
            }
        }
        let radius = if small { 4.0 } else { 5.5 };
        let radius = if many > CROWD.1 { 2.5 } else { radius };
        for (shape, reach) in [
            (self.own(), radius * if self.side == Some(Side::Leadership) { 1.3 } else { 1.0 }),
            (MarkerShape::Up, radius * 1.25),
            (MarkerShape::Square, radius * 1.25),
        ] {
            for provisional in [false, true] {
                let these = || {
                    let of = |it: &&TrendPoint| self.shape(it) == shape && it.is_provisional == provisional;
                    let at = |it: &TrendPoint| PlotPoint::new(days(it.at), it.estimate.mean);
                    self.trend.points.iter().filter(of).map(at).collect::<Vec<PlotPoint>>()
                };
                let put = |name: &str, reach: f32, colour| {
                    let name = format!("{name} {shape:?} {provisional}");
                    let points = Points::new(name, PlotPoints::Owned(these())).shape(shape).radius(reach);
                    points.color(colour).allow_hover(false)
                };
                plot.add(put("mark", reach, inks.mark));
                if provisional {
                    plot.add(put("hollow", reach - 2.0, inks.paper));
                }
            }
        }
    }

    /// The mark of the full form.
    const fn own(&self) -> MarkerShape {
        match self.side {
            Some(Side::Leadership) => MarkerShape::Diamond,
            Some(Side::Management) | None => MarkerShape::Circle,
        }
    }

    fn shape(&self, point: &TrendPoint) -> MarkerShape {
        match point.form {
            _ if point.is_alone => MarkerShape::Square,
            Form::Quick => MarkerShape::Up,
            Form::Full => self.own(),
        }
    }

    fn place(&self, transform: &PlotTransform, at: usize) -> Pos2 {
        self.trend.points.get(at).map_or(Pos2::ZERO, |point| {
            transform.position_from_point(&PlotPoint::new(days(point.at), point.estimate.mean))
        })
    }

    /// The point nearest to the pointer, if it is near.
    fn nearest(&self, transform: &PlotTransform, pointer: Pos2) -> Option<usize> {
        let far = |at: usize| {
            let place = self.place(transform, at);
            (place - pointer).length()
        };
        let nearest = (0..self.trend.points.len()).min_by(|a, b| far(*a).total_cmp(&far(*b)))?;
        (far(nearest) <= REACH).then_some(nearest)
    }

    /// The values at the left with a hairline each, below all that is drawn.
    fn values(&self, ui: &Ui, room: Rect) {
        let ink = theme::color(ui, Ink::InkSoft);
        let font = theme::font(Size::Small, false);
        let (low, high) = self.scale.values;
        let (first, last) = (low.ceil(), high.floor());
        for value in whole_values(low, high) {
            #[expect(clippy::cast_possible_truncation, reason = "a share of the height")]
            let share = ((value - low) / (high - low)) as f32;
            let y = ui.painter().round_to_pixel_center(room.bottom() - share * room.height());
            let is_middle = self.is_balance() && value.abs() < f64::EPSILON;
            let line = theme::stroke(ui, 1.0, if is_middle { Ink::LineStrong } else { Ink::Line });
            ui.painter().hline(room.x_range(), y, line);
            let is_end = (value - first).abs() < f64::EPSILON || (value - last).abs() < f64::EPSILON;
            if self.look == TrendLook::Large || is_end {
                let words = format!("{value:.0}").replace('-', "\u{2212}");
                ui.painter().text(pos2(room.left() - 6.0, y), Align2::RIGHT_CENTER, words, font.clone(), ink);
            }
        }
    }

    const fn is_balance(&self) -> bool {
        matches!(self.trend.what, Followed::Balance)
    }

    /// The days of the points, as many as have room; the newest first, since it matters most, then the oldest.
    fn day_labels(&self, ui: &Ui, room: Rect, transform: &PlotTransform) {
        let ink = theme::color(ui, Ink::InkSoft);
        let font = theme::font(Size::Small, false);
        let mut taken: Vec<Rect> = Vec::new();
        let last = self.trend.points.len().saturating_sub(1);
        let order = [last, 0].into_iter().chain(1..last);
        // More would not have room, and each has to be laid out.
        for at in order.take(24) {
            let Some(point) = self.trend.points.get(at) else { continue };
            let x = transform.position_from_point(&PlotPoint::new(days(point.at), 0.0)).x;
            let galley = ui.painter().layout_no_wrap((self.day)(point.at), font.clone(), ink);
            let rect = label_place(&galley, x, room);
            if taken.iter().all(|other| !other.expand2(vec2(10.0, 0.0)).intersects(rect)) {
                ui.painter().vline(x, room.bottom()..=room.bottom() + 4.0, theme::stroke(ui, 1.0, Ink::LineStrong));
                ui.painter().galley(rect.min, galley, ink);
                taken.push(rect);
            }
        }
    }
}

fn label_place(galley: &Galley, x: f32, room: Rect) -> Rect {
    let width = galley.size().x;
    let left = (x - width / 2.0).clamp(room.left() - 20.0, (room.right() + 4.0 - width).max(room.left() - 20.0));
    Rect::from_min_size(pos2(left, room.bottom() + 5.0), galley.size())
}

/// The whole numbers between two values.
fn whole_values(low: f64, high: f64) -> impl Iterator<Item = f64> {
    let mut value = low.ceil();
    std::iter::from_fn(move || {
        let next = value;
        value += 1.0;
        (next <= high).then_some(next)
    })
}

/// A box with a hairline around a small chart, which can be chosen; a thicker one around the chosen one.
pub fn choosable(ui: &mut Ui, rect: Rect, salt: &str, chosen: bool, name: &str) -> Response {
    let response = ui.interact(rect, ui.make_persistent_id(("choose", salt)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, name));
    let line = if chosen {
        theme::stroke(ui, 2.0, Ink::Pen)
    } else if response.hovered() {
        theme::stroke(ui, 1.0, Ink::LineStrong)
    } else {
        theme::stroke(ui, 1.0, Ink::Line)
    };
    ui.painter().rect_stroke(rect, theme::RADIUS, line, StrokeKind::Inside);
    focus_ring(ui, &response, theme::RADIUS);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// The mark of a way of asking, for a legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrendSample {
    /// The full form.
    Full,
    /// The quick form.
    Quick,
    /// One facet alone.
    Alone,
    /// A provisional score.
    Provisional,
    /// A line between points of an older version.
    Older,
    /// Where scores lie if nothing has changed.
    Range,
    /// The time of a plan.
    Span,
}

/// Draws it, 24 wide and as high as a line.
pub fn trend_sample(ui: &mut Ui, sample: TrendSample) {
    let (rect, _) = ui.allocate_exact_size(vec2(24.0, Size::Small.line()), Sense::hover());
    let (at, ink, painter) = (rect.center(), theme::color(ui, Ink::InkSoft), ui.painter());
    let square = |reach: f32| Rect::from_center_size(at, Vec2::splat(2.0 * reach));
    match sample {
        TrendSample::Full => {
            painter.circle_filled(at - vec2(6.0, 0.0), 4.0, ink);
            diamond(ui, at + vec2(6.0, 0.0), 5.5, ink);
        }
        TrendSample::Quick => {
            let d = 5.5;
            let corners = vec![at + vec2(0.0, -d), at + vec2(d * 0.87, d * 0.5), at + vec2(-d * 0.87, d * 0.5)];
            painter.add(egui::Shape::convex_polygon(corners, ink, Stroke::NONE));
        }
        TrendSample::Alone => {
            painter.rect_filled(square(4.0), 0.0, ink);
        }
        TrendSample::Provisional => {
            painter.circle_stroke(at, 4.0, Stroke::new(1.5, ink));
        }
        TrendSample::Older => {
            for step in 0..5_u8 {
                painter.circle_filled(pos2(rect.left() + 2.0 + 5.0 * f32::from(step), at.y), 1.0, ink);
            }
        }
        TrendSample::Range => {
            let area = Rect::from_center_size(at, vec2(22.0, 12.0));
            painter.rect_filled(area, 0.0, theme::color(ui, Ink::Line).gamma_multiply(0.45));
            for y in [area.top(), area.bottom()] {
                let ends = [pos2(area.left(), y), pos2(area.right(), y)];
                painter.extend(egui::Shape::dashed_line(&ends, Stroke::new(1.0, ink), 4.0, 2.5));
            }
        }
        TrendSample::Span => {
            painter.rect_filled(Rect::from_center_size(at, vec2(22.0, 16.0)), 0.0, theme::color(ui, Ink::Select));
        }
    }
}

fn diamond(ui: &Ui, at: Pos2, d: f32, ink: Color32) {
    let corners = [vec2(0.0, -d), vec2(d, 0.0), vec2(0.0, d), vec2(-d, 0.0)].map(|corner| at + corner);
    ui.painter().add(egui::Shape::convex_polygon(corners.into(), ink, Stroke::NONE));
}
