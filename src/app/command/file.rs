//! Commands on files, except saving.

use std::path::PathBuf;

use crate::answers::AnswerTable;
use crate::storage::Held;

/// What can be done with files.
#[derive(Clone, Debug, PartialEq)]
pub enum FileCommand {
    /// Close the open profile and begin another.
    New,
    /// Ask for a file and open it.
    Open,
    /// Open this file.
    OpenPath(PathBuf),
    /// Open this file without saving to it: another window has it.
    OpenReadOnly(PathBuf),
    /// Open the contents of this file as a new profile without a file.
    OpenCopy(PathBuf),
    /// Ask for a merged result and open it beside the profile.
    OpenOthers,
    /// Open this merged result beside the profile.
    OthersPath(PathBuf),
    /// Put the merged result away. Its file stays as it is.
    PutOthersAway,
    /// Open a worked example.
    OpenExample(WorkedExample),
    /// Make a new profile from a table of answers.
    TakeAnswers(FromAnswers),
    /// Read the file again after another program changed it, and discard the changes in this window.
    LoadTheirs,
    /// Bring the window that has this file to the front.
    ShowHolder(PathBuf, Held),
    /// Remove a file from the list of recent ones.
    Forget(PathBuf),
    /// Ask for a file and write the scores to it.
    Export,
    /// Write the scores to this file.
    ExportTo(PathBuf),
}

/// A profile to make from a table of answers.
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

/// A made-up profile to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkedExample {
    /// A team lead with four audits, a plan that has ended and one under way.
    Lead,
    /// Somebody to whom nobody reports, with two audits and a plan under way.
    Specialist,
}
