//! Every change of a profile, as data.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;

use super::{
    Answer, Audit, AuditId, CustomRole, Dose, FacetId, Form, Hours, ItemId, Part, Points, Profile, Rating, RoleEdit,
    RoleId, SignAnswer, SignId, SituationId, limits,
};

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
    /// The hours that a facet, or work of one's own, takes in the person's week; `None` takes them back.
    SetHours(FacetId, Option<Hours>),
    /// Pin a role, or take its pin away.
    SetPin(RoleId, bool),
}

/// A change inside one audit. `None` takes an answer back.
#[derive(Clone, Debug, PartialEq)]
pub enum AuditEdit {
    /// The role's title.
    SetRole(String),
    /// The parts to ask; behaviour is kept whatever is said here.
    SetParts(BTreeSet<Part>),
    /// The form, with the order of its items. Answers to items that are no longer asked are kept.
    SetForm(Form, Vec<ItemId>),
    /// An answer, with the seconds it took where they are known.
    SetAnswer(ItemId, Option<Answer>, Option<f64>),
    /// Points for the management-minded response.
    SetSituation(SituationId, Option<Points>),
    /// How much the role needs a facet.
    SetNeed(FacetId, Option<Rating>),
    /// Whether the person does enough of a facet.
    SetDose(FacetId, Option<Dose>),
    /// Whether a facet drains or energises.
    SetEnergy(FacetId, Option<Rating>),
    /// How much of a sign shows.
    SetSign(SignId, Option<SignAnswer>),
    /// The audit is finished.
    Finish(Timestamp),
}

/// Why an edit cannot be applied.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The audit is not in this profile.
    #[error("there is no audit {0} in this profile")]
    NoSuchAudit(AuditId),
    /// Two audits would have one id.
    #[error("there is an audit {0} in this profile already")]
    AuditExists(AuditId),
    /// Seconds are a finite number, not below zero.
    #[error("{0} is not a number of seconds")]
    BadSeconds(String),
    /// The role is not one of the person's own.
    #[error("there is no role {0} in this profile")]
    NoSuchRole(RoleId),
    /// Two roles would have one id.
    #[error("there is a role {0} in this profile already")]
    RoleExists(RoleId),
    /// There is a limit to them.
    #[error("there are as many roles in this profile as can be kept")]
    TooManyRoles,
    /// There is a limit to them.
    #[error("there are as many audits in this profile as can be kept")]
    TooManyAudits,
    /// There is a limit to them.
    #[error("as many roles are pinned as can be kept")]
    TooManyPins,
    /// There is a limit to the entries of a list.
    #[error("there are as many entries in one list as can be kept")]
    TooManyEntries,
    /// Names have a length.
    #[error("the name is longer than can be kept")]
    TextTooLong,
    /// An id is not empty, and has a length.
    #[error("an id is empty or longer than can be kept")]
    BadId,
    /// An item is in an order once.
    #[error("the item {0} is in the order twice")]
    OrderedTwice(ItemId),
    /// The file would be larger than can be read again.
    #[error("the profile would be larger than a file can be")]
    FileFull,
    /// A job ad has a length; whoever pastes it cuts it.
    #[error("the job ad is longer than can be kept")]
    AdTooLong,
    /// The job ad has fewer lines.
    #[error("the job ad has no line {0}, counted from 0")]
    NoSuchLine(usize),
}

impl EditError {
    /// Whether it is about how much a profile can keep, which a person can come to. The others are errors of ours.
    pub const fn is_limit(&self) -> bool {
        matches!(
            self,
            Self::TooManyRoles
                | Self::TooManyAudits
                | Self::TooManyPins
                | Self::TooManyEntries
                | Self::TextTooLong
                | Self::AdTooLong
                | Self::FileFull
        )
    }
}

impl Profile {
    /// The profile after an edit. The present one is not changed; audits and roles that the edit does not
    /// touch are shared.
    ///
    /// # Errors
    /// When the edit names an audit or a role that is not there, or a value that cannot be, or would pass one of [`limits`] but that of
    /// the whole file, which whoever keeps the profile looks after.
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
        }
        limits::check_frame(&next)?;
        Ok(next)
    }

    fn role_index(&self, id: &RoleId) -> Result<usize, EditError> {
        self.roles.iter().position(|r| r.id == *id).ok_or_else(|| EditError::NoSuchRole(id.clone()))
    }

    fn index(&self, id: &AuditId) -> Result<usize, EditError> {
        self.audits.iter().rposition(|a| a.id == *id).ok_or_else(|| EditError::NoSuchAudit(id.clone()))
    }
}

impl Audit {
    fn apply(&mut self, change: &AuditEdit) -> Result<(), EditError> {
        match change {
            AuditEdit::SetRole(role) => self.role.clone_from(role),
            AuditEdit::SetParts(parts) => {
                self.parts.clone_from(parts);
                self.parts.insert(Part::Behaviour);
            }
            AuditEdit::SetForm(form, order) => {
                self.form = *form;
                self.order.clone_from(order);
            }
            AuditEdit::SetAnswer(item, answer, seconds) => {
                if let Some(s) = seconds.filter(|s| !s.is_finite() || *s < 0.0) {
                    return Err(EditError::BadSeconds(s.to_string()));
                }
                set(&mut self.answers, item, *answer);
                if answer.is_none() || seconds.is_some() {
                    set(&mut self.seconds, item, *seconds);
                }
            }
            AuditEdit::SetSituation(id, points) => set(&mut self.situations, id, *points),
            AuditEdit::SetNeed(facet, need) => set(&mut self.needs, facet, *need),
            AuditEdit::SetDose(facet, dose) => set(&mut self.doses, facet, *dose),
            AuditEdit::SetEnergy(facet, energy) => set(&mut self.energy, facet, *energy),
            AuditEdit::SetSign(sign, answer) => set(&mut self.signs, sign, *answer),
            AuditEdit::Finish(at) => self.finished = Some(*at),
        }
        Ok(())
    }
}

pub(super) fn set<K: Ord + Clone, V>(map: &mut std::collections::BTreeMap<K, V>, key: &K, value: Option<V>) {
    match value {
        Some(value) => {
            map.insert(key.clone(), value);
        }
        None => {
            map.remove(key);
        }
    }
}
