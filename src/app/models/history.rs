//! The texts and points of the history.

use std::rc::Rc;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Memo, Models, Same};
use crate::app::widgets::{TrendScale, TrendSpan};
use crate::figures::Card;
use crate::figures::trend::{Followed, PointRow, Trend, TrendPoint, Trends};
use crate::instrument::{Instrument, Instruments, Side, questions};
use crate::profile::{Audit, AuditId, Form, Plan, Profile};
use crate::scoring::history::{Audited, compare};
use crate::scoring::{Confidence, Estimate, Scores, score};
use crate::summary::{ChangeLine, ChangeSummary, change_lines, verdict_words};
use crate::t;
use crate::tally::{self, Counted};
use crate::words::Words;

/// So many audits of the list, and so many points of the table, are on screen at once.
pub const PAGE: usize = 8;

/// Scores over time, in points and words.
#[derive(Debug)]
pub struct HistoryModel {
    /// The points.
    pub trends: Trends,
    /// What all of it says.
    pub heading: String,
    /// What became of each side since the first audit, with numbers; may be empty.
    pub below: String,
    /// What has to be known to read the charts.
    pub remarks: Vec<String>,
    /// What chance alone would show; may be empty.
    pub chance: String,
    /// One for each trend, in the same order.
    pub lines: Vec<TrendLine>,
    /// The version of the questions of the newest audit.
    pub version: usize,
    /// The first and the last day of all points.
    pub days: Option<(Timestamp, Timestamp)>,
    /// All audits of the profile as places in it, the newest first.
    pub order: Vec<usize>,
    /// The finished audits whose questions are here, as places in the profile, the newest first.
    pub comparable: Vec<usize>,
}

/// What is said of one trend.
#[derive(Debug)]
pub struct TrendLine {
    /// Its name.
    pub name: String,
    /// Its side; `None` for the balance.
    pub side: Option<Side>,
    /// What it says, in a sentence or two.
    pub reading: String,
    /// The same in a few words, for below a small chart.
    pub short: String,
    /// Whether its newest score has changed by more than the error.
    pub is_beyond_error: bool,
    /// The plans that were practised, as far as they are about it.
    pub spans: Vec<TrendSpan>,
}

/// The points of one trend in words.
#[derive(Debug)]
pub struct PointWords {
    /// The cells of the table.
    pub row: PointRow,
    /// All of it as a sentence.
    pub said: String,
    /// All of it on a card.
    pub card: Card,
}

/// How an audit can be gone on with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuditState {
    /// It is finished and can be looked at.
    Finished,
    /// It is not finished.
    UnderWay,
    /// It was asked with questions that are not here.
    OtherQuestions,
}

/// An audit in the list.
#[derive(Debug)]
pub struct AuditRow {
    /// Which.
    pub id: AuditId,
    /// Its day.
    pub day: String,
    /// The role, or the facet that it is about alone; may be empty.
    pub about: String,
    /// Its form, or that it is about one facet.
    pub form: String,
    /// Leadership and management, each with half its band; empty without a score.
    pub sides: [String; 2],
    /// The balance in words, or how far it is.
    pub words: String,
    /// What can be done with it.
    pub state: AuditState,
    /// What it is about, to be shown in the charts.
    pub shows: Option<Followed>,
}

/// Two audits compared.
#[derive(Debug)]
pub struct Comparison {
    /// What is said of them.
    pub summary: ChangeSummary,
    /// The lines.
    pub lines: Vec<ChangeLine>,
}

/// The inputs of nearly everything: the profile, the confidence, and whether the facets are held to it all together.
type Key = (Same<Profile>, Confidence, bool);

/// The kept values of the history.
#[derive(Debug)]
pub struct HistoryModels {
    all: Memo<Key, HistoryModel>,
    points: Memo<(Key, Followed, usize), Vec<PointWords>>,
    cards: Memo<(Key, Followed, usize), Card>,
    rows: Memo<(Key, usize), Vec<AuditRow>>,
    pairs: Memo<(Key, usize, usize), Comparison>,
}

impl Default for HistoryModels {
    fn default() -> Self {
        Self { all: Memo::of(1), points: Memo::of(1), cards: Memo::of(4), rows: Memo::of(1), pairs: Memo::of(1) }
    }
}

impl HistoryModel {
    /// The scale of a trend: all facets and sides have the same.
    pub fn scale(&self, what: &Followed) -> Option<TrendScale> {
        let values = match what {
            Followed::Balance => self.balance_reach(),
            Followed::Side(_) | Followed::Facet(_) => (0.8, 5.2),
        };
        Some(TrendScale { days: self.days?, values })
    }

    /// The same distance to both sides of zero, with room for the widest band.
    fn balance_reach(&self) -> (f64, f64) {
        let points = self.trends.of(&Followed::Balance).map_or(&[][..], |trend| &trend.points);
        let far = points.iter().map(|it| it.estimate.low.abs().max(it.estimate.high.abs())).fold(1.0, f64::max);
        (-far.ceil() - 0.2, far.ceil() + 0.2)
    }

    /// A trend with its words.
    pub fn line(&self, what: &Followed) -> Option<(&Trend, &TrendLine)> {
        self.trends.all.iter().zip(&self.lines).find(|(trend, _)| trend.what == *what)
    }
}

impl Models {
    fn history_key(&self, together: bool) -> Option<Key> {
        Some((Same::as_this(self.profile()?), self.confidence, together))
    }

    fn instruments(&self) -> Option<&Arc<Instruments>> {
        Some(&self.current.as_ref()?.instruments)
    }

    /// What the history shows of all audits; `None` without a profile.
    pub fn history(&self, together: bool) -> Option<Rc<HistoryModel>> {
        let (key, instruments) = (self.history_key(together)?, self.instruments()?);
        Some(self.history.all.get(key, |(profile, confidence, together)| {
            let trends = Trends::new(instruments, profile, *confidence, *together);
            made(&self.words, instruments, profile, trends)
        }))
    }

    /// A page of the points of a trend in words, the newest first.
    pub fn history_points(&self, model: &HistoryModel, trend: &Trend, page: usize) -> Option<Rc<Vec<PointWords>>> {
        let key = (self.history_key(model.trends.is_together)?, trend.what.clone(), page);
        Some(self.history.points.get(key, |_| {
            tally::count(Counted::Words);
            let points = trend.points.iter().rev().skip(page * PAGE).take(PAGE);
            points.map(|point| point_words(&self.words, &model.trends, point)).collect()
        }))
    }

    /// What is known of one point, for a card.
    pub fn history_card(&self, model: &HistoryModel, trend: &Trend, at: usize) -> Card {
        let (Some(key), Some(point)) = (self.history_key(model.trends.is_together), trend.points.get(at)) else {
            return Card::default();
        };
        let make = |_: &_| point_words(&self.words, &model.trends, point).card;
        (*self.history.cards.get((key, trend.what.clone(), at), make)).clone()
    }

    /// A page of the list of audits, the newest first.
    pub fn history_rows(&self, model: &HistoryModel, page: usize) -> Option<Rc<Vec<AuditRow>>> {
        let (key, instruments) = (self.history_key(model.trends.is_together)?, self.instruments()?);
        Some(self.history.rows.get((key, page), |((profile, confidence, _), _)| {
            tally::count(Counted::Words);
            let places = model.order.iter().skip(page * PAGE).take(PAGE);
            let audits = places.filter_map(|place| profile.audits.get(*place));
            audits.map(|audit| audit_row(&self.words, instruments, audit, *confidence)).collect()
        }))
    }

    /// Two audits compared, as places in the profile: the earlier one, the later one.
    pub fn history_pair(&self, model: &HistoryModel, from: usize, to: usize) -> Option<Rc<Comparison>> {
        let (key, instruments) = (self.history_key(model.trends.is_together)?, self.instruments()?);
        let audited = |place: usize| {
            let audit = self.profile()?.audits.get(place)?;
            Some(Audited { instrument: instruments.of(&audit.instrument)?, audit })
        };
        let (first, second) = (audited(from)?, audited(to)?);
        Some(self.history.pairs.get((key, from, to), |((_, confidence, together), ..)| {
            let changes = compare(first, second, *confidence);
            let changes = if *together { changes.together(*confidence) } else { changes };
            Comparison {
                summary: ChangeSummary::new(&self.words, first, second, &changes),
                lines: change_lines(&self.words, first, second, &changes),
            }
        }))
    }
}

fn made(words: &Words, instruments: &Instruments, profile: &Profile, trends: Trends) -> HistoryModel {
    let instrument = instruments.newest();
    let mut order: Vec<usize> = (0..profile.audits.len()).collect();
    order.sort_by_key(|place| std::cmp::Reverse((profile.audits[*place].date(), *place)));
    let days = trends.days.first().copied().zip(trends.days.last().copied());
    let line = |trend: &Trend| trend_line(words, instrument, profile, &trends, trend);
    let below = [Side::Leadership, Side::Management].map(|side| side_sentence(words, &trends, side));
    let is_comparable = |place: &usize| {
        let audit = &profile.audits[*place];
        audit.finished.is_some() && instruments.of(&audit.instrument).is_some()
    };
    let comparable = order.iter().copied().filter(is_comparable).collect();
    HistoryModel {
        heading: trends.heading(words),
        below: below.join(" ").trim().to_owned(),
        remarks: trends.remarks(words),
        chance: trends.chance(words),
        lines: trends.all.iter().map(line).collect(),
        version: trends.questions.len().saturating_sub(1),
        days,
        order,
        comparable,
        trends,
    }
}

/// What became of a side, with its name.
fn side_sentence(words: &Words, trends: &Trends, side: Side) -> String {
    let what = Followed::Side(side);
    let Some(trend) = trends.of(&what).filter(|trend| trend.points.len() > 1) else { return String::new() };
    let name = Trends::name(words, side);
    t!(words, "history-side", side = name, reading = trends.reading_of(words, trend))
}

fn trend_line(words: &Words, instrument: &Instrument, profile: &Profile, trends: &Trends, trend: &Trend) -> TrendLine {
    let side = match &trend.what {
        Followed::Side(side) => Some(*side),
        Followed::Balance => None,
        Followed::Facet(facet) => instrument.facet(facet.as_str()).map(|facet| facet.side),
    };
    let about = |plan: &&Arc<Plan>| match &trend.what {
        Followed::Facet(facet) => plan.facet == *facet,
        Followed::Side(side) => instrument.facet(plan.facet.as_str()).is_some_and(|facet| facet.side == *side),
        Followed::Balance => true,
    };
    let is_beyond_error = trend.last().and_then(|point| point.expected).is_some_and(|it| it.is_beyond_error);
    TrendLine {
        name: Trends::name_of(words, instrument, &trend.what),
        side,
        reading: trends.reading_of(words, trend),
        short: Trends::short(words, trend),
        is_beyond_error,
        // A role that is tried trains no facet.
        spans: profile
            .plans
            .iter()
            .filter(|plan| plan.trial.is_none())
            .filter(about)
            .filter_map(|plan| span(plan))
            .collect(),
    }
}

/// When a plan was practised: from its beginning to its end, or to its review while it is under way.
fn span(plan: &Plan) -> Option<TrendSpan> {
    let moment = |day: Date| TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0)).ok();
    let from = plan.begun?;
    let to = plan.ended.as_ref().map_or_else(|| moment(plan.review), |ended| Some(ended.at))?;
    (to > from).then_some(TrendSpan { from, to })
}

fn point_words(words: &Words, trends: &Trends, point: &TrendPoint) -> PointWords {
    let row = trends.row(words, point);
    let provisional = point.is_provisional.then(|| t!(words, "chart-provisional"));
    let score = provisional.map_or_else(|| row.score.clone(), |note| format!("{}, {note}", row.score));
    let rows = vec![
        (t!(words, "history-form"), row.form.clone()),
        (t!(words, "history-answered"), row.answered.clone()),
        (t!(words, "history-score"), score),
        (t!(words, "chart-band-name"), row.band.clone()),
        (t!(words, "history-change"), row.reading.clone()),
    ];
    PointWords { said: trends.says(words, point), card: Card { title: row.day.clone(), rows }, row }
}

fn audit_row(words: &Words, instruments: &Instruments, audit: &Arc<Audit>, confidence: Confidence) -> AuditRow {
    let instrument = instruments.of(&audit.instrument);
    let state = match instrument {
        None => AuditState::OtherQuestions,
        Some(_) if audit.finished.is_none() => AuditState::UnderWay,
        Some(_) => AuditState::Finished,
    };
    let form = match (audit.scope.facet(), audit.form) {
        (Some(_), _) => t!(words, "history-alone"),
        (None, Form::Quick) => t!(words, "trend-form-quick"),
        (None, Form::Full) => t!(words, "trend-form-full"),
    };
    let newest = instrument.unwrap_or_else(|| instruments.newest());
    let about = match audit.scope.facet() {
        Some(facet) => newest.texts.facets.get(facet).map_or_else(|| facet.to_string(), |text| text.name.clone()),
        None => audit.role.clone(),
    };
    let scores = instrument.filter(|_| state == AuditState::Finished).map(|it| score(it, audit, confidence));
    let open = || {
        let instrument = instrument?;
        let all = questions(instrument, audit);
        Some(all.iter().filter(|question| !question.is_answered(instrument, audit)).count())
    };
    let row_words = match (&state, &scores) {
        (AuditState::OtherQuestions, _) => t!(words, "history-other-questions"),
        (AuditState::UnderWay, _) => t!(words, "history-open", count = open().unwrap_or_default()),
        (AuditState::Finished, Some(scores)) => finished_words(words, audit, scores),
        (AuditState::Finished, None) => String::new(),
    };
    let side = |side| {
        let estimate = scores.as_ref().and_then(|scores| scores.side(side).estimate);
        estimate.map_or_else(String::new, |it| with_half(words, it, confidence))
    };
    AuditRow {
        id: audit.id.clone(),
        day: words.date(audit.date()),
        about,
        form,
        sides: [side(Side::Leadership), side(Side::Management)],
        words: row_words,
        state,
        shows: audit.scope.facet().map(|facet| Followed::Facet(facet.clone())),
    }
}

/// A score with half its band: "3.9 ± 0.3".
fn with_half(words: &Words, it: Estimate, confidence: Confidence) -> String {
    let (points, half) = (words.points(it.mean), words.points(confidence.z() * it.sem));
    t!(words, "history-with-half", points = points, half = half)
}

fn finished_words(words: &Words, audit: &Audit, scores: &Scores) -> String {
    if let Some(facet) = audit.scope.facet() {
        let found = scores.facet(facet).and_then(|facet| facet.estimate);
        return found.map_or_else(|| t!(words, "chart-no-score"), |it| with_half(words, it, scores.confidence));
    }
    scores.balance.as_ref().map_or_else(|| t!(words, "chart-no-score"), |it| verdict_words(words, it.verdict))
}
