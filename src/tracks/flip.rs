//! Which single score would have to change for another role to fit best, and whether that says anything.
//!
//! A change is a *lever* only where it is larger than the error of the score. A smaller one may be there already, unseen: then the
//! order is open as it is, and no single change decides it.

use super::measure::{Measure, Mix, best};
use super::{Person, Role};
use crate::instrument::KnownFacet;
use crate::profile::{FacetId, RoleId};
use crate::scoring::{Confidence, ROUNDING, SCALE};

/// Scores are tried in steps of this size, in scale points; where the best role changes, the place is narrowed down. Five items
/// with five answers make steps of 0.2, so nothing that matters lies between two steps.
const STEP: f64 = 0.01;

/// The smallest single change of a score that makes another role fit best.
#[derive(Clone, Debug, PartialEq)]
pub struct Flip {
    /// The facet.
    pub facet: FacetId,
    /// The change, in scale points; below 0 for less.
    pub change: f64,
    /// The role that fits best then.
    pub to: RoleId,
    /// The standard error of the facet's score, in scale points.
    pub error: f64,
}

/// Whether a single change decides which role comes first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Lever<'a> {
    /// This one does, and it is larger than the error of the score.
    Decides(&'a Flip),
    /// One would, and it is no larger than the error of the score: the order is open as it is.
    WithinError(&'a Flip),
    /// None does, however large.
    Nothing,
}

impl Flip {
    /// Whether it is larger than the error of the score, at the confidence of 90 % that stands for *beyond the error* everywhere.
    pub fn is_beyond_error(&self) -> bool {
        self.change.abs() > Confidence::P90.z() * self.error + ROUNDING
    }
}

/// In a tie, the first facet wins, and a higher score before a lower one.
pub(super) fn flip(roles: &[&Role], measures: &[Measure], person: &Person, mix: Mix) -> Option<Flip> {
    let energy = person.energy.map(|e| e.unwrap_or(0.0));
    let means = person.means.map(|m| m.unwrap_or(0.0));
    let now = best(measures, &means, &energy, mix)?;
    let mut found: Option<(KnownFacet, f64, usize)> = None;
    for facet in KnownFacet::all() {
        let Some(mean) = person.means[facet].filter(|_| measures.iter().any(|m| m.counts(facet))) else { continue };
        let with = |score: f64| {
            let mut changed = means;
            changed[facet] = score;
            best(measures, &changed, &energy, mix).filter(|role| *role != now)
        };
        for end in [SCALE.1, SCALE.0] {
            let room = found.map_or(f64::INFINITY, |(_, change, _)| change.abs()).min((end - mean).abs());
            let towards = if end > mean { 1.0 } else { -1.0 };
            let other = nearest(room, |change| with(mean + towards * change));
            if let Some((change, to)) = other
                && found.is_none_or(|(_, least, _)| change < least.abs() - ROUNDING)
            {
                found = Some((facet, towards * change, to));
            }
        }
    }
    let (facet, change, to) = found?;
    Some(Flip { facet: facet.id(), change, to: roles.get(to)?.id.clone(), error: person.errors[facet] })
}

/// The smallest change, up to `room`, for which `other` returns a role, and that role.
fn nearest(room: f64, other: impl Fn(f64) -> Option<usize>) -> Option<(f64, usize)> {
    let mut below = 0.0;
    loop {
        let above = f64::min(below + STEP, room);
        if let Some(to) = other(above) {
            return Some(narrowed(below, above, to, other));
        }
        if above >= room {
            return None;
        }
        below = above;
    }
}

/// Halves the interval in which the best role changes until it is far smaller than what is ever shown.
fn narrowed(mut below: f64, mut above: f64, mut to: usize, other: impl Fn(f64) -> Option<usize>) -> (f64, usize) {
    while above - below > ROUNDING / 1000.0 {
        let middle = f64::midpoint(below, above);
        match other(middle) {
            Some(role) => (above, to) = (middle, role),
            None => below = middle,
        }
    }
    (above, to)
}
