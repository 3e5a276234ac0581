//! A plan as a calendar file.
#![expect(clippy::disallowed_methods, reason = "fixtures are read, and written where they are made anew")]

use std::fs;
use std::path::PathBuf;

use evenkeel::export::{CalendarError, to_calendar};
use evenkeel::profile::{Aim, Date, EndReason, Ended, Extra, Plan, Trouble, Turn, Weekday};
use evenkeel::words::Words;
use jiff::civil::date;

use crate::support::instrument;

fn plan() -> Plan {
    let mut plan = Plan::draft("5d0c1b3e-6a2f-4c1d-9a3b-0f2e4d6c8a10".into(), "risk-mitigation".into(), Aim::Build);
    (plan.cue, plan.deed) = ("a plan is shown".to_owned(), "ask what could go wrong".to_owned());
    (plan.start, plan.review) = (date(2026, 11, 23), date(2027, 1, 4));
    plan.begun = Some("2026-11-22T18:30:15.250Z".parse().unwrap());
    plan
}

fn made(plan: &Plan) -> String {
    to_calendar(&Words::english(), &instrument(), plan).unwrap()
}

/// The lines with folding undone.
fn unfolded(calendar: &str) -> Vec<String> {
    calendar.replace("\r\n ", "").lines().map(str::to_owned).collect()
}

/// The values of a property, one for each entry and reminder that has it.
fn values(calendar: &str, name: &str) -> Vec<String> {
    let value = |line: &String| line.strip_prefix(&format!("{name}:")).map(str::to_owned);
    unfolded(calendar).iter().filter_map(value).collect()
}

fn ended(at: &str) -> Ended {
    Ended { at: at.parse().unwrap(), why: EndReason::Other, words: "secret".to_owned(), extra: Extra::new() }
}

fn hostile() -> Plan {
    let mut plan = plan();
    plan.id = "\r\nBEGIN:VEVENT".into();
    plan.cue = "somebody says \"no, never; not \\n here\"\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:x".to_owned();
    plan.deed = format!("a\u{202e}b\u{0}c {}", "👩\u{200d}🚀é漢".repeat(40));
    plan
}

#[test]
fn golden_calendars_stay_the_same_to_the_byte() {
    let mut turned = plan();
    let turn = Turn {
        on: date(2026, 12, 9),
        trouble: Trouble::Cue,
        cue: "old".to_owned(),
        deed: "old".to_owned(),
        extra: Extra::new(),
    };
    turned.turns.push(turn);
    turned.ended = Some(ended("2026-12-20T09:00:00Z"));
    for (name, plan) in [("plan", plan()), ("ended", turned), ("hostile", hostile())] {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/calendar/{name}.ics"));
        let calendar = made(&plan);
        assert_eq!(calendar, made(&plan.clone()));
        if std::env::var_os("UPDATE_CALENDARS").is_some() {
            fs::write(&path, &calendar).unwrap();
        }
        assert_eq!(calendar, fs::read_to_string(&path).unwrap(), "{name}");
    }
}

#[test]
fn lines_are_short_and_end_as_they_should_whatever_was_typed() {
    for plan in (0..80).map(|more| {
        let mut plan = hostile();
        plan.cue = format!("{}🚀🚀🚀 {}", "x".repeat(more), "ä, ö; ü ".repeat(30));
        plan
    }) {
        let calendar = made(&plan);
        for line in calendar.strip_suffix("\r\n").unwrap().split("\r\n") {
            assert!(line.len() <= 75 && !line.is_empty(), "{} bytes: {line:?}", line.len());
            assert!(!line.contains(['\r', '\n']), "{line:?}");
        }
        // It says what was typed, with line breaks made spaces.
        let said = &values(&calendar, "DESCRIPTION")[0];
        assert!(said.contains(r"🚀🚀🚀 ä\, ö\; ü ä\, "), "{said}");
    }
    let calendar = made(&hostile());
    let count = |line: &str| unfolded(&calendar).iter().filter(|found| *found == line).count();
    assert_eq!((count("BEGIN:VEVENT"), count("END:VEVENT"), count("BEGIN:VALARM")), (2, 2, 2));
    assert!(!calendar.contains(['\u{202e}', '\u{0}']));
}

#[test]
fn nothing_is_made_up_and_reminders_come_last() {
    let calendar = made(&plan());
    let id = "5d0c1b3e-6a2f-4c1d-9a3b-0f2e4d6c8a10";
    let uids = ["tick", "review"].map(|kind| [format!("{id}-{kind}@evenkeel"), format!("alarm-{id}-{kind}@evenkeel")]);
    assert_eq!(values(&calendar, "UID"), uids.concat());
    assert_eq!(values(&calendar, "DTSTAMP"), ["20261122T183015Z"; 4]);
    assert_eq!(calendar.matches("END:VALARM\r\nEND:VEVENT\r\n").count(), 2);
    // An all-day entry ends on the day after.
    assert!(calendar.contains("DTSTART;VALUE=DATE:20270104\r\n") && calendar.contains("DTEND;VALUE=DATE:20270105\r\n"));
    // No zone: neither a name nor UTC, save for the stamps.
    assert!(!calendar.contains("TZ"), "{calendar}");
    assert_eq!(values(&calendar, "DTSTART"), ["20261127T160000"]);
    assert_eq!(values(&calendar, "RRULE"), ["FREQ=WEEKLY;COUNT=6"]);
}

#[test]
fn only_skill_and_sentence_are_in_it() {
    let mut plan = plan();
    let secret = "secret".to_owned();
    (plan.reason, plan.obstacle, plan.instead) = (secret.clone(), secret.clone(), secret.clone());
    plan.outcome.words.clone_from(&secret);
    plan.goal.insert(evenkeel::profile::GoalLevel::Expected, secret);
    plan.ended = Some(ended("2026-12-20T09:00:00Z"));
    let calendar = made(&plan);
    assert!(!calendar.contains("secret"));
    assert!(unfolded(&calendar).contains(&"SUMMARY:Review: Risk mitigation".to_owned()), "{calendar}");
}

#[test]
fn a_changed_plan_is_a_later_version_of_the_same_entries() {
    let sequence = |plan: &Plan| values(&made(plan), "SEQUENCE")[0].parse::<u32>().unwrap();
    let mut plan = plan();
    let begun = plan.begun.take();
    let mut last = sequence(&plan);
    let mut rises = |plan: &Plan, why: &str| {
        let now = sequence(plan);
        assert!(now > last, "{why}: {now} after {last}");
        last = now;
    };
    plan.begun = begun;
    rises(&plan, "begun");
    plan.review = date(2027, 2, 1);
    rises(&plan, "the review was put off");
    let turn = |on| Turn { on, trouble: Trouble::Size, cue: String::new(), deed: String::new(), extra: Extra::new() };
    plan.turns.push(turn(date(2026, 12, 9)));
    rises(&plan, "changed");
    plan.review = date(2027, 2, 8);
    rises(&plan, "put off again");
    plan.turns.push(turn(date(2026, 12, 30)));
    rises(&plan, "changed again");
    plan.ended = Some(ended("2027-01-20T09:00:00Z"));
    rises(&plan, "ended");
    assert_eq!(values(&made(&plan), "DTSTAMP")[0], "20270120T090000Z");
}

#[test]
fn what_no_longer_applies_is_cancelled() {
    let state = |at: &str| {
        let calendar = made(&Plan { ended: Some(ended(at)), ..plan() });
        (values(&calendar, "STATUS").len(), values(&calendar, "RRULE")[0].clone())
    };
    assert_eq!(state("2026-12-20T09:00:00Z"), (1, "FREQ=WEEKLY;COUNT=4".to_owned()));
    assert_eq!(state("2026-11-24T09:00:00Z"), (2, "FREQ=WEEKLY;COUNT=1".to_owned()));
    assert_eq!(state("2027-01-04T09:00:00Z"), (0, "FREQ=WEEKLY;COUNT=6".to_owned()));
}

#[test]
fn a_week_is_counted_on_its_last_day_of_work() {
    let first = |week_start, start: Date| {
        let plan = Plan { week_start, start, review: date(2027, 3, 1), ..plan() };
        values(&made(&plan), "DTSTART")[0].clone()
    };
    assert_eq!(first(Weekday::Monday, date(2026, 11, 25)), "20261127T160000");
    assert_eq!(first(Weekday::Sunday, date(2026, 11, 27)), "20261127T160000");
    assert_eq!(first(Weekday::Saturday, date(2026, 11, 27)), "20261203T160000");
    // Over the end of a year, and over a change of the clocks: a time of day without a zone stays what it is.
    assert_eq!(first(Weekday::Monday, date(2026, 12, 26)), "20270101T160000");
}

#[test]
fn a_plan_of_a_few_days_has_its_review_only() {
    let calendar = made(&Plan { review: date(2026, 11, 26), ..plan() });
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1);
    assert!(calendar.contains("DTSTART;VALUE=DATE:20261126\r\n"));
}

#[test]
fn days_that_no_calendar_holds_are_an_error() {
    let english = Words::english();
    let of = |start, review| to_calendar(&english, &instrument(), &Plan { start, review, ..plan() });
    for (start, review) in [
        (Date::ZERO, Date::ZERO),
        (date(2026, 11, 23), date(2026, 11, 22)),
        (Date::MIN, date(2026, 11, 22)),
        (date(2026, 11, 23), Date::MAX),
    ] {
        assert_eq!(of(start, review), Err(CalendarError::Days), "{start} {review}");
    }
    assert!(of(date(1, 1, 1), date(9999, 12, 30)).is_ok());
    assert!(of(date(2001, 1, 1), date(2001, 1, 1)).is_ok());
}
