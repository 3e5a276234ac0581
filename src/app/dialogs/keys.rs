//! All keys, over the screen on which somebody wants to know them.

use egui::{ScrollArea, Ui};

use super::{modal, title};
use crate::app::keys;
use crate::app::theme;
use crate::app::view::View;
use crate::app::widgets::{self, Button, key_line};
use crate::t;

/// The height of what is around the list.
const AROUND: f32 = 220.0;

/// All keys.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct KeysDialog {
    was_shown: bool,
}

impl KeysDialog {
    /// Shows it. False when it is to be closed.
    pub fn show(&mut self, view: &View<'_>, ui: &Ui) -> bool {
        let name = t!(view.words, "keys-title");
        let is_new = !std::mem::replace(&mut self.was_shown, true);
        let (pressed, close) = modal(ui, &name, 560.0, |ui| {
            title(ui, &name);
            // Where the window is low, the list scrolls and its button stays in sight.
            let room = (ui.ctx().content_rect().height() - AROUND).max(96.0);
            ScrollArea::vertical().max_height(room).show(ui, |ui| {
                ui.set_width(ui.available_width() - theme::GAP);
                ui.spacing_mut().item_spacing.y = 0.0;
                let screens = (t!(view.words, "keys-here"), keys::of_screens(view.words));
                let everywhere = (t!(view.words, "keys-everywhere"), keys::of_commands(ui.ctx(), view.words));
                for (part, lines) in [screens, everywhere] {
                    ui.add_space(theme::STEP);
                    widgets::subheading(ui, &part);
                    for line in lines {
                        key_line(ui, &line.words, &line.keys);
                    }
                }
            });
            ui.add_space(theme::STEP);
            let button = ui.add(Button::new(&t!(view.words, "close")).first());
            if is_new {
                button.request_focus();
            }
            button.clicked()
        });
        !pressed && !close
    }
}
