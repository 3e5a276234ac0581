//! Fits against values that an independent program computed: `tests/golden/tracks.py`.

use std::collections::BTreeMap;

use evenkeel::profile::Audit;
use evenkeel::scoring::{Confidence, score};
use evenkeel::tracks::{Assessment, FlipJson, Mix, Person, RoleFit, assess, tracks_json};
use serde_json::{Value, json};

use super::super::golden::golden;
use super::super::support::instrument;
use super::catalogue;

/// What random draws may differ by: two programs draw other numbers.
const SURE: f64 = 0.03;

pub fn expected() -> BTreeMap<String, Value> {
    serde_json::from_str(include_str!("../../fixtures/golden/tracks.json")).unwrap()
}

/// Every place where the two differ by more than they may.
pub fn differences(path: &str, expected: &Value, actual: &Value) -> Vec<String> {
    match (expected, actual) {
        (Value::Object(e), Value::Object(a)) if e.keys().collect::<Vec<_>>() == a.keys().collect::<Vec<_>>() => {
            e.iter().flat_map(|(key, value)| differences(&format!("{path}/{key}"), value, &a[key])).collect()
        }
        (Value::Array(e), Value::Array(a)) if e.len() == a.len() => {
            let pairs = e.iter().zip(a).enumerate();
            pairs.flat_map(|(i, (e, a))| differences(&format!("{path}/{i}"), e, a)).collect()
        }
        (Value::Number(e), Value::Number(a)) => {
            let apart = (e.as_f64().unwrap() - a.as_f64().unwrap()).abs();
            let may = if is_drawn(path) { SURE } else { 1e-6 };
            if apart > may { vec![format!("{path}: {a} instead of {e}")] } else { Vec::new() }
        }
        _ if expected == actual => Vec::new(),
        _ => vec![format!("{path}: {actual} instead of {expected}")],
    }
}

/// Whether a value comes from draws.
pub fn is_drawn(path: &str) -> bool {
    path.ends_with("/how_sure") || path.ends_with("/in_first_three")
}

/// Audits with the same answers, each with draws of its own. One alone is off by more than 0.03 in one of a hundred shares near a half.
const SEEDS: [&str; 4] = ["a", "b", "c", "d"];

/// The first, with the mean of all shares of draws.
fn averaged(all: &[Assessment]) -> Assessment {
    let count = f64::from(u8::try_from(all.len()).unwrap());
    let mean = |at: usize, of: fn(&RoleFit) -> Option<f64>| {
        all.iter().map(|one| of(&one.fits[at])).sum::<Option<f64>>().map(|sum| sum / count)
    };
    let mut first = all[0].clone();
    for (at, fit) in first.fits.iter_mut().enumerate() {
        fit.how_sure = mean(at, |fit| fit.how_sure);
        fit.in_first_three = mean(at, |fit| fit.in_first_three);
    }
    first
}

#[test]
fn all_cases_agree() {
    let (instrument, catalogue, expected) = (instrument(), catalogue(), expected());
    assert_eq!(expected.len(), 24);
    for case in &golden().cases {
        let mut found: Vec<Assessment> = Vec::new();
        for id in SEEDS {
            let audit = Audit { id: id.into(), ..case.audit(&instrument) };
            let person = Person::new(&instrument, &audit, &score(&instrument, &audit, Confidence::P90));
            found.push(assess(catalogue.demands(), &person, Mix::default()));
        }
        let found = averaged(&found);
        let actual = json!({"tracks": tracks_json(&found), "flip": found.flip.as_ref().map(FlipJson::from)});
        let found = differences("", &expected[&case.name], &actual);
        assert!(found.is_empty(), "{}:\n{}", case.name, found.join("\n"));
    }
}
