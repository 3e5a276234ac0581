//! The drawing, back to front.

use super::spokes::{Spokes, Stretch};
use super::{RadarInput, RadarStyle, TOP};
use crate::chart::marks::{self, Ends, Sizes, THICK};
use crate::chart::scene::{Anchor, FontWeight, Ink, Node, Point, Rect, Stroke, Text};
use crate::chart::{Series, SeriesKind};

/// From this radius on, marks have their full size and all numbers are drawn.
const FULL: f64 = 100.0;

/// A series and where its values lie, axis by axis.
struct Placed<'a> {
    series: &'a Series,
    points: Vec<Option<Point>>,
}

impl<'a> Placed<'a> {
    fn new(series: &'a Series, spokes: &Spokes) -> Self {
        Self { series, points: spokes.points(|facet| series.value(facet).map(|value| value.at)) }
    }

    /// The same for each point.
    fn each(&self, draw: impl Fn(Point) -> Node) -> Vec<Node> {
        self.points.iter().flatten().map(|p| draw(*p)).collect()
    }
}

pub(super) fn nodes(input: &RadarInput, style: &RadarStyle, spokes: &Spokes) -> Vec<Node> {
    let sizes = if spokes.radius() >= FULL {
        Sizes { dot: 4.5, cap: 4.0, square: 3.5 }
    } else {
        Sizes { dot: 3.5, cap: 3.0, square: 3.0 }
    };
    let placed: Vec<Placed<'_>> = input.series.iter().map(|series| Placed::new(series, spokes)).collect();
    let of = |name, kind, draw: &dyn Fn(&Placed<'_>) -> Vec<Node>| {
        Node::group(name, placed.iter().filter(|it| it.series.kind == kind).flat_map(draw).collect())
    };
    let own = |draw: fn(&Spokes, &Placed<'_>) -> Vec<Node>| move |it: &Placed<'_>| draw(spokes, it);
    let lines = |stroke| move |it: &Placed<'_>| lines(spokes, &it.points, stroke);
    let (square, paper) = (sizes.square, Some(Ink::Paper));
    let mut nodes = vec![
        of("areas", SeriesKind::Mine, &own(areas)),
        Node::group("scale", scale(input, spokes)),
        of("me-outline", SeriesKind::Mine, &own(outline)),
        of("role-line", SeriesKind::Role, &lines(marks::ROLE)),
        of("earlier-line", SeriesKind::Earlier, &lines(marks::EARLIER)),
        of("earlier-plates", SeriesKind::Earlier, &|it| it.each(|p| marks::earlier(p, square, paper))),
        of("others-line", SeriesKind::Others, &lines(marks::OTHERS)),
        of("whiskers", SeriesKind::Mine, &|it| if style.whiskers { whiskers(spokes, it, sizes) } else { Vec::new() }),
        of("role-plates", SeriesKind::Role, &|it| it.each(|p| marks::need_plate(p, square))),
        of("me-marks", SeriesKind::Mine, &|it| own_marks(spokes, it, sizes)),
        of("earlier-marks", SeriesKind::Earlier, &|it| it.each(|p| marks::earlier(p, square, None))),
        of("role-marks", SeriesKind::Role, &|it| it.each(|p| marks::need(p, square))),
        of("others-marks", SeriesKind::Others, &|it| it.each(|p| marks::others(p, square + 1.0))),
        Node::group("numbers", numbers(style, spokes)),
    ];
    nodes.retain(|node| !matches!(node, Node::Group { nodes, .. } if nodes.is_empty()));
    nodes
}

/// Rings, axes and the middle line.
fn scale(input: &RadarInput, spokes: &Spokes) -> Vec<Node> {
    let (center, radius) = (spokes.center(), spokes.radius());
    let (line, own) = (Stroke::solid(Ink::Line, 1.0), input.series.of(SeriesKind::Mine));
    let mut nodes: Vec<Node> = (1_u8..=5)
        .map(|v| Node::Circle { center, radius: radius * f64::from(v) / TOP, fill: None, stroke: Some(line) })
        .collect();
    for i in spokes.iter() {
        let missing = own.is_some_and(|series| series.value(spokes.facet(i)).is_none());
        let stroke = if missing { Stroke::dotted(Ink::LineStrong, 1.0, 5.0) } else { line };
        nodes.push(Node::segment(spokes.point(i, 1.0), spokes.point(i, TOP), stroke));
    }
    let (top, bottom) = (center.plus(0.0, -radius), center.plus(0.0, radius));
    nodes.push(Node::segment(top, bottom, Stroke::solid(Ink::LineStrong, 1.0)));
    nodes
}

fn lines(spokes: &Spokes, points: &[Option<Point>], stroke: Stroke) -> Vec<Node> {
    let lines = spokes.lines(points).into_iter();
    lines.map(|(points, closed)| Node::Line { points, closed, stroke }).collect()
}

fn areas(spokes: &Spokes, it: &Placed<'_>) -> Vec<Node> {
    let area = |s: Stretch| Node::Fan { center: spokes.center(), rim: s.points, fill: marks::inks(s.side).tint };
    spokes.stretches(&it.points).into_iter().map(area).collect()
}

fn outline(spokes: &Spokes, it: &Placed<'_>) -> Vec<Node> {
    let line = |s: Stretch| {
        let stroke = Stroke::round(marks::inks(s.side).mark, THICK);
        Node::Line { points: s.points, closed: false, stroke }
    };
    spokes.stretches(&it.points).into_iter().map(line).collect()
}

fn whiskers(spokes: &Spokes, it: &Placed<'_>, sizes: Sizes) -> Vec<Node> {
    let mut nodes = Vec::new();
    for i in spokes.iter() {
        let band = it.series.value(spokes.facet(i)).and_then(|value| value.band);
        if let Some(band) = band.filter(|band| band.low.is_finite() && band.high.is_finite()) {
            let ends = Ends { low: spokes.point(i, band.low), high: spokes.point(i, band.high) };
            nodes.extend(marks::whisker(spokes.side(i), ends, sizes.cap, spokes.across(i)));
        }
    }
    nodes
}

fn own_marks(spokes: &Spokes, it: &Placed<'_>, sizes: Sizes) -> Vec<Node> {
    let mark = |i: usize| {
        let value = it.series.value(spokes.facet(i)).zip(it.points[i]);
        let marks = value.map(|(value, p)| {
            let score = marks::score(spokes.side(i), p, sizes.dot, value.provisional);
            std::iter::once(score).chain(marks::evidence(p, sizes.dot, value.evidence))
        });
        marks.into_iter().flatten()
    };
    spokes.iter().flat_map(mark).collect()
}

/// The numbers of the rings along the middle line, each on a plate so that it can be read over lines and areas.
fn numbers(style: &RadarStyle, spokes: &Spokes) -> Vec<Node> {
    let shown: &[u8] = if spokes.radius() >= FULL { &[1, 2, 3, 4, 5] } else { &[1, 3, 5] };
    let mut nodes = Vec::new();
    for v in shown {
        let at = spokes.center().plus(0.0, -spokes.radius() * f64::from(*v) / TOP);
        let plate = Rect::new(at.x - 7.0, at.y - 8.0, 14.0, 16.0);
        nodes.push(Node::Rect { rect: plate, radius: 4.0, fill: Some(Ink::Paper), stroke: None });
        nodes.push(Node::Text(Text {
            at: at.plus(0.0, style.text * 0.35),
            anchor: Anchor::Middle,
            size: style.text,
            weight: FontWeight::Regular,
            ink: Ink::InkSoft,
            words: v.to_string(),
        }));
    }
    nodes
}
