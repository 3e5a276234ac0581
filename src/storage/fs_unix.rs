//! What Unix does its own way: permission bits, owners, and making a folder's names durable.

use super::{Access, Rights};
use rustix::fs::OFlags;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};

const PRIVATE_FILE: u32 = 0o600;
const PRIVATE_FOLDER: u32 = 0o700;
const GROUP_BITS: u32 = 0o070;
const OTHER_BITS: u32 = 0o007;
const PERMISSION_BITS: u32 = 0o7777;

/// Errors with which a file system says that it cannot sync a folder (`EINVAL`, `ENOTSUP` on Linux and on macOS,
/// `EBADF` on some network file systems): there is nothing to be done about it and nothing wrong with the file.
const NO_FOLDER_SYNC: [i32; 4] = [22, 95, 45, 9];

#[expect(clippy::unnecessary_wraps, reason = "other systems have something else to say")]
pub(super) fn rights(found: &fs::Metadata) -> Option<Rights> {
    Some(Rights { mode: found.mode() & PERMISSION_BITS, user: found.uid(), group: found.gid() })
}

/// Opens an ordinary file and nothing else. Never waits: a pipe that nobody writes to would be waited for for ever.
pub(super) fn open(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    let file = options.custom_flags((OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed()).open(path)?;
    super::check_ordinary(&file)?;
    Ok(file)
}

pub(super) fn canonicalize(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(path)
}

pub(super) fn narrow(options: &mut OpenOptions, access: Access) {
    match access {
        // A file that takes the place of another starts out private: its contents may be.
        Access::Private | Access::Like(_) => options.mode(PRIVATE_FILE),
        Access::Ordinary => options,
    };
}

/// Owner first, because changing the owner clears special bits; then the mode. Whoever may not give files away keeps
/// them; when even the group cannot be kept, its rights shrink to those of everybody, lest another group gain them.
pub(super) fn adopt(file: &File, rights: Rights) -> io::Result<()> {
    let own = file.metadata()?;
    let mut mode = rights.mode;
    if own.uid() != rights.user || own.gid() != rights.group {
        let user_kept = fchown(file, Some(rights.user), Some(rights.group)).is_ok();
        let group_kept = user_kept || fchown(file, None, Some(rights.group)).is_ok();
        if !group_kept {
            mode = (mode & !GROUP_BITS) | (mode & GROUP_BITS & ((mode & OTHER_BITS) << 3));
        }
    }
    match file.set_permissions(Permissions::from_mode(mode)) {
        // FAT and some network file systems have no modes to keep.
        Err(error) if matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::Unsupported) => Ok(()),
        other => other,
    }
}

pub(super) fn check_writable(path: &Path) -> io::Result<()> {
    OpenOptions::new().append(true).open(path).map(drop)
}

pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        Err(error) if error.raw_os_error().is_some_and(|code| NO_FOLDER_SYNC.contains(&code)) => Ok(()),
        other => other,
    }
}

pub(super) fn create_private_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(PRIVATE_FOLDER).create(folder)
}

pub(super) fn make_private(path: &Path) -> io::Result<()> {
    let found = fs::symlink_metadata(path)?;
    let wanted = if found.is_dir() {
        PRIVATE_FOLDER
    } else if found.is_file() {
        PRIVATE_FILE
    } else {
        return Ok(());
    };
    if found.mode() & (GROUP_BITS | OTHER_BITS) == 0 {
        return Ok(());
    }
    fs::set_permissions(path, Permissions::from_mode(wanted))
}
