//! Where the names and numbers of the roles stand.
//!
//! # Rules
//! - A name stands beside its mark, on one line or on a few, where there is room for it. What has no room has a number instead, which
//!   the key below the map explains.
//! - A name or number never lies on a mark or on another one, and is never nearer to another mark than to its own.
//! - Where marks are so crowded that not even a number finds such a place, it stands further away, with a line to its mark; and so
//!   do the names of the present role and of the chosen one.
//! - Names keep off the outlines of the ellipses where there is another place. Of several lines, they stand straight beside their mark.
//! - The present role, the chosen one and those that may fit best are named before all others. Of the others, as many are
//!   named as leave the numbers their places beside their marks.

use super::MapRole;
use crate::chart::scene::{Anchor, FontWeight, Ink, Node, Point, Rect, Size, Stroke, Text};
use crate::chart::text;

/// How far a mark reaches, with a little air.
const MARK: f64 = 7.0;
const NAME: f64 = 13.0;
const NUMBER: f64 = 11.0;
/// The widest line of a name.
const WIDEST: f64 = 136.0;
const LINE: f64 = 16.0;
/// The most lines of a name.
const LINES: usize = 3;

/// What stands at a mark.
#[derive(Clone, Debug)]
pub(super) enum Label {
    /// Its name.
    Name(Placed),
    /// A number, to be looked up in the key.
    Number(Placed),
}

/// Words with their place.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    lines: Vec<Text>,
    room: Rect,
    /// Whether they stand so far away that there is a line to the mark.
    away: bool,
}

impl Label {
    /// The words, and the line to the mark where there is one.
    pub fn node(self, mark: Point) -> Node {
        let (Self::Name(placed) | Self::Number(placed)) = self;
        let mut nodes: Vec<Node> = Vec::new();
        if placed.away {
            let stroke = Stroke::solid(Ink::InkSoft, 0.75);
            nodes.push(Node::segment(nearest(placed.room, mark), mark, stroke));
        }
        nodes.extend(placed.lines.into_iter().map(Node::Text));
        Node::group("label", nodes)
    }

    pub const fn is_number(&self) -> bool {
        matches!(self, Self::Number(_))
    }

    const fn is_away(&self) -> bool {
        let (Self::Name(placed) | Self::Number(placed)) = self;
        placed.away
    }
}

/// The crowd in which names look for a place.
pub(super) struct Crowd<'a> {
    pub roles: &'a [MapRole],
    /// Where the marks are, in the same order.
    pub marks: &'a [Point],
    /// What else is not to be covered.
    pub others: &'a [Rect],
    /// Points of the outlines that names keep off if they can.
    pub lines: &'a [Point],
    pub frame: Rect,
}

impl Crowd<'_> {
    /// A label for each role, in their order.
    pub fn labels(&self) -> Vec<Label> {
        let mut order: Vec<usize> = (0..self.roles.len()).collect();
        order.sort_by_key(|at| {
            let role = &self.roles[*at];
            (!role.now, !role.chosen, !role.first)
        });
        let least = self.roles.iter().filter(|role| role.now || role.chosen || role.first).count();
        let tries = (least..=order.len()).rev().map(|named| self.with_names(&order, named));
        // The first of those with the fewest lines: the one with the most names.
        tries.min_by_key(|labels| labels.iter().filter(|label| label.is_away()).count()).unwrap_or_default()
    }

    /// The labels if only the first of this order may be named.
    fn with_names(&self, order: &[usize], named: usize) -> Vec<Label> {
        let mut taken: Vec<Rect> = self.marks.iter().map(|mark| Rect::around(*mark, MARK)).collect();
        taken.extend(self.others);
        let mut names: Vec<Option<Placed>> = vec![None; self.roles.len()];
        for at in order.iter().take(named) {
            names[*at] = self.name(*at, &taken).inspect(|placed| taken.push(placed.room));
        }
        let mut count = 0;
        let mut labels = Vec::with_capacity(names.len());
        for (at, name) in names.into_iter().enumerate() {
            labels.push(name.map_or_else(
                || {
                    count += 1;
                    let number = self.number(at, count, &taken);
                    taken.push(number.room);
                    Label::Number(number)
                },
                Label::Name,
            ));
        }
        labels
    }

    /// A name beside its mark: on one line if that fits, else on several.
    fn name(&self, at: usize, taken: &[Rect]) -> Option<Placed> {
        let role = &self.roles[at];
        let weight = if role.chosen || role.now { FontWeight::Semibold } else { FontWeight::Regular };
        let wraps = [text::lines(&role.name, 1, WIDEST, NAME), text::lines(&role.name, 2, WIDEST * 0.7, NAME)];
        let blocks = wraps.map(|lines| Block { lines, size: NAME, weight });
        let place = |block: &Block, clear: bool| {
            let sides = if block.lines.len() > 1 { &Side::ALL[..4] } else { &Side::ALL[..] };
            [MARK + 2.0, MARK + 5.0].into_iter().find_map(|gap| {
                let room = |side: &Side| side.room(self.marks[at], block.size(), gap);
                let is_free = |room: Rect| self.is_free(at, room, taken) && !(clear && self.is_crossed(room));
                let side = sides.iter().find(|side| is_free(room(side)))?;
                Some(block.clone().at(room(side), *side))
            })
        };
        let fits = |block: &&Block| role.chosen || role.now || block.lines.len() <= LINES;
        let beside = [true, false]
            .into_iter()
            .find_map(|clear| blocks.iter().filter(fits).find_map(|block| place(block, clear)));
        // The person looks for these two, so they have their names in any case.
        beside
            .or_else(|| blocks.iter().filter(|_| role.chosen || role.now).find_map(|block| self.away(at, block, taken)))
    }

    /// A number beside its mark, or where there is no room further away.
    fn number(&self, at: usize, number: usize, taken: &[Rect]) -> Placed {
        let block = Block { lines: vec![number.to_string()], size: NUMBER, weight: FontWeight::Regular };
        let (mark, size) = (self.marks[at], block.size());
        let beside = [MARK, MARK + 2.0, MARK + 4.0].into_iter().find_map(|gap| {
            let side = Side::ALL.into_iter().find(|side| self.is_free(at, side.room(mark, size, gap), taken))?;
            Some(block.clone().at(side.room(mark, size, gap), side))
        });
        beside.or_else(|| self.away(at, &block, taken)).unwrap_or_else(|| {
            let room = Side::Above.room(mark, size, MARK);
            Placed { away: true, ..block.at(room, Side::Above) }
        })
    }

    /// Words further away from their mark, with a line to it; `None` where there is no room at all.
    fn away(&self, at: usize, block: &Block, taken: &[Rect]) -> Option<Placed> {
        let reach = |step: u32| 12.0 + 4.0 * f64::from(step);
        let room = |step, side: Side| side.room(self.marks[at], block.size(), reach(step));
        let mut rooms = (0..60).flat_map(|step| Side::ALL.map(|side| room(step, side)));
        let free = |room: &Rect| self.is_inside(*room) && !taken.iter().any(|other| overlap(*other, *room));
        let room = rooms.find(free)?;
        Some(Placed { away: true, ..block.clone().at(room, Side::Above) })
    }

    /// Whether nothing is there, and no mark is nearer than its own.
    fn is_free(&self, at: usize, room: Rect, taken: &[Rect]) -> bool {
        let far = |mark: Point| distance(room, mark);
        let own = far(self.marks[at]);
        self.is_inside(room)
            && !taken.iter().enumerate().any(|(i, other)| i != at && overlap(*other, room))
            && self.marks.iter().enumerate().all(|(i, mark)| i == at || far(*mark) >= own)
    }

    fn is_crossed(&self, room: Rect) -> bool {
        self.lines.iter().any(|p| room.contains(*p))
    }

    fn is_inside(&self, room: Rect) -> bool {
        let Rect { min, max } = self.frame;
        room.min.x >= min.x + 3.0 && room.max.x <= max.x - 3.0 && room.min.y >= min.y + 2.0 && room.max.y <= max.y - 2.0
    }
}

/// Where a label stands beside its mark.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Right,
    Left,
    Above,
    Below,
    AboveRight,
    BelowRight,
    AboveLeft,
    BelowLeft,
    OverRight,
    OverLeft,
    UnderRight,
    UnderLeft,
}

impl Side {
    /// The best first.
    const ALL: [Self; 12] = [
        Self::Right,
        Self::Left,
        Self::Above,
        Self::Below,
        Self::OverRight,
        Self::UnderRight,
        Self::OverLeft,
        Self::UnderLeft,
        Self::AboveRight,
        Self::BelowRight,
        Self::AboveLeft,
        Self::BelowLeft,
    ];

    /// How far the middle of the label is from the mark, as a share of where both touch. y goes down.
    const fn share(self) -> (f64, f64) {
        match self {
            Self::Right => (1.0, 0.0),
            Self::Left => (-1.0, 0.0),
            Self::Above => (0.0, -1.0),
            Self::Below => (0.0, 1.0),
            Self::AboveRight => (1.0, -0.8),
            Self::BelowRight => (1.0, 0.8),
            Self::AboveLeft => (-1.0, -0.8),
            Self::BelowLeft => (-1.0, 0.8),
            Self::OverRight => (0.6, -1.0),
            Self::UnderRight => (0.6, 1.0),
            Self::OverLeft => (-0.6, -1.0),
            Self::UnderLeft => (-0.6, 1.0),
        }
    }

    /// The room of a label of this size beside a mark, this far from its middle.
    fn room(self, mark: Point, size: Size, gap: f64) -> Rect {
        let (Size { width, height }, (x, y)) = (size, self.share());
        // Above and below, the letters' own room has air already.
        let middle = mark.plus(x * (width / 2.0 + gap), y * (height / 2.0 + gap - 1.0));
        Rect::new(middle.x - width / 2.0, middle.y - height / 2.0, width, height)
    }

    const fn anchor(self) -> Anchor {
        match self {
            Self::Right | Self::AboveRight | Self::BelowRight => Anchor::Start,
            Self::Left | Self::AboveLeft | Self::BelowLeft => Anchor::End,
            _ => Anchor::Middle,
        }
    }
}

/// Lines of words before they have a place.
#[derive(Clone)]
struct Block {
    lines: Vec<String>,
    size: f64,
    weight: FontWeight,
}

impl Block {
    #[expect(clippy::cast_precision_loss, reason = "a few lines")]
    fn size(&self) -> Size {
        let lines = self.lines.len().max(1) as f64;
        let width = text::longest(&self.lines, self.size);
        Size { width, height: (lines - 1.0) * LINE + self.size * 1.21 }
    }

    #[expect(clippy::cast_precision_loss, reason = "a few lines")]
    fn at(self, room: Rect, side: Side) -> Placed {
        let anchor = side.anchor();
        let x = match anchor {
            Anchor::Start => room.min.x,
            Anchor::Middle => f64::midpoint(room.min.x, room.max.x),
            Anchor::End => room.max.x,
        };
        let (size, weight, ink) = (self.size, self.weight, Ink::Ink);
        let first = room.min.y + size * 0.97;
        let line = |(i, words): (usize, String)| {
            let at = Point::new(x, first + i as f64 * LINE);
            Text { at, anchor, size, weight, ink, words }
        };
        Placed { lines: self.lines.into_iter().enumerate().map(line).collect(), room, away: false }
    }
}

fn overlap(a: Rect, b: Rect) -> bool {
    a.min.x < b.max.x && b.min.x < a.max.x && a.min.y < b.max.y && b.min.y < a.max.y
}

/// The point of a rectangle that is nearest to another point.
fn nearest(room: Rect, p: Point) -> Point {
    Point::new(p.x.max(room.min.x).min(room.max.x), p.y.max(room.min.y).min(room.max.y))
}

fn distance(room: Rect, p: Point) -> f64 {
    let near = nearest(room, p);
    (near.x - p.x).hypot(near.y - p.y)
}
