//! How much a profile may hold. Reading a file, applying an edit and starting something on a screen all check these limits. They
//! are far more than any real profile needs, and small enough that a file is read quickly and with little memory.
//!
//! An edit that would exceed a limit is refused, so that everything that was accepted can be saved and read again.

use std::collections::BTreeSet;

use super::{AdLine, Audit, CustomRole, EditError, Note, Plan, Profile};

/// Longest file, in bytes. A profile with an audit every week for a working life is a tenth of it.
pub const MAX_BYTES: u64 = 16 * 1024 * 1024;
/// Most values in a file, counted before they are built: each takes some hundred bytes of memory.
pub const MAX_VALUES: usize = 500_000;
/// Most audits in a profile: one a day for more than five years.
pub const MAX_AUDITS: usize = 2_000;
/// Most entries in one list or map of an audit, a role or a plan, and in the hours. The longest form needs a tenth of this.
pub const MAX_ENTRIES: usize = 500;
/// Most pins.
pub const MAX_PINS: usize = MAX_ENTRIES;
/// Longest id, in bytes. None is empty.
pub const MAX_ID: usize = 200;
/// Longest name of a person or a role, and longest text of a plan or a note, in bytes.
pub const MAX_TEXT: usize = 20_000;
/// Most roles of the person's own.
pub const MAX_ROLES: usize = 100;
/// Most plans: one a month for forty years.
pub const MAX_PLANS: usize = 500;
/// Most notes.
pub const MAX_NOTES: usize = 2_000;
/// Longest job ad that is kept, in bytes, line ends included; a longer one is cut before it gets here.
pub const MAX_AD_BYTES: usize = 20_000;
/// Most lines of a job ad that are kept.
pub const MAX_AD_LINES: usize = 500;

/// Whether a person, the hours and the pins of a profile can be kept, and how many audits and roles it has.
pub(super) fn check_frame(profile: &Profile) -> Result<(), EditError> {
    check_text(&profile.person)?;
    check_most(profile.audits.len(), MAX_AUDITS, EditError::TooManyAudits)?;
    check_most(profile.roles.len(), MAX_ROLES, EditError::TooManyRoles)?;
    check_most(profile.plans.len(), MAX_PLANS, EditError::TooManyPlans)?;
    check_most(profile.notes.len(), MAX_NOTES, EditError::TooManyNotes)?;
    check_keys(profile.hours.keys().map(super::FacetId::as_str))?;
    check_most(profile.pins.len(), MAX_PINS, EditError::TooManyPins)?;
    profile.pins.iter().try_for_each(|pin| check_id(pin.as_str()))
}

/// Whether an audit can be kept.
pub(super) fn check_audit(audit: &Audit) -> Result<(), EditError> {
    check_id(audit.id.as_str())?;
    check_id(&audit.instrument.id)?;
    check_most(audit.instrument.hash.len(), MAX_ID, EditError::BadId)?;
    if let Some(texts) = &audit.instrument.texts {
        check_most(texts.language.len().max(texts.hash.len()), MAX_ID, EditError::BadId)?;
    }
    audit.scope.facet().map_or(Ok(()), |facet| check_id(facet.as_str()))?;
    check_text(&audit.role)?;
    check_most(audit.order.len(), MAX_ENTRIES, EditError::TooManyEntries)?;
    let mut seen = BTreeSet::new();
    for item in &audit.order {
        check_id(item.as_str())?;
        if !seen.insert(item) {
            return Err(EditError::OrderedTwice(item.clone()));
        }
    }
    check_keys(audit.answers.items.keys().map(super::ItemId::as_str))?;
    check_keys(audit.answers.seconds.keys().map(super::ItemId::as_str))?;
    check_keys(audit.answers.situations.keys().map(super::SituationId::as_str))?;
    for facets in [&audit.answers.needs, &audit.answers.energy] {
        check_keys(facets.keys().map(super::FacetId::as_str))?;
    }
    check_keys(audit.answers.stakes.keys().map(super::FacetId::as_str))?;
    check_keys(audit.answers.doses.keys().map(super::FacetId::as_str))?;
    check_keys(audit.answers.signs.keys().map(super::SignId::as_str))?;
    match audit.answers.seconds.values().find(|seconds| !seconds.is_finite() || **seconds < 0.0) {
        Some(seconds) => Err(EditError::BadSeconds(seconds.to_string())),
        None => Ok(()),
    }
}

/// Whether a role of the person's own can be kept.
pub(super) fn check_role(role: &CustomRole) -> Result<(), EditError> {
    check_id(role.id.as_str())?;
    check_text(&role.name)?;
    role.base.as_ref().map_or(Ok(()), |base| check_id(base.as_str()))?;
    check_keys(role.demands.keys().map(super::FacetId::as_str))?;
    check_keys(role.weights.keys().map(super::FacetId::as_str))?;
    check_ad(&role.ad)
}

/// Whether a plan can be kept.
pub(super) fn check_plan(plan: &Plan) -> Result<(), EditError> {
    check_id(plan.id.as_str())?;
    check_id(plan.facet.as_str())?;
    if plan.review < plan.start {
        return Err(EditError::ReviewBeforeStart);
    }
    plan.action.as_ref().map_or(Ok(()), |action| check_id(action.as_str()))?;
    if let Some(of) = &plan.trial {
        check_id(of.trial.as_str())?;
        check_id(of.role.as_str())?;
        check_text(&of.surprise)?;
    }
    for audit in [&plan.audit, &plan.outcome.audit].into_iter().flatten() {
        check_id(audit.as_str())?;
    }
    let texts = [&plan.reason, &plan.cue, &plan.deed, &plan.obstacle, &plan.instead];
    let more = [&plan.outcome.colleague_words, &plan.outcome.words];
    texts.into_iter().chain(more).chain(plan.goal.values()).try_for_each(|text| check_text(text))?;
    plan.ended.as_ref().map_or(Ok(()), |ended| check_text(&ended.words))?;
    check_most(plan.weeks.len(), MAX_ENTRIES, EditError::TooManyEntries)?;
    check_most(plan.turns.len(), MAX_ENTRIES, EditError::TooManyEntries)?;
    plan.turns.iter().flat_map(|turn| [&turn.cue, &turn.deed]).try_for_each(|text| check_text(text))?;
    check_keys(plan.outcome.then.keys().map(super::ItemId::as_str))
}

/// Whether a note can be kept.
pub(super) fn check_note(note: &Note) -> Result<(), EditError> {
    check_id(note.id.as_str())?;
    check_id(note.facet.as_str())?;
    [&note.occasion, &note.did, &note.came_of_it, &note.seen_by].into_iter().try_for_each(|text| check_text(text))
}

fn check_ad(ad: &[AdLine]) -> Result<(), EditError> {
    check_most(ad.len(), MAX_AD_LINES, EditError::AdTooLong)?;
    check_most(ad.iter().map(|line| line.text.len() + 1).sum(), MAX_AD_BYTES, EditError::AdTooLong)?;
    ad.iter().filter_map(|line| line.facet.as_ref()).try_for_each(|facet| check_id(facet.as_str()))
}

/// Whether a name can be kept.
///
/// # Errors
/// When it is too long.
pub fn check_text(text: &str) -> Result<(), EditError> {
    check_most(text.len(), MAX_TEXT, EditError::TextTooLong)
}

/// A name cut to the length that can be kept, between two letters.
pub fn cut_text(text: &str) -> &str {
    &text[..text.floor_char_boundary(MAX_TEXT)]
}

fn check_keys<'a>(ids: impl Iterator<Item = &'a str>) -> Result<(), EditError> {
    let mut count = 0;
    for id in ids {
        count += 1;
        check_id(id)?;
    }
    check_most(count, MAX_ENTRIES, EditError::TooManyEntries)
}

fn check_id(id: &str) -> Result<(), EditError> {
    if id.is_empty() { Err(EditError::BadId) } else { check_most(id.len(), MAX_ID, EditError::BadId) }
}

fn check_most(found: usize, most: usize, error: EditError) -> Result<(), EditError> {
    if found <= most { Ok(()) } else { Err(error) }
}
