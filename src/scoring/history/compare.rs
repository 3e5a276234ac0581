//! Two audits, facet by facet.

use statrs::distribution::{ContinuousCDF, Normal};

use super::super::{Confidence, Estimate, FacetScore, ScoreChange, change, facet, score, side, standard_error};
use crate::instrument::{Facet, Instrument, Side};
use crate::profile::{Answer, Audit, FacetId};

/// How many items must have been rated in both audits where the questions are of different versions.
const SHARED: usize = 2;

/// An audit with the questions that it was asked with.
#[derive(Clone, Copy, Debug)]
pub struct Audited<'a> {
    /// What was asked.
    pub instrument: &'a Instrument,
    /// What was answered.
    pub audit: &'a Audit,
}

/// What can be said of a facet in two audits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Compared {
    /// It has a score in both.
    Change {
        /// The earlier score.
        from: Estimate,
        /// The later one.
        to: Estimate,
        /// The difference, and whether it is larger than the error.
        change: ScoreChange,
        /// How many rated items the scores rest on: the smaller number of the two.
        items: usize,
    },
    /// Too few of its items were rated in both, since the questions are of different versions.
    AskedDifferently,
    /// It has no score in one of the two, or in both.
    NoScore,
}

/// One facet in two audits.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetChange {
    /// Which facet.
    pub facet: FacetId,
    /// What can be said of it.
    pub compared: Compared,
}

/// Two audits compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// One for each facet of the later audit, in their fixed order.
    pub facets: Vec<FacetChange>,
    /// The change of the management side; absent with fewer than three compared facets.
    pub management: Option<ScoreChange>,
    /// The change of the leadership side.
    pub leadership: Option<ScoreChange>,
    /// The change of the balance; absent where a side is not compared.
    pub balance: Option<ScoreChange>,
    /// How many facets would show a change by chance alone.
    pub by_chance: f64,
    /// How often at least one facet would, 0 to 1.
    pub any_by_chance: f64,
    /// Whether the facets are held to the confidence all together, and not each by itself.
    pub is_together: bool,
}

impl Changes {
    /// How many facets are compared.
    pub fn compared(&self) -> usize {
        self.facets.iter().filter(|it| matches!(it.compared, Compared::Change { .. })).count()
    }

    /// The change of a side.
    pub const fn side(&self, side: Side) -> Option<ScoreChange> {
        match side {
            Side::Management => self.management,
            Side::Leadership => self.leadership,
        }
    }

    /// The same, with the compared facets held to the confidence all together: see [`z_for_all`]. Sides and balance stay as they are.
    #[must_use]
    pub fn together(mut self, confidence: Confidence) -> Self {
        let count = self.compared();
        let z = z_for_all(confidence, count);
        for facet in &mut self.facets {
            if let Compared::Change { change, .. } = &mut facet.compared {
                *change = change.held_to(z);
            }
        }
        self.is_together = true;
        self.expect(count, each_of(confidence, count))
    }

    /// What chance alone would show where each of `count` comparisons is held to `each`, a share from 0 to 1.
    fn expect(mut self, count: usize, each: f64) -> Self {
        let count = f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        self.by_chance = count * (1.0 - each);
        self.any_by_chance = 1.0 - each.powf(count);
        self
    }

    /// The facets whose change is larger than the error.
    pub fn beyond_error(&self) -> impl Iterator<Item = (&FacetId, ScoreChange)> {
        self.facets.iter().filter_map(|facet| match facet.compared {
            Compared::Change { change, .. } if change.is_beyond_error => Some((&facet.facet, change)),
            _ => None,
        })
    }

    /// Whether facets moved in opposite directions, each by more than the error.
    pub fn are_opposite(&self) -> bool {
        let all = || self.beyond_error().map(|(_, change)| change.difference);
        all().any(|difference| difference > 0.0) && all().any(|difference| difference < 0.0)
    }
}

/// Compares an earlier audit with a later one.
pub fn compare(from: Audited<'_>, to: Audited<'_>, confidence: Confidence) -> Changes {
    let z = confidence.z();
    let whole = from.audit.instrument.id == to.audit.instrument.id
        && from.audit.instrument.version == to.audit.instrument.version;
    let scores = [from, to].map(|it| score(it.instrument, it.audit, confidence).facets);
    let compared = |facet: &Facet| {
        let of = |scores: &[FacetScore]| scores.iter().find(|it| it.id == facet.id).cloned();
        let (Some(earlier), Some(later)) = (of(&scores[0]), of(&scores[1])) else { return Compared::NoScore };
        let (Some(first), Some(second)) = (earlier.estimate, later.estimate) else { return Compared::NoScore };
        if whole {
            let items = earlier.answered.min(later.answered);
            return Compared::Change { from: first, to: second, change: change(first, second, z), items };
        }
        shared(from, to, facet, z)
    };
    let facets: Vec<FacetChange> = to
        .instrument
        .facets
        .iter()
        .map(|facet| FacetChange { facet: facet.id.clone(), compared: compared(facet) })
        .collect();
    let sides = |side| sides(to.instrument, &facets, side, z);
    let (management, leadership) = (sides(Side::Management), sides(Side::Leadership));
    let of = |pair: Option<[Estimate; 2]>| pair.map(|[from, to]| change(from, to, z));
    let balance = management.zip(leadership).map(|(m, l)| {
        let at = |i: usize| {
            let sem = m[i].sem.hypot(l[i].sem);
            Estimate { mean: l[i].mean - m[i].mean, sem, low: 0.0, high: 0.0 }
        };
        change(at(0), at(1), z)
    });
    let (management, leadership) = (of(management), of(leadership));
    let none =
        Changes { facets, management, leadership, balance, by_chance: 0.0, any_by_chance: 0.0, is_together: false };
    let count = none.compared();
    none.expect(count, confidence.share())
}

/// A facet over the items that were rated in both audits.
#[expect(clippy::cast_precision_loss, reason = "a facet has a handful of items")]
fn shared(from: Audited<'_>, to: Audited<'_>, facet: &Facet, z: f64) -> Compared {
    let Some(before) = from.instrument.facet(facet.id.as_str()) else { return Compared::AskedDifferently };
    let rated = |audit: &Audit, item: &str| audit.answer(item).and_then(Answer::rating).map(f64::from);
    let pairs: Vec<(f64, f64)> = facet
        .items(to.audit.form)
        .iter()
        .filter(|item| before.items(from.audit.form).contains(item))
        .filter_map(|item| rated(from.audit, item.as_str()).zip(rated(to.audit, item.as_str())))
        .collect();
    if pairs.len() < SHARED {
        return Compared::AskedDifferently;
    }
    let n = pairs.len() as f64;
    let sem = standard_error(to.instrument.assumed.item_sd, facet.inter_item_r, pairs.len());
    let first = Estimate::new(pairs.iter().map(|(first, _)| first).sum::<f64>() / n, sem, z);
    let second = Estimate::new(pairs.iter().map(|(_, second)| second).sum::<f64>() / n, sem, z);
    Compared::Change { from: first, to: second, change: change(first, second, z), items: pairs.len() }
}

/// A side in both audits, over the facets that are compared.
fn sides(instrument: &Instrument, facets: &[FacetChange], side: Side, z: f64) -> Option<[Estimate; 2]> {
    let of = |later: bool| {
        let facets: Vec<FacetScore> = instrument
            .side(side)
            .filter_map(|facet| {
                let found = facets.iter().find(|it| it.facet == facet.id)?;
                let estimate = match found.compared {
                    Compared::Change { from, to, .. } => Some(if later { to } else { from }),
                    Compared::AskedDifferently | Compared::NoScore => None,
                };
                Some(facet::with_estimate(facet, estimate))
            })
            .collect();
        side::score(&facets, side, instrument.assumed, z).estimate
    };
    Some([of(false)?, of(true)?])
}

/// The standard errors that each of `count` comparisons needs for all of them together to be held to a confidence (Sidak 1967).
pub fn z_for_all(confidence: Confidence, count: usize) -> f64 {
    Normal::standard().inverse_cdf(f64::midpoint(1.0, each_of(confidence, count)))
}

/// The confidence of each of `count` comparisons that gives this one for all of them together, 0 to 1.
fn each_of(confidence: Confidence, count: usize) -> f64 {
    confidence.share().powf(1.0 / f64::from(u32::try_from(count.max(1)).unwrap_or(u32::MAX)))
}
