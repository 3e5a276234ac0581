//! What a profile has that an instrument does not know. None of it is lost: it is kept and written back, but not used.

use super::{Fit, Instrument, Instruments};
use crate::profile::{Audit, CustomRole, Extra, FacetId, ItemId, OWN_WORK, Profile, SignId, SituationId};

/// Something in a profile that does not fit the instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// The place in the file, for instance `audits[0].answers`; empty for the whole.
    pub path: String,
    /// What does not fit there.
    pub kind: MismatchKind,
}

/// What does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MismatchKind {
    /// A field that this version does not know, by its name.
    UnknownField(String),
    /// An id that the instrument does not have.
    UnknownId(String),
    /// The audit was asked with another instrument, or another version of it; its ids are not checked.
    OtherInstrument(String, u32),
    /// The audit was asked with the same instrument in other words.
    OtherWords,
    /// It ends before it begins.
    EndsBeforeStart,
}

/// All that does not fit, in the order of the file.
pub fn mismatches(instruments: &Instruments, profile: &Profile) -> Vec<Mismatch> {
    let newest = instruments.newest();
    let mut found = Vec::new();
    // The version numbers of a newer file are kept among the unknown fields, but they are known.
    let fields = profile.extra.keys().filter(|name| !["version", "min_reader"].contains(&name.as_str()));
    found.extend(fields.map(|name| Mismatch { path: String::new(), kind: MismatchKind::UnknownField(name.clone()) }));
    for (i, audit) in profile.audits.iter().enumerate() {
        in_audit(instruments, audit, &format!("audits[{i}]"), &mut found);
    }
    for (i, role) in profile.roles.iter().enumerate() {
        in_role(newest, role, &format!("roles[{i}]"), &mut found);
    }
    let hours = profile.hours.keys().map(FacetId::as_str).filter(|id| *id != OWN_WORK);
    unknown_facets(newest, "hours", hours, &mut found);
    found
}

fn in_role(instrument: &Instrument, role: &CustomRole, path: &str, found: &mut Vec<Mismatch>) {
    unknown_facets(instrument, &format!("{path}.demands"), role.demands.keys().map(FacetId::as_str), found);
    unknown_facets(instrument, &format!("{path}.weights"), role.weights.keys().map(FacetId::as_str), found);
    for (i, line) in role.ad.iter().enumerate() {
        let path = format!("{path}.ad[{i}]");
        unknown_facets(instrument, &path, line.facet.iter().map(FacetId::as_str), found);
        unknown_fields(&path, &line.extra, found);
    }
    unknown_fields(path, &role.extra, found);
}

fn unknown_facets<'a>(
    instrument: &Instrument,
    path: &str,
    ids: impl Iterator<Item = &'a str>,
    found: &mut Vec<Mismatch>,
) {
    let unknown = ids.filter(|id| instrument.facet(id).is_none());
    found.extend(unknown.map(|id| Mismatch { path: path.to_owned(), kind: MismatchKind::UnknownId(id.to_owned()) }));
}

fn in_audit(instruments: &Instruments, audit: &Audit, path: &str, found: &mut Vec<Mismatch>) {
    let asked = &audit.instrument;
    let mut add = |path: String, kind| found.push(Mismatch { path, kind });
    let instrument = instruments.of(asked);
    match instruments.fit(asked) {
        Fit::Same => {}
        Fit::OtherWords => {
            let field = if asked.texts.is_some() { "texts" } else { "hash" };
            add(format!("{path}.instrument.{field}"), MismatchKind::OtherWords);
        }
        Fit::Other => {
            add(format!("{path}.instrument"), MismatchKind::OtherInstrument(asked.id.clone(), asked.version));
        }
    }
    if audit.finished.is_some_and(|finished| finished < audit.started) {
        add(format!("{path}.finished"), MismatchKind::EndsBeforeStart);
    }
    if let Some(instrument) = instrument {
        unknown_ids(instrument, audit, path, found);
    }
    unknown_fields(&format!("{path}.instrument"), &asked.extra, found);
    unknown_fields(path, &audit.extra, found);
}

fn unknown_ids(instrument: &Instrument, audit: &Audit, path: &str, found: &mut Vec<Mismatch>) {
    let mut check = |field: &str, ids: &mut dyn Iterator<Item = &str>, known: &dyn Fn(&str) -> bool| {
        for id in ids.filter(|id| !known(id)) {
            found.push(Mismatch { path: format!("{path}.{field}"), kind: MismatchKind::UnknownId(id.to_owned()) });
        }
    };
    let item = |id: &str| instrument.facet_of(id).is_some();
    let facet = |id: &str| instrument.facet(id).is_some();
    let situation = |id: &str| instrument.situations.iter().any(|s| s.id.as_str() == id);
    let sign = |id: &str| instrument.signs.iter().any(|s| s.id.as_str() == id);
    check("scope", &mut audit.scope.facet().into_iter().map(FacetId::as_str), &facet);
    check("order", &mut audit.order.iter().map(ItemId::as_str), &item);
    check("answers", &mut audit.answers.items.keys().map(ItemId::as_str), &item);
    check("seconds", &mut audit.answers.seconds.keys().map(ItemId::as_str), &item);
    check("situations", &mut audit.answers.situations.keys().map(SituationId::as_str), &situation);
    check("needs", &mut audit.answers.needs.keys().map(FacetId::as_str), &facet);
    check("stakes", &mut audit.answers.stakes.keys().map(FacetId::as_str), &facet);
    check("doses", &mut audit.answers.doses.keys().map(FacetId::as_str), &facet);
    check("energy", &mut audit.answers.energy.keys().map(FacetId::as_str), &facet);
    check("signs", &mut audit.answers.signs.keys().map(SignId::as_str), &sign);
}

fn unknown_fields(path: &str, extra: &Extra, found: &mut Vec<Mismatch>) {
    let unknown = |name: &String| Mismatch { path: path.to_owned(), kind: MismatchKind::UnknownField(name.clone()) };
    found.extend(extra.keys().map(unknown));
}
