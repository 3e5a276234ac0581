//! From a table of answers to a profile with one audit.

use std::sync::Arc;

use jiff::Timestamp;

use super::AnswerTable;
use crate::instrument::{Instrument, item_order};
use crate::profile::{Audit, AuditId, Form, Part, Profile, ProfileId};

/// What a new profile needs besides answers.
#[derive(Clone, Debug)]
pub struct New {
    /// Its id.
    pub profile: ProfileId,
    /// The id of its audit.
    pub audit: AuditId,
    /// The seed for the order of items that have no row: any number, as long as two audits rarely have the same.
    pub seed: u32,
    /// When the audit was made.
    pub at: Timestamp,
    /// The role that is audited; may be empty.
    pub role: String,
    /// Whose it is; may be empty.
    pub person: String,
}

/// A profile with one audit. The audit is finished when every item of its form has an answer, rated or not applicable. Otherwise it
/// is under way, and continues at its first open question.
pub fn profile(table: AnswerTable, new: New) -> Profile {
    let instrument = &*table.instrument;
    let mut order = table.order;
    let rest = item_order(instrument, table.form, new.seed).into_iter().filter(|i| !order.contains(i));
    let rest: Vec<_> = rest.collect();
    order.extend(rest);
    let given = asked(instrument, table.form).filter(|item| table.answers.items.contains_key(*item)).count();
    let finished = given == asked(instrument, table.form).count();
    let mut audit = Audit {
        id: new.audit,
        parts: table.parts,
        started: new.at,
        finished: finished.then_some(new.at),
        role: new.role,
        seed: new.seed,
        order,
        answers: table.answers,
        ..Audit::blank(instrument.reference(), table.form)
    };
    audit.parts.insert(Part::Behaviour);
    let mut profile = Profile::new(new.profile);
    profile.person = new.person;
    profile.audits.push(Arc::new(audit));
    profile
}

/// The items of a form.
pub fn asked(instrument: &Instrument, form: Form) -> impl Iterator<Item = &crate::profile::ItemId> {
    instrument.facets.iter().flat_map(move |f| f.items(form))
}
