//! How well roles fit: the small marks of *can* and *want*, and the map of all roles.
//!
//! # Rules
//! - A value is a place on a line, never a percentage. The words beside it say what it means.
//! - *Can* is drawn from 0.5 to 1 and *want* from 0 to 1: no role worth choosing has a lower *can*.
//! - On the map, up is more able and right is more willing. The quarter where somebody is able but not willing has its own
//!   background: such roles wear people out.
//! - Tracks are told apart by mark: a circle, a diamond, a triangle; the person's own roles are squares. They have no colour,
//!   since colour is for the two sides.

use std::sync::LazyLock;

use super::marks::THIN;
use super::scene::{Anchor, FontWeight, Ink, Node, Point, Rect, Scene, Size, Stroke, Text};
use super::text;
use crate::tally::{self, Counted};

/// What a small line shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// *Can*, from a half to 1.
    Can,
    /// *Want*, from 0 to 1.
    Want,
}

impl Measured {
    const fn range(self) -> (f64, f64) {
        match self {
            Self::Can => (0.5, 1.0),
            Self::Want => (0.0, 1.0),
        }
    }

    /// Where a value lies between the ends of its line, 0 to 1.
    pub fn place(self, value: f64) -> f64 {
        let (low, high) = self.range();
        ((value - low) / (high - low)).clamp(0.0, 1.0)
    }
}

/// A line of 48 by 16 points with a dot; without a value, only a dotted line. `before` is the value before a what-if, drawn as a
/// hollow dot.
pub fn fit_line(kind: Measured, value: Option<f64>, before: Option<f64>) -> Scene {
    tally::count(Counted::Scene);
    let (left, right, y) = (2.0, 46.0, 8.0);
    let strong = Stroke::solid(Ink::LineStrong, 1.0);
    let line = if value.is_some() { strong } else { Stroke::dotted(Ink::LineStrong, 1.0, 5.0) };
    let x = |value: f64| left + 4.0 + (right - left - 8.0) * kind.place(value);
    let mut nodes = vec![
        Node::segment(Point::new(left, y), Point::new(right, y), line),
        Node::segment(Point::new(left, y - 5.0), Point::new(left, y + 5.0), strong),
        Node::segment(Point::new(right, y - 5.0), Point::new(right, y + 5.0), strong),
    ];
    if let Some(before) = before.filter(|v| v.is_finite()) {
        let stroke = Some(Stroke::solid(Ink::InkSoft, 1.0));
        nodes.push(Node::Circle { center: Point::new(x(before), y), radius: 4.0, fill: Some(Ink::Paper), stroke });
    }
    if let Some(value) = value.filter(|v| v.is_finite()) {
        let center = Point::new(x(value), y);
        nodes.push(Node::Circle { center, radius: 4.0, fill: Some(Ink::Ink), stroke: None });
    }
    Scene { width: 48.0, height: 16.0, nodes, title: String::new(), alt: String::new() }
}

/// Five small steps, 43 by 16 points in all; the demand says how many are filled. `counts` is whether the facet has a weight at
/// all: if not, the steps are faint.
pub fn demand_steps(demand: u8, counts: bool) -> &'static Scene {
    static STEPS: LazyLock<[[Scene; 2]; 6]> =
        LazyLock::new(|| [0, 1, 2, 3, 4, 5].map(|demand| [false, true].map(|counts| draw_steps(demand, counts))));
    &STEPS[usize::from(demand.min(5))][usize::from(counts)]
}

fn draw_steps(demand: u8, counts: bool) -> Scene {
    let (width, gap) = (7.0, 2.0);
    let fill = if counts { Ink::Ink } else { Ink::LineStrong };
    let step = |at: u8| {
        let rect = Rect::new(f64::from(at) * (width + gap) + 0.5, 4.5, width - 1.0, 7.0);
        let (fill, stroke) = if at < demand { (Some(fill), fill) } else { (None, Ink::LineStrong) };
        Node::Rect { rect, radius: 1.0, fill, stroke: Some(Stroke::solid(stroke, 1.0)) }
    };
    let nodes = (0..5).map(step).collect();
    Scene { width: 5.0 * (width + gap) - gap, height: 16.0, nodes, title: String::new(), alt: String::new() }
}

/// Hours as a bar in a drawing of 120 by 16 points, in which the longest bar stands for `most`. The person's own hours are a dot.
pub fn hours_line(hours: f64, mine: Option<f64>, most: f64) -> Scene {
    let (left, width, y) = (5.0, 110.0, 8.0);
    let x = |hours: f64| left + width * (hours / most.max(1.0)).clamp(0.0, 1.0);
    let strong = Stroke::solid(Ink::LineStrong, 1.0);
    let bar = Rect { min: Point::new(left, y - 4.0), max: Point::new(x(hours), y + 4.0) };
    let mut nodes = vec![
        Node::segment(Point::new(left, y - 6.0), Point::new(left, y + 6.0), strong),
        Node::Rect { rect: bar, radius: 0.0, fill: Some(Ink::Line), stroke: None },
    ];
    if let Some(mine) = mine.filter(|v| v.is_finite()) {
        nodes.push(Node::segment(Point::new(left, y), Point::new(x(mine), y), strong));
        nodes.push(Node::Circle { center: Point::new(x(mine), y), radius: 4.0, fill: Some(Ink::Ink), stroke: None });
    }
    Scene { width: 120.0, height: 16.0, nodes, title: String::new(), alt: String::new() }
}

/// The mark of a role on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapMark {
    /// Management.
    Circle,
    /// Leadership without reports.
    Diamond,
    /// Hybrid.
    Triangle,
    /// The person's own.
    Square,
}

/// A role on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapRole {
    /// Its name.
    pub name: String,
    /// 0 to 1.
    pub can: f64,
    /// 0 to 1.
    pub want: f64,
    /// Its mark.
    pub mark: MapMark,
    /// Whether it is the chosen role.
    pub chosen: bool,
    /// Whether its name may stand on the map where there is room. Other names are shown when the pointer is on the mark.
    pub named: bool,
}

/// The words of the map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MapWords {
    /// Its name.
    pub title: String,
    /// What it shows, in full sentences.
    pub alt: String,
    /// The ends of the vertical axis: less able, more able.
    pub can: [String; 2],
    /// The ends of the horizontal axis: less willing, more willing.
    pub want: [String; 2],
    /// The name of the quarter that wears people out.
    pub drain: String,
}

/// A drawn map.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// The drawing.
    pub scene: Scene,
    /// Where each role is.
    pub places: Vec<Point>,
}

impl Map {
    /// The role at a point of the drawing: the nearest one within reach.
    pub fn role_at(&self, p: Point) -> Option<usize> {
        let far = |place: &Point| (place.x - p.x).hypot(place.y - p.y);
        let near = self.places.iter().enumerate().min_by(|(_, a), (_, b)| far(a).total_cmp(&far(b)));
        near.filter(|(_, place)| far(place) <= 16.0).map(|(i, _)| i)
    }
}

const SIZE: f64 = 13.0;
/// The space for the words at the axes.
const FOOT: f64 = 28.0;

/// Draws the map in this size.
pub fn map(roles: &[MapRole], words: &MapWords, size: Size) -> Map {
    let Size { width, height } = size;
    tally::count(Counted::Scene);
    let frame = Rect::new(0.5, FOOT, width - 1.0, height - 2.0 * FOOT);
    let inner = Rect::new(frame.min.x + 16.0, frame.min.y + 16.0, frame.width() - 32.0, frame.height() - 32.0);
    let at = |can: f64, want: f64| {
        let (x, y) = (Measured::Want.place(want), Measured::Can.place(can));
        Point::new(inner.min.x + inner.width() * x, inner.max.y - inner.height() * y)
    };
    let places: Vec<Point> = roles.iter().map(|role| at(role.can, role.want)).collect();
    let mut nodes = vec![Node::group("ground", ground(frame, words))];
    nodes.push(Node::group("words", axes(frame, words)));
    let mut taken: Vec<Rect> = places.iter().map(|p| Rect::around(*p, 7.0)).collect();
    let mut names = Vec::new();
    let order = |chosen: bool| roles.iter().zip(&places).filter(move |(role, _)| role.chosen == chosen && role.named);
    for (role, place) in order(true).chain(order(false)) {
        names.extend(name(role, *place, frame, &mut taken));
    }
    nodes.push(Node::group("names", names));
    nodes.push(Node::group("roles", roles.iter().zip(&places).map(|(role, place)| mark(role, *place)).collect()));
    let (title, alt) = (words.title.clone(), words.alt.clone());
    Map { scene: Scene { width, height, nodes, title, alt }, places }
}

fn ground(frame: Rect, words: &MapWords) -> Vec<Node> {
    let middle = Point::new(f64::midpoint(frame.min.x, frame.max.x), f64::midpoint(frame.min.y, frame.max.y));
    let hair = Stroke::solid(Ink::Line, 1.0);
    let quarter = Rect { min: frame.min, max: middle };
    let words_at = Point::new(frame.min.x + 12.0, frame.min.y + 20.0);
    let mut nodes = vec![
        Node::Rect { rect: frame, radius: 0.0, fill: Some(Ink::Sheet), stroke: None },
        Node::Rect { rect: quarter, radius: 0.0, fill: Some(Ink::Rail), stroke: None },
        Node::segment(Point::new(middle.x, frame.min.y), Point::new(middle.x, frame.max.y), hair),
        Node::segment(Point::new(frame.min.x, middle.y), Point::new(frame.max.x, middle.y), hair),
        Node::Rect { rect: frame, radius: 0.0, fill: None, stroke: Some(hair) },
    ];
    let mut y = words_at.y;
    for line in text::lines(&words.drain, 1, quarter.width() - 24.0, SIZE) {
        nodes.push(soft(&line, Point::new(words_at.x, y), Anchor::Start));
        y += 18.0;
    }
    nodes
}

fn axes(frame: Rect, words: &MapWords) -> Vec<Node> {
    let (above, below) = (frame.min.y - 10.0, frame.max.y + 19.0);
    vec![
        soft(&words.can[1], Point::new(frame.min.x, above), Anchor::Start),
        soft(&words.want[0], Point::new(frame.min.x, below), Anchor::Start),
        soft(&words.want[1], Point::new(frame.max.x, below), Anchor::End),
        soft(&words.can[0], Point::new(f64::midpoint(frame.min.x, frame.max.x), below), Anchor::Middle),
    ]
}

fn soft(words: &str, at: Point, anchor: Anchor) -> Node {
    let (weight, ink) = (FontWeight::Regular, Ink::InkSoft);
    Node::Text(Text { at, anchor, size: SIZE, weight, ink, words: words.to_owned() })
}

/// The name of a role, at a free place beside its mark; nothing where there is no room.
fn name(role: &MapRole, place: Point, frame: Rect, taken: &mut Vec<Rect>) -> Option<Node> {
    let weight = if role.chosen { FontWeight::Semibold } else { FontWeight::Regular };
    let sides = [
        (12.0, 4.5, Anchor::Start),
        (-12.0, 4.5, Anchor::End),
        (0.0, -12.0, Anchor::Middle),
        (0.0, 22.0, Anchor::Middle),
        (0.0, 27.0, Anchor::Middle),
        (12.0, -12.0, Anchor::Start),
        (-12.0, -12.0, Anchor::End),
        (12.0, 22.0, Anchor::Start),
        (-12.0, 22.0, Anchor::End),
        (0.0, -28.0, Anchor::Middle),
        (0.0, 38.0, Anchor::Middle),
    ];
    sides.into_iter().find_map(|(dx, dy, anchor)| {
        let at = place.plus(dx, dy);
        let mut words = Text { at, anchor, size: SIZE, weight, ink: Ink::Ink, words: role.name.clone() };
        let mut room = words.extent();
        if anchor == Anchor::Middle {
            // Above or below, it may stand to one side.
            let off = (frame.min.x + 4.0 - room.min.x).max(0.0) - (room.max.x + 4.0 - frame.max.x).max(0.0);
            words.at = words.at.plus(off, 0.0);
            room = words.extent();
        }
        let inside = room.min.x >= frame.min.x + 2.0 && room.max.x <= frame.max.x - 2.0;
        let inside = inside && room.min.y >= frame.min.y + 2.0 && room.max.y <= frame.max.y - 2.0;
        let own = Rect::around(place, 7.0);
        if !inside || taken.iter().any(|other| *other != own && overlap(*other, room)) {
            return None;
        }
        taken.push(room);
        Some(Node::Text(words))
    })
}

fn overlap(a: Rect, b: Rect) -> bool {
    a.min.x < b.max.x && b.min.x < a.max.x && a.min.y < b.max.y && b.min.y < a.max.y
}

fn mark(role: &MapRole, at: Point) -> Node {
    let (fill, stroke) = (Some(if role.chosen { Ink::Ink } else { Ink::Paper }), Some(Stroke::round(Ink::Ink, THIN)));
    match role.mark {
        MapMark::Circle => Node::Circle { center: at, radius: 4.5, fill, stroke },
        MapMark::Diamond => polygon(at, &[(0.0, -6.0), (6.0, 0.0), (0.0, 6.0), (-6.0, 0.0)], fill, stroke),
        MapMark::Triangle => polygon(at, &[(0.0, -6.0), (5.6, 4.0), (-5.6, 4.0)], fill, stroke),
        MapMark::Square => Node::Rect { rect: Rect::around(at, 4.5), radius: 0.0, fill, stroke },
    }
}

fn polygon(at: Point, corners: &[(f64, f64)], fill: Option<Ink>, stroke: Option<Stroke>) -> Node {
    Node::Polygon { points: corners.iter().map(|(x, y)| at.plus(*x, *y)).collect(), fill, stroke }
}

/// A mark alone, 16 by 16 points, for a legend.
pub fn map_mark(kind: MapMark) -> &'static Scene {
    static MARKS: LazyLock<[Scene; 4]> =
        LazyLock::new(|| [MapMark::Circle, MapMark::Diamond, MapMark::Triangle, MapMark::Square].map(draw_mark));
    &MARKS[kind as usize]
}

fn draw_mark(kind: MapMark) -> Scene {
    let role = MapRole { name: String::new(), can: 0.0, want: 0.0, mark: kind, chosen: false, named: false };
    let nodes = vec![mark(&role, Point::new(8.0, 8.0))];
    Scene { width: 16.0, height: 16.0, nodes, title: String::new(), alt: String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(name: &str, can: f64, want: f64) -> MapRole {
        MapRole { name: name.to_owned(), can, want, mark: MapMark::Circle, chosen: false, named: true }
    }

    #[test]
    fn up_is_more_able_and_right_is_more_willing() {
        let roles = [role("A", 0.9, 0.8), role("B", 0.6, 0.2), role("C", 0.2, 0.5)];
        let drawn = map(&roles, &MapWords::default(), Size { width: 480.0, height: 400.0 });
        let [a, b, c] = [drawn.places[0], drawn.places[1], drawn.places[2]];
        assert!(a.y < b.y && a.x > b.x);
        assert!(c.y >= b.y, "what is below the scale stands at its end");
        assert_eq!(drawn.role_at(a.plus(3.0, 3.0)), Some(0));
        assert_eq!(drawn.role_at(Point::new(0.0, 0.0)), None);
    }

    #[test]
    fn names_never_lie_on_each_other_or_outside() {
        let roles: Vec<MapRole> = (0..20)
            .map(|i| role("Operations manager", 0.8 + f64::from(i) * 0.005, 0.5 + f64::from(i % 4) * 0.1))
            .collect();
        let drawn = map(&roles, &MapWords::default(), Size { width: 560.0, height: 400.0 });
        let Some(Node::Group { nodes, .. }) =
            drawn.scene.nodes.iter().find(|n| matches!(n, Node::Group { name: "names", .. }))
        else {
            panic!("no names")
        };
        let rooms: Vec<Rect> = nodes.iter().filter_map(Node::extent).collect();
        assert!(rooms.len() > 2);
        for (i, a) in rooms.iter().enumerate() {
            assert!(a.min.x >= 0.0 && a.max.x <= 560.0);
            assert!(rooms[i + 1..].iter().all(|b| !overlap(*a, *b)));
        }
    }

    #[test]
    fn steps_are_as_many_as_are_asked() {
        let filled = |demand| {
            let nodes = &demand_steps(demand, true).nodes;
            nodes.iter().filter(|n| matches!(n, Node::Rect { fill: Some(_), .. })).count()
        };
        assert_eq!([0, 1, 4, 5].map(filled), [0, 1, 4, 5]);
    }

    #[test]
    fn hours_beyond_the_longest_end_with_it() {
        let dot = |mine| {
            let nodes = hours_line(4.0, mine, 12.0).nodes;
            nodes.iter().find_map(|n| match n {
                Node::Circle { center, .. } => Some(center.x),
                _ => None,
            })
        };
        assert_eq!(dot(None), None);
        assert!(dot(Some(2.0)) < dot(Some(12.0)));
        assert_eq!(dot(Some(12.0)), dot(Some(40.0)));
    }

    #[test]
    fn a_line_without_a_value_has_no_dot() {
        let dots = |scene: &Scene| scene.nodes.iter().filter(|n| matches!(n, Node::Circle { .. })).count();
        assert_eq!(dots(&fit_line(Measured::Can, None, None)), 0);
        assert_eq!(dots(&fit_line(Measured::Want, Some(0.4), Some(0.3))), 2);
        assert!((Measured::Can.place(0.75) - 0.5).abs() < 1e-9);
    }
}
