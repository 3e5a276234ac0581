//! The audit goes on by itself a moment after the first answer to a question, and never otherwise.

use egui::accesskit::Role;
use egui::{Key, Rect};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenkeel::app::command::{AuditCommand, Command, NewAudit, Screen, SettingsCommand};
use evenkeel::instrument::{Question, questions};
use evenkeel::profile::{Audit, Form, Part};

use crate::support::window::{Setup, Window};

/// A moment that is not over yet, and one that is.
const SHORT: f64 = 0.3;
const LONG: f64 = 0.4;

/// At the first question of a quick audit with these parts besides behaviour.
fn begun(setup: Setup, parts: &[Part]) -> Window {
    let mut window = setup.open();
    let (role, person) = (String::new(), String::new());
    let new = NewAudit { form: Form::Quick, parts: parts.to_vec(), role, person, fresh: false };
    window.ask(Command::Audit(AuditCommand::Start(new)));
    window
}

fn unread() -> Setup {
    Setup::default().unread()
}

fn audit(window: &Window) -> std::sync::Arc<Audit> {
    window.app().document().unwrap().profile().latest().unwrap().clone()
}

fn all(window: &Window) -> Vec<Question> {
    questions(&window.app().instrument(), &audit(window))
}

/// The index of the question on screen.
fn place(window: &Window) -> usize {
    all(window).iter().position(|question| Some(question) == window.app().position()).unwrap()
}

/// A click of the mouse on what has this label.
fn click(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    window.run();
}

#[test]
fn the_first_answer_by_digit_or_click_leads_on_after_a_moment() {
    let mut window = begun(unread(), &[]);
    window.key(Key::Num4);
    window.pass(SHORT);
    assert_eq!(place(&window), 0, "one sees what was answered");
    window.pass(LONG - SHORT);
    assert_eq!(place(&window), 1);
    click(&mut window, "2 Seldom");
    window.pass(SHORT);
    assert_eq!(place(&window), 1);
    window.pass(LONG - SHORT);
    assert_eq!(place(&window), 2);
    assert_eq!(audit(&window).answers.items.len(), 2);
    window.pass(5.0);
    assert_eq!(place(&window), 2, "a question without an answer stays");
}

#[test]
fn a_changed_answer_stays() {
    let mut window = begun(unread(), &[]);
    window.key(Key::Num4);
    window.pass(LONG);
    window.key(Key::ArrowLeft);
    window.key(Key::Num2);
    window.pass(5.0);
    assert_eq!((place(&window), audit(&window).answers.items.len()), (0, 1));
    // Also where it is changed before the moment is over.
    window.key(Key::ArrowRight);
    window.key(Key::Num4);
    window.pass(SHORT);
    window.key(Key::Num3);
    window.pass(5.0);
    assert_eq!((place(&window), audit(&window).answers.items.len()), (1, 2));
}

#[test]
fn any_other_deed_ends_the_moment() {
    for key in [Key::Tab, Key::F1, Key::Space, Key::ArrowLeft] {
        let mut window = begun(unread(), &[]);
        window.key(Key::ArrowRight);
        window.key(Key::Num4);
        window.key(key);
        let (before, screen) = (place(&window), window.app().screen());
        window.pass(5.0);
        assert_eq!((place(&window), window.app().screen()), (before, screen), "{key:?}");
    }
}

#[test]
fn a_facet_of_the_role_stays_until_all_of_it_is_answered() {
    let mut window = begun(unread(), &[Part::Role]);
    let first = all(&window).into_iter().find(|question| question.part() == Part::Role).unwrap();
    window.ask(Command::Audit(AuditCommand::Ask(first)));
    let here = place(&window);
    for key in [Key::Num3, Key::Num7] {
        window.key(key);
        window.pass(5.0);
        assert_eq!(place(&window), here, "{key:?}");
    }
    click(&mut window, "B About right");
    window.pass(LONG);
    assert_eq!(place(&window), here + 1);
}

#[test]
fn the_last_question_stays() {
    let mut window = begun(unread(), &[]);
    let last = all(&window).len() - 1;
    let question = all(&window).pop().unwrap();
    window.ask(Command::Audit(AuditCommand::Ask(question)));
    window.key(Key::Num4);
    window.pass(5.0);
    assert_eq!((place(&window), window.has("Next")), (last, true));
}

#[test]
fn nothing_goes_on_by_itself_for_whoever_does_not_want_it_or_listens() {
    let mut window = begun(unread(), &[]);
    window.ask(Command::GoTo(Screen::Settings));
    window.press("The next question comes by itself");
    window.ask(Command::GoTo(Screen::Audit));
    window.key(Key::Num4);
    window.pass(5.0);
    assert_eq!(place(&window), 0);
    let kept = std::fs::read_to_string(Setup::default().at(window.home()).folders().settings_file()).unwrap();
    assert!(kept.contains(r#""questions_stay": true"#), "{kept}");
    window.ask(Command::Settings(SettingsCommand::QuestionsStay(false)));
    window.key(Key::ArrowRight);
    window.key(Key::Num4);
    window.pass(LONG);
    assert_eq!(place(&window), 2);
    let mut heard = begun(Setup::default(), &[]);
    heard.key(Key::Num4);
    heard.pass(5.0);
    assert_eq!(place(&heard), 0);
}

/// Two clicks at the same place, so many seconds apart.
fn double(window: &mut Window, label: &str, apart: f64) {
    let at = window.get_by_label(label).rect().center();
    for i in 0..2 {
        if i > 0 {
            window.pass(apart);
        }
        let (button, modifiers) = (egui::PointerButton::Primary, egui::Modifiers::NONE);
        let press = |pressed| egui::Event::PointerButton { pos: at, button, pressed, modifiers };
        window.input_mut().events.extend([egui::Event::PointerMoved(at), press(true), press(false)]);
        window.run();
    }
}

#[test]
fn a_double_click_neither_skips_nor_answers_a_question() {
    for apart in [0.05, 0.2, 0.38, 0.45] {
        let mut window = begun(unread(), &[]);
        double(&mut window, "3 Sometimes", apart);
        window.pass(5.0);
        // Within the moment, the second click gives the same answer again, and the question stays.
        let expected = if apart < 0.35 { 0 } else { 1 };
        assert_eq!((place(&window), audit(&window).answers.items.len()), (expected, 1), "{apart}");
    }
    for label in ["Skip for now", "Next"] {
        let mut window = begun(unread(), &[]);
        window.key(Key::Num4);
        window.key(Key::ArrowRight);
        if label == "Next" {
            window.key(Key::Num4);
            window.key(Key::ArrowLeft);
        }
        let before = place(&window);
        double(&mut window, label, 0.1);
        window.pass(5.0);
        assert_eq!(place(&window), before + 1, "{label}");
    }
}

fn rect(window: &Window, label: &str) -> Rect {
    window.get_by_label(label).rect()
}

#[test]
fn back_and_skip_stand_directly_below_the_answers_and_next_elsewhere() {
    for (width, height, text) in
        [(1280.0, 800.0, 100), (900.0, 600.0, 100), (2560.0, 1440.0, 100), (1280.0, 800.0, 200), (900.0, 600.0, 200)]
    {
        let mut window = begun(Setup::default().size(width, height).text(text), &Part::ALL[1..]);
        for part in Part::ALL {
            let question = all(&window).into_iter().find(|question| question.part() == part).unwrap();
            window.ask(Command::Audit(AuditCommand::Ask(question)));
            let answers = window.query_all_by_role(Role::RadioButton).map(|node| node.rect().bottom());
            let end = answers.fold(0.0, f32::max);
            let (back, skip) = (rect(&window, "Back"), rect(&window, "Skip for now"));
            let below = back.top() - end;
            assert!(end == 0.0 || (0.0..40.0).contains(&below), "{part:?} at {width} {text}: {below}");
            assert!((back.top() - skip.top()).abs() < 1.0 && back.right() < skip.left());
            window.key(Key::Num4);
            if part == Part::Role {
                window.key(Key::Num7);
                window.key(Key::B);
            }
            let next = rect(&window, "Next");
            assert!(!next.intersects(skip), "{part:?} at {width} {text}: {skip:?} {next:?}");
            assert!((next.top() - back.top()).abs() < 1.0);
        }
    }
}

#[test]
fn where_answers_stand_is_heard_as_one_group() {
    let window = begun(unread(), &[]);
    let groups = window.query_all_by_role(Role::RadioGroup).count();
    let labels = window.query_all_by_role(Role::RadioButton).filter_map(|node| node.accesskit_node().label()).count();
    assert_eq!((groups, labels), (1, 6));
}
