//! Occasions that were counted: how often something came up, and how often it was done.

use statrs::distribution::{Beta, ContinuousCDF};
use statrs::function::factorial::ln_binomial;

use super::super::{Confidence, ROUNDING};

/// Counted occasions. What was done is never more than what came up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Occasions {
    came: u32,
    took: u32,
}

/// A share of occasions with its interval, all from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(clippy::struct_field_names, reason = "a share is what it is called")]
pub struct Share {
    /// The share.
    pub share: f64,
    /// The lower end of its interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Occasions {
    /// `came` occasions, of which `took` were taken; `None` where more were taken than came up.
    pub const fn new(came: u32, took: u32) -> Option<Self> {
        if took <= came { Some(Self { came, took }) } else { None }
    }

    /// How often it came up.
    pub const fn came(self) -> u32 {
        self.came
    }

    /// How often it was done.
    pub const fn took(self) -> u32 {
        self.took
    }

    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { came: self.came.saturating_add(other.came), took: self.took.saturating_add(other.took) }
    }

    /// The share that was taken, with the interval of Jeffreys (1946; recommended by Brown, Cai & `DasGupta` 2001); `None` where nothing
    /// came up. With none or all taken, the interval reaches the end of the scale.
    pub fn share(self, confidence: Confidence) -> Option<Share> {
        if self.came == 0 {
            return None;
        }
        let (came, took) = (f64::from(self.came), f64::from(self.took));
        let beta = Beta::new(took + 0.5, came - took + 0.5).ok()?;
        let tail = (1.0 - confidence.share()) / 2.0;
        let low = if self.took == 0 { 0.0 } else { beta.inverse_cdf(tail) };
        let high = if self.took == self.came { 1.0 } else { beta.inverse_cdf(1.0 - tail) };
        Some(Share { share: took / came, low, high })
    }
}

/// How often chance alone would give a difference of two shares that is at least as unlikely as this one: Fisher's exact test, two-sided
/// (Fisher 1935), 0 to 1. With nothing on one side it is 1.
pub fn difference_by_chance(before: Occasions, now: Occasions) -> f64 {
    let (n1, n2) = (u64::from(before.came), u64::from(now.came));
    let taken = u64::from(before.took) + u64::from(now.took);
    if n1 == 0 || n2 == 0 {
        return 1.0;
    }
    let all = ln_binomial(n1 + n2, taken);
    let ln_p = |took: u64| ln_binomial(n1, took) + ln_binomial(n2, taken - took) - all;
    let (least, most) = (taken.saturating_sub(n2), taken.min(n1));
    // Tables that are as likely as this one count too, up to rounding, as in R and SciPy.
    let limit = ln_p(u64::from(before.took)) + 1e-7;
    let sum: f64 = (least..=most).map(ln_p).filter(|ln_p| *ln_p <= limit).map(f64::exp).sum();
    sum.min(1.0)
}

/// Whether the two shares differ by more than chance would give at this confidence.
pub fn is_larger_than_chance(before: Occasions, now: Occasions, confidence: Confidence) -> bool {
    difference_by_chance(before, now) <= 1.0 - confidence.share() + ROUNDING
}
