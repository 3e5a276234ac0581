//! Commands on the person's settings, and on the files that Evenkeel keeps.

use std::sync::Arc;

use crate::scoring::Confidence;

/// Light or dark.
pub use crate::storage::Theme as ThemeChoice;

/// What can be chosen in Settings.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingsCommand {
    /// A theme.
    Theme(ThemeChoice),
    /// A text size in percent.
    TextSize(u16),
    /// Larger text.
    Larger,
    /// Smaller text.
    Smaller,
    /// The confidence of all bands.
    Confidence(Confidence),
    /// Whether a question stays on screen after its first answer.
    QuestionsStay(bool),
    /// A language by its identifier; `None` for the system's.
    Language(Option<Arc<str>>),
    /// Ask whether to delete these files that Evenkeel keeps.
    AskDelete(Kept),
    /// Delete these files.
    Delete(Kept),
}

/// A kind of files that Evenkeel keeps for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Journals of unsaved work.
    Recovery,
    /// Earlier versions of saved files.
    Backups,
    /// PDFs that a viewer was given.
    Prints,
    /// Settings and recent files.
    Settings,
}

impl Kept {
    /// In the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Recovery, Self::Backups, Self::Prints, Self::Settings];
}
