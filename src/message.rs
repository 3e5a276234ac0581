//! What a person is told when something went wrong: what happened, what it means for their work, and what to do.

mod detail;
#[cfg(feature = "window")]
mod print;

use std::collections::BTreeSet;
use std::path::Path;

pub use detail::{damage, disk, format, not_kept};
#[cfg(feature = "window")]
pub use print::{Announcement, paper_name, print_ended};

use crate::answers::TableError;
use crate::profile::EditError;
#[cfg(feature = "window")]
use crate::profile::Plan;
use crate::profile::limits::{MAX_AUDITS, MAX_ENTRIES, MAX_NOTES, MAX_PINS, MAX_PLANS, MAX_ROLES};
use crate::storage::DiskError;
use crate::storage::format::FormatError;
use crate::words::Words;
use crate::{foreign, t};

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserMessage {
    /// What happened, in one sentence.
    pub summary: String,
    /// What it means for the person's work.
    pub meaning: String,
    /// What to do.
    pub hint: String,
    /// What the system said, for those who want to know.
    pub detail: String,
}

impl UserMessage {
    /// A message without words of the system.
    pub fn new(summary: String, meaning: String, hint: String) -> Self {
        Self { summary, meaning, hint, detail: String::new() }
    }

    /// The message with what the system said.
    #[must_use]
    pub fn detail(mut self, detail: &dyn std::fmt::Display) -> Self {
        self.detail = detail.to_string();
        self
    }
}

/// The name of a file, for use in a sentence.
pub fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| foreign::path(path), |name| foreign::name(&name.to_string_lossy()))
}

/// Saving failed.
pub fn save_failed(words: &Words, error: &DiskError, path: &Path) -> UserMessage {
    let file = file_name(path);
    let hint = match error {
        DiskError::NoSpace { .. } => t!(words, "save-hint-space"),
        DiskError::ReadOnlyFile { .. } | DiskError::ReadOnlyFolder { .. } | DiskError::NoPermission { .. } => {
            t!(words, "save-hint-permission")
        }
        DiskError::FolderMissing { .. } | DiskError::NotFound { .. } => t!(words, "save-hint-folder"),
        DiskError::IsFolder { .. } | DiskError::NotAFile { .. } | DiskError::BadName { .. } => {
            t!(words, "save-hint-name")
        }
        _ => t!(words, "save-hint-other"),
    };
    let meaning = match error {
        DiskError::Unconfirmed { .. } | DiskError::VerifyFailed { .. } => t!(words, "save-unsure-meaning"),
        _ => t!(words, "save-failed-meaning"),
    };
    UserMessage::new(t!(words, "save-failed", file = file), meaning, hint).detail(&disk(words, error))
}

/// The same where the recovery file cannot be written either, so that the answers are only in the window.
#[cfg(feature = "window")]
pub fn save_failed_unkept(words: &Words, error: &DiskError, path: &Path) -> UserMessage {
    let message = save_failed(words, error, path);
    match error.written() {
        Some(_) => message,
        None => UserMessage { meaning: t!(words, "save-failed-not-kept-meaning"), ..message },
    }
}

/// Opening failed.
pub fn open_failed(words: &Words, error: &DiskError, path: &Path) -> UserMessage {
    let hint = match error {
        DiskError::NotFound { .. } | DiskError::FolderMissing { .. } => t!(words, "open-hint-missing"),
        DiskError::NoPermission { .. } => t!(words, "open-hint-permission"),
        DiskError::TooLarge { .. } => t!(words, "open-hint-large"),
        _ => t!(words, "open-hint-other"),
    };
    UserMessage::new(t!(words, "open-failed", file = file_name(path)), t!(words, "open-failed-meaning"), hint)
        .detail(&disk(words, error))
}

/// The contents of a file cannot be read.
pub fn bad_file(words: &Words, error: &FormatError, path: &Path) -> UserMessage {
    let summary = match error {
        FormatError::Newer { .. } => t!(words, "newer-file", file = file_name(path)),
        _ => t!(words, "bad-file", file = file_name(path)),
    };
    UserMessage::new(summary, t!(words, "open-failed-meaning"), bad_file_hint(words, error))
        .detail(&format(words, error))
}

/// The contents of a merged result cannot be read.
pub fn bad_others(words: &Words, error: &FormatError, path: &Path) -> UserMessage {
    let hint = match error {
        FormatError::Newer { .. } => bad_file_hint(words, error),
        _ => t!(words, "others-bad-hint"),
    };
    let summary = t!(words, "others-bad", file = file_name(path));
    UserMessage::new(summary, t!(words, "open-failed-meaning"), hint).detail(&format(words, error))
}

/// What to do about contents that cannot be read or written.
pub fn bad_file_hint(words: &Words, error: &FormatError) -> String {
    match error {
        FormatError::Empty | FormatError::NotJson { .. } => t!(words, "bad-file-damaged"),
        FormatError::NotOurs { .. } => t!(words, "bad-file-not-ours"),
        FormatError::Newer { .. } => t!(words, "bad-file-newer"),
        FormatError::Value { .. } | FormatError::Contradiction { .. } | FormatError::TooMuch { .. } => {
            t!(words, "bad-file-changed")
        }
        FormatError::Unwritable(_) | FormatError::RoundTrip => t!(words, "bad-file-ours"),
    }
}

/// A table of answers has an error.
pub fn wrong_answers(words: &Words, wrong: &TableError, path: &Path) -> UserMessage {
    let (line, what) = (wrong.line.to_string(), wrong.what.as_str());
    let place = match wrong.column {
        None => t!(words, "answers-wrong-line", line = line, what = what),
        Some(column) => t!(words, "answers-wrong-place", line = line, column = column, what = what),
    };
    let hint = wrong.hint.clone().into_iter().chain([t!(words, "answers-wrong-hint")]).collect::<Vec<_>>().join(" ");
    let meaning = format!("{place} {}", t!(words, "open-failed-meaning"));
    UserMessage::new(t!(words, "answers-wrong", file = file_name(path)), meaning, hint)
}

/// A file was opened, and something in it is odd.
pub fn odd_file(words: &Words, warnings: &[String], path: &Path) -> UserMessage {
    UserMessage::new(t!(words, "odd-file", file = file_name(path)), t!(words, "odd-file-meaning"), String::new())
        .detail(&warnings.join("\n"))
}

/// A trial cannot be planned, since there is a plan already: one under way, or one that is being written.
#[cfg(feature = "window")]
pub fn another_plan(words: &Words, plan: &Plan) -> UserMessage {
    let (summary, hint) = if plan.is_draft() {
        (t!(words, "another-plan-draft"), t!(words, "another-plan-draft-hint"))
    } else {
        (t!(words, "another-plan"), t!(words, "another-plan-hint"))
    };
    UserMessage::new(summary, t!(words, "another-plan-meaning"), hint)
}

/// A plan has days that no calendar can hold.
#[cfg(feature = "window")]
pub fn no_calendar(words: &Words) -> UserMessage {
    let hint = t!(words, "no-calendar-hint");
    UserMessage::new(t!(words, "no-calendar"), t!(words, "no-calendar-meaning"), hint)
}

/// A change was refused, or would be, since it exceeds what a profile can hold.
pub fn no_room(words: &Words, error: &EditError) -> UserMessage {
    let (summary, hint) = match error {
        EditError::TooManyAudits => (t!(words, "no-room-audits", count = MAX_AUDITS), t!(words, "no-room-hint-audit")),
        EditError::TooManyRoles => (t!(words, "no-room-roles", count = MAX_ROLES), t!(words, "no-room-hint-roles")),
        EditError::TooManyPins => (t!(words, "no-room-pins", count = MAX_PINS), t!(words, "no-room-hint-pins")),
        EditError::TooManyPlans => (t!(words, "no-room-plans", count = MAX_PLANS), t!(words, "no-room-hint-entries")),
        EditError::TooManyNotes => (t!(words, "no-room-notes", count = MAX_NOTES), t!(words, "no-room-hint-entries")),
        EditError::TooManyEntries => {
            (t!(words, "no-room-entries", count = MAX_ENTRIES), t!(words, "no-room-hint-entries"))
        }
        EditError::TextTooLong => (t!(words, "no-room-text"), t!(words, "no-room-hint-text")),
        EditError::AdTooLong => (t!(words, "no-room-ad"), t!(words, "no-room-hint-text")),
        _ => (t!(words, "no-room-file"), t!(words, "no-room-hint-entries")),
    };
    UserMessage::new(summary, t!(words, "no-room-meaning"), hint)
}

/// The audit that is being continued may not fit into its profile.
#[cfg(feature = "window")]
pub fn no_room_for_answers(words: &Words) -> UserMessage {
    UserMessage::new(t!(words, "no-room-file"), t!(words, "no-room-answers-meaning"), t!(words, "no-room-hint-audit"))
}

/// Our own folders cannot be created.
pub fn no_own_folders(words: &Words, error: &DiskError) -> UserMessage {
    UserMessage::new(t!(words, "no-own-folders"), t!(words, "no-own-folders-meaning"), t!(words, "no-own-folders-hint"))
        .detail(&disk(words, error))
}

/// Files of ours cannot be read, or something that is not a file has their name.
pub fn in_the_way<'a>(words: &Words, errors: impl Iterator<Item = &'a DiskError>) -> UserMessage {
    let all: BTreeSet<String> = errors.map(|error| disk(words, error)).collect();
    let detail = all.into_iter().collect::<Vec<_>>().join("\n");
    UserMessage::new(t!(words, "in-the-way"), t!(words, "in-the-way-meaning"), t!(words, "in-the-way-hint"))
        .detail(&detail)
}

/// There is no recovery.
pub fn no_recovery(words: &Words, error: &DiskError) -> UserMessage {
    UserMessage::new(t!(words, "no-recovery"), t!(words, "no-recovery-meaning"), t!(words, "no-recovery-hint"))
        .detail(&disk(words, error))
}

/// A thread beside the window had a fault. The window goes on.
#[cfg(feature = "window")]
pub fn crashed(words: &Words) -> UserMessage {
    UserMessage::new(t!(words, "crashed-aside"), t!(words, "crashed-aside-meaning"), t!(words, "crashed-aside-hint"))
}

/// The same while saving.
#[cfg(feature = "window")]
pub fn crashed_saving(words: &Words, path: &Path) -> UserMessage {
    UserMessage::new(
        t!(words, "save-failed", file = file_name(path)),
        t!(words, "save-failed-meaning"),
        t!(words, "crashed-saving-hint"),
    )
}

/// Another window has the file that was to be saved to.
#[cfg(feature = "window")]
pub fn save_in_use(words: &Words, path: &Path) -> UserMessage {
    let summary = t!(words, "in-use-title", file = file_name(path));
    UserMessage::new(summary, t!(words, "save-in-use-meaning"), t!(words, "save-in-use-hint"))
}

/// The resumed work belongs to a file that another window has open.
#[cfg(feature = "window")]
pub fn resumed_in_use(words: &Words, path: &Path) -> UserMessage {
    let summary = t!(words, "in-use-title", file = file_name(path));
    UserMessage::new(summary, t!(words, "resumed-in-use-meaning"), t!(words, "resumed-in-use-hint"))
}

/// The system has no thread left.
pub fn no_thread(words: &Words, error: &std::io::Error) -> UserMessage {
    UserMessage::new(t!(words, "no-thread"), t!(words, "no-thread-meaning"), t!(words, "no-thread-hint")).detail(&error)
}

/// The window that has a file open did not answer the bell.
pub fn window_does_not_come(words: &Words, path: &Path) -> UserMessage {
    UserMessage::new(
        t!(words, "no-answer", file = file_name(path)),
        t!(words, "no-answer-means"),
        t!(words, "no-answer-hint"),
    )
}

/// The previous version could not be backed up.
pub fn no_backup(words: &Words, error: &DiskError) -> UserMessage {
    UserMessage::new(t!(words, "no-backup"), t!(words, "no-backup-meaning"), t!(words, "no-backup-hint"))
        .detail(&disk(words, error))
}

/// An access list or an extended attribute of a file could not be kept.
pub fn attributes_lost(words: &Words, error: &DiskError) -> UserMessage {
    UserMessage::new(
        t!(words, "attributes-lost"),
        t!(words, "attributes-lost-meaning"),
        t!(words, "attributes-lost-hint"),
    )
    .detail(&disk(words, error))
}

/// A setting could not be saved.
pub fn settings_not_saved(words: &Words, error: &DiskError) -> UserMessage {
    let hint = match error {
        DiskError::NoSpace { .. } => t!(words, "save-hint-space"),
        _ => t!(words, "in-the-way-hint"),
    };
    UserMessage::new(t!(words, "settings-not-saved"), t!(words, "settings-not-saved-meaning"), hint)
        .detail(&disk(words, error))
}

/// Something that Evenkeel keeps could not be deleted.
pub fn not_deleted(words: &Words, error: &DiskError) -> UserMessage {
    UserMessage::new(t!(words, "not-deleted"), t!(words, "not-deleted-meaning"), t!(words, "not-deleted-hint"))
        .detail(&disk(words, error))
}

/// Scores could not be written.
pub fn export_failed(words: &Words, error: impl std::fmt::Display, path: &Path) -> UserMessage {
    UserMessage::new(
        t!(words, "export-failed", file = file_name(path)),
        t!(words, "export-failed-meaning"),
        t!(words, "save-hint-other"),
    )
    .detail(&error)
}

/// A file of ours could not be written, and the system says why.
pub fn not_written(words: &Words, error: &DiskError, path: &Path) -> UserMessage {
    let failed = save_failed(words, error, path);
    if matches!(error, DiskError::IsProfile { .. }) {
        let summary = t!(words, "export-over-profile", file = file_name(path));
        return UserMessage::new(
            summary,
            t!(words, "export-over-profile-meaning"),
            t!(words, "export-over-profile-hint"),
        );
    }
    UserMessage {
        summary: t!(words, "export-failed", file = file_name(path)),
        meaning: t!(words, "export-failed-meaning"),
        ..failed
    }
}

/// There is no report. `what` is what Typst said.
pub fn no_report(words: &Words, what: &dyn std::fmt::Display) -> UserMessage {
    UserMessage::new(t!(words, "no-report"), t!(words, "no-report-meaning"), t!(words, "no-report-hint")).detail(what)
}

/// A template of the person's own does not work. `what` is where and why, as Typst said it.
pub fn template_broken(words: &Words, what: &dyn std::fmt::Display) -> UserMessage {
    UserMessage::new(
        t!(words, "template-broken"),
        t!(words, "template-broken-meaning"),
        t!(words, "template-broken-hint"),
    )
    .detail(what)
}

/// There are no pages to print or save, since a template of the person's own does not work. With the message about that.
pub fn not_handed_out(words: &Words, told: &UserMessage) -> UserMessage {
    UserMessage { meaning: t!(words, "not-handed-out-meaning"), hint: t!(words, "not-handed-out-hint"), ..told.clone() }
}

/// A file was chosen for a profile that is no longer open.
pub fn put_away_before(words: &Words, path: &Path) -> UserMessage {
    let summary = t!(words, "export-failed", file = file_name(path));
    UserMessage::new(summary, t!(words, "put-away-before-meaning"), t!(words, "put-away-before-hint"))
}

/// A template is not text.
pub fn no_text(words: &Words, error: &dyn std::fmt::Display, path: &Path) -> UserMessage {
    let summary = t!(words, "template-no-text", file = file_name(path));
    UserMessage::new(summary, t!(words, "template-broken-meaning"), t!(words, "template-broken-hint")).detail(error)
}

/// No font has these letters.
pub fn letters_missing(words: &Words, letters: &str) -> UserMessage {
    UserMessage::new(
        t!(words, "report-missing", letters = foreign::quoted(letters)),
        t!(words, "letters-missing-meaning"),
        t!(words, "letters-missing-hint"),
    )
}

/// Some characters that were typed cannot be in any document. `characters` has their numbers.
pub fn characters_replaced(words: &Words, characters: &str) -> UserMessage {
    let summary = t!(words, "report-replaced", characters = characters);
    UserMessage::new(summary, t!(words, "characters-replaced-meaning"), t!(words, "characters-replaced-hint"))
}

/// A picture cannot be drawn.
pub fn no_picture(words: &Words, error: &dyn std::fmt::Display) -> UserMessage {
    UserMessage::new(t!(words, "no-picture"), t!(words, "no-thread-meaning"), t!(words, "save-hint-other"))
        .detail(error)
}
