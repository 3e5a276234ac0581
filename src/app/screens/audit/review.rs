//! The review before the result: what is open, what was not applicable, and how the answers were given. Every line links back.

use egui::{Align, Label, Layout, Rect, RichText, TextWrapMode, Ui, UiBuilder, WidgetText, vec2};

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
    table(view, audit, ui, commands);
    ui.add_space(theme::STEP);
    places(view, audit, open, ui, commands);
    ui.add_space(theme::GAP);
    if let Some(scores) = view.scores {
        mirror(view, audit, &scores.quality, ui, commands);
    }
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
        if let Some(first) = asked.open.first()
            && ui.add(Button::new(&t!(view.words, "answer-open", count = asked.open.len()))).clicked()
        {
            commands.push(Command::Audit(AuditCommand::Ask(first.clone())));
        }
    });
}

/// Where the columns of numbers end, from the left, as shares of the width, if all heads fit on one line.
const COLUMNS: [f32; 4] = [0.435, 0.555, 0.653, 0.815];

fn table(view: &View<'_>, audit: &Audit, ui: &mut Ui, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let heads = [
        t!(view.words, "asked"),
        t!(view.words, "answered"),
        t!(view.words, "open-count"),
        t!(view.words, "not-applicable"),
    ]
    .map(|head| theme::text(ui, Size::Small, Ink::InkSoft, head));
    let grid = Grid::of(view, audit, &heads, ui);
    row(ui, grid.head, |ui, at| {
        at(ui, Cell::from(0.0), theme::text(ui, Size::Small, Ink::InkSoft, t!(view.words, "part")));
        for (end, head) in grid.ends.into_iter().zip(heads) {
            at(ui, Cell::until(end, grid.room), head);
        }
        None
    });
    widgets::divider(ui);
    let asked = view.models.asked();
    for part in Part::ALL.into_iter().filter(|p| audit.parts.contains(p)) {
        let list = asked.part(part);
        let open = list.iter().filter(|q| !q.is_answered(view.instrument, audit)).count();
        let none = list.iter().filter(|q| is_not_applicable(audit, q)).count();
        let numbers = [list.len(), list.len() - open - none, open, none];
        let pressed = row(ui, 40.0, |ui, at| {
            let name = part_name(view.words, part);
            let first = if open > 0 {
                theme::strong(ui, Size::Body, Ink::Ink, name)
            } else {
                theme::text(ui, Size::Body, Ink::Ink, name)
            };
            at(ui, Cell::from(0.0), first);
            for (i, (end, number)) in grid.ends.into_iter().zip(numbers).enumerate() {
                let words = number.to_string();
                let quiet = i >= 2 && number == 0;
                let ink = if quiet { Ink::InkSoft } else { Ink::Ink };
                let strong = i == 2 && number > 0;
                let words = if strong {
                    theme::strong(ui, Size::Body, ink, words)
                } else {
                    theme::text(ui, Size::Body, ink, words)
                };
                at(ui, Cell::until(end, grid.room), words);
            }
            Some((t!(view.words, "look-again"), t!(view.words, "look-again-at", part = part_name(view.words, part))))
        });
        if pressed {
            let target = list.iter().find(|q| !q.is_answered(view.instrument, audit)).or_else(|| list.first());
            commands.extend(target.map(|q| Command::Audit(AuditCommand::Ask(q.clone()))));
        }
        widgets::divider(ui);
    }
    ui.spacing_mut().item_spacing.y = theme::STEP;
}

/// Where the columns of numbers end, from the left; how wide each head may be, and how high the line of heads is.
struct Grid {
    ends: [f32; 4],
    room: f32,
    head: f32,
}

impl Grid {
    /// Columns at their shares of the width. If the heads are too long for that, all get the same width and wrap.
    fn of(view: &View<'_>, audit: &Audit, heads: &[RichText; 4], ui: &Ui) -> Self {
        let width = ui.available_width();
        let ends = COLUMNS.map(|share| share * width);
        let parts = Part::ALL.into_iter().filter(|part| audit.parts.contains(part));
        let name = |part| widgets::width_of(ui, theme::strong(ui, Size::Body, Ink::Ink, part_name(view.words, part)));
        let names = parts.map(name).fold(0.0, f32::max).ceil();
        let link = Button::link(&t!(view.words, "look-again")).measure(ui);
        let begins = [names, ends[0], ends[1], ends[2]];
        let fits = |((begin, end), head): ((f32, f32), &RichText)| {
            begin + theme::STEP + widgets::width_of(ui, head.clone()) <= end
        };
        let all_fit = begins.into_iter().zip(ends).zip(heads).all(fits);
        if all_fit && ends[3] + theme::STEP + link <= width {
            return Self { ends, room: width, head: 28.0 };
        }
        let each = ((width - names - link - theme::GAP) / 4.0).floor();
        let room = each - theme::STEP;
        let height = |head: &RichText| {
            let font = theme::font(Size::Small, false);
            WidgetText::from(head.clone()).into_galley(ui, Some(TextWrapMode::Wrap), room, font).size().y
        };
        let head = heads.iter().map(height).fold(20.0, f32::max) + theme::STEP;
        Self { ends: [1.0, 2.0, 3.0, 4.0].map(|n| names + n * each), room, head }
    }
}

/// The place of words in a row: where they begin or end, in points from the left.
#[derive(Clone, Copy, Debug)]
struct Cell {
    at: f32,
    /// The width up to the place where they end.
    until: Option<f32>,
}

impl Cell {
    const fn from(at: f32) -> Self {
        Self { at, until: None }
    }

    const fn until(at: f32, room: f32) -> Self {
        Self { at, until: Some(room) }
    }
}

type Put<'a> = &'a dyn Fn(&mut Ui, Cell, RichText);

/// A row with texts, and a link at its end. True when the link was pressed.
fn row(ui: &mut Ui, height: f32, add: impl FnOnce(&mut Ui, Put<'_>) -> Option<(String, String)>) -> bool {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), egui::Sense::hover());
    let put = |ui: &mut Ui, cell: Cell, words: RichText| {
        let x = rect.left() + cell.at;
        let (from, to, layout) = match cell.until {
            Some(room) => ((x - room).max(rect.left()), x, Layout::right_to_left(Align::Center)),
            None => (x, rect.right(), Layout::left_to_right(Align::Center)),
        };
        let room = Rect::from_x_y_ranges(from..=to, rect.y_range());
        let builder = UiBuilder::new().max_rect(room).layout(layout);
        ui.scope_builder(builder, |ui| ui.add(Label::new(words).wrap().halign(layout.horizontal_align())));
    };
    let link = add(ui, &put);
    let Some((label, name)) = link else { return false };
    let layout = Layout::right_to_left(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(layout), |ui| {
        ui.add(Button::link(&label).name(&name)).clicked()
    })
    .inner
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
    ui.spacing_mut().item_spacing.y = 0.0;
    widgets::divider(ui);
    let fast = fast_items(view, audit);
    if let Some(seconds) = quality.median_seconds {
        let words = t!(view.words, "mirror-seconds-about", count = fast.len());
        let to = (!fast.is_empty()).then(|| Question::Item(fast[0].clone()));
        commands.extend(mirror_row(
            view,
            ui,
            [&t!(view.words, "mirror-seconds"), &view.words.points(seconds), &words],
            to,
        ));
    }
    if quality.longest_run > 0 {
        let rated = audit.answers.items.values().filter(|a| a.rating().is_some()).count();
        let words = run_words(view, audit, quality);
        let long = long_run(quality.longest_run, rated);
        let to = quality.run.first().filter(|_| long).map(|id| Question::Item(id.clone()));
        commands.extend(mirror_row(
            view,
            ui,
            [&t!(view.words, "mirror-run"), &quality.longest_run.to_string(), &words],
            to,
        ));
    }
    ui.spacing_mut().item_spacing.y = theme::STEP;
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

/// A line about how the answers were given. Returns the question that it leads to when its link was pressed.
fn mirror_row(
    view: &View<'_>,
    ui: &mut Ui,
    [name, value, meaning]: [&str; 3],
    to: Option<Question>,
) -> Option<Command> {
    let width = ui.available_width();
    let narrow = width < 520.0;
    let pressed = row(ui, if narrow { 56.0 } else { 40.0 }, |ui, at| {
        at(ui, Cell::from(0.0), theme::text(ui, Size::Body, Ink::Ink, name));
        let end = width * if narrow { 0.5 } else { 0.315 };
        at(ui, Cell::until(end, end), theme::text(ui, Size::Body, Ink::Ink, value));
        if !narrow {
            at(ui, Cell::from(0.348 * width), theme::text(ui, Size::Body, Ink::InkSoft, meaning));
        }
        to.as_ref().map(|_| (t!(view.words, "look-again"), t!(view.words, "look-again-at", part = name)))
    });
    if narrow {
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, meaning));
    }
    widgets::divider(ui);
    to.filter(|_| pressed).map(|question| Command::Audit(AuditCommand::Ask(question)))
}
