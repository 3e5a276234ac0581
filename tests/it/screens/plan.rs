//! The plan from choosing to its start.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenkeel::app::command::{Command, HistoryCommand, NewPlan, PlanCommand, Screen};
use evenkeel::profile::{Aim, Edit, GoalLevel, Plan, PlanEdit, SignAnswer, Weekday};
use jiff::civil::date;

use crate::report::without_plans;
use crate::support::window::{Setup, Window};

fn open(setup: Setup) -> Window {
    let mut window = example(setup);
    window.ask(Command::GoTo(Screen::Plan));
    window
}

/// The worked example, without remarks on it.
fn example(setup: Setup) -> Window {
    let mut window = setup.profile("me.evenkeel", &without_plans()).open();
    if window.has("Close") {
        window.key(Key::Escape);
    }
    window
}

fn plan(window: &Window) -> Option<Plan> {
    window.app().document()?.profile().current_plan().map(|plan| plan.as_ref().clone())
}

fn draft(window: &mut Window, facet: &str) {
    let new = NewPlan { facet: facet.into(), aim: Aim::Build, reason: String::new() };
    window.ask(Command::Plan(PlanCommand::Draft(new)));
}

/// Takes the first exercise that is proposed.
fn take_first(window: &mut Window) {
    window.press_like("Ask before anyone starts,");
    window.press_like("Take this one:");
}

fn focused(window: &Window) -> Option<String> {
    Some(window.focused()).filter(|label| !label.is_empty())
}

/// Types over what is in a field.
fn type_into(window: &mut Window, field: &str, words: &str) {
    window.get_by_role_and_label(Role::MultilineTextInput, field).focus();
    window.settle();
    window.keys(Modifiers::COMMAND, Key::A);
    window.event(egui::Event::Text(words.to_owned()));
    window.settle();
}

/// Goes on with Tab until something with this label has the focus.
fn tab_to(window: &mut Window, part: &str) {
    for _ in 0..80 {
        if focused(window).is_some_and(|label| label.contains(part)) {
            return;
        }
        window.key(Key::Tab);
    }
    panic!("Tab does not lead to {part}");
}

#[test]
fn a_plan_begins_by_keyboard_alone() {
    let mut window = example(Setup::default());
    window.keys(Modifiers::COMMAND, Key::L);
    assert_eq!(window.app().screen(), Screen::Plan);
    tab_to(&mut window, "Practise ");
    window.key(Key::Enter);
    let chosen = plan(&window).unwrap();
    assert!(chosen.is_draft());
    assert_eq!((chosen.start, chosen.review), (date(2026, 11, 19), date(2026, 12, 31)));
    assert_eq!(focused(&window).as_deref(), Some("Search"), "what comes next has the focus");
    tab_to(&mut window, "minutes");
    window.key(Key::Enter);
    tab_to(&mut window, "Take this one:");
    window.key(Key::Enter);
    assert!(!plan(&window).unwrap().cue.is_empty());
    assert_eq!(focused(&window).as_deref(), Some("Start"));
    window.key(Key::Enter);
    assert_eq!(focused(&window).as_deref(), Some("Review"));
    window.key(Key::Enter);
    for number in ["4", "1", "4", "1"] {
        window.event(egui::Event::Text(number.to_owned()));
        window.settle();
        window.key(Key::Enter);
    }
    assert_eq!(plan(&window).unwrap().weeks.len(), 2);
    assert!(
        plan(&window).unwrap().weeks.values().all(|week| week.is_estimated() && (week.came(), week.did()) == (4, 1))
    );
    assert_eq!(focused(&window).as_deref(), Some("Fill in examples"));
    window.key(Key::Enter);
    let filled = plan(&window).unwrap();
    assert!(GoalLevel::ALL.iter().all(|level| !filled.goal(*level).is_empty()));
    assert_eq!(filled.present, Some(GoalLevel::Less));
    for expected in ["Show it", "I had it", "Begin"] {
        assert_eq!(focused(&window).as_deref(), Some(expected));
        window.key(Key::Enter);
    }
    let begun = plan(&window).unwrap();
    assert!(begun.is_under_way() && begun.rehearsed);
}

#[test]
fn any_other_skill_can_be_chosen_with_a_reason_and_all_of_it_is_taken_back() {
    let mut window = open(Setup::default());
    let other = window.query_all_by_label_contains("Choose ").next().unwrap().accesskit_node().label().unwrap();
    window.press(&other);
    assert_eq!(focused(&window).as_deref(), Some("Why this one?"));
    window.event(egui::Event::Text("My team asked for it".to_owned()));
    window.settle();
    window.key(Key::Enter);
    assert_eq!(plan(&window).unwrap().reason, "My team asked for it");
    assert!(window.shows("My team asked for it"));
    window.ask(Command::History(HistoryCommand::Undo));
    assert_eq!(plan(&window), None);
}

#[test]
fn a_review_in_the_past_is_refused_in_words() {
    let mut window = open(Setup::default());
    draft(&mut window, "resource-allocation");
    take_first(&mut window);
    let before = plan(&window).unwrap();
    for (typed, why) in [
        ("18 Nov 2026", "That day is over. A review lies ahead."),
        ("2026-11-30", "A review is 4 to 12 weeks after the start: from 17 Dec 2026 to 11 Feb 2027."),
        ("soon", "That is no day that can be read here. Write it like 31 Dec 2026."),
    ] {
        type_into(&mut window, "Review", typed);
        window.key(Key::Enter);
        assert!(window.shows(why), "{typed}");
        assert_eq!(plan(&window).unwrap(), before);
    }
    type_into(&mut window, "Review", "28 January 2027");
    window.key(Key::Enter);
    assert_eq!(plan(&window).unwrap().review, date(2027, 1, 28));
    assert!(!window.shows("That day is over") && window.shows("after 10 weeks"));
    type_into(&mut window, "Start", "1 Dec 2026");
    window.key(Key::Enter);
    let moved = plan(&window).unwrap();
    assert_eq!((moved.start, moved.review), (date(2026, 12, 1), date(2027, 2, 9)), "the review moves along");
    window.press("A week later");
    assert_eq!(plan(&window).unwrap().review, date(2027, 2, 16));
}

#[test]
fn more_is_never_done_than_came_up() {
    let mut window = open(Setup::default());
    draft(&mut window, "resource-allocation");
    take_first(&mut window);
    type_into(&mut window, "Week of 2 Nov 2026: how often it came up", "2");
    type_into(&mut window, "Week of 2 Nov 2026: how often I did it", "3");
    assert!(plan(&window).unwrap().weeks.is_empty());
    assert!(window.shows("It cannot be done more often than it came up."));
    type_into(&mut window, "Week of 2 Nov 2026: how often I did it", "2");
    assert_eq!(plan(&window).unwrap().weeks.len(), 1);
    window.press("This is a guess, not a count");
    assert!(!plan(&window).unwrap().weeks.values().next().unwrap().is_estimated());
    window.ask(Command::History(HistoryCommand::Undo));
    window.ask(Command::History(HistoryCommand::Undo));
    assert!(plan(&window).unwrap().weeks.is_empty());
    assert!(!window.has("2"), "the fields follow");
}

#[test]
fn a_draft_that_lay_for_a_week_begins_today() {
    let mut window = open(Setup::default());
    draft(&mut window, "resource-allocation");
    window.ask(Command::Plan(PlanCommand::Begin));
    assert!(plan(&window).unwrap().is_draft(), "without a sentence nothing begins");
    take_first(&mut window);
    let old = plan(&window).unwrap();
    let days = PlanEdit::SetDates(date(2026, 11, 12), date(2026, 12, 24), old.week_start);
    window.ask(Command::Plan(PlanCommand::Change(days)));
    window.ask(Command::Plan(PlanCommand::Begin));
    let begun = plan(&window).unwrap();
    assert_eq!((begun.start, begun.review), (date(2026, 11, 19), date(2026, 12, 31)));
    assert!(begun.is_under_way());
    draft(&mut window, "risk-mitigation");
    assert_eq!(plan(&window).unwrap(), begun, "one skill at a time");
}

#[test]
fn weeks_start_where_the_system_starts_them() {
    for (day, first) in [(Weekday::Sunday, "Week of 8 Nov 2026"), (Weekday::Saturday, "Week of 7 Nov 2026")] {
        let mut window = open(Setup::default().weeks_from(day));
        draft(&mut window, "resource-allocation");
        assert_eq!(plan(&window).unwrap().week_start, day);
        take_first(&mut window);
        assert!(window.shows(first), "{first}");
    }
}

#[test]
fn exercises_print_as_they_are_listed() {
    let mut window = open(Setup::default());
    draft(&mut window, "resource-allocation");
    let path = window.folder().join("exercises.pdf");
    window.press_like("Up to 2");
    window.press("Print these…");
    assert_eq!(window.app().screen(), Screen::Print);
    window.answer(Some(path.clone()));
    window.press("Save PDF…");
    let text = crate::report::text(&std::fs::read(path).unwrap());
    let short = window.app().document().unwrap();
    assert!(short.profile().plans.len() == 1 && text.contains("Resource allocation: to do more of it"), "{text}");
    assert!(text.contains("2 minutes") && !text.contains("5 minutes"), "{text}");
    window.key(Key::Escape);
    assert_eq!(window.app().screen(), Screen::Plan);
}

#[test]
fn without_an_audit_the_way_to_one_is_shown() {
    let mut window = Setup::default().open();
    window.ask(Command::GoTo(Screen::Plan));
    assert!(window.has("Start an audit"));
}

#[test]
fn signs_of_the_place_come_with_words_to_take_along() {
    let mut window = open(Setup::default());
    assert!(!window.has("Copy these words"));
    let (instrument, id) =
        (window.app().instrument(), window.app().document().unwrap().profile().latest().unwrap().id.clone());
    for (index, facet) in instrument.facets.iter().enumerate() {
        let need = evenkeel::profile::Rating::try_from(1 + u8::from(index > 8)).unwrap();
        window.ask(Command::Edit(Edit::Audit(
            id.clone(),
            evenkeel::profile::AuditEdit::SetNeed(facet.id.clone(), Some(need)),
        )));
        let dose = evenkeel::profile::AuditEdit::SetDose(facet.id.clone(), None);
        window.ask(Command::Edit(Edit::Audit(id.clone(), dose)));
    }
    for sign in instrument.signs_of(evenkeel::instrument::SignKind::ALL[0]) {
        let often = evenkeel::profile::AuditEdit::SetSign(sign.id.clone(), Some(SignAnswer::Often));
        window.ask(Command::Edit(Edit::Audit(id.clone(), often)));
    }
    window.ask(Command::GoTo(Screen::Plan));
    assert!(window.shows("Practice may not be what helps"));
    window.look("plan-place");
    window.press("Copy these words");
}

#[test]
fn pictures() {
    let setups = || {
        [
            ("light", Setup::default()),
            ("dark", Setup::default().dark()),
            ("900x600", Setup::default().size(900.0, 600.0)),
            ("200", Setup::default().text(200)),
        ]
    };
    for (name, setup) in setups() {
        open(setup).picture(&format!("plan-choose-{name}"));
    }
    for (name, setup) in setups() {
        let mut window = open(setup);
        draft(&mut window, "resource-allocation");
        if name == "light" {
            window.press_like("Ask before anyone starts,");
            window.picture("plan-exercises");
            window.press_like("Take this one:");
        } else {
            take_first(&mut window);
        }
        window.picture(&format!("plan-draft-{name}"));
    }
    let mut window = open(Setup::default().size(1280.0, 1900.0));
    draft(&mut window, "resource-allocation");
    take_first(&mut window);
    window.press("Fill in examples");
    window.picture("plan-draft-whole");
}
