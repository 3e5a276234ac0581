//! Whether the answers are on the disk.
//!
//! - The window says *kept* only when all answers are on the disk: in the profile's file, or in the journal.
//! - While an answer is being written, the window says nothing for the first second; after that, it says that the disk is slow.
//! - When answers cannot be kept, every screen says so at once, and for as long as that lasts. This is not a dialog, which would
//!   take the keys of somebody who is answering.

use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::Context;

use super::tasks::RunningSave;
use crate::document::Document;
use crate::message::{file_name, not_kept};
use crate::profile::Profile;
use crate::storage::{JournalStatus, RecoveryWriter};
use crate::words::Words;

/// How long writing an answer may take before the window says so.
const PATIENCE: Duration = Duration::from_secs(1);
/// How long a save may take before the window says that the drive does not answer.
const SAVE_PATIENCE: Duration = Duration::from_secs(4);

/// Whether the answers are on the disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// All answers are on the disk.
    #[default]
    Kept,
    /// The newest answer is being written.
    Underway,
    /// The newest answer has been in writing for more than a second.
    Slow,
    /// The newest answer cannot be kept.
    NotKept,
}

/// A notice about the disk, shown as long as it applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Answers are not kept, and what the system said.
    NotKept(String),
    /// The drive of this file takes long for a save; and whether the answers are on the disk in the recovery file meanwhile.
    SaveHangs(String, bool),
}

/// The last request to the journal.
#[derive(Debug, Default)]
pub struct Ledger {
    newest: Option<(Arc<Profile>, u64)>,
    /// Since when something has been in writing that is not on the disk.
    since: Option<Instant>,
}

impl Ledger {
    /// Notes that this state was given to the journal, with this number.
    pub fn note(&mut self, profile: &Arc<Profile>, number: u64, journal: &RecoveryWriter) {
        if self.newest.as_ref().is_some_and(|(known, _)| Arc::ptr_eq(known, profile)) {
            return;
        }
        if self.newest.as_ref().is_none_or(|(_, before)| journal.has_on_disk(*before)) {
            self.since = None;
        }
        self.since.get_or_insert_with(Instant::now);
        self.newest = Some((Arc::clone(profile), number));
    }

    /// Whether the answers are on the disk. Asks for a frame at the time when the window will have to say something else.
    pub fn keeping(&self, ctx: &Context, document: Option<&Document>, journal: Option<&RecoveryWriter>) -> Keeping {
        if document.is_none_or(|document| !document.is_unsaved()) {
            return Keeping::Kept;
        }
        let Some(journal) = journal else { return Keeping::NotKept };
        let (Some((_, number)), Some(since)) = (&self.newest, self.since) else { return Keeping::Kept };
        if journal.has_on_disk(*number) {
            return Keeping::Kept;
        }
        if matches!(journal.status(), JournalStatus::Failed(_)) {
            return Keeping::NotKept;
        }
        match PATIENCE.checked_sub(since.elapsed()) {
            Some(left) if !left.is_zero() => {
                ctx.request_repaint_after(left);
                Keeping::Underway
            }
            _ => Keeping::Slow,
        }
    }
}

/// The notice about the disk that has to be shown.
pub fn notice(
    words: &Words,
    ctx: &Context,
    keeping: Keeping,
    journal: Option<&RecoveryWriter>,
    saving: Option<&RunningSave>,
) -> Option<Notice> {
    if keeping == Keeping::NotKept {
        return Some(Notice::NotKept(match journal.map(RecoveryWriter::status) {
            Some(JournalStatus::Failed(problem)) => not_kept(words, &problem),
            _ => String::new(),
        }));
    }
    let saving = saving?;
    match SAVE_PATIENCE.checked_sub(saving.since.elapsed()) {
        Some(left) if !left.is_zero() => {
            ctx.request_repaint_after(left);
            None
        }
        _ => Some(Notice::SaveHangs(file_name(&saving.path), keeping == Keeping::Kept)),
    }
}
