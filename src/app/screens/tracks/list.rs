//! The roles as a list: by track, or in the order of how they fit.

use egui::accesskit::Role as AccessRole;
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align, Align2, ComboBox, CornerRadius, CursorIcon, Galley, Rect, Response, Sense, TextFormat, Ui, WidgetInfo, pos2,
    vec2,
};
use std::sync::Arc;

use super::{Shown, marks, reach};
use crate::app::command::{Command, NewRole, RoleCommand};
use crate::app::explorer::{Candidate, is_current};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::widgets::{self, Button, focus_ring};
use crate::chart::Measured;
use crate::profile::RoleId;
use crate::t;
use crate::tracks::{RoleFit, Track};
use crate::words::Words;

/// The order of the roles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Sort {
    #[default]
    Track,
    Sure,
    Can,
    Want,
    Name,
}

impl Sort {
    const ALL: [Self; 5] = [Self::Track, Self::Sure, Self::Can, Self::Want, Self::Name];

    fn label(self, words: &Words) -> String {
        match self {
            Self::Track => t!(words, "tracks-by-track"),
            Self::Sure => t!(words, "tracks-by-sure"),
            Self::Can => t!(words, "tracks-by-can"),
            Self::Want => t!(words, "tracks-by-want"),
            Self::Name => t!(words, "tracks-by-name"),
        }
    }
}

/// Which roles are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Filter {
    #[default]
    All,
    Pinned,
    InReach,
    Own,
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
    sort: Sort,
    filter: Filter,
    reach: reach::State,
}

impl State {
    fn keeps(&self, it: &Shown<'_>, candidate: &Candidate) -> bool {
        match self.filter {
            Filter::All => true,
            Filter::Pinned => it.is_pinned(&candidate.role.id),
            Filter::InReach => self.reach.keeps(it, candidate),
            Filter::Own => candidate.track.is_none(),
            Filter::Of(track) => candidate.track == Some(track),
        }
    }
}

/// The least height of a row, and the most lines of a name.
const ROW: f32 = 32.0;
const LINES: usize = 3;

/// Shows the list. Returns the role that was picked.
pub fn ui(it: &Shown<'_>, state: &mut State, ui: &mut Ui) -> Option<RoleId> {
    let kept: Vec<&Candidate> = it.candidates().iter().filter(|c| state.keeps(it, c)).collect();
    let mut picked = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let heads = Heads::new(it, ui);
        let columns = heads.columns();
        if it.is_assessed() {
            heads.paint(columns, ui);
        }
        if kept.is_empty() {
            ui.label(theme::text(ui, Size::Small, Ink::InkSoft, t!(it.view.words, "tracks-filter-none")));
        }
        for (title, group) in groups(it, state.sort, kept) {
            if !title.is_empty() {
                ui.add_space(theme::STEP);
                ui.label(theme::strong(ui, Size::Small, Ink::Ink, title));
            }
            for candidate in group {
                if row(it, candidate, columns, ui).clicked() {
                    picked = Some(candidate.role.id.clone());
                }
            }
        }
    });
    picked
}

/// Whether the words on the controls fit into their places.
pub fn controls_fit(it: &Shown<'_>, state: &State, ui: &Ui) -> bool {
    needed(it, state, ui) <= (ui.available_width() - theme::STEP) / 2.0
}

/// The width that a control needs for its present words.
fn needed(it: &Shown<'_>, state: &State, ui: &Ui) -> f32 {
    let small = |words: String| widgets::width_of(ui, theme::text(ui, Size::Small, Ink::Ink, words));
    small(state.filter.label(it)).max(small(state.sort.label(it.view.words))) + AROUND
}

/// The controls for which roles are shown, and in which order.
pub fn controls(it: &Shown<'_>, state: &mut State, ui: &mut Ui) {
    let filters: Vec<(Filter, String)> = Filter::ALL.into_iter().map(|f| (f, f.label(it))).collect();
    let sorts: Vec<(Sort, String)> = Sort::ALL.into_iter().map(|s| (s, s.label(it.view.words))).collect();
    ui.spacing_mut().item_spacing.x = theme::STEP;
    let room = (ui.available_width() - theme::STEP) / 2.0;
    let width = room.clamp(80.0, 160.0).max(needed(it, state, ui).min(room));
    choose(ui, &t!(it.view.words, "tracks-filter"), &filters, &mut state.filter, width);
    if it.is_assessed() {
        choose(ui, &t!(it.view.words, "tracks-sort"), &sorts, &mut state.sort, width);
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
                }
            }
        });
        widgets::says_value(ui, &shown.response, name, words);
        focus_ring(ui, &shown.response, theme::RADIUS);
    });
}

/// The width of a list to choose from, without its words.
const AROUND: f32 = 40.0;

/// Where the columns begin, from the right edge. Their marks are 48 wide, centred below their heads.
#[derive(Clone, Copy, Debug)]
struct Columns {
    can: f32,
    want: f32,
}

/// The heads of the columns, laid out.
struct Heads {
    role: Arc<Galley>,
    can: Arc<Galley>,
    want: Arc<Galley>,
    number: Arc<Galley>,
}

/// The widest head of the number: longer words go on two lines.
const NUMBER: f32 = 88.0;

impl Heads {
    fn new(it: &Shown<'_>, ui: &Ui) -> Self {
        let head = |words: String, width: f32, align| {
            let mut job =
                LayoutJob::simple(words, theme::font(Size::Small, false), theme::color(ui, Ink::InkSoft), width);
            job.halign = align;
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        };
        let words = it.view.words;
        let line = |words| head(words, f32::INFINITY, Align::Min);
        Self {
            role: line(t!(words, "tracks-role")),
            can: line(t!(words, "tracks-can")),
            want: line(t!(words, "tracks-want")),
            number: head(it.model.number_head.clone(), NUMBER, Align::Max),
        }
    }

    /// As far apart as the heads need.
    fn columns(&self) -> Columns {
        let [can, want, number] = [&self.can, &self.want, &self.number].map(|head| head.size().x);
        let want_middle = (number + theme::STEP + want / 2.0).max(68.0);
        let can_middle = (want_middle + want / 2.0 + theme::STEP + can / 2.0).max(want_middle + 60.0);
        Columns { can: can_middle + 24.0, want: want_middle + 24.0 }
    }

    fn paint(self, columns: Columns, ui: &mut Ui) {
        let height = self.number.size().y.max(24.0);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let ink = theme::color(ui, Ink::InkSoft);
        // All stand on the same last line.
        let paint = |middle: f32, head: Arc<Galley>| {
            let at = pos2(middle - head.size().x / 2.0, rect.bottom() - head.size().y);
            ui.painter().galley(at, head, ink);
        };
        paint(rect.left() + self.role.size().x / 2.0, self.role);
        paint(rect.right() - columns.can + 24.0, self.can);
        paint(rect.right() - columns.want + 24.0, self.want);
        // Its lines end at the right, where it is placed.
        let at = pos2(rect.right(), rect.bottom() - self.number.size().y);
        ui.painter().galley(at, self.number, ink);
    }
}

/// The roles in their order, under their headings.
fn groups<'a>(it: &Shown<'_>, sort: Sort, kept: Vec<&'a Candidate>) -> Vec<(String, Vec<&'a Candidate>)> {
    if sort == Sort::Track || !it.is_assessed() {
        let tracks = Track::ALL.into_iter().map(Some).chain([None]);
        let title = |track: Option<Track>| match track {
            Some(track) => it.view.explorer.catalogue.texts.track(track).name.clone(),
            None => t!(it.view.words, "tracks-own"),
        };
        let of = |track| kept.iter().copied().filter(|c| c.track == track).collect::<Vec<_>>();
        return tracks.map(|track| (title(track), of(track))).filter(|(_, group)| !group.is_empty()).collect();
    }
    let value = |candidate: &Candidate| {
        let fit = it.fit(&candidate.role.id);
        let part = |of: fn(&RoleFit) -> Option<f64>| fit.and_then(of).unwrap_or(-1.0);
        match sort {
            Sort::Can => part(|fit| fit.can),
            Sort::Want => part(|fit| fit.want),
            // As the number beside it. Roles that come first in hardly any draw are sorted by how well they fit.
            Sort::Sure if it.model.counts_three => part(|fit| fit.in_first_three) * 1000.0 + part(|fit| fit.fit),
            Sort::Sure => part(|fit| fit.how_sure) * 1000.0 + part(|fit| fit.fit),
            Sort::Track | Sort::Name => 0.0,
        }
    };
    let mut sorted = kept;
    match sort {
        Sort::Name => sorted.sort_by(|a, b| it.view.words.compare_names(&a.name, &b.name)),
        _ => sorted.sort_by(|a, b| value(b).total_cmp(&value(a))),
    }
    vec![(String::new(), sorted)]
}

fn row(it: &Shown<'_>, candidate: &Candidate, columns: Columns, ui: &mut Ui) -> Response {
    let id = &candidate.role.id;
    let chosen = *id == it.view.explorer.chosen;
    let name = name(it, candidate, columns, ui);
    let entry = it.row(id).map(|row| row.entry.as_str()).filter(|entry| !entry.is_empty());
    let entry = entry.map(|entry| below(entry, ui));
    let upper = (name.size().y + theme::STEP).max(ROW);
    let height = upper + entry.as_ref().map_or(0.0, |entry| entry.size().y);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let said = it.row(id).map_or("", |row| row.spoken.as_str());
    response.widget_info(|| WidgetInfo::selected(AccessRole::ListBoxOption, true, chosen, said));
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
        paint_row(it, &Row { id, name, columns }, upper, ui);
        if let Some(entry) = entry {
            // It belongs to the name, which has half a step of room below it.
            let at = pos2(rect.left(), lower.top() - theme::HALF);
            ui.painter().galley(at, entry, theme::color(ui, Ink::InkSoft));
        }
    }
    focus_ring(ui, &response, theme::RADIUS);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// Small words below the name of a role, over the whole width.
fn below(words: &str, ui: &Ui) -> Arc<Galley> {
    let (font, ink) = (theme::font(Size::Small, false), theme::color(ui, Ink::InkSoft));
    ui.painter().layout(words.to_owned(), font, ink, ui.available_width())
}

/// The icon of a role, and the width that it takes.
fn icon(it: &Shown<'_>, id: &RoleId) -> Option<Icon> {
    if is_current(id) { Some(Icon::Audit) } else { it.is_pinned(id).then_some(Icon::Pin) }
}

const ICON: f32 = 22.0;

/// The name of a role, within its width. Only the names of the person's own roles can be too long for it.
fn name(it: &Shown<'_>, candidate: &Candidate, columns: Columns, ui: &Ui) -> Arc<Galley> {
    let id = &candidate.role.id;
    let strong = *id == it.view.explorer.chosen;
    let beside = it.fit(id).map_or(0.0, |_| columns.can + theme::STEP) + icon(it, id).map_or(0.0, |_| ICON);
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
    columns: Columns,
}

fn paint_row(it: &Shown<'_>, row: &Row<'_>, rect: Rect, ui: &Ui) {
    let Row { id, name, columns } = row;
    let ink = theme::color(ui, Ink::Ink);
    let y = rect.center().y;
    let mut left = rect.left();
    if let Some(icon) = icon(it, id) {
        icon.paint(ui, Rect::from_center_size(pos2(left + 8.0, y), vec2(16.0, 16.0)), theme::color(ui, Ink::InkSoft));
        left += ICON;
    }
    ui.painter().galley(pos2(left, y - name.size().y / 2.0), Arc::clone(name), ink);
    let Some(row) = it.row(id).filter(|row| row.fit.is_some()) else { return };
    marks::line(it, id, Measured::Can, pos2(rect.right() - columns.can, y - 8.0), ui);
    marks::line(it, id, Measured::Want, pos2(rect.right() - columns.want, y - 8.0), ui);
    let words = &row.of_hundred;
    let ink = theme::color(ui, if *words == "0" { Ink::InkSoft } else { Ink::Ink });
    ui.painter().text(pos2(rect.right(), y), Align2::RIGHT_CENTER, words, theme::font(Size::Body, false), ink);
}

/// How to read the list, and the buttons to add a role of the person's own.
pub fn foot(it: &Shown<'_>, on_map: bool, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = match (it.is_assessed(), on_map) {
        (true, true) => t!(it.view.words, "tracks-how-map"),
        (true, false) => {
            t!(it.view.words, "tracks-how", three = if it.model.counts_three { "yes" } else { "no" })
        }
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
