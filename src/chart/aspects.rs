//! Small drawings of the four aspects, one for each side: what one does in it, without words.

use super::marks::{THICK, inks, score};
use super::scene::{Ink, Node, Point, Rect, Scene, Stroke};
use crate::instrument::{Aspect, Side};

/// The size of a drawing.
const WIDTH: f64 = 64.0;
const HEIGHT: f64 = 40.0;

/// The drawing of an aspect as one side does it. It stands beside words that say the same, so it has none of its own.
pub fn aspect(aspect: Aspect, side: Side) -> Scene {
    let pen = Pen { ink: inks(side).mark, side };
    let nodes = match (aspect, side) {
        (Aspect::Decisions, Side::Leadership) => pen.round_a_rule(),
        (Aspect::Decisions, Side::Management) => pen.by_the_figures(),
        (Aspect::Communication, Side::Leadership) => pen.towards_one_aim(),
        (Aspect::Communication, Side::Management) => pen.who_does_what(),
        (Aspect::Conflict, Side::Leadership) => pen.what_joins_two(),
        (Aspect::Conflict, Side::Management) => pen.who_decides(),
        (Aspect::Success, Side::Leadership) => pen.what_grew(),
        (Aspect::Success, Side::Management) => pen.within_the_limit(),
    };
    Scene { width: WIDTH, height: HEIGHT, nodes, title: String::new(), alt: String::new() }
}

/// Things around what is done.
const AROUND: Ink = Ink::LineStrong;

/// What the drawings of one side are drawn with.
#[derive(Clone, Copy)]
struct Pen {
    ink: Ink,
    side: Side,
}

const fn at(x: f64, y: f64) -> Point {
    Point::new(x, y)
}

fn path(ink: Ink, points: &[Point]) -> Node {
    Node::Line { points: points.to_vec(), closed: false, stroke: Stroke::round(ink, THICK) }
}

const fn dot(ink: Ink, center: Point, radius: f64) -> Node {
    Node::Circle { center, radius, fill: Some(ink), stroke: None }
}

const fn ring(ink: Ink, center: Point, radius: f64) -> Node {
    Node::Circle { center, radius, fill: None, stroke: Some(Stroke::solid(ink, THICK)) }
}

const fn block(ink: Ink, rect: Rect) -> Node {
    Node::Rect { rect, radius: 1.5, fill: Some(ink), stroke: None }
}

/// A bow between two points at one height, that hangs down by `deep`; up where it is below 0.
fn bow(from: Point, to: f64, deep: f64) -> Vec<Point> {
    let place = |step: u8| {
        let t = f64::from(step) / 16.0;
        at(from.x + (to - from.x) * t, from.y + deep * (std::f64::consts::PI * t).sin())
    };
    (0..=16).map(place).collect()
}

impl Pen {
    /// A way that leads over what stands in it.
    fn round_a_rule(self) -> Vec<Node> {
        let mut way = vec![at(6.0, 28.0)];
        way.extend(bow(at(16.0, 28.0), 48.0, -20.0));
        way.push(at(56.0, 28.0));
        vec![
            block(AROUND, Rect::new(30.0, 16.0, 4.0, 20.0)),
            path(self.ink, &way),
            path(self.ink, &[at(51.0, 23.0), at(57.0, 28.0), at(51.0, 33.0)]),
        ]
    }

    /// Figures, and the one that reaches the line.
    fn by_the_figures(self) -> Vec<Node> {
        let bar = |x: f64, high: f64, ink| block(ink, Rect::new(x, 36.0 - high, 9.0, high));
        vec![
            bar(11.0, 12.0, AROUND),
            bar(27.0, 18.0, AROUND),
            bar(43.0, 30.0, self.ink),
            Node::segment(at(5.0, 12.0), at(59.0, 12.0), Stroke::dashed(Ink::Ink, 1.0, 3.0, 3.0)),
        ]
    }

    /// People, and what all of it is for.
    fn towards_one_aim(self) -> Vec<Node> {
        let aim = at(48.0, 20.0);
        let people = [at(10.0, 7.0), at(10.0, 20.0), at(10.0, 33.0)];
        let lines = people.map(|from| path(self.ink, &[from, aim]));
        let mut nodes: Vec<Node> = lines.into_iter().chain(people.map(|p| dot(AROUND, p, 4.0))).collect();
        nodes.push(score(self.side, aim, 7.0, false));
        nodes
    }

    /// A line for each task: who, what, and by when.
    fn who_does_what(self) -> Vec<Node> {
        let row = |y: f64| {
            [
                dot(AROUND, at(9.0, y), 4.0),
                path(self.ink, &[at(19.0, y), at(43.0, y)]),
                block(self.ink, Rect::new(51.0, y - 4.0, 8.0, 8.0)),
            ]
        };
        [7.0, 20.0, 33.0].into_iter().flat_map(row).collect()
    }

    /// Two, and what lies beneath and joins them.
    fn what_joins_two(self) -> Vec<Node> {
        let (left, right, beneath) = (at(12.0, 10.0), at(52.0, 10.0), at(32.0, 31.0));
        vec![
            path(self.ink, &[at(17.0, 16.0), beneath, at(47.0, 16.0)]),
            ring(AROUND, left, 7.0),
            ring(AROUND, right, 7.0),
            score(self.side, beneath, 5.0, false),
        ]
    }

    /// Two, and the third whose place it is to decide.
    fn who_decides(self) -> Vec<Node> {
        let (top, left, right) = (at(32.0, 8.0), at(12.0, 30.0), at(52.0, 30.0));
        vec![
            path(self.ink, &[at(17.0, 24.0), top, at(47.0, 24.0)]),
            ring(AROUND, left, 7.0),
            ring(AROUND, right, 7.0),
            dot(self.ink, top, 5.5),
        ]
    }

    /// What came of one beginning.
    fn what_grew(self) -> Vec<Node> {
        let (root, fork) = (at(32.0, 37.0), at(32.0, 26.0));
        let ends = [at(12.0, 14.0), at(32.0, 8.0), at(52.0, 14.0)];
        let mut nodes = vec![path(AROUND, &[root, fork])];
        nodes.extend(ends.map(|end| path(self.ink, &[fork, end])));
        nodes.extend(ends.map(|end| score(self.side, end, 4.0, false)));
        nodes
    }

    /// What was used of what there was.
    fn within_the_limit(self) -> Vec<Node> {
        let bar = |y: f64, to: f64| block(self.ink, Rect::new(6.0, y, to - 6.0, 7.0));
        vec![bar(7.0, 40.0), bar(17.0, 48.0), bar(27.0, 34.0), path(AROUND, &[at(54.0, 3.0), at(54.0, 37.0)])]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_another_drawing_that_stays_in_its_place() {
        let all =
            Aspect::ALL.into_iter().flat_map(|it| [Side::Leadership, Side::Management].map(|side| aspect(it, side)));
        let all: Vec<Scene> = all.collect();
        for (i, scene) in all.iter().enumerate() {
            let extent = scene.nodes.iter().filter_map(Node::extent).reduce(Rect::union).unwrap();
            assert!(extent.min.x >= 0.0 && extent.max.x <= WIDTH, "{i}: {extent:?}");
            assert!(extent.min.y >= 0.0 && extent.max.y <= HEIGHT, "{i}: {extent:?}");
            assert!(all.iter().skip(i + 1).all(|other| other.nodes != scene.nodes));
        }
    }
}
