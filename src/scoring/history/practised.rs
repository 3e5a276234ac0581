//! A facet that was practised: how much of a rise would have come without any practice.

use super::super::{Estimate, ROUNDING};

/// A rise beyond what asking again gives by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(clippy::struct_field_names, reason = "a gain is what it is called")]
pub struct Gain {
    /// The score to expect now if nothing had changed (Kelley 1927), 1 to 5.
    pub expected: f64,
    /// The score now minus that, in scale points.
    pub gain: f64,
    /// Its standard error, in scale points.
    pub se: f64,
    /// Whether it is larger than its error, up or down.
    pub is_beyond_error: bool,
}

/// The reliability of a mean of `rated` items that correlate by `inter_item_r`, 0 to 1 (Spearman 1910, Brown 1910).
#[expect(clippy::cast_precision_loss, reason = "a facet has a handful of items")]
pub fn reliability(inter_item_r: f64, rated: usize) -> f64 {
    let rated = rated as f64;
    rated * inter_item_r / (1.0 + (rated - 1.0) * inter_item_r)
}

/// The gain of a facet that was chosen because it was low.
///
/// Without any change its score is expected at `T = rel * before + (1 - rel) * others`, where `others` is the mean of the person's other
/// facets then: a low score is low in part by chance, and chance does not come twice. The error is `sqrt(rel SEM1^2 + SEM2^2)` (the idea
/// is Speer's, 1992).
pub fn gain(before: Estimate, now: Estimate, others: f64, reliability: f64, z: f64) -> Gain {
    let expected = reliability * before.mean + (1.0 - reliability) * others;
    let gain = now.mean - expected;
    let se = (reliability * before.sem * before.sem + now.sem * now.sem).sqrt();
    Gain { expected, gain, se, is_beyond_error: gain.abs() > z * se + ROUNDING }
}
