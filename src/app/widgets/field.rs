//! A text field of one line. Enter goes on to what comes after it.

use egui::accesskit::Live;
use egui::{FocusDirection, Key, Modifiers, Response, TextEdit, Ui, vec2};

use super::focus_ring;
use crate::app::theme::{self, Ink, Size};
use crate::t;
use crate::words::Words;

/// The most letters of a name. Even at four bytes each, this is far below what a profile can keep.
const LETTERS: usize = 200;

/// The words of a field.
pub struct FieldText {
    /// Its id.
    pub salt: &'static str,
    /// The label above it, which is also its name.
    pub label: String,
    /// The hint in it while it is empty.
    pub hint: String,
}

impl FieldText {
    /// For the role that is audited.
    pub fn role(words: &Words, salt: &'static str) -> Self {
        Self { salt, label: t!(words, "setup-role"), hint: t!(words, "setup-role-hint") }
    }

    /// For the person's name.
    pub fn person(words: &Words, salt: &'static str) -> Self {
        Self { salt, label: t!(words, "setup-person"), hint: t!(words, "setup-person-hint") }
    }
}

/// A label, a field below it, and what the field is for. The label is the field's name for screen readers. Enter gives the focus to what
/// comes after the field.
pub fn text_field(words: &Words, ui: &mut Ui, text: &FieldText, value: &mut String) -> Response {
    let response = text_field_that_stays(words, ui, text, value);
    enter_goes_on(ui, &response);
    response
}

/// Where Enter was pressed in a field of one line, gives the focus to what comes after it.
pub fn enter_goes_on(ui: &Ui, field: &Response) {
    if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        // The key has done its work. Otherwise it would press what gets the focus now.
        ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::Next));
    }
}

/// The same where Enter is for whoever shows the field.
pub fn text_field_that_stays(words: &Words, ui: &mut Ui, text: &FieldText, value: &mut String) -> Response {
    let FieldText { salt, label, hint } = text;
    let name = ui.label(theme::strong(ui, Size::Body, Ink::Ink, label));
    ui.add_space(-theme::HALF);
    let width = ui.available_width().min(480.0);
    let edit = TextEdit::singleline(value)
        .id_salt(salt)
        .font(theme::font(Size::Body, false))
        .hint_text(theme::text(ui, Size::Body, Ink::InkSoft, hint))
        .margin(vec2(12.0, 0.0))
        .min_size(vec2(width, theme::BUTTON))
        .align(egui::Align2::LEFT_CENTER)
        .desired_width(width)
        .char_limit(LETTERS);
    let response = ui.add(edit).labelled_by(name.id);
    focus_ring(ui, &response, theme::RADIUS);
    // A text from a file may be longer. Then nothing can be added.
    if value.chars().nth(LETTERS - 1).is_some() {
        ui.add_space(-theme::HALF);
        let count = value.chars().count();
        let full = ui.label(theme::text(ui, Size::Small, Ink::InkSoft, t!(words, "field-full", count = count)));
        ui.accesskit_node_builder(full.id, |node| node.set_live(Live::Polite));
    }
    response
}
