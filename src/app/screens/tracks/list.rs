//! The roles as a list: by track, or in the order of how they fit.

use eframe::egui::accesskit::Role as AccessRole;
use eframe::egui::{
    Align2, ComboBox, CornerRadius, CursorIcon, Rect, Response, Sense, TextWrapMode, Ui, WidgetInfo, WidgetText, pos2,
    vec2,
};

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

/// In which order.
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

/// Which of them.
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

/// Height of a row.
const ROW: f32 = 32.0;

/// Shows the list. Gives the role that was picked.
pub fn ui(it: &Shown<'_>, state: &mut State, ui: &mut Ui) -> Option<RoleId> {
    let kept: Vec<&Candidate> = it.candidates().iter().filter(|c| state.filter.keeps(it, c)).collect();
    let mut picked = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if it.is_assessed() {
            heads(it.view.words, ui);
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
                if row(it, candidate, ui).clicked() {
                    picked = Some(candidate.role.id.clone());
                }
            }
        }
    });
    picked
}

/// Which roles, and in which order.
pub fn controls(it: &Shown<'_>, state: &mut State, ui: &mut Ui) {
    let filters: Vec<(Filter, String)> = Filter::ALL.into_iter().map(|f| (f, f.label(it))).collect();
    let sorts: Vec<(Sort, String)> = Sort::ALL.into_iter().map(|s| (s, s.label(it.view.words))).collect();
    let width = ((ui.available_width() - theme::STEP) / 2.0).clamp(80.0, 160.0);
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

/// Where the columns begin, from the right edge: can, want.
const CAN: f32 = 152.0;
const WANT: f32 = 92.0;

fn heads(words: &Words, ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    let (font, ink) = (theme::font(Size::Small, false), theme::color(ui, Ink::InkSoft));
    let y = rect.center().y;
    let write = |x: f32, align, words: String| ui.painter().text(pos2(x, y), align, words, font.clone(), ink);
    write(rect.left(), Align2::LEFT_CENTER, t!(words, "tracks-role"));
    write(rect.right() - CAN + 24.0, Align2::CENTER_CENTER, t!(words, "tracks-can"));
    write(rect.right() - WANT + 24.0, Align2::CENTER_CENTER, t!(words, "tracks-want"));
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
            // Roles that hardly any draw puts first are told apart by how well they fit.
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

fn row(it: &Shown<'_>, candidate: &Candidate, ui: &mut Ui) -> Response {
    let id = &candidate.role.id;
    let chosen = *id == it.view.explorer.chosen;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let said = it.row(id).map_or("", |row| row.spoken.as_str());
    response.widget_info(|| WidgetInfo::selected(AccessRole::ListBoxOption, true, chosen, said));
    if ui.is_rect_visible(rect) {
        if chosen || response.hovered() {
            let ground = rect.expand2(vec2(8.0, 0.0));
            ui.painter().rect_filled(ground, CornerRadius::same(theme::RADIUS), theme::color(ui, Ink::Select));
        }
        if paint_row(it, candidate, chosen, rect, ui) {
            response.clone().on_hover_text(&candidate.name);
        }
    }
    focus_ring(ui, &response, theme::RADIUS);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// True when the name was cut.
fn paint_row(it: &Shown<'_>, candidate: &Candidate, chosen: bool, rect: Rect, ui: &Ui) -> bool {
    let id = &candidate.role.id;
    let fitted = it.fit(id);
    let mut room = if fitted.is_some() { rect.width() - CAN - 8.0 } else { rect.width() };
    let ink = theme::color(ui, Ink::Ink);
    let y = rect.center().y;
    let mut left = rect.left();
    let icon = if is_current(id) { Some(Icon::Audit) } else { it.is_pinned(id).then_some(Icon::Pin) };
    if let Some(icon) = icon {
        icon.paint(ui, Rect::from_center_size(pos2(left + 8.0, y), vec2(16.0, 16.0)), theme::color(ui, Ink::InkSoft));
        left += 22.0;
        room -= 22.0;
    }
    let words = if chosen {
        theme::strong(ui, Size::Body, Ink::Ink, &candidate.name)
    } else {
        theme::text(ui, Size::Body, Ink::Ink, &candidate.name)
    };
    let galley =
        WidgetText::from(words).into_galley(ui, Some(TextWrapMode::Truncate), room, theme::font(Size::Body, chosen));
    let cut = galley.elided;
    ui.painter().galley(pos2(left, y - galley.size().y / 2.0), galley, ink);
    let Some(row) = it.row(id).filter(|_| fitted.is_some()) else { return cut };
    marks::line(it, id, Measured::Can, pos2(rect.right() - CAN, y - 8.0), ui);
    marks::line(it, id, Measured::Want, pos2(rect.right() - WANT, y - 8.0), ui);
    let words = &row.of_hundred;
    let ink = theme::color(ui, if *words == "0" { Ink::InkSoft } else { Ink::Ink });
    ui.painter().text(pos2(rect.right(), y), Align2::RIGHT_CENTER, words, theme::font(Size::Body, false), ink);
    cut
}

/// How to read it, and the ways to a role of one's own.
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
