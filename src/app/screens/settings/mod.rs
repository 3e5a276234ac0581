//! Settings: the look, the confidence of bands, the language, the keys, and the files that Evenkeel keeps.

mod kept;
mod keys;

use std::sync::Arc;

use egui::{Rect, Ui, UiBuilder, vec2};

use crate::app::command::{Command, GuidePage, Screen, SettingsCommand, ThemeChoice};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::{TextSize, View};
use crate::app::widgets::{self, Button, Segmented};
use crate::profile::Form;
use crate::scoring::Confidence;
use crate::t;

/// Shows the settings.
pub fn ui(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    widgets::page(ui, "settings", theme::READING, |ui| {
        widgets::scroll_keys(ui);
        widgets::heading(ui, &t!(view.words, "settings-title"), &t!(view.words, "settings-below"));
        ui.add_space(theme::GAP);
        widgets::divider(ui);
        row(ui, &t!(view.words, "settings-theme"), LOW, |ui| theme_ui(view, ui, commands));
        row(ui, &t!(view.words, "settings-text"), LOW, |ui| text_ui(view, ui, commands));
        row(ui, &t!(view.words, "settings-language"), LOW, |ui| language_ui(view, ui, commands));
        row(ui, &t!(view.words, "settings-confidence"), LOW, |ui| confidence_ui(view, ui, commands));
        row(ui, &t!(view.words, "settings-audit"), 0.0, |ui| audit_ui(view, ui, commands));
        row(ui, &t!(view.words, "settings-keys"), LOW, |it| keys::ui(view.words, it));
        row(ui, &t!(view.words, "settings-kept"), 0.0, |ui| kept::ui(view, ui, commands));
        row(ui, &t!(view.words, "settings-about"), 0.0, |ui| about(view, ui, commands));
    });
}

/// Width of the names at the left.
const NAMES: f32 = 192.0;

/// How far a name is moved down beside something that is 32 high, so that both are on one line.
const LOW: f32 = 4.0;

/// A name and its control: beside each other, or one below the other where there is little space.
fn row(ui: &mut Ui, name: &str, low: f32, add: impl FnOnce(&mut Ui)) {
    ui.add_space(theme::STEP);
    let whole = ui.available_rect_before_wrap();
    if whole.width() < 600.0 {
        widgets::subheading(ui, name);
        ui.scope(add);
    } else {
        let left = Rect::from_min_size(whole.min + vec2(0.0, low), vec2(NAMES - theme::GAP, f32::INFINITY));
        let mut names = ui.new_child(UiBuilder::new().max_rect(left));
        widgets::subheading(&mut names, name);
        let right = whole.with_min_x(whole.left() + NAMES);
        let mut values = ui.new_child(UiBuilder::new().max_rect(right));
        add(&mut values);
        ui.advance_cursor_after_rect(names.min_rect().union(values.min_rect()));
    }
    ui.add_space(theme::STEP);
    widgets::divider(ui);
}

/// A sentence in small type.
fn remark(ui: &mut Ui, words: impl Into<String>) {
    ui.label(theme::text(ui, Size::Small, Ink::InkSoft, words));
}

fn theme_ui(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    const THEMES: [ThemeChoice; 3] = [ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark];
    let labels = [
        t!(view.words, "settings-theme-system"),
        t!(view.words, "settings-theme-light"),
        t!(view.words, "settings-theme-dark"),
    ];
    let chosen = THEMES.iter().position(|theme| *theme == view.settings.theme).unwrap_or(0);
    if let Some(picked) = Segmented::new(&t!(view.words, "settings-theme"), &labels).show(ui, chosen) {
        commands.push(Command::Settings(SettingsCommand::Theme(THEMES[picked])));
    }
}

fn text_ui(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let labels = TextSize::STEPS.map(|percent| t!(view.words, "settings-percent", percent = percent));
    let here = view.settings.text_size.percent();
    let chosen = TextSize::STEPS.iter().position(|percent| *percent == here).unwrap_or(0);
    if let Some(picked) = Segmented::new(&t!(view.words, "settings-text"), &labels).show(ui, chosen) {
        commands.push(Command::Settings(SettingsCommand::TextSize(TextSize::STEPS[picked])));
    }
}

/// The choice of the system's language, or of one of ours, each by its own name.
fn language_ui(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let mut there = view.models.languages().to_vec();
    let chosen = view.settings.language.as_ref().filter(|id| ***id == *view.words.language());
    if let Some(id) = chosen.filter(|id| there.iter().all(|(known, _)| known != *id)) {
        // The test language is in use, which is not offered otherwise.
        there.push((Arc::clone(id), id.to_string()));
    }
    let mut labels = vec![t!(view.words, "settings-language-system")];
    labels.extend(there.iter().map(|(_, name)| name.clone()));
    let chosen = chosen.and_then(|id| there.iter().position(|(known, _)| known == id)).map_or(0, |at| at + 1);
    if let Some(picked) = Segmented::new(&t!(view.words, "settings-language"), &labels).show(ui, chosen) {
        commands
            .push(Command::Settings(SettingsCommand::Language(picked.checked_sub(1).map(|at| there[at].0.clone()))));
    }
    remark(ui, t!(view.words, "settings-language-below"));
}

fn confidence_ui(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let percent = |confidence: Confidence| view.words.decimal(confidence.share() * 100.0, 0);
    let labels = Confidence::ALL.map(|c| t!(view.words, "settings-percent", percent = percent(c)));
    let here = view.settings.confidence;
    let chosen = Confidence::ALL.iter().position(|c| *c == here).unwrap_or(0);
    if let Some(picked) = Segmented::new(&t!(view.words, "settings-confidence"), &labels).show(ui, chosen) {
        commands.push(Command::Settings(SettingsCommand::Confidence(Confidence::ALL[picked])));
    }
    remark(ui, t!(view.words, "settings-confidence-means", percent = percent(here)));
    let points = |form| view.words.points(view.form_half_width(form));
    remark(ui, t!(view.words, "settings-confidence-gives", quick = points(Form::Quick), full = points(Form::Full)));
    if ui.add(Button::link(&GuidePage::Numbers.title(view.words)).small()).clicked() {
        commands.push(Command::GoTo(Screen::Guide(GuidePage::Numbers)));
    }
}

/// Whether the audit goes on by itself.
fn audit_ui(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let mut goes_on = !view.settings.questions_stay;
    if widgets::checkbox(ui, &mut goes_on, true, &t!(view.words, "settings-goes-on")).changed() {
        commands.push(Command::Settings(SettingsCommand::QuestionsStay(!goes_on)));
    }
    remark(ui, t!(view.words, "settings-goes-on-below"));
}

fn about(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = theme::HALF;
    let line = |ui: &mut Ui, words: String| ui.label(theme::text(ui, Size::Body, Ink::Ink, words));
    line(ui, t!(view.words, "settings-version", version = env!("CARGO_PKG_VERSION")));
    let instrument = view.instrument;
    let name = instrument.texts.name.as_str();
    line(ui, t!(view.words, "settings-instrument", name = name, version = instrument.version));
    line(ui, t!(view.words, "settings-licence"));
    if ui.add(Button::link(&t!(view.words, "licences-title")).small()).clicked() {
        commands.push(Command::GoTo(Screen::Licences));
    }
    ui.add_space(theme::STEP);
    widgets::note(ui, Icon::Lock, |ui| {
        ui.label(theme::text(ui, Size::Body, Ink::Ink, t!(view.words, "settings-offline")));
    });
}
