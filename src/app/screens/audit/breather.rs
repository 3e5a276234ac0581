//! Between two parts: what is done, what comes next, and the radar as far as it can be drawn.

use egui::{Key, Ui};

use super::{Asking, State, minutes};
use crate::app::command::{AuditCommand, Command};
use crate::app::phrases::part_name;
use crate::app::theme::{self, Icon};
use crate::app::view::View;
use crate::app::widgets::{self, Button, RadarChart, key};
use crate::chart::RadarStyle;
use crate::figures::{ChartData, ShownSeries};
use crate::instrument::Question;
use crate::profile::{Audit, Part};
use crate::t;

/// Whether to rest on the way from a question to the next one: a part is done, and the next one has not been begun.
pub fn is_between(view: &View<'_>, audit: &Audit, from: &Question, to: &Question) -> bool {
    let asked = view.models.asked();
    let given = |question: &Question| question.given(view.instrument, audit);
    from.part() != to.part()
        && asked.part(from.part()).iter().all(|question| question.is_answered(view.instrument, audit))
        && asked.part(to.part()).iter().all(|question| given(question).0 == 0)
}

/// Shows it before this question.
pub fn ui(view: &View<'_>, asking: Asking<'_>, state: &State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let Asking { audit, question: next } = asking;
    let asked = view.models.asked();
    let place = asked.all.iter().position(|question| question == next).unwrap_or(0);
    let before = place.checked_sub(1).map(|place| &asked.all[place]);
    let done = before.map_or(Part::Behaviour, Question::part);
    let seconds = asked.part(next.part()).iter().map(|question| question.seconds(view.instrument, audit)).sum();
    let (mut on, mut back) = (false, false);
    widgets::page(ui, "breather", theme::READING, |ui| {
        let title = t!(view.words, "breather-done", part = part_name(view.words, done));
        widgets::heading(ui, &title, &what_comes(view, next.part(), minutes(seconds)));
        ui.add_space(theme::STEP);
        ui.horizontal(|ui| {
            back = ui.add(Button::new(&t!(view.words, "back")).icon(Icon::ArrowLeft)).clicked();
            let label = t!(view.words, "breather-on");
            on = ui.add(Button::new(&label).first().trailing(Icon::ArrowRight)).clicked();
        });
        ui.add_space(theme::STEP);
        radar(view, audit, ui);
    });
    if state.pace.is_echo() {
        return;
    }
    let forth = key(ui, Key::ArrowRight) || key(ui, Key::PageDown);
    let back = back || key(ui, Key::ArrowLeft) || key(ui, Key::PageUp);
    let to = if on || forth { Some(next) } else { before.filter(|_| back) };
    commands.extend(to.map(|question| Command::Audit(AuditCommand::Ask(question.clone()))));
}

/// The next part, and how long it takes.
fn what_comes(view: &View<'_>, part: Part, minutes: u32) -> String {
    match part {
        Part::Behaviour => t!(view.words, "breather-next-behaviour", minutes = minutes),
        Part::Situations => t!(view.words, "breather-next-situations", minutes = minutes),
        Part::Role => t!(view.words, "breather-next-role", minutes = minutes),
        Part::Energy => t!(view.words, "breather-next-energy", minutes = minutes),
        Part::Signs => t!(view.words, "breather-next-signs", minutes = minutes),
    }
}

/// The radar as far as there are answers, and what is still missing from it.
fn radar(view: &View<'_>, audit: &Audit, ui: &mut Ui) {
    let Some(scores) = view.scores else { return };
    let has_role = !audit.answers.needs.is_empty();
    let show = ShownSeries { me: true, role: has_role, earlier: false };
    let width = f64::from(ui.available_width()).min(RadarStyle::SMALL.width);
    let Some(drawn) = view.models.radar(show, None, RadarStyle { width, ..RadarStyle::SMALL }) else { return };
    let said = if has_role { t!(view.words, "breather-shape-role") } else { t!(view.words, "breather-shape") };
    widgets::paragraph_small(ui, &said);
    let evidence = &view.models.evidence_marks();
    let words = view.chart_words();
    let data = ChartData { instrument: view.instrument, audit, scores, earlier: None, evidence, words: &words };
    let card = |facet| data.card(facet, show);
    ui.vertical_centered(|ui| RadarChart::new(&drawn, &card).show(ui));
}
