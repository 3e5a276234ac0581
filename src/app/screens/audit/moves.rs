//! The line below the answers: back, skip, what was kept, next. *Skip* and *Next* have places of their own, so that a second click on one
//! never falls on the other.

use egui::{Key, Rect, Ui, UiBuilder, pos2, vec2};

use super::footer::{self, heading};
use crate::app::theme::{self, Icon};
use crate::app::view::View;
use crate::app::widgets::{Button, Look, is_on_chosen, keep_arrows, key};
use crate::profile::Audit;
use crate::t;

/// What was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// To the question before.
    Back,
    /// To the one after, by *Skip*, *Next* or Enter.
    On,
}

/// The line below the answers.
#[derive(Clone, Copy)]
pub struct Line<'a> {
    /// The audit.
    pub audit: &'a Audit,
    /// Whether there is a question before.
    pub has_before: bool,
    /// Whether the question is answered.
    pub is_answered: bool,
    /// What the button that goes on says.
    pub next: &'a str,
    /// The answer that was just given to this question, in words.
    pub said: &'a str,
}

/// The least width for what was kept beside the buttons.
const BESIDE: f32 = 216.0;

impl Line<'_> {
    /// Shows it. The words about what was kept stand between the buttons, or below them where there is little space.
    pub fn show(self, view: &View<'_>, ui: &mut Ui) -> Option<Move> {
        let (back, skip) = (t!(view.words, "back"), t!(view.words, "skip"));
        let back = Button::new(&back).icon(Icon::ArrowLeft).enabled(self.has_before);
        let skip = Button::new(&skip).look(Look::Plain);
        let next = Button::new(self.next).first().trailing(Icon::ArrowRight);
        let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), theme::BUTTON), egui::Sense::hover());
        let left = line.left() + back.measure(ui) + theme::STEP;
        let (skip_end, next_start) = (left + skip.measure(ui), line.right() - next.measure(ui));
        let mut pressed = None;
        let response = put(ui, line.with_max_x(left), back);
        if response.clicked() {
            pressed = Some(Move::Back);
        }
        let on = if self.is_answered {
            put(ui, line.with_min_x(next_start.max(line.left())), next)
        } else {
            put(ui, line.with_min_x(left), skip)
        };
        let free = ui.memory(|m| m.focused().is_none_or(|id| id == heading())) || is_on_chosen(ui);
        if on.clicked() || (self.is_answered && free && key(ui, Key::Enter)) {
            pressed = Some(Move::On);
        }
        let between = Rect::from_x_y_ranges((skip_end + theme::GAP)..=(next_start - theme::GAP), line.y_range());
        if between.width() >= BESIDE {
            footer::kept(view, self.audit, self.said, ui, between);
        } else {
            let (below, _) = ui.allocate_exact_size(vec2(line.width(), 20.0), egui::Sense::hover());
            footer::kept(view, self.audit, self.said, ui, below);
        }
        pressed
    }
}

/// A button at the left of a place.
fn put(ui: &mut Ui, place: Rect, button: Button<'_>) -> egui::Response {
    let place = Rect::from_min_max(place.min, pos2(place.right().max(place.left() + 1.0), place.bottom()));
    let mut child = ui.new_child(UiBuilder::new().max_rect(place));
    // The words of a button on one line, also where the place is narrow.
    child.set_max_width(button.measure(ui));
    let response = child.add(button);
    keep_arrows(ui, &response);
    response
}
