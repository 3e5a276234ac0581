//! What each level of the goal looks like, written before the start, and where the person stands now.

use std::collections::BTreeMap;

use egui::Ui;

use super::field::{Field, field};
use super::stops::{Drafting, Next, Stop, change};
use crate::app::command::Command;
use crate::app::theme;
use crate::app::widgets::{self, Button, Segmented};
use crate::profile::{GoalLevel, PlanEdit, PlanText};
use crate::t;
use crate::words::Words;

/// Where the person may stand at the start.
const PRESENT: [GoalLevel; 2] = [GoalLevel::Less, GoalLevel::Expected];

const fn key(level: GoalLevel) -> &'static str {
    match level {
        GoalLevel::MuchLess => "n2",
        GoalLevel::Less => "n1",
        GoalLevel::Expected => "z0",
        GoalLevel::More => "p1",
        GoalLevel::MuchMore => "p2",
    }
}

/// Shows the five levels.
pub fn show(it: &Drafting<'_>, next: &mut Next, ui: &mut Ui, commands: &mut Vec<Command>) {
    let (words, plan) = (it.view.words, it.plan);
    widgets::subheading(ui, &t!(words, "plan-goal"));
    ui.add_space(-theme::HALF);
    widgets::paragraph_small(ui, &t!(words, "plan-goal-below"));
    let is_full = GoalLevel::ALL.iter().all(|level| !plan.goal(*level).is_empty());
    let fill = ui.add(Button::new(&t!(words, "plan-goal-fill")).small().enabled(!is_full));
    if is_full {
        next.pass(Stop::Fill, Stop::Level(GoalLevel::MuchLess));
    }
    next.arrive(Stop::Fill, &fill);
    if fill.clicked() {
        commands.push(change(PlanEdit::SetGoal(filled(it))));
        if plan.present.is_none() {
            commands.push(change(PlanEdit::SetPresent(Some(GoalLevel::Less))));
        }
        next.go(Stop::Show);
    }
    for (at, level) in GoalLevel::ALL.into_iter().enumerate() {
        let label = t!(words, "plan-level", level = key(level));
        let mut text = plan.goal(level).to_owned();
        let salt = ["plan n2", "plan n1", "plan z0", "plan p1", "plan p2"][at];
        let typed = field(ui, &Field { salt, label: &label, hint: "", rows: 1 }, &mut text);
        next.arrive(Stop::Level(level), &typed.response);
        if typed.response.changed() {
            commands.push(change(PlanEdit::SetText(PlanText::Goal(level), text)));
        }
        if typed.entered {
            next.go(GoalLevel::ALL.get(at + 1).map_or(Stop::Show, |level| Stop::Level(*level)));
        }
    }
    present(it, ui, commands);
}

fn present(it: &Drafting<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    let title = t!(words, "plan-present");
    widgets::paragraph_small(ui, &title);
    ui.add_space(-theme::HALF);
    let labels = [t!(words, "plan-present-less"), t!(words, "plan-present-expected")];
    let here = it.plan.present.and_then(|present| PRESENT.iter().position(|level| *level == present));
    // Nothing is chosen as long as it was not said.
    if let Some(picked) = Segmented::new(&title, &labels).show(ui, here.unwrap_or(labels.len())) {
        commands.push(change(PlanEdit::SetPresent(Some(PRESENT[picked]))));
    }
}

/// The levels with examples where nothing is written yet.
fn filled(it: &Drafting<'_>) -> BTreeMap<GoalLevel, String> {
    let shown = it.plan.action.as_ref().map(|action| it.view.actions.text(action).shown.as_str());
    let shown = shown.filter(|shown| !shown.is_empty()).map(capital);
    let what = shown.unwrap_or_else(|| t!(it.view.words, "plan-goal-what", deed = it.plan.deed.trim()));
    let level = |level: GoalLevel| {
        let written = it.plan.goal(level);
        (level, if written.is_empty() { example(it.view.words, level, &what) } else { written.to_owned() })
    };
    GoalLevel::ALL.into_iter().map(level).collect()
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn example(words: &Words, level: GoalLevel, what: &str) -> String {
    match level {
        GoalLevel::MuchLess => t!(words, "plan-goal-example-n2", what = what),
        GoalLevel::Less => t!(words, "plan-goal-example-n1", what = what),
        GoalLevel::Expected => t!(words, "plan-goal-example-z0", what = what),
        GoalLevel::More => t!(words, "plan-goal-example-p1", what = what),
        GoalLevel::MuchMore => t!(words, "plan-goal-example-p2", what = what),
    }
}
