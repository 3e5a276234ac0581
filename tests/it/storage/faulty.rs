//! A file system on which one call fails, or the power goes, and which afterwards forgets what was never synced.

use evenkeel::storage::{Access, FileSystem, Metadata, NewFile, RealFs};
use std::fmt;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// What goes wrong, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plan {
    /// Nothing.
    None,
    /// The n-th call fails (from 1), with this error; all others work.
    Once(usize, ErrorKind),
    /// From the n-th call on nothing works any more: the power is gone.
    Off(usize),
}

/// What a power cut takes of what was not synced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// Nothing: all of it had reached the disk.
    Nothing,
    /// Contents, while the names had reached the disk: empty files.
    Contents,
    /// Names as well: files keep their old names and contents.
    Names,
}

/// What another program does, and at which call.
type Meddling = (&'static str, Arc<dyn Fn() + Send + Sync>);

/// The machine's file system, with faults.
#[derive(Clone)]
pub struct FaultyFs {
    plan: Plan,
    links: bool,
    meddling: Option<Meddling>,
    ledger: Arc<Mutex<Ledger>>,
}

#[derive(Debug, Default)]
struct Ledger {
    calls: Vec<&'static str>,
    /// Files whose contents are not synced, by their present path.
    unsynced: Vec<PathBuf>,
    /// Names given since their folder was synced, with what had the name before.
    given: Vec<(PathBuf, Option<Vec<u8>>)>,
}

impl FaultyFs {
    pub fn new(plan: Plan) -> Self {
        Self { plan, links: true, meddling: None, ledger: Arc::default() }
    }

    /// A file system that has no hard links.
    pub fn without_links(plan: Plan) -> Self {
        Self { links: false, ..Self::new(plan) }
    }

    /// A file system on which another program does something right before each call of this name.
    pub fn with_meddling(call: &'static str, action: impl Fn() + Send + Sync + 'static) -> Self {
        Self { meddling: Some((call, Arc::new(action))), ..Self::new(Plan::None) }
    }

    /// Whether the fault has happened.
    pub fn struck(&self) -> bool {
        match self.plan {
            Plan::None => false,
            Plan::Once(n, _) | Plan::Off(n) => self.ledger.lock().unwrap().calls.len() >= n,
        }
    }

    /// The calls so far, by name.
    pub fn calls(&self) -> Vec<&'static str> {
        self.ledger.lock().unwrap().calls.clone()
    }

    /// Makes the disk what it is after a power cut.
    pub fn power_cut(&self, loss: Loss) {
        let ledger = self.ledger.lock().unwrap();
        if loss != Loss::Nothing {
            for path in ledger.unsynced.iter().filter(|path| path.exists()) {
                fs::write(path, b"").unwrap();
            }
        }
        if loss == Loss::Names {
            for (path, before) in ledger.given.iter().rev() {
                match before {
                    Some(bytes) => fs::write(path, bytes).unwrap(),
                    None if path.exists() => fs::remove_file(path).unwrap(),
                    None => {}
                }
            }
        }
    }

    fn call(&self, name: &'static str) -> io::Result<()> {
        if let Some((call, action)) = &self.meddling
            && *call == name
        {
            action();
        }
        let mut ledger = self.ledger.lock().unwrap();
        ledger.calls.push(name);
        let number = ledger.calls.len();
        match self.plan {
            Plan::Once(n, kind) if number == n => Err(kind.into()),
            Plan::Off(n) if number >= n => Err(ErrorKind::Other.into()),
            _ => Ok(()),
        }
    }

    fn give(&self, from: Option<&Path>, to: &Path) {
        let before = fs::read(to).ok();
        let mut ledger = self.ledger.lock().unwrap();
        ledger.given.push((to.to_path_buf(), before));
        for path in ledger.unsynced.iter_mut().filter(|path| Some(path.as_path()) == from) {
            *path = to.to_path_buf();
        }
    }
}

impl fmt::Debug for FaultyFs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FaultyFs").field("plan", &self.plan).field("ledger", &self.ledger).finish_non_exhaustive()
    }
}

impl FileSystem for FaultyFs {
    fn metadata(&self, path: &Path) -> io::Result<Metadata> {
        self.call("metadata")?;
        RealFs.metadata(path)
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        self.call("canonicalize")?;
        RealFs.canonicalize(path)
    }

    fn read_link(&self, path: &Path) -> io::Result<PathBuf> {
        self.call("read_link")?;
        RealFs.read_link(path)
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.call("read")?;
        RealFs.read(path, limit)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.call("list")?;
        RealFs.list(folder)
    }

    fn check_writable(&self, path: &Path) -> io::Result<()> {
        self.call("check_writable")?;
        RealFs.check_writable(path)
    }

    fn create_new(&self, path: &Path, access: Access) -> io::Result<Box<dyn NewFile>> {
        self.call("create_new")?;
        self.give(None, path);
        let file = RealFs.create_new(path, access)?;
        self.ledger.lock().unwrap().unsynced.push(path.to_path_buf());
        Ok(Box::new(FaultyFile { fs: self.clone(), path: path.to_path_buf(), file }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call("rename")?;
        self.give(Some(from), to);
        RealFs.rename(from, to)
    }

    fn link_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call("link_new")?;
        if !self.links {
            return Err(ErrorKind::Unsupported.into());
        }
        RealFs.link_new(from, to)?;
        let mut ledger = self.ledger.lock().unwrap();
        ledger.given.push((to.to_path_buf(), None));
        if ledger.unsynced.iter().any(|path| path == from) {
            ledger.unsynced.push(to.to_path_buf());
        }
        Ok(())
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.call("sync_folder")?;
        self.ledger.lock().unwrap().given.retain(|(path, _)| path.parent() != Some(folder));
        RealFs.sync_folder(folder)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.call("remove_file")?;
        RealFs.remove_file(path)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        self.call("remove_folder")?;
        RealFs.remove_folder(folder)
    }

    fn create_private_folder(&self, folder: &Path) -> io::Result<()> {
        self.call("create_private_folder")?;
        RealFs.create_private_folder(folder)
    }

    fn make_private(&self, path: &Path) -> io::Result<()> {
        self.call("make_private")?;
        RealFs.make_private(path)
    }

    fn is_abandoned(&self, path: &Path) -> io::Result<bool> {
        self.call("is_abandoned")?;
        RealFs.is_abandoned(path)
    }
}

struct FaultyFile {
    fs: FaultyFs,
    path: PathBuf,
    file: Box<dyn NewFile>,
}

impl NewFile for FaultyFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        if let Err(error) = self.fs.call("write_all") {
            // A disk does not fill up between two writes.
            self.file.write_all(&bytes[..bytes.len() / 2])?;
            return Err(error);
        }
        self.file.write_all(bytes)
    }

    fn sync_all(&mut self) -> io::Result<()> {
        self.fs.call("sync_all")?;
        self.fs.ledger.lock().unwrap().unsynced.retain(|path| *path != self.path);
        self.file.sync_all()
    }
}
