//! Fits against values that an independent program computed: `tests/golden/tracks.py`.

use std::collections::BTreeMap;

use evenkeel::scoring::{Confidence, score};
use evenkeel::tracks::{FlipJson, Mix, Person, assess, tracks_json};
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
            let may = if path.ends_with("/how_sure") { SURE } else { 1e-6 };
            if apart > may { vec![format!("{path}: {a} instead of {e}")] } else { Vec::new() }
        }
        _ if expected == actual => Vec::new(),
        _ => vec![format!("{path}: {actual} instead of {expected}")],
    }
}

#[test]
fn all_cases_agree() {
    let (instrument, catalogue, expected) = (instrument(), catalogue(), expected());
    assert_eq!(expected.len(), 18);
    for case in &golden().cases {
        let audit = case.audit(&instrument);
        let person = Person::new(&instrument, &audit, &score(&instrument, &audit, Confidence::P90));
        let found = assess(catalogue.demands(), &person, Mix::default());
        let actual = json!({"tracks": tracks_json(&found), "flip": found.flip.as_ref().map(FlipJson::from)});
        let found = differences("", &expected[&case.name], &actual);
        assert!(found.is_empty(), "{}:\n{}", case.name, found.join("\n"));
    }
}
