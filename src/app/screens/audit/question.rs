//! One question a screen: big answers, keys 1 to 5 and N, arrows to go back and forth.

use egui::accesskit::Role;
use egui::{self, Align, Key, Layout, Sense, Ui, WidgetInfo, vec2};

use super::{State, footer};
use crate::app::command::{AuditCommand, Command};
use crate::app::phrases::part_name;
use crate::app::theme::{self, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{self, AnswerScale, Button, Choice, Segment, keep_arrows, key, progress};
use crate::instrument::Question;
use crate::profile::{Answer, Audit, AuditEdit, Dose, Edit, FacetId, Part, Points, Rating, SignAnswer};
use crate::t;

const DIGITS: [&str; 5] = ["1", "2", "3", "4", "5"];
const DOSE_KEYS: [&str; 3] = ["A", "B", "C"];

/// A question of an audit.
#[derive(Clone, Copy)]
pub struct Asking<'a> {
    /// The audit.
    pub audit: &'a Audit,
    /// Which question.
    pub question: &'a Question,
}

/// Shows the question.
pub fn ui(view: &View<'_>, asking: Asking<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let Asking { audit, question: position } = asking;
    let now = ui.input(|i| i.time);
    if state.shown.as_ref().is_none_or(|(question, _)| question != position) {
        state.shown = Some((position.clone(), now));
        state.said.clear();
        ui.memory_mut(|m| m.request_focus(footer::heading()));
    }
    let seconds = state.shown.as_ref().map(|(_, since)| now - since);
    let asked = view.models.asked();
    let all = &asked.all;
    let place = all.iter().position(|q| q == position).unwrap_or(0);
    let (mut edits, mut went) = (Vec::new(), None);
    let (mut to_part, said) = (None, state.said.clone());
    footer::with_bar(
        ui,
        |ui| {
            widgets::page(ui, "question", theme::READING, |ui| {
                to_part = parts(view, audit, position, ui);
                let height = ui.ctx().content_rect().height();
                ui.add_space(if height < 500.0 {
                    0.0
                } else if height < 700.0 {
                    theme::WIDE
                } else {
                    72.0
                });
                edits = one(view, audit, position, seconds, ui);
            });
        },
        |ui| went = footer::question(view, audit, footer::QuestionPlace { all, at: place }, &said, ui),
    );
    for (edit, said) in edits {
        state.said = said;
        commands.push(Command::Edit(Edit::Audit(audit.id.clone(), edit)));
    }
    commands.extend(to_part.or(went).or_else(|| walk(all, place, ui)));
}

fn one(view: &View<'_>, audit: &Audit, position: &Question, seconds: Option<f64>, ui: &mut Ui) -> Edits {
    match position {
        Question::Item(id) => item(view, audit, id, seconds, ui),
        Question::Situation(id) => situation(view, audit, id, ui),
        Question::Role(facet) => role(view, audit, facet, ui),
        Question::Energy(facet) => energy(view, audit, facet, ui),
        Question::Sign(id) => sign(view, audit, id, ui),
    }
}

/// Arrows, Enter, Page keys: back and forth.
fn walk(all: &[Question], place: usize, ui: &Ui) -> Option<Command> {
    if ui.ctx().text_edit_focused() {
        return None;
    }
    let pressed = |which| key(ui, which);
    if pressed(Key::ArrowRight) || pressed(Key::PageDown) {
        return Some(
            all.get(place + 1)
                .map_or(Command::Audit(AuditCommand::Review), |q| Command::Audit(AuditCommand::Ask(q.clone()))),
        );
    }
    let back = pressed(Key::ArrowLeft) || pressed(Key::PageUp);
    (back && place > 0).then(|| Command::Audit(AuditCommand::Ask(all[place - 1].clone())))
}

/// The bars of the parts, each a link to the part.
fn parts(view: &View<'_>, audit: &Audit, position: &Question, ui: &mut Ui) -> Option<Command> {
    let parts: Vec<Part> = Part::ALL.into_iter().filter(|p| audit.parts.contains(p)).collect();
    let asked = view.models.asked();
    let lists: Vec<&[Question]> = parts.iter().map(|p| asked.part(*p)).collect();
    let segments: Vec<Segment> = parts
        .iter()
        .zip(&lists)
        .map(|(part, list)| {
            let done = list.iter().filter(|q| q.is_answered(audit)).count();
            let number = list.iter().position(|q| q == position).map_or(done, |i| i + 1);
            Segment {
                name: part_name(view.words, *part),
                done,
                of: list.len(),
                count: if *part == Part::Behaviour {
                    t!(view.words, "n-of-m", number = number, of = list.len())
                } else {
                    format!("{number}/{}", list.len())
                },
            }
        })
        .collect();
    let current = parts.iter().position(|p| *p == position.part()).unwrap_or(0);
    let list = lists[progress(ui, &segments, current)?];
    list.iter()
        .find(|q| !q.is_answered(audit))
        .or_else(|| list.first())
        .map(|q| Command::Audit(AuditCommand::Ask(q.clone())))
}

type Edits = Vec<(AuditEdit, String)>;

/// The frame in soft type, then the question in large type, with space for two lines so that the answers do not move.
fn asked(ui: &mut Ui, frame: &str, question: &str) {
    ui.label(theme::text(ui, Size::Body, Ink::InkSoft, frame));
    let top = ui.cursor().top();
    let label = ui.label(theme::text(ui, Size::Large, Ink::Ink, question));
    let heading = ui.interact(label.rect, footer::heading(), Sense::focusable_noninteractive());
    heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, question));
    keep_arrows(ui, &heading);
    let used = ui.cursor().top() - top;
    let reserved = if ui.ctx().content_rect().height() < 500.0 { 0.0 } else { 72.0 };
    ui.add_space((reserved - used).max(0.0) + theme::GAP);
}

/// The digit or letter that was pressed.
fn one_of(ui: &Ui, keys: &[Key]) -> Option<usize> {
    if ui.ctx().text_edit_focused() {
        return None;
    }
    keys.iter().position(|which| key(ui, *which))
}

const NUMBERS: [Key; 5] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];

fn item(view: &View<'_>, audit: &Audit, id: &crate::profile::ItemId, seconds: Option<f64>, ui: &mut Ui) -> Edits {
    let texts = &view.instrument.texts;
    let words = texts.item(id);
    asked(ui, &texts.frame, words);
    let choices: Vec<Choice<'_>> = texts
        .answers
        .iter()
        .zip(DIGITS)
        .map(|(a, key)| Choice { key, label: &a.label, sentence: &a.sentence })
        .collect();
    let answer = audit.answers.items.get(id).copied();
    let chosen = answer.and_then(Answer::rating).map(Rating::index);
    let pressed = AnswerScale::new(words, &choices, chosen).show(ui).or_else(|| one_of(ui, &NUMBERS));
    ui.add_space(theme::PAD);
    let none = ui
        .horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            let label = &texts.not_applicable.label;
            let on = answer == Some(Answer::NotApplicable);
            let button = ui.add(Button::new(label).key("N").selected(on));
            keep_arrows(ui, &button);
            ui.label(theme::text(ui, Size::Small, Ink::InkSoft, t!(view.words, "leaves-score")));
            button.on_hover_text(&texts.not_applicable.sentence).clicked()
        })
        .inner
        || one_of(ui, &[Key::N]).is_some();
    levels(view, id, ui);
    // The time is that until the first answer; a later change says nothing about reading time.
    let seconds = seconds.filter(|_| answer.is_none());
    let given = pressed.map(|i| (Answer::Rated(Rating::ALL[i]), texts.answers[i].label.clone()));
    let given = given.or_else(|| none.then(|| (Answer::NotApplicable, texts.not_applicable.label.clone())));
    given.into_iter().map(|(answer, label)| (AuditEdit::SetAnswer(id.clone(), Some(answer), seconds), label)).collect()
}

/// What the answers mean and what the levels of the facet look like, for people who want to know.
fn levels(view: &View<'_>, id: &crate::profile::ItemId, ui: &mut Ui) {
    let Some(facet) = view.instrument.facet_of(id.as_str()) else { return };
    let text = view.instrument.texts.facet(&facet.id);
    ui.add_space(theme::STEP);
    let header = theme::text(ui, Size::Small, Ink::InkSoft, t!(view.words, "levels-title"));
    egui::CollapsingHeader::new(header).id_salt("levels").show(ui, |ui| {
        for (level, looks) in [("1", &text.level_1), ("3", &text.level_3), ("5", &text.level_5)] {
            let line = t!(view.words, "level-line", level = level, words = looks.as_str());
            ui.label(theme::text(ui, Size::Small, Ink::InkSoft, line));
        }
    });
}

fn situation(view: &View<'_>, audit: &Audit, id: &crate::profile::SituationId, ui: &mut Ui) -> Edits {
    let texts = &view.instrument.texts;
    let scene = texts.situation(id);
    asked(ui, &texts.situation_prompt, &scene.scene);
    let points = audit.answers.situations.get(id).copied();
    let (left, right) = points.map_or((5, 5), |p| (p.leadership(), p.management()));
    let mut picked = None;
    // Leadership is on the left and management on the right, as on the radar; the words do not say which is which.
    widgets::columns(ui, 2, 240.0, |ui, i| {
        let (response, share) = if i == 0 { (&scene.leadership, left) } else { (&scene.management, right) };
        widgets::card(ui, 16, |ui| {
            ui.label(theme::text(ui, Size::Body, Ink::Ink, response));
            let share =
                if points.is_some() { t!(view.words, "points", points = share) } else { t!(view.words, "points-open") };
            ui.label(theme::strong(ui, Size::Body, Ink::Ink, share));
        });
    });
    ui.add_space(theme::STEP);
    let mut value = points.map_or(5, Points::management);
    let name = t!(view.words, "slider-name", left = scene.leadership.as_str(), right = scene.management.as_str());
    if widgets::slider(ui, &mut value, 0..=Points::TOTAL, points.is_some(), &name).changed() {
        picked = Some(value);
    }
    ui.add_space(theme::HALF);
    let ends = [
        (2, t!(view.words, "rather-left"), Align::Min),
        (5, t!(view.words, "half-half"), Align::Center),
        (8, t!(view.words, "rather-right"), Align::Max),
    ];
    ui.columns_const::<3, _>(|columns| {
        for (column, (points, label, align)) in columns.iter_mut().zip(ends) {
            column.with_layout(Layout::top_down(align), |ui| {
                if ui.add(Button::new(&label).small()).clicked() {
                    picked = Some(points);
                }
            });
        }
    });
    if let Some(digit) = one_of(ui, &NUMBERS) {
        picked = [0, 2, 5, 8, 10].get(digit).copied();
    }
    picked
        .and_then(|p| Points::try_from(p).ok())
        .map(|p| {
            let said = t!(view.words, "points-split", left = p.leadership(), right = p.management());
            (AuditEdit::SetSituation(id.clone(), Some(p)), said)
        })
        .into_iter()
        .collect()
}

fn role(view: &View<'_>, audit: &Audit, facet: &FacetId, ui: &mut Ui) -> Edits {
    let texts = &view.instrument.texts;
    let words = texts.facet(facet);
    let mut edits = Vec::new();
    asked(ui, &texts.need_prompt, &words.need);
    let need = audit.answers.needs.get(facet).copied();
    if let Some(i) = five(ui, &words.need, &texts.need_labels, need).or_else(|| one_of(ui, &NUMBERS)) {
        let said = texts.need_labels[i].clone();
        edits.push((AuditEdit::SetNeed(facet.clone(), Some(Rating::ALL[i])), said));
    }
    ui.add_space(theme::PAD);
    ui.label(theme::text(ui, Size::Body, Ink::InkSoft, &texts.dose_prompt));
    ui.label(theme::strong(ui, Size::Body, Ink::Ink, &words.dose));
    ui.add_space(theme::STEP);
    let dose = audit.answers.doses.get(facet).copied();
    let mut picked = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::GAP;
        for ((i, label), key) in texts.dose_labels.iter().enumerate().zip(DOSE_KEYS) {
            let button = ui.add(Button::new(label).key(key).selected(dose == Some(Dose::ALL[i])));
            keep_arrows(ui, &button);
            if button.clicked() {
                picked = Some(i);
            }
        }
    });
    if let Some(i) = picked.or_else(|| one_of(ui, &[Key::A, Key::B, Key::C])) {
        let said = texts.dose_labels[i].clone();
        edits.push((AuditEdit::SetDose(facet.clone(), Some(Dose::ALL[i])), said));
    }
    edits
}

fn energy(view: &View<'_>, audit: &Audit, facet: &FacetId, ui: &mut Ui) -> Edits {
    let texts = &view.instrument.texts;
    let words = texts.facet(facet);
    asked(ui, &texts.energy_prompt, &words.energy);
    let energy = audit.answers.energy.get(facet).copied();
    let picked = five(ui, &words.energy, &texts.energy_labels, energy).or_else(|| one_of(ui, &NUMBERS));
    picked
        .map(|i| {
            let said = texts.energy_labels[i].clone();
            (AuditEdit::SetEnergy(facet.clone(), Some(Rating::ALL[i])), said)
        })
        .into_iter()
        .collect()
}

/// Five labels without sentences.
fn five(ui: &mut Ui, question: &str, labels: &[String], chosen: Option<Rating>) -> Option<usize> {
    let choices: Vec<Choice<'_>> =
        labels.iter().zip(DIGITS).map(|(label, key)| Choice { key, label, sentence: "" }).collect();
    AnswerScale::new(question, &choices, chosen.map(Rating::index)).show(ui)
}

fn sign(view: &View<'_>, audit: &Audit, id: &crate::profile::SignId, ui: &mut Ui) -> Edits {
    let texts = &view.instrument.texts;
    let words = texts.sign(id);
    asked(ui, &texts.sign_prompt, words);
    let answer = audit.answers.signs.get(id).copied();
    let choices: Vec<Choice<'_>> =
        texts.sign_labels.iter().zip(DIGITS).map(|(label, key)| Choice { key, label, sentence: "" }).collect();
    let chosen = SignAnswer::ALL.iter().position(|a| Some(*a) == answer);
    let picked = AnswerScale::new(words, &choices, chosen).show(ui).or_else(|| one_of(ui, &NUMBERS[..4]));
    ui.allocate_space(vec2(0.0, theme::STEP));
    picked
        .map(|i| {
            let said = texts.sign_labels[i].clone();
            (AuditEdit::SetSign(id.clone(), Some(SignAnswer::ALL[i])), said)
        })
        .into_iter()
        .collect()
}
