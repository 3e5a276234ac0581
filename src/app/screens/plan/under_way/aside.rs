//! Beside the plan: what the review will need, and what waits until then.

use egui::{Label, Rect, Sense, Ui, Vec2, WidgetInfo};

use super::{Shown, end};
use crate::app::command::Command;
use crate::app::theme::{self, Icon, Ink, Size};
use crate::app::widgets::{self, Button};
use crate::t;

/// Shows it. True when the review is to be held.
pub fn ui(it: &Shown<'_>, state: &mut end::State, ui: &mut Ui, commands: &mut Vec<Command>) -> bool {
    let words = it.view.words;
    widgets::subheading(ui, &t!(words, "under-way-at-review"));
    let left = it.plan.review.since(it.view.today()).map_or(0, |span| span.get_days());
    let day = words.day(it.plan.review);
    let is_due = left <= 0;
    widgets::paragraph_small(
        ui,
        &if is_due {
            t!(words, "under-way-review-today", day = day)
        } else {
            t!(words, "under-way-review-day", day = day, count = left)
        },
    );
    for words in &it.model.needed {
        widgets::paragraph_small(ui, words);
    }
    ui.add_space(theme::STEP);
    let review = if is_due {
        ui.add(Button::new(&t!(words, "under-way-review-now")).first()).clicked()
    } else {
        ui.add(Button::link(&t!(words, "under-way-review-early")).small()).clicked()
    };
    ui.add_space(theme::HALF);
    end::ui(it, state, ui, commands);
    if !it.model.waiting.is_empty() {
        ui.add_space(theme::GAP);
        waiting(it, ui);
    }
    review
}

/// The other skills, behind a lock.
fn waiting(it: &Shown<'_>, ui: &mut Ui) {
    let words = it.view.words;
    widgets::subheading(ui, &t!(words, "under-way-waiting"));
    widgets::paragraph_small(ui, &t!(words, "under-way-waiting-below"));
    for row in &it.model.waiting {
        widgets::divider(ui);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            let (rect, _) = ui.allocate_exact_size(Vec2::new(20.0, 24.0), Sense::hover());
            let place = Rect::from_center_size(rect.center(), Vec2::splat(20.0));
            Icon::Lock.paint(ui, place, theme::color(ui, Ink::InkSoft));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let name = ui.add(Label::new(theme::text(ui, Size::Body, Ink::InkSoft, &row.name)).wrap());
                let spoken = t!(words, "under-way-waiting-name", facet = row.name.as_str());
                name.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Label, true, &spoken));
                ui.add(Label::new(theme::text(ui, Size::Small, Ink::InkSoft, &row.why)).wrap());
            });
        });
    }
    widgets::divider(ui);
}
