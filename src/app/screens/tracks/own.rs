//! One of the person's own roles: its name, what it asks, and remarks about that.

use egui::Ui;

use super::part::part;
use crate::app::command::{Command, RoleCommand};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{self, Button, FieldText, Segmented, text_field};
use crate::instrument::KnownFacet;
use crate::profile::{CustomRole, Edit, FacetWeight, Rating, RoleEdit};
use crate::summary::remark_words;
use crate::t;
use crate::tracks::{Role, remarks};

/// Shows what can be set.
pub fn ui(view: &View<'_>, custom: &CustomRole, role: &Role, ui: &mut Ui, commands: &mut Vec<Command>) {
    part(ui, &t!(view.words, "own-title"), |ui| {
        let mut change = |change| commands.push(Command::Edit(Edit::Role(custom.id.clone(), change)));
        let mut name = custom.name.clone();
        if text_field(
            view.words,
            ui,
            &FieldText { salt: "role name", label: t!(view.words, "own-name"), hint: t!(view.words, "own-name-hint") },
            &mut name,
        )
        .changed()
        {
            change(RoleEdit::SetName(name));
        }
        ui.add_space(theme::HALF);
        widgets::paragraph_small(ui, &t!(view.words, "own-below"));
        for remark in remarks(role) {
            widgets::note(ui, Icon::Info, |ui| {
                ui.label(theme::text(ui, Size::Small, Ink::Ink, remark_words(view.words, remark)));
            });
        }
        for known in KnownFacet::all() {
            facet(view, &Own { custom, role }, known, ui, &mut change);
        }
    });
    ui.add_space(theme::STEP);
    if ui.add(Button::new(&t!(view.words, "role-remove-ask")).small().icon(Icon::Trash)).clicked() {
        commands.push(Command::Role(RoleCommand::AskRemove(custom.id.clone())));
    }
}

/// One of the person's own roles, and what it asks.
struct Own<'a> {
    custom: &'a CustomRole,
    role: &'a Role,
}

/// What the role asks of one facet, and how much that counts.
fn facet(view: &View<'_>, own: &Own<'_>, known: KnownFacet, ui: &mut Ui, change: &mut impl FnMut(RoleEdit)) {
    let Own { custom, role } = own;
    let facet = known.id();
    let name = &view.instrument.texts.facet(&facet).name;
    widgets::divider(ui);
    let by_hand = custom.demands.contains_key(&facet) || custom.weights.contains_key(&facet);
    let from = match (by_hand, custom.ad.iter().any(|line| line.facet.is_some())) {
        (true, true) => t!(view.words, "own-by-hand"),
        (false, true) => t!(view.words, "own-from-ad"),
        _ => String::new(),
    };
    widgets::line(ui, |ui| {
        ui.label(theme::text(ui, Size::Body, Ink::Ink, name));
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, &from));
        if by_hand && !from.is_empty() && ui.add(Button::link(&t!(view.words, "own-again")).small()).clicked() {
            change(RoleEdit::SetDemand(facet.clone(), None));
            change(RoleEdit::SetWeight(facet.clone(), None));
        }
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::GAP;
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, t!(view.words, "tracks-demand")));
        let demands = Rating::ALL.map(|r| r.value().to_string());
        let asked = t!(view.words, "own-demand-name", facet = name.as_str());
        ui.scope(|ui| {
            ui.set_max_width(200.0);
            if let Some(picked) = Segmented::new(&asked, &demands).show(ui, role.demands[known].index()) {
                change(RoleEdit::SetDemand(facet.clone(), Some(Rating::ALL[picked])));
            }
        });
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, t!(view.words, "tracks-weight")));
        let weights = FacetWeight::ALL.map(|w| w.value().to_string());
        let counts = t!(view.words, "own-weight-name", facet = name.as_str());
        ui.scope(|ui| {
            ui.set_max_width(160.0);
            let here = usize::from(role.weights[known].value());
            if let Some(picked) = Segmented::new(&counts, &weights).show(ui, here) {
                change(RoleEdit::SetWeight(facet.clone(), Some(FacetWeight::ALL[picked])));
            }
        });
    });
}
