//! What there is in our folders: how much of it, what a person can delete of it, and what is in its way.
//!
//! - Deleting recovery files leaves those of windows that are open.

use super::crash;
use super::disk::{FileSystem, PathKind};
use super::error::{DiskAction, DiskError};
use super::folders::Folders;
use super::json_file::{alone, damaged_name};
use super::reading::check_is_file;
use super::recovery;
use std::path::{Path, PathBuf};

/// How much there is of something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct KeptSize {
    /// Number of files.
    pub files: u64,
    /// Their lengths together, in bytes.
    pub bytes: u64,
}

/// What Settings shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Usage {
    /// Journals, those of open windows included, the text of the last crash, and the log.
    pub recovery: KeptSize,
    /// Earlier versions of documents.
    pub backups: KeptSize,
    /// PDFs that a viewer was given.
    pub prints: KeptSize,
    /// Settings and recent files.
    pub settings: KeptSize,
}

/// What a deletion did.
#[derive(Debug, Default)]
pub struct Deleted {
    /// What is gone.
    pub gone: KeptSize,
    /// Files left because a window is using them.
    pub in_use: u64,
    /// What could not be removed.
    pub problems: Vec<DiskError>,
}

impl Folders {
    /// What has the name of one of our files and is none: a folder, a pipe. It is never read, replaced or removed, so that what
    /// we would keep there is not kept.
    pub fn in_the_way(&self, fs: &dyn FileSystem) -> Vec<DiskError> {
        let [shown, crash, log] = self.crash_files();
        let ours = [self.settings_file(), self.recent_file(), crash, shown, log, self.data.join("window.ron")];
        ours.iter().filter_map(|path| check_is_file(path, fs.metadata(path).ok()?).err()).collect()
    }

    /// How much space everything takes. What cannot be looked at counts as nothing.
    pub fn usage(&self, fs: &dyn FileSystem) -> Usage {
        let mut usage = Usage::default();
        each_file(fs, &self.recovery, 1, &mut |path, len| {
            if recovery::is_journal(path) {
                usage.recovery.add(len);
            }
        });
        for path in self.crash_files() {
            if let Ok(found) = fs.metadata(&path) {
                usage.recovery.add(found.len);
            }
        }
        each_file(fs, &self.backups, 2, &mut |_, len| usage.backups.add(len));
        each_file(fs, &self.prints, 2, &mut |_, len| usage.prints.add(len));
        for path in self.settings_files() {
            if let Ok(found) = fs.metadata(&path) {
                usage.settings.add(found.len);
            }
        }
        usage
    }

    /// Deletes all journals but those of open windows, this one's included, and the text of the last crash.
    pub fn delete_recovery(&self, fs: &dyn FileSystem) -> Deleted {
        let mut deleted = Deleted::default();
        each_file(fs, &self.recovery, 1, &mut |path, len| {
            if recovery::is_in_use(path) {
                deleted.in_use += u64::from(recovery::is_journal(path));
            } else if recovery::is_journal(path) {
                deleted.remove(fs, path, len);
            } else {
                deleted.remove_aside(fs, path);
            }
        });
        for path in self.crash_files() {
            if let Ok(found) = fs.metadata(&path) {
                deleted.remove(fs, &path, found.len);
            }
        }
        deleted
    }

    /// Deletes the PDFs that a viewer was given. One that it still reads may stay, on Windows.
    pub fn delete_prints(&self, fs: &dyn FileSystem) -> Deleted {
        Self::delete_within(fs, &self.prints)
    }

    /// Deletes all earlier versions of all documents.
    pub fn delete_backups(&self, fs: &dyn FileSystem) -> Deleted {
        Self::delete_within(fs, &self.backups)
    }

    /// Deletes the files of a folder's folders, and those.
    fn delete_within(fs: &dyn FileSystem, folder: &Path) -> Deleted {
        let mut deleted = Deleted::default();
        each_file(fs, folder, 2, &mut |path, len| deleted.remove(fs, path, len));
        for folder in fs.list(folder).unwrap_or_default() {
            // Not empty when a file stayed, which has been reported.
            let _removed = fs.remove_folder(&folder).is_ok();
        }
        deleted
    }

    /// Deletes settings and the list of recent files. The window starts as on the first day.
    pub fn delete_settings(&self, fs: &dyn FileSystem) -> Deleted {
        let _alone = alone(&self.settings_file());
        let mut deleted = Deleted::default();
        for path in self.settings_files() {
            if let Ok(found) = fs.metadata(&path) {
                deleted.remove(fs, &path, found.len);
            }
        }
        deleted
    }

    /// The text of a crash before and after it was shown, and the log.
    fn crash_files(&self) -> [PathBuf; 3] {
        let crash = self.crash_file();
        [crash::shown_name(&crash), crash, self.log_file()]
    }

    fn settings_files(&self) -> [PathBuf; 4] {
        let (settings, recent) = (self.settings_file(), self.recent_file());
        [damaged_name(&settings), damaged_name(&recent), settings, recent]
    }
}

impl KeptSize {
    fn add(&mut self, len: u64) {
        self.files += 1;
        self.bytes += len;
    }
}

impl Deleted {
    fn remove(&mut self, fs: &dyn FileSystem, path: &Path, len: u64) {
        match fs.remove_file(path) {
            Ok(()) => self.gone.add(len),
            Err(source) => self.problems.push(DiskError::new(DiskAction::Replace, path, source)),
        }
    }

    /// Removes what goes with something else and is not counted.
    fn remove_aside(&mut self, fs: &dyn FileSystem, path: &Path) {
        if let Err(source) = fs.remove_file(path) {
            self.problems.push(DiskError::new(DiskAction::Replace, path, source));
        }
    }
}

/// Calls `found` with each file and its length, in `depth` levels of folders.
fn each_file(fs: &dyn FileSystem, folder: &Path, depth: usize, found: &mut impl FnMut(&Path, u64)) {
    let mut folders = vec![(folder.to_path_buf(), depth)];
    while let Some((folder, depth)) = folders.pop() {
        for path in fs.list(&folder).unwrap_or_default() {
            match fs.metadata(&path) {
                Ok(metadata) if metadata.kind == PathKind::File => found(&path, metadata.len),
                Ok(metadata) if metadata.kind == PathKind::Folder && depth > 1 => folders.push((path, depth - 1)),
                _ => {}
            }
        }
    }
}
