//! The card to hand to a colleague: the skill, the sentence and the day, and nothing else of the plan.

use egui::{Margin, Ui};

use super::Shown;
use crate::app::command::{Command, ReportCommand, ReportPage, WindowCommand};
use crate::app::theme::{self, Icon};
use crate::app::widgets::{self, Button};
use crate::t;

/// Shows it.
pub fn ui(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    ui.add_space(theme::STEP);
    widgets::card(ui, Margin::same(16), |ui| {
        widgets::subheading(ui, &t!(words, "witness-title"));
        ui.add_space(-theme::STEP);
        widgets::paragraph_small(ui, &t!(words, "witness-below"));
        for line in &it.model.witness {
            widgets::paragraph(ui, line);
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            if ui.add(Button::new(&t!(words, "witness-copy")).small().icon(Icon::Copy)).clicked() {
                commands.push(Command::Window(WindowCommand::Copy(it.model.witness.join("\n"))));
            }
            let print = Command::Report(ReportCommand::ShowPlan(ReportPage::Cards));
            if ui.add(Button::new(&print.label(words)).small().icon(Icon::Print)).clicked() {
                commands.push(print);
            }
        });
    });
}
