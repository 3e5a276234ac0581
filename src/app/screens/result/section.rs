//! The sections below the charts: a heading at the left, the content at the right, and the jumps from the cards.

use egui::accesskit::Role;
use egui::{Align, Frame, Label, Layout, Margin, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, focus_ring};
use crate::chart::legend::{Sample, sample};
use crate::instrument::Side;
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
    widgets::part(ui, |ui, top| heading(words, ui, jump, section, top), add);
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

/// A row that begins with the mark and name of a facet and ends with a value; `below` is shown under the name.
pub fn facet_row(ui: &mut Ui, side: Side, name: &str, value: &str, below: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        // The name is drawn first, and is read first, in the room that the value leaves.
        let value = theme::strong(ui, Size::Body, Ink::Ink, value);
        let room = ui.available_width() - widgets::width_of(ui, value.clone()).ceil() - theme::STEP;
        let line = vec2(room, Size::Body.line());
        ui.allocate_ui_with_layout(line, Layout::left_to_right(Align::Min), |ui| {
            ui.add_space(MARK);
            let name = ui.add(Label::new(theme::strong(ui, Size::Body, Ink::Ink, name)).wrap());
            let at = pos2(name.rect.left() - MARK, name.rect.top() + 4.0);
            widgets::paint(sample(Sample::Side(side)), ui.painter(), at, 1.0, theme::palette(ui));
        });
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| ui.label(value));
    });
    Frame::new().inner_margin(Margin { left: 24, ..Margin::ZERO }).show(ui, below);
}

/// The words below the name.
pub fn line(ui: &mut Ui, words: &str) {
    ui.label(theme::text(ui, Size::Body, Ink::InkSoft, words));
}
