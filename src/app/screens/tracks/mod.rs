//! The explorer of tracks: which roles there are, how each fits, how sure that is, and what would change it.
//!
//! First comes what the person wants to know, which decides what is listed. At the left are the roles, as a list or as a map; at the
//! right the chosen one. Each scrolls by itself below its head. Where there is little space, only one of the two is shown. Two or three
//! roles beside each other take the whole page.

mod ad;
mod compare;
mod detail;
mod hours;
mod list;
mod map;
mod marks;
mod own;
mod part;
mod question;
mod reach;
mod story;
mod suppose;
mod trials;
mod way;

use egui::{Rect, ScrollArea, Ui, UiBuilder, pos2};

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
use question::Question;

/// The widest content.
const WIDTH: f32 = 1120.0;
/// The list.
const LIST: f32 = 384.0;
/// From this width and height on, both are beside each other, and each scrolls by itself.
const BOTH: f32 = 840.0;
const HIGH: f32 = 560.0;

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
    question: Question,
    list: list::State,
    suppose: suppose::State,
    ad: ad::State,
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
    let side = 2.0 * theme::SIDE;
    if !state.compared.is_empty() {
        widgets::page(ui, "compare", WIDTH, |ui| compare::ui(&it, state, ui, commands));
    } else if ui.available_width() - side >= BOTH && ui.available_height() >= HIGH {
        panes(&it, state, ui, commands);
    } else {
        widgets::page(ui, "tracks", WIDTH, |ui| one(&it, state, ui, commands));
    }
}

/// What stands above both panes.
fn head(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    widgets::heading(ui, &t!(it.view.words, "tracks-title"), &sentence(it));
    if let Some(why) = missing(it) {
        missing_ui(it.view.words, why, ui, commands);
    }
    ui.add_space(theme::HALF);
    question::ui(it, state, ui, commands);
    ui.add_space(theme::STEP);
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

/// The roles at the left, the chosen one at the right. What heads them stays where it is; each scrolls by itself.
fn panes(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let whole = ui.available_rect_before_wrap();
    let width = (whole.width() - 2.0 * theme::SIDE).min(WIDTH);
    let left = whole.center().x - width / 2.0;
    let place = Rect::from_min_max(pos2(left, whole.top() + theme::PAD), pos2(left + width, whole.bottom()));
    let above = ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        ui.set_width(width);
        head(it, state, ui, commands);
    });
    let top = above.response.rect.bottom();
    let below = Rect::from_min_max(pos2(left, top), place.max);
    let list = if width < 992.0 { LIST - 64.0 } else { LIST };
    let line = ui.painter().round_to_pixel_center(left + list + theme::PAD);
    ui.painter().hline(below.x_range(), ui.painter().round_to_pixel_center(top), theme::stroke(ui, 1.0, Ink::Line));
    ui.painter().vline(line, below.y_range(), theme::stroke(ui, 1.0, Ink::Line));
    // The ground of a row reaches a little beyond its words, and so does a ring round the focus.
    let roles = Rect::from_min_max(below.min, pos2(line, below.bottom()));
    ui.scope_builder(UiBuilder::new().max_rect(roles), |ui| {
        ui.set_width(list);
        ui.add_space(theme::STEP);
        roles_ui(it, state, true, ui, commands);
    });
    let role = Rect::from_min_max(pos2(line + theme::PAD, below.top()), below.max);
    ui.scope_builder(UiBuilder::new().max_rect(role), |ui| {
        ui.set_width(role.width());
        ui.add_space(theme::STEP);
        detail::ui(it, state, true, ui, commands);
    });
    ui.advance_cursor_after_rect(whole);
}

/// What is in a pane below its head: it scrolls by itself, with its bar beside its content.
fn scrolling(salt: &str, apart: bool, ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    if !apart {
        return add(ui);
    }
    let width = ui.available_width();
    ScrollArea::vertical().id_salt(salt).auto_shrink([false, false]).show(ui, |ui| {
        ui.set_width(width - theme::GAP);
        add(ui);
        ui.add_space(theme::WIDE);
    });
}

/// The roles, or the chosen one.
fn one(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    if state.role_shown {
        if ui.add(Button::link(&t!(it.view.words, "tracks-all")).icon(theme::Icon::Left)).clicked() {
            state.role_shown = false;
        }
        ui.add_space(theme::STEP);
        detail::ui(it, state, false, ui, commands);
    } else {
        head(it, state, ui, commands);
        roles_ui(it, state, false, ui, commands);
    }
}

/// The roles. In a pane of their own (`apart`), they scroll below the controls.
fn roles_ui(it: &Shown<'_>, state: &mut State, apart: bool, ui: &mut Ui, commands: &mut Vec<Command>) {
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
    suppose::ui(it, &mut state.suppose, ui, commands);
    ui.add_space(theme::HALF);
    let look = state.look;
    scrolling("roles", apart, ui, |ui| {
        let picked = match look {
            Look::List => list::ui(it, state.question == Question::Stay, &mut state.list, ui),
            Look::Map => map::ui(it, ui),
        };
        if let Some(role) = picked {
            state.role_shown = true;
            commands.push(Command::Role(RoleCommand::Show(role)));
        }
        ui.add_space(theme::STEP);
        list::foot(it, look == Look::Map, ui, commands);
    });
}
