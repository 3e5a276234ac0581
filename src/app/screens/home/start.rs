//! A new audit: quick or full, with what one gets and the time that it takes.

use egui::{Margin, Sides, Ui};

use super::carry_on;
use crate::app::command::{AuditCommand, Command, FileCommand};
use crate::app::screens::audit::estimate;
use crate::app::theme::{self, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{self, Button};
use crate::document::Document;
use crate::profile::Form;
use crate::t;

/// Quick comes first.
pub(super) const FORMS: [Form; 2] = [Form::Quick, Form::Full];

/// What is said of a form.
pub(super) struct Offer {
    form: Form,
    /// Its name.
    pub name: String,
    /// "about 4 minutes".
    pub minutes: String,
    /// How much it asks.
    pub asks: String,
    /// What one gets.
    gets: String,
    /// The words on its button.
    button: String,
}

impl Offer {
    pub fn of(view: &View<'_>, form: Form) -> Self {
        let (words, estimate) = (view.words, estimate(view, form));
        let (name, asks, gets, button) = match form {
            Form::Quick => (
                t!(words, "form-quick"),
                t!(words, "home-quick-asks", items = estimate.items),
                t!(words, "home-quick-gets"),
                t!(words, "home-start-quick"),
            ),
            Form::Full => (
                t!(words, "form-full"),
                t!(words, "home-full-asks", items = estimate.items, parts = estimate.parts),
                t!(words, "home-full-gets"),
                t!(words, "home-start-full"),
            ),
        };
        let minutes = t!(words, "home-minutes", minutes = estimate.minutes);
        Self { form, name, minutes, asks, gets, button }
    }

    /// The button that begins it. The quick one is the first of the screen, unless a profile is open or there is something to carry
    /// on with.
    pub fn button(&self, view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
        let first = self.form == Form::Quick && view.document.is_none() && !carry_on::is_offered(view);
        let button = Button::new(&self.button);
        if ui.add(if first { button.first() } else { button }).clicked() {
            commands.push(Command::Audit(AuditCommand::SetUp(self.form)));
        }
    }
}

/// Shows both forms, for people who have been here before.
pub fn ui(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    match view.document.map(Document::shown_name) {
        Some(name) => {
            let (title, label) = (t!(view.words, "home-new-audit-in", name = name), t!(view.words, "home-new-profile"));
            if widgets::title_with(ui, &title, Button::link(&label)).clicked() {
                commands.push(Command::File(FileCommand::New));
            }
        }
        None => widgets::subheading(ui, &t!(view.words, "home-new-audit")),
    }
    widgets::columns(ui, 2, 288.0, |ui, i| {
        let offer = Offer::of(view, FORMS[i]);
        // A line is higher than its letters, which makes the upper padding look larger than the lower one.
        widgets::card(ui, Margin { top: 16, ..Margin::same(24) }, |ui| card(view, &offer, ui, commands));
    });
}

/// Shows one form.
fn card(view: &View<'_>, offer: &Offer, ui: &mut Ui, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    Sides::new().height(24.0).show(
        ui,
        |ui| widgets::subheading(ui, &offer.name),
        |ui| ui.label(theme::text(ui, Size::Body, Ink::InkSoft, &offer.minutes)),
    );
    ui.add_space(theme::HALF);
    for words in [&offer.asks, &offer.gets] {
        widgets::lines(ui, theme::text(ui, Size::Small, Ink::InkSoft, words));
    }
    ui.add_space(theme::GAP);
    offer.button(view, ui, commands);
}
