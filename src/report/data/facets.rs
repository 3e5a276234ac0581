//! Facet by facet: the table, what the role asks beyond what the person does, and what may be too much.

use serde::Serialize;

use super::Making;
use super::pieces::{Drawing, mark, side};
use crate::chart::legend::{Sample, sample};
use crate::chart::scene::Size;
use crate::chart::{SeriesKind, Strip, Value, strip};
use crate::instrument::Side;
use crate::scoring::{FacetScore, Reading, RoleGap, ScoreStatus, only_said_to_be_little, to_build, too_much};
use crate::summary::{
    chance_words, gap_sentence, gap_words, level_words, only_word_little, reading_words, status_words,
};
use crate::t;

/// The page about facets.
#[derive(Clone, Debug, Serialize)]
pub struct FacetsPage {
    /// Its heading.
    pub title: String,
    /// The table.
    pub table: FacetTable,
    /// The facets of which the role asks more, the most worthwhile first.
    pub more: FacetRemarks,
    /// The facets that may be too much.
    pub much: FacetRemarks,
}

/// The table of facets.
#[derive(Clone, Debug, Serialize)]
pub struct FacetTable {
    /// The names of the columns of the table.
    pub heads: Heads,
    /// The numbers 1 to 5 above the column of marks.
    pub scale: Drawing,
    /// Leadership, then management.
    pub groups: Vec<Group>,
    /// The mark of what the role needs; absent where the role was not asked.
    pub need_mark: Option<Drawing>,
    /// How to read the table.
    pub note: String,
}

/// Names of columns.
#[derive(Clone, Debug, Serialize)]
pub struct Heads {
    /// Of the facets.
    pub facet: String,
    /// Of the numbers of answers.
    pub answers: String,
    /// Of the scores.
    pub score: String,
    /// Of the needs.
    pub need: String,
    /// Of the readings.
    pub reading: String,
}

/// The facets of a side.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    /// `management` or `leadership`.
    pub side: Side,
    /// Its name.
    pub name: String,
    /// Its mark.
    pub mark: Drawing,
    /// Its facets, in their fixed order.
    pub rows: Vec<FacetRow>,
}

/// A facet.
#[derive(Clone, Debug, Serialize)]
pub struct FacetRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many of its questions were rated: "5 of 5".
    pub answers: String,
    /// The mean on the scale 1 to 5.
    pub mean: Option<f64>,
    /// Its standard error.
    pub sem: Option<f64>,
    /// The lower end of its band.
    pub low: Option<f64>,
    /// The upper end.
    pub high: Option<f64>,
    /// The mean as it is written, or why there is none.
    pub score: String,
    /// Half the width of the band: "± 0.5"; empty without a score.
    pub error: String,
    /// `ok`, `provisional`, `none` or `not-applicable`.
    pub status: ScoreStatus,
    /// Marks and whisker.
    pub strip: Drawing,
    /// What the role needs, 1 to 5.
    pub need: Option<u8>,
    /// The gap with its error in words: "asks 1.2 more", "within error"; empty where the role was not asked.
    pub reading: String,
    /// Whether the gap is larger than its error.
    pub beyond: bool,
}

/// A list of facets with a remark of one or two sentences about each.
#[derive(Clone, Debug, Serialize)]
pub struct FacetRemarks {
    /// Its heading.
    pub title: String,
    /// How to read it; empty where there is nothing in it.
    pub below: String,
    /// The facets.
    pub rows: Vec<FacetRemark>,
    /// What is said where there are none; else empty.
    pub none: String,
}

/// A facet with the remark about it.
#[derive(Clone, Debug, Serialize)]
pub struct FacetRemark {
    /// `management` or `leadership`.
    pub side: Side,
    /// The facet's name.
    pub name: String,
    /// The gap in words.
    pub value: String,
    /// The remark.
    pub words: String,
    /// What the level that the role needs looks like at work; may be empty.
    pub looks: String,
}

/// Size of a cell of marks.
const CELL: Size = Size { width: 176.0, height: 33.0 };

pub(super) fn page(making: &Making<'_>) -> FacetsPage {
    FacetsPage {
        title: t!(making.words, "report-page-facets"),
        table: table(making),
        more: more(making),
        much: much(making),
    }
}

pub(super) fn table(making: &Making<'_>) -> FacetTable {
    let asked = !making.source.audit.answers.needs.is_empty();
    FacetTable {
        heads: Heads {
            facet: t!(making.words, "result-facet"),
            answers: t!(making.words, "report-head-answers"),
            score: t!(making.words, "report-head-score"),
            need: t!(making.words, "report-head-need"),
            reading: t!(making.words, "chart-your-role"),
        },
        scale: Drawing::new(&strip::cell_head(CELL.width), &making.palette)
            .saying(t!(making.words, "report-head-band")),
        groups: [Side::Leadership, Side::Management].map(|side| group(making, side)).into(),
        need_mark: asked.then(|| Drawing::new(sample(Sample::Series(SeriesKind::Role)), &making.palette)),
        note: if asked {
            t!(making.words, "report-facets-note")
        } else {
            t!(making.words, "report-facets-note-no-role")
        },
    }
}

fn group(making: &Making<'_>, of: Side) -> Group {
    let rows = making.source.scores.facets.iter().filter(|f| f.side == of).map(|f| row(making, f)).collect();
    Group { side: of, name: side(making.words, of), mark: mark(making, of), rows }
}

fn row(making: &Making<'_>, f: &FacetScore) -> FacetRow {
    let (audit, scores) = (making.source.audit, making.source.scores);
    let gap = scores.gap(&f.id);
    let need = audit.answers.needs.get(&f.id).map(|need| need.value());
    let score = f.estimate.map(|e| Value::score(e, f.status));
    let reading = gap.map(|g| g.reading);
    let band = match f.estimate {
        Some(e) => {
            t!(making.words, "chart-band", low = making.words.points(e.low), high = making.words.points(e.high))
        }
        None => status_words(making.words, f.status),
    };
    let asked = need.map(|need| match gap.filter(|gap| gap.reading.is_finding()) {
        Some(gap) => Value::need(f64::from(need), making.half(gap.need_error)),
        None => Value::exact(f64::from(need)),
    });
    let drawn = Strip { side: f.side, score, need: asked, reading };
    FacetRow {
        id: f.id.as_str().to_owned(),
        name: making.name(&f.id).to_owned(),
        answers: t!(making.words, "report-answers", rated = f.answered, of = f.applicable),
        mean: f.estimate.map(|e| e.mean),
        sem: f.estimate.map(|e| e.sem),
        low: f.estimate.map(|e| e.low),
        high: f.estimate.map(|e| e.high),
        score: f.estimate.map_or_else(|| t!(making.words, "report-none"), |e| making.words.points(e.mean)),
        error: f.estimate.map(|e| format!("± {}", making.words.points(making.half(e.sem)))).unwrap_or_default(),
        status: f.status,
        strip: Drawing::new(&strip::cell(Some(&drawn), CELL), &making.palette).saying(band),
        need,
        reading: reading_words(making.words, audit, scores, f),
        beyond: reading.is_some_and(Reading::is_finding),
    }
}

fn more(making: &Making<'_>) -> FacetRemarks {
    let source = making.source;
    let found = to_build(source.scores);
    let energy = if source.audit.answers.energy.is_empty() { "open" } else { "asked" };
    let said = only_said_to_be_little(source.audit, source.scores);
    let nothing = found.is_empty() && said.is_empty();
    let none = if nothing { making.none_more() } else { String::new() };
    let below = if nothing {
        String::new()
    } else {
        let stakes = if source.audit.answers.stakes.is_empty() { "open" } else { "asked" };
        let below = t!(making.words, "result-more-below", stakes = stakes, energy = energy);
        format!("{below} {}", chance_words(making.words, source.scores))
    };
    let said = said.into_iter().map(|id| FacetRemark {
        side: making.side_of(id),
        name: making.name(id).to_owned(),
        value: t!(making.words, "result-you-say"),
        words: only_word_little(making.words),
        looks: String::new(),
    });
    let rows = found.iter().map(|gap| asked(making, gap)).chain(said).collect();
    FacetRemarks { title: t!(making.words, "result-more"), below, rows, none }
}

fn asked(making: &Making<'_>, gap: &RoleGap) -> FacetRemark {
    let source = making.source;
    let texts = making.instrument.texts.facet(&gap.facet);
    let label = making.instrument.texts.need_labels.get(gap.need.index()).map(|l| l.to_lowercase());
    FacetRemark {
        side: making.side_of(&gap.facet),
        name: texts.name.clone(),
        value: gap_words(making.words, gap),
        words: gap_sentence(making.words, source.audit, source.scores, gap, &label.unwrap_or_default()),
        looks: level_words(making.words, texts, f64::from(gap.need)),
    }
}

fn much(making: &Making<'_>) -> FacetRemarks {
    let source = making.source;
    let found = too_much(source.audit, source.scores);
    let rows = found.iter().map(|one| FacetRemark {
        side: making.side_of(&one.facet),
        name: making.name(&one.facet).to_owned(),
        value: {
            let gap = source.scores.gap(&one.facet);
            gap.map_or_else(|| t!(making.words, "result-you-say"), |it| gap_words(making.words, it))
        },
        words: one.words(making.words),
        looks: String::new(),
    });
    let rows: Vec<FacetRemark> = rows.collect();
    let none = if rows.is_empty() { making.none_much() } else { String::new() };
    let below = if rows.is_empty() { String::new() } else { t!(making.words, "result-much-below") };
    FacetRemarks { title: t!(making.words, "result-much"), below, rows, none }
}
