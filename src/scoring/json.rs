//! The documented shape of `evenkeel score --json`. Absent values are `null`.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::{
    Balance, FacetScore, OverallPicture, Priority, Quality, Reading, ScoreStatus, Scores, SideScore, Verdict, score100,
};
use crate::profile::{FacetId, Form, InstrumentRef};

/// Borrows scores and serialises them in the documented shape.
#[derive(Serialize)]
pub struct ScoresJson<'a> {
    instrument: &'a InstrumentRef,
    form: Form,
    confidence: f64,
    facets: ByFacet<'a, FacetJson>,
    sides: SidesJson,
    balance: BalanceJson,
    picture: Option<OverallPicture>,
    role: Option<ByFacet<'a, GapJson>>,
    priorities: Option<Vec<PriorityJson<'a>>>,
    quality: QualityJson,
}

impl<'a> From<&'a Scores> for ScoresJson<'a> {
    fn from(scores: &'a Scores) -> Self {
        let gap = |g: &'a super::RoleGap| (&g.facet, GapJson { need: g.need.value(), gap: g.gap, reading: g.reading });
        let priority = |p: &'a Priority| PriorityJson { facet: &p.facet, priority: p.priority };
        Self {
            instrument: &scores.instrument,
            form: scores.form,
            confidence: scores.confidence.share(),
            facets: ByFacet(scores.facets.iter().map(|f| (&f.id, FacetJson::from(f))).collect()),
            sides: SidesJson {
                management: SideJson::from(&scores.management),
                leadership: SideJson::from(&scores.leadership),
            },
            balance: BalanceJson::from(scores.balance.as_ref()),
            picture: scores.picture,
            role: scores.role.as_ref().map(|gaps| ByFacet(gaps.iter().map(gap).collect())),
            priorities: scores.priorities.as_ref().map(|all| all.iter().map(priority).collect()),
            quality: QualityJson::from(&scores.quality),
        }
    }
}

struct ByFacet<'a, T>(Vec<(&'a FacetId, T)>);

impl<T: Serialize> Serialize for ByFacet<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (id, value) in &self.0 {
            map.serialize_entry(id, value)?;
        }
        map.end()
    }
}

#[derive(Serialize)]
struct FacetJson {
    status: ScoreStatus,
    mean: Option<f64>,
    score100: Option<f64>,
    answered: usize,
    applicable: usize,
    sem: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

impl From<&FacetScore> for FacetJson {
    fn from(f: &FacetScore) -> Self {
        Self {
            status: f.status,
            mean: f.estimate.map(|e| e.mean),
            score100: f.estimate.map(|e| score100(e.mean)),
            answered: f.answered,
            applicable: f.applicable,
            sem: f.estimate.map(|e| e.sem),
            low: f.estimate.map(|e| e.low),
            high: f.estimate.map(|e| e.high),
        }
    }
}

#[derive(Serialize)]
struct SidesJson {
    management: SideJson,
    leadership: SideJson,
}

#[derive(Serialize)]
struct SideJson {
    status: ScoreStatus,
    mean: Option<f64>,
    score100: Option<f64>,
    sem: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

impl From<&SideScore> for SideJson {
    fn from(s: &SideScore) -> Self {
        Self {
            status: s.status,
            mean: s.estimate.map(|e| e.mean),
            score100: s.estimate.map(|e| score100(e.mean)),
            sem: s.estimate.map(|e| e.sem),
            low: s.estimate.map(|e| e.low),
            high: s.estimate.map(|e| e.high),
        }
    }
}

#[derive(Serialize)]
struct BalanceJson {
    difference: Option<f64>,
    se: Option<f64>,
    verdict: Option<Verdict>,
}

impl From<Option<&Balance>> for BalanceJson {
    fn from(b: Option<&Balance>) -> Self {
        Self { difference: b.map(|b| b.difference), se: b.map(|b| b.se), verdict: b.map(|b| b.verdict) }
    }
}

#[derive(Serialize)]
struct GapJson {
    need: u8,
    gap: f64,
    reading: Reading,
}

#[derive(Serialize)]
struct PriorityJson<'a> {
    facet: &'a FacetId,
    priority: f64,
}

#[derive(Serialize)]
struct QualityJson {
    median_seconds: Option<f64>,
    longest_run: usize,
    irv: Option<f64>,
    even_odd: Option<f64>,
    not_applicable: usize,
}

impl From<&Quality> for QualityJson {
    fn from(q: &Quality) -> Self {
        Self {
            median_seconds: q.median_seconds,
            longest_run: q.longest_run,
            irv: q.irv,
            even_odd: q.even_odd,
            not_applicable: q.not_applicable,
        }
    }
}
