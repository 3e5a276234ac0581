//! Commands on what earlier windows left unsaved, each named by its journal.

use std::path::PathBuf;

/// What can be done with what an earlier window left unsaved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResumeCommand {
    /// Continue with it.
    GoOn(PathBuf),
    /// Ask whether to discard it.
    AskDiscard(PathBuf),
    /// Discard it.
    Discard(PathBuf),
}
