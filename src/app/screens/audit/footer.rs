//! The foot of the review, and what was kept.

use egui::accesskit::Live;
use egui::{Align, Id, Layout, Rect, Sense, Ui, UiBuilder, Vec2, pos2, vec2};

use super::minutes;
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::{Keeping, View};
use crate::profile::Audit;
use crate::t;
use crate::words::Words;

/// The page, and below it a bar as wide as the page. They are added in this order, which is the order of Tab.
pub fn with_bar(ui: &mut Ui, page: impl FnOnce(&mut Ui), foot: impl FnOnce(&mut Ui)) {
    let height = if ui.ctx().content_rect().height() < 400.0 { 56.0 } else { 72.0 };
    let whole = ui.max_rect();
    let (above, below) = whole.split_top_bottom_at_y(whole.bottom() - height);
    ui.scope_builder(UiBuilder::new().max_rect(above), page);
    let y = ui.painter().round_to_pixel_center(below.top() + 0.5);
    ui.painter().hline(below.x_range(), y, theme::stroke(ui, 1.0, Ink::Line));
    let side = if below.width() < 560.0 { theme::GAP } else { theme::SIDE };
    let width = (below.width() - 2.0 * side).min(theme::READING);
    let rect = Rect::from_center_size(below.center(), vec2(width, below.height()));
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center)), foot);
}

/// The question itself. It gets the focus when it appears, so that screen readers read it and Tab continues from it.
pub fn heading() -> Id {
    Id::unique("audit question")
}

/// Whether the answers are on the disk, in words: about the answer `said`, just given to this question, or else about all.
fn kept_words(words: &Words, keeping: Keeping, given: usize, said: &str) -> String {
    match (keeping, said) {
        (Keeping::Kept, "") => t!(words, "answers-kept", count = given),
        (Keeping::Underway, "") => t!(words, "answers-given", count = given),
        (Keeping::Slow, "") => t!(words, "answers-slow", count = given),
        (Keeping::NotKept, "") => t!(words, "answers-not-kept", count = given),
        (Keeping::Kept, answer) => t!(words, "answer-kept", answer = answer),
        (Keeping::Underway, answer) => t!(words, "answer-given", answer = answer),
        (Keeping::Slow, answer) => t!(words, "answer-slow", answer = answer),
        (Keeping::NotKept, answer) => t!(words, "answer-not-kept", answer = answer),
    }
}

/// What was kept, and how long the rest of the audit takes, in the middle of a place.
pub fn kept(view: &View<'_>, audit: &Audit, said: &str, ui: &Ui, room: Rect) {
    let left = minutes(view.models.asked().open_seconds);
    let given = audit.answers.count();
    let first = kept_words(view.words, view.disk.keeping, given, said);
    let rest = if left == 0 { t!(view.words, "nothing-open") } else { t!(view.words, "minutes-left", minutes = left) };
    let label = format!("{first} {rest}");
    let words = theme::text(ui, Size::Small, Ink::InkSoft, &label);
    let icon = match view.disk.keeping {
        Keeping::Kept if given > 0 => Some(Icon::Check),
        Keeping::Slow | Keeping::NotKept => Some(Icon::Warning),
        Keeping::Kept | Keeping::Underway => None,
    };
    let wide = room.width() - 28.0;
    let galley = egui::WidgetText::from(words).into_galley(
        ui,
        Some(egui::TextWrapMode::Wrap),
        wide,
        theme::font(Size::Small, false),
    );
    let size = vec2(galley.size().x + 28.0, galley.size().y.max(20.0));
    let place = Rect::from_center_size(room.center(), size);
    let response = ui.interact(place, Id::unique("kept"), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Status, true, &label));
    let ink = theme::color(ui, Ink::InkSoft);
    // Screen readers say it only when the answer is on the disk, so that nobody hears it twice.
    if view.disk.keeping != Keeping::Underway {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    }
    if let Some(icon) = icon {
        let place = Rect::from_center_size(pos2(place.left() + 10.0, place.center().y), Vec2::splat(20.0));
        icon.paint(ui, place, ink);
    }
    ui.painter().galley(pos2(place.left() + 28.0, place.center().y - galley.size().y / 2.0), galley, ink);
}
