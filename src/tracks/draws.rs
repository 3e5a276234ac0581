//! How sure it is which role fits best: in which share of random draws each one does, and in which it is among the first three.

use super::measure::{Measure, Mix, TIE, best, first_best};
use super::person::seed;
use super::spread::{Collected, Spread};
use super::{Person, Role};
use crate::instrument::{ByFacet, KnownFacet};
use crate::random::SplitMix;
use crate::scoring::SCALE;

/// How many draws there are.
pub const DRAWS: usize = 2_000;
/// So many roles count as the first ones.
const FIRST: usize = 3;

/// In which share of the draws a role comes first, in which it is among the first three, and in which it fits at least as well as the
/// one that fits best now; all are 0 where no role has a fit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Places {
    pub first: f64,
    pub in_first_three: f64,
    pub as_good: f64,
    /// How far its values spread; `None` where it has no fit.
    pub spread: Option<Spread>,
}

/// The places of each role. The shares of the first place sum to 1.
///
/// Every draw takes the same number of values from the generators, even for missing scores, and each role has a generator of its
/// own. So a what-if uses the same draws, the shares change smoothly with it, and a role more changes nothing for the others.
#[expect(clippy::cast_precision_loss, reason = "there are 2,000 draws")]
pub(super) fn places(roles: &[&Role], measures: &[Measure], person: &Person, mix: Mix) -> Vec<Places> {
    let mut random = SplitMix::new(person.seed);
    let mut of_roles: Vec<SplitMix> =
        roles.iter().map(|role| SplitMix::new(person.seed ^ seed(role.id.as_str()))).collect();
    let mut counts = vec![[0_u32; 3]; measures.len()];
    let mut fits = vec![None; measures.len()];
    let mut collected = vec![Collected::of(DRAWS); measures.len()];
    let best_now = best(measures, &person.means.map(or_none), &person.energy.map(or_none), mix);
    for _ in 0..DRAWS {
        let (means, energy) = draw(person, &mut random);
        let each = fits.iter_mut().zip(&mut collected).zip(measures).zip(&mut of_roles);
        for (((fit, collected), measure), random) in each {
            let asked = measure.with_demands(demands(measure, person.demand_error, random));
            let drawn = asked.drawn(&means, &energy, mix);
            *fit = drawn.map(|drawn| drawn.fit);
            if let Some(drawn) = drawn {
                collected.add(drawn);
            }
        }
        if let Some(first) = best_now.and_then(|best| fits[best]) {
            for (count, fit) in counts.iter_mut().zip(&fits) {
                count[2] += u32::from(fit.is_some_and(|fit| fit >= first - TIE));
            }
        }
        for place in 0..FIRST {
            let Some(best) = first_best(fits.iter().copied()) else { break };
            counts[best][0] += u32::from(place == 0);
            counts[best][1] += 1;
            fits[best] = None;
        }
    }
    let share = |count: u32| f64::from(count) / DRAWS as f64;
    let places = |([first, three, as_good], collected): ([u32; 3], Collected)| Places {
        first: share(first),
        in_first_three: share(three),
        as_good: share(as_good),
        spread: collected.spread(),
    };
    counts.into_iter().zip(collected).map(places).collect()
}

/// What a missing value counts as: no measure looks at it.
fn or_none(value: Option<f64>) -> f64 {
    value.unwrap_or(0.0)
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

/// Demands that somebody else could just as well have written down.
fn demands(measure: &Measure, error: f64, random: &mut SplitMix) -> ByFacet<f64> {
    let normals = ByFacet::in_order(random.eight_normals());
    ByFacet::of(|facet| clipped(measure.demands()[facet] + normals[facet] * error))
}

fn clipped(value: f64) -> f64 {
    value.clamp(SCALE.0, SCALE.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instrument::Instrument;
    use crate::profile::{Audit, Form};
    use crate::scoring::{Confidence, score};
    use crate::tracks::Catalogue;

    #[test]
    fn the_ellipse_of_mean_spread_and_correlation_holds_eight_of_ten_draws() {
        let (instrument, catalogue) = (Instrument::built_in().unwrap(), Catalogue::built_in().unwrap());
        let blank = Audit::blank(instrument.reference(), Form::Full);
        let mut person = Person::new(&instrument, &blank, &score(&instrument, &blank, Confidence::P90));
        let values = [(2.8, 3.0), (3.6, 4.0), (3.2, 2.0), (3.0, 3.0), (4.2, 5.0), (3.0, 2.0), (4.0, 4.0), (4.4, 4.0)];
        for (facet, (mean, energy)) in KnownFacet::all().zip(values) {
            person = person.with_mean(facet.as_str(), mean).with_energy(facet.as_str(), energy);
            person.errors[facet] = 0.35;
        }
        // The squared distance from the mean below which eight of ten lie, if they are normal.
        let most = -2.0 * 0.2_f64.ln();
        for role in catalogue.demands() {
            let (measure, mut random) = (Measure::new(role, &person), SplitMix::new(1));
            let mut own = SplitMix::new(2);
            let mut places = Vec::new();
            let mut collected = Collected::of(DRAWS);
            for _ in 0..DRAWS {
                let (means, energy) = draw(&person, &mut random);
                let asked = measure.with_demands(demands(&measure, person.demand_error, &mut own));
                let drawn = asked.drawn(&means, &energy, Mix::default()).unwrap();
                collected.add(drawn);
                places.push([drawn.can, drawn.want.unwrap()]);
            }
            let Spread { middle, can, want, together, .. } = collected.spread().unwrap();
            let held = places.iter().filter(|place| {
                let (x, y) = ((place[0] - middle[0]) / can, (place[1] - middle[1]) / want);
                (x * x - 2.0 * together * x * y + y * y) / (1.0 - together * together) <= most
            });
            let share = f64::from(u32::try_from(held.count()).unwrap()) / f64::from(u32::try_from(DRAWS).unwrap());
            assert!((share - 0.8).abs() < 0.03, "{share} for {}", role.id);
        }
    }
}
