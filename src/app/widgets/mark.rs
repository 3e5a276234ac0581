//! The marks of the two sides, beside words.

use egui::{Response, Sense, Shape, Stroke, Ui, vec2};

use crate::app::theme;
use crate::chart;
use crate::instrument::Side;

/// The mark of a side, in the middle of a line of this height: a circle for management, a diamond for leadership. The words beside
/// it say the same, so it is hidden from screen readers.
pub fn side_mark(ui: &mut Ui, side: Side, height: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(12.0, height), Sense::hover());
    let (at, color) = (rect.center(), theme::color(ui, chart::inks(side).mark));
    match side {
        Side::Management => {
            ui.painter().circle_filled(at, 5.0, color);
        }
        Side::Leadership => {
            let d = 6.5;
            let corners = [vec2(0.0, -d), vec2(d, 0.0), vec2(0.0, d), vec2(-d, 0.0)].map(|corner| at + corner);
            ui.painter().add(Shape::convex_polygon(corners.into(), color, Stroke::NONE));
        }
    }
    response
}
