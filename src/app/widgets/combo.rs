//! What a list to choose from says of itself.

use egui::{Response, Ui};

/// Gives the button of a list its name and its value.
///
/// On Linux there is no way to tell the value of such a button, which is why it stands in the description there: screen readers say it
/// after the name, and again when it changes while the button has the focus.
pub fn says_value(ui: &Ui, button: &Response, name: &str, value: &str) {
    ui.ctx().accesskit_node_builder(button.id, |node| {
        node.set_label(name);
        node.set_value(value);
        if cfg!(target_os = "linux") {
            node.set_description(value);
        }
    });
}
