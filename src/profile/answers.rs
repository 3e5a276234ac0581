//! All answers of one sitting, by id.

use std::collections::BTreeMap;

use super::{Answer, Dose, FacetId, ItemId, Points, Rating, SignAnswer, SignId, SituationId, Stakes};

/// What a person answered. No entry means: not answered.
///
/// An audit keeps them, a table of text is read into them, and scores are made from them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// Answers to items.
    pub items: BTreeMap<ItemId, Answer>,
    /// Seconds that an item was on screen before its answer, where that is known; finite and not below zero.
    pub seconds: BTreeMap<ItemId, f64>,
    /// Points for the management-minded response of each situation.
    pub situations: BTreeMap<SituationId, Points>,
    /// How much the role needs each facet.
    pub needs: BTreeMap<FacetId, Rating>,
    /// How much depends on each facet in the role.
    pub stakes: BTreeMap<FacetId, Stakes>,
    /// Whether the person does enough of each facet.
    pub doses: BTreeMap<FacetId, Dose>,
    /// Whether each facet drains (1) or energises (5).
    pub energy: BTreeMap<FacetId, Rating>,
    /// Signs around the person.
    pub signs: BTreeMap<SignId, SignAnswer>,
}

impl Answers {
    /// How many questions have an answer, items and all others. What a role needs of a facet, how much depends on it and whether the
    /// person does enough of it are three.
    pub fn count(&self) -> usize {
        let others =
            self.needs.len() + self.stakes.len() + self.doses.len() + self.energy.len() + self.situations.len();
        self.items.len() + others + self.signs.len()
    }
}
