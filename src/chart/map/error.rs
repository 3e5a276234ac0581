//! The ellipse that holds eight of ten tries of a role.
//!
//! # Rules
//! - It is that of a normal distribution of two values with the mean, the spread and the correlation of the tries: the points of
//!   which the squared distance, measured in spreads, is at most -2 ln(1 - share).
//! - What would lie beyond an end of an axis is cut off there.

use std::f64::consts::TAU;

use crate::chart::scene::{Point, Rect};

use super::MapPlace;
use super::axes::Axes;

/// The share of the tries within the ellipse.
const SHARE: f64 = 0.8;
/// The corners of its outline.
const CORNERS: u8 = 72;

/// How far a role's place varies over the tries.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapError {
    /// The mean of the places.
    pub middle: MapPlace,
    /// The standard deviation of *can*.
    pub can: f64,
    /// That of *want*.
    pub want: f64,
    /// Their correlation.
    pub together: f64,
}

impl MapError {
    /// Whether a place lies within the ellipse.
    pub fn holds(&self, place: MapPlace) -> bool {
        let Self { middle, can, want, together } = *self;
        let (x, y) = ((place.want - middle.want) / want, (place.can - middle.can) / can);
        let squared = (x * x - 2.0 * together * x * y + y * y) / (1.0 - together * together);
        squared <= Self::reach().powi(2)
    }

    /// How many spreads it reaches.
    fn reach() -> f64 {
        (-2.0 * (1.0 - SHARE).ln()).sqrt()
    }

    /// Its outline on the map, cut off at the frame. Empty where there is nothing to see.
    pub(super) fn outline(&self, axes: &Axes, area: Rect, frame: Rect) -> Vec<Point> {
        let Self { middle, can, want, together } = *self;
        let (reach, across) = (Self::reach(), (1.0 - together * together).max(0.0).sqrt());
        let corner = |at: u8| {
            let (sin, cos) = (TAU * f64::from(at) / f64::from(CORNERS)).sin_cos();
            let place = MapPlace {
                want: middle.want + reach * want * cos,
                can: middle.can + reach * can * (together * cos + across * sin),
            };
            axes.at(area, place)
        };
        let corners: Vec<Point> = (0..CORNERS).map(corner).collect();
        if corners.iter().all(|p| p.x.is_finite() && p.y.is_finite()) { within(corners, frame) } else { Vec::new() }
    }
}

/// What of a convex shape lies within a rectangle (Sutherland and Hodgman 1974).
fn within(shape: Vec<Point>, frame: Rect) -> Vec<Point> {
    // How far a point lies within each of the four sides.
    let sides: [&dyn Fn(Point) -> f64; 4] =
        [&|p: Point| p.x - frame.min.x, &|p: Point| frame.max.x - p.x, &|p: Point| p.y - frame.min.y, &|p: Point| {
            frame.max.y - p.y
        }];
    sides.into_iter().fold(shape, |shape, inside| {
        let mut kept = Vec::with_capacity(shape.len() + 2);
        for (at, b) in shape.iter().enumerate() {
            let a = shape[(at + shape.len() - 1) % shape.len()];
            let (from, to) = (inside(a), inside(*b));
            if (from < 0.0) != (to < 0.0) {
                let share = from / (from - to);
                kept.push(Point::new(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share));
            }
            if to >= 0.0 {
                kept.push(*b);
            }
        }
        kept
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_outline_is_the_edge_of_what_it_holds_and_is_cut_at_the_frame() {
        let area = Rect::new(0.0, 0.0, 100.0, 100.0);
        let places = [MapPlace { can: 0.0, want: 0.0 }, MapPlace { can: 1.0, want: 1.0 }];
        let axes = Axes::of(places.into_iter());
        let error = MapError { middle: MapPlace { can: 0.5, want: 0.5 }, can: 0.1, want: 0.05, together: 0.5 };
        for p in error.outline(&axes, area, area) {
            let by = |share: f64| MapPlace {
                want: 0.5 + (p.x / 100.0 - 0.5) * share,
                can: 0.5 + ((100.0 - p.y) / 100.0 - 0.5) * share,
            };
            assert!(error.holds(by(0.999)) && !error.holds(by(1.001)), "{p:?}");
        }
        let high = MapError { middle: MapPlace { can: 0.95, want: 0.5 }, ..error };
        let cut = high.outline(&axes, area, area);
        assert!(cut.len() > 10 && cut.iter().all(|p| p.y >= -1e-9));
        let away = MapError { middle: MapPlace { can: 3.0, want: 0.5 }, ..error };
        assert!(away.outline(&axes, area, area).is_empty());
    }
}
