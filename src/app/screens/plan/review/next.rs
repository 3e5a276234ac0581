//! What comes after the review: the plan goes on, is changed, or ends for the next skill.

use egui::Ui;
use jiff::ToSpan;

use super::{Left, Shown, change};
use crate::app::command::{Command, PlanCommand};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::widgets::{self, Button, FieldText, text_field};
use crate::plan::{PROPOSED_WEEKS, REVIEW_WEEKS};
use crate::profile::{EndReason, Ended, Extra, PlanEdit, PlanText};
use crate::t;

/// What it remembers.
#[derive(Debug)]
pub struct State {
    /// In how many weeks the next review would be.
    weeks: i64,
}

impl Default for State {
    fn default() -> Self {
        Self { weeks: PROPOSED_WEEKS }
    }
}

/// Shows the three ways on. Tells where the person went.
pub fn ui(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) -> Option<Left> {
    let words = it.view.words;
    widgets::divider(ui);
    ui.add_space(theme::STEP);
    let field = FieldText {
        salt: "review words",
        label: t!(words, "reviewing-words"),
        hint: t!(words, "reviewing-words-hint"),
    };
    let mut value = it.plan.outcome.words.clone();
    if text_field(words, ui, &field, &mut value).changed() {
        commands.push(change(PlanEdit::SetText(PlanText::Words, value)));
    }
    ui.add_space(theme::STEP);
    widgets::subheading(ui, &t!(words, "reviewing-next"));
    let mut left = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::GAP;
        if ui.add(Button::new(&t!(words, "reviewing-end")).first()).clicked() {
            let (at, text) = (it.view.home.now, it.plan.outcome.words.clone());
            let ended = Ended { at, why: EndReason::Reviewed, words: text, extra: Extra::new() };
            commands.push(change(PlanEdit::End(Box::new(ended))));
        }
        if ui.add(Button::new(&t!(words, "reviewing-change"))).clicked() {
            commands.push(Command::Plan(PlanCommand::Rework));
            left = Some(Left);
        }
        let day = it.view.today().saturating_add(state.weeks.weeks());
        if ui.add(Button::new(&t!(words, "reviewing-go-on", day = words.day(day)))).clicked() {
            commands.push(Command::Plan(PlanCommand::GoOn(day)));
            left = Some(Left);
        }
    });
    weeks(it, state, ui);
    left
}

/// In how many weeks the next review would be.
fn weeks(it: &Shown<'_>, state: &mut State, ui: &mut Ui) {
    let words = it.view.words;
    ui.horizontal_wrapped(|ui| {
        let said = t!(words, "reviewing-weeks", count = state.weeks);
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, said));
        let names = (t!(words, "reviewing-fewer"), t!(words, "reviewing-more"));
        let fewer = Button::new("").small().icon(Icon::Minus).name(&names.0);
        if ui.add(fewer.enabled(state.weeks > *REVIEW_WEEKS.start())).clicked() {
            state.weeks -= 1;
        }
        let more = Button::new("").small().icon(Icon::Plus).name(&names.1);
        if ui.add(more.enabled(state.weeks < *REVIEW_WEEKS.end())).clicked() {
            state.weeks += 1;
        }
    });
}
