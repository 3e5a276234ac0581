//! Scores against values that an independent program computed: see `tests/fixtures/golden/README.md`.

use std::collections::BTreeMap;

use evenkeel::instrument::Instrument;
use evenkeel::profile::{Answer, Audit, Form, Rating};
use evenkeel::scoring::{Confidence, ScoresJson, score};
use serde::Deserialize;
use serde_json::{Value, json};

use super::support::{empty_audit, instrument, rated};

const TOLERANCE: f64 = 1e-6;

/// What the program says beyond what the golden values cover.
const NOT_COVERED: [&str; 4] = ["/instrument", "/form", "/confidence", "/quality/median_seconds"];

#[derive(Deserialize)]
pub struct Golden {
    pub parameters: Parameters,
    pub cases: Vec<Case>,
}

#[derive(Deserialize)]
pub struct Parameters {
    pub item_sd: f64,
    pub inter_item_r: f64,
    pub confidence: f64,
    pub z: f64,
}

#[derive(Deserialize)]
pub struct Case {
    pub name: String,
    pub form: Form,
    pub order: Vec<String>,
    pub answers: BTreeMap<String, Value>,
    pub needs: Option<BTreeMap<String, Rating>>,
    pub energy: Option<BTreeMap<String, Rating>>,
    pub expected: Value,
}

pub fn golden() -> Golden {
    serde_json::from_str(include_str!("../fixtures/golden/cases.json")).unwrap()
}

impl Case {
    pub fn audit(&self, instrument: &Instrument) -> Audit {
        let mut audit = empty_audit(instrument, self.form);
        audit.order = self.order.iter().map(|i| i.as_str().into()).collect();
        audit.answers.items = self.answers.iter().map(|(item, v)| (item.as_str().into(), answer(v))).collect();
        let by_facet = |map: &Option<BTreeMap<String, Rating>>| {
            map.iter().flatten().map(|(facet, rating)| (facet.as_str().into(), *rating)).collect()
        };
        audit.answers.needs = by_facet(&self.needs);
        audit.answers.energy = by_facet(&self.energy);
        audit
    }
}

fn answer(value: &Value) -> Answer {
    match value {
        Value::String(text) if text == "na" => Answer::NotApplicable,
        other => rated(u8::try_from(other.as_u64().unwrap()).unwrap()),
    }
}

/// Every place where the two differ, with both values. Nothing may be missing, and nothing be there that is not expected.
pub fn differences(expected: &Value, actual: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare("", expected, actual, &mut found);
    found
}

fn compare(path: &str, expected: &Value, actual: &Value, found: &mut Vec<String>) {
    match (expected, actual) {
        (Value::Object(e), Value::Object(a)) => {
            for (key, value) in e {
                let path = format!("{path}/{key}");
                match a.get(key) {
                    Some(actual) => compare(&path, value, actual, found),
                    None => found.push(format!("{path}: missing")),
                }
            }
            for key in a.keys().filter(|k| !e.contains_key(*k)) {
                let path = format!("{path}/{key}");
                if !NOT_COVERED.contains(&path.as_str()) {
                    found.push(format!("{path}: not expected"));
                }
            }
        }
        (Value::Array(e), Value::Array(a)) if e.len() == a.len() => {
            for (i, (expected, actual)) in e.iter().zip(a).enumerate() {
                compare(&format!("{path}/{i}"), expected, actual, found);
            }
        }
        (Value::Number(e), Value::Number(a)) => {
            let (e, a) = (e.as_f64().unwrap(), a.as_f64().unwrap());
            if (e - a).abs() > TOLERANCE {
                found.push(format!("{path}: {a} instead of {e}"));
            }
        }
        _ if expected == actual => {}
        _ => found.push(format!("{path}: {actual} instead of {expected}")),
    }
}

fn scored(case: &Case, instrument: &Instrument) -> Value {
    let scores = score(instrument, &case.audit(instrument), Confidence::P90);
    serde_json::to_value(ScoresJson::from(&scores)).unwrap()
}

#[test]
fn all_cases_agree() {
    let instrument = instrument();
    let golden = golden();
    assert_eq!(golden.cases.len(), 18);
    for case in &golden.cases {
        let found = differences(&case.expected, &scored(case, &instrument));
        assert!(found.is_empty(), "{}:\n{}", case.name, found.join("\n"));
    }
}

#[test]
fn the_instrument_assumes_what_the_golden_values_assume() {
    let (instrument, parameters) = (instrument(), golden().parameters);
    let close = |a: f64, b: f64| (a - b).abs() < 1e-12;
    assert!(close(instrument.assumed.item_sd, parameters.item_sd));
    assert!(close(instrument.assumed.inter_item_r, parameters.inter_item_r));
    assert!(close(instrument.confidence, parameters.confidence));
    assert!(close(Confidence::P90.share(), parameters.confidence));
    assert!(close(Confidence::P90.z(), parameters.z));
}

#[test]
fn the_head_names_instrument_form_and_confidence() {
    let instrument = instrument();
    for case in golden().cases {
        let json = scored(&case, &instrument);
        assert_eq!(json["instrument"], json!({"id": "evenkeel", "version": 1, "hash": instrument.hash}));
        assert_eq!(json["form"], json!(case.form.as_str()));
        assert_eq!(json["confidence"], json!(0.9));
        assert_eq!(json["quality"]["median_seconds"], Value::Null, "these cases know no times");
    }
}

/// The comparison itself: whatever single value is changed, added or taken away, it says so and names the place.
#[test]
fn the_comparison_sees_every_single_difference() {
    for case in golden().cases {
        let expected = &case.expected;
        assert!(differences(expected, expected).is_empty());
        let mut leaves = Vec::new();
        collect_leaves("", expected, &mut leaves);
        assert!(leaves.len() > 80, "{}: only {} values", case.name, leaves.len());
        for leaf in leaves {
            let mut changed = expected.clone();
            let value = changed.pointer_mut(&leaf).unwrap();
            *value = match value {
                Value::Number(n) => json!(n.as_f64().unwrap() + 2e-6),
                Value::String(s) => json!(format!("{s}!")),
                Value::Null => json!(0.0),
                other => panic!("{leaf}: {other}"),
            };
            let found = differences(expected, &changed);
            assert_eq!(found.len(), 1, "{leaf}");
            assert!(found[0].starts_with(&format!("{leaf}: ")), "{leaf}: {found:?}");
        }
    }
}

#[test]
fn the_comparison_sees_what_is_missing_or_too_much() {
    let expected = json!({"a": {"b": 1, "c": [1, 2]}});
    assert_eq!(differences(&expected, &json!({"a": {"c": [1, 2]}})), ["/a/b: missing"]);
    assert_eq!(differences(&expected, &json!({"a": {"b": 1, "c": [1, 2], "d": 0}})), ["/a/d: not expected"]);
    assert_eq!(differences(&expected, &json!({"a": {"b": 1, "c": [1]}})), ["/a/c: [1] instead of [1,2]"]);
    assert_eq!(differences(&expected, &json!({"a": {"b": null, "c": [1, 2]}})), ["/a/b: null instead of 1"]);
}

fn collect_leaves(path: &str, value: &Value, leaves: &mut Vec<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(k, v)| collect_leaves(&format!("{path}/{k}"), v, leaves)),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(i, v)| collect_leaves(&format!("{path}/{i}"), v, leaves));
        }
        _ => leaves.push(path.to_owned()),
    }
}
