//! What a file that is made for others may take the place of.
//!
//! - **Never a profile**, whatever its name and by whatever link: scores, charts and reports can be made again, answers cannot. It is
//!   told by what is in the file, of any version, also a damaged one and one of a newer Evenkeel; the same for a journal.
//! - Where nobody is asked (the command line), what is replaced is kept among the backups first. What is too large for that is only
//!   replaced by something that begins like it, as by the next run of the same export.

use super::backup::Backups;
use super::disk::{MAX_BYTES, read_within};
use super::error::{Action, DiskError};
use super::fs::{FileSystem, Kind};
use jiff::Timestamp;
use serde::Deserialize;
use std::io::ErrorKind;
use std::path::Path;

/// What profiles and journals say of themselves.
const OURS: [&str; 2] = ["evenkeel-profile", "evenkeel-recovery"];
/// In a file that is no whole JSON, it is looked for in so many bytes from the beginning.
const HEAD: usize = 4096;
/// So many bytes tell whether a file begins like another.
const BEGINNING: usize = 12;
/// The folder of the backups in which replaced outputs are kept.
const OUTPUTS: &str = "outputs";

/// Refuses a path under which a profile or a journal lies.
///
/// # Errors
/// [`DiskError::IsProfile`], or why what is there cannot be read.
pub fn check_no_profile(fs: &dyn FileSystem, path: &Path) -> Result<(), DiskError> {
    present(fs, path).map(drop)
}

/// The same where nobody was asked about what is there: it is kept first, among these backups. `beginning` is how the new contents begin.
///
/// # Errors
/// [`DiskError::IsProfile`]; [`DiskError::NoBackup`] when what is there cannot be kept; [`DiskError::AlreadyExists`] when it is
/// too large for that, or there is no place for backups, and it is something else than what is to be written.
pub fn make_way(
    fs: &dyn FileSystem,
    path: &Path,
    beginning: &[u8],
    keep: Option<(&Backups, Timestamp)>,
) -> Result<(), DiskError> {
    let Some(bytes) = present(fs, path)? else { return Ok(()) };
    if bytes.is_empty() {
        return Ok(());
    }
    match keep.filter(|_| bytes.len() as u64 <= MAX_BYTES) {
        Some((backups, now)) => match backups.keep(fs, (OUTPUTS, path), &bytes, now) {
            Err(source) if !begins_like(&bytes, beginning) => {
                Err(DiskError::NoBackup { path: path.to_path_buf(), source: Box::new(source) })
            }
            // The next run of the same must work also where nothing can be kept.
            Ok(_) | Err(_) => Ok(()),
        },
        None if begins_like(&bytes, beginning) => Ok(()),
        None => Err(DiskError::AlreadyExists { path: path.to_path_buf() }),
    }
}

fn begins_like(bytes: &[u8], beginning: &[u8]) -> bool {
    let few = beginning.len().min(BEGINNING);
    bytes.get(..few).is_some_and(|first| *first == beginning[..few])
}

/// What lies under a path: its contents, or the beginning of a file that is larger than any profile. `None` for nothing there.
fn present(fs: &dyn FileSystem, path: &Path) -> Result<Option<Vec<u8>>, DiskError> {
    let failed = |source| DiskError::new(Action::Read, path, source);
    match fs.metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(error)),
        // Writing itself says what it is.
        Ok(found) if found.kind != Kind::File => return Ok(None),
        Ok(found) if found.len > MAX_BYTES => return fs.read(path, MAX_BYTES).map(Some).map_err(failed),
        Ok(_) => {}
    }
    let bytes = read_within(fs, path, MAX_BYTES)?;
    if is_ours(&bytes) { Err(DiskError::IsProfile { path: path.to_path_buf() }) } else { Ok(Some(bytes)) }
}

/// Whether these are the contents of a profile or a journal.
fn is_ours(bytes: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Header {
        format: Option<String>,
    }
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(header) = serde_json::from_slice::<Header>(text) {
        return header.format.is_some_and(|format| OURS.contains(&format.as_str()));
    }
    let head = String::from_utf8_lossy(&text[..text.len().min(HEAD)]);
    head.trim_start().starts_with('{') && OURS.iter().any(|ours| head.contains(&format!("\"{ours}\"")))
}

#[cfg(test)]
mod tests {
    use super::super::RealFs;
    use super::super::atomic::write_own;
    use super::*;

    #[test]
    fn profiles_and_journals_are_known_by_what_is_in_them() {
        for ours in [
            r#"{"format":"evenkeel-profile","version":1}"#,
            "\u{feff}{ \"version\": 9, \"format\": \"evenkeel-profile\" }",
            r#"{"format": "evenkeel-profile", "version": 1, "audits": [ {"#,
            r#"{"format":"evenkeel-recovery"}"#,
        ] {
            assert!(is_ours(ours.as_bytes()), "{ours}");
        }
        for other in ["", "{}", "[1]", "%PDF-1.7 evenkeel-profile", r#"[{"profile": {"format": 1}}]"#, "item,answer"] {
            assert!(!is_ours(other.as_bytes()), "{other}");
        }
    }

    #[test]
    fn what_is_replaced_unasked_is_kept_and_a_profile_is_not_replaced() {
        let home = tempfile::tempdir().unwrap();
        let (path, store) = (home.path().join("out.csv"), Backups::new(home.path().join("backups")));
        let keep = Some((&store, Timestamp::UNIX_EPOCH));
        make_way(&RealFs, &path, b"profile,person", keep).unwrap();
        write_own(&RealFs, &path, b"my own list").unwrap();
        make_way(&RealFs, &path, b"profile,person", keep).unwrap();
        let kept = store.list(&RealFs, OUTPUTS).unwrap();
        assert_eq!(RealFs.read(&kept[0].path, 99).unwrap(), b"my own list");
        let refused = make_way(&RealFs, &path, b"profile,person", None);
        assert!(matches!(refused, Err(DiskError::AlreadyExists { .. })));
        write_own(&RealFs, &path, b"profile,person\nof before").unwrap();
        make_way(&RealFs, &path, b"profile,person", None).unwrap();
        write_own(&RealFs, &path, br#"{"format":"evenkeel-profile","version":1}"#).unwrap();
        for keep in [keep, None] {
            assert!(matches!(make_way(&RealFs, &path, b"x", keep), Err(DiskError::IsProfile { .. })));
        }
        assert!(matches!(check_no_profile(&RealFs, &path), Err(DiskError::IsProfile { .. })));
    }
}
