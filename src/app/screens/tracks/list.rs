//! The roles as a list: in groups of those that fit about as well; and without an audit by track.

use std::sync::Arc;

use egui::accesskit::Role as AccessRole;
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align, ComboBox, CornerRadius, CursorIcon, Galley, Layout, Rect, Response, Sense, TextFormat, Ui, WidgetInfo, pos2,
    vec2,
};

use super::{Shown, reach};
use crate::app::command::{Command, NewRole, RoleCommand};
use crate::app::explorer::{Candidate, is_current};
use crate::app::models::{BAND, GroupRows};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::widgets::{self, Button, Look, focus_ring, paint};
use crate::profile::RoleId;
use crate::t;
use crate::tracks::{Group, Track};

/// Which roles are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// Those that the person keeps in sight.
    Pinned,
    /// Those that take no more to get in than the person has.
    InReach,
    /// The person's own.
    Own,
    /// Those of a track.
    Of(Track),
}

impl Filter {
    const ALL: [Self; 7] = [
        Self::All,
        Self::InReach,
        Self::Pinned,
        Self::Of(Track::Management),
        Self::Of(Track::Leadership),
        Self::Of(Track::Hybrid),
        Self::Own,
    ];

    fn label(self, it: &Shown<'_>) -> String {
        match self {
            Self::All => t!(it.view.words, "tracks-filter-all"),
            Self::Pinned => t!(it.view.words, "tracks-filter-pinned"),
            Self::InReach => t!(it.view.words, "tracks-filter-reach"),
            Self::Own => t!(it.view.words, "tracks-own"),
            Self::Of(track) => it.view.explorer.catalogue.texts.track(track).name.clone(),
        }
    }
}

/// What the list remembers.
#[derive(Debug, Default)]
pub struct State {
    filter: Filter,
    reach: reach::State,
    /// Whether the roles further away are shown.
    further: bool,
}

impl State {
    /// Shows these roles.
    pub const fn show(&mut self, filter: Filter) {
        self.filter = filter;
        // Of one track, all are of interest.
        self.further = !matches!(filter, Filter::All);
    }

    /// The present role is always shown: it is what all others are held against.
    fn keeps(&self, it: &Shown<'_>, candidate: &Candidate) -> bool {
        match self.filter {
            Filter::All => true,
            Filter::Pinned => it.is_pinned(&candidate.role.id),
            Filter::InReach => self.reach.keeps(it, candidate),
            Filter::Own => candidate.track.is_none(),
            Filter::Of(track) => candidate.track == Some(track) || is_current(&candidate.role.id),
        }
    }
}

/// The least height of a row, and the most lines of a name.
const ROW: f32 = 32.0;
const LINES: usize = 3;

/// Shows the list; around the present role (`around`), by how near the others are to it. Returns the role that was picked.
pub fn ui(it: &Shown<'_>, around: bool, state: &mut State, ui: &mut Ui) -> Option<RoleId> {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let kept: Vec<&Candidate> = it.candidates().iter().filter(|c| state.keeps(it, c)).collect();
        if kept.is_empty() {
            ui.label(theme::text(ui, Size::Small, Ink::InkSoft, t!(it.view.words, "tracks-filter-none")));
        }
        match around {
            true if !it.model.ways.is_empty() => near(it, ui),
            _ if it.is_assessed() => {
                let tracks = if state.filter == Filter::All { shares(it, ui) } else { None };
                if let Some(track) = tracks {
                    state.show(Filter::Of(track));
                }
                grouped(it, state, &kept, ui)
            }
            _ => by_track(it, &kept, ui),
        }
    })
    .inner
}

/// The height of the line of a track.
const SHARE: f32 = 26.0;

/// How often each track comes first. Returns the one that was pressed.
fn shares(it: &Shown<'_>, ui: &mut Ui) -> Option<Track> {
    let mut pressed = None;
    ui.spacing_mut().interact_size.y = SHARE;
    for share in &it.model.shares {
        let mut below = None;
        ui.horizontal(|ui| {
            let name =
                t!(it.view.words, "tracks-share-name", track = share.name.as_str(), often = share.often.as_str());
            if ui.add(Button::new(&share.name).look(Look::Link).small().name(&name)).clicked() {
                pressed = Some(share.track);
            }
            let often = theme::text(ui, Size::Small, Ink::Ink, &share.often);
            if widgets::width_of(ui, often.clone()) + theme::STEP <= ui.available_width() {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(often));
            } else {
                below = Some(often);
            }
        });
        if let Some(often) = below {
            ui.label(often);
        }
    }
    ui.add_space(theme::STEP);
    widgets::divider(ui);
    pressed
}

/// The roles in groups, those further away folded.
fn grouped(it: &Shown<'_>, state: &mut State, kept: &[&Candidate], ui: &mut Ui) -> Option<RoleId> {
    let mut picked = None;
    for group in &it.model.groups {
        let of = |id: &RoleId| kept.iter().copied().find(|candidate| candidate.role.id == *id);
        let rows: Vec<&Candidate> = group.roles.iter().filter_map(of).collect();
        if rows.is_empty() {
            continue;
        }
        let folds = group.group == Group::Further && state.filter == Filter::All;
        head(it, group, folds.then_some(&mut state.further), ui);
        for candidate in rows {
            let stays = is_current(&candidate.role.id) || candidate.role.id == it.view.explorer.chosen;
            if (!folds || state.further || stays) && row(it, candidate, &below_of(it, candidate), ui).clicked() {
                picked = Some(candidate.role.id.clone());
            }
        }
    }
    let placed = |candidate: &&&Candidate| it.model.groups.iter().any(|group| group.roles.contains(&candidate.role.id));
    let open: Vec<&&Candidate> = kept.iter().filter(|candidate| !placed(candidate)).collect();
    if !open.is_empty() {
        title(&t!(it.view.words, "tracks-open"), ui);
    }
    for candidate in open {
        if row(it, candidate, &below_of(it, candidate), ui).clicked() {
            picked = Some(candidate.role.id.clone());
        }
    }
    picked
}

/// The heading of a group, with what it means; one that folds is a button.
fn head(it: &Shown<'_>, group: &GroupRows, further: Option<&mut bool>, ui: &mut Ui) {
    let Some(further) = further else {
        title(&group.title, ui);
        return widgets::paragraph_small(ui, &group.about);
    };
    ui.add_space(theme::STEP);
    let count = group.roles.len();
    let label = if *further {
        t!(it.view.words, "tracks-fold", group = group.title.as_str())
    } else {
        t!(it.view.words, "tracks-unfold", group = group.title.as_str(), count = count)
    };
    if ui.add(Button::link(&label).small()).clicked() {
        *further = !*further;
    }
    if *further {
        ui.add_space(theme::HALF);
        widgets::paragraph_small(ui, &group.about);
    }
}

fn title(words: &str, ui: &mut Ui) {
    ui.add_space(theme::STEP);
    widgets::subheading(ui, words);
}

/// Without scores: the roles by track.
fn by_track(it: &Shown<'_>, kept: &[&Candidate], ui: &mut Ui) -> Option<RoleId> {
    let mut picked = None;
    for track in Track::ALL.into_iter().map(Some).chain([None]) {
        let of: Vec<&Candidate> = kept.iter().copied().filter(|candidate| candidate.track == track).collect();
        if of.is_empty() {
            continue;
        }
        match track {
            Some(track) => title(&it.view.explorer.catalogue.texts.track(track).name, ui),
            None => title(&t!(it.view.words, "tracks-own"), ui),
        }
        for candidate in of {
            if row(it, candidate, &below_of(it, candidate), ui).clicked() {
                picked = Some(candidate.role.id.clone());
            }
        }
    }
    picked
}

/// The present role, then the others by how near they are to it.
fn near(it: &Shown<'_>, ui: &mut Ui) -> Option<RoleId> {
    let mut picked = None;
    let now = it.candidates().iter().find(|candidate| is_current(&candidate.role.id));
    if let Some(candidate) = now
        && row(it, candidate, &below_of(it, candidate), ui).clicked()
    {
        picked = Some(candidate.role.id.clone());
    }
    title(&t!(it.view.words, "tracks-near"), ui);
    widgets::paragraph_small(ui, &t!(it.view.words, "tracks-near-about"));
    for way in &it.model.ways {
        let Some(candidate) = it.view.explorer.candidate(&way.to) else { continue };
        if row(it, candidate, &way.words, ui).clicked() {
            picked = Some(candidate.role.id.clone());
        }
    }
    picked
}

/// The words below a name: how near the role is, and what it takes to get in.
fn below_of(it: &Shown<'_>, candidate: &Candidate) -> String {
    let Some(row) = it.row(&candidate.role.id) else { return String::new() };
    match (row.near.as_str(), row.entry.as_str()) {
        ("", entry) => entry.to_owned(),
        (near, "") => near.to_owned(),
        (near, entry) => t!(it.view.words, "tracks-near-entry", near = near, entry = entry),
    }
}

/// The width that a control needs for its present words.
fn needed(it: &Shown<'_>, state: &State, ui: &Ui) -> f32 {
    widgets::width_of(ui, theme::text(ui, Size::Small, Ink::Ink, state.filter.label(it))) + AROUND
}

/// Whether the words on the control fit into its place.
pub fn controls_fit(it: &Shown<'_>, state: &State, ui: &Ui) -> bool {
    needed(it, state, ui) <= ui.available_width()
}

/// The control for which roles are shown.
pub fn controls(it: &Shown<'_>, state: &mut State, ui: &mut Ui) {
    let filters: Vec<(Filter, String)> = Filter::ALL.into_iter().map(|f| (f, f.label(it))).collect();
    let room = ui.available_width();
    let width = room.clamp(80.0, 160.0).max(needed(it, state, ui).min(room));
    let mut chosen = state.filter;
    choose(ui, &t!(it.view.words, "tracks-filter"), &filters, &mut chosen, width);
    if chosen != state.filter {
        state.show(chosen);
    }
}

/// What a filter asks beyond its name.
pub fn further_controls(it: &Shown<'_>, state: &mut State, ui: &mut Ui) {
    if state.filter == Filter::InReach {
        reach::ui(it, &mut state.reach, ui);
    }
}

/// A small list to choose one of.
fn choose<T: Copy + PartialEq>(ui: &mut Ui, name: &str, all: &[(T, String)], chosen: &mut T, width: f32) {
    let words = all.iter().find(|(value, _)| value == chosen).map_or("", |(_, words)| words.as_str());
    let small = |words: &str, ui: &Ui| theme::text(ui, Size::Small, Ink::Ink, words);
    ui.name_inputs(name, |ui| {
        ui.spacing_mut().button_padding = vec2(8.0, 4.0);
        ui.spacing_mut().interact_size.y = 32.0;
        let shown = ComboBox::from_id_salt(name).selected_text(small(words, ui)).width(width).truncate();
        let shown = shown.show_ui(ui, |ui| {
            for (value, words) in all {
                if ui.selectable_label(value == chosen, small(words, ui)).clicked() {
                    *chosen = *value;
                    // A press by key or by a screen reader closes no list by itself.
                    ui.close();
                }
            }
        });
        widgets::says_value(ui, &shown.response, name, words);
        focus_ring(ui, &shown.response, theme::RADIUS);
    });
}

/// The width of a list to choose from, without its words.
const AROUND: f32 = 40.0;

fn row(it: &Shown<'_>, candidate: &Candidate, words: &str, ui: &mut Ui) -> Response {
    let id = &candidate.role.id;
    let chosen = *id == it.view.explorer.chosen;
    let name = name(it, candidate, ui);
    let below = (!words.is_empty()).then(|| small(words, ui));
    let upper = (name.size().y + theme::STEP).max(ROW);
    let height = upper + below.as_ref().map_or(0.0, |below| below.size().y);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(AccessRole::ListBoxOption, true, chosen, spoken(it, id, words)));
    if chosen {
        // A description that comes while the row has the focus is heard: choosing a role says the role.
        let shown = t!(it.view.words, "tracks-chosen", role = candidate.name.as_str());
        ui.accesskit_node_builder(response.id, |node| node.set_description(shown));
    }
    if ui.is_rect_visible(rect) {
        if chosen || response.hovered() {
            let ground = rect.expand2(vec2(8.0, 0.0));
            ui.painter().rect_filled(ground, CornerRadius::same(theme::RADIUS), theme::color(ui, Ink::Select));
        }
        if name.elided {
            response.clone().on_hover_text(&candidate.name);
        }
        let (upper, lower) = rect.split_top_bottom_at_y(rect.top() + upper);
        paint_row(it, &Row { id, name }, upper, ui);
        if let Some(below) = below {
            // It belongs to the name, which has half a step of room below it.
            let at = pos2(rect.left(), lower.top() - theme::HALF);
            ui.painter().galley(at, below, theme::color(ui, Ink::InkSoft));
        }
    }
    focus_ring(ui, &response, theme::RADIUS);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// What screen readers say of a role: how it fits, then the words below its name.
fn spoken(it: &Shown<'_>, id: &RoleId, below: &str) -> String {
    let said = it.row(id).map_or("", |row| row.spoken.as_str());
    if below.is_empty() {
        return said.to_owned();
    }
    t!(it.view.words, "tracks-spoken-below", spoken = said, below = below.trim_end_matches('.'))
}

/// Small words below the name of a role, over the whole width.
fn small(words: &str, ui: &Ui) -> Arc<Galley> {
    let (font, ink) = (theme::font(Size::Small, false), theme::color(ui, Ink::InkSoft));
    ui.painter().layout(words.to_owned(), font, ink, ui.available_width())
}

/// The icon of a role, and the width that it takes.
fn icon(it: &Shown<'_>, id: &RoleId) -> Option<Icon> {
    if is_current(id) { Some(Icon::Audit) } else { it.is_pinned(id).then_some(Icon::Pin) }
}

const ICON: f32 = 22.0;

/// The width of the line of a fit.
#[expect(clippy::cast_possible_truncation, reason = "a small drawing")]
const LINE: f32 = BAND as f32;

/// The name of a role, within its width. Only the names of the person's own roles can be too long for it.
fn name(it: &Shown<'_>, candidate: &Candidate, ui: &Ui) -> Arc<Galley> {
    let id = &candidate.role.id;
    let strong = *id == it.view.explorer.chosen;
    let beside = it.fit(id).map_or(0.0, |_| LINE + theme::STEP) + icon(it, id).map_or(0.0, |_| ICON);
    let format = TextFormat {
        font_id: theme::font(Size::Body, strong),
        color: theme::color(ui, Ink::Ink),
        line_height: Some(Size::Body.line()),
        ..TextFormat::default()
    };
    let mut job = LayoutJob::single_section(candidate.name.clone(), format);
    job.wrap = TextWrapping { max_rows: LINES, ..TextWrapping::wrap_at_width(ui.available_width() - beside) };
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// A row, laid out.
struct Row<'a> {
    id: &'a RoleId,
    name: Arc<Galley>,
}

fn paint_row(it: &Shown<'_>, row: &Row<'_>, rect: Rect, ui: &Ui) {
    let Row { id, name } = row;
    let y = rect.center().y;
    let mut left = rect.left();
    if let Some(icon) = icon(it, id) {
        icon.paint(ui, Rect::from_center_size(pos2(left + 8.0, y), vec2(16.0, 16.0)), theme::color(ui, Ink::InkSoft));
        left += ICON;
    }
    ui.painter().galley(pos2(left, y - name.size().y / 2.0), Arc::clone(name), theme::color(ui, Ink::Ink));
    if let Some(band) = it.row(id).and_then(|row| row.band.as_ref()) {
        paint(band, ui.painter(), pos2(rect.right() - LINE, y - 8.0), 1.0, theme::palette(ui));
    }
}

/// How to read the list, and the buttons to add a role of the person's own.
pub fn foot(it: &Shown<'_>, on_map: bool, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = match (it.is_assessed(), on_map) {
        (true, true) => t!(it.view.words, "tracks-how-map"),
        (true, false) => t!(it.view.words, "tracks-how"),
        (false, _) => it.view.explorer.catalogue.texts.note.clone(),
    };
    ui.label(theme::text(ui, Size::Small, Ink::InkSoft, words));
    ui.add_space(theme::HALF);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        if ui.add(Button::new(&t!(it.view.words, "tracks-new")).small().icon(Icon::Plus)).clicked() {
            commands.push(Command::Role(RoleCommand::Add(NewRole::Empty)));
        }
        if ui.add(Button::new(&t!(it.view.words, "tracks-from-ad")).small().icon(Icon::Paste)).clicked() {
            commands.push(Command::Role(RoleCommand::AskAd(None)));
        }
    });
    if it.is_assessed() {
        ui.add_space(theme::STEP);
        widgets::paragraph_small(ui, &it.view.explorer.catalogue.texts.note);
    }
}
