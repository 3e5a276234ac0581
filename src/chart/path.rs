//! The way to another role, like a line of a transit map: from the present role over the steps between to the target, then what can be tried
//! first.
//!
//! # Rules
//! - It runs downwards, so that long names have the whole width to wrap in, in the window and on paper.
//! - A station is a circle on the line, with its name: a dot in the present role's, the target's is filled, those of steps
//!   between are hollow. Between two stations stands what the next one asks clearly more and clearly less of.
//! - What can be tried first hangs below the target on a dashed line, with small squares: it is no step that has been taken.
//! - It has no colour, since colour is for the two sides, and no lengths: the line does not measure anything.

use super::scene::{Anchor, FontWeight, Ink, Node, Point, Rect, Scene, Stroke, Text};
use super::text;
use crate::tally::{self, Counted};

/// The way to the next station.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PathLeg {
    /// The name of that station.
    pub to: String,
    /// What is asked clearly more of; may be empty.
    pub more: Vec<String>,
    /// What is asked clearly less of; may be empty.
    pub less: Vec<String>,
}

/// The words of the drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PathWords {
    /// Its name.
    pub title: String,
    /// What it shows, in full sentences.
    pub alt: String,
    /// Below the name of a step between.
    pub step: String,
    /// Before what is asked clearly more of.
    pub more: String,
    /// Before what is asked clearly less of.
    pub less: String,
    /// Where nothing is asked clearly more or less.
    pub same: String,
    /// Above what can be tried first.
    pub trials: String,
}

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PathInput {
    /// The name of the present role.
    pub now: String,
    /// What stands below it; may be empty.
    pub now_below: String,
    /// The steps between and the target.
    pub legs: Vec<PathLeg>,
    /// The names of what can be tried first.
    pub trials: Vec<String>,
    /// The words around them.
    pub words: PathWords,
}

/// The look of words: their size and the height of a line, in points.
#[derive(Clone, Copy)]
struct Look {
    size: f64,
    line: f64,
    weight: FontWeight,
    ink: Ink,
}

const NAME: Look = Look { size: 15.0, line: 20.0, weight: FontWeight::Semibold, ink: Ink::Ink };
const WORDS: Look = Look { size: 13.0, line: 18.0, weight: FontWeight::Regular, ink: Ink::Ink };
const SOFT: Look = Look { ink: Ink::InkSoft, ..WORDS };

/// Where the line runs, and where the words begin.
const LINE: f64 = 12.0;
const LEFT: f64 = 36.0;
/// The space between a station and what changes, above and below.
const AIR: f64 = 12.0;
const STATION: f64 = 7.0;

/// Draws the way in this width.
pub fn path(input: &PathInput, width: f64) -> Scene {
    tally::count(Counted::Scene);
    let words = &input.words;
    let mut page = Page { words: Vec::new(), line: Vec::new(), stations: Vec::new(), y: 2.0, room: width - LEFT - 2.0 };
    let last = input.legs.len();
    let mut from = page.station(&input.now, &input.now_below, Kind::Now);
    for (at, leg) in input.legs.iter().enumerate() {
        page.leg(leg, words);
        let (kind, note) = if at + 1 == last { (Kind::Target, "") } else { (Kind::Step, words.step.as_str()) };
        let to = page.station(&leg.to, note, kind);
        page.line.push(Node::segment(from, to, Stroke::solid(Ink::LineStrong, 3.0)));
        from = to;
    }
    if !input.trials.is_empty() {
        page.trials(&input.trials, &words.trials, from);
    }
    let Page { words: said, line, stations, y, .. } = page;
    let nodes = vec![Node::group("line", line), Node::group("stations", stations), Node::group("words", said)];
    Scene { width, height: (y + 2.0).ceil(), nodes, title: words.title.clone(), alt: words.alt.clone() }
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Now,
    Step,
    Target,
}

/// A drawing that grows downwards.
struct Page {
    words: Vec<Node>,
    line: Vec<Node>,
    stations: Vec<Node>,
    y: f64,
    /// The width of the words.
    room: f64,
}

impl Page {
    /// Lines of words from this far right of the words' edge.
    fn say(&mut self, words: &str, by: f64, look: Look) {
        for words in text::lines(words, 1, self.room - by, look.size) {
            // The middle of the letters x stands in the middle of the line.
            let at = Point::new(LEFT + by, self.y + look.line / 2.0 + look.size * 0.36);
            let Look { size, weight, ink, .. } = look;
            self.words.push(Node::Text(Text { at, anchor: Anchor::Start, size, weight, ink, words }));
            self.y += look.line;
        }
    }

    /// A station with its name and a word below. Returns where it is.
    fn station(&mut self, name: &str, note: &str, kind: Kind) -> Point {
        let at = Point::new(LINE, self.y + NAME.line / 2.0);
        let (stroke, radius) = (Some(Stroke::solid(Ink::Ink, 2.0)), STATION);
        let fill = Some(if kind == Kind::Target { Ink::Ink } else { Ink::Paper });
        self.stations.push(Node::Circle { center: at, radius, fill, stroke });
        if kind == Kind::Now {
            self.stations.push(Node::Circle { center: at, radius: 2.5, fill: Some(Ink::Ink), stroke: None });
        }
        self.say(name, 0.0, NAME);
        self.say(note, 0.0, SOFT);
        at
    }

    /// What changes on the way to the next station.
    fn leg(&mut self, leg: &PathLeg, words: &PathWords) {
        self.y += AIR;
        let sides =
            [(&words.more, &leg.more), (&words.less, &leg.less)].map(|(name, facets)| (name, facets.join(", ")));
        let said: Vec<_> = sides.iter().filter(|(_, facets)| !facets.is_empty()).collect();
        if said.is_empty() {
            self.say(&words.same, 0.0, SOFT);
        }
        let column =
            [&words.more, &words.less].map(|name| text::width(name, SOFT.size)).into_iter().fold(0.0, f64::max);
        let beside = column + 10.0 < self.room / 3.0;
        for (name, facets) in said {
            let top = self.y;
            self.say(name, 0.0, SOFT);
            if beside {
                self.y = top;
            }
            self.say(facets, if beside { column + 10.0 } else { 12.0 }, WORDS);
        }
        self.y += AIR;
    }

    /// What can be tried before one takes the target.
    fn trials(&mut self, trials: &[String], title: &str, from: Point) {
        self.y += AIR;
        self.say(title, 0.0, SOFT);
        self.y += 2.0;
        let mut end = from;
        for trial in trials {
            end = Point::new(LINE, self.y + WORDS.line / 2.0);
            let (rect, stroke) = (Rect::around(end, 4.0), Some(Stroke::solid(Ink::Ink, 1.5)));
            self.stations.push(Node::Rect { rect, radius: 0.0, fill: Some(Ink::Paper), stroke });
            self.say(trial, 0.0, WORDS);
            self.y += 2.0;
        }
        self.line.push(Node::segment(from, end, Stroke::dashed(Ink::LineStrong, 2.0, 4.0, 4.0)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input() -> PathInput {
        let leg = |name: &str, more: &[&str], less: &[&str]| {
            let of = |names: &[&str]| names.iter().map(|it| (*it).to_owned()).collect();
            PathLeg { to: name.to_owned(), more: of(more), less: of(less) }
        };
        PathInput {
            now: "Your role now".to_owned(),
            now_below: "Team lead".to_owned(),
            legs: vec![
                leg("Project manager", &["risk mitigation"], &[]),
                leg("Head of the depot", &["culture", "vision"], &["process"]),
            ],
            trials: vec!["Run one meeting".to_owned(), "Stand in for a week".to_owned()],
            words: PathWords { more: "More:".to_owned(), less: "Less:".to_owned(), ..PathWords::default() },
        }
    }

    fn texts(scene: &Scene) -> Vec<Rect> {
        let Some(Node::Group { nodes, .. }) = scene.nodes.last() else { return Vec::new() };
        nodes.iter().filter_map(Node::extent).collect()
    }

    #[test]
    fn it_runs_downwards_and_no_words_lie_on_others() {
        for width in [220.0, 360.0, 640.0] {
            let scene = path(&input(), width);
            let rooms = texts(&scene);
            for (i, a) in rooms.iter().enumerate() {
                assert!(a.min.x >= 0.0 && a.max.x <= width && a.min.y >= 0.0 && a.max.y <= scene.height, "{a:?}");
                let apart = |b: &Rect| a.max.x <= b.min.x || b.max.x <= a.min.x || a.max.y <= b.min.y + 4.0;
                assert!(rooms[i + 1..].iter().all(apart), "{width}: {a:?}");
            }
        }
    }

    #[test]
    fn a_way_without_steps_changes_or_trials_is_two_stations() {
        let plain = PathInput {
            legs: vec![PathLeg { to: "B".to_owned(), ..PathLeg::default() }],
            trials: Vec::new(),
            ..input()
        };
        let count = |scene: &Scene, wanted: &str| {
            let of = |node: &Node| match node {
                Node::Group { name, nodes, .. } if *name == wanted => Some(nodes.len()),
                _ => None,
            };
            scene.nodes.iter().find_map(of).unwrap_or(0)
        };
        let drawn = path(&plain, 400.0);
        // The present role's station has a dot.
        assert_eq!((count(&drawn, "stations"), count(&drawn, "line")), (3, 1));
        let drawn = path(&input(), 400.0);
        assert_eq!((count(&drawn, "stations"), count(&drawn, "line")), (4 + 2, 2 + 1));
    }
}
