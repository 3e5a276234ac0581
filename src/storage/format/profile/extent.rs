//! How much of a file something takes. It is known part by part, so that an edit can check whether the profile still fits without
//! encoding all of it.

use std::io::{self, Write};
use std::ops::{Add, AddAssign, Sub};

use serde::Serialize;

use super::limits::count_values;
use super::v2;
use crate::profile::limits::{MAX_BYTES, MAX_VALUES};
use crate::profile::{Audit, CustomRole, Note, Plan, Profile};

/// An amount of JSON without blanks, as the reader counts it. For a whole profile it is at least as much as is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Bytes.
    pub bytes: u64,
    /// Values.
    pub values: u64,
}

/// The extent of the names and brackets of the lists, and of the end of the file.
const FRAME: Extent = Extent { bytes: 64, values: 8 };

impl Extent {
    /// The extent of a profile. This takes as long as encoding it: not for the window's thread.
    pub fn of(profile: &Profile) -> Self {
        let audits: Self = profile.audits.iter().map(|audit| Self::of_audit(audit)).sum();
        let roles: Self = profile.roles.iter().map(|role| Self::of_role(role)).sum();
        let plans: Self = profile.plans.iter().map(|plan| Self::of_plan(plan)).sum();
        let notes: Self = profile.notes.iter().map(|note| Self::of_note(note)).sum();
        Self::of_frame(profile) + audits + roles + plans + notes
    }

    /// The extent of a profile without its audits, roles, plans and notes.
    pub fn of_frame(profile: &Profile) -> Self {
        measure(&v2::File::frame(profile)) + FRAME
    }

    /// The extent of an audit in its list.
    pub fn of_audit(audit: &Audit) -> Self {
        measure(&v2::Audit::from(audit))
    }

    /// The extent of a role in its list.
    pub fn of_role(role: &CustomRole) -> Self {
        measure(&v2::Role::from(role))
    }

    /// The extent of a plan in its list.
    pub fn of_plan(plan: &Plan) -> Self {
        measure(&v2::Plan::from(plan))
    }

    /// The extent of a note in its list.
    pub fn of_note(note: &Note) -> Self {
        measure(&v2::Note::from(note))
    }

    /// Whether it fits into a file.
    pub const fn fits(self) -> bool {
        self.bytes <= MAX_BYTES && self.values <= MAX_VALUES as u64
    }

    /// Whether both its numbers are at most those of the other extent.
    pub const fn is_within(self, other: Self) -> bool {
        self.bytes <= other.bytes && self.values <= other.values
    }
}

impl Add for Extent {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { bytes: self.bytes + other.bytes, values: self.values + other.values }
    }
}

impl AddAssign for Extent {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Extent {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self { bytes: self.bytes.saturating_sub(other.bytes), values: self.values.saturating_sub(other.values) }
    }
}

impl std::iter::Sum for Extent {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Self::add)
    }
}

/// The extent of a value, with the comma before it.
fn measure(value: &impl Serialize) -> Extent {
    let mut counted = Extent { bytes: 1, values: 1 };
    // Everything in a profile can be written; if not, the save reports it.
    if let Err(error) = serde_json::to_writer(Counter(&mut counted), value) {
        log::warn!("{error}");
    }
    counted
}

struct Counter<'a>(&'a mut Extent);

impl Write for Counter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        *self.0 += Extent { bytes: bytes.len() as u64, values: count_values(bytes) as u64 };
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
