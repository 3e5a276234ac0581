//! Plans and notes in version 2.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::super::reading::map;
use super::values::{
    Aim, Answer, ColleagueView, Count, Day, EndReason, Level, Minutes, Rating, Time, Trouble, Weekday,
};
use crate::profile::Extra;

/// One skill to practise, or one role to try. A plan without `begun` is a draft, one without `ended` is under way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(expecting = "an object")]
pub(in crate::storage::format) struct Plan {
    /// Given once, a UUID; no two plans of a file have the same.
    #[cfg_attr(test, schemars(length(min = 1, max = 200)))]
    pub(in crate::storage::format) id: String,
    /// What is practised; where a role is tried, the facet that it asks most.
    #[cfg_attr(test, schemars(length(min = 1, max = 200)))]
    pub(in crate::storage::format) facet: String,
    /// To do more of it, or less.
    pub(in crate::storage::format) aim: Aim,
    /// The role that is tried; missing where a skill is practised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::storage::format) trial: Option<TrialOf>,
    /// The audit from whose result it was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(length(min = 1, max = 200)))]
    pub(in crate::storage::format) audit: Option<String>,
    /// Why this one, in the person's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(test, schemars(length(max = 20_000)))]
    pub(in crate::storage::format) reason: String,
    /// The exercise of the library that it was taken from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(length(min = 1, max = 200)))]
    pub(in crate::storage::format) action: Option<String>,
    /// The occasion: completes "If …".
    #[serde(default)]
    #[cfg_attr(test, schemars(length(max = 20_000)))]
    pub(in crate::storage::format) cue: String,
    /// What is done then: completes "then I …".
    #[serde(default)]
    #[cfg_attr(test, schemars(length(max = 20_000)))]
    pub(in crate::storage::format) deed: String,
    /// How many minutes it takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::storage::format) minutes: Option<Minutes>,
    /// What may get in the way: completes "If … gets in the way".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(test, schemars(length(max = 20_000)))]
    pub(in crate::storage::format) obstacle: String,
    /// What is done then: completes "then I …".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(test, schemars(length(max = 20_000)))]
    pub(in crate::storage::format) instead: String,
    /// What each goal level looks like: `-2` (much less than expected) to `2` (much more).
    #[serde(default, deserialize_with = "map", skip_serializing_if = "BTreeMap::is_empty")]
    pub(in crate::storage::format) goal: BTreeMap<String, String>,
    /// The goal level at the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::storage::format) present: Option<Level>,
    /// The first day.
    pub(in crate::storage::format) start: Day,
    /// The day of the review, not before the start.
    pub(in crate::storage::format) review: Day,
    /// The first day of the weeks that are counted.
    pub(in crate::storage::format) week_start: Weekday,
    /// When it was begun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::storage::format) begun: Option<Time>,
    /// Whether the sentence was said once with the occasion hidden.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(in crate::storage::format) rehearsed: bool,
    /// By the first day of a week: `2/4` is done twice of four times that it came up, `~2/4` the same where it was estimated. A week
    /// that is not there is open, which is not zero.
    #[serde(default, deserialize_with = "map", skip_serializing_if = "BTreeMap::is_empty")]
    pub(in crate::storage::format) weeks: BTreeMap<String, Count>,
    /// Changes of a plan that did not move, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(length(max = 500)))]
    pub(in crate::storage::format) turns: Vec<Turn>,
    /// What the review found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::storage::format) outcome: Option<Outcome>,
    /// Its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::storage::format) ended: Option<Ended>,
    #[serde(flatten)]
    pub(in crate::storage::format) extra: Extra,
}

/// A role that is tried.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(expecting = "an object")]
pub(in crate::storage::format) struct TrialOf {
    /// The trial of the library.
    #[cfg_attr(test, schemars(length(min = 1, max = 200)))]
    pub(in crate::storage::format) id: String,
    /// The role.
    #[cfg_attr(test, schemars(length(min = 1, max = 200)))]
    pub(in crate::storage::format) role: String,
    /// What the person expected it to do to them, 1 (drains) to 5 (energises).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::storage::format) before: Option<Rating>,
    /// What it did to them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::storage::format) after: Option<Rating>,
    /// What surprised them, in their words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(test, schemars(length(max = 20_000)))]
    pub(in crate::storage::format) surprise: String,
    #[serde(flatten)]
    pub(in crate::storage::format) extra: Extra,
}

/// A change of a plan that did not move.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(expecting = "an object")]
pub(in crate::storage::format) struct Turn {
    /// The day.
    pub(in crate::storage::format) on: Day,
    /// What was in the way.
    pub(in crate::storage::format) trouble: Trouble,
    /// The occasion as it was before.
    #[serde(default)]
    #[cfg_attr(test, schemars(length(max = 20_000)))]
    pub(in crate::storage::format) cue: String,
    /// The deed as it was before.
    #[serde(default)]
    #[cfg_attr(test, schemars(length(max = 20_000)))]
    pub(in crate::storage::format) deed: String,
    #[serde(flatten)]
    pub(in crate::storage::format) extra: Extra,
}

/// What the review found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(expecting = "an object")]
pub(in crate::storage::format) struct Outcome {
    /// The goal level that was reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::storage::format) reached: Option<Level>,
    /// The audit in which the facet's items were answered again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(length(min = 1, max = 200)))]
    pub(in crate::storage::format) audit: Option<String>,
    /// By item: how it was then, as seen at the review.
    #[serde(default, deserialize_with = "map", skip_serializing_if = "BTreeMap::is_empty")]
    pub(in crate::storage::format) then: BTreeMap<String, Answer>,
    /// What one colleague says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::storage::format) colleague: Option<ColleagueView>,
    /// In the colleague's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(test, schemars(length(max = 20_000)))]
    pub(in crate::storage::format) colleague_words: String,
    /// In the person's own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(test, schemars(length(max = 20_000)))]
    pub(in crate::storage::format) words: String,
    #[serde(flatten)]
    pub(in crate::storage::format) extra: Extra,
}

/// The end of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(expecting = "an object")]
pub(in crate::storage::format) struct Ended {
    /// When.
    pub(in crate::storage::format) at: Time,
    /// Why.
    pub(in crate::storage::format) why: EndReason,
    /// In the person's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(test, schemars(length(max = 20_000)))]
    pub(in crate::storage::format) words: String,
    #[serde(flatten)]
    pub(in crate::storage::format) extra: Extra,
}

/// What the person wrote down as evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(expecting = "an object")]
pub(in crate::storage::format) struct Note {
    /// Given once, a UUID; no two notes of a file have the same.
    #[cfg_attr(test, schemars(length(min = 1, max = 200)))]
    pub(in crate::storage::format) id: String,
    /// The day of which it tells.
    pub(in crate::storage::format) on: Day,
    /// The facet for which it is evidence.
    #[cfg_attr(test, schemars(length(min = 1, max = 200)))]
    pub(in crate::storage::format) facet: String,
    /// What the occasion was.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(test, schemars(length(max = 20_000)))]
    pub(in crate::storage::format) occasion: String,
    /// What the person did.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(test, schemars(length(max = 20_000)))]
    pub(in crate::storage::format) did: String,
    /// What came of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(test, schemars(length(max = 20_000)))]
    pub(in crate::storage::format) came_of_it: String,
    /// Who saw it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(test, schemars(length(max = 20_000)))]
    pub(in crate::storage::format) seen_by: String,
    #[serde(flatten)]
    pub(in crate::storage::format) extra: Extra,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_false(value: &bool) -> bool {
    !*value
}
