//! The pages, as they print.

use egui::accesskit::Role;
use egui::{
    Align, Frame, Layout, Margin, Panel, Rect, ScrollArea, Sense, Shadow, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::State;
use crate::app::command::{Command, ReportCommand};
use crate::app::theme::{self, Ink};
use crate::app::view::View;
use crate::app::widgets::{Button, Segmented};
use crate::t;
use crate::words::Words;

/// Pixels of 1/96 inch in a point of 1/72 inch.
const PIXELS: f32 = 96.0 / 72.0;
/// Around and between pages.
const MARGIN: f32 = 24.0;
/// The sizes that the two buttons go through, as shares of the real size.
const STEPS: [f32; 9] = [0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0];

/// How large pages are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Zoom {
    /// So that a page fits into the window.
    #[default]
    Page,
    /// As wide as there is room.
    Width,
    /// A share of the real size.
    Share(f32),
}

/// The pages with their bar.
pub fn ui(view: &View<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let ground = theme::color(ui, Ink::Select);
    ui.painter().rect_filled(ui.max_rect(), 0.0, ground);
    let frame = Frame::new().fill(theme::color(ui, Ink::Paper)).inner_margin(Margin::symmetric(16, 0));
    let bar = Panel::bottom("zoom").resizable(false).exact_size(48.0).frame(frame).show_separator_line(false);
    let whole = ui.max_rect();
    let room = vec2(whole.width(), whole.height() - 48.0);
    let share = share(view, state.zoom, room);
    bar.show(ui, |ui| {
        let top = ui.painter().round_to_pixel_center(ui.max_rect().top() + 0.5);
        let across = (ui.max_rect().left() - 16.0)..=(ui.max_rect().right() + 16.0);
        ui.painter().hline(across, top, theme::stroke(ui, 1.0, Ink::Line));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| zoom_ui(view.words, state, share, ui));
    });
    pinch(state, share, ui);
    let pages = ScrollArea::both().id_salt("sheets").auto_shrink([false, false]);
    pages.show(ui, |ui| all(view, share, room.x, ui, commands));
}

/// The pages below each other, as wide as there is room.
pub fn column(view: &View<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let room = vec2(ui.available_width(), f32::INFINITY);
    state.zoom = Zoom::Width;
    all(view, share(view, Zoom::Width, room), room.x, ui, commands);
}

/// The share of the real size that a zoom comes to.
fn share(view: &View<'_>, zoom: Zoom, room: Vec2) -> f32 {
    let paper = size(view, 0);
    let scroll = 16.0;
    let width = (room.x - 2.0 * MARGIN - scroll) / paper.x;
    let share = match zoom {
        Zoom::Page => width.min((room.y - 2.0 * MARGIN) / paper.y),
        Zoom::Width => width,
        Zoom::Share(share) => share,
    };
    share.clamp(0.1, 4.0)
}

/// The real size of a page in pixels of 1/96 inch.
fn size(view: &View<'_>, page: usize) -> Vec2 {
    let known = view.preview.pages.as_ref().and_then(|pages| pages.size(page));
    let (width, height) = known.unwrap_or_else(|| view.settings.paper().size());
    #[expect(clippy::cast_possible_truncation, reason = "sizes of paper")]
    let size = vec2(width as f32, height as f32);
    size * PIXELS
}

fn zoom_ui(words: &Words, state: &mut State, share: f32, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.x = theme::STEP;
    let labels = [t!(words, "print-zoom-page"), t!(words, "print-zoom-width")];
    let chosen = match state.zoom {
        Zoom::Page => 0,
        Zoom::Width => 1,
        Zoom::Share(_) => usize::MAX,
    };
    if let Some(picked) = Segmented::new(&t!(words, "print-zoom"), &labels).show(ui, chosen) {
        state.zoom = if picked == 0 { Zoom::Page } else { Zoom::Width };
    }
    let smaller = STEPS.into_iter().rev().find(|step| *step < share - 0.01);
    let larger = STEPS.into_iter().find(|step| *step > share + 0.01);
    let (less, more) = (t!(words, "print-zoom-out"), t!(words, "print-zoom-in"));
    for (icon, name, step) in [(theme::Icon::Minus, &less, smaller), (theme::Icon::Plus, &more, larger)] {
        let button = Button::new("").look(crate::app::widgets::Look::Flat).icon(icon).name(name);
        if ui.add(button.enabled(step.is_some())).on_hover_text(name).clicked()
            && let Some(step) = step
        {
            state.zoom = Zoom::Share(step);
        }
    }
    let percent = words.decimal(f64::from(share) * 100.0, 0);
    ui.label(theme::text(ui, theme::Size::Small, Ink::InkSoft, t!(words, "settings-percent", percent = percent)));
}

/// Zooming with two fingers, or with the wheel and Ctrl.
fn pinch(state: &mut State, share: f32, ui: &Ui) {
    let delta = ui.input(egui::InputState::zoom_delta);
    if (delta - 1.0).abs() > 0.001 && ui.rect_contains_pointer(ui.max_rect()) {
        state.zoom = Zoom::Share((share * delta).clamp(STEPS[0], STEPS[STEPS.len() - 1]));
    }
}

fn all(view: &View<'_>, share: f32, room: f32, ui: &mut Ui, commands: &mut Vec<Command>) {
    let count = view.preview.sheets.len().max(1);
    let sizes: Vec<Vec2> = (0..count).map(|page| size(view, page) * share).collect();
    let widest = sizes.iter().map(|s| s.x).fold(0.0, f32::max) + 2.0 * MARGIN;
    let width = widest.max(room - 16.0);
    let height = sizes.iter().map(|s| s.y + MARGIN).sum::<f32>() + MARGIN;
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let mut y = rect.top() + MARGIN;
    for (page, size) in sizes.iter().enumerate() {
        let left = (rect.center().x - size.x / 2.0).max(rect.left() + MARGIN);
        let place = Rect::from_min_size(pos2(left, y), *size);
        sheet(view, &Lies { page, place, share }, ui, commands);
        y += size.y + MARGIN;
    }
}

/// Where a page lies.
struct Lies {
    page: usize,
    place: Rect,
    /// Of its real size.
    share: f32,
}

/// One page: its picture, or white paper until that is there.
fn sheet(view: &View<'_>, lies: &Lies, ui: &Ui, commands: &mut Vec<Command>) {
    let Lies { page, place, share } = *lies;
    let id = ui.scope_id().with(("sheet", page));
    let response = ui.interact(place, id, Sense::hover());
    let pages = view.preview.sheets.len();
    let number = page + 1;
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Image, true, t!(view.words, "print-sheet", page = number, pages = pages))
    });
    if !ui.is_rect_visible(place) {
        return;
    }
    let shadow = Shadow { offset: [0, 2], blur: 8, spread: 0, color: ui.visuals().window_shadow.color };
    ui.painter().add(shadow.as_shape(place, 0.0));
    let Some(sheet) = view.preview.sheets.get(page) else {
        ui.painter().rect_filled(place, 0.0, theme::print_paper());
        return;
    };
    match &sheet.picture {
        Some((_, texture)) => {
            let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            ui.painter().image(texture.id(), place, uv, theme::UNTINTED);
        }
        None => {
            ui.painter().rect_filled(place, 0.0, theme::print_paper());
        }
    }
    ui.painter().rect_stroke(place, 0.0, theme::stroke(ui, 1.0, Ink::Line), StrokeKind::Outside);
    // As many pixels as the screen shows, but no more than a graphics card can handle.
    let most = ui.input(|input| input.raw.max_texture_side).unwrap_or(8192);
    #[expect(clippy::cast_precision_loss, reason = "a few thousand pixels")]
    let limit = most as f32 / (place.height().max(place.width()) / share / PIXELS);
    let wanted = (share * PIXELS * ui.pixels_per_point()).min(limit);
    let fits = |scale: f32| (scale - wanted).abs() < 0.001;
    if !fits(sheet.asked) && view.preview.pages.is_some() {
        commands.push(Command::Report(ReportCommand::Paint(page, wanted)));
    }
}
