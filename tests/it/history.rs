//! Changes over time, against values of `SciPy` and of the formulas (`tests/golden/history.py`), and what holds for any two audits.

use evenkeel::profile::{Answer, Audit, Form};
use evenkeel::random::SplitMix;
use evenkeel::scoring::history::{
    Audited, Compared, Occasions, compare, difference_by_chance, gain, is_larger_than_chance, reliability, z_for_all,
};
use evenkeel::scoring::{Confidence, Estimate, change, standard_error};
use proptest::prelude::*;
use serde::Deserialize;

use super::support::{empty_audit, instrument, rated};

#[derive(Deserialize)]
struct Golden {
    fisher: Vec<Fisher>,
    jeffreys: Vec<Jeffreys>,
    pairs: Vec<Pair>,
    for_all: Vec<ForAll>,
    many: Many,
}

#[derive(Deserialize)]
struct Fisher {
    before: (u32, u32),
    now: (u32, u32),
    p: f64,
}

#[derive(Deserialize)]
struct Jeffreys {
    n: u32,
    x: u32,
    confidence: f64,
    low: f64,
    high: f64,
}

#[derive(Deserialize)]
struct Pair {
    r: f64,
    items: (usize, usize),
    means: (f64, f64),
    others: f64,
    confidence: f64,
    difference: f64,
    reliable: f64,
    larger_than_error: bool,
    reliability: f64,
    expected: f64,
    gain: f64,
    gain_se: f64,
    gain_beyond_error: bool,
}

#[derive(Deserialize)]
struct ForAll {
    confidence: f64,
    count: usize,
    z: f64,
}

#[derive(Deserialize)]
struct Many {
    count: u32,
    beyond: u32,
    differences: f64,
    reliable: f64,
    gains: f64,
    gains_beyond: u32,
}

fn golden() -> Golden {
    serde_json::from_str(include_str!("../fixtures/golden/history.json")).unwrap()
}

fn confidence(share: f64) -> Confidence {
    Confidence::ALL.into_iter().find(|it| (it.share() - share).abs() < 1e-9).unwrap()
}

fn occasions((came, took): (u32, u32)) -> Occasions {
    Occasions::new(came, took).unwrap()
}

fn score(mean: f64, sem: f64) -> Estimate {
    Estimate { mean, sem, low: mean, high: mean }
}

#[test]
fn two_shares_are_compared_as_scipy_does() {
    for Fisher { before, now, p } in golden().fisher {
        let found = difference_by_chance(occasions(before), occasions(now));
        assert!((found - p).abs() < 1e-9, "{before:?} {now:?}: {found} instead of {p}");
        let back = difference_by_chance(occasions(now), occasions(before));
        assert!((found - back).abs() < 1e-9, "{before:?} {now:?}: the other way round {back}");
    }
}

#[test]
fn the_interval_of_a_share_is_that_of_scipy() {
    for Jeffreys { n, x, confidence: share, low, high } in golden().jeffreys {
        let found = occasions((n, x)).share(confidence(share)).unwrap();
        assert!((found.low - low).abs() < 1e-7 && (found.high - high).abs() < 1e-7, "{x} of {n}: {found:?}");
        assert!(found.low <= found.share && found.share <= found.high, "{found:?}");
    }
    assert_eq!(occasions((0, 0)).share(Confidence::P90), None);
    assert_eq!(Occasions::new(2, 3), None);
}

#[test]
fn a_change_and_a_gain_agree_with_their_formulas() {
    for pair in golden().pairs {
        let z = confidence(pair.confidence).z();
        let [first, second] = [pair.items.0, pair.items.1].map(|items| standard_error(0.95, pair.r, items));
        let (from, to) = (score(pair.means.0, first), score(pair.means.1, second));
        let found = change(from, to, z);
        assert!((found.difference - pair.difference).abs() < 1e-9 && (found.reliable - pair.reliable).abs() < 1e-9);
        assert_eq!(found.is_beyond_error, pair.larger_than_error);
        let rel = reliability(pair.r, pair.items.0);
        let found = gain(from, to, pair.others, rel, z);
        assert!((rel - pair.reliability).abs() < 1e-9 && (found.expected - pair.expected).abs() < 1e-9);
        assert!((found.gain - pair.gain).abs() < 1e-9 && (found.se - pair.gain_se).abs() < 1e-9);
        assert_eq!(found.is_beyond_error, pair.gain_beyond_error);
    }
}

#[test]
fn all_facets_together_can_be_held_to_the_confidence() {
    for ForAll { confidence: share, count, z } in golden().for_all {
        let found = z_for_all(confidence(share), count);
        assert!((found - z).abs() < 1e-6, "{count}: {found} instead of {z}");
    }
    assert!((z_for_all(Confidence::P90, 0) - Confidence::P90.z()).abs() < 1e-6);
}

/// Ten thousand pairs, which two programs draw from the same generator.
#[test]
fn ten_thousand_pairs_sum_up_to_the_same() {
    let (mut draws, many) = (SplitMix::new(7), golden().many);
    let (error, rel, z) = (standard_error(0.95, 0.35, 5), reliability(0.35, 5), Confidence::P90.z());
    let (mut beyond, mut gains_beyond) = (0, 0);
    let (mut differences, mut reliable, mut gains) = (0.0, 0.0, 0.0);
    for _ in 0..many.count {
        let mut mean = || (0..5).map(|_| f64::from(u8::try_from(1 + draws.below(5)).unwrap())).sum::<f64>() / 5.0;
        let (from, to) = (score(mean(), error), score(mean(), error));
        let others = 1.0 + f64::from(u16::try_from(draws.below(401)).unwrap()) / 100.0;
        let found = change(from, to, z);
        beyond += u32::from(found.is_beyond_error);
        differences += found.difference.abs();
        reliable += found.reliable.abs();
        let found = gain(from, to, others, rel, z);
        gains += found.gain.abs();
        gains_beyond += u32::from(found.is_beyond_error);
    }
    assert_eq!((beyond, gains_beyond), (many.beyond, many.gains_beyond));
    for (found, expected) in [(differences, many.differences), (reliable, many.reliable), (gains, many.gains)] {
        assert!((found - expected).abs() < 1e-6, "{found} instead of {expected}");
    }
}

/// 12 of 20 after 4 of 20 is more than chance; 6 of 10 after 4 of 10 is not.
#[test]
fn few_occasions_show_little() {
    let larger = |before, now| is_larger_than_chance(occasions(before), occasions(now), Confidence::P90);
    assert!(larger((20, 4), (20, 12)) && !larger((10, 4), (10, 6)) && !larger((0, 0), (10, 10)));
    assert_eq!(occasions((3, 1)).and(occasions((4, 4))), occasions((7, 5)));
}

fn answered(form: Form, values: &[u8]) -> Audit {
    let instrument = instrument();
    let mut audit = empty_audit(&instrument, form);
    let items = instrument.facets.iter().flat_map(|facet| facet.items(form).to_vec());
    audit.answers.items = items.zip(values).filter(|(_, v)| **v > 0).map(|(item, v)| (item, rated(*v))).collect();
    audit
}

proptest! {
    #[test]
    fn an_audit_has_not_changed_from_itself(values in prop::collection::vec(0..=5_u8, 40)) {
        let (instrument, audit) = (instrument(), answered(Form::Full, &values));
        let it = Audited { instrument: &instrument, audit: &audit };
        let changes = compare(it, it, Confidence::P90);
        prop_assert_eq!(changes.beyond_error().count(), 0);
        for change in [changes.management, changes.leadership, changes.balance].into_iter().flatten() {
            prop_assert!(change.difference.abs() < 1e-9 && !change.is_beyond_error);
        }
        prop_assert!(!changes.are_opposite());
    }

    #[test]
    fn a_change_is_as_large_backwards(
        first in prop::collection::vec(0..=5_u8, 40),
        second in prop::collection::vec(0..=5_u8, 40),
    ) {
        let (instrument, from, to) = (instrument(), answered(Form::Full, &first), answered(Form::Full, &second));
        let at = |audit| Audited { instrument: &instrument, audit };
        let (there, back) = (compare(at(&from), at(&to), Confidence::P90), compare(at(&to), at(&from), Confidence::P90));
        for (a, b) in there.facets.iter().zip(&back.facets) {
            match (a.compared, b.compared) {
                (Compared::Change { change: a, .. }, Compared::Change { change: b, .. }) => {
                    prop_assert!((a.difference + b.difference).abs() < 1e-9 && a.is_beyond_error == b.is_beyond_error);
                }
                (a, b) => prop_assert_eq!(a, b),
            }
        }
        for (a, b) in [(there.management, back.management), (there.balance, back.balance)] {
            prop_assert_eq!(a.is_some(), b.is_some());
            prop_assert!(a.zip(b).is_none_or(|(a, b)| (a.difference + b.difference).abs() < 1e-9));
        }
    }
}

/// With another version of the questions, only items that were rated in both count, and one is too few.
#[test]
fn different_versions_are_compared_over_shared_items() {
    let instrument = instrument();
    let (mut from, mut to) = (answered(Form::Full, &[2; 40]), answered(Form::Full, &[4; 40]));
    from.instrument.version = 1;
    let facet = &instrument.facets[0];
    for item in &facet.items[2..] {
        from.answers.items.insert(item.clone(), Answer::NotApplicable);
    }
    for item in &instrument.facets[1].items[1..] {
        to.answers.items.remove(item);
    }
    let at = |audit| Audited { instrument: &instrument, audit };
    let changes = compare(at(&from), at(&to), Confidence::P90);
    let Compared::Change { from: first, items, change, .. } = changes.facets[0].compared else { panic!("{changes:?}") };
    assert_eq!(items, 2);
    assert!((first.sem - standard_error(0.95, facet.inter_item_r, 2)).abs() < 1e-9);
    assert!((change.difference - 2.0).abs() < 1e-9 && change.is_beyond_error);
    assert!(matches!(changes.facets[1].compared, Compared::NoScore | Compared::AskedDifferently));
    assert!(changes.management.is_some(), "three facets are compared");
    assert!((changes.by_chance - 0.7).abs() < 1e-9);
}
