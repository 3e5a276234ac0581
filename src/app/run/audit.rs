//! Commands of the self-audit.

use std::sync::Arc;

use super::edit::new_id;
use crate::app::App;
use crate::app::command::{AuditCommand, Command, NewAudit, Screen};
use crate::app::dialogs::Dialog;
use crate::app::system::System;
use crate::document::Document;
use crate::figures::trend::Followed;
use crate::instrument::{Instrument, Question, item_order, part_questions, questions};
use crate::profile::{Audit, AuditEdit, AuditId, Edit, FacetId, Form, Part, Profile, Scope};
use crate::{message, t};

impl App {
    pub(super) fn run_audit(&mut self, command: AuditCommand) {
        match command {
            AuditCommand::SetUp(form) => self.set_up(form),
            AuditCommand::Start(new) => self.start_audit(new),
            AuditCommand::Ask(question) => self.ask_question(Some(question)),
            AuditCommand::Rest(question) => self.rest(question),
            AuditCommand::AskOpen(part) => self.ask_open_ones(part),
            AuditCommand::EndOpen => self.end_open(),
            AuditCommand::AskEnergy => self.ask_energy(),
            AuditCommand::Review => self.review(),
            AuditCommand::Finish(audit) => self.finish(audit),
            AuditCommand::LookAt(audit) => self.look_at(audit),
            AuditCommand::GoOn(audit) => self.go_on(audit),
            AuditCommand::Recheck(facet) => self.recheck(facet),
            AuditCommand::AskPutAway(audit) => {
                if let Some(audit) = self.audit_with(&audit) {
                    self.dialogs.ask(Dialog::put_away(&self.words, &audit));
                }
            }
            AuditCommand::PutAway(audit) => self.end_audit(audit),
            AuditCommand::AskNames(audit) => {
                if let Some((audit, document)) = self.audit_with(&audit).zip(self.document.as_ref()) {
                    self.dialogs.ask(Dialog::names(&audit, &document.profile().person));
                }
            }
            AuditCommand::AskDelete(audit) => {
                if let Some(audit) = self.audit_with(&audit) {
                    self.dialogs.ask(Dialog::delete_audit(&self.words, &audit));
                }
            }
        }
    }

    fn set_up(&mut self, form: Form) {
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
        self.asked_alone = None;
        // Another audit may have other parts, so its report suggests its own pages.
        self.preview.choices.pages.clear();
        self.screen = Screen::Audit;
        self.ask_question(first);
    }

    /// The part about energy, also where it was not chosen.
    fn ask_energy(&mut self) {
        let Some(audit) = self.asked_audit() else { return };
        if !audit.parts.contains(&Part::Energy) {
            let parts = audit.parts.iter().copied().chain([Part::Energy]).collect();
            self.edit(Edit::Audit(audit.id.clone(), AuditEdit::SetParts(parts)));
        }
        self.ask_open_ones(Some(Part::Energy));
    }

    /// The open questions alone, then back to this screen. Where nothing is open, the first question of the part.
    fn ask_open_ones(&mut self, part: Option<Part>) {
        let Some(audit) = self.asked_audit() else { return };
        let (instrument, from) = (self.instrument(), self.screen);
        let all = match part {
            Some(part) => part_questions(&instrument, &audit, part),
            None => questions(&instrument, &audit),
        };
        let is_open = |question: &&Question| !question.is_answered(&instrument, &audit);
        let open: Vec<Question> = all.iter().filter(is_open).cloned().collect();
        let first = open.first().or_else(|| all.first()).cloned();
        self.screens.audit.begin_tour(audit.id.clone(), open, from);
        self.ask_question(first);
    }

    fn end_open(&mut self) {
        match self.screens.audit.end_tour() {
            None | Some(Screen::Audit) => self.review(),
            Some(screen) => self.screen = screen,
        }
    }

    /// Between two parts.
    fn rest(&mut self, question: Question) {
        self.ask_question(Some(question));
        self.screens.audit.breather();
    }

    /// Asks the questions about one facet again, in the words and the order of a new audit.
    fn recheck(&mut self, facet: FacetId) {
        if !self.has_room(Document::room_for_audit) {
            return;
        }
        let Some(document) = &self.document else { return };
        let role = self.audit().map_or_else(String::new, |audit| audit.role.clone());
        let new = NewAudit { form: Form::Full, parts: Vec::new(), role, person: String::new(), fresh: false };
        let instrument = Arc::clone(self.instruments.newest());
        let mut audit = audit_of(&instrument, document.profile(), &new, &*self.system);
        let items = instrument.facet(facet.as_str()).map_or(&[][..], |it| it.items(Form::Full));
        audit.order.retain(|item| items.contains(item));
        audit.scope = Scope::Facet(facet);
        let (id, first) = (audit.id.clone(), questions(&instrument, &audit).into_iter().next());
        if self.edit(Edit::StartAudit(Box::new(audit))) {
            self.asked_alone = Some(id);
            self.ask_question(first);
        }
    }

    /// Continues an audit of all facets or of one.
    fn go_on(&mut self, audit: AuditId) {
        let Some(found) = self.audit_with(&audit) else { return };
        self.position = None;
        if found.scope.facet().is_some() {
            self.asked_alone = Some(audit);
        } else {
            self.look_at(audit);
        }
        self.enter_audit();
    }

    /// An audit of the open profile.
    fn audit_with(&self, id: &AuditId) -> Option<Arc<Audit>> {
        self.document.as_ref()?.profile().audit(id).cloned()
    }

    /// Goes to the audit: to the question where it stopped, else to the first open one, else to the set-up.
    pub(super) fn enter_audit(&mut self) {
        self.screen = Screen::Audit;
        // One of a single facet that was finished meanwhile has nothing more to ask.
        if self.asked_audit().is_some_and(|audit| audit.scope.facet().is_some() && audit.finished.is_some()) {
            self.asked_alone = None;
        }
        let Some(audit) = self.asked_audit() else {
            self.screens.audit.set_up(Form::Full);
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
        self.asked_alone = None;
        self.position = None;
        // The choices were made for the report of another audit.
        self.preview.choices.pages.clear();
        self.screen = Screen::Result;
    }

    /// Finishes an audit and shows what came of it: the result, or the history of the one facet.
    fn finish(&mut self, audit: AuditId) {
        let facet = self.audit_with(&audit).and_then(|audit| audit.scope.facet().cloned());
        self.end_audit(audit);
        self.screen = match facet {
            Some(facet) => {
                self.asked_alone = None;
                self.screens.history.choose(Followed::Facet(facet));
                Screen::History
            }
            None => Screen::Result,
        };
    }

    /// Marks an audit as finished, with what was answered.
    fn end_audit(&mut self, audit: AuditId) {
        if self.audit_with(&audit).is_some_and(|audit| audit.finished.is_none()) {
            let at = self.system.now();
            self.edit(Edit::Audit(audit, AuditEdit::Finish(at)));
        }
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
