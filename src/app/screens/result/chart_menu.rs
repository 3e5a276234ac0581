//! Saves, copies and prints the charts as they are on screen.

use egui::Ui;

use super::{Shown, State};
use crate::app::command::{ChartChoice, ChartCommand, ChartKind, Command, ReportCommand};
use crate::app::screens::menu::menu;
use crate::app::theme::Icon;
use crate::app::widgets::{Button, Look};
use crate::figures::ShownSeries;
use crate::t;

/// The width of the button: its icon and the padding.
pub const WIDTH: f32 = 40.0;

/// A button with three dots, and its menu.
pub fn ui(it: &Shown<'_>, state: &State, show: ShownSeries, ui: &mut Ui, commands: &mut Vec<Command>) {
    let name = t!(it.view.words, "chart-menu");
    let button = ui.add(Button::new("").look(Look::Flat).small().icon(Icon::More).name(&name)).on_hover_text(&name);
    menu(&it.view, &button, 192.0, list(it, state, show), commands);
}

fn list(it: &Shown<'_>, state: &State, show: ShownSeries) -> [Command; 5] {
    let earlier = show.earlier.then(|| it.earlier(state)).flatten();
    let radar = ChartChoice { kind: ChartKind::Radar, me: show.me, role: show.role, earlier };
    // The dots always show both, and never an earlier audit.
    let dots = ChartChoice { kind: ChartKind::Dots, me: true, role: true, earlier: None };
    [
        Command::Report(ReportCommand::ShowChart),
        Command::Chart(ChartCommand::Save(radar)),
        Command::Chart(ChartCommand::Save(dots)),
        Command::Chart(ChartCommand::Copy(radar)),
        Command::Chart(ChartCommand::Copy(dots)),
    ]
}
