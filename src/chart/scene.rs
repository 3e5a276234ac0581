//! A drawing as plain data, the same for every output: the window paints it, files and print write it.
//!
//! Lengths are in points (one point is one CSS pixel on screen, 1/96 inch on paper); x goes to the right, y down. Colours are named
//! by their role, and each output has its own values for them. Text is placed by its anchor and its baseline and is never
//! measured: code that needs its size uses the estimate of [`super::text`].

use super::text;
pub use crate::palette::Ink;

/// How far letters reach above the baseline and below it, as a share of the size.
const REACH: (f64, f64) = (0.97, 0.24);

/// How large something is, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// To the right.
    pub width: f64,
    /// Down.
    pub height: f64,
}

/// A place, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl Point {
    /// A place.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// This place, moved.
    #[must_use]
    pub const fn plus(self, x: f64, y: f64) -> Self {
        Self { x: self.x + x, y: self.y + y }
    }
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// The corner at the top left.
    pub min: Point,
    /// The corner at the bottom right.
    pub max: Point,
}

impl Rect {
    /// From the corner at the top left, and a size.
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { min: Point::new(x, y), max: Point::new(x + width, y + height) }
    }

    /// The square around a place that reaches this far to each side.
    pub const fn around(center: Point, reach: f64) -> Self {
        Self { min: center.plus(-reach, -reach), max: center.plus(reach, reach) }
    }

    /// Its width.
    pub const fn width(self) -> f64 {
        self.max.x - self.min.x
    }

    /// Its height.
    pub const fn height(self) -> f64 {
        self.max.y - self.min.y
    }

    /// Whether a place lies in it.
    pub fn contains(self, p: Point) -> bool {
        p.x >= self.min.x && p.x <= self.max.x && p.y >= self.min.y && p.y <= self.max.y
    }

    /// The smallest rectangle that contains both.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self {
            min: Point::new(self.min.x.min(other.min.x), self.min.y.min(other.min.y)),
            max: Point::new(self.max.x.max(other.max.x), self.max.y.max(other.max.y)),
        }
    }
}

/// The shape of the ends of a stroke, and of its dashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cap {
    /// Cut off.
    Butt,
    /// Round, half a width further out.
    Round,
}

/// The look of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub ink: Ink,
    /// Its width, in points.
    pub width: f64,
    /// Length of a dash and of the gap after it, in points; `None` is a solid line.
    pub dash: Option<(f64, f64)>,
    /// Its ends.
    pub cap: Cap,
}

impl Stroke {
    /// A solid line with cut ends.
    pub const fn solid(ink: Ink, width: f64) -> Self {
        Self { ink, width, dash: None, cap: Cap::Butt }
    }

    /// A solid line with round ends.
    pub const fn round(ink: Ink, width: f64) -> Self {
        Self { ink, width, dash: None, cap: Cap::Round }
    }

    /// A dashed line.
    pub const fn dashed(ink: Ink, width: f64, dash: f64, gap: f64) -> Self {
        Self { ink, width, dash: Some((dash, gap)), cap: Cap::Butt }
    }

    /// A dotted line, each dot a little longer than wide. It stands for what is missing, or was earlier.
    pub const fn dotted(ink: Ink, width: f64, gap: f64) -> Self {
        Self { ink, width, dash: Some((1.0, gap)), cap: Cap::Round }
    }
}

/// Which side of its place a text stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

/// The weight of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FontWeight {
    /// 400.
    Regular,
    /// 600.
    Semibold,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Where it stands: x by the anchor, y is the baseline.
    pub at: Point,
    /// Which side of x.
    pub anchor: Anchor,
    /// Size of the font, in points.
    pub size: f64,
    /// Regular or semibold.
    pub weight: FontWeight,
    /// Its colour.
    pub ink: Ink,
    /// The words.
    pub words: String,
}

/// A shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// The area between a centre and a rim. It is star-shaped and usually not convex, so an output that can fill convex
    /// shapes only fills it triangle by triangle: centre, one point of the rim, the next.
    Fan {
        /// Every triangle's first corner.
        center: Point,
        /// Two points or more.
        rim: Vec<Point>,
        /// Its colour.
        fill: Ink,
    },
    /// A closed convex shape.
    Polygon {
        /// Three corners or more.
        points: Vec<Point>,
        /// Its colour, where it has one.
        fill: Option<Ink>,
        /// Its outline, where it has one.
        stroke: Option<Stroke>,
    },
    /// A line through two points or more.
    Line {
        /// The points.
        points: Vec<Point>,
        /// Whether it closes back to its first point.
        closed: bool,
        /// Its look.
        stroke: Stroke,
    },
    /// A circle.
    Circle {
        /// Its centre.
        center: Point,
        /// Its radius, in points.
        radius: f64,
        /// Its colour, where it has one.
        fill: Option<Ink>,
        /// Its outline, where it has one.
        stroke: Option<Stroke>,
    },
    /// A rectangle.
    Rect {
        /// Where.
        rect: Rect,
        /// The radius of its corners, in points.
        radius: f64,
        /// Its colour, where it has one.
        fill: Option<Ink>,
        /// Its outline, where it has one.
        stroke: Option<Stroke>,
    },
    /// A line of text.
    Text(Text),
    /// Shapes that belong together.
    Group {
        /// The name of the group, for readers of the SVG and for tests.
        name: &'static str,
        /// How far they are moved.
        at: Point,
        /// The shapes, back to front.
        nodes: Vec<Node>,
    },
}

impl Node {
    /// A straight line.
    pub fn segment(from: Point, to: Point, stroke: Stroke) -> Self {
        Self::Line { points: vec![from, to], closed: false, stroke }
    }

    /// A group of shapes that is not moved.
    pub const fn group(name: &'static str, nodes: Vec<Self>) -> Self {
        Self::Group { name, at: Point::new(0.0, 0.0), nodes }
    }

    /// The rectangle that it takes up, strokes and the estimated width of text included; `None` for an empty group.
    pub fn extent(&self) -> Option<Rect> {
        let half = |stroke: &Option<Stroke>| stroke.map_or(0.0, |s| s.width / 2.0);
        let around = |points: &[Point], reach: f64| points.iter().map(|p| Rect::around(*p, reach)).reduce(Rect::union);
        match self {
            Self::Fan { center, rim, .. } => around(rim, 0.0).map(|r| r.union(Rect::around(*center, 0.0))),
            Self::Polygon { points, stroke, .. } => around(points, half(stroke)),
            Self::Line { points, stroke, .. } => match points.as_slice() {
                // A stroke with cut ends does not reach beyond its last point.
                [a, b] if stroke.cap == Cap::Butt => {
                    let (dx, dy) = (b.x - a.x, b.y - a.y);
                    let reach = stroke.width / 2.0 / dx.hypot(dy).max(f64::MIN_POSITIVE);
                    let (x, y) = (dy.abs() * reach, dx.abs() * reach);
                    around(&[a.plus(-x, -y), a.plus(x, y), b.plus(-x, -y), b.plus(x, y)], 0.0)
                }
                all => around(all, stroke.width / 2.0),
            },
            Self::Circle { center, radius, stroke, .. } => Some(Rect::around(*center, radius + half(stroke))),
            Self::Rect { rect, stroke, .. } => around(&[rect.min, rect.max], half(stroke)),
            Self::Text(text) => Some(text.extent()),
            Self::Group { at, nodes, .. } => {
                let all = nodes.iter().filter_map(Self::extent).reduce(Rect::union)?;
                Some(Rect { min: all.min.plus(at.x, at.y), max: all.max.plus(at.x, at.y) })
            }
        }
    }
}

impl Text {
    /// The rectangle that it takes up, by the estimate of [`super::text`].
    pub fn extent(&self) -> Rect {
        let width = text::width(&self.words, self.size);
        let x = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - width / 2.0,
            Anchor::End => self.at.x - width,
        };
        Rect {
            min: Point::new(x, self.at.y - REACH.0 * self.size),
            max: Point::new(x + width, self.at.y + REACH.1 * self.size),
        }
    }
}

/// A drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Its width, in points.
    pub width: f64,
    /// Its height, in points.
    pub height: f64,
    /// What is in it, back to front.
    pub nodes: Vec<Node>,
    /// Its name, in a few words.
    pub title: String,
    /// What it shows, in full sentences, for those who cannot see it.
    pub alt: String,
}
