//! The wheel of the facets without any score: the two halves, and where each facet lies.

use super::label;
use super::spokes::Spokes;
use super::{RadarInput, RadarStyle, TOP};
use crate::chart::marks::{self, THICK};
use crate::chart::scene::{Ink, Node, Point, Scene, Stroke};
use crate::instrument::Side;
use crate::tally::{self, Counted};

/// How many straight pieces half a circle is drawn with.
const PIECES: u8 = 48;
/// The radius of the marks at the rim.
const MARK: f64 = 5.0;

/// Draws the wheel: the halves in the colours of the sides, a spoke for each facet, its mark at the rim and its name outside. Of the
/// input, the facets and the texts are used.
pub fn wheel(input: &RadarInput, style: &RadarStyle) -> Scene {
    tally::count(Counted::Scene);
    let sides: Vec<Side> = input.facets.iter().map(|facet| facet.side).collect();
    let spokes = Spokes::new(&sides);
    let labels = label::place(input, style, &spokes);
    let spokes = spokes.at(labels.center, labels.radius);
    let (center, radius) = (labels.center, labels.radius);
    let mut nodes = Vec::new();
    let halves = [Side::Leadership, Side::Management].map(|side| (marks::inks(side), half(side, center, radius)));
    nodes.extend(halves.iter().map(|(inks, rim)| Node::Fan { center, rim: rim.clone(), fill: inks.tint }));
    let spoke = |i| Node::segment(center, spokes.point(i, TOP), Stroke::solid(Ink::Line, 1.0));
    nodes.push(Node::group("spokes", spokes.iter().map(spoke).collect()));
    nodes.extend(halves.into_iter().map(|(inks, points)| Node::Line {
        points,
        closed: false,
        stroke: Stroke::round(inks.mark, THICK),
    }));
    let (top, bottom) = (center.plus(0.0, -radius - MARK), center.plus(0.0, radius + MARK));
    nodes.push(Node::segment(top, bottom, Stroke::solid(Ink::LineStrong, 1.0)));
    let mark = |i| marks::score(spokes.side(i), spokes.point(i, TOP), MARK, false);
    nodes.push(Node::group("marks", spokes.iter().map(mark).collect()));
    nodes.extend(labels.node);
    Scene { width: style.width, height: labels.height, nodes, title: input.title.clone(), alt: input.alt.clone() }
}

/// The rim of one half, from the top to the bottom.
fn half(side: Side, center: Point, radius: f64) -> Vec<Point> {
    let across = if side == Side::Management { 1.0 } else { -1.0 };
    let at = |piece: u8| {
        let turn = std::f64::consts::PI * f64::from(piece) / f64::from(PIECES);
        center.plus(across * radius * turn.sin(), -radius * turn.cos())
    };
    (0..=PIECES).map(at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Overlays, RadarFacet};

    #[test]
    fn each_half_is_on_its_side_and_holds_its_facets() {
        let sides = [Side::Management; 4].into_iter().chain([Side::Leadership; 4]);
        let facets =
            sides.map(|side| RadarFacet { label: "Vision translation".to_owned(), note: None, side }).collect();
        let input = RadarInput { facets, series: Overlays::new([]), title: String::new(), alt: String::new() };
        let scene = wheel(&input, &RadarStyle::FULL);
        let middle = scene.width / 2.0;
        let fans: Vec<(&Vec<Point>, Ink)> = scene
            .nodes
            .iter()
            .filter_map(|node| match node {
                Node::Fan { rim, fill, .. } => Some((rim, *fill)),
                _ => None,
            })
            .collect();
        let [(left, lead), (right, manage)] = fans.as_slice() else { panic!("two halves") };
        assert!(left.iter().all(|p| p.x <= middle + 1e-9) && right.iter().all(|p| p.x >= middle - 1e-9));
        assert_eq!([*lead, *manage], [Ink::LeadershipTint, Ink::ManagementTint]);
        let extent = scene.nodes.iter().filter_map(Node::extent).reduce(crate::chart::scene::Rect::union).unwrap();
        assert!(
            extent.min.x >= 0.0 && extent.max.x <= scene.width && extent.min.y >= 0.0 && extent.max.y <= scene.height
        );
    }
}
