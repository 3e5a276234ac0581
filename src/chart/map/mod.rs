//! The map of all roles: how much of what each asks somebody does already, and how much of it energises them.
//!
//! # Rules
//! - Up is more done already, right is more energising. The axes follow from the roles that are shown ([`axes`]), and have no
//!   numbers: what is compared is the roles with each other.
//! - The lines between the four quarters stand where the words of the roles change: where most of what a role asks is done
//!   already, and where it neither drains nor energises. Each quarter has its name. The one where somebody does it and it drains them has
//!   its own ground: such roles wear people out.
//! - Every mark has its name or a number beside it ([`labels`]); a key below explains the numbers, in the order of the roles.
//! - The chosen role and the one that fits best have an ellipse that holds eight of ten tries ([`error`]): solid for the chosen one,
//!   dashed for the best. So two roles that cannot be told apart are seen to be close.
//! - With a what-if, a small hollow mark shows where a role was before it, with a line to where it is now.
//! - Tracks are told apart by mark: a circle, a diamond, a triangle; the person's own roles are squares, and the present one is a ring with
//!   a dot. They have no colour, since colour is for the two sides.

mod axes;
mod error;
mod labels;
mod marks;

use super::scene::{Anchor, FontWeight, Ink, Node, Point, Rect, Scene, Size, Stroke, Text};
use super::text;
use crate::tally::{self, Counted};
use axes::Axes;
pub use error::MapError;
use labels::{Crowd, Label};
pub use marks::{MapMark, map_mark};

/// A place on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapPlace {
    /// How much is done already, 0 to 1.
    pub can: f64,
    /// How much energises, 0 to 1.
    pub want: f64,
}

/// A role on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapRole {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub place: MapPlace,
    /// Where it was before a what-if.
    pub before: Option<MapPlace>,
    /// The ellipse around it; only the chosen role and the best one have one.
    pub error: Option<MapError>,
    /// Its mark.
    pub mark: MapMark,
    /// Whether it is the chosen role.
    pub chosen: bool,
    /// Whether it is the person's present one.
    pub now: bool,
    /// Whether it is one of those that are named first: those that may fit best, and those that were pinned.
    pub first: bool,
}

/// The words of the map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MapWords {
    /// Its name.
    pub title: String,
    /// What it shows, in full sentences.
    pub alt: String,
    /// The vertical axis.
    pub can: String,
    /// The horizontal axis.
    pub want: String,
    /// The names of the quarters: above at the left and at the right, below at the left and at the right.
    pub quarters: [String; 4],
}

/// A drawn map.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// The drawing.
    pub scene: Scene,
    /// Where each role is.
    pub places: Vec<Point>,
    /// The rows of the key, each with the role that it is about.
    pub key: Vec<(usize, Rect)>,
}

impl Map {
    /// The role at a point of the drawing: the nearest mark within reach, or the row of the key.
    pub fn role_at(&self, p: Point) -> Option<usize> {
        let far = |place: &Point| (place.x - p.x).hypot(place.y - p.y);
        let near = self.places.iter().enumerate().min_by(|(_, a), (_, b)| far(a).total_cmp(&far(b)));
        let mark = near.filter(|(_, place)| far(place) <= 16.0).map(|(i, _)| i);
        mark.or_else(|| self.key.iter().find(|(_, row)| row.contains(p)).map(|(i, _)| *i))
    }
}

const SIZE: f64 = 12.0;
const LINE: f64 = 16.0;
/// The space for the words at an axis.
const AXIS: f64 = 22.0;
/// The space between the frame and the marks, and around the names of the quarters.
const EDGE: f64 = 12.0;
/// From this distance on, a role has moved.
const MOVED: f64 = 4.0;

/// Draws the map. The frame has this size; the key is below it.
pub fn map(roles: &[MapRole], words: &MapWords, size: Size) -> Map {
    tally::count(Counted::Scene);
    let frame = Rect::new(0.5, AXIS, size.width - 1.0, size.height - 2.0 * AXIS);
    let all = roles.iter().flat_map(|role| [Some(role.place), role.before]).flatten();
    let axes = Axes::of(all);
    let quarters = Quarters::new(frame, &axes, words);
    let area = quarters.area;
    let marks: Vec<Point> = roles.iter().map(|role| axes.at(area, role.place)).collect();
    let before: Vec<Option<Point>> = roles
        .iter()
        .zip(&marks)
        .map(|(role, mark)| {
            let before = axes.at(area, role.before?);
            ((before.x - mark.x).hypot(before.y - mark.y) >= MOVED).then_some(before)
        })
        .collect();
    let hollow: Vec<Rect> = before.iter().flatten().map(|p| Rect::around(*p, 4.0)).collect();
    let outline = |role: &MapRole| Some((role.error?.outline(&axes, area, frame), role.chosen));
    let outlines: Vec<(Vec<Point>, bool)> = roles.iter().filter_map(outline).collect();
    let lines: Vec<Point> = outlines.iter().flat_map(|(outline, _)| outline.iter().copied()).collect();
    let frame_of_names = quarters.middle_strip(frame);
    let labels = Crowd { roles, marks: &marks, others: &hollow, lines: &lines, frame: frame_of_names }.labels();
    let (key, rows) = key(roles, &labels, Point::new(0.0, size.height + 4.0), size.width);
    let bottom = rows.last().map_or(size.height, |_| rows.iter().map(|(_, row)| row.max.y).fold(0.0, f64::max));
    let from = |(to, from): (&Point, &Option<Point>)| from.map(|from| marks::moved(from, *to));
    let nodes = vec![
        Node::group("ground", quarters.ground(frame)),
        Node::group("words", axis_words(frame, words)),
        Node::group(
            "ellipses",
            outlines
                .into_iter()
                .filter(|(line, _)| line.len() > 2)
                .map(|(line, chosen)| marks::ellipse(line, chosen))
                .collect(),
        ),
        Node::group("before", marks.iter().zip(&before).filter_map(from).flatten().collect()),
        Node::group("names", labels.into_iter().zip(&marks).map(|(label, mark)| label.node(*mark)).collect()),
        Node::group("roles", roles.iter().zip(&marks).flat_map(|(role, at)| marks::mark(role, *at)).collect()),
        Node::group("key", key),
    ];
    let (title, alt) = (words.title.clone(), words.alt.clone());
    Map { scene: Scene { width: size.width, height: bottom.ceil(), nodes, title, alt }, places: marks, key: rows }
}

/// The four quarters, with strips at the top and at the bottom in which their names stand.
struct Quarters {
    /// Where the marks are.
    area: Rect,
    middle: Point,
    names: [Vec<Text>; 4],
}

impl Quarters {
    fn new(frame: Rect, axes: &Axes, words: &MapWords) -> Self {
        let across = |left: f64, width: f64| Rect::new(left, 0.0, width, 1.0);
        // Where the quarters meet from left to right does not depend on the strips.
        let x = axes.middle(across(frame.min.x + EDGE, frame.width() - 2.0 * EDGE)).x;
        let wide = [x - frame.min.x, frame.max.x - x].map(|wide| wide - 16.0);
        let wrapped: Vec<Vec<String>> =
            words.quarters.iter().zip([0, 1, 0, 1]).map(|(name, at)| text::lines(name, 1, wide[at], SIZE)).collect();
        let strip = |a: usize, b: usize| lines(wrapped[a].len().max(wrapped[b].len())) + 6.0;
        let (top, bottom) = (frame.min.y + strip(0, 1), frame.max.y - strip(2, 3));
        let area = Rect::new(frame.min.x + EDGE, top + EDGE, frame.width() - 2.0 * EDGE, bottom - top - 2.0 * EDGE);
        let at = |quarter: usize, count: usize| {
            let (x, anchor) =
                if quarter % 2 == 0 { (frame.min.x + 8.0, Anchor::Start) } else { (frame.max.x - 8.0, Anchor::End) };
            (Point::new(x, if quarter < 2 { frame.min.y + 6.0 } else { frame.max.y - 4.0 - lines(count) }), anchor)
        };
        let mut each = wrapped.into_iter().enumerate().map(|(quarter, wrapped)| {
            let (at, anchor) = at(quarter, wrapped.len());
            let line = |(i, words)| soft(words, at.plus(0.0, 12.0 + lines(i)), anchor);
            wrapped.into_iter().enumerate().map(line).collect()
        });
        let names = std::array::from_fn(|_| each.next().unwrap_or_default());
        Self { area, middle: axes.middle(area), names }
    }

    /// The frame without the strips.
    fn middle_strip(&self, frame: Rect) -> Rect {
        let (top, bottom) = (self.area.min.y - EDGE, self.area.max.y + EDGE);
        Rect { min: Point::new(frame.min.x, top), max: Point::new(frame.max.x, bottom) }
    }

    fn ground(self, frame: Rect) -> Vec<Node> {
        let (hair, middle) = (Stroke::solid(Ink::Line, 1.0), self.middle);
        let quarter = Rect { min: frame.min, max: middle };
        let mut nodes = vec![
            Node::Rect { rect: frame, radius: 0.0, fill: Some(Ink::Sheet), stroke: None },
            Node::Rect { rect: quarter, radius: 0.0, fill: Some(Ink::Rail), stroke: None },
            Node::segment(Point::new(middle.x, frame.min.y), Point::new(middle.x, frame.max.y), hair),
            Node::segment(Point::new(frame.min.x, middle.y), Point::new(frame.max.x, middle.y), hair),
            Node::Rect { rect: frame, radius: 0.0, fill: None, stroke: Some(hair) },
        ];
        nodes.extend(self.names.into_iter().flatten().map(Node::Text));
        nodes
    }
}

#[expect(clippy::cast_precision_loss, reason = "a few lines")]
fn lines(count: usize) -> f64 {
    count as f64 * LINE
}

fn axis_words(frame: Rect, words: &MapWords) -> Vec<Node> {
    let (above, below) = (Point::new(frame.min.x, frame.min.y - 8.0), Point::new(frame.max.x, frame.max.y + 16.0));
    vec![
        Node::Text(soft(words.can.clone(), above, Anchor::Start)),
        Node::Text(soft(words.want.clone(), below, Anchor::End)),
    ]
}

fn soft(words: String, at: Point, anchor: Anchor) -> Text {
    Text { at, anchor, size: SIZE, weight: FontWeight::Regular, ink: Ink::InkSoft, words }
}

/// The numbers with their roles, in two columns where there is room, read down the first and then down the second.
fn key(roles: &[MapRole], labels: &[Label], at: Point, width: f64) -> (Vec<Node>, Vec<(usize, Rect)>) {
    let numbered: Vec<usize> = (0..roles.len()).filter(|i| labels[*i].is_number()).collect();
    let columns = if width >= 300.0 && numbered.len() > 3 { 2 } else { 1 };
    let (number, gap) = (26.0, 8.0);
    let column = (width - gap * (f64::from(columns) - 1.0)) / f64::from(columns);
    let each = numbered.len().div_ceil(usize::try_from(columns).unwrap_or(1)).max(1);
    let (mut nodes, mut rows) = (Vec::new(), Vec::new());
    for (place, part) in numbered.chunks(each).enumerate() {
        let left = at.x + if place == 0 { 0.0 } else { column + gap };
        let mut y = at.y;
        for (i, role) in part.iter().enumerate() {
            let name = text::lines(&roles[*role].name, 1, column - number, SIZE);
            let row = Rect::new(left, y, column, lines(name.len().max(1)) + 3.0);
            let words = (place * each + i + 1).to_string();
            nodes.push(Node::Text(soft(words, Point::new(left + number - 7.0, y + 12.0), Anchor::End)));
            for (line, words) in name.into_iter().enumerate() {
                let at = Point::new(left + number, y + 12.0 + lines(line));
                nodes.push(Node::Text(Text { ink: Ink::Ink, ..soft(words, at, Anchor::Start) }));
            }
            y = row.max.y;
            rows.push((*role, row));
        }
    }
    (nodes, rows)
}
