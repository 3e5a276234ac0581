//! The explorer of tracks: which roles there are, how each fits, how sure that is, and what would change it.
//!
//! At the left are the roles, as a list or as a map; at the right the chosen one, or two or three beside each other. Where there is
//! little space, only one of the two halves is shown.

mod ad;
mod compare;
mod detail;
mod hours;
mod list;
mod map;
mod marks;
mod own;
mod part;
mod reach;
mod story;
mod suppose;

use egui::{Rect, Ui, UiBuilder, vec2};

use crate::app::command::{AuditCommand, Command, RoleCommand};
use crate::app::explorer::Candidate;
use crate::app::models::{RoleRow, TracksModel};
use crate::app::theme::{self, Ink, Size};
use crate::app::view::View;
use crate::app::widgets::{self, Button, Segmented};
use crate::profile::RoleId;
use crate::t;
use crate::tracks::RoleFit;
use crate::words::Words;

/// The widest content.
const WIDTH: f32 = 992.0;
/// The list.
const LIST: f32 = 384.0;
/// From this width on, both are beside each other.
const BOTH: f32 = 840.0;

/// How the roles are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Look {
    #[default]
    List,
    Map,
}

/// What the explorer remembers.
#[derive(Debug, Default)]
pub struct State {
    look: Look,
    list: list::State,
    suppose: suppose::State,
    /// The roles that are shown side by side; empty while a single one is shown.
    compared: Vec<RoleId>,
    /// Where there is space for only one half: whether it is the role rather than the list.
    role_shown: bool,
}

impl State {
    /// Shows a role that was asked for from another place.
    pub fn opened(&mut self) {
        self.compared.clear();
        self.role_shown = true;
    }
}

/// What is shown.
#[derive(Clone, Copy)]
struct Shown<'a> {
    view: View<'a>,
    model: &'a TracksModel,
}

impl<'a> Shown<'a> {
    /// Whether it is known how roles fit.
    fn is_assessed(&self) -> bool {
        self.view.explorer.fits.is_some()
    }

    fn row(&self, role: &RoleId) -> Option<&'a RoleRow> {
        self.model.row(role)
    }

    fn fit(&self, role: &RoleId) -> Option<&'a RoleFit> {
        self.row(role)?.fit.as_ref()
    }

    fn candidates(&self) -> &'a [Candidate] {
        &self.view.explorer.candidates
    }

    fn is_pinned(&self, role: &RoleId) -> bool {
        self.row(role).is_some_and(|row| row.pinned)
    }
}

/// Shows the explorer.
pub fn ui(view: &View<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let model = view.models.tracks(view.explorer);
    let it = Shown { view: *view, model: &model };
    state.compared.retain(|role| view.explorer.candidate(role).is_some());
    widgets::page(ui, "tracks", WIDTH, |ui| {
        widgets::heading(ui, &t!(view.words, "tracks-title"), &sentence(&it));
        if let Some(why) = missing(&it) {
            missing_ui(view.words, why, ui, commands);
        }
        ui.add_space(theme::STEP);
        if ui.available_width() >= BOTH {
            both(&it, state, ui, commands);
        } else {
            one(&it, state, ui, commands);
        }
    });
}

/// The order of the roles in words, with its own uncertainty.
fn sentence(it: &Shown<'_>) -> String {
    if it.is_assessed() {
        it.model.order.clone()
    } else if it.view.scores.is_none() {
        t!(it.view.words, "tracks-guide")
    } else {
        t!(it.view.words, "tracks-no-scores")
    }
}

/// What is missing for a better answer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Missing {
    Audit,
    Energy,
    Answers,
}

fn missing(it: &Shown<'_>) -> Option<Missing> {
    let Some(audit) = it.view.audit else { return Some(Missing::Audit) };
    let scores = it.view.scores?;
    if scores.facets.iter().any(|f| f.estimate.is_none()) {
        return Some(Missing::Answers);
    }
    audit.answers.energy.is_empty().then_some(Missing::Energy)
}

fn missing_ui(words: &Words, why: Missing, ui: &mut Ui, commands: &mut Vec<Command>) {
    use crate::app::command::Screen;
    use crate::profile::Form;
    let (words, link, command) = match why {
        Missing::Audit => {
            (t!(words, "tracks-no-audit"), t!(words, "tracks-start"), Command::Audit(AuditCommand::SetUp(Form::Quick)))
        }
        Missing::Energy => (
            t!(words, "tracks-energy-missing"),
            t!(words, "tracks-ask-energy"),
            Command::Audit(AuditCommand::AskEnergy),
        ),
        Missing::Answers => (t!(words, "tracks-few"), t!(words, "tracks-go-on"), Command::GoTo(Screen::Audit)),
    };
    widgets::line(ui, |ui| {
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, words));
        if ui.add(Button::link(&link).small()).clicked() {
            commands.push(command);
        }
    });
}

/// The roles at the left, the chosen one or the comparison at the right.
fn both(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let whole = ui.available_rect_before_wrap();
    let list = if whole.width() < WIDTH { LIST - 64.0 } else { LIST };
    let left = Rect::from_min_size(whole.min, vec2(list, f32::INFINITY));
    let mut roles = ui.new_child(UiBuilder::new().max_rect(left));
    roles.set_width(list);
    roles_ui(it, state, &mut roles, commands);
    let beside = list + 2.0 * theme::PAD;
    let right = Rect::from_min_size(whole.min + vec2(beside, 0.0), vec2(whole.width() - beside, f32::INFINITY));
    let mut looked = ui.new_child(UiBuilder::new().max_rect(right));
    looked_at(it, state, &mut looked, commands);
    let bottom = roles.min_rect().bottom().max(looked.min_rect().bottom());
    let line = ui.painter().round_to_pixel_center(whole.left() + list + theme::PAD);
    ui.painter().vline(line, whole.top()..=bottom, theme::stroke(ui, 1.0, Ink::Line));
    ui.advance_cursor_after_rect(roles.min_rect().union(looked.min_rect()));
}

/// The roles, or the chosen one or the comparison.
fn one(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    if state.role_shown || !state.compared.is_empty() {
        if ui.add(Button::link(&t!(it.view.words, "tracks-all")).icon(theme::Icon::Left)).clicked() {
            state.role_shown = false;
            state.compared.clear();
        }
        ui.add_space(theme::STEP);
        looked_at(it, state, ui, commands);
    } else {
        roles_ui(it, state, ui, commands);
    }
}

fn roles_ui(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let chosen = it.view.explorer.chosen.clone();
    let beside = ui
        .horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = theme::STEP;
            let labels = [t!(it.view.words, "tracks-list"), t!(it.view.words, "tracks-map")];
            let here = usize::from(state.look == Look::Map);
            if let Some(picked) = Segmented::new(&t!(it.view.words, "tracks-look"), &labels).show(ui, here) {
                state.look = if picked == 0 { Look::List } else { Look::Map };
            }
            let beside = state.look == Look::List && list::controls_fit(it, &state.list, ui);
            if beside {
                list::controls(it, &mut state.list, ui);
            }
            beside
        })
        .inner;
    if state.look == Look::List {
        if !beside {
            ui.horizontal(|ui| list::controls(it, &mut state.list, ui));
        }
        list::further_controls(it, &mut state.list, ui);
    }
    let picked = match state.look {
        Look::List => list::ui(it, &mut state.list, ui),
        Look::Map => map::ui(it, ui),
    };
    if let Some(role) = picked {
        state.role_shown = true;
        if state.compared.is_empty() || role == chosen {
            commands.push(Command::Role(RoleCommand::Show(role)));
        } else {
            compare::add(&mut state.compared, role);
        }
    }
    ui.add_space(theme::STEP);
    list::foot(it, state.look == Look::Map, ui, commands);
}

fn looked_at(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    if state.compared.is_empty() {
        detail::ui(it, state, ui, commands);
    } else {
        compare::ui(it, state, ui, commands);
    }
}
