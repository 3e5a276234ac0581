//! The two weeks before the start: how often it came up, and how often it was done; counted or guessed.

use std::collections::BTreeMap;

use egui::accesskit::Live;
use egui::{Ui, vec2};

use super::field::{Field, bare};
use super::stops::{Drafting, Next, Stop, change};
use crate::app::command::Command;
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, checkbox};
use crate::plan::{Week, WeekState, weeks};
use crate::profile::{Date, PlanEdit, WeekCount};
use crate::t;

/// The width of a field for a number.
const WIDTH: f32 = 88.0;

/// What is typed for a week.
#[derive(Debug, Default)]
struct Typed {
    /// What the plan had when this was begun.
    seen: Option<WeekCount>,
    /// How often it came up, and how often it was done.
    numbers: [String; 2],
}

impl Typed {
    fn of(count: Option<WeekCount>) -> Self {
        let numbers = count.map_or_else(Default::default, |count| [count.came(), count.did()].map(|n| n.to_string()));
        Self { seen: count, numbers }
    }

    /// What was typed.
    fn read(&self, estimated: bool) -> Read {
        let [came, did] = [0, 1].map(|at| self.numbers[at].trim());
        if came.is_empty() && did.is_empty() {
            return Read::Empty;
        }
        let count = || WeekCount::new(came.parse().ok()?, did.parse().ok()?, estimated);
        count().map_or(Read::NotYet, Read::Count)
    }

    /// Whether more was done than came up.
    fn is_wrong(&self) -> bool {
        let [came, did] = [0, 1].map(|at| self.numbers[at].trim().parse::<u16>().ok());
        came.zip(did).is_some_and(|(came, did)| did > came)
    }
}

/// What was typed for a week, as a count.
enum Read {
    /// It is not yet, or not at all, a count.
    NotYet,
    /// Nothing stands there.
    Empty,
    /// A count.
    Count(WeekCount),
}

/// What it remembers.
#[derive(Debug, Default)]
pub struct State {
    typed: BTreeMap<Date, Typed>,
    /// That the numbers are counted; they are guesses until the person says otherwise.
    counted: bool,
}

/// Shows both weeks.
pub fn show(it: &Drafting<'_>, state: &mut State, next: &mut Next, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    let before = weeks(it.plan, it.view.today()).into_iter().filter(|week| week.is_before);
    let before: Vec<Week> = before.filter(|week| week.state != WeekState::Coming).collect();
    if before.is_empty() {
        return;
    }
    widgets::subheading(ui, &t!(words, "plan-baseline"));
    ui.add_space(-theme::HALF);
    widgets::paragraph_small(ui, &t!(words, "plan-baseline-below"));
    let last = 2 * before.len();
    for (at, week) in before.iter().enumerate() {
        let place = Place { week, at: 2 * at, last };
        row(it, state, &place, next, ui);
    }
    let mut guess = !state.counted;
    let toggled = checkbox(ui, &mut guess, true, &t!(words, "plan-estimated")).changed();
    state.counted = !guess;
    for (first, typed) in &mut state.typed {
        let count = match typed.read(!state.counted) {
            Read::NotYet => continue,
            Read::Empty => None,
            Read::Count(count) => Some(count),
        };
        if count != typed.seen {
            let only_marked = typed.seen.is_some() && !toggled && count.map(numbers) == typed.seen.map(numbers);
            if !only_marked {
                typed.seen = count;
                commands.push(change(PlanEdit::SetWeek(*first, count)));
            }
        }
    }
    if state.typed.values().any(Typed::is_wrong) {
        let said = ui.label(theme::text(ui, Size::Small, Ink::Ink, t!(words, "plan-count-wrong")));
        ui.accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
    }
}

const fn numbers(count: WeekCount) -> (u16, u16) {
    (count.came(), count.did())
}

/// A week among those before the start.
struct Place<'a> {
    week: &'a Week,
    /// The place of its first number among the numbers of all weeks.
    at: usize,
    /// How many numbers there are; after the last of them, Enter goes on to the goal.
    last: usize,
}

/// A week with its two numbers.
fn row(it: &Drafting<'_>, state: &mut State, place: &Place<'_>, next: &mut Next, ui: &mut Ui) {
    let Place { week, at, last } = *place;
    let words = it.view.words;
    let typed = state.typed.entry(week.first).or_default();
    if typed.seen != week.count {
        // It comes from the file, or was taken back.
        *typed = Typed::of(week.count);
        state.counted = week.count.is_some_and(|count| !count.is_estimated());
    }
    let day = words.day(week.first);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::GAP, theme::STEP);
        ui.scope(|ui| {
            ui.set_width(176.0_f32.min(ui.available_width()));
            let said = t!(words, "plan-baseline-week", day = day.as_str());
            ui.label(theme::text(ui, Size::Body, Ink::Ink, said));
        });
        let names = [
            ("came", t!(words, "plan-came"), t!(words, "plan-came-name", day = day.as_str())),
            ("did", t!(words, "plan-did"), t!(words, "plan-did-name", day = day.as_str())),
        ];
        for (which, (salt, label, name)) in names.into_iter().enumerate() {
            ui.label(theme::text(ui, Size::Small, Ink::InkSoft, label));
            let text = &mut typed.numbers[which];
            let field = ui
                .scope(|ui| {
                    ui.set_width(WIDTH);
                    ui.push_id(week.first.to_string(), |ui| {
                        bare(ui, &Field { salt, label: &name, hint: "", rows: 1 }, text)
                    })
                    .inner
                })
                .inner;
            if field.response.changed() {
                text.retain(|letter| letter.is_ascii_digit());
                text.truncate(3);
            }
            next.arrive(Stop::Count(at + which), &field.response);
            if field.entered {
                next.go(if at + which + 1 < last { Stop::Count(at + which + 1) } else { Stop::Fill });
            }
        }
    });
}
