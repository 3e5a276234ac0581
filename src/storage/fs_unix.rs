//! What Unix does its own way: permission bits, owners, and making a folder's names durable.

use super::{Access, Rights};
use rustix::fs::{OFlags, XattrFlags, fsetxattr, getxattr, listxattr};
use rustix::io::Errno;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};

/// Where Linux keeps the access list of a file.
const ACCESS_LIST: &str = "system.posix_acl_access";
/// The most that Linux has of an attribute, and of the names of all, in bytes.
const LARGEST_ATTRIBUTE: usize = 64 * 1024;
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

pub(super) fn links(found: &fs::Metadata) -> u64 {
    found.nlink()
}

/// Owner first, because changing the owner clears special bits; then the mode. Whoever may not give files away keeps
/// them; when even the group cannot be kept, its rights shrink to those of everybody, lest another group gain them.
pub(super) fn adopt(file: &File, rights: Rights) -> io::Result<()> {
    let kept = adopt_owner(file, rights)?;
    set_mode(file, if kept { rights.mode } else { without_group(rights.mode) })
}

/// Whether at least the group is that of the other file.
fn adopt_owner(file: &File, rights: Rights) -> io::Result<bool> {
    let own = file.metadata()?;
    Ok(own.uid() == rights.user && own.gid() == rights.group
        || fchown(file, Some(rights.user), Some(rights.group)).is_ok()
        || own.gid() == rights.group
        || fchown(file, None, Some(rights.group)).is_ok())
}

const fn without_group(mode: u32) -> u32 {
    (mode & !GROUP_BITS) | (mode & GROUP_BITS & ((mode & OTHER_BITS) << 3))
}

/// [`adopt`], with the access list and the extended attributes of the file at `like`. Gives what could not be kept.
///
/// An access list sets the mode as well: its mask stands where the group's rights are otherwise, and setting the mode alone would
/// give these to the group. Where the list cannot be set, the group therefore gets no more than everybody. Attributes that the
/// system gives each file by itself (`security.…`) are tried and not missed.
pub(super) fn take_after(file: &File, like: &Path, rights: Rights) -> io::Result<Option<io::Error>> {
    let group_kept = adopt_owner(file, rights)?;
    let mut lost = None;
    match attribute(like, ACCESS_LIST)? {
        None => set_mode(file, if group_kept { rights.mode } else { without_group(rights.mode) })?,
        Some(rules) => {
            let set = if group_kept {
                fsetxattr(file, ACCESS_LIST, &rules, XattrFlags::empty()).map_err(io::Error::from)
            } else {
                Err(io::ErrorKind::PermissionDenied.into())
            };
            if let Err(error) = set {
                set_mode(file, without_group(rights.mode))?;
                lost = Some(error);
            }
        }
    }
    for name in attributes(like)? {
        let Some(value) = attribute(like, &name)? else { continue };
        if let Err(error) = fsetxattr(file, name.as_str(), &value, XattrFlags::empty())
            && name.starts_with("user.")
        {
            lost.get_or_insert(error.into());
        }
    }
    Ok(lost)
}

/// The names of a file's extended attributes, but for those of its rights. None where the file system has no such thing.
fn attributes(path: &Path) -> io::Result<Vec<String>> {
    let mut names = vec![0; LARGEST_ATTRIBUTE];
    let length = match listxattr(path, names.as_mut_slice()) {
        Ok(length) => length,
        Err(Errno::NOTSUP | Errno::NOSYS) => 0,
        Err(error) => return Err(error.into()),
    };
    let all = names[..length].split(|byte| *byte == 0).filter_map(|name| std::str::from_utf8(name).ok());
    Ok(all.filter(|name| !name.is_empty() && !name.starts_with("system.")).map(str::to_owned).collect())
}

/// An extended attribute of a file; `None` where it has none of this name, or we may not see it.
fn attribute(path: &Path, name: &str) -> io::Result<Option<Vec<u8>>> {
    let mut value = vec![0; LARGEST_ATTRIBUTE];
    match getxattr(path, name, value.as_mut_slice()) {
        Ok(length) => {
            value.truncate(length);
            Ok(Some(value))
        }
        Err(Errno::NODATA | Errno::NOTSUP | Errno::NOSYS | Errno::PERM | Errno::ACCESS) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn set_mode(file: &File, mode: u32) -> io::Result<()> {
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
