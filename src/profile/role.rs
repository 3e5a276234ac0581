//! Roles of the person's own: made by hand, as a copy of another one, or from a job ad.

use std::collections::BTreeMap;

use super::{EditError, Extra, FacetId, Rating, RoleId, Weight};

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
    pub weights: BTreeMap<FacetId, Weight>,
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

/// A change inside one role of the person's own. `None` takes a value back.
#[derive(Clone, Debug, PartialEq)]
pub enum RoleEdit {
    /// Its name.
    SetName(String),
    /// What it asks of a facet.
    SetDemand(FacetId, Option<Rating>),
    /// How much a facet counts.
    SetWeight(FacetId, Option<Weight>),
    /// The job ad, line by line. Lines that were there before keep their facets.
    SetAd(Vec<String>),
    /// The facet of a line, counted from 0.
    TagLine(usize, Option<FacetId>),
}

impl CustomRole {
    /// A role of which nothing is set.
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

    pub(super) fn apply(&mut self, change: &RoleEdit) -> Result<(), EditError> {
        match change {
            RoleEdit::SetName(name) => self.name.clone_from(name),
            RoleEdit::SetDemand(facet, demand) => super::edit::set(&mut self.demands, facet, *demand),
            RoleEdit::SetWeight(facet, weight) => super::edit::set(&mut self.weights, facet, *weight),
            RoleEdit::SetAd(lines) => {
                let mut before = std::mem::take(&mut self.ad);
                self.ad = lines.iter().map(|text| kept(&mut before, text)).collect();
            }
            RoleEdit::TagLine(line, facet) => {
                let tagged = self.ad.get_mut(*line).ok_or(EditError::NoSuchLine(*line))?;
                tagged.facet.clone_from(facet);
            }
        }
        Ok(())
    }
}

/// The line as it was before, with its facet, or a new one. A line that is there twice keeps both of its facets.
fn kept(before: &mut Vec<AdLine>, text: &str) -> AdLine {
    match before.iter().position(|line| line.text == text) {
        Some(at) => before.remove(at),
        None => AdLine { text: text.to_owned(), facet: None, extra: Extra::new() },
    }
}
