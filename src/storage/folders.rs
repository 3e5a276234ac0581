//! Where Evenkeel keeps what is not the person's own file.
//!
//! - Linux: `~/.config/evenkeel` and `~/.local/share/evenkeel`. macOS: `~/Library/Application Support/org.Evenkeel.Evenkeel`.
//!   Windows: `Evenkeel\Evenkeel` under the roaming and the local application data. With `EVENKEEL_HOME` set: `config` and
//!   `data` in that folder, for tests and for a copy on a stick.
//! - Answers are private: folders are `0700` and files `0600` on Unix, and are set to that again at each start.

use super::atomic::is_temporary;
use super::backup::Backups;
use super::disk::{FileSystem, PathKind};
use super::error::{DiskAction, DiskError};
use super::print_jobs::PrintJobs;
use directories::ProjectDirs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// The environment variable that puts everything of ours into one folder.
pub const HOME_VARIABLE: &str = "EVENKEEL_HOME";

/// How deep our folders go: `data`, in it `backups`, in that one for each document.
const DEEPEST: usize = 3;

/// Where things are. The paths are absolute; nothing has to exist there yet.
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
    /// Locks of documents that are open in a window.
    pub locks: PathBuf,
    /// PDFs on their way to a printer or a viewer.
    pub prints: PathBuf,
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

    /// The text about the last crash.
    pub fn crash_file(&self) -> PathBuf {
        self.data.join("crash.txt")
    }

    /// The log.
    pub fn log_file(&self) -> PathBuf {
        self.data.join("log.txt")
    }

    /// Where the window keeps its place on the screen. When something other than a file has the usual name, another name is used:
    /// the library that reads it would wait for ever at a pipe.
    pub fn window_file(&self, fs: &dyn FileSystem) -> PathBuf {
        let usable = |path: &PathBuf| fs.metadata(path).map_or(true, |found| found.kind == PathKind::File);
        let [usual, other] = ["window.ron", "window-2.ron"].map(|name| self.data.join(name));
        let unheard_of = || self.data.join(format!("window-{}.ron", Uuid::new_v4().simple()));
        [usual, other].into_iter().find(usable).unwrap_or_else(unheard_of)
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
    /// The first folder that cannot be created; the others are created all the same. Rights that cannot be changed, as on a file
    /// system without any, are no error.
    pub fn create(&self, fs: &dyn FileSystem) -> Result<(), DiskError> {
        let create = |folder: &PathBuf| {
            fs.create_private_folder(folder).map_err(|source| match source.kind() {
                // A file where the folder should be.
                ErrorKind::AlreadyExists => DiskError::NotAFile { path: folder.clone() },
                _ => DiskError::new(DiskAction::Write, folder, source),
            })
        };
        // Each one is tried, since journals may have a place even where settings have none.
        let ours = [&self.config, &self.data, &self.recovery, &self.backups, &self.locks, &self.prints];
        let created = ours.map(create);
        make_all_private(fs, &self.config, DEEPEST);
        make_all_private(fs, &self.data, DEEPEST);
        created.into_iter().collect()
    }
}

fn make_all_private(fs: &dyn FileSystem, folder: &Path, depth: usize) {
    let _private = fs.make_private(folder).is_ok();
    for path in fs.list(folder).unwrap_or_default() {
        let is_folder = fs.metadata(&path).is_ok_and(|found| found.kind == PathKind::Folder);
        if is_folder && depth > 1 && fs.read_link(&path).is_err() {
            make_all_private(fs, &path, depth - 1);
        } else if !is_temporary(&path) {
            let _private = fs.make_private(&path).is_ok();
        }
    }
}
