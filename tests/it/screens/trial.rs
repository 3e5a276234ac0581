//! A role that is tried, from choosing it to what came of it: drafted, begun, looked back on, ended.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers, OutputCommand};
use egui_kittest::kittest::Queryable as _;
use evenkeel::app::command::{Command, NewTrial, PlanCommand, ReportCommand, SaveCommand, Screen};
use evenkeel::profile::{Aim, Date, EndReason, Plan, PlanEdit, PlanText, Profile, Rating};
use evenkeel::pseudo;

use crate::report::{without_plans, worked_example};
use crate::support::sample;
use crate::support::texts::faults;
use crate::support::window::{Setup, Window};

const WHAT: &str = "mentor-one-person";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn choose() -> Command {
    Command::Plan(PlanCommand::Try(NewTrial { trial: WHAT.into(), role: "mentor".into() }))
}

/// A trial since 2 November, to be looked back on at `review`. Today is Thursday, 19 November.
fn trial(review: &str) -> Plan {
    let mut plan = Plan::trial("t".into(), "culture-shaping".into(), WHAT.into(), "mentor".into());
    (plan.start, plan.review) = (day("2026-11-02"), day(review));
    plan.begun = Some("2026-11-02T08:00:00Z".parse().unwrap());
    plan.trial.as_mut().unwrap().before = Some(Rating::ALL[1]);
    plan
}

/// A skill of which nothing is written yet.
fn skill() -> Plan {
    let mut plan = Plan::draft("d".into(), "risk-mitigation".into(), Aim::Build);
    (plan.start, plan.review) = (day("2026-11-19"), day("2026-12-31"));
    plan
}

fn with(plan: Plan) -> Profile {
    let mut profile = sample::sample();
    profile.plans.push(Arc::new(plan));
    profile
}

/// The worked example without plans, and without remarks on it.
fn example(setup: Setup) -> Window {
    let mut window = setup.profile("me.evenkeel", &without_plans()).open();
    if window.has("Close") {
        window.key(Key::Escape);
    }
    window
}

fn open(setup: Setup, plan: Plan) -> Window {
    let mut window = setup.profile("me.evenkeel", &with(plan)).open();
    window.ask(Command::GoTo(Screen::Plan));
    window
}

fn plans(window: &Window) -> Vec<Arc<Plan>> {
    window.app().document().unwrap().profile().plans.clone()
}

fn last(window: &Window) -> Arc<Plan> {
    plans(window).pop().unwrap()
}

fn type_into(window: &mut Window, field: &str, words: &str) {
    window.get_by_role_and_label(Role::MultilineTextInput, field).focus();
    window.settle();
    window.keys(Modifiers::COMMAND, Key::A);
    window.event(egui::Event::Text(words.to_owned()));
    window.settle();
}

#[test]
fn a_trial_goes_from_the_role_to_what_came_of_it() {
    let mut window = example(Setup::default());
    window.ask(choose());
    assert_eq!(window.app().screen(), Screen::Plan);
    let draft = last(&window);
    assert!(draft.is_draft());
    assert_eq!((draft.start, draft.review), (day("2026-11-19"), day("2026-12-17")), "as many weeks as it takes");
    assert!(window.has("Mentor one person") && window.has("A trial of the role Informal leader and mentor"));
    assert!(window.shows("4 weeks, about") && !window.shows("If …"));
    // Another start takes the review along, and so do weeks.
    type_into(&mut window, "Start", "23 Nov 2026");
    window.key(Key::Enter);
    assert_eq!(window.focused(), "Begin the trial");
    assert_eq!((last(&window).start, last(&window).review), (day("2026-11-23"), day("2026-12-21")));
    window.press("One week less");
    assert_eq!(last(&window).review, day("2026-12-14"));
    // What is expected, by its key.
    window.key(Key::Num2);
    assert_eq!(last(&window).trial.as_ref().unwrap().before, Some(Rating::ALL[1]));
    assert!(window.has("You said: A bit tired."), "an answer by its key is heard");
    window.press("Begin the trial");
    assert!(last(&window).is_under_way() && window.shows("14 Dec 2026, in 25 days."));
    assert!(!window.shows("A bit tired") && !window.shows("not counted"), "what was expected stays hidden");
    type_into(&mut window, "Notes", "Two talks");
    assert_eq!(last(&window).outcome.words, "Two talks");
    window.press("Stop or look back early…");
    assert!(window.shows("Looking back: Mentor one person") && !window.shows("Beside what you expected"));
    window.key(Key::Num4);
    assert!(window.shows("Expected: A bit tired. It was: A bit livelier."));
    assert!(window.has("It gave you clearly more energy than you expected."));
    type_into(&mut window, "What surprised you?", "How much I listened");
    window.press("Stop here");
    let done = last(&window);
    let of = done.trial.as_ref().unwrap();
    assert_eq!((of.after, of.surprise.as_str()), (Some(Rating::ALL[3]), "How much I listened"));
    let ended = done.ended.as_ref().unwrap();
    assert_eq!((ended.why, ended.words.as_str()), (EndReason::Reviewed, ""));
    assert_eq!(done.outcome.words, "Two talks");
    assert!(window.has("Roles that you tried") && window.shows("What surprised you: How much I listened"));
    assert!(window.shows("It ended on 19 Nov 2026, with its review. It gave you clearly more"));
    // One step takes the end back.
    window.keys(Modifiers::COMMAND, Key::Z);
    assert!(last(&window).is_under_way());
}

#[test]
fn a_trial_that_was_saved_is_there_again() {
    let setup = Setup::default();
    let home = setup.home();
    let path = setup.file("me.evenkeel", &without_plans());
    let mut window = setup.path(path.clone()).open();
    window.key(Key::Escape);
    window.ask(choose());
    window.key(Key::Num5);
    window.ask(Command::Plan(PlanCommand::Begin));
    window.ask(Command::Save(SaveCommand::Now));
    let before = last(&window);
    drop(window);
    let mut window = Setup::default().at(home).path(path).open();
    assert_eq!(last(&window), before);
    window.ask(Command::GoTo(Screen::Plan));
    assert!(window.has("Mentor one person") && window.shows("Stop or look back early…"));
}

#[test]
fn one_plan_at_a_time_and_none_is_lost() {
    // One under way stays, and the person is told.
    let mut window = Setup::default().profile("me.evenkeel", &worked_example()).open();
    let before = plans(&window);
    window.ask(choose());
    assert!(window.has("A plan is under way already."));
    assert_eq!(plans(&window), before);
    // A draft with something in it stays, too.
    let mut draft = skill();
    draft.cue = "a plan is shown".to_owned();
    let mut window = open(Setup::default(), draft);
    window.ask(choose());
    assert!(window.has("A plan is being written already.") && last(&window).cue == "a plan is shown");
    // An empty one gives way, and undo brings it back.
    let mut window = open(Setup::default(), skill());
    window.ask(choose());
    assert_eq!((plans(&window).len(), last(&window).trial.is_some()), (1, true));
    // The same trial again is the same draft, with what was said.
    window.key(Key::Num3);
    let id = last(&window).id.clone();
    window.ask(Command::GoTo(Screen::Home));
    window.ask(choose());
    assert_eq!((window.app().screen(), &last(&window).id), (Screen::Plan, &id));
    window.press("Not this one");
    assert!(plans(&window).is_empty() && window.has("Which skill will you practise?"));
    // Without any audit, a role can be tried all the same.
    let mut window = Setup::default().open();
    window.ask(choose());
    assert!(window.has("Mentor one person") && last(&window).is_draft());
    // What there is not, is not begun.
    let mut window = example(Setup::default());
    window.ask(Command::Plan(PlanCommand::Try(NewTrial { trial: "luck".into(), role: "mentor".into() })));
    assert!(plans(&window).is_empty());
}

#[test]
fn a_day_that_cannot_be_is_refused() {
    let mut window = example(Setup::default());
    window.ask(choose());
    for (typed, said) in [
        ("some day", "That is no day"),
        ("18 Nov 2026", "A plan starts today or later."),
        ("1 Jun 2027", "within the next twelve weeks"),
    ] {
        type_into(&mut window, "Start", typed);
        window.key(Key::Enter);
        assert!(window.shows(said), "{typed}");
        assert_eq!(last(&window).start, day("2026-11-19"));
    }
}

#[test]
fn how_to_ask_for_it_can_be_copied() {
    let mut window = example(Setup::default());
    window.ask(choose());
    window.get_by_label("Copy the words").click_accesskit();
    window.step();
    let is_it = |it: &OutputCommand| matches!(it, OutputCommand::CopyText(words) if words.ends_with('?') && !words.contains('“'));
    assert!(window.output().platform_output.commands.iter().any(is_it));
    window.settle();
    window.press("See the role");
    assert_eq!(window.app().screen(), Screen::Tracks);
    assert_eq!(window.app().explorer().chosen.as_str(), "mentor");
}

#[test]
fn home_says_when_it_is_to_be_looked_back_on() {
    let mut window = open(Setup::default(), trial("2026-11-30"));
    window.ask(Command::GoTo(Screen::Home));
    assert!(!window.shows("Mentor one person") && !window.shows("not counted"), "nothing is due, nothing is counted");
    let mut window = open(Setup::default(), trial("2026-11-16"));
    assert!(window.has("Look back on it") && window.shows("16 Nov 2026: you can look back on it now."));
    window.ask(Command::GoTo(Screen::Home));
    assert!(window.has("Mentor one person: you can look back on it now."));
    window.press("Look back");
    assert!(window.shows("Looking back: Mentor one person"));
    window.press("Back to the trial");
    assert!(window.has("Look back on it"));
}

#[test]
fn a_trial_goes_on_as_another_one() {
    let mut window = open(Setup::default(), trial("2026-11-16"));
    window.ask(Command::Plan(PlanCommand::Change(PlanEdit::SetText(PlanText::Words, "Two talks".to_owned()))));
    window.ask(Command::Plan(PlanCommand::Review));
    window.key(Key::Num3);
    assert!(window.shows("a smaller difference lies within the error"));
    window.press("One week more");
    window.press("Go on until 10 Dec 2026");
    let all = plans(&window);
    assert_eq!(all.len(), 2);
    let ended = all[0].ended.as_ref().unwrap();
    assert_eq!(
        (ended.why, ended.words.as_str(), all[0].outcome.words.as_str()),
        (EndReason::Reviewed, "", "Two talks")
    );
    let of = all[1].trial.as_ref().unwrap();
    assert!(all[1].is_under_way() && all[1].outcome.words.is_empty());
    assert_eq!((of.before, of.after, all[1].review), (Some(Rating::ALL[2]), None, day("2026-12-10")));
    assert!(window.shows("10 Dec 2026, in 21 days."), "it is shown");
    window.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(plans(&window).len(), 1, "one step takes all of it back");
}

#[test]
fn without_an_answer_before_nothing_is_compared() {
    let mut plan = trial("2026-11-16");
    plan.trial.as_mut().unwrap().before = None;
    let mut window = open(Setup::default(), plan);
    window.press("Look back on it");
    window.key(Key::Num5);
    assert!(window.shows("You did not say beforehand") && !window.shows("more energy"));
    // Nor does stopping need an answer; it is then before the review.
    let mut window = open(Setup::default(), trial("2026-11-30"));
    window.press("Stop or look back early…");
    window.press("Stop here");
    assert_eq!(last(&window).ended.as_ref().unwrap().why, EndReason::Other);
}

#[test]
fn a_trial_has_a_calendar_and_no_card() {
    let setup = Setup::default();
    let file = setup.folder().join("trial.ics");
    let mut window = open(setup, trial("2026-11-30"));
    window.press("Calendar file…");
    window.ask(Command::Plan(PlanCommand::CalendarTo(file.clone())));
    let written = std::fs::read_to_string(&file).unwrap();
    assert!(written.contains("look back on this week") && !written.contains("Culture"), "{written}");
    window.key(Key::Escape);
    // Ctrl+P prints the report, which offers no page of a plan.
    window.keys(Modifiers::COMMAND, Key::P);
    assert_eq!(window.app().screen(), Screen::Print);
    assert!(window.shows("4 pages, A4") && !window.shows("The plan and what came of it"));
    window.ask(Command::Report(ReportCommand::Leave));
    assert_eq!(window.app().screen(), Screen::Plan);
}

/// A trial that this version does not know: it stays, with its id for a name.
#[test]
fn an_unknown_trial_is_shown_as_well_as_it_can() {
    let mut plan = trial("2026-11-16");
    plan.trial.as_mut().unwrap().trial = "juggle".into();
    let mut window = open(Setup::default(), plan);
    assert!(window.has("juggle") && window.has("A trial of the role Informal leader and mentor"));
    window.press("Look back on it");
    assert!(window.shows("Looking back: juggle"));
}

#[test]
fn texts_have_room() {
    let mut wrong = Vec::new();
    for (width, height, text) in
        [(1280.0, 800.0, 100), (1280.0, 6000.0, 100), (900.0, 600.0, 100), (900.0, 6000.0, 100), (1280.0, 12000.0, 200)]
    {
        let setup = || Setup::default().size(width, height).text(text).setting("language", pseudo::LANGUAGE);
        let mut look = |window: &mut Window, what: &str| {
            let found = faults(window).into_iter();
            wrong.extend(found.map(|fault| format!("{width} {height} {text} {what}: {fault}")));
        };
        let mut window = example(setup());
        window.ask(choose());
        look(&mut window, "draft");
        for review in ["2026-11-16", "2026-11-30"] {
            let mut window = open(setup(), trial(review));
            look(&mut window, "under way");
            window.ask(Command::Plan(PlanCommand::Review));
            window.key(Key::Num4);
            look(&mut window, "review");
            window.ask(Command::GoTo(Screen::Home));
            look(&mut window, "home");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pictures_of_a_trial() {
    let setups = || {
        [
            ("light", Setup::default()),
            ("dark", Setup::default().dark()),
            ("900x600", Setup::default().size(900.0, 600.0)),
            ("200", Setup::default().text(200)),
        ]
    };
    for (name, setup) in setups() {
        let mut window = example(setup);
        window.ask(choose());
        window.key(Key::Num4);
        window.picture(&format!("trial-draft-{name}"));
    }
    for (name, setup) in setups() {
        open(setup, trial("2026-11-30")).picture(&format!("trial-under-way-{name}"));
    }
    for (name, setup) in setups() {
        let mut window = open(setup, trial("2026-11-16"));
        window.press("Look back on it");
        window.key(Key::Num4);
        window.picture(&format!("trial-review-{name}"));
    }
    let mut window = open(Setup::default().size(1280.0, 1500.0), trial("2026-11-16"));
    window.press("Look back on it");
    window.key(Key::Num4);
    type_into(&mut window, "What surprised you?", "How much I listened, and how little I said.");
    window.picture("trial-review-whole");
    window.press("Stop here");
    window.picture("trial-past");
    let mut window = open(Setup::default(), trial("2026-11-16"));
    window.ask(Command::GoTo(Screen::Home));
    window.picture("home-trial-due");
}
