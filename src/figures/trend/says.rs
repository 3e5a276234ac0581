//! Scores over time in sentences.

use jiff::Timestamp;

use super::{Followed, Trend, TrendPoint, Trends};
use crate::instrument::{Instrument, Side};
use crate::profile::Form;
use crate::scoring::written;
use crate::t;
use crate::tally::{self, Counted};
use crate::words::Words;

/// A gap of so many days is worth a word, since much may have happened in it.
const LONG: i64 = 730;
/// The days of a year, for saying how long a gap is.
const YEAR: i64 = 365;

/// A point as the cells of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointRow {
    /// Its day.
    pub day: String,
    /// How it was asked: the form, the version where there are several, and whether it is about one facet only.
    pub form: String,
    /// "3 of 5".
    pub answered: String,
    /// The score.
    pub score: String,
    /// "2.6 to 3.8".
    pub band: String,
    /// How it lies to the first one with the same questions.
    pub reading: String,
}

impl Trends {
    /// The name of what is followed.
    pub fn name_of(words: &Words, instrument: &Instrument, what: &Followed) -> String {
        match what {
            Followed::Side(side) => Self::name(words, *side),
            Followed::Balance => t!(words, "trend-balance"),
            Followed::Facet(facet) => {
                instrument.texts.facets.get(facet).map_or_else(|| facet.to_string(), |text| text.name.clone())
            }
        }
    }

    /// The name of a side.
    pub fn name(words: &Words, side: Side) -> String {
        match side {
            Side::Leadership => t!(words, "chart-leadership"),
            Side::Management => t!(words, "chart-management"),
        }
    }

    /// A point as the cells of a table.
    pub fn row(&self, words: &Words, point: &TrendPoint) -> PointRow {
        let (low, high) = (words.points(point.estimate.low), words.points(point.estimate.high));
        PointRow {
            day: words.date(point.at),
            form: self.form(words, point),
            answered: t!(words, "trend-answered", answered = point.answered, of = point.of),
            score: words.points(point.estimate.mean),
            band: t!(words, "chart-band", low = low, high = high),
            reading: Self::reading(words, point),
        }
    }

    /// A point in a sentence: "19 Jun 2026, full: 3 of 5 answered, 3.2, band 2.6 to 3.8; within the error of the first."
    pub fn says(&self, words: &Words, point: &TrendPoint) -> String {
        let row = self.row(words, point);
        let (day, form, reading) = (row.day.as_str(), row.form.as_str(), row.reading.as_str());
        let (answered, score, band) = (row.answered.as_str(), row.score.as_str(), row.band.as_str());
        if point.is_provisional {
            t!(
                words,
                "trend-says-provisional",
                day = day,
                form = form,
                answered = answered,
                score = score,
                band = band,
                reading = reading
            )
        } else {
            t!(
                words,
                "trend-says",
                day = day,
                form = form,
                answered = answered,
                score = score,
                band = band,
                reading = reading
            )
        }
    }

    fn form(&self, words: &Words, point: &TrendPoint) -> String {
        let mut parts = vec![match point.form {
            Form::Quick => t!(words, "trend-form-quick"),
            Form::Full => t!(words, "trend-form-full"),
        }];
        if point.is_alone {
            parts.push(t!(words, "trend-alone"));
        }
        if let Some(asked) = self.questions.get(point.questions).filter(|_| self.questions.len() > 1) {
            parts.push(t!(words, "trend-version", version = asked.version));
        }
        parts.join(", ")
    }

    /// How a point lies to the first one with the same questions.
    fn reading(words: &Words, point: &TrendPoint) -> String {
        match point.expected {
            None if point.questions == 0 => t!(words, "trend-first"),
            None => t!(words, "trend-first-asked"),
            Some(expected) if expected.is_beyond_error => t!(words, "trend-larger"),
            Some(_) => t!(words, "trend-within"),
        }
    }

    /// What a whole trend says, in a sentence or two.
    pub fn reading_of(&self, words: &Words, trend: &Trend) -> String {
        tally::count(Counted::Words);
        let Some(last) = trend.last() else { return t!(words, "trend-none") };
        let day = |at: Timestamp| words.date(at);
        if trend.points.len() == 1 {
            let says = self.says(words, last);
            return t!(words, "trend-one", point = says);
        }
        let Some(expected) = last.expected else {
            return t!(words, "trend-asked-differently", date = day(last.at));
        };
        let first =
            trend.points.iter().find(|point| point.questions == last.questions).map_or(last.at, |point| point.at);
        let points = words.points(moved(last.estimate.mean, expected.first).abs());
        let needed = words.points(expected.high - expected.first);
        match (expected.is_beyond_error, last.estimate.mean > expected.first) {
            (true, true) => t!(words, "trend-rose", points = points, needed = needed, date = day(first)),
            (true, false) => t!(words, "trend-fell", points = points, needed = needed, date = day(first)),
            (false, _) => t!(words, "trend-no-change", points = points, needed = needed, date = day(first)),
        }
    }

    /// The same in a few words: "+0.7, larger than the error".
    pub fn short(words: &Words, trend: &Trend) -> String {
        let Some(last) = trend.last() else { return t!(words, "chart-no-score") };
        let reading = Self::reading(words, last);
        let Some(expected) = last.expected else {
            return if trend.points.len() == 1 { t!(words, "trend-short-one") } else { t!(words, "trend-short-apart") };
        };
        let moved = moved(last.estimate.mean, expected.first);
        let points = words.points(moved);
        // What rounds to nothing has no sign.
        if moved > 0.0 && points != words.points(0.0) {
            t!(words, "trend-short-up", points = points, reading = reading)
        } else {
            t!(words, "trend-short", points = points, reading = reading)
        }
    }

    /// What all of it says, in a heading: what became of the two sides since the first audit.
    pub fn heading(&self, words: &Words) -> String {
        tally::count(Counted::Words);
        let side = |side| self.of(&Followed::Side(side)).and_then(Trend::last);
        let both = [Side::Leadership, Side::Management];
        match self.days.len() {
            0 => return t!(words, "trend-head-none"),
            1 => return t!(words, "trend-head-one"),
            _ => {}
        }
        let moved: Vec<(Side, Option<bool>)> = both
            .into_iter()
            .filter_map(|it| {
                let point = side(it)?;
                let expected = point.expected?;
                Some((it, expected.is_beyond_error.then_some(point.estimate.mean > expected.first)))
            })
            .collect();
        let name = |side| Self::name(words, side);
        match moved.as_slice() {
            [] => t!(words, "trend-head-apart"),
            all if all.iter().all(|(_, moved)| moved.is_none()) => t!(words, "trend-head-still"),
            all => {
                let sentence = |(side, moved): &(Side, Option<bool>)| match moved {
                    Some(true) => t!(words, "trend-head-up", side = name(*side)),
                    Some(false) => t!(words, "trend-head-down", side = name(*side)),
                    None => t!(words, "trend-head-within", side = name(*side)),
                };
                all.iter().map(sentence).collect::<Vec<_>>().join(" ")
            }
        }
    }

    /// What has to be known to read the charts, a sentence each; odd cases first.
    pub fn remarks(&self, words: &Words) -> Vec<String> {
        tally::count(Counted::Words);
        let mut all = Vec::new();
        if self.are_opposite() {
            all.push(t!(words, "trend-opposite"));
        }
        if let Some((from, to, years)) = self.longest_gap() {
            all.push(t!(words, "trend-gap", from = words.date(from), to = words.date(to), years = years));
        }
        let points = || self.all.iter().flat_map(|trend| &trend.points);
        if points().any(|point| point.form == Form::Quick) && points().any(|point| point.form == Form::Full) {
            all.push(t!(words, "trend-mixed-forms"));
        }
        if self.questions.len() > 1 {
            all.push(t!(words, "trend-mixed-versions"));
        }
        let left = self.left;
        if left.older > 0 {
            let (shown, total) = (self.days.len(), self.days.len() + left.older);
            all.push(t!(words, "trend-older", shown = shown, all = total));
        }
        if left.unfinished > 0 {
            all.push(t!(words, "trend-unfinished", count = left.unfinished));
        }
        if left.other_questions > 0 {
            all.push(t!(words, "trend-other-questions", count = left.other_questions));
        }
        all
    }

    /// What chance alone would show; empty where nothing is compared.
    pub fn chance(&self, words: &Words) -> String {
        let (count, any) = (self.compared(), words.decimal(100.0 * self.any_by_chance(), 0));
        let percent = words.decimal(100.0 * self.confidence.share(), 0);
        if count == 0 {
            String::new()
        } else if self.is_together {
            t!(words, "trend-chance-together", count = count, any = any, percent = percent)
        } else {
            t!(words, "trend-chance", count = count, any = any, percent = percent)
        }
    }

    /// The longest time between two audits, where it is long: its ends, and the whole years.
    fn longest_gap(&self) -> Option<(Timestamp, Timestamp, i64)> {
        let days = |from: Timestamp, to: Timestamp| (to.as_second() - from.as_second()) / 86_400;
        let gaps = self.days.windows(2).filter_map(|pair| match pair {
            [from, to] => Some((*from, *to, days(*from, *to))),
            _ => None,
        });
        let longest = gaps.max_by_key(|(.., days)| *days).filter(|(.., days)| *days >= LONG)?;
        Some((longest.0, longest.1, longest.2 / YEAR))
    }
}

/// How far a score has moved as it is written: by the written scores, so that the numbers on a page add up.
fn moved(now: f64, first: f64) -> f64 {
    written(now) - written(first)
}
