//! A version among the backups, and the name of its file.

use std::cmp::Reverse;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::storage::fingerprint::hex;

pub(super) const EXTENSION: &str = "evenkeel";
/// How many hexadecimal digits a mark has.
const MARK_DIGITS: usize = 8;
/// No document has so many versions. A file with a larger number in its name is not ours.
const MAX_NUMBER: u64 = 1_000_000_000_000;

/// An earlier version of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Where it is kept.
    pub path: PathBuf,
    /// When a save replaced it, by the clock at that time.
    pub replaced_at: Timestamp,
    /// The mark of the file that it was in; empty for a version made by 0.1.0.
    pub(super) mark: String,
    /// Higher is newer; 0 for a version made by 0.1.0.
    pub(super) number: u64,
}

impl Backup {
    /// Newer ones first.
    pub(super) fn order(&self) -> Reverse<(u64, Timestamp)> {
        Reverse((self.number, self.replaced_at))
    }
}

/// The mark that tells a file from other files of the same document.
pub(super) fn mark_of(file: &Path) -> String {
    hex(&Sha256::digest(file.as_os_str().as_encoded_bytes()))[..MARK_DIGITS].to_owned()
}

/// What stands in the name of a version.
#[derive(Clone, Copy)]
pub(super) struct Name<'a> {
    pub(super) time: Timestamp,
    pub(super) mark: &'a str,
    pub(super) number: u64,
    pub(super) ending: &'a str,
}

/// The ending with which a replaced output is kept, so that a person can open it.
pub(super) fn ending_of(file: &Path) -> &str {
    let ending = file.extension().and_then(|ending| ending.to_str());
    let plain = |ending: &&str| ending.len() <= 8 && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    ending.filter(plain).filter(|ending| !ending.eq_ignore_ascii_case(EXTENSION)).unwrap_or("bin")
}

/// No colons, which Windows does not allow.
pub(super) fn name_for(name: Name<'_>) -> String {
    format!("{}-{}-{:06}.{}", name.time.strftime("%Y-%m-%dT%H-%M-%S%.3fZ"), name.mark, name.number, name.ending)
}

pub(super) fn read_name(path: PathBuf) -> Option<Backup> {
    let (stem, ending) = path.file_name()?.to_str()?.rsplit_once('.')?;
    let of_ours = ending == EXTENSION;
    let (time, rest) = stem.split_at(stem.find('Z')? + 1);
    let (date, clock) = time.split_once('T')?;
    let replaced_at = format!("{date}T{}", clock.replace('-', ":")).parse().ok()?;
    if rest.is_empty() && of_ours {
        return Some(Backup { path, replaced_at, mark: String::new(), number: 0 });
    }
    let (mark, number) = rest.strip_prefix('-')?.split_once('-')?;
    let is_mark = mark.len() == MARK_DIGITS && mark.bytes().all(|byte| byte.is_ascii_hexdigit());
    let (mark, number) = (mark.to_owned(), number.parse().ok().filter(|number| is_mark && *number <= MAX_NUMBER)?);
    Some(Backup { path, replaced_at, mark, number })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gives_back_what_is_in_it() {
        let time: Timestamp = "2026-09-21T14:03:05.123Z".parse().unwrap();
        let name = name_for(Name { time, mark: "1f3a09bc", number: 12, ending: EXTENSION });
        assert_eq!(name, "2026-09-21T14-03-05.123Z-1f3a09bc-000012.evenkeel");
        let read = read_name(PathBuf::from(name)).unwrap();
        assert_eq!((read.replaced_at, read.mark.as_str(), read.number), (time, "1f3a09bc", 12));
        let of_0_1_0 = read_name(PathBuf::from("2026-09-21T14-03-05.123Z.evenkeel")).unwrap();
        assert_eq!((of_0_1_0.replaced_at, of_0_1_0.mark.as_str(), of_0_1_0.number), (time, "", 0));
        for none in [
            "2026-09-21T14-03-05.123Z-1f3a09bc-18446744073709551615.evenkeel",
            "2026-09-21T14-03-05.123Z.txt",
            "notes.txt",
            "1f3a09bc.txt",
            "2026-09-21T14-03-05.123Z-x-1.evenkeel",
            "Z.evenkeel",
        ] {
            assert_eq!(read_name(PathBuf::from(none)), None, "{none}");
        }
    }
}
