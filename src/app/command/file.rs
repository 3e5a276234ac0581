//! Commands on files. Saving is a subject of its own.

use std::path::PathBuf;

use crate::answers::AnswerTable;
use crate::storage::Held;

/// What can be done with files.
#[derive(Clone, Debug, PartialEq)]
pub enum FileCommand {
    /// Put the open profile away and begin another.
    New,
    /// Ask for a file and open it.
    Open,
    /// Open this file.
    OpenPath(PathBuf),
    /// Open this file without saving to it: another window has it.
    OpenReadOnly(PathBuf),
    /// Open what is in this file as a new profile without a file.
    OpenCopy(PathBuf),
    /// Open the worked example.
    OpenExample,
    /// Make a new profile of a table of answers.
    TakeAnswers(FromAnswers),
    /// Read again what another program wrote, giving up what is here.
    LoadTheirs,
    /// Bring the window that has this file to the front.
    ShowHolder(PathBuf, Held),
    /// Take a file off the list of recent ones.
    Forget(PathBuf),
    /// Ask for a file and write the scores to it.
    Export,
    /// Write the scores to this file.
    ExportTo(PathBuf),
}

/// A profile to make of a table of answers.
#[derive(Clone, Debug, PartialEq)]
pub struct FromAnswers {
    /// The file of the table.
    pub path: PathBuf,
    /// What was in it.
    pub table: Box<AnswerTable>,
    /// The role's title; may be empty.
    pub role: String,
    /// The person's name; may be empty.
    pub person: String,
}
