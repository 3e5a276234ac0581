//! Before the first question: which form, which parts, which role.

use egui::{Id, Key, Label, Modifiers, Ui, vec2};

use super::minutes;
use crate::app::command::{AuditCommand, Command, NewAudit};
use crate::app::models::PartLength;
use crate::app::phrases::part_name;
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{self, Button, FieldText, Segmented, checkbox, text_field, text_field_that_stays};
use crate::profile::{EditError, Form, Part};
use crate::t;

/// What is being chosen.
#[derive(Debug)]
pub struct State {
    form: Form,
    /// One for each part, in order; the first is always on.
    parts: [bool; 5],
    role: String,
    person: String,
    fresh: bool,
    /// Whether role and person were taken from the open profile.
    filled: bool,
}

impl Default for State {
    fn default() -> Self {
        Self::with(Form::Full)
    }
}

impl State {
    /// The default parts of a form: the quick one adds only the role, the full one everything.
    pub fn with(form: Form) -> Self {
        let parts = match form {
            Form::Quick => [true, false, true, false, false],
            Form::Full => [true; 5],
        };
        Self { form, parts, role: String::new(), person: String::new(), fresh: false, filled: false }
    }
}

/// Shows the set-up.
pub fn ui(view: &View<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    if !std::mem::replace(&mut state.filled, true) {
        state.role = view.audit.map(|a| a.role.clone()).unwrap_or_default();
        state.person = view.document.map(|d| d.profile().person.clone()).unwrap_or_default();
    }
    widgets::page(ui, "setup", theme::READING, |ui| {
        widgets::heading(ui, &t!(view.words, "setup-title"), &t!(view.words, "setup-below"));
        full(view, state, ui);
        ui.add_space(theme::STEP);
        form(view, state, ui);
        ui.add_space(theme::STEP);
        parts(view, state, ui);
        ui.add_space(theme::HALF);
        new_profile(view, state, ui);
        let seconds: u32 = chosen(state).map(|part| extent(view, state.form, part).seconds).sum();
        let label = t!(view.words, "setup-start", minutes = minutes(seconds));
        let start = ui.add(Button::new(&label).first().trailing(Icon::ArrowRight));
        if start.clicked() {
            commands.push(Command::Audit(AuditCommand::Start(NewAudit {
                form: state.form,
                parts: chosen(state).collect(),
                role: state.role.clone(),
                person: state.person.clone(),
                fresh: state.fresh,
            })));
        }
        ui.add_space(-theme::HALF);
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, t!(view.words, "setup-kept")));
        who(view, state, start.id, ui);
    });
}

/// If the open profile cannot hold one more audit, this is said before anything is filled in; the audit then begins a new profile.
fn full(view: &View<'_>, state: &mut State, ui: &mut Ui) {
    let Some((document, error)) = view.document.and_then(|d| Some((d, d.room_for_audit().err()?))) else { return };
    state.fresh = true;
    let name = document.shown_name();
    let why = match error {
        EditError::TooManyAudits => {
            t!(view.words, "full-audits", name = name.as_str(), count = document.profile().audits.len())
        }
        _ => t!(view.words, "full-file", name = name.as_str()),
    };
    ui.add_space(theme::GAP);
    widgets::note(ui, Icon::Info, |ui| {
        ui.label(theme::strong(ui, Size::Body, Ink::Ink, why));
        ui.label(theme::text(ui, Size::Body, Ink::Ink, t!(view.words, "full-new-profile", name = name)));
    });
}

/// What a form asks with its default parts, and how long that takes.
pub fn estimate(view: &View<'_>, form: Form) -> FormLength {
    let state = State::with(form);
    let count = |part| extent(view, form, part).questions;
    FormLength {
        minutes: minutes(chosen(&state).map(|part| extent(view, form, part).seconds).sum()),
        items: count(Part::Behaviour),
        parts: chosen(&state).count() - 1,
    }
}

/// How much a form asks.
#[derive(Clone, Copy, Debug)]
pub struct FormLength {
    /// Minutes for all of it.
    pub minutes: u32,
    /// Questions on behaviour.
    pub items: usize,
    /// Parts besides behaviour.
    pub parts: usize,
}

fn chosen(state: &State) -> impl Iterator<Item = Part> + '_ {
    Part::ALL.into_iter().zip(state.parts).filter(|(_, on)| *on).map(|(part, _)| part)
}

fn extent(view: &View<'_>, form: Form, part: Part) -> PartLength {
    view.models.extents().of(form, part)
}

fn form(view: &View<'_>, state: &mut State, ui: &mut Ui) {
    widgets::subheading(ui, &t!(view.words, "setup-form"));
    let labels = [t!(view.words, "form-quick"), t!(view.words, "form-full")];
    let chosen = usize::from(state.form == Form::Full);
    if let Some(picked) = Segmented::new(&t!(view.words, "setup-form"), &labels).show(ui, chosen) {
        let form = if picked == 0 { Form::Quick } else { Form::Full };
        let State { role, person, fresh, .. } = std::mem::take(state);
        *state = State { role, person, fresh, filled: true, ..State::with(form) };
    }
    let points = view.words.points(view.form_half_width(state.form));
    let about = match state.form {
        Form::Quick => t!(view.words, "form-quick-about", points = points, percent = view.percent()),
        Form::Full => t!(view.words, "form-full-about", points = points, percent = view.percent()),
    };
    ui.label(theme::text(ui, Size::Small, Ink::InkSoft, about));
}

fn parts(view: &View<'_>, state: &mut State, ui: &mut Ui) {
    widgets::subheading(ui, &t!(view.words, "setup-parts"));
    for (i, part) in Part::ALL.into_iter().enumerate() {
        let always = part == Part::Behaviour;
        checkbox(ui, &mut state.parts[i], !always, &part_name(view.words, part));
        state.parts[0] = true;
        let PartLength { questions, seconds } = extent(view, state.form, part);
        let minutes = minutes(seconds);
        let about = match part {
            Part::Behaviour => t!(view.words, "about-behaviour", count = questions, minutes = minutes),
            Part::Situations => t!(view.words, "about-situations", count = questions, minutes = minutes),
            Part::Role if state.form == Form::Quick => {
                t!(view.words, "about-role-quick", count = questions, minutes = minutes)
            }
            Part::Role => t!(view.words, "about-role", count = questions, minutes = minutes),
            Part::Energy => t!(view.words, "about-energy", count = questions, minutes = minutes),
            Part::Signs => t!(view.words, "about-signs", count = questions, minutes = minutes),
        };
        ui.add_space(-theme::STEP);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.allocate_space(vec2(28.0, 20.0));
            ui.add(Label::new(theme::text(ui, Size::Small, Ink::InkSoft, about)).wrap());
        });
    }
}

/// The choice of a profile of its own, where one is open.
fn new_profile(view: &View<'_>, state: &mut State, ui: &mut Ui) {
    if let Some(document) = view.document {
        let room = document.room_for_audit().is_ok();
        checkbox(ui, &mut state.fresh, room, &t!(view.words, "setup-fresh", name = document.shown_name()));
    }
    ui.add_space(theme::STEP);
}

/// Role and name, folded away: nobody has to give them, and both can be given later.
fn who(view: &View<'_>, state: &mut State, start: Id, ui: &mut Ui) {
    let given: Vec<&str> =
        [&state.role, &state.person].map(|it| it.trim()).into_iter().filter(|it| !it.is_empty()).collect();
    let title = if given.is_empty() {
        t!(view.words, "setup-who")
    } else {
        t!(view.words, "setup-who-given", names = given.join(", "))
    };
    let header = theme::text(ui, Size::Body, Ink::Ink, title);
    egui::CollapsingHeader::new(header).id_salt("who").show(ui, |ui| {
        text_field(view.words, ui, &FieldText::role(view.words, "role"), &mut state.role);
        ui.add_space(theme::STEP);
        let last = text_field_that_stays(view.words, ui, &FieldText::person(view.words, "person"), &mut state.person);
        // What comes after both is above them.
        if last.lost_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
            ui.memory_mut(|memory| memory.request_focus(start));
        }
    });
}
