//! A merged result: of one manager, four peers and three reports, made as a collector's program makes it.

use std::path::{Path, PathBuf};

use evenkeel::others::{Group, History, Merged, RaterForm, RaterReply, Round, SeenAnswer, Token, merge};
use evenkeel::profile::Rating;
use evenkeel::storage::format::others::encode;

use super::put;

/// What each group gives each facet on average, in tenths of a point: manager, peers, reports.
const GIVEN: [[usize; 3]; 8] =
    [[36, 39, 40], [33, 36, 34], [31, 33, 32], [30, 34, 36], [28, 29, 27], [30, 30, 30], [33, 30, 32], [42, 44, 43]];

/// The facet about which raters disagree.
const APART: usize = 5;

/// What they wrote: what to keep doing, what to do more or less of.
const WRITTEN: [[&str; 2]; 8] = [
    ["Plans are ready when we need them.", "Say earlier where we are going, and why."],
    ["Always knows who is free, and gives the work to them.", ""],
    ["", "Fewer meetings about numbers that we all know."],
    ["Stays calm when a delivery is late.", "Ask both sides before deciding."],
    ["Gives news straight.", ""],
    [
        "",
        "Tell us what the other sites plan. We hear of it last, and often from the drivers, who had it from somebody else.",
    ],
    ["Listens.", "Speak for us when the head of the region is here."],
    ["The list on the wall. It works.", "Let us try things."],
];

/// The place of a rater's group: manager, peers, reports.
const fn group(rater: usize) -> usize {
    match rater {
        0 => 0,
        1..=4 => 1,
        _ => 2,
    }
}

/// The rating of an item, so that those of a group lie around what it gives.
fn rating(rater: usize, facet: usize, item: usize) -> SeenAnswer {
    if (rater + 3 * item + facet).is_multiple_of(17) {
        return SeenAnswer::NotSeen;
    }
    let tenths = if facet == APART {
        if rater.is_multiple_of(2) { 14 } else { 46 }
    } else {
        GIVEN[facet][group(rater)] + [0, 6, 3, 9, 5][(2 * item + rater + facet) % 5]
    };
    let value = u8::try_from((tenths / 10).clamp(1, 5)).unwrap();
    SeenAnswer::Rated(Rating::try_from(value).unwrap())
}

fn reply(form: &RaterForm, rater: usize) -> RaterReply {
    let facets = form.questions.facets.iter().enumerate();
    let items = facets.flat_map(|(at, facet)| facet.items.iter().enumerate().map(move |(item, id)| (at, item, id)));
    let [keep, change] = WRITTEN[rater].map(str::to_owned);
    RaterReply {
        token: Token(rater as u64 + 1),
        group: [Group::Manager, Group::Peers, Group::Reports][group(rater)],
        answers: items.map(|(facet, item, id)| (id.clone(), rating(rater, facet, item))).collect(),
        keep,
        change,
    }
}

/// The result of so many raters, in the order manager, four peers, three reports.
pub fn merged(raters: usize) -> Merged {
    let form = RaterForm::built_in().unwrap();
    let replies: Vec<RaterReply> = (0..raters).map(|rater| reply(&form, rater)).collect();
    let before = History::default();
    let (id, questions) = ("a1b2c3d4e5f60718", &form.questions);
    merge(Round { id, questions, replies: &replies, before: &before, seed: 7 }).0
}

/// The same as a file in this folder.
pub fn file(folder: &Path, raters: usize) -> PathBuf {
    let path = folder.join("Ana.evenkeel-others");
    put(&path, &encode(&merged(raters)).unwrap());
    path
}

/// The same with one word wherever somebody wrote something.
pub fn file_in_one_word(folder: &Path, raters: usize) -> PathBuf {
    let mut merged = merged(raters);
    merged.keep.iter_mut().chain(&mut merged.change).for_each(|comment| "Sample".clone_into(&mut comment.text));
    "1".clone_into(&mut merged.round);
    let path = folder.join("1.evenkeel-others");
    put(&path, &encode(&merged).unwrap());
    path
}
