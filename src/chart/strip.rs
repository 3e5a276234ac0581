//! One score on its own scale, without words: for a cell of a table, or for the line under a side's name.

use super::Value;
use super::marks::{self, Ends, Sizes, THIN};
use super::scene::{Anchor, FontWeight, Ink, Node, Point, Scene, Size, Stroke, Text};
use crate::instrument::Side;
use crate::scoring::Reading;

pub(super) const SIZES: Sizes = Sizes { dot: 4.5, cap: 4.0, square: 4.0 };
/// Size of the numbers under a line.
const NUMBERS: f64 = 12.0;

/// Where the scale from 1 to 5 lies, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    pub low: f64,
    pub high: f64,
}

impl Scale {
    /// The place of a value; values beyond the scale are drawn at its ends.
    pub fn x(self, value: f64) -> f64 {
        let (low, high) = crate::scoring::SCALE;
        self.low + (self.high - self.low) * (value.clamp(low, high) - low) / (high - low)
    }
}

/// What a strip shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strip {
    /// The side, which decides colour and mark.
    pub side: Side,
    /// The score; `None` draws a dotted line.
    pub score: Option<Value>,
    /// What the role needs; its band is drawn, thinner, where it has one.
    pub need: Option<Value>,
    /// What the gap means. This decides whether a link is drawn from the whisker to the need.
    pub reading: Option<Reading>,
}

/// The link, the whisker and the marks of one row, at the height `y`.
pub(super) fn plot(row: &Strip, scale: Scale, y: f64) -> Vec<Node> {
    let at = |value: f64| Point::new(scale.x(value), y);
    let asked = row.need.filter(|v| v.is_finite());
    let need = asked.map(|need| at(need.at));
    let score = row.score.filter(|s| s.is_finite());
    let mut nodes = Vec::new();
    if let Some(band) = asked.and_then(|need| need.band) {
        nodes.extend(marks::need_whisker(Ends { low: at(band.low), high: at(band.high) }, SIZES.cap));
    }
    if let Some(score) = score {
        if let Some((from, to)) = asked.and_then(|need| link(row.reading?, score, need)) {
            nodes.push(Node::segment(at(from), at(to), Stroke::dashed(Ink::Role, THIN, 2.0, 4.0)));
        }
        if let Some(band) = score.band {
            let ends = Ends { low: at(band.low), high: at(band.high) };
            nodes.extend(marks::whisker(row.side, ends, SIZES.cap, Point::new(0.0, 1.0)));
        }
    } else {
        nodes.push(Node::segment(at(1.0), at(5.0), Stroke::dotted(Ink::LineStrong, 1.0, 5.0)));
    }
    nodes.extend(need.map(|p| marks::need_plate(p, SIZES.square)));
    nodes.extend(score.map(|s| marks::score(row.side, at(s.at), SIZES.dot, s.provisional)));
    nodes.extend(score.and_then(|s| marks::evidence(at(s.at), SIZES.dot, s.evidence)));
    nodes.extend(need.map(|p| marks::need(p, SIZES.square)));
    nodes
}

/// Where the link of a gap begins and ends: between the two bands. `None` where they meet.
fn link(reading: Reading, score: Value, need: Value) -> Option<(f64, f64)> {
    let (mine, role) = (score.ends(), need.ends());
    match reading {
        Reading::AsksMore if mine.high < role.low => Some((mine.high, role.low)),
        Reading::AsksLess if mine.low > role.high => Some((mine.low, role.high)),
        _ => None,
    }
}

/// The space at both ends for marks that stand at the end of the scale.
const EDGE: f64 = 8.0;

/// A cell of a table. The lines of its scale reach from the top to the bottom edge, so that cells above each other form a grid.
/// Without a row only these lines are drawn.
pub fn cell(row: Option<&Strip>, size: Size) -> Scene {
    let Size { width, height } = size;
    let scale = Scale { low: EDGE, high: width - EDGE };
    let mut nodes: Vec<Node> = (1_u8..=5)
        .map(|v| {
            let x = scale.x(f64::from(v));
            Node::segment(Point::new(x, 0.0), Point::new(x, height), Stroke::solid(Ink::Line, 1.0))
        })
        .collect();
    nodes.extend(row.into_iter().flat_map(|row| plot(row, scale, height / 2.0)));
    Scene { width, height, nodes, title: String::new(), alt: String::new() }
}

/// The numbers 1 to 5 above the cells of a table.
pub fn cell_head(width: f64) -> Scene {
    let scale = Scale { low: EDGE, high: width - EDGE };
    let nodes = (1_u8..=5).map(|v| number(v, Point::new(scale.x(f64::from(v)), 12.0))).collect();
    Scene { width, height: 16.0, nodes, title: String::new(), alt: String::new() }
}

/// A line from 1 to 5 with its numbers below, 40 points high.
pub fn line(row: &Strip, width: f64) -> Scene {
    const MIDDLE: f64 = 11.0;
    let scale = Scale { low: EDGE, high: width - EDGE };
    let hair = Stroke::solid(Ink::Line, 1.0);
    let mut nodes = Vec::new();
    if row.score.is_some() {
        nodes.push(Node::segment(Point::new(scale.low, MIDDLE), Point::new(scale.high, MIDDLE), hair));
    }
    for v in 1_u8..=5 {
        let x = scale.x(f64::from(v));
        nodes.push(Node::segment(Point::new(x, 2.0), Point::new(x, 20.0), hair));
        nodes.push(number(v, Point::new(x, 35.0)));
    }
    nodes.extend(plot(row, scale, MIDDLE));
    Scene { width, height: 40.0, nodes, title: String::new(), alt: String::new() }
}

fn number(value: u8, at: Point) -> Node {
    let (words, weight) = (value.to_string(), FontWeight::Regular);
    Node::Text(Text { at, anchor: Anchor::Middle, size: NUMBERS, weight, ink: Ink::InkSoft, words })
}

#[cfg(test)]
mod tests {
    use super::super::Band;
    use super::*;

    fn row(mean: f64, need: f64, reading: Reading) -> Strip {
        let band = Some(Band { low: mean - 0.5, high: mean + 0.5 });
        let score = Some(Value { band, ..Value::exact(mean) });
        Strip { side: Side::Management, score, need: Some(Value::exact(need)), reading: Some(reading) }
    }

    #[test]
    fn a_value_lies_where_the_scale_says() {
        let scale = Scale { low: 8.0, high: 168.0 };
        assert!((scale.x(1.0) - 8.0).abs() < 1e-9 && (scale.x(3.5) - 108.0).abs() < 1e-9);
        assert!((scale.x(9.0) - 168.0).abs() < 1e-9, "beyond the scale is its end");
    }

    #[test]
    fn a_link_begins_where_the_error_ends() {
        let links = |row: &Strip| -> Vec<(f64, f64)> {
            let of = |node: &Node| match node {
                Node::Line { points, stroke, .. } if stroke.dash.is_some() => Some((points[0].x, points[1].x)),
                _ => None,
            };
            cell(Some(row), Size { width: 176.0, height: 33.0 }).nodes.iter().filter_map(of).collect()
        };
        let scale = Scale { low: 8.0, high: 168.0 };
        assert_eq!(links(&row(2.5, 4.0, Reading::AsksMore)), [(scale.x(3.0), scale.x(4.0))]);
        assert_eq!(links(&row(4.0, 2.0, Reading::AsksLess)), [(scale.x(3.5), scale.x(2.0))]);
        assert!(links(&row(3.8, 4.0, Reading::WithinError)).is_empty());
        let with = |mut row: Strip, half: f64| {
            let need = row.need.unwrap().at;
            row.need = Some(Value { band: Some(Band { low: need - half, high: need + half }), ..Value::exact(need) });
            links(&row)
        };
        assert_eq!(with(row(2.0, 4.0, Reading::AsksMore), 0.5), [(scale.x(2.5), scale.x(3.5))]);
        assert_eq!(with(row(4.5, 2.0, Reading::AsksLess), 0.5), [(scale.x(4.0), scale.x(2.5))]);
        assert!(with(row(2.5, 4.0, Reading::AsksMore), 1.0).is_empty(), "where the errors meet there is no link");
    }

    #[test]
    fn everything_stays_inside() {
        let rows = [row(1.0, 5.0, Reading::AsksMore), row(5.0, 1.0, Reading::AsksLess)];
        for scene in rows.iter().flat_map(|r| [cell(Some(r), Size { width: 176.0, height: 33.0 }), line(r, 320.0)]) {
            for node in &scene.nodes {
                let extent = node.extent().unwrap();
                assert!(extent.min.x >= 0.0 && extent.max.x <= scene.width, "{node:?}");
                assert!(extent.min.y >= 0.0 && extent.max.y <= scene.height, "{node:?}");
            }
        }
    }
}
