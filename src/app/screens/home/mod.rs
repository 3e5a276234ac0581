//! The start screen: continue, begin, open. Who has not been here before sees what one gets.

mod carry_on;
mod due;
mod recent;
mod start;
mod welcome;

use egui::{Label, Sense, Ui, Vec2};

use crate::app::command::{Command, FileCommand, GuidePage, Screen, WorkedExample};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{self, Button};
use crate::t;
use crate::words::Words;

/// Shows the start.
pub fn ui(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let first = welcome::is_meant(view);
    widgets::page(ui, "home", if first { theme::FULL } else { theme::READING }, |ui| {
        widgets::scroll_keys(ui);
        if first {
            welcome::ui(view, ui, commands);
        } else {
            widgets::heading(ui, &t!(view.words, "home-title"), &t!(view.words, "home-below"));
            ui.add_space(theme::GAP);
            carry_on::ui(view, ui, commands);
            due::ui(view, ui, commands);
            start::ui(view, ui, commands);
        }
        ui.add_space(theme::GAP);
        recent::ui(view, ui, commands);
        ui.add_space(theme::STEP);
        examples(view.words, ui, commands);
        guide(view.words, ui, commands);
        offline(view.words, ui);
    });
}

/// The links to the worked examples.
fn examples(words: &Words, ui: &mut Ui, commands: &mut Vec<Command>) {
    widgets::line(ui, |ui| {
        if ui.add(Button::link(&t!(words, "home-example"))).clicked() {
            commands.push(Command::File(FileCommand::OpenExample(WorkedExample::Lead)));
        }
        ui.label(theme::text(ui, Size::Body, Ink::InkSoft, t!(words, "home-example-in-it")));
        if ui.add(Button::link(&t!(words, "home-example-specialist"))).clicked() {
            commands.push(Command::File(FileCommand::OpenExample(WorkedExample::Specialist)));
        }
    });
}

/// The link to the guide.
fn guide(words: &Words, ui: &mut Ui, commands: &mut Vec<Command>) {
    widgets::line(ui, |ui| {
        let soft = |ui: &mut Ui, words: String| ui.label(theme::text(ui, Size::Body, Ink::InkSoft, words));
        soft(ui, t!(words, "home-guide-before"));
        for page in [GuidePage::Sides, GuidePage::Radar] {
            if page != GuidePage::Sides {
                soft(ui, t!(words, "home-guide-or"));
            }
            if ui.add(Button::link(&page.title(words))).clicked() {
                commands.push(Command::GoTo(Screen::Guide(page)));
            }
        }
    });
}

/// Why people can trust it with their answers, at the foot of the window if there is space.
fn offline(words: &Words, ui: &mut Ui) {
    let room = ui.clip_rect().bottom() - ui.cursor().top() - Size::Small.line() - theme::WIDE - 2.0 * theme::STEP;
    ui.add_space(room.max(theme::PAD));
    ui.spacing_mut().interact_size.y = Size::Small.line();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        let (icon, _) = ui.allocate_exact_size(Vec2::splat(20.0), Sense::hover());
        Icon::Lock.paint(ui, icon, theme::color(ui, Ink::InkSoft));
        ui.add(Label::new(theme::text(ui, Size::Small, Ink::InkSoft, t!(words, "home-offline"))).wrap());
    });
}
