//! Checks a file against the limits of [`crate::profile::limits`].

use jiff::civil::Date;

use super::super::{Contradiction, Counted};
use super::FormatError;
use super::v2::{Audit, File, Note, Plan, Role};
use crate::profile::limits::{
    MAX_AD_BYTES, MAX_AD_LINES, MAX_AUDITS, MAX_BYTES, MAX_ENTRIES, MAX_ID, MAX_NOTES, MAX_PINS, MAX_PLANS, MAX_ROLES,
    MAX_TEXT, MAX_VALUES,
};

/// In JSON, each value but the first follows one of these signs. Those inside texts are counted too, which hardly matters.
pub(super) fn count_values(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| matches!(byte, b',' | b'[' | b'{')).count()
}

/// Checks before parsing: the size, and the number of values.
pub(super) fn check_bytes(bytes: &[u8]) -> Result<(), FormatError> {
    let len = bytes.len() as u64;
    let too_much = |what, found, limit| FormatError::TooMuch { what, found, limit, path: String::new() };
    if len > MAX_BYTES {
        return Err(too_much(Counted::Bytes, len, MAX_BYTES));
    }
    let values = count_values(bytes);
    if values > MAX_VALUES { Err(too_much(Counted::Values, values as u64, MAX_VALUES as u64)) } else { Ok(()) }
}

impl File {
    /// Checks after parsing: counts, lengths, and rules about several values together.
    pub(super) fn check(&self) -> Result<(), FormatError> {
        check_id("id", &self.id)?;
        check_text("person", &self.person)?;
        check_count("audits", Counted::Audits, self.audits.len(), MAX_AUDITS)?;
        let mut seen = std::collections::BTreeSet::new();
        for (index, audit) in self.audits.iter().enumerate() {
            let path = |field: &str| format!("audits[{index}].{field}");
            audit.check(&path)?;
            if !seen.insert(&audit.id) {
                return Err(contradiction(path("id"), Contradiction::SameAudit(audit.id.clone())));
            }
        }
        self.check_roles()?;
        self.check_plans()?;
        self.check_notes()?;
        check_ids("hours", self.hours.keys())
    }

    fn check_plans(&self) -> Result<(), FormatError> {
        check_count("plans", Counted::Plans, self.plans.len(), MAX_PLANS)?;
        let mut seen = std::collections::BTreeSet::new();
        for (index, plan) in self.plans.iter().enumerate() {
            let path = |field: &str| format!("plans[{index}].{field}");
            plan.check(&path)?;
            if !seen.insert(&plan.id) {
                return Err(contradiction(path("id"), Contradiction::SamePlan(plan.id.clone())));
            }
        }
        Ok(())
    }

    fn check_notes(&self) -> Result<(), FormatError> {
        check_count("notes", Counted::Notes, self.notes.len(), MAX_NOTES)?;
        let mut seen = std::collections::BTreeSet::new();
        for (index, note) in self.notes.iter().enumerate() {
            let path = |field: &str| format!("notes[{index}].{field}");
            note.check(&path)?;
            if !seen.insert(&note.id) {
                return Err(contradiction(path("id"), Contradiction::SameNote(note.id.clone())));
            }
        }
        Ok(())
    }

    fn check_roles(&self) -> Result<(), FormatError> {
        check_count("roles", Counted::Roles, self.roles.len(), MAX_ROLES)?;
        let mut seen = std::collections::BTreeSet::new();
        for (index, role) in self.roles.iter().enumerate() {
            let path = |field: &str| format!("roles[{index}].{field}");
            role.check(&path)?;
            if !seen.insert(&role.id) {
                return Err(contradiction(path("id"), Contradiction::SameRole(role.id.clone())));
            }
        }
        check_count("pins", Counted::Entries, self.pins.len(), MAX_PINS)?;
        let mut seen = std::collections::BTreeSet::new();
        for (index, pin) in self.pins.iter().enumerate() {
            check_id(&format!("pins[{index}]"), pin)?;
            if !seen.insert(pin) {
                return Err(contradiction(format!("pins[{index}]"), Contradiction::PinnedTwice(pin.clone())));
            }
        }
        Ok(())
    }
}

impl Role {
    fn check(&self, path: &impl Fn(&str) -> String) -> Result<(), FormatError> {
        check_id(&path("id"), &self.id)?;
        check_text(&path("name"), &self.name)?;
        self.base.as_ref().map_or(Ok(()), |base| check_id(&path("base"), base))?;
        check_ids(&path("demands"), self.demands.keys())?;
        check_ids(&path("weights"), self.weights.keys())?;
        check_count(&path("ad"), Counted::Lines, self.ad.len(), MAX_AD_LINES)?;
        check_count(&path("ad"), Counted::Bytes, self.ad.iter().map(|line| line.text.len() + 1).sum(), MAX_AD_BYTES)?;
        let facets = self.ad.iter().enumerate().filter_map(|(index, line)| Some((index, line.facet.as_ref()?)));
        facets.into_iter().try_for_each(|(index, facet)| check_id(&path(&format!("ad[{index}].facet")), facet))
    }
}

impl Plan {
    fn check(&self, path: &impl Fn(&str) -> String) -> Result<(), FormatError> {
        check_id(&path("id"), &self.id)?;
        check_id(&path("facet"), &self.facet)?;
        for (field, id) in [("audit", &self.audit), ("action", &self.action)] {
            id.as_ref().map_or(Ok(()), |id| check_id(&path(field), id))?;
        }
        if let Some(of) = &self.trial {
            check_id(&path("trial.id"), &of.id)?;
            check_id(&path("trial.role"), &of.role)?;
            check_text(&path("trial.surprise"), &of.surprise)?;
        }
        let texts = [("reason", &self.reason), ("cue", &self.cue), ("deed", &self.deed)];
        let more = [("obstacle", &self.obstacle), ("instead", &self.instead)];
        texts.into_iter().chain(more).try_for_each(|(field, text)| check_text(&path(field), text))?;
        for (level, text) in &self.goal {
            check_text(&path("goal"), text)?;
            if !["-2", "-1", "0", "1", "2"].contains(&level.as_str()) {
                return Err(contradiction(path("goal"), Contradiction::NoLevel(level.clone())));
            }
        }
        check_count(&path("weeks"), Counted::Entries, self.weeks.len(), MAX_ENTRIES)?;
        for week in self.weeks.keys() {
            // Another way of writing a day could stand beside the usual one, and one of the two would be lost.
            if week.parse::<Date>().ok().is_none_or(|day| day.to_string() != *week) {
                return Err(contradiction(path("weeks"), Contradiction::NoDay(week.clone())));
            }
        }
        if self.review.0 < self.start.0 {
            return Err(contradiction(path("review"), Contradiction::ReviewBeforeStart));
        }
        check_count(&path("turns"), Counted::Entries, self.turns.len(), MAX_ENTRIES)?;
        for (index, turn) in self.turns.iter().enumerate() {
            check_text(&path(&format!("turns[{index}].cue")), &turn.cue)?;
            check_text(&path(&format!("turns[{index}].deed")), &turn.deed)?;
        }
        if let Some(outcome) = &self.outcome {
            outcome.audit.as_ref().map_or(Ok(()), |audit| check_id(&path("outcome.audit"), audit))?;
            check_ids(&path("outcome.then"), outcome.then.keys())?;
            check_text(&path("outcome.colleague_words"), &outcome.colleague_words)?;
            check_text(&path("outcome.words"), &outcome.words)?;
        }
        self.ended.as_ref().map_or(Ok(()), |ended| check_text(&path("ended.words"), &ended.words))
    }
}

impl Note {
    fn check(&self, path: &impl Fn(&str) -> String) -> Result<(), FormatError> {
        check_id(&path("id"), &self.id)?;
        check_id(&path("facet"), &self.facet)?;
        let texts = [("occasion", &self.occasion), ("did", &self.did)];
        let more = [("came_of_it", &self.came_of_it), ("seen_by", &self.seen_by)];
        texts.into_iter().chain(more).try_for_each(|(field, text)| check_text(&path(field), text))
    }
}

impl Audit {
    fn check(&self, path: &impl Fn(&str) -> String) -> Result<(), FormatError> {
        check_id(&path("id"), &self.id)?;
        check_id(&path("instrument.id"), &self.instrument.id)?;
        check_length(&path("instrument.hash"), &self.instrument.hash, MAX_ID)?;
        for text in [&self.instrument.language, &self.instrument.texts].into_iter().flatten() {
            check_length(&path("instrument"), text, MAX_ID)?;
        }
        self.scope.as_ref().map_or(Ok(()), |facet| check_id(&path("scope"), facet))?;
        check_text(&path("role"), &self.role)?;
        self.check_maps(path)?;
        check_count(&path("order"), Counted::Items, self.order.len(), MAX_ENTRIES)?;
        let mut seen = std::collections::BTreeSet::new();
        for (index, id) in self.order.iter().enumerate() {
            check_id(&path(&format!("order[{index}]")), id)?;
            if !seen.insert(id) {
                return Err(contradiction(path(&format!("order[{index}]")), Contradiction::OrderedTwice(id.clone())));
            }
        }
        match self.seconds.iter().find(|(_, seconds)| !seconds.is_finite() || **seconds < 0.0) {
            Some((id, seconds)) => {
                Err(contradiction(path(&format!("seconds.{id}")), Contradiction::NoSeconds(*seconds)))
            }
            None => Ok(()),
        }
    }

    fn check_maps(&self, path: &impl Fn(&str) -> String) -> Result<(), FormatError> {
        check_ids(&path("answers"), self.answers.keys())?;
        check_ids(&path("seconds"), self.seconds.keys())?;
        check_ids(&path("situations"), self.situations.keys())?;
        check_ids(&path("needs"), self.needs.keys())?;
        check_ids(&path("stakes"), self.stakes.keys())?;
        check_ids(&path("doses"), self.doses.keys())?;
        check_ids(&path("energy"), self.energy.keys())?;
        check_ids(&path("signs"), self.signs.keys())
    }
}

fn check_ids<'a>(path: &str, ids: impl ExactSizeIterator<Item = &'a String>) -> Result<(), FormatError> {
    check_count(path, Counted::Entries, ids.len(), MAX_ENTRIES)?;
    for id in ids {
        check_id(path, id)?;
    }
    Ok(())
}

fn check_id(path: &str, id: &str) -> Result<(), FormatError> {
    if id.is_empty() {
        return Err(contradiction(path.to_owned(), Contradiction::EmptyId));
    }
    check_length(path, id, MAX_ID)
}

fn check_text(path: &str, text: &str) -> Result<(), FormatError> {
    check_length(path, text, MAX_TEXT)
}

fn check_length(path: &str, text: &str, limit: usize) -> Result<(), FormatError> {
    check_count(path, Counted::Bytes, text.len(), limit)
}

fn check_count(path: &str, what: Counted, found: usize, limit: usize) -> Result<(), FormatError> {
    if found <= limit {
        return Ok(());
    }
    Err(FormatError::TooMuch { what, found: found as u64, limit: limit as u64, path: path.to_owned() })
}

const fn contradiction(path: String, what: Contradiction) -> FormatError {
    FormatError::Contradiction { path, what }
}
