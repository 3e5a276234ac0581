//! Sliders: a line with a knob.

use egui::style::HandleShape;
use egui::{Color32, Id, Key, Modifiers, Response, Slider, Stroke, Ui, UiBuilder, WidgetInfo, pos2};

use super::focus_ring;
use crate::app::theme::{self, Ink};

const KNOB: f32 = 8.0;

fn states(ui: &mut Ui) -> [&mut egui::style::WidgetVisuals; 5] {
    let w = &mut ui.visuals_mut().widgets;
    [&mut w.noninteractive, &mut w.inactive, &mut w.hovered, &mut w.active, &mut w.open]
}

/// Removes the arrow keys that the slider has used, so that a page that turns on arrows does not use them too.
fn take_arrows(ui: &Ui, response: &Response) {
    if response.has_focus() {
        ui.input_mut(|i| {
            i.consume_key(Modifiers::NONE, Key::ArrowLeft);
            i.consume_key(Modifiers::NONE, Key::ArrowRight);
        });
    }
}

/// The range and the step of a value with decimals.
#[derive(Clone, Copy, Debug)]
pub struct Steps {
    /// The lowest value.
    pub low: f64,
    /// The highest one.
    pub high: f64,
    /// The distance from one value to the next.
    pub step: f64,
}

/// A slider for a value with decimals. A tick marks the original value, and the line from there to the knob is strong, so that the
/// change can be seen.
pub fn level_slider(ui: &mut Ui, value: &mut f64, steps: Steps, began: Option<f64>, name: &str) -> Response {
    let Steps { low, high, step } = steps;
    // A fixed id: when other widgets above it come and go, it must not lose the focus.
    let id = Id::unique(("level slider", name));
    let response = ui
        .scope_builder(UiBuilder::new().scope_id(id), |ui| {
            ui.spacing_mut().slider_width = ui.available_width();
            ui.spacing_mut().interact_size.y = theme::PAD;
            for state in states(ui) {
                state.bg_fill = Color32::TRANSPARENT;
                state.fg_stroke = Stroke::NONE;
            }
            ui.add(Slider::new(value, low..=high).show_value(false).step_by(step).handle_shape(HandleShape::Circle))
        })
        .inner;
    response.widget_info(|| WidgetInfo::slider(true, *value, name));
    take_arrows(ui, &response);
    let line = response.rect.x_range().shrink(response.rect.height() / 2.5);
    let y = response.rect.center().y;
    #[expect(clippy::cast_possible_truncation, reason = "a share of a line")]
    let at = |value: f64| line.min + line.span() * ((value - low) / (high - low)) as f32;
    let x = at(*value);
    let painter = ui.painter();
    painter.hline(line, y, theme::stroke(ui, 2.0, Ink::LineStrong));
    let moved = began.is_none_or(|began| (began - *value).abs() > 0.51 * step);
    if let Some(began) = began {
        painter.vline(at(began), (y - 6.0)..=(y + 6.0), theme::stroke(ui, 1.5, Ink::Ink));
        let (from, to) = if at(began) < x { (at(began), x) } else { (x, at(began)) };
        if moved {
            painter.hline(from..=to, y, theme::stroke(ui, 4.0, Ink::Pen));
        }
    }
    let ring = if moved && began.is_some() {
        theme::stroke(ui, 2.0, Ink::Pen)
    } else {
        theme::stroke(ui, 1.0, Ink::LineStrong)
    };
    let ground = if response.hovered() { Ink::Select } else { Ink::Sheet };
    painter.circle(pos2(x, y), KNOB, theme::color(ui, ground), ring);
    focus_ring(ui, &response, theme::RADIUS);
    response
}
