//! Looking back on a trial: how it left the person, beside what was expected, and what surprised them.

use egui::{Label, Margin, Ui};

use super::notes::{Lines, lines};
use super::{Shown, Went, change, energy, next, parts};
use crate::app::command::Command;
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::widgets::{self, Button};
use crate::profile::{PlanEdit, PlanText};
use crate::t;

/// Shows it. Tells when the person left it.
pub fn show(it: &Shown<'_>, state: &mut next::State, ui: &mut Ui, commands: &mut Vec<Command>) -> Option<Went> {
    let words = it.view.words;
    widgets::page(ui, "trial review", theme::READING, |ui| {
        widgets::scroll_keys(ui);
        let back = ui.add(Button::link(&t!(words, "trying-to-trial")).icon(Icon::Left)).clicked();
        let title = t!(words, "trying-review", name = it.model.name.as_str());
        parts::head(it, &title, ui, commands);
        widgets::paragraph_small(ui, &t!(words, "trying-review-below"));
        ui.add_space(theme::GAP);
        after(it, ui, commands);
        ui.add_space(theme::GAP);
        surprise(it, ui, commands);
        noted(it, ui);
        ui.add_space(theme::GAP);
        let went = next::ui(it, state, ui, commands);
        if back { Some(Went::Back) } else { went }
    })
}

/// How it left the person; what they expected is shown only after that.
fn after(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    let (question, below) = (t!(words, "trying-after"), t!(words, "trying-after-below"));
    let asked = energy::Asked { question: &question, below: &below, given: it.of.after };
    if let Some(energy) = energy::ask(it, &asked, ui) {
        commands.push(change(PlanEdit::SetAfter(Some(energy))));
    }
    if it.of.after.is_none() {
        return;
    }
    ui.add_space(theme::STEP);
    widgets::card(ui, Margin::same(16), |ui| {
        widgets::subheading(ui, &t!(words, "trying-compare"));
        ui.add_space(-theme::STEP);
        if it.of.before.is_none() {
            widgets::paragraph(ui, &t!(words, "trying-compare-open"));
        } else {
            widgets::paragraph_small(ui, &it.model.both);
            widgets::paragraph(ui, &it.model.energy);
        }
        widgets::paragraph_small(ui, &t!(words, "trying-compare-cannot"));
    });
}

fn surprise(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    let (label, below, hint) =
        (t!(words, "trying-surprise"), t!(words, "trying-surprise-below"), t!(words, "trying-surprise-hint"));
    let mut value = it.of.surprise.clone();
    let field = Lines { salt: "trial surprise", label: &label, below: &below, hint: &hint };
    if lines(ui, &field, &mut value).changed() {
        commands.push(change(PlanEdit::SetText(PlanText::Surprise, value)));
    }
}

/// The notes of the weeks, to read.
fn noted(it: &Shown<'_>, ui: &mut Ui) {
    let notes = it.plan.outcome.words.trim();
    if notes.is_empty() {
        return;
    }
    ui.add_space(theme::GAP);
    widgets::subheading(ui, &t!(it.view.words, "trying-notes"));
    ui.add_space(-theme::STEP);
    ui.add(Label::new(theme::text(ui, Size::Body, Ink::Ink, notes)).wrap());
}
