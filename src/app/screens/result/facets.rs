//! Facets in three sections: what is done often, what the role asks beyond that, and what may be too much.

use eframe::egui::Ui;

use super::section::{facet_row, line};
use super::{Shown, missing};
use crate::app::command::Command;
use crate::app::theme;
use crate::app::widgets;
use crate::instrument::Side;
use crate::profile::{FacetId, Part};
use crate::scoring::RoleGap;
use crate::summary::{
    asked_for_more, gap_numbers, gap_words, level_words, often as often_facets, score_words, too_much,
};
use crate::t;

fn side(it: &Shown<'_>, facet: &FacetId) -> Side {
    it.scores.facet(facet).map_or(Side::Management, |f| f.side)
}

/// What is done often, with what that looks like.
pub fn often(it: &Shown<'_>, ui: &mut Ui) {
    let found = often_facets(it.scores);
    if found.is_empty() {
        line(ui, &if it.has_scores() { t!("result-often-none") } else { t!("result-too-few") });
        return;
    }
    line(ui, &t!("result-often-below"));
    for one in &found {
        divide(ui);
        let mut words = level_words(it.view.instrument.texts.facet(&one.facet), one.mean);
        if !one.sure {
            words = format!("{words} {}", t!("result-often-unsure"));
        }
        facet_row(ui, side(it, &one.facet), it.name(&one.facet), &score_words(it.scores, &one.facet), |ui| {
            line(ui, &words);
        });
    }
}

/// What the role asks beyond what the person does, in the order in which practice would pay.
pub fn more(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    if it.audit.needs.is_empty() {
        missing::part(it, Part::Role, &t!("result-role-missing"), ui, commands);
        return;
    }
    let found = asked_for_more(it.view.instrument, it.scores);
    if found.is_empty() {
        line(ui, &if it.has_scores() { t!("result-more-none") } else { t!("result-too-few") });
    } else {
        let energy = if it.audit.energy.is_empty() { "open" } else { "asked" };
        line(ui, &t!("result-more-below", energy = energy));
        for gap in found {
            divide(ui);
            asked(it, gap, ui);
        }
        if it.audit.energy.is_empty() {
            divide(ui);
            missing::part(it, Part::Energy, &t!("result-energy-missing"), ui, commands);
        }
    }
    missing::rest(it, Part::Role, ui, commands);
}

fn asked(it: &Shown<'_>, gap: &RoleGap, ui: &mut Ui) {
    let texts = it.view.instrument.texts.facet(&gap.facet);
    let label = it.view.instrument.texts.need_labels.get(gap.need.index()).map(|l| l.to_lowercase());
    let label = label.unwrap_or_default();
    let numbers = gap_numbers(it.scores, gap, &label);
    facet_row(ui, side(it, &gap.facet), &texts.name, &gap_words(gap), |ui| {
        line(ui, &numbers);
        line(ui, &level_words(texts, f64::from(gap.need)));
    });
}

/// What may be too much, with whether the two sources agree.
pub fn much(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let found = too_much(it.audit, it.scores);
    if !found.is_empty() {
        line(ui, &t!("result-much-below"));
        for one in &found {
            divide(ui);
            let value = it.scores.gap(&one.facet).filter(|_| one.beyond.is_some()).map(gap_words);
            let value = value.unwrap_or_else(|| t!("result-you-say"));
            facet_row(ui, side(it, &one.facet), it.name(&one.facet), &value, |ui| line(ui, &one.words()));
        }
    } else if it.audit.needs.is_empty() && it.audit.doses.is_empty() {
        missing::part(it, Part::Role, &t!("result-role-missing"), ui, commands);
    } else {
        line(ui, &t!("result-much-none"));
    }
}

/// A hairline between two facets.
fn divide(ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = theme::HALF;
    ui.add_space(theme::HALF);
    widgets::divider(ui);
    ui.add_space(theme::HALF);
}
