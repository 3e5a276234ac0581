//! Whether what was answered is on the disk.
//!
//! - *Kept* is only said of what is on the disk: in the profile's file, or in the journal.
//! - For up to a second an answer is on its way, and nothing is said; after that, that the disk is slow.
//! - Where it cannot be kept, that is said at once, on every screen, and as long as it is so. It is no dialog: that would take the
//!   keys of somebody who is answering.

use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::Context;

use super::tasks::Saving;
use crate::document::Document;
use crate::message::file_name;
use crate::profile::Profile;
use crate::storage::{JournalStatus, RecoveryWriter};

/// How long an answer may be on its way before it is said.
const PATIENCE: Duration = Duration::from_secs(1);
/// How long a save may take before it is said that the drive does not answer.
const SAVE_PATIENCE: Duration = Duration::from_secs(4);

/// How things stand between what was answered and the disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// All of it is on the disk.
    #[default]
    Kept,
    /// The newest is on its way.
    Underway,
    /// The newest has been on its way for more than a second.
    Slow,
    /// The newest cannot be kept.
    NotKept,
}

/// Something about the disk that concerns the person, for as long as it is so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Answers are not kept, and what the system said.
    NotKept(String),
    /// The drive of this file takes long over a save; whether the answers are on the disk in the recovery file.
    SaveHangs(String, bool),
}

/// What was handed to the journal last.
#[derive(Debug, Default)]
pub struct Ledger {
    newest: Option<(Arc<Profile>, u64)>,
    /// Since when something that is not on the disk has been on its way.
    since: Option<Instant>,
}

impl Ledger {
    /// This was handed to the journal with this number.
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

    /// How things stand. Asks for a frame when they will have to be said otherwise.
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

/// What has to be said about the disk.
pub fn notice(
    ctx: &Context,
    keeping: Keeping,
    journal: Option<&RecoveryWriter>,
    saving: Option<&Saving>,
) -> Option<Notice> {
    if keeping == Keeping::NotKept {
        return Some(Notice::NotKept(match journal.map(RecoveryWriter::status) {
            Some(JournalStatus::Failed(problem)) => problem.to_string(),
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
