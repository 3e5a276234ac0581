//! The roles as a whole: each is somebody's best, none is everybody's, and people get the track that they were made for.

use std::collections::BTreeMap;

use evenkeel::profile::RoleId;
use evenkeel::random::SplitMix;
use evenkeel::tracks::{Mix, Person, Track, best};
use serde::Deserialize;

use super::{catalogue, person};

#[derive(Deserialize)]
struct Made {
    who: String,
    track: Track,
    scores: [f64; 8],
    energy: [u8; 8],
}

fn first(person: &Person) -> RoleId {
    best(catalogue().demands(), person, Mix::default()).unwrap().id.clone()
}

#[test]
fn twenty_people_made_by_hand_get_the_track_that_they_were_made_for() {
    let people: Vec<Made> = serde_json::from_str(include_str!("../../fixtures/tracks/people.json")).unwrap();
    assert_eq!(people.len(), 20);
    for made in people {
        let first = first(&person(made.scores.map(Some), made.energy.map(Some)));
        assert_eq!(catalogue().role(&first).unwrap().track, made.track, "{}: {first}", made.who);
    }
}

/// Any score and any energy, all as likely.
fn random_person(random: &mut SplitMix) -> Person {
    let scores = std::array::from_fn(|_| Some(1.0 + f64::from(u8::try_from(random.below(21)).unwrap()) / 5.0));
    person(scores, std::array::from_fn(|_| u8::try_from(random.below(5) + 1).ok()))
}

#[test]
fn of_a_thousand_random_people_every_role_gets_some_and_none_more_than_a_third() {
    let mut random = SplitMix::new(1);
    let mut count: BTreeMap<RoleId, usize> = BTreeMap::new();
    for _ in 0..1_000 {
        *count.entry(first(&random_person(&mut random))).or_default() += 1;
    }
    assert_eq!(count.len(), catalogue().roles.len(), "{count:?}");
    assert!(count.values().all(|n| *n <= 333), "{count:?}");
}
