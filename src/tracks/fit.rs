//! Can, want, fit and drain of each role, and how sure the order is.

use super::draws::{first_best, shares};
use super::flip::{Flip, flip};
use super::{COUNT, Person, Role};
use crate::profile::RoleId;
use crate::scoring::ROUNDING;

/// Draws behind *how sure*.
pub const DRAWS: usize = 2_000;

/// From this can on, and
const ABLE: f64 = 0.75;
/// from this drain on, there is a burnout warning.
const DRAINING: f64 = 0.4;
/// At this energy and below, a facet drains.
const DRAINS: f64 = 2.0;
/// Fits this near to each other are a tie. It is as small as rounding in a fit allows: where two fits draw level slowly, a
/// larger one would move the flip.
pub(super) const TIE: f64 = 1e-14;

/// How much *can* counts against *want* in the fit: a share from 0 (only want) to 1 (only can), a half unless it is moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mix(f64);

impl Mix {
    /// A mix; shares outside 0 to 1 are taken to the nearest end, and what is no number to a half.
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

/// How well a role fits.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleFit {
    /// The role.
    pub id: RoleId,
    /// 0 to 1; absent where no facet with a score has a weight.
    pub can: Option<f64>,
    /// 0 to 1; absent where energy was not asked about.
    pub want: Option<f64>,
    /// 0 to 1; absent without can.
    pub fit: Option<f64>,
    /// The share of draws in which this role fits best, 0 to 1; absent without fit.
    pub how_sure: Option<f64>,
    /// The share of what the role asks that drains, 0 to 1; absent where energy was not asked about.
    pub drain: Option<f64>,
    /// Whether the person could do it and would be drained by it; absent where that cannot be said.
    pub burnout: Option<bool>,
}

/// How well several roles fit one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// One for each role, in the order of the roles.
    pub fits: Vec<RoleFit>,
    /// The smallest single change that would make another role fit best.
    pub flip: Option<Flip>,
}

impl Assessment {
    /// The fits, best first; ties stay in the order of the roles, and roles without a fit come last.
    pub fn ranked(&self) -> Vec<&RoleFit> {
        let mut left: Vec<&RoleFit> = self.fits.iter().collect();
        let mut ranked = Vec::with_capacity(left.len());
        while let Some(best) = first_best(left.iter().map(|fit| fit.fit)) {
            ranked.push(left.remove(best));
        }
        ranked.extend(left);
        ranked
    }

    /// The role that fits best; `None` where none can be told to fit.
    pub fn best(&self) -> Option<&RoleFit> {
        first_best(self.fits.iter().map(|fit| fit.fit)).map(|best| &self.fits[best])
    }

    /// The fit of a role.
    pub fn fit(&self, id: &RoleId) -> Option<&RoleFit> {
        self.fits.iter().find(|fit| fit.id == *id)
    }
}

/// How well each role fits a person. Pure, and the same each time: milliseconds for twenty roles.
pub fn assess<'a>(roles: impl IntoIterator<Item = &'a Role>, person: &Person, mix: Mix) -> Assessment {
    let roles: Vec<&Role> = roles.into_iter().collect();
    let measures: Vec<Measure> = roles.iter().map(|role| Measure::new(role, person)).collect();
    let means = person.means.map(|m| m.unwrap_or(0.0));
    let energy = person.energy.map(|e| e.unwrap_or(0.0));
    let shares = shares(&measures, person, mix);
    let fit = |((role, measure), share): ((&&Role, &Measure), f64)| {
        let can = measure.can(&means);
        let drain = drain(role, person);
        RoleFit {
            id: role.id.clone(),
            can,
            want: measure.want(&energy),
            fit: measure.fit(&means, &energy, mix),
            how_sure: can.map(|_| share),
            drain,
            burnout: can.zip(drain).map(|(can, drain)| can >= ABLE - ROUNDING && drain >= DRAINING - ROUNDING),
        }
    };
    let fits = roles.iter().zip(&measures).zip(shares).map(fit).collect();
    Assessment { fits, flip: flip(&roles, &measures, person, mix) }
}

/// The role that fits a person best, without saying how sure that is: microseconds, where only the first place is wanted.
pub fn best<'a>(roles: impl IntoIterator<Item = &'a Role>, person: &Person, mix: Mix) -> Option<&'a Role> {
    let roles: Vec<&Role> = roles.into_iter().collect();
    let means = person.means.map(|m| m.unwrap_or(0.0));
    let energy = person.energy.map(|e| e.unwrap_or(0.0));
    let fits: Vec<Option<f64>> =
        roles.iter().map(|role| Measure::new(role, person).fit(&means, &energy, mix)).collect();
    first_best(fits.iter().copied()).map(|best| roles[best])
}

/// A role beside a person, as numbers: weights are 0 where there is no score, and facets without energy count for nothing.
pub(super) struct Measure {
    demands: [f64; COUNT],
    /// Weights over their sum.
    weights: [f64; COUNT],
    /// 1 / n where there is an answer about energy, else 0.
    shares: [f64; COUNT],
    has_weight: bool,
    has_energy: bool,
}

impl Measure {
    #[expect(clippy::cast_precision_loss, reason = "there are eight facets")]
    fn new(role: &Role, person: &Person) -> Self {
        let mut weights = [0.0; COUNT];
        for (at, weight) in role.weights.iter().enumerate() {
            weights[at] = if person.means[at].is_some() { f64::from(*weight) } else { 0.0 };
        }
        let sum: f64 = weights.iter().sum();
        let answers = person.energy.iter().flatten().count();
        let share = 1.0 / (answers.max(1) as f64);
        Self {
            demands: role.demands.map(f64::from),
            weights: weights.map(|w| if sum > 0.0 { w / sum } else { 0.0 }),
            shares: person.energy.map(|e| if e.is_some() { share } else { 0.0 }),
            has_weight: sum > 0.0,
            has_energy: answers > 0,
        }
    }

    /// 1 minus the shortfall: only where the role asks for more.
    pub(super) fn can(&self, means: &[f64; COUNT]) -> Option<f64> {
        let mut sum = 0.0;
        for ((demand, weight), mean) in self.demands.iter().zip(&self.weights).zip(means) {
            let short = (demand - mean).max(0.0);
            sum += weight * short * short;
        }
        self.has_weight.then(|| 1.0 - sum.sqrt() / 4.0)
    }

    /// 1 minus the distance between what energises and what is asked, in both directions.
    pub(super) fn want(&self, energy: &[f64; COUNT]) -> Option<f64> {
        let mut sum = 0.0;
        for ((demand, share), energy) in self.demands.iter().zip(&self.shares).zip(energy) {
            let apart = energy - demand;
            sum += share * apart * apart;
        }
        self.has_energy.then(|| 1.0 - sum.sqrt() / 4.0)
    }

    /// Both together, in the mix.
    pub(super) fn fit(&self, means: &[f64; COUNT], energy: &[f64; COUNT], mix: Mix) -> Option<f64> {
        self.can(means).map(|can| mix.fit(can, self.want(energy)))
    }

    /// Whether the score of a facet plays a part in *can*.
    pub(super) fn counts(&self, at: usize) -> bool {
        self.weights[at] > 0.0
    }
}

fn drain(role: &Role, person: &Person) -> Option<f64> {
    if !person.has_energy() {
        return None;
    }
    let (mut all, mut draining) = (0.0, 0.0);
    for at in 0..COUNT {
        let v = f64::from(role.weights[at]) * (f64::from(role.demands[at]) - 1.0) / 4.0;
        all += v;
        if person.energy[at].is_some_and(|e| e <= DRAINS + ROUNDING) {
            draining += v;
        }
    }
    (all > 0.0).then(|| draining / all)
}
