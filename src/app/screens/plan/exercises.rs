//! The exercises of a facet: a list to search and to filter; each opens to all its parts, and can be taken.

use egui::accesskit::Role;
use egui::{Rect, Sense, TextWrapMode, Ui, WidgetInfo, WidgetText, pos2, vec2};

use super::choose::reports;
use super::field::{Field, field};
use super::stops::{Drafting, Next, Stop, change};
use crate::actions::{Action, ActionText};
use crate::app::command::{Command, ReportCommand};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::widgets::{self, Button, Segmented, focus_ring};
use crate::instrument::KnownFacet;
use crate::profile::{ActionId, Minutes, PlanEdit, TakenAction};
use crate::summary::{action_conditions, action_obstacle, action_sentence};
use crate::t;

/// The filters by minutes; the last one is none.
const UP_TO: [u8; 3] = [2, 5, Minutes::MOST];

/// What it remembers.
#[derive(Debug)]
pub struct State {
    search: String,
    /// Which of the filters by minutes.
    minutes: usize,
    open: Option<ActionId>,
}

impl Default for State {
    fn default() -> Self {
        Self { search: String::new(), minutes: UP_TO.len() - 1, open: None }
    }
}

/// What was done in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picked {
    /// Nothing yet.
    Nothing,
    /// An exercise was taken.
    Taken,
    /// The person writes a sentence of their own.
    Own,
    /// The plan stays as it was.
    Back,
}

/// Shows the list.
pub fn show(it: &Drafting<'_>, state: &mut State, next: &mut Next, ui: &mut Ui, commands: &mut Vec<Command>) -> Picked {
    let words = it.view.words;
    widgets::subheading(ui, &t!(words, "plan-exercises"));
    ui.add_space(-theme::HALF);
    widgets::paragraph_small(ui, &t!(words, "plan-exercises-below"));
    filters(it, state, next, ui);
    let found = found(it, state);
    widgets::paragraph_small(ui, &t!(words, "plan-exercises-count", count = found.len()));
    if !found.is_empty() {
        let print = found.iter().map(|action| action.id.clone()).collect();
        let print = Command::Report(ReportCommand::ShowExercises(print));
        if ui.add(Button::link(&print.label(words)).small().icon(Icon::Print)).clicked() {
            commands.push(print);
        }
    }
    let mut picked = Picked::Nothing;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for action in found {
            widgets::divider(ui);
            let text = it.view.actions.text(&action.id);
            let is_open = state.open.as_ref() == Some(&action.id);
            if row(it, action, is_open, ui) {
                state.open = (!is_open).then(|| action.id.clone());
            }
            if is_open && parts(it, action, text, ui) {
                commands.push(change(PlanEdit::TakeAction(Box::new(taken(action, text)))));
                picked = Picked::Taken;
            }
        }
        widgets::divider(ui);
    });
    ui.add_space(theme::STEP);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::GAP;
        if ui.add(Button::new(&t!(words, "plan-own"))).clicked() {
            picked = Picked::Own;
        }
        if it.is_written() && ui.add(Button::new(&t!(words, "plan-back-to-plan"))).clicked() {
            picked = Picked::Back;
        }
    });
    ui.add_space(theme::GAP);
    reports(it.view, ui, commands);
    picked
}

fn found<'a>(it: &Drafting<'a>, state: &State) -> Vec<&'a Action> {
    let Some(facet) = KnownFacet::of(it.plan.facet.as_str()) else { return Vec::new() };
    let reports = it.view.document.and_then(|document| document.profile().reports);
    let mut found = it.view.actions.proposed(facet, it.plan.aim.into(), reports);
    found.retain(|action| action.minutes <= UP_TO[state.minutes]);
    found.retain(|action| it.view.actions.is_found(&action.id, &state.search));
    found
}

fn taken(action: &Action, text: &ActionText) -> TakenAction {
    TakenAction {
        action: Some(action.id.clone()),
        cue: text.occasion.clone(),
        deed: text.deed.clone(),
        minutes: Minutes::try_from(action.minutes).ok(),
        obstacle: text.obstacle.clone(),
        instead: text.instead.clone(),
    }
}

fn filters(it: &Drafting<'_>, state: &mut State, next: &mut Next, ui: &mut Ui) {
    let words = it.view.words;
    let (label, hint) = (t!(words, "plan-search"), t!(words, "plan-search-hint"));
    let search = ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(480.0));
        field(ui, &Field { salt: "plan search", label: &label, hint: &hint, rows: 1 }, &mut state.search)
    });
    next.arrive(Stop::Search, &search.inner.response);
    let minutes = t!(words, "plan-minutes");
    let labels = UP_TO.map(|minutes| match minutes {
        Minutes::MOST => t!(words, "plan-minutes-any"),
        minutes => t!(words, "plan-minutes-up-to", minutes = minutes),
    });
    ui.horizontal_wrapped(|ui| {
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, minutes.as_str()));
        if let Some(picked) = Segmented::new(&minutes, &labels).show(ui, state.minutes) {
            state.minutes = picked;
        }
    });
}

/// The row of an exercise. True when it was pressed.
fn row(it: &Drafting<'_>, action: &Action, is_open: bool, ui: &mut Ui) -> bool {
    let words = it.view.words;
    let name = it.view.actions.text(&action.id).name.as_str();
    let minutes = t!(words, "plan-minutes-short", minutes = action.minutes);
    let spoken = t!(words, "plan-exercise-name", name = name, minutes = action.minutes);
    let font = theme::font(Size::Small, false);
    let minutes = ui.painter().layout_no_wrap(minutes, font, theme::color(ui, Ink::InkSoft));
    let width = ui.available_width();
    let room = width - 28.0 - minutes.size().x - theme::GAP;
    let name = if is_open {
        theme::strong(ui, Size::Body, Ink::Ink, name)
    } else {
        theme::text(ui, Size::Body, Ink::Ink, name)
    };
    let galley =
        WidgetText::from(name).into_galley(ui, Some(TextWrapMode::Wrap), room, theme::font(Size::Body, is_open));
    let (rect, response) = ui.allocate_exact_size(vec2(width, (galley.size().y + 16.0).max(40.0)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_open, &spoken));
    ui.accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
    widgets::reveal(&response);
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            ui.painter().rect_filled(rect, theme::SMALL_RADIUS, theme::color(ui, Ink::Select));
        }
        let y = rect.center().y;
        let icon = Rect::from_center_size(pos2(rect.left() + 8.0, y), vec2(16.0, 16.0));
        let icon_of = if is_open { Icon::Down } else { Icon::Right };
        icon_of.paint(ui, icon, theme::color(ui, Ink::InkSoft));
        let at = pos2(rect.left() + 28.0, y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, theme::color(ui, Ink::Ink));
        let at = pos2(rect.right() - minutes.size().x - theme::HALF, y - minutes.size().y / 2.0);
        ui.painter().galley(at, minutes, theme::color(ui, Ink::InkSoft));
        focus_ring(ui, &response, theme::SMALL_RADIUS);
    }
    response.clicked()
}

/// All parts of an exercise. True when it is taken.
fn parts(it: &Drafting<'_>, action: &Action, text: &ActionText, ui: &mut Ui) -> bool {
    let words = it.view.words;
    let inset = 28.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(inset);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing = vec2(theme::STEP, theme::HALF);
            widgets::paragraph(ui, &action_sentence(words, text));
            widgets::paragraph_small(ui, &action_conditions(words, action));
            let parts = [
                (t!(words, "plan-part-shown"), text.shown.clone()),
                (t!(words, "plan-part-stop"), text.stop.clone()),
                (t!(words, "plan-part-wrong"), text.wrong.clone()),
                (t!(words, "plan-part-obstacle"), action_obstacle(words, text)),
            ];
            for (title, words) in parts {
                ui.add_space(theme::HALF);
                ui.label(theme::strong(ui, Size::Small, Ink::Ink, title));
                ui.add_space(-theme::HALF);
                widgets::paragraph_small(ui, &words);
            }
            ui.add_space(theme::STEP);
            let name = t!(words, "plan-take-name", name = text.name.as_str());
            let take = ui.add(Button::new(&t!(words, "plan-take")).first().name(&name)).clicked();
            ui.add_space(theme::GAP);
            take
        })
        .inner
    })
    .inner
}
