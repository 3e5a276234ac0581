//! What is in reach: roles that take no more to get in than what the person says that they have. A degree, years and money are one
//! answer for all roles; a trade and a licence are another one in each role, whose words say which. Kept while the window is open.

use std::collections::BTreeSet;

use egui::Ui;

use super::Shown;
use crate::app::explorer::Candidate;
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, checkbox};
use crate::scoring::id;
use crate::t;
use crate::tracks::Entry;

/// In the order in which they are asked: first what is alike for all roles.
const ASKED: [Entry; 5] = [Entry::Years, Entry::Degree, Entry::Money, Entry::Trade, Entry::Licence];

/// What the person has. Somebody who asks where to go next has worked for some years, so this is ticked to begin with.
#[derive(Debug)]
pub struct State {
    has: BTreeSet<Entry>,
}

impl Default for State {
    fn default() -> Self {
        Self { has: BTreeSet::from([Entry::Years]) }
    }
}

impl State {
    /// Whether a role is in reach. The person's own roles and the present one always are.
    pub fn keeps(&self, it: &Shown<'_>, candidate: &Candidate) -> bool {
        it.view.explorer.catalogue.role(&candidate.role.id).is_none_or(|role| role.is_in_reach(&self.has))
    }
}

/// The boxes to tick.
pub fn ui(it: &Shown<'_>, state: &mut State, ui: &mut Ui) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = theme::HALF;
        ui.label(theme::strong(ui, Size::Small, Ink::Ink, t!(it.view.words, "tracks-reach")));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            for entry in ASKED {
                let mut on = state.has.contains(&entry);
                if checkbox(ui, &mut on, true, &t!(it.view.words, "tracks-reach-name", entry = id(&entry))).changed() {
                    if on {
                        state.has.insert(entry);
                    } else {
                        state.has.remove(&entry);
                    }
                }
            }
        });
        widgets::paragraph_small(ui, &t!(it.view.words, "tracks-reach-note"));
    });
}
