//! Short notices at the foot of the window. They disappear by themselves, and screen readers read them out.

use std::time::Duration;

use egui::accesskit::{Live, Role};
use egui::{Align2, Area, Frame, Id, Margin, Order, Ui, UiBuilder, vec2};

use super::theme::{self, Icon, Ink, Size};

/// How many seconds a notice stays.
const STAY: f64 = 5.0;

/// The notices on screen.
#[derive(Debug, Default)]
pub struct Toasts(Vec<Toast>);

#[derive(Debug)]
struct Toast {
    words: String,
    /// When it was first shown, on egui's clock.
    since: Option<f64>,
}

impl Toasts {
    /// Adds a notice. The newest two are shown.
    pub fn say(&mut self, words: String) {
        self.0.retain(|t| t.words != words);
        self.0.push(Toast { words, since: None });
        if self.0.len() > 2 {
            self.0.remove(0);
        }
    }

    /// Shows the notices.
    pub fn show(&mut self, ui: &Ui) {
        let now = ui.input(|i| i.time);
        for toast in &mut self.0 {
            toast.since.get_or_insert(now);
        }
        self.0.retain(|t| t.since.is_none_or(|since| now - since < STAY));
        let Some(oldest) = self.0.iter().filter_map(|t| t.since).reduce(f64::min) else { return };
        ui.ctx().request_repaint_after(Duration::from_secs_f64((oldest + STAY - now).max(0.0) + 0.02));
        let area = Area::new(Id::unique("toasts")).order(Order::Foreground).interactable(false);
        area.anchor(Align2::CENTER_BOTTOM, vec2(0.0, -88.0)).show(ui.ctx(), |ui| {
            for toast in &self.0 {
                one(ui, &toast.words);
            }
        });
    }
}

fn one(ui: &mut Ui, words: &str) {
    let builder = UiBuilder::new().accessibility_role(Role::Status);
    ui.scope_builder(builder, |ui| {
        let visuals = ui.visuals();
        Frame::new()
            .fill(theme::color(ui, Ink::Pen))
            .shadow(visuals.popup_shadow)
            .corner_radius(theme::RADIUS)
            .inner_margin(Margin::symmetric(16, 10))
            .show(ui, |ui| {
                ui.horizontal(|ui| {
                    let (rect, _) = ui.allocate_exact_size(vec2(20.0, 20.0), egui::Sense::hover());
                    Icon::Check.paint(ui, rect, theme::color(ui, Ink::OnPen));
                    let label = ui.label(theme::text(ui, Size::Body, Ink::OnPen, words));
                    ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(Live::Polite));
                });
            });
    });
}
