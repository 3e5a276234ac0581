//! `evenkeel score`.

use serde_json::{Value, json};

use super::{Desk, case};

/// A profile with two audits: `plain-full-300` first, `lean-m-quick-307` last.
fn two_audits(desk: &Desk) {
    desk.make("one.evenkeel", &case("plain-full-300"), &[]);
    desk.make("two.evenkeel", &case("lean-m-quick-307"), &[]);
    let mut profile = desk.json("one.evenkeel");
    let second = desk.json("two.evenkeel")["audits"][0].clone();
    profile["audits"].as_array_mut().unwrap().push(second);
    desk.write("both.evenkeel", profile.to_string());
}

fn json(desk: &Desk, arguments: &[&str]) -> Value {
    serde_json::from_str(&desk.works(&[&["score", "--json"], arguments].concat())).unwrap()
}

#[test]
fn the_text_says_what_is_known_and_how_well() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("lean-m-full-307"), &["--person", "Ana", "--role", "Team lead"]);
    let text = desk.works(&["score", "a.evenkeel"]);
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].starts_with("Ana, Team lead, "), "{text}");
    assert_eq!(lines[1], "full form, audit 1 of 1");
    assert_eq!(
        lines[3],
        "You take the chances to manage much more often than the chances to lead, by more than the assumed error."
    );
    assert_eq!(lines[4], "Leadership 2.4 ± 0.3, Management 4.5 ± 0.3. Self-ratings run high.");
    assert_eq!(lines[5], "Leadership minus management: −2.2 ± 0.5.");
    assert_eq!(lines[7].split_whitespace().collect::<Vec<_>>().join(" "), "mean ± band status need your role");
    assert_eq!(lines[9], "  Resource allocation      4.6  0.6  4.0 to 5.0  ok      4     asks 0.6 less");
    assert_eq!(lines.len(), 20, "{text}");
    assert!(lines[19].contains("90 in 100") && lines[19].contains("assumed"), "{text}");
}

#[test]
fn each_picture_has_its_sentence() {
    let desk = Desk::new();
    for (name, sentence) in [
        (
            "plain-quick-300",
            "These answers cannot show which you do more. The difference is smaller than its assumed error",
        ),
        ("na-quick-363", "You take the chances to lead somewhat more often than the chances to manage"),
        (
            "same-full-342",
            "You take the chances to lead about as often as the chances to manage. Even with its assumed error",
        ),
        ("strong-full-321", "You take most of the chances to manage, and most of the chances to lead. Even with its"),
        (
            "thin-full-335",
            "At present you take few of the chances to manage, and few of the chances to lead. Even with its",
        ),
        (
            "half-full-377",
            "By the score alone, you take about half of the chances to lead. Management has no score yet, so the two cannot be",
        ),
    ] {
        desk.make(&format!("{name}.evenkeel"), &case(name), &[]);
        let text = desk.works(&["score", &format!("{name}.evenkeel")]);
        assert!(text.contains(&format!("\n{sentence}")), "{name}: {text}");
    }
    desk.make("gaps-full-356.evenkeel", &case("gaps-full-356"), &[]);
    let text = desk.works(&["score", "gaps-full-356.evenkeel"]);
    assert!(text.contains("A provisional score rests on part of its questions"), "{text}");
    let text = desk.works(&["score", "thin-full-335.evenkeel"]);
    assert!(!text.contains("your role") && !text.contains("provisional"), "{text}");
}

#[test]
fn an_audit_is_chosen_by_number_and_is_else_the_latest() {
    let desk = Desk::new();
    two_audits(&desk);
    assert_eq!(json(&desk, &["both.evenkeel"])["form"], "quick");
    assert_eq!(json(&desk, &["both.evenkeel", "--audit", "latest"])["form"], "quick");
    assert_eq!(json(&desk, &["both.evenkeel", "--audit", "1"]), json(&desk, &["one.evenkeel"]));
    assert_eq!(json(&desk, &["both.evenkeel", "--audit", "2"]), json(&desk, &["two.evenkeel"]));
    assert!(desk.works(&["score", "both.evenkeel", "--audit", "1"]).contains("full form, audit 1 of 2"));
    let (error, hint) = desk.fails(&["score", "both.evenkeel", "--audit", "3"], 1);
    assert_eq!(error, "there is no audit 3 in this file: both.evenkeel");
    assert_eq!(hint.unwrap(), "It has 2 audits, counted from 1, the oldest first.");
}

#[test]
fn a_profile_without_audits_has_no_scores() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("plain-full-300"), &[]);
    let mut profile = desk.json("a.evenkeel");
    profile["audits"] = json!([]);
    desk.write("a.evenkeel", profile.to_string());
    let (error, _) = desk.fails(&["score", "a.evenkeel"], 1);
    assert_eq!(error, "there is no audit in this file: a.evenkeel");
}

#[test]
fn more_confidence_widens_the_bands() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("plain-full-300"), &[]);
    let low = |confidence: &str| {
        let scores = json(&desk, &["a.evenkeel", "--confidence", confidence]);
        (scores["confidence"].clone(), scores["facets"]["risk-mitigation"]["low"].as_f64().unwrap())
    };
    let (narrow, middle, wide) = (low("0.80"), low("0.90"), low("0.95"));
    assert_eq!([&narrow.0, &middle.0, &wide.0], [&json!(0.8), &json!(0.9), &json!(0.95)]);
    assert!(narrow.1 > middle.1 && middle.1 > wide.1);
    assert_eq!(low("0.9"), middle);
    assert_eq!(json(&desk, &["a.evenkeel"])["confidence"], json!(0.9));
    assert!(desk.works(&["score", "a.evenkeel", "--confidence", "0.8"]).contains("80 in 100"));
}

#[test]
fn seconds_from_the_csv_reach_the_mirror() {
    let desk = Desk::new();
    desk.write(
        "answers.csv",
        "item,answer,seconds\nrisk-mitigation-1,4,2\nrisk-mitigation-6,3,6\nrisk-mitigation-7,3,\n",
    );
    desk.works(&["new", "-o", "a.evenkeel", "--answers", "answers.csv"]);
    assert_eq!(json(&desk, &["a.evenkeel"])["quality"]["median_seconds"], json!(4.0));
}

#[test]
fn other_words_are_a_warning_and_other_questions_an_error() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("plain-full-300"), &[]);
    let profile = desk.json("a.evenkeel");
    let write = |field: &str, value: Value| {
        let mut changed = profile.clone();
        changed["audits"][0]["instrument"][field] = value;
        desk.write("b.evenkeel", changed.to_string());
    };
    write("texts", json!("0000"));
    let said = desk.run(&["score", "b.evenkeel"]);
    assert_eq!(said.code, 0);
    assert!(said.err.starts_with("warning: audit ") && said.err.contains("in other words"), "{said:?}");
    for (field, value) in [("version", json!(9)), ("id", json!("other")), ("hash", json!("0000"))] {
        write(field, value);
        let (error, hint) = desk.fails(&["score", "b.evenkeel"], 1);
        assert!(error.contains("which this Evenkeel does not have") && hint.is_some(), "{error}");
    }
}

#[test]
fn what_a_file_says_reaches_the_terminal_as_text() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("plain-full-300"), &["--role", "\u{1b}[31mred\nlead\u{9b}", "--person", "\u{7}Ana"]);
    let text = desk.works(&["score", "a.evenkeel"]);
    assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text:?}");
    assert!(text.starts_with("\u{fffd}Ana, \u{fffd}[31mred lead\u{fffd}, "), "{text:?}");
}
