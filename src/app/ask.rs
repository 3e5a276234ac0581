//! Asking the person for a file, in the system's dialog or in ours.

use std::path::PathBuf;

use super::command::{
    AfterSave, ChartCommand, Command, FileCommand, PlanCommand, PrintCommand, ReportCommand, SaveCommand,
};

/// A request for a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// What the file is for.
    pub purpose: Purpose,
    /// The title of the dialog.
    pub title: String,
    /// The name to start with, for a file that is to be written.
    pub name: String,
    /// The folder to start in.
    pub folder: Option<PathBuf>,
    /// File extensions, each with its description.
    pub filters: Vec<(String, Vec<&'static str>)>,
}

/// What the file is for.
#[derive(Clone, Debug, PartialEq)]
pub enum Purpose {
    /// To open it.
    Open,
    /// To look at it as a merged result.
    Others,
    /// To save the profile to it, and what to do when that has worked.
    SaveAs(AfterSave),
    /// To write the scores to it.
    Export,
    /// To write the report to it.
    SavePdf,
    /// To take it as the template of reports.
    Template,
    /// To write the calendar of the plan to it.
    Calendar,
    /// To write a chart to it.
    Chart,
}

/// The answer to a request for a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// This file.
    File(PathBuf),
    /// None: the person has cancelled.
    Cancelled,
    /// The system has no file dialog.
    NoDialog,
}

impl Purpose {
    /// The command for the file that was picked. `agreed` if the dialog has asked whether to replace an existing file.
    pub fn command(self, path: PathBuf, agreed: bool) -> Command {
        match self {
            Self::Open => Command::File(FileCommand::OpenPath(path)),
            Self::Others => Command::File(FileCommand::OthersPath(path)),
            Self::SaveAs(then) if agreed => Command::Save(SaveCommand::Replace(path, then)),
            Self::SaveAs(then) => Command::Save(SaveCommand::To(path, then)),
            Self::Export => Command::File(FileCommand::ExportTo(path)),
            Self::Calendar => Command::Plan(PlanCommand::CalendarTo(path)),
            Self::SavePdf => Command::Print(PrintCommand::SavePdfTo(path)),
            Self::Template => Command::Report(ReportCommand::UseTemplate(path)),
            Self::Chart => Command::Chart(ChartCommand::SaveTo(path)),
        }
    }

    /// Whether the file is written.
    pub const fn writes(&self) -> bool {
        !matches!(self, Self::Open | Self::Others | Self::Template)
    }
}
