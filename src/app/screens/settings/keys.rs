//! The keys, from the one list of commands.

use egui::{Align2, CornerRadius, Rect, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::app::command::Command;
use crate::app::theme::{self, Ink, Size};
use crate::t;
use crate::words::Words;

/// Shows the list.
pub fn ui(words: &Words, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for (command, keys) in Command::keyed() {
        let keys: Vec<String> = keys.iter().map(|keys| ui.ctx().format_shortcut(keys)).collect();
        line(ui, &command.label(words), &keys.join(", "));
    }
    for (words, keys) in [
        (t!(words, "settings-key-answer"), t!(words, "settings-key-answer-keys")),
        (t!(words, "settings-key-stakes"), t!(words, "settings-key-stakes-keys")),
        (t!(words, "settings-key-dose"), t!(words, "settings-key-dose-keys")),
        (t!(words, "settings-key-none"), t!(words, "settings-key-none-keys")),
        (t!(words, "settings-key-among"), t!(words, "settings-key-among-keys")),
        (t!(words, "settings-key-walk"), t!(words, "settings-key-walk-keys")),
        (t!(words, "settings-key-scroll"), t!(words, "settings-key-scroll-keys")),
    ] {
        line(ui, &words, &keys);
    }
}

/// The command, and its keys in caps at the right.
fn line(ui: &mut Ui, words: &str, keys: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::hover());
    let spoken = format!("{words}: {keys}");
    response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Label, true, &spoken));
    let (ink, soft) = (theme::color(ui, Ink::Ink), theme::color(ui, Ink::InkSoft));
    let font = theme::font(Size::Small, false);
    let painter = ui.painter();
    painter.text(rect.left_center(), Align2::LEFT_CENTER, words, theme::font(Size::Body, false), ink);
    let caps = painter.layout_no_wrap(keys.to_owned(), font, soft);
    let cap = Rect::from_min_max(
        pos2(rect.right() - caps.size().x - 2.0 * theme::STEP, rect.center().y - 12.0),
        pos2(rect.right(), rect.center().y + 12.0),
    );
    let corner = CornerRadius::same(theme::SMALL_RADIUS);
    painter.rect_stroke(cap, corner, theme::stroke(ui, 1.0, Ink::LineStrong), StrokeKind::Inside);
    painter.galley(cap.center() - caps.size() / 2.0, caps, soft);
}
