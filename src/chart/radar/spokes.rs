//! Where values lie on the radar, and which of them are joined by lines.

use super::TOP;
use crate::chart::scene::Point;
use crate::instrument::Side;

/// The place of a value on a radar of radius 1 (value 5) around 0, y down. The axis is number `place` of the `of` axes of a side,
/// from top to bottom. Values outside 0 to 5 are drawn at the nearest end.
#[expect(clippy::cast_precision_loss, reason = "a handful of axes")]
pub fn point(side: Side, place: usize, of: usize, value: f64) -> Point {
    let angle = std::f64::consts::PI * (place as f64 + 0.5) / of as f64;
    let r = value.clamp(0.0, TOP) / TOP;
    let x = match side {
        Side::Management => angle.sin(),
        Side::Leadership => -angle.sin(),
    };
    Point::new(x * r, -angle.cos() * r)
}

/// One axis: its facet, its side, and the unit vector along it.
#[derive(Clone, Copy, Debug)]
struct Spoke {
    facet: usize,
    side: Side,
    along: Point,
}

/// The axes clockwise from twelve o'clock: management from top to bottom, then leadership from bottom to top.
pub(super) struct Spokes {
    center: Point,
    radius: f64,
    all: Vec<Spoke>,
}

/// Points of one side that are joined by lines.
pub(super) struct Stretch {
    pub side: Side,
    pub points: Vec<Point>,
}

impl Spokes {
    pub fn new(sides: &[Side]) -> Self {
        let of = |side| sides.iter().filter(|s| **s == side).count();
        let (management, leadership) = (of(Side::Management), of(Side::Leadership));
        let place = |i: usize| sides.iter().take(i).filter(|s| **s == sides[i]).count();
        let spoke = |i: usize| {
            let of = if sides[i] == Side::Management { management } else { leadership };
            Spoke { facet: i, side: sides[i], along: point(sides[i], place(i), of, TOP) }
        };
        let one = |side| (0..sides.len()).filter(move |i| sides[*i] == side).map(spoke);
        let mut all: Vec<Spoke> = one(Side::Management).collect();
        all.extend(one(Side::Leadership).rev());
        Self { center: Point::new(0.0, 0.0), radius: 1.0, all }
    }

    pub fn at(self, center: Point, radius: f64) -> Self {
        Self { center, radius, ..self }
    }

    pub const fn center(&self) -> Point {
        self.center
    }

    pub const fn radius(&self) -> f64 {
        self.radius
    }

    pub fn iter(&self) -> std::ops::Range<usize> {
        0..self.all.len()
    }

    pub fn facet(&self, spoke: usize) -> usize {
        self.all[spoke].facet
    }

    pub fn side(&self, spoke: usize) -> Side {
        self.all[spoke].side
    }

    /// The unit vector along an axis.
    pub fn along(&self, spoke: usize) -> Point {
        self.all[spoke].along
    }

    /// The unit vector across an axis.
    pub fn across(&self, spoke: usize) -> Point {
        let along = self.along(spoke);
        Point::new(-along.y, along.x)
    }

    pub fn point(&self, spoke: usize, value: f64) -> Point {
        let (along, r) = (self.along(spoke), self.radius * value.clamp(0.0, TOP) / TOP);
        self.center.plus(along.x * r, along.y * r)
    }

    /// The place of a value that may be missing, for each axis.
    pub fn points(&self, value: impl Fn(usize) -> Option<f64>) -> Vec<Option<Point>> {
        let place = |i| value(self.facet(i)).filter(|v| v.is_finite()).map(|v| self.point(i, v));
        self.iter().map(place).collect()
    }

    /// The pairs of neighbours that both have a point and are less than half a turn apart.
    fn pairs<'a>(&'a self, points: &'a [Option<Point>]) -> impl Iterator<Item = (usize, usize, Point, Point)> + 'a {
        let turn = |i: usize, j: usize| {
            let (a, b) = (self.along(i), self.along(j));
            a.x * b.y - a.y * b.x
        };
        self.iter().filter_map(move |i| {
            let j = (i + 1) % self.all.len();
            (turn(i, j) > 1e-9).then_some(())?;
            Some((i, j, points[i]?, points[j]?))
        })
    }

    /// The outline of a person's scores, divided by side. An edge from one side to the other is split at the middle line; each half
    /// has the colour of its side.
    pub fn stretches(&self, points: &[Option<Point>]) -> Vec<Stretch> {
        let mut all: Vec<Stretch> = Vec::new();
        for (i, j, a, b) in self.pairs(points) {
            if self.side(i) == self.side(j) {
                join(&mut all, self.side(i), a, b);
            } else if (b.x - a.x).abs() > 1e-9 {
                let t = (self.center.x - a.x) / (b.x - a.x);
                let middle = Point::new(self.center.x, a.y + t * (b.y - a.y));
                join(&mut all, self.side(i), a, middle);
                join(&mut all, self.side(j), middle, b);
            }
        }
        // The last edge leads back to the first axis.
        if all.len() > 1
            && let Some(last) = all.pop()
        {
            match all.first_mut() {
                Some(first) if first.side == last.side && last.points.last() == first.points.first() => {
                    first.points.splice(0..1, last.points);
                }
                _ => all.push(last),
            }
        }
        all
    }

    /// The lines of an overlay in one colour: points, and whether they close.
    pub fn lines(&self, points: &[Option<Point>]) -> Vec<(Vec<Point>, bool)> {
        let pairs: Vec<_> = self.pairs(points).collect();
        if !pairs.is_empty() && pairs.len() == self.all.len() {
            return vec![(pairs.iter().map(|(_, _, a, _)| *a).collect(), true)];
        }
        // Start after a gap, so that no line is cut in two at twelve o'clock.
        let start = pairs.iter().position(|(i, ..)| !pairs.iter().any(|(_, j, ..)| j == i)).unwrap_or(0);
        let mut lines: Vec<(Vec<Point>, bool)> = Vec::new();
        let mut end = None;
        for (i, j, a, b) in pairs.iter().cycle().skip(start).take(pairs.len()) {
            match lines.last_mut() {
                Some((line, _)) if end == Some(*i) => line.push(*b),
                _ => lines.push((vec![*a, *b], false)),
            }
            end = Some(*j);
        }
        lines
    }
}

fn join(all: &mut Vec<Stretch>, side: Side, from: Point, to: Point) {
    match all.last_mut() {
        Some(last) if last.side == side && last.points.last() == Some(&from) => last.points.push(to),
        _ => all.push(Stretch { side, points: vec![from, to] }),
    }
}
