//! Can, want, how sure, flip, drain and the burnout warning.

use evenkeel::instrument::KnownFacet;
use evenkeel::profile::{AuditId, Form};
use evenkeel::tracks::{Assessment, Mix, Person, Role, assess, best};
use proptest::prelude::*;

use super::super::support::{empty_audit, instrument, rated, rating};
use super::{catalogue, person, person_of, role};

const NO_ENERGY: [Option<u8>; 8] = [None; 8];

fn even(score: f64) -> [Option<f64>; 8] {
    [Some(score); 8]
}

#[track_caller]
fn close(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-9, "{a} instead of {b}");
}

#[test]
fn can_is_one_sided() {
    let roles = [role("r", [5, 1, 3, 3, 3, 3, 3, 3], [1, 1, 0, 0, 0, 0, 0, 0])];
    let mut scores = even(3.0);
    let can = |scores| assess(&roles, &person(scores, NO_ENERGY), Mix::default()).fits[0].can.unwrap();
    close(can(scores), 1.0 - 2.0_f64.sqrt() / 4.0);
    scores[1] = Some(5.0);
    close(can(scores), 1.0 - 2.0_f64.sqrt() / 4.0);
    scores[0] = Some(5.0);
    close(can(scores), 1.0);
}

#[test]
fn want_is_two_sided_and_fit_is_between_the_two() {
    let roles = [role("r", [3; 8], [1; 8])];
    let wants = [1, 3, 5].map(|energy| {
        let fit = assess(&roles, &person(even(3.0), [Some(energy); 8]), Mix::new(0.25)).fits[0].clone();
        close(fit.fit.unwrap(), 0.25 * fit.can.unwrap() + 0.75 * fit.want.unwrap());
        fit.want.unwrap()
    });
    for (found, expected) in wants.iter().zip([0.5, 1.0, 0.5]) {
        close(*found, expected);
    }
    let fit = assess(&roles, &person(even(2.0), NO_ENERGY), Mix::new(0.25)).fits[0].clone();
    assert_eq!((fit.want, fit.drain, fit.burnout), (None, None, None));
    assert_eq!(fit.fit, fit.can, "can alone where energy was not asked about");
}

#[test]
fn drain_is_the_share_of_what_is_asked_that_drains() {
    let roles = [role("r", [5, 3, 1, 1, 1, 1, 1, 1], [3, 2, 3, 0, 0, 0, 0, 0])];
    let mut energy = [Some(3); 8];
    let fit = |energy, score| assess(&roles, &person(even(score), energy), Mix::default()).fits[0].clone();
    close(fit(energy, 5.0).drain.unwrap(), 0.0);
    energy[1] = Some(2);
    close(fit(energy, 5.0).drain.unwrap(), 0.25);
    assert_eq!(fit(energy, 5.0).burnout, Some(false));
    energy[0] = Some(1);
    close(fit(energy, 5.0).drain.unwrap(), 1.0);
    assert_eq!(fit(energy, 5.0).burnout, Some(true));
    assert_eq!(fit(energy, 1.0).burnout, Some(false), "who cannot is not warned of doing it");
}

#[test]
fn without_scores_or_weights_nothing_can_be_said_and_nothing_breaks() {
    let weightless = role("weightless", [3; 8], [0; 8]);
    let other = role("other", [5; 8], [1; 8]);
    let both = assess([&weightless, &other], &person(even(1.0), [Some(3); 8]), Mix::default());
    assert_eq!((both.fits[0].can, both.fits[0].fit, both.fits[0].how_sure), (None, None, None));
    assert_eq!((both.fits[0].drain, both.fits[0].burnout), (None, None));
    assert!(both.fits[0].want.is_some(), "what it supplies can still be compared");
    assert_eq!(both.best().unwrap().id, other.id);
    assert_eq!(both.ranked().last().unwrap().id, weightless.id);
    assert_eq!((both.fits[1].how_sure, &both.flip), (Some(1.0), &None));

    let nobody = assess(catalogue().demands(), &person([None; 8], [Some(3); 8]), Mix::default());
    assert!(nobody.best().is_none() && nobody.flip.is_none());
    assert!(nobody.fits.iter().all(|fit| fit.how_sure.is_none()));
    assert!(evenkeel::tracks::tracks_json(&nobody).is_none());
    assert!(assess(&[] as &[Role], &person(even(3.0), NO_ENERGY), Mix::default()).fits.is_empty());
}

#[test]
fn ties_go_to_the_earlier_role() {
    let roles = ["a", "b"].map(|id| role(id, [4, 4, 4, 1, 1, 1, 1, 1], [1; 8]));
    let found = assess(&roles, &person(even(3.0), [Some(3); 8]), Mix::default());
    assert_eq!(found.best().unwrap().id.as_str(), "a");
    assert_eq!(found.fits.iter().map(|f| f.how_sure).collect::<Vec<_>>(), [Some(1.0), Some(0.0)]);
    assert_eq!(found.flip, None);
}

#[test]
fn flip_is_the_smallest_single_change_and_it_does_what_it_says() {
    let a = role("a", [4, 1, 1, 1, 1, 1, 1, 1], [1, 0, 0, 0, 0, 0, 0, 0]);
    let b = role("b", [1, 4, 1, 1, 1, 1, 1, 1], [0, 1, 0, 0, 0, 0, 0, 0]);
    let mut scores = even(3.0);
    scores[0] = Some(3.5);
    let flip = assess([&a, &b], &person(scores, NO_ENERGY), Mix::default()).flip.unwrap();
    assert_eq!((flip.facet.as_str(), flip.to.as_str()), ("resource-allocation", "b"), "ties go to the earlier facet");
    assert!((flip.change + 0.5).abs() < 1e-6, "{}", flip.change);
    scores[0] = Some(4.0);
    scores[1] = Some(1.5);
    let flip = assess([&a, &b], &person(scores, NO_ENERGY), Mix::default()).flip.unwrap();
    assert_eq!(
        (flip.facet.as_str(), flip.to.as_str()),
        ("resource-allocation", "b"),
        "b at its best is no better than a is now"
    );
    assert!((flip.change + 2.5).abs() < 1e-6, "{}", flip.change);
    scores[1] = Some(1.0);
    let found = assess([&a, &b], &person(scores, NO_ENERGY), Mix::default());
    assert_eq!(found.flip, None, "at the very end of the scale they are level, and the earlier one stays first");
}

#[test]
fn a_mix_is_a_share() {
    for (given, kept) in [(-1.0, 0.0), (0.3, 0.3), (7.0, 1.0), (f64::NAN, 0.5)] {
        close(Mix::new(given).can(), kept);
    }
}

#[test]
fn a_what_if_keeps_the_error_and_stays_on_the_scale() {
    let base = person(even(3.0), [Some(3); 8]);
    assert_eq!(
        base.clone().with_mean("performance-monitoring", 9.0),
        base.clone().with_mean("performance-monitoring", 5.0)
    );
    assert_eq!(base.clone().with_mean("no-such-facet", 4.0), base);
    assert_eq!(base.clone().with_mean("resource-allocation", f64::NAN), base);
    assert_eq!(
        base.clone().with_energy("resource-allocation", -3.0),
        base.clone().with_energy("resource-allocation", 1.0)
    );
    assert_ne!(base.clone().with_energy("resource-allocation", 5.0), base);
}

/// An audit with each item of a facet rated alike.
fn rated_person(id: &str, ratings: [u8; 8], energy: [u8; 8]) -> Person {
    let instrument = instrument();
    let mut audit = empty_audit(&instrument, Form::Full);
    audit.id = AuditId::from(id);
    for (at, facet) in instrument.facets.iter().enumerate() {
        audit.answers.items.extend(facet.items.iter().map(|item| (item.clone(), rated(ratings[at]))));
        audit.answers.energy.insert(facet.id.clone(), rating(energy[at]));
    }
    person_of(&instrument, &audit)
}

fn shares(assessment: &Assessment) -> Vec<f64> {
    assessment.fits.iter().filter_map(|fit| fit.how_sure).collect()
}

#[test]
fn the_same_audit_gives_the_same_draws_and_another_one_others() {
    let catalogue = catalogue();
    let of = |id| assess(catalogue.demands(), &rated_person(id, [3; 8], [3; 8]), Mix::default());
    assert_eq!(of("a"), of("a"));
    assert_ne!(shares(&of("a")), shares(&of("b")));
    for (a, b) in shares(&of("a")).into_iter().zip(shares(&of("b"))) {
        assert!((a - b).abs() < 0.06, "{a} and {b}: other draws, the same story");
    }
}

fn eight<T: std::fmt::Debug + Clone + 'static>(
    one: impl Strategy<Value = T> + Clone + 'static,
) -> BoxedStrategy<[T; 8]> {
    prop::collection::vec(one, 8).prop_map(|v| <[T; 8]>::try_from(v).unwrap()).boxed()
}

fn any_role() -> impl Strategy<Value = Role> {
    (eight(1_u8..=5), eight(0_u8..=3)).prop_map(|(demands, weights)| role("any", demands, weights))
}

proptest! {
    // Each case makes thousands of draws.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn raising_a_score_never_lowers_can(
        r in any_role(), scores in eight(1.0..5.0_f64), at in 0..8_usize, more in 0.0..4.0_f64,
    ) {
        let before = person(scores.map(Some), NO_ENERGY);
        let after = before.clone().with_mean(KnownFacet::all().nth(at).unwrap().as_str(), scores[at] + more);
        let can = |p: &Person| assess([&r], p, Mix::default()).fits[0].can;
        prop_assert!(can(&after) >= can(&before));
    }

    #[test]
    fn a_role_that_asks_the_least_can_be_done_by_anyone(weights in eight(1_u8..=3), scores in eight(1.0..5.0_f64)) {
        let least = role("least", [1; 8], weights);
        prop_assert_eq!(assess([&least], &person(scores.map(Some), NO_ENERGY), Mix::default()).fits[0].can, Some(1.0));
    }

    #[test]
    fn every_value_lies_on_its_scale_and_shares_sum_to_1(
        roles in prop::collection::vec(any_role(), 1..6),
        scores in eight(prop::option::of(1.0..=5.0_f64)),
        energy in eight(prop::option::of(1_u8..=5)),
        mix in 0.0..=1.0_f64,
    ) {
        let found = assess(&roles, &person(scores, energy), Mix::new(mix));
        for fit in &found.fits {
            for value in [fit.can, fit.want, fit.fit, fit.how_sure, fit.drain].into_iter().flatten() {
                prop_assert!((0.0..=1.0).contains(&value), "{fit:?}");
            }
            prop_assert_eq!(fit.fit.is_some(), fit.can.is_some());
        }
        if found.best().is_some() {
            prop_assert!((shares(&found).iter().sum::<f64>() - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn a_flip_makes_its_role_the_best(scores in eight(1.0..=5.0_f64), energy in eight(1_u8..=5)) {
        let catalogue = catalogue();
        let before = person(scores.map(Some), energy.map(Some));
        if let Some(flip) = assess(catalogue.demands(), &before, Mix::default()).flip {
            let at = KnownFacet::all().position(|facet| facet.as_str() == flip.facet.as_str()).unwrap();
            // A hair further than the very place at which both fit alike.
            let score = scores[at] + flip.change * (1.0 + 1e-6);
            prop_assert!((1.0 - 1e-5..=5.0 + 1e-5).contains(&score));
            let after = before.with_mean(flip.facet.as_str(), score);
            prop_assert_eq!(&best(catalogue.demands(), &after, Mix::default()).unwrap().id, &flip.to);
        }
    }
}
