//! All audits of the profile, the newest first: each can be looked at, gone on with, put away or deleted.

use egui::accesskit::Role;
use egui::{Label, Ui, UiBuilder};

use super::{Pages, Shown, State, pager};
use crate::app::command::{AuditCommand, Command};
use crate::app::models::{AuditRow, AuditState, PAGE};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::widgets::{self, Button};
use crate::profile::Form;
use crate::t;

/// The least width of the words of a row beside its buttons.
const LEAST: f32 = 320.0;

/// Shows the list.
pub fn ui(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    ui.add_space(theme::PAD);
    let title = t!(words, "history-audits");
    widgets::subheading(ui, &title);
    state.page = state.page.min(it.model.order.len().saturating_sub(1) / PAGE);
    let Some(rows) = it.view.models.history_rows(it.model, state.page) else { return };
    let builder = UiBuilder::new().accessibility_role(Role::List).accessibility_label(title.as_str());
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = theme::HALF;
        widgets::divider(ui);
        for audit in rows.iter() {
            row(it, audit, state, ui, commands);
            widgets::divider(ui);
        }
    });
    pager(it, ui, &mut state.page, Pages { name: &title, count: it.model.order.len() });
    ui.add_space(theme::HALF);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        for (label, form) in
            [(t!(words, "history-start-full"), Form::Full), (t!(words, "history-start-quick"), Form::Quick)]
        {
            if ui.add(Button::new(&label).small().icon(Icon::Plus)).clicked() {
                commands.push(Command::Audit(AuditCommand::SetUp(form)));
            }
        }
    });
}

fn row(it: &Shown<'_>, audit: &AuditRow, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    let is_shown = it.view.audit.is_some_and(|shown| shown.id == audit.id);
    let names = t!(words, "names-ask");
    let [first, second] = match audit.state {
        AuditState::Finished => [Some(t!(words, "history-show")), t!(words, "history-delete").into()],
        AuditState::UnderWay => [Some(t!(words, "history-go-on")), t!(words, "history-put-away").into()],
        AuditState::OtherQuestions => [None, t!(words, "history-delete").into()],
    };
    let of_day =
        |label: &str| t!(words, "history-of-audit", what = label, day = audit.day.as_str(), form = audit.form.as_str());
    let corrects = audit.state != AuditState::OtherQuestions;
    let labels: Vec<(String, String)> =
        [first.clone(), corrects.then_some(names), second].into_iter().flatten().map(|it| (of_day(&it), it)).collect();
    let buttons: Vec<Button<'_>> = labels.iter().map(|(name, label)| Button::new(label).small().name(name)).collect();
    let builder = UiBuilder::new().id_salt(audit.id.as_str()).accessibility_role(Role::ListItem);
    let pressed = ui
        .scope_builder(builder, |ui| widgets::with_actions(ui, LEAST, &buttons, |ui| about(it, audit, is_shown, ui)))
        .inner;
    // The last button is the one that takes the audit away.
    let takes_away = pressed.is_some_and(|at| at + 1 == buttons.len());
    match (pressed, &audit.state) {
        (None, _) => {}
        (Some(_), AuditState::UnderWay) if takes_away => {
            commands.push(Command::Audit(AuditCommand::AskPutAway(audit.id.clone())));
        }
        (Some(1), _) if !takes_away => commands.push(Command::Audit(AuditCommand::AskNames(audit.id.clone()))),
        (Some(_), _) if takes_away => commands.push(Command::Audit(AuditCommand::AskDelete(audit.id.clone()))),
        (Some(_), AuditState::UnderWay) => commands.push(Command::Audit(AuditCommand::GoOn(audit.id.clone()))),
        (Some(_), _) => match &audit.shows {
            Some(facet) => state.choose(facet.clone()),
            None => commands.push(Command::Audit(AuditCommand::LookAt(audit.id.clone()))),
        },
    }
}

/// The words of a row: the day and what it is about, then how it was asked and what came of it.
fn about(it: &Shown<'_>, audit: &AuditRow, is_shown: bool, ui: &mut Ui) {
    let words = it.view.words;
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        ui.spacing_mut().interact_size.y = Size::Body.line();
        ui.label(theme::strong(ui, Size::Body, Ink::Ink, &audit.day));
        if !audit.about.is_empty() {
            ui.add(Label::new(theme::text(ui, Size::Body, Ink::Ink, &audit.about)).wrap());
        }
        if is_shown {
            ui.label(theme::text(ui, Size::Small, Ink::InkSoft, t!(words, "history-shown")));
        }
    });
    let [leadership, management] = &audit.sides;
    let mut parts = vec![audit.form.clone()];
    if !leadership.is_empty() {
        parts.push(t!(words, "history-leadership", score = leadership.as_str()));
    }
    if !management.is_empty() {
        parts.push(t!(words, "history-management", score = management.as_str()));
    }
    parts.push(audit.words.clone());
    parts.retain(|part| !part.is_empty());
    ui.add(Label::new(theme::text(ui, Size::Small, Ink::InkSoft, parts.join(" · "))).wrap());
}
