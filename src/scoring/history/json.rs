//! The documented shape of the changes in `evenkeel history --json`. What is not compared is `null`.

use serde::{Serialize, Serializer};

use super::super::ScoreChange;
use super::{Changes, Compared, FacetChange};
use crate::profile::AuditId;

/// Borrows what was found of two audits and serialises it in the documented shape.
#[derive(Serialize)]
pub struct ChangesJson<'a> {
    from: &'a AuditId,
    to: &'a AuditId,
    #[serde(serialize_with = "by_facet")]
    facets: &'a [FacetChange],
    sides: SidesJson,
    balance: Option<ChangeJson>,
}

impl<'a> ChangesJson<'a> {
    /// The changes from the audit with the first id to the one with the second.
    pub fn new(from: &'a AuditId, to: &'a AuditId, changes: &'a Changes) -> Self {
        let of = |change: Option<ScoreChange>| change.map(|it| ChangeJson::new(&it, None));
        let sides = SidesJson { management: of(changes.management), leadership: of(changes.leadership) };
        Self { from, to, facets: &changes.facets, sides, balance: of(changes.balance) }
    }
}

#[derive(Serialize)]
struct SidesJson {
    management: Option<ChangeJson>,
    leadership: Option<ChangeJson>,
}

#[derive(Serialize)]
struct ChangeJson {
    from: f64,
    to: f64,
    difference: f64,
    se: f64,
    larger_than_error: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    items: Option<usize>,
}

impl ChangeJson {
    const fn new(change: &ScoreChange, items: Option<usize>) -> Self {
        let ScoreChange { from, to, difference, se, is_beyond_error, .. } = *change;
        Self { from, to, difference, se, larger_than_error: is_beyond_error, items }
    }
}

fn by_facet<S: Serializer>(facets: &[FacetChange], serializer: S) -> Result<S::Ok, S::Error> {
    let value = |it: &FacetChange| match it.compared {
        Compared::Change { change, items, .. } => Some(ChangeJson::new(&change, Some(items))),
        Compared::AskedDifferently | Compared::NoScore => None,
    };
    serializer.collect_map(facets.iter().map(|it| (&it.facet, value(it))))
}
