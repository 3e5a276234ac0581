//! To come.
use crate::app::command::{Command, GuidePage};
use crate::app::view::View;
use eframe::egui::Ui;
/// State.
#[derive(Debug, Default)]
pub struct State {}
/// Shows it.
pub fn ui(_view: &View<'_>, _page: GuidePage, _state: &mut State, _ui: &mut Ui, _commands: &mut Vec<Command>) {}
