//! Which comments are published, and with which group.
//!
//! - Nothing is published before five protected raters are there; whether they wrote something does not matter.
//! - A comment says its group only where five raters of it are new in this release. Those that say none must be five as well, or there
//!   must be nobody left whom they could be of: else the smallest of the groups is not named either.
//! - What was published stays as it was. Comments of raters who came since follow when they are five.
//! - A manager's comment says no group, and waits for the five like any other.
//! - Their order is drawn anew in each release.

use std::collections::BTreeSet;

use super::merged::Comment;
use super::replies::{RaterReply, Token};
use super::{Group, LIMIT_SPREAD};
use crate::random::SplitMix;

/// What is published now.
#[derive(Default)]
pub(super) struct Said {
    pub(super) keep: Vec<Comment>,
    pub(super) change: Vec<Comment>,
    /// The raters whose comments these are, also of those who wrote none.
    pub(super) whose: Vec<Token>,
}

/// The comments of raters who are not among those before.
pub(super) fn choose(replies: &[RaterReply], before: &BTreeSet<Token>, random: &mut SplitMix) -> Said {
    let mut new: Vec<&RaterReply> = replies.iter().filter(|reply| !before.contains(&reply.token)).collect();
    if new.iter().filter(|reply| !reply.group.is_identifiable()).count() < LIMIT_SPREAD {
        return Said::default();
    }
    shuffle(&mut new, random);
    let named = named(&new);
    let of = |text: &dyn Fn(&RaterReply) -> String| -> Vec<Comment> {
        let comment = |reply: &&RaterReply| Comment {
            group: Some(reply.group).filter(|group| named.contains(group)),
            text: text(reply),
        };
        new.iter().map(comment).filter(|comment| !comment.text.is_empty()).collect()
    };
    Said {
        keep: of(&|reply| reply.keep.trim().to_owned()),
        change: of(&|reply| reply.change.trim().to_owned()),
        whose: new.iter().map(|reply| reply.token).collect(),
    }
}

/// The groups that comments may name.
fn named(new: &[&RaterReply]) -> Vec<Group> {
    let count = |group: Group| new.iter().filter(|reply| reply.group == group).count();
    let protected: Vec<Group> = Group::ALL.into_iter().filter(|group| !group.is_identifiable()).collect();
    let mut named: Vec<Group> = protected.iter().copied().filter(|group| count(*group) >= LIMIT_SPREAD).collect();
    named.sort_by_key(|group| std::cmp::Reverse(count(*group)));
    let is_manager_among = new.iter().any(|reply| reply.group.is_identifiable());
    loop {
        let rest: usize = protected.iter().filter(|group| !named.contains(group)).map(|group| count(*group)).sum();
        if rest >= LIMIT_SPREAD || (rest == 0 && !is_manager_among) || named.pop().is_none() {
            return named;
        }
    }
}

/// Comments of before and new ones, in an order of chance.
pub(super) fn mixed(before: Option<&Vec<Comment>>, new: Vec<Comment>, random: &mut SplitMix) -> Vec<Comment> {
    let mut all: Vec<Comment> = before.into_iter().flatten().cloned().chain(new).collect();
    shuffle(&mut all, random);
    all
}

/// Fisher and Yates' shuffle.
fn shuffle<T>(all: &mut [T], random: &mut SplitMix) {
    for at in (1..all.len()).rev() {
        all.swap(at, random.below(at + 1));
    }
}
