//! The dot-and-whisker chart: a row for each facet. It is for reading exact amounts, which a radar is bad at.
//!
//! Rows are sorted by gap: first the facets of which the role asks most beyond what the person does, last those of which it asks
//! less, then those without a need. Without a role they are sorted by score, highest first. Facets without a score come at the
//! end. A dotted link runs from the end of the whisker to the role's square, so its length is the part of the gap that is beyond
//! the error. A need within the error has no link.

use super::scene::{Anchor, FontWeight, Ink, Node, Point, Rect, Scene, Stroke, Text};
use super::strip::{Scale, Strip, plot};
use super::{Overlays, SeriesKind, text};
use crate::instrument::Side;
use crate::scoring::Reading;
use crate::tally::{self, Counted};

/// Size of all text.
const SIZE: f64 = 13.0;
/// Height of the line of words above the rows.
const HEAD: f64 = 32.0;
/// Height of a row whose words need no more than two lines.
const ROW: f64 = 40.0;
/// Height of a line of words.
const LINE: f64 = 16.0;

/// The least space between the scale and the words beside it.
const BESIDE: f64 = 12.0;

/// One facet.
#[derive(Clone, Debug, PartialEq)]
pub struct DotsRow {
    /// Its name. Soft hyphens may say where it can break.
    pub label: String,
    /// Its side.
    pub side: Side,
    /// What the gap between the person's own score and the need means; `None` without one of the two.
    pub reading: Option<Reading>,
    /// The words at the end of the row: "asks 1.2 more", "within error", "no score yet".
    pub words: String,
}

/// The words above the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DotsWords {
    /// Above the names: how the rows are sorted.
    pub left: String,
    /// Above the words: what they are about.
    pub right: String,
    /// The drawing's name.
    pub title: String,
    /// What it shows, in full sentences.
    pub alt: String,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct DotsInput {
    /// The facets in their fixed order.
    pub rows: Vec<DotsRow>,
    /// The series: the person's own, where `None` draws a dotted line, and the role's. Others are not drawn.
    pub series: Overlays,
    /// The words above the rows.
    pub words: DotsWords,
}

/// Where a facet is found on the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DotsPlace {
    /// Which facet, as in the input.
    pub facet: usize,
    /// Its row.
    pub row: Rect,
    /// Its foremost mark; the middle of the scale where it has none.
    pub mark: Point,
}

/// A drawn dot-and-whisker chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Dots {
    /// The drawing.
    pub scene: Scene,
    /// The rows from top to bottom.
    pub places: Vec<DotsPlace>,
}

impl Dots {
    /// The place in [`Self::places`] of the row at a point of the drawing.
    pub fn row_at(&self, p: Point) -> Option<usize> {
        self.places.iter().position(|place| place.row.contains(p))
    }
}

/// The columns: names from 0 to `names`, the scale from `low` to `high`, words from `words` to the width.
#[derive(Clone, Copy)]
struct Columns {
    names: f64,
    low: f64,
    high: f64,
    words: f64,
    width: f64,
}

impl Columns {
    /// At a width of 480, the scale goes from 184 to 368, which is 46 for each scale point. Down to 360, the names get narrower before
    /// the scale does; wider charts have a wider scale.
    fn new(width: f64) -> Self {
        let t = ((width - 360.0) / 120.0).clamp(0.0, 1.0);
        let (low, high, gap) = (112.0 + 72.0 * t, width - 112.0, 16.0 + 8.0 * t);
        Self { names: low - gap, low, high, words: high + gap, width }
    }

    fn scale(self) -> Scale {
        Scale { low: self.low, high: self.high }
    }

    fn x(self, value: f64) -> f64 {
        self.scale().x(value)
    }
}

/// Draws a dot-and-whisker chart, 360 points wide or more.
pub fn dots(input: &DotsInput, width: f64) -> Dots {
    tally::count(Counted::Scene);
    let columns = Columns::new(width.max(360.0));
    let mut rows = Vec::new();
    let mut places = Vec::new();
    let mut y = HEAD;
    let strips: Vec<Strip> = (0..input.rows.len()).map(|facet| strip(input, facet)).collect();
    for facet in order(&strips) {
        let (row, strip) = (&input.rows[facet], &strips[facet]);
        let name = text::lines(&row.label, 1, columns.low - BESIDE, SIZE);
        let said = text::lines(&row.words, 1, columns.width - columns.high - BESIDE, SIZE);
        let height = ROW.max(lines_height(&name).max(lines_height(&said)) + 8.0);
        let rect = Rect::new(0.0, y, columns.width, height);
        let middle = y + height / 2.0;
        if y > HEAD {
            rows.extend(hairlines(columns, y));
        }
        rows.extend(words(
            &name,
            Point::new(0.0, middle),
            Anchor::Start,
            Look { weight: FontWeight::Regular, ink: Ink::Ink },
        ));
        let strong = row.reading.is_some_and(Reading::is_finding);
        let (weight, ink) = if strong { (FontWeight::Semibold, Ink::Ink) } else { (FontWeight::Regular, Ink::InkSoft) };
        let look = Look { weight, ink };
        rows.extend(words(&said, Point::new(columns.width, middle), Anchor::End, look));
        rows.extend(plot(strip, columns.scale(), middle));
        let mark = strip.score.or(strip.need).map(|value| value.at).filter(|v| v.is_finite()).unwrap_or(3.0);
        places.push(DotsPlace { facet, row: rect, mark: Point::new(columns.x(mark), middle) });
        y += height;
    }
    let nodes = vec![Node::group("scale", scale(&input.words, columns, y)), Node::group("rows", rows)];
    let (title, alt) = (input.words.title.clone(), input.words.alt.clone());
    Dots { scene: Scene { width: columns.width, height: y, nodes, title, alt }, places }
}

/// What is drawn in the row of a facet.
fn strip(input: &DotsInput, facet: usize) -> Strip {
    let (row, of) = (&input.rows[facet], |kind| input.series.of(kind)?.value(facet));
    Strip { side: row.side, score: of(SeriesKind::Mine), need: of(SeriesKind::Role), reading: row.reading }
}

/// The rows in the order in which they are drawn.
fn order(rows: &[Strip]) -> Vec<usize> {
    let role = rows.iter().any(|row| row.need.is_some());
    // A lower key comes first. Rows without a score are last, before them those without a need.
    let key = |row: &Strip| match (row.score.map(|s| s.at), row.need.map(|need| need.at)) {
        (Some(mean), Some(need)) => (0, mean - need),
        (Some(mean), None) if role => (1, -mean),
        (Some(mean), None) => (0, -mean),
        (None, _) => (2, 0.0),
    };
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by(|a, b| {
        let (a, b) = (key(&rows[*a]), key(&rows[*b]));
        a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
    });
    order
}

/// The line of words above the rows, and the lines of the scale.
fn scale(said: &DotsWords, columns: Columns, height: f64) -> Vec<Node> {
    let text = |words: &str, x: f64, anchor| {
        let at = Point::new(x, 14.0);
        Node::Text(Text {
            at,
            anchor,
            size: SIZE,
            weight: FontWeight::Regular,
            ink: Ink::InkSoft,
            words: words.to_owned(),
        })
    };
    let mut nodes = vec![text(&said.left, 0.0, Anchor::Start), text(&said.right, columns.width, Anchor::End)];
    for v in 1_u8..=5 {
        let x = columns.x(f64::from(v));
        nodes.push(text(&v.to_string(), x, Anchor::Middle));
        nodes.push(Node::segment(Point::new(x, HEAD - 8.0), Point::new(x, height), Stroke::solid(Ink::Line, 1.0)));
    }
    nodes
}

/// The lines between two rows, which end before the plot.
fn hairlines(columns: Columns, y: f64) -> [Node; 2] {
    let line = |from, to| Node::segment(Point::new(from, y), Point::new(to, y), Stroke::solid(Ink::Line, 1.0));
    [line(0.0, columns.names), line(columns.words, columns.width)]
}

#[expect(clippy::cast_precision_loss, reason = "a few lines")]
fn lines_height(lines: &[String]) -> f64 {
    LINE * lines.len() as f64
}

/// The look of words.
#[derive(Clone, Copy)]
struct Look {
    weight: FontWeight,
    ink: Ink,
}

/// Lines of words beside a place, centred on its height.
fn words(lines: &[String], at: Point, anchor: Anchor, look: Look) -> Vec<Node> {
    let mut y = at.y - lines_height(lines) / 2.0 + 12.5;
    let mut nodes = Vec::new();
    for line in lines {
        let at = Point::new(at.x, y);
        nodes.push(Node::Text(Text {
            at,
            anchor,
            size: SIZE,
            weight: look.weight,
            ink: look.ink,
            words: line.clone(),
        }));
        y += LINE;
    }
    nodes
}
