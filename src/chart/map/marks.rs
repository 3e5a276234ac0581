//! The marks of the roles, and what is drawn around them.

use std::sync::LazyLock;

use super::{MapPlace, MapRole};
use crate::chart::marks::THIN;
use crate::chart::scene::{Ink, Node, Point, Rect, Scene, Stroke};

/// The mark of a role on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapMark {
    /// Management.
    Circle,
    /// Leadership without reports.
    Diamond,
    /// Hybrid.
    Triangle,
    /// The person's own.
    Square,
    /// The present one.
    Ring,
}

impl MapMark {
    const ALL: [Self; 5] = [Self::Circle, Self::Diamond, Self::Triangle, Self::Square, Self::Ring];
}

/// A mark; the chosen role's is filled with ink.
pub(super) fn mark(role: &MapRole, at: Point) -> Vec<Node> {
    let (fill, stroke) = (Some(if role.chosen { Ink::Ink } else { Ink::Paper }), Some(Stroke::round(Ink::Ink, THIN)));
    let node = match role.mark {
        MapMark::Circle => Node::Circle { center: at, radius: 4.5, fill, stroke },
        MapMark::Diamond => polygon(at, &[(0.0, -6.0), (6.0, 0.0), (0.0, 6.0), (-6.0, 0.0)], fill, stroke),
        MapMark::Triangle => polygon(at, &[(0.0, -6.0), (5.6, 4.0), (-5.6, 4.0)], fill, stroke),
        MapMark::Square => Node::Rect { rect: Rect::around(at, 4.5), radius: 0.0, fill, stroke },
        MapMark::Ring => {
            let ring = Node::Circle { center: at, radius: 6.0, fill: Some(Ink::Paper), stroke };
            let radius = if role.chosen { 3.6 } else { 2.0 };
            return vec![ring, Node::Circle { center: at, radius, fill: Some(Ink::Ink), stroke: None }];
        }
    };
    vec![node]
}

fn polygon(at: Point, corners: &[(f64, f64)], fill: Option<Ink>, stroke: Option<Stroke>) -> Node {
    Node::Polygon { points: corners.iter().map(|(x, y)| at.plus(*x, *y)).collect(), fill, stroke }
}

/// The outline of an ellipse: solid for the chosen role, dashed for the one that fits best.
pub(super) fn ellipse(points: Vec<Point>, chosen: bool) -> Node {
    let ink = Ink::InkSoft;
    let stroke = if chosen { Stroke::solid(ink, 1.0) } else { Stroke::dashed(ink, 1.0, 4.0, 3.0) };
    Node::Line { points, closed: true, stroke }
}

/// Where a role was, and the way to where it is.
pub(super) fn moved(from: Point, to: Point) -> [Node; 2] {
    let hair = Stroke::solid(Ink::LineStrong, 1.0);
    let hollow = Stroke::solid(Ink::InkSoft, 1.0);
    [
        Node::segment(from, to, hair),
        Node::Circle { center: from, radius: 3.0, fill: Some(Ink::Paper), stroke: Some(hollow) },
    ]
}

/// A mark alone, 16 by 16 points, for a legend.
pub fn map_mark(kind: MapMark) -> &'static Scene {
    static MARKS: LazyLock<[Scene; 5]> = LazyLock::new(|| MapMark::ALL.map(draw_mark));
    &MARKS[kind as usize]
}

fn draw_mark(kind: MapMark) -> Scene {
    let place = MapPlace { can: 0.0, want: 0.0 };
    let role = MapRole {
        name: String::new(),
        place,
        before: None,
        error: None,
        mark: kind,
        chosen: false,
        now: false,
        first: false,
    };
    let nodes = mark(&role, Point::new(8.0, 8.0));
    Scene { width: 16.0, height: 16.0, nodes, title: String::new(), alt: String::new() }
}
