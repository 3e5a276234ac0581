//! Dialogs come one after the other: none takes the place of another, and none is lost.

use egui::{Key, ViewportEvent, ViewportId};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenkeel::app::command::{ChartChoice, ChartCommand, ChartKind, FileCommand, Kept, ReportCommand, SaveCommand};
use evenkeel::app::{AuditCommand, Command, NewAudit, PrintCommand, SettingsCommand};
use evenkeel::profile::Form;

use crate::support::window::{Setup, Window};

const BACKUPS: &str = "Delete the backups?";
const PRINTS: &str = "Delete the printed reports?";
const UNSAVED: &str = "Save your changes?";

fn asked(kept: Kept) -> Command {
    Command::Settings(SettingsCommand::AskDelete(kept))
}

/// What is on screen of these.
fn on_screen<const N: usize>(window: &Window, parts: [&str; N]) -> [bool; N] {
    parts.map(|part| window.shows(part))
}

#[test]
fn two_messages_that_come_together_are_both_seen_in_their_order() {
    let mut window = Setup::default().open();
    // Nothing is open that could be written: each says so.
    for name in ["first.pdf", "second.pdf"] {
        let path = window.folder().join(name);
        window.state_mut().ask_for(Command::Print(PrintCommand::SavePdfTo(path)));
    }
    window.step();
    window.settle();
    assert_eq!(on_screen(&window, ["first.pdf", "second.pdf"]), [true, false]);
    window.press("Close");
    assert_eq!(on_screen(&window, ["first.pdf", "second.pdf"]), [false, true]);
    window.press("Close");
    assert_eq!(on_screen(&window, ["first.pdf", "second.pdf"]), [false, false]);
}

#[test]
fn two_questions_that_come_together_are_both_seen_in_their_order_and_before_messages() {
    let mut window = Setup::default().open();
    let path = window.folder().join("first.pdf");
    window.state_mut().ask_for(Command::Print(PrintCommand::SavePdfTo(path)));
    window.state_mut().ask_for(asked(Kept::Backups));
    window.state_mut().ask_for(asked(Kept::Prints));
    window.step();
    window.settle();
    let all = ["first.pdf", BACKUPS, PRINTS];
    assert_eq!(on_screen(&window, all), [false, true, false]);
    window.key(Key::Escape);
    assert_eq!(on_screen(&window, all), [false, false, true]);
    window.key(Key::Escape);
    assert_eq!(on_screen(&window, all), [true, false, false]);
}

/// A press meant for the one on screen would answer another one.
#[test]
fn a_question_that_comes_while_another_is_on_screen_waits() {
    let mut window = Setup::default().open();
    window.ask(asked(Kept::Backups));
    window.ask(asked(Kept::Prints));
    assert_eq!(on_screen(&window, [BACKUPS, PRINTS]), [true, false]);
    window.press("Cancel");
    assert_eq!(on_screen(&window, [BACKUPS, PRINTS]), [false, true]);
}

#[test]
fn the_same_question_is_asked_once() {
    let mut window = Setup::default().open();
    window.ask(asked(Kept::Backups));
    window.ask(asked(Kept::Backups));
    window.press("Cancel");
    assert!(!window.shows(BACKUPS));
}

/// Who closes the window wants an answer to that, and the other question is there still.
#[test]
fn closing_the_window_asks_before_what_is_on_screen() {
    let mut window = Setup::default().open();
    let (role, person) = (String::new(), String::new());
    let new = NewAudit { form: Form::Quick, parts: Vec::new(), role, person, fresh: false };
    window.ask(Command::Audit(AuditCommand::Start(new)));
    window.ask(asked(Kept::Backups));
    window.input_mut().viewports.entry(ViewportId::ROOT).or_default().events.push(ViewportEvent::Close);
    window.step();
    window.settle();
    assert_eq!(on_screen(&window, [UNSAVED, BACKUPS]), [true, false]);
    window.press("Cancel");
    assert_eq!(on_screen(&window, [UNSAVED, BACKUPS]), [false, true]);
}

#[test]
fn all_files_of_a_profile_are_proposed_under_one_name() {
    let mut example = Setup::default().open();
    example.press("See a worked example");
    let proposed = |window: &mut Window, command: Command| {
        window.ask(command);
        // There is no dialog of the system's: the name is in the field of ours.
        let value = |window: &Window| {
            let fields = window.query_all_by_role(egui::accesskit::Role::TextInput);
            fields.filter_map(|node| node.accesskit_node().value()).find(|value| value.contains('.'))
        };
        let name = value(window).unwrap();
        window.key(Key::Escape);
        name
    };
    let choice = ChartChoice { kind: ChartKind::Radar, me: true, role: true, earlier: None };
    for (command, name) in [
        (Command::Save(SaveCommand::As), "Sample person.evenkeel"),
        (Command::File(FileCommand::Export), "Sample person.csv"),
        (Command::Chart(ChartCommand::Save(choice)), "Sample person.svg"),
        (Command::Print(PrintCommand::SavePdf), "Sample person.pdf"),
    ] {
        if matches!(command, Command::Print(_)) {
            example.ask(Command::Report(ReportCommand::Show));
        }
        assert_eq!(proposed(&mut example, command), name);
    }
}
