//! The balance glyph: leadership minus management, with its error, on one line. Left is leadership, as on the radar.

use super::marks::{self, THIN};
use super::scene::{Ink, Node, Point, Scene, Stroke};
use crate::instrument::Side;
use crate::scoring::{self, Verdict};
use crate::tally::{self, Counted};

/// The line shows differences up to this many scale points, to each side.
const REACH: f64 = 1.5;

/// What the glyph shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BalanceInput {
    /// Leadership minus management, in scale points.
    pub difference: f64,
    /// Half the width of its band, in scale points.
    pub half: f64,
    /// Whether the sides can be told apart. If they cannot, the mark is hollow; if they are about equal, it is black.
    pub verdict: Verdict,
}

impl BalanceInput {
    /// From a balance, with a band of `z` standard errors to each side.
    pub fn new(balance: &scoring::Balance, z: f64) -> Self {
        Self { difference: balance.difference, half: z * balance.se, verdict: balance.verdict }
    }
}

/// How large it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BalanceSize {
    /// 80 by 16 points, for lists.
    Small,
    /// 224 by 24 points, for the result.
    Big,
}

/// Draws the glyph; without a balance only a dotted line. The drawing has no words: the caller sets its title and alt text.
pub fn balance(lean: Option<&BalanceInput>, how: BalanceSize) -> Scene {
    tally::count(Counted::Scene);
    let (width, height, tick, dot, cap) = match how {
        BalanceSize::Small => (80.0, 16.0, 6.0, 3.5, 3.0),
        BalanceSize::Big => (224.0, 24.0, 8.0, 4.5, 4.0),
    };
    let (even, y) = (width / 2.0, height / 2.0);
    let lean = lean.filter(|l| l.difference.is_finite() && l.half.is_finite());
    let strong = Stroke::solid(Ink::LineStrong, 1.0);
    let (line, tick_line) = match lean {
        Some(_) => (strong, Stroke::solid(Ink::Ink, 1.0)),
        None => (Stroke::dotted(Ink::LineStrong, 1.0, 5.0), strong),
    };
    let at = |x: f64, y: f64| Point::new(x, y);
    let mut nodes = vec![
        Node::segment(at(2.0, y), at(width - 2.0, y), line),
        Node::segment(at(even, y - tick), at(even, y + tick), tick_line),
    ];
    if let Some(lean) = lean {
        let x = |difference: f64| even - difference.clamp(-REACH, REACH) / REACH * (even - 8.0);
        let side = match lean.verdict {
            Verdict::LeansToLeadership => Some(Side::Leadership),
            Verdict::LeansToManagement => Some(Side::Management),
            Verdict::AboutEqual | Verdict::CannotTell => None,
        };
        let ink = side.map_or(Ink::Ink, |side| marks::inks(side).mark);
        let stroke = Stroke::round(ink, THIN);
        let ends = [lean.difference + lean.half, lean.difference - lean.half];
        nodes.push(Node::segment(at(x(ends[0]), y), at(x(ends[1]), y), stroke));
        // No cap where the band continues beyond the line.
        for end in ends.into_iter().filter(|end| end.abs() <= REACH) {
            nodes.push(Node::segment(at(x(end), y - cap), at(x(end), y + cap), stroke));
        }
        let center = at(x(lean.difference), y);
        let fill = if lean.verdict == Verdict::AboutEqual { Ink::Ink } else { Ink::Paper };
        nodes.push(side.map_or(Node::Circle { center, radius: dot, fill: Some(fill), stroke: Some(stroke) }, |side| {
            marks::score(side, center, dot, false)
        }));
    }
    Scene { width, height, nodes, title: String::new(), alt: String::new() }
}
