//! Where the axes of the map begin and end, and where a role lies between them.

use crate::chart::scene::{Point, Rect};

use super::MapPlace;

/// An axis is never shorter than this, so that small differences do not look large.
const LEAST: f64 = 0.3;
/// The line between the quarters has this share of the axis on either side, so that each quarter has room for its name: from left to
/// right for some letters, from top to bottom only for what is between the name and the line.
const BESIDE: f64 = 0.25;
const ABOVE: f64 = 0.1;

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
        let can = ends(places.clone().map(|it| it.can), Line { at: ABLE, room: ABOVE });
        Self { can, want: ends(places.map(|it| it.want), Line { at: WILLING, room: BESIDE }) }
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

/// The line between the quarters.
#[derive(Clone, Copy)]
struct Line {
    at: f64,
    /// The share of the axis that it has on either side.
    room: f64,
}

/// The ends of an axis: from the lowest to the highest value, in whole twentieths; longer where they lie close together, and where
/// the line between the quarters would lie at an end.
fn ends(values: impl Iterator<Item = f64>, line: Line) -> [f64; 2] {
    let Line { at: line, room } = line;
    let values = values.filter(|value| value.is_finite()).map(|value| value.clamp(0.0, 1.0));
    let found = values.fold([line, line], |[low, high], value| [low.min(value), high.max(value)]);
    let [low, high] = twentieths(found);
    let short = (LEAST - (high - low)).max(0.0);
    let high = (high + short / 2.0).min(1.0);
    let low = (high - (high - low).max(LEAST)).clamp(0.0, low);
    // What the line needs on the side where it has too little.
    let lower = line - (high - line) * room / (1.0 - room);
    let higher = line + (line - low) * room / (1.0 - room);
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

    const WANT: Line = Line { at: WILLING, room: BESIDE };
    const CAN: Line = Line { at: ABLE, room: ABOVE };

    #[test]
    fn an_axis_follows_from_its_values_in_twentieths() {
        assert!(near(ends([0.42, 0.81].into_iter(), WANT), [0.35, 0.85]), "room for the names of the left quarters");
        assert!(near(ends([0.31, 0.68].into_iter(), WANT), [0.3, 0.7]));
        assert!(near(ends([0.61, 0.97].into_iter(), CAN), [0.6, 1.0]));
        assert!(near(ends([0.5].into_iter(), WANT), [0.35, 0.65]), "never shorter than three tenths");
        assert!(near(ends(std::iter::empty(), WANT), [0.35, 0.65]));
        assert!(near(ends([f64::NAN].into_iter(), WANT), [0.35, 0.65]));
    }

    #[test]
    fn the_line_between_the_quarters_always_has_room_on_both_sides() {
        for line in [WANT, CAN] {
            for low in 0..=20 {
                for high in low..=20 {
                    let [a, b] = ends([f64::from(low) / 20.0, f64::from(high) / 20.0].into_iter(), line);
                    assert!((0.0..=1.0).contains(&a) && (0.0..=1.0).contains(&b) && b - a >= LEAST - 1e-9);
                    let share = (line.at - a) / (b - a);
                    assert!(share >= line.room - 1e-9, "{low} {high}: {a} {b}");
                    assert!(share <= 1.0 - line.room + 1e-9 || b >= 1.0 - 1e-9, "{low} {high}: {a} {b}");
                }
            }
        }
    }
}
