//! All roles on a map: up is more able, right is more willing.

use egui::{Align, Layout, Ui, vec2};

use super::Shown;
use crate::app::explorer::Candidate;
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, MapChart};
use crate::chart::{Map, MapMark, MapRole, MapWords, map, map_mark, scene};
use crate::figures::Card;
use crate::profile::RoleId;
use crate::t;
use crate::tracks::{RoleFit, Track};

/// The widest map.
const WIDEST: f32 = 560.0;

fn mark_of(candidate: &Candidate) -> MapMark {
    match candidate.track {
        Some(Track::Management) => MapMark::Circle,
        Some(Track::Leadership) => MapMark::Diamond,
        Some(Track::Hybrid) => MapMark::Triangle,
        None => MapMark::Square,
    }
}

/// Shows the map. Returns the role that was picked.
pub fn ui(it: &Shown<'_>, ui: &mut Ui) -> Option<RoleId> {
    let known: Vec<(&Candidate, f64, f64)> = it
        .candidates()
        .iter()
        .filter_map(|candidate| {
            let fit = it.fit(&candidate.role.id)?;
            Some((candidate, fit.can?, fit.want?))
        })
        .collect();
    if known.is_empty() {
        ui.label(theme::text(ui, Size::Body, Ink::InkSoft, t!(it.view.words, "tracks-map-none")));
        return None;
    }
    let width = ui.available_width().min(WIDEST);
    let drawn = it.view.models.map(it.view.explorer, width, || draw(it, &known, f64::from(width)));
    let card = |i: usize| {
        let row = known.get(i).and_then(|(candidate, ..)| it.row(&candidate.role.id));
        row.map_or_else(Card::default, |row| row.card.clone())
    };
    // The shape of the mark is the track; one of the person's own roles has none.
    let spoken = |i: usize| {
        let own = t!(it.view.words, "tracks-own");
        let track = known.get(i).and_then(|(candidate, ..)| candidate.track);
        let track = track.map_or(own, |track| it.view.explorer.catalogue.texts.track(track).name.clone());
        let row = known.get(i).and_then(|(candidate, ..)| it.row(&candidate.role.id));
        row.map_or_else(String::new, |row| {
            t!(it.view.words, "tracks-map-spoken", mark = row.card.spoken(), track = track)
        })
    };
    let picked =
        MapChart::new(&drawn, &card, &spoken).show(ui).and_then(|i| known.get(i)).map(|(c, ..)| c.role.id.clone());
    legend(it, ui);
    picked
}

fn draw(it: &Shown<'_>, known: &[(&Candidate, f64, f64)], width: f64) -> Map {
    let chosen = &it.view.explorer.chosen;
    let role = |(candidate, can, want): &(&Candidate, f64, f64)| {
        let best = it.fit(&candidate.role.id).is_some_and(RoleFit::contends);
        let is_chosen = candidate.role.id == *chosen;
        MapRole {
            name: candidate.name.clone(),
            can: *can,
            want: *want,
            mark: mark_of(candidate),
            chosen: is_chosen,
            named: is_chosen || best || it.is_pinned(&candidate.role.id),
        }
    };
    let roles: Vec<MapRole> = known.iter().map(role).collect();
    map(&roles, &words(it, known), scene::Size { width, height: width * 0.95 })
}

fn words(it: &Shown<'_>, known: &[(&Candidate, f64, f64)]) -> MapWords {
    let said = known.iter().filter_map(|(candidate, ..)| it.row(&candidate.role.id)).map(|row| row.spoken.as_str());
    MapWords {
        title: t!(it.view.words, "tracks-map-title"),
        alt: said.collect::<Vec<_>>().join(" "),
        can: [String::new(), t!(it.view.words, "tracks-map-can")],
        want: [String::new(), t!(it.view.words, "tracks-map-want")],
        drain: t!(it.view.words, "tracks-map-drain"),
    }
}

fn legend(it: &Shown<'_>, ui: &mut Ui) {
    let texts = &it.view.explorer.catalogue.texts;
    let own = it.candidates().iter().any(|candidate| candidate.track.is_none());
    let tracks = Track::ALL.map(|track| (mark_of_track(track), texts.track(track).name.clone()));
    let all = tracks.into_iter().chain(own.then(|| (MapMark::Square, t!(it.view.words, "tracks-own"))));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().interact_size.y = Size::Small.line();
        ui.spacing_mut().item_spacing = vec2(theme::GAP, 0.0);
        for (mark, name) in all {
            // Mark and name stay together: a row of their own that is as wide as they are, or the line would not break before it.
            let font = theme::font(Size::Small, false);
            let words = ui.painter().layout_no_wrap(name, font, theme::color(ui, Ink::InkSoft));
            let mark = map_mark(mark);
            #[expect(clippy::cast_possible_truncation, reason = "a mark is small")]
            let room = vec2(mark.width as f32 + theme::HALF + words.size().x.ceil() + 1.0, Size::Small.line());
            ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = theme::HALF;
                widgets::drawing(ui, mark);
                ui.label(words);
            });
        }
    });
}

const fn mark_of_track(track: Track) -> MapMark {
    match track {
        Track::Management => MapMark::Circle,
        Track::Leadership => MapMark::Diamond,
        Track::Hybrid => MapMark::Triangle,
    }
}
