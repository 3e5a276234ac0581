//! What is particular to Windows: paths with a `\\?\` prefix, and files that a virus scanner or a cloud client keeps open for
//! a moment. The folders of a user's profile are private by default, so rights are left as they are.

#![expect(clippy::unnecessary_wraps, reason = "the same signatures as on Unix, where these can fail")]

use super::{Access, Rights};
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

const ACCESS_DENIED: i32 = 5;
const SHARING_VIOLATION: i32 = 32;
const FIRST_WAIT: Duration = Duration::from_millis(50);
const LONGEST_WAIT: Duration = Duration::from_millis(800);
/// Longest path that programs without the `\\?\` prefix can be relied on to open.
const PLAIN_PATH_LIMIT: usize = 259;

pub(super) fn rights(_found: &fs::Metadata) -> Option<Rights> {
    None
}

/// Some drives (RAM disks, old network shares) have no canonical path; the absolute path is used there.
pub(super) fn canonicalize(path: &Path) -> io::Result<PathBuf> {
    match fs::canonicalize(path) {
        Ok(found) => Ok(plain(found)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(error),
        Err(error) => fs::metadata(path).and_then(|_| std::path::absolute(path)).or(Err(error)),
    }
}

/// `\\?\C:\file` is shown, and understood by other programs, as `C:\file`.
fn plain(path: PathBuf) -> PathBuf {
    let shorter = path
        .to_str()
        .and_then(|text| text.strip_prefix(r"\\?\"))
        .filter(|rest| rest.len() <= PLAIN_PATH_LIMIT && rest.as_bytes().get(1) == Some(&b':'));
    shorter.map(PathBuf::from).unwrap_or(path)
}

/// Opens an ordinary file and nothing else. On Windows no path in a folder leads to a pipe.
pub(super) fn open(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    let file = options.open(path)?;
    super::check_ordinary(&file)?;
    Ok(file)
}

pub(super) fn narrow(_options: &mut OpenOptions, _access: Access) {}

pub(super) fn links(_found: &fs::Metadata) -> u64 {
    1
}

pub(super) fn adopt(_file: &File, _rights: Rights) -> io::Result<()> {
    Ok(())
}

/// Never called: on Windows a new file gets the access list of its folder, so there are no rights to copy. Named streams are
/// not kept.
pub(super) fn take_after(_file: &File, _like: &Path, _rights: Rights) -> io::Result<Option<io::Error>> {
    Ok(None)
}

pub(super) fn check_writable(path: &Path) -> io::Result<()> {
    patiently(&[SHARING_VIOLATION], || OpenOptions::new().append(true).open(path).map(drop))
}

/// Renames a file. "Access denied" is reported as a sharing violation where there is an old file: it is not protected and we may
/// write to its folder, so the only reason left is that another program has it open.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    patiently(&[SHARING_VIOLATION, ACCESS_DENIED], || fs::rename(from, to)).map_err(|error| {
        match error.raw_os_error() {
            Some(ACCESS_DENIED) if to.is_file() => io::Error::from_raw_os_error(SHARING_VIOLATION),
            _ => error,
        }
    })
}

/// Tries again while somebody else holds the file: 50 ms, doubling to 800 ms, about a second and a half in all.
fn patiently(passing: &[i32], act: impl Fn() -> io::Result<()>) -> io::Result<()> {
    let mut wait = FIRST_WAIT;
    loop {
        match act() {
            Err(error) if wait <= LONGEST_WAIT && error.raw_os_error().is_some_and(|code| passing.contains(&code)) => {
                sleep(wait);
                wait *= 2;
            }
            done => return done,
        }
    }
}

pub(super) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

pub(super) fn create_private_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

pub(super) fn make_private(_path: &Path) -> io::Result<()> {
    Ok(())
}
