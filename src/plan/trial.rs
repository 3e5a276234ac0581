//! A role that is tried: when it is looked back on, and whether it was as expected.

use std::ops::RangeInclusive;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::profile::{Plan, Rating, TrialOf};

/// From this many steps of the scale on, what a trial did differs from what was expected: one step lies within the error of two answers
/// about energy (about 0.7 each, so the 90 % band of their difference is 1.6 wide to each side).
const CLEAR: u8 = 2;

/// How many weeks a trial may take.
pub const TRIAL_WEEKS: RangeInclusive<u8> = 1..=4;

/// What a trial did to somebody, beside what they expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrialEnergy {
    /// It gave clearly more energy than they expected.
    More,
    /// About what they expected.
    AsExpected,
    /// It took clearly more than they expected.
    Less,
}

/// What a trial did beside what was expected; `None` until both were answered.
pub fn trial_energy(of: &TrialOf) -> Option<TrialEnergy> {
    let (before, after) = (of.before.map(Rating::value)?, of.after.map(Rating::value)?);
    Some(if before.abs_diff(after) < CLEAR {
        TrialEnergy::AsExpected
    } else if after > before {
        TrialEnergy::More
    } else {
        TrialEnergy::Less
    })
}

/// The day on which a trial of so many weeks is looked back on, if it begins on `start`.
pub fn trial_review_day(start: Date, weeks: u8) -> Date {
    start.saturating_add(i64::from(weeks).weeks())
}

/// How many whole weeks lie between the start of a trial and its review, within those that it may take.
pub fn trial_weeks(plan: &Plan) -> u8 {
    let days = (plan.review - plan.start).get_days();
    u8::try_from(days / 7).unwrap_or(0).clamp(*TRIAL_WEEKS.start(), *TRIAL_WEEKS.end())
}

/// Whether a plan is a draft into which nothing was written yet, so that nothing is lost with it.
pub fn is_empty_draft(plan: &Plan) -> bool {
    let texts = [&plan.reason, &plan.cue, &plan.deed, &plan.obstacle, &plan.instead];
    let tried = plan.trial.as_ref().is_some_and(|of| of.before.is_some());
    plan.is_draft() && !tried && texts.iter().all(|text| text.trim().is_empty()) && plan.goal.is_empty()
}

/// Whether all that the review of a trial asks was answered: what it did, and what surprised.
pub fn is_trial_reviewed(plan: &Plan) -> bool {
    plan.trial.as_ref().is_some_and(|of| of.after.is_some() && !of.surprise.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn two_steps_are_a_surprise() {
        let said = |before: Option<usize>, after: Option<usize>| {
            let mut plan =
                Plan::trial("p".into(), "culture-shaping".into(), "mentor-one-person".into(), "mentor".into());
            let of = plan.trial.as_mut().unwrap();
            (of.before, of.after) = (before.map(|at| Rating::ALL[at - 1]), after.map(|at| Rating::ALL[at - 1]));
            trial_energy(of)
        };
        assert_eq!(said(Some(2), Some(4)), Some(TrialEnergy::More));
        assert_eq!(said(Some(4), Some(5)), Some(TrialEnergy::AsExpected));
        assert_eq!(said(Some(5), Some(3)), Some(TrialEnergy::Less));
        assert_eq!((said(None, Some(3)), said(Some(3), None)), (None, None));
    }

    #[test]
    fn a_draft_is_empty_until_something_is_said() {
        let mut plan = Plan::trial("p".into(), "culture-shaping".into(), "mentor-one-person".into(), "mentor".into());
        assert!(is_empty_draft(&plan));
        plan.trial.as_mut().unwrap().before = Some(Rating::ALL[0]);
        assert!(!is_empty_draft(&plan));
        let mut plan = Plan::draft("p".into(), "culture-shaping".into(), crate::profile::Aim::Build);
        assert!(is_empty_draft(&plan));
        plan.cue = "a task arrives".to_owned();
        assert!(!is_empty_draft(&plan));
    }

    #[test]
    fn a_trial_is_looked_back_on_after_its_weeks() {
        assert_eq!(trial_review_day(date(2026, 11, 30), 2), date(2026, 12, 14));
        let mut plan = Plan::trial("p".into(), "culture-shaping".into(), "mentor-one-person".into(), "mentor".into());
        for (review, weeks) in [(date(2026, 11, 30), 1), (date(2026, 12, 20), 2), (date(2027, 12, 20), 4)] {
            (plan.start, plan.review) = (date(2026, 11, 30), review);
            assert_eq!(trial_weeks(&plan), weeks);
        }
        let of = plan.trial.as_mut().unwrap();
        of.after = Some(Rating::ALL[3]);
        assert!(!is_trial_reviewed(&plan));
        plan.trial.as_mut().unwrap().surprise = "How much I talked".to_owned();
        assert!(is_trial_reviewed(&plan));
        assert!(!is_trial_reviewed(&Plan::draft("p".into(), "culture-shaping".into(), crate::profile::Aim::Build)));
    }
}
