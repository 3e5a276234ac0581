//! Commands that save the profile or discard unsaved changes.

use std::path::PathBuf;

use super::Command;

/// The command to run when a save has worked.
pub type AfterSave = Option<Box<Command>>;

/// How the open profile is saved, or its changes discarded.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveCommand {
    /// To the document's file, or ask for one.
    Now,
    /// Ask for a file and save to it.
    As,
    /// The same, then run the command that was asked for before.
    AsThen(AfterSave),
    /// To the document's file, then run this command.
    Then(Box<Command>),
    /// To this file, which must not be replaced without asking; then run the command.
    To(PathBuf, AfterSave),
    /// To this file, replacing what is there: the person agreed. Then run the command.
    Replace(PathBuf, AfterSave),
    /// To this file only, while its other names keep the old contents. Then run the command.
    Apart(PathBuf, AfterSave),
    /// Replacing what another program wrote. Then run the command.
    Overwrite(AfterSave),
    /// Discard unsaved changes, then run this command.
    DiscardThen(Box<Command>),
}
