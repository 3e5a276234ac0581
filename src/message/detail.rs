//! What went wrong, in one line: the small type below a message, and what the command line says first.

use crate::foreign::{path, quoted, sentence};
use crate::storage::format::{Contradiction, Counted, FormatError, NotOurs, VERSION};
use crate::storage::{Damage, DiskAction, DiskError, JournalProblem};
use crate::t;
use crate::words::Words;

/// Why a file could not be read or written, with its path at the end.
pub fn disk(words: &Words, error: &DiskError) -> String {
    let what = match error {
        DiskError::NotFound { .. } => t!(words, "disk-not-found"),
        DiskError::FolderMissing { .. } => t!(words, "disk-folder-missing"),
        DiskError::IsFolder { .. } => t!(words, "disk-is-folder"),
        DiskError::NotAFile { .. } => t!(words, "disk-not-a-file"),
        DiskError::TooLarge { len, limit, .. } => {
            t!(words, "disk-too-large", length = len.to_string(), limit = limit.to_string())
        }
        DiskError::NoPermission { .. } => t!(words, "disk-no-permission"),
        DiskError::ReadOnlyFile { .. } => t!(words, "disk-read-only-file"),
        DiskError::ReadOnlyFolder { .. } => t!(words, "disk-read-only-folder"),
        DiskError::NoSpace { .. } => t!(words, "disk-no-space"),
        DiskError::BadName { .. } => t!(words, "disk-bad-name"),
        DiskError::ChangedOnDisk { .. } => t!(words, "disk-changed"),
        DiskError::AlreadyExists { .. } => t!(words, "disk-already-exists"),
        DiskError::IsProfile { .. } => t!(words, "disk-is-profile"),
        DiskError::NoBackup { source, .. } => t!(words, "disk-no-backup", why = disk(words, source)),
        DiskError::Unconfirmed { source, .. } => t!(words, "disk-unconfirmed", why = source.to_string()),
        DiskError::VerifyFailed { .. } => t!(words, "disk-verify-failed"),
        DiskError::Other { action, source, .. } => {
            let action = match action {
                DiskAction::Read => "read",
                DiskAction::Write => "write",
                DiskAction::Replace => "replace",
            };
            t!(words, "disk-other", action = action, why = source.to_string())
        }
    };
    t!(words, "disk-about", what = what, path = path(error.path()))
}

/// Why contents are no profile, or a profile cannot be written.
pub fn format(words: &Words, error: &FormatError) -> String {
    match error {
        FormatError::Empty => t!(words, "format-empty"),
        FormatError::NotJson { what, line, column } => {
            let (line, column) = (line.to_string(), column.to_string());
            t!(words, "format-not-json", what = sentence(what), line = line, column = column)
        }
        FormatError::NotOurs(found) => {
            let found = match found {
                NotOurs::NoObject => t!(words, "format-no-object"),
                NotOurs::OtherFormat(format) => t!(words, "format-other", format = quoted(format)),
                NotOurs::NoFormat => t!(words, "format-none"),
            };
            t!(words, "format-not-ours", found = sentence(&found))
        }
        FormatError::Newer { version, min_reader } => t!(
            words,
            "format-newer",
            version = version.to_string(),
            needed = min_reader.to_string(),
            here = VERSION.to_string()
        ),
        FormatError::Value { path, what, line, column } => {
            let (line, column) = (line.to_string(), column.to_string());
            at(words, path, t!(words, "format-value", what = sentence(what), line = line, column = column))
        }
        FormatError::Contradiction { path, what } => at(words, path, sentence(&contradiction(words, what))),
        FormatError::TooMuch { what, found, limit, path } => {
            let what = counted(*what);
            let (found, limit) = (found.to_string(), limit.to_string());
            at(words, path, t!(words, "format-too-much", what = what, found = found, limit = limit))
        }
        FormatError::Unwritable(why) => t!(words, "format-unwritable", why = why.as_str()),
        FormatError::RoundTrip => t!(words, "format-round-trip"),
    }
}

/// With the place in the data before it, where there is one.
fn at(words: &Words, path: &str, what: String) -> String {
    if path.is_empty() { what } else { t!(words, "format-at", path = quoted(path), what = what) }
}

fn contradiction(words: &Words, what: &Contradiction) -> String {
    match what {
        Contradiction::SameAudit(id) => t!(words, "format-same-audit", id = quoted(id)),
        Contradiction::SameRole(id) => t!(words, "format-same-role", id = quoted(id)),
        Contradiction::SamePlan(id) => t!(words, "format-same-plan", id = quoted(id)),
        Contradiction::SameNote(id) => t!(words, "format-same-note", id = quoted(id)),
        Contradiction::NoLevel(found) => t!(words, "format-no-level", found = quoted(found)),
        Contradiction::NoDay(found) => t!(words, "format-no-day", found = quoted(found)),
        Contradiction::ReviewBeforeStart => t!(words, "format-review-before-start"),
        Contradiction::PinnedTwice(id) => t!(words, "format-pinned-twice", id = quoted(id)),
        Contradiction::OrderedTwice(id) => t!(words, "format-ordered-twice", id = quoted(id)),
        Contradiction::NoSeconds(found) => t!(words, "format-no-seconds", found = found.to_string()),
        Contradiction::EmptyId => t!(words, "format-empty-id"),
        Contradiction::NoVersion => t!(words, "format-no-version"),
        Contradiction::NotAVersion(found) => t!(words, "format-not-a-version", found = quoted(found)),
        Contradiction::Impossible => t!(words, "format-impossible"),
    }
}

const fn counted(what: Counted) -> &'static str {
    match what {
        Counted::Bytes => "bytes",
        Counted::Values => "values",
        Counted::Audits => "audits",
        Counted::Roles => "roles",
        Counted::Plans => "plans",
        Counted::Notes => "notes",
        Counted::Entries => "entries",
        Counted::Lines => "lines",
        Counted::Items => "items",
    }
}

/// Why a journal cannot be used.
pub fn damage(words: &Words, damage: &Damage) -> String {
    match damage {
        Damage::Unreadable(error) => t!(words, "journal-unreadable", why = disk(words, error)),
        Damage::NotAJournal(what) => t!(words, "journal-not-whole", what = sentence(what)),
        Damage::Newer { version, reads } => {
            t!(words, "journal-newer", version = version.to_string(), reads = reads.to_string())
        }
    }
}

/// Why the journal could not be brought up to date.
pub fn not_kept(words: &Words, why: &JournalProblem) -> String {
    match why {
        JournalProblem::Disk(error) => disk(words, error),
        JournalProblem::Document(what) => t!(words, "journal-no-document", why = what.as_str()),
        JournalProblem::Busy => t!(words, "journal-busy"),
    }
}
