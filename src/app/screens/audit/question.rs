//! One question a screen: big answers, keys 1 to 5 and N, arrows to go back and forth.

mod role;
mod situation;

use egui::accesskit::Role;
use egui::style::ScrollAnimation;
use egui::{self, Align, Event, Key, Layout, Rect, Sense, Ui, UiBuilder, Vec2, WidgetInfo, vec2};

use super::moves::{Line, Move};
use super::{Asking, State, breather, footer};
use crate::app::command::{AuditCommand, Command, WindowCommand};
use crate::app::phrases::part_name;
use crate::app::theme::{self, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::arrival;
use crate::app::widgets::{self, AnswerScale, Button, Choice, Segment, keep_arrows, key, progress};
use crate::instrument::Question;
use crate::profile::{Answer, Audit, AuditEdit, Edit, FacetId, Part, Rating, SignAnswer};
use crate::t;

const DIGITS: [&str; 5] = ["1", "2", "3", "4", "5"];

/// What was answered in this frame.
#[derive(Default)]
struct Given {
    /// Changes, each with its words for the line that says what was kept.
    edits: Vec<(AuditEdit, String)>,
    /// Whether one press gave all of it, so that the next question may come by itself.
    is_whole: bool,
}

impl Given {
    fn from(edit: impl IntoIterator<Item = (AuditEdit, String)>) -> Self {
        Self { edits: edit.into_iter().collect(), is_whole: true }
    }
}

/// Shows the question.
pub fn ui(view: &View<'_>, asking: Asking<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let Asking { audit, question: position } = asking;
    let now = ui.input(|i| i.time);
    // Coming back to a question is like coming to it: it is read out, keys act on it, and the time away is not counted.
    let is_new = arrival::came(ui.ctx()) || state.shown.as_ref().is_none_or(|(question, _)| question != position);
    if is_new {
        state.shown = Some((position.clone(), now));
        state.said.clear();
        ui.memory_mut(|m| m.request_focus(footer::heading()));
    }
    let seconds = state.shown.as_ref().map(|(_, since)| now - since);
    let asked = view.models.asked();
    let tour = state.tour.as_ref().filter(|tour| tour.has(audit, position));
    let all = tour.map_or(&asked.all, |tour| &tour.questions);
    let place = all.iter().position(|q| q == position).unwrap_or(0);
    let was_answered = position.is_answered(view.instrument, audit);
    let next_label = match tour {
        Some(tour) if place + 1 == all.len() => tour.end(view.words),
        _ => t!(view.words, "next"),
    };
    let line = Line { audit, has_before: place > 0, is_answered: was_answered, next: &next_label, said: &state.said };
    let (to_part, mut moved, mut given) = widgets::page(ui, "question", theme::READING, |ui| {
        if is_new {
            let top = Rect::from_min_size(ui.cursor().min - vec2(0.0, theme::WIDE), Vec2::splat(1.0));
            ui.scroll_to_rect_animation(top, Some(Align::Min), ScrollAnimation::none());
        }
        page(view, asking, seconds, line, ui)
    });
    if state.pace.is_echo() {
        (given, moved) = (Given::default(), moved.filter(|it| *it == Move::Back));
    }
    if view.goes_on && given.is_whole && !was_answered && !given.edits.is_empty() && place + 1 < all.len() {
        state.pace.start(ui, position);
    }
    for (edit, said) in given.edits {
        state.said = said;
        commands.push(Command::Edit(Edit::Audit(audit.id.clone(), edit)));
    }
    let course = Course { all: all.as_slice(), at: place, is_tour: tour.is_some() };
    let on = || next(view, audit, course);
    let back = || (place > 0).then(|| Command::Audit(AuditCommand::Ask(all[place - 1].clone())));
    let went = match moved.or_else(|| walk(ui)) {
        Some(Move::On) => Some(on()),
        Some(Move::Back) => back(),
        None => state.pace.is_over(ui, position).then(on),
    };
    commands.extend(to_part.or(went));
}

/// The parts, the question with its answers, and the line below them. Returns where a part leads that was pressed, the move that was
/// pressed, and what was answered.
fn page(
    view: &View<'_>,
    asking: Asking<'_>,
    seconds: Option<f64>,
    line: Line<'_>,
    ui: &mut Ui,
) -> (Option<Command>, Option<Move>, Given) {
    let Asking { audit, question } = asking;
    let to_part = parts(view, audit, question, ui);
    let room = Room::of(ui);
    ui.add_space(room.above(question));
    let given = one(view, audit, question, seconds, ui);
    ui.add_space(room.below());
    let moved = line.show(view, ui);
    let keys = all_keys(view, ui);
    if let Question::Item(id) = question {
        levels(view, id, ui);
    }
    (to_part.or(keys), moved, given)
}

/// To the question after the one at this index, with a rest before another part; after the last one to the review, or to where the open
/// ones were asked for.
fn next(view: &View<'_>, audit: &Audit, course: Course<'_>) -> Command {
    let Course { all, at, is_tour } = course;
    Command::Audit(match all.get(at + 1) {
        None if is_tour => AuditCommand::EndOpen,
        None => AuditCommand::Review,
        Some(to) if !is_tour && breather::is_between(view, audit, &all[at], to) => AuditCommand::Rest(to.clone()),
        Some(to) => AuditCommand::Ask(to.clone()),
    })
}

/// The questions that are asked one after the other.
#[derive(Clone, Copy)]
struct Course<'a> {
    all: &'a [Question],
    /// The index of the one on screen.
    at: usize,
    /// Whether they are the open ones alone.
    is_tour: bool,
}

fn one(view: &View<'_>, audit: &Audit, position: &Question, seconds: Option<f64>, ui: &mut Ui) -> Given {
    match position {
        Question::Item(id) => item(view, audit, id, seconds, ui),
        Question::Situation(id) => situation::ui(view, audit, id, ui),
        Question::Role(facet) => role::ui(view, audit, facet, ui),
        Question::Energy(facet) => energy(view, audit, facet, ui),
        Question::Sign(id) => sign(view, audit, id, ui),
    }
}

/// Arrows and Page keys: back and forth.
fn walk(ui: &Ui) -> Option<Move> {
    if ui.ctx().text_edit_focused() {
        return None;
    }
    let pressed = |which| key(ui, which);
    if pressed(Key::ArrowRight) || pressed(Key::PageDown) {
        return Some(Move::On);
    }
    (pressed(Key::ArrowLeft) || pressed(Key::PageUp)).then_some(Move::Back)
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
            let done = list.iter().filter(|q| q.is_answered(view.instrument, audit)).count();
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
        .find(|q| !q.is_answered(view.instrument, audit))
        .or_else(|| list.first())
        .map(|q| Command::Audit(AuditCommand::Ask(q.clone())))
}

/// How much height there is for a question.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Room {
    /// A large window, or the default one.
    Much,
    /// The smallest window.
    Little,
    /// The smallest window with large text: one has to scroll.
    Least,
}

impl Room {
    fn of(ui: &Ui) -> Self {
        match ui.ctx().content_rect().height() {
            height if height < 500.0 => Self::Least,
            height if height < 760.0 => Self::Little,
            _ => Self::Much,
        }
    }

    /// The space above a question.
    fn above(self, question: &Question) -> f32 {
        match (self, question) {
            (Self::Least, _) | (Self::Little, Question::Item(_)) => 0.0,
            (Self::Little, _) | (Self::Much, Question::Role(_)) => theme::STEP,
            (Self::Much, Question::Item(_)) => 48.0,
            (Self::Much, _) => 72.0,
        }
    }

    /// The space between the answers and the line below them.
    const fn below(self) -> f32 {
        match self {
            Self::Least => 0.0,
            Self::Little => theme::HALF,
            Self::Much => theme::GAP,
        }
    }

    /// This height, where one does not have to scroll anyway.
    fn reserved(self, height: f32) -> f32 {
        if self == Self::Least { 0.0 } else { height }
    }
}

/// The frame in soft type, then the question in large type, with space for two lines so that the answers do not move.
fn asked(ui: &mut Ui, frame: &str, question: &str) {
    let room = Room::of(ui);
    if room == Room::Least {
        ui.spacing_mut().item_spacing.y = theme::HALF;
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, frame));
        title(ui, theme::strong(ui, Size::Body, Ink::Ink, question), 0.0);
        return;
    }
    ui.label(theme::text(ui, Size::Body, Ink::InkSoft, frame));
    let (height, below) = if room == Room::Much { (72.0, theme::GAP) } else { (64.0, 0.0) };
    title(ui, theme::text(ui, Size::Large, Ink::Ink, question), room.reserved(height));
    ui.add_space(below);
}

/// The question, in a place of at least this height.
fn title(ui: &mut Ui, words: egui::RichText, height: f32) {
    let top = ui.cursor().top();
    let question = words.text().to_owned();
    let label = ui.label(words);
    let heading = ui.interact(label.rect, footer::heading(), Sense::focusable_noninteractive());
    heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &question));
    keep_arrows(ui, &heading);
    let used = ui.cursor().top() - top;
    ui.add_space((height - used).max(0.0));
}

/// The digit or letter that was pressed. A key that is held answers once: the next question may be there before it is released.
fn one_of(ui: &Ui, keys: &[Key]) -> Option<usize> {
    if ui.ctx().text_edit_focused() {
        return None;
    }
    let held = |which| {
        let is = |event: &Event| matches!(event, Event::Key { key, repeat: true, .. } if *key == which);
        ui.input(|input| input.events.iter().any(is))
    };
    keys.iter().position(|which| !held(*which) && key(ui, *which))
}

/// As cards, or in two columns where there is little height.
fn fitted(scale: AnswerScale<'_>, ui: &mut Ui) -> Option<usize> {
    let scale = if Room::of(ui) == Room::Least { scale.compact() } else { scale };
    scale.show(ui)
}

const NUMBERS: [Key; 5] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];

fn item(view: &View<'_>, audit: &Audit, id: &crate::profile::ItemId, seconds: Option<f64>, ui: &mut Ui) -> Given {
    let texts = &view.instrument.texts;
    let words = texts.item(id);
    asked(ui, &texts.frame, words);
    let answers = texts.answers.iter().chain([&texts.not_applicable]);
    let keys = DIGITS.into_iter().chain(["N"]);
    let choices: Vec<Choice<'_>> =
        answers.zip(keys).map(|(it, key)| Choice { key, label: &it.label, sentence: &it.sentence }).collect();
    let answer = audit.answers.items.get(id).copied();
    let chosen = answer.map(|answer| answer.rating().map_or(Rating::ALL.len(), Rating::index));
    let scale = AnswerScale::new(words, &choices, chosen).apart(1);
    let room = Room::of(ui);
    let scale = if room == Room::Least { scale.compact() } else { scale.list(room != Room::Much) };
    let pressed = scale.show(ui);
    let [one, two, three, four, five] = NUMBERS;
    let pressed = pressed.or_else(|| one_of(ui, &[one, two, three, four, five, Key::N]));
    // The time is that until the first answer; a later change says nothing about reading time.
    let seconds = seconds.filter(|_| answer.is_none());
    Given::from(pressed.map(|i| {
        let answer = Rating::ALL.get(i).map_or(Answer::NotApplicable, |rating| Answer::Rated(*rating));
        (AuditEdit::SetAnswer(id.clone(), Some(answer), seconds), choices[i].label.to_owned())
    }))
}

/// A link to all keys, at the right end of the line that comes next, where there is room for it.
fn all_keys(view: &View<'_>, ui: &mut Ui) -> Option<Command> {
    let label = t!(view.words, "keys-hint");
    let link = Button::link(&label).small();
    let header = theme::text(ui, Size::Small, Ink::InkSoft, t!(view.words, "levels-title"));
    let needed = widgets::width_of(ui, header) + theme::PAD + theme::GAP + link.measure(ui);
    if Room::of(ui) != Room::Much || needed > ui.available_width() {
        return None;
    }
    let line = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), Size::Body.line()));
    let layout = Layout::right_to_left(Align::Center);
    let mut child = ui.new_child(UiBuilder::new().max_rect(line).layout(layout));
    let pressed = child.add(link).clicked();
    pressed.then_some(Command::Window(WindowCommand::ShowKeys))
}

/// What the levels of the facet look like, for people who want to know.
fn levels(view: &View<'_>, id: &crate::profile::ItemId, ui: &mut Ui) {
    let Some(facet) = view.instrument.facet_of(id.as_str()) else { return };
    let text = view.instrument.texts.facet(&facet.id);
    if Room::of(ui) == Room::Much {
        ui.add_space(theme::STEP);
    }
    ui.spacing_mut().interact_size.y = Size::Body.line();
    let header = theme::text(ui, Size::Small, Ink::InkSoft, t!(view.words, "levels-title"));
    egui::CollapsingHeader::new(header).id_salt("levels").show(ui, |ui| {
        let at = |level: &str, looks: &str| t!(view.words, "level-line", level = level, words = looks);
        let lines = [at("1", &text.level_1), at("3", &text.level_3), at("5", &text.level_5)];
        let too_much = text.too_much.as_ref().map(|looks| t!(view.words, "level-too-much", words = looks.as_str()));
        for line in lines.into_iter().chain(too_much) {
            ui.label(theme::text(ui, Size::Small, Ink::InkSoft, line));
        }
    });
}

fn energy(view: &View<'_>, audit: &Audit, facet: &FacetId, ui: &mut Ui) -> Given {
    let texts = &view.instrument.texts;
    let words = texts.facet(facet);
    asked(ui, &texts.energy_prompt, &words.energy);
    let energy = audit.answers.energy.get(facet).copied();
    let choices: Vec<Choice<'_>> =
        texts.energy_labels.iter().zip(DIGITS).map(|(label, key)| Choice { key, label, sentence: "" }).collect();
    let picked = fitted(AnswerScale::new(&words.energy, &choices, energy.map(Rating::index)), ui);
    Given::from(picked.or_else(|| one_of(ui, &NUMBERS)).map(|i| {
        let said = texts.energy_labels[i].clone();
        (AuditEdit::SetEnergy(facet.clone(), Some(Rating::ALL[i])), said)
    }))
}

fn sign(view: &View<'_>, audit: &Audit, id: &crate::profile::SignId, ui: &mut Ui) -> Given {
    let texts = &view.instrument.texts;
    let words = texts.sign(id);
    let sign = view.instrument.signs.iter().find(|sign| sign.id == *id);
    asked(ui, sign.map_or(&texts.sign_prompt, |sign| texts.prompt_of(sign)), words);
    let answer = audit.answers.signs.get(id).copied();
    let choices: Vec<Choice<'_>> =
        texts.sign_labels.iter().zip(DIGITS).map(|(label, key)| Choice { key, label, sentence: "" }).collect();
    let chosen = SignAnswer::ALL.iter().position(|a| Some(*a) == answer);
    let picked = fitted(AnswerScale::new(words, &choices, chosen), ui).or_else(|| one_of(ui, &NUMBERS[..4]));
    Given::from(picked.map(|i| {
        let said = texts.sign_labels[i].clone();
        (AuditEdit::SetSign(id.clone(), Some(SignAnswer::ALL[i])), said)
    }))
}
