//! A field of several lines, for notes and for what surprised.

use egui::{Response, TextEdit, Ui, vec2};

use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, focus_ring};

/// The most letters of a field. Even at four bytes each, a profile can keep that many.
const LETTERS: usize = 4000;

/// The words of a field.
pub struct Lines<'a> {
    /// Its id.
    pub salt: &'a str,
    /// The heading above it, which is also its name.
    pub label: &'a str,
    /// What it is for.
    pub below: &'a str,
    /// The hint in it while it is empty.
    pub hint: &'a str,
}

/// A heading, what the field is for, and the field.
pub fn lines(ui: &mut Ui, text: &Lines<'_>, value: &mut String) -> Response {
    widgets::subheading(ui, text.label);
    ui.add_space(-theme::STEP);
    widgets::paragraph_small(ui, text.below);
    let width = ui.available_width();
    let edit = TextEdit::multiline(value)
        .id_salt(text.salt)
        .font(theme::font(Size::Body, false))
        .hint_text(theme::text(ui, Size::Body, Ink::InkSoft, text.hint))
        .margin(vec2(12.0, 8.0))
        .desired_width(width)
        .desired_rows(3)
        .char_limit(LETTERS);
    let response = ui.name_inputs(text.label, |ui| ui.add(edit));
    // A hint in an empty field is no name.
    ui.accesskit_node_builder(response.id, |node| node.set_label(text.label));
    focus_ring(ui, &response, theme::RADIUS);
    response
}
