//! What is particular to Unix: permission bits, owners, and syncing the names in a folder to the disk.

use super::{Access, Rights};
use rustix::fs::{OFlags, XattrFlags, fremovexattr, fsetxattr, getxattr, listxattr};
use rustix::io::Errno;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};

/// Where Linux keeps the access list of a file.
const ACCESS_LIST: &str = "system.posix_acl_access";
/// Attributes that describe a file's contents or give a program more rights. They are not copied: the new contents are others.
const OF_CONTENTS: [&str; 3] = ["security.ima", "security.evm", "security.capability"];
/// Errors that say that a file, or the whole file system, has no such attribute. macOS has a code of its own.
#[cfg(target_vendor = "apple")]
const NO_ATTRIBUTE: [i32; 4] = [
    Errno::NOATTR.raw_os_error(),
    Errno::NODATA.raw_os_error(),
    Errno::NOTSUP.raw_os_error(),
    Errno::NOSYS.raw_os_error(),
];
#[cfg(not(target_vendor = "apple"))]
const NO_ATTRIBUTE: [i32; 3] =
    [Errno::NODATA.raw_os_error(), Errno::NOTSUP.raw_os_error(), Errno::NOSYS.raw_os_error()];
/// The largest attribute on Linux, and the largest list of their names, in bytes.
const LARGEST_ATTRIBUTE: usize = 64 * 1024;
const PRIVATE_FILE: u32 = 0o600;
const PRIVATE_FOLDER: u32 = 0o700;
const GROUP_BITS: u32 = 0o070;
const OTHER_BITS: u32 = 0o007;
const PERMISSION_BITS: u32 = 0o7777;

/// Errors that say that a file system cannot sync a folder (`EINVAL`, `ENOTSUP` on Linux and on macOS, `EBADF` on some
/// network file systems). Nothing can be done about that, and nothing is wrong with the file.
const NO_FOLDER_SYNC: [i32; 4] = [22, 95, 45, 9];

#[expect(clippy::unnecessary_wraps, reason = "other systems have something else to say")]
pub(super) fn rights(found: &fs::Metadata) -> Option<Rights> {
    Some(Rights { mode: found.mode() & PERMISSION_BITS, user: found.uid(), group: found.gid() })
}

/// Opens an ordinary file and nothing else. Never waits: opening a pipe that nobody writes to would wait for ever.
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
        // A file that will replace another one is private at first, since its contents may be.
        Access::Private | Access::Like(_) => options.mode(PRIVATE_FILE),
        Access::Ordinary => options,
    };
}

pub(super) fn links(found: &fs::Metadata) -> u64 {
    found.nlink()
}

/// Gives a file the owner, then the mode: changing the owner clears special bits. Without the right to change the owner, only
/// the group is set. When even that fails, the group gets no more rights than everybody, so that no other group gains any.
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

/// Like [`adopt`], with the access list and the extended attributes of the file at `like`. Returns why some could not be kept.
///
/// An access list also sets the mode: its mask stands in the place of the group's rights, so setting the mode alone would give
/// the mask's rights to the group. Where the list cannot be set, group and others therefore get only what all on it had. A list
/// that the new file inherited from its folder is removed before the mode is set, because setting the mode would make it
/// count. Attributes that the system itself gives to each file (`security.…`) are tried, and their failure is ignored.
pub(super) fn take_after(file: &File, like: &Path, rights: Rights) -> io::Result<Option<io::Error>> {
    let group_kept = adopt_owner(file, rights)?;
    let mode = if group_kept { rights.mode } else { without_group(rights.mode) };
    let mut lost = None;
    match attribute(like, ACCESS_LIST)? {
        None => match remove_list(file) {
            Ok(()) => set_mode(file, mode)?,
            Err(error) => {
                set_mode(file, mode & !(GROUP_BITS | OTHER_BITS))?;
                lost = Some(error);
            }
        },
        Some(mut rules) => {
            if !group_kept {
                shrink_group(&mut rules);
            }
            if let Err(error) = fsetxattr(file, ACCESS_LIST, &rules, XattrFlags::empty()) {
                let removed = remove_list(file).is_ok();
                let common = if removed { common_rights(&rules) } else { 0 };
                let few = (common << 3) | common;
                set_mode(file, mode & (!(GROUP_BITS | OTHER_BITS) | few))?;
                lost = Some(error.into());
            } else if !group_kept {
                lost = Some(io::ErrorKind::PermissionDenied.into());
            }
        }
    }
    for name in attributes(like)? {
        let copied = match attribute(like, &name) {
            Ok(Some(value)) => fsetxattr(file, name.as_str(), &value, XattrFlags::empty()).map_err(io::Error::from),
            Ok(None) => continue,
            Err(error) => Err(error),
        };
        if let Err(error) = copied
            && (name.starts_with("user.") || name.starts_with("com.apple.metadata"))
        {
            lost.get_or_insert(error);
        }
    }
    Ok(lost)
}

/// Removes the access list that a file inherited from its folder. Most files have none.
fn remove_list(file: &File) -> io::Result<()> {
    match fremovexattr(file, ACCESS_LIST) {
        Err(error) if !NO_ATTRIBUTE.contains(&error.raw_os_error()) => Err(error.into()),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// The entries of an access list: kind, rights and user or group id of each, after a version number. Little-endian (`acl(5)`
/// and the kernel's `posix_acl_xattr.h`).
const VERSION_BYTES: usize = 4;
const ENTRY_BYTES: usize = 8;
const OWNER: u8 = 0x01;
const GROUP: u8 = 0x04;
const EVERYBODY: u8 = 0x20;

fn entries(rules: &[u8]) -> impl Iterator<Item = &[u8]> {
    rules.get(VERSION_BYTES..).unwrap_or_default().chunks_exact(ENTRY_BYTES)
}

/// For a file that could not keep its group: the group that it has instead may do no more than everybody.
fn shrink_group(rules: &mut [u8]) {
    let everybody = entries(rules).find(|entry| entry[0] == EVERYBODY).map_or(0, |entry| entry[2]);
    let body = rules.get_mut(VERSION_BYTES..).unwrap_or_default();
    for entry in body.chunks_exact_mut(ENTRY_BYTES).filter(|entry| entry[0] == GROUP) {
        entry[2] &= everybody;
    }
}

/// The rights that all on the list share, the owner aside. Without the list, the mode may give no more than these; otherwise
/// somebody whom the list kept out could get in.
fn common_rights(rules: &[u8]) -> u32 {
    let all = entries(rules).filter(|entry| entry[0] != OWNER).fold(7, |rights, entry| rights & entry[2]);
    u32::from(all)
}

/// The names of a file's extended attributes, without those for its rights. Empty where the file system has no attributes.
fn attributes(path: &Path) -> io::Result<Vec<String>> {
    let mut names = vec![0; LARGEST_ATTRIBUTE];
    let length = match listxattr(path, names.as_mut_slice()) {
        Ok(length) => length,
        Err(Errno::NOTSUP | Errno::NOSYS) => 0,
        Err(error) => return Err(error.into()),
    };
    let all = names[..length].split(|byte| *byte == 0).filter_map(|name| std::str::from_utf8(name).ok());
    let ours = |name: &&str| !name.is_empty() && !name.starts_with("system.") && !OF_CONTENTS.contains(name);
    Ok(all.filter(ours).map(str::to_owned).collect())
}

/// An extended attribute of a file; `None` where it has none of this name, or we may not see it.
fn attribute(path: &Path, name: &str) -> io::Result<Option<Vec<u8>>> {
    let mut value = vec![0; LARGEST_ATTRIBUTE];
    match getxattr(path, name, value.as_mut_slice()) {
        Ok(length) => {
            value.truncate(length);
            Ok(Some(value))
        }
        Err(Errno::PERM | Errno::ACCESS) => Ok(None),
        Err(error) if NO_ATTRIBUTE.contains(&error.raw_os_error()) => Ok(None),
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
