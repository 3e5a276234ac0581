//! Commands on the window itself.

/// What can be done with the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WindowCommand {
    /// Copy words to the clipboard.
    Copy(String),
    /// Show all keys.
    ShowKeys,
    /// End the program.
    Quit,
}
