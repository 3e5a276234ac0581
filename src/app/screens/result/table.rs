//! The numbers of both charts as a table, in the order of the dot chart.

use egui::Ui;

use super::Shown;
use crate::app::widgets;
use crate::t;

/// Shows the facets.
pub fn ui(it: &Shown<'_>, ui: &mut Ui) {
    if let Some(table) = it.view.models.facet_table() {
        widgets::table(ui, &t!(it.view.words, "result-table"), &table.0, &table.1);
    }
}
