//! What raters answered.

use std::collections::BTreeMap;
use std::num::ParseIntError;

use serde::{Deserialize, Serialize};

use super::Group;
use crate::profile::{FacetId, ItemId, Rating};

/// What raters are asked: the structure, without words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RaterQuestions {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// SHA-256 of the structure, in hexadecimal.
    pub hash: String,
    /// The facets in their order, those of the self-audit.
    pub facets: Vec<RaterFacet>,
}

/// A facet with the items about it that others can answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RaterFacet {
    /// The facet.
    pub id: FacetId,
    /// Its items, in the order of the structure.
    pub items: Vec<ItemId>,
}

impl RaterQuestions {
    /// All items, in the order of the structure.
    pub fn items(&self) -> impl Iterator<Item = &ItemId> {
        self.facets.iter().flat_map(|facet| &facet.items)
    }

    /// All items in the order in which they are asked: the first of each facet, then the second of each, with the facets of both sides in
    /// turn.
    pub fn in_order_of_asking(&self) -> Vec<&ItemId> {
        let half = self.facets.len().div_ceil(2);
        let turn: Vec<usize> = (0..half).flat_map(|at| [at, at + half]).filter(|at| *at < self.facets.len()).collect();
        let most = self.facets.iter().map(|facet| facet.items.len()).max().unwrap_or(0);
        (0..most).flat_map(|n| turn.iter().filter_map(move |at| self.facets[*at].items.get(n))).collect()
    }
}

/// What a rater said to an item. No entry means: left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeenAnswer {
    /// How often the person did it.
    Rated(Rating),
    /// There was no occasion.
    NoOccasion,
    /// The rater could not see it.
    NotSeen,
}

/// Stands for one rater in a round, without saying who it is. In files it is 16 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Token(pub u64);

impl From<Token> for String {
    fn from(token: Token) -> Self {
        format!("{:016x}", token.0)
    }
}

impl TryFrom<String> for Token {
    type Error = ParseIntError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        u64::from_str_radix(&text, 16).map(Self)
    }
}

/// The answers of one rater.
#[derive(Clone, Debug, PartialEq)]
pub struct RaterReply {
    /// Whose they are.
    pub token: Token,
    /// The rater's group.
    pub group: Group,
    /// Answers by item.
    pub answers: BTreeMap<ItemId, SeenAnswer>,
    /// What the person should keep doing; empty where nothing was written.
    pub keep: String,
    /// What the person should do more or less of.
    pub change: String,
}

impl RaterReply {
    /// The rating of an item, where there is one.
    pub fn rating(&self, item: &ItemId) -> Option<f64> {
        match self.answers.get(item) {
            Some(SeenAnswer::Rated(rating)) => Some(f64::from(*rating)),
            _ => None,
        }
    }

    /// The mean of a facet, where at least half of its items are rated.
    #[expect(clippy::cast_precision_loss, reason = "a facet has a handful of items")]
    pub(super) fn mean(&self, facet: &RaterFacet) -> Option<f64> {
        let rated: Vec<f64> = facet.items.iter().filter_map(|item| self.rating(item)).collect();
        (!rated.is_empty() && 2 * rated.len() >= facet.items.len())
            .then(|| rated.iter().sum::<f64>() / rated.len() as f64)
    }
}
