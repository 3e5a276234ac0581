//! Commands on roles.

use super::edit::new_id;
use crate::app::App;
use crate::app::command::{NewRole, RoleCommand, Screen};
use crate::app::dialogs::Dialog;
use crate::app::tasks::{Job, JobPlace, Moment};
use crate::document::Document;
use crate::profile::limits::cut_text;
use crate::profile::{AdLine, CustomRole, Edit, Extra, RoleEdit, RoleId};
use crate::t;
use crate::tracks::{ad, copy_of};

impl App {
    pub(super) fn run_role(&mut self, command: RoleCommand) {
        match command {
            RoleCommand::Show(role) => self.explore(role),
            RoleCommand::Suppose(what_if) => self.explorer.what_if = *what_if,
            RoleCommand::Add(new) => self.new_role(new),
            RoleCommand::AskAd(role) => self.ask_ad(role),
            RoleCommand::SetAd(role, text) => self.set_ad(role, &text),
            RoleCommand::AskRemove(role) => {
                let name = self.explorer.candidate(&role).map_or_else(String::new, |c| c.name.clone());
                self.dialogs.ask(Dialog::remove_role(&self.words, role, &name));
            }
        }
    }

    /// Shows a role.
    pub(super) fn explore(&mut self, role: RoleId) {
        self.explorer.pick(role);
        self.screen = Screen::Tracks;
        self.screens.tracks.opened();
    }

    /// Brings roles and fits up to date. A thread computes how sure the order is.
    pub(in crate::app) fn refresh_explorer(&mut self) {
        if !matches!(self.screen, Screen::Tracks | Screen::Print) && !self.waits_for_file() {
            return;
        }
        let current = self.current();
        let work = self.explorer.refresh(&self.words, &current, self.settings.confidence);
        if let Some(work) = work {
            let crashed = |app: &mut Self, moment: Moment<'_>| {
                app.explorer.gave_up();
                app.crashed(moment);
            };
            let job = Job { name: "fit", place: JobPlace::Aside };
            self.start_job(job, work, |app, _, fits| app.explorer.found(fits), crashed);
        }
    }

    /// Makes a role of the person's own: empty, copied, or from a job ad. Begins a profile if none is open.
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

    /// Asks for a job ad: for a role, or for a new one if the profile can hold one more.
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
}
