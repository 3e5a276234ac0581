//! The print preview: the choices at the left, and at the right the very pages that will be printed.

mod choices;
mod sheets;

use egui::{Key, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::app::command::{Command, ReportCommand};
use crate::app::theme::{self, Ink};
use crate::app::view::View;
use crate::app::widgets::key;

pub use sheets::Zoom;

/// What the preview remembers.
#[derive(Debug, Default)]
pub struct State {
    zoom: Zoom,
}

/// Width of the choices.
const SIDE: f32 = 288.0;
/// The narrowest window in which the pages are beside the choices.
const BESIDE: f32 = 640.0;

/// Shows the preview.
pub fn ui(view: &View<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    if key(ui, Key::Escape) {
        commands.push(Command::Report(ReportCommand::Leave));
    }
    let whole = ui.max_rect();
    if whole.width() < BESIDE {
        ScrollArea::vertical().id_salt("print").auto_shrink([false, false]).show(ui, |ui| {
            let left = ui.cursor().min + vec2(theme::GAP, theme::GAP);
            let room = vec2(whole.width() - 2.0 * theme::GAP, f32::INFINITY);
            ui.scope_builder(UiBuilder::new().max_rect(Rect::from_min_size(left, room)), |ui| {
                choices::ui(view, ui, commands);
                ui.add_space(theme::PAD);
            });
            sheets::column(view, state, ui, commands);
        });
        return;
    }
    let (left, right) = whole.split_left_right_at_x(whole.left() + SIDE);
    let x = ui.painter().round_to_pixel_center(left.right() - 0.5);
    ui.painter().vline(x, left.y_range(), theme::stroke(ui, 1.0, Ink::Line));
    ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
        ScrollArea::vertical().id_salt("print choices").auto_shrink([false, false]).show(ui, |ui| {
            let start = ui.cursor().min + vec2(theme::PAD, theme::PAD);
            let inner = Rect::from_min_size(start, vec2(SIDE - 2.0 * theme::PAD, f32::INFINITY));
            ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
                ui.set_width(inner.width());
                choices::ui(view, ui, commands);
            });
            ui.add_space(theme::PAD);
        });
    });
    let right = Rect::from_min_max(pos2(right.left(), right.top()), right.max);
    ui.scope_builder(UiBuilder::new().max_rect(right), |ui| sheets::ui(view, state, ui, commands));
}
