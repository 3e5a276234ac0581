//! What the person came for: it decides which roles stand in the list, and in which order.

use egui::Ui;

use super::list::Filter;
use super::{Shown, State};
use crate::app::command::{Command, RoleCommand};
use crate::app::theme::{self, Ink, Size};
use crate::app::widgets::Button;
use crate::profile::RoleId;
use crate::t;
use crate::tracks::{CURRENT, Track};
use crate::words::Words;

/// What the person wants to know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Question {
    /// Which way at all.
    #[default]
    Unsure,
    /// How the present role could change, and what lies near it.
    Stay,
    /// Whether to manage people.
    Manage,
    /// Whether to lead without reports.
    Lead,
    /// What a job ad asks.
    Ad,
}

impl Question {
    const ALL: [Self; 5] = [Self::Unsure, Self::Stay, Self::Manage, Self::Lead, Self::Ad];

    fn label(self, words: &Words) -> String {
        match self {
            Self::Unsure => t!(words, "tracks-ask-unsure"),
            Self::Stay => t!(words, "tracks-ask-stay"),
            Self::Manage => t!(words, "tracks-ask-manage"),
            Self::Lead => t!(words, "tracks-ask-lead"),
            Self::Ad => t!(words, "tracks-ask-ad"),
        }
    }

    const fn filter(self) -> Filter {
        match self {
            Self::Unsure | Self::Stay => Filter::All,
            Self::Manage => Filter::Of(Track::Management),
            Self::Lead => Filter::Of(Track::Leadership),
            Self::Ad => Filter::Own,
        }
    }
}

/// Shows the choice.
pub fn ui(it: &Shown<'_>, state: &mut State, ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = it.view.words;
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(theme::STEP, theme::HALF);
        ui.label(theme::text(ui, Size::Small, Ink::InkSoft, t!(words, "tracks-ask")));
        for question in Question::ALL {
            let label = question.label(words);
            let name = t!(words, "tracks-ask-name", answer = label.as_str());
            let button = Button::new(&label).small().selected(state.question == question).name(&name);
            if ui.add(button).clicked() {
                asked = Some(question);
            }
        }
    });
    let Some(question) = asked else { return };
    state.question = question;
    state.list.show(question.filter());
    if question == Question::Ad && it.view.document.is_none_or(|document| document.profile().roles.is_empty()) {
        commands.push(Command::Role(RoleCommand::AskAd(None)));
    }
    if let Some(role) = first(it, question) {
        commands.push(Command::Role(RoleCommand::Show(role)));
    }
}

/// The role that answers the question first.
fn first(it: &Shown<'_>, question: Question) -> Option<RoleId> {
    let ranked = || it.model.groups.iter().flat_map(|group| &group.roles);
    let track = |id: &&RoleId| it.view.explorer.candidate(id).and_then(|candidate| candidate.track);
    match question {
        Question::Unsure => ranked().next().cloned(),
        Question::Stay => it.view.explorer.candidate(&CURRENT.into()).map(|candidate| candidate.role.id.clone()),
        Question::Manage => ranked().find(|id| track(id) == Some(Track::Management)).cloned(),
        Question::Lead => ranked().find(|id| track(id) == Some(Track::Leadership)).cloned(),
        Question::Ad => it.view.document?.profile().roles.last().map(|role| role.id.clone()),
    }
}
