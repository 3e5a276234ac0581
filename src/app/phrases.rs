//! Words for undo steps, and for places in an audit.

use std::sync::Arc;

use super::current::Current;
use crate::instrument::{Instrument, Instruments, Question, part_questions, questions};
use crate::profile::{Audit, AuditEdit, Edit, Part, PlanEdit, PlanText, Profile, RoleEdit};
use crate::storage::{Entry, format};
use crate::t;
use crate::words::Words;

/// The question that an edit answered.
pub fn question_of(edit: &Edit) -> Option<Question> {
    let Edit::Audit(_, edit) = edit else { return None };
    Some(match edit {
        AuditEdit::SetAnswer(item, ..) => Question::Item(item.clone()),
        AuditEdit::SetSituation(id, _) => Question::Situation(id.clone()),
        AuditEdit::SetNeed(id, _) | AuditEdit::SetStakes(id, _) | AuditEdit::SetDose(id, _) => {
            Question::Role(id.clone())
        }
        AuditEdit::SetEnergy(id, _) => Question::Energy(id.clone()),
        AuditEdit::SetSign(id, _) => Question::Sign(id.clone()),
        AuditEdit::SetRole(_) | AuditEdit::SetParts(_) | AuditEdit::SetForm(..) | AuditEdit::Finish(_) => return None,
    })
}

/// The name of a step of undo, for instance "answer to question 12".
pub fn edit_label(words: &Words, instrument: &Instrument, profile: &Profile, edit: &Edit) -> String {
    if let (Some(question), Edit::Audit(id, _)) = (question_of(edit), edit)
        && let Some(audit) = profile.audit(id)
    {
        let part = part_questions(instrument, audit, question.part());
        let number = part.iter().position(|q| *q == question).map_or(0, |i| i + 1);
        return t!(words, "edit-answer", number = number, part = part_name(words, question.part()));
    }
    match edit {
        Edit::SetPerson(_) => t!(words, "edit-person"),
        Edit::StartAudit(_) => t!(words, "edit-start"),
        Edit::DeleteAudit(_) => t!(words, "edit-delete"),
        Edit::Audit(_, AuditEdit::SetRole(_)) => t!(words, "edit-role"),
        Edit::Audit(_, AuditEdit::Finish(_)) => t!(words, "edit-finish"),
        Edit::Audit(..) => t!(words, "edit-parts"),
        Edit::AddRole(_) => t!(words, "edit-role-add"),
        Edit::RemoveRole(_) => t!(words, "edit-role-remove"),
        Edit::Role(_, RoleEdit::SetName(_)) => t!(words, "edit-role-name"),
        Edit::Role(_, RoleEdit::SetDemand(..)) => t!(words, "edit-role-demand"),
        Edit::Role(_, RoleEdit::SetWeight(..)) => t!(words, "edit-role-weight"),
        Edit::Role(_, RoleEdit::SetAd(_)) => t!(words, "edit-role-ad"),
        Edit::Role(_, RoleEdit::TagLine(..)) => t!(words, "edit-role-tag"),
        Edit::SetHours(..) => t!(words, "edit-hours"),
        Edit::SetPin(_, true) => t!(words, "edit-pin"),
        Edit::SetPin(_, false) => t!(words, "edit-unpin"),
        Edit::SetReports(_) => t!(words, "edit-reports"),
        Edit::AddPlan(_) => t!(words, "edit-plan-add"),
        Edit::FollowPlan(..) => t!(words, "edit-plan-follow"),
        Edit::RemovePlan(_) => t!(words, "edit-plan-remove"),
        // During a trial these are notes.
        Edit::Plan(id, PlanEdit::SetText(PlanText::Words, _))
            if profile.plan(id).is_some_and(|plan| plan.trial.is_some()) =>
        {
            t!(words, "edit-plan-notes")
        }
        Edit::Plan(_, change) => plan_edit(words, change),
        Edit::AddNote(_) => t!(words, "edit-note-add"),
        Edit::RemoveNote(_) => t!(words, "edit-note-remove"),
        Edit::Note(..) => t!(words, "edit-note"),
    }
}

fn plan_edit(words: &Words, change: &PlanEdit) -> String {
    match change {
        PlanEdit::SetText(PlanText::Reason, _) => t!(words, "edit-plan-reason"),
        PlanEdit::SetText(PlanText::Cue | PlanText::Deed, _)
        | PlanEdit::TakeAction(_)
        | PlanEdit::SetMinutes(_)
        | PlanEdit::SetRehearsed(_) => t!(words, "edit-plan-sentence"),
        PlanEdit::SetText(PlanText::Obstacle | PlanText::Instead, _) => t!(words, "edit-plan-obstacle"),
        PlanEdit::SetText(PlanText::Goal(_), _) | PlanEdit::SetGoal(_) | PlanEdit::SetPresent(_) => {
            t!(words, "edit-plan-goal")
        }
        PlanEdit::SetDates(..) => t!(words, "edit-plan-dates"),
        PlanEdit::Begin(_) => t!(words, "edit-plan-begin"),
        PlanEdit::SetWeek(..) => t!(words, "edit-plan-week"),
        PlanEdit::Turn(..) => t!(words, "edit-plan-turn"),
        PlanEdit::SetText(PlanText::ColleagueWords | PlanText::Words | PlanText::Surprise, _)
        | PlanEdit::SetAfter(_)
        | PlanEdit::SetReached(_)
        | PlanEdit::SetRecheck(_)
        | PlanEdit::SetThen(..)
        | PlanEdit::SetColleague(_) => t!(words, "edit-plan-review"),
        PlanEdit::SetBefore(_) => t!(words, "edit-plan-before"),
        PlanEdit::End(_) => t!(words, "edit-plan-end"),
    }
}

/// An audit by its day, whether it is finished, and its role, where that was given: "19 Nov 2026 · Team lead".
pub fn audit_name(words: &Words, audit: &Audit) -> String {
    let day = words.date(audit.date());
    let day = if audit.finished.is_some() { day } else { t!(words, "result-under-way", date = day) };
    let role = audit.role.trim();
    if role.is_empty() { day } else { format!("{day} · {role}") }
}

/// The name of a part.
pub fn part_name(words: &Words, part: Part) -> String {
    match part {
        Part::Behaviour => t!(words, "part-behaviour"),
        Part::Situations => t!(words, "part-situations"),
        Part::Role => t!(words, "part-role"),
        Part::Energy => t!(words, "part-energy"),
        Part::Signs => t!(words, "part-signs"),
    }
}

/// Where a journal stopped, in words: "question 17 of 40 in Behaviour".
pub fn place_of(words: &Words, instruments: &Arc<Instruments>, entry: &Entry) -> String {
    let place = || {
        let decoded = format::open(&entry.document).ok()?;
        let Current { audit, instrument, .. } = Current::new(instruments, Some(&Arc::new(decoded.profile)), None);
        let (audit, position) = (audit?, entry.position.as_deref()?);
        let question = questions(&instrument, &audit).into_iter().find(|q| q.to_string() == position)?;
        let part = part_questions(&instrument, &audit, question.part());
        let number = part.iter().position(|q| *q == question)? + 1;
        Some(t!(words, "place", number = number, of = part.len(), part = part_name(words, question.part())))
    };
    place().unwrap_or_default()
}
