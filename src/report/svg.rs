//! A drawing as SVG: one file that needs no others, in which text stays text.

use std::fmt::Write as _;

use crate::chart::scene::{Anchor, Cap, FontWeight, Node, Point, Scene, Stroke, Text};
use crate::fonts;
use crate::palette::{Ink, Palette};
use crate::theirs::BOX;

/// The drawing as SVG. Its background has the colour of the paper, since plates under numbers and hollow marks have that colour
/// too. The font is named, with the font that it was made from as the second choice; it is not embedded.
pub fn to_svg(scene: &Scene, palette: &Palette) -> String {
    written(scene, palette, true)
}

/// The drawing as SVG without a background, for a page that has one.
pub(super) fn to_svg_on_page(scene: &Scene, palette: &Palette) -> String {
    written(scene, palette, false)
}

fn written(scene: &Scene, palette: &Palette, ground: bool) -> String {
    let mut out = Svg { text: String::with_capacity(16 * 1024), palette };
    let (width, height) = (num(scene.width), num(scene.height));
    out.put(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"'{}', Inter, sans-serif\" fill=\"none\" \
         stroke-linejoin=\"round\" role=\"img\">\n",
        fonts::FAMILY
    ));
    for (tag, words) in [("title", &scene.title), ("desc", &scene.alt)] {
        if !words.is_empty() {
            out.put(format_args!("<{tag}>{}</{tag}>\n", escape(words)));
        }
    }
    if ground {
        out.put(format_args!("<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n", palette.get(Ink::Paper)));
    }
    for node in &scene.nodes {
        out.node(node);
    }
    out.text.push_str("</svg>\n");
    out.text
}

/// A number with two decimals at most; a number that is not finite becomes 0.
fn num(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    if rounded.is_finite() && rounded != 0.0 { rounded.to_string() } else { "0".to_owned() }
}

/// Text for XML. Characters that XML cannot hold are replaced by a box.
fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push(BOX),
            c => out.push(c),
        }
    }
    out
}

struct Svg<'a> {
    text: String,
    palette: &'a Palette,
}

impl Svg<'_> {
    fn put(&mut self, words: std::fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        self.text.write_fmt(words).unwrap_or_default();
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Fan { center, rim, fill } => {
                self.put(format_args!("<polygon points=\"{},{} ", num(center.x), num(center.y)));
                self.points(rim);
                self.end(Some(*fill), None);
            }
            Node::Polygon { points, fill, stroke } => {
                self.text.push_str("<polygon points=\"");
                self.points(points);
                self.end(*fill, stroke.as_ref());
            }
            Node::Line { points, closed, stroke } => {
                match points.as_slice() {
                    [a, b] if !closed => {
                        let [x1, y1, x2, y2] = [a.x, a.y, b.x, b.y].map(num);
                        self.put(format_args!("<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\""));
                    }
                    all => {
                        self.put(format_args!("<{} points=\"", if *closed { "polygon" } else { "polyline" }));
                        self.points(all);
                    }
                }
                self.end(None, Some(stroke));
            }
            Node::Circle { center, radius, fill, stroke } => {
                let [x, y, r] = [center.x, center.y, *radius].map(num);
                self.put(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\""));
                self.end(*fill, stroke.as_ref());
            }
            Node::Rect { rect, radius, fill, stroke } => {
                let [x, y, w, h] = [rect.min.x, rect.min.y, rect.width(), rect.height()].map(num);
                self.put(format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\""));
                if *radius > 0.0 {
                    self.put(format_args!(" rx=\"{}\"", num(*radius)));
                }
                self.end(*fill, stroke.as_ref());
            }
            Node::Text(text) => self.words(text),
            Node::Group { name, at, nodes } => {
                self.put(format_args!("<g class=\"{name}\""));
                if at.x != 0.0 || at.y != 0.0 {
                    self.put(format_args!(" transform=\"translate({} {})\"", num(at.x), num(at.y)));
                }
                self.text.push_str(">\n");
                for node in nodes {
                    self.node(node);
                }
                self.text.push_str("</g>\n");
            }
        }
    }

    fn words(&mut self, text: &Text) {
        let [x, y, size] = [text.at.x, text.at.y, text.size].map(num);
        self.put(format_args!("<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\""));
        self.text.push_str(match text.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        });
        if text.weight == FontWeight::Semibold {
            self.text.push_str(" font-weight=\"600\"");
        }
        let (fill, words) = (self.palette.get(text.ink), escape(&text.words));
        self.put(format_args!(" fill=\"{fill}\">{words}</text>\n"));
    }

    /// A list of points, and the quote behind it.
    fn points(&mut self, all: &[Point]) {
        for (i, p) in all.iter().enumerate() {
            let space = if i == 0 { "" } else { " " };
            self.put(format_args!("{space}{},{}", num(p.x), num(p.y)));
        }
        self.text.push('"');
    }

    /// The colours of a shape, and its end.
    fn end(&mut self, fill: Option<Ink>, stroke: Option<&Stroke>) {
        if let Some(ink) = fill {
            self.put(format_args!(" fill=\"{}\"", self.palette.get(ink)));
        }
        if let Some(stroke) = stroke {
            self.put(format_args!(" stroke=\"{}\"", self.palette.get(stroke.ink)));
            self.put(format_args!(" stroke-width=\"{}\"", num(stroke.width)));
            if let Some((dash, gap)) = stroke.dash {
                self.put(format_args!(" stroke-dasharray=\"{} {}\"", num(dash), num(gap)));
            }
            if stroke.cap == Cap::Round {
                self.text.push_str(" stroke-linecap=\"round\"");
            }
        }
        self.text.push_str("/>\n");
    }
}
