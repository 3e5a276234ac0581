//! One role of any origin (built in, the person's own, the present one), and all of them together.

use std::sync::Arc;

use super::{BuiltIn, CURRENT, Catalogue, Role, current_role, role_of};
use crate::profile::{Audit, CustomRole, FacetWeight, RoleId, Stakes};

/// A role that was chosen, with all that is known about it.
#[derive(Clone, Debug, PartialEq)]
pub enum ChosenRole<'a> {
    /// A built-in one.
    BuiltIn(&'a BuiltIn),
    /// One of the person's own.
    Own(&'a CustomRole),
    /// The one that the person has now, as the audit describes it.
    Current(Role),
}

impl<'a> ChosenRole<'a> {
    /// The role with this id; `None` where there is none.
    pub fn find(
        id: &RoleId,
        catalogue: &'a Catalogue,
        own: &'a [Arc<CustomRole>],
        audit: Option<&Audit>,
    ) -> Option<Self> {
        if id.as_str() == CURRENT {
            return audit.and_then(current_role).map(Self::Current);
        }
        let custom = || own.iter().find(|custom| custom.id == *id).map(|custom| Self::Own(custom));
        catalogue.role(id).map(Self::BuiltIn).or_else(custom)
    }

    /// What it asks.
    pub fn asks(&self) -> Role {
        match self {
            Self::BuiltIn(built_in) => built_in.role.clone(),
            Self::Own(custom) => role_of(custom),
            Self::Current(role) => role.clone(),
        }
    }

    /// Its id.
    pub const fn id(&self) -> &RoleId {
        match self {
            Self::BuiltIn(built_in) => &built_in.role.id,
            Self::Own(custom) => &custom.id,
            Self::Current(role) => &role.id,
        }
    }
}

/// All roles that are compared: track by track, then the person's own, then the present one.
pub fn all_roles(catalogue: &Catalogue, own: &[Arc<CustomRole>], audit: Option<&Audit>) -> Vec<Role> {
    let built_in = catalogue.demands().cloned();
    built_in.chain(own.iter().map(|custom| role_of(custom))).chain(audit.and_then(current_role)).collect()
}

/// The audit as if this were the person's role: its demands take the place of the needs in the audit, its weights that of the
/// stakes. What the person said about doing enough was about their own role, so it is left out. Charts and gaps of any role are
/// then made as for an ordinary audit, with [`crate::scoring::score_in_role`].
pub fn audit_in(audit: &Audit, role: &Role) -> Audit {
    let needs = role.demands.iter().map(|(facet, demand)| (facet.id(), *demand)).collect();
    let stakes = |weight: FacetWeight| Stakes::ALL[usize::from(weight.value()).min(3)];
    let mut audit = audit.clone();
    audit.answers.stakes = role.weights.iter().map(|(facet, weight)| (facet.id(), stakes(*weight))).collect();
    audit.answers.needs = needs;
    audit.answers.doses.clear();
    audit
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instrument::Instrument;
    use crate::profile::{Form, Rating};

    #[test]
    fn a_role_is_found_wherever_it_comes_from() {
        let (instrument, catalogue) = (Instrument::built_in().unwrap(), Catalogue::built_in().unwrap());
        let own = [Arc::new(CustomRole::empty("a".into(), "Mine".to_owned()))];
        let mut audit = Audit::blank(instrument.reference(), Form::Full);
        let found = |id: &str, audit: &Audit| {
            ChosenRole::find(&id.into(), &catalogue, &own, Some(audit)).map(|role| role.id().to_string())
        };
        assert_eq!(found("founder", &audit).as_deref(), Some("founder"));
        assert_eq!(found("a", &audit).as_deref(), Some("a"));
        assert_eq!((found("b", &audit), found(CURRENT, &audit)), (None, None));
        assert_eq!(all_roles(&catalogue, &own, Some(&audit)).len(), catalogue.roles.len() + 1);
        audit = audit_in(&audit, &catalogue.roles[0].role);
        assert_eq!(found(CURRENT, &audit).as_deref(), Some(CURRENT));
        assert_eq!(audit.answers.needs["resource-allocation"], Rating::ALL[4]);
        assert_eq!(all_roles(&catalogue, &own, Some(&audit)).len(), catalogue.roles.len() + 2);
    }
}
