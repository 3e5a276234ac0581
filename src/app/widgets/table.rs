//! A table to read: heads, rows between hairlines, cells that wrap. A screen reader finds rows and cells.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Align, Galley, Rect, Sense, TextWrapMode, Ui, UiBuilder, WidgetInfo, WidgetText, pos2, vec2};

use crate::app::theme::{self, Ink, Size};

/// Room between two columns.
const GAP: f32 = 12.0;

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Its share of the width; the shares of a table add up to 1.
    pub share: f32,
    /// Where its words stand; numbers stand at the right.
    pub align: Align,
}

/// A cell.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// Its words.
    pub words: String,
    /// In the second weight.
    pub strong: bool,
    /// In the second ink.
    pub soft: bool,
}

impl Cell {
    /// Plain words.
    pub const fn new(words: String) -> Self {
        Self { words, strong: false, soft: false }
    }
}

/// Shows a table under a name.
pub fn table(ui: &mut Ui, name: &str, columns: &[Column], rows: &[Vec<Cell>]) {
    let builder = UiBuilder::new().accessibility_role(Role::Table).accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let heads: Vec<Cell> = columns.iter().map(|c| Cell { soft: true, ..Cell::new(c.head.clone()) }).collect();
        row(ui, columns, &heads, (0, 28.0, Role::ColumnHeader));
        for (number, cells) in (1..).zip(rows) {
            super::divider(ui);
            row(ui, columns, cells, (number, 39.0, Role::Cell));
        }
    });
}

fn row(ui: &mut Ui, columns: &[Column], cells: &[Cell], (number, least, role): (usize, f32, Role)) {
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let room = ui.available_width() - GAP * columns.len().saturating_sub(1) as f32;
    let galleys: Vec<Arc<Galley>> =
        columns.iter().zip(cells).map(|(column, cell)| galley(ui, cell, column.share * room)).collect();
    let tallest = galleys.iter().map(|g| g.size().y).fold(0.0, f32::max);
    let builder = UiBuilder::new().id_salt(("row", number)).accessibility_role(Role::Row);
    ui.scope_builder(builder, |ui| {
        let height = (tallest + 8.0).max(least);
        let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let mut x = line.left();
        for (i, (column, galley)) in columns.iter().zip(galleys).enumerate() {
            let width = column.share * room;
            let rect = Rect::from_min_size(pos2(x, line.top()), vec2(width, height));
            x += width + GAP;
            let words = galley.text().to_owned();
            if !words.is_empty() {
                let response = ui.interact(rect, ui.make_persistent_id(i), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(role, true, &words));
            }
            let left = match column.align {
                Align::Max => rect.right() - galley.size().x,
                Align::Center => rect.center().x - galley.size().x / 2.0,
                Align::Min => rect.left(),
            };
            let top = rect.center().y - galley.size().y / 2.0;
            ui.painter().galley(pos2(left, top), galley, theme::color(ui, Ink::Ink));
        }
    });
}

fn galley(ui: &Ui, cell: &Cell, width: f32) -> Arc<Galley> {
    let ink = if cell.soft { Ink::InkSoft } else { Ink::Ink };
    let words = if cell.strong {
        theme::strong(ui, Size::Small, ink, &cell.words)
    } else {
        theme::text(ui, Size::Small, ink, &cell.words)
    };
    WidgetText::from(words).into_galley(ui, Some(TextWrapMode::Wrap), width, theme::font(Size::Small, cell.strong))
}
