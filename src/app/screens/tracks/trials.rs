//! What can be tried before a role is taken: small things of a few weeks.

use egui::Ui;

use super::Shown;
use super::part::part;
use crate::app::command::Command;
use crate::app::explorer::Candidate;
use crate::app::models::Change;
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets;
use crate::summary::trial_conditions;
use crate::t;
use crate::tracks::trials::Trial;

/// Shows the trials of a role.
pub fn ui(it: &Shown<'_>, candidate: &Candidate, change: &Change, ui: &mut Ui, commands: &mut Vec<Command>) {
    let trials: Vec<&Trial> = change.trials.iter().filter_map(|id| it.view.trials.trial(id)).collect();
    if trials.is_empty() {
        return;
    }
    part(ui, &t!(it.view.words, "trial-title"), |ui| {
        widgets::paragraph_small(ui, &t!(it.view.words, "trial-about"));
        for trial in trials {
            ui.add_space(theme::HALF);
            one(it, candidate, trial, ui, commands);
        }
    });
}

fn one(it: &Shown<'_>, _candidate: &Candidate, trial: &Trial, ui: &mut Ui, _commands: &mut Vec<Command>) {
    let words = it.view.words;
    let text = it.view.trials.text(&trial.id);
    widgets::card(ui, 16.0, |ui| {
        widgets::subheading(ui, &text.name);
        widgets::paragraph_small(ui, &trial_conditions(words, trial));
        widgets::paragraph(ui, &text.what);
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, t!(words, "trial-shows", what = text.shows.as_str())));
    });
}
