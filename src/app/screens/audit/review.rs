//! The review before the result: what is open, what was not applicable, and how the answers were given. Every line links back.

use egui::{Align, Label, Layout, Rect, RichText, Ui, UiBuilder, vec2};

use super::footer;
use crate::app::command::{AuditCommand, Command};
use crate::app::models::AskedQuestions;
use crate::app::phrases::part_name;
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{self, Button};
use crate::instrument::Question;
use crate::profile::{Answer, Audit, ItemId, Part};
use crate::scoring::{Quality, ScoreStatus, is_fast, long_run};
use crate::t;
use crate::words::Words;

/// Shows the review.
pub fn ui(view: &View<'_>, audit: &Audit, ui: &mut Ui, commands: &mut Vec<Command>) {
    let asked = view.models.asked();
    let open: Vec<&Question> = asked.open.iter().collect();
    let (mut above, mut below) = (Vec::new(), Vec::new());
    footer::with_bar(
        ui,
        |ui| {
            widgets::page(ui, "review", theme::READING, |ui| content(view, audit, &open, ui, &mut above));
        },
        |ui| foot(view, audit, &asked, ui, &mut below),
    );
    commands.extend(above.into_iter().chain(below));
}

fn content(view: &View<'_>, audit: &Audit, open: &[&Question], ui: &mut Ui, commands: &mut Vec<Command>) {
    let title =
        if open.is_empty() { t!(view.words, "review-done") } else { t!(view.words, "review-open", count = open.len()) };
    let below = if open.is_empty() { t!(view.words, "review-done-below") } else { t!(view.words, "review-open-below") };
    widgets::heading(ui, &title, &below);
    ui.add_space(theme::GAP);
    bars(view, audit, ui, commands);
    ui.add_space(theme::STEP);
    energy(view, audit, ui, commands);
    places(view, audit, open, ui, commands);
    ui.add_space(theme::GAP);
    if let Some(scores) = view.scores {
        mirror(view, audit, &scores.quality, ui, commands);
    }
    if ui.add(Button::link(&t!(view.words, "names-ask"))).clicked() {
        commands.push(Command::Audit(AuditCommand::AskNames(audit.id.clone())));
    }
}

/// Where the questions on energy were not chosen, they are offered: Tracks needs them.
fn energy(view: &View<'_>, audit: &Audit, ui: &mut Ui, commands: &mut Vec<Command>) {
    if audit.parts.contains(&Part::Energy) || audit.scope.facet().is_some() {
        return;
    }
    let asked = view.models.asked();
    let seconds = asked.part(Part::Energy).iter().map(|question| question.seconds(view.instrument, audit)).sum();
    widgets::note(ui, Icon::Info, |ui| {
        ui.label(theme::text(ui, Size::Body, Ink::Ink, t!(view.words, "energy-offer")));
        let label = t!(view.words, "energy-offer-go", minutes = super::minutes(seconds));
        if ui.add(Button::new(&label).small()).clicked() {
            commands.push(Command::Audit(AuditCommand::AskEnergy));
        }
    });
    ui.add_space(theme::STEP);
}

fn foot(view: &View<'_>, audit: &Audit, asked: &AskedQuestions, ui: &mut Ui, commands: &mut Vec<Command>) {
    if ui.add(Button::new(&t!(view.words, "back")).icon(Icon::ArrowLeft)).clicked() {
        commands.extend(asked.all.last().map(|q| Command::Audit(AuditCommand::Ask(q.clone()))));
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = theme::GAP;
        let see = match audit.scope.facet() {
            None => t!(view.words, "see-result"),
            Some(_) => t!(view.words, "see-history"),
        };
        if ui.add(Button::new(&see).first().trailing(Icon::ArrowRight)).clicked() {
            commands.push(Command::Audit(AuditCommand::Finish(audit.id.clone())));
        }
        let open = asked.open.len();
        if open > 0 && ui.add(Button::new(&t!(view.words, "answer-open", count = open))).clicked() {
            commands.push(Command::Audit(AuditCommand::AskOpen(None)));
        }
    });
}

/// From this width on, a part is one line: its name, its bar, its count, the link.
const ONE_LINE: f32 = 600.0;
/// Where bar and words begin in it, as shares of the width.
const BAR: f32 = 0.2;
const COUNT: f32 = 0.46;

/// How far a part is answered.
struct Progress {
    part: Part,
    /// Questions asked, answered in full, in part, and not applicable.
    of: usize,
    answered: usize,
    half: usize,
    none: usize,
    /// The share of all answers that are given, 0 to 1.
    share: f32,
}

impl Progress {
    #[expect(clippy::cast_precision_loss, reason = "a few dozen questions")]
    fn of(view: &View<'_>, audit: &Audit, part: Part) -> Self {
        let asked = view.models.asked();
        let list = asked.part(part);
        let given: Vec<(usize, usize)> = list.iter().map(|question| question.given(view.instrument, audit)).collect();
        let (answers, all) = given.iter().fold((0_usize, 0_usize), |sum, it| (sum.0 + it.0, sum.1 + it.1));
        Self {
            part,
            of: list.len(),
            answered: given.iter().filter(|(given, of)| given == of).count(),
            half: given.iter().filter(|(given, of)| *given > 0 && given < of).count(),
            none: list.iter().filter(|question| is_not_applicable(audit, question)).count(),
            share: answers as f32 / all.max(1) as f32,
        }
    }

    fn words(&self, words: &Words) -> String {
        let said = [
            Some(t!(words, "review-answered", answered = self.answered, of = self.of)),
            (self.half > 0).then(|| t!(words, "review-half", count = self.half)),
            (self.none > 0).then(|| t!(words, "review-none", count = self.none)),
        ];
        said.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

/// A line for each part: how far it is answered, as a bar and in words, with a link to it.
fn bars(view: &View<'_>, audit: &Audit, ui: &mut Ui, commands: &mut Vec<Command>) {
    let builder = UiBuilder::new().accessibility_role(egui::accesskit::Role::List);
    let parts: Vec<Part> = Part::ALL.into_iter().filter(|part| audit.parts.contains(part)).collect();
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        widgets::divider(ui);
        for part in parts {
            let progress = Progress::of(view, audit, part);
            if bar_row(view.words, &progress, ui) {
                let asked = view.models.asked();
                let list = asked.part(part);
                let target = list.iter().find(|q| !q.is_answered(view.instrument, audit)).or_else(|| list.first());
                commands.extend(target.map(|question| Command::Audit(AuditCommand::Ask(question.clone()))));
            }
            widgets::divider(ui);
        }
    });
}

/// The line of a part. True when its link was pressed.
fn bar_row(words: &Words, it: &Progress, ui: &mut Ui) -> bool {
    let (width, name, said) = (ui.available_width(), part_name(words, it.part), it.words(words));
    let (look, again) = (t!(words, "look-again"), t!(words, "look-again-at", part = name.as_str()));
    let link = Button::link(&look).name(&again);
    let title = if it.answered < it.of {
        theme::strong(ui, Size::Body, Ink::Ink, &name)
    } else {
        theme::text(ui, Size::Body, Ink::Ink, &name)
    };
    let told = theme::text(ui, Size::Small, Ink::InkSoft, said);
    let beside = widgets::width_of(ui, told.clone()) + link.measure(ui) + 2.0 * theme::STEP;
    let fits = widgets::width_of(ui, title.clone()) + theme::STEP <= BAR * width && beside <= (1.0 - COUNT) * width;
    if width < ONE_LINE || !fits {
        let pressed = widgets::title_with(ui, &name, link).clicked();
        let (place, _) = ui.allocate_exact_size(vec2(width, theme::STEP), egui::Sense::hover());
        bar(ui, place, it.share);
        ui.add_space(theme::HALF);
        ui.label(told);
        ui.add_space(theme::STEP);
        return pressed;
    }
    let (line, _) = ui.allocate_exact_size(vec2(width, 40.0), egui::Sense::hover());
    put(ui, line, title);
    let count = line.left() + COUNT * width;
    put(ui, line.with_min_x(count).with_max_x(line.right() - link.measure(ui) - theme::STEP), told);
    bar(ui, Rect::from_x_y_ranges((line.left() + BAR * width)..=(count - theme::PAD), line.y_range()), it.share);
    let layout = Layout::right_to_left(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(line).layout(layout), |ui| ui.add(link).clicked()).inner
}

/// Words at the left of a place; long ones wrap.
fn put(ui: &mut Ui, place: Rect, words: RichText) {
    let builder = UiBuilder::new().max_rect(place).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(builder, |ui| ui.add(Label::new(words).wrap().halign(Align::Min)));
}

/// A bar in the middle of a place, filled as far as this share.
fn bar(ui: &Ui, place: Rect, share: f32) {
    let bar = Rect::from_center_size(place.center(), vec2(place.width(), theme::STEP));
    let corner = egui::CornerRadius::same(theme::SMALL_RADIUS);
    ui.painter().rect_filled(bar, corner, theme::color(ui, Ink::Select));
    if share > 0.0 {
        let filled = Rect::from_min_size(bar.min, vec2((bar.width() * share).max(theme::STEP), bar.height()));
        ui.painter().rect_filled(filled, corner, theme::color(ui, Ink::Pen));
    }
}

fn is_not_applicable(audit: &Audit, question: &Question) -> bool {
    matches!(question, Question::Item(id) if audit.answers.items.get(id) == Some(&Answer::NotApplicable))
}

/// The open and the not applicable questions as links, and what would be gained by answering the open ones.
fn places(view: &View<'_>, audit: &Audit, open: &[&Question], ui: &mut Ui, commands: &mut Vec<Command>) {
    let asked = view.models.asked();
    let none: Vec<&Question> = asked.part(Part::Behaviour).iter().filter(|q| is_not_applicable(audit, q)).collect();
    if open.is_empty() && none.is_empty() {
        return;
    }
    widgets::note(ui, Icon::Info, |ui| {
        for (title, list) in [(t!(view.words, "open-list"), open), (t!(view.words, "none-list"), none.as_slice())] {
            if list.is_empty() {
                continue;
            }
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(6.0, 2.0);
                ui.label(theme::strong(ui, Size::Body, Ink::Ink, title));
                for question in list.iter().take(12) {
                    let name = name_of(view.words, &asked, question);
                    let (given, of) = question.given(view.instrument, audit);
                    let label = if given > 0 && given < of {
                        t!(view.words, "half-answered", question = name, given = given, of = of)
                    } else {
                        name
                    };
                    if ui.add(Button::link(&label)).clicked() {
                        commands.push(Command::Audit(AuditCommand::Ask((*question).clone())));
                    }
                }
                if list.len() > 12 {
                    ui.label(theme::text(ui, Size::Body, Ink::InkSoft, {
                        let more = list.len() - 12;
                        t!(view.words, "and-more", count = more)
                    }));
                }
            });
        }
        if let Some(words) = what_is_missing(view, audit) {
            ui.label(theme::text(ui, Size::Small, Ink::InkSoft, words));
        }
    });
}

/// "question 9", or "Energy 3" for the other parts.
fn name_of(words: &Words, asked: &AskedQuestions, question: &Question) -> String {
    let number = asked.place(question).map_or(0, |i| i + 1);
    match question.part() {
        Part::Behaviour => t!(words, "question-n", number = number),
        part => t!(words, "part-n", part = part_name(words, part), number = number),
    }
}

/// The facets that have no full score yet, in one sentence.
fn what_is_missing(view: &View<'_>, audit: &Audit) -> Option<String> {
    let scores = view.scores?;
    let name = |f: &crate::scoring::FacetScore| view.instrument.texts.facet(&f.id).name.to_lowercase();
    let asked = || scores.facets.iter().filter(|f| audit.scope.holds(&f.id));
    let with = |status| asked().filter(|f| f.status == status).map(name).collect::<Vec<_>>();
    let (none, some) = (with(ScoreStatus::None), with(ScoreStatus::Provisional));
    let lines: Vec<String> = [
        (!none.is_empty()).then(|| t!(view.words, "facets-without", count = none.len(), facets = none.join(", "))),
        (!some.is_empty()).then(|| t!(view.words, "facets-provisional", count = some.len(), facets = some.join(", "))),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}

fn mirror(view: &View<'_>, audit: &Audit, quality: &Quality, ui: &mut Ui, commands: &mut Vec<Command>) {
    widgets::subheading(ui, &t!(view.words, "mirror"));
    ui.add_space(-theme::HALF);
    ui.label(theme::text(ui, Size::Small, Ink::InkSoft, t!(view.words, "mirror-below")));
    let fast = fast_items(view, audit);
    let rated = audit.answers.items.values().filter(|answer| answer.rating().is_some()).count();
    let is_long = long_run(quality.longest_run, rated);
    let mut lines = Vec::new();
    if quality.median_seconds.is_some() {
        let words = t!(view.words, "mirror-pace", count = fast.len());
        lines.push((words, t!(view.words, "mirror-seconds"), fast.first().cloned()));
    }
    if quality.longest_run > 0 {
        let words = if is_long { run_words(view, audit, quality) } else { t!(view.words, "mirror-run-short") };
        lines.push((words, t!(view.words, "mirror-run"), quality.run.first().filter(|_| is_long).cloned()));
    }
    for (words, name, to) in lines {
        let pressed = widgets::line(ui, |ui| {
            ui.label(theme::text(ui, Size::Body, Ink::Ink, words));
            let name = t!(view.words, "look-again-at", part = name);
            to.is_some() && ui.add(Button::link(&t!(view.words, "look-again")).name(&name)).clicked()
        });
        let question = to.filter(|_| pressed).map(Question::Item);
        commands.extend(question.map(|question| Command::Audit(AuditCommand::Ask(question))));
    }
    let header = theme::text(ui, Size::Small, Ink::InkSoft, t!(view.words, "mirror-numbers"));
    egui::CollapsingHeader::new(header).id_salt("mirror").show(ui, |ui| numbers(view.words, quality, ui));
}

/// The numbers behind the mirror, for whoever wants them.
fn numbers(words: &Words, quality: &Quality, ui: &mut Ui) {
    let seconds = quality.median_seconds.map(|seconds| t!(words, "mirror-seconds-is", seconds = words.points(seconds)));
    let run = (quality.longest_run > 0).then(|| t!(words, "mirror-run-is", count = quality.longest_run));
    for line in [seconds, run].into_iter().flatten() {
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, line));
    }
}

fn fast_items(view: &View<'_>, audit: &Audit) -> Vec<ItemId> {
    let asked = view.models.asked();
    let fast = |q: &Question| match q {
        Question::Item(id) if audit.answers.seconds.get(id).is_some_and(|s| is_fast(*s)) => Some(id.clone()),
        _ => None,
    };
    asked.part(Part::Behaviour).iter().filter_map(fast).collect()
}

fn run_words(view: &View<'_>, audit: &Audit, quality: &Quality) -> String {
    let asked = view.models.asked();
    let number = |id: Option<&ItemId>| id.and_then(|id| asked.place(&Question::Item(id.clone()))).map_or(0, |i| i + 1);
    let answer = quality.run.first().and_then(|id| audit.answers.items.get(id)?.rating());
    let label = answer.map_or_else(String::new, |r| view.instrument.texts.answers[r.index()].label.to_lowercase());
    t!(
        view.words,
        "mirror-run-about",
        count = quality.longest_run,
        answer = label,
        from = number(quality.run.first()),
        to = number(quality.run.last())
    )
}
