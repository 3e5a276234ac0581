//! The story of a built-in role: the work, the week, what one gains and gives up, how people come in and go back.

use egui::Ui;

use super::part::{facet_table, part};
use super::{Shown, hours};
use crate::app::command::Command;
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, Cell};
use crate::instrument::KnownFacet;
use crate::t;
use crate::tracks::BuiltIn;

/// Shows what matters before one says yes: what to ask, what may not suit, how to come in and go back.
pub fn before_yes(it: &Shown<'_>, built_in: &BuiltIn, ui: &mut Ui) {
    let text = it.view.explorer.catalogue.texts.role(&built_in.role.id);
    part(ui, &t!(it.view.words, "story-questions"), |ui| bullets(ui, &text.questions));
    part(ui, &t!(it.view.words, "story-mismatch"), |ui| bullets(ui, &text.mismatch));
    part(ui, &t!(it.view.words, "story-way-back"), |ui| widgets::paragraph(ui, &text.way_back));
    part(ui, &t!(it.view.words, "story-entry"), |ui| {
        widgets::paragraph(ui, &text.entry);
        widgets::paragraph(ui, &text.way_in);
    });
}

/// Shows what one gains and gives up.
pub fn gains(it: &Shown<'_>, built_in: &BuiltIn, ui: &mut Ui) {
    let text = it.view.explorer.catalogue.texts.role(&built_in.role.id);
    let parts =
        [(t!(it.view.words, "story-gains"), &text.gains), (t!(it.view.words, "story-gives-up"), &text.gives_up)];
    widgets::columns(ui, 2, 200.0, |ui, at| {
        let (title, lines) = &parts[at];
        widgets::subheading(ui, title);
        bullets(ui, lines);
    });
}

/// Shows the story of the role itself.
pub fn ui(it: &Shown<'_>, built_in: &BuiltIn, ui: &mut Ui, commands: &mut Vec<Command>) {
    let texts = &it.view.explorer.catalogue.texts;
    let text = texts.role(&built_in.role.id);
    part(ui, &t!(it.view.words, "story-work"), |ui| widgets::paragraph(ui, &text.work));
    part(ui, &t!(it.view.words, "story-answers-for"), |ui| widgets::paragraph(ui, &text.accountable));
    part(ui, &t!(it.view.words, "story-week"), |ui| {
        widgets::paragraph(ui, &text.week);
        hours::ui(it, built_in, ui, commands);
    });
    part(ui, &t!(it.view.words, "story-asks"), |ui| demands(it, built_in, ui));
    part(ui, &texts.track(built_in.track).name, |ui| {
        widgets::paragraph(ui, &texts.track(built_in.track).about);
        widgets::paragraph_small(ui, &texts.note);
    });
}

pub(super) fn bullets(ui: &mut Ui, lines: &[String]) {
    ui.spacing_mut().item_spacing.y = theme::HALF;
    for line in lines {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().interact_size.y = Size::Body.line();
            ui.spacing_mut().item_spacing.x = theme::STEP;
            ui.label(theme::text(ui, Size::Body, Ink::InkSoft, "•"));
            ui.vertical(|ui| widgets::paragraph(ui, line));
        });
    }
}

/// What the role asks of each facet, how much that counts, and why.
fn demands(it: &Shown<'_>, built_in: &BuiltIn, ui: &mut Ui) {
    let texts = &it.view.explorer.catalogue.texts;
    let heads = [
        t!(it.view.words, "result-facet"),
        t!(it.view.words, "tracks-demand"),
        t!(it.view.words, "tracks-weight"),
        t!(it.view.words, "tracks-why"),
    ];
    let role = &built_in.role;
    let row = |known: KnownFacet| {
        let facet = known.id();
        let reason = texts.reason(&role.id, &facet);
        let why = t!(it.view.words, "tracks-reason", demand = reason.demand.as_str(), weight = reason.weight.as_str());
        vec![
            Cell::new(it.view.instrument.texts.facet(&facet).name.clone()),
            Cell::new(role.demands[known].value().to_string()),
            Cell::new(role.weights[known].value().to_string()),
            Cell { soft: true, ..Cell::new(why) },
        ]
    };
    facet_table(
        ui,
        &t!(it.view.words, "story-asks"),
        &heads,
        &role.facets_by_weight().into_iter().map(row).collect::<Vec<_>>(),
    );
    widgets::paragraph_small(ui, &t!(it.view.words, "tracks-demand-how"));
}
