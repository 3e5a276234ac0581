//! Scores over time: from the audits of a profile to points, lines and sentences. The chart, the table beside it and what a screen
//! reader says are all made of these points, so that they cannot differ.
//!
//! # Rules
//!
//! **Points.** One for each finished audit that has the score, in the order of their days, wherever the audits stand in the file. Each
//! audit is scored by the version of the questions that it was asked with; one whose questions are not here is left out and counted.
//! An audit of one facet is a point of that facet alone: it makes no side and no balance.
//!
//! **Lines.** Only points of one form and one version of the questions are joined: other forms and other versions measure otherwise.
//!
//! **Without any change.** Around the first point of each version lies the range in which later scores are expected where nothing has
//! changed: `mean ± z sqrt(SEM1^2 + SEM2^2)`, the error of the difference (Jacobson & Truax 1991). A later point outside it has changed by
//! more than the error. There is no such range between versions. In a change of the balance it drops out that the questions of one
//! side may be easier, so the range is narrower there than the bands of the points.
//!
//! **By chance.** Each of eight facets has its own chance to lie outside its range where nothing has changed. They can be held to the
//! confidence all together (Sidak 1967); sides and balance are not among the eight.

mod says;

use jiff::Timestamp;

use crate::instrument::{Instrument, Instruments, Side};
use crate::profile::{Audit, AuditId, FacetId, Form, Profile};
use crate::scoring::history::z_for_all;
use crate::scoring::{Confidence, Estimate, FacetScore, ROUNDING, ScoreStatus, Scores, score};
use crate::tally::{self, Counted};
pub use says::PointRow;

/// So many audits are followed, the newest. A frame draws all their points.
pub const MOST: usize = 200;

/// What is followed over time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Followed {
    /// The mean of a side.
    Side(Side),
    /// Leadership minus management.
    Balance,
    /// One facet.
    Facet(FacetId),
}

/// A score in one audit.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendPoint {
    /// The audit.
    pub audit: AuditId,
    /// When it was finished.
    pub at: Timestamp,
    /// The score with its band: 1 to 5, or for the balance a difference of two such scores. `sem` is the error that counts for a change.
    pub estimate: Estimate,
    /// How many of its questions were rated.
    pub answered: usize,
    /// How many the form asks.
    pub of: usize,
    /// Quick or full.
    pub form: Form,
    /// Which questions: an index into [`Trends::questions`].
    pub questions: usize,
    /// Whether the audit asked about this facet alone.
    pub is_alone: bool,
    /// Whether the score rests on part of its questions.
    pub is_provisional: bool,
    /// Where it was expected without any change; `None` for the first one with these questions.
    pub expected: Option<Expected>,
}

/// Where a score is expected if nothing has changed since the first one with the same questions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expected {
    /// The score then.
    pub first: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// Whether the score lies outside: a change larger than the error.
    pub is_beyond_error: bool,
}

/// A score over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// What is followed.
    pub what: Followed,
    /// The points, the oldest first.
    pub points: Vec<TrendPoint>,
    /// How many of the audits that asked for it have no score of it.
    pub without: usize,
}

/// Which questions an audit was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedWith {
    /// The id of the instrument.
    pub id: String,
    /// Its version.
    pub version: u32,
}

/// All scores over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Trends {
    /// Leadership, management, the balance, then the facets in their fixed order.
    pub all: Vec<Trend>,
    /// The versions of the questions, in the order in which they were first asked.
    pub questions: Vec<AskedWith>,
    /// The confidence of bands and ranges.
    pub confidence: Confidence,
    /// Whether the facets are held to it all together.
    pub is_together: bool,
    /// When the audits were that are followed, the oldest first.
    pub days: Vec<Timestamp>,
    /// What else there is in the profile.
    pub left: LeftOut,
}

/// Audits that are not followed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Those under way.
    pub unfinished: usize,
    /// Those asked with questions that are not here.
    pub other_questions: usize,
    /// Those before the newest [`MOST`].
    pub older: usize,
}

/// An audit with its scores.
struct Scored<'a> {
    audit: &'a Audit,
    instrument: &'a Instrument,
    scores: Scores,
    questions: usize,
}

/// A score of one audit, before it is known what was expected.
struct Found {
    estimate: Estimate,
    answered: usize,
    of: usize,
    is_provisional: bool,
}

impl Trend {
    /// The points that one line joins, each as an index into [`Trend::points`]: those of one form and one version.
    pub fn lines(&self) -> Vec<Vec<usize>> {
        let mut lines: Vec<Vec<usize>> = Vec::new();
        for (at, point) in self.points.iter().enumerate() {
            let same = |line: &&mut Vec<usize>| {
                line.first()
                    .and_then(|first| self.points.get(*first))
                    .is_some_and(|first| (first.form, first.questions) == (point.form, point.questions))
            };
            match lines.iter_mut().find(same) {
                Some(line) => line.push(at),
                None => lines.push(vec![at]),
            }
        }
        lines
    }

    /// The points with one version of the questions, each version as its indexes: what one range without any change goes through.
    pub fn versions(&self) -> Vec<Vec<usize>> {
        let mut versions: Vec<usize> = self.points.iter().map(|point| point.questions).collect();
        versions.sort_unstable();
        versions.dedup();
        let of = |version: usize| (0..self.points.len()).filter(move |at| self.points[*at].questions == version);
        versions.into_iter().map(|version| of(version).collect()).collect()
    }

    /// The newest point.
    pub fn last(&self) -> Option<&TrendPoint> {
        self.points.last()
    }
}

impl Trends {
    /// All scores of the finished audits of a profile.
    pub fn new(instruments: &Instruments, profile: &Profile, confidence: Confidence, is_together: bool) -> Self {
        tally::count(Counted::Scene);
        let mut left = LeftOut::default();
        let mut audits: Vec<&Audit> = Vec::new();
        for audit in &profile.audits {
            if audit.finished.is_none() {
                left.unfinished += 1;
            } else if instruments.of(&audit.instrument).is_none() {
                left.other_questions += 1;
            } else {
                audits.push(audit);
            }
        }
        // The sort is stable: of two of the same moment, the one that stands first comes first.
        audits.sort_by_key(|audit| audit.date());
        left.older = audits.len().saturating_sub(MOST);
        let audits = audits.split_off(left.older);
        let mut questions: Vec<AskedWith> = Vec::new();
        let scored: Vec<Scored<'_>> = audits
            .iter()
            .filter_map(|audit| {
                let instrument = instruments.of(&audit.instrument)?;
                let asked = AskedWith { id: instrument.id.clone(), version: instrument.version };
                let at = questions.iter().position(|it| *it == asked).unwrap_or_else(|| {
                    questions.push(asked);
                    questions.len() - 1
                });
                Some(Scored { audit, instrument, scores: score(instrument, audit, confidence), questions: at })
            })
            .collect();
        let facets = instruments.newest().facets.iter().map(|facet| Followed::Facet(facet.id.clone()));
        let whole = [Followed::Side(Side::Leadership), Followed::Side(Side::Management), Followed::Balance];
        let count = instruments.newest().facets.len();
        let z_of = |what: &Followed| match what {
            Followed::Facet(_) if is_together => z_for_all(confidence, count),
            _ => confidence.z(),
        };
        let all = whole.into_iter().chain(facets).map(|what| trend(&scored, z_of(&what), what)).collect();
        let days = audits.iter().map(|audit| audit.date()).collect();
        Self { all, questions, confidence, is_together, days, left }
    }

    /// The scores of one thing.
    pub fn of(&self, what: &Followed) -> Option<&Trend> {
        self.all.iter().find(|trend| trend.what == *what)
    }

    /// The trends of the facets.
    pub fn facets(&self) -> impl Iterator<Item = &Trend> {
        self.all.iter().filter(|trend| matches!(trend.what, Followed::Facet(_)))
    }

    /// How many facets have a range without any change around their newest score.
    pub fn compared(&self) -> usize {
        self.facets().filter(|trend| trend.last().is_some_and(|point| point.expected.is_some())).count()
    }

    /// How often at least one of the newest scores of these facets lies outside its range where nothing has changed, 0 to 1.
    pub fn any_by_chance(&self) -> f64 {
        let count = self.compared();
        let power = |share: f64| share.powf(f64::from(u32::try_from(count).unwrap_or(u32::MAX)));
        let each = if self.is_together {
            let all = f64::from(u32::try_from(self.facets().count().max(1)).unwrap_or(u32::MAX));
            self.confidence.share().powf(1.0 / all)
        } else {
            self.confidence.share()
        };
        1.0 - power(each)
    }

    /// Whether the newest scores of facets lie outside their ranges in opposite directions.
    pub fn are_opposite(&self) -> bool {
        let beyond = |is_up: bool| {
            self.facets().filter_map(Trend::last).any(|point| {
                point.expected.is_some_and(|it| it.is_beyond_error && (point.estimate.mean > it.first) == is_up)
            })
        };
        beyond(true) && beyond(false)
    }
}

fn trend(scored: &[Scored<'_>], z: f64, what: Followed) -> Trend {
    let asked: Vec<&Scored<'_>> = scored.iter().filter(|it| asks_for(it.audit, &what)).collect();
    let mut points: Vec<TrendPoint> = Vec::new();
    for it in &asked {
        let Some(found) = found(it, &what) else { continue };
        let first = points.iter().find(|point| point.questions == it.questions).map(|point| point.estimate);
        points.push(TrendPoint {
            audit: it.audit.id.clone(),
            at: it.audit.date(),
            estimate: found.estimate,
            answered: found.answered,
            of: found.of,
            form: it.audit.form,
            questions: it.questions,
            is_alone: it.audit.scope.facet().is_some(),
            is_provisional: found.is_provisional,
            expected: first.map(|first| expected(first, found.estimate, z)),
        });
    }
    Trend { what, without: asked.len() - points.len(), points }
}

fn asks_for(audit: &Audit, what: &Followed) -> bool {
    match what {
        Followed::Facet(facet) => audit.scope.holds(facet),
        Followed::Side(_) | Followed::Balance => audit.scope.facet().is_none(),
    }
}

fn expected(first: Estimate, now: Estimate, z: f64) -> Expected {
    let half = z * first.sem.hypot(now.sem);
    Expected {
        first: first.mean,
        low: first.mean - half,
        high: first.mean + half,
        is_beyond_error: (now.mean - first.mean).abs() > half + ROUNDING,
    }
}

fn found(it: &Scored<'_>, what: &Followed) -> Option<Found> {
    let asked = |facets: &[&FacetScore]| {
        let of =
            |facet: &&FacetScore| it.instrument.facet(facet.id.as_str()).map_or(0, |f| f.items(it.audit.form).len());
        (facets.iter().map(|facet| facet.answered).sum(), facets.iter().map(of).sum())
    };
    match what {
        Followed::Facet(id) => {
            let facet = it.scores.facet(id)?;
            let (answered, of) = asked(&[facet]);
            let is_provisional = facet.status == ScoreStatus::Provisional;
            Some(Found { estimate: facet.estimate?, answered, of, is_provisional })
        }
        Followed::Side(side) => {
            let facets: Vec<&FacetScore> = it.scores.facets.iter().filter(|facet| facet.side == *side).collect();
            let (answered, of) = asked(&facets);
            let score = it.scores.side(*side);
            let is_provisional = score.status == ScoreStatus::Provisional;
            Some(Found { estimate: score.estimate?, answered, of, is_provisional })
        }
        Followed::Balance => {
            let (answered, of) = asked(&it.scores.facets.iter().collect::<Vec<_>>());
            let balance = it.scores.balance.as_ref()?;
            let sides = [&it.scores.leadership, &it.scores.management];
            let sem = sides[0].estimate?.sem.hypot(sides[1].estimate?.sem);
            let half = it.scores.confidence.z() * balance.se;
            let (low, high) = (balance.difference - half, balance.difference + half);
            let is_provisional = sides.iter().any(|side| side.status == ScoreStatus::Provisional);
            Some(Found {
                estimate: Estimate { mean: balance.difference, sem, low, high },
                answered,
                of,
                is_provisional,
            })
        }
    }
}
