//! What a person can answer.

use serde::{Deserialize, Serialize};

/// A rating on the five-point scale: 1 to 5 by construction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Rating(u8);

impl Rating {
    /// The five ratings, lowest first.
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// The rating as a number from 1 to 5.
    pub const fn value(self) -> u8 {
        self.0
    }

    /// The rating's place in a list of five, 0 to 4.
    pub const fn index(self) -> usize {
        self.0 as usize - 1
    }
}

impl From<Rating> for f64 {
    fn from(rating: Rating) -> Self {
        Self::from(rating.0)
    }
}

impl From<Rating> for u8 {
    fn from(rating: Rating) -> Self {
        rating.0
    }
}

impl TryFrom<u8> for Rating {
    type Error = OutOfRange;

    fn try_from(value: u8) -> Result<Self, OutOfRange> {
        if (1..=5).contains(&value) { Ok(Self(value)) } else { Err(OutOfRange { value, low: 1, high: 5 }) }
    }
}

/// Points from 0 to 10 that the management-minded response of a situation got; the leadership-minded one got the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Points(u8);

impl Points {
    /// How many points there are to split.
    pub const TOTAL: u8 = 10;

    /// The points for the management-minded response, 0 to 10.
    pub const fn management(self) -> u8 {
        self.0
    }

    /// The points for the leadership-minded response, 0 to 10.
    pub const fn leadership(self) -> u8 {
        Self::TOTAL - self.0
    }
}

impl From<Points> for u8 {
    fn from(points: Points) -> Self {
        points.0
    }
}

impl TryFrom<u8> for Points {
    type Error = OutOfRange;

    fn try_from(value: u8) -> Result<Self, OutOfRange> {
        if value <= Self::TOTAL { Ok(Self(value)) } else { Err(OutOfRange { value, low: 0, high: Self::TOTAL }) }
    }
}

/// A whole number from 0 to 3.
macro_rules! four_steps {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "u8", into = "u8")]
        pub struct $name(u8);

        impl $name {
            /// All four, lowest first.
            pub const ALL: [Self; 4] = [Self(0), Self(1), Self(2), Self(3)];

            /// As a number from 0 to 3.
            pub const fn value(self) -> u8 {
                self.0
            }
        }

        impl From<$name> for f64 {
            fn from(step: $name) -> Self {
                Self::from(step.0)
            }
        }

        impl From<$name> for u8 {
            fn from(step: $name) -> Self {
                step.0
            }
        }

        impl TryFrom<u8> for $name {
            type Error = OutOfRange;

            fn try_from(value: u8) -> Result<Self, OutOfRange> {
                if value <= 3 { Ok(Self(value)) } else { Err(OutOfRange { value, low: 0, high: 3 }) }
            }
        }
    };
}

four_steps! {
    /// How much a facet counts in a role: 0 (not at all) to 3 (the role stands or falls with it).
    FacetWeight
}

four_steps! {
    /// How much depends on a facet in the person's role: 0 (hardly anything) to 3 (most of it).
    Stakes
}

/// How many minutes a deed takes: 1 to 10 by construction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minutes(u8);

impl Minutes {
    /// The most that a deed takes.
    pub const MOST: u8 = 10;
}

impl From<Minutes> for u8 {
    fn from(minutes: Minutes) -> Self {
        minutes.0
    }
}

impl TryFrom<u8> for Minutes {
    type Error = OutOfRange;

    fn try_from(value: u8) -> Result<Self, OutOfRange> {
        if (1..=Self::MOST).contains(&value) {
            Ok(Self(value))
        } else {
            Err(OutOfRange { value, low: 1, high: Self::MOST })
        }
    }
}

/// Hours in a week: a number from 0 to 168.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Hours(f64);

impl Hours {
    /// The number of hours in a week.
    pub const MAX: f64 = 168.0;
}

impl From<Hours> for f64 {
    fn from(hours: Hours) -> Self {
        hours.0
    }
}

impl TryFrom<f64> for Hours {
    type Error = NoHours;

    fn try_from(value: f64) -> Result<Self, NoHours> {
        // Minus zero is written as zero.
        if (0.0..=Self::MAX).contains(&value) { Ok(Self(value + 0.0)) } else { Err(NoHours(value.to_string())) }
    }
}

/// A number that cannot be hours in a week.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not a number of hours in a week, from 0 to 168")]
pub struct NoHours(String);

/// A number outside its scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{value} is outside the scale from {low} to {high}")]
pub struct OutOfRange {
    value: u8,
    low: u8,
    high: u8,
}

/// The answer to an item. An unanswered item has no entry, so it is neither of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// How often the person did it.
    Rated(Rating),
    /// There was no occasion for it in this person's work. It does not change any mean.
    NotApplicable,
}

impl Answer {
    /// The rating, where there is one.
    pub const fn rating(self) -> Option<Rating> {
        match self {
            Self::Rated(rating) => Some(rating),
            Self::NotApplicable => None,
        }
    }
}

/// How much of a facet the person does, for what is needed now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dose {
    /// Less than is needed.
    TooLittle,
    /// About what is needed.
    Right,
    /// More than is needed.
    TooMuch,
}

impl Dose {
    /// In the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::TooLittle, Self::Right, Self::TooMuch];
}

/// How much of a sign shows around the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignAnswer {
    /// Not at all.
    No,
    /// Sometimes.
    Sometimes,
    /// Often.
    Often,
    /// The person does not know.
    Unknown,
}

impl SignAnswer {
    /// In the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::No, Self::Sometimes, Self::Often, Self::Unknown];
}
