//! The column at the right: what will count as change at the review, and which skills wait until then.

use egui::accesskit::Role;
use egui::{Align2, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::models::PlanAhead;
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::view::View;
use crate::app::widgets;
use crate::chart;
use crate::instrument::{KnownFacet, Side};
use crate::profile::Plan;
use crate::t;

/// The width of the column, and of the gap before it.
pub const WIDTH: f32 = 224.0;
/// The least width of the page with the column beside it.
const BESIDE: f32 = 800.0;

/// Shows the main part at the left and the column at the right, or below where there is little space.
pub fn beside(ui: &mut Ui, main: impl FnOnce(&mut Ui), column: impl FnOnce(&mut Ui)) {
    if ui.available_width() < BESIDE {
        main(ui);
        ui.add_space(theme::WIDE);
        column(ui);
        return;
    }
    let width = ui.available_width() - WIDTH - theme::WIDE;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::WIDE;
        for (width, add) in [(width, Box::new(main) as Box<dyn FnOnce(&mut Ui)>), (WIDTH, Box::new(column))] {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.x = theme::STEP;
                ui.set_width(width);
                add(ui);
            });
        }
    });
}

/// What will be needed at the review for the questions and the occasions to count as changed.
pub fn at_the_review(view: &View<'_>, plan: &Plan, ui: &mut Ui) {
    let ahead = view.models.plan_ahead();
    widgets::subheading(ui, &t!(view.words, "plan-at-review"));
    widgets::paragraph_small(ui, &ahead.questions);
    scale(plan, &ahead, ui);
    ui.add_space(theme::HALF);
    widgets::paragraph_small(ui, &ahead.occasions);
}

/// The skills that wait, each behind a lock.
pub fn waiting(view: &View<'_>, ui: &mut Ui) {
    let ahead = view.models.plan_ahead();
    if ahead.waiting.is_empty() {
        return;
    }
    widgets::subheading(ui, &t!(view.words, "plan-waiting"));
    widgets::paragraph_small(ui, &t!(view.words, "plan-waiting-below"));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (facet, why) in &ahead.waiting {
            widgets::divider(ui);
            let row = ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                let (icon, _) = ui.allocate_exact_size(vec2(20.0, 56.0), Sense::hover());
                Icon::Lock.paint(ui, icon.shrink2(vec2(0.0, 18.0)), theme::color(ui, Ink::InkSoft));
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.add_space(6.0);
                    ui.label(theme::text(ui, Size::Body, Ink::InkSoft, facet));
                    ui.label(theme::text(ui, Size::Small, Ink::InkSoft, why));
                    ui.add_space(6.0);
                });
            });
            let name = t!(view.words, "plan-waiting-name", facet = facet.as_str(), why = why.as_str());
            row.response.widget_info(|| WidgetInfo::labeled(Role::ListItem, false, name.as_str()));
        }
        widgets::divider(ui);
    });
}

/// The score on its scale, with its band, and where a change begins to count.
fn scale(plan: &Plan, ahead: &PlanAhead, ui: &mut Ui) {
    let Some(estimate) = ahead.estimate else { return };
    let side = KnownFacet::of(plan.facet.as_str()).map_or(Side::Management, KnownFacet::side);
    let width = ui.available_width().min(WIDTH);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 76.0), Sense::hover());
    let spoken = format!("{} {}", ahead.now, ahead.mark);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, spoken.trim_end()));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let (left, right, y) = (rect.left() + 8.0, rect.right() - 8.0, rect.top() + 40.0);
    #[expect(clippy::cast_possible_truncation, reason = "a point of a scale")]
    let x = |value: f64| left + (right - left) * ((value - 1.0) / 4.0) as f32;
    let painter = ui.painter();
    painter.hline(left..=right, y, theme::stroke(ui, 1.0, Ink::LineStrong));
    for value in 1..=5_u8 {
        let x = x(f64::from(value));
        painter.vline(x, y - 8.0..=y + 8.0, theme::stroke(ui, 1.0, Ink::Line));
        let font = theme::font(Size::Small, false);
        let ink = theme::color(ui, Ink::InkSoft);
        painter.text(pos2(x, y + 24.0), Align2::CENTER_CENTER, value, font, ink);
    }
    let ink = chart::inks(side).mark;
    let band = theme::stroke(ui, 2.0, ink);
    painter.hline(x(estimate.low)..=x(estimate.high), y, band);
    for end in [estimate.low, estimate.high] {
        painter.vline(x(end), y - 4.0..=y + 4.0, band);
    }
    painter.circle_filled(pos2(x(estimate.mean), y), 5.0, theme::color(ui, ink));
    if let Some(from) = ahead.from {
        painter.vline(x(from), y - 10.0..=y + 10.0, theme::stroke(ui, 2.0, Ink::Ink));
        let words =
            painter.layout_no_wrap(ahead.mark.clone(), theme::font(Size::Small, true), theme::color(ui, Ink::Ink));
        let half = words.size().x / 2.0;
        let middle = x(from).clamp(rect.left() + half, (rect.right() - half).max(rect.left() + half));
        painter.galley(pos2(middle - half, rect.top() + 2.0), words, theme::color(ui, Ink::Ink));
    }
}
