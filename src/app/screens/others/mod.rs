//! What others see: what was found, the charts, and what was written; or how a round works where there is no merged result.

mod charts;
mod comments;
mod explain;

use egui::Ui;

use crate::app::command::{Command, FileCommand, ReportCommand, ReportPage};
use crate::app::models::{FacetRow, OthersModel};
use crate::app::theme::{self, Icon};
use crate::app::view::View;
use crate::app::widgets::{self, Button};
use crate::t;

use super::result::{Columns, facet_row, line};

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct State {
    /// Whether the facets are a table.
    in_table: bool,
}

/// What is shown.
#[derive(Clone, Copy)]
struct Shown<'a> {
    view: View<'a>,
    model: &'a OthersModel,
}

/// Shows what others see.
pub fn ui(view: &View<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let Some(model) = view.models.others() else {
        explain::ui(view, ui, commands);
        return;
    };
    let it = Shown { view: *view, model: &model };
    widgets::page(ui, "others", theme::FULL, |ui| {
        head(&it, ui, commands);
        let mut focus = charts::first(&it, ui);
        part(ui, &t!(view.words, "others-facets"), |ui| focus |= charts::facets(&it, state, ui));
        part(ui, &t!(view.words, "others-apart"), |ui| apart(&it, ui));
        if !model.summary.profiles.is_empty() {
            part(ui, &t!(view.words, "others-profiles"), |ui| {
                lines(&model.summary.profiles, ui);
                widgets::paragraph_small(ui, &t!(view.words, "others-profiles-below"));
            });
        }
        part(ui, &t!(view.words, "others-shown"), |ui| {
            lines(std::slice::from_ref(&model.summary.replies), ui);
            if model.summary.hidden.is_empty() {
                line(ui, &t!(view.words, "others-hidden-none"));
            }
            lines(&model.summary.hidden, ui);
        });
        comments::ui(&it, ui);
        foot(&it, ui, commands);
        if !focus {
            widgets::scroll_keys(ui);
        }
    });
}

/// What was found, with what chance gives, and the button to print.
fn head(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    let summary = &it.model.summary;
    widgets::heading(ui, &summary.heading, &summary.below);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        let print = Command::Report(ReportCommand::ShowPlan(ReportPage::Others));
        if ui.add(Button::new(&print.label(words)).small().icon(Icon::Print)).clicked() {
            commands.push(print);
        }
    });
    ui.add_space(theme::STEP);
    widgets::divider(ui);
    ui.add_space(theme::STEP);
}

/// A part of the page with its heading at the left, or above it where there is less room.
fn part(ui: &mut Ui, title: &str, add: impl FnOnce(&mut Ui)) {
    widgets::part(ui, theme::READING, |ui, _| widgets::subheading(ui, title), add);
}

fn lines(all: &[String], ui: &mut Ui) {
    for words in all {
        line(ui, words);
    }
}

/// Where raters disagree with each other.
fn apart(it: &Shown<'_>, ui: &mut Ui) {
    let divided = &it.model.summary.divided;
    if divided.is_empty() {
        line(ui, &t!(it.view.words, "others-apart-none"));
    } else {
        lines(divided, ui);
        widgets::paragraph_small(ui, &it.model.divided_note);
    }
}

/// Facets that stand out, under a title.
fn findings(ui: &mut Ui, title: &str, below: &str, none: &str, rows: &[FacetRow]) {
    widgets::subheading(ui, title);
    ui.add_space(-theme::HALF);
    if rows.is_empty() {
        widgets::paragraph_small(ui, none);
        return;
    }
    widgets::paragraph_small(ui, below);
    let columns = Columns::of(ui, rows);
    for row in rows {
        widgets::divider(ui);
        facet_row(ui, columns, row);
    }
}

/// Where it comes from, and what can be done with it.
fn foot(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    ui.add_space(theme::WIDE);
    widgets::divider(ui);
    ui.add_space(theme::STEP);
    widgets::paragraph_small(ui, &it.model.source);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        let open = Command::File(FileCommand::OpenOthers);
        if ui.add(Button::new(&open.label(words)).small()).clicked() {
            commands.push(open);
        }
        if ui.add(Button::new(&t!(words, "others-put-away")).small()).clicked() {
            commands.push(Command::File(FileCommand::PutOthersAway));
        }
    });
}
