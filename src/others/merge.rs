//! From replies to the merged result.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::comments;
use super::merged::{GroupCount, Merged, MergedFacet, Seen, Spread};
use super::release::{self, Part};
use super::replies::{RaterFacet, RaterQuestions, RaterReply, Token};
use super::{ENDS, Group, LIMIT_MEAN, LIMIT_SPREAD, SMALLEST_SPREAD, Who};
use crate::random::SplitMix;

/// All that was published of a round so far. It tells who was in which figure, and stays with the collector.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct History {
    /// The figures about each item, by its id.
    pub items: BTreeMap<String, Vec<Published<ItemMean>>>,
    /// How raters differ in each facet, by its id.
    pub spreads: BTreeMap<String, Vec<Published<Spread>>>,
    /// Whose comments were published.
    pub commented: BTreeSet<Token>,
    /// The last result.
    pub merged: Option<Merged>,
}

/// A figure that was published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Published<T> {
    /// Whom it is about.
    pub who: Who,
    /// The protected raters in it.
    pub raters: BTreeSet<Token>,
    /// What was published.
    pub value: T,
}

/// The mean of one item.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ItemMean {
    /// The mean.
    pub mean: f64,
    /// How many rated it, the manager among them where it is about all.
    pub raters: usize,
}

/// A round to be merged.
#[derive(Clone, Copy, Debug)]
pub struct Round<'a> {
    /// Its id.
    pub id: &'a str,
    /// What was asked.
    pub questions: &'a RaterQuestions,
    /// The replies that count, each of another rater.
    pub replies: &'a [RaterReply],
    /// What was published before.
    pub before: &'a History,
    /// For the order of comments. It has to be another number each time, and is written nowhere.
    pub seed: u64,
}

/// What may be shown, with the history that it leaves.
pub fn merge(round: Round) -> (Merged, History) {
    let mut history = round.before.clone();
    for item in round.questions.items() {
        let rated = |reply: &RaterReply| reply.rating(item).is_some();
        let value = |who: Who| item_mean(round.replies, who, |reply| reply.rating(item));
        renew(history.items.entry(item.as_str().to_owned()).or_default(), round.replies, LIMIT_MEAN, rated, value);
    }
    for facet in &round.questions.facets {
        let scored = |reply: &RaterReply| reply.mean(facet).is_some();
        let value = |who: Who| spread(facet, round.replies, who);
        let of_facet = history.spreads.entry(facet.id.as_str().to_owned()).or_default();
        renew(of_facet, round.replies, LIMIT_SPREAD, scored, value);
    }
    let mut random = SplitMix::new(round.seed);
    let said = comments::choose(round.replies, &history.commented, &mut random);
    let earlier = round.before.merged.as_ref();
    let merged = Merged {
        round: round.id.to_owned(),
        questions: round.questions.id.clone(),
        questions_version: round.questions.version,
        questions_hash: round.questions.hash.clone(),
        release: earlier.map_or(1, |merged| merged.release + 1),
        groups: group_counts(round.replies),
        facets: round.questions.facets.iter().map(|facet| merged_facet(facet, round.replies, &history)).collect(),
        keep: comments::mixed(earlier.map(|merged| &merged.keep), said.keep, &mut random),
        change: comments::mixed(earlier.map(|merged| &merged.change), said.change, &mut random),
    };
    history.commented.extend(said.whose);
    history.merged = Some(merged.clone());
    (merged, history)
}

fn group_counts(replies: &[RaterReply]) -> Vec<GroupCount> {
    let count = |group| replies.iter().filter(|reply| reply.group == group).count();
    let all = Group::ALL.into_iter().map(|group| GroupCount { group, replies: count(group) });
    all.filter(|group| group.replies > 0).collect()
}

/// Adds the figures of this release to those of earlier ones.
fn renew<T>(
    published: &mut Vec<Published<T>>,
    replies: &[RaterReply],
    limit: usize,
    is_in: impl Fn(&RaterReply) -> bool,
    value: impl Fn(Who) -> Option<T>,
) {
    let present: BTreeMap<Token, Group> = replies
        .iter()
        .filter(|reply| !reply.group.is_identifiable() && is_in(reply))
        .map(|reply| (reply.token, reply.group))
        .collect();
    for who in release::figures(&parts(published, &present), published.len(), limit) {
        let raters = present.iter().filter(|(_, group)| who.holds(**group)).map(|(token, _)| *token).collect();
        if let Some(value) = value(who) {
            published.push(Published { who, raters, value });
        }
    }
}

/// The raters of now and of before, those together who were in the same figures.
fn parts<T>(published: &[Published<T>], present: &BTreeMap<Token, Group>) -> Vec<Part> {
    let gone = published.iter().flat_map(|figure| &figure.raters).filter(|token| !present.contains_key(token));
    // The group of who is no longer here does not matter: they are in no new figure.
    let gone: BTreeSet<(Token, Group)> = gone.map(|token| (*token, Group::Others)).collect();
    let mut counts: BTreeMap<(Group, bool, u128), usize> = BTreeMap::new();
    let present = present.iter().map(|(token, group)| (*token, *group, true));
    for (token, group, is_present) in present.chain(gone.into_iter().map(|(token, group)| (token, group, false))) {
        let of = published.iter().enumerate().filter(|(_, figure)| figure.raters.contains(&token));
        let before = of.fold(0_u128, |bits, (at, _)| bits | 1 << at);
        *counts.entry((group, is_present, before)).or_default() += 1;
    }
    let part = |((group, is_present, before), count)| Part { group, count, is_present, before };
    counts.into_iter().map(part).collect()
}

#[expect(clippy::cast_precision_loss, reason = "there are no more raters than people who know somebody")]
fn item_mean(replies: &[RaterReply], who: Who, rating: impl Fn(&RaterReply) -> Option<f64>) -> Option<ItemMean> {
    let rated: Vec<f64> = replies.iter().filter(|reply| who.holds(reply.group)).filter_map(rating).collect();
    let mean = rated.iter().sum::<f64>() / rated.len() as f64;
    (!rated.is_empty()).then_some(ItemMean { mean, raters: rated.len() })
}

/// How raters differ in a facet. Items that fewer than five of them rated are left out of the mean distance.
#[expect(clippy::cast_precision_loss, reason = "there are no more raters than people who know somebody")]
fn spread(facet: &RaterFacet, replies: &[RaterReply], who: Who) -> Option<Spread> {
    // Managers are not protected, so that their part could be taken off.
    let of: Vec<&RaterReply> = replies
        .iter()
        .filter(|reply| who.holds(reply.group) && !reply.group.is_identifiable() && reply.mean(facet).is_some())
        .collect();
    let means: Vec<f64> = of.iter().filter_map(|reply| reply.mean(facet)).collect();
    let distances: Vec<f64> = facet
        .items
        .iter()
        .map(|item| of.iter().filter_map(|reply| reply.rating(item)).collect::<Vec<f64>>())
        .filter(|ratings| ratings.len() >= LIMIT_SPREAD)
        .filter_map(|ratings| super::spread::mean_distance(&ratings))
        .collect();
    let sd = super::spread::standard_deviation(&means)?;
    let ad = distances.iter().sum::<f64>() / distances.len() as f64;
    let raters = means.len();
    (raters >= LIMIT_SPREAD && !distances.is_empty()).then(|| Spread {
        sd: sd.max(SMALLEST_SPREAD),
        ad: ad.max(SMALLEST_SPREAD),
        raters,
    })
}

/// What is shown of a facet: of each of its items the newest figure, where half of them have one.
fn merged_facet(facet: &RaterFacet, replies: &[RaterReply], history: &History) -> MergedFacet {
    let mut seen = Vec::new();
    for who in Group::ALL.into_iter().map(Who::Group).chain([Who::All]) {
        let means: Vec<ItemMean> = match who {
            Who::Group(group) if group.is_identifiable() => {
                facet.items.iter().filter_map(|item| item_mean(replies, who, |reply| reply.rating(item))).collect()
            }
            _ => facet.items.iter().filter_map(|item| newest(&history.items, item.as_str(), who)).collect(),
        };
        let spread = newest(&history.spreads, facet.id.as_str(), who);
        seen.extend(seen_by(who, &means, facet.items.len()).map(|seen| Seen { spread, ..seen }));
    }
    MergedFacet { id: facet.id.clone(), seen }
}

fn newest<T: Copy>(all: &BTreeMap<String, Vec<Published<T>>>, id: &str, who: Who) -> Option<T> {
    all.get(id)?.iter().rev().find(|figure| figure.who == who).map(|figure| figure.value)
}

#[expect(clippy::cast_precision_loss, reason = "a facet has a handful of items")]
fn seen_by(who: Who, means: &[ItemMean], items: usize) -> Option<Seen> {
    let raters = means.iter().map(|item| item.raters).min()?;
    let mean = means.iter().map(|item| item.mean).sum::<f64>() / means.len() as f64;
    let is_protected = !matches!(who, Who::Group(group) if group.is_identifiable());
    let mean = if is_protected { mean.clamp(ENDS.0, ENDS.1) } else { mean };
    (2 * means.len() >= items).then_some(Seen { who, mean, items: means.len(), raters, spread: None })
}

#[cfg(test)]
#[path = "merge_tests.rs"]
mod tests;
