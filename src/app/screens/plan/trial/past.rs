//! The roles that were tried, below what can be planned next.

use egui::{Label, Ui};

use crate::app::theme::{self, Ink, Size};
use crate::app::view::View;
use crate::app::widgets;
use crate::t;

/// Shows them, if there are any.
pub fn past(view: &View<'_>, ui: &mut Ui) {
    let tried = view.models.tried(&view.trial_sources());
    if tried.is_empty() {
        return;
    }
    ui.add_space(theme::GAP);
    widgets::subheading(ui, &t!(view.words, "trying-past"));
    for row in tried.iter() {
        widgets::divider(ui);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = theme::HALF;
            ui.add(Label::new(theme::text(ui, Size::Body, Ink::Ink, &row.title)).wrap());
            for words in [&row.words, &row.surprise].into_iter().filter(|words| !words.is_empty()) {
                widgets::paragraph_small(ui, words);
            }
        });
    }
    widgets::divider(ui);
}
