//! What the charts have in common: the pointer or the arrow keys go from facet to facet, and a card shows the numbers.
//!
//! Screen readers say the text of the chart when it gets the focus, and with each arrow only the place that it went to: its name first,
//! then its numbers. The place is a part of the chart that has the focus, since not every screen reader says a value that changes, nor a
//! live region. A chart that changes while the focus is elsewhere says nothing.

use egui::accesskit::Role;
use egui::{
    EventFilter, Grid, Id, Key, Pos2, Rect, RectAlign, Response, Sense, TextWrapMode, Tooltip, Ui, Vec2, WidgetInfo,
    vec2,
};

#[cfg(test)]
mod tests;

use super::focus_ring;
use super::scene::{name, px};
use crate::app::theme::{self, Ink, Size};
use crate::chart::scene::{Point, Scene};
use crate::figures::Card;

/// A chart before it is painted.
pub(super) struct Explored {
    pub response: Response,
    /// The factor from points of the drawing to points of the window.
    pub scale: f32,
    /// The index of the facet under the pointer, or that the keys went to.
    pub current: Option<usize>,
}

impl Explored {
    /// The place in the window of a point of the drawing.
    pub fn at(&self, p: Point) -> Pos2 {
        self.response.rect.min + vec2(px(p.x), px(p.y)) * self.scale
    }
}

/// Allocates the area of a chart with `places` facets, and finds the one under the pointer or keys. `spoken` is what screen readers
/// say about a facet.
pub(super) fn explore(
    ui: &mut Ui,
    scene: &Scene,
    places: usize,
    hit: impl Fn(Point) -> Option<usize>,
    spoken: impl Fn(usize) -> String,
) -> Explored {
    let size = vec2(px(scene.width), px(scene.height));
    // A chart is drawn for the width that it gets. This is for the case that there is slightly less.
    let scale = (ui.available_width() / size.x).clamp(0.5, 1.0);
    let (rect, response) = ui.allocate_exact_size(size * scale, Sense::click());
    let pointed = response.hover_pos().and_then(|p| {
        let at: Vec2 = (p - rect.min) / scale;
        hit(Point::new(f64::from(at.x), f64::from(at.y)))
    });
    let kept = by_key(ui, &response, places, pointed);
    let current = pointed.or(kept.map(|kept| kept.place));
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Image, true, name(scene));
        info.current_text_value = kept.map(|kept| spoken(kept.place));
        info
    });
    if let Some(kept) = kept.filter(|kept| kept.moved) {
        say(ui, &response, kept.place, &spoken(kept.place));
    }
    focus_ring(ui, &response, theme::RADIUS);
    Explored { response, scale, current }
}

/// Makes a part of the chart that stands for a place, and has the focus for screen readers.
fn say(ui: &Ui, chart: &Response, place: usize, words: &str) {
    let id = chart.id.with(("place", place));
    let bounds = chart.rect;
    let made = ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::ListItem);
        node.set_label(words);
        node.set_bounds(egui::accesskit::Rect {
            x0: bounds.min.x.into(),
            y0: bounds.min.y.into(),
            x1: bounds.max.x.into(),
            y1: bounds.max.y.into(),
        });
    });
    if made.is_some() {
        ui.ctx().accesskit_node_builder(chart.id, |node| node.set_active_descendant(id.accesskit_id()));
    }
}

/// Where the keys are in a chart that has the focus.
#[derive(Clone, Copy, Debug, Default)]
struct Kept {
    /// The index of the place.
    place: usize,
    /// Whether the keys went there since the chart got the focus.
    moved: bool,
}

/// The place that the keys went to, while the chart has the focus. A click gives it the focus and goes to what was clicked.
fn by_key(ui: &Ui, response: &Response, places: usize, pointed: Option<usize>) -> Option<Kept> {
    if response.clicked() {
        response.request_focus();
    }
    if !response.has_focus() || places == 0 {
        return None;
    }
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let id: Id = response.id.with("place");
    let Kept { place, mut moved } = ui.data(|data| data.get_temp::<Kept>(id)).unwrap_or_default();
    let mut place = place.min(places - 1);
    if let Some(clicked) = pointed.filter(|_| response.clicked()) {
        place = clicked;
    }
    if response.gained_focus() {
        moved = false;
    } else {
        ui.input(|input| {
            let presses = |keys: [Key; 2]| keys.iter().map(|key| input.num_presses(*key)).sum::<usize>();
            let forth = presses([Key::ArrowRight, Key::ArrowDown]);
            let back = presses([Key::ArrowLeft, Key::ArrowUp]);
            place = (place + forth + places * back - back) % places;
            let (home, end) = (input.key_pressed(Key::Home), input.key_pressed(Key::End));
            if home {
                place = 0;
            }
            if end {
                place = places - 1;
            }
            moved |= forth + back > 0 || home || end;
        });
    }
    let kept = Kept { place, moved };
    ui.data_mut(|data| data.insert_temp(id, kept));
    Some(kept)
}

/// The card with the numbers of one facet, beside an anchor in the window.
pub(super) fn show_card(ui: &Ui, response: &Response, anchor: Rect, align: RectAlign, card: &Card) {
    if scrolled(ui, response) {
        return;
    }
    let mut tooltip = Tooltip::always_open(ui.ctx().clone(), response.layer_id, response.id, anchor).gap(theme::HALF);
    tooltip.popup = tooltip.popup.align(align);
    tooltip.show(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::GAP, 0.0);
        // Otherwise the card would keep the width of the previous one, and break longer names.
        ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
        ui.label(theme::strong(ui, Size::Small, Ink::Ink, &card.title));
        Grid::new(response.id.with("card")).min_row_height(Size::Small.line()).show(ui, |ui| {
            for (name, value) in &card.rows {
                ui.label(theme::text(ui, Size::Small, Ink::InkSoft, name));
                ui.label(theme::text(ui, Size::Small, Ink::Ink, value));
                ui.end_row();
            }
        });
    });
}

/// Whether the chart was scrolled since the pointer or a key last moved on it: a card would cover what the person looks for then.
fn scrolled(ui: &Ui, response: &Response) -> bool {
    let id = response.id.with("scrolled");
    let (scrolls, moves) = ui.input(|input| {
        let keys = input.events.iter().any(|event| matches!(event, egui::Event::Key { pressed: true, .. }));
        (input.smooth_scroll_delta() != Vec2::ZERO, input.pointer.delta() != Vec2::ZERO || keys)
    });
    let scrolled = scrolls || (!moves && ui.data(|data| data.get_temp(id)).unwrap_or(false));
    ui.data_mut(|data| data.insert_temp(id, scrolled));
    scrolled
}

/// Radius of the ring around the current mark.
pub(super) const RING: f32 = 10.0;
