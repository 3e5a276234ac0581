//! Samples of marks and lines, 16 points high and without words, for legends and headings.

use std::sync::LazyLock;

use super::marks::{self, Ends};
use super::scene::{Anchor, FontWeight, Ink, Node, Point, Scene, Stroke, Text};
use super::{SeriesKind, text};
use crate::instrument::Side;
use crate::plan::EvidenceMark;
use crate::tally::{self, Counted};

/// What a sample shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    /// A series: the person's own is 48 points wide, the others are 32.
    Series(SeriesKind),
    /// Scores from part of the questions: 48 points wide.
    Provisional,
    /// Scores with notes of evidence behind them: 48 points wide.
    Evidence,
    /// The same where all notes are old.
    OldEvidence,
    /// A score, and a need beyond its error: 48 points wide.
    Gap,
    /// The mark of a side, for its heading: 16 points wide.
    Side(Side),
}

impl Sample {
    /// All of them.
    const ALL: [Self; 10] = [
        Self::Series(SeriesKind::Mine),
        Self::Provisional,
        Self::Series(SeriesKind::Role),
        Self::Series(SeriesKind::Earlier),
        Self::Side(Side::Management),
        Self::Side(Side::Leadership),
        Self::Evidence,
        Self::OldEvidence,
        Self::Gap,
        Self::Series(SeriesKind::Others),
    ];

    const fn place(self) -> usize {
        match self {
            Self::Series(SeriesKind::Mine) => 0,
            Self::Provisional => 1,
            Self::Series(SeriesKind::Role) => 2,
            Self::Series(SeriesKind::Earlier) => 3,
            Self::Side(Side::Management) => 4,
            Self::Side(Side::Leadership) => 5,
            Self::Evidence => 6,
            Self::OldEvidence => 7,
            Self::Gap => 8,
            Self::Series(SeriesKind::Others) => 9,
        }
    }
}

/// A sample. There are few and they never change, so each is drawn once.
pub fn sample(sample: Sample) -> &'static Scene {
    static SAMPLES: LazyLock<[Scene; Sample::ALL.len()]> = LazyLock::new(|| Sample::ALL.map(draw));
    &SAMPLES[sample.place()]
}

fn draw(sample: Sample) -> Scene {
    let (width, nodes) = match sample {
        Sample::Series(SeriesKind::Mine) => (48.0, me(false)),
        Sample::Provisional => (48.0, me(true)),
        Sample::Evidence => (48.0, ringed(EvidenceMark::Written)),
        Sample::OldEvidence => (48.0, ringed(EvidenceMark::Faded)),
        Sample::Gap => (48.0, gap()),
        Sample::Series(SeriesKind::Role) => (32.0, role()),
        Sample::Series(SeriesKind::Earlier) => (32.0, earlier()),
        Sample::Series(SeriesKind::Others) => (32.0, others()),
        Sample::Side(side) => (16.0, vec![marks::score(side, Point::new(8.0, 8.0), 5.0, false)]),
    };
    Scene { width, height: 16.0, nodes, title: String::new(), alt: String::new() }
}

fn me(hollow: bool) -> Vec<Node> {
    let mut nodes = Vec::new();
    for (side, from, to) in [(Side::Leadership, 2.0, 22.0), (Side::Management, 28.0, 46.0)] {
        let ends = Ends { low: Point::new(from, 8.0), high: Point::new(to, 8.0) };
        nodes.extend(marks::whisker(side, ends, 4.0, Point::new(0.0, 1.0)));
        nodes.push(marks::score(side, Point::new(f64::midpoint(from, to), 8.0), 4.0, hollow));
    }
    nodes
}

fn ringed(evidence: EvidenceMark) -> Vec<Node> {
    let mut nodes = Vec::new();
    for (side, x) in [(Side::Leadership, 12.0), (Side::Management, 36.0)] {
        let at = Point::new(x, 8.0);
        nodes.push(marks::score(side, at, 3.25, false));
        nodes.extend(marks::evidence(at, 3.25, evidence));
    }
    nodes
}

fn role() -> Vec<Node> {
    let middle = Point::new(16.0, 8.0);
    vec![
        Node::segment(Point::new(0.0, 8.0), Point::new(32.0, 8.0), marks::ROLE),
        marks::need_plate(middle, 3.5),
        marks::need(middle, 3.5),
    ]
}

fn gap() -> Vec<Node> {
    let at = |x| Point::new(x, 8.0);
    let mut nodes =
        marks::whisker(Side::Management, Ends { low: at(2.0), high: at(20.0) }, 4.0, Point::new(0.0, 1.0)).to_vec();
    nodes.push(Node::segment(at(20.0), at(40.0), Stroke::dashed(Ink::Role, marks::THIN, 2.0, 4.0)));
    nodes.push(marks::score(Side::Management, at(11.0), 4.0, false));
    nodes.extend([marks::need_plate(at(43.0), 3.5), marks::need(at(43.0), 3.5)]);
    nodes
}

fn earlier() -> Vec<Node> {
    vec![
        Node::segment(Point::new(1.0, 8.0), Point::new(31.0, 8.0), marks::EARLIER),
        marks::earlier(Point::new(16.0, 8.5), 3.5, Some(Ink::Paper)),
    ]
}

fn others() -> Vec<Node> {
    let line = Node::segment(Point::new(0.0, 8.0), Point::new(32.0, 8.0), marks::OTHERS);
    vec![line, marks::others(Point::new(16.0, 8.0), 4.5)]
}

/// Height of a line of the legend.
const LINE: f64 = 24.0;
/// Size of its words.
const SIZE: f64 = 13.0;

/// Draws a legend, centred in a given width: each sample with its words, on as many lines as needed.
pub fn legend(items: &[(Sample, &str)], width: f64) -> Scene {
    tally::count(Counted::Scene);
    let mut lines: Vec<(f64, Vec<(&Scene, &str)>)> = Vec::new();
    for (kind, words) in items {
        let mark = sample(*kind);
        let own = mark.width + 8.0 + text::width(words, SIZE);
        match lines.last_mut() {
            Some((used, line)) if *used + 32.0 + own <= width => {
                *used += 32.0 + own;
                line.push((mark, words));
            }
            _ => lines.push((own, vec![(mark, words)])),
        }
    }
    let mut nodes = Vec::new();
    let mut y = 0.0;
    for (used, line) in lines {
        let mut x = ((width - used) / 2.0).max(0.0).round();
        for (mark, words) in line {
            nodes.push(Node::Group { name: "sample", at: Point::new(x, y + 4.0), nodes: mark.nodes.clone() });
            x += mark.width + 8.0;
            nodes.push(Node::Text(Text {
                at: Point::new(x, y + 16.5),
                anchor: Anchor::Start,
                size: SIZE,
                weight: FontWeight::Regular,
                ink: Ink::Ink,
                words: words.to_owned(),
            }));
            x += text::width(words, SIZE) + 32.0;
        }
        y += LINE;
    }
    Scene { width, height: y, nodes, title: String::new(), alt: String::new() }
}
