//! Commands of the self-audit.

use super::edit::new_id;
use crate::app::App;
use crate::app::command::{AuditCommand, Command, NewAudit, Screen};
use crate::app::dialogs::Dialog;
use crate::app::system::System;
use crate::document::Document;
use crate::instrument::{Instrument, Question, item_order, part_questions, questions};
use crate::profile::{Audit, AuditEdit, AuditId, Edit, Part, Profile};
use crate::{message, t};

impl App {
    pub(super) fn run_audit(&mut self, command: AuditCommand) {
        match command {
            AuditCommand::SetUp(form) => self.set_up(form),
            AuditCommand::Start(new) => self.start_audit(new),
            AuditCommand::Ask(question) => self.ask_question(Some(question)),
            AuditCommand::AskEnergy => self.ask_energy(),
            AuditCommand::Review => self.review(),
            AuditCommand::Finish(audit) => self.finish(audit),
            AuditCommand::LookAt(audit) => self.look_at(audit),
        }
    }

    fn set_up(&mut self, form: crate::profile::Form) {
        self.screens.audit.set_up(form);
        self.screen = Screen::Audit;
        self.position = None;
    }

    fn start_audit(&mut self, new: NewAudit) {
        if !new.fresh && !self.has_room(Document::room_for_audit) {
            return;
        }
        if new.fresh && self.document.as_ref().is_some_and(Document::is_unsaved) {
            self.dialogs.ask(Dialog::unsaved(&self.words, Command::Audit(AuditCommand::Start(new))));
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
        // Another audit may have other parts, so its report suggests its own pages.
        self.preview.choices.pages.clear();
        self.screen = Screen::Audit;
        self.ask_question(first);
    }

    /// The part about energy, also where it was not chosen.
    fn ask_energy(&mut self) {
        let Some(audit) = self.audit() else { return };
        if !audit.parts.contains(&Part::Energy) {
            let parts = audit.parts.iter().copied().chain([Part::Energy]).collect();
            self.edit(Edit::Audit(audit.id.clone(), AuditEdit::SetParts(parts)));
        }
        let Some(audit) = self.audit() else { return };
        let instrument = self.instrument();
        let open = part_questions(&instrument, &audit, Part::Energy);
        let first =
            open.iter().find(|question| !question.is_answered(&instrument, &audit)).or_else(|| open.first()).cloned();
        self.ask_question(first);
    }

    /// Goes to the audit: to the question where it stopped, else to the first open one, else to the set-up.
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
        let instrument = self.instrument();
        let all = questions(&instrument, &audit);
        let here = self.position.clone().filter(|q| all.contains(q));
        match here.or_else(|| all.into_iter().find(|q| !q.is_answered(&instrument, &audit))) {
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

    fn review(&mut self) {
        self.screen = Screen::Audit;
        self.screens.audit.review();
    }

    /// Makes another audit of the open profile the one that all screens show.
    fn look_at(&mut self, audit: AuditId) {
        self.chosen_audit = Some(audit);
        self.position = None;
        // The choices were made for the report of another audit.
        self.preview.choices.pages.clear();
        self.screen = Screen::Result;
    }

    fn finish(&mut self, audit: AuditId) {
        let unfinished = self.audit().is_some_and(|a| a.id == audit && a.finished.is_none());
        if unfinished {
            let at = self.system.now();
            self.edit(Edit::Audit(audit, AuditEdit::Finish(at)));
        }
        self.screen = Screen::Result;
    }
}

/// The audit that a set-up asks for. A later audit keeps the order of the previous one, so that the context is the same.
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
