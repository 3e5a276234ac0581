//! The plan under way and its review: a week counted from Home in a few keys, what fits where nothing moves, the four kinds of evidence.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, OutputCommand};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenkeel::app::{Command, PlanCommand, Screen};
use evenkeel::profile::{
    Aim, ColleagueView, Date, EndReason, GoalLevel, Minutes, Note, Plan, Profile, Trouble, WeekCount,
};
use evenkeel::pseudo;
use evenkeel::tally;

use crate::support::sample;
use crate::support::texts::faults;
use crate::support::window::{Setup, Window};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A plan since 2 November, with two weeks estimated before. Today is Thursday, 19 November.
fn plan() -> Plan {
    let mut plan = Plan::draft("p".into(), "risk-mitigation".into(), Aim::Build);
    plan.cue = "a plan is shown to me".to_owned();
    plan.deed = "ask what could go wrong, and write down the first answer".to_owned();
    plan.minutes = Some(Minutes::try_from(6).unwrap());
    plan.obstacle = "the time is short".to_owned();
    plan.instead = "ask it in writing the same day".to_owned();
    for (level, text) in GoalLevel::ALL.into_iter().zip([
        "I never ask what could go wrong",
        "I ask in one plan out of four",
        "I ask in half of the plans, and one risk gets an owner",
        "I ask in most plans, and each has a risk with an owner",
        "Others ask it before I do",
    ]) {
        plan.goal.insert(level, text.to_owned());
    }
    plan.present = Some(GoalLevel::Less);
    (plan.start, plan.review) = (day("2026-11-02"), day("2026-12-14"));
    plan.begun = Some("2026-11-02T08:00:00Z".parse().unwrap());
    for (first, came, did, estimated) in
        [("2026-10-19", 4, 1, true), ("2026-10-26", 4, 1, true), ("2026-11-02", 5, 3, false)]
    {
        plan.weeks.insert(day(first), WeekCount::new(came, did, estimated).unwrap());
    }
    plan
}

#[test]
fn its_calendar_is_written_where_the_person_says() {
    let mut profile = sample::only(["33333"; 8]);
    profile.plans.push(Arc::new(plan()));
    let setup = Setup::default();
    let file = setup.folder().join("plan.ics");
    let mut window = setup.profile("me.evenkeel", &profile).open();
    window.ask(Command::GoTo(Screen::Plan));
    window.press("Calendar file…");
    window.settle();
    window.ask(Command::Plan(PlanCommand::CalendarTo(file.clone())));
    window.settle();
    let written = std::fs::read_to_string(&file).unwrap();
    assert!(written.starts_with("BEGIN:VCALENDAR\r\n") && written.contains("Risk mitigation"), "{written}");
    assert!(window.shows("plan.ics"));
}

/// A plan in which nothing moved for three weeks.
fn stuck() -> Plan {
    let mut plan = plan();
    plan.start = day("2026-10-26");
    plan.weeks.clear();
    for first in ["2026-10-26", "2026-11-02", "2026-11-09"] {
        plan.weeks.insert(day(first), WeekCount::new(4, 0, false).unwrap());
    }
    plan
}

fn with(plan: Plan) -> Profile {
    let mut profile = sample::sample();
    profile.plans.push(Arc::new(plan));
    profile
}

fn open(setup: Setup, plan: Plan) -> Window {
    let mut window = setup.profile("me.evenkeel", &with(plan)).open();
    window.ask(Command::GoTo(Screen::Plan));
    window
}

fn now(window: &Window) -> Arc<Plan> {
    window.app().document().unwrap().profile().plans[0].clone()
}

#[test]
fn a_week_is_counted_from_home_in_a_few_keys() {
    let mut window = Setup::default().profile("me.evenkeel", &with(plan())).open();
    window.ask(Command::GoTo(Screen::Home));
    window.press("Count it");
    assert_eq!((window.app().screen(), window.focused().as_str()), (Screen::Plan, "Done"));
    for key in [Key::Num1, Key::Num1, Key::Num2, Key::Enter] {
        window.key(key);
    }
    let count = now(&window).weeks[&day("2026-11-09")];
    assert_eq!((count.came(), count.did(), count.is_estimated()), (3, 2, false));
    assert!(!window.shows("Keys: 1 for each"), "Enter ends it");
    assert!(window.shows("Week of 9 Nov 2026: came up 3 times, done 2 times."));
    window.ask(Command::GoTo(Screen::Home));
    assert!(!window.has("Count it"), "nothing is due any more");
}

#[test]
fn a_week_in_which_it_did_not_come_up_is_no_zero() {
    let mut window = Setup::default().profile("me.evenkeel", &with(plan())).open();
    window.ask(Command::GoTo(Screen::Home));
    window.press("It did not come up");
    window.ask(Command::GoTo(Screen::Plan));
    assert!(window.shows("Week of 9 Nov 2026: it did not come up."));
    // Any earlier week is chosen in the strip, and a number is corrected by typing.
    window.press_like("Week of 2 Nov 2026");
    let field = window.query_all_by_role(Role::TextInput).next().unwrap();
    field.focus();
    window.settle();
    window.keys(egui::Modifiers::COMMAND, Key::A);
    window.query_all_by_role(Role::TextInput).next().unwrap().type_text("7");
    window.settle();
    let count = now(&window).weeks[&day("2026-11-02")];
    assert_eq!((count.came(), count.did()), (7, 3));
}

#[test]
fn where_nothing_moves_one_change_fits() {
    let mut window = open(Setup::default(), stuck());
    assert!(window.shows("For three weeks, nothing has moved."));
    window.press("The step is too big");
    assert!(window.shows("About 3 minutes instead of 6."));
    let field = window.get_by_role_and_label(Role::TextInput, "The smaller deed: … then I …");
    field.focus();
    window.settle();
    window.keys(egui::Modifiers::COMMAND, Key::A);
    window.get_by_role_and_label(Role::TextInput, "The smaller deed: … then I …").type_text("ask one question");
    window.settle();
    window.press("Take the smaller deed");
    let plan = now(&window);
    assert_eq!((plan.deed.as_str(), plan.minutes.map(u8::from)), ("ask one question", Some(3)));
    assert_eq!((plan.turns.len(), plan.turns[0].trouble), (1, Trouble::Size));
    assert!(!window.shows("For three weeks, nothing has moved."), "earlier weeks were about something else");
}

#[test]
fn what_no_longer_matters_is_dropped_without_blame() {
    let mut window = open(Setup::default(), stuck());
    window.press("It no longer matters");
    window.press("Drop it");
    assert_eq!(now(&window).ended.as_ref().unwrap().why, EndReason::NoLonger);
}

/// A plan whose occasion did not come up for three weeks.
fn never() -> Plan {
    let mut plan = stuck();
    for count in plan.weeks.values_mut() {
        *count = WeekCount::new(0, 0, false).unwrap();
    }
    plan
}

#[test]
fn an_occasion_that_never_comes_up_is_changed_for_another() {
    let mut window = open(Setup::default(), never());
    assert!(window.shows("For three weeks, it did not come up."));
    window.press("The occasion comes, and I notice it too late");
    let before = now(&window);
    let offered = window.query_all_by_role(Role::RadioButton).nth(4).unwrap();
    let occasion = offered.accesskit_node().label().unwrap();
    offered.click_accesskit();
    window.settle();
    window.press("Take this occasion");
    let plan = now(&window);
    assert_eq!((plan.cue.as_str(), plan.deed.as_str()), (occasion.as_str(), before.deed.as_str()));
    assert_eq!((plan.turns.len(), plan.turns[0].trouble), (1, Trouble::Cue));
    assert_eq!(plan.turns[0].cue, before.cue, "the old one is kept");
    assert!(!window.shows("For three weeks, it did not come up."));
    // An occasion of one's own.
    let mut window = open(Setup::default(), stuck());
    window.press("The occasion comes, and I notice it too late");
    window.get_by_role_and_label(Role::TextInput, "The new occasion: If …").focus();
    window.settle();
    window.get_by_role_and_label(Role::TextInput, "The new occasion: If …").type_text("a delivery is late");
    window.settle();
    window.press("Take this occasion");
    assert_eq!(now(&window).cue, "a delivery is late");
}

#[test]
fn what_is_not_mine_comes_with_words_for_whoever_decides() {
    let mut window = open(Setup::default(), stuck());
    window.press("It is not mine to do");
    assert!(window.shows("I would like to talk about risk mitigation."));
    window.get_by_label("Copy the words").click_accesskit();
    window.step();
    let said = |it: &OutputCommand| matches!(it, OutputCommand::CopyText(words) if words.contains("not mine to decide") && words.contains(&plan().deed));
    assert!(window.output().platform_output.commands.iter().any(said));
    window.press("End the plan");
    assert_eq!(now(&window).ended.as_ref().unwrap().why, EndReason::NotMine);
}

#[test]
fn the_plan_prints_from_where_it_is_shown() {
    let mut profile = with(plan());
    let note =
        Note { did: "privately".to_owned(), ..Note::empty("n".into(), day("2026-11-10"), "risk-mitigation".into()) };
    profile.notes.push(Arc::new(note));
    let mut window = Setup::default().profile("me.evenkeel", &profile).open();
    window.ask(Command::GoTo(Screen::Plan));
    let said = |window: &mut Window, name: &str| {
        let path = window.folder().join(name);
        window.answer(Some(path.clone()));
        window.press("Save PDF…");
        let text = crate::report::text(&std::fs::read(path).unwrap());
        window.key(Key::Escape);
        assert_eq!(window.app().screen(), Screen::Plan);
        text
    };
    window.press("Print card…");
    assert_eq!(window.app().screen(), Screen::Print);
    let card = said(&mut window, "card.pdf");
    assert!(card.contains("a plan is shown to me") && !card.contains("privately"), "{card}");
    // Ctrl+P on this screen is the same.
    window.keys(egui::Modifiers::COMMAND, Key::P);
    assert!(window.shows("One page, A4"));
    assert!(said(&mut window, "again.pdf").contains("a plan is shown to me"));
    window.press("Card for a colleague");
    let buttons = window.query_all_by_label("Print card…").count();
    assert_eq!(buttons, 2);
    window.query_all_by_label("Print card…").nth(1).unwrap().click_accesskit();
    window.settle();
    let cards = said(&mut window, "cards.pdf");
    assert!(cards.contains("Card for a colleague") && cards.contains("Cut along"), "{cards}");
    window.press("Print the notes…");
    assert!(said(&mut window, "notes.pdf").contains("privately"));
    window.ask(Command::Plan(PlanCommand::Review));
    window.press("Print the plan…");
    assert!(said(&mut window, "plan.pdf").contains("What came of it"));
    // The whole report is as before: of the plan there is nothing on it, unless it is chosen.
    window.ask(Command::GoTo(Screen::Result));
    window.keys(egui::Modifiers::COMMAND, Key::P);
    assert!(window.shows("4 pages, A4"));
    window.press("The plan and what came of it");
    assert!(window.shows("5 pages, A4"));
    // A plan that was taken back takes its page along.
    let id = now(&window).id.clone();
    window.ask(Command::Edit(evenkeel::profile::Edit::RemovePlan(id)));
    assert!(window.shows("4 pages, A4"));
}

#[test]
fn ending_early_asks_why() {
    let mut window = open(Setup::default(), plan());
    window.press("End the plan…");
    window.press("Another reason");
    window.press("End the plan");
    assert_eq!(now(&window).ended.as_ref().unwrap().why, EndReason::Other);
}

#[test]
fn a_note_is_kept_and_goes_with_undo() {
    let mut window = open(Setup::default(), plan());
    window.press("Add a note…");
    let field = window.get_by_role_and_label(Role::TextInput, "What I did");
    field.focus();
    window.settle();
    window.get_by_role_and_label(Role::TextInput, "What I did").type_text("Asked about the supplier");
    window.settle();
    window.press("Keep the note");
    let notes = |window: &Window| window.app().document().unwrap().profile().notes.clone();
    assert_eq!((notes(&window).len(), notes(&window)[0].did.as_str()), (1, "Asked about the supplier"));
    window.press("Delete the note of 19 Nov 2026");
    assert!(notes(&window).is_empty());
    window.keys(egui::Modifiers::COMMAND, Key::Z);
    assert_eq!(notes(&window).len(), 1);
}

#[test]
fn a_review_has_four_kinds_of_evidence() {
    let mut plan = plan();
    plan.weeks.insert(day("2026-11-09"), WeekCount::new(6, 5, false).unwrap());
    let mut window = open(Setup::default(), plan);
    window.press("Hold the review early…");
    window.press("Level 0: I ask in half of the plans, and one risk gets an owner");
    window.press("Changed for the better");
    window.press("Answer the questions again");
    let rows = |window: &Window, part: &str| {
        let nodes = window.query_all_by_label_contains(part);
        nodes.filter_map(|node| node.accesskit_node().label()).filter(|it| it.ends_with(": 4")).collect::<Vec<_>>()
    };
    let asked = rows(&window, "Now: ");
    assert_eq!(asked.len(), 5);
    for label in &asked {
        window.press(label);
    }
    window.press("That is how it is now");
    // What came of it waits until it was looked back.
    assert!(!window.shows("Then ") || !window.shows("larger than the error, the way"));
    for label in rows(&window, "Then: ") {
        window.press(&label);
    }
    window.press("Show what came of it");
    assert!(window.shows("Looking back, you now put the time before at 4.0"));
    let found = now(&window).outcome.clone();
    assert_eq!((found.reached, found.colleague), (Some(GoalLevel::Expected), Some(ColleagueView::Better)));
    assert_eq!((found.then.len(), found.audit.is_some()), (5, true));
    assert!(window.shows("kinds of evidence"));
    window.press("The next skill");
    assert_eq!(now(&window).ended.as_ref().unwrap().why, EndReason::Reviewed);
}

#[test]
fn after_a_review_the_same_skill_goes_on_anew() {
    let mut reviewed = plan();
    reviewed.weeks.insert(day("2026-11-09"), WeekCount::new(6, 5, false).unwrap());
    reviewed.outcome.reached = Some(GoalLevel::Expected);
    reviewed.outcome.colleague = Some(ColleagueView::Better);
    let mut window = open(Setup::default(), reviewed.clone());
    let plans = |window: &Window| window.app().document().unwrap().profile().plans.clone();
    window.ask(Command::Plan(PlanCommand::Review));
    window.press("Go on until 31 Dec 2026");
    let found = plans(&window);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].ended.as_ref().unwrap().why, EndReason::Reviewed);
    assert_eq!(found[0].outcome, reviewed.outcome, "what the review found stays with its plan");
    let next = &found[1];
    assert!(next.is_under_way() && next.cue == reviewed.cue && next.outcome == evenkeel::profile::Outcome::default());
    assert_eq!((next.start, next.review), (day("2026-11-19"), day("2026-12-31")));
    assert_eq!(next.present, Some(GoalLevel::Expected), "it stands where it got to");
    // Before stays before all practice, and what was practised is not asked for as a baseline.
    assert_eq!(next.weeks.keys().copied().collect::<Vec<_>>(), [day("2026-10-19"), day("2026-10-26")]);
    assert!(!window.shows("Week of 2 Nov 2026") && window.shows("This week, from 16 Nov 2026"));
    window.ask(Command::Plan(PlanCommand::Review));
    assert!(window.shows("Nothing was counted, asked or said yet") || window.shows("Before (estimated)"));
    // One step takes all of it back.
    window.keys(egui::Modifiers::COMMAND, Key::Z);
    assert_eq!(plans(&window).len(), 1);
    assert!(plans(&window)[0].is_under_way());
    // Changed first, it is a draft.
    window.ask(Command::Plan(PlanCommand::Review));
    window.press("Change the plan");
    let found = plans(&window);
    assert!(found.len() == 2 && found[1].is_draft() && found[1].deed == reviewed.deed);
    assert!(window.has("Begin"));
}

#[test]
fn the_result_says_where_there_is_evidence() {
    let mut profile = with(plan());
    let note = |id: &str, facet: &str, on: &str| {
        let note = Note::empty(id.into(), day(on), facet.into());
        Arc::new(Note { did: "asked".to_owned(), ..note })
    };
    profile.notes = vec![note("a", "risk-mitigation", "2026-11-10"), note("b", "culture-shaping", "2026-01-10")];
    profile.notes.push(note("c", "resource-allocation", "2026-11-12"));
    let mut window = Setup::default().profile("me.evenkeel", &profile).open();
    window.ask(Command::GoTo(Screen::Result));
    window.press("Show as table");
    assert!(window.has("1 note") && window.has("older") && window.has("none"));
    window.press("Show as chart");
    assert!(window.shows("evidence noted") && window.shows("only older evidence"), "the legend says what rings mean");
    window.picture("result-evidence");
    let mut window = Setup::default().profile("me.evenkeel", &sample::sample()).open();
    window.ask(Command::GoTo(Screen::Result));
    window.press("Show as table");
    assert!(!window.has("older") && !window.has("Evidence"), "who keeps no notes is told nothing of them");
}

#[test]
#[cfg(debug_assertions)]
fn a_frame_makes_nothing_anew() {
    for review in [false, true] {
        let mut window = open(Setup::default(), plan());
        if review {
            window.ask(Command::Plan(PlanCommand::Review));
        }
        let before = tally::counts();
        for i in 0..30_u8 {
            window.hover_at(egui::pos2(250.0 + 30.0 * f32::from(i), 100.0 + 20.0 * f32::from(i)));
            window.step();
        }
        assert_eq!(tally::counts(), before, "review: {review}");
    }
}

#[test]
fn texts_have_room() {
    let mut wrong = Vec::new();
    for (width, height, text) in
        [(1280.0, 800.0, 100), (1280.0, 6000.0, 100), (900.0, 600.0, 100), (900.0, 6000.0, 100), (1280.0, 12000.0, 200)]
    {
        let setup = || Setup::default().size(width, height).text(text).setting("language", pseudo::LANGUAGE);
        let mut look = |window: &mut Window, what: &str| {
            // A field of one line scrolls, so a long text in it may go on beyond its side.
            let found = faults(window).into_iter().filter(|fault| !fault.ends_with(&plan().deed));
            wrong.extend(found.map(|fault| format!("{width} {height} {text} {what}: {fault}")));
        };
        let mut window = open(setup(), plan());
        look(&mut window, "plan");
        window.ask(Command::Plan(PlanCommand::Count(day("2026-10-26"))));
        look(&mut window, "count");
        window.ask(Command::Plan(PlanCommand::Review));
        look(&mut window, "review");
        window.ask(Command::Plan(PlanCommand::Recheck));
        look(&mut window, "questions");
        let mut window = open(setup(), stuck());
        for trouble in 0..4 {
            let radios = window.query_all_by_role(Role::RadioButton);
            // The offered occasions stand below the four.
            radios.into_iter().nth(trouble).unwrap().click_accesskit();
            window.settle();
            look(&mut window, &format!("trouble {trouble}"));
        }
        window.ask(Command::GoTo(Screen::Home));
        look(&mut window, "home");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pictures_of_the_plan_under_way() {
    open(Setup::default(), plan()).picture("plan-under-way");
    open(Setup::default().dark(), plan()).picture("plan-under-way-dark");
    let mut small = open(Setup::default().size(900.0, 600.0), plan());
    small.ask(Command::Plan(PlanCommand::Count(day("2026-11-09"))));
    small.picture("plan-under-way-small");
    let mut window = open(Setup::default(), stuck());
    window.press("The occasion comes, and I notice it too late");
    window.picture("plan-stuck");
    let mut window = open(Setup::default(), plan());
    window.ask(Command::Plan(PlanCommand::Review));
    window.picture("plan-review");
    let mut window = open(Setup::default().dark().size(900.0, 600.0), plan());
    window.ask(Command::Plan(PlanCommand::Review));
    window.picture("plan-review-small-dark");
    let mut window = Setup::default().profile("me.evenkeel", &with(plan())).open();
    window.ask(Command::GoTo(Screen::Home));
    window.picture("home-plan-due");
}
