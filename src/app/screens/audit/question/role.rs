//! A facet in the person's role, in three short answers: on how many of the occasions the role needs it (keys 1 to 5), how much depends
//! on it (6 to 9), and whether the person does too little, enough or too much of it (A to C).
//!
//! Each answer has keys of its own. The other design was that the digits answer one step after the other. It was left because there a
//! second digit, with which everybody corrects a slip after forty questions on what they do, would answer the next step, and a digit
//! pressed to change the third answer would change the first, unseen. With keys of their own, any answer is given or changed by one
//! key, in any order, and what is on the caps holds always. Digits from 1 to 9 lie in one row, and need no letters that other
//! keyboards have elsewhere.
//!
//! The answer that completes a facet leads on like the one answer of other questions (`pace.rs`). A complete facet that is changed
//! stays, so that one sees what was changed.

use egui::text::LayoutJob;
use egui::{Align, FontSelection, Key, Ui};

use super::{DIGITS, Given, NUMBERS, Room, one_of, title};
use crate::app::theme::{self, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{AnswerScale, Choice};
use crate::instrument::{RoleAnswer, StakesText};
use crate::profile::{Audit, AuditEdit, Dose, FacetId, Rating, Stakes};
use crate::summary::facet_title;
use crate::t;

const STAKES_DIGITS: [&str; 4] = ["6", "7", "8", "9"];
const STAKES_KEYS: [Key; 4] = [Key::Num6, Key::Num7, Key::Num8, Key::Num9];
const DOSE_LETTERS: [&str; 3] = ["A", "B", "C"];
const DOSE_KEYS: [Key; 3] = [Key::A, Key::B, Key::C];

/// A facet of which an audit is asked.
#[derive(Clone, Copy)]
struct Of<'a> {
    view: &'a View<'a>,
    audit: &'a Audit,
    facet: &'a FacetId,
}

pub(super) fn ui(view: &View<'_>, audit: &Audit, facet: &FacetId, ui: &mut Ui) -> Given {
    let of = Of { view, audit, facet };
    let between = if Room::of(ui) == Room::Much { theme::GAP } else { theme::HALF };
    let (mut given, mut places) = (None, Vec::new());
    for answer in RoleAnswer::of(view.instrument, audit) {
        if answer != RoleAnswer::Need {
            ui.add_space(between);
        }
        let place = ui.scope(|ui| of.ask(answer, ui));
        places.push((answer, place.response.rect));
        given = place.inner.map(|picked| (answer, picked)).or(given);
    }
    let Some((answer, picked)) = given else { return Given::default() };
    let next = places.iter().find(|(it, _)| *it != answer && !it.is_given(audit, facet));
    if let Some((_, place)) = next {
        // With large text, what is asked next may be below the edge of the window.
        ui.scroll_to_rect(*place, None);
    }
    let completes = next.is_none() && !answer.is_given(audit, facet);
    Given { is_whole: completes, edits: vec![of.edit(answer, picked)] }
}

/// The answer that was given in this frame.
fn picked(ui: &mut Ui, scale: AnswerScale<'_>, keys: &[Key]) -> Option<usize> {
    scale.show(ui).or_else(|| one_of(ui, keys))
}

impl Of<'_> {
    fn ask(self, answer: RoleAnswer, ui: &mut Ui) -> Option<usize> {
        ui.spacing_mut().item_spacing.y = theme::HALF;
        match answer {
            RoleAnswer::Need => self.need(ui),
            RoleAnswer::Stakes => self.view.instrument.texts.stakes.as_ref().and_then(|texts| self.stakes(texts, ui)),
            RoleAnswer::Dose => self.dose(ui),
        }
    }

    fn need(self, ui: &mut Ui) -> Option<usize> {
        let texts = &self.view.instrument.texts;
        let words = texts.facet(self.facet);
        let room = Room::of(ui);
        ui.label(theme::strong(ui, Size::Body, Ink::Ink, facet_title(self.view.words, words)));
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, &texts.need_prompt));
        if room == Room::Much {
            title(ui, theme::text(ui, Size::Large, Ink::Ink, &words.need), 96.0);
        } else {
            title(ui, theme::strong(ui, Size::Body, Ink::Ink, &words.need), room.reserved(48.0));
        }
        ui.add_space(theme::HALF);
        let sentence = |i: usize| texts.need_sentences.as_ref().map_or("", |all| all[i].as_str());
        let labels = texts.need_labels.iter().zip(DIGITS).enumerate();
        let choices: Vec<Choice<'_>> =
            labels.map(|(i, (label, key))| Choice { key, label, sentence: sentence(i) }).collect();
        let chosen = self.audit.answers.needs.get(self.facet).map(|need| need.index());
        let scale = AnswerScale::new(&words.need, &choices, chosen);
        let shares = t!(self.view.words, "role-shares");
        let scale = match (room, &texts.need_sentences) {
            (Room::Least, _) => scale.compact(),
            (Room::Little, _) => scale.row(&shares),
            (_, Some(_)) => scale.list(true),
            (_, None) => scale,
        };
        picked(ui, scale, &NUMBERS)
    }

    fn stakes(self, texts: &StakesText, ui: &mut Ui) -> Option<usize> {
        ui.label(theme::strong(ui, Size::Body, Ink::Ink, &texts.question));
        let answers = texts.labels.iter().zip(&texts.sentences).zip(STAKES_DIGITS);
        let choices: Vec<Choice<'_>> =
            answers.map(|((label, sentence), key)| Choice { key, label, sentence }).collect();
        let chosen = self.audit.answers.stakes.get(self.facet).map(|stakes| usize::from(stakes.value()));
        let scale = AnswerScale::new(&texts.question, &choices, chosen);
        let scale = if Room::of(ui) == Room::Least { scale.compact() } else { scale.row("") };
        picked(ui, scale, &STAKES_KEYS)
    }

    fn dose(self, ui: &mut Ui) -> Option<usize> {
        let texts = &self.view.instrument.texts;
        let question = &texts.facet(self.facet).dose;
        let mut job = LayoutJob::default();
        for words in [
            theme::text(ui, Size::Body, Ink::InkSoft, format!("{} ", texts.dose_prompt)),
            theme::strong(ui, Size::Body, Ink::Ink, question),
        ] {
            words.append_to(&mut job, ui.style(), FontSelection::Default, Align::Min);
        }
        let top = ui.cursor().top();
        ui.label(job);
        // Two lines, also where one is enough, so that the answers are in the same place for each facet.
        let used = ui.cursor().top() - top - theme::HALF;
        ui.add_space(Room::of(ui).reserved((2.0 * Size::Body.line() - used).max(0.0)));
        let answers = texts.dose_labels.iter().zip(DOSE_LETTERS);
        let choices: Vec<Choice<'_>> = answers.map(|(label, key)| Choice { key, label, sentence: "" }).collect();
        let dose = self.audit.answers.doses.get(self.facet);
        let chosen = Dose::ALL.iter().position(|it| Some(it) == dose);
        picked(ui, AnswerScale::new(question, &choices, chosen).row(""), &DOSE_KEYS)
    }

    /// The change, and the words for it.
    fn edit(self, answer: RoleAnswer, at: usize) -> (AuditEdit, String) {
        let texts = &self.view.instrument.texts;
        let (words, facet) = (self.view.words, self.facet.clone());
        match answer {
            RoleAnswer::Need => {
                let said = t!(words, "said-need", answer = texts.need_labels[at].as_str());
                (AuditEdit::SetNeed(facet, Some(Rating::ALL[at])), said)
            }
            RoleAnswer::Stakes => {
                let label = texts.stakes.as_ref().map_or("", |stakes| stakes.labels[at].as_str());
                (AuditEdit::SetStakes(facet, Some(Stakes::ALL[at])), t!(words, "said-stakes", answer = label))
            }
            RoleAnswer::Dose => {
                let said = t!(words, "said-dose", answer = texts.dose_labels[at].as_str());
                (AuditEdit::SetDose(facet, Some(Dose::ALL[at])), said)
            }
        }
    }
}
