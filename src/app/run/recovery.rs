//! Commands on what earlier windows left unsaved.

use crate::app::App;
use crate::app::command::{Command, Screen};
use crate::app::dialogs::Dialog;
use crate::document::{Document, OnDisk};
use crate::instrument::questions;
use crate::storage::format;
use crate::{message, t};

impl App {
    pub(super) fn resume_orphan(&mut self, index: usize) {
        let Some(orphan) = self.orphans.get(index) else { return };
        if self.document.as_ref().is_some_and(Document::is_unsaved) {
            self.dialog = Some(Dialog::unsaved(Command::Resume(index)));
            return;
        }
        let Ok(entry) = &orphan.content else { return };
        let decoded = match format::open(&entry.document) {
            Ok(decoded) => decoded,
            Err(error) => {
                let message = message::bad_file(&error, &orphan.journal);
                self.tell(message);
                return;
            }
        };
        let claimed = match orphan.claim(&*self.fs) {
            Ok(Some(claimed)) => claimed,
            Ok(None) => {
                self.toasts.say(t!("resume-taken"));
                self.look_for_orphans();
                return;
            }
            Err(error) => {
                let message = message::no_recovery(&error);
                self.tell(message);
                return;
            }
        };
        let file = entry.path.clone().zip(entry.base.clone()).map(|(path, fingerprint)| OnDisk { path, fingerprint });
        let (title, position) = (entry.title.clone(), entry.position.clone());
        self.put_away();
        self.document = Some(Document::recovered(decoded.profile, file, title));
        self.go_to_position(position.as_deref());
        // The old journal goes only when the new one is on the disk.
        self.write_journal();
        let written = self.journal.as_ref().is_some_and(|journal| journal.write_now().is_ok());
        if written && let Err(error) = claimed.remove(&*self.fs) {
            log::warn!("{error}");
        }
        if let Some(path) = self.document.as_ref().and_then(Document::path).map(std::path::Path::to_path_buf) {
            self.take_lock(&path);
        }
        self.look_for_orphans();
    }

    pub(super) fn go_to_position(&mut self, position: Option<&str>) {
        let Some(audit) = self.audit().cloned() else { return };
        let all = questions(&self.instrument, &audit);
        let wanted = position.and_then(|p| all.into_iter().find(|q| q.to_string() == p));
        if wanted.is_some() {
            self.position = wanted;
        }
        if audit.finished.is_some() && self.position.is_none() {
            self.screen = Screen::Result;
        } else {
            self.enter_audit();
        }
    }

    pub(super) fn discard_orphan(&mut self, index: usize) {
        if let Some(orphan) = self.orphans.get(index) {
            match orphan.claim(&*self.fs).map(|claimed| claimed.map(|c| c.remove(&*self.fs))) {
                Ok(None | Some(Ok(()))) => {}
                Ok(Some(Err(error))) | Err(error) => {
                    let message = message::no_recovery(&error);
                    self.tell(message);
                }
            }
        }
        self.look_for_orphans();
    }
}
