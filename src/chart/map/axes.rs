//! Where the axes of the map begin and end, and where a role lies between them.

use crate::chart::scene::{Point, Rect};

use super::MapPlace;

/// An axis is never shorter than this, so that small differences do not look large.
const LEAST: f64 = 0.3;
/// The line between the quarters has this share of the axis on either side, so that each quarter has room for its name.
const BESIDE: f64 = 0.25;

/// From this *can* on, somebody does most of what a role asks already.
const ABLE: f64 = 0.75;
/// From this *want* on, what a role asks energises rather than drains.
const WILLING: f64 = 0.5;

/// The ends of both axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Axes {
    can: [f64; 2],
    want: [f64; 2],
}

impl Axes {
    /// The axes for these places.
    pub fn of(places: impl Iterator<Item = MapPlace> + Clone) -> Self {
        Self { can: ends(places.clone().map(|it| it.can), ABLE), want: ends(places.map(|it| it.want), WILLING) }
    }

    /// Where a place lies in the area of the marks.
    pub fn at(&self, area: Rect, place: MapPlace) -> Point {
        let share = |value: f64, [low, high]: [f64; 2]| (value - low) / (high - low);
        let (x, y) = (share(place.want, self.want), share(place.can, self.can));
        Point::new(area.min.x + area.width() * x, area.max.y - area.height() * y)
    }

    /// Where the quarters meet.
    pub fn middle(&self, area: Rect) -> Point {
        self.at(area, MapPlace { can: ABLE, want: WILLING })
    }
}

/// The ends of an axis: from the lowest to the highest value, in whole twentieths; longer where they lie close together, and where
/// the line between the quarters would lie at an end.
fn ends(values: impl Iterator<Item = f64>, line: f64) -> [f64; 2] {
    let values = values.filter(|value| value.is_finite()).map(|value| value.clamp(0.0, 1.0));
    let found = values.fold([line, line], |[low, high], value| [low.min(value), high.max(value)]);
    let [low, high] = twentieths(found);
    let short = (LEAST - (high - low)).max(0.0);
    let high = (high + short / 2.0).min(1.0);
    let low = (high - (high - low).max(LEAST)).clamp(0.0, low);
    // What the line needs on the side where it has too little.
    let lower = line - (high - line) * BESIDE / (1.0 - BESIDE);
    let higher = line + (line - low) * BESIDE / (1.0 - BESIDE);
    twentieths([low.min(lower).max(0.0), high.max(higher).min(1.0)])
}

/// To whole twentieths, outwards.
fn twentieths([low, high]: [f64; 2]) -> [f64; 2] {
    let rounding = 1e-9;
    [(low * 20.0 + rounding).floor() / 20.0, (high * 20.0 - rounding).ceil() / 20.0]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near([a, b]: [f64; 2], [c, d]: [f64; 2]) -> bool {
        (a - c).abs() < 1e-9 && (b - d).abs() < 1e-9
    }

    #[test]
    fn an_axis_follows_from_its_values_in_twentieths() {
        assert!(near(ends([0.42, 0.81].into_iter(), 0.5), [0.4, 0.85]));
        assert!(near(ends([0.61, 0.97].into_iter(), 0.75), [0.6, 1.0]));
        assert!(near(ends([0.5].into_iter(), 0.5), [0.35, 0.65]), "never shorter than three tenths");
        assert!(near(ends(std::iter::empty(), 0.5), [0.35, 0.65]));
        assert!(near(ends([f64::NAN].into_iter(), 0.5), [0.35, 0.65]));
    }

    #[test]
    fn the_line_between_the_quarters_always_has_room_on_both_sides() {
        for line in [0.5, 0.75] {
            for low in 0..=20 {
                for high in low..=20 {
                    let [a, b] = ends([f64::from(low) / 20.0, f64::from(high) / 20.0].into_iter(), line);
                    assert!((0.0..=1.0).contains(&a) && (0.0..=1.0).contains(&b) && b - a >= LEAST - 1e-9);
                    let share = (line - a) / (b - a);
                    let most = if b >= 1.0 { 1.0 } else { 1.0 - BESIDE };
                    assert!(share >= BESIDE - 1e-9 && share <= most + 1e-9, "{line} {low} {high}: {a} {b}");
                }
            }
        }
    }
}
