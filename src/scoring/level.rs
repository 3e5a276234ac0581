//! From a mean to a level: how often something is done.

use serde::Serialize;

use super::{Estimate, ROUNDING, Scores};
use crate::profile::FacetId;
use crate::tally::{self, Counted};

/// From this mean on, something is done often: nearer to *often* than to *sometimes*. A side is then strong.
pub const OFTEN: f64 = 3.5;
/// Below this mean, something is done seldom: nearer to *seldom* than to *sometimes*. A side is then thin.
pub const SELDOM: f64 = 2.5;

/// How often something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// A mean of [`OFTEN`] or more.
    Often,
    /// In between.
    Sometimes,
    /// Below [`SELDOM`].
    Seldom,
}

impl Level {
    /// The level of a mean.
    pub fn of(mean: f64) -> Self {
        if mean >= OFTEN - ROUNDING {
            Self::Often
        } else if mean < SELDOM - ROUNDING {
            Self::Seldom
        } else {
            Self::Sometimes
        }
    }
}

/// A level that the instrument describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Described {
    /// Level 1.
    One,
    /// Level 3.
    Three,
    /// Level 5.
    Five,
}

/// The described level that a value is nearest to, or on the way to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// Which one.
    pub level: Described,
    /// Whether the value lies between two that are described; it is then on the way to the higher one.
    pub on_the_way: bool,
}

/// The described level nearest to a value from 1 to 5: the value is rounded to a whole level, and 2 and 4 are on the way to the
/// described level above them.
pub fn nearest_level(value: f64) -> Nearest {
    let (level, on_the_way) = match (value + ROUNDING).round() {
        5.0.. => (Described::Five, false),
        4.0.. => (Described::Five, true),
        3.0.. => (Described::Three, false),
        2.0.. => (Described::Three, true),
        _ => (Described::One, false),
    };
    Nearest { level, on_the_way }
}

/// A facet that is done often.
#[derive(Clone, Debug, PartialEq)]
pub struct Often {
    /// Which facet.
    pub facet: FacetId,
    /// Its mean.
    pub mean: f64,
    /// Whether its whole band is at *often*, or only its mean.
    pub sure: bool,
}

/// The facets that are done often, most often first.
pub fn often(scores: &Scores) -> Vec<Often> {
    tally::count(Counted::Scores);
    let mut found: Vec<Often> = scores
        .facets
        .iter()
        .filter_map(|f| {
            let Estimate { mean, low, .. } = f.estimate?;
            let sure = Level::of(low) == Level::Often;
            (Level::of(mean) == Level::Often).then(|| Often { facet: f.id.clone(), mean, sure })
        })
        .collect();
    found.sort_by(|a, b| b.mean.total_cmp(&a.mean));
    found
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{audit, scored};
    use super::*;

    #[test]
    fn often_comes_most_first_and_says_where_it_is_sure() {
        let (instrument, audit) = audit(&[(0, 4), (1, 3), (2, 5)]);
        let found = often(&scored(&instrument, &audit));
        let names: Vec<(&str, bool)> = found.iter().map(|o| (o.facet.as_str(), o.sure)).collect();
        assert_eq!(names, [("performance-monitoring", true), ("resource-allocation", false)]);
    }
}
