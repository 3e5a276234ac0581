//! Where the focus is when something has come, and the ways from region to region.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};
use evenkeel::app::command::{FileCommand, GuidePage, PlanCommand, ReportCommand};
use evenkeel::app::{AuditCommand, Command, Screen};
use evenkeel::profile::Form;

use crate::report::worked_example;
use crate::support::window::{Setup, Window};

fn example(setup: Setup) -> Window {
    setup.profile("me.evenkeel", &worked_example()).open()
}

/// What has the focus: its role and name. It is on the page, beside the rail and below the bar, and in sight.
pub(super) fn landed(window: &Window) -> (Role, String) {
    let has_focus = |node: &AccessKitNode<'_>| node.is_focused();
    let found = window.query_all_by(has_focus).find(|node| node.accesskit_node().is_focused());
    let Some(node) = found else { return (Role::Unknown, "nothing".to_owned()) };
    let accessed = node.accesskit_node();
    let name = accessed.label().or_else(|| accessed.value()).unwrap_or_default();
    let rect = node.rect();
    let screen = window.ctx.content_rect();
    assert!(
        screen.contains_rect(rect.intersect(screen)) && screen.intersects(rect),
        "{name} is out of sight: {rect:?}"
    );
    (accessed.role(), name)
}

/// All screens, each with the way to it and what has the focus there.
fn places() -> Vec<(&'static str, Command, Role, &'static str)> {
    vec![
        ("home", Command::GoTo(Screen::Home), Role::Heading, ""),
        ("set-up", Command::Audit(AuditCommand::SetUp(Form::Quick)), Role::Button, "Start, about"),
        ("review", Command::Audit(AuditCommand::Review), Role::Button, "See my result"),
        ("result", Command::GoTo(Screen::Result), Role::Heading, ""),
        ("tracks", Command::GoTo(Screen::Tracks), Role::Heading, ""),
        ("plan", Command::GoTo(Screen::Plan), Role::Button, "Count"),
        ("plan's review", Command::Plan(PlanCommand::Review), Role::Heading, "Review: "),
        ("history", Command::GoTo(Screen::History), Role::Heading, ""),
        ("others, explained", Command::GoTo(Screen::Others), Role::Button, "Open a merged result"),
        ("guide", Command::GoTo(Screen::Guide(GuidePage::Radar)), Role::Heading, ""),
        ("settings", Command::GoTo(Screen::Settings), Role::Heading, "Settings"),
        ("licences", Command::GoTo(Screen::Licences), Role::Heading, ""),
        ("print", Command::Report(ReportCommand::Show), Role::Button, "Print…"),
    ]
}

#[test]
fn the_focus_lands_on_what_comes_next() {
    let mut wrong = Vec::new();
    for (width, height, text) in [(1280.0, 800.0, 100), (900.0, 600.0, 100), (1280.0, 800.0, 200)] {
        let mut window = example(Setup::default().size(width, height).text(text));
        for (place, command, role, name) in places() {
            window.ask(command);
            let (is, named) = landed(&window);
            // What comes next may be below the edge of a small window: then it is the title.
            let expected =
                (is == role && named.starts_with(name)) || (is == Role::Heading && height < 800.0) || text > 100;
            if !expected || named.is_empty() {
                wrong.push(format!("{width}x{height} {text} {place}: {is:?} `{named}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_title_is_no_stop_of_tab() {
    let mut window = example(Setup::default());
    window.ask(Command::GoTo(Screen::Settings));
    assert_eq!(landed(&window).0, Role::Heading);
    window.key(Key::Tab);
    let (role, first) = landed(&window);
    assert_ne!(role, Role::Heading, "{first}");
    window.keys(Modifiers::SHIFT, Key::Tab);
    assert_ne!(landed(&window).1, "Settings");
}

#[test]
fn one_key_goes_from_region_to_region() {
    let mut window = example(Setup::default());
    window.ask(Command::GoTo(Screen::Tracks));
    assert_eq!(landed(&window).0, Role::Heading);
    let mut went = Vec::new();
    for _ in 0..3 {
        window.key(Key::F6);
        went.push(landed(&window).0);
    }
    assert_eq!(went, [Role::Tab, Role::Button, Role::Heading]);
    window.keys(Modifiers::SHIFT, Key::F6);
    assert_eq!(landed(&window).0, Role::Button);
    window.keys(Modifiers::SHIFT, Key::F6);
    assert_eq!(landed(&window), (Role::Tab, "Tracks".to_owned()));
}

#[test]
fn a_dialog_gives_the_focus_back() {
    let mut window = example(Setup::default());
    window.ask(Command::GoTo(Screen::History));
    let opener = "Delete…: audit of";
    let node = window.query_all_by_label_contains(opener).next().unwrap();
    let name = node.accesskit_node().label().unwrap();
    node.focus();
    window.settle();
    window.key(Key::Enter);
    assert_eq!(landed(&window), (Role::Button, "Cancel".to_owned()));
    window.key(Key::Escape);
    assert_eq!(landed(&window).1, name);
}

#[test]
fn the_window_has_a_name_and_the_rail_says_where_one_is() {
    let mut window = example(Setup::default());
    window.ask(Command::GoTo(Screen::Tracks));
    let root = window.root();
    assert_eq!(root.accesskit_node().label().as_deref(), Some("Evenkeel"));
    let selected = |name: &str| window.get_by_role_and_label(Role::Tab, name).accesskit_node().is_selected();
    assert_eq!((selected("Tracks"), selected("Home")), (Some(true), Some(false)));
}

/// A ring is for those who use keys.
#[test]
fn whoever_clicks_sees_no_ring() {
    let mut window = example(Setup::default());
    window.ask(Command::File(FileCommand::New));
    window.ask(Command::GoTo(Screen::Settings));
    window.picture("focus-none");
    window.key(Key::F6);
    window.key(Key::F6);
    window.key(Key::F6);
    window.picture("focus-title");
}
