//! The documented shape of `evenkeel score --json`. Absent values are `null`.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::{
    Balance, FacetScore, OverallPicture, Priority, Quality, Reading, RoleGap, ScoreStatus, Scores, Show, SideScore,
    Signs, Verdict, You, score100,
};
use crate::profile::{Dose, FacetId, Form, InstrumentRef, Stakes};

/// The version of the rules that all scores follow. It changes when a score means something else.
pub const RULES: u8 = 2;

/// Borrows scores and serialises them in the documented shape.
#[derive(Serialize)]
pub struct ScoresJson<'a> {
    rules: u8,
    instrument: &'a InstrumentRef,
    form: Form,
    confidence: f64,
    facets: ByFacet<'a, FacetJson>,
    sides: SidesJson,
    balance: Option<BalanceJson>,
    picture: Option<OverallPicture>,
    role: Option<ByFacet<'a, GapJson>>,
    priorities: Option<Vec<PriorityJson<'a>>>,
    signs: Option<SignsJson<'a>>,
    quality: QualityJson,
}

impl<'a> From<&'a Scores> for ScoresJson<'a> {
    fn from(scores: &'a Scores) -> Self {
        let gap = |g: &'a super::RoleGap| (&g.facet, GapJson::from(g));
        let priority = |p: &'a Priority| PriorityJson { facet: &p.facet, priority: p.priority };
        Self {
            rules: RULES,
            instrument: &scores.instrument,
            form: scores.form,
            confidence: scores.confidence.share(),
            facets: ByFacet(scores.facets.iter().map(|f| (&f.id, FacetJson::from(f))).collect()),
            sides: SidesJson {
                management: SideJson::from(&scores.management),
                leadership: SideJson::from(&scores.leadership),
            },
            balance: scores.balance.as_ref().map(BalanceJson::from),
            picture: scores.picture,
            role: scores.role.as_ref().map(|gaps| ByFacet(gaps.iter().map(gap).collect())),
            priorities: scores.priorities.as_ref().map(|all| all.iter().map(priority).collect()),
            signs: scores.signs.is_answered().then_some(SignsJson(&scores.signs)),
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
    difference: f64,
    se: f64,
    verdict: Verdict,
}

impl From<&Balance> for BalanceJson {
    fn from(b: &Balance) -> Self {
        Self { difference: b.difference, se: b.se, verdict: b.verdict }
    }
}

#[derive(Serialize)]
struct GapJson {
    need: u8,
    stakes: Option<u8>,
    dose: Option<Dose>,
    gap: f64,
    se: f64,
    reading: Reading,
}

impl From<&RoleGap> for GapJson {
    fn from(g: &RoleGap) -> Self {
        let stakes = g.stakes.map(Stakes::value);
        Self { need: g.need.value(), stakes, dose: g.dose, gap: g.gap, se: g.se, reading: g.reading }
    }
}

/// By kind, how clearly its signs show and what is known of the person.
struct SignsJson<'a>(&'a Signs);

impl Serialize for SignsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.kinds.iter().map(|of| (of.kind, SignJson { show: of.show(), you: of.you })))
    }
}

#[derive(Serialize)]
struct SignJson {
    show: Option<Show>,
    you: You,
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
