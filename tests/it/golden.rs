//! Scores against values that an independent program computed: see `tests/fixtures/golden/README.md`.

use std::collections::BTreeMap;
use std::sync::Arc;

use evenkeel::data::DataFile;
use evenkeel::instrument::Instrument;
use evenkeel::profile::{Answer, Audit, Dose, Form, ItemId, Rating, Stakes};
use evenkeel::scoring::{Confidence, ScoresJson, score};
use serde::Deserialize;
use serde_json::{Value, json};

use super::support::{empty_audit, instrument, rated};

const TOLERANCE: f64 = 1e-6;

/// What the program says beyond what the golden values cover, by the end of its path.
const NOT_COVERED: [&str; 8] =
    ["/rules", "/instrument", "/form", "/confidence", "/signs", "/quality", "/stakes", "/dose"];

#[derive(Deserialize)]
pub struct Golden {
    pub parameters: Parameters,
    pub cases: Vec<Case>,
}

#[derive(Deserialize)]
pub struct Parameters {
    pub item_sd: f64,
    pub inter_item_r: f64,
    pub facet_sd: Option<f64>,
    pub side_difference_sd: Option<f64>,
    pub need_error: Option<f64>,
    pub energy_error: Option<f64>,
    pub demand_error: Option<f64>,
}

#[derive(Deserialize)]
pub struct Case {
    pub name: String,
    pub form: Form,
    order: Vec<String>,
    answers: BTreeMap<String, Value>,
    pub needs: Option<BTreeMap<String, Rating>>,
    pub stakes: Option<BTreeMap<String, Stakes>>,
    pub doses: Option<BTreeMap<String, Dose>>,
    pub energy: Option<BTreeMap<String, Rating>>,
    pub expected: Value,
}

pub fn golden() -> Golden {
    serde_json::from_str(include_str!("../fixtures/golden/cases-2.json")).unwrap()
}

/// The cases of rules 1, of which facets and quality still hold.
fn of_rules_1() -> Golden {
    serde_json::from_str(include_str!("../fixtures/golden/cases.json")).unwrap()
}

const VERSION_1: [(&str, &str); 2] = [
    ("instrument.toml", include_str!("../../assets/instrument/evenkeel-1/instrument.toml")),
    ("en.toml", include_str!("../../assets/instrument/evenkeel-1/en.toml")),
];

/// An instrument with the items and numbers that the cases speak of: those of version 1, with the correlations of version 2.
fn test_instrument() -> Instrument {
    let mut structure = VERSION_1[0].1.to_owned();
    for facet in &instrument().facets {
        let r = CORRELATIONS.iter().find(|(id, _)| *id == facet.id.as_str()).unwrap().1;
        let id = format!("id = \"{}\"\n", facet.id);
        assert!(structure.contains(&id), "{id}");
        structure = structure.replace(&id, &format!("{id}inter_item_r = {r:?}\n"));
    }
    parsed(&structure)
}

fn parsed(structure: &str) -> Instrument {
    let file = |at: usize, text| DataFile { name: VERSION_1[at].0, text };
    Instrument::parse(file(0, structure), file(1, VERSION_1[1].1)).unwrap()
}

/// The assumed correlations of the facets, as the rules state them.
const CORRELATIONS: [(&str, f64); 8] = [
    ("resource-allocation", 0.30),
    ("process-implementation", 0.40),
    ("performance-monitoring", 0.30),
    ("risk-mitigation", 0.30),
    ("vision-translation", 0.40),
    ("conflict-navigation", 0.40),
    ("strategic-influence", 0.35),
    ("culture-shaping", 0.35),
];

/// The item that a case means by `<facet>-<n>`: the n-th of the facet.
fn item(instrument: &Instrument, name: &str) -> ItemId {
    let (facet, number) = name.rsplit_once('-').unwrap();
    instrument.facet(facet).unwrap().items[number.parse::<usize>().unwrap() - 1].clone()
}

impl Case {
    pub fn audit(&self, instrument: &Instrument) -> Audit {
        let mut audit = empty_audit(instrument, self.form);
        audit.order = self.order(instrument);
        audit.answers.items = self.answers(instrument).into_iter().map(|(item, v)| (item, answer(&v))).collect();
        audit.answers.needs = by_facet(self.needs.as_ref());
        audit.answers.stakes = by_facet(self.stakes.as_ref());
        audit.answers.doses = by_facet(self.doses.as_ref());
        audit.answers.energy = by_facet(self.energy.as_ref());
        audit
    }

    pub fn order(&self, instrument: &Instrument) -> Vec<ItemId> {
        self.order.iter().map(|name| item(instrument, name)).collect()
    }

    pub fn answers(&self, instrument: &Instrument) -> BTreeMap<ItemId, Value> {
        self.answers.iter().map(|(name, value)| (item(instrument, name), value.clone())).collect()
    }
}

fn by_facet<T: Copy>(map: Option<&BTreeMap<String, T>>) -> BTreeMap<evenkeel::profile::FacetId, T> {
    map.into_iter().flatten().map(|(facet, value)| (facet.as_str().into(), *value)).collect()
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
                if !NOT_COVERED.iter().any(|end| path.ends_with(end)) {
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
    let golden = golden();
    assert_eq!(golden.cases.len(), 24);
    for instrument in [Arc::new(test_instrument()), instrument()] {
        for case in &golden.cases {
            let found = differences(&case.expected, &scored(case, &instrument));
            assert!(found.is_empty(), "{}:\n{}", case.name, found.join("\n"));
        }
    }
}

/// Facets and quality are computed as they were: the cases of rules 1 still hold for them, with the questions of version 1.
#[test]
fn facets_and_quality_are_those_of_rules_1() {
    let (instrument, golden) = (parsed(VERSION_1[0].1), of_rules_1());
    assert_eq!(golden.cases.len(), 18);
    for case in &golden.cases {
        let mut json = scored(case, &instrument);
        json["quality"].as_object_mut().unwrap().remove("median_seconds");
        for part in ["facets", "quality"] {
            let found = differences(&case.expected[part], &json[part]);
            assert!(found.is_empty(), "{}, {part}:\n{}", case.name, found.join("\n"));
        }
    }
}

#[test]
fn the_instrument_assumes_what_the_golden_values_assume() {
    let (instrument, parameters) = (instrument(), golden().parameters);
    let assumed = instrument.assumed;
    let close = |a: f64, b: f64| (a - b).abs() < 1e-12;
    assert!(close(assumed.item_sd, parameters.item_sd));
    assert!(close(assumed.inter_item_r, parameters.inter_item_r));
    assert!(close(assumed.facet_sd, parameters.facet_sd.unwrap()));
    assert!(close(assumed.side_difference_sd, parameters.side_difference_sd.unwrap()));
    assert!(close(assumed.need_error, parameters.need_error.unwrap()));
    assert!(close(assumed.energy_error, parameters.energy_error.unwrap()));
    assert!(close(assumed.demand_error, parameters.demand_error.unwrap()));
    for (facet, r) in CORRELATIONS {
        assert!(close(instrument.facet(facet).unwrap().inter_item_r, r), "{facet}");
    }
}

#[test]
fn the_head_names_rules_instrument_form_and_confidence() {
    let instrument = instrument();
    for case in golden().cases {
        let json = scored(&case, &instrument);
        assert_eq!(json["rules"], json!(2));
        let own = json!({"id": "evenkeel", "version": instrument.version, "hash": instrument.hash});
        assert_eq!(json["instrument"], own);
        assert_eq!(json["form"], json!(case.form.as_str()));
        assert_eq!(json["confidence"], json!(0.9));
        assert_eq!(json["quality"]["median_seconds"], Value::Null, "these cases know no times");
        assert_eq!(json["signs"], Value::Null, "these cases know no signs");
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
        assert!(leaves.len() > 60, "{}: only {} values", case.name, leaves.len());
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
