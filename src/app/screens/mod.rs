//! The screens. Each reads a [`View`] and pushes commands; what it remembers itself is in [`States`].

mod audit;
mod file_bar;
mod guide;
mod history;
mod home;
mod licences;
mod menu;
mod notice_bar;
mod others;
mod plan;
mod print;
mod rail;
mod result;
mod settings;
mod tracks;

use egui::Ui;

use super::command::{Command, Screen};
use super::view::View;
pub use file_bar::file_bar;
pub use notice_bar::notice_bar;
pub use rail::rail;

/// What screens remember from one frame to the next. Nothing in it matters when it is lost.
#[derive(Debug, Default)]
pub struct States {
    /// The audit.
    pub audit: audit::State,
    /// The result.
    pub result: result::State,
    /// What others see.
    pub others: others::State,
    /// Scores over time.
    pub history: history::State,
    /// The guide.
    pub guide: guide::State,
    /// The print preview.
    pub print: print::State,
    /// The licences.
    pub licences: licences::State,
    /// The explorer.
    pub tracks: tracks::State,
    /// The plan.
    pub plan: plan::State,
}

/// Shows the current screen.
pub fn ui(view: &View<'_>, states: &mut States, ui: &mut Ui, commands: &mut Vec<Command>) {
    match view.screen {
        Screen::Home => home::ui(view, ui, commands),
        Screen::Audit => audit::ui(view, &mut states.audit, ui, commands),
        Screen::Result => result::ui(view, &mut states.result, ui, commands),
        Screen::Others => others::ui(view, &mut states.others, ui, commands),
        Screen::History => history::ui(view, &mut states.history, ui, commands),
        Screen::Guide(page) => guide::ui(view, page, &mut states.guide, ui, commands),
        Screen::Tracks => tracks::ui(view, &mut states.tracks, ui, commands),
        Screen::Plan => plan::ui(view, &mut states.plan, ui, commands),
        Screen::Print => print::ui(view, &mut states.print, ui, commands),
        Screen::Settings => settings::ui(view, ui, commands),
        Screen::Licences => licences::ui(view.words, &mut states.licences, ui, commands),
    }
}
