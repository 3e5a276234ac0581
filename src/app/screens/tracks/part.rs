//! Building blocks of a role's page.

use egui::Ui;

use crate::app::theme;
use crate::app::widgets::{self, Cell, Column};

/// Names and values of facets as a table, for pages that have room for words.
pub fn facet_table(ui: &mut Ui, name: &str, heads: &[String], rows: &[Vec<Cell>]) {
    let columns: Vec<Column> = heads
        .iter()
        .enumerate()
        .map(|(i, head)| Column {
            head: head.clone(),
            wraps: i + 1 == heads.len(),
            align: if i == 0 || i + 1 == heads.len() { egui::Align::Min } else { egui::Align::Max },
        })
        .collect();
    widgets::table(ui, name, &columns, rows);
}

/// A part of a role's page: a hairline, a heading, the content.
pub fn part(ui: &mut Ui, title: &str, add: impl FnOnce(&mut Ui)) {
    ui.add_space(theme::GAP);
    widgets::divider(ui);
    ui.add_space(theme::STEP);
    widgets::subheading(ui, title);
    ui.scope(add);
}
