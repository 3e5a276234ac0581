//! What others see: texts, charts and the table.

use std::rc::Rc;
use std::sync::Arc;

use egui::Align;

use super::result::Table;
use super::{FacetRow, Memo, Models, Same};
use crate::app::widgets::{Cell, Column};
use crate::chart::{Dots, Radar, RadarStyle, groups, radar};
use crate::figures::{Card, ChartData, OthersData};
use crate::instrument::Side;
use crate::others::{Comparison, FacetComparison, Merged, View, compare};
use crate::profile::Audit;
use crate::scoring::{Confidence, Scores};
use crate::summary::{
    OthersFinding, OthersSummary, divided_note, finding_short, mean_words, others_summary, reference, who_words,
};
use crate::t;
use crate::words::Words;

/// What others see, in words.
#[derive(Debug)]
pub struct OthersModel {
    /// The comparison that all of it is made from.
    pub found: Comparison,
    /// What is said.
    pub summary: OthersSummary,
    /// Which file it comes from.
    pub source: String,
    /// What the person rates higher, and what others do.
    pub findings: [Vec<FacetRow>; 2],
    /// What *disagree* means.
    pub divided_note: String,
    /// All numbers.
    pub table: Table,
    /// What was written: what to keep doing, and what to do more or less of.
    pub comments: [Vec<Written>; 2],
}

/// A comment.
#[derive(Debug)]
pub struct Written {
    /// What was written.
    pub text: String,
    /// By whom, where that may be said; else empty.
    pub who: String,
}

/// The inputs of everything here.
type Key = (Same<Audit>, Same<Merged>, Confidence);

/// The kept values of what others see.
#[derive(Debug)]
pub struct OthersModels {
    model: Memo<Key, OthersModel>,
    radar: Memo<(Key, RadarStyle), Radar>,
    groups: Memo<(Key, Side, f64), Dots>,
}

impl Default for OthersModels {
    fn default() -> Self {
        Self { model: Memo::of(1), radar: Memo::of(1), groups: Memo::of(2) }
    }
}

impl Models {
    /// The merged result that is open.
    pub(super) fn merged(&self) -> Option<&Arc<Merged>> {
        self.current.as_ref()?.others.as_ref()
    }

    fn others_key(&self) -> Option<Key> {
        Some((Same::as_this(self.audit()?), Same::as_this(self.merged()?), self.confidence))
    }

    /// What others see, beside the audit that is shown; `None` without one of the two.
    pub fn others(&self) -> Option<Rc<OthersModel>> {
        let (key, scores) = (self.others_key()?, self.scores()?);
        Some(self.others.model.get(key, |(_, merged, _)| self.others_model(merged, &scores)))
    }

    fn others_model(&self, merged: &Merged, scores: &Scores) -> OthersModel {
        let (words, found) = (&self.words, compare(scores, merged));
        let summary = others_summary(words, &self.instrument, merged, &found);
        let row = |one: &OthersFinding| FacetRow {
            side: self.instrument.facet(one.facet.as_str()).map_or(Side::Management, |facet| facet.side),
            name: self.instrument.texts.facet(&one.facet).name.clone(),
            value: one.value.clone(),
            lines: vec![one.line.clone()],
            chart: None,
        };
        let findings =
            [&summary.blind_spots, &summary.hidden_strengths].map(|all| all.iter().map(row).collect::<Vec<_>>());
        let comments = [&merged.keep, &merged.change].map(|all| {
            let written = |comment: &crate::others::Comment| Written {
                text: comment.text.clone(),
                who: comment.group.map(|group| who_words(words, crate::others::Who::Group(group))).unwrap_or_default(),
            };
            all.iter().map(written).collect()
        });
        let round: String = merged.round.chars().filter(char::is_ascii_alphanumeric).take(8).collect();
        OthersModel {
            source: t!(words, "others-source", release = merged.release, round = round),
            findings,
            divided_note: divided_note(words),
            table: self.others_table(&found),
            comments,
            summary,
            found,
        }
    }

    /// Works on the data of the charts.
    fn with_others<R>(&self, found: &Comparison, work: impl FnOnce(&OthersData<'_>) -> R) -> Option<R> {
        let (audit, scores, chart_words) = (self.audit()?, self.scores()?, self.chart_words());
        let (instrument, words) = (&*self.instrument, &self.words);
        let own = ChartData { instrument, audit, scores: &scores, earlier: None, evidence: &[], words: &chart_words };
        let title = t!(words, "others-groups-title");
        let (who, finding) = (|who| who_words(words, who), |it: &FacetComparison| finding_short(words, found, it));
        Some(work(&OthersData { own, found, who: &who, finding: &finding, title: &title }))
    }

    /// The radar with what others see over the person's own scores.
    pub fn others_radar(&self, model: &OthersModel, style: RadarStyle) -> Option<Rc<Radar>> {
        let key = self.others_key()?;
        let draw = || self.with_others(&model.found, |data| radar(&data.radar(), &style));
        self.others.radar.try_get((key, style), draw)
    }

    /// The facets of one side with everybody who sees them.
    pub fn others_groups(&self, model: &OthersModel, side: Side, width: f64) -> Option<Rc<Dots>> {
        let key = self.others_key()?;
        let draw = || self.with_others(&model.found, |data| groups(&data.groups(Some(side)), width));
        self.others.groups.try_get((key, side, width), draw)
    }

    /// The numbers of a facet by its place among all, or among those of a side.
    pub fn others_card(&self, model: &OthersModel, side: Option<Side>, place: usize) -> Card {
        let card = |data: &OthersData<'_>| data.card(data.place(side, place));
        self.with_others(&model.found, card).unwrap_or_default()
    }

    fn others_table(&self, found: &Comparison) -> Table {
        let words = &self.words;
        let heads = [
            (t!(words, "others-table-facet"), true, Align::Min),
            (t!(words, "others-table-who"), true, Align::Min),
            (t!(words, "others-table-raters"), false, Align::Max),
            (t!(words, "others-table-mean"), false, Align::Max),
            (t!(words, "others-table-difference"), false, Align::Max),
            (t!(words, "others-table-note"), true, Align::Max),
        ];
        let columns = heads.into_iter().map(|(head, wraps, align)| Column { head, wraps, align }).collect();
        let known = found.facets.iter().filter(|facet| self.instrument.facet(facet.facet.as_str()).is_some());
        (columns, known.flat_map(|facet| self.others_rows(found, facet)).collect())
    }

    /// The person's own row, and one for each who sees the facet.
    fn others_rows(&self, found: &Comparison, facet: &FacetComparison) -> Vec<Vec<Cell>> {
        let (words, z) = (&self.words, found.confidence.z());
        let name = self.instrument.texts.facet(&facet.facet).name.clone();
        let mean =
            facet.own.map_or_else(|| t!(words, "chart-no-score"), |own| mean_words(words, own.mean, z * own.sem));
        let own = vec![
            Cell { strong: true, ..Cell::new(name) },
            Cell::new(t!(words, "chart-me")),
            Cell::default(),
            Cell::new(mean),
            Cell::default(),
            Cell::default(),
        ];
        let first = reference(found, facet).map(|view| view.seen.who);
        let rows = facet.views.iter().map(|view| other_row(words, view, Some(view.seen.who) == first, z));
        std::iter::once(own).chain(rows).collect()
    }
}

/// A row of the table. Only against the one whom the person is compared with, a difference is read.
fn other_row(words: &Words, view: &View, is_reference: bool, z: f64) -> Vec<Cell> {
    let read = view.difference.filter(|_| is_reference).map(|it| it.is_beyond_error);
    let note = match read {
        Some(true) => t!(words, "others-table-beyond"),
        Some(false) => t!(words, "others-table-within"),
        None => String::new(),
    };
    let by = view.difference.map(|it| words.points(it.value)).unwrap_or_default();
    vec![
        Cell::default(),
        Cell::new(who_words(words, view.seen.who)),
        Cell { soft: true, ..Cell::new(view.seen.raters.to_string()) },
        Cell::new(mean_words(words, view.seen.mean, z * view.se)),
        Cell::new(by),
        Cell { strong: read == Some(true), soft: read != Some(true), ..Cell::new(note) },
    ]
}
