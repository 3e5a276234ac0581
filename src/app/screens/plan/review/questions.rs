//! The questions of the facet, asked again; then how it was, seen from today. What came of both is shown after that, so that neither
//! colours the other.

use std::collections::BTreeMap;

use egui::{Label, Ui};

use super::{Shown, change};
use crate::app::command::{Command, PlanCommand};
use crate::app::models::{AskedRow, Recheck};
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, Button, Segmented};
use crate::profile::{Answer, Audit, AuditEdit, Edit, ItemId, PlanEdit, Rating};
use crate::t;

/// What it remembers.
#[derive(Debug, Default)]
pub struct State {
    /// Whether the person wants to see what came of it without looking back, or has looked back.
    shown: bool,
}

/// What is asked.
#[derive(Clone, Copy)]
struct Asked<'a> {
    items: &'a [AskedRow],
    /// What the lowest and the highest answer are called.
    ends: &'a [String; 2],
}

/// Shows where the questions stand.
pub fn ui(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    widgets::subheading(ui, &t!(words, "reviewing-questions"));
    match &it.model.recheck {
        Recheck::NotAsked => {
            state.shown = false;
            widgets::paragraph(ui, &t!(words, "reviewing-questions-ask"));
            if ui.add(Button::new(&t!(words, "reviewing-questions-start"))).clicked() {
                commands.push(Command::Plan(PlanCommand::Recheck));
            }
        }
        Recheck::UnderWay { audit, items, ends } => {
            state.shown = false;
            again(it, audit, Asked { items, ends }, ui, commands);
        }
        Recheck::Done { then, ends } => {
            let all = then.iter().all(|row| it.plan.outcome.then.contains_key(&row.item));
            if state.shown {
                found(it, ui);
            } else {
                looked_back(it, Asked { items: then, ends }, ui, commands);
                let label = if all { t!(words, "reviewing-then-show") } else { t!(words, "reviewing-then-skip") };
                let show = Button::new(&label);
                state.shown = ui.add(if all { show } else { Button::link(&label) }).clicked();
            }
        }
    }
}

/// What came of the questions.
fn found(it: &Shown<'_>, ui: &mut Ui) {
    if it.model.questions.is_empty() {
        widgets::paragraph(ui, &t!(it.view.words, "reviewing-questions-other"));
    } else {
        widgets::paragraph(ui, &it.model.questions);
    }
}

/// The questions as they are asked now.
fn again(it: &Shown<'_>, audit: &Audit, asked: Asked<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    let [low, high] = asked.ends;
    widgets::paragraph_small(ui, &t!(words, "reviewing-now-below", low = low.as_str(), high = high.as_str()));
    let edit = |change| Command::Edit(Edit::Audit(audit.id.clone(), change));
    rows(it, asked.items, &audit.answers.items, ui, |item, answer| {
        commands.push(edit(AuditEdit::SetAnswer(item, Some(answer), None)));
    });
    let all = asked.items.iter().all(|row| audit.answers.items.contains_key(&row.item));
    if ui.add(Button::new(&t!(words, "reviewing-questions-done")).enabled(all)).clicked() {
        commands.push(edit(AuditEdit::Finish(it.view.home.now)));
        commands.push(change(PlanEdit::SetRecheck(Some(audit.id.clone()))));
    }
}

/// The same items about the time before the plan. The old answers are nowhere on the page.
fn looked_back(it: &Shown<'_>, asked: Asked<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    ui.label(theme::strong(ui, Size::Body, Ink::Ink, t!(words, "reviewing-then")));
    ui.add_space(-theme::STEP);
    let [low, high] = asked.ends;
    widgets::paragraph_small(ui, &t!(words, "reviewing-then-below", low = low.as_str(), high = high.as_str()));
    rows(it, asked.items, &it.plan.outcome.then, ui, |item, answer| {
        commands.push(change(PlanEdit::SetThen(item, Some(answer))));
    });
}

/// A row for each item, with the answer that it has.
fn rows(
    it: &Shown<'_>,
    items: &[AskedRow],
    answers: &BTreeMap<ItemId, Answer>,
    ui: &mut Ui,
    mut answered: impl FnMut(ItemId, Answer),
) {
    let not = t!(it.view.words, "reviewing-not-applicable");
    let labels: Vec<String> = Rating::ALL.iter().map(|rating| rating.value().to_string()).chain([not]).collect();
    for row in items {
        ui.add(Label::new(theme::text(ui, Size::Body, Ink::Ink, &row.words)).wrap());
        ui.add_space(-theme::HALF);
        let here = match answers.get(&row.item) {
            Some(Answer::Rated(rating)) => rating.index(),
            Some(Answer::NotApplicable) => Rating::ALL.len(),
            None => usize::MAX,
        };
        if let Some(picked) = Segmented::new(&row.name, &labels).show(ui, here) {
            let answer = Rating::ALL.get(picked).map_or(Answer::NotApplicable, |rating| Answer::Rated(*rating));
            answered(row.item.clone(), answer);
        }
    }
}
