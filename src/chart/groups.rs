//! Facets as several people see them: below the name of each facet a line for everybody who sees it, with a dot, its error and its number.
//! Each line says whose it is, so that marks need not tell it; the person's own is the mark of the side, all together a cross.

use super::dots::{Dots, DotsPlace};
use super::marks::{self, Ends, THIN};
use super::scene::{Anchor, FontWeight, Ink, Node, Point, Rect, Scene, Stroke, Text};
use super::strip::{SIZES, Scale};
use super::{Value, text};
use crate::instrument::Side;
use crate::tally::{self, Counted};

/// Size of all text.
const SIZE: f64 = 13.0;
/// Height of the line of numbers above the facets.
const HEAD: f64 = 24.0;
/// Height of a line of words.
const WORDS: f64 = 20.0;
/// Height of the line of one who sees the facet.
const LINE: f64 = 22.0;
/// The space below a facet.
const BELOW: f64 = 14.0;
/// The space for the mark of a side before the name of a facet.
const MARK: f64 = 24.0;
/// The width of the column of numbers at the right.
const NUMBERS: f64 = 72.0;
/// The least width.
const LEAST: f64 = 288.0;

/// Who sees a facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seer {
    /// The person.
    Own,
    /// All others together.
    All,
    /// A group of others.
    Group,
}

/// How one of them sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupsLine {
    /// Who.
    pub seer: Seer,
    /// What they are called.
    pub name: String,
    /// What they see; `None` draws a dotted line.
    pub value: Option<Value>,
    /// The same as it is written at the end of the line.
    pub number: String,
}

/// One facet.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupsFacet {
    /// Its name.
    pub label: String,
    /// Its side.
    pub side: Side,
    /// What stands out; may be empty.
    pub finding: String,
    /// Those who see it, from top to bottom.
    pub lines: Vec<GroupsLine>,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupsInput {
    /// The facets from top to bottom.
    pub facets: Vec<GroupsFacet>,
    /// The drawing's name.
    pub title: String,
    /// What it shows, in full sentences.
    pub alt: String,
}

/// Where the columns are.
#[derive(Clone, Copy)]
struct Columns {
    scale: Scale,
    width: f64,
}

impl Columns {
    fn new(input: &GroupsInput, width: f64) -> Self {
        let names = input.facets.iter().flat_map(|facet| &facet.lines).map(|line| text::width(&line.name, SIZE));
        let low = MARK + names.fold(40.0, f64::max) + 16.0;
        Self { scale: Scale { low: low.min(width / 2.0), high: width - NUMBERS - 8.0 }, width }
    }
}

/// Draws facets with those who see them, 288 points wide or more.
pub fn groups(input: &GroupsInput, width: f64) -> Dots {
    tally::count(Counted::Scene);
    let columns = Columns::new(input, width.max(LEAST));
    let (mut nodes, mut places) = (numbers(columns), Vec::new());
    let mut y = HEAD;
    for (at, facet) in input.facets.iter().enumerate() {
        let top = y;
        nodes.extend(head(facet, columns, &mut y));
        let (from, to) = (y, y + LINE * lines_of(facet));
        for v in 1_u8..=5 {
            let x = columns.scale.x(f64::from(v));
            nodes.push(Node::segment(Point::new(x, from), Point::new(x, to), Stroke::solid(Ink::Line, 1.0)));
        }
        for line in &facet.lines {
            nodes.extend(drawn(facet.side, line, columns, y + LINE / 2.0));
            y += LINE;
        }
        let row = Rect::new(0.0, top, columns.width, y - top + 4.0);
        let own = facet.lines.iter().find_map(|line| line.value).filter(|value| value.is_finite());
        let mark = Point::new(columns.scale.x(own.map_or(3.0, |value| value.at)), from + LINE / 2.0);
        places.push(DotsPlace { facet: at, row, mark });
        y += BELOW;
    }
    let (title, alt) = (input.title.clone(), input.alt.clone());
    let height = if places.is_empty() { y } else { y - BELOW + 4.0 };
    Dots { scene: Scene { width: columns.width, height, nodes, title, alt }, places }
}

#[expect(clippy::cast_precision_loss, reason = "a handful of groups")]
const fn lines_of(facet: &GroupsFacet) -> f64 {
    facet.lines.len() as f64
}

/// The numbers of the scale.
fn numbers(columns: Columns) -> Vec<Node> {
    let number = |v: u8| said(&v.to_string(), Point::new(columns.scale.x(f64::from(v)), 14.0), Anchor::Middle, SOFT);
    (1_u8..=5).map(number).collect()
}

/// The mark and name of a facet, and what stands out: at the end of the line where there is room, else below.
fn head(facet: &GroupsFacet, columns: Columns, y: &mut f64) -> Vec<Node> {
    let mut nodes = vec![marks::score(facet.side, Point::new(8.0, *y + 10.0), 5.0, false)];
    let names = text::lines(&facet.label, 1, columns.width - MARK, SIZE);
    let beside = columns.width - MARK - text::longest(&names, SIZE) - 16.0;
    let fits = names.len() == 1 && text::width(&facet.finding, SIZE) * BOLD <= beside;
    for name in &names {
        nodes.push(said(name, Point::new(MARK, *y + 14.5), Anchor::Start, STRONG));
        *y += WORDS;
    }
    if fits && !facet.finding.is_empty() {
        nodes.push(said(&facet.finding, Point::new(columns.width, *y - WORDS + 14.5), Anchor::End, STRONG));
    } else if !facet.finding.is_empty() {
        for line in text::lines(&facet.finding, 1, columns.width - MARK, SIZE) {
            nodes.push(said(&line, Point::new(MARK, *y + 14.5), Anchor::Start, STRONG));
            *y += WORDS;
        }
    }
    nodes
}

/// How much wider letters of the second weight are, about.
const BOLD: f64 = 1.08;

/// One line: who, the whisker, the mark, the number.
fn drawn(side: Side, line: &GroupsLine, columns: Columns, y: f64) -> Vec<Node> {
    let at = |value: f64| Point::new(columns.scale.x(value), y);
    let look = if line.seer == Seer::Own { PLAIN } else { SOFT };
    let mut nodes = vec![said(&line.name, Point::new(MARK, y + 4.5), Anchor::Start, look)];
    if !line.number.is_empty() {
        nodes.push(said(&line.number, Point::new(columns.width, y + 4.5), Anchor::End, look));
    }
    let Some(value) = line.value.filter(|value| value.is_finite()) else {
        nodes.push(Node::segment(at(1.0), at(5.0), Stroke::dotted(Ink::LineStrong, 1.0, 5.0)));
        return nodes;
    };
    if let Some(band) = value.band {
        let ends = Ends { low: at(band.low), high: at(band.high) };
        match line.seer {
            Seer::Own => nodes.extend(marks::whisker(side, ends, SIZES.cap, Point::new(0.0, 1.0))),
            Seer::All | Seer::Group => nodes.extend(whisker(ends)),
        }
    }
    nodes.push(match line.seer {
        Seer::Own => marks::score(side, at(value.at), SIZES.dot, value.provisional),
        Seer::All => marks::others(at(value.at), SIZES.square),
        Seer::Group => Node::Circle { center: at(value.at), radius: 3.5, fill: Some(Ink::InkSoft), stroke: None },
    });
    nodes
}

/// The error of what others see.
fn whisker(ends: Ends) -> [Node; 3] {
    let stroke = Stroke::solid(Ink::InkSoft, THIN * 0.75);
    let end = |p: Point| Node::segment(p.plus(0.0, -3.0), p.plus(0.0, 3.0), stroke);
    [Node::segment(ends.low, ends.high, stroke), end(ends.low), end(ends.high)]
}

/// The look of words.
#[derive(Clone, Copy)]
struct Look {
    weight: FontWeight,
    ink: Ink,
}

const SOFT: Look = Look { weight: FontWeight::Regular, ink: Ink::InkSoft };
const PLAIN: Look = Look { weight: FontWeight::Regular, ink: Ink::Ink };
const STRONG: Look = Look { weight: FontWeight::Semibold, ink: Ink::Ink };

fn said(words: &str, at: Point, anchor: Anchor, Look { weight, ink }: Look) -> Node {
    Node::Text(Text { at, anchor, size: SIZE, weight, ink, words: words.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Band;

    fn line(seer: Seer, at: Option<f64>) -> GroupsLine {
        let value = at.map(|at| Value { band: Some(Band { low: 1.0, high: 5.0 }), ..Value::exact(at) });
        GroupsLine { seer, name: "All who answered".into(), value, number: "3.4 ± 0.5".into() }
    }

    fn input(finding: &str) -> GroupsInput {
        let lines = vec![line(Seer::Own, Some(5.0)), line(Seer::All, Some(1.0)), line(Seer::Group, None)];
        let facet = |side| GroupsFacet {
            label: "Performance monitoring".into(),
            side,
            finding: finding.into(),
            lines: lines.clone(),
        };
        let facets = vec![facet(Side::Leadership), facet(Side::Management)];
        GroupsInput { facets, title: "t".into(), alt: "a".into() }
    }

    #[test]
    fn everything_stays_inside_in_any_width() {
        for width in [288.0, 360.0, 520.0, 720.0] {
            let drawn = groups(&input("you rate 1.3 higher"), width);
            for node in &drawn.scene.nodes {
                let extent = node.extent().unwrap();
                assert!(extent.min.x >= -0.01 && extent.max.x <= drawn.scene.width + 8.0, "{width}: {node:?}");
                assert!(extent.min.y >= 0.0 && extent.max.y <= drawn.scene.height, "{width}: {node:?}");
            }
        }
    }

    #[test]
    fn what_stands_out_goes_below_the_name_where_there_is_no_room() {
        let height = |width| groups(&input("you rate 1.3 higher, beyond error"), width).scene.height;
        assert!(height(288.0) > height(720.0));
        assert!((groups(&input(""), 288.0).scene.height - height(720.0)).abs() < 1e-9);
    }

    #[test]
    fn each_facet_is_found_where_it_is() {
        let drawn = groups(&input(""), 400.0);
        let middle = |at: usize| {
            let row = drawn.places[at].row;
            drawn.row_at(Point::new(10.0, f64::midpoint(row.min.y, row.max.y)))
        };
        assert_eq!((middle(0), middle(1)), (Some(0), Some(1)));
        assert_eq!(drawn.row_at(Point::new(10.0, 4.0)), None);
    }
}
