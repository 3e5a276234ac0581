//! Changes inside one role of the person's own.

use super::{EditError, set};
use crate::profile::{AdLine, CustomRole, Extra, FacetId, FacetWeight, Rating};

/// A change inside one role of the person's own. `None` takes a value back.
#[derive(Clone, Debug, PartialEq)]
pub enum RoleEdit {
    /// Its name.
    SetName(String),
    /// What it asks of a facet.
    SetDemand(FacetId, Option<Rating>),
    /// How much a facet counts.
    SetWeight(FacetId, Option<FacetWeight>),
    /// The job ad, line by line. Lines that were there before keep their facets.
    SetAd(Vec<String>),
    /// The facet of a line, counted from 0.
    TagLine(usize, Option<FacetId>),
}

impl CustomRole {
    pub(super) fn apply(&mut self, change: &RoleEdit) -> Result<(), EditError> {
        match change {
            RoleEdit::SetName(name) => self.name.clone_from(name),
            RoleEdit::SetDemand(facet, demand) => set(&mut self.demands, facet, *demand),
            RoleEdit::SetWeight(facet, weight) => set(&mut self.weights, facet, *weight),
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

/// The line as it was before, with its facet, or a new line. Two equal lines each keep their facet.
fn kept(before: &mut Vec<AdLine>, text: &str) -> AdLine {
    match before.iter().position(|line| line.text == text) {
        Some(at) => before.remove(at),
        None => AdLine { text: text.to_owned(), facet: None, extra: Extra::new() },
    }
}
