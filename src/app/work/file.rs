//! Opening, saving and exporting files, as the threads do it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use super::chart::{Charted, Pictured};
use crate::answers::{self, AnswerTable};
use crate::app::command::{ChartChoice, ChartKind};
use crate::app::current::Current;
use crate::document::{Document, OnDisk};
use crate::export;
use crate::foreign::quoted;
use crate::instrument::{Instruments, Mismatch, MismatchKind, mismatches};
use crate::library;
use crate::message::{UserMessage, bad_file, bad_others, export_failed, file_name, open_failed, wrong_answers};
use crate::others::Merged;
use crate::profile::Profile;
use crate::scoring::Confidence;
use crate::storage::{
    self, DiskError, DocumentLock, Emergency, Expect, FileChange, FileSystem, Fingerprint, Folders, Held, Keep, Loaded,
    LockError, PendingSave, RecentFiles, Saved, Watch, format, format::others,
};
use crate::t;
use crate::words::Words;

/// How a file is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenAs {
    /// To work on it.
    Normally,
    /// Another window has it.
    ReadOnly,
    /// As a new profile.
    Copy,
    /// As a merged result, whatever its name is.
    Others,
}

/// What opening a file gave.
#[derive(Debug)]
pub enum OpenOutcome {
    /// A document, with the lock of its file if that is a new one, and warnings.
    Document(Box<Document>, Option<DocumentLock>, Vec<String>),
    /// A table of answers, from which a profile can be made.
    Answers(Box<AnswerTable>),
    /// What others see of somebody: a merged result.
    Others(Box<Merged>),
    /// Another window has the file.
    InUse(Option<Held>),
    /// This window has it.
    Here,
}

/// An open that was asked for.
#[derive(Clone, Debug)]
pub struct OpenJob {
    /// Which file.
    pub path: PathBuf,
    /// How.
    pub how: OpenAs,
    /// The file that this window has marked as its own.
    pub locked: Option<PathBuf>,
}

/// A save that was asked for.
#[derive(Clone, Debug)]
pub struct SaveJob {
    /// Where to.
    pub path: PathBuf,
    /// What the save expects under that name.
    pub expect: Expect,
    /// What is saved.
    pub profile: Arc<Profile>,
    /// The file that this window has marked as its own.
    pub locked: Option<PathBuf>,
    /// Whether the person has agreed that the file's other names keep the old contents.
    pub apart: bool,
}

/// How a save ended.
#[derive(Debug)]
pub enum SaveEnd {
    /// It worked; with the lock of the file if it is another file than before.
    Saved(Saved, Option<DocumentLock>),
    /// Another window has that file.
    InUse(Option<Held>),
    /// The file has other names, and the person has not been asked about that.
    OtherNames,
    /// It did not work.
    Failed(DiskError),
}

/// An export that has ended.
#[derive(Debug)]
pub struct Exported {
    /// Where to.
    pub path: PathBuf,
    /// Why it failed, if it did.
    pub result: Result<(), UserMessage>,
}

/// What the threads work with: the disk, our folders, the time, the language.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The disk.
    pub fs: Arc<dyn FileSystem>,
    /// Our own folders, where there are any.
    pub folders: Option<Folders>,
    /// What time it is.
    pub now: Timestamp,
    /// The language of the window.
    pub words: Words,
}

/// Reads a file.
///
/// # Errors
/// When it cannot be read or understood.
pub fn open(desk: &Desk, instruments: &Instruments, job: &OpenJob) -> Result<OpenOutcome, UserMessage> {
    let path = &job.path;
    match storage::read(&*desk.fs, path) {
        Err(error) => Err(open_failed(&desk.words, &error, path)),
        Ok(loaded) if job.how == OpenAs::Others || is_merged(path) => others::open(&loaded.bytes)
            .map(|merged| OpenOutcome::Others(Box::new(merged)))
            .map_err(|error| bad_others(&desk.words, &error, path)),
        Ok(loaded) if is_table(path, &loaded.bytes) => answers::read(&desk.words, &loaded.bytes, instruments, None)
            .map(|table| OpenOutcome::Answers(Box::new(table)))
            .map_err(|wrong| wrong_answers(&desk.words, &wrong, path)),
        Ok(loaded) => understand(desk, loaded, job).map(|opened| with_remarks(&desk.words, opened, instruments)),
    }
}

/// Whether a file is a merged result, by its name.
pub fn is_merged(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(others::EXTENSION))
}

/// Whether a file is a table of answers, by its name. A profile is recognised under any name.
fn is_table(path: &Path, bytes: &[u8]) -> bool {
    let ending = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_ascii_lowercase();
    let named = answers::ENDINGS.iter().chain(&answers::WORKBOOKS).any(|known| *known == ending);
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    named && !text.trim_ascii_start().starts_with(b"{")
}

fn understand(desk: &Desk, loaded: Loaded, job: &OpenJob) -> Result<OpenOutcome, UserMessage> {
    let (path, how) = (&job.path, job.how);
    let decoded = format::open(&loaded.bytes).map_err(|error| bad_file(&desk.words, &error, path))?;
    if how == OpenAs::Copy {
        let title = t!(desk.words, "copy-of", name = file_stem(path));
        let document = Document::new(decoded.profile, title);
        return Ok(OpenOutcome::Document(Box::new(document), None, Vec::new()));
    }
    let file = OnDisk::new(loaded.path.clone(), loaded.fingerprint);
    let mut document = Document::opened(decoded.profile, file);
    if how == OpenAs::ReadOnly {
        document.read_only = true;
        return Ok(OpenOutcome::Document(Box::new(document), None, Vec::new()));
    }
    // The same window may open its own file again. If it was opened by another path, the person only wants to see it.
    if job.locked.as_ref() == Some(&loaded.path) {
        if *path != loaded.path {
            return Ok(OpenOutcome::Here);
        }
        return Ok(OpenOutcome::Document(Box::new(document), None, Vec::new()));
    }
    match lock(desk, &loaded.path) {
        Ok(lock) => Ok(OpenOutcome::Document(Box::new(document), lock, Vec::new())),
        Err(held) => Ok(OpenOutcome::InUse(held)),
    }
}

/// Locks a file; the error says which other window has it. If locks do not work here, a second window is not noticed, but a save
/// still checks the file.
pub(super) fn lock(desk: &Desk, path: &Path) -> Result<Option<DocumentLock>, Option<Held>> {
    match desk.folders.as_ref().map(|folders| DocumentLock::acquire(folders, path, desk.now)) {
        Some(Ok(lock)) => Ok(Some(lock)),
        Some(Err(LockError::Held(held))) => Err(held),
        Some(Err(LockError::Unavailable(error))) => {
            log::warn!("{error:?}");
            Ok(None)
        }
        None => Ok(None),
    }
}

/// Adds warnings about what this version does not know in the file. None of it is dropped, but it is not used.
fn with_remarks(words: &Words, opened: OpenOutcome, instruments: &Instruments) -> OpenOutcome {
    match opened {
        OpenOutcome::Document(document, lock, _) => {
            let remarks = mismatches(instruments, document.profile()).iter().map(|it| remark(words, it)).collect();
            OpenOutcome::Document(document, lock, remarks)
        }
        other => other,
    }
}

fn remark(words: &Words, mismatch: &Mismatch) -> String {
    let place = quoted(&mismatch.path);
    match &mismatch.kind {
        MismatchKind::UnknownField(name) => t!(words, "odd-field", name = quoted(name), place = place),
        MismatchKind::UnknownId(id) => t!(words, "odd-id", id = quoted(id), place = place),
        MismatchKind::OtherInstrument(id, version) => {
            t!(words, "odd-instrument", id = quoted(id), version = version.to_string(), place = place)
        }
        MismatchKind::OtherWords => t!(words, "odd-words", place = place),
        MismatchKind::EndsBeforeStart => t!(words, "odd-times", place = place),
    }
}

/// The name of a file without its extension.
pub fn file_stem(path: &Path) -> String {
    path.file_stem().map_or_else(|| file_name(path), |s| s.to_string_lossy().into_owned())
}

/// Saves a profile.
pub fn save(desk: &Desk, journal: Option<&Emergency>, job: &SaveJob) -> SaveEnd {
    save_now(desk, journal, job).unwrap_or_else(|end| *end)
}

fn save_now(desk: &Desk, journal: Option<&Emergency>, job: &SaveJob) -> Result<SaveEnd, Box<SaveEnd>> {
    let bytes = format::encode(&job.profile).map_err(|error| {
        let source = std::io::Error::other(crate::message::format(&desk.words, &error));
        let path = job.path.clone();
        Box::new(SaveEnd::Failed(DiskError::Other { action: storage::DiskAction::Write, path, source }))
    })?;
    let path = storage::resolve(&*desk.fs, &job.path).map_err(|error| Box::new(SaveEnd::Failed(error)))?;
    let lock = if job.locked.as_ref() == Some(&path) {
        None
    } else {
        lock(desk, &path).map_err(|held| Box::new(SaveEnd::InUse(held)))?
    };
    if !job.apart && storage::has_other_names(&*desk.fs, &path) {
        return Err(Box::new(SaveEnd::OtherNames));
    }
    if let Some(journal) = journal {
        // If the program is killed in the middle, the next window recognises this save as its own.
        journal.set_saving(Some(PendingSave { path: path.clone(), contents: Fingerprint::of(&bytes) }));
    }
    let backups = desk.folders.as_ref().map(Folders::backup_store);
    let keep = backups.as_ref().map(|backups| Keep { backups, document: job.profile.id.as_str(), now: desk.now });
    match storage::save(&*desk.fs, &path, &bytes, &job.expect, keep) {
        Ok(saved) => Ok(SaveEnd::Saved(saved, lock)),
        Err(error) => Err(Box::new(SaveEnd::Failed(error))),
    }
}

/// Whether another program changed the open file.
///
/// # Errors
/// When the file cannot be checked.
pub fn look(fs: &dyn FileSystem, mut watch: Watch, ours: Option<&Fingerprint>) -> Result<FileChange, DiskError> {
    watch.poll(fs).map(|change| match change {
        FileChange::Changed(found) if Some(&found) == ours => FileChange::None,
        change => change,
    })
}

/// The recent files, including those of other windows, and which of them still exist.
pub fn look_at_recent(fs: &dyn FileSystem, folders: &Folders, recent: &RecentFiles) -> RecentFiles {
    recent.look_again(fs, &folders.recent_file())
}

/// What is exported: all audits as a table, or the shown audit as a chart.
#[derive(Clone, Debug)]
pub struct ToExport {
    /// The profile, and the audit that is shown.
    pub current: Current,
    /// Of the bands.
    pub confidence: Confidence,
}

/// Writes the scores or the chart, depending on the extension. The system's dialog has asked about an existing file.
pub fn export(desk: &Desk, path: PathBuf, wanted: &ToExport) -> Exported {
    let written = encode(&desk.words, &path, wanted)
        .map_err(|error| export_failed(&desk.words, error, &path))
        .and_then(|bytes| write_for_others(desk, &path, &bytes, &Expect::Anything));
    Exported { path, result: written }
}

/// Writes a text for another program.
pub fn export_text(desk: &Desk, path: PathBuf, text: &str) -> Exported {
    let result = write_for_others(desk, &path, text.as_bytes(), &Expect::Anything);
    Exported { path, result }
}

/// How often to try again when another program writes to the same name.
const LOOKS: usize = 3;

/// Writes an output. It never replaces a profile, whatever the person answered in the system's dialog; what it does replace is kept
/// among the backups.
pub(super) fn write_for_others(desk: &Desk, path: &Path, bytes: &[u8], expect: &Expect) -> Result<(), UserMessage> {
    // A file that appears there meanwhile is checked like the first one. If this goes on, the person is told.
    let mut written = Ok(());
    for _ in 0..LOOKS {
        written = write_over(desk, path, bytes, expect);
        let came = matches!(written, Err(DiskError::ChangedOnDisk { .. } | DiskError::AlreadyExists { .. }));
        if !came || *expect == Expect::Absent {
            break;
        }
    }
    written.map_err(|error| crate::message::not_written(&desk.words, &error, path))
}

fn write_over(desk: &Desk, path: &Path, bytes: &[u8], expect: &Expect) -> Result<(), DiskError> {
    let (fs, backups) = (&*desk.fs, desk.folders.as_ref().map(Folders::backup_store));
    let real = storage::resolve(fs, path)?;
    let seen = if let Some(backups) = &backups {
        storage::make_way(fs, &real, bytes, Some((backups, desk.now)))?
    } else {
        // The person has agreed to replace it, and there is no place for a backup.
        storage::check_no_profile(fs, &real)?;
        Expect::Anything
    };
    let expect = if *expect == Expect::Absent { expect } else { &seen };
    storage::save(fs, path, bytes, expect, None).map(drop)
}

fn encode(words: &Words, path: &Path, wanted: &ToExport) -> Result<Vec<u8>, String> {
    let ending = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_ascii_lowercase();
    let ToExport { current: Current { profile, audit, instrument, instruments, .. }, confidence } = wanted;
    let nothing = || t!(words, "export-no-audit");
    match ending.as_str() {
        "csv" | "json" => {
            let profile = profile.as_deref().ok_or_else(nothing)?;
            // The person was told about audits without scores when the file was opened.
            let whole = [library::score(profile.clone(), instruments, *confidence).scored];
            let encode = if ending == "csv" { export::to_csv } else { export::to_json };
            encode(&whole).map_err(|error| error.to_string())
        }
        "svg" | "png" => {
            let audit = audit.clone().ok_or_else(nothing)?;
            let choice = ChartChoice { kind: ChartKind::Radar, me: true, role: true, earlier: None };
            let instrument = Arc::clone(instrument);
            let what = Pictured::Chart(choice);
            Charted { audit, instrument, earlier: None, confidence: *confidence, what }.bytes(words, &ending)
        }
        _ => Err(t!(words, "export-ending")),
    }
}
