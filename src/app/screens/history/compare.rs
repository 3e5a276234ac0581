//! Any two audits, facet by facet.

use egui::{Align, Ui};

use super::{Shown, State};
use crate::app::models::Comparison;
use crate::app::phrases::audit_name;
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, Cell, Column, Pick};
use crate::profile::AuditId;
use crate::t;

/// Height of a list to choose from, with which the words beside it line up.
const PICK: f32 = 40.0;

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Earlier,
    Later,
}

/// Shows them, where there are two that can be compared.
pub fn ui(it: &Shown<'_>, state: &mut State, ui: &mut Ui) {
    let (words, comparable) = (it.view.words, &it.model.comparable);
    let Some(audits) = it.view.document.map(|it| &it.profile().audits) else { return };
    if comparable.len() < 2 {
        return;
    }
    let place = |id: &Option<AuditId>| {
        let found = |id: &AuditId| comparable.iter().position(|at| audits[*at].id == *id);
        id.as_ref().and_then(found)
    };
    // The newest one, with the first; the list is the newest first.
    let later = place(&state.compared[1]).unwrap_or(0).min(comparable.len() - 2);
    let earlier = place(&state.compared[0]).filter(|row| *row > later).unwrap_or(comparable.len() - 1);
    ui.add_space(theme::PAD);
    widgets::subheading(ui, &t!(words, "history-compare"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        ui.spacing_mut().interact_size.y = PICK;
        for (end, before, chosen) in [
            (End::Earlier, t!(words, "history-compare-from"), earlier),
            (End::Later, t!(words, "history-compare-to"), later),
        ] {
            ui.label(theme::text(ui, Size::Body, Ink::InkSoft, &before));
            // The earlier one is chosen among those before the later one, the later one among all but the first.
            let rows = if end == End::Earlier { later + 1..comparable.len() } else { 0..comparable.len() - 1 };
            let audit = |row: usize| &audits[comparable[rows.start + row]];
            let (salt, shown) = (
                if end == End::Earlier { "compare from" } else { "compare to" },
                audit_name(words, &audits[comparable[chosen]]),
            );
            let name = match end {
                End::Earlier => t!(words, "history-compare-earlier"),
                End::Later => t!(words, "history-compare-later"),
            };
            let pick = Pick {
                salt,
                name: &name,
                shown: &shown,
                size: Size::Body,
                width: 0.0,
                count: rows.len(),
                chosen: chosen - rows.start,
            };
            let named = |row: usize| audit_name(words, audit(row));
            if let Some(row) = pick.show(ui, &named) {
                state.compared[usize::from(end == End::Later)] = Some(audit(row).id.clone());
            }
        }
    });
    if let Some(found) = it.view.models.history_pair(it.model, comparable[earlier], comparable[later]) {
        said(it, &found, ui);
    }
}

fn said(it: &Shown<'_>, found: &Comparison, ui: &mut Ui) {
    let (words, summary) = (it.view.words, &found.summary);
    ui.add_space(theme::HALF);
    widgets::paragraph(ui, &summary.sentence);
    if !summary.below.is_empty() {
        widgets::paragraph_small(ui, &summary.below);
    }
    let column = |head: String, align: Align, wraps: bool| Column { head, wraps, align };
    let columns = [
        column(String::new(), Align::Min, true),
        column(t!(words, "history-compare-before"), Align::Max, false),
        column(t!(words, "history-compare-now"), Align::Max, false),
        column(t!(words, "history-compare-change"), Align::Max, false),
        column(String::new(), Align::Min, true),
    ];
    let rows: Vec<Vec<Cell>> = found
        .lines
        .iter()
        .map(|line| {
            let cell = |words: &str| Cell { strong: line.is_beyond_error, ..Cell::new(words.to_owned()) };
            let reading = Cell { soft: !line.is_beyond_error, ..cell(&line.reading) };
            vec![cell(&line.name), cell(&line.from), cell(&line.to), cell(&line.difference), reading]
        })
        .collect();
    widgets::table(ui, &t!(words, "history-compare"), &columns, &rows);
    ui.add_space(theme::HALF);
    for more in [&summary.chance, &summary.outside] {
        if !more.is_empty() {
            widgets::paragraph_small(ui, more);
        }
    }
}
