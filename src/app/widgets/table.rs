//! A table to read: heads, rows between hairlines, cells that wrap. Screen readers find its rows and cells.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{Align, Galley, Rect, Sense, TextFormat, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::app::theme::{self, Ink, Size};

/// The space between two columns: normally, and where there is little.
const GAP: (f32, f32) = (12.0, 8.0);
/// Below this width there is little space.
const LITTLE: f32 = 440.0;

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Whether its words may break where there is little space. The first such column takes what is left over.
    pub wraps: bool,
    /// How its words are aligned; numbers are aligned to the right.
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
    as_table(ui, name, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let heads: Vec<Cell> = columns.iter().map(|c| Cell { soft: true, ..Cell::new(c.head.clone()) }).collect();
        let all: Vec<&[Cell]> = std::iter::once(heads.as_slice()).chain(rows.iter().map(Vec::as_slice)).collect();
        let gap = if ui.available_width() < LITTLE { GAP.1 } else { GAP.0 };
        let widths = widths(ui, columns, &all, gap);
        for (number, cells) in all.into_iter().enumerate() {
            let kind = if number == 0 { Row::HEADS } else { Row::CELLS };
            if number > 0 {
                super::divider(ui);
            }
            let placed: Vec<Placed> = columns
                .iter()
                .zip(cells)
                .zip(&widths)
                .map(|((c, cell), w)| (c.align, galley(ui, cell, c.align, *w), *w))
                .collect();
            as_row(ui, number, |ui| row(ui, &placed, gap, kind));
        }
    });
}

/// A table for screen readers, however it is laid out.
pub fn as_table<R>(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let builder = UiBuilder::new().id_salt(("table", name)).accessibility_role(Role::Table).accessibility_label(name);
    ui.scope_builder(builder, add).inner
}

/// A row of such a table, from 0, which is the row of heads. What comes after it begins where it would without the row around it.
pub fn as_row<R>(ui: &mut Ui, number: usize, add: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.available_rect_before_wrap();
    let builder = UiBuilder::new().id_salt(("row", number)).max_rect(room).accessibility_role(Role::Row);
    let mut row = ui.new_child(builder);
    row.ctx().accesskit_node_builder(row.unique_id(), |node| node.set_row_index(number));
    let result = add(&mut row);
    let (used, next) = (row.min_rect(), row.cursor().top() - row.spacing().item_spacing.y);
    ui.advance_cursor_after_rect(used.with_max_y(next));
    result
}

/// What a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    /// The head of a column.
    Head,
    /// The name of a row, or a value.
    Value,
}

/// A cell of such a row that was painted here: its words, and the column, from 0.
pub fn as_cell(ui: &Ui, rect: Rect, kind: CellKind, column: usize, words: &str) {
    let response = ui.interact(rect, ui.make_persistent_id(("cell", column)), Sense::hover());
    let role = match kind {
        CellKind::Head => Role::ColumnHeader,
        CellKind::Value => Role::Cell,
    };
    response.widget_info(|| WidgetInfo::labeled(role, true, words));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_column_index(column));
}

/// The widths of the columns: those of their longest cells if all fit; otherwise the columns that may wrap are narrower.
#[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
fn widths(ui: &Ui, columns: &[Column], rows: &[&[Cell]], gap: f32) -> Vec<f32> {
    let room = ui.available_width() - gap * columns.len().saturating_sub(1) as f32;
    let longest = |i: usize| {
        let cells = rows.iter().filter_map(|row| row.get(i));
        cells.map(|cell| galley(ui, cell, Align::Min, f32::INFINITY).size().x.ceil()).fold(0.0, f32::max)
    };
    let mut widths: Vec<f32> = (0..columns.len()).map(longest).collect();
    let left = room - widths.iter().sum::<f32>();
    let wrapping = || columns.iter().enumerate().filter(|(_, c)| c.wraps).map(|(i, _)| i);
    if left >= 0.0 {
        if let Some(first) = wrapping().next() {
            widths[first] += left;
        }
    } else {
        let whole: f32 = wrapping().map(|i| widths[i]).sum();
        for i in wrapping() {
            widths[i] = (widths[i] * (1.0 + left / whole.max(1.0))).max(32.0);
        }
    }
    widths
}

/// The alignment of a cell in its column, its words, and the width of the column.
type Placed = (Align, Arc<Galley>, f32);

/// What kind of row it is.
#[derive(Clone, Copy)]
struct Row {
    /// Its least height.
    least: f32,
    /// Whether it has the heads of the columns.
    heads: bool,
}

impl Row {
    const HEADS: Self = Self { least: 28.0, heads: true };
    const CELLS: Self = Self { least: 39.0, heads: false };

    const fn kind(self) -> CellKind {
        if self.heads { CellKind::Head } else { CellKind::Value }
    }
}

fn row(ui: &mut Ui, cells: &[Placed], gap: f32, kind: Row) {
    let tallest = cells.iter().map(|(_, galley, _)| galley.size().y).fold(0.0, f32::max);
    let height = (tallest + 8.0).max(kind.least);
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let mut x = line.left();
    for (i, (align, galley, width)) in cells.iter().enumerate() {
        let rect = Rect::from_min_size(pos2(x, line.top()), vec2(*width, height));
        x += width + gap;
        as_cell(ui, rect, kind.kind(), i, galley.text());
        // A galley that is aligned right or centred is placed by its right end or its middle.
        let left = match align {
            Align::Max => rect.right(),
            Align::Center => rect.center().x,
            Align::Min => rect.left(),
        };
        let top = rect.center().y - galley.size().y / 2.0;
        ui.painter().galley(pos2(left, top), galley.clone(), theme::color(ui, Ink::Ink));
    }
}

fn galley(ui: &Ui, cell: &Cell, align: Align, width: f32) -> Arc<Galley> {
    let ink = if cell.soft { Ink::InkSoft } else { Ink::Ink };
    let format = TextFormat {
        font_id: theme::font(Size::Small, cell.strong),
        color: theme::color(ui, ink),
        line_height: Some(Size::Small.line()),
        ..TextFormat::default()
    };
    let mut job = LayoutJob::single_section(cell.words.clone(), format);
    job.wrap.max_width = width;
    job.halign = align;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
