//! Keeps unsaved changes in the journal, so that a later window can continue from there.

use super::App;
use crate::message;
use crate::storage::{self, Entry, RecoveryWriter};

impl App {
    /// Puts the present state into the journal, or removes the journal when nothing is unsaved.
    pub(super) fn write_journal(&mut self) {
        let (Some(journal), Some(document)) = (&self.journal, &self.document) else { return };
        if !document.is_unsaved() {
            journal.discard();
            return;
        }
        let (now, profile) = (document.profile().clone(), document.profile().clone());
        let (path, base) = document.file.clone().map(|f| (f.path, f.fingerprint)).unzip();
        let (title, saved_at) = (document.name(), self.system.now());
        let position = self.position.as_ref().map(ToString::to_string);
        let words = self.words.clone();
        let number = journal.submit_with(move || {
            let document =
                storage::format::encode_unverified(&profile).map_err(|error| message::format(&words, &error))?;
            Ok(Entry {
                path: path.clone(),
                base: base.clone(),
                saved_at,
                position: position.clone(),
                title: title.clone(),
                document,
                change: 0,
                saving: None,
            })
        });
        self.ledger.note(&now, number, journal);
    }
}

/// From now on a panic, and a signal to end, write the journal first.
pub(super) fn write_when_it_dies(folders: &storage::Folders, journal: &RecoveryWriter) {
    storage::install_panic_hook(folders.crash_file(), Some(journal.emergency()));
    #[cfg(unix)]
    if let Err(error) = storage::write_on_termination(journal.emergency()) {
        log::warn!("signals to end are not noticed: {error}");
    }
}
