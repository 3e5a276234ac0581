//! Roles of the person's own: made by hand, as a copy of another one, or from a job ad.

use std::collections::BTreeMap;

use super::{Extra, FacetId, FacetWeight, Rating, RoleId};

/// A role of the person's own.
///
/// What it asks of a facet is what the person set here. A facet without an entry follows from the ad, where there is one;
/// [`crate::tracks`] has the rule.
#[derive(Clone, Debug, PartialEq)]
pub struct CustomRole {
    /// Its own id.
    pub id: RoleId,
    /// Its name, in the person's words.
    pub name: String,
    /// The role that it was copied from; `None` where it began empty.
    pub base: Option<RoleId>,
    /// What it asks of each facet, as far as the person has set that.
    pub demands: BTreeMap<FacetId, Rating>,
    /// How much each facet counts, as far as the person has set that.
    pub weights: BTreeMap<FacetId, FacetWeight>,
    /// The job ad, line by line; empty for none.
    pub ad: Vec<AdLine>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

/// One line of a job ad.
#[derive(Clone, Debug, PartialEq)]
pub struct AdLine {
    /// The words.
    pub text: String,
    /// The facet that the person found in it.
    pub facet: Option<FacetId>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl CustomRole {
    /// A role in which nothing is set.
    pub fn empty(id: RoleId, name: String) -> Self {
        Self {
            id,
            name,
            base: None,
            demands: BTreeMap::new(),
            weights: BTreeMap::new(),
            ad: Vec::new(),
            extra: Extra::new(),
        }
    }
}
