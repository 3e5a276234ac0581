//! The sentence of the plan and what is done where something gets in the way, to read and to change.

use egui::text::LayoutJob;
use egui::{Align, Label, Margin, TextFormat, Ui};

use super::Shown;
use crate::app::command::{Command, PlanCommand};
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, Button, FieldText, text_field};
use crate::profile::{PlanEdit, PlanText};
use crate::t;

/// What it remembers.
#[derive(Debug, Default)]
pub struct State {
    /// Whether it is being changed.
    open: bool,
    /// Whether the first field is to get the focus.
    focus: bool,
}

impl State {
    /// Opens it, to be changed.
    pub const fn open(&mut self) {
        (self.open, self.focus) = (true, true);
    }
}

/// Shows the card of the sentence.
pub fn ui(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    widgets::card(ui, Margin { top: 16, ..Margin::same(24) }, |ui| {
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, t!(words, "under-way-sentence")));
        let job = underlined(ui, &it.model.sentence, [&it.plan.cue, &it.plan.deed]);
        ui.add(Label::new(job).wrap());
        if !it.model.obstacle.is_empty() {
            ui.label(theme::text(ui, Size::Body, Ink::InkSoft, &it.model.obstacle));
        }
        if state.open {
            fields(it, state, ui, commands);
        } else {
            ui.add_space(theme::HALF);
            if ui.add(Button::link(&t!(words, "under-way-change")).small()).clicked() {
                state.open();
            }
        }
    });
}

/// The sentence with the person's own parts underlined.
fn underlined(ui: &Ui, sentence: &str, parts: [&str; 2]) -> LayoutJob {
    let format = |underline: bool| TextFormat {
        font_id: theme::font(Size::Large, false),
        color: theme::color(ui, Ink::Ink),
        line_height: Some(Size::Large.line()),
        underline: if underline { theme::stroke(ui, 1.0, Ink::LineStrong) } else { egui::Stroke::NONE },
        valign: Align::BOTTOM,
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    let mut rest = sentence;
    for part in parts.map(str::trim).into_iter().filter(|part| !part.is_empty()) {
        // A part that a language writes otherwise is not underlined.
        if let Some((before, after)) = rest.split_once(part) {
            job.append(before, 0.0, format(false));
            job.append(part, 0.0, format(true));
            rest = after;
        }
    }
    job.append(rest, 0.0, format(false));
    job
}

fn fields(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let (words, plan) = (it.view.words, it.plan);
    ui.add_space(theme::STEP);
    widgets::divider(ui);
    let all = [
        (PlanText::Cue, "plan cue", t!(words, "under-way-cue"), t!(words, "under-way-cue-hint"), &plan.cue),
        (PlanText::Deed, "plan deed", t!(words, "under-way-deed"), t!(words, "under-way-deed-hint"), &plan.deed),
        (
            PlanText::Obstacle,
            "plan obstacle",
            t!(words, "under-way-obstacle"),
            t!(words, "under-way-obstacle-hint"),
            &plan.obstacle,
        ),
        (
            PlanText::Instead,
            "plan instead",
            t!(words, "under-way-instead"),
            t!(words, "under-way-instead-hint"),
            &plan.instead,
        ),
    ];
    for (which, salt, label, hint, text) in all {
        let mut value = text.clone();
        let field = text_field(words, ui, &FieldText { salt, label, hint }, &mut value);
        if field.changed() {
            commands.push(Command::Plan(PlanCommand::Change(PlanEdit::SetText(which, value))));
        }
        if which == PlanText::Cue && std::mem::take(&mut state.focus) {
            field.request_focus();
            field.scroll_to_me(None);
        }
    }
    ui.add_space(theme::HALF);
    if ui.add(Button::new(&t!(words, "under-way-change-done"))).clicked() {
        state.open = false;
    }
}
