//! Commands on what earlier windows left unsaved.

use std::path::Path;
use std::sync::Arc;

use crate::app::App;
use crate::app::command::{Command, ResumeCommand, Screen};
use crate::app::dialogs::Dialog;
use crate::app::tasks::Moment;
use crate::app::work::resume::{self, Leftovers, Resumed};
use crate::instrument::questions;
use crate::message::UserMessage;
use crate::profile::{Audit, AuditId, Profile};
use crate::storage::{Orphan, RecoveryWriter};
use crate::t;

impl App {
    pub(super) fn run_resume(&mut self, command: ResumeCommand) {
        match command {
            ResumeCommand::GoOn(journal) => self.go_on_with_journal(&journal),
            ResumeCommand::AskDiscard(journal) => self.ask_discard_orphan(&journal),
            ResumeCommand::Discard(journal) => self.discard_orphan(&journal),
        }
    }

    /// Looks on a thread for what dead windows left unsaved.
    pub(in crate::app) fn look_for_orphans(&mut self) {
        let (desk, instruments) = (self.desk(), Arc::clone(&self.instruments));
        let look = move || resume::find(&desk, &instruments, resume::LOOK_PATIENCE);
        self.start("orphans", look, |app, _, found| app.found_orphans(found));
    }

    pub(in crate::app) fn found_orphans(&mut self, found: Leftovers) {
        self.orphans = found.orphans;
        self.resume = found.resume;
    }

    fn orphan(&self, journal: &Path) -> Option<Arc<Orphan>> {
        self.orphans.iter().find(|orphan| orphan.journal == journal).cloned()
    }

    /// Takes over what a dead window left, in the place of the open profile, which the person has agreed to close.
    fn go_on_with_journal(&mut self, journal: &Path) {
        if self.has_unsaved() {
            let command = Command::Resume(ResumeCommand::GoOn(journal.to_path_buf()));
            self.dialogs.ask(Dialog::unsaved(&self.words, command));
            return;
        }
        let Some(orphan) = self.orphan(journal) else { return };
        let (desk, over) = (self.desk(), self.open_profile());
        let then = move |app: &mut Self, _: Moment<'_>, result| app.resumed(over.as_ref(), result);
        self.start("resume", move || resume::resume(&desk, &orphan), then);
    }

    /// What a dead window left was taken over, in the place of the profile that was open then; `None` if another window was faster.
    fn resumed(&mut self, over: Option<&Arc<Profile>>, result: Result<Option<Resumed>, UserMessage>) {
        match result {
            Err(message) => self.tell(message),
            Ok(None) => self.toasts.say(t!(self.words, "resume-taken")),
            // Something was answered meanwhile. The journal is released, and offered again.
            Ok(Some(resumed)) if self.is_unsaved_since(over) => {
                let journal = resumed.claimed.journal().to_path_buf();
                self.let_go((resumed.claimed, resumed.lock));
                self.dialogs.ask(Dialog::unsaved(&self.words, Command::Resume(ResumeCommand::GoOn(journal))));
                return;
            }
            Ok(Some(resumed)) => self.go_on_with(resumed),
        }
        self.look_for_orphans();
    }

    fn go_on_with(&mut self, resumed: Resumed) {
        self.put_away();
        let path = resumed.document.path().map(Path::to_path_buf);
        self.document = Some(resumed.document);
        self.lock = resumed.lock;
        self.go_to_position(resumed.position.as_deref());
        self.write_journal();
        if let Some(journal) = self.journal.as_ref().map(RecoveryWriter::emergency) {
            let (desk, claimed) = (self.desk(), resumed.claimed);
            self.start("resumed", move || resume::replace(&desk, &journal, claimed), |_, _, ()| {});
        }
        if let Some(path) = path.filter(|_| resumed.in_use) {
            self.dialogs.ask(Dialog::resumed_in_use(&self.words, path, resumed.held.as_ref()));
        }
    }

    pub(super) fn go_to_position(&mut self, position: Option<&str>) {
        self.asked_alone = position.and_then(|position| self.alone_at(position));
        self.screen = if self.asked_alone.is_some() { Screen::Audit } else { self.screen };
        let Some(audit) = self.asked_audit() else { return };
        let all = questions(&self.instrument(), &audit);
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

    /// The newest audit of one facet under way that asks this question, where no audit of all facets is under way.
    fn alone_at(&self, position: &str) -> Option<AuditId> {
        if self.audit().is_some_and(|audit| audit.finished.is_none()) {
            return None;
        }
        let profile = self.document.as_ref()?.profile();
        let asks = |audit: &&Arc<Audit>| {
            let open = audit.scope.facet().is_some() && audit.finished.is_none();
            let asked = self.instruments.of(&audit.instrument).filter(|_| open);
            asked.is_some_and(|it| questions(it, audit).iter().any(|question| question.to_string() == position))
        };
        profile.audits.iter().rfind(asks).map(|audit| audit.id.clone())
    }

    fn ask_discard_orphan(&mut self, journal: &Path) {
        let found = self.resume.iter().find(|resume| resume.journal == journal);
        let title = found.map_or_else(String::new, |resume| resume.title.clone());
        self.dialogs.ask(Dialog::discard_resume(&self.words, journal, &title));
    }

    fn discard_orphan(&mut self, journal: &Path) {
        let Some(orphan) = self.orphan(journal) else { return };
        let desk = self.desk();
        self.start(
            "discard",
            move || resume::discard(&desk, &orphan),
            |app, _, discarded| {
                if let Err(message) = discarded {
                    app.tell(message);
                }
            },
        );
        // It disappears from the list at once. If it cannot be removed from the disk, the person is told.
        self.orphans.retain(|orphan| orphan.journal != journal);
        self.resume.retain(|resume| resume.journal != journal);
    }
}
