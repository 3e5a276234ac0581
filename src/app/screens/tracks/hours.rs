//! The hours of a role's typical week, beside the person's own where they gave them.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, DragValue, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use super::Shown;
use crate::app::command::Command;
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, CellKind, focus_ring};
use crate::profile::{Edit, FacetId, Hours, OWN_WORK};
use crate::summary::{hours_in_all, hours_words};
use crate::t;
use crate::tracks::BuiltIn;
use crate::words::Words;

/// Height of a row.
const ROW: f32 = 40.0;
/// Width of the field for the person's own hours.
const FIELD: f32 = 72.0;
/// The longest bar stands for this many hours.
const LONGEST: f64 = 16.0;

/// A facet, or work of one's own trade, with the hours of a typical week in the role.
struct Row {
    facet: FacetId,
    name: String,
    hours: f64,
}

/// Shows the hours.
pub fn ui(it: &Shown<'_>, built_in: &BuiltIn, ui: &mut Ui, commands: &mut Vec<Command>) {
    let texts = &it.view.explorer.catalogue.texts;
    let facets = built_in.week.iter().map(|(facet, hours)| {
        let name = it.view.instrument.texts.facet(&facet.id()).name.clone();
        Row { facet: facet.id(), name, hours: *hours }
    });
    let own_work = Row { facet: FacetId::from(OWN_WORK), name: texts.own_work.clone(), hours: built_in.own_work };
    let rows: Vec<Row> = facets.chain([own_work]).collect();
    ui.spacing_mut().item_spacing.y = 0.0;
    widgets::as_table(ui, &t!(it.view.words, "story-week"), |ui| {
        widgets::as_row(ui, 0, |ui| head(it.view.words, ui));
        for (i, row) in rows.iter().enumerate() {
            widgets::divider(ui);
            widgets::as_row(ui, i + 1, |ui| row_ui(it, row, ui, commands));
        }
        widgets::divider(ui);
        widgets::as_row(ui, rows.len() + 1, |ui| sum(it, &rows, ui));
    });
    widgets::paragraph_small(ui, &t!(it.view.words, "hours-note"));
}

fn head(words: &Words, ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::hover());
    let heads = [t!(words, "hours-role"), t!(words, "hours-own")];
    write(ui, pos2(rect.right() - FIELD - 24.0, rect.center().y), &heads[0], Ink::InkSoft);
    write(ui, pos2(rect.right(), rect.center().y), &heads[1], Ink::InkSoft);
    cells(ui, rect, ["", &heads[0], &heads[1]], CellKind::Head);
}

/// What screen readers find in a row, where it is painted.
fn cells(ui: &Ui, rect: Rect, words: [&str; 3], kind: CellKind) {
    let (first, second) = (rect.right() - FIELD - 64.0, rect.right() - FIELD - 16.0);
    let ranges = [rect.left()..=first, first..=second, second..=rect.right()];
    for (column, (words, range)) in words.into_iter().zip(ranges).enumerate() {
        if !words.is_empty() {
            widgets::as_cell(ui, Rect::from_x_y_ranges(range, rect.y_range()), kind, column, words);
        }
    }
}

fn write(ui: &Ui, at: egui::Pos2, words: &str, ink: Ink) {
    let font = theme::font(Size::Small, false);
    ui.painter().text(at, Align2::RIGHT_CENTER, words, font, theme::color(ui, ink));
}

fn own(it: &Shown<'_>, facet: &FacetId) -> Option<f64> {
    it.view.document?.profile().hours.get(facet).map(|hours| f64::from(*hours))
}

fn row_ui(it: &Shown<'_>, row: &Row, ui: &mut Ui, commands: &mut Vec<Command>) {
    let Row { facet, name, hours } = row;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let y = rect.center().y;
    let ink = theme::color(ui, Ink::Ink);
    ui.painter().text(pos2(rect.left(), y), Align2::LEFT_CENTER, name, theme::font(Size::Body, false), ink);
    let numbers = rect.right() - FIELD - 24.0;
    let said = hours_words(it.view.words, *hours);
    write(ui, pos2(numbers, y), &said, Ink::Ink);
    cells(ui, rect, [name, &said, ""], CellKind::Value);
    let room = (numbers - 40.0 - rect.left() - 192.0).max(0.0);
    let own_hours = own(it, facet);
    if room > 40.0 {
        bars(ui, pos2(rect.left() + 192.0, y), room, *hours, own_hours);
    }
    let place = Rect::from_min_size(pos2(rect.right() - FIELD, rect.top() + 6.0), vec2(FIELD, ROW - 12.0));
    let mut typed = own_hours.unwrap_or(0.0);
    let field =
        DragValue::new(&mut typed).range(0.0..=80.0).speed(0.1).max_decimals(1).custom_formatter(move |value, _| {
            if own_hours.is_none() && value == 0.0 { "–".to_owned() } else { hours_words(it.view.words, value) }
        });
    ui.spacing_mut().interact_size.y = ROW - 12.0;
    let as_cell = UiBuilder::new().max_rect(place).accessibility_role(Role::Cell);
    let response = ui
        .scope_builder(as_cell, |ui| {
            ui.name_inputs(t!(it.view.words, "hours-name", facet = name.as_str()), |ui| ui.put(place, field))
        })
        .inner;
    focus_ring(ui, &response, theme::RADIUS);
    if response.changed() {
        let hours = (typed > 0.0).then(|| Hours::try_from(typed).ok()).flatten();
        commands.push(Command::Edit(Edit::SetHours(facet.clone(), hours)));
    }
}

/// The role's hours as a bar, the person's own as a mark on it.
fn bars(ui: &Ui, left: egui::Pos2, room: f32, hours: f64, own: Option<f64>) {
    #[expect(clippy::cast_possible_truncation, reason = "a few hours")]
    let long = |hours: f64| room * (hours / LONGEST).clamp(0.0, 1.0) as f32;
    let bar = Rect::from_min_size(left - vec2(0.0, 4.0), vec2(long(hours), 8.0));
    ui.painter().rect_filled(bar, CornerRadius::same(theme::SMALL_RADIUS), theme::color(ui, Ink::LineStrong));
    if let Some(own) = own {
        let x = left.x + long(own);
        ui.painter().vline(x, (left.y - 9.0)..=(left.y + 9.0), theme::stroke(ui, 2.0, Ink::Pen));
    }
}

fn sum(it: &Shown<'_>, rows: &[Row], ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::hover());
    let (y, ink) = (rect.center().y, theme::color(ui, Ink::InkSoft));
    let font = theme::font(Size::Small, false);
    let name = t!(it.view.words, "hours-sum");
    ui.painter().text(pos2(rect.left(), y), Align2::LEFT_CENTER, &name, font, ink);
    let whole = hours_words(it.view.words, rows.iter().map(|row| row.hours).sum());
    write(ui, pos2(rect.right() - FIELD - 24.0, y), &whole, Ink::InkSoft);
    let given: Vec<f64> = rows.iter().filter_map(|row| own(it, &row.facet)).collect();
    let given = hours_in_all(it.view.words, &given, rows.len());
    write(ui, pos2(rect.right() - 8.0, y), &given, Ink::InkSoft);
    cells(ui, rect, [&name, &whole, &given], CellKind::Value);
}
