//! What was accepted can be saved and read again: every limit of the reader holds when something is begun or changed.

mod edits;
mod file;
#[cfg(feature = "window")]
mod window;

use std::sync::Arc;

use evenkeel::profile::{Audit, AuditId, CustomRole, Form, Profile};
use evenkeel::storage::{Entry, format};

use super::support::instrument;

/// An audit with nothing in it.
fn bare(n: usize) -> Audit {
    Audit { id: AuditId::from(format!("audit-{n}")), ..Audit::blank(instrument().reference(), Form::Quick) }
}

fn role(n: usize) -> CustomRole {
    CustomRole::empty(format!("role-{n}").into(), String::new())
}

/// A profile with so many audits and roles.
fn with(audits: usize, roles: usize) -> Profile {
    let instrument = instrument();
    let mut profile = Profile::new("p".into());
    let blank = Audit::blank(instrument.reference(), Form::Quick);
    let audit = |n| Arc::new(Audit { id: AuditId::from(format!("audit-{n}")), ..blank.clone() });
    profile.audits = (0..audits).map(audit).collect();
    profile.roles = (0..roles).map(|n| Arc::new(role(n))).collect();
    profile
}

/// Saved and read again, and through a journal, it is the same.
fn comes_back(profile: &Profile) {
    let bytes = format::encode(profile).unwrap();
    assert!(bytes.len() as u64 <= evenkeel::storage::MAX_BYTES);
    let entry = Entry {
        path: None,
        base: None,
        saved_at: "2026-11-19T15:12:00Z".parse().unwrap(),
        position: None,
        title: "me".to_owned(),
        document: format::encode_unverified(profile).unwrap(),
        change: 0,
        saving: None,
    };
    let journal = Entry::decode(&entry.encode().unwrap()).unwrap();
    assert_eq!(format::open(&journal.document).unwrap().profile, *profile);
}
