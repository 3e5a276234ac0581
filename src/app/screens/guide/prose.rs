//! Laying out words: paragraphs with links in them, lists, tables.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat};
use egui::{CursorIcon, Galley, Id, Pos2, Rect, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::markdown::Prose;
use crate::app::command::GuidePage;
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, focus_ring, is_title, title_sense};

/// Words in the available width. Returns the page whose link was pressed.
pub fn prose(ui: &mut Ui, words: &Prose, size: Size, ink: Ink) -> Option<GuidePage> {
    shown(ui, words, size, ink, None)
}

/// A heading of a level from 1.
pub fn heading(ui: &mut Ui, words: &Prose, level: u8) -> Option<GuidePage> {
    let size = if level == 1 { Size::Large } else { Size::Body };
    let strong = Prose(words.0.iter().cloned().map(|span| super::markdown::Span { strong: true, ..span }).collect());
    shown(ui, &strong, size, Ink::Ink, Some(level))
}

/// With a level, it is a heading for screen readers.
fn shown(ui: &mut Ui, words: &Prose, size: Size, ink: Ink, level: Option<u8>) -> Option<GuidePage> {
    let galley = layout(ui, words, size, ink);
    let sense = if level == Some(1) { title_sense(ui) } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y), sense);
    if level == Some(1) {
        is_title(ui, &response, &words.text());
    }
    let role = if level.is_some() { Role::Heading } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, words.text()));
    if let Some(level) = level {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_level(level.into()));
    }
    if ui.is_rect_visible(rect) {
        ui.painter().galley(rect.min, Arc::clone(&galley), theme::color(ui, ink));
    }
    links(ui, words, &Laid { galley: &galley, id: response.id, at: rect.min })
}

fn layout(ui: &Ui, words: &Prose, size: Size, ink: Ink) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    for span in &words.0 {
        let color = theme::color(ui, if span.link.is_some() { Ink::Ink } else { ink });
        let line_height = Some(size.line());
        let font_id = theme::font(size, span.strong);
        job.append(&span.words, 0.0, TextFormat { font_id, color, line_height, ..TextFormat::default() });
    }
    widgets::evenly(ui, job, ui.available_width())
}

/// A text on the page.
struct Laid<'a> {
    galley: &'a Galley,
    id: Id,
    /// Its upper left corner.
    at: Pos2,
}

/// Makes the links of a laid-out text work. Each link is one stop of Tab, even if it goes over several lines.
fn links(ui: &Ui, words: &Prose, laid: &Laid<'_>) -> Option<GuidePage> {
    let mut pressed = None;
    let mut start = 0;
    for (i, span) in words.0.iter().enumerate() {
        let end = start + span.words.chars().count();
        if let Some(page) = span.link {
            for (line, rect) in rects(laid.galley, start, end).into_iter().enumerate() {
                let id = laid.id.with(("link", i, line));
                let sense = if line == 0 { Sense::click() } else { Sense::click() - Sense::FOCUSABLE };
                let response = ui.interact(rect.translate(laid.at.to_vec2()), id, sense);
                if line == 0 {
                    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &span.words));
                }
                let line = theme::stroke(ui, 1.0, if response.hovered() { Ink::Ink } else { Ink::LineStrong });
                let y = ui.painter().round_to_pixel_center(response.rect.center().y + 9.0);
                ui.painter().hline(response.rect.x_range(), y, line);
                focus_ring(ui, &response, 2);
                if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                    pressed = Some(page);
                }
            }
        }
        start = end;
    }
    pressed
}

/// The rectangles of the letters from `start` to `end`, one for each line.
fn rects(galley: &Galley, start: usize, end: usize) -> Vec<Rect> {
    let mut found = Vec::new();
    let mut first = 0;
    for row in &galley.rows {
        let last = first + row.glyphs.len();
        let (from, mut to) = (start.max(first), end.min(last));
        // A link that goes on in the next line ends with its last letter, not with the space after it.
        while to > from && row.glyphs.get(to - first - 1).is_some_and(|glyph| glyph.chr.is_whitespace()) {
            to -= 1;
        }
        if let (Some(a), Some(b)) =
            (row.glyphs.get(from.wrapping_sub(first)), row.glyphs.get(to.wrapping_sub(first + 1)))
            && from < to
        {
            let x = a.pos.x..=b.pos.x + b.advance_width;
            let left_top = row.pos.to_vec2();
            found.push(Rect::from_x_y_ranges(x, 0.0..=row.size.y).translate(left_top));
        }
        first = last + usize::from(row.ends_with_newline);
    }
    found
}

/// A list, with a dot before each entry.
pub fn bullets(ui: &mut Ui, entries: &[Prose]) -> Option<GuidePage> {
    let mut pressed = None;
    for entry in entries {
        let top = ui.available_rect_before_wrap();
        let dot = pos2(top.left() + theme::STEP, top.top() + Size::Body.line() / 2.0);
        ui.painter().circle_filled(dot, 2.5, theme::color(ui, Ink::InkSoft));
        let inner = top.with_min_x(top.left() + theme::PAD);
        let found = ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| prose(ui, entry, Size::Body, Ink::Ink));
        pressed = pressed.or(found.inner);
    }
    pressed
}

/// A row of cells, each `shares` of the width, with gaps between them.
pub fn cells(ui: &mut Ui, shares: &[f32], row: &[Prose], size: Size, ink: Ink) -> Option<GuidePage> {
    let whole = ui.available_rect_before_wrap();
    let mut pressed = None;
    let mut used = Rect::from_min_size(whole.min, vec2(whole.width(), 0.0));
    let mut x = whole.left();
    for (share, words) in shares.iter().zip(row) {
        let width = share * whole.width();
        let place = Rect::from_min_size(pos2(x, whole.top()), vec2(width - theme::GAP, f32::INFINITY));
        let mut cell = ui.new_child(UiBuilder::new().max_rect(place));
        pressed = pressed.or(prose(&mut cell, words, size, ink));
        used = used.union(cell.min_rect());
        x += width;
    }
    ui.advance_cursor_after_rect(used);
    pressed
}

/// A table whose columns are equally wide.
pub fn table(ui: &mut Ui, rows: &[Vec<Prose>]) -> Option<GuidePage> {
    let count = rows.first().map_or(1, Vec::len).max(1);
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let shares = vec![1.0 / count as f32; count];
    let mut pressed = None;
    for (i, row) in rows.iter().enumerate() {
        let (size, ink) = if i == 0 { (Size::Small, Ink::InkSoft) } else { (Size::Body, Ink::Ink) };
        pressed = pressed.or(cells(ui, &shares, row, size, ink));
        widgets::divider(ui);
    }
    pressed
}
