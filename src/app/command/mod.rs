//! What a person can invoke: the one list behind buttons, keys and tests.

mod choice;
mod screen;

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

pub use super::explorer::WhatIf;
use crate::instrument::Question;
use crate::print;
use crate::profile::{AuditId, Edit, Form, RoleId};
pub use crate::report::{ChartKind, ReportPage};
use crate::scoring::Confidence;
use crate::storage::Held;
use crate::t;
use crate::words::Words;
pub use choice::{ChartChoice, FromAnswers, Kept, NewAudit, NewRole, ReportChange};
pub use screen::{GuidePage, Screen};

/// Light or dark.
pub use crate::storage::Theme as ThemeChoice;

/// What is done when a save has worked.
pub type Then = Option<Box<Command>>;

/// What a person can invoke.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Go to a screen.
    GoTo(Screen),
    /// Put the open profile away and begin another.
    New,
    /// Ask for a file and open it.
    Open,
    /// Open this file.
    OpenPath(PathBuf),
    /// Make a new profile of a table of answers.
    TakeAnswers(FromAnswers),
    /// Open this file without saving to it: another window has it.
    OpenReadOnly(PathBuf),
    /// Open what is in this file as a new profile without a file.
    OpenCopy(PathBuf),
    /// Bring the window that has this file to the front.
    ShowHolder(PathBuf, Held),
    /// Open the worked example.
    OpenExample,
    /// Save to the document's file, or ask for one.
    Save,
    /// Ask for a file and save to it.
    SaveAs,
    /// The same, and when that has worked do what was asked for before.
    SaveAsThen(Then),
    /// Save to this file, about which the person has not been asked, and then go on.
    SaveTo(PathBuf, Then),
    /// Save to this file in the place of what is there, the person was asked, and then go on.
    Replace(PathBuf, Then),
    /// Save to this file, which has other names that keep what they have, and then go on.
    SaveApart(PathBuf, Then),
    /// Save over what another program wrote, and then go on.
    Overwrite(Then),
    /// Read again what another program wrote, giving up what is here.
    LoadTheirs,
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
    /// Change the profile.
    Edit(Edit),
    /// Start an audit.
    StartAudit(NewAudit),
    /// Show the set-up of a new audit with this form chosen.
    SetUp(Form),
    /// Show this question of the audit.
    Ask(Question),
    /// Show the review of the audit.
    Review,
    /// Finish the audit and show its result.
    Finish(AuditId),
    /// Look at this audit of the open profile, and go on with it where it is not finished.
    LookAt(AuditId),
    /// Go on with what an earlier window left unsaved, by its journal.
    Resume(PathBuf),
    /// Ask whether to give up what an earlier window left unsaved, by its journal.
    AskDiscardResume(PathBuf),
    /// Give it up.
    DiscardResume(PathBuf),
    /// Take a file off the list of recent ones.
    Forget(PathBuf),
    /// Ask for a file and write the scores to it.
    Export,
    /// Write the scores to this file.
    ExportTo(PathBuf),
    /// Ask the questions about energy.
    AskEnergy,
    /// Show a role in the explorer.
    Explore(RoleId),
    /// Suppose that something were otherwise.
    Suppose(WhatIf),
    /// A new role of the person's own.
    AddRole(NewRole),
    /// Show what a job ad really asks, as it prints.
    PrintAd(RoleId),
    /// Show roles as they print.
    PrintRoles(Vec<RoleId>),
    /// Ask for a job ad: for a new role, or for this one.
    AskAd(Option<RoleId>),
    /// Another text for the job ad of a role.
    SetAd(RoleId, String),
    /// Ask whether to remove a role of the person's own.
    AskRemoveRole(RoleId),
    /// Show the report as it prints.
    Print,
    /// Show the radar and its table as they print.
    PrintChart,
    /// Leave the preview.
    LeavePreview,
    /// Change the report.
    Report(ReportChange),
    /// Paint a page of the report, so many pixels for each of its points.
    PaintPage(usize, f32),
    /// Hand the report to the system's print dialog, as soon as its pages are laid out.
    PrintNow,
    /// Neither print nor save what waits for its pages.
    StopWaiting,
    /// Ask for a file and write the report to it as PDF.
    SavePdf,
    /// Write the report to this file.
    SavePdfTo(PathBuf),
    /// Ask for a template.
    AskTemplate,
    /// Use this template.
    UseTemplate(PathBuf),
    /// Ask for a file and write a chart to it.
    SaveChart(ChartChoice),
    /// Write a chart to this file.
    SaveChartTo(ChartChoice, PathBuf),
    /// Put a chart on the clipboard.
    CopyChart(ChartChoice),
    /// Hand this to the system's print dialog.
    HandOver(print::Job),
    /// Give what is being printed to the viewer instead.
    ViewInstead,
    /// Choose a theme.
    SetTheme(ThemeChoice),
    /// Choose a text size in percent.
    SetTextSize(u16),
    /// Choose the confidence of all bands.
    SetConfidence(Confidence),
    /// Choose a language by its identifier; `None` for the system's.
    SetLanguage(Option<Arc<str>>),
    /// Larger text.
    Larger,
    /// Smaller text.
    Smaller,
    /// Ask whether to delete what Evenkeel keeps.
    AskDelete(Kept),
    /// Delete it.
    Delete(Kept),
    /// Put words on the clipboard.
    Copy(String),
    /// Give up unsaved changes, then do what was asked for.
    DiscardThen(Box<Command>),
    /// Save, and when that worked do what was asked for.
    SaveThen(Box<Command>),
    /// End the program.
    Quit,
}

impl Command {
    /// The commands that have keys.
    pub fn keyed() -> [(Self, KeyboardShortcut); 16] {
        let ctrl = |key| KeyboardShortcut::new(Modifiers::COMMAND, key);
        let shift = |key| KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, key);
        [
            (Self::SaveAs, shift(Key::S)),
            (Self::Redo, shift(Key::Z)),
            (Self::New, ctrl(Key::N)),
            (Self::Open, ctrl(Key::O)),
            (Self::Save, ctrl(Key::S)),
            (Self::Export, ctrl(Key::E)),
            (Self::Print, ctrl(Key::P)),
            (Self::Undo, ctrl(Key::Z)),
            (Self::Larger, ctrl(Key::Plus)),
            (Self::Smaller, ctrl(Key::Minus)),
            (Self::SetTextSize(100), ctrl(Key::Num0)),
            (Self::GoTo(Screen::Settings), ctrl(Key::Comma)),
            (Self::GoTo(Screen::Home), ctrl(Key::H)),
            (Self::GoTo(Screen::Result), ctrl(Key::R)),
            (Self::GoTo(Screen::Tracks), ctrl(Key::T)),
            (Self::GoTo(Screen::Guide(GuidePage::Sides)), KeyboardShortcut::new(Modifiers::NONE, Key::F1)),
        ]
    }

    /// Second keys for some of them, as other programs of the system have them.
    pub fn also_keyed() -> Vec<(Self, KeyboardShortcut)> {
        if cfg!(target_os = "macos") {
            Vec::new()
        } else {
            vec![(Self::Redo, KeyboardShortcut::new(Modifiers::COMMAND, Key::Y))]
        }
    }

    /// Whether a focused text field has this of its own, for what is typed in it.
    pub const fn is_also_of_a_field(&self) -> bool {
        matches!(self, Self::Undo | Self::Redo)
    }

    /// The words for the commands that have keys, for the list in Settings.
    pub fn label(&self, words: &Words) -> String {
        match self {
            Self::SaveAs => t!(words, "save-as"),
            Self::Redo => t!(words, "redo"),
            Self::New => t!(words, "new-profile"),
            Self::Open => t!(words, "open"),
            Self::Save => t!(words, "save"),
            Self::Export => t!(words, "export"),
            Self::Print => t!(words, "print"),
            Self::Undo => t!(words, "undo"),
            Self::Larger => t!(words, "larger-text"),
            Self::Smaller => t!(words, "smaller-text"),
            Self::SetTextSize(_) => t!(words, "normal-text"),
            Self::GoTo(screen) => screen.label(words),
            _ => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_a_key() {
        let keyed: Vec<_> = Command::keyed().into_iter().chain(Command::also_keyed()).collect();
        for (i, (_, a)) in keyed.iter().enumerate() {
            for (_, b) in &keyed[i + 1..] {
                assert_ne!(a, b);
            }
        }
    }

    #[test]
    fn keys_with_more_modifiers_are_looked_for_first() {
        let bare = |s: &KeyboardShortcut| !s.modifiers.shift;
        let keyed = Command::keyed();
        let first_bare = keyed.iter().position(|(_, s)| bare(s)).unwrap();
        assert!(keyed[first_bare..].iter().all(|(_, s)| bare(s)));
    }

    #[test]
    fn every_command_with_a_key_has_words() {
        assert!(Command::keyed().iter().all(|(command, _)| !command.label(&Words::english()).is_empty()));
    }
}
