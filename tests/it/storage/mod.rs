//! Files that never lose anything: every rule of `storage`, against faults, kills and odd places.

#![expect(clippy::disallowed_methods, reason = "the tests lay out files of their own")]

pub mod children;
mod crash;
mod faults;
pub mod faulty;
mod format;
#[cfg(target_os = "linux")]
mod in_the_way;
#[cfg(target_os = "linux")]
mod kills;
mod lock;
mod own_files;
#[cfg(target_os = "linux")]
mod places;
mod recovery;
mod saving;
pub mod schema_check;
#[cfg(target_os = "linux")]
mod torture;
mod windows;

use evenkeel::storage::{DiskError, Expect, FileSystem, Fingerprint, Saved, save};
use std::fs;
use std::path::{Path, PathBuf};

/// Saves over what is known to be there.
fn save_over(fs: &dyn FileSystem, path: &Path, known: &[u8], bytes: &[u8]) -> Result<Saved, DiskError> {
    save(fs, path, bytes, &Expect::Unchanged(Fingerprint::of(known)), None)
}

/// A file as it lies there before the test.
#[cfg(all(feature = "window", target_os = "linux"))]
pub fn lay(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap();
}

/// The names in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The paths in a folder with this ending.
fn with_ending(folder: &Path, ending: &str) -> Vec<PathBuf> {
    names(folder).into_iter().filter(|name| name.ends_with(ending)).map(|name| folder.join(name)).collect()
}
