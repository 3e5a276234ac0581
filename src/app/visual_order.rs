//! Words from right to left stand in the order in which they are read.
//!
//! egui shapes each word of Arabic or Hebrew from right to left, but puts the words of a line one after the other from left to right.
//! Here each line is brought into its visual order (Unicode Standard Annex 9) after everything was laid out and before it is painted.
//!
//! # Rules
//! - Only what is painted changes. Lines break in the logical order, and files, PDF, clipboard and screen readers have it too.
//! - A text that has letters from right to left and none from left to right is read from right to left. Any other text is one of ours
//!   with somebody's words in it, and is read from left to right; the words in it are still in their own order, from their first letter
//!   to their last one, and a date beside them is no part of them. Texts begin at the left edge in both cases.
//! - Brackets face the other way where they stand among letters from right to left.
//! - A text field that has the focus stays as egui shows it, since its cursor goes by that order.
//! - Digits that are written without a space after an Arabic letter are shaped with it, and stand in its order.

use std::sync::Arc;

use egui::epaint::text::{Galley, Glyph, Row};
use egui::{Context, FullOutput, Plugin, Rect, Shape};
use unicode_bidi::{BidiClass, Level, ParagraphBidiInfo, bidi_class};

/// Installs these rules in a window.
pub fn install(ctx: &Context) {
    ctx.add_plugin(VisualOrder);
}

/// Puts lines into visual order before they are painted.
#[derive(Debug)]
struct VisualOrder;

impl Plugin for VisualOrder {
    fn debug_name(&self) -> &'static str {
        "visual order"
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        let edited = ctx.memory(egui::Memory::focused).filter(|_| ctx.text_edit_focused());
        let edited = edited.and_then(|id| ctx.read_response(id)).map(|response| response.rect);
        for clipped in &mut output.shapes {
            put_in_order(&mut clipped.shape, edited);
        }
    }
}

fn put_in_order(shape: &mut Shape, edited: Option<Rect>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter_mut().for_each(|shape| put_in_order(shape, edited)),
        Shape::Text(text) if turns(text.galley.text()) && !edited.is_some_and(|field| field.contains(text.pos)) => {
            reorder(Arc::make_mut(&mut text.galley));
        }
        _ => {}
    }
}

/// Whether a text has letters from right to left.
fn turns(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(is_from_right)
}

fn is_from_right(c: char) -> bool {
    matches!(bidi_class(c), BidiClass::R | BidiClass::AL)
}

/// The direction of a whole text.
fn direction(text: &str) -> Level {
    let from_left = text.chars().any(|c| bidi_class(c) == BidiClass::L);
    if from_left { Level::ltr() } else { Level::rtl() }
}

fn reorder(galley: &mut Galley) {
    let (direction, pixel) = (direction(galley.text()), 1.0 / galley.pixels_per_point);
    for placed in &mut galley.rows {
        let moves = moves(&placed.row.glyphs, direction);
        if moves.iter().any(|one| one.by.abs() > 0.0 || one.mirrored) {
            apply(Arc::make_mut(&mut placed.row), &moves, pixel);
        }
    }
}

/// What becomes of a glyph.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Move {
    /// How far to the right, in points.
    by: f32,
    /// Whether it faces the other way.
    mirrored: bool,
}

/// Glyphs that stay together: a word from right to left, which was shaped as a whole, or any other single one.
struct Piece {
    /// What it is for the order of the line.
    stands_for: char,
    /// How many glyphs it has.
    glyphs: usize,
    width: f32,
}

impl Piece {
    /// Something that only steers.
    const fn mark(stands_for: char) -> Self {
        Self { stands_for, glyphs: 0, width: 0.0 }
    }
}

fn pieces(glyphs: &[Glyph]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut in_word = false;
    for glyph in glyphs {
        let class = bidi_class(glyph.chr);
        let from_right = matches!(class, BidiClass::R | BidiClass::AL);
        // A mark is a part of its letter, and so are the empty glyphs for letters that another glyph shows.
        let joins = in_word && (from_right || class == BidiClass::NSM);
        match pieces.last_mut().filter(|_| joins) {
            Some(word) => {
                word.glyphs += 1;
                word.width += glyph.advance_width;
            }
            None => {
                pieces.push(Piece { stands_for: stands_for(glyph.chr, class), glyphs: 1, width: glyph.advance_width });
            }
        }
        in_word = from_right || joins;
    }
    pieces
}

/// One letter for a piece. Arabic letters have a class of their own, since digits beside them behave otherwise.
const fn stands_for(c: char, class: BidiClass) -> char {
    match class {
        BidiClass::R => '\u{5d0}',
        BidiClass::AL => '\u{627}',
        // A line is one paragraph, whatever is in it.
        BidiClass::B => ' ',
        _ => c,
    }
}

/// Where each glyph of a line goes.
fn moves(glyphs: &[Glyph], direction: Level) -> Vec<Move> {
    let pieces = if direction.is_rtl() { pieces(glyphs) } else { apart(pieces(glyphs)) };
    let line: String = pieces.iter().map(|piece| piece.stands_for).collect();
    let found = ParagraphBidiInfo::new(&line, Some(direction));
    let levels = found.reordered_levels_per_char(0..line.len());
    let before = places(&pieces, 0..pieces.len());
    let after = places(&pieces, ParagraphBidiInfo::reorder_visual(&levels).into_iter());
    let mut moves = Vec::with_capacity(glyphs.len());
    for (i, piece) in pieces.iter().enumerate() {
        let mirrored = levels.get(i).is_some_and(Level::is_rtl) && is_bracket(piece.stands_for);
        moves.extend(std::iter::repeat_n(Move { by: after[i] - before[i], mirrored }, piece.glyphs));
    }
    moves
}

/// The same with each phrase from right to left isolated: from its first letter to its last one. What stands beside somebody's words in
/// a text of ours, a date for instance, is no part of them.
fn apart(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::with_capacity(pieces.len() + 2);
    // Where the phrase ends so far.
    let mut end = None;
    for piece in pieces {
        if is_from_right(piece.stands_for) {
            if end.is_none() {
                found.push(Piece::mark('\u{2067}'));
            }
            found.push(piece);
            end = Some(found.len());
        } else {
            if bidi_class(piece.stands_for) == BidiClass::L
                && let Some(end) = end.take()
            {
                found.insert(end, Piece::mark('\u{2069}'));
            }
            found.push(piece);
        }
    }
    if let Some(end) = end {
        found.insert(end, Piece::mark('\u{2069}'));
    }
    found
}

/// Where each piece begins when they follow each other in this order.
fn places(pieces: &[Piece], order: impl Iterator<Item = usize>) -> Vec<f32> {
    let mut places = vec![0.0; pieces.len()];
    let mut x = 0.0;
    for i in order {
        if let (Some(place), Some(piece)) = (places.get_mut(i), pieces.get(i)) {
            *place = x;
            x += piece.width;
        }
    }
    places
}

const fn is_bracket(c: char) -> bool {
    matches!(c, '(' | ')' | '[' | ']' | '{' | '}' | '<' | '>' | '«' | '»' | '‹' | '›')
}

/// Moves glyphs by whole pixels, so that they stay as sharp as they were.
fn apply(row: &mut Row, moves: &[Move], pixel: f32) {
    for (glyph, one) in row.glyphs.iter_mut().zip(moves) {
        let by = (one.by / pixel).round() * pixel;
        glyph.pos.x += by;
        if glyph.uv_rect.is_nothing() {
            continue;
        }
        let first = usize::try_from(glyph.first_vertex).unwrap_or(usize::MAX);
        let Some(corners) = row.visuals.mesh.vertices.get_mut(first..first.saturating_add(4)) else { continue };
        for corner in &mut *corners {
            corner.pos.x += by;
        }
        if one.mirrored {
            let (left, right) = (corners[0].uv.x, corners[1].uv.x);
            for corner in corners {
                corner.uv.x = left + right - corner.uv.x;
            }
        }
    }
    row.visuals.mesh_bounds = row.visuals.mesh.calc_bounds();
}

#[cfg(test)]
mod tests {
    use egui::text::LayoutJob;
    use egui::{FontData, FontId, RawInput};

    use super::*;
    use crate::app::theme;

    /// Letters that the test font has: two names.
    const ARABIC: &str = "محمد علي";

    /// A text as it is laid out in this width, with letters of the tests' font where ours has none.
    fn laid_out(text: &str, width: f32) -> Galley {
        let ctx = Context::default();
        let mut fonts = theme::fonts();
        let bytes = include_bytes!("../../tests/fixtures/fonts/EvenkeelTest-Regular.ttf");
        fonts.font_data.insert("arabic".to_owned(), Arc::new(FontData::from_static(bytes)));
        fonts.families.entry(theme::regular()).or_default().push("arabic".to_owned());
        ctx.set_fonts(fonts);
        let mut galley = None;
        for _ in 0..2 {
            let mut output = ctx.run_ui(RawInput::default(), |ui| {
                let job =
                    LayoutJob::simple(text.to_owned(), FontId::new(16.0, theme::regular()), theme::UNTINTED, width);
                galley = Some(ui.painter().layout_job(job));
            });
            output.textures_delta.clear();
        }
        Arc::unwrap_or_clone(galley.unwrap())
    }

    /// What one reads on each line from left to right: letters by where they are.
    fn seen(galley: &Galley) -> Vec<String> {
        let line = |row: &Row| {
            let mut glyphs: Vec<&Glyph> = row.glyphs.iter().filter(|glyph| glyph.advance_width > 0.0).collect();
            glyphs.sort_by(|a, b| a.pos.x.total_cmp(&b.pos.x));
            glyphs.iter().map(|glyph| glyph.chr).collect::<String>().trim().to_owned()
        };
        galley.rows.iter().map(|placed| line(&placed.row)).collect()
    }

    fn in_order(text: &str, width: f32) -> Vec<String> {
        let mut galley = laid_out(text, width);
        reorder(&mut galley);
        seen(&galley)
    }

    fn backwards(text: &str) -> String {
        text.chars().rev().collect()
    }

    #[test]
    fn the_first_word_stands_at_the_right() {
        let (first, second) = ARABIC.split_once(' ').unwrap();
        let each = format!("{} {}", backwards(first), backwards(second));
        assert_eq!(seen(&laid_out(ARABIC, f32::INFINITY)), [each], "egui does it by now: this module can go");
        assert_eq!(in_order(ARABIC, f32::INFINITY), [backwards(ARABIC)]);
    }

    #[test]
    fn names_within_our_words_keep_their_place() {
        let all = format!("Ana, {ARABIC}, 19 Nov");
        assert_eq!(in_order(&all, f32::INFINITY), [format!("Ana, {}, 19 Nov", backwards(ARABIC))]);
        // A number belongs to them only where it stands among them.
        assert_eq!(in_order(&format!("Role {ARABIC} 12"), f32::INFINITY), [format!("Role {} 12", backwards(ARABIC))]);
        let (first, second) = ARABIC.split_once(' ').unwrap();
        let among = format!("Role {} 12 {}", backwards(second), backwards(first));
        assert_eq!(in_order(&format!("Role {first} 12 {second}"), f32::INFINITY), [among]);
    }

    #[test]
    fn lines_break_in_the_order_of_reading() {
        let long = [ARABIC; 3].join(" ");
        let narrow = in_order(&long, 90.0);
        assert!(narrow.len() > 1, "{narrow:?}");
        let read: Vec<String> = narrow.iter().map(|line| backwards(line)).collect();
        assert_eq!(read.join(" "), long);
    }

    #[test]
    fn a_text_from_right_to_left_ends_at_the_left_and_its_brackets_turn() {
        let (first, second) = ARABIC.split_once(' ').unwrap();
        let mut galley = laid_out(&format!("{first} ({second})."), f32::INFINITY);
        let bracket = |galley: &Galley| {
            let row = &galley.rows[0].row;
            let glyph = row.glyphs.iter().find(|glyph| glyph.chr == '(').unwrap();
            let corners = &row.visuals.mesh.vertices[glyph.first_vertex as usize..][..4];
            corners[0].uv.x < corners[1].uv.x
        };
        assert!(bracket(&galley));
        reorder(&mut galley);
        assert_eq!(seen(&galley), [format!(".){}( {}", backwards(second), backwards(first))]);
        assert!(!bracket(&galley), "it is painted the other way round");
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        for text in ["Ana (she) 12 + 3.", "王小明", "Zoë, \"head\""] {
            let before = laid_out(text, f32::INFINITY);
            let mut after = before.clone();
            reorder(&mut after);
            assert_eq!(before, after, "{text}");
            assert!(!turns(text));
        }
    }

    #[test]
    fn only_the_field_that_is_edited_is_left_alone() {
        let galley = Arc::new(laid_out(ARABIC, f32::INFINITY));
        let text = egui::epaint::TextShape::new(egui::pos2(20.0, 20.0), Arc::clone(&galley), theme::UNTINTED);
        let field = Rect::from_min_size(egui::pos2(10.0, 10.0), egui::vec2(200.0, 40.0));
        for (edited, moved) in
            [(None, true), (Some(field), false), (Some(field.translate(egui::vec2(300.0, 0.0))), true)]
        {
            let mut shape = Shape::Vec(vec![text.clone().into()]);
            put_in_order(&mut shape, edited);
            let Shape::Vec(shapes) = shape else { panic!("another shape") };
            let Shape::Text(after) = &shapes[0] else { panic!("another shape") };
            assert_eq!(seen(&after.galley) != seen(&galley), moved);
        }
    }
}
