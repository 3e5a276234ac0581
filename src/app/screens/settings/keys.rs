//! The keys.

use egui::Ui;

use crate::app::keys;
use crate::app::widgets::key_line;
use crate::words::Words;

/// Shows the list.
pub fn ui(words: &Words, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for line in keys::of_commands(ui.ctx(), words).into_iter().chain(keys::of_screens(words)) {
        key_line(ui, &line.words, &line.keys);
    }
}
