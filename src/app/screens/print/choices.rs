//! What can be chosen for a report.

use egui::Ui;

use crate::app::command::{Command, PageNeeds, PrintCommand, ReportChange, ReportCommand, ReportPage};
use crate::app::phrases::audit_name;
use crate::app::preview::Waiting;
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::{Paper, View};
use crate::app::widgets::{self, Button, Look, Pick, Segmented, checkbox};
use crate::document::Document;
use crate::message::{file_name, paper_name};
use crate::t;
use crate::words::Words;

/// Shows the choices.
pub fn ui(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    title(view.words, ui, commands);
    ui.add_space(-theme::STEP);
    remark(ui, &count(view));
    ui.add_space(theme::STEP);
    act(view, ui, commands);
    problems(view, ui);
    ui.add_space(theme::STEP);
    let mut change = |change| commands.push(Command::Report(ReportCommand::Change(change)));
    pages(view, ui, &mut change);
    roles(view, ui);
    looks(view, ui, &mut change);
    person(view, ui, &mut change);
    earlier(view, ui, &mut change);
    template(view, ui, commands);
}

/// The title, and at the other end of its line the button to leave.
fn title(words: &Words, ui: &mut Ui, commands: &mut Vec<Command>) {
    let leave = Command::Report(ReportCommand::Leave);
    let close = leave.label(words);
    let button = Button::new("").look(Look::Flat).icon(Icon::Close).name(&close);
    ui.horizontal(|ui| {
        let room = ui.available_width() - button.measure(ui);
        ui.scope(|ui| {
            ui.set_width(room);
            widgets::heading(ui, &t!(words, "print-title"), "");
        });
        if ui.add(button).on_hover_text(&close).clicked() {
            commands.push(leave);
        }
    });
}

fn remark(ui: &mut Ui, words: &str) {
    ui.label(theme::text(ui, Size::Small, Ink::InkSoft, words));
}

/// The name of a group of choices.
fn group(ui: &mut Ui, name: &str) {
    ui.add_space(theme::STEP);
    widgets::subheading(ui, name);
}

fn count(view: &View<'_>) -> String {
    match &view.preview.pages {
        _ if view.preview.takes_long() => t!(view.words, "print-laying-out"),
        Some(pages) => {
            t!(view.words, "print-count", pages = pages.count(), paper = paper_name(view.words, view.settings.paper()))
        }
        None if view.preview.problems.is_empty() => t!(view.words, "print-laying-out"),
        None => String::new(),
    }
}

fn act(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    // A press is remembered until the pages of these choices are ready.
    let waiting = view.preview.waiting.as_ref();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        let now = view.command_context();
        let mut button = |command: Command, look: fn(Button<'_>) -> Button<'_>| {
            let label = command.label(view.words);
            if ui.add(look(Button::new(&label)).enabled(command.is_possible(&now))).clicked() {
                commands.push(command);
            }
        };
        button(Command::Print(PrintCommand::Now), |button| button.first().icon(Icon::Print));
        button(Command::Print(PrintCommand::SavePdf), |button| button);
    });
    // Mostly the pages are ready before anybody could read that.
    let words = match waiting.filter(|_| view.preview.takes_long()) {
        Some(Waiting::Print) => t!(view.words, "print-waits"),
        Some(Waiting::Pdf(path)) => t!(view.words, "print-waits-pdf", file = file_name(path)),
        None => return,
    };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = theme::HALF;
        remark(ui, &words);
        if ui.add(Button::link(&t!(view.words, "cancel")).small()).clicked() {
            commands.push(Command::Print(PrintCommand::StopWaiting));
        }
    });
}

/// Problems: a broken template, letters that no font has, characters that no document can hold.
fn problems(view: &View<'_>, ui: &mut Ui) {
    for problem in &view.preview.problems {
        ui.add_space(theme::STEP);
        widgets::note(ui, Icon::Warning, |ui| {
            ui.label(theme::strong(ui, Size::Small, Ink::Ink, &problem.summary));
            for words in [&problem.meaning, &problem.hint, &problem.detail] {
                if !words.is_empty() {
                    ui.label(theme::text(ui, Size::Small, Ink::Ink, words));
                }
            }
        });
    }
}

fn pages(view: &View<'_>, ui: &mut Ui, change: &mut impl FnMut(ReportChange)) {
    group(ui, &t!(view.words, "print-pages"));
    ui.spacing_mut().item_spacing.y = theme::HALF;
    let chosen = &view.preview.choices.pages;
    for page in ReportPage::ALL {
        if !offered(view, page) {
            continue;
        }
        let mut on = chosen.contains(&page);
        // The last page cannot be switched off: a report needs at least one.
        let enabled = !on || chosen.len() > 1;
        if checkbox(ui, &mut on, enabled, &page.name(view.words)).changed() {
            change(ReportChange::Page(page, on));
        }
    }
}

/// Whether there is anything to print on this page.
fn offered(view: &View<'_>, page: ReportPage) -> bool {
    let profile = view.document.map(Document::profile);
    match page.needs() {
        PageNeeds::Roles if page == ReportPage::Ad => profile.is_some_and(|profile| {
            let chosen = &view.preview.choices.roles;
            profile.roles.iter().any(|role| chosen.contains(&role.id) && !role.ad.is_empty())
        }),
        PageNeeds::Roles => true,
        PageNeeds::Audit => view.audit.is_some(),
        PageNeeds::Others => view.audit.is_some() && view.others.is_some(),
        PageNeeds::Earlier => !view.models.before().is_empty(),
        PageNeeds::Plan => profile.is_some_and(|profile| profile.shown_skill().is_some()),
        PageNeeds::Notes => profile.is_some_and(|profile| profile.notes.iter().any(|note| !note.is_empty())),
        PageNeeds::Exercises => !view.preview.choices.exercises.is_empty(),
    }
}

/// Which roles the pages about roles are about.
fn roles(view: &View<'_>, ui: &mut Ui) {
    let chosen = &view.preview.choices;
    if !chosen.pages.iter().any(|page| page.needs_roles()) {
        return;
    }
    let names = chosen.roles.iter().filter_map(|id| view.explorer.candidate(id));
    let names: Vec<String> = names.map(|candidate| candidate.name.clone()).collect();
    remark(ui, &t!(view.words, "print-roles", roles = names.join(", ")));
}

fn looks(view: &View<'_>, ui: &mut Ui, change: &mut impl FnMut(ReportChange)) {
    group(ui, &t!(view.words, "print-paper"));
    let here = view.settings.paper();
    let chosen = Paper::ALL.iter().position(|paper| *paper == here).unwrap_or(0);
    if let Some(picked) =
        Segmented::new(&t!(view.words, "print-paper"), &Paper::ALL.map(|it| paper_name(view.words, it)))
            .show(ui, chosen)
    {
        change(ReportChange::Paper(Paper::ALL[picked]));
    }
    group(ui, &t!(view.words, "print-colour"));
    let labels = [t!(view.words, "print-in-colour"), t!(view.words, "print-in-grey")];
    let chosen = usize::from(view.settings.greyscale);
    if let Some(picked) = Segmented::new(&t!(view.words, "print-colour"), &labels).show(ui, chosen) {
        change(ReportChange::Greyscale(picked == 1));
    }
}

fn person(view: &View<'_>, ui: &mut Ui, change: &mut impl FnMut(ReportChange)) {
    ui.add_space(theme::GAP);
    if view.document.is_none_or(|d| d.profile().person.trim().is_empty()) {
        remark(ui, &t!(view.words, "print-no-name"));
        return;
    }
    let mut on = view.preview.choices.name;
    if checkbox(ui, &mut on, true, &t!(view.words, "print-with-name")).changed() {
        change(ReportChange::Name(on));
    }
}

fn earlier(view: &View<'_>, ui: &mut Ui, change: &mut impl FnMut(ReportChange)) {
    let before = view.models.before();
    if before.is_empty() {
        return;
    }
    group(ui, &t!(view.words, "print-earlier"));
    let chosen = view.preview.choices.earlier.as_ref().and_then(|id| view.models.place_before(id));
    let shown =
        chosen.map_or_else(|| t!(view.words, "print-earlier-none"), |place| view.words.date(before[place].date()));
    ui.scope(|ui| {
        ui.spacing_mut().button_padding.y = theme::HALF;
        // No earlier audit, then the newest first.
        let row_of = |place: usize| before.len() - place;
        let pick = Pick {
            salt: "earlier",
            name: &t!(view.words, "print-earlier"),
            shown: &shown,
            size: Size::Body,
            width: ui.available_width(),
            count: before.len() + 1,
            chosen: chosen.map_or(0, row_of),
        };
        let audit = |row: usize| before.len().checked_sub(row).and_then(|place| before.get(place));
        let words = |row: usize| {
            audit(row).map_or_else(|| t!(view.words, "print-earlier-none"), |audit| audit_name(view.words, audit))
        };
        if let Some(row) = pick.show(ui, &words) {
            change(ReportChange::Earlier(audit(row).map(|audit| audit.id.clone())));
        }
    });
}

fn body(ui: &Ui, words: &str) -> egui::RichText {
    theme::text(ui, Size::Body, Ink::Ink, words)
}

fn template(view: &View<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    group(ui, &t!(view.words, "print-template"));
    let own = view.preview.template.as_ref();
    ui.label(body(ui, own.map_or(&t!(view.words, "print-template-own"), |template| &template.name)));
    if ui.add(Button::link(&t!(view.words, "print-template-use")).small()).clicked() {
        commands.push(Command::Report(ReportCommand::AskTemplate));
    }
    if own.is_some() && ui.add(Button::link(&t!(view.words, "print-template-back")).small()).clicked() {
        commands.push(Command::Report(ReportCommand::Change(ReportChange::BuiltIn)));
    }
}
