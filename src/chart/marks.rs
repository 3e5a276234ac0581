//! The marks: **each meaning has a shape as well as a colour.** Management is a circle, leadership a diamond, the role a hollow
//! square, an earlier audit a hollow triangle, what others see a cross. The mark of a person's own score is filled, or hollow if the score is provisional. A ring round it means that
//! there are notes of evidence.

use super::scene::{Cap, Ink, Node, Point, Rect, Stroke};
use crate::instrument::Side;
use crate::plan::EvidenceMark;

/// Width of outlines and whiskers.
pub(super) const THIN: f64 = 1.5;
/// Width of the whiskers of what a role needs.
const FINE: f64 = 0.75;
/// How far the ring of evidence is from the corners of a mark.
const RING: f64 = 2.75;
/// Width of the outline of a person's own scores.
pub(super) const THICK: f64 = 2.0;

/// The line of an earlier audit: round dots.
pub(super) const EARLIER: Stroke = Stroke { ink: Ink::InkSoft, width: THIN, dash: Some((0.1, 4.0)), cap: Cap::Round };
/// The line of the role: dashes.
pub(super) const ROLE: Stroke = Stroke::dashed(Ink::Role, THIN, 5.0, 4.0);

/// The line of what others see: long dashes.
pub(super) const OTHERS: Stroke = Stroke::dashed(Ink::Ink, THIN, 10.0, 3.0);

/// Sizes of the marks of one chart, in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sizes {
    /// Radius of a circle; a diamond reaches 1.3 times as far.
    pub dot: f64,
    /// How far a whisker's end cap reaches to each side.
    pub cap: f64,
    /// How far a square reaches to each side.
    pub square: f64,
}

/// The colours of a side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SideInks {
    /// Marks, whiskers, outlines.
    pub mark: Ink,
    /// Words.
    pub text: Ink,
    /// Areas and bands.
    pub tint: Ink,
}

/// The colours of a side.
pub const fn inks(side: Side) -> SideInks {
    match side {
        Side::Management => SideInks { mark: Ink::Management, text: Ink::ManagementText, tint: Ink::ManagementTint },
        Side::Leadership => SideInks { mark: Ink::Leadership, text: Ink::LeadershipText, tint: Ink::LeadershipTint },
    }
}

/// The mark of a score.
pub(super) fn score(side: Side, at: Point, radius: f64, hollow: bool) -> Node {
    let ink = inks(side).mark;
    let fill = Some(if hollow { Ink::Paper } else { ink });
    let stroke = Some(Stroke::round(ink, THIN));
    match side {
        Side::Management => Node::Circle { center: at, radius, fill, stroke },
        Side::Leadership => {
            let d = radius * 1.3;
            Node::Polygon {
                points: vec![at.plus(0.0, -d), at.plus(d, 0.0), at.plus(0.0, d), at.plus(-d, 0.0)],
                fill,
                stroke,
            }
        }
    }
}

/// The ring round the mark of a score that has notes of evidence behind it; none where nothing is noted.
pub(super) fn evidence(at: Point, radius: f64, evidence: EvidenceMark) -> Option<Node> {
    let stroke = match evidence {
        EvidenceMark::Nothing => return None,
        EvidenceMark::Faded => Stroke::solid(Ink::LineStrong, FINE),
        EvidenceMark::Written => Stroke::solid(Ink::Ink, THIN),
    };
    Some(Node::Circle { center: at, radius: radius * 1.3 + RING, fill: None, stroke: Some(stroke) })
}

/// The plate under the mark of the role, so that no line shows through it.
pub(super) const fn need_plate(at: Point, reach: f64) -> Node {
    Node::Rect { rect: Rect::around(at, reach), radius: 0.0, fill: Some(Ink::Paper), stroke: None }
}

/// The mark of the role. It is drawn above the mark of the score, so that both can be seen where they are equal.
pub(super) const fn need(at: Point, reach: f64) -> Node {
    Node::Rect { rect: Rect::around(at, reach), radius: 0.0, fill: None, stroke: Some(Stroke::solid(Ink::Role, THIN)) }
}

/// The mark of an earlier audit, centred on its value. `reach` is the same as for a square; the triangle's corners reach further,
/// so that both can be seen where the values are equal.
pub(super) fn earlier(at: Point, reach: f64, fill: Option<Ink>) -> Node {
    let r = reach * 1.85;
    let points = vec![at.plus(0.0, -r), at.plus(r * 0.866, r * 0.5), at.plus(-r * 0.866, r * 0.5)];
    Node::Polygon { points, fill, stroke: Some(Stroke::round(Ink::InkSoft, THIN)) }
}

/// The mark of what others see, a cross.
pub(super) fn others(at: Point, reach: f64) -> Node {
    let stroke = Stroke::round(Ink::Ink, THIN + 0.5);
    let arm = |x: f64| Node::segment(at.plus(-x, -reach), at.plus(x, reach), stroke);
    Node::group("others", vec![arm(reach), arm(-reach)])
}

/// The whisker of what a role needs: thinner than that of a score, since the two lie on one line.
pub(super) fn need_whisker(ends: Ends, cap: f64) -> [Node; 3] {
    let stroke = Stroke::solid(Ink::Role, FINE);
    let end = |p: Point| Node::segment(p.plus(0.0, -cap), p.plus(0.0, cap), stroke);
    [Node::segment(ends.low, ends.high, stroke), end(ends.low), end(ends.high)]
}

/// Where a band ends.
#[derive(Clone, Copy)]
pub(super) struct Ends {
    pub low: Point,
    pub high: Point,
}

/// A whisker: the band of a score, with a cap at each end. `across` is a unit vector along the caps.
pub(super) fn whisker(side: Side, ends: Ends, cap: f64, across: Point) -> [Node; 3] {
    let stroke = Stroke::round(inks(side).mark, THIN);
    let (x, y) = (across.x * cap, across.y * cap);
    let end = |p: Point| Node::segment(p.plus(-x, -y), p.plus(x, y), stroke);
    [Node::segment(ends.low, ends.high, stroke), end(ends.low), end(ends.high)]
}
