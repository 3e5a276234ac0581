//! The sentence of the plan, as a card; pressed, it opens to fields for its parts.

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat};
use egui::{Sense, Ui, WidgetInfo, vec2};

use super::field::{Field, field};
use super::stops::{Drafting, Next, Stop, change};
use crate::app::command::Command;
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::widgets::{self, Button, focus_ring};
use crate::profile::{Minutes, PlanEdit, PlanText};
use crate::summary::{WrittenPiece, obstacle_pieces, plan_pieces};
use crate::t;

/// What it remembers.
#[derive(Debug, Default)]
pub struct State {
    /// Whether its fields are shown.
    open: bool,
}

impl State {
    /// Whether its fields are shown.
    pub const fn is_open(&self) -> bool {
        self.open
    }

    /// Shows the fields, with the focus on one of them.
    pub const fn open(&mut self, next: &mut Next, stop: Stop) {
        self.open = true;
        next.go(stop);
    }
}

/// Shows the sentence. True when another exercise is wanted.
pub fn show(it: &Drafting<'_>, state: &mut State, next: &mut Next, ui: &mut Ui, commands: &mut Vec<Command>) -> bool {
    let words = it.view.words;
    let mut another = false;
    widgets::card(ui, 24, |ui| {
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, t!(words, "plan-sentence")));
        if state.open {
            fields(it, state, next, ui, commands);
            return;
        }
        for (pieces, size, stop) in [
            (plan_pieces(words, it.plan), Size::Large, Stop::Cue),
            (obstacle_pieces(words, it.plan), Size::Body, Stop::Obstacle),
        ] {
            let whole = pieces.iter().map(|(words, _)| words.as_str()).collect::<String>();
            if written(ui, &pieces, size, &t!(words, "plan-sentence-name", sentence = whole)) {
                state.open(next, stop);
            }
            ui.add_space(theme::HALF);
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            if let Some(minutes) = it.plan.minutes {
                let minutes = t!(words, "plan-takes", minutes = u8::from(minutes));
                ui.label(theme::text(ui, Size::Small, Ink::InkSoft, minutes));
            }
            if ui.add(Button::link(&t!(words, "plan-sentence-change")).small()).clicked() {
                state.open(next, Stop::Cue);
            }
            another = ui.add(Button::link(&t!(words, "plan-another-exercise")).small()).clicked();
        });
    });
    another
}

/// A sentence with what the person wrote underlined, as one thing to press. True when it was pressed.
pub fn written(ui: &mut Ui, pieces: &[WrittenPiece], size: Size, name: &str) -> bool {
    let (ink, line) = (theme::color(ui, Ink::Ink), theme::stroke(ui, 1.0, Ink::LineStrong));
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    // Underlined words need room below.
    let height = if size == Size::Large { 40.0 } else { 28.0 };
    for (words, _) in pieces {
        let font_id = theme::font(size, false);
        let format = TextFormat { font_id, color: ink, line_height: Some(height), ..TextFormat::default() };
        job.append(words, 0.0, format);
    }
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let below = if size == Size::Large { 15.0 } else { 10.0 };
    // There is a glyph for each letter, in their order.
    let mut is_written = pieces.iter().flat_map(|(words, is_written)| words.chars().map(|_| *is_written));
    for row in &galley.rows {
        let y = ui.painter().round_to_pixel_center(rect.top() + row.rect().center().y + below);
        let mut line_to = None;
        for glyph in &row.glyphs {
            let left = rect.left() + row.pos.x + glyph.pos.x;
            let from = line_to.map_or(left, |(from, _)| from);
            if is_written.next().unwrap_or_default() {
                line_to = Some((from, left + glyph.advance_width));
            } else if let Some((from, to)) = line_to.take() {
                ui.painter().hline(from..=to, y, line);
            }
        }
        if let Some((from, to)) = line_to {
            ui.painter().hline(from..=to, y, line);
        }
    }
    ui.painter().galley(rect.min, galley, ink);
    focus_ring(ui, &response, theme::SMALL_RADIUS);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

fn fields(it: &Drafting<'_>, state: &mut State, next: &mut Next, ui: &mut Ui, commands: &mut Vec<Command>) {
    let (words, plan) = (it.view.words, it.plan);
    let all = [
        (
            "plan cue",
            PlanText::Cue,
            Stop::Cue,
            Stop::Deed,
            &plan.cue,
            t!(words, "plan-cue"),
            t!(words, "plan-cue-hint"),
        ),
        (
            "plan deed",
            PlanText::Deed,
            Stop::Deed,
            Stop::Obstacle,
            &plan.deed,
            t!(words, "plan-deed"),
            t!(words, "plan-deed-hint"),
        ),
        (
            "plan obstacle",
            PlanText::Obstacle,
            Stop::Obstacle,
            Stop::Instead,
            &plan.obstacle,
            t!(words, "plan-obstacle"),
            t!(words, "plan-obstacle-hint"),
        ),
        (
            "plan instead",
            PlanText::Instead,
            Stop::Instead,
            Stop::Done,
            &plan.instead,
            t!(words, "plan-instead"),
            t!(words, "plan-instead-hint"),
        ),
    ];
    for (salt, which, stop, then, value, label, hint) in all {
        let mut text = value.clone();
        let typed = field(ui, &Field { salt, label: &label, hint: &hint, rows: 1 }, &mut text);
        next.arrive(stop, &typed.response);
        if typed.response.changed() {
            commands.push(change(PlanEdit::SetText(which, text)));
        }
        if typed.entered {
            next.go(then);
        }
    }
    minutes(it, ui, commands);
    let done = ui.add(Button::new(&t!(words, "plan-done")).icon(Icon::Check));
    next.arrive(Stop::Done, &done);
    if done.clicked() {
        state.open = false;
        if it.is_written() {
            next.go(Stop::Start);
        }
    }
}

/// How long the deed takes, at most ten minutes.
fn minutes(it: &Drafting<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    let now = it.plan.minutes.map(u8::from);
    ui.horizontal_wrapped(|ui| {
        for (icon, label, to) in [
            (Icon::Minus, t!(words, "plan-shorter"), now.map_or(5, |now| now - 1)),
            (Icon::Plus, t!(words, "plan-longer"), now.map_or(5, |now| now + 1)),
        ] {
            let to = Minutes::try_from(to).ok();
            if ui.add(Button::new("").icon(icon).small().name(&label).enabled(to.is_some())).clicked() {
                commands.push(change(PlanEdit::SetMinutes(to)));
            }
        }
        let said = match now {
            Some(minutes) => t!(words, "plan-takes", minutes = minutes),
            None => t!(words, "plan-takes-open"),
        };
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, said));
    });
}
