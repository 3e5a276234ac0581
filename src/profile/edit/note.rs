//! Changes inside one note.

use jiff::civil::Date;

use crate::profile::{FacetId, Note};

/// Which text of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteText {
    /// What the occasion was.
    Occasion,
    /// What the person did.
    Did,
    /// What came of it.
    CameOfIt,
    /// Who saw it.
    SeenBy,
}

/// A change inside one note.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::enum_variant_names, reason = "as in the other edits, each sets a value")]
pub enum NoteEdit {
    /// A text.
    SetText(NoteText, String),
    /// The day of which it tells.
    SetDay(Date),
    /// The facet for which it is evidence.
    SetFacet(FacetId),
}

impl Note {
    pub(super) fn apply(&mut self, change: &NoteEdit) {
        match change {
            NoteEdit::SetText(NoteText::Occasion, text) => self.occasion.clone_from(text),
            NoteEdit::SetText(NoteText::Did, text) => self.did.clone_from(text),
            NoteEdit::SetText(NoteText::CameOfIt, text) => self.came_of_it.clone_from(text),
            NoteEdit::SetText(NoteText::SeenBy, text) => self.seen_by.clone_from(text),
            NoteEdit::SetDay(day) => self.on = *day,
            NoteEdit::SetFacet(facet) => self.facet.clone_from(facet),
        }
    }
}
