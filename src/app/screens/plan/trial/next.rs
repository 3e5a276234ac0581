//! Both ways out of a trial, side by side: neither is the better one.

use egui::{Margin, Ui};
use jiff::ToSpan;

use super::{Shown, Went, change};
use crate::app::command::{Command, PlanCommand};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::widgets::{self, Button};
use crate::plan::{TRIAL_WEEKS, trial_weeks};
use crate::profile::{EndReason, Ended, Extra, Plan, PlanEdit};
use crate::t;

/// The narrowest card beside another one.
const LEAST: f32 = 280.0;

/// What it remembers.
#[derive(Debug)]
pub struct State {
    /// For how many weeks it would go on.
    weeks: u8,
}

impl Default for State {
    fn default() -> Self {
        Self { weeks: *TRIAL_WEEKS.start() }
    }
}

impl State {
    /// At first, for as many weeks as it took until now.
    pub fn of(plan: &Plan) -> Self {
        Self { weeks: trial_weeks(plan) }
    }
}

/// Shows them. Tells where the person went.
pub fn ui(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) -> Option<Went> {
    let words = it.view.words;
    widgets::divider(ui);
    ui.add_space(theme::STEP);
    widgets::subheading(ui, &t!(words, "trying-next"));
    ui.add_space(-theme::STEP);
    widgets::paragraph_small(ui, &t!(words, "trying-next-below"));
    let mut went = None;
    widgets::columns(ui, 2, LEAST, |ui, which| {
        widgets::card(ui, Margin::same(16), |ui| {
            if which == 0 {
                stop(it, ui, commands);
            } else if go_on(it, state, ui, commands) {
                went = Some(Went::Back);
            }
        });
    });
    went
}

fn stop(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    widgets::subheading(ui, &t!(words, "trial-part-stop"));
    ui.add_space(-theme::STEP);
    widgets::paragraph_small(ui, &it.model.text.stop);
    if ui.add(Button::new(&t!(words, "trying-stop"))).clicked() {
        // Who said nothing stopped before looking back.
        let why = if it.of.after.is_some() { EndReason::Reviewed } else { EndReason::Other };
        let ended = Ended { at: it.view.home.now, why, words: String::new(), extra: Extra::new() };
        commands.push(change(PlanEdit::End(Box::new(ended))));
    }
}

/// True when it goes on.
fn go_on(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) -> bool {
    let words = it.view.words;
    widgets::subheading(ui, &t!(words, "trial-part-go-on"));
    ui.add_space(-theme::STEP);
    widgets::paragraph_small(ui, &it.model.text.go_on);
    let day = it.view.today().saturating_add(i64::from(state.weeks).weeks());
    let pressed = ui.add(Button::new(&t!(words, "trying-go-on-until", day = words.day(day)))).clicked();
    if pressed {
        commands.push(Command::Plan(PlanCommand::GoOn(day)));
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        let names = (t!(words, "trying-fewer"), t!(words, "trying-more"));
        let fewer = Button::new("").small().icon(Icon::Minus).name(&names.0);
        if ui.add(fewer.enabled(state.weeks > *TRIAL_WEEKS.start())).clicked() {
            state.weeks -= 1;
        }
        let more = Button::new("").small().icon(Icon::Plus).name(&names.1);
        if ui.add(more.enabled(state.weeks < *TRIAL_WEEKS.end())).clicked() {
            state.weeks += 1;
        }
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, t!(words, "trying-weeks", weeks = state.weeks)));
    });
    pressed
}
