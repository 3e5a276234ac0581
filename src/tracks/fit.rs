//! Can, want, fit and drain of each role, and how sure the order is.

use super::draws::{Places, places};
use super::flip::{Flip, Lever, flip};
use super::measure::{Measure, Mix, first_best};
use super::spread::Spread;
use super::{Person, Role};
use crate::instrument::KnownFacet;
use crate::profile::{FacetId, RoleId};
use crate::scoring::{Energy, ROUNDING};

/// From this *can* on, somebody is able to do what a role asks. If the role also drains them, there is a burnout warning.
pub(super) const ABLE: f64 = 0.75;
/// Up to this demand, a role leaves a facet unused.
const LITTLE_ASKED: u8 = 2;
/// From this *drain* on, a role depends on facets that drain.
pub(super) const DRAINING: f64 = 0.4;

/// How well a role fits.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleFit {
    /// The role.
    pub id: RoleId,
    /// 0 to 1; absent where no facet with a score has a weight.
    pub can: Option<f64>,
    /// 0 to 1; absent where energy was not asked about.
    pub want: Option<f64>,
    /// 0 to 1; absent where `can` is.
    pub fit: Option<f64>,
    /// The share of draws in which this role fits best, 0 to 1; absent where `fit` is.
    pub how_sure: Option<f64>,
    /// The share of draws in which it is among the first three, 0 to 1; absent where `fit` is.
    pub in_first_three: Option<f64>,
    /// The share of draws in which this role fits at least as well as the one that fits best now, 0 to 1; absent where `fit` is.
    pub as_good: Option<f64>,
    /// How far its values spread over the draws; absent where `fit` is.
    pub spread: Option<Spread>,
    /// The facets that energise the person and that the role hardly uses, in their order.
    pub idle: Vec<FacetId>,
    /// The share of what the role asks that drains, 0 to 1; absent where energy was not asked about.
    pub drain: Option<f64>,
    /// Whether the person could do it but it would drain them; absent where that cannot be told.
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

    /// The role that fits best; `None` where no role has a fit.
    pub fn best(&self) -> Option<&RoleFit> {
        first_best(self.fits.iter().map(|fit| fit.fit)).map(|best| &self.fits[best])
    }

    /// Whether a single change decides which role comes first.
    pub fn lever(&self) -> Lever<'_> {
        match &self.flip {
            Some(flip) if flip.is_beyond_error() => Lever::Decides(flip),
            Some(flip) => Lever::WithinError(flip),
            None => Lever::Nothing,
        }
    }

    /// The fit of a role.
    pub fn fit(&self, id: &RoleId) -> Option<&RoleFit> {
        self.fits.iter().find(|fit| fit.id == *id)
    }
}

/// How well each role fits a person. Pure, with the same result each time; takes milliseconds for twenty roles.
pub fn assess<'a>(roles: impl IntoIterator<Item = &'a Role>, person: &Person, mix: Mix) -> Assessment {
    let roles: Vec<&Role> = roles.into_iter().collect();
    let measures: Vec<Measure> = roles.iter().map(|role| Measure::new(role, person)).collect();
    let means = person.means.map(|m| m.unwrap_or(0.0));
    let energy = person.energy.map(|e| e.unwrap_or(0.0));
    let places = places(&roles, &measures, person, mix);
    let fit = |((role, measure), place): ((&&Role, &Measure), Places)| {
        let can = measure.can(&means);
        let drain = drain(role, person);
        RoleFit {
            id: role.id.clone(),
            can,
            want: measure.want(&energy),
            fit: measure.fit(&means, &energy, mix),
            how_sure: can.map(|_| place.first),
            in_first_three: can.map(|_| place.in_first_three),
            as_good: can.map(|_| place.as_good),
            spread: place.spread,
            idle: idle(role, person),
            drain,
            burnout: can.zip(drain).map(|(can, drain)| can >= ABLE - ROUNDING && drain >= DRAINING - ROUNDING),
        }
    };
    let fits = roles.iter().zip(&measures).zip(places).map(fit).collect();
    Assessment { fits, flip: flip(&roles, &measures, person, mix) }
}

/// The role that fits a person best, without how sure that is: it takes microseconds where only the first place is needed.
pub fn best<'a>(roles: impl IntoIterator<Item = &'a Role>, person: &Person, mix: Mix) -> Option<&'a Role> {
    let roles: Vec<&Role> = roles.into_iter().collect();
    let means = person.means.map(|m| m.unwrap_or(0.0));
    let energy = person.energy.map(|e| e.unwrap_or(0.0));
    let fits: Vec<Option<f64>> =
        roles.iter().map(|role| Measure::new(role, person).fit(&means, &energy, mix)).collect();
    first_best(fits.iter().copied()).map(|best| roles[best])
}

fn idle(role: &Role, person: &Person) -> Vec<FacetId> {
    let energises = |facet| person.energy[facet].is_some_and(|e| Energy::of(e) == Energy::Energises);
    let is_idle = |facet: &KnownFacet| energises(*facet) && role.demands[*facet].value() <= LITTLE_ASKED;
    KnownFacet::all().filter(is_idle).map(KnownFacet::id).collect()
}

fn drain(role: &Role, person: &Person) -> Option<f64> {
    if !person.has_energy() {
        return None;
    }
    let (mut all, mut draining) = (0.0, 0.0);
    for facet in KnownFacet::all() {
        let v = f64::from(role.weights[facet]) * (f64::from(role.demands[facet]) - 1.0) / 4.0;
        all += v;
        if person.energy[facet].is_some_and(|e| Energy::of(e) == Energy::Drains) {
            draining += v;
        }
    }
    (all > 0.0).then(|| draining / all)
}
