//! Can, want, how sure, flip, drain and the burnout warning.

use evenkeel::instrument::KnownFacet;
use evenkeel::profile::{AuditId, Form};
use evenkeel::tracks::{Assessment, Group, Mix, Person, Role, Willing, assess, best};
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
fn want_is_the_mean_energy_of_what_is_asked_and_fit_is_between_the_two() {
    let roles = [role("r", [5, 3, 1, 3, 3, 3, 3, 3], [3, 2, 3, 0, 0, 0, 0, 0])];
    let of = |energy| assess(&roles, &person(even(3.0), energy), Mix::new(0.25)).fits[0].clone();
    let mut energy = [Some(1); 8];
    (energy[0], energy[1]) = (Some(4), Some(2));
    let fit = of(energy);
    // It asks for 3 of the first and for 1 of the second; the third hardly comes up, and the others count for nothing.
    close(fit.want.unwrap(), (3.0 * 0.75 + 1.0 * 0.25) / 4.0);
    close(fit.fit.unwrap(), 0.25 * fit.can.unwrap() + 0.75 * fit.want.unwrap());
    energy[1] = None;
    close(of(energy).want.unwrap(), 0.75);
    energy[0] = None;
    assert_eq!(of(energy).want, None, "nothing that it asks was asked about");
    let fit = assess(&roles, &person(even(2.0), NO_ENERGY), Mix::new(0.25)).fits[0].clone();
    assert_eq!((fit.want, fit.drain, fit.burnout), (None, None, None));
    assert_eq!(fit.fit, fit.can, "can alone where energy was not asked about");
}

#[test]
fn who_is_energised_by_everything_finds_every_role_energising() {
    let catalogue = catalogue();
    for (energy, want, willing) in [(1, 0.0, Willing::Drains), (3, 0.5, Willing::Neither), (5, 1.0, Willing::Energises)]
    {
        for fit in assess(catalogue.demands(), &person(even(3.0), [Some(energy); 8]), Mix::default()).fits {
            close(fit.want.unwrap(), want);
            assert_eq!(fit.willing(), Some(willing), "{}", fit.id);
        }
    }
}

#[test]
fn idle_is_what_energises_and_is_hardly_asked() {
    let roles = [role("r", [1, 2, 2, 2, 3, 5, 1, 1], [0, 1, 0, 3, 1, 1, 1, 1])];
    let energy = [Some(5), Some(4), Some(5), Some(3), Some(5), Some(5), None, Some(4)];
    let found = assess(&roles, &person(even(3.0), energy), Mix::default()).fits[0].clone();
    let idle: Vec<&str> = found.idle.iter().map(evenkeel::profile::FacetId::as_str).collect();
    assert_eq!(idle, ["resource-allocation", "process-implementation", "performance-monitoring", "culture-shaping"]);
    let mut others = energy;
    others.iter_mut().zip(0..8).filter(|(_, at)| [0, 1, 2, 7].contains(at)).for_each(|(energy, _)| *energy = Some(3));
    let fit = |energy| assess(&roles, &person(even(3.0), energy), Mix::default()).fits[0].clone();
    assert!(fit(others).idle.is_empty() && fit(NO_ENERGY).idle.is_empty());
    // It is listed and counts for nothing.
    let before = fit(others).fit;
    others[0] = Some(5);
    assert_eq!((fit(others).fit, fit(others).idle.len()), (before, 1));
}

#[test]
fn drain_is_the_share_of_what_is_asked_that_drains() {
    let roles = [role("r", [5, 3, 1, 1, 1, 1, 1, 1], [3, 2, 0, 0, 0, 0, 0, 0])];
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
    assert_eq!(both.fits[0].want, None, "it asks for nothing, so nothing of it energises");
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
    let (a, b) = (found.fits[0].how_sure.unwrap(), found.fits[1].how_sure.unwrap());
    assert!(a + b > 0.999 && (0.4..0.6).contains(&a), "each may ask a little more or less than it says: {a}, {b}");
    assert_eq!(found.flip, None);
}

#[test]
fn the_first_three_are_three() {
    let three = ["a", "b", "c"].map(|id| role(id, [4, 4, 4, 1, 1, 1, 1, 1], [1, 1, 1, 0, 0, 0, 0, 0]));
    let of = |roles: &[Role]| assess(roles, &person(even(3.0), [Some(3); 8]), Mix::default());
    assert!(of(&three).fits.iter().all(|fit| fit.in_first_three == Some(1.0)), "three roles are always among three");
    let four = assess(catalogue().demands().take(4), &person(even(3.0), [Some(3); 8]), Mix::default());
    let sum: f64 = four.fits.iter().filter_map(|fit| fit.in_first_three).sum();
    close(sum, 3.0);
    assert!(four.fits.iter().all(|fit| fit.in_first_three >= fit.how_sure));
}

#[test]
fn what_a_role_asks_may_be_off_as_well() {
    // Nothing of the person varies here, so all that is unsure comes from the demands.
    let roles = [role("a", [4, 1, 1, 1, 1, 1, 1, 1], [1; 8]), role("b", [1, 4, 1, 1, 1, 1, 1, 1], [1; 8])];
    let mut exact = even(3.0);
    exact[0] = Some(3.2);
    let shares = |scores| shares(&assess(&roles, &sure_person(scores), Mix::default()));
    let close_by = shares(exact);
    assert!(close_by.iter().all(|share| (0.1..0.9).contains(share)), "{close_by:?}");
    exact[0] = Some(5.0);
    exact[1] = Some(1.0);
    assert!(shares(exact)[0] > 0.95, "far apart, they are told apart");
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

/// A person whose scores have no error, without energy.
fn sure_person(scores: [Option<f64>; 8]) -> Person {
    let mut instrument = (*instrument()).clone();
    instrument.assumed.item_sd = 1e-9;
    let nobody = person_of(&instrument, &empty_audit(&instrument, Form::Full));
    KnownFacet::all()
        .zip(scores)
        .fold(nobody, |person, (facet, score)| person.with_mean(facet.as_str(), score.unwrap()))
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
            let shares = [fit.how_sure, fit.in_first_three, fit.as_good];
            for value in [fit.can, fit.want, fit.fit, fit.drain].into_iter().chain(shares).flatten() {
                prop_assert!((0.0..=1.0).contains(&value), "{fit:?}");
            }
            prop_assert_eq!(fit.fit.is_some(), fit.can.is_some());
        }
        if found.best().is_some() {
            prop_assert!((shares(&found).iter().sum::<f64>() - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn groups_hold_every_role_once_in_the_order_of_the_fit(
        roles in prop::collection::vec(any_role(), 1..6),
        scores in eight(prop::option::of(1.0..=5.0_f64)),
        energy in eight(prop::option::of(1_u8..=5)),
    ) {
        let found = assess(&roles, &person(scores, energy), Mix::default());
        let groups = found.groups();
        let listed = Group::ALL.iter().flat_map(|group| groups.of(*group)).chain(&groups.open);
        prop_assert_eq!(listed.copied().collect::<Vec<_>>(), found.ranked());
        for fit in &found.fits {
            // Whenever it comes first, it fits as well as any other.
            prop_assert!(fit.as_good >= fit.how_sure, "{fit:?}");
        }
        if let Some(best) = found.best() {
            prop_assert_eq!(best.as_good, Some(1.0));
            prop_assert_eq!(groups.best.first().copied(), Some(best));
        }
    }

    #[test]
    fn a_role_more_changes_nothing_for_the_draws_of_the_others(
        more in any_role(), scores in eight(1.0..=5.0_f64), energy in eight(1_u8..=5),
    ) {
        let (catalogue, person) = (catalogue(), person(scores.map(Some), energy.map(Some)));
        let before = assess(catalogue.demands().take(6), &person, Mix::default());
        let after = assess(catalogue.demands().take(6).chain([&more]), &person, Mix::default());
        for (before, after) in before.fits.iter().zip(&after.fits) {
            prop_assert_eq!((before.can, before.want, &before.idle), (after.can, after.want, &after.idle));
            prop_assert!(after.how_sure <= before.how_sure, "no draw is won that was lost before");
        }
        // What the others lose in the first place, the new one has.
        let sum = |fits: &Assessment| shares(fits).iter().take(6).sum::<f64>();
        let gained = after.fits[6].how_sure.unwrap_or(0.0);
        prop_assert!((sum(&before) - sum(&after) - gained).abs() < 1e-9);
    }

    #[test]
    fn want_lies_between_the_least_and_the_most_energy(r in any_role(), energy in eight(1_u8..=5)) {
        let found = assess([&r], &person(even(3.0), energy.map(Some)), Mix::default()).fits[0].want;
        let share = |energy: u8| (f64::from(energy) - 1.0) / 4.0;
        let (least, most) = (share(*energy.iter().min().unwrap()), share(*energy.iter().max().unwrap()));
        prop_assert!(found.is_none_or(|want| (least - 1e-9..=most + 1e-9).contains(&want)), "{found:?}");
    }

    #[test]
    fn energy_that_is_alike_everywhere_is_what_every_role_gives(r in any_role(), energy in 1_u8..=5) {
        let found = assess([&r], &person(even(3.0), [Some(energy); 8]), Mix::default()).fits[0].want;
        prop_assert!(found.is_none_or(|want| (want - (f64::from(energy) - 1.0) / 4.0).abs() < 1e-9), "{found:?}");
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
