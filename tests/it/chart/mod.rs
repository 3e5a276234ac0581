//! The charts: where things lie, what is missing, and that all of it stays within the drawing.

mod files;
mod map;
mod pictures;
mod radar;
mod rows;
mod sample;

use evenkeel::chart::Scene;
use evenkeel::chart::scene::{Node, Point, Rect};

/// Every node of a drawing, groups opened, with how far it was moved.
fn all(scene: &Scene) -> Vec<(Node, Point)> {
    fn open(nodes: &[Node], by: Point, into: &mut Vec<(Node, Point)>) {
        for node in nodes {
            match node {
                Node::Group { at, nodes, .. } => open(nodes, by.plus(at.x, at.y), into),
                node => into.push((node.clone(), by)),
            }
        }
    }
    let mut found = Vec::new();
    open(&scene.nodes, Point::new(0.0, 0.0), &mut found);
    found
}

/// The nodes of a group.
fn group<'a>(scene: &'a Scene, wanted: &str) -> &'a [Node] {
    let found = scene.nodes.iter().find_map(|node| match node {
        Node::Group { name, nodes, .. } if *name == wanted => Some(nodes.as_slice()),
        _ => None,
    });
    found.unwrap_or_default()
}

/// The points that a node is made of.
fn points(node: &Node) -> Vec<Point> {
    match node {
        Node::Fan { center, rim, .. } => [&[*center], rim.as_slice()].concat(),
        Node::Polygon { points, .. } | Node::Line { points, .. } => points.clone(),
        Node::Circle { center, .. } => vec![*center],
        Node::Rect { rect, .. } => vec![rect.min, rect.max],
        Node::Text(text) => vec![text.at],
        Node::Group { nodes, .. } => nodes.iter().flat_map(points).collect(),
    }
}

/// Every number is one, and everything lies within the drawing.
#[track_caller]
fn sound(scene: &Scene) {
    let bounds = Rect::new(0.0, 0.0, scene.width, scene.height);
    assert!(scene.width.is_finite() && scene.height.is_finite());
    for (node, by) in all(scene) {
        assert!(points(&node).iter().all(|p| p.x.is_finite() && p.y.is_finite()), "{node:?}");
        let extent = node.extent().unwrap();
        for corner in [extent.min, extent.max] {
            let p = corner.plus(by.x, by.y);
            let near = Rect { min: bounds.min.plus(-0.01, -0.01), max: bounds.max.plus(0.01, 0.01) };
            assert!(near.contains(p), "{p:?} is outside {bounds:?}: {node:?}");
        }
    }
}

fn near(a: f64, b: f64, within: f64) -> bool {
    (a - b).abs() <= within
}
