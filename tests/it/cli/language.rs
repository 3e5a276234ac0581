//! What the program says on the command line comes from the texts: with `en-XA` as the system's language, no English is left.

use std::collections::BTreeSet;

use super::Desk;
use crate::support::sample;

/// What begins a line about something that went wrong, for scripts; options and columns of tables, which are names.
const NAMES: [&str; 16] = [
    "error", "hint", "warning", "evenkeel", "Evenkeel", "audit", "latest", "answers", "item", "answer", "seconds",
    "force", "CSV", "PNG", "founder", "mentor",
];
/// What the person wrote, in the file or on the command line.
const TYPED: [&str; 6] = ["Team", "lead", "logistics", "Ana", "spring", "law"];

fn left(said: &str) -> BTreeSet<String> {
    let pieces = said.split_whitespace().filter(|piece| !piece.contains(['/', '\\', '.', '<', '>', '-']));
    let words = pieces.flat_map(|piece| piece.split(|c: char| !c.is_alphabetic()));
    words
        .filter(|word| word.len() > 2 && word.is_ascii() && !NAMES.contains(word) && !TYPED.contains(word))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_word_comes_from_the_texts() {
    let desk = Desk::new();
    desk.write(
        "me.evenkeel",
        evenkeel::storage::format::encode(&sample::profile([sample::mockup(&crate::support::instrument())])).unwrap(),
    );
    desk.write("mixed.evenkeel", include_str!("../../fixtures/history/mixed.evenkeel"));
    desk.write("other.evenkeel", "{}");
    desk.write("empty.evenkeel", "");
    desk.write("newer.evenkeel", r#"{"format":"evenkeel-profile","version":99,"min_reader":99}"#);
    desk.write("wrong.csv", "item,answer\nrisk-mitigation-2,9\n");
    let mut wrong = Vec::new();
    for arguments in [
        &["score", "me.evenkeel"][..],
        &["check", "me.evenkeel"],
        &["history", "me.evenkeel"],
        &["history", "mixed.evenkeel"],
        &["history", "mixed.evenkeel", "--together"],
        &["history", "mixed.evenkeel", "--from", "spring"],
        &["history", "mixed.evenkeel", "--from", "2029-01-01"],
        &["history", "mixed.evenkeel", "--to", "2001-01-01"],
        &["history", "mixed.evenkeel", "--from", "1", "--to", "1"],
        &["history", "mixed.evenkeel", "--from", "1", "--to", "2"],
        &["tracks"],
        &["plan", "me.evenkeel"],
        &["plan", "mixed.evenkeel"],
        &["plan", "me.evenkeel", "-o", "a.txt"],
        &["tick", "me.evenkeel", "--did"],
        &["tick", "me.evenkeel", "--did", "2"],
        &["tick", "-"],
        &["actions"],
        &["actions", "--facet", "law"],
        &["chart", "me.evenkeel", "-o", "a.svg"],
        &["export", "me.evenkeel", "-o", "a.csv"],
        &["new", "-o", "new.evenkeel"],
        &["score", "missing.evenkeel"],
        &["score", "."],
        &["score", "me.evenkeel", "--audit", "9"],
        &["check", "other.evenkeel"],
        &["check", "empty.evenkeel"],
        &["check", "newer.evenkeel"],
        &["new", "-o", "me.evenkeel"],
        &["new", "--answers", "wrong.csv", "-o", "x.evenkeel"],
    ] {
        let output = desk.command(arguments).env("LC_ALL", "en_XA.UTF-8").output().unwrap();
        let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
        assert!(said.is_empty() || said.contains('['), "{arguments:?}: not in the language for tests: {said}");
        let left = left(&said);
        if !left.is_empty() {
            wrong.push(format!("{arguments:?}: {left:?} in {said}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
