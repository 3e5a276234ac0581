//! A role and a person as numbers, and which of several roles fits best. Fits, draws and flips are computed from these.

use super::spread::Drawn;
use super::{Person, Role};
use crate::instrument::{ByFacet, KnownFacet};

/// Fits this near to each other are a tie. It is as small as rounding errors allow: where two fits approach each other slowly,
/// a larger value would move the flip.
pub(super) const TIE: f64 = 1e-14;

/// How much *can* counts in the fit and how much *want*: from 0 (only want) to 1 (only can). The default is a half.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mix(f64);

impl Mix {
    /// A mix; shares outside 0 to 1 are taken to the nearest end, and NaN to a half.
    pub fn new(can: f64) -> Self {
        if can.is_nan() { Self::default() } else { Self(can.clamp(0.0, 1.0)) }
    }

    /// The share of *can*.
    pub const fn can(self) -> f64 {
        self.0
    }

    /// The fit of a role.
    fn fit(self, can: f64, want: Option<f64>) -> f64 {
        want.map_or(can, |want| self.0 * can + (1.0 - self.0) * want)
    }
}

impl Default for Mix {
    fn default() -> Self {
        Self(0.5)
    }
}

/// A role and a person as numbers. Facets without a score count for nothing in *can*, those without energy for nothing in *want*.
#[derive(Clone, Copy)]
pub(super) struct Measure {
    demands: ByFacet<f64>,
    /// Weights divided by their sum, where there is a score.
    weights: ByFacet<f64>,
    /// Weights where there is an answer about energy, else 0.
    wanted: ByFacet<f64>,
    has_weight: bool,
}

impl Measure {
    pub(super) fn new(role: &Role, person: &Person) -> Self {
        let has_mean = person.means.map(|mean| mean.is_some());
        let weights = ByFacet::of(|facet| if has_mean[facet] { f64::from(role.weights[facet]) } else { 0.0 });
        let sum: f64 = weights.values().sum();
        Self {
            demands: role.demands.map(f64::from),
            weights: weights.map(|w| if sum > 0.0 { w / sum } else { 0.0 }),
            wanted: ByFacet::of(|facet| person.energy[facet].map_or(0.0, |_| f64::from(role.weights[facet]))),
            has_weight: sum > 0.0,
        }
    }

    /// *Can*: 1 minus the shortfall. Only facets of which the role asks more than the person does add to it.
    pub(super) fn can(&self, means: &ByFacet<f64>) -> Option<f64> {
        let mut sum = 0.0;
        for ((demand, weight), mean) in self.demands.values().zip(self.weights.values()).zip(means.values()) {
            let short = (demand - mean).max(0.0);
            sum += weight * short * short;
        }
        self.has_weight.then(|| 1.0 - sum.sqrt() / 4.0)
    }

    /// *Want*: the mean energy of what the role asks.
    pub(super) fn want(&self, energy: &ByFacet<f64>) -> Option<f64> {
        let (mut sum, mut all) = (0.0, 0.0);
        for ((demand, weight), energy) in self.demands.values().zip(self.wanted.values()).zip(energy.values()) {
            let v = weight * (demand - 1.0) / 4.0;
            all += v;
            sum += v * (energy - 1.0) / 4.0;
        }
        (all > 0.0).then(|| sum / all)
    }

    /// The same role, if it asked otherwise.
    pub(super) fn with_demands(&self, demands: ByFacet<f64>) -> Self {
        Self { demands, ..*self }
    }

    /// What it asks.
    pub(super) const fn demands(&self) -> &ByFacet<f64> {
        &self.demands
    }

    /// The fit: both together, in the mix.
    pub(super) fn fit(&self, means: &ByFacet<f64>, energy: &ByFacet<f64>, mix: Mix) -> Option<f64> {
        self.drawn(means, energy, mix).map(|drawn| drawn.fit)
    }

    /// *Can*, *want* and the fit.
    pub(super) fn drawn(&self, means: &ByFacet<f64>, energy: &ByFacet<f64>, mix: Mix) -> Option<Drawn> {
        let can = self.can(means)?;
        let want = self.want(energy);
        Some(Drawn { can, want, fit: mix.fit(can, want) })
    }

    /// Whether the score of a facet plays a part in *can*.
    pub(super) fn counts(&self, facet: KnownFacet) -> bool {
        self.weights[facet] > 0.0
    }
}

/// The index of the role that fits best.
pub(super) fn best(measures: &[Measure], means: &ByFacet<f64>, energy: &ByFacet<f64>, mix: Mix) -> Option<usize> {
    let fits: Vec<Option<f64>> = measures.iter().map(|measure| measure.fit(means, energy, mix)).collect();
    first_best(fits.iter().copied())
}

/// The index of the highest fit; in a tie, the first.
pub(super) fn first_best(fits: impl Iterator<Item = Option<f64>> + Clone) -> Option<usize> {
    let most = fits.clone().flatten().reduce(f64::max)?;
    fits.into_iter().position(|fit| fit.is_some_and(|fit| fit >= most - TIE))
}
