//! Keys and clicks act in the order in which they came, however they are spread over frames: a machine that stood still for a moment
//! gives several to one frame.

use egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenkeel::app::Screen;
use evenkeel::instrument::questions;
use evenkeel::profile::{Answer, Audit};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::support::window::{Setup, Window, same_chance_again};

/// What a person does.
#[derive(Clone, Debug)]
enum Deed {
    Key(Key),
    Held(Key),
    Click(usize),
    /// More time passes than it takes until the audit goes on by itself.
    Wait,
}

/// Digits, letters and arrows as they are pressed in an audit, with clicks on the answers among them, and now and then something that
/// leads elsewhere and back.
fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        8 => proptest::sample::select(&DIGITS[..]).prop_map(Deed::Key),
        6 => Just(Deed::Key(Key::ArrowRight)),
        2 => Just(Deed::Key(Key::ArrowLeft)),
        2 => Just(Deed::Key(Key::Enter)),
        1 => proptest::sample::select(&[Key::N, Key::Num6, Key::Num9, Key::A, Key::B, Key::C, Key::PageDown, Key::PageUp, Key::Tab, Key::Space][..]).prop_map(Deed::Key),
        1 => proptest::sample::select(&[Key::Z, Key::R][..]).prop_map(Deed::Held),
        3 => (0..PLACES).prop_map(Deed::Click),
    ]
}

const DIGITS: [Key; 5] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];

const PLACES: usize = 7;

/// Longer than the moment after an answer, and than a double-click.
const WAIT: f64 = 0.6;

/// Places to click at: the five answers of the first question, "not applicable", and the button that goes on.
fn places(window: &Window) -> Vec<Pos2> {
    let found = (1..=5).map(|digit| {
        let label = format!("{digit} ");
        let found = window.query_all_by_label_contains(&label);
        let mut begins = found.filter(|node| node.accesskit_node().label().is_some_and(|it| it.starts_with(&label)));
        begins.next().map(|node| node.rect().center())
    });
    let more = ["Not applicable", "Skip"]
        .map(|label| window.query_all_by_label_contains(label).map(|node| node.rect().center()).next());
    found.chain(more).map(Option::unwrap).collect()
}

fn events(deed: &Deed, places: &[Pos2]) -> Vec<Event> {
    let key = |key, modifiers, pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    match deed {
        Deed::Wait => Vec::new(),
        Deed::Key(which) => {
            let text = match which {
                Key::Num1 => Some("1"),
                Key::A => Some("a"),
                _ => None,
            };
            let typed = text.map(|text| Event::Text(text.to_owned()));
            let around = [key(*which, Modifiers::NONE, true), key(*which, Modifiers::NONE, false)];
            let [down, up] = around;
            std::iter::once(down).chain(typed).chain([up]).collect()
        }
        Deed::Held(which) => vec![key(*which, Modifiers::COMMAND, true), key(*which, Modifiers::COMMAND, false)],
        Deed::Click(at) => {
            let (pos, button, modifiers) = (places[*at], PointerButton::Primary, Modifiers::NONE);
            let pressed = |pressed| Event::PointerButton { pos, button, pressed, modifiers };
            vec![Event::PointerMoved(pos), pressed(true), pressed(false)]
        }
    }
}

/// An audit with all parts, at its first question.
fn begun(setup: Setup) -> (Window, Vec<Pos2>) {
    // What is asked in which order decides what the result says, and where its buttons are.
    same_chance_again();
    let mut window = setup.open();
    window.press("Audit");
    window.press("How long: Quick");
    for part in ["Situations", "Energy", "Around me"] {
        if let Some(node) = window.query_all_by_label_contains(part).next() {
            node.click_accesskit();
        }
        window.settle();
    }
    window.press_like("Start, about");
    let places = places(&window);
    (window, places)
}

/// Where one ends up: the answers to the items in the order in which they were shown, the rest of the audit, the place and the screen.
type End = (Vec<Option<Answer>>, Option<Audit>, Option<usize>, Screen);

fn end(window: &Window) -> End {
    let app = window.app();
    // Undo may have taken back even the start.
    let Some(audit) = app.document().unwrap().profile().latest() else { return (Vec::new(), None, None, app.screen()) };
    let answers = audit.order.iter().map(|item| audit.answers.items.get(item).copied()).collect();
    let all = questions(&app.instrument(), audit);
    let place = app.position().and_then(|position| all.iter().position(|question| question == position));
    let mut rest = Audit { id: "one".to_owned().into(), seed: 0, order: Vec::new(), ..audit.as_ref().clone() };
    rest.answers.items.clear();
    // How long a question was looked at is the one thing that does depend on the frames.
    rest.answers.seconds.clear();
    (answers, Some(rest), place, app.screen())
}

/// One deed after the other, each with all the frames that it wants.
fn at_leisure(setup: Setup, deeds: &[Deed]) -> End {
    let (mut window, places) = begun(setup);
    for deed in deeds {
        if matches!(deed, Deed::Wait) {
            window.pass(WAIT);
        }
        for event in events(deed, &places) {
            window.input_mut().events.push(event);
            window.run();
        }
    }
    window.settle();
    end(&window)
}

/// The same events in frames of these lengths, the last of which takes what is left.
fn in_frames(deeds: &[Deed], lengths: &[usize]) -> End {
    let (mut window, places) = begun(Setup::default());
    let mut left: Vec<Event> = deeds.iter().flat_map(|deed| events(deed, &places)).collect();
    for length in lengths {
        let rest = left.split_off((*length).min(left.len()));
        window.input_mut().events.extend(std::mem::replace(&mut left, rest));
        window.step();
    }
    window.input_mut().events.extend(left);
    window.step();
    // As many frames as there is to be done in.
    for _ in 0..8 * deeds.len() {
        window.step();
    }
    window.settle();
    end(&window)
}

#[test]
fn any_split_of_keys_and_clicks_into_frames_gives_the_same_answers() {
    let cases = std::env::var("EVENKEEL_LONG").ok().and_then(|n| n.parse().ok()).unwrap_or(12);
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let strategy = (proptest::collection::vec(deed(), 1..60), proptest::collection::vec(0_usize..20, 0..12));
    runner
        .run(&strategy, |(deeds, lengths)| {
            prop_assert_eq!(at_leisure(Setup::default(), &deeds), in_frames(&deeds, &lengths));
            Ok(())
        })
        .unwrap();
}

/// Where the audit goes on by itself, what comes together is about the question that is on screen when it begins.
#[test]
fn any_split_gives_the_same_answers_where_the_audit_goes_on_by_itself() {
    let cases = std::env::var("EVENKEEL_LONG").ok().and_then(|n| n.parse().ok()).unwrap_or(12);
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let groups = proptest::collection::vec(proptest::collection::vec(deed(), 1..8), 1..12);
    let strategy = (groups, proptest::collection::vec(0_usize..6, 0..4));
    runner
        .run(&strategy, |(groups, lengths)| {
            let (mut window, places) = begun(Setup::default().unread());
            for group in &groups {
                let mut left: Vec<Event> = group.iter().flat_map(|deed| events(deed, &places)).collect();
                for length in &lengths {
                    let rest = left.split_off((*length).min(left.len()));
                    window.input_mut().events.extend(std::mem::replace(&mut left, rest));
                    window.step();
                }
                window.input_mut().events.extend(left);
                for _ in 0..=8 * group.len() {
                    window.step();
                }
                window.pass(WAIT);
            }
            let deeds: Vec<Deed> = groups.into_iter().flat_map(|group| [group, vec![Deed::Wait]].concat()).collect();
            prop_assert_eq!(at_leisure(Setup::default().unread(), &deeds), end(&window));
            Ok(())
        })
        .unwrap();
}

/// One deed, then a wait: each first answer leads on, so digits alone answer everything.
#[test]
fn a_digit_a_question_is_enough() {
    let deeds: Vec<Deed> = (0..24).flat_map(|i| [Deed::Key(DIGITS[(i * 7) % 5]), Deed::Wait]).collect();
    let answers = at_leisure(Setup::default().unread(), &deeds).0;
    assert!(answers.iter().all(Option::is_some), "{answers:?}");
}

#[test]
fn forty_answers_typed_while_the_window_stands_still_are_all_right() {
    let deeds: Vec<Deed> = (0..24).flat_map(|i| [Deed::Key(DIGITS[(i * 7) % 5]), Deed::Key(Key::ArrowRight)]).collect();
    let answers = in_frames(&deeds, &[]).0;
    assert!(answers.iter().all(Option::is_some), "{answers:?}");
    assert_eq!(answers, at_leisure(Setup::default(), &deeds).0);
}

/// A slow hand, and a machine that takes seconds for a frame, which then lie between a press and its release.
#[test]
fn a_click_that_takes_seconds_is_one() {
    let deeds: Vec<Deed> =
        (0..5).flat_map(|at| [Deed::Click(at), Deed::Key(Key::ArrowRight)]).chain([Deed::Click(5)]).collect();
    let answers = at_leisure(Setup::default().frame(3.0), &deeds).0;
    assert_eq!(answers.iter().flatten().count(), 6, "{answers:?}");
    assert_eq!(answers, at_leisure(Setup::default(), &deeds).0);
}

/// An arrow that the audit takes moves no focus, also right after another question has come, before egui knows that its answers keep
/// arrows for themselves.
#[test]
fn arrows_that_come_together_lead_nowhere_else() {
    let deeds =
        [Deed::Click(6), Deed::Click(0), Deed::Key(Key::ArrowLeft), Deed::Key(Key::ArrowLeft), Deed::Key(Key::Enter)];
    assert_eq!(in_frames(&deeds, &[]), at_leisure(Setup::default(), &deeds));
}

/// Whoever comes back to a question is at the question, not at what would lead on.
#[test]
fn a_question_that_comes_back_has_the_focus() {
    let held = Deed::Held(Key::R);
    let deeds = [held, Deed::Key(Key::Enter), Deed::Key(Key::ArrowRight), Deed::Key(Key::Num3), Deed::Key(Key::Enter)];
    assert_eq!(in_frames(&deeds, &[]), at_leisure(Setup::default(), &deeds));
}
