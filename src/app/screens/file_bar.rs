//! The bar at the top: which file is open, whether it is saved, and what can be done with it.

use egui::{
    Align, Frame, Layout, Margin, Panel, Rect, Response, Sense, TextWrapMode, Ui, UiBuilder, WidgetText, pos2, vec2,
};

use super::menu::menu;
use crate::app::command::{Command, FileCommand, HistoryCommand, ReportCommand, SaveCommand};
use crate::app::tasks::Busy;
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::arrival::{self, Region};
use crate::app::widgets::{Button, Look};
use crate::document::Document;
use crate::message::file_name;
use crate::profile::Edit;
use crate::t;

/// Shows the bar.
pub fn file_bar(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let width = ui.available_width();
    let side = if width < 640.0 { 16 } else { 40 };
    let frame = Frame::new().fill(theme::color(ui, Ink::Paper)).inner_margin(Margin {
        left: side,
        right: side - 12,
        top: 0,
        bottom: 0,
    });
    let panel = Panel::top("file bar").resizable(false).exact_size(56.0).frame(frame).show_separator_line(false);
    panel.show(ui, |ui| {
        let edge = ui.max_rect();
        let y = ui.painter().round_to_pixel_center(edge.bottom() - 0.5);
        let whole = (edge.left() - f32::from(side))..=(edge.right() + f32::from(side));
        ui.painter().hline(whole, y, theme::stroke(ui, 1.0, Ink::Line));
        bar(view, ui, edge, width >= 820.0, commands);
    });
}

/// The name, then the actions, in the order of reading and of Tab.
fn bar(view: &View<'_>, ui: &mut Ui, edge: Rect, words: bool, commands: &mut Vec<Command>) {
    let (list, more_label) = (actions(view, words), t!(view.words, "more"));
    let gap = if words { 12.0 } else { 4.0 };
    let more_button = Button::new("").look(Look::Flat).icon(Icon::More).name(&more_label);
    let widths: f32 = list.iter().map(|action| action.button().measure(ui) + gap).sum();
    let start = (edge.right() - widths - more_button.measure(ui)).floor();
    let layout = Layout::left_to_right(Align::Center);
    let left = Rect::from_min_max(edge.min, pos2((start - theme::GAP).max(edge.left()), edge.bottom()));
    ui.scope_builder(UiBuilder::new().max_rect(left).layout(layout), |ui| name(view, ui));
    let right = Rect::from_min_max(pos2(start, edge.top()), edge.max);
    ui.scope_builder(UiBuilder::new().max_rect(right).layout(layout), |ui| {
        ui.spacing_mut().item_spacing.x = gap;
        let mut first = None;
        for action in list {
            let button = ui.add(action.button()).on_hover_text(&action.hover);
            first = first.or_else(|| action.enabled.then_some(button.id));
            if button.clicked() {
                commands.push(action.command);
            }
        }
        let button = ui.add(more_button).on_hover_text(&more_label);
        arrival::region(ui.ctx(), Region::Bar, first.unwrap_or(button.id), edge);
        more(view, &button, commands);
    });
}

/// A button of the bar.
struct Action {
    icon: Icon,
    label: String,
    words: bool,
    enabled: bool,
    command: Command,
    hover: String,
}

impl Action {
    fn button(&self) -> Button<'_> {
        let shown = if self.words { self.label.as_str() } else { "" };
        Button::new(shown).look(Look::Flat).icon(self.icon).enabled(self.enabled).name(&self.label)
    }
}

fn actions(view: &View<'_>, words: bool) -> [Action; 5] {
    let now = view.command_context();
    let what = |edit: Option<&Edit>| edit.map_or_else(String::new, |edit| view.edit_label(view.words, edit));
    let undo = what(view.document.and_then(Document::can_undo));
    let redo = what(view.document.and_then(Document::can_redo));
    let action = |icon, command: Command, words, hover| Action {
        icon,
        label: command.label(view.words),
        words,
        enabled: command.is_possible(&now),
        hover: command.why_not(view.words, &now).unwrap_or(hover),
        command,
    };
    let (undo, redo) = (t!(view.words, "undo-what", what = undo), t!(view.words, "redo-what", what = redo));
    [
        action(Icon::Undo, Command::History(HistoryCommand::Undo), false, undo),
        action(Icon::Redo, Command::History(HistoryCommand::Redo), false, redo),
        action(Icon::Save, Command::Save(SaveCommand::Now), words, t!(view.words, "save-hover")),
        action(Icon::Print, Command::Report(ReportCommand::Show), words, t!(view.words, "print-hover")),
        action(Icon::Export, Command::File(FileCommand::Export), words, t!(view.words, "export-hover")),
    ]
}

/// Less frequent commands on files, behind three dots.
fn more(view: &View<'_>, button: &Response, commands: &mut Vec<Command>) {
    let list = [Command::File(FileCommand::New), Command::File(FileCommand::Open), Command::Save(SaveCommand::As)];
    menu(view, button, 176.0, list, commands);
}

fn name(view: &View<'_>, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.x = 12.0;
    let Some(document) = view.document else {
        ui.label(theme::text(ui, Size::Body, Ink::InkSoft, t!(view.words, "no-file")));
        return;
    };
    let file = document.path().map(file_name);
    let state = match view.disk.busy {
        Some(Busy::Saving) => t!(view.words, "state-saving"),
        _ if document.read_only => t!(view.words, "state-read-only"),
        _ if document.is_unsaved() && document.file.is_some() => t!(view.words, "state-unsaved"),
        _ if document.is_unsaved() => t!(view.words, "state-new"),
        _ if document.file.is_some() => t!(view.words, "state-saved"),
        _ => t!(view.words, "state-example"),
    };
    let words = theme::text(ui, Size::Small, Ink::InkSoft, &state);
    let state_width = WidgetText::from(words.clone())
        .into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, theme::font(Size::Small, false))
        .size()
        .x;
    let mark = if document.is_unsaved() { 20.0 } else { 0.0 };
    let both = ui.available_width() > state_width + mark + 140.0;
    let room = if both { ui.available_width() - state_width - mark - 12.0 } else { ui.available_width() - mark };
    let title = theme::strong(ui, Size::Body, Ink::Ink, file.unwrap_or_else(|| document.shown_name()));
    ui.scope(|ui| {
        ui.set_max_width(room.max(40.0));
        ui.add(egui::Label::new(title).truncate());
    });
    if document.is_unsaved() {
        let (dot, response) = ui.allocate_exact_size(vec2(8.0, 8.0), Sense::hover());
        ui.painter().circle_filled(dot.center(), 4.0, theme::color(ui, Ink::Pen));
        response.on_hover_text(&state);
    }
    if both {
        ui.label(words);
    }
}
