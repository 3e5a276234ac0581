//! The signs around the person: do they point to the person, or to the place where they work?

use egui::Ui;

use super::section::line;
use super::{Shown, missing};
use crate::app::command::{Command, GuidePage, Screen};
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, Button};
use crate::profile::Part;
use crate::t;

/// Shows the signs.
pub fn ui(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let Some(signs) = &it.model.signs else {
        missing::part(it, Part::Signs, &t!(it.view.words, "result-signs-missing"), ui, commands);
        return;
    };
    if !signs.words.is_empty() {
        widgets::paragraph(ui, &signs.words);
    }
    for (about, kinds) in [t!(it.view.words, "result-signs-missing-here"), t!(it.view.words, "result-signs-too-much")]
        .into_iter()
        .zip(&signs.kinds)
    {
        ui.add_space(theme::HALF);
        ui.label(theme::strong(ui, Size::Small, Ink::Ink, about));
        ui.add_space(-theme::HALF);
        for kind in kinds {
            line(ui, kind);
        }
    }
    missing::rest(it, Part::Signs, ui, commands);
    if ui.add(Button::link(&t!(it.view.words, "result-signs-guide"))).clicked() {
        commands.push(Command::GoTo(Screen::Guide(GuidePage::Questions)));
    }
}
