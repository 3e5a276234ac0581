//! How the numbers are made: what was asked, what was answered, and what is assumed.

use eframe::egui::{Sense, Ui, vec2};

use super::Shown;
use super::section::line;
use crate::app::command::{Command, GuidePage, Screen};
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, Button};
use crate::profile::{Audit, Form};
use crate::scoring::Status;
use crate::t;
use crate::text::{date, decimal};

/// Width of the names.
const NAMES: f32 = 160.0;
/// Letters of the hash that are shown.
const SHORT: usize = 8;

/// Shows the numbers behind the numbers.
pub fn ui(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let rows = [
        (t!("result-made-questions"), questions(it)),
        (t!("result-made-form"), form(it.audit.form)),
        (t!("result-made-answers"), answers(it)),
        (t!("result-made-date"), days(it.audit)),
        (t!("result-made-error"), error(it)),
        (t!("result-made-band"), t!("result-made-band-is", percent = percent(it))),
    ];
    for (i, (name, value)) in rows.iter().enumerate() {
        if i > 0 {
            widgets::divider(ui);
        }
        row(ui, name, value);
    }
    ui.spacing_mut().item_spacing.y = theme::STEP;
    ui.add_space(theme::STEP);
    if it.scores.facets.iter().any(|f| f.mean.is_some() && f.status == Status::Provisional) {
        line(ui, &t!("result-made-provisional"));
    }
    if it.audit.instrument != it.view.instrument.reference() {
        line(ui, &t!("result-made-other"));
    }
    line(ui, &t!("result-made-trust"));
    if ui.add(Button::link(&t!("result-made-guide"))).clicked() {
        commands.push(Command::GoTo(Screen::Guide(GuidePage::Numbers)));
    }
}

/// The confidence of the bands in percent.
pub fn percent(it: &Shown<'_>) -> String {
    decimal(100.0 * it.scores.confidence.share(), 0)
}

fn row(ui: &mut Ui, name: &str, value: &str) {
    let width = ui.available_width();
    ui.add_space(theme::STEP);
    if width < NAMES + 240.0 {
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, name));
        ui.label(theme::text(ui, Size::Body, Ink::Ink, value));
    } else {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.vertical(|ui| {
                ui.allocate_exact_size(vec2(NAMES, 0.0), Sense::hover());
                ui.label(theme::text(ui, Size::Body, Ink::InkSoft, name));
            });
            ui.vertical(|ui| {
                ui.set_width(width - NAMES);
                ui.label(theme::text(ui, Size::Body, Ink::Ink, value));
            });
        });
    }
    ui.add_space(theme::STEP);
}

fn questions(it: &Shown<'_>) -> String {
    let asked = &it.audit.instrument;
    let hash: String = asked.hash.chars().take(SHORT).collect();
    t!(
        "result-made-questions-are",
        name = it.view.instrument.texts.name.as_str(),
        id = asked.id.as_str(),
        version = asked.version,
        hash = hash
    )
}

fn form(form: Form) -> String {
    match form {
        Form::Quick => t!("result-made-quick"),
        Form::Full => t!("result-made-full"),
    }
}

fn answers(it: &Shown<'_>) -> String {
    let applicable: usize = it.scores.facets.iter().map(|f| f.applicable).sum();
    let rated: usize = it.scores.facets.iter().map(|f| f.answered).sum();
    let none = it.scores.quality.not_applicable;
    let (of, open) = (applicable + none, applicable - rated);
    t!("result-made-answers-are", rated = rated, of = of, none = none, open = open)
}

fn days(audit: &Audit) -> String {
    match audit.finished {
        Some(finished) => date(finished),
        None => t!("result-under-way", date = date(audit.started)),
    }
}

fn error(it: &Shown<'_>) -> String {
    let assumed = it.view.instrument.assumed;
    t!("result-made-error-is", sd = decimal(assumed.item_sd, 2), r = decimal(assumed.inter_item_r, 2))
}
