//! What screen readers and people without a mouse are given, on every screen and in every dialog.

use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenkeel::app::command::{AuditCommand, Command, FileCommand, Kept, RoleCommand, SaveCommand, SettingsCommand};
use evenkeel::app::{NewAudit, Screen};
use evenkeel::instrument::Question;
use evenkeel::palette::{Ink, Palette};
use evenkeel::profile::{Edit, Form, Part};

use super::focus::landed;
use super::walk::Walk;
use crate::report::worked_example;
use crate::support::sample;
use crate::support::window::{Setup, Window};

fn example() -> Window {
    Setup::default().profile("me.evenkeel", &worked_example()).open()
}

fn has_dialog(window: &Window) -> bool {
    window.query_all_by_role(Role::Dialog).next().is_some()
}

/// A quick audit with all parts, at its first question.
fn asked() -> Window {
    let mut window = Setup::default().open();
    let (role, person) = (String::new(), String::new());
    let new = NewAudit { form: Form::Quick, parts: Part::ALL[1..].to_vec(), role, person, fresh: false };
    window.ask(Command::Audit(AuditCommand::Start(new)));
    window
}

// Every screen

/// What is wrong with the focus, empty for nothing.
fn fault(window: &Window) -> String {
    match landed(window) {
        (Role::Unknown | Role::Window, _) => "nothing has the focus".to_owned(),
        (role, name) if name.is_empty() => format!("{role:?} has the focus and no name"),
        _ => String::new(),
    }
}

/// On a screen, F6 leads to the rail, which leads everywhere, and back; out of a dialog, Esc does.
fn way_back(window: &mut Window) -> String {
    if has_dialog(window) {
        window.key(Key::Escape);
        return if has_dialog(window) { String::new() } else { fault(window) };
    }
    for _ in 0..3 {
        window.key(Key::F6);
        let wrong = fault(window);
        if !wrong.is_empty() {
            return wrong;
        }
        if landed(window).0 == Role::Tab {
            return String::new();
        }
    }
    "F6 does not lead to the rail".to_owned()
}

#[test]
fn on_every_screen_something_has_the_focus_is_in_sight_has_a_name_and_a_way_back() {
    let mut wrong = Vec::new();
    let look = &mut |window: &mut Window, what: &str| {
        // A dialog that came by itself takes no keys in its first moment.
        for _ in 0..4 {
            window.step();
        }
        if !has_dialog(window) {
            // The walk presses as a pointer does: whoever uses keys begins with one.
            window.key(Key::F6);
        }
        let faults = [fault(window), way_back(window)];
        wrong.extend(faults.into_iter().filter(|it| !it.is_empty()).map(|fault| format!("{what}: {fault}")));
    };
    Walk { setup: &Setup::default, look }.all();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_dialog_gives_the_focus_back_to_what_had_it() {
    let mut window = example();
    let audits = window.app().document().unwrap().profile().audits.clone();
    let own = {
        window.ask(Command::Role(RoleCommand::Add(evenkeel::app::command::NewRole::Empty)));
        window.app().document().unwrap().profile().roles[0].id.clone()
    };
    let there = window.folder().join("there.evenkeel");
    crate::support::put(&there, b"1");
    let kept = [Kept::Recovery, Kept::Backups, Kept::Prints, Kept::Settings];
    let dialogs = kept.map(|kept| Command::Settings(SettingsCommand::AskDelete(kept))).into_iter().chain([
        Command::Role(RoleCommand::AskAd(None)),
        Command::Role(RoleCommand::AskAd(Some(own.clone()))),
        Command::Role(RoleCommand::AskRemove(own)),
        Command::Audit(AuditCommand::AskDelete(audits[0].id.clone())),
        Command::Audit(AuditCommand::AskPutAway(audits[0].id.clone())),
        Command::File(FileCommand::New),
        Command::File(FileCommand::Open),
        Command::File(FileCommand::Export),
        Command::File(FileCommand::OpenPath("/nowhere/at.evenkeel".into())),
        Command::Save(SaveCommand::As),
        Command::Save(SaveCommand::To(there, None)),
        Command::Save(SaveCommand::To("/nowhere/at.evenkeel".into(), None)),
    ]);
    window.ask(Command::GoTo(Screen::Settings));
    for _ in 0..3 {
        window.key(Key::Tab);
    }
    let before = landed(&window);
    assert_eq!(fault(&window), "");
    for command in dialogs {
        let what = format!("{command:?}");
        window.ask(command);
        for _ in 0..4 {
            window.step();
        }
        assert!(has_dialog(&window), "{what} opens no dialog");
        let inside = landed(&window);
        assert!(inside != before && fault(&window).is_empty(), "{what}: {inside:?}");
        window.key(Key::Escape);
        assert!(!has_dialog(&window), "{what} is still there after Esc");
        assert_eq!(landed(&window), before, "{what}");
    }
}

/// A form that is closed, a menu, and Esc anywhere: the focus goes back to where it came from.
#[test]
fn the_focus_is_never_lost() {
    let mut window = example();
    window.ask(Command::GoTo(Screen::Settings));
    window.key(Key::Tab);
    let before = landed(&window);
    window.key(Key::Escape);
    assert_eq!(landed(&window), before, "Esc where there is nothing to close");
    window.ask(Command::GoTo(Screen::Plan));
    let link = "Add a note…";
    window.get_by_label(link).focus();
    window.settle();
    window.key(Key::Enter);
    assert_eq!(landed(&window).0, Role::TextInput);
    window.get_by_label("Cancel").focus();
    window.settle();
    window.key(Key::Enter);
    assert_eq!(landed(&window).1, link);
}

/// Tab reaches one thing after the other, each in sight and with a name, and comes round: nothing holds it.
#[test]
fn tab_goes_round_on_every_screen() {
    let mut window = example();
    let facet = window.app().instrument().facets[0].id.clone();
    for command in [
        Command::GoTo(Screen::Home),
        Command::GoTo(Screen::Result),
        Command::GoTo(Screen::Tracks),
        Command::GoTo(Screen::Plan),
        Command::GoTo(Screen::History),
        Command::GoTo(Screen::Settings),
        Command::Audit(AuditCommand::SetUp(Form::Quick)),
        Command::Audit(AuditCommand::Review),
        Command::Audit(AuditCommand::Ask(Question::Role(facet))),
        Command::Role(RoleCommand::AskAd(None)),
    ] {
        let what = format!("{command:?}");
        window.ask(command);
        window.key(Key::Tab);
        let first = focused_id(&window);
        let mut came_round = false;
        for _ in 0..MOST_STOPS {
            assert_eq!(fault(&window), "", "{what}");
            window.key(Key::Tab);
            if focused_id(&window) == first {
                came_round = true;
                break;
            }
        }
        assert!(came_round, "{what}: more than {MOST_STOPS} stops");
    }
}

#[test]
fn the_window_says_its_language() {
    let language = |window: &Window| window.root().accesskit_node().data().language().map(str::to_owned);
    assert_eq!(language(&Setup::default().open()).as_deref(), Some("en"));
    let tests = Setup::default().setting("language", evenkeel::pseudo::LANGUAGE).open();
    assert_eq!(language(&tests).as_deref(), Some(evenkeel::pseudo::LANGUAGE));
}

/// No screen has so many stops of Tab.
const MOST_STOPS: usize = 200;

fn focused_id(window: &Window) -> Option<egui::Id> {
    window.ctx.memory(egui::Memory::focused)
}

/// What can be pressed is at least 24 by 24 points (WCAG 2.2, 2.5.8), but for links among words and what has room around it.
#[test]
fn targets_are_large_enough() {
    let mut small = std::collections::BTreeSet::new();
    let look = &mut |window: &mut Window, _: &str| {
        let targets: Vec<(Role, String, egui::Rect)> = window
            .query_all_by(|node| !node.is_disabled() && !node.is_hidden())
            .filter(|node| node.accesskit_node().data().supports_action(egui::accesskit::Action::Click))
            .map(|node| (node.accesskit_node().role(), node.accesskit_node().label().unwrap_or_default(), node.rect()))
            // A bar to scroll with grows under the pointer, and the wheel and keys do the same.
            .filter(|(role, _, rect)| !matches!(role, Role::Link | Role::ScrollBar) && rect.is_positive())
            .collect();
        for (role, name, rect) in &targets {
            let is_small = rect.width() < LEAST_TARGET || rect.height() < LEAST_TARGET;
            let around = egui::Rect::from_center_size(rect.center(), egui::Vec2::splat(LEAST_TARGET));
            let near = |(_, _, other): &&(Role, String, egui::Rect)| other != rect && other.intersects(around);
            if is_small && targets.iter().any(|it| near(&it)) {
                small.insert(format!("{role:?} {name}: {:?}", rect.size()));
            }
        }
    };
    Walk { setup: &Setup::default, look }.all();
    assert!(small.is_empty(), "\n{}", small.into_iter().collect::<Vec<_>>().join("\n"));
}

const LEAST_TARGET: f32 = 24.0;

/// The numbers in docs/ACCESSIBILITY.md: the lowest contrast of each ink on the grounds on which it is used, rounded down.
#[test]
fn the_page_on_accessibility_has_the_contrasts_as_measured() {
    let page = include_str!("../../../docs/ACCESSIBILITY.md");
    let (grounds, tints) =
        ([Ink::Paper, Ink::Rail, Ink::Sheet, Ink::Select], [Ink::ManagementTint, Ink::LeadershipTint]);
    let both = [&grounds[..], &tints].concat();
    let rows: [(Ink, Vec<Ink>); 10] = [
        (Ink::Ink, both.clone()),
        (Ink::InkSoft, both),
        (Ink::ManagementText, [&grounds[..], &tints[..1]].concat()),
        (Ink::LeadershipText, [&grounds[..], &tints[1..]].concat()),
        (Ink::OnPen, vec![Ink::Pen]),
        (Ink::LineStrong, grounds.to_vec()),
        (Ink::Pen, grounds.to_vec()),
        (Ink::Management, [&grounds[..3], &tints[..1]].concat()),
        (Ink::Leadership, [&grounds[..3], &tints[1..]].concat()),
        (Ink::Role, [&grounds[..3], &tints].concat()),
    ];
    for (ink, grounds) in rows {
        let lowest = |palette: Palette| {
            let all = grounds.iter().map(|ground| palette.get(ink).contrast(palette.get(*ground)));
            (all.fold(f64::INFINITY, f64::min) * 10.0).floor() / 10.0
        };
        let [light, dark, print] = [Palette::LIGHT, Palette::DARK, Palette::PRINT].map(lowest);
        let row = format!("| `{ink:?}` | {light:.1} | {dark:.1} | {print:.1} |");
        assert!(page.contains(&row), "{row}");
    }
}

// Answers

fn radio<'a>(window: &'a Window, key: &str) -> egui_kittest::Node<'a> {
    let begins = format!("{key} ");
    let mut all = window.query_all_by_role(Role::RadioButton);
    all.find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(&begins))).unwrap()
}

fn is_on(window: &Window, key: &str) -> bool {
    radio(window, key).accesskit_node().toggled() == Some(Toggled::True)
}

#[test]
fn answers_are_a_group_with_one_stop_whose_arrows_move_within_it() {
    let mut window = asked();
    assert_eq!(landed(&window).0, Role::Heading);
    window.key(Key::Tab);
    let on = |window: &Window| landed(window).1.chars().next().unwrap();
    let steps = [(None, '1'), (Some(Key::ArrowDown), '2'), (Some(Key::ArrowUp), '1'), (Some(Key::ArrowUp), 'N')];
    let first = window.app().position().cloned();
    for (key, expected) in steps {
        if let Some(key) = key {
            window.key(key);
        }
        assert_eq!(on(&window), expected);
    }
    window.key(Key::ArrowDown);
    window.key(Key::ArrowDown);
    assert_eq!(on(&window), '2', "round at the ends");
    assert!(!is_on(&window, "2"), "to listen to an answer is not to give it");
    window.key(Key::Space);
    assert!(is_on(&window, "2") && window.app().position().cloned() == first);
    assert_eq!(on(&window), '2');
    window.key(Key::Tab);
    assert_ne!(landed(&window).0, Role::RadioButton, "the group is one stop");
    window.keys(Modifiers::SHIFT, Key::Tab);
    assert_eq!(on(&window), '2', "the chosen one is the stop");
    window.key(Key::Enter);
    assert_ne!(window.app().position().cloned(), first, "Enter on the chosen answer goes on");
}

/// What gets the focus is said by every screen reader, also by those that know no live regions.
#[test]
fn an_answer_by_its_key_gets_the_focus() {
    let mut window = asked();
    for (key, name) in [(Key::Num4, "4"), (Key::Num2, "2"), (Key::N, "N")] {
        window.key(key);
        let (role, label) = landed(&window);
        assert_eq!(role, Role::RadioButton);
        assert!(label.starts_with(&format!("{name} ")) && is_on(&window, name), "{label}");
    }
    let facet = window.app().instrument().facets[0].id.clone();
    window.ask(Command::Audit(AuditCommand::Ask(Question::Role(facet))));
    for (key, name) in [(Key::C, "C"), (Key::Num4, "4"), (Key::A, "A")] {
        window.key(key);
        assert!(landed(&window).1.starts_with(&format!("{name} ")) && is_on(&window, name));
    }
    assert!(!is_on(&window, "C"), "one of a group");
}

#[test]
fn answers_say_which_of_how_many_they_are() {
    let window = asked();
    let group = window.query_all_by_role(Role::RadioGroup).next().unwrap();
    assert_eq!(group.accesskit_node().size_of_set(), Some(6));
    assert_eq!(radio(&window, "N").accesskit_node().position_in_set(), Some(5));
}

// Lists, tables, charts

#[test]
fn a_list_to_choose_from_says_its_value_and_the_marked_row() {
    let mut window = Setup::default().profile("me.evenkeel", &sample::story()).open();
    window.ask(Command::GoTo(Screen::Result));
    let button = window.get_by_role_and_label(Role::ComboBox, "Which audit");
    let value = button.accesskit_node().value().unwrap();
    assert!(!value.is_empty());
    if cfg!(target_os = "linux") {
        assert_eq!(button.accesskit_node().description(), Some(value.clone()));
    }
    button.focus();
    window.settle();
    window.key(Key::Enter);
    window.key(Key::ArrowDown);
    let (role, row) = landed(&window);
    assert_eq!(role, Role::ListBoxOption);
    assert!(!row.is_empty() && row != value, "{row}");
    window.key(Key::Escape);
    assert_eq!(landed(&window).1, "Which audit");
    window.get_by_role_and_label(Role::ComboBox, "Which audit").focus();
    window.settle();
    window.ask(Command::GoTo(Screen::Tracks));
    for name in ["Which roles"] {
        let value = window.get_by_role_and_label(Role::ComboBox, name).accesskit_node().value();
        assert!(value.is_some_and(|value| !value.is_empty()), "{name}");
    }
}

/// The rows of the table with this name: of each cell its role and words.
fn rows(window: &Window, table: &str) -> Vec<Vec<(Role, String)>> {
    let table = window.get_by_role_and_label(Role::Table, table);
    let cell = |node: &egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        let is_cell = matches!(node.role(), Role::Cell | Role::ColumnHeader);
        is_cell.then(|| (node.role(), node.label().unwrap_or_default()))
    };
    let rows = table.children_recursive().filter(|node| node.accesskit_node().role() == Role::Row);
    rows.map(|row| row.children_recursive().filter_map(|node| cell(&node)).collect()).collect()
}

#[test]
fn tables_have_rows_cells_and_heads() {
    let mut window = example();
    window.ask(Command::GoTo(Screen::History));
    let compared = rows(&window, "Two audits compared");
    window.ask(Command::GoTo(Screen::Tracks));
    let asks = rows(&window, "What it asks");
    let hours = rows(&window, "A typical week, as we guess it");
    for (what, table, least) in [("compared", compared, 9), ("asks", asks, 9), ("hours", hours, 10)] {
        assert!(table.len() >= least, "{what}: {table:?}");
        assert!(table[0].iter().all(|(role, _)| *role == Role::ColumnHeader), "{what}: {:?}", table[0]);
        for row in &table[1..] {
            assert!(row.len() > 1 && row.iter().all(|(role, _)| *role == Role::Cell), "{what}: {row:?}");
            let first = &row[0].1;
            assert!(first.chars().next().is_some_and(char::is_alphabetic), "{what}: the name comes first: {row:?}");
        }
    }
}

#[test]
fn charts_say_the_name_first_and_then_the_numbers() {
    let mut window = example();
    window.ask(Command::GoTo(Screen::Result));
    window.get_by_label_contains("Radar of the eight facets").focus();
    window.settle();
    assert!(landed(&window).1.starts_with("Radar of"), "the text of the chart first");
    window.key(Key::ArrowRight);
    let (role, said) = landed(&window);
    assert_eq!(role, Role::ListItem);
    assert!(said.starts_with("Process implementation: Me "), "{said}");
    window.ask(Command::GoTo(Screen::Tracks));
    window.press_like("Map");
    window.get_by_label_contains("All roles by do already and want").focus();
    window.settle();
    window.key(Key::ArrowRight);
    let said = landed(&window).1;
    let names = window.app().explorer().candidates.iter().map(|candidate| candidate.name.as_str());
    assert!(names.into_iter().any(|name| said.starts_with(name)) && said.contains("Sure "), "{said}");
}

/// A chart that changes is not read out: what is chosen is.
#[test]
fn choosing_a_role_says_the_role() {
    let mut window = example();
    window.ask(Command::GoTo(Screen::Tracks));
    let live = |window: &Window| {
        let all = window.query_all_by_role(Role::Image);
        all.filter(|node| node.accesskit_node().live() != egui::accesskit::Live::Off).count()
    };
    assert_eq!(live(&window), 0);
    window.press_like("Further away: show");
    let name = window.app().explorer().candidates[3].name.clone();
    let row = window
        .query_all_by_role(Role::ListBoxOption)
        .find(|row| row.accesskit_node().label().is_some_and(|label| label.starts_with(&name)));
    row.unwrap().focus();
    window.settle();
    window.key(Key::Enter);
    let focused = window.query_all_by(|node| node.is_focused()).find(|it| it.accesskit_node().is_focused()).unwrap();
    assert_eq!(focused.accesskit_node().description(), Some(format!("Shown: {name}")));
    assert_eq!(focused.accesskit_node().toggled(), Some(Toggled::True));
    assert_eq!(live(&window), 0);
}

// Enter

#[test]
fn enter_in_a_field_goes_on() {
    let mut window = Setup::default().open();
    window.ask(Command::Audit(AuditCommand::SetUp(Form::Quick)));
    window.press_like("Your role and name");
    let inputs: Vec<_> = window.query_all_by_role(Role::TextInput).collect();
    inputs[0].focus();
    drop(inputs);
    window.settle();
    window.key(Key::Enter);
    let (role, second) = landed(&window);
    assert_eq!(role, Role::TextInput);
    window.key(Key::Enter);
    let (role, begin) = landed(&window);
    assert!(role == Role::Button && begin.starts_with("Start"), "{second}, then {role:?} {begin}");
    assert!(window.app().document().is_none(), "it goes on, and presses nothing");
    window.key(Key::Enter);
    assert!(window.app().position().is_some());
}

#[test]
fn enter_in_a_dialog_goes_on() {
    let mut window = example();
    window.ask(Command::Role(RoleCommand::AskAd(None)));
    assert_eq!(landed(&window).0, Role::TextInput);
    window.key(Key::Enter);
    assert_eq!(landed(&window).0, Role::MultilineTextInput);
    window.key(Key::Escape);
    window.ask(Command::Edit(Edit::SetPerson("Ann".to_owned())));
    window.ask(Command::Save(SaveCommand::As));
    assert_eq!(landed(&window).0, Role::TextInput, "a path is typed");
}

// The journey

/// Counts the keys that are no answers.
struct Journey {
    window: Window,
    keys: usize,
}

impl Journey {
    fn key(&mut self, key: Key) {
        self.keys += 1;
        self.window.key(key);
    }

    fn held(&mut self, key: Key) {
        self.keys += 1;
        self.window.keys(Modifiers::COMMAND, key);
    }

    /// Goes on to something, in a few steps of Tab or of an arrow.
    fn to(&mut self, part: &str, step: Key, most: usize) {
        for _ in 0..=most {
            if landed(&self.window).1.to_lowercase().contains(part) {
                return;
            }
            self.key(step);
        }
        panic!("{part} is not within {most} steps; last {:?}", landed(&self.window));
    }

    /// The answers to a question, and Enter where the next one does not come by itself. Returns how many answers there were.
    fn answer(&mut self, keys: &[Key]) -> usize {
        let before = self.window.app().position().cloned();
        let mut given = 0;
        for key in keys {
            if self.window.app().position().cloned() == before {
                self.window.key(*key);
                given += 1;
            }
        }
        if self.window.app().position().cloned() == before {
            self.key(Key::Enter);
        }
        given
    }
}

#[test]
fn a_journey_by_keyboard_takes_few_keys_beyond_the_answers() {
    let setup = Setup::default();
    let file = setup.folder().join("me.evenkeel");
    let mut it = Journey { window: setup.answer(Some(file.clone())).open(), keys: 0 };
    it.to("quick", Key::Tab, 10);
    it.key(Key::Enter);
    if it.window.app().position().is_none() {
        it.to("start", Key::Tab, 12);
        it.key(Key::Enter);
    }
    let mut answers = 0;
    while let Some(question) = it.window.app().position().cloned().filter(|_| !it.window.has("See my result")) {
        let keys: &[Key] = match question {
            Question::Role(_) => &[Key::Num3, Key::B],
            Question::Situation(_) => &[Key::Num2],
            _ => &[Key::Num4],
        };
        answers += it.answer(keys);
        assert!(answers < 100, "{question} {:?}", landed(&it.window));
    }
    assert_eq!(landed(&it.window), (Role::Button, "See my result".to_owned()));
    it.key(Key::Enter);
    assert_eq!(it.window.app().screen(), Screen::Result);
    it.held(Key::P);
    assert_eq!(landed(&it.window).1, "Print…");
    it.key(Key::Enter);
    assert_eq!(it.window.printed().len(), 1);
    it.held(Key::S);
    it.window.settle();
    assert!(file.is_file(), "saved");
    assert!(it.keys <= 80, "{} keys beyond {answers} answers", it.keys);
    println!("{} keys beyond {answers} answers", it.keys);
}
