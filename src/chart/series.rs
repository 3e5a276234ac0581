//! The series of one chart, drawn over each other: each has values for the same facets.
//!
//! A series has a value for each facet, or `None`, and a kind that decides its look. Charts draw whatever series they are given;
//! what these stand for and what they are called is decided elsewhere.

use crate::plan::EvidenceMark;
use crate::scoring::{Estimate, SCALE, ScoreStatus};

/// A value to draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Value {
    /// Where it lies on the scale 1 to 5.
    pub at: f64,
    /// Its error; `None` for a value whose error is not shown.
    pub band: Option<Band>,
    /// Whether it rests on only part of the questions: its mark is then hollow.
    pub provisional: bool,
    /// What notes of evidence stand behind it: a ring round its mark, thin and light where they are old.
    pub evidence: EvidenceMark,
}

/// The two ends of a band, on the scale 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// The lower one.
    pub low: f64,
    /// The upper one.
    pub high: f64,
}

impl Value {
    /// A value without an error.
    pub const fn exact(at: f64) -> Self {
        Self { at, band: None, provisional: false, evidence: EvidenceMark::Nothing }
    }

    /// A score with its band.
    pub fn score(estimate: Estimate, status: ScoreStatus) -> Self {
        let Estimate { mean, low, high, .. } = estimate;
        let provisional = status == ScoreStatus::Provisional;
        Self { band: Some(Band { low, high }), provisional, ..Self::exact(mean) }
    }

    /// The same with notes of evidence behind it.
    #[must_use]
    pub const fn with_evidence(self, evidence: EvidenceMark) -> Self {
        Self { evidence, ..self }
    }

    /// Where its band ends; a value without one ends where it lies.
    pub(super) fn ends(self) -> Band {
        self.band.unwrap_or(Band { low: self.at, high: self.at })
    }

    /// What a role needs, with an error of this size to each side, cut off at the ends of the scale.
    pub fn need(at: f64, half: f64) -> Self {
        let (low, high) = SCALE;
        Self { band: Some(Band { low: (at - half).max(low), high: (at + half).min(high) }), ..Self::exact(at) }
    }

    /// Whether it can be drawn: all its numbers are finite.
    pub(super) fn is_finite(self) -> bool {
        self.at.is_finite() && self.band.is_none_or(|band| band.low.is_finite() && band.high.is_finite())
    }
}

/// How a series is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeriesKind {
    /// The person's own scores: areas and an outline in the colours of the sides, and filled marks.
    Mine,
    /// What a role needs: dashes and hollow squares.
    Role,
    /// An earlier audit: dots and hollow triangles.
    Earlier,
    /// What others see: long dashes and crosses.
    Others,
}

/// One series of values.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// How it is drawn.
    pub kind: SeriesKind,
    /// What it is called in a legend.
    pub name: String,
    /// A value for each facet, in the order of the chart's facets.
    pub values: Vec<Option<Value>>,
}

impl Series {
    /// The value at a facet, by its index.
    pub fn value(&self, facet: usize) -> Option<Value> {
        self.values.get(facet).copied().flatten()
    }
}

/// The series of one chart, the foremost first: at most three, since nobody can tell more apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overlays(Vec<Series>);

impl Overlays {
    /// The most series that one chart shows.
    pub const MOST: usize = 3;

    /// The first three of these series; further ones are left out.
    pub fn new(series: impl IntoIterator<Item = Series>) -> Self {
        Self(series.into_iter().take(Self::MOST).collect())
    }

    /// All of them, the foremost first.
    pub fn iter(&self) -> impl Iterator<Item = &Series> {
        self.0.iter()
    }

    /// The first one of a kind.
    pub fn of(&self, kind: SeriesKind) -> Option<&Series> {
        self.iter().find(|series| series.kind == kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(kind: SeriesKind, name: &str) -> Series {
        Series { kind, name: name.to_owned(), values: vec![Some(Value::exact(3.0)), None] }
    }

    #[test]
    fn a_chart_keeps_three_series_the_foremost_first() {
        let all = Overlays::new([
            series(SeriesKind::Mine, "Me"),
            series(SeriesKind::Role, "Role"),
            series(SeriesKind::Earlier, "Spring"),
            series(SeriesKind::Earlier, "Autumn"),
        ]);
        let names: Vec<&str> = all.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["Me", "Role", "Spring"]);
        assert_eq!(all.of(SeriesKind::Earlier).map(|it| it.name.as_str()), Some("Spring"));
        assert_eq!(Overlays::new([]).of(SeriesKind::Mine), None);
    }

    #[test]
    fn what_is_not_there_has_no_value() {
        let of = series(SeriesKind::Role, "Role");
        assert_eq!([0, 1, 2].map(|facet| of.value(facet).map(|it| it.at)), [Some(3.0), None, None]);
    }

    #[test]
    fn a_value_is_drawn_only_where_all_its_numbers_are_finite() {
        let with = |low, high| Value { band: Some(Band { low, high }), ..Value::exact(3.0) };
        let drawn = [Value::exact(3.0), with(2.0, 4.0), with(f64::NAN, 4.0), Value::exact(f64::INFINITY)];
        assert_eq!(drawn.map(Value::is_finite), [true, true, false, false]);
    }
}
