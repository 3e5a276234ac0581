//! The charts as files, on the clipboard, and on paper: as they are on screen.

use eframe::egui::{Popup, Response, Ui};

use super::{Shown, State};
use crate::app::command::{ChartChoice, ChartKind, Command};
use crate::app::theme::Icon;
use crate::app::widgets::{Button, Look};
use crate::figures::Show;
use crate::t;

/// A button with three dots, and what is behind it.
pub fn ui(it: &Shown<'_>, state: &State, show: Show, ui: &mut Ui, commands: &mut Vec<Command>) {
    let name = t!(it.view.words, "chart-menu");
    let button = ui.add(Button::new("").look(Look::Flat).small().icon(Icon::More).name(&name)).on_hover_text(&name);
    menu(&button, list(it, state, show), commands);
}

fn list(it: &Shown<'_>, state: &State, show: Show) -> [(String, Command); 5] {
    let earlier = show.earlier.then(|| it.earlier(state)).flatten();
    let radar = ChartChoice { kind: ChartKind::Radar, me: show.me, role: show.role, earlier };
    // The dots always show both, and never an earlier audit.
    let dots = ChartChoice { kind: ChartKind::Dots, me: true, role: true, earlier: None };
    [
        (t!(it.view.words, "chart-print"), Command::PrintChart),
        (t!(it.view.words, "chart-save-radar"), Command::SaveChart(radar)),
        (t!(it.view.words, "chart-save-dots"), Command::SaveChart(dots)),
        (t!(it.view.words, "chart-copy-radar"), Command::CopyChart(radar)),
        (t!(it.view.words, "chart-copy-dots"), Command::CopyChart(dots)),
    ]
}

fn menu(button: &Response, list: [(String, Command); 5], commands: &mut Vec<Command>) {
    Popup::menu(button).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.set_min_width(192.0);
        for (words, command) in list {
            if ui.add(Button::new(&words).look(Look::Flat)).clicked() {
                commands.push(command);
                ui.close();
            }
        }
    });
}
