//! The person's notes of evidence. They are on paper only where that was chosen.

use std::sync::Arc;

use serde::Serialize;

use super::pieces::Drawing;
use crate::chart::legend::{Sample, sample};
use crate::instrument::{Instrument, KnownFacet, Side};
use crate::palette::Palette;
use crate::profile::{FacetId, Note};
use crate::summary::NoteWords;
use crate::t;
use crate::words::Words;

/// The notes.
#[derive(Clone, Debug, Serialize)]
pub struct NotesPage {
    /// Its heading.
    pub title: String,
    /// That they are private.
    pub below: String,
    /// The facets of which there are notes, in their fixed order.
    pub groups: Vec<NoteGroup>,
}

/// The notes of a facet.
#[derive(Clone, Debug, Serialize)]
pub struct NoteGroup {
    /// The facet.
    pub name: String,
    /// Its side.
    pub side: Side,
    /// The mark of that side.
    pub mark: Drawing,
    /// The notes, the newest first.
    pub rows: Vec<NoteRow>,
}

/// One note.
#[derive(Clone, Debug, Serialize)]
pub struct NoteRow {
    /// Its day.
    pub day: String,
    /// What was done, on which occasion.
    pub words: String,
    /// What came of it, and who saw it; may be empty.
    pub below: String,
}

/// The page; nothing where nothing is noted.
pub(super) fn page(
    words: &Words,
    instrument: &Instrument,
    palette: &Palette,
    notes: &[Arc<Note>],
) -> Option<NotesPage> {
    let mut written: Vec<&Note> = notes.iter().map(|note| &**note).filter(|note| !note.is_empty()).collect();
    // Of one day, what was noted last comes first, as in the window.
    written.reverse();
    written.sort_by_key(|note| std::cmp::Reverse(note.on));
    let mut facets: Vec<&FacetId> = instrument.facets.iter().map(|facet| &facet.id).collect();
    let known = facets.len();
    for note in &written {
        if !facets.contains(&&note.facet) {
            facets.push(&note.facet);
        }
    }
    facets[known..].sort();
    let group = |facet: &FacetId| {
        let rows = written.iter().filter(|note| note.facet == *facet).map(|note| {
            let said = NoteWords::new(words, note);
            NoteRow { day: said.day, words: said.words, below: said.below }
        });
        let side = KnownFacet::of(facet.as_str()).map_or(Side::Management, KnownFacet::side);
        NoteGroup {
            name: instrument.texts.facet(facet).name.clone(),
            side,
            mark: Drawing::new(sample(Sample::Side(side)), palette),
            rows: rows.collect(),
        }
    };
    let groups: Vec<NoteGroup> = facets.into_iter().map(group).filter(|group| !group.rows.is_empty()).collect();
    (!groups.is_empty()).then(|| NotesPage {
        title: t!(words, "report-notes"),
        below: t!(words, "report-notes-below"),
        groups,
    })
}
