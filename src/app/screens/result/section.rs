//! The sections below the charts: a heading at the left, the content at the right, and the jumps from the cards.

use egui::accesskit::Role;
use egui::{Align, Frame, Label, Layout, Margin, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::models::{FacetRow, SMALL};
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, focus_ring};
use crate::chart::Scene;
use crate::chart::legend::{Sample, sample};
use crate::t;
use crate::words::Words;

/// A section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// What the person does often.
    Often,
    /// What the role asks beyond what the person does.
    More,
    /// What may be too much.
    Much,
    /// The four aspects.
    Lean,
    /// The signs around the person.
    Around,
    /// How the numbers are made.
    Numbers,
    /// What can be done now.
    Next,
}

impl Section {
    /// Its heading.
    pub fn title(self, words: &Words) -> String {
        match self {
            Self::Often => t!(words, "result-often"),
            Self::More => t!(words, "result-more"),
            Self::Much => t!(words, "result-much"),
            Self::Lean => t!(words, "result-lean"),
            Self::Around => t!(words, "result-around"),
            Self::Numbers => t!(words, "result-numbers"),
            Self::Next => t!(words, "result-next"),
        }
    }
}

/// A jump from a card to its section.
#[derive(Debug, Default)]
pub struct Jump {
    /// The section to scroll to in this frame.
    to: Option<Section>,
    /// The heading that can have the focus, because a jump by keyboard led to it.
    focus: Option<Section>,
}

impl Jump {
    /// Jump there. With `focus`, when it was asked for by keyboard, the heading gets the focus.
    pub fn to(&mut self, section: Section, focus: bool) {
        self.to = Some(section);
        self.focus = focus.then_some(section);
    }
}

/// The space for the mark of a side before its name.
const MARK: f32 = 24.0;

/// Shows a section.
pub fn ui(words: &Words, ui: &mut Ui, jump: &mut Jump, section: Section, add: impl FnOnce(&mut Ui)) {
    // The charts above grow in a large window, and those of the rows with them; lines of words stay as long as they were.
    let widest = theme::READING * super::grown(ui, f32::INFINITY);
    widgets::part(ui, widest, |ui, top| heading(words, ui, jump, section, top), add);
}

fn heading(words: &Words, ui: &mut Ui, jump: &mut Jump, section: Section, top: f32) {
    let title = section.title(words);
    let words = Label::new(theme::strong(ui, Size::Body, Ink::Ink, &title));
    let focus = jump.focus == Some(section);
    let response = ui.add(if focus { words.sense(Sense::focusable_noninteractive()) } else { words });
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &title));
    ui.accesskit_node_builder(response.id, |node| node.set_level(2));
    if jump.to == Some(section) {
        jump.to = None;
        let rect = response.rect.with_min_y(top);
        ui.scroll_to_rect(rect, Some(Align::TOP));
        if focus {
            response.request_focus();
        }
    }
    focus_ring(ui, &response, theme::SMALL_RADIUS);
}

/// From this width on, the small chart of a facet is beside its name.
pub const BESIDE: f32 = 600.0;
/// Between name, chart and value.
pub const GAP: f32 = 24.0;

/// Where the parts of the rows of a section are.
#[derive(Clone, Copy)]
pub struct Columns {
    /// The width of the values.
    value: f32,
    /// How many times its size the small chart has.
    grown: f32,
}

impl Columns {
    /// So that the values of all rows have room.
    pub fn of(ui: &Ui, rows: &[FacetRow]) -> Self {
        let width = |row: &FacetRow| widgets::width_of(ui, theme::strong(ui, Size::Body, Ink::Ink, &row.value)).ceil();
        Self { value: rows.iter().map(width).fold(0.0, f32::max), grown: super::grown(ui, f32::INFINITY) }
    }
}

/// A row that begins with the mark and name of a facet, shows its small chart and ends with a value; its lines are below the name.
pub fn facet_row(ui: &mut Ui, columns: Columns, row: &FacetRow) {
    let chart = row.chart.as_ref();
    let beside = ui.available_width() >= BESIDE;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        // The name is drawn first, and is read first, in the room that chart and value leave.
        let value = columns.value.min(ui.available_width() / 2.0);
        #[expect(clippy::cast_possible_truncation, reason = "a small chart")]
        let drawn = if beside { SMALL.width as f32 * columns.grown + GAP } else { 0.0 };
        let line = vec2(ui.available_width() - value - GAP - drawn, Size::Body.line());
        ui.allocate_ui_with_layout(line, Layout::left_to_right(Align::Min), |ui| {
            ui.set_min_width(line.x);
            ui.add_space(MARK);
            let name = widgets::lines(ui, theme::strong(ui, Size::Body, Ink::Ink, &row.name));
            let at = pos2(name.rect.left() - MARK, name.rect.top() + 4.0);
            widgets::paint(sample(Sample::Side(row.side)), ui.painter(), at, 1.0, theme::palette(ui));
        });
        ui.add_space(GAP);
        if beside {
            small(ui, chart, columns.grown);
            ui.add_space(GAP);
        }
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            ui.label(theme::strong(ui, Size::Body, Ink::Ink, &row.value));
        });
    });
    Frame::new().inner_margin(Margin { left: 24, ..Margin::ZERO }).show(ui, |ui| {
        if !beside && chart.is_some() {
            small(ui, chart, 1.0);
        }
        ui.set_max_width(ui.available_width().min(theme::READING));
        row.lines.iter().for_each(|words| line(ui, words));
    });
}

/// A small chart, or its place, so many times its width and as high as a line.
pub fn small(ui: &mut Ui, chart: Option<&Scene>, grown: f32) {
    #[expect(clippy::cast_possible_truncation, reason = "a small chart")]
    let (width, high) = (SMALL.width as f32 * grown, SMALL.height as f32 * grown);
    let (place, _) = ui.allocate_exact_size(vec2(width, Size::Body.line()), Sense::hover());
    if let Some(chart) = chart {
        let at = pos2(place.left(), place.center().y - high / 2.0);
        widgets::paint(chart, ui.painter(), at, grown, theme::palette(ui));
    }
}

/// The words below the name.
pub fn line(ui: &mut Ui, words: &str) {
    widgets::lines(ui, theme::text(ui, Size::Body, Ink::InkSoft, words));
}
