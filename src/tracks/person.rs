//! What the fit depends on in a person: scores with their errors, and energy.

use sha2::{Digest, Sha256};

use crate::instrument::{ByFacet, Instrument, KnownFacet};
use crate::profile::Audit;
use crate::scoring::{SCALE, Scores, standard_error};

/// One person, as one audit shows them.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Scores, 1 to 5; `None` where a facet has none.
    pub(super) means: ByFacet<Option<f64>>,
    /// Their standard errors, in scale points; 0 where a facet has no score.
    pub(super) errors: ByFacet<f64>,
    /// Energy, 1 (drains) to 5 (energises); `None` where it was not asked or not answered.
    pub(super) energy: ByFacet<Option<f64>>,
    /// The standard error of one answer about energy, in scale points.
    pub(super) energy_error: f64,
    /// The standard error of what a role asks, in scale points.
    pub(super) demand_error: f64,
    /// The seed of the draws.
    pub(super) seed: u64,
    /// The standard errors of scores that a what-if adds: those of a single answer.
    single: ByFacet<f64>,
}

impl Person {
    /// The person as an audit shows them.
    pub fn new(instrument: &Instrument, audit: &Audit, scores: &Scores) -> Self {
        let found = ByFacet::of(|facet| scores.facet(&facet.id())?.estimate);
        Self {
            means: found.map(|e| e.map(|e| e.mean)),
            errors: found.map(|e| e.map_or(0.0, |e| e.sem)),
            energy: ByFacet::of(|facet| audit.answers.energy.get(facet.as_str()).map(|e| f64::from(*e))),
            energy_error: instrument.assumed.energy_error,
            demand_error: instrument.assumed.demand_error,
            seed: seed(audit.id.as_str()),
            single: ByFacet::of(|facet| {
                let of = instrument.facet(facet.as_str());
                let r = of.map_or(instrument.assumed.inter_item_r, |of| of.inter_item_r);
                standard_error(instrument.assumed.item_sd, r, 1)
            }),
        }
    }

    /// The person with another score for a facet. The error stays; a facet without a score gets the error of a single answer. Values
    /// outside 1 to 5 become the nearest end, and an id that belongs to no facet changes nothing.
    #[must_use]
    pub fn with_mean(mut self, facet: &str, mean: f64) -> Self {
        if let Some(at) = KnownFacet::of(facet).filter(|_| !mean.is_nan()) {
            if self.means[at].is_none() {
                self.errors[at] = self.single[at];
            }
            self.means[at] = Some(mean.clamp(SCALE.0, SCALE.1));
        }
        self
    }

    /// The person with another energy for a facet, with the same limits as in [`Self::with_mean`].
    #[must_use]
    pub fn with_energy(mut self, facet: &str, energy: f64) -> Self {
        if let Some(at) = KnownFacet::of(facet).filter(|_| !energy.is_nan()) {
            self.energy[at] = Some(energy.clamp(SCALE.0, SCALE.1));
        }
        self
    }

    /// The score of a facet.
    pub fn mean(&self, facet: KnownFacet) -> Option<f64> {
        self.means[facet]
    }

    /// Whether there is any score. Without one, no role has a fit.
    pub fn has_scores(&self) -> bool {
        self.means.values().any(Option::is_some)
    }

    /// Whether there is any energy. Without it, there is no *want*.
    pub fn has_energy(&self) -> bool {
        self.energy.values().any(Option::is_some)
    }
}

/// The first 64 bits of the SHA-256 of an id, so that an audit or a role has the same draws on every machine.
pub(super) fn seed(id: &str) -> u64 {
    Sha256::digest(id).iter().take(8).fold(0, |seed, byte| seed << 8 | u64::from(*byte))
}
