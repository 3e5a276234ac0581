//! What can be continued: the open profile's unfinished audit, and what earlier windows left unsaved.

use egui::{Label, Margin, Ui};
use jiff::{Timestamp, ToSpan as _};

use crate::app::command::{Command, ResumeCommand, Screen, WindowCommand};
use crate::app::phrases::part_name;
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{self, Button};
use crate::app::work::resume::Resume;
use crate::profile::Audit;
use crate::words::Words;
use crate::{foreign, t};

/// The audit of the open profile, where it is not finished.
fn open_audit<'a>(view: &View<'a>) -> Option<&'a Audit> {
    view.audit.filter(|audit| audit.finished.is_none())
}

/// Whether there is something that can be continued by a press.
pub fn is_offered(view: &View<'_>) -> bool {
    open_audit(view).is_some() || view.home.resume.iter().any(|resume| resume.damage.is_none())
}

/// Shows what can be continued, if there is anything.
pub fn ui(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let open = open_audit(view);
    if open.is_some() {
        unfinished(view, ui, commands);
    }
    let (whole, damaged): (Vec<_>, Vec<_>) = view.home.resume.iter().partition(|resume| resume.damage.is_none());
    if let Some((first, rest)) = whole.split_first() {
        newest(view, first, open.is_none(), ui, commands);
        others(view, rest, ui, commands);
    }
    for resume in damaged {
        broken(view, resume, ui, commands);
    }
    if open.is_some() || !view.home.resume.is_empty() {
        ui.add_space(theme::PAD);
    }
}

/// The audit of the open profile.
fn unfinished(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let name = view.document.map(crate::document::Document::shown_name).unwrap_or_default();
    let open = view.models.asked().open.len();
    let label = t!(view.words, "home-go-on-button");
    widgets::card(ui, Margin::symmetric(24, 21), |ui| {
        let actions = [Button::new(&label).first()];
        let pressed = widgets::with_actions(ui, 280.0, &actions, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            widgets::subheading(ui, &t!(view.words, "home-go-on"));
            let left = t!(view.words, "home-go-on-open", count = open);
            small(ui, &sentence(&[name, position(view), left]));
        });
        if pressed.is_some() {
            commands.push(Command::GoTo(Screen::Audit));
        }
    });
}

/// "Question 17 of 40 in Behaviour": the current question of the audit in this window.
fn position(view: &View<'_>) -> String {
    let Some(question) = view.position else { return String::new() };
    let asked = view.models.asked();
    let number = asked.place(question).map_or(0, |i| i + 1);
    t!(
        view.words,
        "place",
        number = number,
        of = asked.part(question.part()).len(),
        part = part_name(view.words, question.part())
    )
}

/// The newest unsaved work, as a card.
fn newest(view: &View<'_>, resume: &Resume, first: bool, ui: &mut Ui, commands: &mut Vec<Command>) {
    let (label, discard) = (button_words(view.words, resume), t!(view.words, "home-discard"));
    let (name, discard_name) = names(view.words, resume);
    let resume_button = Button::new(&label).name(&name);
    let actions =
        [Button::link(&discard).name(&discard_name), if first { resume_button.first() } else { resume_button }];
    widgets::card(ui, Margin::symmetric(24, 21), |ui| {
        let pressed = widgets::with_actions(ui, 280.0, &actions, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            widgets::subheading(ui, &t!(view.words, "home-carry-on"));
            small(ui, &sentence(&[resume.title.clone(), where_and_when(view, resume)]));
        });
        commands.extend(pressed.map(|i| chosen(i, resume)));
    });
}

/// Older unsaved work, a row each.
fn others(view: &View<'_>, rest: &[&Resume], ui: &mut Ui, commands: &mut Vec<Command>) {
    if rest.is_empty() {
        return;
    }
    ui.add_space(theme::STEP);
    widgets::subheading(ui, &t!(view.words, "home-more"));
    widgets::divider(ui);
    for resume in rest {
        let (label, discard) = (t!(view.words, "home-resume"), t!(view.words, "home-discard"));
        let (name, discard_name) = names(view.words, resume);
        let actions = [Button::link(&discard).small().name(&discard_name), Button::new(&label).small().name(&name)];
        let pressed = widgets::with_actions(ui, 240.0, &actions, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add(Label::new(theme::text(ui, Size::Body, Ink::Ink, &resume.title)).truncate());
            small(ui, &where_and_when(view, resume));
        });
        commands.extend(pressed.map(|i| chosen(i, resume)));
        widgets::divider(ui);
    }
}

/// A journal that cannot be read. It is left alone, and its name is shown for people who can get more out of it.
fn broken(view: &View<'_>, resume: &Resume, ui: &mut Ui, commands: &mut Vec<Command>) {
    ui.add_space(theme::STEP);
    let path = resume.journal.display().to_string();
    let shown = foreign::path(&resume.journal);
    let (copy, discard) = (t!(view.words, "home-copy-path"), t!(view.words, "home-discard"));
    let discard_name = t!(view.words, "home-discard-name", title = shown.as_str());
    widgets::note(ui, Icon::Warning, |ui| {
        ui.spacing_mut().item_spacing.y = theme::HALF;
        widgets::subheading(ui, &t!(view.words, "home-damaged"));
        let when = resume.at.map(|at| when(view.words, at, view.home.now)).unwrap_or_default();
        small(ui, &t!(view.words, "home-damaged-when", when = when));
        let reason = resume.damage.clone().unwrap_or_default();
        small(ui, &t!(view.words, "home-damaged-why", reason = reason));
        ui.add(Label::new(theme::text(ui, Size::Small, Ink::Ink, &shown)).selectable(true).wrap());
        ui.add_space(theme::HALF);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            if ui.add(Button::new(&copy).small().icon(Icon::Copy)).clicked() {
                commands.push(Command::Window(WindowCommand::Copy(path.clone())));
            }
            if ui.add(Button::link(&discard).small().name(&discard_name)).clicked() {
                commands.push(Command::Resume(ResumeCommand::AskDiscard(resume.journal.clone())));
            }
        });
    });
}

/// The command behind the first or the second of two buttons.
fn chosen(button: usize, resume: &Resume) -> Command {
    let journal = resume.journal.clone();
    if button == 0 {
        Command::Resume(ResumeCommand::AskDiscard(journal))
    } else {
        Command::Resume(ResumeCommand::GoOn(journal))
    }
}

fn button_words(words: &Words, resume: &Resume) -> String {
    if resume.place.is_empty() { t!(words, "home-resume") } else { t!(words, "home-resume-audit") }
}

/// What screen readers say for the two buttons. The first begins with the words on it, for people who control their computer by
/// voice.
fn names(words: &Words, resume: &Resume) -> (String, String) {
    let named = format!("{}, {}", button_words(words, resume), resume.title);
    (named, t!(words, "home-discard-name", title = resume.title.as_str()))
}

fn where_and_when(view: &View<'_>, resume: &Resume) -> String {
    let when = resume.at.map(|at| when(view.words, at, view.home.now)).unwrap_or_default();
    [resume.place.clone(), when].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// "today at 15:02", "yesterday at 16:42", "14 Nov 2026 at 10:00".
fn when(words: &Words, at: Timestamp, now: Timestamp) -> String {
    let (day, today) = (words.local_day(at), words.local_day(now));
    let time = words.time(at);
    if day == today {
        t!(words, "home-today", time = time)
    } else if day.checked_add(1.day()).is_ok_and(|next| next == today) {
        t!(words, "home-yesterday", time = time)
    } else {
        t!(words, "home-on", date = words.day(day), time = time)
    }
}

/// The parts that are not empty, each as a sentence.
fn sentence(parts: &[String]) -> String {
    let ended = |part: &String| if part.ends_with('.') { part.clone() } else { format!("{part}.") };
    parts.iter().filter(|part| !part.is_empty()).map(ended).collect::<Vec<_>>().join(" ")
}

fn small(ui: &mut Ui, words: &str) {
    if !words.is_empty() {
        ui.add(Label::new(theme::text(ui, Size::Small, Ink::InkSoft, words)).wrap());
    }
}
