//! What is wrong with a CSV of answers: the line, the column, the value, and what may stand there.

use super::Desk;

const FIVE: &str = "1, 2, 3, 4, 5";

/// A CSV, the error up to the name of the file, and the beginning of the hint.
type Row = (&'static str, String, Option<&'static str>);

fn unknown_and_misplaced() -> Vec<Row> {
    let header = Some("The first line names the columns: item,answer or item,answer,seconds.");
    let of = |text: &str| text.to_owned();
    vec![
        ("", of("line 1: there is nothing in the file"), header),
        ("\n\n", of("line 1: there is nothing in the file"), header),
        ("risk-mitigation-1,4\n", of("line 1: there is no column “risk-mitigation-1”"), header),
        (
            "item;answer\nrisk-mitigation-1;4\n",
            of("line 1: the columns are separated by ;, not by commas"),
            Some("Save it"),
        ),
        ("item\tanswer\n", of("line 1: the columns are separated by tabs, not by commas"), Some("Save it")),
        ("item,answer,note\n", of("line 1: there is no column “note”"), header),
        ("item,seconds\n", of("line 1: the column “answer” is missing"), header),
        ("answer\n", of("line 1: the column “item” is missing"), header),
        ("item,answer,item\n", of("line 1: there are two columns “item”"), None),
        ("item,answer\nrisk-mitigation-1\n", of("line 2: 1 values where 2 belong"), Some("Is a comma")),
        ("item,answer\nrisk-mitigation-1,4,5\n", of("line 2: 3 values where 2 belong"), Some("Is a comma")),
        ("item,answer\n,4\n", of("line 2, column item: there is no item"), None),
        (
            "item,answer\nrisk-mitigation-1,4\nrisk-mitigaton-2,4\n",
            of("line 3, column item: there is nothing to answer called “risk-mitigaton-2”"),
            Some("Is it risk-mitigation-2?"),
        ),
        (
            "item,answer\nenergy/vision,4\n",
            of("line 2, column item: there is nothing to answer called “energy/vision”"),
            Some("Items are called <facet>-<number>"),
        ),
        (
            "item,answer\nneeds/vision-translation,4\n",
            of("line 2, column item: there is nothing to answer called “needs/vision-translation”"),
            Some("Is it need/vision-translation?"),
        ),
        (
            "item,answer\nRisk-mitigation-1,4\n",
            of("line 2, column item: there is nothing to answer called “Risk-mitigation-1”"),
            Some("Is it risk-mitigation-1?"),
        ),
        (
            "item,answer\nrisk-mitigation-1,4\n\nrisk-mitigation-1,4\n",
            of("line 4, column item: risk-mitigation-1 stands in line 2 already"),
            None,
        ),
    ]
}

fn wrong_values() -> Vec<Row> {
    let answer = |value: &str, item: &str, allowed: &str| {
        format!("line 2, column answer: “{value}” is no answer to {item}, which can have {allowed}, or nothing")
    };
    let seconds =
        |value: &str| format!("line 2, column seconds: “{value}” is no number of seconds for risk-mitigation-1");
    let item = format!("{FIVE}, na");
    let mut all = vec![
        ("item,answer\nneed/risk-mitigation,0\n", answer("0", "need/risk-mitigation", FIVE), None),
        ("item,answer\nneed/risk-mitigation,na\n", answer("na", "need/risk-mitigation", FIVE), None),
        ("item,answer\nenergy/risk-mitigation,6\n", answer("6", "energy/risk-mitigation", FIVE), None),
        (
            "item,answer\ndose/risk-mitigation,much\n",
            answer("much", "dose/risk-mitigation", "too-little, right, too-much"),
            None,
        ),
        (
            "item,answer\nsituation/whose-job,11\n",
            answer("11", "situation/whose-job", "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10"),
            None,
        ),
        (
            "item,answer\nsign/costs-run-over,yes\n",
            answer("yes", "sign/costs-run-over", "no, sometimes, often, unknown"),
            None,
        ),
        ("item,answer,seconds\nrisk-mitigation-1,4,-1\n", seconds("-1"), None),
        ("item,answer,seconds\nrisk-mitigation-1,4,NaN\n", seconds("NaN"), None),
        ("item,answer,seconds\nrisk-mitigation-1,4,inf\n", seconds("inf"), None),
        ("item,answer,seconds\nrisk-mitigation-1,4,5s\n", seconds("5s"), None),
    ];
    for (csv, value) in [
        ("item,answer\nrisk-mitigation-1,0\n", "0"),
        ("item,answer\nrisk-mitigation-1,6\n", "6"),
        ("item,answer\nrisk-mitigation-1,4.0\n", "4.0"),
        ("item,answer\nrisk-mitigation-1,+4\n", "+4"),
        ("item,answer\nrisk-mitigation-1,-4\n", "-4"),
        ("item,answer\nrisk-mitigation-1,often\n", "often"),
        ("item,answer\nrisk-mitigation-1,n/a\n", "n/a"),
        ("item,answer\nrisk-mitigation-1,260\n", "260"),
    ] {
        all.push((csv, answer(value, "risk-mitigation-1", &item), None));
    }
    all
}

#[test]
fn each_error_names_line_column_and_value() {
    let desk = Desk::new();
    for (csv, error, hint) in unknown_and_misplaced().into_iter().chain(wrong_values()) {
        desk.write("answers.csv", csv);
        let (said, said_hint) = desk.fails(&["new", "-o", "a.evenkeel", "--answers", "answers.csv"], 1);
        assert_eq!(said, format!("{error}: answers.csv"), "{csv:?}");
        match (hint, said_hint) {
            (Some(hint), Some(said)) => assert!(said.starts_with(hint), "{csv:?}: {said}"),
            (hint, said) => assert_eq!(hint.map(str::to_owned), said, "{csv:?}"),
        }
        assert!(!desk.path("a.evenkeel").exists(), "{csv:?}");
    }
}

#[test]
fn an_item_outside_the_quick_form_is_an_error_when_that_was_asked_for() {
    let desk = Desk::new();
    desk.write("answers.csv", "item,answer\nrisk-mitigation-1,4\nrisk-mitigation-4,4\n");
    let (error, hint) = desk.fails(&["new", "-o", "a.evenkeel", "--answers", "answers.csv", "--form", "quick"], 1);
    assert_eq!(error, "line 3, column item: risk-mitigation-4 is not in the quick form: answers.csv");
    assert_eq!(hint.unwrap(), "Leave out --form, or give --form full.");
}

#[test]
fn other_encodings_are_named() {
    let desk = Desk::new();
    desk.write("answers.csv", b"item,answer\nrisk-mitigation-1,4\nrisk-mitigation-2,\xe9\n");
    let (error, hint) = desk.fails(&["new", "-o", "a.evenkeel", "--answers", "answers.csv"], 1);
    assert_eq!(error, "line 3: the text is not in UTF-8: answers.csv");
    assert!(hint.unwrap().contains("UTF-8"));
    let utf16: Vec<u8> = "\u{feff}item,answer\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    desk.write("answers.csv", utf16);
    let (error, _) = desk.fails(&["new", "-o", "a.evenkeel", "--answers", "answers.csv"], 1);
    assert_eq!(error, "line 1: the text is not in UTF-8: answers.csv");
}

/// Whatever a file holds, one line comes out that a terminal takes for text.
#[test]
fn values_cannot_break_the_line_or_reach_the_terminal() {
    let desk = Desk::new();
    desk.write("answers.csv", "item,answer\n\"risk\n\u{1b}[31m\u{7}-1\",4\n");
    let (error, _) = desk.fails(&["new", "-o", "a.evenkeel", "--answers", "answers.csv"], 1);
    assert!(error.starts_with("line 2, column item: "), "{error}");
    assert!(!error.chars().any(char::is_control), "{error:?}");
    desk.write("answers.csv", format!("item,answer\nrisk-mitigation-1,{}\n", "9".repeat(900)));
    let (error, _) = desk.fails(&["new", "-o", "a.evenkeel", "--answers", "answers.csv"], 1);
    assert!(error.len() < 300, "{error}");
    desk.write("answers.csv", format!("item,answer\n\"never closed,{}\n", "x,4\n".repeat(1000)));
    let (error, hint) = desk.fails(&["new", "-o", "a.evenkeel", "--answers", "answers.csv"], 1);
    assert!(error.starts_with("line 2: "), "{error}");
    assert!(hint.unwrap().contains("quotation mark"));
}
