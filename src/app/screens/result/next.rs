//! What one can do with the result now.

use egui::Ui;

use super::Shown;
use crate::app::command::{Command, ReportCommand, SaveCommand, Screen};
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, Button};
use crate::document::Document;
use crate::t;

/// The least space for words beside a button.
const WORDS: f32 = 320.0;

/// Shows what can be done.
pub fn ui(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    let unsaved = it.view.document.is_some_and(Document::is_unsaved);
    let save = (t!(words, "result-next-save"), t!(words, "result-next-save-button"), Command::Save(SaveCommand::Now));
    let ways = [
        plan(it),
        (t!(words, "result-next-roles"), t!(words, "result-next-roles-button"), Command::GoTo(Screen::Tracks)),
        (t!(words, "result-next-print"), t!(words, "result-next-print-button"), Command::Report(ReportCommand::Show)),
    ];
    for (i, (said, label, command)) in ways.into_iter().chain(unsaved.then_some(save)).enumerate() {
        if i > 0 {
            ui.add_space(theme::HALF);
            widgets::divider(ui);
            ui.add_space(theme::HALF);
        }
        // The first button of the screen, unless the charts have one in their place.
        let button = Button::new(&label);
        let button = if i == 0 && it.has_scores() { button.first() } else { button };
        let pressed = widgets::with_actions(ui, WORDS, &[button], |ui| {
            // In the middle of the button's height.
            ui.add_space(theme::STEP);
            widgets::lines(ui, theme::text(ui, Size::Body, Ink::Ink, said));
        });
        if pressed.is_some() {
            commands.push(command);
        }
    }
}

fn plan(it: &Shown<'_>) -> (String, String, Command) {
    let words = it.view.words;
    let (said, label) = if it.view.plan().is_some() {
        (t!(words, "result-next-plan-on"), t!(words, "result-next-plan-on-button"))
    } else {
        let said = match &it.model.first {
            Some(facet) => t!(words, "result-next-plan", facet = facet.as_str()),
            None => t!(words, "result-next-any"),
        };
        (said, t!(words, "result-next-plan-button"))
    };
    (said, label, Command::GoTo(Screen::Plan))
}
