//! How a trial is expected to leave somebody, and how it did, on the audit's scale of energy.

use egui::accesskit::Live;
use egui::{Key, Ui};

use super::Shown;
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, AnswerScale, Choice, key};
use crate::profile::Rating;
use crate::t;

const DIGITS: [&str; 5] = ["1", "2", "3", "4", "5"];
const NUMBERS: [Key; 5] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];

/// What is asked.
pub struct Asked<'a> {
    /// The question.
    pub question: &'a str,
    /// What it is about.
    pub below: &'a str,
    /// What was answered.
    pub given: Option<Rating>,
}

/// Asks for it. Returns what was answered in this frame.
pub fn ask(it: &Shown<'_>, asked: &Asked<'_>, ui: &mut Ui) -> Option<Rating> {
    widgets::subheading(ui, asked.question);
    ui.add_space(-theme::STEP);
    widgets::paragraph_small(ui, asked.below);
    let choices: Vec<Choice<'_>> =
        it.model.labels.iter().zip(DIGITS).map(|(label, key)| Choice { key, label, sentence: "" }).collect();
    let pressed = AnswerScale::new(asked.question, &choices, asked.given.map(Rating::index)).row("").show(ui);
    said(it, asked, ui);
    let free = !ui.ctx().text_edit_focused();
    let typed = || NUMBERS.iter().position(|digit| free && key(ui, *digit));
    pressed.or_else(typed).and_then(|at| Rating::ALL.get(at).copied())
}

/// What was answered, so that an answer by a digit is heard.
fn said(it: &Shown<'_>, asked: &Asked<'_>, ui: &mut Ui) {
    let words = it.view.words;
    let label = asked.given.and_then(|energy| it.model.labels.get(energy.index()));
    let said = match label {
        Some(label) => t!(words, "trying-said", answer = label.as_str()),
        None => t!(words, "trying-not-said"),
    };
    let said = ui.label(theme::text(ui, Size::Small, Ink::InkSoft, said));
    ui.accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
}
