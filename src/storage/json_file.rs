//! Small JSON objects of our own (settings, recent files): read without ever failing, changed without losing what a newer
//! Evenkeel or another window put there.

use super::atomic::write_own;
use super::disk::{FileSystem, folder_of};
use super::error::{DiskAction, DiskError};
use super::lock::Locked;
use super::reading::read_within;
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};
use thiserror::Error;

/// Settings are a few hundred bytes; more than this is something else.
const MAX_BYTES: u64 = 1024 * 1024;

/// What is locked while a file of the folder is changed.
const LOCK: &str = ".lock";
/// How long a change waits for that of another window. One that was stopped in the middle of its own must not stop this one.
const PATIENCE: Duration = Duration::from_secs(1);
const STEP: Duration = Duration::from_millis(5);

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

impl Warning {
    /// The error, where the file could not be read at all.
    pub fn unreadable(self) -> Option<DiskError> {
        match self {
            Self::Unreadable(error) => Some(error),
            Self::Damaged { .. } | Self::Value { .. } => None,
        }
    }
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

/// Changes an object as it is on the disk now, and writes it, privately and in one step. Other windows wait so long with
/// changes of theirs. A file that is there and is no JSON object is kept beside it; one that cannot be read stays.
pub(super) fn update<T>(
    fs: &dyn FileSystem,
    path: &Path,
    change: impl FnOnce(&mut Map<String, Value>) -> serde_json::Result<T>,
) -> Result<T, DiskError> {
    let _alone = alone(path);
    let (mut object, warnings) = read(fs, path);
    let damaged = match warnings.into_iter().next() {
        Some(Warning::Unreadable(error)) => return Err(error),
        warning => warning.is_some(),
    };
    let in_words = |error: serde_json::Error| DiskError::Other {
        action: DiskAction::Write,
        path: path.to_path_buf(),
        source: error.into(),
    };
    let said = change(&mut object).map_err(in_words)?;
    let mut text = serde_json::to_vec_pretty(&object).map_err(in_words)?;
    text.push(b'\n');
    if damaged {
        fs.rename(path, &damaged_name(path)).map_err(|source| DiskError::new(DiskAction::Replace, path, source))?;
    }
    write_own(fs, path, &text)?;
    Ok(said)
}

/// Keeps other windows from changing the files beside this one. `None` where there are no locks, or one of them was stopped:
/// a change that gets lost is better than none.
pub(super) fn alone(path: &Path) -> Option<Locked> {
    let lock = folder_of(path).join(LOCK);
    let end = Instant::now() + PATIENCE;
    loop {
        match Locked::try_new(&lock) {
            Ok(Some(locked)) => return Some(locked),
            Ok(None) if Instant::now() < end => sleep(STEP),
            Ok(None) | Err(_) => return None,
        }
    }
}

/// Where a damaged file is kept.
pub(super) fn damaged_name(path: &Path) -> PathBuf {
    path.with_added_extension("damaged")
}
