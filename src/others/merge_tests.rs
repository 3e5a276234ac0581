use super::super::merged::Comment;
use super::super::proof::{Column, gives_away};
use super::super::replies::SeenAnswer;
use super::*;
use crate::profile::{ItemId, Rating};

fn questions() -> RaterQuestions {
    let facet = |name: &str| RaterFacet {
        id: name.into(),
        items: (1..=4).map(|n| ItemId::from(format!("{name}-{n}"))).collect(),
    };
    let facets = ["a", "b", "c", "d", "e", "f", "g", "h"].map(facet).to_vec();
    RaterQuestions { id: "test".into(), version: 1, hash: String::new(), facets }
}

fn rating(value: usize) -> SeenAnswer {
    SeenAnswer::Rated(Rating::try_from(u8::try_from(value).unwrap()).unwrap())
}

/// A reply with random answers, a few of them left open.
fn reply(token: u64, group: Group, random: &mut SplitMix) -> RaterReply {
    let questions = questions();
    let answer = |random: &mut SplitMix| match random.below(8) {
        0 => SeenAnswer::NotSeen,
        1 => SeenAnswer::NoOccasion,
        more => rating(1 + more % 5),
    };
    let answers = questions.items().map(|item| (item.clone(), answer(random))).collect();
    RaterReply { token: Token(token), group, answers, keep: format!("keep {token}"), change: String::new() }
}

fn replies(sizes: [usize; 4], random: &mut SplitMix) -> Vec<RaterReply> {
    let groups = Group::ALL.into_iter().zip(sizes).flat_map(|(group, size)| std::iter::repeat_n(group, size));
    groups.enumerate().map(|(at, group)| reply(at as u64, group, random)).collect()
}

fn merged(replies: &[RaterReply], before: &History) -> (Merged, History) {
    merge(Round { id: "r", questions: &questions(), replies, before, seed: 5 })
}

/// Checks each item and each facet of a history by the second proof.
fn check(history: &History, what: &str) {
    let sets = |all: &BTreeSet<Token>, figures: &[&BTreeSet<Token>]| -> Vec<Column> {
        let mut counts: BTreeMap<Vec<bool>, usize> = BTreeMap::new();
        for token in all {
            *counts.entry(figures.iter().map(|figure| figure.contains(token)).collect()).or_default() += 1;
        }
        counts.into_iter().map(|(rows, count)| Column { count, rows }).collect()
    };
    let channels = history.items.values().map(|all| (all.iter().map(|f| &f.raters).collect::<Vec<_>>(), LIMIT_MEAN));
    let spreads = history.spreads.values().map(|all| (all.iter().map(|f| &f.raters).collect::<Vec<_>>(), LIMIT_SPREAD));
    for (figures, k) in channels.chain(spreads) {
        let all: BTreeSet<Token> = figures.iter().flat_map(|figure| figure.iter().copied()).collect();
        assert!(!gives_away(&sets(&all, &figures), k), "{what}");
    }
}

#[test]
fn two_reports_leave_no_trace_but_their_number() {
    let mut random = SplitMix::new(1);
    let mut replies = replies([1, 4, 2, 0], &mut random);
    let (first, history) = merged(&replies, &History::default());
    check(&history, "a manager, four peers, two reports");
    let reports = GroupCount { group: Group::Reports, replies: 2 };
    assert!(first.groups.contains(&reports));
    let who: BTreeSet<Who> = first.facets.iter().flat_map(|facet| &facet.seen).map(|seen| seen.who).collect();
    assert!(who.contains(&Who::Group(Group::Manager)) && who.contains(&Who::Group(Group::Peers)), "{who:?}");
    assert!(!who.contains(&Who::Group(Group::Reports)));
    // An item that only three peers rated may be about six together; so what is checked is what cannot be worked out.
    for answers in 0..50 {
        let mut other = replies.clone();
        for reply in other.iter_mut().filter(|reply| reply.group == Group::Reports) {
            for answer in reply.answers.values_mut() {
                if matches!(answer, SeenAnswer::Rated(_)) {
                    *answer = rating(1 + (answers + random.below(5)) % 5);
                }
            }
        }
        let (now, _) = merged(&other, &History::default());
        let of_peers = |merged: &Merged| -> Vec<Option<f64>> {
            let peers = Who::Group(Group::Peers);
            merged.facets.iter().map(|facet| merged.seen(&facet.id, peers).map(|seen| seen.mean)).collect()
        };
        assert_eq!(of_peers(&now), of_peers(&first));
    }
    // With every item rated by everybody, nothing at all comes from them.
    for reply in &mut replies {
        for answer in reply.answers.values_mut() {
            *answer = rating(1 + random.below(5));
        }
    }
    let (first, _) = merged(&replies, &History::default());
    for reply in replies.iter_mut().filter(|reply| reply.group == Group::Reports) {
        reply.answers.values_mut().for_each(|answer| *answer = rating(1 + random.below(5)));
    }
    assert_eq!(merged(&replies, &History::default()).0, first);
}

#[test]
fn a_mean_needs_three_ratings_of_the_item_and_a_facet_half_of_its_items() {
    let mut random = SplitMix::new(2);
    let mut replies = replies([0, 3, 0, 0], &mut random);
    for (at, reply) in replies.iter_mut().enumerate() {
        let rated = |item: &ItemId| match item.as_str() {
            "a-1" => rating([1, 2, 3][at]),
            "a-2" => rating([3, 3, 5][at]),
            "a-3" if at > 0 => rating(5),
            "b-1" => rating(4),
            _ => SeenAnswer::NotSeen,
        };
        let items: Vec<ItemId> = reply.answers.keys().cloned().collect();
        reply.answers = items.into_iter().map(|item| (item.clone(), rated(&item))).collect();
    }
    let (merged, history) = merged(&replies, &History::default());
    let peers = Who::Group(Group::Peers);
    let seen = *merged.seen(&"a".into(), peers).unwrap();
    assert_eq!((seen.items, seen.raters, seen.spread), (2, 3, None));
    assert!((seen.mean - f64::midpoint(2.0, 11.0 / 3.0)).abs() < 1e-12, "{seen:?}");
    assert!(history.items["a-3"].is_empty(), "two raters only");
    assert_eq!(merged.seen(&"b".into(), peers), None, "one item of four");
    assert!(merged.keep.is_empty(), "three raters show no comments");
}

#[test]
fn ends_and_spreads_do_not_say_that_all_agree() {
    let mut random = SplitMix::new(3);
    let mut replies = replies([1, 5, 0, 0], &mut random);
    for reply in &mut replies {
        reply.answers.values_mut().for_each(|answer| *answer = rating(5));
    }
    let (merged, _) = merged(&replies, &History::default());
    let peers = merged.seen(&"a".into(), Who::Group(Group::Peers)).unwrap();
    let spread = peers.spread.unwrap();
    assert_eq!((peers.mean, spread.sd, spread.ad), (4.8, 0.1, 0.1));
    let manager = merged.seen(&"a".into(), Who::Group(Group::Manager)).unwrap();
    assert!((manager.mean - 5.0).abs() < 1e-12, "{manager:?}");
}

#[test]
fn comments_name_a_group_only_from_five_on() {
    let mut random = SplitMix::new(4);
    let named = |sizes: [usize; 4], random: &mut SplitMix| {
        let replies = replies(sizes, random);
        let (merged, _) = merged(&replies, &History::default());
        let mut groups: Vec<Option<Group>> = merged.keep.iter().map(|comment| comment.group).collect();
        groups.sort();
        groups.dedup();
        (merged.keep.len(), groups)
    };
    assert_eq!(named([1, 4, 0, 0], &mut random), (0, vec![]), "a manager does not make five");
    assert_eq!(named([0, 5, 0, 0], &mut random), (5, vec![Some(Group::Peers)]));
    assert_eq!(named([1, 5, 0, 0], &mut random), (6, vec![None]), "else the one without a group were the manager's");
    assert_eq!(named([0, 6, 2, 0], &mut random), (8, vec![None]), "else those without a group were two");
    assert_eq!(named([0, 6, 2, 3], &mut random), (11, vec![None, Some(Group::Peers)]));
    assert_eq!(named([1, 6, 5, 2], &mut random), (14, vec![None, Some(Group::Peers)]));
}

#[test]
fn comments_of_before_stay_and_new_ones_wait_for_five() {
    let mut random = SplitMix::new(5);
    let all = replies([0, 14, 0, 0], &mut random);
    let (first, history) = merged(&all[..5], &History::default());
    let (second, history) = merged(&all[..9], &history);
    let sorted = |comments: &[Comment]| {
        let mut texts: Vec<String> = comments.iter().map(|comment| comment.text.clone()).collect();
        texts.sort();
        texts
    };
    assert_eq!(sorted(&second.keep), sorted(&first.keep));
    let (third, _) = merged(&all[..10], &history);
    assert_eq!(third.keep.len(), 10);
    assert_eq!((first.release, second.release, third.release), (1, 2, 3));
}

#[test]
fn the_order_of_comments_is_that_of_chance() {
    let mut random = SplitMix::new(6);
    let all = replies([0, 8, 0, 0], &mut random);
    let (questions, before) = (questions(), History::default());
    let order = |seed, replies: &[RaterReply]| {
        let round = Round { id: "r", questions: &questions, replies, before: &before, seed };
        merge(round).0.keep.iter().map(|comment| comment.text.clone()).collect::<Vec<_>>()
    };
    assert_eq!(order(1, &all), order(1, &all));
    assert_ne!(order(1, &all), order(2, &all));
    let mut firsts: BTreeMap<String, usize> = BTreeMap::new();
    for seed in 0..800 {
        *firsts.entry(order(seed, &all).swap_remove(0)).or_default() += 1;
    }
    assert!(firsts.len() == 8 && firsts.values().all(|count| (60..140).contains(count)), "{firsts:?}");
}

#[test]
fn fewer_than_three_new_raters_change_nothing_of_what_was_shown() {
    let mut random = SplitMix::new(7);
    let mut all = replies([0, 9, 0, 0], &mut random);
    for reply in &mut all {
        reply.answers.values_mut().for_each(|answer| *answer = rating(2 + random.below(3)));
    }
    let (first, history) = merged(&all[..4], &History::default());
    let (second, history) = merged(&all[..6], &history);
    let means = |merged: &Merged| -> Vec<f64> {
        merged.facets.iter().flat_map(|facet| &facet.seen).map(|seen| seen.mean).collect()
    };
    assert_eq!(means(&second), means(&first), "two more");
    let (third, history) = merged(&all[..7], &history);
    assert_ne!(means(&third), means(&first), "three more");
    check(&history, "three releases");
}

#[test]
fn random_rounds_give_nobody_away_item_by_item() {
    let mut random = SplitMix::new(8);
    for number in 0..60 {
        let sizes = [random.below(2), random.below(7), random.below(7), random.below(7)];
        let mut all = replies(sizes, &mut random);
        let mut history = History::default();
        for _ in 0..3 {
            let (_, then) = merged(&all, &history);
            history = then;
            for _ in 0..random.below(5) {
                let group = Group::ALL[random.below(4)];
                all.push(reply(all.len() as u64 + 100, group, &mut random));
            }
            if random.below(3) == 0 && !all.is_empty() {
                all.swap_remove(random.below(all.len()));
            }
        }
        check(&history, &format!("round {number}, {sizes:?}"));
    }
}
