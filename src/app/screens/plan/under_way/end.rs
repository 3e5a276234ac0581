//! Ending the plan before its review: possible at any time, and asked why.

use egui::{Margin, Ui};

use super::Shown;
use crate::app::command::{Command, PlanCommand};
use crate::app::theme;
use crate::app::widgets::{self, Button, FieldText, text_field};
use crate::profile::{EndReason, Ended, Extra, PlanEdit, Trouble};
use crate::summary::trouble_words;
use crate::t;
use crate::words::Words;

/// What it remembers.
#[derive(Debug, Default)]
pub struct State {
    open: bool,
    why: Option<EndReason>,
    words: String,
}

/// A reason, as it is asked.
fn reason(words: &Words, why: EndReason) -> String {
    let trouble = match why {
        EndReason::Cue => Trouble::Cue,
        EndReason::Size => Trouble::Size,
        EndReason::NotMine => Trouble::NotMine,
        EndReason::NoLonger => Trouble::NoLonger,
        EndReason::Reviewed | EndReason::Other => return t!(words, "under-way-end-other"),
    };
    trouble_words(words, trouble)
}

/// The end of the plan, now.
pub fn ended(it: &Shown<'_>, why: EndReason, words: &str) -> Command {
    let ended = Ended { at: it.view.home.now, why, words: words.trim().to_owned(), extra: Extra::new() };
    Command::Plan(PlanCommand::Change(PlanEdit::End(Box::new(ended))))
}

/// Shows the link to it, or the question why.
pub fn ui(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    if !state.open {
        if ui.add(Button::link(&t!(words, "under-way-end")).small()).clicked() {
            *state = State { open: true, ..State::default() };
        }
        return;
    }
    widgets::card(ui, Margin::same(16), |ui| {
        widgets::subheading(ui, &t!(words, "under-way-end-title"));
        ui.add_space(-theme::STEP);
        widgets::paragraph_small(ui, &t!(words, "under-way-end-below"));
        for why in EndReason::EARLY {
            let label = reason(words, why);
            if widgets::radio(ui, state.why == Some(why), &label).clicked() {
                state.why = Some(why);
            }
        }
        let field = FieldText {
            salt: "end words",
            label: t!(words, "under-way-end-words"),
            hint: t!(words, "under-way-end-words-hint"),
        };
        text_field(words, ui, &field, &mut state.words);
        ui.horizontal_wrapped(|ui| {
            let now = t!(words, "under-way-end-now");
            let end = ui.add(Button::new(&now).enabled(state.why.is_some()));
            if let Some(why) = state.why.filter(|_| end.clicked()) {
                commands.push(ended(it, why, &state.words));
                *state = State::default();
            }
            if ui.add(Button::new(&t!(words, "under-way-end-not"))).clicked() {
                state.open = false;
            }
        });
    });
}
