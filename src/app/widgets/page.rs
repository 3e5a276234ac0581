//! Containers: pages, cards, notes, columns.

use egui::accesskit::Role;
use egui::{
    self, Align, CornerRadius, Frame, Layout, Margin, Rect, Response, ScrollArea, Sense, TextWrapMode, Ui, UiBuilder,
    Vec2, WidgetInfo, WidgetText, vec2,
};

use super::{Button, arrival, focus_ring, lines};
use crate::app::theme::{self, Icon, Ink, Size};

/// A scrolling page whose content is at most `measure` wide, centred in the available width.
pub fn page<R>(ui: &mut Ui, salt: &str, measure: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.available_width();
    let side = if room < 560.0 { theme::GAP } else { theme::SIDE };
    let width = (room - 2.0 * side).min(measure).max(120.0);
    page_from(ui, salt, ((room - width) / 2.0).max(side), width, add)
}

/// The same with its content at this distance from the left edge. The scroll bar is in the margin, so nothing moves when it appears
/// or disappears.
pub fn page_from<R>(ui: &mut Ui, salt: &str, left: f32, width: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    let low = ui.available_width() < 560.0 || ui.ctx().content_rect().height() < 500.0;
    let top = if low { theme::GAP } else { theme::WIDE };
    let high = ui.available_height();
    let area = ScrollArea::vertical().id_salt(salt).auto_shrink([false, false]);
    let output = area.show(ui, |ui| {
        let start = ui.available_rect_before_wrap().min + vec2(left, top);
        let rect = Rect::from_min_size(start, vec2(width, f32::INFINITY));
        let inner = ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
            ui.set_width(width);
            add(ui)
        });
        // The margin below a page shrinks before one has to scroll for it.
        let left = high - top - inner.response.rect.height() - ui.spacing().item_spacing.y;
        ui.add_space(if left < 0.0 { theme::WIDE } else { left.min(theme::WIDE) });
        inner.inner
    });
    output.inner
}

/// The title of a page, with a line below it.
pub fn heading(ui: &mut Ui, title: &str, below: &str) {
    title_of_page(ui, title);
    if !below.is_empty() {
        ui.add_space(-theme::STEP);
        ui.label(theme::text(ui, Size::Body, Ink::InkSoft, below));
    }
}

/// The title of a part of a page.
pub fn subheading(ui: &mut Ui, title: &str) {
    let response = ui.label(theme::strong(ui, Size::Body, Ink::Ink, title));
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
    ui.accesskit_node_builder(response.id, |node| node.set_level(2));
}

/// The title of the page, on which the focus lands where nothing comes next.
pub fn title_of_page(ui: &mut Ui, title: &str) {
    let words = theme::strong(ui, Size::Large, Ink::Ink, title);
    // A label with the focus would be underlined like a link.
    let galley = lines::laid_out(ui, words, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(galley.size(), title_sense(ui));
    ui.painter().galley(rect.min, galley, theme::color(ui, Ink::Ink));
    is_title(ui, &response, title);
}

/// How the title of a page is sensed: it is no stop of Tab, but can have the focus when the page has come.
pub fn title_sense(ui: &Ui) -> Sense {
    if arrival::is_on_title(ui.ctx()) { Sense::focusable_noninteractive() } else { Sense::hover() }
}

/// Makes this the title of the page.
pub fn is_title(ui: &Ui, response: &Response, title: &str) {
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
    let level = if arrival::title(ui.ctx(), response.id) { 1 } else { 2 };
    ui.accesskit_node_builder(response.id, |node| node.set_level(level));
    focus_ring(ui, response, theme::SMALL_RADIUS);
}

/// A paragraph of body text.
pub fn paragraph(ui: &mut Ui, words: &str) {
    ui.label(theme::text(ui, Size::Body, Ink::Ink, words));
}

/// A paragraph of small text.
pub fn paragraph_small(ui: &mut Ui, words: &str) {
    ui.label(theme::text(ui, Size::Small, Ink::InkSoft, words));
}

/// A hairline over the whole width.
pub fn divider(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), egui::Sense::hover());
    let y = ui.painter().round_to_pixel_center(rect.center().y);
    ui.painter().hline(rect.x_range(), y, theme::stroke(ui, 1.0, Ink::Line));
}

/// A card: a sheet with a hairline around it. Where there is little space, its padding is smaller.
pub fn card<R>(ui: &mut Ui, padding: impl Into<Margin>, add: impl FnOnce(&mut Ui) -> R) -> R {
    let mut padding = padding.into();
    if ui.available_width() < 340.0 || ui.ctx().content_rect().width() < 560.0 {
        (padding.left, padding.right) = (padding.left.min(16), padding.right.min(16));
    }
    Frame::new()
        .fill(theme::color(ui, Ink::Sheet))
        .stroke(theme::stroke(ui, 1.0, Ink::Line))
        .corner_radius(CornerRadius::same(theme::RADIUS))
        .inner_margin(padding)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            add(ui)
        })
        .inner
}

/// A note: an icon and words on a ground of the rail's colour.
pub fn note<R>(ui: &mut Ui, icon: Icon, add: impl FnOnce(&mut Ui) -> R) -> R {
    Frame::new()
        .fill(theme::color(ui, Ink::Rail))
        .corner_radius(CornerRadius::same(theme::RADIUS))
        .inner_margin(Margin::same(16))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                ui.spacing_mut().interact_size.y = Size::Body.line();
                let (rect, _) = ui.allocate_exact_size(vec2(20.0, 24.0), egui::Sense::hover());
                icon.paint(
                    ui,
                    egui::Rect::from_center_size(rect.center(), vec2(20.0, 20.0)),
                    theme::color(ui, Ink::InkSoft),
                );
                ui.vertical(add).inner
            })
            .inner
        })
        .inner
}

/// Columns of equal width with a wide gap between them, or one below the other where a column would be narrower than `least`.
pub fn columns(ui: &mut Ui, count: usize, least: f32, mut add: impl FnMut(&mut Ui, usize)) {
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let n = count as f32;
    let width = (ui.available_width() - theme::WIDE * (n - 1.0)) / n;
    if width < least {
        for i in 0..count {
            if i > 0 {
                ui.add_space(theme::STEP);
            }
            add(ui, i);
        }
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::WIDE;
        for i in 0..count {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.x = theme::STEP;
                ui.set_width(width);
                add(ui, i);
            });
        }
    });
}

/// Width of the column of headings.
const HEADINGS: f32 = 224.0;

/// A part of a page between hairlines: its heading at the left and its content at the right, or below each other where there is less
/// space. The content is at most `widest`. The heading is given the height at which the part begins.
pub fn part(ui: &mut Ui, widest: f32, heading: impl FnOnce(&mut Ui, f32), add: impl FnOnce(&mut Ui)) {
    ui.add_space(theme::WIDE);
    let top = ui.cursor().top();
    divider(ui);
    ui.add_space(theme::STEP);
    let width = ui.available_width();
    if width < HEADINGS + theme::WIDE + 400.0 {
        heading(ui, top);
        add(ui);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::WIDE;
        ui.vertical(|ui| {
            ui.set_width(HEADINGS);
            heading(ui, top);
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.x = theme::STEP;
            ui.set_width((width - HEADINGS - theme::WIDE).min(widest));
            add(ui);
        });
    });
}

/// Words at the left and buttons at the right, vertically centred; the buttons go below where less than `least` would be left for
/// the words. Returns the index of the button that was pressed.
pub fn with_actions(ui: &mut Ui, least: f32, actions: &[Button<'_>], add: impl FnOnce(&mut Ui)) -> Option<usize> {
    #[expect(clippy::cast_precision_loss, reason = "a handful of buttons")]
    let gaps = theme::GAP * actions.len().saturating_sub(1) as f32;
    let needed: f32 = actions.iter().map(|a| a.measure(ui)).sum::<f32>() + gaps;
    let room = ui.available_width() - needed - theme::PAD;
    if room < least {
        ui.scope(add);
        ui.add_space(theme::HALF);
        return ui.horizontal_wrapped(|ui| row(ui, actions.iter().enumerate().rev())).inner;
    }
    let top = ui.available_rect_before_wrap();
    let mut left = ui.new_child(UiBuilder::new().max_rect(Rect::from_min_size(top.min, vec2(room, f32::INFINITY))));
    add(&mut left);
    let words = left.min_rect();
    let middle = words.center().y.max(top.top() + theme::BUTTON / 2.0);
    let place = Rect::from_x_y_ranges(
        top.right() - needed..=top.right(),
        middle - theme::BUTTON / 2.0..=middle + theme::BUTTON / 2.0,
    );
    let layout = Layout::left_to_right(Align::Center);
    let mut right = ui.new_child(UiBuilder::new().max_rect(place).layout(layout));
    let pressed = row(&mut right, actions.iter().enumerate());
    ui.advance_cursor_after_rect(words.union(place));
    pressed
}

/// Buttons beside each other. Returns the index of the one that was pressed.
fn row<'a>(ui: &mut Ui, actions: impl Iterator<Item = (usize, &'a Button<'a>)>) -> Option<usize> {
    ui.spacing_mut().item_spacing.x = theme::GAP;
    actions.filter(|(_, action)| ui.add(**action).clicked()).map(|(i, _)| i).last()
}

/// The title of a part of a page, and a button at the other end of its line. The words of a flat button end at the page's edge.
pub fn title_with(ui: &mut Ui, title: &str, button: Button<'_>) -> Response {
    let over = button.overhang();
    let needed = button.measure(ui) - over;
    title_beside(ui, title, vec2(needed, theme::BUTTON), |ui| {
        ui.set_max_width(ui.available_width() + over);
        ui.add(button)
    })
}

/// The title of a part of a page, and something of the size `beside` at the other end of its line. A long title wraps.
pub fn title_beside<R>(ui: &mut Ui, title: &str, beside: Vec2, add: impl FnOnce(&mut Ui) -> R) -> R {
    let width = ui.available_width();
    let needed = beside.x.min(width / 2.0);
    let room = width - needed - theme::STEP;
    let words = WidgetText::from(theme::strong(ui, Size::Body, Ink::Ink, title));
    let words = words.into_galley(ui, Some(TextWrapMode::Wrap), room, theme::font(Size::Body, true));
    let height = words.size().y.max(beside.y);
    let (line, _) = ui.allocate_exact_size(vec2(width, height), egui::Sense::hover());
    let (left, right) = line.split_left_right_at_x(line.right() - needed);
    let layout = Layout::left_to_right(Align::Center);
    let left = left.with_max_x(left.left() + room);
    let mut child = ui.new_child(UiBuilder::new().max_rect(left).layout(layout));
    child.style_mut().wrap_mode = Some(TextWrapMode::Wrap);
    subheading(&mut child, title);
    add(&mut ui.new_child(UiBuilder::new().max_rect(right).layout(layout)))
}

/// The width of words on one line.
pub fn width_of(ui: &Ui, words: impl Into<WidgetText>) -> f32 {
    words.into().into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, theme::font(Size::Body, false)).size().x
}

/// Words and links that follow each other, and wrap.
pub fn line<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        // A link among words is not as high as a button.
        ui.spacing_mut().interact_size.y = Size::Body.line();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = theme::HALF;
            add(ui)
        })
        .inner
    })
    .inner
}
