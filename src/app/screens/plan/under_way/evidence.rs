//! Evidence: dated notes of what was done, the person's alone.

use egui::{Label, Margin, Ui};
use jiff::ToSpan;

use super::Shown;
use crate::app::command::{Command, PlanCommand, ReportCommand, ReportPage};
use crate::app::models::NoteRow;
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::widgets::{self, Button, FieldText, text_field};
use crate::profile::{Edit, Note, NoteEdit, NoteId, NoteText};
use crate::t;

/// What it remembers.
#[derive(Debug, Default)]
pub struct State {
    /// The note that is written, and the one that it changes; a new one has none.
    written: Option<Written>,
}

#[derive(Debug)]
struct Written {
    note: Note,
    of: Option<NoteId>,
    /// Whether the first field is to get the focus.
    focus: bool,
}

/// Shows the notes, and the one that is written.
pub fn ui(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    let (title, add) = (t!(words, "evidence-title"), t!(words, "evidence-add"));
    if state.written.is_some() {
        widgets::subheading(ui, &title);
    } else if widgets::title_with(ui, &title, Button::link(&add)).clicked() {
        let note = Note::empty(NoteId::from(""), it.view.today(), it.plan.facet.clone());
        state.written = Some(Written { note, of: None, focus: true });
    }
    ui.add_space(-theme::HALF);
    widgets::paragraph_small(ui, &t!(words, "evidence-below"));
    if let Some(written) = &mut state.written
        && form(it, written, ui, commands)
    {
        state.written = None;
    }
    if !it.model.notes.is_empty() && state.written.is_none() {
        let print = Command::Report(ReportCommand::ShowPlan(ReportPage::Notes));
        if ui.add(Button::link(&print.label(words)).small().icon(Icon::Print)).clicked() {
            commands.push(print);
        }
    }
    if it.model.notes.is_empty() && state.written.is_none() {
        widgets::paragraph(ui, &t!(words, "evidence-none"));
    }
    for row in &it.model.notes {
        if let Some(note) = shown(it, row, ui, commands) {
            state.written = Some(Written { of: Some(note.id.clone()), note, focus: true });
        }
    }
}

/// Shows a note. Returns it where it is to be changed.
fn shown(it: &Shown<'_>, row: &NoteRow, ui: &mut Ui, commands: &mut Vec<Command>) -> Option<Note> {
    let words = it.view.words;
    widgets::divider(ui);
    let (edit, delete) = (t!(words, "evidence-edit"), t!(words, "delete"));
    let names = (
        t!(words, "evidence-edit-name", day = row.said.day.as_str()),
        t!(words, "evidence-delete-name", day = row.said.day.as_str()),
    );
    let buttons = [Button::link(&edit).small().name(&names.0), Button::link(&delete).small().name(&names.1)];
    let pressed = widgets::with_actions(ui, 240.0, &buttons, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, &row.said.day));
        ui.add(Label::new(theme::text(ui, Size::Body, Ink::Ink, &row.said.words)).wrap());
        if !row.said.below.is_empty() {
            ui.add(Label::new(theme::text(ui, Size::Small, Ink::InkSoft, &row.said.below)).wrap());
        }
    });
    match pressed {
        Some(0) => it.view.document?.profile().note(&row.id).map(|note| note.as_ref().clone()),
        Some(_) => {
            commands.push(Command::Edit(Edit::RemoveNote(row.id.clone())));
            None
        }
        None => None,
    }
}

/// The fields of a note. True when it is to be closed.
fn form(it: &Shown<'_>, written: &mut Written, ui: &mut Ui, commands: &mut Vec<Command>) -> bool {
    let words = it.view.words;
    widgets::card(ui, Margin::same(16), |ui| {
        day(it, &mut written.note, ui);
        let note = &mut written.note;
        let fields = [
            ("note occasion", t!(words, "evidence-occasion"), t!(words, "evidence-occasion-hint"), &mut note.occasion),
            ("note did", t!(words, "evidence-did"), t!(words, "evidence-did-hint"), &mut note.did),
            ("note came", t!(words, "evidence-came"), t!(words, "evidence-came-hint"), &mut note.came_of_it),
            ("note seen", t!(words, "evidence-seen"), t!(words, "evidence-seen-hint"), &mut note.seen_by),
        ];
        for (salt, label, hint, value) in fields {
            let field = text_field(words, ui, &FieldText { salt, label, hint }, value);
            if std::mem::take(&mut written.focus) {
                field.request_focus();
                field.scroll_to_me(None);
            }
        }
        let mut close = false;
        ui.horizontal_wrapped(|ui| {
            let save = t!(words, "evidence-save");
            if ui.add(Button::new(&save).enabled(!written.note.is_empty())).clicked() {
                keep(it, written, commands);
                close = true;
            }
            close |= ui.add(Button::new(&t!(words, "cancel"))).clicked();
        });
        close
    })
}

/// The day, and one day earlier or later.
fn day(it: &Shown<'_>, note: &mut Note, ui: &mut Ui) {
    let words = it.view.words;
    ui.horizontal_wrapped(|ui| {
        ui.label(theme::strong(ui, Size::Body, Ink::Ink, t!(words, "evidence-day")));
        let (before, after) = (t!(words, "evidence-day-before"), t!(words, "evidence-day-after"));
        if ui.add(Button::new("").small().icon(Icon::Left).name(&before)).clicked() {
            note.on = note.on.saturating_sub(1.day());
        }
        ui.label(theme::text(ui, Size::Body, Ink::Ink, words.day(note.on)));
        let is_past = note.on < it.view.today();
        if ui.add(Button::new("").small().icon(Icon::Right).name(&after).enabled(is_past)).clicked() {
            note.on = note.on.saturating_add(1.day());
        }
    });
}

/// Keeps what was written: a new note, or what differs from the one that it changes.
fn keep(it: &Shown<'_>, written: &Written, commands: &mut Vec<Command>) {
    let note = &written.note;
    let Some(id) = &written.of else {
        commands.push(Command::Plan(PlanCommand::AddNote(Box::new(note.clone()))));
        return;
    };
    let Some(old) = it.view.document.and_then(|document| document.profile().note(id)) else { return };
    let texts = [
        (NoteText::Occasion, &old.occasion, &note.occasion),
        (NoteText::Did, &old.did, &note.did),
        (NoteText::CameOfIt, &old.came_of_it, &note.came_of_it),
        (NoteText::SeenBy, &old.seen_by, &note.seen_by),
    ];
    let changed = texts.into_iter().filter(|(_, before, now)| before != now);
    let texts = changed.map(|(which, _, now)| NoteEdit::SetText(which, now.clone()));
    let day = (old.on != note.on).then_some(NoteEdit::SetDay(note.on));
    commands.extend(texts.chain(day).map(|change| Command::Edit(Edit::Note(id.clone(), change))));
}
