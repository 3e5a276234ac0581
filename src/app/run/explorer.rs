//! Commands of the explorer.

use super::audit::new_id;
use crate::app::App;
use crate::app::command::{NewRole, Screen};
use crate::app::dialogs::Dialog;
use crate::app::explorer::WhatIf;
use crate::app::tasks::Done;
use crate::document::Document;
use crate::instrument::part_questions;
use crate::profile::limits::cut_text;
use crate::profile::{AdLine, AuditEdit, CustomRole, Edit, Extra, Part, Profile, RoleEdit, RoleId};
use crate::t;
use crate::tracks::{ad, copy_of};

impl App {
    /// Shows a role.
    pub(super) fn explore(&mut self, role: RoleId) {
        self.explorer.pick(role);
        self.screen = Screen::Tracks;
        self.screens.tracks.opened();
    }

    /// The part about energy, also where it was not chosen.
    pub(super) fn ask_energy(&mut self) {
        let Some(audit) = self.audit() else { return };
        if !audit.parts.contains(&Part::Energy) {
            let parts = audit.parts.iter().copied().chain([Part::Energy]).collect();
            self.edit(Edit::Audit(audit.id.clone(), AuditEdit::SetParts(parts)));
        }
        let Some(audit) = self.audit() else { return };
        let open = part_questions(&self.instrument(), &audit, Part::Energy);
        let first = open.iter().find(|question| !question.is_answered(&audit)).or_else(|| open.first()).cloned();
        self.ask_question(first);
    }

    pub(super) fn suppose(&mut self, what_if: WhatIf) {
        self.explorer.what_if = what_if;
    }

    /// Brings roles and fits up to date; how sure the order is, a thread finds out.
    pub(in crate::app) fn refresh_explorer(&mut self) {
        if !matches!(self.screen, Screen::Tracks | Screen::Print) && !self.waits_for_file() {
            return;
        }
        let current = self.current();
        let work = self.explorer.refresh(&self.words, &current, self.settings.confidence);
        if let Some(work) = work {
            self.start("fit", move || Done::Fitted(Box::new(work())));
        }
    }

    /// A role of the person's own: empty, copied, or from a job ad. A profile is begun where none is open.
    pub(super) fn new_role(&mut self, new: NewRole) {
        if !self.has_room(Document::room_for_role) {
            return;
        }
        self.begin_profile();
        let id = RoleId::from(new_id(&*self.system));
        let role = match new {
            NewRole::Empty => CustomRole::empty(id.clone(), t!(self.words, "tracks-new-name")),
            NewRole::Copy(of) => {
                let Some(candidate) = self.explorer.candidate(&of) else { return };
                copy_of(
                    &candidate.role,
                    id.clone(),
                    cut_text(&t!(self.words, "copy-of", name = candidate.name.as_str())).to_owned(),
                )
            }
            NewRole::FromAd { name, text } => {
                let split = ad::split(&text);
                if split.cut {
                    self.toasts.say(t!(self.words, "ad-cut"));
                }
                let line = |text| AdLine { text, facet: None, extra: Extra::new() };
                let given = Some(name.trim().to_owned()).filter(|name| !name.is_empty());
                let name = given.or(split.title).unwrap_or_else(|| t!(self.words, "ad-new-name"));
                CustomRole { ad: split.lines.into_iter().map(line).collect(), ..CustomRole::empty(id.clone(), name) }
            }
        };
        if self.edit(Edit::AddRole(Box::new(role))) {
            self.explore(id);
        }
    }

    /// Asks for a job ad: for a role, or for a new one where there is room for it.
    pub(super) fn ask_ad(&mut self, role: Option<RoleId>) {
        if role.is_some() || self.has_room(Document::room_for_role) {
            self.dialogs.ask(Dialog::job_ad(role));
        }
    }

    /// Another text for the ad of a role.
    pub(super) fn set_ad(&mut self, role: RoleId, text: &str) {
        let split = ad::split(text);
        if split.cut {
            self.toasts.say(t!(self.words, "ad-cut"));
        }
        self.edit(Edit::Role(role, RoleEdit::SetAd(split.lines)));
    }

    /// A document to write into, also before the first audit.
    pub(super) fn begin_profile(&mut self) {
        if self.document.is_none() {
            let profile = Profile::new(new_id(&*self.system).into());
            self.document = Some(Document::new(profile, t!(self.words, "new-profile-title")));
        }
    }
}
