//! A field for a sentence or a part of one: it grows with its words, and Enter goes on.

use egui::{Key, Response, TextEdit, Ui, vec2};

use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::focus_ring;

/// The most letters of a field. They have to fit on a card.
const LETTERS: usize = 300;

/// The words of a field.
pub struct Field<'a> {
    /// Its id.
    pub salt: &'a str,
    /// The label above it, which is also its name.
    pub label: &'a str,
    /// The hint in it while it is empty.
    pub hint: &'a str,
    /// How many lines it has at least.
    pub rows: usize,
}

/// What happened to a field in this frame.
pub struct Typed {
    /// The field.
    pub response: Response,
    /// Whether Enter was pressed in it.
    pub entered: bool,
}

/// A label and a field below it.
pub fn field(ui: &mut Ui, text: &Field<'_>, value: &mut String) -> Typed {
    ui.label(theme::text(ui, Size::Small, Ink::InkSoft, text.label));
    ui.add_space(-theme::HALF);
    bare(ui, text, value)
}

/// A field whose label stands elsewhere; it is its name all the same.
pub fn bare(ui: &mut Ui, text: &Field<'_>, value: &mut String) -> Typed {
    let width = ui.available_width();
    let edit = TextEdit::multiline(value)
        .id_salt(text.salt)
        .return_key(None)
        .font(theme::font(Size::Body, false))
        .hint_text(theme::text(ui, Size::Body, Ink::InkSoft, text.hint))
        .margin(vec2(12.0, 8.0))
        .min_size(vec2(width, theme::BUTTON))
        .align(egui::Align2::LEFT_CENTER)
        .desired_width(width)
        .desired_rows(text.rows)
        .char_limit(LETTERS);
    let response = ui.name_inputs(text.label, |ui| ui.add(edit));
    // A hint in an empty field is no name.
    ui.accesskit_node_builder(response.id, |node| node.set_label(text.label));
    if response.changed() && value.contains(['\n', '\r']) {
        // What was pasted may have several lines; a sentence has one.
        *value = value.split(['\n', '\r']).map(str::trim).collect::<Vec<_>>().join(" ");
    }
    focus_ring(ui, &response, theme::RADIUS);
    let entered = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    Typed { response, entered }
}
