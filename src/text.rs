//! Numbers and dates in the system's language, for those who are not given [`Words`] yet.

use jiff::Timestamp;

use crate::words::Words;
pub use crate::words::local_day;

/// See [`Words::language`].
pub fn language() -> String {
    Words::of_the_system().language()
}

/// See [`Words::decimal`].
pub fn decimal(value: f64, decimals: usize) -> String {
    Words::of_the_system().decimal(value, decimals)
}

/// See [`Words::points`].
pub fn points(value: f64) -> String {
    Words::of_the_system().points(value)
}

/// See [`Words::date`].
pub fn date(at: Timestamp) -> String {
    Words::of_the_system().date(at)
}

/// See [`Words::day`].
pub fn day(day: jiff::civil::Date) -> String {
    Words::of_the_system().day(day)
}

/// See [`Words::day_long`].
pub fn day_long(day: jiff::civil::Date) -> String {
    Words::of_the_system().day_long(day)
}

/// See [`Words::date_time`].
pub fn date_time(at: Timestamp) -> String {
    Words::of_the_system().date_time(at)
}

/// See [`Words::time`].
pub fn time(at: Timestamp) -> String {
    Words::of_the_system().time(at)
}
