//! How sure it is which role fits best: the share of random draws in which each one does.

use super::Person;
use super::measure::{Measure, Mix, first_best};
use crate::instrument::{ByFacet, KnownFacet};
use crate::random::SplitMix;
use crate::scoring::SCALE;

/// How many draws there are.
pub const DRAWS: usize = 2_000;

/// For each role the share of draws in which it fits best. The shares sum to 1, or are all 0 where no role has a fit.
///
/// Every draw takes the same number of values from the generator, even for missing scores. So a what-if uses the same draws,
/// and the shares change smoothly with it.
#[expect(clippy::cast_precision_loss, reason = "there are 2,000 draws")]
pub(super) fn shares(measures: &[Measure], person: &Person, mix: Mix) -> Vec<f64> {
    let mut random = SplitMix::new(person.seed);
    let mut wins = vec![0_u32; measures.len()];
    let mut fits = vec![None; measures.len()];
    for _ in 0..DRAWS {
        let (means, energy) = draw(person, &mut random);
        for (fit, measure) in fits.iter_mut().zip(measures) {
            *fit = measure.fit(&means, &energy, mix);
        }
        if let Some(best) = first_best(fits.iter().copied()) {
            wins[best] += 1;
        }
    }
    wins.into_iter().map(|won| f64::from(won) / DRAWS as f64).collect()
}

/// Scores and energies that could just as well have been measured, given their errors.
fn draw(person: &Person, random: &mut SplitMix) -> (ByFacet<f64>, ByFacet<f64>) {
    let (mut means, mut energy) = (ByFacet::all(0.0), ByFacet::all(0.0));
    for facet in KnownFacet::all() {
        let (first, second) = random.normals();
        means[facet] = clipped(person.means[facet].unwrap_or(0.0) + first * person.errors[facet]);
        energy[facet] = clipped(person.energy[facet].unwrap_or(0.0) + second * person.energy_error);
    }
    (means, energy)
}

fn clipped(value: f64) -> f64 {
    value.clamp(SCALE.0, SCALE.1)
}
