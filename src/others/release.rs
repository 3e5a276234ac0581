//! Which figures of one question are published.
//!
//! A figure is about one group or about all. It is new when its raters are not those of the figure that was published before. Tried in
//! this order, and the first that gives nobody away ([`disclosure`](super::disclosure)), together with all that was ever published, is
//! taken:
//!
//! 1. all groups with enough raters, and all together;
//! 2. the same without the smallest of these groups, so that who is hidden cannot be worked out from *all*; only where another group is
//!    left to show;
//! 3. all groups with enough raters, without *all*. Who is in a group that is too small is then in no figure;
//! 4. of these figures one after the other those that give nobody away; the others stay as they were published before. So it is where
//!    fewer than three raters came since.

use super::disclosure::{Cell, MOST_FIGURES, is_safe};
use super::{Group, Who};

/// Raters of one group who were in the same figures so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Their group.
    pub group: Group,
    /// How many they are.
    pub count: usize,
    /// Whether they are part of this release. Who was part of an earlier one only still counts for what can be worked out.
    pub is_present: bool,
    /// In which figures they were published so far: bit 0 stands for the first one.
    pub before: u128,
}

/// The figures to publish now, after `before` figures. Each is about all raters present, of its group or of all of them.
pub fn figures(parts: &[Part], before: usize, k: usize) -> Vec<Who> {
    if before + Who::EVERY.len() > MOST_FIGURES {
        // After so many releases nothing more is told: what was published stays.
        return Vec::new();
    }
    let enough = enough(parts, k);
    let groups = |all: &[Group]| all.iter().map(|group| Who::Group(*group)).collect::<Vec<_>>();
    let together = groups_present(parts) > 1;
    let mut plans = vec![groups(&enough)];
    if together {
        if enough.len() > 1 {
            plans.insert(0, [groups(&enough[..enough.len() - 1]), vec![Who::All]].concat());
        }
        plans.insert(0, [groups(&enough), vec![Who::All]].concat());
    }
    let whole = plans.iter().find(|plan| is_safe(&cells(parts, before, plan), k));
    whole.cloned().unwrap_or_else(|| one_by_one(parts, before, k))
}

/// The groups with enough raters, the largest first.
fn enough(parts: &[Part], k: usize) -> Vec<Group> {
    let count = |group: Group| -> usize {
        parts.iter().filter(|part| part.is_present && part.group == group).map(|part| part.count).sum()
    };
    let mut groups: Vec<Group> = Group::ALL.into_iter().filter(|group| count(*group) >= k).collect();
    groups.sort_by_key(|group| std::cmp::Reverse(count(*group)));
    groups
}

fn groups_present(parts: &[Part]) -> usize {
    let has = |group: &Group| parts.iter().any(|part| part.is_present && part.count > 0 && part.group == *group);
    Group::ALL.iter().filter(|group| has(group)).count()
}

fn one_by_one(parts: &[Part], before: usize, k: usize) -> Vec<Who> {
    let mut plan = Vec::new();
    for who in enough(parts, k).into_iter().map(Who::Group).chain([Who::All]) {
        plan.push(who);
        if !is_safe(&cells(parts, before, &plan), k) {
            plan.pop();
        }
    }
    plan
}

/// The raters with the figures that they would be in.
fn cells(parts: &[Part], before: usize, plan: &[Who]) -> Vec<Cell> {
    let bits = |part: &Part| {
        let new = plan.iter().enumerate().filter(|(_, who)| part.is_present && who.holds(part.group));
        new.fold(part.before, |bits, (at, _)| bits | 1 << (before + at))
    };
    parts.iter().map(|part| Cell { count: part.count, figures: bits(part) }).collect()
}

#[cfg(test)]
#[path = "release_tests.rs"]
mod tests;
