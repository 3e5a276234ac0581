//! What was counted, before and now: both shares with their intervals.

use egui::accesskit::Role;
use egui::{Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::Shown;
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets;
use crate::scoring::history::Share;
use crate::t;

/// The height of a share.
const ROW: f32 = 24.0;

/// Shows them.
pub fn ui(it: &Shown<'_>, ui: &mut Ui) {
    let words = it.view.words;
    widgets::subheading(ui, &t!(words, "reviewing-occasions"));
    if let Some(found) = &it.model.found.occasions {
        let rows = [
            (t!(words, "reviewing-chart-before"), found.share_before),
            (t!(words, "reviewing-chart-now"), found.share_now),
        ];
        let alt = format!("{}. {}", t!(words, "reviewing-chart"), it.model.occasions);
        chart(ui, &rows, &alt);
    }
    widgets::paragraph(ui, &it.model.occasions);
}

/// Both shares on a scale from none to all: a mark, and a line as long as the interval.
fn chart(ui: &mut Ui, rows: &[(String, Option<Share>)], alt: &str) {
    let galleys: Vec<_> = rows
        .iter()
        .map(|(label, _)| {
            let color = theme::color(ui, Ink::InkSoft);
            ui.painter().layout_no_wrap(label.clone(), theme::font(Size::Small, false), color)
        })
        .collect();
    let label = galleys.iter().map(|galley| galley.size().x).fold(0.0, f32::max) + theme::GAP;
    #[expect(clippy::cast_precision_loss, reason = "two rows")]
    let height = rows.len() as f32 * ROW;
    let (area, response) = ui.allocate_exact_size(vec2(ui.available_width(), height + 24.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, alt));
    let scale = Rect::from_min_max(pos2(area.left() + label, area.top()), pos2(area.right() - 16.0, area.bottom()));
    #[expect(clippy::cast_possible_truncation, reason = "a share of a width")]
    let x = |share: f64| scale.left() + scale.width() * share as f32;
    let painter = ui.painter();
    for share in [0.0, 0.5, 1.0] {
        let line = theme::stroke(ui, 1.0, Ink::Line);
        painter.vline(painter.round_to_pixel_center(x(share)), scale.top()..=scale.bottom() - 20.0, line);
        let font = theme::font(Size::Small, false);
        let words = format!("{:.0} %", 100.0 * share).replace(' ', "\u{a0}");
        let words = painter.layout_no_wrap(words, font, theme::color(ui, Ink::InkSoft));
        let at = pos2(x(share) - words.size().x / 2.0, scale.bottom() - 20.0);
        painter.galley(at, words, theme::color(ui, Ink::InkSoft));
    }
    for (i, ((_, share), galley)) in rows.iter().zip(galleys).enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "two rows")]
        let y = area.top() + ROW * (i as f32 + 0.5);
        let at = pos2(area.left(), y - galley.size().y / 2.0);
        painter.galley(at, galley, theme::color(ui, Ink::InkSoft));
        let Some(share) = share else { continue };
        let line = theme::stroke(ui, 1.5, Ink::Ink);
        painter.hline(x(share.low)..=x(share.high), y, line);
        for end in [share.low, share.high] {
            painter.vline(x(end), y - 4.0..=y + 4.0, line);
        }
        // Before is hollow, now is filled.
        let fill = theme::color(ui, if i == 0 { Ink::Sheet } else { Ink::Pen });
        painter.circle(pos2(x(share.share), y), 5.0, fill, line);
    }
}
