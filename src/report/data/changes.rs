//! What has changed since an earlier audit.

use serde::Serialize;

use super::Making;
use super::pieces::RadarChart;
use crate::chart::RadarStyle;
use crate::figures::ShownSeries;
use crate::scoring::history::{Audited as Asked, compare};
use crate::summary::{ChangeLine, ChangeSummary, change_lines, changes_between};
use crate::t;

/// What has changed since an earlier audit.
#[derive(Clone, Debug, Serialize)]
pub struct ChangesPage {
    /// Its heading: which facets have changed by more than the error, or that none has.
    pub title: String,
    /// Which two audits are compared.
    pub between: String,
    /// What is not compared, and how the two were asked where that differs; may be empty.
    pub below: String,
    /// The radar with both audits.
    pub chart: RadarChart,
    /// The heads of the table.
    pub heads: [String; 5],
    /// Facets, then sides and balance.
    pub rows: Vec<ChangeRow>,
    /// How many facets would look changed by chance, and what the error leaves out.
    pub notes: Vec<String>,
}

/// The change of one score.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeRow {
    /// The facet, the side or the balance.
    pub name: String,
    /// The earlier score; empty where it is not compared.
    pub from: String,
    /// The later one.
    pub to: String,
    /// The difference and its error: "+0.7 ± 0.4".
    pub difference: String,
    /// "larger than the error", "within the error", or why it is not compared.
    pub reading: String,
    /// Whether it is larger than the error.
    pub beyond: bool,
}

/// The page; nothing where there is no earlier audit.
pub(super) fn page(making: &Making<'_>) -> Option<ChangesPage> {
    let (words, instrument) = (making.words, making.instrument);
    let (earlier, _) = making.source.earlier?;
    let [from, to] = [earlier, making.source.audit].map(|audit| Asked { instrument, audit });
    let changes = compare(from, to, making.source.scores.confidence);
    let summary = ChangeSummary::new(words, from, to, &changes);
    let row = |line: ChangeLine| ChangeRow {
        name: line.name,
        from: line.from,
        to: line.to,
        difference: line.difference,
        reading: line.reading,
        beyond: line.is_beyond_error,
    };
    let show = ShownSeries { me: true, role: false, earlier: true };
    Some(ChangesPage {
        title: summary.sentence,
        between: changes_between(words, from.audit, to.audit),
        below: summary.below,
        chart: RadarChart::new(&making.chart(), show, &RadarStyle::PRINT, &making.palette),
        heads: [
            t!(words, "result-facet"),
            t!(words, "history-compare-before"),
            t!(words, "history-compare-now"),
            t!(words, "history-compare-change"),
            t!(words, "report-head-reading"),
        ],
        rows: change_lines(words, from, to, &changes).into_iter().map(row).collect(),
        notes: [summary.chance, summary.outside].into_iter().filter(|note| !note.is_empty()).collect(),
    })
}
