//! The radar: eight facets around a centre, leadership on the left, management on the right.
//!
//! Back to front: areas, rings, axes, middle line, outline of the person's own scores, lines of the role and of an earlier audit,
//! whiskers, plates under the squares, marks, outlines of triangles and squares (so that equal values can all be seen), numbers,
//! labels.

mod draw;
mod label;
mod spokes;
mod wheel;

use super::Overlays;
use super::scene::{Point, Rect, Scene};
use crate::instrument::Side;
use crate::tally::{self, Counted};
use spokes::Spokes;
pub use spokes::point;
pub use wheel::wheel;

/// The highest value, on the outer ring.
const TOP: f64 = 5.0;

/// One facet.
#[derive(Clone, Debug, PartialEq)]
pub struct RadarFacet {
    /// Its name. Soft hyphens may say where it can break.
    pub label: String,
    /// A short remark below the name: "no score yet", "not applicable", "provisional".
    pub note: Option<String>,
    /// Its side.
    pub side: Side,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct RadarInput {
    /// The facets in their fixed order; within a side, from top to bottom.
    pub facets: Vec<RadarFacet>,
    /// The series, with their values in the order of the facets. Where the person's own has no value, there is a gap.
    pub series: Overlays,
    /// The drawing's name.
    pub title: String,
    /// What it shows, in full sentences.
    pub alt: String,
}

/// Sizes of the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RadarStyle {
    /// Width of the drawing, in points; the centre is in its middle, the height follows from the labels.
    pub width: f64,
    /// Radius of the outer ring, in points. It becomes smaller, down to three quarters, where a name needs the room.
    pub radius: f64,
    /// Distance of the labels from the outer ring, in points.
    pub label_gap: f64,
    /// Size of labels and numbers, in points.
    pub text: f64,
    /// Whether scores show their error.
    pub whiskers: bool,
    /// Whether the facets' names are drawn.
    pub labels: bool,
}

impl RadarStyle {
    /// The result screen.
    pub const FULL: Self =
        Self { width: 480.0, radius: 136.0, label_gap: 14.0, text: 13.0, whiskers: true, labels: true };
    /// The result screen in a small window.
    pub const SMALL: Self = Self { radius: 128.0, ..Self::FULL };
    /// Beside a role.
    pub const TRACKS: Self = Self { width: 376.0, radius: 80.0, label_gap: 12.0, ..Self::FULL };
    /// In a report, beside something else.
    pub const PRINT_BESIDE: Self = Self { width: 368.0, radius: 112.0, label_gap: 12.0, text: 12.0, ..Self::FULL };
    /// A report.
    pub const PRINT: Self = Self { width: 666.0, radius: 176.0, label_gap: 16.0, text: 12.0, ..Self::FULL };
}

/// Where a facet is found on the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// Which facet, as in the input.
    pub facet: usize,
    /// Its foremost mark; the axis' outer end where it has none.
    pub mark: Point,
    /// The outer end of its axis.
    pub tip: Point,
    /// The estimated rectangle of its label; without labels, an empty one at the outer end.
    pub label: Rect,
}

/// A drawn radar.
#[derive(Clone, Debug, PartialEq)]
pub struct Radar {
    /// The drawing.
    pub scene: Scene,
    /// The middle.
    pub center: Point,
    /// Radius of the outer ring, in points.
    pub radius: f64,
    /// The axes clockwise from twelve o'clock.
    pub axes: Vec<Axis>,
}

impl Radar {
    /// The place in [`Self::axes`] of the axis at a point of the drawing: its label, or its sector of the disc.
    pub fn axis_at(&self, p: Point) -> Option<usize> {
        if let Some(hit) = self.axes.iter().position(|axis| axis.label.contains(p)) {
            return Some(hit);
        }
        let (x, y) = (p.x - self.center.x, p.y - self.center.y);
        let along = |axis: &Axis| x * (axis.tip.x - self.center.x) + y * (axis.tip.y - self.center.y);
        let far = x.hypot(y);
        // All sectors meet in the middle, so a point there belongs to none.
        if far > self.radius + 8.0 || far < self.radius * 0.08 {
            return None;
        }
        (0..self.axes.len()).max_by(|a, b| along(&self.axes[*a]).total_cmp(&along(&self.axes[*b])))
    }
}

/// Draws a radar.
pub fn radar(input: &RadarInput, style: &RadarStyle) -> Radar {
    tally::count(Counted::Scene);
    let sides: Vec<Side> = input.facets.iter().map(|f| f.side).collect();
    let spokes = Spokes::new(&sides);
    let labels = label::place(input, style, &spokes);
    let spokes = spokes.at(labels.center, labels.radius);
    let axes = spokes.iter().zip(&labels.rects).map(|(i, label)| {
        let mut front = input.series.iter().filter_map(|series| Some(series.value(spokes.facet(i))?.at));
        let mark = front.find(|v| v.is_finite()).unwrap_or(TOP);
        Axis { facet: spokes.facet(i), mark: spokes.point(i, mark), tip: spokes.point(i, TOP), label: *label }
    });
    let axes = axes.collect();
    let mut nodes = draw::nodes(input, style, &spokes);
    nodes.extend(labels.node);
    let scene =
        Scene { width: style.width, height: labels.height, nodes, title: input.title.clone(), alt: input.alt.clone() };
    Radar { scene, center: labels.center, radius: labels.radius, axes }
}
