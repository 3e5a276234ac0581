//! Change between two audits (Jacobson & Truax 1991; the pooled error is due to Christensen & Mendoza 1986).

use super::role::written;
use super::{Estimate, ROUNDING};

/// A change of a score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoreChange {
    /// The earlier value: a mean from 1 to 5, or for the balance a difference of two.
    pub from: f64,
    /// The later one.
    pub to: f64,
    /// Later minus earlier, in scale points.
    pub difference: f64,
    /// The standard error of the difference, in scale points.
    pub se: f64,
    /// What the difference must exceed to be larger than the error, in scale points.
    pub error: f64,
    /// The difference in units of its own standard error.
    pub reliable: f64,
    /// Whether it is larger than the error of both scores. Mood and memory are not in that error.
    pub is_beyond_error: bool,
}

impl ScoreChange {
    /// The difference as it is written: of the written scores, so that the numbers on a page add up. Whether it is larger than the error
    /// depends on its full value.
    pub fn written(&self) -> f64 {
        written(self.to) - written(self.from)
    }
}

/// The change from an earlier score to a later one.
pub fn change(earlier: Estimate, later: Estimate, z: f64) -> ScoreChange {
    let (from, to) = (earlier.mean, later.mean);
    let (difference, se) = (to - from, earlier.sem.hypot(later.sem));
    let reliable = difference / se;
    ScoreChange { from, to, difference, se, error: 0.0, reliable, is_beyond_error: false }.held_to(z)
}

impl ScoreChange {
    /// The same, with an error of `z` standard errors.
    pub(super) fn held_to(self, z: f64) -> Self {
        Self { error: z * self.se, is_beyond_error: self.reliable.abs() > z + ROUNDING, ..self }
    }
}

/// The smallest change that is larger than the error, in scale points.
pub fn change_needed(sem1: f64, sem2: f64, z: f64) -> f64 {
    z * sem1.hypot(sem2)
}
