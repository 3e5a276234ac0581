//! The roles as a whole: of many people made by chance, every role fits some best, and none fits more than a quarter of them best.
//! `tests/content/tracks.py` asks the same with other random numbers, and says more.

use std::collections::BTreeMap;

use evenkeel::random::SplitMix;
use evenkeel::tracks::{Group, Mix, Person, assess, best, track_shares};

use super::{catalogue, person};

const PEOPLE: usize = 1_000;

/// Any score and any energy, all as likely, each by itself.
fn random_person(random: &mut SplitMix) -> Person {
    let scores = std::array::from_fn(|_| Some(1.0 + 4.0 * random.unit()));
    person(scores, std::array::from_fn(|_| u8::try_from(random.below(5) + 1).ok()))
}

/// Scores about 3.4 ± 0.6 that hang together by 0.5 from facet to facet; energies about 3.4 ± 1, by 0.3 with the score of their facet.
fn lifelike_person(random: &mut SplitMix) -> Person {
    let (common, half) = (random.normals().0, 0.5_f64.sqrt());
    let both: [(f64, f64); 8] = std::array::from_fn(|_| {
        let (own, other) = random.normals();
        let score = half * common + half * own;
        (score, 0.3 * score + 0.91_f64.sqrt() * other)
    });
    let scores = both.map(|(score, _)| Some((3.4 + 0.6 * score).clamp(1.0, 5.0)));
    let answer = |energy: f64| {
        (1_u8..=5).min_by(|a, b| (energy - f64::from(*a)).abs().total_cmp(&(energy - f64::from(*b)).abs()))
    };
    person(scores, both.map(|(_, energy)| answer(3.4 + energy)))
}

/// For how many of the people each role comes first.
fn firsts(seed: u64, make: fn(&mut SplitMix) -> Person) -> BTreeMap<String, usize> {
    let (catalogue, mut random) = (catalogue(), SplitMix::new(seed));
    let mut count: BTreeMap<String, usize> = catalogue.demands().map(|role| (role.id.to_string(), 0)).collect();
    for _ in 0..PEOPLE {
        let first = best(catalogue.demands(), &make(&mut random), Mix::default()).unwrap();
        *count.get_mut(first.id.as_str()).unwrap() += 1;
    }
    count
}

#[track_caller]
fn some_for_each_and_no_more_than_a_quarter(make: fn(&mut SplitMix) -> Person) {
    let count = firsts(1, make);
    assert!(count.values().all(|n| (1..=PEOPLE / 4).contains(n)), "{count:?}");
}

#[test]
fn of_a_thousand_random_people_every_role_gets_some_and_none_more_than_a_quarter() {
    some_for_each_and_no_more_than_a_quarter(random_person);
}

#[test]
fn of_a_thousand_lifelike_people_every_role_gets_some_and_none_more_than_a_quarter() {
    some_for_each_and_no_more_than_a_quarter(lifelike_person);
}

/// The lifelike people are what they are said to be, or the test above would be about others.
#[test]
fn lifelike_people_are_lifelike() {
    let mut random = SplitMix::new(2);
    let facet = evenkeel::instrument::KnownFacet::RiskMitigation;
    let scores: Vec<f64> = (0..PEOPLE).map(|_| lifelike_person(&mut random).mean(facet).unwrap()).collect();
    let mean = scores.iter().sum::<f64>() / 1e3;
    let spread = (scores.iter().map(|score| (score - mean).powi(2)).sum::<f64>() / 1e3).sqrt();
    assert!((mean - 3.4).abs() < 0.06 && (spread - 0.6).abs() < 0.05, "{mean}, {spread}");
}

/// The groups follow from the error: whoever is sure of little gets a long first group, and nobody gets an empty one.
#[test]
fn groups_and_shares_hold_for_a_crowd() {
    let (catalogue, mut random) = (catalogue(), SplitMix::new(2));
    let mut sizes = [0; 3];
    for _ in 0..30 {
        let assessment = assess(catalogue.demands(), &lifelike_person(&mut random), Mix::default());
        let groups = assessment.groups();
        let ranked: Vec<_> = Group::ALL.iter().flat_map(|group| groups.of(*group)).map(|fit| &fit.id).collect();
        assert_eq!(ranked, assessment.ranked().iter().map(|fit| &fit.id).collect::<Vec<_>>());
        assert_eq!(groups.group(&assessment.best().unwrap().id), Some(Group::Best));
        let shares = track_shares(&assessment, &catalogue).unwrap();
        let all: f64 = shares.tracks.iter().map(|it| it.share).sum();
        assert!((all - 1.0).abs() < 1e-9 && shares.own < 1e-9 && shares.now.is_none(), "{shares:?}");
        for (size, group) in sizes.iter_mut().zip(Group::ALL) {
            *size += groups.of(group).len();
        }
    }
    assert!(sizes.iter().all(|size| *size >= 30), "all three groups have members for most people: {sizes:?}");
}
