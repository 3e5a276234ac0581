//! Commands on the plan.

use jiff::ToSpan;

use super::edit::new_id;
use crate::app::App;
use crate::app::command::{PlanCommand, Screen};
use crate::document::Document;
use crate::profile::{Aim, Audit, Date, Edit, FacetId, Form, Note, NoteId, Plan, PlanEdit, PlanId, Scope, Weekday};

/// How many weeks a new plan takes.
const WEEKS: i64 = 6;

impl App {
    pub(super) fn run_plan(&mut self, command: PlanCommand) {
        match command {
            PlanCommand::Draft(facet, aim) => self.draft_plan(facet, aim),
            PlanCommand::Change(change) => {
                if let Some(id) = self.plan_id() {
                    self.edit(Edit::Plan(id, change));
                }
            }
            PlanCommand::Drop => self.drop_draft(),
            PlanCommand::Begin => {
                let now = self.system.now();
                self.run_plan(PlanCommand::Change(PlanEdit::Begin(now)));
            }
            PlanCommand::Count(week) => {
                self.screens.plan.count(week);
                self.screen = Screen::Plan;
            }
            PlanCommand::Review => {
                self.screens.plan.review();
                self.screen = Screen::Plan;
            }
            PlanCommand::Recheck => self.recheck_plan(),
            PlanCommand::AddNote(note) => {
                if self.has_room(Document::room_for_note) {
                    let id = NoteId::from(new_id(&*self.system));
                    self.edit(Edit::AddNote(Box::new(Note { id, ..*note })));
                }
            }
        }
    }

    /// Begins to ask the questions of the plan's facet again, in the words of a new audit. They are answered on the page of the review.
    fn recheck_plan(&mut self) {
        if !self.has_room(Document::room_for_audit) {
            return;
        }
        let Some(plan) = self.document.as_ref().and_then(|document| document.profile().current_plan()).cloned() else {
            return;
        };
        let instrument = self.instruments.newest();
        let Some(facet) = instrument.facet(plan.facet.as_str()) else { return };
        let audit = Audit {
            id: new_id(&*self.system).into(),
            started: self.system.now(),
            role: self.audit().map(|audit| audit.role.clone()).unwrap_or_default(),
            order: facet.items(Form::Full).to_vec(),
            scope: Scope::Facet(plan.facet.clone()),
            ..Audit::blank(instrument.reference(), Form::Full)
        };
        self.edit(Edit::StartAudit(Box::new(audit)));
    }

    /// The id of the plan that has not ended.
    fn plan_id(&self) -> Option<PlanId> {
        Some(self.document.as_ref()?.profile().current_plan()?.id.clone())
    }

    /// Removes the plan that is being written. One that is practised already stays.
    fn drop_draft(&mut self) {
        let draft = self.document.as_ref().and_then(|document| document.profile().current_plan());
        if let Some(id) = draft.filter(|plan| plan.is_draft()).map(|plan| plan.id.clone()) {
            self.edit(Edit::RemovePlan(id));
        }
    }

    fn draft_plan(&mut self, facet: FacetId, aim: Aim) {
        if !self.has_room(Document::room_for_plan) {
            return;
        }
        self.drop_draft();
        let id = PlanId::from(new_id(&*self.system));
        let start = self.words.local_day(self.system.now());
        let plan = Plan {
            audit: self.audit().map(|audit| audit.id.clone()),
            start,
            review: start.checked_add(WEEKS.weeks()).unwrap_or(Date::MAX),
            week_start: Weekday::Monday,
            ..Plan::draft(id, facet, aim)
        };
        self.edit(Edit::AddPlan(Box::new(plan)));
    }
}
