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
        ("item;note\n", of("line 1: there is no column “note”"), header),
        ("\n;;\nItem|Answer\n", of("line 3: there is no column “Item|Answer”"), header),
        ("sep=;\nsep=;\nitem;answer\n", of("line 2: there is no column “sep=”"), header),
        ("item,answer,note\n", of("line 1: there is no column “note”"), header),
        ("item,seconds\n", of("line 1: the column “answer” is missing"), header),
        ("answer\n", of("line 1: the column “item” is missing"), header),
        ("item,answer,item\n", of("line 1: there are two columns “item”"), None),
        ("answer,item\n4\n", of("line 2, column item: there is no item"), None),
        (
            "item;;answer\nrisk-mitigation-1;4;\n",
            of("line 2: “4” stands in a column without a name"),
            Some("Delete it"),
        ),
        (
            "item;answer\nrisk-mitigation-1,4\n",
            of("line 2, column item: there is nothing to answer called “risk-mitigation-1,4”"),
            Some("The first line has ; between its columns."),
        ),
        ("item,answer\nrisk-mitigation-1,3,0\n", of("line 2: 3 values where 2 belong"), Some("Is a comma")),
        ("item,answer\nrisk-mitigation-1,4,5\n", of("line 2: 3 values where 2 belong"), Some("Is a comma")),
        ("item,answer\n,4\n", of("line 2, column item: there is no item"), None),
        (
            "item,answer\nrisk-mitigation-1,4\nrisk-mitigaton-6,4\n",
            of("line 3, column item: there is nothing to answer called “risk-mitigaton-6”"),
            Some("Is it risk-mitigation-6?"),
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
            "item,answer\nRisk-mitigaton-1,4\n",
            of("line 2, column item: there is nothing to answer called “Risk-mitigaton-1”"),
            Some("Is it risk-mitigation-1?"),
        ),
        (
            "item,answer\nrisk-mitigation-1,4\n\nrisk-mitigation-1,4\n",
            of("line 4, column item: risk-mitigation-1 stands in line 2 already"),
            None,
        ),
        (
            "item\tanswer\rrisk-mitigation-1\t4\r\rRISK-mitigation-1\t4\r",
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
    let many = |value: &str| {
        format!(
            "line 2, column seconds: “{value}” seconds are too many for risk-mitigation-1, which can have 0 to 86400"
        )
    };
    let two = |value: &str| {
        format!("line 2, column seconds: “{value}” seconds for risk-mitigation-1 can be read in two ways")
    };
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
        ("item,answer,seconds\nrisk-mitigation-1,4,86401\n", many("86401"), None),
        ("item,answer,seconds\nrisk-mitigation-1,4,1e308\n", many("1e308"), None),
        ("item;answer;seconds\nrisk-mitigation-1;4;1.234\n", two("1.234"), Some("Write 1234, or")),
        ("item,answer,seconds\nrisk-mitigation-1,4,\"1,234\"\n", two("1,234"), Some("Write 1234, or")),
    ];
    for (csv, value) in [
        ("item,answer\nrisk-mitigation-1,0\n", "0"),
        ("item,answer\nrisk-mitigation-1,6\n", "6"),
        ("item,answer\nrisk-mitigation-1,4.5\n", "4.5"),
        ("item;answer\nrisk-mitigation-1;4,5\n", "4,5"),
        ("item;answer\nrisk-mitigation-1;04. Mai\n", "04. Mai"),
        ("item,answer\nrisk-mitigation-1,+4\n", "+4"),
        ("item,answer\nrisk-mitigation-1,-4\n", "-4"),
        ("item,answer\nrisk-mitigation-1,often\n", "often"),
        ("item,answer\nrisk-mitigation-1,n-a\n", "n-a"),
        ("item,answer\nrisk-mitigation-1,#N/A\n", "#N/A"),
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
    desk.write("answers.csv", "item,answer\nrisk-mitigation-1,4\nrisk-mitigation-7,4\n");
    let (error, hint) = desk.fails(&["new", "-o", "a.evenkeel", "--answers", "answers.csv", "--form", "quick"], 1);
    assert_eq!(error, "line 3, column item: risk-mitigation-7 is not in the quick form: answers.csv");
    assert_eq!(hint.unwrap(), "Leave out --form, or give --form full.");
}

#[test]
fn other_encodings_are_named() {
    let desk = Desk::new();
    desk.write("answers.csv", b"item,answer\nrisk-mitigation-1,4\nrisk-mitigation-2,\xe9\n");
    let (error, hint) = desk.fails(&["new", "-o", "a.evenkeel", "--answers", "answers.csv"], 1);
    assert_eq!(error, "line 3: the text is not in UTF-8: answers.csv");
    assert!(hint.unwrap().contains("UTF-8"));
    let mut utf16: Vec<u8> = "\u{feff}item,answer\n\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    utf16.push(b'r');
    desk.write("answers.csv", utf16);
    let (error, hint) = desk.fails(&["new", "-o", "a.evenkeel", "--answers", "answers.csv"], 1);
    assert_eq!(error, "line 3: the text is not whole UTF-16: answers.csv");
    assert_eq!(hint.unwrap(), "Save it again as “CSV UTF-8”.");
    desk.write("answers.xlsx", b"PK\x03\x04\x14\0\x06\0");
    let (error, hint) = desk.fails(&["new", "-o", "a.evenkeel", "--answers", "answers.xlsx"], 1);
    assert_eq!(error, "line 1: this is a spreadsheet’s own file, not a CSV: answers.xlsx");
    assert!(hint.unwrap().contains("save it as CSV"));
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
