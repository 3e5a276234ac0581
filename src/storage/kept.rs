//! What lies in our folders: how much it is, what a person can delete, and what blocks the names of our files.
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

/// How much space something takes.
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
    /// Things that have the name of one of our files but are not files, such as a folder or a pipe. They are never read, replaced
    /// or removed, so what would be stored under that name is not stored.
    pub fn in_the_way(&self, fs: &dyn FileSystem) -> Vec<DiskError> {
        let [shown, crash, log] = self.crash_files();
        let ours = [self.settings_file(), self.recent_file(), crash, shown, log, self.data.join("window.ron")];
        ours.iter().filter_map(|path| check_is_file(path, fs.metadata(path).ok()?).err()).collect()
    }

    /// How much space everything takes. What cannot be read counts as nothing.
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

    /// Deletes the PDFs that a viewer was given. On Windows, a PDF that the viewer still has open may stay.
    pub fn delete_prints(&self, fs: &dyn FileSystem) -> Deleted {
        Self::delete_within(fs, &self.prints)
    }

    /// Deletes all earlier versions of all documents.
    pub fn delete_backups(&self, fs: &dyn FileSystem) -> Deleted {
        Self::delete_within(fs, &self.backups)
    }

    /// Deletes the folders in a folder, with the files in them.
    fn delete_within(fs: &dyn FileSystem, folder: &Path) -> Deleted {
        let mut deleted = Deleted::default();
        each_file(fs, folder, 2, &mut |path, len| deleted.remove(fs, path, len));
        for folder in fs.list(folder).unwrap_or_default() {
            // This fails when a file in it could not be removed, which has been reported already.
            let _removed = fs.remove_folder(&folder).is_ok();
        }
        deleted
    }

    /// Deletes settings and the list of recent files. The next start then looks like the first one.
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

    /// The files with the text of a crash (not yet shown, and shown), and the log.
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

    /// Removes a file that belongs to another one, without counting it.
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
