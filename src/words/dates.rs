//! Days and times, in the zone that these words are for.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::Words;
use crate::t;

/// A time zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// The machine's zone at the moment of use, since people travel while a window is open.
    System,
    /// In this zone.
    Given(TimeZone),
}

impl Words {
    /// The same words, with days and times in this zone.
    #[must_use]
    pub fn in_zone(self, zone: TimeZone) -> Self {
        Self { zone: Zone::Given(zone), ..self }
    }

    fn local(&self, at: Timestamp) -> DateTime {
        match &self.zone {
            Zone::System => TimeZone::system().to_datetime(at),
            Zone::Given(zone) => zone.to_datetime(at),
        }
    }

    /// The day of a moment, in the zone of these words.
    pub fn local_day(&self, at: Timestamp) -> Date {
        self.local(at).date()
    }

    /// The day of a moment in words, for instance "19 Nov 2026", in the zone of these words.
    pub fn date(&self, at: Timestamp) -> String {
        self.day(self.local_day(at))
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

    /// The day that somebody typed: in one of the forms in which days are written here, or as in "2026-11-19". `None` where it is none
    /// of these, or no day of the calendar.
    pub fn read_day(&self, typed: &str) -> Option<Date> {
        let typed = typed.trim().to_lowercase();
        if let Ok(day) = typed.parse::<Date>() {
            return Some(day);
        }
        let numbers = typed.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| !digits.is_empty());
        let numbers: Vec<i16> = numbers.map(str::parse).collect::<Result<_, _>>().ok()?;
        let [day, year] = numbers[..] else { return None };
        let named = |month: &i8| {
            let month: i8 = *month;
            let names = [t!(self, "month-long", month = month), t!(self, "month-short", month = month)];
            names.iter().any(|name| typed.contains(&name.to_lowercase()))
        };
        let month = (1..=12).find(named)?;
        Date::new(year, month, day.try_into().ok()?).ok()
    }

    /// A time of the day, for instance "16:42", in the zone of these words.
    pub fn time(&self, at: Timestamp) -> String {
        let at = self.local(at);
        t!(self, "time", hour = format!("{:02}", at.hour()), minute = format!("{:02}", at.minute()))
    }

    /// A day and a time, for instance "19 Nov 2026, 16:42".
    pub fn date_time(&self, at: Timestamp) -> String {
        t!(self, "date-time", date = self.date(at), time = self.time(at))
    }
}

#[cfg(test)]
mod tests {
    use jiff::tz;

    use super::*;

    #[test]
    fn dates_are_read_by_people() {
        let at: Timestamp = "2026-11-19T12:00:00Z".parse().unwrap();
        assert_eq!(Words::english().date(at), "19 Nov 2026");
    }

    #[test]
    fn days_are_read_as_they_are_written() {
        for language in ["en", "en-XA"] {
            let words = Words::english().chosen(language);
            let mut day = jiff::civil::date(2024, 1, 1);
            while day.year() < 2025 {
                let read = [words.day(day), words.day_long(day), day.to_string(), format!(" {} ", words.day(day))];
                assert!(read.iter().all(|typed| words.read_day(typed) == Some(day)), "{read:?}");
                day = day.tomorrow().unwrap();
            }
            for wrong in
                ["", "19", "19 Nov", "19 Foo 2026", "31 Feb 2026", "2026-02-30", "19 Nov 26 7", "99999999 Nov 2026"]
            {
                assert_eq!(words.read_day(wrong), None, "{wrong}");
            }
        }
    }

    #[test]
    fn a_moment_has_the_day_and_the_time_of_the_zone() {
        let at: Timestamp = "2026-11-19T12:00:00Z".parse().unwrap();
        let there = |hours| Words::english().in_zone(TimeZone::fixed(tz::offset(hours)));
        assert_eq!(Words::english().date_time(at), "19 Nov 2026, 12:00");
        assert_eq!(there(13).date_time(at), "20 Nov 2026, 01:00");
        assert_eq!(there(-11).date_time(at), "19 Nov 2026, 01:00");
        assert_eq!(there(13).chosen("en-XA").local_day(at), there(13).local_day(at), "whatever the language");
        assert_ne!(there(13), there(-11));
    }
}
