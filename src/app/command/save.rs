//! Commands that save, and those that give up what is not saved.

use std::path::PathBuf;

use super::Command;

/// What is done when a save has worked.
pub type Then = Option<Box<Command>>;

/// How the open profile is saved, or is not.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveCommand {
    /// To the document's file, or ask for one.
    Now,
    /// Ask for a file and save to it.
    As,
    /// The same, and when that has worked do what was asked for before.
    AsThen(Then),
    /// To the document's file, and when that has worked do what was asked for.
    Then(Box<Command>),
    /// To this file, about which the person has not been asked, and then go on.
    To(PathBuf, Then),
    /// To this file in the place of what is there, the person was asked, and then go on.
    Replace(PathBuf, Then),
    /// To this file, which has other names that keep what they have, and then go on.
    Apart(PathBuf, Then),
    /// Over what another program wrote, and then go on.
    Overwrite(Then),
    /// Give up unsaved changes, then do what was asked for.
    DiscardThen(Box<Command>),
}
