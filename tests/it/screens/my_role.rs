//! A facet in one's role takes three short answers, each with keys of its own.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenkeel::app::command::{AuditCommand, Command};
use evenkeel::app::{NewAudit, Screen};
use evenkeel::instrument::{Question, part_questions};
use evenkeel::profile::{Audit, Dose, FacetId, Form, Part, Stakes};

use crate::support::sample;
use crate::support::texts::lines;
use crate::support::window::{Setup, Window};
use crate::support::{empty_audit, rating, version_1};

const NEEDS: [Key; 5] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
const STAKES: [Key; 4] = [Key::Num6, Key::Num7, Key::Num8, Key::Num9];
const DOSES: [Key; 3] = [Key::A, Key::B, Key::C];

/// A full audit with the role alone, at the first facet of the role.
fn at_the_role(setup: Setup) -> (Window, Vec<FacetId>) {
    let mut window = setup.open();
    let new = NewAudit {
        form: Form::Full,
        parts: vec![Part::Role],
        role: String::new(),
        person: String::new(),
        fresh: false,
    };
    window.ask(Command::Audit(AuditCommand::Start(new)));
    let facets: Vec<FacetId> = window.app().instrument().facets.iter().map(|facet| facet.id.clone()).collect();
    window.ask(Command::Audit(AuditCommand::Ask(Question::Role(facets[0].clone()))));
    (window, facets)
}

fn audit(window: &Window) -> Arc<Audit> {
    window.app().document().unwrap().profile().latest().unwrap().clone()
}

fn facet_of(window: &Window) -> Option<FacetId> {
    match window.app().position() {
        Some(Question::Role(facet)) => Some(facet.clone()),
        _ => None,
    }
}

#[test]
fn each_facet_takes_three_keys_and_the_third_leads_on() {
    let (mut window, facets) = at_the_role(Setup::default().unread());
    let mut keys = 0;
    for (i, facet) in facets.iter().enumerate() {
        assert_eq!(facet_of(&window).as_ref(), Some(facet));
        for key in [NEEDS[i % 5], STAKES[i % 4], DOSES[i % 3]] {
            assert_eq!(facet_of(&window).as_ref(), Some(facet), "it goes on only when all is answered");
            window.key(key);
            keys += 1;
        }
        window.pass(0.4);
    }
    assert_eq!(keys, 24);
    assert_eq!(facet_of(&window).as_ref(), facets.last(), "the last question stays");
    window.key(Key::Enter);
    assert!(window.has("40 questions are open"), "the review comes after the last one");
    let answers = audit(&window).answers.clone();
    for (i, facet) in facets.iter().enumerate() {
        assert_eq!(usize::from(answers.needs[facet].value()), i % 5 + 1);
        assert_eq!(answers.stakes[facet], Stakes::ALL[i % 4]);
        assert_eq!(answers.doses[facet], Dose::ALL[i % 3]);
    }
}

#[test]
fn the_answers_may_come_in_any_order() {
    let (mut window, facets) = at_the_role(Setup::default());
    for key in [Key::C, Key::Num6, Key::Num2, Key::Enter] {
        window.key(key);
    }
    assert_eq!(facet_of(&window).as_ref(), Some(&facets[1]));
    let answers = audit(&window).answers.clone();
    let first = &facets[0];
    let given = (answers.needs[first].value(), answers.stakes[first].value(), answers.doses[first]);
    assert_eq!(given, (2, 0, Dose::TooMuch));
}

#[test]
fn one_key_changes_one_answer_and_the_facet_stays() {
    let (mut window, facets) = at_the_role(Setup::default());
    // A second digit mends a slip at once.
    for key in [Key::Num3, Key::Num4, Key::Num7, Key::B] {
        window.key(key);
    }
    let before = audit(&window).answers.clone();
    assert_eq!(before.needs[&facets[0]].value(), 4);
    window.key(Key::Num9);
    let after = audit(&window).answers.clone();
    assert_eq!(facet_of(&window).as_ref(), Some(&facets[0]));
    assert_eq!(after.stakes[&facets[0]].value(), 3);
    assert_eq!((&after.needs, &after.doses), (&before.needs, &before.doses));
    window.key(Key::Enter);
    assert_eq!(facet_of(&window).as_ref(), Some(&facets[1]), "Enter goes on from what is answered");
}

#[test]
fn a_press_by_a_screen_reader_does_not_lead_on() {
    let (mut window, facets) = at_the_role(Setup::default());
    for label in ["5 Almost always", "8 Much", "B About right"] {
        window.press(label);
    }
    window.pass(5.0);
    assert!(Question::Role(facets[0].clone()).is_answered(&window.app().instrument(), &audit(&window)));
    assert_eq!(facet_of(&window).as_ref(), Some(&facets[0]));
}

#[test]
fn a_key_that_is_held_answers_one_facet_only() {
    let (mut window, facets) = at_the_role(Setup::default().unread());
    window.key(Key::Num4);
    window.key(Key::Num7);
    let pressed =
        || Event::Key { key: Key::B, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    for _ in 0..8 {
        window.input_mut().events.push(pressed());
        window.step();
    }
    window.settle();
    assert_eq!(facet_of(&window).as_ref(), Some(&facets[0]), "it stays as long as the key is held");
    assert_eq!(audit(&window).answers.doses.len(), 1);
}

#[test]
fn screen_readers_hear_the_question_the_answer_and_what_it_means() {
    let (window, _) = at_the_role(Setup::default());
    let instrument = window.app().instrument();
    let stakes = instrument.texts.stakes.as_ref().unwrap();
    let groups = window.query_all_by_role(Role::RadioGroup);
    let names: Vec<String> = groups.filter_map(|group| group.accesskit_node().label()).collect();
    let facet = instrument.texts.facet(&instrument.facets[0].id);
    assert_eq!(names, [facet.need.clone(), stakes.question.clone(), facet.dose.clone()]);
    let node = window.get_by_label("8 Much");
    assert_eq!(node.accesskit_node().role(), Role::RadioButton);
    assert_eq!(node.accesskit_node().description().as_deref(), Some(stakes.sentences[2].as_str()));
    let need = window.get_by_label("2 Seldom").accesskit_node().description();
    assert_eq!(need.as_deref(), Some(instrument.texts.need_sentences.as_ref().unwrap()[1].as_str()));
}

/// All of the facet is seen, and nothing of it hides behind the foot, in the default window and in the smallest one.
#[test]
fn all_three_fit_without_scrolling() {
    for (width, height) in [(1280.0, 800.0), (900.0, 600.0)] {
        let (mut window, facets) = at_the_role(Setup::default().size(width, height));
        for facet in facets {
            window.ask(Command::Audit(AuditCommand::Ask(Question::Role(facet.clone()))));
            let title = window.app().instrument().texts.facet(&facet).name.clone();
            let top = window.query_all_by_label_contains(&title).map(|it| it.rect().top()).fold(f32::MAX, f32::min);
            let end = window.get_by_label("C Too much").rect().bottom();
            let foot = window.get_by_label("Back").rect();
            let fits = top > 90.0 && end + 8.0 < foot.top() && foot.bottom() < height;
            assert!(fits, "{facet} at {width} by {height}: {top}, {end}, {foot:?}");
        }
    }
}

/// With large text one would have to scroll: what is asked next comes into sight by itself, and the next facet begins at its top.
#[test]
fn with_large_text_the_next_answer_comes_into_sight() {
    let (mut window, facets) = at_the_role(Setup::default().text(200));
    let seen = |window: &Window, label: &str| {
        let page = window.ctx.content_rect().with_min_y(56.0);
        page.contains_rect(window.get_by_label(label).rect())
    };
    assert!(!seen(&window, "9 Most of it"), "this is the case in which one has to scroll");
    window.key(Key::Num4);
    assert!(seen(&window, "9 Most of it"));
    window.key(Key::Num7);
    assert!(seen(&window, "C Too much"));
    window.key(Key::B);
    window.key(Key::Enter);
    assert_eq!(facet_of(&window).as_ref(), Some(&facets[1]));
    let name = window.app().instrument().texts.facet(&facets[1]).need.clone();
    let title = window.get_by_role_and_label(Role::Heading, &name).rect().top();
    assert!(title > 56.0, "{title}");
}

/// All words that are painted, in their order.
fn words_on(window: &Window) -> String {
    lines(window).join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where every answer stands.
fn places(window: &Window) -> Vec<(String, egui::Rect)> {
    let found = window.query_all_by_role(Role::RadioButton);
    found.map(|it| (it.accesskit_node().label().unwrap_or_default(), it.rect())).collect()
}

#[test]
fn nothing_moves_when_an_answer_is_pointed_at_or_given() {
    for size in [(1280.0, 800.0), (900.0, 600.0)] {
        let (mut window, _) = at_the_role(Setup::default().size(size.0, size.1));
        let before = places(&window);
        assert_eq!(before.len(), 12);
        let meanings = |window: &Window| {
            let texts = &window.app().instrument().texts;
            let needs = texts.need_sentences.iter().flatten();
            let all: Vec<String> = needs.chain(&texts.stakes.as_ref().unwrap().sentences).cloned().collect();
            let seen = words_on(window);
            all.into_iter().filter(|sentence| seen.contains(sentence.as_str())).collect::<Vec<_>>()
        };
        for (label, _) in &before[5..9] {
            window.get_by_label(label).hover();
            window.run();
            assert_eq!(places(&window), before);
            let texts = window.app().instrument();
            let at = before[5..9].iter().position(|(it, _)| it == label).unwrap();
            let sentence = &texts.texts.stakes.as_ref().unwrap().sentences[at];
            assert!(meanings(&window).contains(sentence), "{label}: {:?}", meanings(&window));
        }
        for key in [Key::Num4, Key::Num9] {
            window.key(key);
            assert_eq!(places(&window), before);
        }
        window.get_by_label("Back").hover();
        window.run();
        let given = meanings(&window);
        assert!(given.iter().any(|it| it.contains("fail at what it is there for")), "{given:?}");
        assert!(given.iter().any(|it| it.contains("perhaps three in four")), "{given:?}");
    }
}

#[test]
fn the_sentence_of_every_answer_stands_on_the_screen_of_an_item() {
    for size in [(1280.0, 800.0), (900.0, 600.0)] {
        let setup = Setup::default().size(size.0, size.1);
        let (mut window, _) = at_the_role(setup);
        let first = part_questions(&window.app().instrument(), &audit(&window), Part::Behaviour)[0].clone();
        window.ask(Command::Audit(AuditCommand::Ask(first)));
        let seen = words_on(&window);
        let instrument = window.app().instrument();
        for answer in instrument.texts.answers.iter().chain([&instrument.texts.not_applicable]) {
            assert!(seen.contains(&answer.sentence), "{}: {seen}", answer.sentence);
        }
        let before = places(&window);
        for key in [Key::Num1, Key::Num5, Key::N] {
            window.key(key);
            assert_eq!(places(&window), before);
        }
    }
}

/// Who was asked with version 1 of the questions goes on with them.
#[test]
fn an_audit_of_version_1_asks_two_answers() {
    let instrument = version_1();
    let mut audit = empty_audit(&instrument, Form::Quick);
    audit.parts = [Part::Behaviour, Part::Role].into();
    let facets: Vec<FacetId> = instrument.facets.iter().map(|facet| facet.id.clone()).collect();
    audit.answers.needs.insert(facets[0].clone(), rating(3));
    let mut window = Setup::default().profile("old.evenkeel", &sample::profile([audit])).open();
    window.ask(Command::Audit(AuditCommand::Ask(Question::Role(facets[0].clone()))));
    assert_eq!(window.app().screen(), Screen::Audit);
    assert_eq!(places(&window).len(), 5 + 3);
    assert!(!window.shows("6 "));
    window.key(Key::Num8);
    window.key(Key::A);
    window.key(Key::Enter);
    assert_eq!(facet_of(&window).as_ref(), Some(&facets[1]));
    let answers = self::audit(&window).answers.clone();
    assert!(answers.stakes.is_empty());
    assert_eq!((answers.needs[&facets[0]].value(), answers.doses[&facets[0]]), (3, Dose::TooLittle));
}

/// The right end of the line is the response that stands on the right, whichever side it is minded as.
#[test]
fn the_points_go_to_the_response_that_stands_there() {
    let mut window = Setup::default().open();
    let new = NewAudit {
        form: Form::Quick,
        parts: vec![Part::Situations],
        role: String::new(),
        person: String::new(),
        fresh: false,
    };
    window.ask(Command::Audit(AuditCommand::Start(new)));
    let instrument = window.app().instrument();
    let mut lefts = Vec::new();
    for situation in &instrument.situations {
        window.ask(Command::Audit(AuditCommand::Ask(Question::Situation(situation.id.clone()))));
        let stored = |window: &Window| audit(window).answers.situations.get(&situation.id).copied().unwrap();
        let text = instrument.texts.situation(&situation.id);
        let place = |letter: &str, side| {
            let label = format!("{letter} {}", text.response(side));
            window.get_by_label(&label).rect().center().x
        };
        assert!(place("A", situation.left) < place("B", situation.right()), "{}", situation.id);
        assert!(!window.shows("5 points") && window.has("not split yet"), "nothing is said before it is given");
        window.key(Key::A);
        assert_eq!(situation.left.points(stored(&window)), 6, "the first step is from the middle");
        window.key(Key::Num4);
        assert_eq!(situation.right().points(stored(&window)), 8, "{}", situation.id);
        window.key(Key::Num1);
        assert_eq!(situation.left.points(stored(&window)), 10, "{}", situation.id);
        window.press("3 Half and half");
        assert_eq!(situation.right().points(stored(&window)), 5, "the middle is a choice");
        window.press("4 Rather right");
        window.press_like("B ");
        assert_eq!(situation.right().points(stored(&window)), 9, "pressing the right response gives to the right");
        window.key(Key::B);
        window.key(Key::B);
        assert_eq!(situation.right().points(stored(&window)), 10, "there are ten");
        assert!(window.has("0 left, 10 right"));
        lefts.push(situation.left);
    }
    lefts.sort_unstable();
    lefts.dedup();
    assert_eq!(lefts.len(), 2, "both sides stand left now and then");
}

/// Leaving is asked about a year, all else about three months.
#[test]
fn a_sign_says_which_time_it_is_about() {
    let mut window = Setup::default().open();
    let new = NewAudit {
        form: Form::Quick,
        parts: vec![Part::Signs],
        role: String::new(),
        person: String::new(),
        fresh: false,
    };
    window.ask(Command::Audit(AuditCommand::Start(new)));
    let mut year = 0;
    for sign in &window.app().instrument().signs {
        window.ask(Command::Audit(AuditCommand::Ask(Question::Sign(sign.id.clone()))));
        let asks = window.app().instrument().texts.prompt_of(sign).to_owned();
        assert!(window.has(&asks), "{}", sign.id);
        year += usize::from(asks.contains("twelve months"));
    }
    assert_eq!(year, 2);
}

/// Overdoing is not the highest answer, so it has a line of its own.
#[test]
fn the_levels_say_what_too_much_looks_like() {
    let (mut window, _) = at_the_role(Setup::default());
    let first = part_questions(&window.app().instrument(), &audit(&window), Part::Behaviour)[0].clone();
    window.ask(Command::Audit(AuditCommand::Ask(first.clone())));
    window.press("What a low, a middle and a high answer look like at work");
    let Question::Item(item) = first else { panic!() };
    let instrument = window.app().instrument();
    let facet = instrument.facet_of(item.as_str()).unwrap();
    let too_much = instrument.texts.facet(&facet.id).too_much.clone().unwrap();
    assert!(window.has(&format!("Too much: {too_much}")));
}
