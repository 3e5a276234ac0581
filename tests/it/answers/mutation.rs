//! Tables that somebody or something has damaged. `make fuzz` does the same for longer, without knowing what should come out.

use std::ops::Range;

use proptest::prelude::*;
use proptest::sample::Index;

use super::dialect::{Dialect, Table, by_question, dialect, sheet, wanted};
use super::parse;
use evenkeel::words::Words;

/// A change of a few letters, or bytes.
#[derive(Clone, Debug)]
struct Damage<T> {
    at: Index,
    removed: usize,
    put: Vec<T>,
    /// Everything after it is lost.
    cut: bool,
}

fn damage<T: std::fmt::Debug + Clone>(put: impl Strategy<Value = T>) -> impl Strategy<Value = Damage<T>> {
    let put = prop::collection::vec(put, 0..2);
    let cut = prop::bool::weighted(0.05);
    (any::<Index>(), 0..2_usize, put, cut).prop_map(|(at, removed, put, cut)| Damage { at, removed, put, cut })
}

/// What has a meaning in some dialect, and what is put into cells.
fn letter() -> impl Strategy<Value = u8> {
    prop::sample::select(b",;\t|\"\"\r\n\n  00123459.=-/nNaA'x".to_vec())
}

/// Puts the damage into something in which rows stand at these places; gives for each row whether it was left alone.
fn apply<T: Clone>(whole: &mut Vec<T>, rows: &[Range<usize>], damages: &[Damage<T>]) -> Vec<bool> {
    let mut untouched = vec![true; rows.len()];
    let mut places: Vec<(usize, &Damage<T>)> = damages.iter().map(|d| (d.at.index(whole.len() + 1), d)).collect();
    // From the end, so that places before it stay where they are.
    places.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    for (at, damage) in places {
        let end = if damage.cut { whole.len() } else { (at + damage.removed).min(whole.len()) };
        whole.splice(at..end, damage.put.iter().cloned());
        for (row, untouched) in rows.iter().zip(&mut untouched) {
            *untouched &= row.end < at || end < row.start;
        }
    }
    untouched
}

/// The answers of rows that were left alone are where they were, or there is an error with a line. Gives how many rows were
/// compared.
fn check(rows: &[super::dialect::Cells], untouched: &[bool], bytes: &[u8]) -> Result<usize, TestCaseError> {
    let text = String::from_utf8_lossy(bytes);
    match parse(bytes) {
        Ok(table) => {
            let (found, wanted) = (by_question(&table.answers), wanted(rows));
            let left = rows.iter().zip(untouched).filter(|(_, untouched)| **untouched);
            for ((item, ..), _) in left.clone() {
                prop_assert_eq!(found.get(item), wanted.get(item), "{}: {}", item, text);
            }
            Ok(left.count())
        }
        Err(wrong) => {
            let most = bytes.iter().filter(|b| matches!(b, b'\r' | b'\n')).count() + 1;
            prop_assert!(wrong.line >= 1 && wrong.line <= most as u64, "line {} of {most}: {text}", wrong.line);
            prop_assert!(!wrong.what.is_empty() && wrong.said(&Words::english()).chars().count() < 400, "{wrong:?}");
            Ok(0)
        }
    }
}

fn in_letters(dialect: &Dialect, table: &Table, damages: &[Damage<u8>]) -> (Vec<u8>, Vec<bool>) {
    let mut letters = table.text.clone().into_bytes();
    let untouched = apply(&mut letters, &table.rows, damages);
    (dialect.encode(&String::from_utf8(letters).unwrap()), untouched)
}

fn in_bytes(dialect: &Dialect, table: &Table, damages: &[Damage<u8>]) -> (Vec<u8>, Vec<bool>) {
    let mut bytes = dialect.encode(&table.text);
    let place = |row: &Range<usize>| dialect.place(row.start)..dialect.place(row.end);
    let rows: Vec<_> = table.rows.iter().map(place).collect();
    let untouched = apply(&mut bytes, &rows, damages);
    (bytes, untouched)
}

proptest! {
    // More with PROPTEST_CASES.
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(1024), ..ProptestConfig::default() })]

    /// The worst that could happen is not an error, but an answer that moves to another question without a word.
    #[test]
    fn what_a_typist_spoils_is_an_error_or_stays_where_it_is(
        rows in sheet(),
        dialect in dialect(),
        damages in prop::collection::vec(damage(letter()), 1..3),
    ) {
        let (bytes, untouched) = in_letters(&dialect, &dialect.write(&rows), &damages);
        check(&rows, &untouched, &bytes)?;
    }

    #[test]
    fn what_a_disk_spoils_is_an_error_or_stays_where_it_is(
        rows in sheet(),
        dialect in dialect(),
        damages in prop::collection::vec(damage(any::<u8>()), 1..4),
    ) {
        let (bytes, untouched) = in_bytes(&dialect, &dialect.write(&rows), &damages);
        check(&rows, &untouched, &bytes)?;
    }

    #[test]
    fn no_bytes_bring_the_reader_down(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(parse(&bytes).map_or(true, |table| table.answers.count() == 0));
        let after = [b"item,answer\n".as_slice(), &bytes].concat();
        prop_assert!(parse(&after).map_or_else(|wrong| wrong.line >= 1, |table| table.answers.count() == 0));
    }
}

/// The damage is of a kind that often leaves a table that can be read: otherwise the tests above would look at nothing.
#[test]
fn many_damaged_tables_can_still_be_read() {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;

    let mut runner = TestRunner::deterministic();
    let all = (sheet(), dialect(), prop::collection::vec(damage(letter()), 1..3));
    let mut compared = 0;
    for _ in 0..300 {
        let (rows, dialect, damages) = all.new_tree(&mut runner).unwrap().current();
        let (bytes, untouched) = in_letters(&dialect, &dialect.write(&rows), &damages);
        compared += usize::from(check(&rows, &untouched, &bytes).unwrap() > 0);
    }
    assert!(compared > 30, "only {compared} of 300");
}
