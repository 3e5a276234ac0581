//! Every change of a profile, as data.

mod audit;
mod error;
mod role;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Audit, AuditId, CustomRole, FacetId, Hours, Part, Profile, RoleId, limits};
pub use audit::AuditEdit;
pub use error::EditError;
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
