//! Finding, taking over and discarding what dead windows left unsaved, as the threads do it.

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

/// What earlier windows left unsaved, and what Home shows of each.
#[derive(Debug, Default)]
pub struct Leftovers {
    /// The journals, newest first.
    pub orphans: Vec<Arc<Orphan>>,
    /// What Home shows, one for each journal.
    pub resume: Vec<Resume>,
    /// Whether a file could not be read in time. Another look, on a thread, is worthwhile then.
    pub undecided: bool,
}

/// Work that an earlier window left unsaved.
#[derive(Clone, Debug, PartialEq)]
pub struct Resume {
    /// The name of the document.
    pub title: String,
    /// When it was last written.
    pub at: Option<Timestamp>,
    /// Where in the audit it stopped, in words; empty when it was not in one.
    pub place: String,
    /// Why it cannot be used, if so; the file stays where it is.
    pub damage: Option<String>,
    /// The journal file, for people who want to look at it.
    pub journal: PathBuf,
}

/// What an earlier window left, taken over by this one.
#[derive(Debug)]
pub struct Resumed {
    /// The document.
    pub document: Document,
    /// Where in the audit it stopped.
    pub position: Option<String>,
    /// The lock of its file.
    pub lock: Option<DocumentLock>,
    /// Whether another window has its file.
    pub in_use: bool,
    /// Which window has it, if that could be read.
    pub held: Option<Held>,
    /// The journal, which is removed when ours is on the disk.
    pub claimed: Claimed,
}

/// How long the first frame waits for the files that journals belong to.
pub const BEFORE_THE_WINDOW: Duration = Duration::from_millis(300);
/// How long reading a document's file may take: to see whether a save of ours has reached it, or whether it has all that is in a
/// journal.
pub const LOOK_PATIENCE: Duration = Duration::from_secs(2);

/// Finds what dead windows left. If the document's file has all of it, the window died between its save and the removal of its
/// journal: then it is not offered, and the journal is removed. If the file cannot be read within `patience`, the journal is offered.
pub fn find(desk: &Desk, instruments: &Arc<Instruments>, patience: Duration) -> Leftovers {
    let Some(folders) = &desk.folders else { return Leftovers::default() };
    let left = storage::orphans(&*desk.fs, folders).unwrap_or_else(|error| {
        log::warn!("{error:?}");
        Vec::new()
    });
    let looks: Vec<_> = left.into_iter().map(Arc::new).map(|orphan| (look_at_file(desk, &orphan), orphan)).collect();
    let end = Instant::now() + patience;
    let mut found = Leftovers::default();
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

/// Starts a thread that checks whether a file has all that is in a journal, and then removes the journal. `None` when there is no such
/// file, or when a part of what the session left cannot be read.
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
        // If nobody waits any more, the journal has been offered, so it must stay.
        if tell.send(is_saved).is_ok()
            && is_saved
            && let Err(error) = orphan.claim(&*fs).and_then(|claimed| claimed.map_or(Ok(()), |it| it.remove(&*fs)))
        {
            log::warn!("{error:?}");
        }
    })
}

/// Whether a file has the same document as a journal: all that a person can have typed, even if the bytes differ.
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
            damage: Some(message::damage(words, damage)),
            journal,
        },
    }
}

/// Takes over what a dead window left. `None` when another window has done so.
///
/// # Errors
/// When it cannot be read, or its journal cannot be claimed.
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

/// The file that an entry belongs to. If a save under another name was under way, that file's contents show whether it ended.
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

/// The result of `ask`, unless it takes longer than this: a drive may never answer.
fn within<T: Send + 'static>(patience: Duration, ask: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    // Nobody listens any more when the time is up.
    let told = beside(move |tell| {
        let _heard = tell.send(ask()).is_ok();
    });
    told.and_then(|told| told.recv_timeout(patience).ok())
}

/// Runs this on a thread, and returns where its result arrives; `None` if no thread can be started.
fn beside<T: Send + 'static>(look: impl FnOnce(&Sender<T>) + Send + 'static) -> Option<Receiver<T>> {
    let (tell, told) = channel();
    let looking = std::thread::Builder::new().name("evenkeel-look".to_owned()).spawn(move || look(&tell));
    looking.ok().map(|_| told)
}

/// Discards what a dead window left.
///
/// # Errors
/// When its journal cannot be removed.
pub fn discard(desk: &Desk, orphan: &Orphan) -> Result<(), UserMessage> {
    let claimed = orphan.claim(&*desk.fs);
    let removed = claimed.and_then(|claimed| claimed.map_or(Ok(()), |claimed| claimed.remove(&*desk.fs)));
    removed.map_err(|error| message::no_recovery(&desk.words, &error))
}

/// The work is on the disk in our own journal, so the dead window's journal is removed. If that fails, both will be offered some day.
pub fn replace(desk: &Desk, journal: &Emergency, claimed: Claimed) {
    if journal.write_down().is_ok()
        && let Err(error) = claimed.remove(&*desk.fs)
    {
        log::warn!("{error:?}");
    }
}
