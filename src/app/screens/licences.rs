//! The licences of everything that is shipped. Each shows its text when it is pressed.

use egui::Ui;

use crate::app::command::{Command, Screen};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::widgets::{self, Button};
use crate::licences::{self, Licence};
use crate::t;
use crate::words::Words;

/// If there are more packages than this, they are only counted, and named above the text.
const NAMED: usize = 3;

/// What the screen remembers: the licences, once they were shown, and which one is unfolded.
#[derive(Debug, Default)]
pub struct State {
    all: Option<Vec<Licence>>,
    open: Option<usize>,
}

/// Shows them.
pub fn ui(words: &Words, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    // They are part of the program, and a test checks that they can be read.
    let all = state.all.get_or_insert_with(|| licences::all().unwrap_or_default());
    let open = &mut state.open;
    widgets::page(ui, "licences", theme::READING, |ui| {
        widgets::scroll_keys(ui);
        if ui.add(Button::link(&t!(words, "licences-back")).icon(Icon::ArrowLeft).small()).clicked() {
            commands.push(Command::GoTo(Screen::Settings));
        }
        ui.add_space(theme::STEP);
        let packages = all.iter().map(|licence| licence.packages.len()).sum::<usize>();
        widgets::heading(
            ui,
            &t!(words, "licences-title"),
            &t!(words, "licences-below", packages = packages, texts = all.len()),
        );
        ui.add_space(theme::GAP);
        widgets::divider(ui);
        for (i, licence) in all.iter().enumerate() {
            ui.push_id(i, |ui| one(words, licence, i, open, ui));
            widgets::divider(ui);
        }
    });
}

fn one(words: &Words, licence: &Licence, i: usize, open: &mut Option<usize>, ui: &mut Ui) {
    let unfolded = *open == Some(i);
    let label = t!(words, "licences-of", licence = licence.name.as_str(), packages = short(words, licence));
    let icon = if unfolded { Icon::Down } else { Icon::Right };
    let button = ui.add(Button::link(&label).icon(icon).small());
    ui.ctx().accesskit_node_builder(button.id, |node| node.set_expanded(unfolded));
    if button.clicked() {
        *open = (!unfolded).then_some(i);
    }
    if unfolded {
        ui.add_space(theme::HALF);
        if licence.packages.len() > NAMED {
            ui.label(theme::text(ui, Size::Small, Ink::Ink, licence.packages.join(", ")));
            ui.add_space(theme::STEP);
        }
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, licence.text.trim()));
        ui.add_space(theme::STEP);
    }
}

/// The packages by name, or how many there are.
fn short(words: &Words, licence: &Licence) -> String {
    if licence.packages.len() > NAMED {
        t!(words, "licences-packages", count = licence.packages.len())
    } else {
        licence.packages.join(", ")
    }
}
