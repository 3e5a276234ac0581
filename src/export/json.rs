//! Profiles with their audits, and the scores of each in the shape of `score --json`.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer as _};

use super::plain;
use super::{NotesExport, Scored};
use crate::profile::{
    Audit, AuditId, Dose, FacetId, Form, Note, NoteId, Part, ProfileId, Rating, SignAnswer, SignId, Stakes,
};
use crate::scoring::{Scores, ScoresJson};

#[derive(Serialize)]
struct ProfileJson<'a> {
    profile: Who<'a>,
    audits: Vec<AuditJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<Vec<NoteJson<'a>>>,
}

#[derive(Serialize)]
struct NoteJson<'a> {
    id: &'a NoteId,
    on: String,
    facet: &'a FacetId,
    occasion: &'a str,
    did: &'a str,
    came_of_it: &'a str,
    seen_by: &'a str,
}

#[derive(Serialize)]
struct Who<'a> {
    id: &'a ProfileId,
    person: &'a str,
}

#[derive(Serialize)]
struct AuditJson<'a> {
    id: &'a AuditId,
    role: &'a str,
    form: Form,
    parts: Vec<Part>,
    started: String,
    finished: Option<String>,
    needs: &'a BTreeMap<FacetId, Rating>,
    stakes: &'a BTreeMap<FacetId, Stakes>,
    energy: &'a BTreeMap<FacetId, Rating>,
    doses: &'a BTreeMap<FacetId, Dose>,
    situations: BTreeMap<&'a str, u8>,
    signs: &'a BTreeMap<SignId, SignAnswer>,
    scores: ScoresJson<'a>,
}

pub(super) fn write(
    scored: impl IntoIterator<Item = impl Borrow<Scored>>,
    notes: NotesExport,
    mut out: impl Write,
) -> io::Result<()> {
    let mut serializer = plain::serializer(&mut out);
    let mut list = serializer.serialize_seq(None)?;
    for one in scored {
        list.serialize_element(&profile_json(one.borrow(), notes))?;
    }
    list.end()?;
    out.write_all(b"\n")?;
    out.flush()
}

fn profile_json(Scored { profile, audits }: &Scored, notes: NotesExport) -> ProfileJson<'_> {
    let written = || profile.notes.iter().filter(|note| !note.is_empty()).map(|note| note_json(note)).collect();
    ProfileJson {
        profile: Who { id: &profile.id, person: &profile.person },
        audits: audits.iter().map(|(audit, scores)| audit_json(audit, scores)).collect(),
        notes: (notes == NotesExport::Chosen).then(written),
    }
}

fn note_json(note: &Note) -> NoteJson<'_> {
    NoteJson {
        id: &note.id,
        on: note.on.to_string(),
        facet: &note.facet,
        occasion: &note.occasion,
        did: &note.did,
        came_of_it: &note.came_of_it,
        seen_by: &note.seen_by,
    }
}

fn audit_json<'a>(audit: &'a Audit, scores: &'a Scores) -> AuditJson<'a> {
    AuditJson {
        id: &audit.id,
        role: &audit.role,
        form: audit.form,
        parts: audit.parts.iter().copied().collect(),
        started: audit.started.to_string(),
        finished: audit.finished.map(|at| at.to_string()),
        needs: &audit.answers.needs,
        stakes: &audit.answers.stakes,
        energy: &audit.answers.energy,
        doses: &audit.answers.doses,
        situations: audit.answers.situations.iter().map(|(id, points)| (id.as_str(), points.management())).collect(),
        signs: &audit.answers.signs,
        scores: ScoresJson::from(scores),
    }
}
