//! A score together with how far it can be off.

use super::SCALE;

/// A mean on the scale 1 to 5, its error and its band: there are all four or none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The mean, 1 to 5.
    pub mean: f64,
    /// Its standard error of measurement, in scale points.
    pub sem: f64,
    /// The lower end of its band, not below 1.
    pub low: f64,
    /// The upper end of its band, not above 5.
    pub high: f64,
}

impl Estimate {
    /// A mean with a band of `z` standard errors to each side, cut off at the ends of the scale.
    pub(super) fn new(mean: f64, sem: f64, z: f64) -> Self {
        Self { mean, sem, low: (mean - z * sem).max(SCALE.0), high: (mean + z * sem).min(SCALE.1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_ends_where_the_scale_does() {
        let ends = |mean| {
            let it = Estimate::new(mean, 0.5, 2.0);
            (it.low, it.high)
        };
        assert_eq!([1.5, 3.0, 4.5].map(ends), [(1.0, 2.5), (2.0, 4.0), (3.5, 5.0)]);
    }
}
