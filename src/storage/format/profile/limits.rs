//! Checks a file against the limits of [`crate::profile::limits`].

use super::super::{Contradiction, Counted};
use super::FormatError;
use super::v2::{Audit, File, Role};
use crate::profile::limits::{
    MAX_AD_BYTES, MAX_AD_LINES, MAX_AUDITS, MAX_BYTES, MAX_ENTRIES, MAX_ID, MAX_PINS, MAX_ROLES, MAX_TEXT, MAX_VALUES,
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
        check_ids("hours", self.hours.keys())
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
