//! Exports: files that are made for other programs and people.
//!
//! - They may be of any length. They are written piece by piece and are never in memory as a whole.
//! - They get their name in one step when they are whole. Until then, and if anything fails, the file that had the name stays.
//! - The caller makes sure that the replaced file is no profile and is kept (`make_way`). Since writing may take long, this is
//!   checked once more right before the new file gets the name.

use std::io::{self, ErrorKind, Write};
use std::path::Path;

use super::atomic::{Place, Replacement};
use super::disk::{Access, FileSystem};
use super::error::{DiskAction, DiskError};
use super::make_way::check_no_profile;
use super::reading::{check_is_file, check_not_protected};

/// How much is written at once.
const CHUNK: usize = 64 * 1024;

/// An export that is being written. Dropping it before [`Output::finish`] leaves nothing behind.
pub struct Output<'a> {
    fs: &'a dyn FileSystem,
    replacement: Replacement<'a>,
    path: &'a Path,
    waiting: Vec<u8>,
}

impl<'a> Output<'a> {
    /// Begins a file. `path` must be a real path ([`super::resolve`]); an ordinary file of that name will be replaced.
    ///
    /// # Errors
    /// When something else has that name, the file is protected against changes, or no file can be created beside it.
    pub fn create(fs: &'a dyn FileSystem, path: &'a Path) -> Result<Self, DiskError> {
        let place = match fs.metadata(path) {
            Ok(found) => {
                check_is_file(path, found)?;
                check_not_protected(fs, path)?;
                Place::Taken(found.rights.map_or(Access::Ordinary, Access::Like))
            }
            Err(error) if error.kind() == ErrorKind::NotFound => Place::Free(Access::Ordinary),
            Err(error) => return Err(DiskError::new(DiskAction::Read, path, error)),
        };
        Ok(Self { fs, replacement: Replacement::create(fs, path, place)?, path, waiting: Vec::with_capacity(CHUNK) })
    }

    /// An error of writing to it, with its path.
    pub fn failed(&self, error: io::Error) -> DiskError {
        DiskError::new(DiskAction::Write, self.path, error)
    }

    /// Ends the file and gives it its name.
    ///
    /// # Errors
    /// When the rest cannot be written, or the name cannot be given. The old file is then as it was, unless all worked except the
    /// sync of the folder.
    pub fn finish(mut self) -> Result<(), DiskError> {
        self.flush().map_err(|error| self.failed(error))?;
        let path = self.path;
        let (fs, looked_at) = (self.fs, self.path);
        self.replacement
            .take_place(|| check_no_profile(fs, looked_at))?
            .map_err(|error| DiskError::new(DiskAction::Write, path, error))
    }
}

impl Write for Output<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() >= CHUNK {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.replacement.write_all(&self.waiting)?;
        self.waiting.clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::RealFs;
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn a_file_of_any_length_appears_when_it_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("all.csv");
        for round in 1..=2_u8 {
            let mut output = Output::create(&RealFs, &path).unwrap();
            let line = vec![round; 1000];
            for _ in 0..20_000 {
                output.write_all(&line).unwrap();
                assert!(std::fs::metadata(&path).map_or(round == 1, |found| found.len() == 20_000_000));
            }
            output.finish().unwrap();
            assert_eq!(std::fs::read(&path).unwrap(), vec![round; 20_000_000]);
            assert_eq!(names(folder.path()), ["all.csv"]);
        }
    }

    #[test]
    fn discarded_work_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("all.csv");
        std::fs::write(&path, "before").unwrap();
        let mut output = Output::create(&RealFs, &path).unwrap();
        output.write_all(&vec![0; 3 * CHUNK]).unwrap();
        assert_eq!(names(folder.path()).len(), 2);
        drop(output);
        assert_eq!(names(folder.path()), ["all.csv"]);
        assert_eq!(std::fs::read(&path).unwrap(), b"before");
    }

    #[test]
    fn a_profile_that_came_meanwhile_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("all.json");
        let mut output = Output::create(&RealFs, &path).unwrap();
        output.write_all(b"[]").unwrap();
        let profile = r#"{"format":"evenkeel-profile","version":1}"#;
        std::fs::write(&path, profile).unwrap();
        assert!(matches!(output.finish(), Err(DiskError::IsProfile { .. })));
        assert_eq!((std::fs::read_to_string(&path).unwrap().as_str(), names(folder.path()).len()), (profile, 1));
    }

    #[test]
    fn only_an_ordinary_file_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(Output::create(&RealFs, folder.path()), Err(DiskError::IsFolder { .. })));
        let path = folder.path().join("missing").join("all.csv");
        assert!(matches!(Output::create(&RealFs, &path), Err(DiskError::FolderMissing { .. })));
    }
}
