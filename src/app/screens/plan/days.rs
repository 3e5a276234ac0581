//! The start of the plan and the day of its review, typed or moved by weeks.

use egui::accesskit::Live;
use egui::{Ui, vec2};
use jiff::ToSpan;

use super::field::{Field, bare};
use super::stops::{Drafting, Next, Stop, change};
use crate::app::command::Command;
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::widgets::{self, Button};
use crate::plan::{REVIEW_WEEKS, review_day};
use crate::profile::{Date, PlanEdit};
use crate::t;
use crate::words::Words;

/// The width of a field for a day.
const WIDTH: f32 = 176.0;

/// Which of the two days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    Start,
    Review,
}

/// What it remembers.
#[derive(Debug, Default)]
pub struct State {
    /// What is being typed, and where.
    typed: Option<(Which, String)>,
    /// Why the last day was refused; empty where none was.
    refused: String,
}

/// Shows both days.
pub fn show(it: &Drafting<'_>, state: &mut State, next: &mut Next, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    widgets::subheading(ui, &t!(words, "plan-days"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::GAP, theme::STEP);
        if let Some(start) = day(it, state, Which::Start, next, ui) {
            set_start(it, state, &start, commands);
        }
        if let Some(review) = day(it, state, Which::Review, next, ui) {
            set_review(it, state, &review, commands);
        }
        weeks(it, state, ui, commands);
    });
    if !state.refused.is_empty() {
        let said = ui.label(theme::text(ui, Size::Small, Ink::Ink, &state.refused));
        ui.accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
    }
}

/// A field for a day. Returns what was typed once it is done.
fn day(it: &Drafting<'_>, state: &mut State, which: Which, next: &mut Next, ui: &mut Ui) -> Option<String> {
    let words = it.view.words;
    let (salt, label, stop, then, day) = match which {
        Which::Start => ("plan start", t!(words, "plan-start"), Stop::Start, Stop::Review, it.plan.start),
        Which::Review => ("plan review", t!(words, "plan-review"), Stop::Review, Stop::Count(0), it.plan.review),
    };
    let mut text = match &state.typed {
        Some((of, typed)) if *of == which => typed.clone(),
        _ => words.day(day),
    };
    let typed = ui
        .vertical(|ui| {
            ui.set_width(WIDTH);
            ui.label(theme::text(ui, Size::Small, Ink::InkSoft, &label));
            ui.add_space(-theme::HALF);
            bare(ui, &Field { salt, label: &label, hint: "", rows: 1 }, &mut text)
        })
        .inner;
    next.arrive(stop, &typed.response);
    if typed.response.changed() {
        state.typed = Some((which, text));
        state.refused.clear();
    }
    if typed.entered {
        next.go(then);
    }
    let is_done = typed.entered || typed.response.lost_focus();
    let mine = state.typed.as_ref().is_some_and(|(of, _)| *of == which);
    if is_done && mine { state.typed.take().map(|(_, typed)| typed) } else { None }
}

/// By how many weeks the review comes after the start, and steps of a week.
fn weeks(it: &Drafting<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    ui.vertical(|ui| {
        ui.add_space(Size::Small.line() + theme::HALF);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = theme::STEP;
            for (icon, label, step) in
                [(Icon::Minus, t!(words, "plan-week-earlier"), -1), (Icon::Plus, t!(words, "plan-week-later"), 1)]
            {
                let to = it.plan.review.checked_add(i64::from(step).weeks()).ok();
                let to = to.filter(|to| refused_review(words, it.view.today(), it.plan.start, *to).is_none());
                let button = Button::new("").icon(icon).small().name(&label).enabled(to.is_some());
                if let Some(to) = to.filter(|_| ui.add(button).clicked()) {
                    state.refused.clear();
                    commands.push(set(it, it.plan.start, to));
                }
            }
            let days = (it.plan.review - it.plan.start).get_days();
            let weeks: i32 = days / 7;
            let said = t!(words, "plan-review-in", weeks = weeks);
            ui.label(theme::text(ui, Size::Small, Ink::InkSoft, said));
        });
    });
}

fn set(it: &Drafting<'_>, start: Date, review: Date) -> Command {
    change(PlanEdit::SetDates(start, review, it.plan.week_start))
}

/// Another start. The review stays as many days after it.
fn set_start(it: &Drafting<'_>, state: &mut State, typed: &str, commands: &mut Vec<Command>) {
    let (words, today) = (it.view.words, it.view.today());
    match words.read_day(typed) {
        None => state.refused = t!(words, "plan-day-unknown", example = words.day(today)),
        Some(start) if start < today => state.refused = t!(words, "plan-start-past"),
        Some(start) if start > review_day(today, *REVIEW_WEEKS.end()) => state.refused = t!(words, "plan-start-far"),
        Some(start) => {
            let after = (it.plan.review - it.plan.start).get_days();
            commands.push(set(it, start, start.saturating_add(after.days())));
        }
    }
}

fn set_review(it: &Drafting<'_>, state: &mut State, typed: &str, commands: &mut Vec<Command>) {
    let (words, today) = (it.view.words, it.view.today());
    let Some(review) = words.read_day(typed) else {
        state.refused = t!(words, "plan-day-unknown", example = words.day(it.plan.review));
        return;
    };
    match refused_review(words, today, it.plan.start, review) {
        Some(why) => state.refused = why,
        None => commands.push(set(it, it.plan.start, review)),
    }
}

/// Why a review cannot be on this day, if it cannot.
fn refused_review(words: &Words, today: Date, start: Date, review: Date) -> Option<String> {
    let (first, last) = (review_day(start, *REVIEW_WEEKS.start()), review_day(start, *REVIEW_WEEKS.end()));
    if review < today {
        return Some(t!(words, "plan-review-past"));
    }
    let fits = (first..=last).contains(&review);
    (!fits).then(|| t!(words, "plan-review-range", first = words.day(first), last = words.day(last)))
}
