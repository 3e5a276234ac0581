//! All roles on a map: up is more done already, right is more energising.

use egui::{Align, Layout, Ui, vec2};

use super::Shown;
use crate::app::explorer::{Candidate, is_current};
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::{self, MapChart};
use crate::chart::{Map, MapError, MapMark, MapPlace, MapRole, MapWords, map, map_mark, scene};
use crate::figures::Card;
use crate::profile::RoleId;
use crate::t;
use crate::tracks::{RoleFit, Spread, Track};

/// The widest map.
const WIDEST: f32 = 560.0;

fn mark_of(candidate: &Candidate) -> MapMark {
    match candidate.track {
        Some(Track::Management) => MapMark::Circle,
        Some(Track::Leadership) => MapMark::Diamond,
        Some(Track::Hybrid) => MapMark::Triangle,
        None if is_current(&candidate.role.id) => MapMark::Ring,
        None => MapMark::Square,
    }
}

/// A role that has a place on the map.
struct Known<'a> {
    candidate: &'a Candidate,
    fit: &'a RoleFit,
    place: MapPlace,
}

/// Shows the map. Returns the role that was picked.
pub fn ui(it: &Shown<'_>, ui: &mut Ui) -> Option<RoleId> {
    let known = known(it);
    if known.is_empty() {
        ui.label(theme::text(ui, Size::Body, Ink::InkSoft, t!(it.view.words, "tracks-map-none")));
        return None;
    }
    let width = ui.available_width().min(WIDEST);
    let drawn = it.view.models.map(it.view.explorer, width, || draw(it, &known, f64::from(width)));
    let card = |i: usize| {
        let row = known.get(i).and_then(|known| it.row(&known.candidate.role.id));
        row.map_or_else(Card::default, |row| row.card.clone())
    };
    // The shape of the mark is the track; one of the person's own roles has none.
    let spoken = |i: usize| {
        let own = t!(it.view.words, "tracks-own");
        let track = known.get(i).and_then(|known| known.candidate.track);
        let track = track.map_or(own, |track| it.view.explorer.catalogue.texts.track(track).name.clone());
        let row = known.get(i).and_then(|known| it.row(&known.candidate.role.id));
        row.map_or_else(String::new, |row| {
            t!(it.view.words, "tracks-map-spoken", mark = row.card.spoken(), track = track)
        })
    };
    let picked = MapChart::new(&drawn, &card, &spoken).show(ui).and_then(|i| known.get(i));
    ui.add_space(theme::HALF);
    legend(it, ui);
    ui.add_space(theme::HALF);
    widgets::paragraph_small(ui, &about(it, &known));
    picked.map(|known| known.candidate.role.id.clone())
}

/// The roles that have a place, in the order of the list.
fn known<'a>(it: &Shown<'a>) -> Vec<Known<'a>> {
    let order: Vec<&RoleId> = it.model.groups.iter().flat_map(|group| &group.roles).collect();
    let one = |candidate: &'a Candidate| {
        let fit = it.fit(&candidate.role.id)?;
        Some(Known { candidate, fit, place: place(fit)? })
    };
    let mut known: Vec<Known<'a>> = it.candidates().iter().filter_map(one).collect();
    known.sort_by_key(|known| order.iter().position(|id| **id == known.candidate.role.id).unwrap_or(order.len()));
    known
}

fn place(fit: &RoleFit) -> Option<MapPlace> {
    Some(MapPlace { can: fit.can?, want: fit.want? })
}

fn error(fit: &RoleFit) -> Option<MapError> {
    let Spread { middle: [can, want], together, .. } = fit.spread?;
    Some(MapError { middle: MapPlace { can, want }, can: fit.spread?.can, want: fit.spread?.want, together })
}

fn draw(it: &Shown<'_>, known: &[Known<'_>], width: f64) -> Map {
    let fits = it.view.explorer.fits.as_deref().filter(|fits| fits.supposed.is_some());
    let role = |(at, known): (usize, &Known<'_>)| {
        let id = &known.candidate.role.id;
        let chosen = *id == it.view.explorer.chosen;
        MapRole {
            name: known.candidate.name.clone(),
            place: known.place,
            before: fits.and_then(|fits| place(fits.real.fit(id)?)),
            // The first of the list fits best.
            error: error(known.fit).filter(|_| chosen || at == 0),
            mark: mark_of(known.candidate),
            chosen,
            now: is_current(id),
            first: known.fit.contends() || it.is_pinned(id),
        }
    };
    let roles: Vec<MapRole> = known.iter().enumerate().map(role).collect();
    map(&roles, &words(it, known), scene::Size { width, height: width * 1.05 })
}

fn words(it: &Shown<'_>, known: &[Known<'_>]) -> MapWords {
    let words = it.view.words;
    let said = known.iter().filter_map(|known| it.row(&known.candidate.role.id)).map(|row| row.spoken.as_str());
    MapWords {
        title: t!(words, "tracks-map-title"),
        alt: said.collect::<Vec<_>>().join(" "),
        can: t!(words, "tracks-map-can"),
        want: t!(words, "tracks-map-want"),
        quarters: [
            t!(words, "tracks-map-drains"),
            t!(words, "tracks-map-both"),
            t!(words, "tracks-map-neither"),
            t!(words, "tracks-map-wants"),
        ],
    }
}

/// What the outlines and the hollow marks mean.
fn about(it: &Shown<'_>, known: &[Known<'_>]) -> String {
    let first_shown = known.first().is_some_and(|known| known.candidate.role.id == it.view.explorer.chosen);
    let outlines =
        if first_shown { t!(it.view.words, "tracks-map-one") } else { t!(it.view.words, "tracks-map-ellipses") };
    if it.view.explorer.fits.as_deref().is_some_and(|fits| fits.supposed.is_some()) {
        format!("{outlines} {}", t!(it.view.words, "tracks-map-before"))
    } else {
        outlines
    }
}

fn legend(it: &Shown<'_>, ui: &mut Ui) {
    let texts = &it.view.explorer.catalogue.texts;
    let own = it.candidates().iter().any(|candidate| mark_of(candidate) == MapMark::Square);
    let now = it.candidates().iter().any(|candidate| is_current(&candidate.role.id));
    let tracks = Track::ALL.map(|track| (mark_of_track(track), texts.track(track).name.clone()));
    let own = own.then(|| (MapMark::Square, t!(it.view.words, "tracks-own")));
    let now = now.then(|| (MapMark::Ring, t!(it.view.words, "role-current")));
    let all = tracks.into_iter().chain(own).chain(now);
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
