//! Where nothing moves: which of four it is, and the one change that fits.

use egui::{Margin, Ui};

use super::{Shown, end};
use crate::actions::ActionKind;
use crate::app::command::{Command, PlanCommand, WindowCommand};
use crate::app::theme::{self, Icon};
use crate::app::widgets::{self, Button, FieldText, text_field};
use crate::instrument::KnownFacet;
use crate::plan::{Remedy, Track, remedy};
use crate::profile::{Aim, EndReason, Extra, Minutes, PlanEdit, TakenAction, Trouble, Turn};
use crate::summary::trouble_words;
use crate::t;

/// How many other occasions are offered.
const OFFERED: usize = 4;

const ALL: [Trouble; 4] = [Trouble::Cue, Trouble::Size, Trouble::NotMine, Trouble::NoLonger];

/// What it remembers.
#[derive(Debug, Default)]
pub struct State {
    trouble: Option<Trouble>,
    /// The new occasion, or the smaller deed.
    text: String,
}

/// Asks which it is, and offers what fits.
pub fn ui(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    widgets::card(ui, Margin::same(24), |ui| {
        let never = it.model.track == Track::NeverComesUp;
        widgets::subheading(ui, &if never { t!(words, "stuck-title-never") } else { t!(words, "stuck-title") });
        ui.add_space(-theme::STEP);
        widgets::paragraph_small(ui, &t!(words, "stuck-below"));
        ui.spacing_mut().item_spacing.y = theme::HALF;
        for trouble in ALL {
            let on = state.trouble == Some(trouble);
            if widgets::radio(ui, on, &trouble_words(words, trouble)).clicked() && !on {
                let text = if trouble == Trouble::Size { it.plan.deed.clone() } else { String::new() };
                *state = State { trouble: Some(trouble), text };
            }
        }
        let Some(trouble) = state.trouble else { return };
        ui.spacing_mut().item_spacing.y = theme::STEP;
        widgets::divider(ui);
        match remedy(trouble) {
            Remedy::AnotherCue => another_cue(it, state, ui, commands),
            Remedy::HalfTheDose => half_the_dose(it, state, ui, commands),
            Remedy::RaiseIt => raise_it(it, ui, commands),
            Remedy::Drop => {
                widgets::paragraph(ui, &t!(words, "stuck-no-longer-below"));
                if ui.add(Button::new(&t!(words, "stuck-no-longer-end"))).clicked() {
                    commands.push(end::ended(it, EndReason::NoLonger, ""));
                }
            }
        }
    });
}

/// The plan gets another occasion or deed; the rest of it stays.
fn turn(it: &Shown<'_>, trouble: Trouble, new: TakenAction) -> Command {
    let (cue, deed) = (it.plan.cue.clone(), it.plan.deed.clone());
    let turn = Turn { on: it.view.today(), trouble, cue, deed, extra: Extra::new() };
    Command::Plan(PlanCommand::Change(PlanEdit::Turn(Box::new(turn), Box::new(new))))
}

/// The plan as it is, to be changed in part.
fn kept(it: &Shown<'_>) -> TakenAction {
    let plan = it.plan;
    TakenAction {
        action: plan.action.clone(),
        cue: plan.cue.clone(),
        deed: plan.deed.clone(),
        minutes: plan.minutes,
        obstacle: plan.obstacle.clone(),
        instead: plan.instead.clone(),
    }
}

/// Other occasions of the library for the same facet, or one of the person's own.
fn another_cue(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    widgets::paragraph(ui, &t!(words, "stuck-cue-below"));
    let kind = if it.plan.aim == Aim::Build { ActionKind::Build } else { ActionKind::CutBack };
    let reports = it.view.document.and_then(|document| document.profile().reports);
    let all = KnownFacet::of(it.plan.facet.as_str()).map_or_else(Vec::new, |facet| it.view.actions.of(facet, kind));
    let fitting = all.into_iter().filter(|action| reports.is_none_or(|has| action.suits(has)));
    let others = fitting.map(|action| it.view.actions.text(&action.id).occasion.as_str());
    for occasion in others.filter(|occasion| *occasion != it.plan.cue).take(OFFERED) {
        if widgets::radio(ui, state.text == occasion, occasion).clicked() {
            occasion.clone_into(&mut state.text);
        }
    }
    let field = FieldText { salt: "stuck", label: t!(words, "stuck-cue-own"), hint: t!(words, "stuck-cue-hint") };
    text_field(words, ui, &field, &mut state.text);
    let cue = state.text.trim();
    let ready = !cue.is_empty() && cue != it.plan.cue;
    if ui.add(Button::new(&t!(words, "stuck-cue-change")).enabled(ready)).clicked() {
        commands.push(turn(it, Trouble::Cue, TakenAction { cue: cue.to_owned(), ..kept(it) }));
        *state = State::default();
    }
}

/// Half the minutes, and a smaller deed.
fn half_the_dose(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    widgets::paragraph(ui, &t!(words, "stuck-size-below"));
    let half = it.plan.minutes.and_then(half);
    if let Some((before, half)) = it.plan.minutes.zip(half) {
        let said = t!(words, "stuck-size-minutes", minutes = u8::from(half), before = u8::from(before));
        widgets::paragraph_small(ui, &said);
    }
    let field = FieldText { salt: "stuck", label: t!(words, "stuck-size-own"), hint: t!(words, "stuck-size-hint") };
    text_field(words, ui, &field, &mut state.text);
    let deed = state.text.trim();
    let ready = !deed.is_empty() && deed != it.plan.deed;
    if ui.add(Button::new(&t!(words, "stuck-size-change")).enabled(ready)).clicked() {
        let minutes = half.or(it.plan.minutes);
        commands.push(turn(it, Trouble::Size, TakenAction { deed: deed.to_owned(), minutes, ..kept(it) }));
        *state = State::default();
    }
}

/// Half as many minutes, rounded up; `None` where there is nothing to halve.
fn half(minutes: Minutes) -> Option<Minutes> {
    Minutes::try_from(u8::from(minutes).div_ceil(2)).ok().filter(|half| *half != minutes)
}

/// Words for whoever decides.
fn raise_it(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    widgets::paragraph(ui, &t!(words, "stuck-mine-below"));
    widgets::note(ui, Icon::Info, |ui| widgets::paragraph(ui, &it.model.raise));
    ui.horizontal_wrapped(|ui| {
        if ui.add(Button::new(&t!(words, "stuck-mine-copy")).icon(Icon::Copy)).clicked() {
            commands.push(Command::Window(WindowCommand::Copy(it.model.raise.clone())));
        }
        if ui.add(Button::new(&t!(words, "stuck-mine-end"))).clicked() {
            commands.push(end::ended(it, EndReason::NotMine, ""));
        }
    });
}
