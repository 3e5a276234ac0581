//! The names around the ring, and how much space they leave for it.

use super::spokes::Spokes;
use super::{RadarFacet, RadarInput, RadarStyle};
use crate::chart::scene::{Anchor, FontWeight, Ink, Node, Point, Rect, Text};
use crate::chart::text;

/// Height of a line.
const LINE: f64 = 16.0;
/// From the top of a line to its baseline.
const BASE: f64 = 12.0;
/// The free space at the edges of the drawing.
const EDGE: f64 = 2.0;
/// How far marks and plates reach beyond the outer ring.
const BEYOND: f64 = 9.0;
/// The ring may shrink to this share of its size where a name needs space.
const SHRINK: f64 = 0.75;
/// The least width of a name, in multiples of the font size.
const LEAST: f64 = 4.0;

pub(super) struct Labels {
    pub center: Point,
    pub radius: f64,
    pub height: f64,
    /// One for each axis, clockwise.
    pub rects: Vec<Rect>,
    pub node: Option<Node>,
}

/// The lines of one label.
struct Lines {
    name: Vec<String>,
    note: Vec<String>,
}

impl Lines {
    fn longest(&self, size: f64) -> f64 {
        text::longest(&self.name, size).max(text::longest(&self.note, size))
    }

    #[expect(clippy::cast_precision_loss, reason = "a few lines")]
    fn height(&self) -> f64 {
        LINE * (self.name.len() + self.note.len()) as f64
    }
}

pub(super) fn place(input: &RadarInput, style: &RadarStyle, spokes: &Spokes) -> Labels {
    let half = style.width / 2.0;
    let mut radius = style.radius.min(half - BEYOND).max(1.0);
    let mut labels = Vec::new();
    if style.labels {
        radius = radius.min(half - EDGE - style.label_gap - LEAST * style.text).max(1.0);
        labels =
            spokes.iter().map(|i| lines(&input.facets[spokes.facet(i)], style, spokes.along(i).x, radius)).collect();
        for (i, label) in labels.iter().enumerate() {
            let sine = spokes.along(i).x.abs().max(0.1);
            let fits = (half - EDGE - label.longest(style.text)) / sine - style.label_gap;
            radius = radius.min(fits).max(1.0);
        }
    }
    let rects: Vec<Rect> = spokes.iter().map(|i| rect(labels.get(i), style, spokes.along(i), radius)).collect();
    let top = rects.iter().map(|r| -r.min.y).fold(radius + BEYOND, f64::max);
    let bottom = rects.iter().map(|r| r.max.y).fold(radius + BEYOND, f64::max);
    let center = Point::new(half, (top + EDGE).ceil());
    let moved = |r: &Rect| Rect { min: r.min.plus(center.x, center.y), max: r.max.plus(center.x, center.y) };
    let rects: Vec<Rect> = rects.iter().map(moved).collect();
    let nodes: Vec<Node> =
        labels.iter().zip(&rects).enumerate().flat_map(|(i, (l, r))| texts(l, *r, spokes.along(i).x, style)).collect();
    let node = (!nodes.is_empty()).then(|| Node::group("labels", nodes));
    Labels { center, radius, height: (center.y + bottom + EDGE).ceil(), rects, node }
}

/// Breaks a name into two or three balanced lines. Where a single word is too wide at this radius, it gets the space that a
/// smaller ring would leave. `right` is how far its axis goes to the right, -1 to 1.
fn lines(facet: &RadarFacet, style: &RadarStyle, right: f64, radius: f64) -> Lines {
    let note = facet.note.as_deref().unwrap_or_default();
    let room = |radius: f64| {
        let room = style.width / 2.0 - EDGE - (radius + style.label_gap) * right.abs();
        room.max(LEAST * style.text)
    };
    let broken = |words: &str, preferred: usize| {
        let fits = text::longest_piece(words, style.text) <= room(radius);
        text::lines(words, preferred, room(if fits { radius } else { radius * SHRINK }), style.text)
    };
    Lines { name: broken(&facet.label, 2), note: broken(note, 1) }
}

/// The rectangle of a label, relative to the centre: aligned left or right, and the higher its axis' end, the further above it.
fn rect(lines: Option<&Lines>, style: &RadarStyle, along: Point, radius: f64) -> Rect {
    let Some(lines) = lines else {
        return Rect::around(Point::new(along.x * radius, along.y * radius), 0.0);
    };
    let (x, y) = (along.x * (radius + style.label_gap), along.y * (radius + style.label_gap));
    let (width, height) = (lines.longest(style.text), lines.height());
    Rect::new(if along.x > 0.0 { x } else { x - width }, y - height * (0.5 - 0.5 * along.y), width, height)
}

fn texts(lines: &Lines, rect: Rect, right: f64, style: &RadarStyle) -> Vec<Node> {
    let (x, anchor) = if right > 0.0 { (rect.min.x, Anchor::Start) } else { (rect.max.x, Anchor::End) };
    let name = lines.name.iter().map(|words| (words, FontWeight::Semibold, Ink::Ink));
    let note = lines.note.iter().map(|words| (words, FontWeight::Regular, Ink::InkSoft));
    let mut y = rect.min.y + BASE;
    let mut nodes = Vec::new();
    for (words, weight, ink) in name.chain(note) {
        let at = Point::new(x, y);
        nodes.push(Node::Text(Text { at, anchor, size: style.text, weight, ink, words: words.clone() }));
        y += LINE;
    }
    nodes
}
