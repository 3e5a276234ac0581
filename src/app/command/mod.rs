//! The commands that a person can invoke, one file for each subject. The file of the same name in `run/` carries them out; [`list`]
//! has the names and keys of those that have them.

mod audit;
mod chart;
mod file;
mod history;
pub mod list;
mod plan;
mod print;
mod report;
mod resume;
mod role;
mod save;
mod screen;
mod settings;
mod window;

pub use audit::{AuditCommand, NewAudit};
pub use chart::{ChartChoice, ChartCommand, ChartKind};
pub use file::{FileCommand, FromAnswers, WorkedExample};
pub use history::HistoryCommand;
pub use plan::{NewPlan, NewTrial, PlanCommand};
pub use print::PrintCommand;
pub use report::{PageNeeds, ReportChange, ReportCommand, ReportPage};
pub use resume::ResumeCommand;
pub use role::{NewRole, RoleCommand, WhatIf};
pub use save::{AfterSave, SaveCommand};
pub use screen::{GuidePage, Screen};
pub use settings::{Kept, SettingsCommand, ThemeChoice};
pub use window::WindowCommand;

use crate::profile::Edit;

/// What a person can invoke.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Go to a screen.
    GoTo(Screen),
    /// Open, begin, export.
    File(FileCommand),
    /// Save the profile, or discard unsaved changes.
    Save(SaveCommand),
    /// Change the profile.
    Edit(Edit),
    /// Take changes back, or make them again.
    History(HistoryCommand),
    /// The self-audit.
    Audit(AuditCommand),
    /// What earlier windows left unsaved.
    Resume(ResumeCommand),
    /// Roles, and how they fit.
    Role(RoleCommand),
    /// The skill that is practised.
    Plan(PlanCommand),
    /// The report, as it is on screen.
    Report(ReportCommand),
    /// Print or save the report's pages.
    Print(PrintCommand),
    /// A chart as a file or on the clipboard.
    Chart(ChartCommand),
    /// The person's settings, and the files that Evenkeel keeps.
    Settings(SettingsCommand),
    /// The window itself.
    Window(WindowCommand),
}
