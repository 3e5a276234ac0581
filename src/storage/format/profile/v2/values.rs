//! The single values of version 2, each with what an error says about it.

use crate::profile;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;

pub(super) const NOT_APPLICABLE: &str = "na";

/// A whole number on one of the scales.
macro_rules! scale {
    ($(#[$doc:meta])* $name:ident = $live:ident, $low:literal, $high:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(in crate::storage::format) struct $name(pub(in crate::storage::format) profile::$live);

        #[cfg(test)]
        impl $name {
            pub(super) const LEAST: u8 = $low;
            pub(super) const MOST: u8 = $high;
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_u8(self.0.into())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(Scale(concat!("a whole number from ", $low, " to ", $high), PhantomData)).map(Self)
            }
        }
    };
}

scale! {
    /// 1 to 5.
    Rating = Rating, 1, 5
}
scale! {
    /// 0 to 10.
    Points = Points, 0, 10
}

scale! {
    /// 0 to 3.
    Weight = FacetWeight, 0, 3
}

scale! {
    /// 0 to 3.
    Stakes = Stakes, 0, 3
}

scale! {
    /// 1 to 10.
    Minutes = Minutes, 1, 10
}

/// Reads a number of a scale, saying what was expected instead.
struct Scale<T>(&'static str, PhantomData<T>);

impl<T: TryFrom<u8>> Visitor<'_> for Scale<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        let value = u8::try_from(number).ok().and_then(|number| T::try_from(number).ok());
        value.ok_or_else(|| E::invalid_value(Unexpected::Unsigned(number), &self))
    }
}

/// A rating from 1 to 5, or `na`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::storage::format) struct Answer(pub(in crate::storage::format) profile::Answer);

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            profile::Answer::Rated(rating) => serializer.serialize_u8(rating.value()),
            profile::Answer::NotApplicable => serializer.serialize_str(NOT_APPLICABLE),
        }
    }
}

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnswerVisitor).map(Self)
    }
}

struct AnswerVisitor;

impl Visitor<'_> for AnswerVisitor {
    type Value = profile::Answer;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number from 1 to 5, or \"na\"")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<profile::Answer, E> {
        let rating = u8::try_from(number).ok().and_then(|number| profile::Rating::try_from(number).ok());
        rating.map(profile::Answer::Rated).ok_or_else(|| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<profile::Answer, E> {
        let not_applicable = (text == NOT_APPLICABLE).then_some(profile::Answer::NotApplicable);
        not_applicable.ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

/// A point in time, as RFC 3339 has it: `2026-09-21T12:00:00Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(in crate::storage::format) struct Time(pub(in crate::storage::format) Timestamp);

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TimeVisitor).map(Self)
    }
}

struct TimeVisitor;

impl Visitor<'_> for TimeVisitor {
    type Value = Timestamp;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a time such as 2026-09-21T12:00:00Z")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Timestamp, E> {
        text.parse().ok().ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

/// A day: `2026-11-23`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub(in crate::storage::format) struct Day(pub(in crate::storage::format) Date);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DayVisitor).map(Self)
    }
}

struct DayVisitor;

impl Visitor<'_> for DayVisitor {
    type Value = Date;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a day such as 2026-11-23")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Date, E> {
        text.parse().ok().ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

/// What was counted in a week: `2/4` is done twice of four times that it came up, `~2/4` the same where it was estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::storage::format) struct Count(pub(in crate::storage::format) profile::WeekCount);

impl Serialize for Count {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mark = if self.0.is_estimated() { ESTIMATED } else { "" };
        serializer.collect_str(&format_args!("{mark}{}/{}", self.0.did(), self.0.came()))
    }
}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CountVisitor).map(Self)
    }
}

/// Stands before a count that was estimated.
const ESTIMATED: &str = "~";

struct CountVisitor;

impl Visitor<'_> for CountVisitor {
    type Value = profile::WeekCount;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("how often it was done of how often it came up, such as 2/4 or ~2/4")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<profile::WeekCount, E> {
        let counted = text.strip_prefix(ESTIMATED);
        let number =
            |digits: &str| digits.bytes().all(|digit| digit.is_ascii_digit()).then(|| digits.parse().ok()).flatten();
        let count = || {
            let (did, came) = counted.unwrap_or(text).split_once('/')?;
            profile::WeekCount::new(number(came)?, number(did)?, counted.is_some())
        };
        count().ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

/// A goal level: a whole number from -2 to 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::storage::format) struct Level(pub(in crate::storage::format) profile::GoalLevel);

impl Level {
    /// The level with this number.
    pub(super) fn of(number: i64) -> Option<Self> {
        profile::GoalLevel::ALL.into_iter().find(|level| i64::from(level.value()) == number).map(Self)
    }
}

impl Serialize for Level {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i8(self.0.value())
    }
}

impl<'de> Deserialize<'de> for Level {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LevelVisitor)
    }
}

struct LevelVisitor;

impl Visitor<'_> for LevelVisitor {
    type Value = Level;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number from -2 to 2")
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Level, E> {
        Level::of(number).ok_or_else(|| E::invalid_value(Unexpected::Signed(number), &self))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Level, E> {
        let level = i64::try_from(number).ok().and_then(Level::of);
        level.ok_or_else(|| E::invalid_value(Unexpected::Unsigned(number), &self))
    }
}

/// Hours in a week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::storage::format) struct Hours(pub(in crate::storage::format) profile::Hours);

impl Serialize for Hours {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.0.into())
    }
}

impl<'de> Deserialize<'de> for Hours {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(HoursVisitor).map(Self)
    }
}

struct HoursVisitor;

impl Visitor<'_> for HoursVisitor {
    type Value = profile::Hours;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number of hours from 0 to 168")
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<profile::Hours, E> {
        profile::Hours::try_from(number).ok().ok_or_else(|| E::invalid_value(Unexpected::Float(number), &self))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<profile::Hours, E> {
        let hours = u8::try_from(number).ok().and_then(|hours| profile::Hours::try_from(f64::from(hours)).ok());
        hours.ok_or_else(|| E::invalid_value(Unexpected::Unsigned(number), &self))
    }
}

/// A choice that stands in the file as a word.
macro_rules! words {
    ($name:ident: $($variant:ident = $word:literal),+) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema), schemars(inline))]
        pub(in crate::storage::format) enum $name {
            $(#[serde(rename = $word)] $variant),+
        }

        impl From<profile::$name> for $name {
            fn from(value: profile::$name) -> Self {
                match value {
                    $(profile::$name::$variant => Self::$variant),+
                }
            }
        }

        impl From<$name> for profile::$name {
            fn from(value: $name) -> Self {
                match value {
                    $($name::$variant => Self::$variant),+
                }
            }
        }
    };
}

words!(Form: Quick = "quick", Full = "full");
words!(Part: Behaviour = "behaviour", Situations = "situations", Role = "role", Energy = "energy", Signs = "signs");
words!(Dose: TooLittle = "too-little", Right = "right", TooMuch = "too-much");
words!(SignAnswer: No = "no", Sometimes = "sometimes", Often = "often", Unknown = "unknown");
words!(Aim: Build = "build", CutBack = "cut-back");
words!(Trouble: Cue = "cue", Size = "size", NotMine = "not-mine", NoLonger = "no-longer");
words!(ColleagueView: Better = "better", Same = "same", Worse = "worse");
words!(EndReason: Reviewed = "reviewed", Cue = "cue", Size = "size", NotMine = "not-mine", NoLonger = "no-longer", Other = "other");
words!(
    Weekday: Monday = "monday", Tuesday = "tuesday", Wednesday = "wednesday", Thursday = "thursday", Friday = "friday",
    Saturday = "saturday", Sunday = "sunday"
);
