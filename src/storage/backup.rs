//! Earlier versions of the person's documents, kept in our data folder and not beside the documents.
//!
//! - One folder for each document, named by the id that the document carries, so that moving or renaming the file loses
//!   nothing, and files of the same name in two folders do not overwrite each other's copies.
//! - One file for each version, named by the time (UTC) at which a save replaced it. It is the document, byte for byte:
//!   open it like any other.
//! - Kept are the last 20 versions, and the last of each day (UTC) for 30 days. The rest goes at the next save.
//! - The same version twice in a row is kept once.

use super::atomic::{self, Place, remove_quietly};
use super::disk::{MAX_BYTES, hex, read_within};
use super::error::{Action, DiskError};
use super::fs::{Access, FileSystem};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

const EXTENSION: &str = "evenkeel";
/// Versions that stay whatever their age.
const KEPT_LAST: usize = 20;
/// How long the last version of each day stays.
const KEPT_DAILY: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Ids are UUIDs; anything longer is not one of ours and is named by its hash.
const MAX_ID_LENGTH: usize = 64;
/// Two saves in the same millisecond are told apart by moving the later one on; more than this many is no accident.
const MAX_SAME_TIME: u32 = 1000;

/// The store of earlier versions.
#[derive(Debug, Clone)]
pub struct Backups {
    folder: PathBuf,
}

/// An earlier version of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Where it is kept.
    pub path: PathBuf,
    /// When a save replaced it.
    pub replaced_at: Timestamp,
}

impl Backups {
    /// The store in this folder, which need not exist yet.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The folder of one document. An id that would not do as a folder's name is replaced by its hash: it comes from a
    /// file, which may have been made to lead elsewhere.
    fn folder_of(&self, document: &str) -> PathBuf {
        let plain = !document.is_empty()
            && document.len() <= MAX_ID_LENGTH
            && document.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if plain { self.folder.join(document) } else { self.folder.join(hex(&Sha256::digest(document.as_bytes()))) }
    }

    /// Keeps a version, then drops what is older than the rules say. Returns where it is; `None` when the latest kept
    /// version is the same.
    ///
    /// # Errors
    /// When the copy cannot be written. A failure to drop old versions is left for the next time.
    pub fn keep(
        &self,
        fs: &dyn FileSystem,
        document: &str,
        bytes: &[u8],
        now: Timestamp,
    ) -> Result<Option<PathBuf>, DiskError> {
        let folder = self.folder_of(document);
        fs.create_private_folder(&folder).map_err(|source| DiskError::new(Action::Write, &folder, source))?;
        // Each version has a name of its own, so its leftover would not be found by a write of another one.
        atomic::remove_all_leftovers(fs, &folder);
        let present = self.list(fs, document)?;
        let latest = present.first().and_then(|latest| read_within(fs, &latest.path, MAX_BYTES).ok());
        if latest.is_some_and(|latest| latest == bytes) {
            return Ok(None);
        }
        let path = write_new(fs, &folder, bytes, now)?;
        for surplus in surplus(&present, now) {
            remove_quietly(fs, &surplus.path);
        }
        Ok(Some(path))
    }

    /// The kept versions of a document, newest first. None when there are none.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn list(&self, fs: &dyn FileSystem, document: &str) -> Result<Vec<Backup>, DiskError> {
        let folder = self.folder_of(document);
        let paths = match fs.list(&folder) {
            Ok(paths) => paths,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(DiskError::new(Action::Read, &folder, error)),
        };
        let mut found: Vec<Backup> = paths
            .into_iter()
            .filter_map(|path| time_in(&path).map(|replaced_at| Backup { path, replaced_at }))
            .collect();
        found.sort_by_key(|backup| std::cmp::Reverse(backup.replaced_at));
        Ok(found)
    }
}

fn write_new(fs: &dyn FileSystem, folder: &Path, bytes: &[u8], now: Timestamp) -> Result<PathBuf, DiskError> {
    let mut time = now;
    let mut tries = 0;
    loop {
        let path = folder.join(name_for(time));
        match atomic::write(fs, &path, bytes, Place::Free(Access::Private), || Ok(())) {
            Ok(()) => return Ok(path),
            Err(DiskError::AlreadyExists { .. }) if tries < MAX_SAME_TIME => {
                tries += 1;
                time = time.checked_add(SignedDuration::from_millis(1)).unwrap_or(time);
            }
            Err(error) => return Err(error),
        }
    }
}

/// The versions, given newest first and without the one just written, that the rules do not keep.
fn surplus(backups: &[Backup], now: Timestamp) -> Vec<&Backup> {
    let oldest_daily = now.checked_sub(KEPT_DAILY).unwrap_or(Timestamp::MIN);
    let mut days = BTreeSet::from([day(now)]);
    let mut surplus = Vec::new();
    for (index, backup) in backups.iter().enumerate() {
        let last_of_its_day = days.insert(day(backup.replaced_at));
        let kept_as_last = index + 1 < KEPT_LAST;
        let kept_as_daily = last_of_its_day && backup.replaced_at >= oldest_daily;
        if !(kept_as_last || kept_as_daily) {
            surplus.push(backup);
        }
    }
    surplus
}

fn day(time: Timestamp) -> Date {
    TimeZone::UTC.to_datetime(time).date()
}

/// A time as a file name: `2026-09-21T14-03-05.123Z.evenkeel`. No colons, which Windows does not allow.
fn name_for(time: Timestamp) -> String {
    format!("{}.{EXTENSION}", time.strftime("%Y-%m-%dT%H-%M-%S%.3fZ"))
}

fn time_in(path: &Path) -> Option<Timestamp> {
    let stem = path.file_name()?.to_str()?.strip_suffix(EXTENSION)?.strip_suffix('.')?;
    let (date, clock) = stem.split_once('T')?;
    format!("{date}T{}", clock.replace('-', ":")).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn backup(time: &str) -> Backup {
        Backup { path: PathBuf::from(time), replaced_at: time.parse().unwrap() }
    }

    #[test]
    fn a_name_gives_its_time_back() {
        let time: Timestamp = "2026-09-21T14:03:05.123Z".parse().unwrap();
        let name = name_for(time);
        assert_eq!(name, "2026-09-21T14-03-05.123Z.evenkeel");
        assert_eq!(time_in(Path::new(&name)), Some(time));
        assert_eq!(time_in(Path::new("notes.txt")), None);
    }

    #[test]
    fn twenty_stay_and_the_last_of_each_day_for_thirty_days() {
        let now: Timestamp = "2026-09-30T12:00:00Z".parse().unwrap();
        let mut backups: Vec<Backup> = (0..40)
            .flat_map(|days| {
                let time = now - SignedDuration::from_hours(24 * (days + 1));
                [time, time - SignedDuration::from_hours(1)]
            })
            .map(|time| backup(&time.to_string()))
            .collect();
        backups.sort_by_key(|backup| std::cmp::Reverse(backup.replaced_at));
        let gone: Vec<Timestamp> = surplus(&backups, now).iter().map(|backup| backup.replaced_at).collect();
        let kept: Vec<Timestamp> =
            backups.iter().map(|backup| backup.replaced_at).filter(|time| !gone.contains(time)).collect();
        // 19 besides the one just written, then one a day from the tenth day to the thirtieth.
        assert_eq!(kept.len(), 19 + 20);
        assert!(kept.iter().all(|time| *time >= now - KEPT_DAILY));
        let days: BTreeSet<Date> = kept.iter().map(|time| day(*time)).collect();
        assert_eq!(days.len(), 30);
    }

    #[test]
    fn copies_from_a_clock_in_the_future_do_not_push_out_new_ones() {
        let now: Timestamp = "2026-09-30T12:00:00Z".parse().unwrap();
        let backups: Vec<Backup> =
            (1..=25).rev().map(|days| backup(&(now + SignedDuration::from_hours(24 * days)).to_string())).collect();
        assert!(surplus(&backups, now).iter().all(|backup| backup.replaced_at > now));
    }

    #[test]
    fn an_id_never_leads_out_of_the_store() {
        let store = Backups::new(PathBuf::from("/store"));
        for id in ["../up", "", "a/b", "C:", "..", &"x".repeat(65)] {
            let folder = store.folder_of(id);
            assert_eq!(folder.parent(), Some(Path::new("/store")), "{id}");
            assert_eq!(folder.file_name().unwrap().len(), 64, "{id}");
        }
        assert_eq!(store.folder_of("3f1e-9"), Path::new("/store/3f1e-9"));
    }
}
