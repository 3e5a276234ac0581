//! Whether a plan moves, what is due, and what fits where it does not move.

use jiff::ToSpan;
use jiff::civil::Date;

use super::weeks::{Week, WeekState, counted, since, week_of, weeks};
use crate::profile::{Plan, PlanKind, Trouble};
use crate::scoring::history::Occasions;

/// How many weeks are looked at.
const LOOKED_AT: usize = 3;
/// How many of them must have been counted.
const NEEDED: usize = 2;
/// From this day of a week on, counted from 0, this week may be counted without waiting for its end.
const NEARLY_OVER: i64 = 4;

/// Whether a plan moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Track {
    /// Too little was counted to say.
    TooEarly,
    /// It is done more often than before.
    Moving,
    /// For three weeks it was done no more often than before.
    NotMoving,
    /// For three weeks the occasion did not come up.
    NeverComesUp,
}

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// To count the week that begins on this day.
    Count(Date),
    /// To hold the review.
    Review,
}

/// The change that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Another occasion for the same skill.
    AnotherCue,
    /// A smaller deed, in half the time.
    HalfTheDose,
    /// To raise it with whoever decides.
    RaiseIt,
    /// To drop it, without blame.
    Drop,
}

/// The change that fits what is in the way.
pub const fn remedy(trouble: Trouble) -> Remedy {
    match trouble {
        Trouble::Cue => Remedy::AnotherCue,
        Trouble::Size => Remedy::HalfTheDose,
        Trouble::NotMine => Remedy::RaiseIt,
        Trouble::NoLonger => Remedy::Drop,
    }
}

/// What is due today; `None` where the plan is no longer or not yet practised, or all that could be counted is.
pub fn due(plan: &Plan, today: Date) -> Option<Due> {
    if !plan.is_under_way() {
        return None;
    }
    if today >= plan.review {
        return Some(Due::Review);
    }
    // Nothing is counted in a trial.
    if plan.kind() == PlanKind::Trial {
        return None;
    }
    let (start, this) = (week_of(plan.start, plan.week_start), week_of(today, plan.week_start));
    let last = this.saturating_sub(1.week());
    let is_open = |week: Date| week >= start && !plan.weeks.contains_key(&week);
    if last < this && is_open(last) {
        return Some(Due::Count(last));
    }
    let nearly_over = today >= this.saturating_add(NEARLY_OVER.days());
    (nearly_over && is_open(this)).then_some(Due::Count(this))
}

/// Whether it moves, as far as weeks say that are over.
pub fn track(plan: &Plan, today: Date) -> Track {
    if !plan.is_under_way() || plan.kind() == PlanKind::Trial {
        return Track::TooEarly;
    }
    let (since, this) = (since(plan), week_of(today, plan.week_start));
    let over: Vec<Week> =
        weeks(plan, today).into_iter().filter(|week| week.first >= since && week.first < this).collect();
    let last: Vec<&Week> = over.iter().rev().take(LOOKED_AT).collect();
    if last.len() == LOOKED_AT && last.iter().all(|week| week.state == WeekState::Skip) {
        return Track::NeverComesUp;
    }
    let last: Vec<&Week> = over.iter().rev().filter(|week| week.state != WeekState::Skip).take(LOOKED_AT).collect();
    let counts: Vec<_> = last.iter().filter_map(|week| week.count).collect();
    if last.len() < LOOKED_AT || counts.len() < NEEDED {
        return Track::TooEarly;
    }
    let occasions = counts.iter().filter_map(|week| Occasions::new(week.came().into(), week.did().into()));
    let now = occasions.fold(Occasions::default(), Occasions::and);
    let before = counted(plan).before;
    // Shares are compared crosswise, in whole numbers.
    let (mine, theirs) =
        (u64::from(now.took()) * u64::from(before.came()), u64::from(before.took()) * u64::from(now.came()));
    let moves = if before.came() == 0 { now.took() > 0 } else { mine > theirs };
    if moves { Track::Moving } else { Track::NotMoving }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Aim, Turn, WeekCount};
    use jiff::civil::date;

    /// The numbers of the weeks from 23 November on, as (came up, done); `None` is open. Before, it was done in 2 of 8.
    fn plan(weeks: &[Option<(u16, u16)>]) -> Plan {
        let mut plan = Plan::draft("p".into(), "risk-mitigation".into(), Aim::Build);
        (plan.start, plan.review) = (date(2026, 11, 23), date(2027, 1, 25));
        plan.begun = Some("2026-11-23T08:00:00Z".parse().unwrap());
        plan.weeks.insert(date(2026, 11, 9), WeekCount::new(4, 1, false).unwrap());
        plan.weeks.insert(date(2026, 11, 16), WeekCount::new(4, 1, false).unwrap());
        for (index, week) in weeks.iter().enumerate() {
            let first = plan.start.saturating_add(i64::try_from(index).unwrap().weeks());
            if let Some((came, did)) = week {
                plan.weeks.insert(first, WeekCount::new(*came, *did, false).unwrap());
            }
        }
        plan
    }

    /// On the first day after so many weeks.
    fn after(plan: &Plan, weeks: usize) -> Track {
        track(plan, plan.start.saturating_add(i64::try_from(weeks).unwrap().weeks()))
    }

    fn turned(mut plan: Plan, on: Date) -> Plan {
        plan.turns.push(Turn {
            on,
            trouble: Trouble::Cue,
            cue: String::new(),
            deed: String::new(),
            extra: crate::profile::Extra::new(),
        });
        plan
    }

    #[test]
    fn twelve_situations() {
        use Track::{Moving, NeverComesUp, NotMoving, TooEarly};
        let said = |weeks: &[Option<(u16, u16)>]| after(&plan(weeks), weeks.len());
        let (open, skip) = (None, Some((0, 0)));
        // 1, 2: two weeks are too few, whatever they show.
        assert_eq!(said(&[Some((4, 0)), Some((4, 0))]), TooEarly);
        assert_eq!(said(&[Some((4, 4)), Some((4, 4))]), TooEarly);
        // 3: three weeks in which nothing was done.
        assert_eq!(said(&[Some((4, 0)), Some((3, 0)), Some((5, 0))]), NotMoving);
        // 4: as often as before is not moving, 5: a little more is.
        assert_eq!(said(&[Some((4, 1)), Some((4, 1)), Some((4, 1))]), NotMoving);
        assert_eq!(said(&[Some((4, 1)), Some((4, 1)), Some((4, 2))]), Moving);
        // 6: one lapse changes nothing.
        assert_eq!(said(&[Some((4, 3)), Some((4, 0)), Some((4, 3))]), Moving);
        // 7: skips freeze, so that the weeks before them are looked at.
        assert_eq!(said(&[Some((4, 0)), Some((4, 0)), skip, skip, Some((4, 0))]), NotMoving);
        // 8: three skips in a row: the occasion does not come up.
        assert_eq!(said(&[Some((4, 3)), skip, skip, skip]), NeverComesUp);
        // 9: open weeks are not zeros; one of three may be open, 10: two may not.
        assert_eq!(said(&[Some((4, 0)), open, Some((4, 0))]), NotMoving);
        assert_eq!(said(&[open, open, Some((4, 0))]), TooEarly);
        // 11: what was good first and then stopped for three weeks.
        assert_eq!(said(&[Some((4, 4)), Some((4, 4)), Some((4, 0)), Some((4, 0)), Some((4, 1))]), NotMoving);
        // 12: after a change three new weeks are needed.
        let changed = turned(plan(&[Some((4, 0)); 4]), date(2026, 12, 15));
        assert_eq!((after(&changed, 4), after(&changed, 5)), (TooEarly, TooEarly));
    }

    #[test]
    fn without_a_baseline_anything_done_is_moving() {
        let mut plan = plan(&[Some((4, 0)), Some((4, 0)), Some((4, 1))]);
        plan.weeks.retain(|first, _| *first >= plan.start);
        assert_eq!(after(&plan, 3), Track::Moving);
        plan.weeks.insert(date(2026, 12, 7), WeekCount::new(4, 0, false).unwrap());
        assert_eq!(after(&plan, 3), Track::NotMoving);
    }

    #[test]
    fn the_week_that_is_over_is_due_then_this_one_near_its_end_then_the_review() {
        let mut plan = plan(&[]);
        let on = |plan: &Plan, month, day| due(plan, date(2026, month, day));
        // Monday to Thursday of the first week nothing is due.
        assert_eq!((on(&plan, 11, 23), on(&plan, 11, 26)), (None, None));
        assert_eq!(on(&plan, 11, 27), Some(Due::Count(date(2026, 11, 23))));
        assert_eq!(on(&plan, 12, 1), Some(Due::Count(date(2026, 11, 23))));
        plan.weeks.insert(date(2026, 11, 23), WeekCount::new(0, 0, false).unwrap());
        assert_eq!((on(&plan, 11, 27), on(&plan, 12, 1)), (None, None));
        assert_eq!(on(&plan, 12, 4), Some(Due::Count(date(2026, 11, 30))));
        assert_eq!(due(&plan, plan.review), Some(Due::Review));
        assert_eq!(due(&plan, date(2030, 1, 1)), Some(Due::Review));
        // A clock that runs backwards makes nothing due.
        assert_eq!(due(&plan, date(2020, 1, 1)), None);
        plan.begun = None;
        assert_eq!(due(&plan, date(2030, 1, 1)), None);
    }

    #[test]
    fn of_a_trial_only_the_review_is_due() {
        let mut plan = plan(&[Some((4, 0)), Some((4, 0)), Some((4, 0))]);
        assert_eq!(after(&plan, 3), Track::NotMoving);
        plan.trial = Plan::trial("p".into(), "risk-mitigation".into(), "a".into(), "mentor".into()).trial;
        assert_eq!((after(&plan, 3), due(&plan, date(2026, 12, 1))), (Track::TooEarly, None));
        assert_eq!(due(&plan, plan.review), Some(Due::Review));
    }

    #[test]
    fn each_trouble_has_a_change_of_its_own() {
        let all = [Trouble::Cue, Trouble::Size, Trouble::NotMine, Trouble::NoLonger].map(remedy);
        assert_eq!(all, [Remedy::AnotherCue, Remedy::HalfTheDose, Remedy::RaiseIt, Remedy::Drop]);
    }
}
