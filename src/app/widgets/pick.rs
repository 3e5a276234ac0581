//! A list of any length to choose one of. Only the rows in sight are made, however many there are.
//!
//! By keyboard: Enter opens it; the arrows, Page Up, Page Down, Home and End go through all rows; Enter takes the marked row; Esc
//! closes it and leaves the focus on the button. Screen readers say the marked row.

use egui::accesskit::Role;
use egui::{
    ComboBox, EventFilter, Id, Key, Modifiers, Response, ScrollArea, Sense, StrokeKind, TextWrapMode, Ui, WidgetInfo,
    WidgetText, pos2, vec2,
};

use super::{focus_ring, says_value};
use crate::app::theme::{self, Ink, Size};

/// Height of a row, and how many are in sight.
const ROW: f32 = 28.0;
const IN_SIGHT: f32 = 8.0;
/// The padding around the words of a row.
const PAD: f32 = 8.0;

/// A list to choose from.
#[derive(Clone, Copy, Debug)]
pub struct Pick<'a> {
    /// Its id, different from those of other lists.
    pub salt: &'a str,
    /// What is chosen here, for screen readers.
    pub name: &'a str,
    /// The words on the button.
    pub shown: &'a str,
    /// The size of all words.
    pub size: Size,
    /// The least width of the button.
    pub width: f32,
    /// How many rows there are.
    pub count: usize,
    /// The row that is chosen now.
    pub chosen: usize,
}

/// What is remembered while the list is open.
#[derive(Clone, Copy, Debug)]
struct Open {
    /// The row that is marked.
    at: usize,
    /// How far the list is scrolled.
    offset: f32,
    /// Whether to scroll to the marked row.
    reveal: bool,
    /// The width of the widest row so far.
    width: f32,
    /// The marked row, where it is in sight.
    marked: Option<Id>,
}

impl Pick<'_> {
    /// Shows it. Returns the row that was taken.
    pub fn show(&self, ui: &mut Ui, row: &dyn Fn(usize) -> String) -> Option<usize> {
        let id = ui.make_persistent_id((self.salt, "open"));
        let before = ui.data(|data| data.get_temp::<Open>(id)).filter(|_| self.count > 0);
        let mut open = before.unwrap_or_else(|| self.at_first());
        let by_key = before.is_some() && self.keys(&mut open, ui);
        let mut picked = by_key.then_some(open.at);
        let shown = theme::text(ui, self.size, Ink::Ink, self.shown);
        let list = ComboBox::from_id_salt(self.salt).selected_text(shown).width(self.width);
        let list = list.height(ROW * IN_SIGHT).show_ui(ui, |ui| {
            let clicked = self.rows(&mut open, ui, row);
            picked = picked.or(clicked);
            if picked.is_some() {
                ui.close();
            }
        });
        says_value(ui, &list.response, self.name, self.shown);
        ui.ctx().accesskit_node_builder(list.response.id, |node| {
            if let Some(marked) = open.marked.filter(|_| list.inner.is_some()) {
                node.set_active_descendant(marked.accesskit_id());
            }
        });
        focus_ring(ui, &list.response, theme::RADIUS);
        remember(id, before.is_some(), list.inner.map(|()| open), &list.response);
        picked
    }

    fn at_first(&self) -> Open {
        Open { at: self.chosen.min(self.count.saturating_sub(1)), offset: 0.0, reveal: true, width: 0.0, marked: None }
    }

    /// Moves the mark by the keys. True when the marked row was taken.
    fn keys(&self, open: &mut Open, ui: &Ui) -> bool {
        let last = self.count - 1;
        ui.input_mut(|input| {
            let mut pressed = |key| input.count_and_consume_key(Modifiers::NONE, key);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of rows")]
            let page = IN_SIGHT as usize - 1;
            let down = pressed(Key::ArrowDown) + page * pressed(Key::PageDown);
            let up = pressed(Key::ArrowUp) + page * pressed(Key::PageUp);
            let mut at = (open.at.min(last) + down).min(last).saturating_sub(up);
            if pressed(Key::Home) > 0 {
                at = 0;
            }
            if pressed(Key::End) > 0 {
                at = last;
            }
            open.reveal |= at != open.at;
            open.at = at;
            pressed(Key::Enter) + pressed(Key::Space) > 0
        })
    }

    /// Shows the rows in sight. Returns the one that was clicked.
    fn rows(&self, open: &mut Open, ui: &mut Ui, row: &dyn Fn(usize) -> String) -> Option<usize> {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.set_min_width(open.width);
        let mut area = ScrollArea::vertical().id_salt("rows").max_height(ROW * IN_SIGHT);
        if std::mem::take(&mut open.reveal) {
            #[expect(clippy::cast_precision_loss, reason = "a few thousand rows")]
            let top = open.at as f32 * ROW;
            open.offset = open.offset.clamp((top + ROW * (1.0 - IN_SIGHT)).max(0.0), top);
            area = area.vertical_scroll_offset(open.offset);
        }
        let mut clicked = None;
        open.marked = None;
        let shown = area.show_rows(ui, ROW, self.count, |ui, range| {
            for at in range {
                if self.row(ui, open, at, &row(at)).clicked() {
                    clicked = Some(at);
                }
            }
        });
        open.offset = shown.state.clamped_offset().y;
        clicked
    }

    fn row(&self, ui: &mut Ui, open: &mut Open, at: usize, words: &str) -> Response {
        let text = WidgetText::from(theme::text(ui, self.size, Ink::Ink, words));
        let font = theme::font(self.size, false);
        let galley = text.into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, font);
        open.width = open.width.max((galley.size().x + 2.0 * PAD).ceil());
        let size = vec2(ui.available_width().max(galley.size().x + 2.0 * PAD), ROW);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let chosen = at == self.chosen;
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, words));
        if chosen || response.hovered() {
            ui.painter().rect_filled(rect, theme::SMALL_RADIUS, theme::color(ui, Ink::Select));
        }
        if at == open.at {
            open.marked = Some(response.id);
            let line = theme::stroke(ui, 2.0, Ink::Pen);
            ui.painter().rect_stroke(rect.shrink(1.0), theme::SMALL_RADIUS, line, StrokeKind::Inside);
        }
        let place = pos2(rect.left() + PAD, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(place, galley, theme::color(ui, Ink::Ink));
        response
    }
}

/// Stores the state of an open list. Its button has the focus then, and the arrows are for the list.
fn remember(id: Id, was_open: bool, open: Option<Open>, button: &Response) {
    let ctx = &button.ctx;
    match open {
        Some(open) => {
            if !was_open {
                button.request_focus();
            }
            let filter = EventFilter { vertical_arrows: true, escape: true, ..EventFilter::default() };
            ctx.memory_mut(|memory| memory.set_focus_lock_filter(button.id, filter));
            ctx.data_mut(|data| data.insert_temp(id, open));
        }
        None => ctx.data_mut(|data| data.remove::<Open>(id)),
    }
}
