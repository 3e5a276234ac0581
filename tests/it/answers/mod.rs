//! Tables of answers: every spreadsheet's dialect.

mod dialect;
mod mutation;

use std::fs;
use std::path::Path;

use evenkeel::answers::{AnswerTable, TableError, read};
use evenkeel::profile::Form;
use evenkeel::words::Words;

use crate::support::{instruments, version_1};

fn parse(bytes: &[u8]) -> Result<AnswerTable, TableError> {
    read(&Words::english(), bytes, &instruments(), None)
}

#[test]
fn what_spreadsheets_wrote_is_read_as_the_same() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/answers");
    let plain = parse(&fs::read(folder.join("plain.csv")).unwrap()).unwrap();
    assert_eq!(
        (plain.form, plain.order.len(), plain.answers.items.len(), plain.answers.count()),
        (Form::Full, 12, 9, 17)
    );
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending != "md") {
            assert_eq!(parse(&fs::read(&path).unwrap()).as_ref(), Ok(&plain), "{path:?}");
            count += 1;
        }
    }
    assert!(count > 15, "only {count} files");
}

/// Typed from paper of the first version, or exported by it.
#[test]
fn a_table_is_of_the_newest_questions_that_it_fits() {
    let of = |rows: &str| parse(format!("item,answer\n{rows}").as_bytes()).map(|table| table.instrument.version);
    let shared = "process-implementation-1,4\n";
    assert_eq!(of(shared), Ok(2), "both versions have it");
    assert_eq!(of(&format!("{shared}risk-mitigation-2,3\n")), Ok(1));
    assert_eq!(of(&format!("{shared}risk-mitigation-9,3\n")), Ok(2));
    let both = of("risk-mitigation-2,3\nrisk-mitigation-9,3\n").unwrap_err();
    assert_eq!((both.line, both.what.contains("risk-mitigation-9")), (3, true), "the first fits none of version 2");
    let wrong = of("risk-mitigation-2,3\nrisk-mitigation-3,8\n").unwrap_err();
    assert_eq!((wrong.line, wrong.column), (3, Some("answer")));
    assert_eq!(parse(b"item,answer\nrisk-mitigation-2,3\n").unwrap().instrument.hash, version_1().hash);
}

/// Spreadsheets write all rows that ever had a format: a million of them, with nothing in them.
#[test]
fn a_million_blank_rows_are_no_answers() {
    let mut table = "item;answer\r\nrisk-mitigation-1;4\r\n".to_owned();
    table.push_str(&";\r\n".repeat(1_048_574));
    table.push_str("risk-mitigation-2;5\r\n");
    let found = parse(table.as_bytes()).unwrap();
    assert_eq!(found.answers.items.len(), 2);
    table.push_str("x;5\r\n");
    assert_eq!(parse(table.as_bytes()).unwrap_err().line, 1_048_578);
}
