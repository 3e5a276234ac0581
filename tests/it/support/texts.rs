//! The texts that a window has painted, and whether each of them can be read: none lies over another, none is cut off.

use egui::epaint::{ClippedShape, TextShape};
use egui::{Rect, Shape};

use super::window::Window;

/// How far two letters may reach into each other: accents and tails of lines that stand close.
const TOUCH: f32 = 1.5;

/// A line of a text as it was painted.
#[derive(Clone, Debug)]
struct Line {
    /// What it says.
    words: String,
    /// What its letters cover.
    ink: Rect,
    /// Outside of this nothing of it is seen.
    clip: Rect,
    /// Which text it is a line of; lines of one text never lie over each other.
    text: usize,
    /// What was cut off at the end of the text for want of room.
    rest: String,
}

/// What stands on a window, from the back to the front.
enum Painted {
    Text(Line),
    /// Nothing behind it is seen.
    Ground(Rect),
}

/// The faults of the texts that are seen in the last frame, each as a sentence.
pub fn faults(window: &Window) -> Vec<String> {
    let painted = painted(window);
    let screen = window.ctx.content_rect();
    let mut faults = Vec::new();
    for (at, line) in lines_of(&painted) {
        if is_hidden(&painted[at + 1..], line) {
            continue;
        }
        // Every text of ours ends with a bracket: what goes without one is a person's own words.
        if line.rest.contains(']') {
            faults.push(format!("cut off: {}", line.words));
        }
        let seen = line.ink.intersect(line.clip).intersect(screen);
        if seen.is_positive() && seen.width() < line.ink.width() - TOUCH {
            faults.push(format!("cut at a side: {}", line.words));
        }
        for (above, other) in lines_of(&painted).filter(|(above, other)| *above > at && other.text != line.text) {
            let both = seen.intersect(other.ink).intersect(other.clip);
            let lies_over = both.width() > TOUCH && both.height() > TOUCH;
            let covered =
                || painted[at + 1..above].iter().any(|it| matches!(it, Painted::Ground(g) if g.contains_rect(both)));
            if lies_over && !covered() {
                faults.push(format!("{} lies over {}", other.words, line.words));
            }
        }
    }
    faults
}

/// Each line of text that was painted in the last frame, as far as it is not cut off.
pub fn lines(window: &Window) -> Vec<String> {
    lines_of(&painted(window)).map(|(_, line)| line.words.clone()).collect()
}

fn lines_of(painted: &[Painted]) -> impl Iterator<Item = (usize, &Line)> {
    painted.iter().enumerate().filter_map(|(at, it)| match it {
        Painted::Text(line) => Some((at, line)),
        Painted::Ground(_) => None,
    })
}

fn is_hidden(above: &[Painted], line: &Line) -> bool {
    let seen = line.ink.intersect(line.clip);
    !seen.is_positive() || above.iter().any(|it| matches!(it, Painted::Ground(ground) if ground.contains_rect(seen)))
}

fn painted(window: &Window) -> Vec<Painted> {
    let mut painted = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in &window.output().shapes {
        add(shape, *clip_rect, &mut painted);
    }
    painted
}

fn add(shape: &Shape, clip: Rect, painted: &mut Vec<Painted>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| add(shape, clip, painted)),
        Shape::Rect(rect) if rect.fill.is_opaque() => painted.push(Painted::Ground(rect.rect.intersect(clip))),
        Shape::Text(text) => add_text(text, clip, painted),
        _ => {}
    }
}

fn add_text(text: &TextShape, clip: Rect, painted: &mut Vec<Painted>) {
    assert!(text.angle.abs() < 1e-6, "a text that is turned");
    let number = painted.len();
    let shown = text.galley.rows.iter().map(|row| row.glyphs.len()).sum::<usize>();
    let rest = if text.galley.elided {
        text.galley.text().chars().skip(shown.saturating_sub(1)).collect()
    } else {
        String::new()
    };
    for row in &text.galley.rows {
        let words = row.glyphs.iter().map(|glyph| glyph.chr).collect::<String>();
        if words.trim().is_empty() {
            continue;
        }
        let ink = row.visuals.mesh_bounds.translate(row.pos.to_vec2() + text.pos.to_vec2());
        painted.push(Painted::Text(Line { words, ink, clip, text: number, rest: rest.clone() }));
    }
}
