//! Commands on the changes that were made.

/// Back and forth in the history of the open profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryCommand {
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
}
