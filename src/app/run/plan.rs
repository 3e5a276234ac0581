//! Commands on the plan.

use std::path::PathBuf;

use eframe::Frame;
use jiff::Span;

use super::edit::new_id;
use crate::app::App;
use crate::app::ask::{Ask, Purpose};
use crate::app::command::{NewPlan, NewTrial, PlanCommand, Screen};
use crate::app::work::file;
use crate::document::Document;
use crate::export::{CalendarError, to_calendar};
use crate::message;
use crate::plan::{PROPOSED_WEEKS, is_empty_draft, review_day, trial_review_day};
use crate::profile::limits::cut_text;
use crate::profile::{
    Audit, Date, Edit, EndReason, Ended, Extra, Form, Note, NoteId, Plan, PlanEdit, PlanId, Scope, TrialOf,
};
use crate::t;

impl App {
    pub(super) fn run_plan(&mut self, command: PlanCommand, frame: Option<&Frame>) {
        match command {
            PlanCommand::Draft(new) => self.draft_plan(new),
            PlanCommand::Try(new) => self.try_role(new),
            PlanCommand::Change(change) => self.change_plan(change),
            PlanCommand::Drop => self.drop_draft(),
            PlanCommand::Begin => self.begin_plan(),
            PlanCommand::Count(week) => {
                self.screens.plan.count(week);
                self.screen = Screen::Plan;
            }
            PlanCommand::Review => {
                self.screens.plan.review();
                self.screen = Screen::Plan;
            }
            PlanCommand::GoOn(review) => self.follow_plan(Some(review)),
            PlanCommand::Rework => self.follow_plan(None),
            PlanCommand::Recheck => self.recheck_plan(),
            PlanCommand::AskCalendar => self.ask_calendar(frame),
            PlanCommand::CalendarTo(path) => self.write_calendar(path),
            PlanCommand::AddNote(note) => {
                if self.has_room(Document::room_for_note) {
                    let id = NoteId::from(new_id(&*self.system));
                    self.edit(Edit::AddNote(Box::new(Note { id, ..*note })));
                }
            }
        }
    }

    fn ask_calendar(&mut self, frame: Option<&Frame>) {
        let Some(document) = self.document.as_ref().filter(|it| it.profile().current_plan().is_some()) else { return };
        let ask = Ask {
            purpose: Purpose::Calendar,
            title: t!(self.words, "calendar-save-title"),
            name: format!("{}.ics", document.proposed_name()),
            folder: self.folder(),
            filters: vec![(t!(self.words, "calendar-file"), vec!["ics"])],
        };
        self.ask(frame, ask);
    }

    /// Writes the plan as it is now. It is small, and made in an instant; writing it may take long.
    fn write_calendar(&mut self, path: PathBuf) {
        let Some(plan) = self.current_plan() else { return };
        match to_calendar(&self.words, self.instruments.newest(), plan) {
            Ok(calendar) => {
                let desk = self.desk();
                self.start_export("calendar", move || file::export_text(&desk, path, &calendar));
            }
            Err(CalendarError::Days) => self.tell(message::no_calendar(&self.words)),
        }
    }

    /// Begins to ask the questions of the plan's facet again, in the words of a new audit. They are answered on the page of the review.
    fn recheck_plan(&mut self) {
        if !self.has_room(Document::room_for_audit) {
            return;
        }
        let Some(plan) = self.current_plan().cloned() else { return };
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

    /// The review was held, and the same skill goes on until another one: as it is, or as a draft whose sentence is changed first.
    fn follow_plan(&mut self, review: Option<Date>) {
        let Some(old) = self.current_plan().filter(|plan| plan.is_under_way()).cloned() else { return };
        if !self.has_room(Document::room_for_plan) {
            return;
        }
        let now = self.system.now();
        let today = self.words.local_day(now);
        let id = PlanId::from(new_id(&*self.system));
        let mut next = old.following(id, today, review.unwrap_or_else(|| review_day(today, PROPOSED_WEEKS)));
        next.begun = review.map(|_| now);
        // What is written during a trial are notes, and not what is said at its end.
        let words = if old.trial.is_none() { old.outcome.words.clone() } else { String::new() };
        let ended = Ended { at: now, why: EndReason::Reviewed, words, extra: Extra::new() };
        self.edit(Edit::FollowPlan(old.id, Box::new(ended), Box::new(next)));
    }

    fn current_plan(&self) -> Option<&Plan> {
        Some(self.document.as_ref()?.profile().current_plan()?)
    }

    fn change_plan(&mut self, change: PlanEdit) {
        if let Some(id) = self.current_plan().map(|plan| plan.id.clone()) {
            self.edit(Edit::Plan(id, change));
        }
    }

    /// Removes the plan that is being written. One that is practised already stays.
    fn drop_draft(&mut self) {
        let draft = self.current_plan().filter(|plan| plan.is_draft());
        if let Some(id) = draft.map(|plan| plan.id.clone()) {
            self.edit(Edit::RemovePlan(id));
        }
    }

    fn draft_plan(&mut self, new: NewPlan) {
        let is_free = self.current_plan().is_none_or(Plan::is_draft);
        if !is_free || !self.has_room(Document::room_for_plan) {
            return;
        }
        self.drop_draft();
        let id = PlanId::from(new_id(&*self.system));
        let start = self.words.local_day(self.system.now());
        let plan = Plan {
            audit: self.audit().map(|audit| audit.id.clone()),
            reason: cut_text(new.reason.trim()).to_owned(),
            start,
            review: review_day(start, PROPOSED_WEEKS),
            week_start: self.system.week_start(),
            ..Plan::draft(id, new.facet, new.aim)
        };
        self.edit(Edit::AddPlan(Box::new(plan)));
    }

    /// Begins to plan a trial of a role, or goes on with the same one. Only one plan can be there, and none is lost by it.
    fn try_role(&mut self, new: NewTrial) {
        let known = self.trials.trial(&new.trial).map(|trial| trial.weeks);
        let facet = self.explorer.catalogue.role(&new.role).and_then(|known| known.role.asks_most());
        let (Some(weeks), Some(facet)) = (known, facet) else { return };
        if let Some(plan) = self.current_plan() {
            let is_same = |of: &TrialOf| of.trial == new.trial && of.role == new.role;
            if plan.is_draft() && plan.trial.as_ref().is_some_and(is_same) {
                self.screen = Screen::Plan;
                return;
            }
            if !is_empty_draft(plan) {
                let told = message::another_plan(&self.words, plan);
                self.tell(told);
                return;
            }
        }
        self.begin_profile();
        if !self.has_room(Document::room_for_plan) {
            return;
        }
        self.drop_draft();
        let id = PlanId::from(new_id(&*self.system));
        let start = self.words.local_day(self.system.now());
        let plan = Plan {
            audit: self.audit().map(|audit| audit.id.clone()),
            start,
            review: trial_review_day(start, weeks),
            week_start: self.system.week_start(),
            ..Plan::trial(id, facet.id(), new.trial, new.role)
        };
        self.edit(Edit::AddPlan(Box::new(plan)));
        self.screen = Screen::Plan;
    }

    /// A draft that lay for some days begins today, and its review moves by as many days.
    fn begin_plan(&mut self) {
        let now = self.system.now();
        let today = self.words.local_day(now);
        let Some((start, review, week_start)) = self
            .current_plan()
            .filter(|plan| plan.is_draft() && can_begin(plan))
            .map(|plan| (plan.start, plan.review, plan.week_start))
        else {
            return;
        };
        if start < today {
            let late = (today - start).get_days();
            let review = review.saturating_add(Span::new().days(late));
            self.change_plan(PlanEdit::SetDates(today, review, week_start));
        }
        self.change_plan(PlanEdit::Begin(now));
    }
}

/// Whether it is written: both halves of the sentence, or a trial, whose words are those of the library.
fn can_begin(plan: &Plan) -> bool {
    plan.trial.is_some() || (!plan.cue.trim().is_empty() && !plan.deed.trim().is_empty())
}
