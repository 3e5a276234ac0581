//! The single values of version 1, each with its error text.

use std::fmt;

use jiff::Timestamp;
use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};

/// A whole number on one of the scales, in `u8`.
macro_rules! scale {
    ($(#[$doc:meta])* $name:ident, $low:literal, $high:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub(super) struct $name(pub(super) u8);

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let scale = Scale { low: $low, high: $high };
                deserializer.deserialize_any(scale).map(Self)
            }
        }
    };
}

scale! {
    /// 1 to 5.
    Rating, 1, 5
}
scale! {
    /// 0 to 10.
    Points, 0, 10
}
scale! {
    /// 0 to 3.
    Weight, 0, 3
}

/// Reads a number from `low` to `high`.
struct Scale {
    low: u8,
    high: u8,
}

impl Scale {
    fn holds(&self, number: u64) -> Option<u8> {
        u8::try_from(number).ok().filter(|number| (self.low..=self.high).contains(number))
    }
}

impl Visitor<'_> for Scale {
    type Value = u8;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a whole number from {} to {}", self.low, self.high)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<u8, E> {
        self.holds(number).ok_or_else(|| E::invalid_value(Unexpected::Unsigned(number), &self))
    }
}

/// A rating from 1 to 5, or `na`.
#[derive(Debug, Clone, Copy)]
pub(super) enum Answer {
    /// 1 to 5.
    Rated(Rating),
    /// `na`.
    NotApplicable,
}

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnswerVisitor)
    }
}

struct AnswerVisitor;

impl Visitor<'_> for AnswerVisitor {
    type Value = Answer;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number from 1 to 5, or \"na\"")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Answer, E> {
        let rating = Scale { low: 1, high: 5 }.holds(number);
        let answer = rating.map(|rating| Answer::Rated(Rating(rating)));
        answer.ok_or_else(|| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Answer, E> {
        if text == "na" { Ok(Answer::NotApplicable) } else { Err(E::invalid_value(Unexpected::Str(text), &self)) }
    }
}

/// A point in time in the form of RFC 3339: `2026-09-21T12:00:00Z`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Time(pub(super) Timestamp);

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

/// Hours in a week, 0 to 168.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hours(pub(super) f64);

impl<'de> Deserialize<'de> for Hours {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(HoursVisitor).map(Self)
    }
}

struct HoursVisitor;

impl Visitor<'_> for HoursVisitor {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number of hours from 0 to 168")
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<f64, E> {
        if (0.0..=168.0).contains(&number) {
            // A negative zero is the same as zero.
            Ok(number + 0.0)
        } else {
            Err(E::invalid_value(Unexpected::Float(number), &self))
        }
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<f64, E> {
        let hours = u8::try_from(number).ok().filter(|hours| *hours <= 168);
        hours.map(f64::from).ok_or_else(|| E::invalid_value(Unexpected::Unsigned(number), &self))
    }
}

/// A choice that is written in the file as a word.
macro_rules! words {
    ($name:ident: $($variant:ident = $word:literal),+) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
        pub(super) enum $name {
            $(#[serde(rename = $word)] $variant),+
        }
    };
}

words!(Form: Quick = "quick", Full = "full");
words!(Part: Behaviour = "behaviour", Situations = "situations", Role = "role", Energy = "energy", Signs = "signs");
words!(Dose: TooLittle = "too-little", Right = "right", TooMuch = "too-much");
words!(SignAnswer: No = "no", Sometimes = "sometimes", Often = "often", Unknown = "unknown");
