//! The files opened last, for Home, in `recent.json`. Files that are gone stay in the list, marked: a stick may come back.
//!
//! - Windows share the list in the file. Each change is made to the list as it is on the disk at that moment, so that what
//!   another window added stays and what it removed does not come back.
//! - The order is that in which the files were added, not that of their times: a clock may have been wrong for a while.

use super::disk::FileSystem;
use super::error::DiskError;
use super::json_file::{self, Warning};
use super::path_text;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};

/// How many files are remembered.
pub const MAX_RECENT: usize = 12;

const FILES: &str = "files";

/// A file opened or saved before, and what Home shows of it without opening it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecentFile {
    /// Where it was.
    #[serde(with = "path_text")]
    pub path: PathBuf,
    /// The document's own title.
    #[serde(default)]
    pub title: String,
    /// The role in its last audit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The day of its last audit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_audit: Option<Date>,
    /// The balance in its last audit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub balance: Option<BalanceSummary>,
    /// When it was opened or saved last.
    pub opened: Timestamp,
    /// Fields that a newer version wrote; they are kept.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
    /// Whether the last [`RecentFiles::look`] found no file under its name.
    #[serde(skip)]
    pub missing: bool,
}

/// A balance as it was shown. Storage only keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BalanceSummary {
    /// Leadership minus management, in points of the scale.
    pub difference: f64,
    /// Half the width of its interval, in points of the scale.
    pub half_width: f64,
    /// The verdict's id.
    pub verdict: String,
    /// The version of the rules that it follows. Missing: the first.
    #[serde(default = "first_rules")]
    pub rules: u8,
}

const fn first_rules() -> u8 {
    1
}

/// The list, newest first.
#[derive(Debug, Clone, Default)]
pub struct RecentFiles {
    files: Vec<RecentFile>,
    /// The rest of the file as it was read.
    file: Map<String, Value>,
    /// Counts the changes to this list, to recognise a look at an earlier state of it.
    round: u64,
}

impl PartialEq for RecentFiles {
    fn eq(&self, other: &Self) -> bool {
        self.files == other.files && self.file == other.file
    }
}

impl RecentFiles {
    /// Reads the list. Entries that cannot be understood are left out and reported.
    pub fn load(fs: &dyn FileSystem, path: &Path) -> (Self, Vec<Warning>) {
        let (file, mut warnings) = json_file::read(fs, path);
        (Self::of(file, &mut warnings), warnings)
    }

    fn of(mut file: Map<String, Value>, warnings: &mut Vec<Warning>) -> Self {
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
        files.truncate(MAX_RECENT);
        Self { files, file, round: 0 }
    }

    /// Puts a file on top of the list on the disk, and returns that list. For any thread.
    ///
    /// # Errors
    /// When the list cannot be read or written; it is then as it was.
    pub fn note_in(fs: &dyn FileSystem, path: &Path, file: RecentFile) -> Result<Self, DiskError> {
        Self::change(fs, path, |list| list.note(file))
    }

    /// Removes a file from the list on the disk, and returns that list. The file itself stays. For any thread.
    ///
    /// # Errors
    /// When the list cannot be read or written; it is then as it was.
    pub fn forget_in(fs: &dyn FileSystem, path: &Path, file: &Path) -> Result<Self, DiskError> {
        Self::change(fs, path, |list| list.forget(file))
    }

    fn change(fs: &dyn FileSystem, path: &Path, change: impl FnOnce(&mut Self)) -> Result<Self, DiskError> {
        json_file::update(fs, path, |object| {
            let mut list = Self::of(std::mem::take(object), &mut Vec::new());
            change(&mut list);
            object.clone_from(&list.file);
            object.insert(FILES.to_owned(), serde_json::to_value(&list.files)?);
            Ok(list)
        })
    }

    /// Takes over a list that a change returned. What is known about missing files is kept.
    pub fn renew(&mut self, list: Self) {
        let before = std::mem::replace(self, list);
        self.round = before.round + 1;
        self.mark_as(&before);
    }

    /// The list as it is on the disk, and which of its files are there. For any thread but the window's: a network drive may
    /// take long to answer. Give it to [`RecentFiles::looked`].
    #[must_use]
    pub fn look_again(&self, fs: &dyn FileSystem, path: &Path) -> Self {
        let (mut list, _warnings) = Self::load(fs, path);
        list.round = self.round;
        list.look(fs);
        list
    }

    /// Takes over what a look found. If the list has changed meanwhile, only for the files that are on both lists.
    pub fn looked(&mut self, found: Self) {
        if found.round == self.round { *self = found } else { self.mark_as(&found) }
    }

    fn mark_as(&mut self, other: &Self) {
        for file in &mut self.files {
            if let Some(known) = other.files.iter().find(|known| known.path == file.path) {
                file.missing = known.missing;
            }
        }
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

    /// Removes a file from the list. The file itself stays.
    pub fn forget(&mut self, path: &Path) {
        self.files.retain(|file| file.path != path);
        self.round += 1;
    }

    /// Checks which files exist, and marks those that do not. A network drive may take long to answer: not for the window's thread.
    pub fn look(&mut self, fs: &dyn FileSystem) {
        for file in &mut self.files {
            file.missing = fs.metadata(&file.path).is_err();
        }
    }
}
