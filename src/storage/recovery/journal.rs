//! The contents of a journal, to bytes and back.

use super::Session;
use crate::storage::disk::FileSystem;
use crate::storage::error::DiskError;
use crate::storage::fingerprint::Fingerprint;
use crate::storage::format::FileKind;
use crate::storage::path_text;
use crate::storage::reading::{MAX_BYTES, read_within};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::path::{Path, PathBuf};

const FORMAT: &str = FileKind::Recovery.name();
const VERSION: u32 = FileKind::Recovery.version();
/// The most that a journal may hold besides the document, in bytes.
const MAX_HEADER_BYTES: u64 = 1024 * 1024;

/// An unsaved document, and what is needed to go on with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The file that it was opened from or saved to last.
    pub path: Option<PathBuf>,
    /// The contents of that file at that time.
    pub base: Option<Fingerprint>,
    /// When this state was reached.
    pub saved_at: Timestamp,
    /// Which question or screen was shown. Only the window knows what the text means.
    pub position: Option<String>,
    /// The document's own name, for the question whether to resume.
    pub title: String,
    /// The document as it would be saved: a JSON object.
    pub document: Vec<u8>,
    /// Counts the entries of one window: the higher number is the later entry. The writer sets it; 0 in journals of 0.1.0.
    pub change: u64,
    /// The save that was under way, which may have ended or not. The writer sets it.
    pub saving: Option<PendingSave>,
}

/// A save under way: which file is about to get which contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PendingSave {
    /// The file, by its real path.
    #[serde(with = "path_text")]
    pub path: PathBuf,
    /// Its contents once the save has worked.
    pub contents: Fingerprint,
}

/// Why a journal cannot be used. The file is left as it is.
#[derive(Debug)]
pub enum Damage {
    /// It cannot be read.
    Unreadable(DiskError),
    /// It is not JSON, or not a journal.
    NotAJournal(String),
    /// A newer Evenkeel wrote it.
    Newer {
        /// Its version.
        version: u32,
        /// The version that is read here.
        reads: u32,
    },
}

impl From<DiskError> for Damage {
    fn from(error: DiskError) -> Self {
        Self::Unreadable(error)
    }
}

/// Read first, so that a newer journal is recognised whatever else it holds.
#[derive(Deserialize)]
struct Header {
    format: String,
    version: u32,
}

#[derive(Serialize, Deserialize)]
struct Written<'a> {
    format: Cow<'a, str>,
    version: u32,
    app: Cow<'a, str>,
    saved_at: Timestamp,
    title: Cow<'a, str>,
    #[serde(default, with = "path_text::optional", skip_serializing_if = "Option::is_none")]
    path: Option<PathBuf>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    base: Option<Fingerprint>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    position: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "is_zero")]
    change: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    saving: Option<PendingSave>,
    document: Box<RawValue>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's `skip_serializing_if` calls it so")]
const fn is_zero(change: &u64) -> bool {
    *change == 0
}

impl Entry {
    /// The journal as it is written.
    ///
    /// # Errors
    /// When the document is not JSON, in serde's words.
    pub fn encode(&self) -> Result<Vec<u8>, String> {
        let document = std::str::from_utf8(&self.document).map_err(|error| error.to_string())?.trim_end();
        let document = RawValue::from_string(document.to_owned()).map_err(|error| error.to_string())?;
        let written = Written {
            format: FORMAT.into(),
            version: VERSION,
            app: env!("CARGO_PKG_VERSION").into(),
            saved_at: self.saved_at,
            title: Cow::Borrowed(&self.title),
            path: self.path.clone(),
            base: self.base.clone(),
            position: self.position.as_deref().map(Cow::Borrowed),
            change: self.change,
            saving: self.saving.clone(),
            document,
        };
        let mut text = serde_json::to_vec_pretty(&written).map_err(|error| error.to_string())?;
        text.push(b'\n');
        Ok(text)
    }

    /// Reads a journal's bytes. `document` is byte for byte what was written, with a line feed at its end.
    ///
    /// # Errors
    /// When they are not a whole journal, or a newer version wrote them.
    pub fn decode(bytes: &[u8]) -> Result<Self, Damage> {
        let damaged = |error: serde_json::Error| Damage::NotAJournal(error.to_string());
        let header: Header = serde_json::from_slice(bytes).map_err(damaged)?;
        if header.format != FORMAT {
            return Err(Damage::NotAJournal(format!("its format is `{}`", header.format)));
        }
        if header.version > VERSION {
            return Err(Damage::Newer { version: header.version, reads: VERSION });
        }
        let written: Written<'_> = serde_json::from_slice(bytes).map_err(damaged)?;
        let mut document = written.document.get().as_bytes().to_vec();
        document.push(b'\n');
        Ok(Self {
            path: written.path,
            base: written.base,
            saved_at: written.saved_at,
            position: written.position.map(Cow::into_owned),
            title: written.title.into_owned(),
            document,
            change: written.change,
            saving: written.saving,
        })
    }
}

/// What a session left.
pub(super) struct Newest {
    /// Its newest entry, or why that cannot be used.
    pub content: Result<Entry, Damage>,
    /// Whether that entry is from the fresh copy.
    pub fresh: bool,
    /// Whether the other of the two files exists but cannot be read.
    pub damaged_beside: bool,
}

/// Reads a session's journal and the fresh copy beside it, and returns the newer entry. After a power cut, only a part of the
/// fresh copy may be left.
pub(super) fn read_newest(fs: &dyn FileSystem, session: &Session) -> Newest {
    let absent = |damage: &Damage| matches!(damage, Damage::Unreadable(DiskError::NotFound { .. }));
    let (journal, fresh) = (read(fs, &session.journal), read(fs, &session.fresh));
    // Without a journal, the problem with the fresh copy is the one to report.
    let is_fresh = match (&journal, &fresh) {
        (Ok(journal), Ok(fresh)) => fresh.change > journal.change,
        (Ok(_), Err(_)) => false,
        (Err(_), Ok(_)) => true,
        (Err(damage), Err(_)) => absent(damage),
    };
    let (content, other) = if is_fresh { (fresh, journal) } else { (journal, fresh) };
    let damaged_beside = other.is_err_and(|damage| !absent(&damage));
    Newest { content, fresh: is_fresh, damaged_beside }
}

/// Reads a journal file.
fn read(fs: &dyn FileSystem, path: &Path) -> Result<Entry, Damage> {
    Entry::decode(&read_within(fs, path, MAX_BYTES + MAX_HEADER_BYTES)?)
}
