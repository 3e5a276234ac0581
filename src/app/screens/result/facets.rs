//! Facets in three sections: what is done often, what may be too little, and what may be too much.

use egui::Ui;

use super::section::{Columns, facet_row, line};
use super::{Shown, missing};
use crate::app::command::Command;
use crate::app::models::FacetRow;
use crate::app::theme;
use crate::app::widgets;
use crate::profile::Part;
use crate::summary::asked_how_often;
use crate::t;

/// What is done often, and what that looks like at work.
pub fn often(it: &Shown<'_>, ui: &mut Ui) {
    if it.model.often.is_empty() {
        line(
            ui,
            &if it.has_scores() { t!(it.view.words, "result-often-none") } else { t!(it.view.words, "result-too-few") },
        );
        return;
    }
    line(ui, &t!(it.view.words, "result-often-below"));
    rows(&it.model.often, ui);
}

/// What may be too little, in the order in which practice would pay, and whether the two sources agree.
pub fn more(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    if it.audit.answers.needs.is_empty() {
        missing::part(it, Part::Role, &t!(it.view.words, "result-role-missing"), ui, commands);
        return;
    }
    if it.model.more.is_empty() {
        line(
            ui,
            &if it.has_scores() { t!(it.view.words, "result-more-none") } else { t!(it.view.words, "result-too-few") },
        );
        near(it, ui);
    } else {
        let energy = if it.audit.answers.energy.is_empty() { "open" } else { "asked" };
        let stakes = if it.audit.answers.stakes.is_empty() { "open" } else { "asked" };
        let below = t!(it.view.words, "result-more-below", stakes = stakes, energy = energy);
        line(ui, format!("{below} {}", it.model.chance).trim_end());
        rows(&it.model.more, ui);
        near(it, ui);
        if let Some(remark) = asked_how_often(it.view.words, it.view.instrument) {
            divide(ui);
            line(ui, &remark);
        }
        if it.audit.answers.energy.is_empty() {
            divide(ui);
            missing::part(it, Part::Energy, &t!(it.view.words, "result-energy-missing"), ui, commands);
        }
    }
    missing::rest(it, Part::Role, ui, commands);
}

/// Which facets one answer would add to these.
fn near(it: &Shown<'_>, ui: &mut Ui) {
    if !it.model.near.is_empty() {
        divide(ui);
        line(ui, &it.model.near);
    }
}

/// What may be too much, and whether the two sources agree.
pub fn much(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    if !it.model.much.is_empty() {
        line(ui, &t!(it.view.words, "result-much-below"));
        rows(&it.model.much, ui);
    } else if it.audit.answers.needs.is_empty() && it.audit.answers.doses.is_empty() {
        missing::part(it, Part::Role, &t!(it.view.words, "result-role-missing"), ui, commands);
    } else {
        line(ui, &t!(it.view.words, "result-much-none"));
    }
}

fn rows(rows: &[FacetRow], ui: &mut Ui) {
    let columns = Columns::of(ui, rows);
    for row in rows {
        divide(ui);
        facet_row(ui, columns, row);
    }
}

/// A hairline between two facets.
fn divide(ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = theme::HALF;
    ui.add_space(theme::HALF);
    widgets::divider(ui);
    ui.add_space(theme::HALF);
}
