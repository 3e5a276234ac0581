//! A plan as a calendar file (iCalendar, RFC 5545): a weekly reminder to count, and the day of the review.
//!
//! # Rules
//! - The same plan gives the same bytes: nothing comes from a clock or from chance.
//! - Importing the file again updates what is there. The ids follow from that of the plan. `SEQUENCE` rises by 1,000 with each change
//!   that the plan records (begun, another occasion or deed, ended), and by one for each day that the review is put off. Words that
//!   were only corrected keep it.
//! - What no longer applies is cancelled, not left out: left out, it would stay in the calendar.
//! - Times are without a zone: 16:00 is 16:00 wherever the calendar is looked at, in summer and in winter.
//! - Only the skill and the sentence are in it, each in one line with nothing hidden.

use icalendar::{Alarm, Calendar, Component, Event, EventLike, Parameter, Property, Trigger};
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use thiserror::Error;

use crate::foreign;
use crate::instrument::Instrument;
use crate::profile::{Plan, PlanKind};
use crate::summary::plan_sentence;
use crate::t;
use crate::words::Words;

/// The time of day of the weekly reminder.
const TICK_AT: &str = "T160000";
/// How long after midnight the review is announced.
const REVIEW_AT: &str = "PT9H";
/// How much each change that a plan records raises `SEQUENCE`.
const STEP: i64 = 1000;

/// Why there is no calendar of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CalendarError {
    /// Its days are missing, or no calendar can hold them.
    #[error("the plan has no days that a calendar can hold")]
    Days,
}

/// The calendar of a plan: UTF-8, lines of at most 75 bytes that end in CRLF.
///
/// # Errors
/// When the plan has no start and review, or they lie outside the years 1 to 9999.
pub fn to_calendar(words: &Words, instrument: &Instrument, plan: &Plan) -> Result<String, CalendarError> {
    let after = plan.review.tomorrow().map_err(|_too_late| CalendarError::Days)?;
    if plan.start.year() < 1 || plan.review < plan.start {
        return Err(CalendarError::Days);
    }
    let facet = instrument.texts.facet(&plan.facet).name.as_str();
    let mut calendar = Calendar::empty();
    for (name, value) in
        [("VERSION", "2.0"), ("PRODID", "-//Evenkeel//Evenkeel//EN"), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")]
    {
        calendar.append_property(Property::new(name, value));
    }
    let (weekly, review) = texts(words, facet, plan);
    if let Some(tick) = tick(plan, weekly) {
        calendar.push(tick);
    }
    let Text { title, more } = review;
    let entry = Entry { kind: "review", title, more, alarm: REVIEW_AT };
    let mut review = entry.event(plan);
    if plan.ended.as_ref().is_some_and(|ended| day(ended.at) < plan.review) {
        review.add_property("STATUS", "CANCELLED");
    }
    review.append_property(all_day("DTSTART", plan.review)).append_property(all_day("DTEND", after));
    calendar.push(review);
    Ok(calendar.to_string())
}

/// What an entry says.
struct Text {
    title: String,
    more: Vec<String>,
}

/// What the weekly reminder and the review say. In a trial of a role nothing is counted.
fn texts(words: &Words, facet: &str, plan: &Plan) -> (Text, Text) {
    let text = |title: String, more: Vec<String>| Text { title, more };
    if plan.kind() == PlanKind::Trial {
        let weekly = text(t!(words, "calendar-tick-trial"), vec![t!(words, "calendar-tick-trial-how")]);
        return (weekly, text(t!(words, "calendar-review-trial"), vec![t!(words, "calendar-review-trial-how")]));
    }
    let sentence = plan_sentence(words, plan);
    let weekly =
        text(t!(words, "calendar-tick", facet = facet), vec![sentence.clone(), t!(words, "calendar-tick-how")]);
    (weekly, text(t!(words, "calendar-review", facet = facet), vec![sentence, t!(words, "calendar-review-how")]))
}

/// The weekly reminder; `None` where no day for it lies between start and review. Of a plan that has ended, it keeps the days until then.
fn tick(plan: &Plan, said: Text) -> Option<Event> {
    let end = plan.ended.as_ref().map_or(Date::MAX, |ended| day(ended.at));
    let first = tick_days(plan).next()?;
    let left = tick_days(plan).take_while(|on| *on <= end).count();
    let entry = Entry { kind: "tick", title: said.title, more: said.more, alarm: "PT0S" };
    let mut tick = entry.event(plan);
    if left == 0 {
        tick.add_property("STATUS", "CANCELLED");
    }
    tick.add_property("DTSTART", format!("{}{TICK_AT}", basic(first)));
    tick.add_property("DURATION", "PT5M");
    tick.add_property("RRULE", format!("FREQ=WEEKLY;COUNT={}", left.max(1)));
    Some(tick)
}

/// The days on which a week is counted, before the review: its last day of work, which is Thursday where weeks begin on Friday or
/// Saturday, and Friday elsewhere.
fn tick_days(plan: &Plan) -> impl Iterator<Item = Date> {
    let weekday = match plan.week_start {
        Weekday::Friday | Weekday::Saturday => Weekday::Thursday,
        _ => Weekday::Friday,
    };
    let (review, ahead) = (plan.review, i64::from(weekday.since(plan.start.weekday())));
    plan.start.saturating_add(ahead.days()).series(1.week()).take_while(move |on| *on < review)
}

/// What both entries have. They do not block the day.
struct Entry {
    kind: &'static str,
    title: String,
    more: Vec<String>,
    /// How long after its beginning it is announced.
    alarm: &'static str,
}

impl Entry {
    #[expect(clippy::default_trait_access, reason = "the type is that of a crate which we do not name")]
    fn event(&self, plan: &Plan) -> Event {
        let title = foreign::shown(&self.title);
        let more: Vec<String> = self.more.iter().map(|line| foreign::shown(line)).collect();
        // An id from a file may be any text.
        let uid = format!("{}-{}@evenkeel", foreign::shown(plan.id.as_str()), self.kind);
        let mut event = Event::new();
        event.add_property("UID", &uid);
        event.add_property("DTSTAMP", stamp(plan));
        event.add_property("SEQUENCE", sequence(plan).to_string());
        event.add_property("SUMMARY", &title);
        event.add_property("DESCRIPTION", more.join("\n"));
        event.add_property("TRANSP", "TRANSPARENT");
        // What is not set here, the crate makes up anew each time.
        let mut alarm = Alarm::display(&title, Trigger::after_start(Default::default()));
        alarm.add_property("TRIGGER", self.alarm);
        alarm.add_property("UID", format!("alarm-{uid}"));
        alarm.add_property("DTSTAMP", stamp(plan));
        event.alarm(alarm);
        event.done()
    }
}

/// The moment of the last change that the plan records, to the second; the beginning of its start where it is a draft.
fn stamp(plan: &Plan) -> String {
    let turns = plan.turns.iter().map(|turn| turn.on.at(0, 0, 0, 0));
    let moments = plan.begun.into_iter().chain(plan.ended.as_ref().map(|ended| ended.at));
    let known = moments.map(|at| TimeZone::UTC.to_datetime(at)).chain(turns);
    let at = known.max().unwrap_or_else(|| plan.start.at(0, 0, 0, 0));
    format!("{}T{:02}{:02}{:02}Z", basic(at.date()), at.hour(), at.minute(), at.second())
}

/// Which version of the plan it is: higher after each change that the plan records, and after the review was put off.
fn sequence(plan: &Plan) -> i64 {
    let records = usize::from(plan.begun.is_some()) + plan.turns.len() + usize::from(plan.ended.is_some());
    let days = i64::from((plan.review - plan.start).get_days()).clamp(0, STEP - 1);
    i64::try_from(records).map_or(0, |records| (records * STEP).saturating_add(days)).min(i64::from(i32::MAX))
}

/// The day of a moment. Where the person was then is not known, and does not matter for whether a week is over.
fn day(at: Timestamp) -> Date {
    TimeZone::UTC.to_datetime(at).date()
}

fn all_day(name: &str, on: Date) -> Property {
    let mut property = Property::new(name, basic(on));
    property.append_parameter(Parameter::new("VALUE", "DATE"));
    property
}

/// A day as 20261127.
fn basic(on: Date) -> String {
    format!("{:04}{:02}{:02}", on.year(), on.month(), on.day())
}
