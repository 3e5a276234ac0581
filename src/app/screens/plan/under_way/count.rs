//! Counting a week: how often it came up, and how often it was done. Each press is kept at once.

use egui::{Key, Margin, Response, TextEdit, Ui, vec2};

use super::Shown;
use crate::app::command::{Command, PlanCommand};
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, Button, enter_goes_on, focus_ring};
use crate::plan::week_of;
use crate::profile::{Date, PlanEdit, WeekCount};
use crate::t;

/// What it remembers.
#[derive(Debug, Default)]
pub struct State {
    week: Option<Date>,
    /// Whether the button that ends it is to get the focus, so that Enter ends it.
    focus: bool,
    /// What stands in the two fields: came up, done.
    typed: [String; 2],
    /// What they were filled from.
    shown: Option<WeekCount>,
}

impl State {
    /// Begins to count a week.
    pub fn begin(&mut self, week: Date) {
        *self = Self { week: Some(week), focus: true, ..Self::default() };
    }

    /// The week that is counted.
    pub const fn week(&self) -> Option<Date> {
        self.week
    }
}

/// The count with one more occasion, of which this one was taken or not; unchanged where a week holds no more.
fn more(count: Option<WeekCount>, did: bool, estimated: bool) -> WeekCount {
    let count = count.unwrap_or_default();
    let more = WeekCount::new(count.came().saturating_add(1), count.did() + u16::from(did), estimated);
    more.unwrap_or(count)
}

/// Shows the week that is counted.
pub fn ui(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let Some(week) = state.week else { return };
    let words = it.view.words;
    let count = it.plan.weeks.get(&week).copied();
    let is_before = week < week_of(it.plan.start, it.plan.week_start);
    let mut estimated = count.map_or(is_before, WeekCount::is_estimated);
    let mut set = |count| commands.push(Command::Plan(PlanCommand::Change(PlanEdit::SetWeek(week, count))));
    widgets::card(ui, Margin::same(16), |ui| {
        widgets::subheading(ui, &t!(words, "under-way-count-week", day = words.day(week)));
        ui.horizontal_wrapped(|ui| {
            let (did, did_not, skip) =
                (t!(words, "under-way-did"), t!(words, "under-way-did-not"), t!(words, "under-way-skip"));
            let free = !ui.ctx().text_edit_focused();
            let pressed = |ui: &mut Ui, button: Button<'_>, digit: Key| {
                let clicked = ui.add(button).clicked();
                clicked || (free && widgets::key(ui, digit))
            };
            if pressed(ui, Button::new(&did).icon(theme::Icon::Plus), Key::Num1) {
                set(Some(more(count, true, estimated)));
            }
            if pressed(ui, Button::new(&did_not).icon(theme::Icon::Plus), Key::Num2) {
                set(Some(more(count, false, estimated)));
            }
            if pressed(ui, Button::new(&skip), Key::Num0) {
                set(WeekCount::new(0, 0, estimated));
            }
        });
        if let Some(Typed(typed)) = fields(it, state, count, estimated, ui) {
            set(typed);
        }
        if is_before && widgets::checkbox(ui, &mut estimated, true, &t!(words, "under-way-estimate")).changed() {
            set(count.and_then(|count| WeekCount::new(count.came(), count.did(), estimated)));
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            let done = ui.add(Button::new(&t!(words, "under-way-count-done")).first());
            if std::mem::take(&mut state.focus) {
                done.request_focus();
                done.scroll_to_me(None);
            }
            if done.clicked() {
                state.week = None;
            }
        });
        widgets::paragraph_small(ui, &t!(words, "under-way-count-keys"));
    });
}

/// What was typed: nothing at all empties the week.
struct Typed(Option<WeekCount>);

/// The two numbers, to be typed. Returns what was typed, where it can be.
fn fields(it: &Shown<'_>, state: &mut State, count: Option<WeekCount>, estimated: bool, ui: &mut Ui) -> Option<Typed> {
    let words = it.view.words;
    if state.shown != count {
        state.typed = count.map_or_else(Default::default, |it| [it.came(), it.did()].map(|number| number.to_string()));
        state.shown = count;
    }
    let mut changed = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        let labels = [t!(words, "under-way-come-up"), t!(words, "under-way-done")];
        for (i, (label, typed)) in labels.iter().zip(&mut state.typed).enumerate() {
            let label = ui.label(theme::text(ui, Size::Body, Ink::Ink, label));
            changed |= number(ui, i, typed).labelled_by(label.id).changed();
            ui.add_space(theme::STEP);
        }
    });
    let [came, did] = state.typed.each_ref().map(|typed| typed.trim().parse::<u16>().ok());
    let empty = state.typed.iter().all(|typed| typed.trim().is_empty());
    let read = came.zip(did).and_then(|(came, did)| WeekCount::new(came, did, estimated));
    if read.is_none() && !empty {
        widgets::paragraph_small(ui, &t!(words, "under-way-count-wrong"));
    }
    if !changed || (read.is_none() && !empty) {
        return None;
    }
    // What is in the fields stays as it was typed.
    state.shown = read;
    Some(Typed(read))
}

fn number(ui: &mut Ui, which: usize, typed: &mut String) -> Response {
    let edit = TextEdit::singleline(typed)
        .id_salt(("count", which))
        .font(theme::font(Size::Body, false))
        .margin(vec2(12.0, 0.0))
        .min_size(vec2(64.0, theme::BUTTON))
        .align(egui::Align2::LEFT_CENTER)
        .desired_width(40.0)
        .char_limit(3);
    let response = ui.add(edit);
    focus_ring(ui, &response, theme::RADIUS);
    enter_goes_on(ui, &response);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_more_is_counted_and_never_more_than_a_week_holds() {
        let first = more(None, true, false);
        assert_eq!((first.came(), first.did()), (1, 1));
        let second = more(Some(first), false, false);
        assert_eq!((second.came(), second.did()), (2, 1));
        let full = WeekCount::new(WeekCount::MOST, 3, false).unwrap();
        assert_eq!(more(Some(full), true, false), full);
    }
}
