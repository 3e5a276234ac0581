//! The machine's file system, with something that happens before each call: a pause, a fault, a note of who calls.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use evenkeel::storage::{Access, FileSystem, Metadata, NewFile, RealFs};

/// What happens before a call: its name (`sync_all`, `rename` …), and the path that it is about. An error is the call's.
pub type Hook = Arc<dyn Fn(&'static str, &Path) -> io::Result<()> + Send + Sync>;

/// The file system.
#[derive(Clone)]
pub struct Hooked(Hook);

struct Written {
    path: PathBuf,
    file: Box<dyn NewFile>,
    hook: Hook,
}

impl Hooked {
    pub fn new(hook: impl Fn(&'static str, &Path) -> io::Result<()> + Send + Sync + 'static) -> Self {
        Self(Arc::new(hook))
    }
}

impl fmt::Debug for Hooked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hooked")
    }
}

impl NewFile for Written {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        (self.hook)("write_all", &self.path)?;
        self.file.write_all(bytes)
    }

    fn sync_all(&mut self) -> io::Result<()> {
        (self.hook)("sync_all", &self.path)?;
        self.file.sync_all()
    }
}

impl FileSystem for Hooked {
    fn metadata(&self, path: &Path) -> io::Result<Metadata> {
        (self.0)("metadata", path)?;
        RealFs.metadata(path)
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        (self.0)("canonicalize", path)?;
        RealFs.canonicalize(path)
    }

    fn read_link(&self, path: &Path) -> io::Result<PathBuf> {
        (self.0)("read_link", path)?;
        RealFs.read_link(path)
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        (self.0)("read", path)?;
        RealFs.read(path, limit)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        (self.0)("list", folder)?;
        RealFs.list(folder)
    }

    fn check_writable(&self, path: &Path) -> io::Result<()> {
        (self.0)("check_writable", path)?;
        RealFs.check_writable(path)
    }

    fn create_new(&self, path: &Path, access: Access) -> io::Result<Box<dyn NewFile>> {
        (self.0)("create_new", path)?;
        let file = RealFs.create_new(path, access)?;
        Ok(Box::new(Written { path: path.to_path_buf(), file, hook: Arc::clone(&self.0) }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        (self.0)("rename", to)?;
        RealFs.rename(from, to)
    }

    fn link_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        (self.0)("link_new", to)?;
        RealFs.link_new(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        (self.0)("sync_folder", folder)?;
        RealFs.sync_folder(folder)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        (self.0)("remove_file", path)?;
        RealFs.remove_file(path)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        (self.0)("remove_folder", folder)?;
        RealFs.remove_folder(folder)
    }

    fn create_private_folder(&self, folder: &Path) -> io::Result<()> {
        (self.0)("create_private_folder", folder)?;
        RealFs.create_private_folder(folder)
    }

    fn make_private(&self, path: &Path) -> io::Result<()> {
        (self.0)("make_private", path)?;
        RealFs.make_private(path)
    }

    fn is_abandoned(&self, path: &Path) -> io::Result<bool> {
        (self.0)("is_abandoned", path)?;
        RealFs.is_abandoned(path)
    }
}
