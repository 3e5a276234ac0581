//! What pingouin and R say of the same answers: `tests/golden/others.py` made them.

#![expect(clippy::cast_precision_loss, reason = "there are few items")]

use serde::Deserialize;

use super::reliability::{alpha, alpha_interval, within_group_agreement};
use super::statistics::quartiles;
use crate::others::{Pair, mean_distance, profile_agreement, standard_deviation};

#[derive(Deserialize)]
struct Golden {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    rows: Vec<Vec<f64>>,
    rwg: f64,
    rwg_j: f64,
    ad_first: f64,
    ad_j: f64,
    q1: f64,
    q2: f64,
    q3: f64,
    sd: f64,
    icc_de: f64,
    alpha: f64,
    alpha_low: f64,
    alpha_high: f64,
}

#[track_caller]
fn near(ours: f64, theirs: f64, within: f64) {
    assert!((ours - theirs).abs() <= within, "{ours}, not {theirs}");
}

#[test]
fn groups_are_described_as_pingouin_and_r_do() {
    let golden: Golden = serde_json::from_str(include_str!("../../tests/fixtures/golden/others.json")).unwrap();
    assert_eq!(golden.cases.len(), 8);
    for case in golden.cases {
        let rows = &case.rows;
        let first: Vec<Vec<f64>> = rows.iter().map(|row| vec![row[0]]).collect();
        near(within_group_agreement(&first).unwrap(), case.rwg, 1e-9);
        near(within_group_agreement(rows).unwrap(), case.rwg_j, 1e-9);
        let column = |at: usize| rows.iter().map(|row| row[at]).collect::<Vec<_>>();
        near(mean_distance(&column(0)).unwrap(), case.ad_first, 1e-9);
        let items = rows[0].len();
        let all: f64 = (0..items).map(|at| mean_distance(&column(at)).unwrap()).sum();
        near(all / items as f64, case.ad_j, 1e-9);
        let facet: Vec<f64> = rows.iter().map(|row| row.iter().sum::<f64>() / items as f64).collect();
        let found = quartiles(&facet).unwrap();
        for (ours, theirs) in [(found.low, case.q1), (found.middle, case.q2), (found.high, case.q3)] {
            near(ours, theirs, 1e-9);
        }
        near(standard_deviation(&facet).unwrap(), case.sd, 1e-9);
        let half = facet.len() / 2;
        let pairs: Vec<Pair> = (0..half).map(|at| Pair { own: facet[at], others: facet[half + at] }).collect();
        near(profile_agreement(&pairs).unwrap(), case.icc_de, 1e-9);
        let found = alpha(rows).unwrap();
        near(found.value, case.alpha, 1e-9);
        // The interval was rounded to three digits.
        near(found.low, case.alpha_low, 6e-4);
        near(found.high, case.alpha_high, 6e-4);
    }
}

#[test]
fn published_values_are_met() {
    // Golden values of earlier rules, from the formulas by hand.
    let one: Vec<Vec<f64>> = [4.0, 4.0, 5.0, 3.0].map(|value| vec![value]).to_vec();
    near(within_group_agreement(&one).unwrap(), 2.0 / 3.0, 1e-9);
    near(mean_distance(&[4.0, 4.0, 5.0, 3.0]).unwrap(), 0.5, 1e-9);
    let apart: Vec<Vec<f64>> = [1.0, 5.0, 1.0, 5.0].map(|value| vec![value]).to_vec();
    assert_eq!(within_group_agreement(&apart), Some(0.0), "spread more than evenly");
    assert_eq!(alpha(&[vec![3.0, 3.0], vec![3.0, 3.0]]), None);
    // Feldt, Woodruff & Salih's interval does not depend on how alpha came about.
    let [low, high] = alpha_interval(0.79, 41, 26, 0.95).unwrap();
    assert!(low < 0.79 && 0.79 < high && (low - 0.68).abs() < 0.02 && (high - 0.87).abs() < 0.02, "{low}, {high}");
}
