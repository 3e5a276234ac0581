//! How well a role fits: the small marks of *can* and *want*, what it asks, its hours.
//!
//! # Rules
//! - A value is a place on a line, never a percentage. The words beside it say what it means.
//! - *Can* is drawn from 0.5 to 1 and *want* from 0 to 1: no role worth choosing has a lower *can*.

use std::sync::LazyLock;

use super::scene::{Ink, Node, Point, Rect, Scene, Stroke};
use crate::tally::{self, Counted};

/// What a small line shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// *Can*, from a half to 1.
    Can,
    /// *Want*, from 0 to 1.
    Want,
}

impl Measured {
    const fn range(self) -> (f64, f64) {
        match self {
            Self::Can => (0.5, 1.0),
            Self::Want => (0.0, 1.0),
        }
    }

    /// Where a value lies between the ends of its line, 0 to 1.
    pub fn place(self, value: f64) -> f64 {
        let (low, high) = self.range();
        ((value - low) / (high - low)).clamp(0.0, 1.0)
    }
}

/// A line of 48 by 16 points with a dot; without a value, only a dotted line. `before` is the value before a what-if, drawn as a
/// hollow dot.
pub fn fit_line(kind: Measured, value: Option<f64>, before: Option<f64>) -> Scene {
    tally::count(Counted::Scene);
    let (left, right, y) = (2.0, 46.0, 8.0);
    let strong = Stroke::solid(Ink::LineStrong, 1.0);
    let line = if value.is_some() { strong } else { Stroke::dotted(Ink::LineStrong, 1.0, 5.0) };
    let x = |value: f64| left + 4.0 + (right - left - 8.0) * kind.place(value);
    let mut nodes = vec![
        Node::segment(Point::new(left, y), Point::new(right, y), line),
        Node::segment(Point::new(left, y - 5.0), Point::new(left, y + 5.0), strong),
        Node::segment(Point::new(right, y - 5.0), Point::new(right, y + 5.0), strong),
    ];
    if let Some(before) = before.filter(|v| v.is_finite()) {
        let stroke = Some(Stroke::solid(Ink::InkSoft, 1.0));
        nodes.push(Node::Circle { center: Point::new(x(before), y), radius: 4.0, fill: Some(Ink::Paper), stroke });
    }
    if let Some(value) = value.filter(|v| v.is_finite()) {
        let center = Point::new(x(value), y);
        nodes.push(Node::Circle { center, radius: 4.0, fill: Some(Ink::Ink), stroke: None });
    }
    Scene { width: 48.0, height: 16.0, nodes, title: String::new(), alt: String::new() }
}

/// Five small steps, 43 by 16 points in all; the demand says how many are filled. `counts` is whether the facet has a weight at
/// all: if not, the steps are faint.
pub fn demand_steps(demand: u8, counts: bool) -> &'static Scene {
    static STEPS: LazyLock<[[Scene; 2]; 6]> =
        LazyLock::new(|| [0, 1, 2, 3, 4, 5].map(|demand| [false, true].map(|counts| draw_steps(demand, counts))));
    &STEPS[usize::from(demand.min(5))][usize::from(counts)]
}

fn draw_steps(demand: u8, counts: bool) -> Scene {
    let (width, gap) = (7.0, 2.0);
    let fill = if counts { Ink::Ink } else { Ink::LineStrong };
    let step = |at: u8| {
        let rect = Rect::new(f64::from(at) * (width + gap) + 0.5, 4.5, width - 1.0, 7.0);
        let (fill, stroke) = if at < demand { (Some(fill), fill) } else { (None, Ink::LineStrong) };
        Node::Rect { rect, radius: 1.0, fill, stroke: Some(Stroke::solid(stroke, 1.0)) }
    };
    let nodes = (0..5).map(step).collect();
    Scene { width: 5.0 * (width + gap) - gap, height: 16.0, nodes, title: String::new(), alt: String::new() }
}

/// Hours as a bar in a drawing of 120 by 16 points, in which the longest bar stands for `most`. The person's own hours are a dot.
pub fn hours_line(hours: f64, mine: Option<f64>, most: f64) -> Scene {
    let (left, width, y) = (5.0, 110.0, 8.0);
    let x = |hours: f64| left + width * (hours / most.max(1.0)).clamp(0.0, 1.0);
    let strong = Stroke::solid(Ink::LineStrong, 1.0);
    let bar = Rect { min: Point::new(left, y - 4.0), max: Point::new(x(hours), y + 4.0) };
    let mut nodes = vec![
        Node::segment(Point::new(left, y - 6.0), Point::new(left, y + 6.0), strong),
        Node::Rect { rect: bar, radius: 0.0, fill: Some(Ink::Line), stroke: None },
    ];
    if let Some(mine) = mine.filter(|v| v.is_finite()) {
        nodes.push(Node::segment(Point::new(left, y), Point::new(x(mine), y), strong));
        nodes.push(Node::Circle { center: Point::new(x(mine), y), radius: 4.0, fill: Some(Ink::Ink), stroke: None });
    }
    Scene { width: 120.0, height: 16.0, nodes, title: String::new(), alt: String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_as_many_as_are_asked() {
        let filled = |demand| {
            let nodes = &demand_steps(demand, true).nodes;
            nodes.iter().filter(|n| matches!(n, Node::Rect { fill: Some(_), .. })).count()
        };
        assert_eq!([0, 1, 4, 5].map(filled), [0, 1, 4, 5]);
    }

    #[test]
    fn hours_beyond_the_longest_end_with_it() {
        let dot = |mine| {
            let nodes = hours_line(4.0, mine, 12.0).nodes;
            nodes.iter().find_map(|n| match n {
                Node::Circle { center, .. } => Some(center.x),
                _ => None,
            })
        };
        assert_eq!(dot(None), None);
        assert!(dot(Some(2.0)) < dot(Some(12.0)));
        assert_eq!(dot(Some(12.0)), dot(Some(40.0)));
    }

    #[test]
    fn a_line_without_a_value_has_no_dot() {
        let dots = |scene: &Scene| scene.nodes.iter().filter(|n| matches!(n, Node::Circle { .. })).count();
        assert_eq!(dots(&fit_line(Measured::Can, None, None)), 0);
        assert_eq!(dots(&fit_line(Measured::Want, Some(0.4), Some(0.3))), 2);
        assert!((Measured::Can.place(0.75) - 0.5).abs() < 1e-9);
    }
}
