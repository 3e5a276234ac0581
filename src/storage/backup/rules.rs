//! Which versions of a file are kept: by their numbers, since the clock may be wrong.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::version::Backup;

/// The last versions that are kept, whatever their age.
const KEPT_LAST: usize = 20;
/// Days of which the last version is kept.
const KEPT_DAYS: usize = 30;

/// The versions of one file that the rules do not keep. They are given newest first, without the one just written.
pub(super) fn surplus(backups: &[Backup], now: Timestamp) -> Vec<&Backup> {
    let mut days = BTreeSet::from([day(now)]);
    let (mut surplus, mut kept_days) = (Vec::new(), 0);
    for (index, backup) in backups.iter().enumerate() {
        let last_of_its_day = days.insert(day(backup.replaced_at));
        let kept_as_last = index + 1 < KEPT_LAST;
        let kept_as_daily = last_of_its_day && kept_days < KEPT_DAYS;
        kept_days += usize::from(kept_as_daily);
        if !(kept_as_last || kept_as_daily) {
            surplus.push(backup);
        }
    }
    surplus
}

fn day(time: Timestamp) -> Date {
    TimeZone::UTC.to_datetime(time).date()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use jiff::SignedDuration;

    use super::*;

    fn backup(time: &str, number: u64) -> Backup {
        Backup { path: PathBuf::from(time), replaced_at: time.parse().unwrap(), mark: "00000000".to_owned(), number }
    }

    #[test]
    fn twenty_stay_and_the_last_of_each_day_for_thirty_days() {
        let now: Timestamp = "2026-09-30T12:00:00Z".parse().unwrap();
        let mut backups: Vec<Backup> = (0..40)
            .flat_map(|days| {
                let time = now - SignedDuration::from_hours(24 * (days + 1));
                [time, time - SignedDuration::from_hours(1)]
            })
            .zip((0..80).rev())
            .map(|(time, number)| backup(&time.to_string(), number))
            .collect();
        backups.sort_by_key(Backup::order);
        let gone: Vec<Timestamp> = surplus(&backups, now).iter().map(|backup| backup.replaced_at).collect();
        let kept: Vec<Timestamp> =
            backups.iter().map(|backup| backup.replaced_at).filter(|time| !gone.contains(time)).collect();
        // 19 besides the one just written, then one a day from the tenth day to the thirtieth.
        assert_eq!(kept.len(), 19 + 20);
        assert!(kept.iter().all(|time| *time >= now - SignedDuration::from_hours(30 * 24)));
        let days: BTreeSet<Date> = kept.iter().map(|time| day(*time)).collect();
        assert_eq!(days.len(), 30);
    }

    #[test]
    fn one_save_with_a_clock_that_is_ahead_drops_no_daily_version() {
        let start: Timestamp = "2026-09-01T12:00:00Z".parse().unwrap();
        let mut backups: Vec<Backup> = (0..40_u64)
            .map(|number| {
                let days = i64::try_from(number).unwrap();
                backup(&(start + SignedDuration::from_hours(24 * days)).to_string(), number + 1)
            })
            .collect();
        backups.sort_by_key(Backup::order);
        let ahead = start + SignedDuration::from_hours(24 * 400);
        assert_eq!(backups.len() - surplus(&backups, ahead).len(), KEPT_DAYS);
    }

    #[test]
    fn whatever_the_clock_said_the_newest_stay_and_there_are_never_many() {
        // A clock that jumps about by years, from a seed.
        let mut state = 7_u64;
        let mut backups: Vec<Backup> = Vec::new();
        for number in 1..400 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let days = i64::try_from(state >> 40).unwrap() % 1500 - 750;
            let now = "2026-09-30T12:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_hours(24 * days);
            let gone: Vec<u64> = surplus(&backups, now).iter().map(|backup| backup.number).collect();
            backups.retain(|backup| !gone.contains(&backup.number));
            backups.insert(0, backup(&now.to_string(), number));
            let newest: Vec<u64> = backups.iter().take(20).map(|backup| backup.number).collect();
            assert_eq!(newest, (number.saturating_sub(19).max(1)..=number).rev().collect::<Vec<_>>());
            assert!(backups.len() <= KEPT_LAST + KEPT_DAYS);
        }
    }
}
