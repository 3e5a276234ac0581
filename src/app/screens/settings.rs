//! To come.
use crate::app::command::Command;
use crate::app::view::View;
use eframe::egui::Ui;
/// Shows it.
pub fn ui(_view: &View<'_>, _ui: &mut Ui, _commands: &mut Vec<Command>) {}
