//! `-` in the place of a file's name, and what messages call it.

use std::path::Path;

use crate::cli::words;
use crate::{foreign, t};

/// Whether this stands for the standard input or output.
pub(super) fn is_dash(path: &Path) -> bool {
    path == Path::new("-")
}

/// The name of something that is read, for messages.
pub(super) fn name(path: &Path) -> String {
    if is_dash(path) { t!(words(), "cli-input") } else { foreign::path(path) }
}
