//! A job ad, line by line: which facet each line is about. The person decides; suggestions are marked as such, with the words that
//! led to them.

use std::sync::Arc;

use egui::{ComboBox, Ui, vec2};

use super::part::part;
use super::story;
use crate::app::command::{Command, ReportCommand, RoleCommand};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{self, Button, Segmented, focus_ring};
use crate::chart::demand_steps;
use crate::instrument::KnownFacet;
use crate::profile::{AdLine, CustomRole, Edit, FacetId, RoleEdit};
use crate::summary::sides_words;
use crate::t;
use crate::tracks::ad::Suggestion;
use crate::tracks::role_of;

/// What the part about an ad remembers.
#[derive(Debug, Default)]
pub struct State {
    /// Whether it shows what the ad asks, rather than its lines.
    asks: bool,
}

/// Shows the ad, or the button to paste one.
pub fn ui(view: &View<'_>, custom: &Arc<CustomRole>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    part(ui, &t!(view.words, "ad-part"), |ui| {
        if custom.ad.is_empty() {
            widgets::paragraph_small(ui, &t!(view.words, "ad-none"));
            if ui.add(Button::new(&t!(view.words, "ad-paste")).small().icon(Icon::Paste)).clicked() {
                commands.push(Command::Role(RoleCommand::AskAd(Some(custom.id.clone()))));
            }
            return;
        }
        let tagged = custom.ad.iter().filter(|line| line.facet.is_some()).count();
        widgets::paragraph_small(ui, &t!(view.words, "ad-count", tagged = tagged, lines = custom.ad.len()));
        widgets::paragraph_small(ui, &t!(view.words, "ad-rule"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = theme::STEP;
            if ui.add(Button::new(&t!(view.words, "ad-take-all")).small().icon(Icon::Check)).clicked() {
                commands.extend(take_all(view, custom));
            }
            if ui.add(Button::new(&t!(view.words, "ad-change")).small().icon(Icon::Paste)).clicked() {
                commands.push(Command::Role(RoleCommand::AskAd(Some(custom.id.clone()))));
            }
            if ui.add(Button::new(&t!(view.words, "ad-print")).small().icon(Icon::Print)).clicked() {
                commands.push(Command::Report(ReportCommand::ShowAd(custom.id.clone())));
            }
        });
        let views = [t!(view.words, "ad-lines"), t!(view.words, "ad-asks")];
        let here = usize::from(state.asks);
        if let Some(picked) = Segmented::new(&t!(view.words, "ad-view"), &views).show(ui, here) {
            state.asks = picked == 1;
        }
        if state.asks {
            return asks(view, custom, ui);
        }
        let suggestions = view.models.suggestions(custom, &view.explorer.words);
        for ((at, line), suggestions) in custom.ad.iter().enumerate().zip(suggestions.iter()) {
            line_ui(view, custom, &Line { at, words: line, suggestions }, ui, commands);
        }
    });
}

/// What the ad asks of each facet, with the sentences that say so, and those that are about none.
fn asks(view: &View<'_>, custom: &CustomRole, ui: &mut Ui) {
    let role = role_of(custom);
    widgets::paragraph(ui, &sides_words(view.words, &role));
    let mut facets: Vec<KnownFacet> = KnownFacet::all().collect();
    // What counts most stands first; equals stay in their order.
    facets.sort_by_key(|facet| std::cmp::Reverse((role.weights[*facet].value(), role.demands[*facet].value())));
    for known in facets {
        let facet = known.id();
        let (demand, weight) = (role.demands[known].value(), role.weights[known].value());
        ui.add_space(theme::HALF);
        widgets::divider(ui);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = theme::STEP;
            ui.label(theme::strong(ui, Size::Small, Ink::Ink, &view.instrument.texts.facet(&facet).name));
            widgets::drawing(ui, demand_steps(demand, weight > 0));
            let words = t!(view.words, "compare-asks", demand = demand, weight = weight);
            ui.label(theme::text(ui, Size::Small, Ink::InkSoft, words));
        });
        let said: Vec<String> = lines_of(custom, Some(&facet));
        if said.is_empty() {
            widgets::paragraph_small(ui, &t!(view.words, "report-ad-none"));
        } else {
            story::bullets(ui, &said);
        }
    }
    let rest = lines_of(custom, None);
    if !rest.is_empty() {
        ui.add_space(theme::STEP);
        widgets::divider(ui);
        ui.label(theme::strong(ui, Size::Small, Ink::Ink, t!(view.words, "report-ad-rest")));
        story::bullets(ui, &rest);
    }
    widgets::paragraph_small(ui, &t!(view.words, "report-ad-note"));
}

fn lines_of(custom: &CustomRole, facet: Option<&FacetId>) -> Vec<String> {
    custom.ad.iter().filter(|line| line.facet.as_ref() == facet).map(|line| line.text.clone()).collect()
}

fn tag(custom: &CustomRole, at: usize, facet: Option<FacetId>) -> Command {
    Command::Edit(Edit::Role(custom.id.clone(), RoleEdit::TagLine(at, facet)))
}

/// The first suggestion of each line that has no facet yet.
fn take_all(view: &View<'_>, custom: &CustomRole) -> Vec<Command> {
    let open = custom.ad.iter().enumerate().filter(|(_, line)| line.facet.is_none());
    open.filter_map(|(at, line)| {
        let first = view.explorer.words.suggest(&line.text).into_iter().next()?;
        Some(tag(custom, at, Some(first.facet)))
    })
    .collect()
}

/// A line of the ad, its index, and what it may be about.
struct Line<'a> {
    at: usize,
    words: &'a AdLine,
    suggestions: &'a [Suggestion],
}

fn line_ui(view: &View<'_>, custom: &CustomRole, line: &Line<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let Line { at, words: line, suggestions } = *line;
    ui.add_space(theme::HALF);
    widgets::divider(ui);
    ui.label(theme::text(ui, Size::Body, if line.facet.is_some() { Ink::Ink } else { Ink::InkSoft }, &line.text));
    ui.add_space(-theme::HALF);
    let number = at + 1;
    let name = |facet: &FacetId| view.instrument.texts.facet(facet).name.clone();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        ui.spacing_mut().button_padding = vec2(8.0, 2.0);
        ui.spacing_mut().interact_size.y = 28.0;
        let chosen = line.facet.as_ref().map_or_else(|| t!(view.words, "ad-no-facet"), name);
        let words = theme::text(ui, Size::Small, Ink::Ink, chosen.as_str());
        let label = t!(view.words, "ad-facet-name", number = number);
        ui.name_inputs(label.as_str(), |ui| {
            let shown = ComboBox::from_id_salt(("line", at)).selected_text(words).width(208.0).show_ui(ui, |ui| {
                let none = theme::text(ui, Size::Small, Ink::Ink, t!(view.words, "ad-no-facet"));
                if ui.selectable_label(line.facet.is_none(), none).clicked() {
                    commands.push(tag(custom, at, None));
                    ui.close();
                }
                for facet in KnownFacet::all().map(KnownFacet::id) {
                    let words = theme::text(ui, Size::Small, Ink::Ink, name(&facet));
                    if ui.selectable_label(line.facet.as_ref() == Some(&facet), words).clicked() {
                        commands.push(tag(custom, at, Some(facet)));
                        ui.close();
                    }
                }
            });
            widgets::says_value(ui, &shown.response, &label, &chosen);
            focus_ring(ui, &shown.response, theme::RADIUS);
        });
        for suggestion in suggestions {
            let because = suggestion.because.join(", ");
            let words = t!(view.words, "ad-suggestion", facet = name(&suggestion.facet), because = because);
            let label = t!(view.words, "ad-suggestion-name", number = number, suggestion = words.as_str());
            if ui.add(Button::new(&words).small().look(crate::app::widgets::Look::Link).name(&label)).clicked() {
                commands.push(tag(custom, at, Some(suggestion.facet.clone())));
            }
        }
    });
}
