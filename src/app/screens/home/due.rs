//! What is due of the plan, in one quiet line: a week to count, or the review.

use egui::{Label, Ui};

use crate::app::command::{Command, PlanCommand};
use crate::app::theme::{self, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{self, Button};
use crate::plan::{Due, due};
use crate::profile::{PlanEdit, WeekCount};
use crate::t;

/// Shows it, if anything is due.
pub fn ui(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let Some(plan) = view.plan() else { return };
    let Some(due) = due(plan, view.today()) else { return };
    let facet = view.instrument.texts.facet(&plan.facet).name.as_str();
    let words = view.words;
    match due {
        Due::Count(week) => {
            let (skip, now) = (t!(words, "home-count-skip"), t!(words, "home-count-now"));
            let said = t!(words, "home-count", facet = facet, day = words.day(week));
            match line(ui, &said, &[Button::link(&skip).small(), Button::new(&now).small()]) {
                Some(0) => {
                    let none = WeekCount::new(0, 0, false);
                    commands.push(Command::Plan(PlanCommand::Change(PlanEdit::SetWeek(week, none))));
                }
                Some(_) => commands.push(Command::Plan(PlanCommand::Count(week))),
                None => {}
            }
        }
        // A trial is looked back on, and trains no skill.
        Due::Review if plan.trial.is_some() => {
            let name = view.trial().map(|trial| trial.name.clone()).unwrap_or_default();
            let now = t!(words, "home-trial-now");
            if line(ui, &t!(words, "home-trial", name = name), &[Button::new(&now).small()]).is_some() {
                commands.push(Command::Plan(PlanCommand::Review));
            }
        }
        Due::Review => {
            let now = t!(words, "home-review-now");
            if line(ui, &t!(words, "home-review", facet = facet), &[Button::new(&now).small()]).is_some() {
                commands.push(Command::Plan(PlanCommand::Review));
            }
        }
    }
    ui.add_space(theme::GAP);
}

fn line(ui: &mut Ui, said: &str, buttons: &[Button<'_>]) -> Option<usize> {
    widgets::divider(ui);
    let pressed = widgets::with_actions(ui, 280.0, buttons, |ui| {
        // In the middle of the buttons' height.
        ui.add_space(theme::STEP);
        ui.add(Label::new(theme::text(ui, Size::Body, Ink::Ink, said)).wrap());
    });
    widgets::divider(ui);
    pressed
}
