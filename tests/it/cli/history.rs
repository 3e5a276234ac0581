//! `evenkeel history`: against the values of `tests/golden/history.py`, and what it says of odd files.

use serde_json::{Value, json};

use super::{Desk, case};

const MIXED: &str = include_str!("../../fixtures/history/mixed.evenkeel");
const EXAMPLE: &str = include_str!("../../../assets/examples/worked-example.evenkeel");

fn golden() -> Value {
    serde_json::from_str(include_str!("../../fixtures/golden/changes.json")).unwrap()
}

fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("a.evenkeel", MIXED);
    // In whatever words it was asked.
    let mut example = json(EXAMPLE);
    for audit in example["audits"].as_array_mut().unwrap() {
        let asked = audit["instrument"].as_object_mut().unwrap();
        asked.retain(|key, _| ["id", "version", "hash"].contains(&key.as_str()));
    }
    desk.write("example.evenkeel", example.to_string());
    desk
}

/// What is said of the profile of the golden values, whose unknown questions give a warning.
fn mixed(desk: &Desk, more: &[&str]) -> String {
    let said = desk.run(&[&["history", "a.evenkeel"], more].concat());
    let unknown = "which this Evenkeel does not have: a.evenkeel";
    assert!(said.code == 0 && said.err.lines().count() == 1 && said.err.contains(unknown), "{said:?}");
    said.out
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The same shape, the same texts, and numbers to 1e-6.
#[track_caller]
fn same(found: &Value, wanted: &Value, place: &str) {
    match (found, wanted) {
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            assert!((a - b).abs() < 1e-6, "{place}: {a} instead of {b}");
        }
        (Value::Object(a), Value::Object(b)) => {
            assert!(a.keys().eq(b.keys()), "{place}: {a:?} instead of {b:?}");
            a.iter().for_each(|(key, value)| same(value, &b[key], &format!("{place}.{key}")));
        }
        (Value::Array(a), Value::Array(b)) => {
            assert_eq!(a.len(), b.len(), "{place}");
            a.iter().zip(b).enumerate().for_each(|(i, (a, b))| same(a, b, &format!("{place}[{i}]")));
        }
        (a, b) => assert_eq!(a, b, "{place}"),
    }
}

/// Which audits are compared, by the last figure of their ids.
fn pairs(history: &Value) -> Vec<String> {
    let end = |id: &Value| id.as_str().unwrap().chars().last().unwrap();
    let changes = history["changes"].as_array().unwrap();
    changes.iter().map(|it| format!("{}{}", end(&it["from"]), end(&it["to"]))).collect()
}

#[test]
fn changes_are_those_of_another_program() {
    let (desk, golden) = (desk(), golden());
    let found = json(&mixed(&desk, &["--json"]));
    assert_eq!(found.as_object().unwrap().keys().collect::<Vec<_>>(), ["audits", "changes"]);
    same(&found["changes"], &golden["changes"], "changes");
    let ids: Vec<&Value> = found["audits"].as_array().unwrap().iter().map(|it| &it["id"]).collect();
    assert!(ids.iter().copied().eq(golden["audits"].as_array().unwrap()), "the oldest first: {ids:?}");
    for audit in found["audits"].as_array().unwrap() {
        let Some(means) = golden["facets"][audit["id"].as_str().unwrap()].as_object() else {
            assert_eq!((&audit["scores"], &audit["instrument"]["version"]), (&Value::Null, &json!(9)));
            continue;
        };
        let facets = audit["scores"]["facets"].as_object().unwrap();
        for (facet, found) in facets {
            let wanted = means.get(facet).unwrap_or(&Value::Null);
            same(&found["mean"], wanted, &format!("{} {facet}", audit["id"]));
        }
    }
    let scopes: Vec<&Value> = found["audits"].as_array().unwrap().iter().map(|it| &it["scope"]).collect();
    assert_eq!(scopes, ["all", "all", "all", "risk-mitigation", "all", "all", "all"]);
    assert_eq!(found["audits"][6]["finished"], Value::Null);
}

#[test]
fn the_order_in_the_file_does_not_matter() {
    let desk = desk();
    let before = json(&mixed(&desk, &["--json"]));
    let mut profile = json(MIXED);
    profile["audits"].as_array_mut().unwrap().reverse();
    desk.write("a.evenkeel", profile.to_string());
    let after = json(&mixed(&desk, &["--json"]));
    assert_eq!(before["changes"], after["changes"]);
    assert_eq!(before["audits"][0]["number"], json!(2));
    assert_eq!(after["audits"][0]["number"], json!(6), "numbers are those of the file, as everywhere");
}

#[test]
fn an_end_goes_by_number_id_or_day() {
    let desk = desk();
    let of = |more: &[&str]| pairs(&json(&mixed(&desk, &[&["--json"], more].concat())));
    assert_eq!(of(&[]), ["12", "23", "34", "36", "16"]);
    assert_eq!(of(&["--from", "3"]), ["26"], "the third in the file, up to the last that is finished");
    assert_eq!(of(&["--to", "2026-05-14"]), ["13"], "from the first");
    assert_eq!(of(&["--from", "2025-12-01", "--to", "2026-08-31"]), ["23"]);
    assert_eq!(
        of(&["--from", "5a3e0c1e-0000-4000-8000-000000000104", "--to", "5"]),
        ["46"],
        "one facet with a later audit"
    );
    assert_eq!(of(&["--from", "5", "--to", "6"]), ["67"], "one under way, where it is asked for");
    let fails = |more: &[&str], code: i32| {
        let said = desk.run(&[&["history", "a.evenkeel"], more].concat());
        assert_eq!((said.code, said.out.as_str()), (code, ""), "{said:?}");
        let lines = said.err.lines().filter(|line| !line.starts_with("warning: "));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(fails(&["--from", "spring"], 1)[0], "error: there is no audit “spring” in this file: a.evenkeel");
    assert!(fails(&["--from", "9"], 1)[1].starts_with("hint: An audit goes by its number"));
    assert!(fails(&["--from", "2027-01-01"], 1)[0].contains("no finished audit of all facets on 1 Jan 2027 or later"));
    assert!(fails(&["--to", "2024-01-01"], 1)[0].contains("no finished audit of all facets on 1 Jan 2024 or earlier"));
    assert_eq!(fails(&["--from", "1", "--to", "1"], 2)[0], "error: both ends are the same audit, 1: a.evenkeel");
    assert_eq!(fails(&["--from", "1", "--to", "3"], 2)[0], "error: audit 1 is later than audit 3: a.evenkeel");
    assert!(fails(&["--from", "7"], 1)[0].contains("version 9, which this Evenkeel does not have"));
}

#[test]
fn the_text_says_what_changed_and_how_sure_that_is() {
    let desk = desk();
    let text = mixed(&desk, &[]);
    assert!(text.starts_with("Ana, 7 audits\n\naudit  day"), "{text}");
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for line in [
        "4 2 Jul 2026 full Risk mitigation version 2",
        "6 19 Nov 2026, not finished full version 2",
        "7 20 Aug 2026 full version 9",
        "From 20 Nov 2025 to 12 Feb 2026",
        "The two were asked with different versions of the questions. Only questions that were rated in both count.",
        "Resource allocation asked differently, not compared",
        "No change beyond the error: all 8 compared facets stay within it. That is a finding too",
        "One of the two is the quick form and one the full form",
        "From 14 May 2026 to 2 Jul 2026 Risk mitigation is higher than before, by more than the error.",
        "Risk mitigation and conflict navigation are higher than before, each by more than the error.",
        "Culture shaping no score in one of the two",
        "Your mood on the day, ",
        "90 in 100, with an assumed error",
    ] {
        assert!(words.contains(line), "no `{line}` in {text}");
    }
    // Each facet stands before what is made of them.
    assert!(text.find("  Vision translation ").unwrap() < text.find("Leadership minus management").unwrap());
}

#[test]
fn all_facets_can_be_held_to_the_error_together() {
    let desk = desk();
    let larger = |more: &[&str]| {
        let found = json(&desk.works(&[&["history", "example.evenkeel", "--json"], more].concat()));
        let facets =
            found["changes"].as_array().unwrap().iter().flat_map(|it| it["facets"].as_object().unwrap().values());
        facets.filter(|it| it["larger_than_error"] == json!(true)).count()
    };
    assert!(larger(&["--together"]) < larger(&[]), "{} {}", larger(&["--together"]), larger(&[]));
    assert!(larger(&["--confidence", "0.95"]) < larger(&["--confidence", "0.80"]));
    let text = desk.works(&["history", "example.evenkeel", "--together"]);
    assert!(text.contains("The 8 facets are held to the error all together"), "{text}");
}

#[test]
fn few_audits_are_no_error() {
    let desk = Desk::new();
    desk.make("one.evenkeel", &case("plain-full-300"), &[]);
    let text = desk.works(&["history", "one.evenkeel"]);
    assert!(
        text.starts_with("one audit\n") && text.ends_with("\nIt takes two finished audits to compare.\n"),
        "{text}"
    );
    let found = json(&desk.works(&["history", "one.evenkeel", "--json"]));
    assert_eq!((found["audits"].as_array().unwrap().len(), &found["changes"]), (1, &json!([])));
    let mut profile = desk.json("one.evenkeel");
    profile["audits"] = json!([]);
    desk.write("none.evenkeel", profile.to_string());
    assert_eq!(desk.works(&["history", "none.evenkeel"]), "0 audits\n\nIt takes two finished audits to compare.\n");
    assert_eq!(json(&desk.works(&["history", "none.evenkeel", "--json"])), json!({ "audits": [], "changes": [] }));
}
