//! What can be tried before a role is taken: small things of a few weeks.

use egui::Ui;

use super::Shown;
use super::part::part;
use crate::app::command::{Command, NewTrial, PlanCommand};
use crate::app::explorer::Candidate;
use crate::app::models::{Change, TrialRow};
use crate::app::theme::Icon;
use crate::app::widgets::{self, Button};
use crate::t;

/// Shows the trials of a role.
pub fn ui(it: &Shown<'_>, candidate: &Candidate, change: &Change, ui: &mut Ui, commands: &mut Vec<Command>) {
    if change.trials.is_empty() {
        return;
    }
    part(ui, &t!(it.view.words, "trial-title"), |ui| {
        widgets::paragraph_small(ui, &t!(it.view.words, "trial-about"));
        for trial in &change.trials {
            one(it, candidate, trial, ui, commands);
        }
    });
}

fn one(it: &Shown<'_>, candidate: &Candidate, trial: &TrialRow, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    let text = it.view.trials.text(&trial.id);
    widgets::card(ui, 16.0, |ui| {
        widgets::subheading(ui, &text.name);
        widgets::paragraph_small(ui, &trial.conditions);
        widgets::paragraph(ui, &text.what);
        widgets::paragraph_small(ui, &t!(words, "trial-shows", what = text.shows.as_str()));
        let (take, name) = (t!(words, "trial-take"), t!(words, "trial-take-name", trial = text.name.as_str()));
        if ui.add(Button::new(&take).small().trailing(Icon::ArrowRight).name(&name)).clicked() {
            let new = NewTrial { trial: trial.id.clone(), role: candidate.role.id.clone() };
            commands.push(Command::Plan(PlanCommand::Try(new)));
        }
    });
}
