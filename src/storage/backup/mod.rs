//! Earlier versions of the person's documents, kept in our data folder rather than beside the documents.
//!
//! - One folder for each document, named by the id that the document carries, so that moving or renaming the file loses
//!   nothing, and files of the same name in two folders do not overwrite each other's copies.
//! - One file for each version, for instance `2026-09-21T14-03-05.123Z-1f3a09bc-000012.evenkeel`: the time (UTC) at which a save
//!   replaced it, a mark that stands for the file it was in, and a number that is one higher for each version of the document. It
//!   is the document, byte for byte: open it like any other. Beside it, `1f3a09bc.txt` says which file has that mark.
//! - **By file and by number.** A copy of a document has the same id, be it a cloud client's conflicted copy or one that somebody
//!   made. Its versions have a mark of their own and never push out those of another file. The version with the higher number is
//!   the newer one: the times are no measure, since a clock may have been wrong for a while.
//! - Of each file the last 20 versions are kept, and the last version of each of the newest 30 days (UTC) that have any. Days are
//!   counted, not measured from today, since the clock may be wrong. Other versions are removed at the next save of that file.
//!   Versions of a file that was moved, renamed or deleted stay, within the limit for all; Settings shows and deletes them.
//! - **Together** they take at most 2 GB. Beyond that the oldest ones of all documents are removed, but never the newest of a file.
//! - The same version twice in a row is kept once.
//! - A file that an export replaced is kept in the same way, with the ending that it had.
//! - Versions made by 0.1.0 are named by the time alone. They are treated as those of one more file, older than all others.

mod rules;
mod version;

use super::atomic::{self, Place, remove_quietly};
use super::disk::{Access, FileSystem};
use super::error::{DiskAction, DiskError};
use super::fingerprint::hex;
use super::reading::{MAX_BYTES, read_within};
use jiff::Timestamp;
use rules::surplus;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
pub use version::Backup;
use version::{EXTENSION, Name, ending_of, mark_of, name_for, read_name};

/// Ids are UUIDs; anything longer is not one of ours and is named by its hash.
const MAX_ID_LENGTH: usize = 64;
/// When two saves took the same number, the later one tries the next. More tries than this cannot be an accident.
const MAX_SAME_NUMBER: u32 = 1000;
/// Bytes that all versions of all documents may take.
const MAX_IN_ALL: u64 = 2 << 30;

/// The folder in which replaced outputs are kept, as if they were versions of one document.
pub(super) const OUTPUTS: &str = "outputs";

/// The store of earlier versions.
#[derive(Debug, Clone)]
pub struct Backups {
    folder: PathBuf,
}

/// The document and the file that a version belongs to.
#[derive(Debug, Clone, Copy)]
pub struct VersionOf<'a> {
    /// The document, by its id.
    pub document: &'a str,
    /// The real path of the file that it was in.
    pub file: &'a Path,
}

impl Backups {
    /// The store in this folder, which need not exist yet.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The folder of one document. An id that cannot be a folder's name is replaced by its hash: the id comes from a file, which
    /// somebody may have made so that it leads to another folder.
    fn folder_of(&self, document: &str) -> PathBuf {
        let plain = !document.is_empty()
            && document.len() <= MAX_ID_LENGTH
            && document.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if plain { self.folder.join(document) } else { self.folder.join(hex(&Sha256::digest(document.as_bytes()))) }
    }

    /// Keeps a version of a document, then drops those that the rules do not keep. Returns its path; `None` when the latest kept
    /// version of that file is the same.
    ///
    /// # Errors
    /// When the copy cannot be written. Old versions that cannot be dropped now are tried again next time.
    pub fn keep(
        &self,
        fs: &dyn FileSystem,
        of: VersionOf<'_>,
        bytes: &[u8],
        now: Timestamp,
    ) -> Result<Option<PathBuf>, DiskError> {
        let VersionOf { document, file } = of;
        let folder = self.folder_of(document);
        fs.create_private_folder(&folder).map_err(|source| DiskError::new(DiskAction::Write, &folder, source))?;
        // Each version has another name, so the write of one does not find the leftovers of another.
        atomic::remove_all_leftovers(fs, &folder);
        let all = self.list(fs, document)?;
        let mark = mark_of(file);
        let number = all.first().map_or(0, |newest| newest.number) + 1;
        let present: Vec<Backup> = all.into_iter().filter(|backup| backup.mark == mark).collect();
        let latest = present.first().and_then(|latest| read_within(fs, &latest.path, MAX_BYTES).ok());
        if latest.is_some_and(|latest| latest == bytes) {
            return Ok(None);
        }
        if present.is_empty() {
            name_the_file(fs, &folder, &mark, file);
        }
        let ending = if document == OUTPUTS { ending_of(file) } else { EXTENSION };
        let path = write_new(fs, &folder, bytes, Name { time: now, mark: &mark, number, ending })?;
        for surplus in surplus(&present, now) {
            remove_quietly(fs, &surplus.path);
        }
        self.hold_to(fs, MAX_IN_ALL);
        Ok(Some(path))
    }

    /// Drops the oldest versions of all documents until the rest takes no more than this, but never the newest version of a file.
    fn hold_to(&self, fs: &dyn FileSystem, most: u64) {
        let mut old = Vec::new();
        let mut in_all = 0_u64;
        for folder in fs.list(&self.folder).unwrap_or_default() {
            let mut found: Vec<Backup> =
                fs.list(&folder).unwrap_or_default().into_iter().filter_map(read_name).collect();
            found.sort_by_key(Backup::order);
            let mut files = BTreeSet::new();
            for backup in found {
                let len = fs.metadata(&backup.path).map_or(0, |found| found.len);
                in_all += len;
                if !files.insert(backup.mark.clone()) {
                    old.push((backup.replaced_at, backup.path, len));
                }
            }
        }
        old.sort_by_key(|(replaced_at, ..)| *replaced_at);
        for (_, path, len) in old {
            if in_all <= most {
                return;
            }
            remove_quietly(fs, &path);
            in_all -= len;
        }
    }

    /// The kept versions of a document, newest first; empty when there are none.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn list(&self, fs: &dyn FileSystem, document: &str) -> Result<Vec<Backup>, DiskError> {
        let folder = self.folder_of(document);
        let paths = match fs.list(&folder) {
            Ok(paths) => paths,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(DiskError::new(DiskAction::Read, &folder, error)),
        };
        let mut found: Vec<Backup> = paths.into_iter().filter_map(read_name).collect();
        found.sort_by_key(Backup::order);
        Ok(found)
    }
}

/// Writes, beside the versions, which file has this mark. Errors are ignored: the versions work without it.
fn name_the_file(fs: &dyn FileSystem, folder: &Path, mark: &str, file: &Path) {
    let text = format!("{}\n", file.display());
    let _said = atomic::write_own(fs, &folder.join(format!("{mark}.txt")), text.as_bytes()).is_ok();
}

fn write_new(fs: &dyn FileSystem, folder: &Path, bytes: &[u8], mut name: Name<'_>) -> Result<PathBuf, DiskError> {
    let mut tries = 0;
    loop {
        let path = folder.join(name_for(name));
        match atomic::write(fs, &path, bytes, Place::Free(Access::Private), || Ok(())) {
            Ok(()) => return Ok(path),
            // Another window is keeping a version of the same document at this moment.
            Err(DiskError::AlreadyExists { .. }) if tries < MAX_SAME_NUMBER => {
                tries += 1;
                name.number += 1;
            }
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::RealFs;
    use super::*;
    use jiff::SignedDuration;

    #[test]
    fn a_copy_of_a_document_pushes_out_none_of_the_versions_of_the_other() {
        let home = tempfile::tempdir().unwrap();
        let store = Backups::new(home.path().join("backups"));
        let (a, copy) = (Path::new("/docs/a.evenkeel"), Path::new("/docs/a (conflicted copy).evenkeel"));
        let now: Timestamp = "2026-09-30T12:00:00Z".parse().unwrap();
        for version in 0..5_u8 {
            store.keep(&RealFs, VersionOf { document: "id", file: a }, &[version], now).unwrap();
        }
        for version in 100..122_u8 {
            store.keep(&RealFs, VersionOf { document: "id", file: copy }, &[version], now).unwrap();
        }
        let read = |backup: &Backup| RealFs.read(&backup.path, 9).unwrap()[0];
        let kept: Vec<u8> = store.list(&RealFs, "id").unwrap().iter().map(read).collect();
        assert_eq!(kept.iter().filter(|version| **version < 5).count(), 5);
        assert_eq!(kept.iter().filter(|version| **version >= 100).count(), 20);
        assert_eq!(kept[0], 121, "newest first");
        let names = RealFs.list(&home.path().join("backups/id")).unwrap();
        let texts = names.iter().filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
        let said: BTreeSet<Vec<u8>> = texts.map(|path| RealFs.read(path, 999).unwrap()).collect();
        let expected = [a, copy].map(|path| format!("{}\n", path.display()).into_bytes());
        assert_eq!(said, expected.into());
    }

    #[test]
    fn versions_made_by_0_1_0_are_read_and_not_pushed_out_by_newer_ones() {
        let home = tempfile::tempdir().unwrap();
        let store = Backups::new(home.path().join("backups"));
        let folder = home.path().join("backups/id");
        RealFs.create_private_folder(&folder).unwrap();
        for hour in 10..20 {
            let path = folder.join(format!("2027-01-01T{hour}-00-00.000Z.evenkeel"));
            atomic::write_own(&RealFs, &path, &[hour]).unwrap();
        }
        let now: Timestamp = "2026-09-30T12:00:00Z".parse().unwrap();
        for version in 100..130_u8 {
            store.keep(&RealFs, VersionOf { document: "id", file: Path::new("/a") }, &[version], now).unwrap();
        }
        let kept = store.list(&RealFs, "id").unwrap();
        assert_eq!(kept.len(), 20 + 10);
        assert_eq!(RealFs.read(&kept[0].path, 9).unwrap(), [129], "what is numbered is newer, whatever the clock said");
        assert_eq!(RealFs.read(&kept[20].path, 9).unwrap(), [19]);
    }

    #[test]
    fn in_all_they_stay_within_a_bound_and_the_newest_of_each_file_stays() {
        let home = tempfile::tempdir().unwrap();
        let store = Backups::new(home.path().join("backups"));
        let start: Timestamp = "2026-09-01T12:00:00Z".parse().unwrap();
        for (at, document) in ["a", "b", "c"].into_iter().enumerate() {
            for version in 0..4_u8 {
                let hours = i64::try_from(at).unwrap() * 10 + i64::from(version);
                let bytes = [version; 100];
                store
                    .keep(
                        &RealFs,
                        VersionOf { document, file: Path::new("/f") },
                        &bytes,
                        start + SignedDuration::from_hours(hours),
                    )
                    .unwrap();
            }
        }
        let left = || ["a", "b", "c"].map(|document| store.list(&RealFs, document).unwrap().len());
        store.hold_to(&RealFs, 1200);
        assert_eq!(left(), [4, 4, 4]);
        store.hold_to(&RealFs, 700);
        assert_eq!(left(), [1, 2, 4], "the oldest went");
        store.hold_to(&RealFs, 0);
        assert_eq!(left(), [1, 1, 1]);
        let newest = store.list(&RealFs, "a").unwrap();
        assert_eq!(RealFs.read(&newest[0].path, 999).unwrap(), [3; 100]);
    }

    #[test]
    fn what_an_export_replaced_keeps_its_ending() {
        let home = tempfile::tempdir().unwrap();
        let store = Backups::new(home.path().join("backups"));
        let now: Timestamp = "2026-09-30T12:00:00Z".parse().unwrap();
        for (name, ending) in
            [("a.pdf", "pdf"), ("b.txt", "txt"), ("c", "bin"), ("d.evenkeel", "bin"), ("e.a/b", "bin")]
        {
            let kept = store
                .keep(&RealFs, VersionOf { document: OUTPUTS, file: Path::new(name) }, name.as_bytes(), now)
                .unwrap()
                .unwrap();
            assert_eq!(kept.extension().unwrap(), ending, "{name}");
        }
        assert_eq!(store.list(&RealFs, OUTPUTS).unwrap().len(), 5);
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
