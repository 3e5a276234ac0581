//! The note in a corner of the window while the system's print dialog should be open. It offers the viewer in case the dialog is
//! not there.

use egui::accesskit::{Live, Role};
use egui::{Align2, Area, Frame, Id, Margin, Order, Ui, UiBuilder, vec2};

use super::command::{Command, PrintCommand};
use super::theme::{self, Ink, Size};
use super::widgets::Button;
use crate::t;
use crate::words::Words;

/// Offers the viewer.
pub fn ui(words: &Words, ui: &Ui, commands: &mut Vec<Command>) {
    let area =
        Area::new(Id::unique("print-offer")).order(Order::Foreground).anchor(Align2::RIGHT_BOTTOM, vec2(-24.0, -88.0));
    area.show(ui.ctx(), |ui| {
        let builder = UiBuilder::new().accessibility_role(Role::Status);
        ui.scope_builder(builder, |ui| {
            let frame = Frame::new()
                .fill(theme::color(ui, Ink::Sheet))
                .stroke(theme::stroke(ui, 1.0, Ink::Line))
                .shadow(ui.visuals().popup_shadow)
                .corner_radius(theme::RADIUS)
                .inner_margin(Margin::symmetric(16, 10));
            frame.show(ui, |ui| {
                ui.horizontal(|ui| {
                    let label = ui.label(theme::text(ui, Size::Body, Ink::Ink, t!(words, "print-waiting")));
                    ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(Live::Polite));
                    ui.add_space(theme::HALF);
                    if ui.add(Button::new(&t!(words, "print-instead"))).clicked() {
                        commands.push(Command::Print(PrintCommand::ViewInstead));
                    }
                });
            });
        });
    });
}
