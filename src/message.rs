//! What a person is told when something went wrong: what happened, what it means for their work, and what to do.

#[cfg(feature = "window")]
mod print;

use std::collections::BTreeSet;
use std::path::Path;

#[cfg(feature = "window")]
pub use print::{Told, paper_name, print_ended};

use crate::answers::Wrong;
use crate::profile::EditError;
use crate::profile::limits::{MAX_AUDITS, MAX_ENTRIES, MAX_PINS, MAX_ROLES};
use crate::storage::DiskError;
use crate::storage::format::FormatError;
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
    /// What the system said, for whoever wants to know.
    pub detail: String,
}

impl UserMessage {
    /// A message without a system's word.
    pub fn new(summary: String, meaning: String, hint: String) -> Self {
        Self { summary, meaning, hint, detail: String::new() }
    }

    /// With what the system said.
    #[must_use]
    pub fn detail(mut self, detail: &dyn std::fmt::Display) -> Self {
        self.detail = detail.to_string();
        self
    }
}

/// The name of a file as it is said in a sentence.
pub fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| foreign::path(path), |name| foreign::name(&name.to_string_lossy()))
}

/// Saving failed.
pub fn save_failed(error: &DiskError, path: &Path) -> UserMessage {
    let file = file_name(path);
    let hint = match error {
        DiskError::NoSpace { .. } => t!("save-hint-space"),
        DiskError::ReadOnlyFile { .. } | DiskError::ReadOnlyFolder { .. } | DiskError::NoPermission { .. } => {
            t!("save-hint-permission")
        }
        DiskError::FolderMissing { .. } | DiskError::NotFound { .. } => t!("save-hint-folder"),
        DiskError::IsFolder { .. } | DiskError::NotAFile { .. } | DiskError::BadName { .. } => t!("save-hint-name"),
        _ => t!("save-hint-other"),
    };
    let meaning = match error {
        DiskError::Unconfirmed { .. } | DiskError::VerifyFailed { .. } => t!("save-unsure-meaning"),
        _ => t!("save-failed-meaning"),
    };
    UserMessage::new(t!("save-failed", file = file), meaning, hint).detail(&error)
}

/// The same where the recovery file cannot be written either, so that the answers are nowhere but in the window.
#[cfg(feature = "window")]
pub fn save_failed_unkept(error: &DiskError, path: &Path) -> UserMessage {
    let message = save_failed(error, path);
    match error.written() {
        Some(_) => message,
        None => UserMessage { meaning: t!("save-failed-not-kept-meaning"), ..message },
    }
}

/// Opening failed.
pub fn open_failed(error: &DiskError, path: &Path) -> UserMessage {
    let hint = match error {
        DiskError::NotFound { .. } | DiskError::FolderMissing { .. } => t!("open-hint-missing"),
        DiskError::NoPermission { .. } => t!("open-hint-permission"),
        DiskError::TooLarge { .. } => t!("open-hint-large"),
        _ => t!("open-hint-other"),
    };
    UserMessage::new(t!("open-failed", file = file_name(path)), t!("open-failed-meaning"), hint).detail(&error)
}

/// The contents of a file cannot be read.
pub fn bad_file(error: &FormatError, path: &Path) -> UserMessage {
    let summary = match error {
        FormatError::Newer { .. } => t!("newer-file", file = file_name(path)),
        _ => t!("bad-file", file = file_name(path)),
    };
    UserMessage::new(summary, t!("open-failed-meaning"), error.hint().to_owned()).detail(&error)
}

/// A table holds something that is no answer.
pub fn wrong_answers(wrong: &Wrong, path: &Path) -> UserMessage {
    let (line, what) = (wrong.line.to_string(), wrong.what.as_str());
    let place = match wrong.column {
        None => t!("answers-wrong-line", line = line, what = what),
        Some(column) => t!("answers-wrong-place", line = line, column = column, what = what),
    };
    let hint = wrong.hint.clone().into_iter().chain([t!("answers-wrong-hint")]).collect::<Vec<_>>().join(" ");
    let meaning = format!("{place} {}", t!("open-failed-meaning"));
    UserMessage::new(t!("answers-wrong", file = file_name(path)), meaning, hint)
}

/// A file was opened, and something in it is odd.
pub fn odd_file(warnings: &[String], path: &Path) -> UserMessage {
    UserMessage::new(t!("odd-file", file = file_name(path)), t!("odd-file-meaning"), String::new())
        .detail(&warnings.join("\n"))
}

/// A change would pass a limit of what a profile can keep, and was not made; or it is known beforehand that it would not be.
pub fn no_room(error: &EditError) -> UserMessage {
    let (summary, hint) = match error {
        EditError::TooManyAudits => (t!("no-room-audits", count = MAX_AUDITS), t!("no-room-hint-audit")),
        EditError::TooManyRoles => (t!("no-room-roles", count = MAX_ROLES), t!("no-room-hint-roles")),
        EditError::TooManyPins => (t!("no-room-pins", count = MAX_PINS), t!("no-room-hint-pins")),
        EditError::TooManyEntries => (t!("no-room-entries", count = MAX_ENTRIES), t!("no-room-hint-entries")),
        EditError::TextTooLong => (t!("no-room-text"), t!("no-room-hint-text")),
        EditError::AdTooLong => (t!("no-room-ad"), t!("no-room-hint-text")),
        _ => (t!("no-room-file"), t!("no-room-hint-entries")),
    };
    UserMessage::new(summary, t!("no-room-meaning"), hint)
}

/// The audit that is gone on with may not fit into its profile.
#[cfg(feature = "window")]
pub fn no_room_for_answers() -> UserMessage {
    UserMessage::new(t!("no-room-file"), t!("no-room-answers-meaning"), t!("no-room-hint-audit"))
}

/// Our own folders cannot be made.
pub fn no_own_folders(error: &DiskError) -> UserMessage {
    UserMessage::new(t!("no-own-folders"), t!("no-own-folders-meaning"), t!("no-own-folders-hint")).detail(&error)
}

/// Files of ours cannot be read, or something has their names that is none.
pub fn in_the_way<'a>(errors: impl Iterator<Item = &'a DiskError>) -> UserMessage {
    let all: BTreeSet<String> = errors.map(ToString::to_string).collect();
    let detail = all.into_iter().collect::<Vec<_>>().join("\n");
    UserMessage::new(t!("in-the-way"), t!("in-the-way-meaning"), t!("in-the-way-hint")).detail(&detail)
}

/// There is no recovery.
pub fn no_recovery(error: &DiskError) -> UserMessage {
    UserMessage::new(t!("no-recovery"), t!("no-recovery-meaning"), t!("no-recovery-hint")).detail(&error)
}

/// Something inside the program went wrong beside the window, which goes on.
#[cfg(feature = "window")]
pub fn crashed() -> UserMessage {
    UserMessage::new(t!("crashed-aside"), t!("crashed-aside-meaning"), t!("crashed-aside-hint"))
}

/// The same while saving.
#[cfg(feature = "window")]
pub fn crashed_saving(path: &Path) -> UserMessage {
    UserMessage::new(t!("save-failed", file = file_name(path)), t!("save-failed-meaning"), t!("crashed-saving-hint"))
}

/// Another window has the file that was to be saved to.
#[cfg(feature = "window")]
pub fn save_in_use(path: &Path) -> UserMessage {
    let summary = t!("in-use-title", file = file_name(path));
    UserMessage::new(summary, t!("save-in-use-meaning"), t!("save-in-use-hint"))
}

/// What was resumed belongs to a file that another window has.
#[cfg(feature = "window")]
pub fn resumed_in_use(path: &Path) -> UserMessage {
    let summary = t!("in-use-title", file = file_name(path));
    UserMessage::new(summary, t!("resumed-in-use-meaning"), t!("resumed-in-use-hint"))
}

/// The system has no thread left.
pub fn no_thread(error: &std::io::Error) -> UserMessage {
    UserMessage::new(t!("no-thread"), t!("no-thread-meaning"), t!("no-thread-hint")).detail(&error)
}

/// The window that has a file open was rung at in vain.
pub fn window_does_not_come(path: &Path) -> UserMessage {
    UserMessage::new(t!("no-answer", file = file_name(path)), t!("no-answer-means"), t!("no-answer-hint"))
}

/// The version before could not be kept.
pub fn no_backup(error: &DiskError) -> UserMessage {
    UserMessage::new(t!("no-backup"), t!("no-backup-meaning"), t!("no-backup-hint")).detail(&error)
}

/// An access list or an extended attribute of a file could not be kept.
pub fn attributes_lost(error: &DiskError) -> UserMessage {
    UserMessage::new(t!("attributes-lost"), t!("attributes-lost-meaning"), t!("attributes-lost-hint")).detail(&error)
}

/// What the person chose could not be kept.
pub fn settings_not_saved(error: &DiskError) -> UserMessage {
    let hint = match error {
        DiskError::NoSpace { .. } => t!("save-hint-space"),
        _ => t!("in-the-way-hint"),
    };
    UserMessage::new(t!("settings-not-saved"), t!("settings-not-saved-meaning"), hint).detail(&error)
}

/// Something that Evenkeel keeps could not be deleted.
pub fn not_deleted(error: &DiskError) -> UserMessage {
    UserMessage::new(t!("not-deleted"), t!("not-deleted-meaning"), t!("not-deleted-hint")).detail(&error)
}

/// Scores could not be written.
pub fn export_failed(error: impl std::fmt::Display, path: &Path) -> UserMessage {
    UserMessage::new(t!("export-failed", file = file_name(path)), t!("export-failed-meaning"), t!("save-hint-other"))
        .detail(&error)
}

/// A file of ours could not be written, and the system says why.
pub fn not_written(error: &DiskError, path: &Path) -> UserMessage {
    let failed = save_failed(error, path);
    if matches!(error, DiskError::IsProfile { .. }) {
        let summary = t!("export-over-profile", file = file_name(path));
        return UserMessage::new(summary, t!("export-over-profile-meaning"), t!("export-over-profile-hint"));
    }
    UserMessage { summary: t!("export-failed", file = file_name(path)), meaning: t!("export-failed-meaning"), ..failed }
}

/// There is no report. `what` is Typst's word.
pub fn no_report(what: &dyn std::fmt::Display) -> UserMessage {
    UserMessage::new(t!("no-report"), t!("no-report-meaning"), t!("no-report-hint")).detail(what)
}

/// A template that somebody brought along does not work. `what` is Typst's word for where and why.
pub fn template_broken(what: &dyn std::fmt::Display) -> UserMessage {
    UserMessage::new(t!("template-broken"), t!("template-broken-meaning"), t!("template-broken-hint")).detail(what)
}

/// What was to be printed or saved is not there: a template that somebody brought along does not work. With what was told of it.
pub fn not_handed_out(told: &UserMessage) -> UserMessage {
    UserMessage { meaning: t!("not-handed-out-meaning"), hint: t!("not-handed-out-hint"), ..told.clone() }
}

/// A file was named for something of a profile that is not open any more.
pub fn put_away_before(path: &Path) -> UserMessage {
    let summary = t!("export-failed", file = file_name(path));
    UserMessage::new(summary, t!("put-away-before-meaning"), t!("put-away-before-hint"))
}

/// A template is not text.
pub fn no_text(error: &dyn std::fmt::Display, path: &Path) -> UserMessage {
    let summary = t!("template-no-text", file = file_name(path));
    UserMessage::new(summary, t!("template-broken-meaning"), t!("template-broken-hint")).detail(error)
}

/// No font has these letters.
pub fn letters_missing(letters: &str) -> UserMessage {
    UserMessage::new(
        t!("report-missing", letters = foreign::quoted(letters)),
        t!("letters-missing-meaning"),
        t!("letters-missing-hint"),
    )
}

/// Somebody typed what no document can hold. `characters` are their numbers.
pub fn characters_replaced(characters: &str) -> UserMessage {
    let summary = t!("report-replaced", characters = characters);
    UserMessage::new(summary, t!("characters-replaced-meaning"), t!("characters-replaced-hint"))
}

/// A picture cannot be drawn.
pub fn no_picture(error: &dyn std::fmt::Display) -> UserMessage {
    UserMessage::new(t!("no-picture"), t!("no-thread-meaning"), t!("save-hint-other")).detail(error)
}
