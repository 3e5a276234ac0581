//! What was written, in the order of the file.

use egui::{Ui, pos2, vec2};

use super::{Shown, part};
use crate::app::models::Written;
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets;
use crate::t;

/// Shows both kinds.
pub fn ui(it: &Shown<'_>, ui: &mut Ui) {
    let words = it.view.words;
    let [keep, change] = &it.model.comments;
    if keep.is_empty() && change.is_empty() {
        part(ui, &t!(words, "others-keep"), |ui| widgets::paragraph_small(ui, &t!(words, "others-comments-none")));
        return;
    }
    for (title, all) in [(t!(words, "others-keep"), keep), (t!(words, "others-change"), change)] {
        if !all.is_empty() {
            part(ui, &title, |ui| {
                widgets::paragraph_small(ui, &t!(words, "others-comments-below"));
                for one in all {
                    written(it, one, ui);
                }
            });
        }
    }
}

/// The words of one, with a line at their left.
fn written(it: &Shown<'_>, one: &Written, ui: &mut Ui) {
    ui.add_space(theme::HALF);
    let left = ui.cursor().left();
    let rect = ui
        .horizontal_top(|ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            ui.add_space(theme::GAP);
            ui.vertical(|ui| {
                ui.label(theme::text(ui, Size::Body, Ink::Ink, &one.text));
                if !one.who.is_empty() {
                    widgets::paragraph_small(ui, &t!(it.view.words, "others-comment-from", who = one.who.as_str()));
                }
            });
        })
        .response
        .rect;
    let line = [pos2(left + 1.0, rect.top()), pos2(left + 1.0, rect.bottom())];
    ui.painter().line_segment(line, theme::stroke(ui, 2.0, Ink::LineStrong));
}
