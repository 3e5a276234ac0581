//! The one list of commands that are shown by name: on the rail, in the bar, in menus, in the list of keys. It has the name and the
//! keys of each, and what it requires. All code that shows or runs a command asks here and does not decide that itself.

use std::sync::LazyLock;

use egui::{Key, KeyboardShortcut, Modifiers};

use super::{
    ChartCommand, ChartKind, Command, FileCommand, GuidePage, HistoryCommand, PrintCommand, ReportCommand, ReportPage,
    SaveCommand, Screen, SettingsCommand, WindowCommand,
};
use crate::document::Document;
use crate::t;
use crate::words::Words;

/// Everything that decides whether a command can be used now.
#[derive(Clone, Copy, Debug)]
pub struct CommandContext<'a> {
    /// The open profile.
    pub document: Option<&'a Document>,
    /// Whether there is an audit to show.
    pub has_audit: bool,
    /// The screen.
    pub screen: Screen,
    /// Whether a print or a file waits for the pages of the preview.
    pub pages_awaited: bool,
}

/// What a command requires.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Needs {
    Nothing,
    /// An open profile.
    Profile,
    /// An audit.
    Audit,
    /// An audit, or ones that cannot be shown, about which there is something to say.
    AnyAudit,
    /// An audit, or roles or a plan on screen, which print without one.
    Pages,
    /// A change to take back.
    Undo,
    /// A change to make again.
    Redo,
    /// That no print or file is waiting for the pages yet.
    FreePages,
}

impl Needs {
    fn are_met(self, now: &CommandContext<'_>) -> bool {
        match self {
            Self::Nothing => true,
            Self::Profile => now.document.is_some(),
            Self::Audit => now.has_audit,
            Self::AnyAudit => {
                now.has_audit || now.document.is_some_and(|document| !document.profile().audits.is_empty())
            }
            Self::Pages => {
                let plan = || now.document.and_then(|document| document.profile().shown_plan());
                // A trial has no card.
                let has_plan = || plan().is_some_and(|plan| plan.trial.is_none());
                now.has_audit || now.screen == Screen::Tracks || (now.screen == Screen::Plan && has_plan())
            }
            Self::Undo => now.document.is_some_and(|document| document.can_undo().is_some()),
            Self::Redo => now.document.is_some_and(|document| document.can_redo().is_some()),
            Self::FreePages => now.screen == Screen::Print && !now.pages_awaited,
        }
    }
}

type Text = fn(&Words) -> String;

/// How a command is shown.
struct Shown {
    label: Text,
    keys: Vec<KeyboardShortcut>,
    /// Whether a focused text field uses these keys itself.
    of_fields_too: bool,
    needs: Needs,
    why_not: Option<Text>,
}

impl Shown {
    const fn new(label: Text) -> Self {
        Self { label, keys: Vec::new(), of_fields_too: false, needs: Needs::Nothing, why_not: None }
    }

    fn key(mut self, modifiers: Modifiers, key: Key) -> Self {
        self.keys.push(KeyboardShortcut::new(modifiers, key));
        self
    }

    fn ctrl(self, key: Key) -> Self {
        self.key(Modifiers::COMMAND, key)
    }

    fn ctrl_shift(self, key: Key) -> Self {
        self.key(Modifiers::COMMAND | Modifiers::SHIFT, key)
    }

    const fn also_of_fields(mut self) -> Self {
        self.of_fields_too = true;
        self
    }

    const fn needs(mut self, needs: Needs) -> Self {
        self.needs = needs;
        self
    }

    const fn why_not(mut self, why_not: Text) -> Self {
        self.why_not = Some(why_not);
        self
    }
}

/// The list. Buttons that are on one screen only, about something on it, are left to that screen.
fn shown(command: &Command) -> Option<Shown> {
    Some(match command {
        Command::GoTo(screen) => of_screen(*screen),
        Command::File(FileCommand::New) => Shown::new(|words| t!(words, "new-profile")).ctrl(Key::N),
        Command::File(FileCommand::Open) => Shown::new(|words| t!(words, "open")).ctrl(Key::O),
        Command::File(FileCommand::OpenOthers) => Shown::new(|words| t!(words, "others-open")),
        Command::File(FileCommand::Export) => Shown::new(|words| t!(words, "export")).ctrl(Key::E).needs(Needs::Audit),
        Command::Save(SaveCommand::Now) => Shown::new(|words| t!(words, "save")).ctrl(Key::S).needs(Needs::Profile),
        Command::Save(SaveCommand::As) => {
            Shown::new(|words| t!(words, "save-as")).ctrl_shift(Key::S).needs(Needs::Profile)
        }
        Command::History(HistoryCommand::Undo) => Shown::new(|words| t!(words, "undo"))
            .ctrl(Key::Z)
            .also_of_fields()
            .needs(Needs::Undo)
            .why_not(|words| t!(words, "undo-nothing")),
        Command::History(HistoryCommand::Redo) => {
            let redo = Shown::new(|words| t!(words, "redo"))
                .ctrl_shift(Key::Z)
                .also_of_fields()
                .needs(Needs::Redo)
                .why_not(|words| t!(words, "redo-nothing"));
            // As usual on these systems.
            if cfg!(target_os = "macos") { redo } else { redo.ctrl(Key::Y) }
        }
        Command::Report(ReportCommand::Show) => of_screen(Screen::Print),
        Command::Report(ReportCommand::ShowPlan(ReportPage::Plan)) => Shown::new(|words| t!(words, "plan-print")),
        Command::Report(ReportCommand::ShowPlan(ReportPage::Notes)) => Shown::new(|words| t!(words, "evidence-print")),
        Command::Report(ReportCommand::ShowPlan(ReportPage::Others)) => Shown::new(|words| t!(words, "others-print")),
        Command::Report(ReportCommand::ShowPlan(_)) => Shown::new(|words| t!(words, "card-print")),
        Command::Report(ReportCommand::ShowExercises(_)) => Shown::new(|words| t!(words, "exercises-print")),
        Command::Report(ReportCommand::ShowChart) => Shown::new(|words| t!(words, "chart-print")).needs(Needs::Audit),
        Command::Report(ReportCommand::Leave) => Shown::new(|words| t!(words, "print-close")),
        Command::Print(PrintCommand::Now) => Shown::new(|words| t!(words, "print-now")).needs(Needs::FreePages),
        Command::Print(PrintCommand::SavePdf) => Shown::new(|words| t!(words, "print-save")).needs(Needs::FreePages),
        Command::Chart(command) => of_chart(command)?,
        Command::Settings(command) => of_settings(command)?,
        Command::Window(WindowCommand::ShowKeys) => {
            Shown::new(|words| t!(words, "keys-title")).key(Modifiers::NONE, Key::Questionmark).also_of_fields()
        }
        _ => return None,
    })
}

fn of_screen(screen: Screen) -> Shown {
    match screen {
        Screen::Home => Shown::new(|words| t!(words, "home")).ctrl(Key::H),
        Screen::Audit => Shown::new(|words| t!(words, "audit")),
        Screen::Result => Shown::new(|words| t!(words, "result"))
            .ctrl(Key::R)
            .needs(Needs::AnyAudit)
            .why_not(|words| t!(words, "result-needs-audit")),
        Screen::Tracks => Shown::new(|words| t!(words, "tracks")).ctrl(Key::T),
        Screen::Plan => Shown::new(|words| t!(words, "plan")).ctrl(Key::L),
        Screen::History => Shown::new(|words| t!(words, "history"))
            .needs(Needs::AnyAudit)
            .why_not(|words| t!(words, "history-needs-audit")),
        Screen::Others => Shown::new(|words| t!(words, "others")),
        Screen::Guide(page) => {
            let guide = Shown::new(|words| t!(words, "guide"));
            if page == GuidePage::default() { guide.key(Modifiers::NONE, Key::F1) } else { guide }
        }
        Screen::Settings => Shown::new(|words| t!(words, "settings")).ctrl(Key::Comma),
        Screen::Licences => Shown::new(|words| t!(words, "licences-title")),
        Screen::Print => Shown::new(|words| t!(words, "print")).ctrl(Key::P).needs(Needs::Pages),
    }
}

fn of_chart(command: &ChartCommand) -> Option<Shown> {
    let label: Text = match command {
        ChartCommand::Save(choice) if choice.kind == ChartKind::Radar => |words| t!(words, "chart-save-radar"),
        ChartCommand::Save(_) => |words| t!(words, "chart-save-dots"),
        ChartCommand::Copy(choice) if choice.kind == ChartKind::Radar => |words| t!(words, "chart-copy-radar"),
        ChartCommand::Copy(_) => |words| t!(words, "chart-copy-dots"),
        ChartCommand::SaveWay => |words| t!(words, "way-save"),
        ChartCommand::CopyWay => |words| t!(words, "way-copy"),
        ChartCommand::SaveTo(_) => return None,
    };
    Some(Shown::new(label).needs(Needs::Audit))
}

fn of_settings(command: &SettingsCommand) -> Option<Shown> {
    Some(match command {
        SettingsCommand::Larger => Shown::new(|words| t!(words, "larger-text")).ctrl(Key::Plus),
        SettingsCommand::Smaller => Shown::new(|words| t!(words, "smaller-text")).ctrl(Key::Minus),
        SettingsCommand::TextSize(100) => Shown::new(|words| t!(words, "normal-text")).ctrl(Key::Num0),
        _ => return None,
    })
}

/// The commands that have keys, in the order in which the keys are checked.
static KEYED: LazyLock<Vec<(Command, Vec<KeyboardShortcut>)>> = LazyLock::new(|| {
    let all = [
        Command::File(FileCommand::New),
        Command::File(FileCommand::Open),
        Command::Save(SaveCommand::Now),
        Command::Save(SaveCommand::As),
        Command::File(FileCommand::Export),
        Command::Report(ReportCommand::Show),
        Command::History(HistoryCommand::Undo),
        Command::History(HistoryCommand::Redo),
        Command::Settings(SettingsCommand::Larger),
        Command::Settings(SettingsCommand::Smaller),
        Command::Settings(SettingsCommand::TextSize(100)),
        Command::GoTo(Screen::Settings),
        Command::GoTo(Screen::Home),
        Command::GoTo(Screen::Result),
        Command::GoTo(Screen::Tracks),
        Command::GoTo(Screen::Plan),
        Command::GoTo(Screen::Guide(GuidePage::Sides)),
        Command::Window(WindowCommand::ShowKeys),
    ];
    all.into_iter().map(|command| (command.clone(), command.keys())).collect()
});

/// Keys with their commands. Keys with more modifiers come first, since they would otherwise match those with fewer.
static KEYS: LazyLock<Vec<(KeyboardShortcut, &Command)>> = LazyLock::new(|| {
    let mut keys: Vec<_> =
        KEYED.iter().flat_map(|(command, keys)| keys.iter().map(move |keys| (*keys, command))).collect();
    keys.sort_by_key(|(keys, _)| !keys.modifiers.shift);
    keys
});

impl Command {
    /// The commands that have keys, with their keys, in the order in which these are checked.
    pub fn keyed() -> &'static [(Self, Vec<KeyboardShortcut>)] {
        &KEYED
    }

    /// The command whose keys were pressed, according to `pressed`. While somebody is `typing`, a text field keeps the keys that it uses
    /// itself.
    pub fn of_keys(typing: bool, mut pressed: impl FnMut(&KeyboardShortcut) -> bool) -> Vec<Self> {
        let free = KEYS.iter().filter(|(_, command)| !(typing && command.is_also_of_a_field()));
        free.filter(|(keys, _)| pressed(keys)).map(|(_, command)| (*command).clone()).collect()
    }

    fn is_also_of_a_field(&self) -> bool {
        shown(self).is_some_and(|shown| shown.of_fields_too)
    }

    /// Its keys.
    pub fn keys(&self) -> Vec<KeyboardShortcut> {
        shown(self).map_or_else(Vec::new, |shown| shown.keys)
    }

    /// Its name, if it is shown by name.
    pub fn label(&self, words: &Words) -> String {
        shown(self).map_or_else(String::new, |shown| (shown.label)(words))
    }

    /// Whether it can be used now. A command that cannot does nothing.
    pub fn is_possible(&self, now: &CommandContext<'_>) -> bool {
        shown(self).is_none_or(|shown| shown.needs.are_met(now))
    }

    /// Why it cannot be used now, if it cannot and there is a reason to give.
    pub fn why_not(&self, words: &Words, now: &CommandContext<'_>) -> Option<String> {
        let shown = shown(self).filter(|shown| !shown.needs.are_met(now))?;
        shown.why_not.map(|why| why(words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOWHERE: CommandContext<'_> =
        CommandContext { document: None, has_audit: false, screen: Screen::Home, pages_awaited: false };

    #[test]
    fn no_two_commands_share_a_key() {
        for (i, (a, _)) in KEYS.iter().enumerate() {
            assert!(KEYS[i + 1..].iter().all(|(b, _)| a != b), "{a:?}");
        }
    }

    #[test]
    fn keys_with_more_modifiers_are_looked_for_first() {
        let bare = |keys: &KeyboardShortcut| !keys.modifiers.shift;
        let first_bare = KEYS.iter().position(|(keys, _)| bare(keys)).unwrap();
        assert!(first_bare > 0 && KEYS[first_bare..].iter().all(|(keys, _)| bare(keys)));
    }

    #[test]
    fn every_command_with_a_key_has_words() {
        assert!(
            Command::keyed()
                .iter()
                .all(|(command, keys)| { !command.label(&Words::english()).is_empty() && !keys.is_empty() })
        );
    }

    #[test]
    fn what_cannot_be_used_says_why_where_there_is_something_to_say() {
        let (words, result) = (Words::english(), Command::GoTo(Screen::Result));
        assert!(!result.is_possible(&NOWHERE));
        assert_eq!(result.why_not(&words, &NOWHERE), Some(t!(words, "result-needs-audit")));
        let with = CommandContext { has_audit: true, ..NOWHERE };
        assert_eq!((result.is_possible(&with), result.why_not(&words, &with)), (true, None));
        let undo = Command::History(HistoryCommand::Undo);
        assert_eq!(undo.why_not(&words, &with), Some(t!(words, "undo-nothing")));
    }

    #[test]
    fn roles_print_without_an_audit_and_nothing_else_does() {
        let print = Command::GoTo(Screen::Print);
        assert!(!print.is_possible(&NOWHERE));
        assert!(print.is_possible(&CommandContext { screen: Screen::Tracks, ..NOWHERE }));
    }
}
