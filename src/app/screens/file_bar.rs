//! The bar at the top: which file is open, whether it is saved, and what can be done with it.

use eframe::egui::{Align, Frame, Layout, Margin, Panel, Popup, Sense, TextWrapMode, Ui, WidgetText, vec2};

use crate::app::command::Command;
use crate::app::tasks::Busy;
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{Button, Look};
use crate::document::Document;
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
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            actions(view, ui, width >= 820.0, commands);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| name(view, ui));
        });
    });
}

fn actions(view: &View<'_>, ui: &mut Ui, words: bool, commands: &mut Vec<Command>) {
    let document = view.document;
    let step = |edit: Option<&crate::profile::Edit>, back: bool| {
        let label = edit.map(|e| view.edit_label(e));
        match (label, back) {
            (Some(what), true) => t!("undo-what", what = what),
            (Some(what), false) => t!("redo-what", what = what),
            (None, true) => t!("undo-nothing"),
            (None, false) => t!("redo-nothing"),
        }
    };
    let has_audit = view.audit.is_some();
    let undo = document.and_then(Document::can_undo);
    let redo = document.and_then(Document::can_redo);
    let list = [
        (Icon::Export, t!("export"), words, has_audit, Command::Export, t!("export-hover")),
        (Icon::Save, t!("save"), words, document.is_some(), Command::Save, t!("save-hover")),
        (Icon::Redo, t!("redo"), false, redo.is_some(), Command::Redo, step(redo, false)),
        (Icon::Undo, t!("undo"), false, undo.is_some(), Command::Undo, step(undo, true)),
    ];
    ui.spacing_mut().item_spacing.x = if words { 12.0 } else { 4.0 };
    more(view, ui, commands);
    for (icon, label, words, enabled, command, hover) in list {
        let button = Button::new(if words { &label } else { "" }).look(Look::Flat).icon(icon).enabled(enabled);
        if ui.add(button.name(&label)).on_hover_text(hover).clicked() {
            commands.push(command);
        }
    }
}

/// What one does now and then with files, behind three dots.
fn more(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let label = t!("more");
    let button = ui.add(Button::new("").look(Look::Flat).icon(Icon::More).name(&label)).on_hover_text(&label);
    let open = view.document.is_some();
    let list = [(Command::New, true), (Command::Open, true), (Command::SaveAs, open)];
    Popup::menu(&button).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.set_min_width(176.0);
        for (command, enabled) in list {
            let words = command.label();
            if ui.add(Button::new(&words).look(Look::Flat).enabled(enabled)).clicked() {
                commands.push(command);
                ui.close();
            }
        }
    });
}

fn name(view: &View<'_>, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.x = 12.0;
    let Some(document) = view.document else {
        ui.label(theme::text(ui, Size::Body, Ink::InkSoft, t!("no-file")));
        return;
    };
    let file = document.path().and_then(|p| p.file_name()).map(|n| n.to_string_lossy().into_owned());
    let state = match view.busy {
        Some(Busy::Saving) => t!("state-saving"),
        _ if document.read_only => t!("state-read-only"),
        _ if document.is_unsaved() && document.file.is_some() => t!("state-unsaved"),
        _ if document.is_unsaved() => t!("state-new"),
        _ if document.file.is_some() => t!("state-saved"),
        _ => t!("state-example"),
    };
    let words = theme::text(ui, Size::Small, Ink::InkSoft, &state);
    let state_width = WidgetText::from(words.clone())
        .into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, theme::font(Size::Small, false))
        .size()
        .x;
    let mark = if document.is_unsaved() { 20.0 } else { 0.0 };
    let both = ui.available_width() > state_width + mark + 140.0;
    let room = if both { ui.available_width() - state_width - mark - 12.0 } else { ui.available_width() - mark };
    let title = theme::strong(ui, Size::Body, Ink::Ink, file.unwrap_or_else(|| document.name()));
    ui.scope(|ui| {
        ui.set_max_width(room.max(40.0));
        ui.add(eframe::egui::Label::new(title).truncate());
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
