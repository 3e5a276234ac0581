//! Undo and redo.

/// Undo and redo in the open profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryCommand {
    /// Take the last change back.
    Undo,
    /// Make the change that was taken back last again.
    Redo,
}
