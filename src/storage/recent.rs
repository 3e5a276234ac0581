//! The files opened last, for Home, in `recent.json`. Files that are gone stay in the list, marked: a stick may come back.

use super::error::{Action, DiskError};
use super::fs::FileSystem;
use super::json_file::{self, Warning};
use super::path_text;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};

/// As many files are remembered.
pub const MAX_RECENT: usize = 12;

const FILES: &str = "files";

/// A file opened or saved before, and what Home shows of it without opening it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecentFile {
    /// Where it was.
    #[serde(with = "path_text")]
    pub path: PathBuf,
    /// What the document calls itself.
    #[serde(default)]
    pub title: String,
    /// The role in its last audit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The day of its last audit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_audit: Option<Date>,
    /// How its last audit came out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub balance: Option<BalanceSummary>,
    /// When it was opened or saved last.
    pub opened: Timestamp,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
    /// Whether nothing was under its name when last looked, by [`RecentFiles::look`].
    #[serde(skip)]
    pub missing: bool,
}

/// A balance as it was shown. Storage only carries it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BalanceSummary {
    /// Leadership minus management, in points of the scale.
    pub difference: f64,
    /// Half the width of its interval, in points of the scale.
    pub half_width: f64,
    /// The verdict's id.
    pub verdict: String,
}

/// The list, newest first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RecentFiles {
    files: Vec<RecentFile>,
    /// The file as it was read, less the list.
    file: Map<String, Value>,
}

impl RecentFiles {
    /// Reads the list. Entries that are not understood are left out and reported.
    pub fn load(fs: &dyn FileSystem, path: &Path) -> (Self, Vec<Warning>) {
        let (mut file, mut warnings) = json_file::read(fs, path);
        let entries = match file.shift_remove(FILES) {
            None => Vec::new(),
            Some(Value::Array(entries)) => entries,
            Some(other) => {
                warnings.push(Warning::Value { key: FILES.to_owned(), found: other.to_string() });
                Vec::new()
            }
        };
        let mut files: Vec<RecentFile> = Vec::new();
        for (index, entry) in entries.into_iter().enumerate() {
            match RecentFile::deserialize(&entry) {
                Ok(entry) if files.iter().all(|known| known.path != entry.path) => files.push(entry),
                Ok(_) => {}
                Err(_) => {
                    warnings.push(Warning::Value { key: format!("{FILES}[{index}]"), found: entry.to_string() });
                }
            }
        }
        files.sort_by_key(|file| std::cmp::Reverse(file.opened));
        files.truncate(MAX_RECENT);
        (Self { files, file }, warnings)
    }

    /// Writes the list.
    ///
    /// # Errors
    /// When the file cannot be written; it is then as it was.
    pub fn save(&self, fs: &dyn FileSystem, path: &Path) -> Result<(), DiskError> {
        let files = serde_json::to_value(&self.files).map_err(|error| DiskError::Other {
            action: Action::Write,
            path: path.to_path_buf(),
            source: error.into(),
        })?;
        let mut object = self.file.clone();
        object.insert(FILES.to_owned(), files);
        json_file::write(fs, path, &object)
    }

    /// The files, newest first.
    pub fn files(&self) -> &[RecentFile] {
        &self.files
    }

    /// Puts a file on top, in the place of an older entry for the same path.
    pub fn note(&mut self, file: RecentFile) {
        self.forget(&file.path.clone());
        self.files.insert(0, file);
        self.files.truncate(MAX_RECENT);
    }

    /// Takes a file off the list. The file itself stays.
    pub fn forget(&mut self, path: &Path) {
        self.files.retain(|file| file.path != path);
    }

    /// Looks which files are there, and marks those that are not. Slow on a network drive that does not answer: not for
    /// the thread of the window.
    pub fn look(&mut self, fs: &dyn FileSystem) {
        for file in &mut self.files {
            file.missing = fs.metadata(&file.path).is_err();
        }
    }
}
