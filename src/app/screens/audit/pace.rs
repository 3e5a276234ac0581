//! Going on by itself: the next question comes a moment after the first answer to the one before.
//!
//! - Only the answer that completes a question starts the moment. A changed answer never does.
//! - Any deed ends it: a key, a button of the mouse, a request of a screen reader. What was typed or clicked before the moment was over
//!   is about the question on screen, also where the machine stood still and all of it comes in one frame.
//! - The second click of a double-click counts for nothing if the first one led on: it was not meant for what has come.

use std::time::Duration;

use egui::{Pos2, Ui};

use super::Stage;
use crate::app::order;
use crate::instrument::Question;

/// From the answer to the next question, in seconds.
const MOMENT: f64 = 0.35;
/// Two clicks are a double-click within so many seconds. Systems use about half a second.
const DOUBLE: f64 = 0.5;
/// And within so many points.
const NEAR: f32 = 8.0;

/// What is on screen.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) stage: Stage,
    pub(super) question: Option<Question>,
}

/// Whether the next question is about to come, and where the last click was.
#[derive(Debug, Default)]
pub struct Pace {
    /// The question that was just answered, and when the next one comes, on egui's clock.
    due: Option<(Question, f64)>,
    click: Option<Click>,
    is_echo: bool,
    /// The frame that began last: one that is drawn twice has its deeds only once.
    frame: Option<u64>,
}

#[derive(Debug)]
struct Click {
    at: Pos2,
    time: f64,
    place: Place,
}

impl Pace {
    /// Begins a frame, which shows this.
    pub(super) fn begin(&mut self, ui: &Ui, place: Place) {
        let number = ui.ctx().cumulative_frame_nr();
        if self.frame.replace(number) == Some(number) {
            return;
        }
        if order::has_deed(ui.ctx()) {
            self.due = None;
        }
        let clicked = ui.input(|input| {
            let at = input.pointer.any_click().then(|| input.pointer.interact_pos()).flatten();
            at.map(|at| (at, input.time))
        });
        self.is_echo = false;
        if let Some((at, time)) = clicked {
            let click = Click { at, time, place };
            self.is_echo = self.click.as_ref().is_some_and(|before| click.is_echo_of(before));
            self.click = Some(click);
        }
    }

    /// Whether the click of this frame is the second one of a double-click that began at another question.
    pub const fn is_echo(&self) -> bool {
        self.is_echo
    }

    /// Starts the moment after which the next question comes.
    pub fn start(&mut self, ui: &Ui, answered: &Question) {
        self.due = Some((answered.clone(), ui.input(|input| input.time) + MOMENT));
        ui.ctx().request_repaint_after(Duration::from_secs_f64(MOMENT));
    }

    /// Whether the moment after the answer to this question is over: true once.
    pub fn is_over(&mut self, ui: &Ui, question: &Question) -> bool {
        let Some((answered, at)) = &self.due else { return false };
        let is_free = !egui::Popup::is_any_open(ui.ctx()) && ui.memory(|memory| memory.top_modal_layer().is_none());
        if answered != question || !is_free {
            self.due = None;
            return false;
        }
        let left = at - ui.input(|input| input.time);
        if left > 0.0 {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
            return false;
        }
        self.due = None;
        true
    }
}

impl Click {
    fn is_echo_of(&self, before: &Self) -> bool {
        self.place != before.place && self.time - before.time < DOUBLE && self.at.distance(before.at) < NEAR
    }
}
