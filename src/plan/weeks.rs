//! The weeks of a plan, and what was counted in them.

use std::ops::RangeInclusive;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::profile::{Plan, WeekCount};
use crate::scoring::Confidence;
use crate::scoring::history::{Occasions, is_larger_than_chance};

/// How many weeks before the start are the baseline.
pub const BASELINE_WEEKS: i64 = 2;
/// After how many weeks a review may be.
pub const REVIEW_WEEKS: RangeInclusive<i64> = 4..=12;
/// After how many weeks it is proposed.
pub const PROPOSED_WEEKS: i64 = 6;

/// How a week stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeekState {
    /// It has not begun.
    Coming,
    /// It is this week, and nothing was counted yet.
    Now,
    /// It is over, and nothing was counted. That is not zero.
    Open,
    /// The occasion did not come up.
    Skip,
    /// Something was counted.
    Counted,
}

/// One week of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its first day.
    pub first: Date,
    /// Whether it is before the start.
    pub is_before: bool,
    /// Whether it is this week.
    pub is_this: bool,
    /// How it stands.
    pub state: WeekState,
    /// What was counted.
    pub count: Option<WeekCount>,
}

/// What was counted before the start and since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// In the weeks before the start.
    pub before: Occasions,
    /// Whether any of these was estimated.
    pub is_estimated: bool,
    /// Since the start, or since the last change of the plan.
    pub now: Occasions,
    /// How many weeks that rests on.
    pub weeks: usize,
}

/// The first day of the week of a day. Before the first date that can be, it is that date.
pub fn week_of(day: Date, week_start: Weekday) -> Date {
    day.saturating_sub(i64::from(day.weekday().since(week_start)).days())
}

/// The day of the review, some weeks after the start.
pub fn review_day(start: Date, weeks: i64) -> Date {
    start.saturating_add(weeks.weeks())
}

/// All weeks of a plan, oldest first: the baseline, then those from the start to the review. A review that is years away shows
/// its first year.
pub fn weeks(plan: &Plan, today: Date) -> Vec<Week> {
    const MOST: usize = 55;
    let start = week_of(plan.start, plan.week_start);
    let this = week_of(today, plan.week_start);
    let baseline = start.saturating_sub(BASELINE_WEEKS.weeks());
    // A plan that follows on another one was counted before that one: there is no baseline to count any more.
    let follows = plan.weeks.range(..baseline).next().is_some() && plan.weeks.range(baseline..start).next().is_none();
    let first = if follows { start } else { baseline };
    let all = first.series(1.week()).take_while(|first| *first < plan.review || *first <= start).take(MOST);
    all.map(|first| {
        let count = plan.weeks.get(&first).copied();
        let state = match count {
            Some(count) if count.came() == 0 => WeekState::Skip,
            Some(_) => WeekState::Counted,
            None if first > this => WeekState::Coming,
            None if first == this => WeekState::Now,
            None => WeekState::Open,
        };
        Week { first, is_before: first < start, is_this: first == this, state, count }
    })
    .collect()
}

/// The occasions that were counted, before and since.
pub fn counted(plan: &Plan) -> Counted {
    let start = week_of(plan.start, plan.week_start);
    let since = since(plan);
    let sum = |weeks: &[WeekCount]| {
        let occasions = |week: &WeekCount| Occasions::new(week.came().into(), week.did().into()).unwrap_or_default();
        weeks.iter().map(occasions).fold(Occasions::default(), Occasions::and)
    };
    let before: Vec<WeekCount> = plan.weeks.range(..start).map(|(_, count)| *count).collect();
    let now: Vec<WeekCount> = plan.weeks.range(since..).map(|(_, count)| *count).collect();
    Counted {
        before: sum(&before),
        is_estimated: before.iter().any(|week| week.is_estimated()),
        now: sum(&now),
        weeks: now.len(),
    }
}

/// The first week that is about the plan as it is now.
pub(super) fn since(plan: &Plan) -> Date {
    let start = week_of(plan.start, plan.week_start);
    plan.turns.iter().map(|turn| week_of(turn.on, plan.week_start)).fold(start, Date::max)
}

/// The fewest of `came` occasions that would have to be taken to be more than before, larger than chance; `None` where even all of them
/// would not be, or nothing was counted before.
pub fn occasions_needed(before: Occasions, came: u32, confidence: Confidence) -> Option<u32> {
    let share = before.share(confidence)?.share;
    (0..=came).find(|took| {
        let now = Occasions::new(came, *took).unwrap_or_default();
        f64::from(*took) > share * f64::from(came) && is_larger_than_chance(before, now, confidence)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Aim, Trouble, Turn};
    use jiff::civil::date;

    fn plan() -> Plan {
        let mut plan = Plan::draft("p".into(), "risk-mitigation".into(), Aim::Build);
        (plan.start, plan.review) = (date(2026, 11, 25), date(2027, 1, 6));
        plan
    }

    fn count(plan: &mut Plan, first: Date, came: u16, did: u16) {
        plan.weeks.insert(first, WeekCount::new(came, did, first < plan.start).unwrap());
    }

    #[test]
    fn a_week_begins_where_the_plan_says() {
        let day = date(2026, 11, 25);
        let first = |start| week_of(day, start);
        assert_eq!(first(Weekday::Monday), date(2026, 11, 23));
        assert_eq!(first(Weekday::Sunday), date(2026, 11, 22));
        assert_eq!(first(Weekday::Saturday), date(2026, 11, 21));
        assert_eq!(first(Weekday::Wednesday), day);
        assert_eq!(week_of(Date::MIN, Weekday::Friday), Date::MIN);
    }

    #[test]
    fn two_weeks_of_baseline_then_those_up_to_the_review() {
        use WeekState::{Coming, Counted, Now, Open, Skip};
        let mut plan = plan();
        count(&mut plan, date(2026, 11, 23), 4, 2);
        count(&mut plan, date(2026, 11, 30), 0, 0);
        let weeks = weeks(&plan, date(2026, 12, 15));
        let states: Vec<WeekState> = weeks.iter().map(|week| week.state).collect();
        assert_eq!(states, [Open, Open, Counted, Skip, Open, Now, Coming, Coming, Coming]);
        assert_eq!(weeks.iter().filter(|week| week.is_before).count(), 2);
        assert_eq!((weeks[0].first, weeks[8].first), (date(2026, 11, 9), date(2027, 1, 4)));
        assert_eq!(weeks.iter().filter(|week| week.is_this).count(), 1);
        // A clock that runs backwards takes nothing away.
        assert_eq!(super::weeks(&plan, date(2020, 1, 1))[2].count, weeks[2].count);
    }

    #[test]
    fn a_review_on_the_first_day_of_a_week_leaves_that_week_out() {
        let mut plan = plan();
        plan.review = date(2027, 1, 4);
        assert_eq!(weeks(&plan, plan.start).last().unwrap().first, date(2026, 12, 28));
        plan.review = plan.start;
        assert_eq!(weeks(&plan, plan.start).len(), 3);
        (plan.start, plan.review) = (Date::MIN, Date::MAX);
        assert!(weeks(&plan, Date::MIN).len() <= 55);
    }

    #[test]
    fn occasions_are_those_of_the_plan_as_it_is_now() {
        let mut plan = plan();
        count(&mut plan, date(2026, 11, 9), 4, 1);
        count(&mut plan, date(2026, 11, 16), 4, 1);
        count(&mut plan, date(2026, 11, 23), 5, 0);
        count(&mut plan, date(2026, 12, 7), 6, 4);
        count(&mut plan, date(2026, 12, 14), 0, 0);
        let found = counted(&plan);
        assert_eq!((found.before.came(), found.before.took(), found.is_estimated), (8, 2, true));
        assert_eq!((found.now.came(), found.now.took(), found.weeks), (11, 4, 3));
        let on = date(2026, 12, 8);
        let turn = |on| Turn {
            on,
            trouble: Trouble::Cue,
            cue: String::new(),
            deed: String::new(),
            extra: crate::profile::Extra::new(),
        };
        plan.turns.push(turn(on));
        assert_eq!((counted(&plan).now.came(), counted(&plan).now.took()), (6, 4));
    }

    #[test]
    fn what_is_needed_is_the_fewest_that_chance_would_not_give() {
        let before = Occasions::new(8, 2).unwrap();
        let needed = occasions_needed(before, 20, Confidence::P90).unwrap();
        let is = |took| is_larger_than_chance(before, Occasions::new(20, took).unwrap(), Confidence::P90);
        assert!(is(needed) && !is(needed - 1), "{needed}");
        assert_eq!(occasions_needed(before, 1, Confidence::P90), None);
        assert_eq!(occasions_needed(Occasions::default(), 20, Confidence::P90), None);
    }
}
