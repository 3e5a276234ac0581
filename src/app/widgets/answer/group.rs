//! The answers as one group for the keyboard and for screen readers.
//!
//! - Tab comes to the group once: to the answer that has the focus, else to the chosen one, else to the first.
//! - Up and down go from answer to answer, round at both ends. They choose nothing: Space or Enter does, so that whoever listens to all
//!   answers first has given none. (Left and right walk through the questions.)
//! - An answer that was given by its digit or letter gets the focus: every screen reader says what has the focus, while not all of them
//!   say what a live region tells.
//! - Enter on the chosen answer does not choose it again. It is free to go on.

use egui::accesskit::Action;
use egui::{EventFilter, Id, Key, Memory, Response, Sense, Ui};

use crate::app::widgets::{arrival, key};

/// The answers of one question.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    id: Id,
    /// The answer that Tab comes to.
    stop: usize,
    /// The answer that had the focus when the frame began.
    at: Option<usize>,
}

/// What is remembered of a group.
#[derive(Clone, Copy, Debug)]
struct Before {
    /// The frame in which it was shown.
    frame: u64,
    chosen: Option<usize>,
}

/// The answer with the focus, and whether it is the chosen one.
#[derive(Clone, Copy, Debug)]
struct Focused {
    answer: Id,
    is_chosen: bool,
}

impl Group {
    /// Before it is known.
    pub const NONE: Self = Self { id: Id::NULL, stop: 0, at: None };

    /// The group of this question in this frame. Moves the focus where a key or a screen reader asks for it.
    pub fn of(ui: &Ui, question: &str, count: usize, chosen: Option<usize>) -> Self {
        let id = ui.make_persistent_id(("answers", question));
        let group = Self { id, stop: 0, at: None };
        let focused = ui.memory(Memory::focused);
        let at = (0..count).find(|i| focused == Some(group.answer(*i)));
        let asked = |i: &usize| ui.input(|input| input.has_accesskit_action_request(group.answer(*i), Action::Focus));
        let to = (0..count).find(asked).or_else(|| at.and_then(|at| step(ui, at, count)));
        let to = to.or_else(|| given(ui, id, chosen));
        if let Some(to) = to {
            ui.memory_mut(|memory| memory.request_focus(group.answer(to)));
        }
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_size_of_set(count));
        Self { stop: to.or(at).or(chosen).unwrap_or(0), at, ..group }
    }

    /// The id of an answer.
    pub fn answer(&self, i: usize) -> Id {
        self.id.with(i)
    }

    /// How an answer is sensed: one of them is a stop of Tab.
    pub fn sense(&self, i: usize) -> Sense {
        if i == self.stop { Sense::click() } else { Sense::CLICK }
    }

    /// Says which answer of how many this is, and keeps the arrows for the group and the screen while it has the focus.
    pub fn joined(ui: &Ui, response: &Response, i: usize, is_chosen: bool) {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.add_action(Action::Focus);
            node.set_position_in_set(i);
        });
        if response.has_focus() {
            let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
            ui.data_mut(|data| data.insert_temp(last(), Focused { answer: response.id, is_chosen }));
        }
    }

    /// Whether this answer was pressed by a key although it is chosen.
    pub fn is_again(&self, ui: &Ui, i: usize, is_chosen: bool) -> bool {
        is_chosen && self.at == Some(i) && ui.input(|input| input.key_pressed(Key::Enter))
    }
}

/// Whether the chosen answer to a question has the focus, so that Enter may go on.
pub fn is_on_chosen(ui: &Ui) -> bool {
    let focused = ui.memory(Memory::focused);
    let last = ui.data(|data| data.get_temp::<Focused>(last()));
    last.is_some_and(|last| last.is_chosen && focused == Some(last.answer))
}

fn last() -> Id {
    Id::unique("answer with the focus")
}

/// Where the arrows lead from an answer.
fn step(ui: &Ui, at: usize, count: usize) -> Option<usize> {
    if key(ui, Key::ArrowDown) {
        return Some((at + 1) % count);
    }
    key(ui, Key::ArrowUp).then(|| (at + count - 1) % count)
}

/// The answer that was given since the frame before, by somebody who uses keys.
fn given(ui: &Ui, id: Id, chosen: Option<usize>) -> Option<usize> {
    let frame = ui.ctx().cumulative_frame_nr();
    let before = ui.data_mut(|data| {
        let before = data.get_temp::<Before>(id);
        data.insert_temp(id, Before { frame, chosen });
        before
    })?;
    let is_new = before.frame + 1 == frame && before.chosen != chosen;
    chosen.filter(|_| is_new && arrival::shows_focus(ui.ctx()))
}
