//! To come.
use eframe::egui::Ui;
use crate::app::command::Command;
use crate::app::view::View;
/// Shows it.
pub fn ui(_view: &View<'_>, _ui: &mut Ui, _commands: &mut Vec<Command>) {}
