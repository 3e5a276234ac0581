//! Our own dialogs. The system's message boxes are never used, since on some systems they close without an answer.

mod answers;
mod choice;
mod job_ad;
mod keys;
mod names;
mod path;
mod queue;

use std::path::{Path, PathBuf};

use egui::{self, Id, Modal, Ui};

pub use answers::AnswersDialog;
pub use choice::ChoiceDialog;
pub use job_ad::JobAdDialog;
pub use keys::KeysDialog;
pub use names::NamesDialog;
pub use path::PathDialog;
pub use queue::Dialogs;

use super::ask::Ask;
use super::command::{
    AfterSave, AuditCommand, Command, FileCommand, Kept, ResumeCommand, SaveCommand, SettingsCommand, WindowCommand,
};
use super::theme::{self, Ink, Size};
use super::view::View;
use super::widgets::Look;
use crate::answers::AnswerTable;
use crate::message::{self, UserMessage, file_name};
use crate::profile::{Audit, Edit, RoleId};
use crate::storage::Held;
use crate::t;
use crate::words::Words;

/// The dialog that is open; there is one at a time.
#[derive(Debug, PartialEq)]
pub enum Dialog {
    /// A question, or a message that has to be read.
    Choice(ChoiceDialog),
    /// A path to type, where the system has no file dialog.
    Path(PathDialog),
    /// A job ad to paste.
    JobAd(JobAdDialog),
    /// A table of answers.
    Answers(AnswersDialog),
    /// The role of an audit and the person's name.
    Names(NamesDialog),
    /// All keys.
    Keys(KeysDialog),
}

impl Dialog {
    /// Shows it. False when it is to be closed.
    pub fn show(&mut self, view: &View<'_>, ui: &Ui, commands: &mut Vec<Command>) -> bool {
        match self {
            Self::Choice(dialog) => dialog.show(view.words, ui, commands),
            Self::Path(dialog) => dialog.show(view, ui, commands),
            Self::JobAd(dialog) => dialog.show(view, ui, commands),
            Self::Answers(dialog) => dialog.show(view, ui, commands),
            Self::Names(dialog) => dialog.show(view, ui, commands),
            Self::Keys(dialog) => dialog.show(view, ui),
        }
    }

    /// Marks it as one that appeared by itself: keys in its first moment were meant for something else.
    #[must_use]
    fn unasked(self) -> Self {
        match self {
            Self::Choice(dialog) => Self::Choice(dialog.unasked()),
            other => other,
        }
    }

    /// Save, discard or cancel before something that would lose unsaved work.
    pub fn unsaved(words: &Words, then: Command) -> Self {
        ChoiceDialog::new(t!(words, "unsaved-title"), vec![t!(words, "unsaved-text")])
            .choice(
                t!(words, "save-changes"),
                Look::First,
                Some(Command::Save(SaveCommand::Then(Box::new(then.clone())))),
            )
            .choice(t!(words, "discard"), Look::Plain, Some(Command::Save(SaveCommand::DiscardThen(Box::new(then)))))
            .choice(t!(words, "cancel"), Look::Plain, None)
            .into()
    }

    /// Something went wrong.
    pub fn message(words: &Words, message: UserMessage) -> Self {
        ChoiceDialog::of(message).choice(t!(words, "close"), Look::First, None).into()
    }

    /// Saving failed.
    pub fn save_failed(words: &Words, message: UserMessage, then: AfterSave) -> Self {
        ChoiceDialog::of(message)
            .choice(t!(words, "save-as"), Look::First, Some(Command::Save(SaveCommand::AsThen(then))))
            .choice(t!(words, "close"), Look::Plain, None)
            .into()
    }

    /// The window died the last time.
    pub fn crash(words: &Words, text: String) -> Self {
        ChoiceDialog::new(t!(words, "crash-title"), vec![t!(words, "crash-text"), t!(words, "crash-hint")])
            .detail(text.clone())
            .choice(t!(words, "close"), Look::First, None)
            .choice(t!(words, "crash-copy"), Look::Plain, Some(Command::Window(WindowCommand::Copy(text))))
            .into()
    }

    /// Another program changed the open file.
    pub fn changed(words: &Words, file: String, gone: bool, then: AfterSave) -> Self {
        if gone {
            return ChoiceDialog::new(t!(words, "gone-title", file = file), vec![t!(words, "gone-text")])
                .choice(t!(words, "save-again"), Look::First, Some(Command::Save(SaveCommand::Overwrite(then.clone()))))
                .choice(t!(words, "save-as"), Look::Plain, Some(Command::Save(SaveCommand::AsThen(then))))
                .choice(t!(words, "cancel"), Look::Plain, None)
                .into();
        }
        ChoiceDialog::new(
            t!(words, "changed-title", file = file),
            vec![t!(words, "changed-text"), t!(words, "changed-hint")],
        )
        .choice(t!(words, "changed-keep-mine"), Look::First, Some(Command::Save(SaveCommand::AsThen(then.clone()))))
        .choice(t!(words, "changed-theirs"), Look::Plain, Some(Command::File(FileCommand::LoadTheirs)))
        .choice(t!(words, "changed-overwrite"), Look::Plain, Some(Command::Save(SaveCommand::Overwrite(then))))
        .choice(t!(words, "cancel"), Look::Plain, None)
        .into()
    }

    /// A file of this name exists, and nobody has agreed to replace it.
    pub fn exists(words: &Words, path: PathBuf, then: AfterSave) -> Self {
        ChoiceDialog::new(t!(words, "exists-title", file = file_name(&path)), vec![t!(words, "exists-text")])
            .choice(t!(words, "save-as"), Look::First, Some(Command::Save(SaveCommand::AsThen(then.clone()))))
            .choice(t!(words, "replace"), Look::Plain, Some(Command::Save(SaveCommand::Replace(path, then))))
            .choice(t!(words, "cancel"), Look::Plain, None)
            .into()
    }

    /// Another window has the file.
    pub fn in_use(words: &Words, path: PathBuf, held: Option<&Held>) -> Self {
        let who = held
            .map_or_else(|| t!(words, "in-use-text"), |h| t!(words, "in-use-since", since = words.date_time(h.since)));
        let dialog =
            ChoiceDialog::new(t!(words, "in-use-title", file = file_name(&path)), vec![who, t!(words, "in-use-hint")]);
        // Earlier versions of Evenkeel have no bell.
        let (dialog, look) = match held.filter(|h| h.window.is_some()) {
            Some(held) => {
                let show = Command::File(FileCommand::ShowHolder(path.clone(), held.clone()));
                (dialog.choice(t!(words, "in-use-show"), Look::First, Some(show)), Look::Plain)
            }
            None => (dialog, Look::First),
        };
        dialog
            .choice(t!(words, "open-read-only"), look, Some(Command::File(FileCommand::OpenReadOnly(path.clone()))))
            .choice(t!(words, "open-copy"), Look::Plain, Some(Command::File(FileCommand::OpenCopy(path))))
            .choice(t!(words, "cancel"), Look::Plain, None)
            .into()
    }

    /// Another window has the file that was to be saved to.
    pub fn save_in_use(words: &Words, path: PathBuf, held: Option<&Held>, then: AfterSave) -> Self {
        let dialog = ChoiceDialog::of(message::save_in_use(words, &path)).choice(
            t!(words, "save-as"),
            Look::First,
            Some(Command::Save(SaveCommand::AsThen(then))),
        );
        with_holder(words, dialog, path, held).choice(t!(words, "cancel"), Look::Plain, None).into()
    }

    /// The file that is to be saved has other names (hard links).
    pub fn other_names(words: &Words, path: PathBuf, then: AfterSave) -> Self {
        ChoiceDialog::new(t!(words, "other-names-title", file = file_name(&path)), vec![t!(words, "other-names-text")])
            .choice(
                t!(words, "other-names-save"),
                Look::First,
                Some(Command::Save(SaveCommand::Apart(path, then.clone()))),
            )
            .choice(t!(words, "save-as"), Look::Plain, Some(Command::Save(SaveCommand::AsThen(then))))
            .choice(t!(words, "cancel"), Look::Plain, None)
            .into()
    }

    /// The resumed work belongs to a file that another window has open.
    pub fn resumed_in_use(words: &Words, path: PathBuf, held: Option<&Held>) -> Self {
        let dialog = ChoiceDialog::of(message::resumed_in_use(words, &path)).choice(
            t!(words, "save-as"),
            Look::First,
            Some(Command::Save(SaveCommand::AsThen(None))),
        );
        with_holder(words, dialog, path, held).choice(t!(words, "go-on-here"), Look::Plain, None).into()
    }

    /// Whether to delete what Evenkeel keeps.
    pub fn delete(words: &Words, kept: Kept) -> Self {
        let (title, what) = match kept {
            Kept::Recovery => (t!(words, "delete-recovery-title"), t!(words, "delete-recovery-text")),
            Kept::Backups => (t!(words, "delete-backups-title"), t!(words, "delete-backups-text")),
            Kept::Prints => (t!(words, "delete-prints-title"), t!(words, "delete-prints-text")),
            Kept::Settings => (t!(words, "delete-settings-title"), t!(words, "delete-settings-text")),
        };
        ChoiceDialog::new(title, vec![what])
            .choice(t!(words, "delete"), Look::Plain, Some(Command::Settings(SettingsCommand::Delete(kept))))
            .choice(t!(words, "cancel"), Look::First, None)
            .into()
    }

    /// Whether to discard what an earlier window left.
    pub fn discard_resume(words: &Words, journal: &Path, title: &str) -> Self {
        ChoiceDialog::new(t!(words, "discard-resume-title", title = title), vec![t!(words, "discard-resume-text")])
            .choice(
                t!(words, "discard"),
                Look::Plain,
                Some(Command::Resume(ResumeCommand::Discard(journal.to_path_buf()))),
            )
            .choice(t!(words, "cancel"), Look::First, None)
            .into()
    }

    /// A job ad to paste, for a new role or for this one.
    pub fn job_ad(role: Option<RoleId>) -> Self {
        Self::JobAd(JobAdDialog::new(role))
    }

    /// A table of answers, and a profile to make from it.
    pub const fn answers(path: PathBuf, table: Box<AnswerTable>) -> Self {
        Self::Answers(AnswersDialog::new(path, table))
    }

    /// The role of an audit and the person's name, to correct them.
    pub fn names(audit: &Audit, person: &str) -> Self {
        Self::Names(NamesDialog::new(audit, person))
    }

    /// All keys.
    pub fn keys() -> Self {
        Self::Keys(KeysDialog::default())
    }

    /// Whether to remove a role of the person's own.
    pub fn remove_role(words: &Words, role: RoleId, name: &str) -> Self {
        ChoiceDialog::new(t!(words, "role-remove-title", name = name), vec![t!(words, "role-remove-text")])
            .choice(t!(words, "role-remove"), Look::Plain, Some(Command::Edit(Edit::RemoveRole(role))))
            .choice(t!(words, "cancel"), Look::First, None)
            .into()
    }

    /// What becomes of an audit that is not finished.
    pub fn put_away(words: &Words, audit: &Audit) -> Self {
        let (day, id) = (words.date(audit.started), &audit.id);
        ChoiceDialog::new(t!(words, "put-away-title", day = day), vec![t!(words, "put-away-text")])
            .choice(t!(words, "put-away-keep"), Look::First, Some(Command::Audit(AuditCommand::PutAway(id.clone()))))
            .choice(t!(words, "put-away-delete"), Look::Plain, Some(Command::Edit(Edit::DeleteAudit(id.clone()))))
            .choice(t!(words, "cancel"), Look::Plain, None)
            .into()
    }

    /// Whether to delete an audit.
    pub fn delete_audit(words: &Words, audit: &Audit) -> Self {
        let day = words.date(audit.date());
        ChoiceDialog::new(t!(words, "delete-audit-title", day = day), vec![t!(words, "delete-audit-text")])
            .choice(t!(words, "delete"), Look::Plain, Some(Command::Edit(Edit::DeleteAudit(audit.id.clone()))))
            .choice(t!(words, "cancel"), Look::First, None)
            .into()
    }

    /// A path to type.
    pub fn path(ask: Ask) -> Self {
        Self::Path(PathDialog::new(ask))
    }
}

/// Adds a button that leads to the window that has the file. Earlier versions of Evenkeel have no bell.
fn with_holder(words: &Words, dialog: ChoiceDialog, path: PathBuf, held: Option<&Held>) -> ChoiceDialog {
    match held.filter(|held| held.window.is_some()) {
        Some(held) => dialog.choice(
            t!(words, "in-use-show"),
            Look::Plain,
            Some(Command::File(FileCommand::ShowHolder(path, held.clone()))),
        ),
        None => dialog,
    }
}

impl From<ChoiceDialog> for Dialog {
    fn from(dialog: ChoiceDialog) -> Self {
        Self::Choice(dialog)
    }
}

/// A dialog in the middle of the window. Returns the result of `add`, and whether Esc or the area beside it was pressed.
fn modal<R>(ui: &Ui, name: &str, width: f32, add: impl FnOnce(&mut Ui) -> R) -> (R, bool) {
    let room = ui.ctx().content_rect();
    let area = Modal::default_area(Id::unique("dialog")).accessible_name(name);
    let frame = egui::Frame::new()
        .fill(theme::color(ui, Ink::Sheet))
        .stroke(theme::stroke(ui, 1.0, Ink::Line))
        .shadow(ui.visuals().window_shadow)
        .corner_radius(theme::RADIUS)
        .inner_margin(if room.width() < 560.0 { 16.0 } else { 32.0 });
    let response = Modal::new(Id::unique("dialog")).area(area).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(width.min(room.width() - 112.0));
        // egui keeps the size of the previous dialog. Without a minimum height, a taller dialog would scroll within that size.
        let most = (room.height() - 96.0).max(120.0);
        egui::ScrollArea::vertical().max_height(most).min_scrolled_height(most).show(ui, add).inner
    });
    let close = response.should_close();
    (response.inner, close)
}

/// The title of a dialog.
fn title(ui: &mut Ui, words: &str) {
    ui.label(theme::strong(ui, Size::Large, Ink::Ink, words));
}
