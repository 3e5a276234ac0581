//! PDFs on their way to a printer or a viewer.
//!
//! - Each job has a folder of its own, so that the file can have the name that the viewer shows, and two jobs of one name do not
//!   collide. Only this person can read it.
//! - A PDF that was printed is removed at once. One that a viewer was given stays, since the viewer may read it again; it is
//!   removed when a later job or a later start finds it a day old.

use super::atomic::{remove_quietly, write_own};
use super::disk::FileSystem;
use super::error::{DiskAction, DiskError};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use uuid::Uuid;

/// How the names of our folders begin in the system's folder for temporary files.
const ELSEWHERE: &str = "evenkeel-";
/// How long a viewer's file is kept.
const KEPT: Duration = Duration::from_hours(24);
/// The most letters of a title that go into a file name. Even at four bytes a letter this fits all file systems.
const NAME_LETTERS: usize = 60;
/// Names that Windows keeps for devices, whatever the ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The folder of the jobs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintJobs {
    folder: PathBuf,
}

impl PrintJobs {
    /// In this folder, which need not exist.
    pub const fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// For when there are no folders of ours: in the system's temporary folder, under a name that nobody can guess.
    pub fn elsewhere() -> Self {
        Self::new(std::env::temp_dir().join(format!("{ELSEWHERE}{}", Uuid::new_v4().simple())))
    }

    /// Removes the folders that [`PrintJobs::elsewhere`] made in `folder`, the system's temporary folder, if they are empty or their
    /// files are a day old. Other people's folders cannot be removed, and stay.
    pub fn tidy_elsewhere(fs: &dyn FileSystem, folder: &Path, now: SystemTime) {
        let ours = |path: &Path| {
            let name = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_prefix(ELSEWHERE));
            name.is_some_and(|id| id.len() == 32 && Uuid::try_parse(id).is_ok())
        };
        // A link with such a name could lead anywhere.
        for path in
            fs.list(folder).unwrap_or_default().into_iter().filter(|path| ours(path) && fs.read_link(path).is_err())
        {
            Self::new(path.clone()).tidy(fs, now);
            let _removed = fs.remove_folder(&path).is_ok();
        }
    }

    /// Puts a PDF there, named after its title, and gives its path.
    ///
    /// # Errors
    /// Those of writing any file. Nothing is left behind then, unless even removing it fails.
    pub fn put(&self, fs: &dyn FileSystem, title: &str, pdf: &[u8]) -> Result<PathBuf, DiskError> {
        let folder = self.folder.join(Uuid::new_v4().simple().to_string());
        let path = folder.join(format!("{}.pdf", name_of(title)));
        fs.create_private_folder(&folder).map_err(|source| DiskError::new(DiskAction::Write, &path, source))?;
        write_own(fs, &path, pdf).inspect_err(|_| self.remove(fs, &path))?;
        Ok(path)
    }

    /// Removes a PDF that [`PrintJobs::put`] wrote. What cannot be removed now is left to [`PrintJobs::tidy`].
    pub fn remove(&self, fs: &dyn FileSystem, path: &Path) {
        remove_quietly(fs, path);
        if let Some(folder) = path.parent().filter(|folder| folder.parent() == Some(&self.folder)) {
            let _removed = fs.remove_folder(folder).is_ok();
        }
    }

    /// Removes what is a day old.
    pub fn tidy(&self, fs: &dyn FileSystem, now: SystemTime) {
        let old = |path: &Path| {
            let modified = fs.metadata(path).ok().and_then(|found| found.modified);
            modified.and_then(|at| now.duration_since(at).ok()).is_some_and(|age| age > KEPT)
        };
        for folder in fs.list(&self.folder).unwrap_or_default().iter().filter(|folder| old(folder)) {
            for file in fs.list(folder).unwrap_or_default() {
                remove_quietly(fs, &file);
            }
            let _removed = fs.remove_folder(folder).is_ok();
        }
    }
}

/// A file name that every system allows, as close to the title as possible.
fn name_of(title: &str) -> String {
    let odd = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
    let plain: String = title.chars().map(|c| if odd(c) { ' ' } else { c }).collect();
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = words.chars().take(NAME_LETTERS).collect();
    let name = short.trim_matches(['.', ' ', '-']);
    if name.is_empty() || DEVICES.contains(&name.to_lowercase().as_str()) {
        "Evenkeel".to_owned()
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::RealFs;

    fn files(folder: &Path) -> Vec<PathBuf> {
        let jobs = RealFs.list(folder).unwrap_or_default();
        jobs.iter().flat_map(|job| RealFs.list(job).unwrap()).collect()
    }

    #[test]
    fn names_are_taken_by_every_system() {
        assert_eq!(name_of("Dana Example, 19 Nov 2026"), "Dana Example, 19 Nov 2026");
        assert_eq!(name_of("a/b\\c: \"d\"\u{0}\n*"), "a b c d");
        assert_eq!(name_of("../../etc"), "etc");
        assert_eq!(name_of("-rf"), "rf");
        for nothing in ["", " . ", "CON", "???"] {
            assert_eq!(name_of(nothing), "Evenkeel");
        }
        assert_eq!(name_of(&"\u{1f600}".repeat(200)).chars().count(), NAME_LETTERS);
    }

    #[test]
    fn a_job_is_private_and_goes_with_its_folder() {
        let home = tempfile::tempdir().unwrap();
        let jobs = PrintJobs::new(home.path().join("print"));
        let first = jobs.put(&RealFs, "Report", b"one").unwrap();
        let second = jobs.put(&RealFs, "Report", b"two").unwrap();
        assert_eq!(RealFs.read(&first, 9).unwrap(), b"one");
        assert_eq!(second.file_name().unwrap(), "Report.pdf");
        #[cfg(unix)]
        assert_eq!(RealFs.metadata(&first).unwrap().rights.unwrap().mode, 0o600);
        jobs.remove(&RealFs, &first);
        assert_eq!(files(&home.path().join("print")), [second]);
        assert_eq!(RealFs.list(&home.path().join("print")).unwrap().len(), 1);
    }

    #[test]
    fn what_was_put_among_the_files_of_the_system_is_tidied_away_too() {
        let system = tempfile::tempdir().unwrap();
        let of = |name: String| PrintJobs::new(system.path().join(name));
        let ours = of(format!("{ELSEWHERE}{}", Uuid::new_v4().simple()));
        let others = of("evenkeel-notes".to_owned());
        for jobs in [&ours, &others] {
            jobs.put(&RealFs, "Report", b"%PDF").unwrap();
        }
        let later = |hours| SystemTime::now() + Duration::from_hours(hours);
        PrintJobs::tidy_elsewhere(&RealFs, system.path(), later(23));
        assert_eq!(RealFs.list(system.path()).unwrap().len(), 2);
        PrintJobs::tidy_elsewhere(&RealFs, system.path(), later(25));
        assert_eq!(RealFs.list(system.path()).unwrap(), [system.path().join("evenkeel-notes")]);
    }

    #[test]
    fn only_old_jobs_are_tidied_away() {
        let home = tempfile::tempdir().unwrap();
        let jobs = PrintJobs::new(home.path().to_path_buf());
        let path = jobs.put(&RealFs, "Report", b"%PDF").unwrap();
        jobs.tidy(&RealFs, SystemTime::now() + Duration::from_hours(23));
        assert_eq!(files(home.path()), [path]);
        jobs.tidy(&RealFs, SystemTime::now() + Duration::from_hours(25));
        assert!(RealFs.list(home.path()).unwrap().is_empty());
    }
}
