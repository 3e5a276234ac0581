//! A trial while it lasts: what to look at each week, notes, and when it is looked back on. Nothing is counted.

use egui::Ui;

use super::notes::{Lines, lines};
use super::{Shown, Went, change, parts};
use crate::app::command::{Command, PlanCommand};
use crate::app::screens::plan::side::beside;
use crate::app::theme;
use crate::app::widgets::{self, Button};
use crate::profile::{PlanEdit, PlanText};
use crate::t;

/// Shows it. Tells when the person goes to the review.
pub fn show(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) -> Option<Went> {
    widgets::page(ui, "trial", theme::FULL, |ui| {
        widgets::scroll_keys(ui);
        let (mut went, mut pressed) = (None, None);
        beside(ui, |ui| main(it, ui, commands), |ui| (went, pressed) = column(it, ui));
        commands.extend(pressed);
        went
    })
}

fn main(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    parts::head(it, &it.model.name, ui, commands);
    widgets::paragraph_small(ui, &it.model.days);
    ui.add_space(theme::STEP);
    parts::part(ui, &t!(words, "trying-what"), &it.model.text.what);
    parts::look(it, ui);
    let (label, below, hint) =
        (t!(words, "trying-notes"), t!(words, "trying-notes-below"), t!(words, "trying-notes-hint"));
    let mut value = it.plan.outcome.words.clone();
    let field = Lines { salt: "trial notes", label: &label, below: &below, hint: &hint };
    if lines(ui, &field, &mut value).changed() {
        commands.push(change(PlanEdit::SetText(PlanText::Words, value)));
    }
}

/// When it is looked back on, and both ways out.
fn column(it: &Shown<'_>, ui: &mut Ui) -> (Option<Went>, Option<Command>) {
    let words = it.view.words;
    widgets::subheading(ui, &t!(words, "trying-at-end"));
    ui.add_space(-theme::HALF);
    widgets::paragraph_small(ui, &it.model.back);
    let back = if it.model.is_due {
        ui.add(Button::new(&t!(words, "trying-back-now")).first()).clicked()
    } else {
        ui.add(Button::link(&t!(words, "trying-back-early")).small()).clicked()
    };
    ui.add_space(theme::HALF);
    let calendar = ui.add(Button::link(&t!(words, "under-way-calendar")).small()).clicked();
    ui.add_space(theme::GAP);
    parts::aside(ui, &t!(words, "trial-part-go-on"), [&it.model.text.go_on]);
    parts::aside(ui, &t!(words, "trial-part-stop"), [&it.model.text.stop]);
    (back.then_some(Went::ToReview), calendar.then_some(Command::Plan(PlanCommand::AskCalendar)))
}
