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
    window.key(Key::Num3);
    window.pass(5.0);
    assert_eq!(place(&window), here);
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

/// Where something is; what lies outside of the page has no place.
fn rect(window: &Window, label: &str) -> Option<Rect> {
    let node = window.get_by_label(label);
    node.accesskit_node().bounding_box().map(|_| node.rect())
}

#[test]
fn back_and_skip_stand_directly_below_the_answers_and_next_elsewhere() {
    let mut seen = 0;
    for (width, height, text) in
        [(1280.0, 800.0, 100), (900.0, 600.0, 100), (2560.0, 1440.0, 100), (1280.0, 800.0, 200), (900.0, 600.0, 200)]
    {
        let mut window = begun(Setup::default().size(width, height).text(text), &Part::ALL[1..]);
        for part in Part::ALL {
            let question = all(&window).into_iter().find(|question| question.part() == part).unwrap();
            window.ask(Command::Audit(AuditCommand::Ask(question)));
            let answers = window.query_all_by_role(Role::RadioButton);
            let placed = answers.filter(|node| node.accesskit_node().bounding_box().is_some());
            let end = placed.map(|node| node.rect().bottom()).fold(0.0, f32::max);
            let (back, skip) = (rect(&window, "Back"), rect(&window, "Skip for now"));
            window.key(Key::Num4);
            window.key(Key::B);
            let (Some(back), Some(skip)) = (back, skip) else { continue };
            // A sentence of one or two lines may stand below the answers.
            assert!((0.0..72.0).contains(&(back.top() - end)), "{part:?} at {width} {text}: {end} {back:?}");
            assert!((back.top() - skip.top()).abs() < 1.0 && back.right() < skip.left());
            let Some(next) = rect(&window, "Next") else { continue };
            assert!(!next.intersects(skip), "{part:?} at {width} {text}: {skip:?} {next:?}");
            seen += 1;
        }
    }
    assert!(seen >= 15, "{seen}");
}

#[test]
fn where_answers_stand_is_heard_as_one_group() {
    let window = begun(unread(), &[]);
    let groups = window.query_all_by_role(Role::RadioGroup).count();
    let labels = window.query_all_by_role(Role::RadioButton).filter_map(|node| node.accesskit_node().label()).count();
    assert_eq!((groups, labels), (1, 6));
}

/// From Home to the result: 24 answers on what one does, 16 on the role, and what stands around them.
#[test]
fn a_quick_audit_takes_at_most_45_clicks_or_40_keys_and_those_around_them() {
    for by_keys in [false, true] {
        let mut window = unread().open();
        let (mut around, mut answers) = (0, 0);
        let mut on = |window: &mut Window, label: &str| {
            around += 1;
            if by_keys {
                assert!(window.focused().starts_with(label), "{label} is one key away, not {}", window.focused());
                window.key(Key::Enter);
            } else {
                let node = window.get_all_by_label_contains(label).next().unwrap();
                node.click();
                window.settle();
            }
            window.pass(1.0);
        };
        window.ask(Command::Audit(AuditCommand::SetUp(Form::Quick)));
        on(&mut window, "Start, about");
        while !window.has("Next") || place(&window) + 1 < all(&window).len() {
            if window.has("Behaviour done") {
                on(&mut window, "Go on");
                continue;
            }
            let given = window.app().position().unwrap().given(&window.app().instrument(), &audit(&window)).0;
            let (key, label) = if given == 0 { (Key::Num4, "4 Often") } else { (Key::B, "B About right") };
            if by_keys {
                window.key(key);
            } else {
                click(&mut window, label);
            }
            answers += 1;
            window.pass(1.0);
        }
        if by_keys {
            window.key(Key::Enter);
        } else {
            click(&mut window, "Next");
        }
        on(&mut window, "See my result");
        assert_eq!(window.app().screen(), Screen::Result);
        // Besides, the button on Home that led to the set-up, and the last *Next*.
        assert_eq!(answers, 40);
        assert!(answers + around + 2 <= 45, "{answers} answers, {around} around them");
    }
}

#[test]
fn the_open_questions_alone_lead_back_to_where_they_were_asked_for() {
    let mut window = begun(unread(), &[]);
    let every = all(&window);
    for (i, _) in every.iter().enumerate() {
        if [3, 7].contains(&i) {
            window.key(Key::ArrowRight);
        } else {
            window.key(Key::Num4);
            window.pass(LONG);
        }
    }
    window.key(Key::ArrowRight);
    window.press("Answer the 2 open ones");
    assert_eq!(place(&window), 3);
    window.key(Key::Num2);
    window.pass(LONG);
    assert_eq!(place(&window), 7, "past the answered ones");
    window.key(Key::ArrowLeft);
    assert_eq!(place(&window), 3, "and back past them");
    window.key(Key::ArrowRight);
    window.key(Key::Num2);
    window.press("Back to the review");
    assert!(window.has("Everything is answered"));
    window.press("Answer it now, about one minute");
    assert_eq!(window.app().position().map(Question::part), Some(Part::Energy));
    for _ in 0..8 {
        window.key(Key::Num4);
        window.pass(LONG);
    }
    window.press("Back to the review");
    assert!(window.has("Everything is answered"));
}

#[test]
fn one_open_question_is_named_and_answered_with_one_press() {
    let mut window = begun(unread(), &[]);
    for i in 0..all(&window).len() {
        window.key(if i == 5 { Key::ArrowRight } else { Key::Num4 });
        window.pass(LONG);
    }
    window.key(Key::ArrowRight);
    assert!(window.has("One question is open"));
    window.press("Answer it");
    assert_eq!(place(&window), 5);
}

#[test]
fn role_and_name_are_corrected_in_the_window() {
    let mut window = begun(unread(), &[]);
    window.ask(Command::Audit(AuditCommand::Review));
    window.press("Role and name…");
    let field = window.get_by_role_and_label(Role::TextInput, "Your role");
    field.focus();
    window.settle();
    window.get_by_role_and_label(Role::TextInput, "Your role").type_text("Team lead");
    window.settle();
    window.press("Change");
    assert_eq!(audit(&window).role, "Team lead");
}

#[test]
fn all_keys_are_shown_over_the_screen() {
    let mut window = begun(unread(), &[]);
    window.key(Key::Questionmark);
    for (command, keys) in Command::keyed() {
        let keys: Vec<String> =
            keys.iter().map(|keys| window.ctx.format_shortcut(keys).replace("Questionmark", "?")).collect();
        let line = format!("{}: {}", command.label(&evenkeel::words::Words::english()), keys.join(", "));
        assert!(window.has(&line), "{line}");
    }
    window.key(Key::Escape);
    assert!(!window.has("All keys"));
}
