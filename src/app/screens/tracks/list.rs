//! The roles as a list: by track, or in the order of how they fit.

use egui::accesskit::Role as AccessRole;
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align2, ComboBox, CornerRadius, CursorIcon, Galley, Rect, Response, Sense, TextFormat, Ui, WidgetInfo, pos2, vec2,
};
use std::sync::Arc;

use super::{Shown, marks};
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
    Own,
    Of(Track),
}

impl Filter {
    const ALL: [Self; 6] = [
        Self::All,
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
            Self::Own => t!(it.view.words, "tracks-own"),
            Self::Of(track) => it.view.explorer.catalogue.texts.track(track).name.clone(),
        }
    }

    fn keeps(self, it: &Shown<'_>, candidate: &Candidate) -> bool {
        match self {
            Self::All => true,
            Self::Pinned => it.is_pinned(&candidate.role.id),
            Self::Own => candidate.track.is_none(),
            Self::Of(track) => candidate.track == Some(track),
        }
    }
}

/// What the list remembers.
#[derive(Debug, Default)]
pub struct State {
    sort: Sort,
    filter: Filter,
}

/// The least height of a row, and the most lines of a name.
const ROW: f32 = 32.0;
const LINES: usize = 2;

/// Shows the list. Returns the role that was picked.
pub fn ui(it: &Shown<'_>, state: &mut State, ui: &mut Ui) -> Option<RoleId> {
    let kept: Vec<&Candidate> = it.candidates().iter().filter(|c| state.filter.keeps(it, c)).collect();
    let mut picked = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let columns = Columns::of(it.view.words, ui);
        if it.is_assessed() {
            heads(it.view.words, columns, ui);
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

impl Columns {
    /// As far apart as the heads need.
    fn of(words: &Words, ui: &Ui) -> Self {
        let head = |words: String| widgets::width_of(ui, theme::text(ui, Size::Small, Ink::InkSoft, words));
        let [can, want, sure] = [t!(words, "tracks-can"), t!(words, "tracks-want"), t!(words, "tracks-sure")].map(head);
        let want_middle = (sure + theme::STEP + want / 2.0).max(68.0);
        let can_middle = (want_middle + want / 2.0 + theme::STEP + can / 2.0).max(want_middle + 60.0);
        Self { can: can_middle + 24.0, want: want_middle + 24.0 }
    }
}

fn heads(words: &Words, columns: Columns, ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    let (font, ink) = (theme::font(Size::Small, false), theme::color(ui, Ink::InkSoft));
    let y = rect.center().y;
    let write = |x: f32, align, words: String| ui.painter().text(pos2(x, y), align, words, font.clone(), ink);
    write(rect.left(), Align2::LEFT_CENTER, t!(words, "tracks-role"));
    write(rect.right() - columns.can + 24.0, Align2::CENTER_CENTER, t!(words, "tracks-can"));
    write(rect.right() - columns.want + 24.0, Align2::CENTER_CENTER, t!(words, "tracks-want"));
    write(rect.right(), Align2::RIGHT_CENTER, t!(words, "tracks-sure"));
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
            // Roles that come first in hardly any draw are sorted by how well they fit.
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
    let height = (name.size().y + theme::STEP).max(ROW);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let said = it.row(id).map_or("", |row| row.spoken.as_str());
    response.widget_info(|| WidgetInfo::selected(AccessRole::ListBoxOption, true, chosen, said));
    if ui.is_rect_visible(rect) {
        if chosen || response.hovered() {
            let ground = rect.expand2(vec2(8.0, 0.0));
            ui.painter().rect_filled(ground, CornerRadius::same(theme::RADIUS), theme::color(ui, Ink::Select));
        }
        if name.elided {
            response.clone().on_hover_text(&candidate.name);
        }
        paint_row(it, &Row { id, name, columns }, rect, ui);
    }
    focus_ring(ui, &response, theme::RADIUS);
    response.on_hover_cursor(CursorIcon::PointingHand)
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
