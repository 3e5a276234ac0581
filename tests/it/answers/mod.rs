//! Tables of answers: every spreadsheet's dialect.

mod dialect;
mod mutation;

use std::fs;
use std::path::Path;

use evenkeel::answers::{AnswerTable, TableError, read};
use evenkeel::profile::Form;
use evenkeel::words::Words;

use crate::support::instrument;

fn parse(bytes: &[u8]) -> Result<AnswerTable, TableError> {
    read(&Words::english(), bytes, &instrument(), None)
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
