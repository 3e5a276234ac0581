//! A new audit: quick or full, with the time that each takes and how precise it is.

use egui::{Margin, Sides, Ui};

use crate::app::command::{AuditCommand, Command, FileCommand};
use crate::app::screens::audit::estimate;
use crate::app::theme::{self, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{self, Button};
use crate::document::Document;
use crate::profile::Form;
use crate::t;

/// Shows both forms.
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
        let form = if i == 0 { Form::Quick } else { Form::Full };
        // A line is higher than its letters, which makes the upper padding look larger than the lower one.
        widgets::card(ui, Margin { top: 16, ..Margin::same(24) }, |ui| {
            if card(view, form, ui) {
                commands.push(Command::Audit(AuditCommand::SetUp(form)));
            }
        });
    });
}

/// Shows one form. True when its button was pressed.
fn card(view: &View<'_>, form: Form, ui: &mut Ui) -> bool {
    let estimate = estimate(view, form);
    let (name, asks, button) = match form {
        Form::Quick => (
            t!(view.words, "form-quick"),
            t!(view.words, "home-quick-asks", items = estimate.items),
            t!(view.words, "home-start-quick"),
        ),
        Form::Full => (
            t!(view.words, "form-full"),
            t!(view.words, "home-full-asks", items = estimate.items, parts = estimate.parts),
            t!(view.words, "home-start-full"),
        ),
    };
    let minutes = t!(view.words, "home-minutes", minutes = estimate.minutes);
    let points = view.words.points(view.form_half_width(form));
    let precision = t!(view.words, "home-precision", points = points, percent = view.percent());
    ui.spacing_mut().item_spacing.y = 0.0;
    Sides::new().height(24.0).show(
        ui,
        |ui| widgets::subheading(ui, &name),
        |ui| ui.label(theme::text(ui, Size::Body, Ink::InkSoft, minutes)),
    );
    ui.add_space(theme::HALF);
    for words in [asks, precision] {
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, words));
    }
    ui.add_space(theme::GAP);
    ui.add(Button::new(&button)).clicked()
}
