//! What the role asks, against what the person does.

use serde::{Deserialize, Serialize};

use super::{FacetScore, ROUNDING};
use crate::profile::{Audit, FacetId, Rating};

/// How a gap reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reading {
    /// The role asks for more than the person does, by more than the error.
    AsksMore,
    /// The difference lies within the error.
    WithinError,
    /// The role asks for less than the person does, by more than the error.
    AsksLess,
}

/// The gap at one facet.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleGap {
    /// Which facet.
    pub facet: FacetId,
    /// What the role needs, 1 to 5.
    pub need: Rating,
    /// Need minus mean, in scale points.
    pub gap: f64,
    /// What can be said of it.
    pub reading: Reading,
}

/// How worthwhile it would be to practise a facet.
#[derive(Clone, Debug, PartialEq)]
pub struct Priority {
    /// Which facet.
    pub facet: FacetId,
    /// 0 to 4; 0 where the gap lies within its error.
    pub priority: f64,
}

pub(super) fn gaps(facets: &[FacetScore], audit: &Audit, z: f64) -> Option<Vec<RoleGap>> {
    if audit.needs.is_empty() {
        return None;
    }
    let gap = |f: &FacetScore| {
        let (need, mean, sem) = (*audit.needs.get(&f.id)?, f.mean?, f.sem?);
        let gap = f64::from(need) - mean;
        let error = z * sem + ROUNDING;
        let reading = if gap > error {
            Reading::AsksMore
        } else if -gap > error {
            Reading::AsksLess
        } else {
            Reading::WithinError
        };
        Some(RoleGap { facet: f.id.clone(), need, gap, reading })
    };
    Some(facets.iter().filter_map(gap).collect())
}

pub(super) fn priorities(gaps: &[RoleGap], facets: &[FacetScore], audit: &Audit, z: f64) -> Vec<Priority> {
    let mut ranked: Vec<(f64, &RoleGap)> = gaps
        .iter()
        .map(|g| {
            let sem = facets.iter().find(|f| f.id == g.facet).and_then(|f| f.sem).unwrap_or(0.0);
            let energy = audit.energy.get(&g.facet).map_or(0.5, |e| (f64::from(*e) - 1.0) / 4.0);
            let need = (f64::from(g.need) - 1.0) / 4.0;
            (need * (g.gap - z * sem).max(0.0) * (0.5 + 0.5 * energy), g)
        })
        .collect();
    // The sort is stable: equal priority and need leave the facets in their order.
    ranked.sort_by(|(a, x), (b, y)| b.total_cmp(a).then(y.need.cmp(&x.need)));
    ranked.into_iter().map(|(priority, g)| Priority { facet: g.facet.clone(), priority }).collect()
}
