//! The work off the UI thread: a file for each subject, as in `command/` and `run/`. Nothing here knows the window.

pub mod chart;
pub mod file;
pub mod report;
pub mod resume;
