//! The drawing, back to front.

use super::spokes::Spokes;
use super::{RadarInput, RadarStyle, TOP};
use crate::chart::marks::{self, Ends, Sizes, THICK};
use crate::chart::scene::{Anchor, Ink, Node, Point, Rect, Stroke, Text, Weight};

/// From this radius on, marks and numbers have their full size and number.
const FULL: f64 = 100.0;

pub(super) fn nodes(input: &RadarInput, style: &RadarStyle, spokes: &Spokes) -> Vec<Node> {
    let sizes = if spokes.radius() >= FULL {
        Sizes { dot: 4.5, cap: 4.0, square: 3.5 }
    } else {
        Sizes { dot: 3.5, cap: 3.0, square: 3.0 }
    };
    let none = || vec![None; input.facets.len()];
    let on = |show: bool, value: &dyn Fn(usize) -> Option<f64>| if show { spokes.points(value) } else { none() };
    let me = on(input.show.me, &|i| input.facets[i].score.map(|s| s.mean));
    let role = on(input.show.role, &|i| input.facets[i].need);
    let earlier = on(input.show.earlier, &|i| input.facets[i].earlier);
    let all =
        |points: &[Option<Point>], draw: &dyn Fn(Point) -> Node| points.iter().flatten().map(|p| draw(*p)).collect();

    let stretches = spokes.stretches(&me);
    let area = |s: &super::spokes::Stretch| Node::Fan {
        center: spokes.center(),
        rim: s.points.clone(),
        fill: marks::inks(s.side).tint,
    };
    let outline = |s: &super::spokes::Stretch| Node::Line {
        points: s.points.clone(),
        closed: false,
        stroke: Stroke::round(marks::inks(s.side).mark, THICK),
    };
    let mut nodes = vec![
        Node::group("areas", stretches.iter().map(area).collect()),
        Node::group("scale", scale(input, spokes)),
        Node::group("me-outline", stretches.iter().map(outline).collect()),
        Node::group("role-line", lines(spokes, &role, marks::ROLE)),
        Node::group("earlier-line", lines(spokes, &earlier, marks::EARLIER)),
        Node::group("earlier-plates", all(&earlier, &|p| marks::earlier(p, sizes.square, Some(Ink::Paper)))),
        Node::group(
            "whiskers",
            if style.whiskers && input.show.me { whiskers(input, spokes, sizes) } else { Vec::new() },
        ),
        Node::group("role-plates", all(&role, &|p| marks::need_plate(p, sizes.square))),
        Node::group("me-marks", own_marks(input, spokes, &me, sizes)),
        Node::group("earlier-marks", all(&earlier, &|p| marks::earlier(p, sizes.square, None))),
        Node::group("role-marks", all(&role, &|p| marks::need(p, sizes.square))),
        Node::group("numbers", numbers(style, spokes)),
    ];
    nodes.retain(|node| !matches!(node, Node::Group { nodes, .. } if nodes.is_empty()));
    nodes
}

/// Rings, axes and the middle line.
fn scale(input: &RadarInput, spokes: &Spokes) -> Vec<Node> {
    let (center, radius) = (spokes.center(), spokes.radius());
    let line = Stroke::solid(Ink::Line, 1.0);
    let mut nodes: Vec<Node> = (1_u8..=5)
        .map(|v| Node::Circle { center, radius: radius * f64::from(v) / TOP, fill: None, stroke: Some(line) })
        .collect();
    for i in spokes.iter() {
        let missing = input.show.me && input.facets[spokes.facet(i)].score.is_none();
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

fn whiskers(input: &RadarInput, spokes: &Spokes, sizes: Sizes) -> Vec<Node> {
    let mut nodes = Vec::new();
    for i in spokes.iter() {
        if let Some(score) = input.facets[spokes.facet(i)].score.filter(|s| s.low.is_finite() && s.high.is_finite()) {
            let ends = Ends { low: spokes.point(i, score.low), high: spokes.point(i, score.high) };
            nodes.extend(marks::whisker(spokes.side(i), ends, sizes.cap, spokes.across(i)));
        }
    }
    nodes
}

fn own_marks(input: &RadarInput, spokes: &Spokes, points: &[Option<Point>], sizes: Sizes) -> Vec<Node> {
    let mark = |i: usize| {
        let hollow = input.facets[spokes.facet(i)].score.is_some_and(|s| s.provisional);
        points[i].map(|p| marks::score(spokes.side(i), p, sizes.dot, hollow))
    };
    spokes.iter().filter_map(mark).collect()
}

/// The numbers of the rings up the middle line, each on a plate that keeps it readable on any line or area.
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
            weight: Weight::Regular,
            ink: Ink::InkSoft,
            words: v.to_string(),
        }));
    }
    nodes
}
