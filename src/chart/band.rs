//! How well a role fits, as a line: the band of its fit over all tries, and a mark for the fit itself.
//!
//! # Rules
//! - All lines of a list have the same ends, which follow from the lowest and the highest band in it ([`range`]): what is compared
//!   is the roles with each other. It has no numbers: the words beside it say what it means.
//! - The band stands behind the mark, so that two roles whose bands overlap are seen to be close.
//! - With a what-if, the fit before it is a hollow mark.

use super::scene::{Ink, Node, Point, Rect, Scene, Size, Stroke};
use crate::tally::{self, Counted};

/// A line is never shorter than this, so that small differences do not look large.
const LEAST: f64 = 0.3;
/// Space for the mark at both ends.
const ROOM: f64 = 5.0;
const HEIGHT: f64 = 16.0;
const MARK: f64 = 4.0;

/// The fit of a role.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FitBand {
    /// The fit, 0 to 1.
    pub value: f64,
    /// The ends of its band.
    pub ends: [f64; 2],
    /// The fit before a what-if.
    pub before: Option<f64>,
    /// The ends of the line.
    pub range: [f64; 2],
}

/// The ends of the lines of a list with these bands: from the lowest to the highest, in whole twentieths.
pub fn range(bands: impl Iterator<Item = [f64; 2]>) -> [f64; 2] {
    let found = bands.fold(None, |found: Option<[f64; 2]>, [low, high]| {
        Some(found.map_or([low, high], |found| [found[0].min(low), found[1].max(high)]))
    });
    let [low, high] = found.unwrap_or([0.0, 1.0]).map(|end| end.clamp(0.0, 1.0));
    let (low, high) = ((low * 20.0).floor() / 20.0, (high * 20.0).ceil() / 20.0);
    let short = (LEAST - (high - low)).max(0.0);
    let high = (high + short / 2.0).min(1.0);
    [(high - (high - low).max(LEAST)).clamp(0.0, low), high]
}

/// The line of a fit in this width, 16 points high.
pub fn fit_band(fit: &FitBand, width: f64) -> Scene {
    tally::count(Counted::Scene);
    let y = HEIGHT / 2.0;
    let x = |value: f64| {
        let share = ((value - fit.range[0]) / (fit.range[1] - fit.range[0])).clamp(0.0, 1.0);
        ROOM + (width - 2.0 * ROOM) * share
    };
    let line = Stroke::solid(Ink::LineStrong, 1.0);
    let band = Rect { min: Point::new(x(fit.ends[0]), y - 3.0), max: Point::new(x(fit.ends[1]), y + 3.0) };
    let mut nodes = vec![
        Node::segment(Point::new(ROOM, y), Point::new(width - ROOM, y), line),
        Node::Rect { rect: band, radius: 3.0, fill: Some(Ink::LineStrong), stroke: None },
    ];
    if let Some(before) = fit.before.filter(|v| v.is_finite()) {
        let stroke = Some(Stroke::solid(Ink::Ink, 1.0));
        nodes.push(Node::Circle { center: Point::new(x(before), y), radius: MARK, fill: Some(Ink::Paper), stroke });
    }
    nodes.push(Node::Circle { center: Point::new(x(fit.value), y), radius: MARK, fill: Some(Ink::Ink), stroke: None });
    let Size { width, height } = Size { width, height: HEIGHT };
    Scene { width, height, nodes, title: String::new(), alt: String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn further_right_is_a_better_fit_and_the_band_lies_around_it() {
        let middle = |scene: &Scene| match scene.nodes.last() {
            Some(Node::Circle { center, .. }) => center.x,
            _ => 0.0,
        };
        let of = |value, before| {
            fit_band(&FitBand { value, ends: [value - 0.1, value + 0.1], before, range: [0.3, 1.0] }, 120.0)
        };
        assert!(middle(&of(0.8, None)) > middle(&of(0.6, None)));
        let Some(Node::Rect { rect, .. }) = of(0.8, None).nodes.get(1).cloned() else { panic!("no band") };
        assert!(rect.min.x < middle(&of(0.8, None)) && rect.max.x > middle(&of(0.8, None)));
        assert_eq!(of(0.8, Some(0.5)).nodes.len(), of(0.8, None).nodes.len() + 1);
        assert!(middle(&of(0.0, None)) >= ROOM && middle(&of(2.0, None)) <= 120.0 - ROOM, "it stays inside");
    }

    #[test]
    fn all_lines_of_a_list_have_the_same_ends() {
        let near = |[a, b]: [f64; 2], [c, d]: [f64; 2]| (a - c).abs() < 1e-9 && (b - d).abs() < 1e-9;
        assert!(near(range([[0.52, 0.6], [0.7, 0.91]].into_iter()), [0.5, 0.95]));
        assert!(near(range([[0.9, 0.95], [0.92, 1.0]].into_iter()), [0.7, 1.0]), "never shorter than three tenths");
        assert!(near(range([[0.5, 0.5]].into_iter()), [0.35, 0.65]));
        assert!(near(range([[0.0, 0.05]].into_iter()), [0.0, 0.3]) || range([[0.0, 0.05]].into_iter())[0] == 0.0);
        assert!(near(range(std::iter::empty()), [0.0, 1.0]));
    }
}
