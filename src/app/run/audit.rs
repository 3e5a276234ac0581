//! Commands on the profile and its audit.

use crate::app::App;
use crate::app::command::Command;
use crate::app::command::{NewAudit, Screen};
use crate::app::dialogs::Dialog;
use crate::app::phrases::{edit_label, question_of};
use crate::app::system::System;
use crate::document::Document;
use crate::instrument::{Instrument, Question, item_order, questions};
use crate::profile::{Audit, AuditEdit, AuditId, Edit, EditError, Part, Profile};
use crate::{message, t};

impl App {
    /// Makes a change. What would pass a limit is not made, and said. True when it was made.
    pub(super) fn edit(&mut self, edit: Edit) -> bool {
        // Pins and hours can be set before there is an audit.
        if matches!(edit, Edit::SetPin(..) | Edit::SetHours(..)) {
            self.begin_profile();
        }
        let Some(document) = &mut self.document else { return false };
        let refused = document.edit(edit).err();
        match &refused {
            Some(error) if error.is_limit() => self.tell(message::no_room(&self.words, error)),
            Some(error) => log::error!("an edit does not fit: {error}"),
            None => self.write_journal(),
        }
        refused.is_none()
    }

    /// Whether something can be begun; where its end would not fit into the profile, that is said first.
    pub(super) fn has_room(&mut self, room: impl FnOnce(&Document) -> Result<(), EditError>) -> bool {
        let missing = self.document.as_ref().and_then(|document| room(document).err());
        if let Some(error) = &missing {
            self.tell(message::no_room(&self.words, error));
        }
        missing.is_none()
    }

    pub(super) fn step_back(&mut self, back: bool) {
        let Some(document) = &mut self.document else { return };
        let Some(edit) = (if back { document.undo() } else { document.redo() }) else { return };
        let what = edit_label(&self.words, self.instruments.newest(), document.profile(), &edit);
        self.toasts.say(if back {
            t!(self.words, "undone", what = what)
        } else {
            t!(self.words, "redone", what = what)
        });
        if let Some(question) = question_of(&edit)
            && self.screen == Screen::Audit
            && self.audit().is_some_and(|audit| questions(&self.instrument(), &audit).contains(&question))
        {
            self.position = Some(question);
            self.screens.audit.question();
        }
        if self.audit().is_none() && matches!(self.screen, Screen::Result | Screen::Audit) {
            self.screen = Screen::Home;
            self.position = None;
        }
        self.write_journal();
    }

    pub(super) fn set_up(&mut self, form: crate::profile::Form) {
        self.screens.audit.set_up(form);
        self.screen = Screen::Audit;
        self.position = None;
    }

    pub(super) fn start_audit(&mut self, new: NewAudit) {
        if !new.fresh && !self.has_room(Document::room_for_audit) {
            return;
        }
        if new.fresh && self.document.as_ref().is_some_and(Document::is_unsaved) {
            self.dialogs.ask(Dialog::unsaved(&self.words, Command::StartAudit(new)));
            return;
        }
        if new.fresh || self.document.is_none() {
            self.put_away();
            let profile = Profile::new(new_id(&*self.system).into());
            self.document = Some(Document::new(profile, t!(self.words, "new-profile-title")));
        }
        let Some(document) = &mut self.document else { return };
        let audit = audit_of(self.instruments.newest(), document.profile(), &new, &*self.system);
        let first = questions(self.instruments.newest(), &audit).into_iter().next();
        let person = new.person.trim().to_owned();
        if person != document.profile().person {
            self.edit(Edit::SetPerson(person));
        }
        let id = audit.id.clone();
        if !self.edit(Edit::StartAudit(Box::new(audit))) {
            return;
        }
        self.chosen_audit = Some(id);
        // Another audit, other parts: its report proposes its own pages.
        self.preview.choices.pages.clear();
        self.screen = Screen::Audit;
        self.ask_question(first);
    }

    /// Goes to the audit: where it stopped, else to the first open question, else to the set-up.
    pub(super) fn enter_audit(&mut self) {
        self.screen = Screen::Audit;
        let Some(audit) = self.audit() else {
            self.screens.audit.set_up(crate::profile::Form::Full);
            return;
        };
        if audit.finished.is_some() {
            self.review();
            return;
        }
        if self.document.as_ref().is_some_and(|document| document.room_for_answers().is_err()) {
            self.tell(message::no_room_for_answers(&self.words));
        }
        let all = questions(&self.instrument(), &audit);
        let here = self.position.clone().filter(|q| all.contains(q));
        match here.or_else(|| all.into_iter().find(|q| !q.is_answered(&audit))) {
            Some(question) => self.ask_question(Some(question)),
            None => self.review(),
        }
    }

    pub(super) fn ask_question(&mut self, question: Option<Question>) {
        self.screen = Screen::Audit;
        self.screens.audit.question();
        self.position = question;
        self.write_journal();
    }

    pub(super) fn review(&mut self) {
        self.screen = Screen::Audit;
        self.screens.audit.review();
    }

    /// Another audit of the open profile becomes the one that all screens are about.
    pub(super) fn look_at(&mut self, audit: AuditId) {
        self.chosen_audit = Some(audit);
        self.position = None;
        // What was chosen for the report of another one.
        self.preview.choices.pages.clear();
        self.screen = Screen::Result;
    }

    pub(super) fn finish(&mut self, audit: AuditId) {
        let unfinished = self.audit().is_some_and(|a| a.id == audit && a.finished.is_none());
        if unfinished {
            let at = self.system.now();
            self.edit(Edit::Audit(audit, AuditEdit::Finish(at)));
        }
        self.screen = Screen::Result;
    }
}

/// An id that nothing else has.
pub(super) fn new_id(system: &dyn System) -> String {
    uuid::Builder::from_random_bytes(system.chance()).into_uuid().to_string()
}

/// The audit that a set-up asks for. A later audit keeps the order of the one before, so that the context is the same.
fn audit_of(instrument: &Instrument, profile: &Profile, new: &NewAudit, system: &dyn System) -> Audit {
    let [a, b, c, d, ..] = system.chance();
    let seed = profile.latest().map_or_else(|| u32::from_be_bytes([a, b, c, d]), |audit| audit.seed);
    Audit {
        id: new_id(system).into(),
        parts: new.parts.iter().copied().chain([Part::Behaviour]).collect(),
        started: system.now(),
        role: new.role.trim().to_owned(),
        seed,
        order: item_order(instrument, new.form, seed),
        ..Audit::blank(instrument.reference(), new.form)
    }
}
