//! The first page: what can be said, both sides, the radar, and three short lists.

use serde::Serialize;

use super::Making;
use super::facets::{self, FacetTable};
use super::pieces::{Column, Drawing, RadarChart, mark, side};
use crate::chart::{RadarStyle, Strip, Value, strip};
use crate::figures::ShownSeries;
use crate::instrument::Side;
use crate::scoring::{ScoreStatus, SideScore};
use crate::summary::Summary;
use crate::t;

/// The first page.
#[derive(Clone, Debug, Serialize)]
pub struct SummaryPage {
    /// One sentence or two, with their own uncertainty.
    pub sentence: String,
    /// What the scores of the sides rest on, in one line; may be empty.
    pub below: String,
    /// Leadership, then management.
    pub sides: Vec<SideLine>,
    /// The radar with what belongs to it.
    pub chart: RadarChart,
    /// What is done often, what the role asks for more, what may be too much.
    pub columns: Vec<Column>,
    /// How to read their numbers.
    pub note: String,
}

/// The radar and its table alone.
#[derive(Clone, Debug, Serialize)]
pub struct ChartPage {
    /// What can be said first, as on the first page.
    pub sentence: String,
    /// The radar with what belongs to it.
    pub chart: RadarChart,
    /// The table of facets.
    pub table: FacetTable,
}

/// A side with its score.
#[derive(Clone, Debug, Serialize)]
pub struct SideLine {
    /// `management` or `leadership`.
    pub side: Side,
    /// Its name.
    pub name: String,
    /// Its mean as it is written; empty without a score.
    pub score: String,
    /// Half the width of its band, and whether it is provisional: "± 0.3, provisional"; or why there is no score.
    pub error: String,
    /// The mean on the scale 1 to 5.
    pub mean: Option<f64>,
    /// Its standard error.
    pub sem: Option<f64>,
    /// Its mark.
    pub mark: Drawing,
    /// Mark and whisker on a line from 1 to 5.
    pub line: Drawing,
}

/// Width of a side's line.
const LINE: f64 = 320.0;

pub(super) fn page(making: &Making<'_>) -> SummaryPage {
    let source = making.source;
    let summary = Summary::new(making.words, making.instrument, source.scores);
    SummaryPage {
        sentence: summary.sentence,
        below: summary.reasons,
        sides: [&source.scores.leadership, &source.scores.management].map(|s| side_line(making, s)).into(),
        chart: chart(making),
        columns: vec![making.often(), making.more(), making.much()],
        note: t!(making.words, "report-columns"),
    }
}

pub(super) fn chart_page(making: &Making<'_>) -> ChartPage {
    let sentence = Summary::new(making.words, making.instrument, making.source.scores).sentence;
    ChartPage { sentence, chart: chart(making), table: facets::table(making) }
}

fn chart(making: &Making<'_>) -> RadarChart {
    let show = ShownSeries { me: true, role: true, earlier: making.source.earlier.is_some() };
    RadarChart::new(&making.chart(), show, &RadarStyle::PRINT, &making.palette)
}

fn side_line(making: &Making<'_>, score: &SideScore) -> SideLine {
    let drawn = score.estimate.map(|e| Value::score(e, score.status));
    let row = Strip { side: score.side, score: drawn, need: None, reading: None };
    let error = match (score.estimate.map(|e| e.sem), score.status) {
        (Some(sem), ScoreStatus::Provisional) => {
            format!("± {}, {}", making.words.points(making.half(sem)), making.chart_words.provisional)
        }
        (Some(sem), _) => format!("± {}", making.words.points(making.half(sem))),
        (None, _) => making.chart_words.no_score.clone(),
    };
    SideLine {
        side: score.side,
        name: side(making.words, score.side),
        score: score.estimate.map(|e| making.words.points(e.mean)).unwrap_or_default(),
        error,
        mean: score.estimate.map(|e| e.mean),
        sem: score.estimate.map(|e| e.sem),
        mark: mark(making, score.side),
        line: Drawing::new(&strip::line(&row, LINE), &making.palette),
    }
}
