//! Buttons, menus and keys go by the one list of commands: what it calls impossible is greyed, and does nothing by its key.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenkeel::app::command::{ChartChoice, ChartKind, WorkedExample};
use evenkeel::app::{
    AuditCommand, ChartCommand, Command, FileCommand, GuidePage, HistoryCommand, NewAudit, PrintCommand, ReportCommand,
    SaveCommand, Screen,
};
use evenkeel::profile::{Edit, Form};
use evenkeel::words::Words;

use crate::support::window::{Setup, Window};

/// What stands on the rail and in the bar, on every screen.
fn everywhere() -> [Command; 12] {
    [
        Command::GoTo(Screen::Home),
        Command::GoTo(Screen::Audit),
        Command::GoTo(Screen::Result),
        Command::GoTo(Screen::Tracks),
        Command::GoTo(Screen::Plan),
        Command::GoTo(Screen::Guide(GuidePage::Sides)),
        Command::GoTo(Screen::Settings),
        Command::History(HistoryCommand::Undo),
        Command::History(HistoryCommand::Redo),
        Command::Save(SaveCommand::Now),
        Command::Report(ReportCommand::Show),
        Command::File(FileCommand::Export),
    ]
}

/// What is in the menu of the bar.
fn in_the_menu() -> [Command; 3] {
    [Command::File(FileCommand::New), Command::File(FileCommand::Open), Command::Save(SaveCommand::As)]
}

fn new_audit() -> Command {
    let (role, person) = (String::new(), String::new());
    Command::Audit(AuditCommand::Start(NewAudit { form: Form::Quick, parts: Vec::new(), role, person, fresh: false }))
}

/// Each with a name: nothing open, an audit, changes, on every screen.
fn situations() -> Vec<(&'static str, Vec<Command>)> {
    let example = || Command::File(FileCommand::OpenExample(WorkedExample::Lead));
    let changed = || Command::Edit(Edit::SetPerson("Ana".to_owned()));
    let undo = || Command::History(HistoryCommand::Undo);
    vec![
        ("nothing open", vec![]),
        ("set-up", vec![Command::Audit(AuditCommand::SetUp(Form::Quick))]),
        ("roles, nothing open", vec![Command::GoTo(Screen::Tracks)]),
        ("a role on paper, nothing open", vec![Command::GoTo(Screen::Tracks), Command::Report(ReportCommand::Show)]),
        ("settings", vec![Command::GoTo(Screen::Settings)]),
        ("licences", vec![Command::GoTo(Screen::Licences)]),
        ("guide", vec![Command::GoTo(Screen::Guide(GuidePage::Radar))]),
        ("a new audit", vec![new_audit()]),
        ("the example", vec![example()]),
        ("the example on paper", vec![example(), Command::Report(ReportCommand::Show)]),
        ("a change", vec![example(), changed()]),
        ("a change taken back", vec![example(), changed(), undo(), Command::GoTo(Screen::Home)]),
        ("roles of the example", vec![example(), Command::GoTo(Screen::Tracks)]),
    ]
}

fn open(way: Vec<Command>) -> Window {
    let mut window = Setup::default().open();
    for command in way {
        window.ask(command);
    }
    window
}

/// Whether the button or the place on the rail with this name can be pressed; `None` where there is none.
fn lit(window: &Window, label: &str) -> Option<bool> {
    let found = window.query_all_by_label(label);
    let mut found = found.map(|node| (node.accesskit_node().role(), node.accesskit_node().is_disabled()));
    found.find(|(role, _)| matches!(role, Role::Button | Role::Tab)).map(|(_, disabled)| !disabled)
}

/// What somebody could notice: the words on screen, and what is open.
fn seen(window: &Window) -> (Vec<String>, Screen, Option<usize>) {
    let words = window.query_all_by(|_| true).filter_map(|node| node.accesskit_node().label()).collect();
    let profile = window.app().document().map(|document| Arc::as_ptr(document.profile()) as usize);
    (words, window.app().screen(), profile)
}

#[test]
fn what_stands_on_every_screen_is_greyed_where_the_list_says_so() {
    let words = Words::english();
    for (name, way) in situations() {
        let mut window = open(way);
        for command in everywhere() {
            let label = command.label(&words);
            assert!(!label.is_empty(), "{command:?} has no name");
            assert_eq!(lit(&window, &label), Some(window.app().can(&command)), "{name}: {label}");
        }
        window.press("More: new, open, save as");
        for command in in_the_menu() {
            let label = command.label(&words);
            assert_eq!(lit(&window, &label), Some(window.app().can(&command)), "{name}: {label} in the menu");
        }
    }
}

#[test]
fn what_is_greyed_does_nothing_by_its_key() {
    let mut refused = 0;
    for (name, way) in situations() {
        let mut window = open(way);
        let before = seen(&window);
        for (command, keys) in Command::keyed() {
            for keys in keys {
                if !window.app().can(command) {
                    window.keys(keys.modifiers, keys.logical_key);
                    assert_eq!(seen(&window), before, "{name}: {command:?}");
                    refused += 1;
                }
            }
        }
    }
    assert!(refused > 20, "only {refused} keys were refused: this tests nothing");
}

#[test]
fn the_menu_of_charts_and_the_buttons_of_the_preview_go_by_the_list() {
    let words = Words::english();
    let mut window = open(vec![Command::File(FileCommand::OpenExample(WorkedExample::Lead))]);
    let chart = |kind| ChartChoice { kind, me: true, role: true, earlier: None };
    window.press("Charts as files and on paper");
    let show = Command::Report(ReportCommand::ShowChart);
    for command in [
        show.clone(),
        Command::Chart(ChartCommand::Save(chart(ChartKind::Radar))),
        Command::Chart(ChartCommand::Save(chart(ChartKind::Dots))),
        Command::Chart(ChartCommand::Copy(chart(ChartKind::Radar))),
        Command::Chart(ChartCommand::Copy(chart(ChartKind::Dots))),
    ] {
        assert_eq!(lit(&window, &command.label(&words)), Some(true), "{command:?}");
    }
    window.press(&show.label(&words));
    assert_eq!(window.app().screen(), Screen::Print);
    for command in [PrintCommand::Now, PrintCommand::SavePdf].map(Command::Print) {
        assert_eq!(lit(&window, &command.label(&words)), Some(true), "{command:?}");
        assert!(window.app().can(&command));
    }
}

#[test]
fn on_the_screen_of_roles_the_button_prints_what_the_key_prints() {
    let pressed = |press: fn(&mut Window)| {
        let mut window = open(vec![Command::GoTo(Screen::Tracks)]);
        press(&mut window);
        seen(&window)
    };
    let by_button = pressed(|window| window.press("Print…"));
    assert_eq!(by_button, pressed(|window| window.keys(Modifiers::COMMAND, Key::P)));
    assert_eq!(by_button.1, Screen::Print);
}
