//! How far a role's values spread over the draws.
//!
//! # Rules
//! - The band of a fit is the middle eight tenths of its draws: as often below it as above it, in one of ten.
//! - *Can* and *want* spread by their standard deviations over the draws, and by how they go together. Where energy was not asked
//!   about, only *can* does.

/// One end of the band has this share of the draws beyond it.
const BEYOND: f64 = 0.1;

/// How far a role's values spread over the draws.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    /// The ends of the band of its fit, 0 to 1.
    pub fit: [f64; 2],
    /// The means of *can* and of *want* over the draws. They are not the values themselves: a shortfall where none is expected can
    /// only take something away.
    pub middle: [f64; 2],
    /// The standard deviation of *can*.
    pub can: f64,
    /// That of *want*; 0 where energy was not asked about.
    pub want: f64,
    /// How the two go together: their correlation, -1 to 1.
    pub together: f64,
}

/// Collects the draws of one role.
#[derive(Clone, Debug, Default)]
pub(super) struct Collected {
    fits: Vec<f64>,
    can: Sums,
    want: Sums,
    both: f64,
}

#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    values: f64,
    squares: f64,
}

impl Sums {
    fn add(&mut self, value: f64) {
        self.values += value;
        self.squares += value * value;
    }

    fn variance(self, count: f64) -> f64 {
        (self.squares / count - (self.values / count).powi(2)).max(0.0)
    }
}

/// What one draw came to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drawn {
    pub can: f64,
    pub want: Option<f64>,
    pub fit: f64,
}

impl Collected {
    pub(super) fn of(draws: usize) -> Self {
        Self { fits: Vec::with_capacity(draws), ..Self::default() }
    }

    pub(super) fn add(&mut self, drawn: Drawn) {
        let want = drawn.want.unwrap_or(0.0);
        self.fits.push(drawn.fit);
        self.can.add(drawn.can);
        self.want.add(want);
        self.both += drawn.can * want;
    }

    /// `None` where the role has no fit.
    #[expect(clippy::cast_precision_loss, reason = "there are 2,000 draws")]
    pub(super) fn spread(mut self) -> Option<Spread> {
        if self.fits.is_empty() {
            return None;
        }
        let count = self.fits.len() as f64;
        let fit = [BEYOND, 1.0 - BEYOND].map(|share| quantile(&mut self.fits, share));
        let [can, want] = [self.can, self.want].map(|sums| sums.variance(count).sqrt());
        let covariance = self.both / count - self.can.values / count * (self.want.values / count);
        let together = if can * want > 0.0 { (covariance / (can * want)).clamp(-1.0, 1.0) } else { 0.0 };
        let middle = [self.can.values / count, self.want.values / count];
        Some(Spread { fit, middle, can, want, together })
    }
}

/// The value with this share of the others below it. There is at least one value.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place among 2,000"
)]
fn quantile(values: &mut [f64], share: f64) -> f64 {
    let at = ((values.len() - 1) as f64 * share).round() as usize;
    *values.select_nth_unstable_by(at, f64::total_cmp).1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_band_holds_eight_of_ten_draws() {
        let mut all = Collected::of(101);
        for i in 0..=100 {
            // Not in their order.
            let fit = f64::from((i * 37) % 101) / 100.0;
            all.add(Drawn { can: fit, want: Some(1.0 - fit), fit });
        }
        let spread = all.spread().unwrap();
        assert_eq!(spread.fit, [0.1, 0.9]);
        assert!((spread.can - 0.2916).abs() < 1e-3 && (spread.can - spread.want).abs() < 1e-9, "{spread:?}");
        assert!((spread.together + 1.0).abs() < 1e-9, "{spread:?}");
    }

    #[test]
    fn without_energy_only_can_spreads_and_without_a_fit_nothing_does() {
        let mut all = Collected::of(2);
        for can in [0.4, 0.6] {
            all.add(Drawn { can, want: None, fit: can });
        }
        let spread = all.spread().unwrap();
        assert!((spread.can - 0.1).abs() < 1e-9);
        assert_eq!([spread.want, spread.together], [0.0, 0.0]);
        assert_eq!(Collected::of(0).spread(), None);
    }
}
