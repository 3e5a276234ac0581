//! The texts of the program against its source.

use std::fs;
use std::path::Path;

fn source(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            source(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

/// Ids that nobody asks for, by the name in quotes, and that are no part of another text.
fn unused<'a>(texts: &'a str, source: &str) -> Vec<&'a str> {
    let begins = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
    let ids = texts.lines().filter(begins).filter_map(|line| Some(line.split_once(" =")?.0));
    let asked = |id: &&str| source.contains(&format!("\"{id}\"")) || texts.contains(&format!("{{ {id} }}"));
    ids.filter(|id| !asked(id)).collect()
}

#[test]
fn a_text_that_nobody_asks_for_is_found() {
    assert_eq!(unused("save = Save\n# no = text\nopen = Open\n    more", "t!(words, \"save\")"), ["open"]);
}

#[test]
fn every_text_is_asked_for() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = String::new();
    source(&root.join("src"), &mut all);
    let texts = fs::read_to_string(root.join("assets/i18n/en/evenkeel.ftl")).unwrap();
    assert_eq!(unused(&texts, &all), Vec::<&str>::new());
}

/// The first of two texts of one name would be shown for both.
#[test]
fn no_text_has_the_name_of_another() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let texts = fs::read_to_string(root.join("assets/i18n/en/evenkeel.ftl")).unwrap();
    let begins = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
    let mut ids: Vec<&str> = texts.lines().filter(begins).filter_map(|line| Some(line.split_once(" =")?.0)).collect();
    ids.sort_unstable();
    let twice: Vec<&str> = ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    assert_eq!(twice, Vec::<&str>::new());
}
