//! Lines of words of which the last one is not a word alone.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Align, FontSelection, Galley, Label, Response, RichText, Ui, WidgetText};

/// How much narrower the lines may get, as a share of their width, and in how many steps this is tried.
const NARROWER: f32 = 0.3;
const STEPS: u8 = 24;

/// A paragraph in the available width. Where its last line would be a single word, the lines are a little shorter instead.
pub fn lines(ui: &mut Ui, words: RichText) -> Response {
    let galley = laid_out(ui, words, ui.available_width());
    ui.add(Label::new(galley))
}

/// The same, laid out in this width.
pub fn laid_out(ui: &Ui, words: RichText, width: f32) -> Arc<Galley> {
    let job = WidgetText::from(words).into_layout_job(ui.style(), FontSelection::Default, Align::Min);
    evenly(ui, Arc::unwrap_or_clone(job), width)
}

/// The same for words of several looks.
pub fn evenly(ui: &Ui, mut job: LayoutJob, width: f32) -> Arc<Galley> {
    job.wrap.max_width = width;
    let whole = ui.painter().layout_job(job.clone());
    if !ends_alone(&whole) {
        return whole;
    }
    for step in 1..=STEPS {
        job.wrap.max_width = width * (1.0 - NARROWER * f32::from(step) / f32::from(STEPS));
        let narrower = ui.painter().layout_job(job.clone());
        if narrower.rows.len() > whole.rows.len() {
            break;
        }
        if !ends_alone(&narrower) {
            return narrower;
        }
    }
    whole
}

/// Whether the last of several lines is one word.
fn ends_alone(galley: &Galley) -> bool {
    let [.., before, last] = galley.rows.as_slice() else { return false };
    let words: String = last.glyphs.iter().map(|glyph| glyph.chr).collect();
    let words = words.trim();
    !before.ends_with_newline && !words.is_empty() && !words.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use egui::{Context, RawInput};

    use super::*;
    use crate::app::theme::{self, Ink, Size};

    fn rows(words: &str, width: f32) -> Vec<String> {
        let ctx = Context::default();
        theme::install(&ctx);
        let mut rows = Vec::new();
        for _ in 0..2 {
            let mut output = ctx.run_ui(RawInput::default(), |ui| {
                let galley = laid_out(ui, theme::text(ui, Size::Body, Ink::Ink, words), width);
                assert_eq!(galley.text(), words, "the words are as they were");
                let row = |row: &egui::epaint::text::PlacedRow| row.glyphs.iter().map(|glyph| glyph.chr).collect();
                rows = galley.rows.iter().map(row).collect();
            });
            output.textures_delta.clear();
        }
        rows
    }

    #[test]
    fn no_word_ends_a_paragraph_alone() {
        let words = "You speak with those a change depends on before you propose it, and adapt it until they agree.";
        let mut lone = 0;
        for width in 150..600_u16 {
            let rows = rows(words, f32::from(width));
            let last = rows.last().map(|row| row.trim().split(' ').count());
            lone += usize::from(rows.len() > 1 && last == Some(1));
            assert_eq!(rows.concat(), words);
        }
        assert!(lone <= 4, "{lone} of 450 widths");
    }

    #[test]
    fn what_cannot_be_helped_stays() {
        assert_eq!(rows("one two", 30.0).len(), 2, "two words in no room");
        assert_eq!(rows("one", 300.0), ["one"]);
        assert_eq!(rows("one two three\nfour", 300.0), ["one two three", "four"], "a line of its own");
    }
}
