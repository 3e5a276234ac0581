//! The sentence is said once with its first half hidden; it can be skipped.

use egui::accesskit::{Live, Role};
use egui::{Ui, WidgetInfo};

use super::field::{Field, field};
use super::stops::{Drafting, Next, Stop, change};
use crate::app::command::Command;
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::widgets::{self, Button};
use crate::profile::{Plan, PlanEdit};
use crate::summary::plan_sentence;
use crate::t;

/// What it remembers.
#[derive(Debug, Default)]
pub struct State {
    /// What was typed; it is not kept.
    typed: String,
    /// Whether the whole sentence is shown.
    shown: bool,
    /// Whether it is said once more.
    again: bool,
    /// Whether it was said just now, so that the start comes next.
    said: bool,
}

/// Shows the sentence to be said.
pub fn show(it: &Drafting<'_>, state: &mut State, next: &mut Next, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    widgets::subheading(ui, &t!(words, "plan-rehearse"));
    ui.add_space(-theme::HALF);
    widgets::paragraph_small(ui, &t!(words, "plan-rehearse-below"));
    if it.plan.rehearsed && !state.again {
        // Not before the card has gone: what stands below it is another widget then.
        if std::mem::take(&mut state.said) {
            next.go(Stop::Begin);
        }
        next.pass(Stop::Show, Stop::Begin);
        ui.horizontal_wrapped(|ui| {
            ui.label(theme::text(ui, Size::Body, Ink::Ink, t!(words, "plan-rehearsed")));
            if ui.add(Button::link(&t!(words, "plan-rehearse-again"))).clicked() {
                *state = State { again: true, ..State::default() };
            }
        });
        return;
    }
    widgets::card(ui, 24, |ui| {
        widgets::paragraph_small(ui, &t!(words, "plan-rehearse-how"));
        let hidden = Plan { cue: String::new(), ..it.plan.clone() };
        let said = plan_sentence(words, if state.shown { it.plan } else { &hidden });
        let label = ui.label(theme::text(ui, Size::Large, Ink::Ink, &said));
        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        ui.accesskit_node_builder(label.id, |node| node.set_live(Live::Polite));
        let (label, hint) = (t!(words, "plan-rehearse-field"), t!(words, "plan-rehearse-hint"));
        let typed = field(ui, &Field { salt: "plan rehearse", label: &label, hint: &hint, rows: 1 }, &mut state.typed);
        if typed.entered {
            state.shown = true;
            next.go(Stop::Had);
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            buttons(it, state, next, ui, commands);
        });
    });
}

fn buttons(it: &Drafting<'_>, state: &mut State, next: &mut Next, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    if state.shown {
        let had = ui.add(Button::new(&t!(words, "plan-rehearse-had")).icon(Icon::Check));
        next.arrive(Stop::Had, &had);
        if had.clicked() {
            *state = State { said: true, ..State::default() };
            commands.push(change(PlanEdit::SetRehearsed(true)));
        }
        if ui.add(Button::new(&t!(words, "plan-rehearse-again"))).clicked() {
            *state = State { again: state.again, ..State::default() };
            next.go(Stop::Show);
        }
        return;
    }
    let show = ui.add(Button::new(&t!(words, "plan-rehearse-show")));
    next.arrive(Stop::Show, &show);
    if show.clicked() {
        state.shown = true;
        next.go(Stop::Had);
    }
    if ui.add(Button::link(&t!(words, "plan-rehearse-skip"))).clicked() {
        next.go(Stop::Begin);
    }
}
