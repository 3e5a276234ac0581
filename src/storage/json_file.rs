//! Small JSON objects of our own (settings, recent files): read without ever failing, written without losing what a newer
//! Evenkeel put there.

use super::atomic::write_own;
use super::disk::read_within;
use super::error::{Action, DiskError};
use super::fs::FileSystem;
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Settings are a few hundred bytes; more than this is something else.
const MAX_BYTES: u64 = 1024 * 1024;

/// Something in a file of our own that was not as it should be, and what was done about it. Never a reason not to start.
#[derive(Debug, Error)]
pub enum Warning {
    /// The file could not be read; everything is as on the first day.
    #[error("{0}")]
    Unreadable(#[from] DiskError),
    /// The file is not a JSON object. It is kept beside, with `.damaged` at the end of its name, when the next change is
    /// written.
    #[error("not understood, so the defaults are used ({reason}): {}", crate::foreign::path(path))]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, and where.
        reason: String,
    },
    /// One value is not understood; the default is used, and the value stays in the file until it is changed here.
    #[error("`{key}` is not understood, so the default is used: {}", crate::foreign::quoted(found))]
    Value {
        /// The name of the value.
        key: String,
        /// What it is, as JSON.
        found: String,
    },
}

/// Reads an object; an empty one when there is no file, it cannot be read, or it holds something else.
pub(super) fn read(fs: &dyn FileSystem, path: &Path) -> (Map<String, Value>, Vec<Warning>) {
    let bytes = match read_within(fs, path, MAX_BYTES) {
        Ok(bytes) => bytes,
        Err(DiskError::NotFound { .. }) => return (Map::new(), Vec::new()),
        Err(error) => return (Map::new(), vec![error.into()]),
    };
    match serde_json::from_slice(&bytes) {
        Ok(object) => (object, Vec::new()),
        Err(error) => (Map::new(), vec![Warning::Damaged { path: path.to_path_buf(), reason: error.to_string() }]),
    }
}

/// Writes an object, privately and in one step. A file that is there and is no JSON object is kept beside it.
pub(super) fn write(fs: &dyn FileSystem, path: &Path, object: &Map<String, Value>) -> Result<(), DiskError> {
    let mut text = serde_json::to_vec_pretty(object).map_err(|error| DiskError::Other {
        action: Action::Write,
        path: path.to_path_buf(),
        source: error.into(),
    })?;
    text.push(b'\n');
    if matches!(read(fs, path).1.first(), Some(Warning::Damaged { .. })) {
        fs.rename(path, &damaged_name(path)).map_err(|source| DiskError::new(Action::Replace, path, source))?;
    }
    write_own(fs, path, &text)
}

/// Where a damaged file is kept.
pub(super) fn damaged_name(path: &Path) -> PathBuf {
    path.with_added_extension("damaged")
}
