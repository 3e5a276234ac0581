//! Days and times, where the person is.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::Words;
use crate::t;

/// The day of a moment, where the person is.
pub fn local_day(at: Timestamp) -> Date {
    at.to_zoned_datetime(TimeZone::system()).date()
}

impl Words {
    /// A day, for instance "19 Nov 2026", where the person is.
    pub fn date(&self, at: Timestamp) -> String {
        self.day(local_day(at))
    }

    /// A day of the calendar, for instance "19 Nov 2026".
    pub fn day(&self, day: Date) -> String {
        let month = t!(self, "month-short", month = day.month());
        t!(self, "date", day = day.day(), month = month, year = day.year().to_string())
    }

    /// A day of the calendar with its month in full, for instance "19 November 2026".
    pub fn day_long(&self, day: Date) -> String {
        let month = t!(self, "month-long", month = day.month());
        t!(self, "date", day = day.day(), month = month, year = day.year().to_string())
    }

    /// A time of the day, for instance "16:42", where the person is.
    pub fn time(&self, at: Timestamp) -> String {
        let at = at.to_zoned_datetime(TimeZone::system());
        t!(self, "time", hour = format!("{:02}", at.hour()), minute = format!("{:02}", at.minute()))
    }

    /// A day and a time, for instance "19 Nov 2026, 16:42".
    pub fn date_time(&self, at: Timestamp) -> String {
        t!(self, "date-time", date = self.date(at), time = self.time(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_by_people() {
        let at: Timestamp = "2026-11-19T12:00:00Z".parse().unwrap();
        assert_eq!(Words::english().date(at), "19 Nov 2026");
    }
}
