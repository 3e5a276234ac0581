//! A strip of weeks: how often something came up in each, and how often it was done.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    CornerRadius, Galley, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, TextWrapMode, Ui, UiBuilder, Vec2, WidgetInfo,
    WidgetText, pos2, vec2,
};

use super::{focus_ring, reveal};
use crate::app::theme::{self, Icon, Ink, Size};
use crate::profile::WeekCount;

/// A box, without the words below it.
const BOX: f32 = 40.0;
/// The narrowest that a week gets, with the words below its box, and the widest.
const WIDTH: (f32, f32) = (72.0, 92.0);
/// The space inside a box above and below the column.
const INSIDE: f32 = 6.0;
/// The width of the column.
const COLUMN: f32 = 14.0;

/// What is known of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeekLook {
    /// It came up so often, and was done so often.
    Counted(WeekCount),
    /// It did not come up.
    Skip,
    /// It is over, and nothing was counted. Also this week, before anything was counted.
    Open,
    /// It has not begun.
    Coming,
    /// The day of the review.
    Review,
}

/// One week of a strip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekBox {
    /// What is known of it.
    pub look: WeekLook,
    /// Whether it is before the start. Its box then has square corners and the ground of notes.
    pub is_before: bool,
    /// Whether it is this week.
    pub is_this: bool,
    /// The words below its box: its day, then what was counted.
    pub lines: Vec<String>,
    /// What screen readers say.
    pub name: String,
}

impl WeekBox {
    /// Whether it can be chosen: what has not begun cannot be counted.
    const fn is_free(&self) -> bool {
        !matches!(self.look, WeekLook::Coming | WeekLook::Review)
    }
}

/// Shows a strip under a name; `chosen` is the index of the week that is looked at. Returns the index of the week that was pressed. Where
/// there is little space, the strip continues below.
pub fn weeks(ui: &mut Ui, name: &str, boxes: &[WeekBox], chosen: Option<usize>) -> Option<usize> {
    let most = boxes.iter().filter_map(|week| came(week.look)).max().unwrap_or(0).max(4);
    let room = ui.available_width();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of weeks in a row")]
    let fit = ((room / WIDTH.0).floor() as usize).max(1);
    // Rows of about the same length look better than a last one with a single week.
    let rows = boxes.len().div_ceil(fit).max(1);
    let in_a_row = boxes.len().div_ceil(rows).max(1);
    #[expect(clippy::cast_precision_loss, reason = "a handful of weeks in a row")]
    let width = (room / in_a_row as f32).min(WIDTH.1).floor();
    let mut pressed = None;
    let builder = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = theme::GAP;
        for (row, chunk) in boxes.chunks(in_a_row).enumerate() {
            let words: Vec<Vec<Arc<Galley>>> = chunk.iter().map(|week| lines(ui, week, width)).collect();
            let height = words.iter().map(|lines| height(lines)).fold(0.0, f32::max);
            let (area, _) = ui.allocate_exact_size(vec2(room, BOX + theme::HALF + height), Sense::hover());
            let mut left = area.left();
            for (column, (week, lines)) in chunk.iter().zip(words).enumerate() {
                let index = row * in_a_row + column;
                let rect = Rect::from_min_size(pos2(left, area.top()), vec2(width, area.height()));
                left += width;
                let cell = Cell { week, index, is_chosen: chosen == Some(index), most };
                if cell.show(ui, rect, lines) {
                    pressed = Some(index);
                }
            }
        }
    });
    pressed
}

const fn came(look: WeekLook) -> Option<u16> {
    if let WeekLook::Counted(count) = look { Some(count.came()) } else { None }
}

fn lines(ui: &Ui, week: &WeekBox, width: f32) -> Vec<Arc<Galley>> {
    let one = |(i, words): (usize, &String)| {
        let ink = if i == 0 && week.is_free() { Ink::Ink } else { Ink::InkSoft };
        let strong = i == 0 && week.is_this;
        let words =
            if strong { theme::strong(ui, Size::Small, ink, words) } else { theme::text(ui, Size::Small, ink, words) };
        let font = theme::font(Size::Small, strong);
        WidgetText::from(words).into_galley(ui, Some(TextWrapMode::Wrap), width - theme::STEP, font)
    };
    week.lines.iter().enumerate().map(one).collect()
}

fn height(lines: &[Arc<Galley>]) -> f32 {
    lines.iter().map(|line| line.size().y).sum()
}

/// One week in its place.
struct Cell<'a> {
    week: &'a WeekBox,
    index: usize,
    is_chosen: bool,
    /// The most that came up in any week: that fills the box.
    most: u16,
}

impl Cell<'_> {
    /// Shows it. True when it was pressed.
    fn show(&self, ui: &Ui, rect: Rect, lines: Vec<Arc<Galley>>) -> bool {
        let square = Rect::from_min_size(rect.min, Vec2::splat(BOX));
        let free = self.week.is_free();
        let sense = if free { Sense::click() } else { Sense::hover() };
        let place = rect.with_max_x(rect.right() - theme::STEP);
        let response = ui.interact(place, ui.make_persistent_id(("week", self.index)), sense);
        let (role, name) = (if free { Role::Button } else { Role::Image }, &self.week.name);
        response.widget_info(|| WidgetInfo::selected(role, free, self.is_chosen, name));
        reveal(&response);
        if ui.is_rect_visible(rect) {
            self.paint(ui, square, free && (response.hovered() || response.is_pointer_button_down_on()));
            let mut top = square.bottom() + theme::HALF;
            for line in lines {
                let height = line.size().y;
                ui.painter().galley(pos2(rect.left(), top), line, theme::color(ui, Ink::Ink));
                top += height;
            }
            let on_box = egui::Response { rect: square, ..response.clone() };
            focus_ring(ui, &on_box, theme::RADIUS);
        }
        let pressed = response.clicked();
        if free {
            response.on_hover_cursor(egui::CursorIcon::PointingHand);
        }
        pressed
    }

    fn paint(&self, ui: &Ui, square: Rect, hot: bool) {
        let look = self.week.look;
        let ground = match look {
            _ if hot => Ink::Select,
            WeekLook::Review => Ink::Rail,
            _ if self.week.is_before => Ink::Rail,
            WeekLook::Coming => Ink::Paper,
            _ => Ink::Sheet,
        };
        let corner = CornerRadius::same(if self.week.is_before { 0 } else { theme::RADIUS });
        let painter = ui.painter();
        painter.rect_filled(square, corner, theme::color(ui, ground));
        let line = match look {
            _ if self.is_chosen => theme::stroke(ui, 2.0, Ink::Pen),
            WeekLook::Review => Stroke::NONE,
            WeekLook::Coming => theme::stroke(ui, 1.0, Ink::Line),
            _ => theme::stroke(ui, 1.0, Ink::LineStrong),
        };
        painter.rect_stroke(square, corner, line, StrokeKind::Inside);
        let ink = theme::color(ui, Ink::Ink);
        match look {
            WeekLook::Counted(count) => self.column(ui, square, count),
            WeekLook::Skip => {
                let dash = vec2(5.0, 0.0);
                let ends = [square.center() - dash, square.center() + dash];
                painter.line_segment(ends, theme::stroke(ui, 1.5, Ink::InkSoft));
            }
            WeekLook::Review => {
                Icon::Plan.paint(ui, Rect::from_center_size(square.center(), Vec2::splat(20.0)), ink);
            }
            WeekLook::Open | WeekLook::Coming => {}
        }
    }

    /// A column as high as it came up, filled as far as it was done. An estimate has a dashed outline and is filled with lines.
    fn column(&self, ui: &Ui, square: Rect, count: WeekCount) {
        let inside = BOX - 2.0 * INSIDE;
        let share = |count: u16| f32::from(count) / f32::from(self.most) * inside;
        let (left, bottom) = (square.center().x - COLUMN / 2.0, square.bottom() - INSIDE);
        let of = |height: f32| Rect::from_min_max(pos2(left, bottom - height), pos2(left + COLUMN, bottom));
        // Whole pixels, and never too low to be seen.
        let whole = of(share(count.came()).round().max(3.0));
        let painter = ui.painter();
        let outline = theme::stroke(ui, 1.0, Ink::Ink);
        if count.is_estimated() {
            let corners = [whole.left_bottom(), whole.left_top(), whole.right_top(), whole.right_bottom()];
            let path: Vec<Pos2> = corners.into_iter().chain([whole.left_bottom()]).collect();
            painter.extend(Shape::dashed_line(&path, outline, 2.0, 2.0));
        } else {
            painter.rect_stroke(whole, CornerRadius::ZERO, outline, StrokeKind::Inside);
        }
        if count.did() == 0 {
            return;
        }
        let done = of(share(count.did()).round().max(3.0));
        if count.is_estimated() {
            let mut y = done.bottom() - 1.5;
            while y > done.top() {
                painter.hline(done.x_range(), y, outline);
                y -= 3.0;
            }
        } else {
            painter.rect_filled(done, CornerRadius::ZERO, theme::color(ui, Ink::Pen));
        }
    }
}
