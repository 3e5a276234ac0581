//! The picture of an audit that goes to a file.

use crate::chart::legend::{self, Sample};
use crate::chart::scene::{Anchor, FontWeight, Ink, Node, Point, Text};
use crate::chart::{RadarStyle, Scene, dots, inks, radar, text};
use crate::figures::{ChartData, ShownSeries};
use crate::instrument::Side;
use crate::theirs::theirs;

/// Which chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// The radar.
    Radar,
    /// The dot-and-whisker chart.
    Dots,
}

impl ChartKind {
    /// What the group of its shapes is called.
    const fn name(self) -> &'static str {
        match self {
            Self::Radar => "radar",
            Self::Dots => "dots",
        }
    }
}

/// The margin around a picture, in points.
const EDGE: f64 = 24.0;
/// The width within the margins.
pub(super) const WIDTH: f64 = 560.0;

/// The most lines of a heading; a longer one is cut, and the cut shows.
const HEADING: usize = 3;

/// A picture that explains itself: heading, chart, legend, scale and error. The heading may hold anything that a person typed.
pub fn picture(data: &ChartData<'_>, heading: &str, kind: ChartKind, show: ShownSeries) -> Scene {
    let words = data.words;
    let mut page = Page { nodes: Vec::new(), y: EDGE };
    page.heading(&theirs(heading));
    let (drawn, series) = match kind {
        ChartKind::Radar => {
            page.sides([&words.leadership, &words.management]);
            let input = data.radar(show);
            (radar(&input, &RadarStyle { radius: 160.0, width: WIDTH, ..RadarStyle::FULL }).scene, input.series)
        }
        ChartKind::Dots => {
            let input = data.dots();
            (dots(&input, WIDTH).scene, input.series)
        }
    };
    let (title, alt) = (drawn.title.clone(), drawn.alt.clone());
    page.place(kind.name(), drawn, 16.0);
    let entries = data.legend(&series);
    page.place("legend", legend::legend(&entries, WIDTH), 8.0);
    page.words(&format!("{}. {}.", words.scale, words.whiskers), BELOW);
    Scene { width: WIDTH + 2.0 * EDGE, height: (page.y + EDGE).ceil(), nodes: page.nodes, title, alt }
}

/// A drawing of that width as a picture: its title above it, and a few words below.
pub(super) fn framed(name: &'static str, drawn: Scene, below: &str) -> Scene {
    let mut page = Page { nodes: Vec::new(), y: EDGE };
    let (title, alt) = (drawn.title.clone(), drawn.alt.clone());
    page.heading(&title);
    page.place(name, drawn, 12.0);
    page.words(below, BELOW);
    Scene { width: WIDTH + 2.0 * EDGE, height: (page.y + EDGE).ceil(), nodes: page.nodes, title, alt }
}

/// The look of words: their size and the height of a line, in points.
#[derive(Clone, Copy)]
struct Look {
    size: f64,
    line: f64,
    weight: FontWeight,
    ink: Ink,
}

const TITLE: Look = Look { size: 15.0, line: 24.0, weight: FontWeight::Semibold, ink: Ink::Ink };
const BELOW: Look = Look { size: 13.0, line: 20.0, weight: FontWeight::Regular, ink: Ink::InkSoft };

/// A picture that grows downwards.
struct Page {
    nodes: Vec<Node>,
    y: f64,
}

impl Page {
    fn words(&mut self, words: &str, look: Look) {
        for words in text::lines(words, 1, WIDTH, look.size) {
            self.line(words, look);
        }
    }

    fn line(&mut self, words: String, look: Look) {
        let Look { size, line, weight, ink } = look;
        let at = Point::new(EDGE, self.y + size + 1.0 + (size - 13.0) / 2.0);
        self.nodes.push(Node::Text(Text { at, anchor: Anchor::Start, size, weight, ink, words }));
        self.y += line;
    }

    fn heading(&mut self, words: &str) {
        // No line can hold so many letters. This cuts letters that take no space, such as many accents on one letter.
        let fits: String = words.chars().take(HEADING * 200).collect();
        let mut lines = text::lines(&fits, 1, WIDTH, 15.0);
        let cut = lines.len() > HEADING || fits.len() < words.len();
        lines.truncate(HEADING);
        if let Some(last) = lines.last_mut().filter(|_| cut) {
            last.pop();
            last.push('…');
        }
        for line in &lines {
            self.line(line.clone(), TITLE);
        }
        if !lines.is_empty() {
            self.y += 8.0;
        }
    }

    /// The names of both sides, above a radar.
    fn sides(&mut self, [leadership, management]: [&str; 2]) {
        let right = WIDTH + EDGE - text::width(management, 15.0) - 24.0;
        for (side, x, name) in [(Side::Leadership, EDGE, leadership), (Side::Management, right, management)] {
            let mark = legend::sample(Sample::Side(side));
            self.nodes.push(Node::Group { name: "side", at: Point::new(x, self.y + 4.0), nodes: mark.nodes.clone() });
            let (at, ink) = (Point::new(x + 24.0, self.y + 17.0), inks(side).text);
            let (anchor, weight, words) = (Anchor::Start, FontWeight::Semibold, name.to_owned());
            self.nodes.push(Node::Text(Text { at, anchor, size: 15.0, weight, ink, words }));
        }
        self.y += 20.0;
    }

    fn place(&mut self, name: &'static str, drawn: Scene, below: f64) {
        self.nodes.push(Node::Group { name, at: Point::new(EDGE, self.y), nodes: drawn.nodes });
        self.y += drawn.height + below;
    }
}
