//! One colleague's view, typed in by the person or said aloud in the room.

use egui::Ui;

use super::{Shown, change};
use crate::app::command::Command;
use crate::app::theme;
use crate::app::widgets::{self, FieldText, text_field};
use crate::profile::{ColleagueView, PlanEdit, PlanText};
use crate::summary::colleague_words;
use crate::t;

const ALL: [ColleagueView; 3] = [ColleagueView::Better, ColleagueView::Same, ColleagueView::Worse];

/// Shows the three answers, and a field for the colleague's words.
pub fn ui(it: &Shown<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    widgets::subheading(ui, &t!(words, "reviewing-colleague"));
    ui.add_space(-theme::STEP);
    widgets::paragraph_small(ui, &t!(words, "reviewing-colleague-below"));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for view in ALL {
            let on = it.plan.outcome.colleague == Some(view);
            if widgets::radio(ui, on, &colleague_words(words, view)).clicked() {
                commands.push(change(PlanEdit::SetColleague((!on).then_some(view))));
            }
        }
    });
    let field = FieldText {
        salt: "colleague words",
        label: t!(words, "reviewing-colleague-words"),
        hint: t!(words, "reviewing-colleague-words-hint"),
    };
    let mut value = it.plan.outcome.colleague_words.clone();
    if text_field(words, ui, &field, &mut value).changed() {
        commands.push(change(PlanEdit::SetText(PlanText::ColleagueWords, value)));
    }
}
