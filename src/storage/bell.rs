//! One document, one window: opening a file that another window already has open rings the bell of that window, which then
//! comes to the front.
//!
//! - Each window has one bell, named by a random id that also stands in the lock of its document ([`super::Held`]). It is a
//!   socket in the folder of the locks, or a named pipe on Windows. Both work on this machine only, never over the network.
//! - The caller says which document it means, by its mark ([`DocumentLock::mark`](super::DocumentLock::mark)). A caller that
//!   connects and says nothing only checks whether the window is alive; nothing moves then.
//! - The window that has the document comes to the front, and answers only after that. So a window that hangs, or that has
//!   another document by now, gives no answer.
//! - The caller waits at most [`PATIENCE`], and then goes on alone.

use std::io::{self, Read, Write};
#[cfg(unix)]
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{ListenerOptions, Name};

#[cfg(unix)]
use super::atomic::remove_quietly;
#[cfg(unix)]
use super::disk::{FileSystem, RealFs};
use super::folders::Folders;
use super::lock::{Held, this_window};

/// How long a ring waits for an answer.
const PATIENCE: Duration = Duration::from_millis(1500);

/// How long a window may take to come to the front. After that, the caller gets no answer.
const WINDOW_PATIENCE: Duration = Duration::from_secs(1);

/// How long a visitor may take to say what it wants.
const VISIT_PATIENCE: Duration = Duration::from_secs(2);

const ANSWER: &[u8] = b"here\n";

#[cfg(unix)]
const ENDING: &str = "bell";

/// The bell of this window. Gone when dropped.
#[derive(Debug)]
pub struct Bell {
    #[cfg(unix)]
    path: PathBuf,
}

/// Somebody rang.
#[derive(Debug)]
pub struct Ring {
    mark: String,
    answer: Sender<()>,
}

impl Ring {
    /// Which document it is about, by its mark.
    pub fn mark(&self) -> &str {
        &self.mark
    }

    /// Says that the window has come.
    pub fn answer(self) {
        let _heard = self.answer.send(()).is_ok();
    }
}

/// Letters of a mark, see [`super::DocumentLock::mark`].
const MARK_LETTERS: usize = 32;

impl Bell {
    /// Installs the bell of this window. `rung` is called each time somebody rings, on a thread of the bell. Once per process.
    ///
    /// # Errors
    /// When no socket can be made, for instance because its path would be too long. A second window can then only say that the
    /// file is open elsewhere.
    pub fn hang(folders: &Folders, rung: impl Fn(Ring) + Send + Sync + 'static) -> io::Result<Self> {
        #[cfg(unix)]
        remove_silent(folders);
        let id = this_window();
        let listener = ListenerOptions::new().name(name(folders, id)?).create_sync()?;
        // The folder is private already; this keeps others out even if they get past it and the umask is open.
        #[cfg(unix)]
        std::fs::set_permissions(path(folders, id), std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
        let rung = Arc::new(rung);
        thread::Builder::new().name("evenkeel-bell".to_owned()).spawn(move || {
            for visitor in listener.incoming() {
                let rung = Arc::clone(&rung);
                // A visitor that stays and says nothing must not keep others waiting.
                let heard = visitor.and_then(|visitor| {
                    thread::Builder::new().name("evenkeel-visit".to_owned()).spawn(move || receive(visitor, &*rung))
                });
                if heard.is_err() {
                    // Whatever the error is (too many open files, for instance), it will not pass at once.
                    thread::sleep(WINDOW_PATIENCE);
                }
            }
        })?;
        Ok(Self {
            #[cfg(unix)]
            path: path(folders, id),
        })
    }
}

/// Reads what a visitor wants.
fn receive(mut visitor: LocalSocketStream, rung: &(impl Fn(Ring) + ?Sized)) {
    // Pipes on Windows have no time limit. There, a silent visitor keeps its own thread waiting, but nobody else.
    let _limited = visitor.set_recv_timeout(Some(VISIT_PATIENCE)).is_ok();
    let mut mark = [0; MARK_LETTERS];
    if visitor.read_exact(&mut mark).is_err() || !mark.iter().all(u8::is_ascii_hexdigit) {
        return;
    }
    let (answer, came) = channel();
    rung(Ring { mark: String::from_utf8_lossy(&mark).into_owned(), answer });
    if came.recv_timeout(WINDOW_PATIENCE).is_ok() {
        let _told = visitor.write_all(ANSWER).is_ok();
    }
}

#[cfg(unix)]
impl Drop for Bell {
    fn drop(&mut self) {
        remove_quietly(&RealFs, &self.path);
    }
}

/// Rings the bell of the window that has a document open. `true` when that window has come to the front.
pub fn ring(folders: &Folders, held: &Held) -> bool {
    let Some(id) = held.window.clone().filter(|id| is_id(id)) else { return false };
    let (folders, mark) = (folders.clone(), held.mark.clone());
    let (tell, told): (Sender<bool>, Receiver<bool>) = channel();
    // On a thread of its own, since a pipe cannot be given a time limit.
    let asking = thread::Builder::new().name("evenkeel-ring".to_owned()).spawn(move || {
        let answered = connect(&folders, &id).and_then(|mut door| {
            door.write_all(mark.as_bytes())?;
            let mut heard = [0; ANSWER.len()];
            door.read_exact(&mut heard).map(|()| heard == ANSWER)
        });
        let _told = tell.send(answered.unwrap_or(false)).is_ok();
    });
    asking.is_ok() && told.recv_timeout(PATIENCE).unwrap_or(false)
}

fn connect(folders: &Folders, id: &str) -> io::Result<LocalSocketStream> {
    LocalSocketStream::connect(name(folders, id)?)
}

/// Whether this can be the id of a window. It was read from a file, which may hold anything.
fn is_id(id: &str) -> bool {
    id.len() == 32 && id.bytes().all(|b| b.is_ascii_hexdigit())
}

#[cfg(unix)]
fn path(folders: &Folders, id: &str) -> PathBuf {
    folders.locks.join(id).with_extension(ENDING)
}

#[cfg(unix)]
fn name(folders: &Folders, id: &str) -> io::Result<Name<'static>> {
    path(folders, id).to_fs_name::<interprocess::local_socket::GenericFilePath>()
}

#[cfg(windows)]
fn name(_folders: &Folders, id: &str) -> io::Result<Name<'static>> {
    format!("evenkeel-{id}").to_ns_name::<interprocess::local_socket::GenericNamespaced>()
}

/// Removes the bells of dead windows. Something that is named like a bell but is not a socket is not ours, and stays.
#[cfg(unix)]
fn remove_silent(folders: &Folders) {
    use std::os::unix::fs::FileTypeExt as _;
    for path in RealFs.list(&folders.locks).unwrap_or_default() {
        let id = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
        let bell = path.extension().is_some_and(|ending| ending == ENDING) && is_id(id);
        let socket = || std::fs::symlink_metadata(&path).is_ok_and(|found| found.file_type().is_socket());
        if bell && socket() && connect(folders, id).is_err_and(|error| error.kind() == io::ErrorKind::ConnectionRefused)
        {
            remove_quietly(&RealFs, &path);
        }
    }
}
