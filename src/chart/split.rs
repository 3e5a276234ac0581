//! How points were split between the two sides: a cell for each, leadership at the left, management at the right.

use super::marks::inks;
use super::scene::{Ink, Node, Point, Rect, Scene, Size, Stroke};
use crate::instrument::Side;
use crate::scoring::AspectLean;
use crate::tally::{self, Counted};

/// The most points that are split: two scenes of ten.
const MOST: f64 = 20.0;
/// The height of a cell, and the space between two.
const CELL: f64 = 10.0;
const GAP: f64 = 1.0;

/// Draws the points of an aspect. Those of the side to which it leans are filled with its full colour, all others are pale; the line
/// in the middle is an even split.
pub fn split(lean: AspectLean, size: Size) -> Scene {
    tally::count(Counted::Scene);
    let Size { width, height } = size;
    let (middle, step) = (height / 2.0, width / MOST);
    let from = (width - step * f64::from(lean.total)) / 2.0;
    let leaning = lean.lean.and_then(crate::scoring::LeanDirection::side);
    let cell = |at: u8| {
        let of = if at < lean.total - lean.management { Side::Leadership } else { Side::Management };
        let inks = inks(of);
        let left = from + step * f64::from(at);
        let rect = Rect::new(left + GAP / 2.0, middle - CELL / 2.0, step - GAP, CELL);
        let ink = if leaning == Some(of) { inks.mark } else { inks.tint };
        Node::Rect { rect, radius: 1.0, fill: Some(ink), stroke: None }
    };
    let mut nodes: Vec<Node> = (0..lean.total).map(cell).collect();
    let even = width / 2.0;
    nodes.push(Node::segment(Point::new(even, 2.0), Point::new(even, height - 2.0), Stroke::solid(Ink::Ink, 1.0)));
    Scene { width, height, nodes, title: String::new(), alt: String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scoring::fixture::decisions;

    const SIZE: Size = Size { width: 176.0, height: 24.0 };

    fn fills(points: &[u8]) -> Vec<Ink> {
        let fill = |node: &Node| match node {
            Node::Rect { fill, .. } => *fill,
            _ => None,
        };
        split(decisions(points), SIZE).nodes.iter().filter_map(fill).collect()
    }

    #[test]
    fn a_cell_for_each_point_leadership_first() {
        let (pale, full) = (inks(Side::Leadership), inks(Side::Management));
        assert_eq!(fills(&[9, 8]), [vec![pale.tint; 3], vec![full.mark; 17]].concat());
        assert_eq!(fills(&[5, 5]), [vec![pale.tint; 10], vec![full.tint; 10]].concat(), "no lean, no full colour");
        assert_eq!(fills(&[10]).len(), 10, "one scene");
        assert!(fills(&[]).is_empty());
    }

    #[test]
    fn it_stays_inside() {
        let scene = split(decisions(&[0, 10]), SIZE);
        let extent = scene.nodes.iter().filter_map(Node::extent).reduce(Rect::union).unwrap();
        assert!(extent.min.x >= 0.0 && extent.max.x <= SIZE.width && extent.max.y <= SIZE.height);
    }
}
