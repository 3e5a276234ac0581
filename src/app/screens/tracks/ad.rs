//! A job ad, line by line: which facet each line is about. The person decides; suggestions are marked as such, with the words that
//! led to them.

use std::sync::Arc;

use egui::{ComboBox, Ui, vec2};

use super::part::part;
use crate::app::command::{Command, ReportCommand, RoleCommand};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{self, Button, focus_ring};
use crate::instrument::KnownFacet;
use crate::profile::{AdLine, CustomRole, Edit, FacetId, RoleEdit};
use crate::t;
use crate::tracks::ad::Suggestion;

/// Shows the ad, or the button to paste one.
pub fn ui(view: &View<'_>, custom: &Arc<CustomRole>, ui: &mut Ui, commands: &mut Vec<Command>) {
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
        let suggestions = view.models.suggestions(custom, &view.explorer.words);
        for ((at, line), suggestions) in custom.ad.iter().enumerate().zip(suggestions.iter()) {
            line_ui(view, custom, &Line { at, words: line, suggestions }, ui, commands);
        }
    });
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
                }
                for facet in KnownFacet::all().map(KnownFacet::id) {
                    let words = theme::text(ui, Size::Small, Ink::Ink, name(&facet));
                    if ui.selectable_label(line.facet.as_ref() == Some(&facet), words).clicked() {
                        commands.push(tag(custom, at, Some(facet)));
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
