//! Parts that several pages have: pictures, lists of facets.

use serde::Serialize;

use super::Making;
use crate::chart::legend::{Sample, sample};
use crate::chart::{RadarStyle, Scene, radar};
use crate::figures::{ChartData, ShownSeries};
use crate::instrument::Side;
use crate::palette::Palette;
use crate::profile::FacetId;
use crate::report::svg::to_svg_on_page;
use crate::scoring::{often, only_said_to_be_little, to_build, too_much};
use crate::summary::{more_words, much_words, side_name};
use crate::t;
use crate::words::Words;

/// A drawing.
#[derive(Clone, Debug, Serialize)]
pub struct Drawing {
    /// The drawing as SVG, without a background.
    pub svg: String,
    /// What it shows, in full sentences; empty where the words around it say the same.
    pub alt: String,
    /// Its width in pixels of 1/96 inch, the size at which it is meant to be seen.
    pub width: f64,
    /// Its height, in the same.
    pub height: f64,
}

impl Drawing {
    pub(super) fn new(scene: &Scene, palette: &Palette) -> Self {
        let svg = to_svg_on_page(scene, palette);
        Self { svg, alt: scene.alt.clone(), width: scene.width, height: scene.height }
    }

    /// The drawing with an alternative text.
    pub(super) fn saying(self, alt: String) -> Self {
        Self { alt, ..self }
    }
}

/// A radar with what belongs to it.
#[derive(Clone, Debug, Serialize)]
pub struct RadarChart {
    /// The radar, without its legend.
    pub radar: Drawing,
    /// What the radar's marks mean.
    pub legend: Vec<LegendEntry>,
    /// The scale, and what the whiskers show.
    pub scale: String,
}

/// A mark of the radar with its meaning.
#[derive(Clone, Debug, Serialize)]
pub struct LegendEntry {
    /// The mark.
    pub mark: Drawing,
    /// What it means.
    pub words: String,
}

impl RadarChart {
    pub(super) fn new(data: &ChartData<'_>, show: ShownSeries, style: &RadarStyle, palette: &Palette) -> Self {
        let mut input = data.radar(show);
        if !show.me {
            // Where no scores are shown, none is missing.
            input.facets.iter_mut().for_each(|facet| facet.note = None);
        }
        let mark = |kind| Drawing::new(sample(kind), palette);
        let legend = data.legend(&input.series).into_iter();
        let legend = legend.map(|(kind, words)| LegendEntry { mark: mark(kind), words: words.into() }).collect();
        let scale = if show.me {
            format!("{}. {}.", data.words.scale, data.words.whiskers)
        } else {
            format!("{}.", data.words.scale)
        };
        Self { radar: Drawing::new(&radar(&input, style).scene, palette), legend, scale }
    }
}

/// A short list of facets.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// Name and value of each.
    pub rows: Vec<NameValue>,
    /// How many more there are, in words; empty where these are all.
    pub further: String,
    /// What is said where there are none; else empty.
    pub none: String,
}

/// How many rows a short list has. More would push the radar off the page.
const SHORT_LIST: usize = 4;

/// A name with its value.
#[derive(Clone, Debug, Serialize)]
pub struct NameValue {
    /// The name.
    pub name: String,
    /// The value.
    pub value: String,
}

/// A side's name.
pub(super) fn side(words: &Words, side: Side) -> String {
    side_name(words, side)
}

/// The mark of a side.
pub(super) fn mark(making: &Making<'_>, side: Side) -> Drawing {
    Drawing::new(sample(Sample::Side(side)), &making.palette)
}

impl Making<'_> {
    /// The side of a facet.
    pub(super) fn side_of(&self, facet: &FacetId) -> Side {
        self.source.scores.facet(facet).map_or(Side::Management, |f| f.side)
    }

    fn column(&self, title: String, rows: Vec<(&FacetId, String)>, none: String) -> Column {
        let none = if rows.is_empty() { none } else { String::new() };
        let row = |(facet, value): (&FacetId, String)| NameValue { name: self.name(facet).to_owned(), value };
        let beyond = rows.len().saturating_sub(SHORT_LIST);
        let further = if beyond > 0 { t!(self.words, "report-further", count = beyond) } else { String::new() };
        Column { title, rows: rows.into_iter().take(SHORT_LIST).map(row).collect(), further, none }
    }

    /// What is done often.
    pub(super) fn often(&self) -> Column {
        let found = often(self.source.scores);
        let rows = found.iter().map(|o| (&o.facet, self.words.points(o.mean))).collect();
        let none =
            if self.has_scores() { t!(self.words, "result-often-none") } else { t!(self.words, "result-too-few") };
        self.column(t!(self.words, "result-often"), rows, none)
    }

    /// What the role asks beyond what the person does, the largest gap first as in the chart.
    pub(super) fn more(&self) -> Column {
        let mut found = to_build(self.source.scores);
        found.sort_by(|a, b| b.gap.total_cmp(&a.gap));
        let said = only_said_to_be_little(self.source.audit, self.source.scores).into_iter();
        let said = said.map(|id| (id, t!(self.words, "result-you-say")));
        let rows = found.iter().map(|g| (&g.facet, more_words(self.words, g))).chain(said).collect();
        self.column(t!(self.words, "result-more"), rows, self.none_more())
    }

    /// Why nothing is asked for more.
    pub(super) fn none_more(&self) -> String {
        if self.source.audit.answers.needs.is_empty() {
            t!(self.words, "result-role-missing")
        } else if self.has_scores() {
            t!(self.words, "result-more-none")
        } else {
            t!(self.words, "result-too-few")
        }
    }

    /// What may be too much.
    pub(super) fn much(&self) -> Column {
        let found = too_much(self.source.audit, self.source.scores);
        let rows = found.iter().map(|m| (&m.facet, much_words(self.words, m))).collect();
        self.column(t!(self.words, "result-much"), rows, self.none_much())
    }

    /// Why nothing is too much.
    pub(super) fn none_much(&self) -> String {
        let asked = !self.source.audit.answers.needs.is_empty() || !self.source.audit.answers.doses.is_empty();
        if asked { t!(self.words, "result-much-none") } else { t!(self.words, "result-role-missing") }
    }
}
