//! Small JSON objects of our own (settings, recent files). Reading them never fails, and changing them loses nothing that a
//! newer Evenkeel or another window wrote.

use super::atomic::write_own;
use super::disk::{FileSystem, folder_of};
use super::error::{DiskAction, DiskError};
use super::lock::Locked;
use super::reading::read_within;
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Settings are a few hundred bytes; more than this is something else.
const MAX_BYTES: u64 = 1024 * 1024;

/// The file that is locked while another file of the folder is changed.
const LOCK: &str = ".lock";
/// How long a change waits for another window's. A window that hangs in the middle of a change must not stop this one.
const PATIENCE: Duration = Duration::from_secs(1);
const STEP: Duration = Duration::from_millis(5);

/// Something wrong in a file of our own, and what was done about it. The program starts all the same.
#[derive(Debug)]
pub enum Warning {
    /// The file could not be read, so defaults are used.
    Unreadable(DiskError),
    /// The file is not a JSON object. When the next change is written, the file is kept under its name with `.damaged` added.
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, and where.
        reason: String,
    },
    /// One value is not understood. The default is used, and the value stays in the file until it is changed here.
    Value {
        /// The name of the value.
        key: String,
        /// What it is, as JSON.
        found: String,
    },
}

impl From<DiskError> for Warning {
    fn from(error: DiskError) -> Self {
        Self::Unreadable(error)
    }
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

/// Reads the object from the disk, changes it and writes it back, private and in one step. Other windows' changes wait until
/// then. A file that is not a JSON object is kept under another name; one that cannot be read is an error and stays.
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

/// Keeps other windows from changing this file and those beside it. `None` where locks do not work, or another window holds
/// the lock for too long. The caller goes on all the same: a change that may get lost is better than no change.
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
