//! A role of the person's own: its name, what it asks, and what is worth knowing about that.

use eframe::egui::Ui;

use super::detail::part;
use crate::app::command::Command;
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{self, Button, Segmented, text_field};
use crate::instrument::FACETS;
use crate::profile::{CustomRole, Edit, FacetId, Rating, RoleEdit, Weight};
use crate::summary::remark_words;
use crate::t;
use crate::tracks::{Role, remarks};
use crate::words::Words;

/// Shows what can be set.
pub fn ui(view: &View<'_>, custom: &CustomRole, role: &Role, ui: &mut Ui, commands: &mut Vec<Command>) {
    part(ui, &t!("own-title"), |ui| {
        let mut change = |change| commands.push(Command::Edit(Edit::Role(custom.id.clone(), change)));
        let mut name = custom.name.clone();
        if text_field(ui, "role name", &t!("own-name"), &mut name, &t!("own-name-hint")).changed() {
            change(RoleEdit::SetName(name));
        }
        ui.add_space(theme::HALF);
        widgets::paragraph_small(ui, &t!("own-below"));
        for remark in remarks(role) {
            widgets::note(ui, Icon::Info, |ui| {
                ui.label(theme::text(ui, Size::Small, Ink::Ink, remark_words(Words::of_the_system(), remark)));
            });
        }
        for at in 0..FACETS.len() {
            facet(view, (custom, role), at, ui, &mut change);
        }
    });
    ui.add_space(theme::STEP);
    if ui.add(Button::new(&t!("role-remove-ask")).small().icon(Icon::Trash)).clicked() {
        commands.push(Command::AskRemoveRole(custom.id.clone()));
    }
}

/// What the role asks of one facet, and how much that counts.
fn facet(
    view: &View<'_>,
    (custom, role): (&CustomRole, &Role),
    at: usize,
    ui: &mut Ui,
    change: &mut impl FnMut(RoleEdit),
) {
    let facet = FacetId::from(FACETS[at].0);
    let name = &view.instrument.texts.facet(&facet).name;
    widgets::divider(ui);
    let by_hand = custom.demands.contains_key(&facet) || custom.weights.contains_key(&facet);
    let from = match (by_hand, custom.ad.iter().any(|line| line.facet.is_some())) {
        (true, true) => t!("own-by-hand"),
        (false, true) => t!("own-from-ad"),
        _ => String::new(),
    };
    widgets::line(ui, |ui| {
        ui.label(theme::text(ui, Size::Body, Ink::Ink, name));
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, &from));
        if by_hand && !from.is_empty() && ui.add(Button::link(&t!("own-again")).small()).clicked() {
            change(RoleEdit::SetDemand(facet.clone(), None));
            change(RoleEdit::SetWeight(facet.clone(), None));
        }
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::GAP;
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, t!("tracks-demand")));
        let demands = Rating::ALL.map(|r| r.value().to_string());
        let asked = t!("own-demand-name", facet = name.as_str());
        ui.scope(|ui| {
            ui.set_max_width(200.0);
            if let Some(picked) = Segmented::new(&asked, &demands).show(ui, role.demands[at].index()) {
                change(RoleEdit::SetDemand(facet.clone(), Some(Rating::ALL[picked])));
            }
        });
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, t!("tracks-weight")));
        let weights = Weight::ALL.map(|w| w.value().to_string());
        let counts = t!("own-weight-name", facet = name.as_str());
        ui.scope(|ui| {
            ui.set_max_width(160.0);
            let here = usize::from(role.weights[at].value());
            if let Some(picked) = Segmented::new(&counts, &weights).show(ui, here) {
                change(RoleEdit::SetWeight(facet.clone(), Some(Weight::ALL[picked])));
            }
        });
    });
}
