//! The signs around the person: is it them, or the system?

use eframe::egui::Ui;

use super::section::line;
use super::{Shown, missing};
use crate::app::command::{Command, GuidePage, Screen};
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, Button};
use crate::profile::Part;
use crate::summary::around;
use crate::t;

/// Shows the signs.
pub fn ui(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let signs = around(it.view.instrument, it.audit);
    if !signs.is_answered() {
        missing::part(it, Part::Signs, &t!("result-signs-missing"), ui, commands);
        return;
    }
    widgets::paragraph(ui, &signs.words());
    for about_place in [true, false] {
        let about = if about_place { t!("result-signs-place") } else { t!("result-signs-person") };
        ui.add_space(theme::HALF);
        ui.label(theme::strong(ui, Size::Small, Ink::Ink, about));
        ui.add_space(-theme::HALF);
        for kind in signs.kinds.iter().filter(|k| k.is_about_place() == about_place) {
            line(ui, &kind.words());
        }
    }
    missing::rest(it, Part::Signs, ui, commands);
    if ui.add(Button::link(&t!("result-signs-guide"))).clicked() {
        commands.push(Command::GoTo(Screen::Guide(GuidePage::Questions)));
    }
}
