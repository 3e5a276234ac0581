//! Profiles with their audits, and the scores of each in the shape of `score --json`.

use std::collections::BTreeMap;
use std::error::Error;

use serde::Serialize;

use super::Scored;
use crate::profile::{Audit, AuditId, Dose, FacetId, Form, Part, ProfileId, Rating, SignAnswer, SignId};
use crate::scoring::{Scores, ScoresJson};

#[derive(Serialize)]
struct ProfileJson<'a> {
    profile: Who<'a>,
    audits: Vec<AuditJson<'a>>,
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
    energy: &'a BTreeMap<FacetId, Rating>,
    doses: &'a BTreeMap<FacetId, Dose>,
    situations: BTreeMap<&'a str, u8>,
    signs: &'a BTreeMap<SignId, SignAnswer>,
    scores: ScoresJson<'a>,
}

pub(super) fn encode(scored: &[Scored]) -> Result<Vec<u8>, Box<dyn Error>> {
    let all: Vec<ProfileJson<'_>> = scored
        .iter()
        .map(|Scored { profile, audits }| ProfileJson {
            profile: Who { id: &profile.id, person: &profile.person },
            audits: audits.iter().map(|(audit, scores)| audit_json(audit, scores)).collect(),
        })
        .collect();
    let mut bytes = serde_json::to_vec_pretty(&all)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn audit_json<'a>(audit: &'a Audit, scores: &'a Scores) -> AuditJson<'a> {
    AuditJson {
        id: &audit.id,
        role: &audit.role,
        form: audit.form,
        parts: audit.parts.iter().copied().collect(),
        started: audit.started.to_string(),
        finished: audit.finished.map(|at| at.to_string()),
        energy: &audit.energy,
        doses: &audit.doses,
        situations: audit.situations.iter().map(|(id, points)| (id.as_str(), points.management())).collect(),
        signs: &audit.signs,
        scores: ScoresJson::from(scores),
    }
}
