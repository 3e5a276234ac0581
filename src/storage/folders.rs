//! Where Evenkeel keeps what is not the person's own file, and what of it they can delete.
//!
//! - Linux: `~/.config/evenkeel` and `~/.local/share/evenkeel`. macOS: `~/Library/Application Support/org.Evenkeel.Evenkeel`.
//!   Windows: `Evenkeel\Evenkeel` under the roaming and the local application data. With `EVENKEEL_HOME` set: `config` and
//!   `data` in that folder, for tests and for a copy on a stick.
//! - Answers are nobody else's business: folders are `0700` and files `0600` on Unix, and are made so again at each start.
//! - Deleting recovery files leaves those of windows that are open.

use super::atomic::is_temporary;
use super::backup::Backups;
use super::disk::check_is_file;
use super::error::{Action, DiskError};
use super::fs::{FileSystem, Kind};
use super::json_file::alone;
use super::print_jobs::PrintJobs;
use super::recovery;
use directories::ProjectDirs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// The environment variable that puts everything of ours into one folder.
pub const HOME_VARIABLE: &str = "EVENKEEL_HOME";

/// Folders within folders that we make: `data`, `backups`, one for each document.
const DEEPEST: usize = 3;

/// Where things are. The paths are absolute; nothing need exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// Settings and recent files.
    pub config: PathBuf,
    /// Everything else of ours; holds the folders below.
    pub data: PathBuf,
    /// One journal for each window whose document is not saved.
    pub recovery: PathBuf,
    /// Earlier versions of documents.
    pub backups: PathBuf,
    /// Marks of documents that are open in a window.
    pub locks: PathBuf,
    /// PDFs on their way to a printer or a viewer.
    pub prints: PathBuf,
}

/// How much there is of something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Size {
    /// Number of files.
    pub files: u64,
    /// Their lengths together, in bytes.
    pub bytes: u64,
}

/// What Settings shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Usage {
    /// Journals, those of open windows included, the text of the last crash, and the log.
    pub recovery: Size,
    /// Earlier versions of documents.
    pub backups: Size,
    /// PDFs that a viewer was given.
    pub prints: Size,
    /// Settings and recent files.
    pub settings: Size,
}

/// What a deletion did.
#[derive(Debug, Default)]
pub struct Deleted {
    /// What is gone.
    pub gone: Size,
    /// Files left because a window is using them.
    pub in_use: u64,
    /// What could not be removed.
    pub problems: Vec<DiskError>,
}

impl Folders {
    /// The folders of this person on this machine. `None` when the system does not say where they would be; Evenkeel
    /// then works without recovery, backups and settings, and has to say so.
    pub fn of_this_machine() -> Option<Self> {
        match std::env::var_os(HOME_VARIABLE).filter(|home| !home.is_empty()) {
            Some(home) => std::path::absolute(home).ok().map(|home| Self::within(&home)),
            None => ProjectDirs::from("org", "Evenkeel", "Evenkeel")
                .map(|dirs| Self::new(dirs.config_dir().to_path_buf(), dirs.data_local_dir().to_path_buf())),
        }
    }

    /// Everything within one folder.
    pub fn within(home: &Path) -> Self {
        Self::new(home.join("config"), home.join("data"))
    }

    fn new(config: PathBuf, data: PathBuf) -> Self {
        let [recovery, backups, locks, prints] = ["recovery", "backups", "locks", "prints"].map(|name| data.join(name));
        Self { config, data, recovery, backups, locks, prints }
    }

    /// The settings file.
    pub fn settings_file(&self) -> PathBuf {
        self.config.join("settings.json")
    }

    /// The list of recent files.
    pub fn recent_file(&self) -> PathBuf {
        self.config.join("recent.json")
    }

    /// What the last crash left to say.
    pub fn crash_file(&self) -> PathBuf {
        self.data.join("crash.txt")
    }

    /// What the program said of itself while it ran.
    pub fn log_file(&self) -> PathBuf {
        self.data.join("log.txt")
    }

    /// Where the window keeps its place on the screen. Another name where something has the usual one that is no file: who reads
    /// it does so without looking, and would wait at a pipe for ever.
    pub fn window_file(&self, fs: &dyn FileSystem) -> PathBuf {
        let usable = |path: &PathBuf| fs.metadata(path).map_or(true, |found| found.kind == Kind::File);
        let [usual, other] = ["window.ron", "window-2.ron"].map(|name| self.data.join(name));
        let unheard_of = || self.data.join(format!("window-{}.ron", Uuid::new_v4().simple()));
        [usual, other].into_iter().find(usable).unwrap_or_else(unheard_of)
    }

    /// What has the name of one of our files and is none: a folder, a pipe. It is never read, replaced or removed, so that what
    /// we would keep there is not kept.
    pub fn in_the_way(&self, fs: &dyn FileSystem) -> Vec<DiskError> {
        let [shown, crash, log] = self.crash_files();
        let ours = [self.settings_file(), self.recent_file(), crash, shown, log, self.data.join("window.ron")];
        ours.iter().filter_map(|path| check_is_file(path, fs.metadata(path).ok()?).err()).collect()
    }

    /// The store of earlier versions.
    pub fn backup_store(&self) -> Backups {
        Backups::new(self.backups.clone())
    }

    /// The PDFs on their way to a printer or a viewer.
    pub fn print_jobs(&self) -> PrintJobs {
        PrintJobs::new(self.prints.clone())
    }

    /// Creates what is missing and makes all of it private. To be called once at the start.
    ///
    /// # Errors
    /// The first folder that cannot be created; the others are all the same. Rights that cannot be changed (a file system without any) are left.
    pub fn create(&self, fs: &dyn FileSystem) -> Result<(), DiskError> {
        let create = |folder: &PathBuf| {
            fs.create_private_folder(folder).map_err(|source| match source.kind() {
                // A file where the folder should be.
                ErrorKind::AlreadyExists => DiskError::NotAFile { path: folder.clone() },
                _ => DiskError::new(Action::Write, folder, source),
            })
        };
        // All are tried: without a place for settings there may still be one for journals.
        let ours = [&self.config, &self.data, &self.recovery, &self.backups, &self.locks, &self.prints];
        let created = ours.map(create);
        make_all_private(fs, &self.config, DEEPEST);
        make_all_private(fs, &self.data, DEEPEST);
        created.into_iter().collect()
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
        [super::crash::shown_name(&crash), crash, self.log_file()]
    }

    fn settings_files(&self) -> [PathBuf; 4] {
        let (settings, recent) = (self.settings_file(), self.recent_file());
        [super::json_file::damaged_name(&settings), super::json_file::damaged_name(&recent), settings, recent]
    }
}

impl Size {
    fn add(&mut self, len: u64) {
        self.files += 1;
        self.bytes += len;
    }
}

impl Deleted {
    fn remove(&mut self, fs: &dyn FileSystem, path: &Path, len: u64) {
        match fs.remove_file(path) {
            Ok(()) => self.gone.add(len),
            Err(source) => self.problems.push(DiskError::new(Action::Replace, path, source)),
        }
    }

    /// Removes what goes with something else and is not counted.
    fn remove_aside(&mut self, fs: &dyn FileSystem, path: &Path) {
        if let Err(source) = fs.remove_file(path) {
            self.problems.push(DiskError::new(Action::Replace, path, source));
        }
    }
}

/// Calls `found` with each file and its length, in `depth` levels of folders.
fn each_file(fs: &dyn FileSystem, folder: &Path, depth: usize, found: &mut impl FnMut(&Path, u64)) {
    let mut folders = vec![(folder.to_path_buf(), depth)];
    while let Some((folder, depth)) = folders.pop() {
        for path in fs.list(&folder).unwrap_or_default() {
            match fs.metadata(&path) {
                Ok(metadata) if metadata.kind == Kind::File => found(&path, metadata.len),
                Ok(metadata) if metadata.kind == Kind::Folder && depth > 1 => folders.push((path, depth - 1)),
                _ => {}
            }
        }
    }
}

fn make_all_private(fs: &dyn FileSystem, folder: &Path, depth: usize) {
    let _private = fs.make_private(folder).is_ok();
    for path in fs.list(folder).unwrap_or_default() {
        let is_folder = fs.metadata(&path).is_ok_and(|found| found.kind == Kind::Folder);
        if is_folder && depth > 1 && fs.read_link(&path).is_err() {
            make_all_private(fs, &path, depth - 1);
        } else if !is_temporary(&path) {
            let _private = fs.make_private(&path).is_ok();
        }
    }
}
