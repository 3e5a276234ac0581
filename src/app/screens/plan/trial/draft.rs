//! A trial before it begins: what one does, how to ask for it, from when, and what is expected of it.

use egui::Ui;

use super::{Shown, change, days, energy, parts};
use crate::app::command::{Command, PlanCommand};
use crate::app::screens::plan::side::beside;
use crate::app::screens::plan::stops::{Next, Stop};
use crate::app::theme::{self, Icon};
use crate::app::widgets::{self, Button};
use crate::profile::PlanEdit;
use crate::t;

/// What it remembers.
#[derive(Debug, Default)]
pub struct State {
    next: Next,
    days: days::State,
}

/// Shows the draft.
pub fn show(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    widgets::page(ui, "trial draft", theme::FULL, |ui| {
        widgets::scroll_keys(ui);
        beside(ui, |ui| main(it, state, ui, commands), |ui| column(it, ui));
    });
}

fn main(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    parts::head(it, &it.model.name, ui, commands);
    parts::conditions(it, ui);
    ui.add_space(theme::STEP);
    parts::part(ui, &t!(words, "trying-what"), &it.model.text.what);
    parts::leave(it, ui, commands);
    ui.add_space(theme::GAP);
    days::show(it, &mut state.days, &mut state.next, ui, commands);
    ui.add_space(theme::GAP);
    let (question, below) = (t!(words, "trying-before"), t!(words, "trying-before-below"));
    let asked = energy::Asked { question: &question, below: &below, given: it.of.before };
    if let Some(energy) = energy::ask(it, &asked, ui) {
        commands.push(change(PlanEdit::SetBefore(Some(energy))));
    }
    ui.add_space(theme::GAP);
    begin(it, state, ui, commands);
}

/// The start. It is not the first thing to do on the page until what is expected was said.
fn begin(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::GAP;
        let label = t!(words, "trying-begin");
        let button = Button::new(&label).icon(Icon::Plan);
        let begin = ui.add(if it.of.before.is_some() { button.first() } else { button });
        state.next.arrive(Stop::Begin, &begin);
        if begin.clicked() {
            commands.push(Command::Plan(PlanCommand::Begin));
        }
        if ui.add(Button::new(&t!(words, "trying-drop"))).clicked() {
            commands.push(Command::Plan(PlanCommand::Drop));
        }
    });
    if it.of.before.is_none() {
        widgets::paragraph_small(ui, &t!(words, "trying-begin-open"));
    }
}

/// What it shows, what to look at, and what is asked at the end.
fn column(it: &Shown<'_>, ui: &mut Ui) {
    let words = it.view.words;
    parts::aside(ui, &t!(words, "trial-part-shows"), [&it.model.text.shows]);
    parts::aside(ui, &t!(words, "trial-part-look"), &it.model.text.look);
    parts::aside(ui, &t!(words, "trying-at-end"), [&t!(words, "trying-at-end-below")]);
}
