//! `evenkeel new`.

use std::fs;

use serde_json::{Value, json};

use super::super::golden::{differences, golden};
use super::{Desk, case, csv};

/// From answers on paper to scores, through the program alone.
#[test]
fn golden_answers_give_golden_scores() {
    for (i, case) in golden().cases.iter().enumerate() {
        let desk = Desk::new();
        desk.write("answers.csv", csv(case, i % 2 == 0));
        desk.works(&["new", "-o", "a.evenkeel", "--answers", "answers.csv", "--form", case.form.as_str()]);
        let mut scores: Value = serde_json::from_str(&desk.works(&["score", "a.evenkeel", "--json"])).unwrap();
        assert_eq!(scores["form"], case.form.as_str());
        scores.as_object_mut().unwrap().retain(|key, _| !["tracks", "flip"].contains(&key.as_str()));
        let found = differences(&case.expected, &scores);
        assert!(found.is_empty(), "{}:\n{}", case.name, found.join("\n"));
    }
}

#[test]
fn the_profile_keeps_what_was_said() {
    let desk = Desk::new();
    let text = "item,answer,seconds\n\
                risk-mitigation-2,4,5.5\n\
                culture-shaping-1,na,2\n\
                vision-translation-3,,9\n\
                need/risk-mitigation,5,\n\
                dose/risk-mitigation,too-little,\n\
                energy/risk-mitigation,2,1\n\
                situation/whose-job,10,\n\
                sign/costs-run-over,unknown,\n";
    desk.write("answers.csv", text);
    let out = desk.works(&[
        "new",
        "-o",
        "a.evenkeel",
        "--answers",
        "answers.csv",
        "--role",
        "Team lead, logistics",
        "--person",
        "Zoë",
    ]);
    assert_eq!(out, "a.evenkeel: a quick audit, 2 of 24 items answered\n");
    let profile = desk.json("a.evenkeel");
    assert_eq!(profile["person"], "Zoë");
    let audit = &profile["audits"][0];
    assert_eq!(audit["role"], "Team lead, logistics");
    assert_eq!(audit["answers"], json!({"risk-mitigation-2": 4, "culture-shaping-1": "na"}));
    assert_eq!(audit["seconds"], json!({"risk-mitigation-2": 5.5, "culture-shaping-1": 2.0}));
    assert_eq!(audit["needs"], json!({"risk-mitigation": 5}));
    assert_eq!(audit["doses"], json!({"risk-mitigation": "too-little"}));
    assert_eq!(audit["energy"], json!({"risk-mitigation": 2}));
    assert_eq!(audit["situations"], json!({"whose-job": 10}));
    assert_eq!(audit["signs"], json!({"costs-run-over": "unknown"}));
    assert_eq!(audit["parts"], json!(["behaviour", "situations", "role", "energy", "signs"]));
    let order: Vec<&str> = audit["order"].as_array().unwrap().iter().map(|i| i.as_str().unwrap()).collect();
    assert_eq!(order[..3], ["risk-mitigation-2", "culture-shaping-1", "vision-translation-3"]);
    assert_eq!(order.len(), 24, "the items without a row come after those with one");
    assert_eq!(audit["finished"], Value::Null, "it goes on in the window");
    desk.works(&["check", "a.evenkeel"]);
}

#[test]
fn an_audit_is_finished_when_every_item_has_an_answer() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("na-full-363"), &[]);
    let audit = desk.json("a.evenkeel")["audits"][0].clone();
    assert_eq!(audit["finished"], audit["started"]);
    assert_eq!(audit["parts"], json!(["behaviour", "role", "energy"]));
    desk.make("b.evenkeel", &case("gaps-full-356"), &[]);
    assert_eq!(desk.json("b.evenkeel")["audits"][0]["finished"], Value::Null);
}

#[test]
fn without_answers_the_audit_is_empty_and_asks_all_parts() {
    let desk = Desk::new();
    assert_eq!(desk.works(&["new", "-o", "a.evenkeel"]), "a.evenkeel: a full audit, 0 of 40 items answered\n");
    desk.works(&["new", "-o", "b.evenkeel", "--form", "quick"]);
    let audit = desk.json("b.evenkeel")["audits"][0].clone();
    assert_eq!(audit["form"], "quick");
    assert_eq!(audit["parts"].as_array().unwrap().len(), 5);
    assert_eq!(audit["order"].as_array().unwrap().len(), 24);
    assert_ne!(desk.json("a.evenkeel")["id"], desk.json("b.evenkeel")["id"]);
    assert_eq!(desk.works(&["check", "a.evenkeel"]), "a.evenkeel: no problems found\n");
}

#[test]
fn the_form_follows_from_the_items_unless_it_is_given() {
    let desk = Desk::new();
    for (rows, given, form) in [
        ("risk-mitigation-1,3\nrisk-mitigation-3,3\n", None, "quick"),
        ("risk-mitigation-1,3\nrisk-mitigation-4,\n", None, "full"),
        ("need/risk-mitigation,3\n", None, "full"),
        ("risk-mitigation-1,3\n", Some("full"), "full"),
        ("risk-mitigation-1,3\n", Some("quick"), "quick"),
    ] {
        desk.write("answers.csv", format!("item,answer\n{rows}"));
        let mut arguments = vec!["new", "-o", "a.evenkeel", "--answers", "answers.csv", "--force"];
        arguments.extend(given.iter().flat_map(|form| ["--form", form]));
        desk.works(&arguments);
        assert_eq!(desk.json("a.evenkeel")["audits"][0]["form"], form, "{rows}");
    }
}

#[test]
fn a_csv_from_any_spreadsheet_is_read() {
    let plain = "item,answer\nrisk-mitigation-1,4\nrisk-mitigation-2,na\n";
    let same = [
        plain.replace('\n', "\r\n"),
        format!("\u{feff}{plain}"),
        plain.trim_end().to_owned(),
        plain.replace("na", "NA"),
        plain.replace("item,answer", " item , answer ").replace(",4", ", 4 "),
        "answer,item\n4,risk-mitigation-1\nna,risk-mitigation-2\n".to_owned(),
        "item,answer,seconds\nrisk-mitigation-1,4,\nrisk-mitigation-2,na,\n".to_owned(),
        "item,answer,seconds\nrisk-mitigation-1,4\nrisk-mitigation-2,na\n".to_owned(),
        "\"item\",\"answer\"\n\"risk-mitigation-1\",\"4\"\n\"risk-mitigation-2\",\"na\"\n".to_owned(),
        format!("{plain}\n,\n , \n"),
        plain.replace(",4", ",4,,"),
    ];
    let desk = Desk::new();
    for text in same {
        desk.write("answers.csv", &text);
        desk.works(&["new", "-o", "a.evenkeel", "--answers", "answers.csv", "--force"]);
        let answers = desk.json("a.evenkeel")["audits"][0]["answers"].clone();
        assert_eq!(answers, json!({"risk-mitigation-1": 4, "risk-mitigation-2": "na"}), "{text:?}");
    }
}

#[test]
fn a_file_that_is_there_is_replaced_by_force_only_and_kept_among_the_backups() {
    let desk = Desk::new();
    desk.works(&["new", "-o", "a.evenkeel", "--person", "First"]);
    let first = desk.read("a.evenkeel");
    let (error, hint) = desk.fails(&["new", "-o", "a.evenkeel", "--person", "Second"], 1);
    assert!(error.starts_with("there is already a file with this name: "), "{error}");
    assert_eq!(hint.unwrap(), "--force replaces it.");
    assert_eq!(desk.read("a.evenkeel"), first);
    desk.works(&["new", "-o", "a.evenkeel", "--person", "Second", "--force"]);
    assert_eq!(desk.json("a.evenkeel")["person"], "Second");
    let id = serde_json::from_str::<Value>(&first).unwrap()["id"].as_str().unwrap().to_owned();
    let backups: Vec<_> = fs::read_dir(desk.path("home/data/backups").join(id))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "evenkeel"))
        .collect();
    assert_eq!(backups.len(), 1);
    assert_eq!(fs::read_to_string(&backups[0]).unwrap(), first);
    desk.works(&["new", "-o", "new.evenkeel", "--force"]);
}

#[test]
fn what_cannot_be_saved_leaves_nothing_behind() {
    let desk = Desk::new();
    let (error, hint) = desk.fails(&["new", "-o", "nowhere/a.evenkeel"], 1);
    assert!(error.starts_with("the folder is not there: ") && hint.is_some(), "{error}");
    let long = "x".repeat(20_001);
    let (error, _) = desk.fails(&["new", "-o", "a.evenkeel", "--role", &long], 1);
    assert_eq!(error, "--role is too long: 20001 bytes, at most 20000");
    fs::create_dir(desk.path("folder")).unwrap();
    desk.fails(&["new", "-o", "folder", "--force"], 1);
    assert!(!desk.path("a.evenkeel").exists());
    let (error, _) = desk.fails(&["new", "-o", "a.evenkeel", "--answers", "missing.csv"], 1);
    assert!(error.starts_with("there is no such file: "), "{error}");
}

/// What a profile cannot keep is said before anything is read or made.
#[test]
fn names_have_a_length() {
    let desk = Desk::new();
    let long = "é".repeat(10_001);
    for option in ["--person", "--role"] {
        let (said, _) = desk.fails(&["new", "-o", "a.evenkeel", "--answers", "nothing.csv", option, &long], 1);
        assert_eq!(said, format!("{option} is too long: 20002 bytes, at most 20000"));
    }
    assert!(!desk.path("a.evenkeel").exists());
    desk.works(&["new", "-o", "a.evenkeel", "--person", &"é".repeat(10_000)]);
}
