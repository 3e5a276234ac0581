//! Two or three roles beside each other, what differs most first.

use egui::{ComboBox, Label, Sense, Ui, vec2};

use super::{Shown, State, marks};
use crate::app::command::{Command, ReportCommand, RoleCommand};
use crate::app::explorer::Candidate;
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::widgets::{self, Button, Look, focus_ring};
use crate::chart::{Measured, demand_steps};
use crate::instrument::KnownFacet;
use crate::profile::RoleId;
use crate::summary::entry_list;
use crate::t;
use crate::tracks::{Role, RoleText, facets_by_spread};
use crate::words::Words;

/// The most roles beside each other.
const MOST: usize = 3;
/// Width of the names at the left.
const NAMES: f32 = 152.0;

/// Adds a role; if there are three already, it replaces the last one.
pub fn add(compared: &mut Vec<RoleId>, role: RoleId) {
    if compared.contains(&role) {
        return;
    }
    compared.truncate(MOST - 1);
    compared.push(role);
}

/// Where a column would be narrower than this, the names stand above the cells.
const LEAST: f32 = 176.0;

/// Shows the comparison, over the whole page.
pub fn ui(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    if ui.add(Button::link(&t!(it.view.words, "tracks-all")).icon(Icon::Left)).clicked() {
        state.compared.clear();
        return;
    }
    ui.add_space(theme::STEP);
    let few = if state.compared.len() < 2 { t!(it.view.words, "compare-choose") } else { String::new() };
    let below = if it.view.explorer.what_if.is_any() { t!(it.view.words, "compare-supposing") } else { few };
    widgets::heading(ui, &t!(it.view.words, "compare-title"), &below);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::GAP;
        if state.compared.len() < MOST {
            choose(it, &mut state.compared, ui);
        }
        let ready = state.compared.len() > 1;
        if ui.add(Button::new(&t!(it.view.words, "compare-print")).small().icon(Icon::Print).enabled(ready)).clicked() {
            commands.push(Command::Report(ReportCommand::ShowRoles(state.compared.clone())));
        }
    });
    let roles: Vec<&Candidate> = state.compared.iter().filter_map(|id| it.view.explorer.candidate(id)).collect();
    #[expect(clippy::cast_precision_loss, reason = "two or three roles")]
    let count = roles.len().max(2) as f32;
    let beside = (ui.available_width() - NAMES) / count;
    let above = beside < LEAST;
    let width = if above { ui.available_width() / count } else { beside }.floor();
    let table = Table { it, roles: &roles, width, above };
    ui.spacing_mut().item_spacing.y = 0.0;
    let gone = table.heads(it.view.words, ui, commands);
    if it.is_assessed() {
        table.fits(it.view.words, ui);
    }
    table.entry(it.view.words, ui);
    table.facets(it.view.words, ui);
    table.words(it.view.words, ui);
    match gone {
        Some(Gone::Removed(id)) => state.compared.retain(|role| *role != id),
        Some(Gone::Shown) => state.compared.clear(),
        None => {}
    }
}

/// What a press on the head of a column led to.
enum Gone {
    /// The role is compared no longer.
    Removed(RoleId),
    /// It is shown by itself.
    Shown,
}

/// The choice of one more role to compare with.
fn choose(it: &Shown<'_>, compared: &mut Vec<RoleId>, ui: &mut Ui) {
    let words = theme::text(ui, Size::Small, Ink::Ink, t!(it.view.words, "compare-add"));
    ui.name_inputs(t!(it.view.words, "compare-add"), |ui| {
        ui.spacing_mut().button_padding = vec2(8.0, 4.0);
        let shown = ComboBox::from_id_salt("compare").selected_text(words).width(240.0).show_ui(ui, |ui| {
            for candidate in it.candidates().iter().filter(|c| !compared.contains(&c.role.id)) {
                let words = theme::text(ui, Size::Small, Ink::Ink, &candidate.name);
                if ui.selectable_label(false, words).clicked() {
                    // A press by key or by a screen reader closes no list by itself.
                    ui.close();
                    return Some(candidate.role.id.clone());
                }
            }
            None
        });
        focus_ring(ui, &shown.response, theme::RADIUS);
        if let Some(role) = shown.inner.flatten() {
            add(compared, role);
        }
    });
}

/// A list of lines in the texts about a role.
type Lines = fn(&RoleText) -> &[String];

struct Table<'a> {
    it: &'a Shown<'a>,
    roles: &'a [&'a Candidate],
    /// The width of a column with the gap behind it.
    width: f32,
    /// Whether the name of a row stands above its cells rather than beside them.
    above: bool,
}

impl Table<'_> {
    /// A row of the table: a name, and a cell for each role. The row is as high as its highest cell.
    fn line(&self, ui: &mut Ui, name: &str, mut cell: impl FnMut(&mut Ui, &Candidate)) {
        ui.add_space(theme::STEP);
        if self.above && !name.is_empty() {
            ui.label(theme::strong(ui, Size::Small, Ink::InkSoft, name));
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.spacing_mut().interact_size.y = Size::Small.line();
            if !self.above {
                ui.vertical(|ui| {
                    ui.set_width(NAMES - theme::STEP);
                    ui.label(theme::text(ui, Size::Small, Ink::InkSoft, name));
                });
                ui.add_space(theme::STEP);
            }
            for role in self.roles {
                ui.vertical(|ui| {
                    ui.set_width(self.width - theme::GAP);
                    ui.set_max_width(self.width - theme::GAP);
                    cell(ui, role);
                });
                ui.add_space(theme::GAP);
            }
        });
        ui.add_space(theme::STEP);
        widgets::divider(ui);
    }

    fn heads(&self, words: &Words, ui: &mut Ui, commands: &mut Vec<Command>) -> Option<Gone> {
        let mut gone = None;
        self.line(ui, "", |ui, role| {
            let name = t!(words, "compare-show", role = role.name.as_str());
            if ui.add(Button::new(&role.name).look(Look::Link).name(&name)).clicked() {
                commands.push(Command::Role(RoleCommand::Show(role.role.id.clone())));
                gone = Some(Gone::Shown);
            }
            if let Some(track) = role.track {
                widgets::paragraph_small(ui, &self.it.view.explorer.catalogue.texts.track(track).name);
            }
            let name = t!(words, "compare-remove-name", role = role.name.as_str());
            let remove = t!(words, "compare-remove");
            if self.roles.len() > 1 && ui.add(Button::link(&remove).small().name(&name)).clicked() {
                gone = Some(Gone::Removed(role.role.id.clone()));
            }
        });
        gone
    }

    fn fits(&self, words: &Words, ui: &mut Ui) {
        for (name, kind) in [(t!(words, "tracks-can"), Measured::Can), (t!(words, "tracks-want"), Measured::Want)] {
            self.line(ui, &name, |ui, role| {
                let (rect, _) = ui.allocate_exact_size(vec2(48.0, 20.0), Sense::hover());
                marks::line(self.it, &role.role.id, kind, rect.min + vec2(0.0, 2.0), ui);
                let Some(row) = self.it.row(&role.role.id).filter(|row| row.fit.is_some()) else { return };
                widgets::paragraph_small(ui, if kind == Measured::Can { &row.can.1 } else { &row.want.1 });
            });
        }
        self.line(ui, &t!(words, "tracks-sure"), |ui, role| {
            let words = self.it.row(&role.role.id).map_or("", |row| row.sure.0.as_str());
            ui.label(theme::text(ui, Size::Small, Ink::Ink, words));
        });
    }

    /// What it takes to get in, where it takes anything.
    fn entry(&self, words: &Words, ui: &mut Ui) {
        let of = |role: &Candidate| self.it.view.explorer.catalogue.role(&role.role.id).map(|role| &role.entry);
        if self.roles.iter().any(|role| of(role).is_some_and(|entry| !entry.is_empty())) {
            self.line(ui, &t!(words, "compare-entry"), |ui, role| {
                let what = of(role).map(|entry| entry_list(words, entry)).unwrap_or_default();
                widgets::paragraph_small(ui, if what.is_empty() { "–" } else { &what });
            });
        }
    }

    /// The facets, those first in which the roles differ most.
    fn facets(&self, words: &Words, ui: &mut Ui) {
        let roles: Vec<&Role> = self.roles.iter().map(|candidate| &candidate.role).collect();
        for facet in facets_by_spread(&roles) {
            let name = self.it.view.instrument.texts.facet(&facet.id()).name.clone();
            self.line(ui, &name, |ui, role| self.facet(words, facet, role, ui));
        }
    }

    fn facet(&self, words: &Words, facet: KnownFacet, role: &Candidate, ui: &mut Ui) {
        let (demand, weight) = (role.role.demands[facet].value(), role.role.weights[facet].value());
        let asks = t!(words, "compare-asks", demand = demand, weight = weight);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = theme::STEP;
            widgets::drawing(ui, demand_steps(demand, weight > 0));
            ui.add(Label::new(theme::text(ui, Size::Small, Ink::Ink, &asks)).wrap());
        });
        let gap = &self.it.view.models.detail(self.it.view.explorer, role).gaps[facet];
        if !gap.is_empty() {
            widgets::paragraph_small(ui, gap);
        }
    }

    /// What one gains and gives up.
    fn words(&self, words: &Words, ui: &mut Ui) {
        let texts = &self.it.view.explorer.catalogue.texts;
        let parts: [(String, Lines); 2] =
            [(t!(words, "story-gains"), |text| &text.gains), (t!(words, "story-gives-up"), |text| &text.gives_up)];
        for (name, lines) in parts {
            if self.roles.iter().any(|role| !lines(texts.role(&role.role.id)).is_empty()) {
                self.line(ui, &name, |ui, role| {
                    ui.spacing_mut().item_spacing.y = theme::HALF;
                    for line in lines(texts.role(&role.role.id)) {
                        ui.label(theme::text(ui, Size::Small, Ink::Ink, line));
                    }
                });
            }
        }
    }
}
