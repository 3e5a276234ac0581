//! What was not asked or not answered, with links to answer it now.

use egui::Ui;

use super::Shown;
use crate::app::command::{AuditCommand, Command};
use crate::app::models::AskedQuestions;
use crate::app::phrases::part_name;
use crate::app::screens::audit::minutes;
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::Button;
use crate::instrument::Question;
use crate::profile::{AuditEdit, Edit, Part};
use crate::t;

/// The questions of a part that have no answer.
fn open<'a>(it: &Shown<'_>, asked: &'a AskedQuestions, part: Part) -> Vec<&'a Question> {
    asked.part(part).iter().filter(|q| !q.is_answered(it.view.instrument, it.audit)).collect()
}

/// Says that a part was not asked about, with a link to it.
pub fn part(it: &Shown<'_>, part: Part, words: &str, ui: &mut Ui, commands: &mut Vec<Command>) {
    ui.label(theme::text(ui, Size::Body, Ink::InkSoft, words));
    let asked = it.view.models.asked();
    let open = open(it, &asked, part);
    let seconds = open.iter().map(|question| question.seconds(it.view.instrument, it.audit)).sum();
    if link(it, part, &t!(it.view.words, "result-answer-now", minutes = minutes(seconds)), ui) {
        commands.extend(to(it, part));
    }
}

/// A link to the open questions of a part; nothing if there are none, or if the part was not chosen.
pub fn rest(it: &Shown<'_>, part: Part, ui: &mut Ui, commands: &mut Vec<Command>) {
    let asked = it.view.models.asked();
    let open = open(it, &asked, part);
    if open.is_empty() || !it.audit.parts.contains(&part) {
        return;
    }
    if link(it, part, &t!(it.view.words, "result-answer-open", count = open.len()), ui) {
        commands.extend(to(it, part));
    }
}

/// Whether it was pressed.
fn link(it: &Shown<'_>, part: Part, link: &str, ui: &mut Ui) -> bool {
    let words = it.view.words;
    let name = t!(words, "result-answer-part", part = part_name(words, part), link = link);
    ui.add(Button::link(link).name(&name)).clicked()
}

/// Adds the part if it was not chosen, and asks its open questions.
fn to(it: &Shown<'_>, part: Part) -> Vec<Command> {
    let mut commands = Vec::new();
    if !it.audit.parts.contains(&part) {
        let parts = it.audit.parts.iter().copied().chain([part]).collect();
        commands.push(Command::Edit(Edit::Audit(it.audit.id.clone(), AuditEdit::SetParts(parts))));
    }
    commands.push(Command::Audit(AuditCommand::AskOpen(Some(part))));
    commands
}
