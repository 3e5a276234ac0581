//! Which files an output (scores, a chart, a report) may replace.
//!
//! - **Never a profile or a journal**, whatever its name and by whatever link: an output can be made again, answers cannot. They
//!   are recognised by their contents: any version, a newer Evenkeel's too, also when damaged.
//! - What is replaced is first kept among the backups, even when the person agreed to replace it: it may be a profile so damaged
//!   that it is not recognised. Where it is too large for that, or cannot be kept, only an output that begins in the same way may
//!   replace it, as the next run of the same export does.
//! - The check is made twice: before anything is written, and right before the new file gets the name, which may be much later.

use super::backup::{Backups, OUTPUTS, VersionOf};
use super::disk::{FileSystem, PathKind};
use super::error::{DiskAction, DiskError};
use super::fingerprint::Fingerprint;
use super::format;
use super::reading::{MAX_BYTES, read_within};
use super::saving::Expect;
use jiff::Timestamp;
use serde::Deserialize;
use std::borrow::Cow;
use std::io::ErrorKind;
use std::path::Path;

/// This many bytes are compared to see whether a file begins like another.
const BEGINNING: usize = 12;

/// Refuses a path under which a profile or a journal lies.
///
/// # Errors
/// [`DiskError::IsProfile`], or the error of reading what is there.
pub fn check_no_profile(fs: &dyn FileSystem, path: &Path) -> Result<(), DiskError> {
    present(fs, path).map(drop)
}

/// The same, and keeps what is there among these backups. `beginning` is how the new contents begin. Returns what a save has to
/// expect there, so that a file that appears after this check is not replaced.
///
/// # Errors
/// [`DiskError::IsProfile`]; [`DiskError::NoBackup`] when what is there cannot be kept; [`DiskError::AlreadyExists`] when it is
/// too large for that, or there is no place for backups, and it is something else than what is to be written.
pub fn make_way(
    fs: &dyn FileSystem,
    path: &Path,
    beginning: &[u8],
    keep: Option<(&Backups, Timestamp)>,
) -> Result<Expect, DiskError> {
    let Some(bytes) = present(fs, path)? else { return Ok(Expect::Absent) };
    let seen = Expect::Unchanged(Fingerprint::of(&bytes));
    if bytes.is_empty() {
        return Ok(seen);
    }
    match keep.filter(|_| bytes.len() as u64 <= MAX_BYTES) {
        Some((backups, now)) => match backups.keep(fs, VersionOf { document: OUTPUTS, file: path }, &bytes, now) {
            Err(source) if !begins_like(&bytes, beginning) => {
                Err(DiskError::NoBackup { path: path.to_path_buf(), source: Box::new(source) })
            }
            // The next run of the same export must work even where nothing can be kept.
            Ok(_) | Err(_) => Ok(seen),
        },
        None if begins_like(&bytes, beginning) => Ok(seen),
        None => Err(DiskError::AlreadyExists { path: path.to_path_buf() }),
    }
}

fn begins_like(bytes: &[u8], beginning: &[u8]) -> bool {
    let few = beginning.len().min(BEGINNING);
    bytes.get(..few).is_some_and(|first| *first == beginning[..few])
}

/// The contents of the file at a path, or the beginning of one that is larger than any profile. `None` for no file.
fn present(fs: &dyn FileSystem, path: &Path) -> Result<Option<Vec<u8>>, DiskError> {
    let failed = |source| DiskError::new(DiskAction::Read, path, source);
    match fs.metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(error)),
        // Writing to it will fail and say what it is.
        Ok(found) if found.kind != PathKind::File => return Ok(None),
        Ok(found) if found.len > MAX_BYTES => return fs.read(path, MAX_BYTES).map(Some).map_err(failed),
        Ok(_) => {}
    }
    let bytes = read_within(fs, path, MAX_BYTES)?;
    if is_ours(&bytes) { Err(DiskError::IsProfile { path: path.to_path_buf() }) } else { Ok(Some(bytes)) }
}

/// The format names of the files that hold answers, which all our formats do.
fn ours() -> impl Iterator<Item = &'static str> {
    format::FileKind::ALL.into_iter().map(format::FileKind::name)
}

/// Whether these are the contents of a profile or a journal.
fn is_ours(bytes: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Header {
        format: Option<String>,
    }
    let text = text_of(bytes);
    let text = text.trim_start_matches('\u{feff}');
    if let Ok(header) = serde_json::from_str::<Header>(text) {
        return header.format.is_some_and(|format| ours().any(|name| name == format));
    }
    // Cut off, or changed by hand: it begins like JSON and has the name of our format somewhere.
    text.trim_start().starts_with('{') && ours().any(|name| text.contains(&format!("\"{name}\"")))
}

/// The text in a file, also where an editor has saved it as UTF-16.
fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair)).collect();
        Cow::Owned(String::from_utf16_lossy(&units))
    };
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [b'{', 0, ..] => utf16(bytes, u16::from_le_bytes),
        [0, b'{', ..] => utf16(bytes, u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes),
    }
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
            r#"{"format": "evenkeel-profile", "version": 18446744073709551615}"#,
            &format!("{{ \"person\": \"{}\", \"format\": \"evenkeel-profile\", \"audits\": [", "x".repeat(20_000)),
        ] {
            assert!(is_ours(ours.as_bytes()), "{ours}");
            let units = |unit: fn(u16) -> [u8; 2]| ours.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
            for (mark, unit) in
                [([0xFF, 0xFE], u16::to_le_bytes as fn(u16) -> [u8; 2]), ([0xFE, 0xFF], u16::to_be_bytes)]
            {
                assert!(is_ours(&[&mark[..], &units(unit)].concat()), "UTF-16: {ours}");
                assert!(is_ours(&units(unit)), "UTF-16 without its mark: {ours}");
            }
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
