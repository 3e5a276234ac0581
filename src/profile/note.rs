//! Evidence: what was done on one occasion, written down by the person.

use jiff::civil::Date;

use super::{Extra, FacetId, NoteId};

/// A dated note. It is the person's alone: on paper and in exports only where they choose so.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Its own id.
    pub id: NoteId,
    /// The day of which it tells.
    pub on: Date,
    /// The facet for which it is evidence.
    pub facet: FacetId,
    /// What the occasion was.
    pub occasion: String,
    /// What the person did.
    pub did: String,
    /// What came of it.
    pub came_of_it: String,
    /// Who saw it.
    pub seen_by: String,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl Note {
    /// A note in which nothing is written.
    pub fn empty(id: NoteId, on: Date, facet: FacetId) -> Self {
        Self {
            id,
            on,
            facet,
            occasion: String::new(),
            did: String::new(),
            came_of_it: String::new(),
            seen_by: String::new(),
            extra: Extra::new(),
        }
    }

    /// Whether nothing is written in it.
    pub const fn is_empty(&self) -> bool {
        self.occasion.is_empty() && self.did.is_empty() && self.came_of_it.is_empty() && self.seen_by.is_empty()
    }
}
