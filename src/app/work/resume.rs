//! What dead windows left unsaved: finding it, taking it over, giving it up. What the threads do.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::file::{Desk, lock};
use crate::app::phrases::place_of;
use crate::document::{Document, OnDisk};
use crate::foreign;
use crate::instrument::Instruments;
use crate::message::{self, UserMessage};
use crate::storage::{self, Claimed, DocumentLock, Emergency, Entry, FileChange, FileSystem, Held, Orphan, format};
use crate::words::Words;

/// What earlier windows left unsaved, and what Home says of each.
#[derive(Debug, Default)]
pub struct Found {
    /// The journals, newest first.
    pub orphans: Vec<Arc<Orphan>>,
    /// The same number of them.
    pub resume: Vec<Resume>,
    /// Whether a file has not said in time what it holds; it is worth another look, beside the window.
    pub undecided: bool,
}

/// Work that an earlier window left unsaved.
#[derive(Clone, Debug, PartialEq)]
pub struct Resume {
    /// The name of the document.
    pub title: String,
    /// When it was written down last.
    pub at: Option<Timestamp>,
    /// Where in the audit it stopped, in words; empty when it was not in one.
    pub place: String,
    /// Why it cannot be used, when it cannot; the file is left where it is.
    pub damage: Option<String>,
    /// The journal, for whoever wants to look at it.
    pub journal: PathBuf,
}

/// What an earlier window left, taken over by this one.
#[derive(Debug)]
pub struct Resumed {
    /// The document.
    pub document: Document,
    /// Where in the audit it stopped.
    pub position: Option<String>,
    /// The mark on its file.
    pub lock: Option<DocumentLock>,
    /// Another window has its file.
    pub in_use: bool,
    /// Who has it, where that could be read.
    pub held: Option<Held>,
    /// The journal, which goes when ours is on the disk.
    pub claimed: Claimed,
}

/// How long the first frame waits for the files that journals belong to.
pub const BEFORE_THE_WINDOW: Duration = Duration::from_millis(300);
/// How long a file may take to say what it holds: whether a save of ours has reached it, or all that a journal does.
pub const LOOK_PATIENCE: Duration = Duration::from_secs(2);

/// Looks what dead windows left. Where a file holds all of it, the window died between its save and the end of its journal: that is
/// not offered, and the journal goes. A file that does not say so within `patience` leaves its journal offered.
pub fn find(desk: &Desk, instruments: &Arc<Instruments>, patience: Duration) -> Found {
    let Some(folders) = &desk.folders else { return Found::default() };
    let left = storage::orphans(&*desk.fs, folders).unwrap_or_else(|error| {
        log::warn!("{error}");
        Vec::new()
    });
    let looks: Vec<_> = left.into_iter().map(Arc::new).map(|orphan| (look_at_file(desk, &orphan), orphan)).collect();
    let end = Instant::now() + patience;
    let mut found = Found::default();
    for (look, orphan) in looks {
        let is_saved = look.map(|look| look.recv_timeout(end.saturating_duration_since(Instant::now())));
        if let Some(Ok(true)) = is_saved {
            continue;
        }
        found.undecided |= matches!(is_saved, Some(Err(_)));
        found.resume.push(resume_of(&desk.words, &orphan, instruments));
        found.orphans.push(orphan);
    }
    found
}

/// Asks beside the window whether a file holds all that is in a journal; where it does, the journal is tidied away. `None` where there
/// is no such file, or what is in the journal is not all known.
fn look_at_file(desk: &Desk, orphan: &Arc<Orphan>) -> Option<Receiver<bool>> {
    let entry = orphan.content.as_ref().ok().filter(|_| !orphan.damaged_beside)?;
    let saving = entry.saving.as_ref().map(|saving| saving.path.clone());
    let mut files: Vec<PathBuf> = entry.path.iter().cloned().chain(saving).collect();
    files.dedup();
    if files.is_empty() {
        return None;
    }
    let (fs, orphan) = (Arc::clone(&desk.fs), Arc::clone(orphan));
    beside(move |tell| {
        let is_saved = orphan.content.as_ref().is_ok_and(|entry| files.iter().any(|file| holds(&*fs, file, entry)));
        // Where nobody waits any more, it is offered, and stays.
        if tell.send(is_saved).is_ok()
            && is_saved
            && let Err(error) = orphan.claim(&*fs).and_then(|claimed| claimed.map_or(Ok(()), |it| it.remove(&*fs)))
        {
            log::warn!("{error}");
        }
    })
}

/// Whether a file holds the document of a journal, all that a person can have typed in it, in whatever bytes.
fn holds(fs: &dyn FileSystem, file: &Path, entry: &Entry) -> bool {
    storage::read(fs, file).is_ok_and(|found| {
        let profile = |bytes: &[u8]| format::open(bytes).map(|opened| opened.profile).ok();
        found.bytes == entry.document
            || profile(&found.bytes).is_some_and(|saved| Some(saved) == profile(&entry.document))
    })
}

fn resume_of(words: &Words, orphan: &Orphan, instruments: &Arc<Instruments>) -> Resume {
    let journal = orphan.journal.clone();
    match &orphan.content {
        Ok(entry) => Resume {
            title: foreign::name(&entry.title),
            at: Some(entry.saved_at),
            place: place_of(words, instruments, entry),
            damage: None,
            journal,
        },
        Err(damage) => Resume {
            title: String::new(),
            at: orphan.modified.and_then(|time| Timestamp::try_from(time).ok()),
            place: String::new(),
            damage: Some(damage.to_string()),
            journal,
        },
    }
}

/// Takes over what a dead window left. Nothing when another window has done so.
///
/// # Errors
/// When what was left cannot be read, or its journal not be taken.
pub fn resume(desk: &Desk, orphan: &Orphan) -> Result<Option<Resumed>, UserMessage> {
    let Ok(entry) = &orphan.content else { return Ok(None) };
    let decoded =
        format::open(&entry.document).map_err(|error| message::bad_file(&desk.words, &error, &orphan.journal))?;
    let claimed = orphan.claim(&*desk.fs).map_err(|error| message::no_recovery(&desk.words, &error))?;
    let Some(claimed) = claimed else { return Ok(None) };
    let file = file_of(desk, entry);
    let (lock, in_use, held) = match file.as_ref().map(|file| lock(desk, &file.path)) {
        Some(Ok(lock)) => (lock, false, None),
        Some(Err(held)) => (None, true, held),
        None => (None, false, None),
    };
    let mut document = Document::recovered(decoded.profile, file, entry.title.clone());
    document.read_only = in_use;
    Ok(Some(Resumed { document, position: entry.position.clone(), lock, in_use, held, claimed }))
}

/// The file that an entry belongs to. A save under another name was under way, perhaps: the file says whether it ended.
fn file_of(desk: &Desk, entry: &Entry) -> Option<OnDisk> {
    let before = entry.path.clone().zip(entry.base.clone()).map(|(path, base)| OnDisk::new(path, base));
    match (&entry.saving, before) {
        (Some(saving), Some(file)) if saving.path == file.path => {
            Some(OnDisk { or: Some(saving.contents.clone()), ..file })
        }
        (Some(saving), before) => {
            let (fs, path, contents) = (Arc::clone(&desk.fs), saving.path.clone(), saving.contents.clone());
            let holds = move || matches!(storage::changed_on_disk(&*fs, &path, &contents), Ok(FileChange::None));
            let moved = within(LOOK_PATIENCE, holds).unwrap_or(false);
            if moved { Some(OnDisk::new(saving.path.clone(), saving.contents.clone())) } else { before }
        }
        (None, before) => before,
    }
}

/// What `ask` gives, unless it takes longer than this: a drive may never answer.
fn within<T: Send + 'static>(patience: Duration, ask: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    // Nobody listens any more when the time is over.
    let told = beside(move |tell| {
        let _heard = tell.send(ask()).is_ok();
    });
    told.and_then(|told| told.recv_timeout(patience).ok())
}

/// Where a thread that does this tells what it finds; `None` where there is no thread to be had.
fn beside<T: Send + 'static>(look: impl FnOnce(&Sender<T>) + Send + 'static) -> Option<Receiver<T>> {
    let (tell, told) = channel();
    let looking = std::thread::Builder::new().name("evenkeel-look".to_owned()).spawn(move || look(&tell));
    looking.ok().map(|_| told)
}

/// Gives up what a dead window left.
///
/// # Errors
/// When its journal cannot be removed.
pub fn discard(desk: &Desk, orphan: &Orphan) -> Result<(), UserMessage> {
    let claimed = orphan.claim(&*desk.fs);
    let removed = claimed.and_then(|claimed| claimed.map_or(Ok(()), |claimed| claimed.remove(&*desk.fs)));
    removed.map_err(|error| message::no_recovery(&desk.words, &error))
}

/// The work is in a journal of ours, down to the disk: the one of the dead window goes. Should that fail, both are offered some day.
pub fn replace(desk: &Desk, journal: &Emergency, claimed: Claimed) {
    if journal.write_down().is_ok()
        && let Err(error) = claimed.remove(&*desk.fs)
    {
        log::warn!("{error}");
    }
}
