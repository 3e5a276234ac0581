//! The numbers of both charts as a table, in the order of the dot chart.

use eframe::egui::{Align, Ui};

use super::Shown;
use crate::app::widgets::{self, Cell, Column};
use crate::scoring::{FacetScore, Reading};
use crate::summary::{reading_words, status_words};
use crate::t;
use crate::text::points;

/// Shows the facets in an order.
pub fn ui(it: &Shown<'_>, order: &[usize], ui: &mut Ui) {
    let asked = !it.audit.needs.is_empty();
    let heads = [
        (t!("result-facet"), true, Align::Min),
        (t!("result-you"), false, Align::Max),
        (t!("result-band"), false, Align::Max),
        (t!("result-role"), false, Align::Max),
        (t!("result-reading"), true, Align::Max),
        (t!("result-answered"), false, Align::Max),
    ];
    let columns = heads.into_iter().map(|(head, wraps, align)| Column { head, wraps, align });
    let shown = |i: usize| asked || i != 3;
    let keep = |cells: Vec<Cell>| cells.into_iter().enumerate().filter(|(i, _)| shown(*i)).map(|(_, c)| c).collect();
    let rows: Vec<Vec<Cell>> =
        order.iter().filter_map(|i| it.scores.facets.get(*i)).map(|f| keep(row(it, f))).collect();
    let columns: Vec<Column> = columns.enumerate().filter(|(i, _)| shown(*i)).map(|(_, c)| c).collect();
    widgets::table(ui, &t!("result-table"), &columns, &rows);
}

fn row(it: &Shown<'_>, facet: &FacetScore) -> Vec<Cell> {
    let number = |value: Option<f64>| Cell::new(value.map(points).unwrap_or_default());
    let band = facet.low.zip(facet.high);
    let band = band.map(|(low, high)| t!("chart-band", low = points(low), high = points(high))).unwrap_or_default();
    let need = it.audit.needs.get(&facet.id).map(|need| need.value().to_string()).unwrap_or_default();
    let reading = it.scores.gap(&facet.id).map(|gap| gap.reading);
    let mut words = reading_words(it.audit, it.scores, facet);
    if words.is_empty() {
        words = status_words(facet.status);
    }
    let strong = matches!(reading, Some(Reading::AsksMore | Reading::AsksLess));
    vec![
        Cell::new(it.name(&facet.id).to_owned()),
        number(facet.mean),
        Cell { soft: true, ..Cell::new(band) },
        Cell::new(need),
        Cell { strong, soft: !strong, words },
        Cell { soft: true, ..Cell::new(t!("n-of-m", number = facet.answered, of = facet.applicable)) },
    ]
}
