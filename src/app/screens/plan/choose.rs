//! Which skill to practise: what the answers suggest, with what speaks for it and against it, and any other.

use egui::Ui;

use super::field::{Field, field};
use crate::app::command::{Command, NewPlan, PlanCommand, WindowCommand};
use crate::app::models::{PlanChoice, SkillRow};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{self, Button, Segmented, side_mark};
use crate::profile::{Aim, Edit, FacetId};
use crate::t;

/// What it remembers.
#[derive(Debug, Default)]
pub struct State {
    /// The facet that is chosen without being suggested.
    other: Option<FacetId>,
    /// Whether the field for the reason gets the focus.
    opened: bool,
    aim: Aim,
    reason: String,
}

/// Shows what can be chosen.
pub fn show(view: &View<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let choice = view.models.plan_choice();
    widgets::page(ui, "plan-choose", theme::READING, |ui| {
        widgets::heading(ui, &t!(view.words, "plan-title"), &t!(view.words, "plan-below"));
        ui.add_space(theme::STEP);
        place(view, &choice, ui, commands);
        let nothing = choice.build.is_empty() && choice.cut_back.is_empty();
        if nothing && choice.deepen.is_empty() {
            widgets::paragraph(ui, &t!(view.words, "plan-nothing"));
        }
        let groups = [
            (&choice.build, t!(view.words, "plan-build"), t!(view.words, "plan-build-below")),
            (&choice.cut_back, t!(view.words, "plan-cut-back"), String::new()),
            (&choice.deepen, t!(view.words, "plan-deepen"), t!(view.words, "plan-deepen-below")),
        ];
        let mut first = true;
        for (rows, title, below) in groups {
            if !rows.is_empty() {
                group(ui, &title, &below, |ui| {
                    for skill in rows {
                        row(view, skill, std::mem::take(&mut first), ui, commands);
                    }
                });
            }
        }
        others(view, &choice, state, ui, commands);
        super::trial::past(view, ui);
        ui.add_space(theme::GAP);
        reports(view, ui, commands);
    });
}

fn group(ui: &mut Ui, title: &str, below: &str, add: impl FnOnce(&mut Ui)) {
    ui.add_space(theme::GAP);
    widgets::subheading(ui, title);
    if !below.is_empty() {
        ui.add_space(-theme::HALF);
        widgets::paragraph_small(ui, below);
    }
    ui.scope(|ui| {
        add(ui);
        widgets::divider(ui);
    });
}

/// Where the signs point to the place: that practice may not be what helps, and words for raising it.
fn place(view: &View<'_>, choice: &PlanChoice, ui: &mut Ui, commands: &mut Vec<Command>) {
    if choice.place.is_empty() {
        return;
    }
    widgets::note(ui, Icon::Info, |ui| {
        widgets::paragraph(ui, &choice.place);
        ui.label(theme::strong(ui, Size::Small, Ink::Ink, t!(view.words, "plan-place-say")));
        ui.add_space(-theme::HALF);
        widgets::paragraph_small(ui, &choice.raise);
        if ui.add(Button::new(&t!(view.words, "plan-place-copy")).small().icon(Icon::Copy)).clicked() {
            commands.push(Command::Window(WindowCommand::Copy(choice.raise.clone())));
        }
    });
}

/// The mark of its side, and the name of a facet.
fn name(skill: &SkillRow, ui: &mut Ui) {
    widgets::line(ui, |ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        side_mark(ui, skill.side, Size::Body.line());
        ui.label(theme::strong(ui, Size::Body, Ink::Ink, &skill.name));
    });
}

fn row(view: &View<'_>, skill: &SkillRow, first: bool, ui: &mut Ui, commands: &mut Vec<Command>) {
    widgets::divider(ui);
    let label = t!(view.words, "plan-practise");
    let button = Button::new(&label).name(&skill.spoken);
    let button = if first { button.first() } else { button };
    let pressed = widgets::with_actions(ui, 320.0, &[button], |ui| {
        ui.spacing_mut().item_spacing.y = theme::HALF;
        name(skill, ui);
        widgets::paragraph_small(ui, &skill.reasons);
        if !skill.against.is_empty() {
            widgets::paragraph_small(ui, &t!(view.words, "plan-against", words = skill.against.as_str()));
        }
        ui.add_space(theme::HALF);
    });
    if pressed.is_some() {
        commands.push(draft(skill.facet.clone(), skill.aim, String::new()));
    }
}

const fn draft(facet: FacetId, aim: Aim, reason: String) -> Command {
    Command::Plan(PlanCommand::Draft(NewPlan { facet, aim, reason }))
}

/// The facets that are not suggested. One that is chosen anyway asks for the reason.
fn others(view: &View<'_>, choice: &PlanChoice, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    if choice.others.is_empty() {
        return;
    }
    let (title, below) = (t!(view.words, "plan-others"), t!(view.words, "plan-others-below"));
    group(ui, &title, &below, |ui| {
        for skill in &choice.others {
            widgets::divider(ui);
            let spoken = t!(view.words, "plan-other-choose-name", facet = skill.name.as_str());
            let label = t!(view.words, "plan-other-choose");
            let button = Button::link(&label).name(&spoken);
            if widgets::with_actions(ui, 200.0, &[button], |ui| name(skill, ui)).is_some() {
                state.opened = state.other.as_ref() != Some(&skill.facet);
                state.other = state.opened.then(|| skill.facet.clone());
            }
            if state.other.as_ref() == Some(&skill.facet) {
                other(view, skill, state, ui, commands);
            }
        }
    });
}

fn other(view: &View<'_>, skill: &SkillRow, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let labels = [t!(view.words, "plan-other-more"), t!(view.words, "plan-other-less")];
    let here = usize::from(state.aim == Aim::CutBack);
    if let Some(picked) = Segmented::new(&t!(view.words, "plan-other-aim"), &labels).show(ui, here) {
        state.aim = if picked == 0 { Aim::Build } else { Aim::CutBack };
    }
    let (label, hint) = (t!(view.words, "plan-why"), t!(view.words, "plan-why-hint"));
    let why = field(ui, &Field { salt: "plan why", label: &label, hint: &hint, rows: 1 }, &mut state.reason);
    if std::mem::take(&mut state.opened) {
        why.response.request_focus();
    }
    let spoken = t!(view.words, "plan-practise-name", facet = skill.name.as_str(), aim = labels[here].as_str());
    let pressed = ui.add(Button::new(&t!(view.words, "plan-practise")).name(&spoken)).clicked();
    if pressed || why.entered {
        commands.push(draft(skill.facet.clone(), state.aim, state.reason.trim().to_owned()));
        *state = State::default();
    }
    ui.add_space(theme::STEP);
}

/// Whether anyone reports to the person, which decides which exercises are proposed.
pub fn reports(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let title = t!(view.words, "plan-reports");
    widgets::subheading(ui, &title);
    let labels =
        [t!(view.words, "plan-reports-yes"), t!(view.words, "plan-reports-no"), t!(view.words, "plan-reports-open")];
    let here = match view.document.and_then(|document| document.profile().reports) {
        Some(true) => 0,
        Some(false) => 1,
        None => 2,
    };
    if let Some(picked) = Segmented::new(&title, &labels).show(ui, here) {
        commands.push(Command::Edit(Edit::SetReports([Some(true), Some(false), None][picked])));
    }
    widgets::paragraph_small(ui, &t!(view.words, "plan-reports-below"));
}
