//! `evenkeel plan` and `evenkeel tick`.

use std::fs;
use std::sync::Arc;

use evenkeel::plan::week_of;
use evenkeel::profile::{Aim, Date, EndReason, Ended, Extra, Note, Plan, Profile, Rating, WeekCount, Weekday};
use evenkeel::storage::{DocumentLock, Folders, HOME_VARIABLE, format};
use jiff::{Timestamp, ToSpan};
use serde_json::json;

use super::Desk;

fn today() -> Date {
    jiff::tz::TimeZone::UTC.to_datetime(Timestamp::now()).date()
}

/// A plan that began in the week before this one.
fn plan() -> Plan {
    let mut plan = Plan::draft("plan-1".into(), "risk-mitigation".into(), Aim::Build);
    (plan.cue, plan.deed) = ("a plan is shown".to_owned(), "ask what could go wrong".to_owned());
    (plan.obstacle, plan.instead) = ("the hurry".to_owned(), "ask one question".to_owned());
    plan.start = week_of(today(), Weekday::Monday).saturating_sub(1.week());
    plan.review = plan.start.saturating_add(6.weeks());
    plan.begun = Some("2026-11-01T08:00:00Z".parse().unwrap());
    let before = plan.start.saturating_sub(1.week());
    plan.weeks.insert(before, WeekCount::new(8, 1, true).unwrap());
    plan
}

fn write(desk: &Desk, plans: Vec<Plan>) {
    let mut profile = Profile::new("me".into());
    profile.plans = plans.into_iter().map(Arc::new).collect();
    let mut note = Note::empty("n".into(), today(), "risk-mitigation".into());
    note.did = "secret".to_owned();
    profile.notes.push(Arc::new(note));
    desk.write("me.evenkeel", format::encode(&profile).unwrap());
}

/// What was counted this week, in the file.
fn this_week(desk: &Desk) -> serde_json::Value {
    let week = week_of(today(), Weekday::Monday);
    desk.json("me.evenkeel")["plans"][0]["weeks"][week.to_string()].clone()
}

#[test]
fn a_week_is_counted_in_the_file() {
    let desk = Desk::new();
    write(&desk, vec![plan()]);
    let before = desk.read("me.evenkeel");
    // Without numbers nothing is written.
    let said = desk.works(&["tick", "me.evenkeel"]);
    assert!(said.contains("not counted yet"), "{said}");
    assert_eq!(desk.read("me.evenkeel"), before);
    let said = desk.works(&["tick", "me.evenkeel", "--came", "4", "--did", "2"]);
    assert!(said.contains("came up 4 times, done 2 times"), "{said}");
    assert!(said.contains("Before (estimated): done in 1 of 8"), "{said}");
    assert_eq!(this_week(&desk), json!("2/4"));
    desk.works(&["tick", "me.evenkeel", "--did"]);
    assert_eq!(this_week(&desk), json!("3/5"));
    desk.works(&["tick", "me.evenkeel", "--came"]);
    assert_eq!(this_week(&desk), json!("3/6"));
    let said = desk.works(&["tick", "me.evenkeel", "--skip"]);
    assert!(said.contains("it did not come up"), "{said}");
    assert_eq!(this_week(&desk), json!("0/0"));
    // The version before is kept.
    assert!(fs::read_dir(desk.path("home")).unwrap().count() > 0);
}

#[test]
fn another_week_is_named_by_any_of_its_days() {
    let desk = Desk::new();
    write(&desk, vec![plan()]);
    let day = plan().start.saturating_add(3.days()).to_string();
    desk.works(&["tick", "me.evenkeel", "--week", &day, "--came", "3", "--did", "3"]);
    assert_eq!(desk.json("me.evenkeel")["plans"][0]["weeks"][plan().start.to_string()], json!("3/3"));
    for week in ["2001-01-01", &today().saturating_add(8.days()).to_string()] {
        let (error, hint) = desk.fails(&["tick", "me.evenkeel", "--week", week, "--did"], 1);
        assert!(error.contains("only weeks of the plan that have begun"), "{error}");
        assert!(hint.unwrap().contains("--week"));
    }
    desk.fails(&["tick", "me.evenkeel", "--week", "soon", "--did"], 2);
}

#[test]
fn numbers_that_cannot_be_are_refused() {
    let desk = Desk::new();
    write(&desk, vec![plan()]);
    let before = desk.read("me.evenkeel");
    for arguments in [
        &["--came", "1", "--did", "2"] as &[&str],
        &["--did", "2"],
        &["--came", "2"],
        &["--came", "1000", "--did", "1"],
        &["--came", "-1", "--did", "1"],
        &["--skip", "--did"],
    ] {
        desk.fails(&[&["tick", "me.evenkeel"], arguments].concat(), 2);
    }
    desk.fails(&["tick", "-", "--did"], 2);
    assert_eq!(desk.read("me.evenkeel"), before);
}

#[cfg(feature = "report")]
#[test]
fn a_card_to_print_says_the_plan_and_nothing_private() {
    let desk = Desk::new();
    write(&desk, vec![Plan { reason: "secret reason".to_owned(), ..plan() }]);
    for (arguments, words) in [(&[] as &[&str], "ask what could go wrong"), (&["--four"], "Card for a colleague")] {
        desk.works(&[&["plan", "me.evenkeel", "-o", "card.pdf"], arguments].concat());
        let pdf = fs::read(desk.path("card.pdf")).unwrap();
        let text = crate::report::text(&pdf);
        assert!(text.contains(words), "no `{words}` in {text}");
        assert!(!text.contains("secret"), "{text}");
    }
    desk.fails(&["plan", "me.evenkeel", "-o", "card.png"], 2);
    desk.fails(&["plan", "me.evenkeel", "--four"], 2);
    write(&desk, vec![]);
    let (error, _) = desk.fails(&["plan", "me.evenkeel", "-o", "card.pdf"], 1);
    assert!(error.contains("there is no plan"), "{error}");
}

#[cfg(feature = "report")]
#[test]
fn pages_about_practice_say_what_they_lack() {
    let desk = Desk::new();
    write(&desk, vec![plan()]);
    desk.works(&["report", "me.evenkeel", "-o", "plan.pdf", "--pages", "plan,notes"]);
    let text = crate::report::text(&fs::read(desk.path("plan.pdf")).unwrap());
    assert!(text.contains("What came of it") || text.contains("At the review"), "{text}");
    assert!(text.contains("secret"), "the notes were chosen: {text}");
    let (error, _) = desk.fails(&["report", "me.evenkeel", "-o", "x.pdf", "--pages", "changes"], 1);
    assert!(error.contains("no audit"), "{error}");
    let empty = Profile::new("nobody".into());
    desk.write("empty.evenkeel", format::encode(&empty).unwrap());
    for (pages, words) in [("card", "there is no plan"), ("notes", "nothing is noted")] {
        let (error, hint) = desk.fails(&["report", "empty.evenkeel", "-o", "x.pdf", "--pages", pages], 1);
        assert!(error.contains(words) && hint.is_some(), "{error}");
    }
    assert!(!desk.path("x.pdf").exists());
}

#[cfg(feature = "report")]
#[test]
fn exercises_are_printed_as_they_are_listed() {
    let desk = Desk::new();
    desk.works(&["actions", "--facet", "risk-mitigation", "--minutes", "5", "-o", "exercises.pdf"]);
    let text = crate::report::text(&fs::read(desk.path("exercises.pdf")).unwrap());
    let listed = desk.works(&["actions", "--facet", "risk-mitigation", "--minutes", "5"]);
    let name = listed.lines().nth(1).unwrap().trim();
    assert!(text.contains(name.split(" (").next().unwrap().split(':').next().unwrap()), "no `{name}` in {text}");
    assert!(!text.contains("Vision translation"), "{text}");
    desk.fails(&["actions", "-o", "exercises.txt"], 2);
    desk.fails(&["actions", "-o", "exercises.pdf", "--json"], 2);
}

#[test]
fn a_file_that_is_open_or_protected_is_left_alone() {
    let desk = Desk::new();
    write(&desk, vec![plan()]);
    let before = desk.read("me.evenkeel");
    let folders = Folders::within(&desk.path("home"));
    folders.create(&evenkeel::storage::RealFs).unwrap();
    let real = fs::canonicalize(desk.path("me.evenkeel")).unwrap();
    let lock = DocumentLock::acquire(&folders, &real, Timestamp::now()).unwrap();
    let (error, hint) = desk.fails(&["tick", "me.evenkeel", "--did"], 1);
    assert!(error.contains("open in a window"), "{error} {HOME_VARIABLE}");
    assert!(hint.is_some());
    drop(lock);
    assert_eq!(desk.read("me.evenkeel"), before);
    let mut rights = fs::metadata(desk.path("me.evenkeel")).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(desk.path("me.evenkeel"), rights).unwrap();
    // For an administrator nothing is protected.
    if fs::File::options().append(true).open(desk.path("me.evenkeel")).is_err() {
        desk.fails(&["tick", "me.evenkeel", "--did"], 1);
    }
    assert_eq!(desk.read("me.evenkeel"), before);
}

#[test]
fn without_a_plan_under_way_nothing_is_counted() {
    let desk = Desk::new();
    write(&desk, vec![]);
    for arguments in [&["plan", "me.evenkeel"] as &[&str], &["plan", "me.evenkeel", "--json"], &["tick", "me.evenkeel"]]
    {
        let (error, hint) = desk.fails(arguments, 1);
        assert_eq!(error, "there is no plan in this file: me.evenkeel");
        assert!(hint.is_some());
    }
    let draft = Plan { begun: None, ..plan() };
    write(&desk, vec![draft]);
    let (error, _) = desk.fails(&["tick", "me.evenkeel", "--did"], 1);
    assert!(error.contains("has not begun"), "{error}");
    assert!(desk.works(&["plan", "me.evenkeel"]).contains("This is a draft"));
    let at = "2026-12-01T08:00:00Z".parse().unwrap();
    let ended = Ended { at, why: EndReason::Other, words: String::new(), extra: Extra::new() };
    write(&desk, vec![Plan { ended: Some(ended), ..plan() }]);
    let (error, _) = desk.fails(&["tick", "me.evenkeel", "--did"], 1);
    assert!(error.contains("has ended"), "{error}");
    assert!(desk.works(&["plan", "me.evenkeel"]).contains("It ended on 1 Dec 2026, before its review."));
}

#[test]
fn a_plan_is_told_in_words_and_as_json() {
    let desk = Desk::new();
    write(&desk, vec![plan()]);
    let said = desk.works(&["plan", "me.evenkeel"]);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], "Practise: Risk mitigation");
    assert_eq!(lines[1], "If a plan is shown, then I ask what could go wrong.");
    assert_eq!(lines[2], "If the hurry gets in the way, then I ask one question.");
    assert!(said.contains("came up 8 times, done once (estimated)"), "{said}");
    assert!(
        said.ends_with(&format!(
            "Due: to count the week of {}.\n",
            evenkeel::words::Words::english().day(plan().start)
        ))
    );
    assert!(!said.contains("secret"));
    let said = desk.works(&["plan", "me.evenkeel", "--json"]);
    assert!(!said.contains("secret"));
    let json: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(json["state"], "under-way");
    assert_eq!(json["aim"], "build");
    assert_eq!(
        json["weeks"][1],
        json!({"first": plan().start.saturating_sub(1.week()).to_string(), "before": true, "state": "counted", "came": 8, "did": 1, "estimated": true})
    );
    assert_eq!(json["occasions"]["before"]["share"], 0.125);
    assert_eq!(json["occasions"]["now"]["share"], json!(null));
    assert_eq!(json["due"], json!({"what": "count", "week": plan().start.to_string()}));
    // Every field is described.
    let page = include_str!("../../../docs/DATA.md");
    for key in json.as_object().unwrap().keys() {
        assert!(page.contains(&format!("`{key}`")), "docs/DATA.md does not describe {key}");
    }
}

#[test]
fn a_trial_of_a_role_is_told_and_not_counted() {
    let desk = Desk::new();
    let mut trial = Plan {
        begun: plan().begun,
        start: plan().start,
        review: plan().review,
        ..Plan::draft("t".into(), "culture-shaping".into(), Aim::Build)
    };
    trial.trial = Plan::trial("t".into(), "culture-shaping".into(), "mentor-one-person".into(), "mentor".into()).trial;
    let of = trial.trial.as_mut().unwrap();
    (of.before, of.after, of.surprise) = (Rating::try_from(2).ok(), Rating::try_from(4).ok(), "secret".to_owned());
    write(&desk, vec![trial.clone()]);
    let said = desk.works(&["plan", "me.evenkeel"]);
    assert!(said.starts_with("Mentor one person: a trial of the role Informal leader and mentor\n"), "{said}");
    assert!(said.contains("clearly more energy than you expected") && !said.contains("secret"), "{said}");
    let json: serde_json::Value = serde_json::from_str(&desk.works(&["plan", "me.evenkeel", "--json"])).unwrap();
    assert_eq!(json["trial"], json!({"id": "mentor-one-person", "role": "mentor", "before": 2, "after": 4}));
    assert_eq!((&json["due"], &json["track"], &json["weeks"]), (&json!(null), &json!(null), &json!([])));
    assert_eq!((&json["sentence"], &json["obstacle"]), (&json!(""), &json!("")));
    for arguments in
        [&["plan", "me.evenkeel", "-o", "card.pdf"][..], &["report", "me.evenkeel", "-o", "x.pdf", "--pages", "plan"]]
    {
        let (error, hint) = desk.fails(arguments, 1);
        assert!(error.contains("a role that is tried, so there is no card"), "{error} {hint:?}");
    }
    assert!(desk.fails(&["tick", "me.evenkeel", "--did"], 1).0.contains("a role that is tried"));
    // A skill that was practised before keeps its pages.
    let ended = Ended { at: Timestamp::now(), why: EndReason::Reviewed, words: String::new(), extra: Extra::new() };
    write(&desk, vec![Plan { ended: Some(ended), ..plan() }, trial.clone()]);
    desk.works(&["report", "me.evenkeel", "-o", "x.pdf", "--pages", "plan"]);
    assert!(crate::report::text(&fs::read(desk.path("x.pdf")).unwrap()).contains("ask what could go wrong"));
    write(&desk, vec![trial]);
    let calendar = desk.works(&["plan", "me.evenkeel", "-o", "-"]);
    assert!(calendar.contains("look back on this week") && !calendar.contains("how often"), "{calendar}");
    assert!(!calendar.contains("secret") && !calendar.contains("mentor"), "{calendar}");
}

#[test]
fn a_calendar_is_written_and_the_same_again() {
    let desk = Desk::new();
    write(&desk, vec![plan()]);
    assert_eq!(desk.works(&["plan", "me.evenkeel", "-o", "plan.ics"]), "plan.ics: the plan was written\n");
    let once = desk.read("plan.ics");
    assert!(once.starts_with("BEGIN:VCALENDAR\r\n") && !once.contains("secret"));
    desk.works(&["plan", "me.evenkeel", "-o", "plan.ics"]);
    assert_eq!(desk.read("plan.ics"), once);
    assert_eq!(desk.works(&["plan", "me.evenkeel", "-o", "-"]), once);
    let (error, _) = desk.fails(&["plan", "me.evenkeel", "-o", "plan.txt"], 2);
    assert!(error.contains(".ics"), "{error}");
    write(&desk, vec![Plan { start: Date::ZERO, review: Date::ZERO, ..plan() }]);
    let (error, _) = desk.fails(&["plan", "me.evenkeel", "-o", "other.ics"], 1);
    assert!(error.contains("no start and review"), "{error}");
    assert!(!desk.path("other.ics").exists());
}

#[test]
fn notes_are_in_no_export() {
    let desk = Desk::new();
    write(&desk, vec![plan()]);
    for output in ["out.csv", "out.json"] {
        desk.works(&["export", "me.evenkeel", "-o", output]);
        assert!(!desk.read(output).contains("secret"));
    }
}
