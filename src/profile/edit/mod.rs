//! Every change of a profile, as data.

mod audit;
mod error;
mod note;
mod plan;
mod role;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{
    Audit, AuditId, CustomRole, Ended, FacetId, Hours, Note, NoteId, Part, Plan, PlanId, Profile, RoleId, limits,
};
pub use audit::AuditEdit;
pub use error::EditError;
pub use note::{NoteEdit, NoteText};
pub use plan::{PlanEdit, PlanText, TakenAction};
pub use role::RoleEdit;

/// A change of a profile. Each one is a step of undo.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// The person's name, empty for none.
    SetPerson(String),
    /// A new audit at the end of the list.
    StartAudit(Box<Audit>),
    /// Remove an audit.
    DeleteAudit(AuditId),
    /// A change inside one audit.
    Audit(AuditId, AuditEdit),
    /// A new role of the person's own, at the end of the list.
    AddRole(Box<CustomRole>),
    /// Remove a role of the person's own, and its pin.
    RemoveRole(RoleId),
    /// A change inside one role of the person's own.
    Role(RoleId, RoleEdit),
    /// The hours that a facet, or work in the person's own trade, takes in their week; `None` removes them.
    SetHours(FacetId, Option<Hours>),
    /// Pin a role, or take its pin away.
    SetPin(RoleId, bool),
    /// Whether anyone reports to the person; `None` takes the answer back.
    SetReports(Option<bool>),
    /// A new plan at the end of the list.
    AddPlan(Box<Plan>),
    /// Remove a plan.
    RemovePlan(PlanId),
    /// A plan ends with its review, and another one follows on it.
    FollowPlan(PlanId, Box<Ended>, Box<Plan>),
    /// A change inside one plan.
    Plan(PlanId, PlanEdit),
    /// A new note at the end of the list.
    AddNote(Box<Note>),
    /// Remove a note.
    RemoveNote(NoteId),
    /// A change inside one note.
    Note(NoteId, NoteEdit),
}

impl Profile {
    /// The profile after an edit. The present one is not changed; audits and roles that the edit does not
    /// touch are shared.
    ///
    /// # Errors
    /// When the edit names an audit or a role that is not there, has an impossible value, or would exceed one of the [`limits`]. The
    /// limit of the whole file is not checked here; the document does that.
    pub fn apply(&self, edit: &Edit) -> Result<Self, EditError> {
        let mut next = self.clone();
        match edit {
            Edit::SetPerson(name) => next.person.clone_from(name),
            Edit::StartAudit(audit) => {
                if self.audit(&audit.id).is_some() {
                    return Err(EditError::AuditExists(audit.id.clone()));
                }
                let mut audit = audit.as_ref().clone();
                audit.parts.insert(Part::Behaviour);
                limits::check_audit(&audit)?;
                next.audits.push(Arc::new(audit));
            }
            Edit::DeleteAudit(id) => {
                next.audits.remove(self.index(id)?);
            }
            Edit::Audit(id, change) => {
                let audit = Arc::make_mut(&mut next.audits[self.index(id)?]);
                audit.apply(change)?;
                limits::check_audit(audit)?;
            }
            Edit::AddRole(new) => {
                if self.role(&new.id).is_some() {
                    return Err(EditError::RoleExists(new.id.clone()));
                }
                limits::check_role(new)?;
                next.roles.push(Arc::new(new.as_ref().clone()));
            }
            Edit::RemoveRole(id) => {
                next.roles.remove(self.role_index(id)?);
                next.pins.retain(|pin| pin != id);
            }
            Edit::Role(id, change) => {
                let role = Arc::make_mut(&mut next.roles[self.role_index(id)?]);
                role.apply(change)?;
                limits::check_role(role)?;
            }
            Edit::SetHours(facet, hours) => set(&mut next.hours, facet, *hours),
            Edit::SetPin(id, false) => next.pins.retain(|pin| pin != id),
            Edit::SetPin(id, true) if self.pins.contains(id) => {}
            Edit::SetPin(id, true) => next.pins.push(id.clone()),
            Edit::SetReports(reports) => next.reports = *reports,
            Edit::AddPlan(_) | Edit::RemovePlan(_) | Edit::FollowPlan(..) | Edit::Plan(..) => {
                next.change_plans(edit)?;
            }
            Edit::AddNote(_) | Edit::RemoveNote(_) | Edit::Note(..) => next.change_notes(edit)?,
        }
        limits::check_frame(&next)?;
        Ok(next)
    }

    fn change_plans(&mut self, edit: &Edit) -> Result<(), EditError> {
        let index = |profile: &Self, id: &PlanId| {
            let found = profile.plans.iter().rposition(|plan| plan.id == *id);
            found.ok_or_else(|| EditError::NoSuchPlan(id.clone()))
        };
        match edit {
            Edit::AddPlan(new) => {
                if self.plan(&new.id).is_some() {
                    return Err(EditError::PlanExists(new.id.clone()));
                }
                if self.current_plan().is_some() && new.ended.is_none() {
                    return Err(EditError::PlanUnderWay);
                }
                limits::check_plan(new)?;
                self.plans.push(Arc::new(new.as_ref().clone()));
            }
            Edit::FollowPlan(id, ended, new) => {
                self.change_plans(&Edit::Plan(id.clone(), PlanEdit::End(ended.clone())))?;
                self.change_plans(&Edit::AddPlan(new.clone()))?;
            }
            Edit::RemovePlan(id) => {
                let index = index(self, id)?;
                self.plans.remove(index);
            }
            Edit::Plan(id, change) => {
                let index = index(self, id)?;
                let plan = Arc::make_mut(&mut self.plans[index]);
                plan.apply(change)?;
                limits::check_plan(plan)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn change_notes(&mut self, edit: &Edit) -> Result<(), EditError> {
        let index = |profile: &Self, id: &NoteId| {
            let found = profile.notes.iter().rposition(|note| note.id == *id);
            found.ok_or_else(|| EditError::NoSuchNote(id.clone()))
        };
        match edit {
            Edit::AddNote(new) => {
                if self.note(&new.id).is_some() {
                    return Err(EditError::NoteExists(new.id.clone()));
                }
                limits::check_note(new)?;
                self.notes.push(Arc::new(new.as_ref().clone()));
            }
            Edit::RemoveNote(id) => {
                let index = index(self, id)?;
                self.notes.remove(index);
            }
            Edit::Note(id, change) => {
                let index = index(self, id)?;
                let note = Arc::make_mut(&mut self.notes[index]);
                note.apply(change);
                limits::check_note(note)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn role_index(&self, id: &RoleId) -> Result<usize, EditError> {
        self.roles.iter().position(|r| r.id == *id).ok_or_else(|| EditError::NoSuchRole(id.clone()))
    }

    fn index(&self, id: &AuditId) -> Result<usize, EditError> {
        self.audits.iter().rposition(|a| a.id == *id).ok_or_else(|| EditError::NoSuchAudit(id.clone()))
    }
}

fn set<K: Ord + Clone, V>(map: &mut BTreeMap<K, V>, key: &K, value: Option<V>) {
    match value {
        Some(value) => {
            map.insert(key.clone(), value);
        }
        None => {
            map.remove(key);
        }
    }
}
