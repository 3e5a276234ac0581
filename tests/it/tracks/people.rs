//! People made by hand get the track that they were made for.

use evenkeel::tracks::{Mix, Track, best};
use serde::Deserialize;

use super::{catalogue, person};

#[derive(Deserialize)]
struct Made {
    who: String,
    track: Track,
    scores: [f64; 8],
    energy: [u8; 8],
}

#[test]
fn twenty_people_made_by_hand_get_the_track_that_they_were_made_for() {
    let people: Vec<Made> = serde_json::from_str(include_str!("../../fixtures/tracks/people.json")).unwrap();
    assert_eq!(people.len(), 20);
    let catalogue = catalogue();
    for made in people {
        let person = person(made.scores.map(Some), made.energy.map(Some));
        let first = &best(catalogue.demands(), &person, Mix::default()).unwrap().id;
        assert_eq!(catalogue.role(first).unwrap().track, made.track, "{}: {first}", made.who);
    }
}
