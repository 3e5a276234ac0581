//! The self-audit: set-up, one question a screen, review.

mod breather;
mod footer;
mod moves;
mod pace;
mod question;
mod review;
mod setup;
mod tour;

use egui::Ui;

use crate::app::command::{Command, Screen};
use crate::app::view::View;
use crate::app::widgets::arrival;
use crate::instrument::Question;
use crate::profile::{Audit, AuditId, Form};
use pace::{Pace, Place};
pub use setup::estimate;
use tour::Tour;

/// A question of an audit.
#[derive(Clone, Copy)]
struct Asking<'a> {
    /// The audit.
    audit: &'a Audit,
    /// Which question.
    question: &'a Question,
}

/// What the audit screens remember.
#[derive(Debug, Default)]
pub struct State {
    stage: Stage,
    setup: setup::State,
    /// The question on screen, and since when on egui's clock.
    shown: Option<(Question, f64)>,
    /// What screen readers were last told.
    said: String,
    pace: Pace,
    /// The open questions, while they alone are asked.
    tour: Option<Tour>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
enum Stage {
    #[default]
    Setup,
    Question,
    /// Between two parts.
    Breather,
    Review,
}

impl State {
    /// Go to the set-up, with this form chosen.
    pub fn set_up(&mut self, form: Form) {
        self.stage = Stage::Setup;
        self.setup = setup::State::with(form);
    }

    /// Show the current question.
    pub const fn question(&mut self) {
        self.stage = Stage::Question;
    }

    /// Rest before the current question, which begins a part.
    pub fn breather(&mut self) {
        self.stage = Stage::Breather;
        self.shown = None;
    }

    /// Ask these questions of an audit alone, and then go back to this screen.
    pub fn begin_tour(&mut self, audit: AuditId, questions: Vec<Question>, from: Screen) {
        self.tour = Some(Tour { audit, questions, from });
    }

    /// Ask all questions again. Returns where the open ones were asked from.
    pub fn end_tour(&mut self) -> Option<Screen> {
        self.tour.take().map(|tour| tour.from)
    }

    /// Show the review.
    pub fn review(&mut self) {
        self.stage = Stage::Review;
        self.shown = None;
    }
}

/// Shows the audit.
pub fn ui(view: &View<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    arrival::part(ui.ctx(), state.stage);
    state.pace.begin(ui, Place { stage: state.stage, question: view.position.cloned() });
    match (state.stage, view.audit, view.position) {
        (Stage::Question, Some(audit), Some(question)) => {
            question::ui(view, Asking { audit, question }, state, ui, commands);
        }
        (Stage::Breather, Some(audit), Some(next)) => {
            breather::ui(view, Asking { audit, question: next }, state, ui, commands);
        }
        (Stage::Review, Some(audit), _) => review::ui(view, audit, ui, commands),
        _ => setup::ui(view, &mut state.setup, ui, commands),
    }
}

/// Seconds as whole minutes, rounded; at least one unless there are none.
pub(super) const fn minutes(seconds: u32) -> u32 {
    match seconds {
        0 => 0,
        1..90 => 1,
        _ => (seconds + 30) / 60,
    }
}
