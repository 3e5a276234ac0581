//! Change between two audits (Jacobson & Truax 1991; the pooled error is due to Christensen & Mendoza 1986).

use super::{Estimate, ROUNDING};

/// A change of a score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoreChange {
    /// Later minus earlier, in scale points.
    pub difference: f64,
    /// The difference in units of its own standard error.
    pub reliable: f64,
    /// Whether it is larger than the error of both scores. Mood and memory are not in that error.
    pub is_beyond_error: bool,
}

/// The change from an earlier score to a later one.
pub fn change(earlier: Estimate, later: Estimate, z: f64) -> ScoreChange {
    let difference = later.mean - earlier.mean;
    let reliable = difference / earlier.sem.hypot(later.sem);
    ScoreChange { difference, reliable, is_beyond_error: reliable.abs() > z + ROUNDING }
}

/// The smallest change that is larger than the error, in scale points.
pub fn change_needed(sem1: f64, sem2: f64, z: f64) -> f64 {
    z * sem1.hypot(sem2)
}
