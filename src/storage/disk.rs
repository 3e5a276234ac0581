//! The few things that storage asks of a file system, as a trait, so that tests can make each of them fail in turn.
//!
//! [`RealFs`] is the only implementation that ships. All that the rest of `storage` does with a disk goes through here, except
//! holding locks and writing a crash text.

use std::fmt;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What a path leads to, after following symbolic links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathKind {
    /// An ordinary file.
    File,
    /// A folder.
    Folder,
    /// A pipe, a socket, a device: nothing that holds a document.
    Other,
}

/// What is known of a file without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Metadata {
    /// File, folder or something else.
    pub kind: PathKind,
    /// Length in bytes.
    pub len: u64,
    /// Time of the last change, where the file system keeps one.
    pub modified: Option<SystemTime>,
    /// Who may read and write it, where the system has Unix permissions.
    pub rights: Option<Rights>,
    /// How many names (hard links) it has; 1 where the system does not say.
    pub links: u64,
}

/// Unix permissions and owner of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rights {
    /// Permission bits, at most `0o7777`.
    pub mode: u32,
    /// Numeric id of the owner.
    pub user: u32,
    /// Numeric id of the group.
    pub group: u32,
}

/// Who may read a new file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Only this person (`0600` on Unix): everything in our own folders.
    Private,
    /// The system's default for a new document (`0666` minus the umask on Unix).
    Ordinary,
    /// The same as the file that it replaces, as far as we are allowed to set that.
    Like(Rights),
}

/// The folder that holds `path`; for a bare name, the current one.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_path_buf(),
        _ => PathBuf::from("."),
    }
}

/// A file being written for the first time. It stays locked while this value lives, which tells a save under way from
/// the leftover of a dead one.
pub trait NewFile: Send {
    /// Writes all of `bytes` at the end.
    ///
    /// # Errors
    /// Any error of the system; some of the bytes may have been written then.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Waits until contents and length are on the disk itself.
    ///
    /// # Errors
    /// Any error of the system; nothing may be assumed about the contents then.
    fn sync_all(&mut self) -> io::Result<()>;
}

/// A file system, reduced to what storage needs.
///
/// All methods return the system's own error. The caller, who knows what was being done, makes a [`super::DiskError`] of it.
#[expect(clippy::missing_errors_doc, reason = "all methods pass on the system's error, as said above")]
pub trait FileSystem: fmt::Debug + Send + Sync {
    /// What `path` leads to, symbolic links followed.
    fn metadata(&self, path: &Path) -> io::Result<Metadata>;

    /// The absolute path without symbolic links. Something must be there.
    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf>;

    /// Where the symbolic link at `path` points, whether or not anything is there.
    fn read_link(&self, path: &Path) -> io::Result<PathBuf>;

    /// The first `limit` bytes of an ordinary file, and one more byte when the file is longer. Anything but an ordinary file is
    /// an error, at once.
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>>;

    /// The paths in a folder, in no particular order.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;

    /// Whether we may change the file at `path`, found out without changing it.
    fn check_writable(&self, path: &Path) -> io::Result<()>;

    /// Creates a file where there is nothing.
    fn create_new(&self, path: &Path, access: Access) -> io::Result<Box<dyn NewFile>>;

    /// The same for a file that will replace `like`: it gets the rights, the access list and the extended attributes of that
    /// file. The second value says why some of these could not be kept; the file can be written all the same.
    fn create_like(
        &self,
        path: &Path,
        _like: &Path,
        rights: Rights,
    ) -> io::Result<(Box<dyn NewFile>, Option<io::Error>)> {
        self.create_new(path, Access::Like(rights)).map(|file| (file, None))
    }

    /// Renames `from` to `to` in one step, replacing what is there.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Gives the file `from` the name `to` as well, unless something has that name.
    fn link_new(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Waits until the names in a folder are on the disk itself. Does nothing on systems where this is not possible.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// Removes a file, or a symbolic link but not what it leads to.
    fn remove_file(&self, path: &Path) -> io::Result<()>;

    /// Removes an empty folder.
    fn remove_folder(&self, folder: &Path) -> io::Result<()>;

    /// Creates a folder that only this person may look into, and the folders above it. It may exist already.
    fn create_private_folder(&self, folder: &Path) -> io::Result<()>;

    /// Removes the rights that others have to a file or folder of our own. Symbolic links are left alone.
    fn make_private(&self, path: &Path) -> io::Result<()>;

    /// Whether a file made by [`FileSystem::create_new`] is no longer being written by anybody.
    fn is_abandoned(&self, path: &Path) -> io::Result<bool>;
}

/// The file system of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealFs;

impl FileSystem for RealFs {
    fn metadata(&self, path: &Path) -> io::Result<Metadata> {
        let found = fs::metadata(path)?;
        let kind = if found.is_file() {
            PathKind::File
        } else if found.is_dir() {
            PathKind::Folder
        } else {
            PathKind::Other
        };
        Ok(Metadata {
            kind,
            len: found.len(),
            modified: found.modified().ok(),
            rights: system::rights(&found),
            links: system::links(&found),
        })
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        system::canonicalize(path)
    }

    fn read_link(&self, path: &Path) -> io::Result<PathBuf> {
        fs::read_link(path)
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let file = open_ordinary(OpenOptions::new().read(true), path)?;
        file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect()
    }

    fn check_writable(&self, path: &Path) -> io::Result<()> {
        system::check_writable(path)
    }

    fn create_new(&self, path: &Path, access: Access) -> io::Result<Box<dyn NewFile>> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        system::narrow(&mut options, access);
        let file = options.open(path)?;
        // Where locks do not work, as on some network drives, a leftover looks like a save under way, so it stays.
        let _locked = file.try_lock().is_ok();
        if let Access::Like(rights) = access
            && let Err(error) = system::adopt(&file, rights)
        {
            drop(file);
            fs::remove_file(path)?;
            return Err(error);
        }
        Ok(Box::new(RealFile(file)))
    }

    fn create_like(
        &self,
        path: &Path,
        like: &Path,
        rights: Rights,
    ) -> io::Result<(Box<dyn NewFile>, Option<io::Error>)> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        // Private until it has been given the rights of the file that it replaces.
        system::narrow(&mut options, Access::Private);
        let file = options.open(path)?;
        let _locked = file.try_lock().is_ok();
        match system::take_after(&file, like, rights) {
            Ok(lost) => Ok((Box::new(RealFile(file)), lost)),
            Err(error) => {
                drop(file);
                fs::remove_file(path)?;
                Err(error)
            }
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        system::rename(from, to)
    }

    fn link_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        system::sync_folder(folder)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        fs::remove_dir(folder)
    }

    fn create_private_folder(&self, folder: &Path) -> io::Result<()> {
        system::create_private_folder(folder)
    }

    fn make_private(&self, path: &Path) -> io::Result<()> {
        system::make_private(path)
    }

    fn is_abandoned(&self, path: &Path) -> io::Result<bool> {
        // Opened for writing because NFS locks only such files.
        let file = OpenOptions::new().read(true).write(true).open(path)?;
        match file.try_lock() {
            Ok(()) => file.unlock().map(|()| true),
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

/// Opens an ordinary file, or creates one if the options say so. Fails for anything else, without waiting for the other end
/// of a pipe.
pub(super) fn open_ordinary(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    system::open(options, path)
}

fn check_ordinary(file: &File) -> io::Result<()> {
    let found = file.metadata()?;
    if found.is_file() {
        Ok(())
    } else if found.is_dir() {
        Err(ErrorKind::IsADirectory.into())
    } else {
        Err(io::Error::new(ErrorKind::InvalidInput, "it is not an ordinary file"))
    }
}

struct RealFile(File);

impl Drop for RealFile {
    fn drop(&mut self) {
        // Closing the file is not enough: a program that another thread is just starting shares our open files for a moment.
        let _unlocked = self.0.unlock().is_ok();
    }
}

impl NewFile for RealFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn sync_all(&mut self) -> io::Result<()> {
        self.0.sync_all()
    }
}

#[cfg(unix)]
#[path = "disk_unix.rs"]
mod system;

#[cfg(windows)]
#[path = "disk_windows.rs"]
mod system;
