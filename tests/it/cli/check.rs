//! `evenkeel check`.

use serde_json::{Value, json};

use super::{Desk, case, fixtures};

#[test]
fn good_files_pass_and_broken_ones_are_explained() {
    let desk = Desk::new();
    let good = fixtures("good");
    assert!(good.len() > 4);
    for path in good {
        let said = desk.run(&["check", path.to_str().unwrap()]);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{path:?}: {said:?}");
    }
    let broken = fixtures("broken");
    assert!(broken.len() > 30);
    for path in broken {
        let path = path.to_str().unwrap();
        let (error, hint) = desk.fails(&["check", path], 1);
        assert!(error.ends_with(&format!(": {path}")), "{error}");
        assert!(hint.is_some_and(|hint| hint.ends_with('.')), "{path}");
    }
}

#[test]
fn a_file_of_ours_has_no_problems() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("gaps-quick-356"), &[]);
    assert_eq!(desk.works(&["check", "a.evenkeel"]), "a.evenkeel: no problems found\n");
}

#[test]
fn what_counts_for_nothing_is_listed_with_its_place() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("plain-full-300"), &[]);
    let mut profile = desk.json("a.evenkeel");
    profile["team"] = json!("blue");
    let audit = &mut profile["audits"][0];
    audit["mood"] = json!(3);
    audit["instrument"]["texts"] = json!("0000");
    audit["instrument"]["author"] = json!("me");
    audit["finished"] = json!("2001-01-01T00:00:00Z");
    audit["order"][0] = json!("luck-1");
    for (field, id, value) in [
        ("answers", "luck-1", json!(4)),
        ("seconds", "luck-2", json!(4)),
        ("situations", "no-scene", json!(4)),
        ("needs", "luck", json!(4)),
        ("doses", "luck", json!("right")),
        ("energy", "luck", json!(4)),
        ("signs", "no-sign", json!("often")),
    ] {
        audit[field][id] = value;
    }
    desk.write("a.evenkeel", profile.to_string());
    let before = desk.read("a.evenkeel");
    let out = desk.works(&["check", "a.evenkeel"]);
    let id = |path: &str, id: &str| {
        format!("warning: {path}: the questions have no {id}; it is kept, and counts for nothing")
    };
    let field = |path: &str| format!("warning: {path}: this field is not known here; it is kept");
    let expected = [
        field("team"),
        "warning: audits[0].instrument.texts: made with the same questions in other words".to_owned(),
        "warning: audits[0].finished: it ends before it begins".to_owned(),
        id("audits[0].order", "luck-1"),
        id("audits[0].answers", "luck-1"),
        id("audits[0].seconds", "luck-2"),
        id("audits[0].situations", "no-scene"),
        id("audits[0].needs", "luck"),
        id("audits[0].doses", "luck"),
        id("audits[0].energy", "luck"),
        id("audits[0].signs", "no-sign"),
        field("audits[0].instrument.author"),
        field("audits[0].mood"),
        "a.evenkeel: can be opened; 13 things to know".to_owned(),
    ];
    assert_eq!(out.lines().collect::<Vec<_>>(), expected);
    assert_eq!(desk.read("a.evenkeel"), before, "looking changes nothing");
}

#[test]
fn a_newer_file_that_may_be_read_and_other_questions_are_mentioned() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("plain-full-300"), &[]);
    let mut profile: Value = desk.json("a.evenkeel");
    profile["version"] = json!(7);
    profile["audits"][0]["instrument"]["version"] = json!(9);
    profile["audits"][0]["answers"]["new-item"] = json!(4);
    desk.write("a.evenkeel", profile.to_string());
    let out = desk.works(&["check", "a.evenkeel"]);
    let expected = [
        "warning: a newer Evenkeel wrote this file (version 7); what this one does not know is kept",
        "warning: audits[0].instrument: made with the questions evenkeel, version 9, which this Evenkeel does not have",
        "a.evenkeel: can be opened; 2 things to know",
    ];
    assert_eq!(out.lines().collect::<Vec<_>>(), expected);
}
