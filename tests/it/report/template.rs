//! A template of one's own: what it gets, what it cannot reach, what is said when it is broken.

use evenkeel::typeset::TypesetError;

use super::roles::with_own;
use super::{about, data, everything, longest, text, with_template, worked_example};

fn broken(source: &str) -> (String, String, String) {
    match with_template(source) {
        Err(TypesetError::Template(error)) => (error.place, error.message, error.hint),
        other => panic!("this should be broken: {:?}", other.map(|pages| pages.count())),
    }
}

const HEAD: &str =
    "#let data = json(\"data.json\")\n#set document(title: data.title)\n#set text(font: data.fonts, lang: \"en\")\n";

#[test]
fn it_gets_the_data_and_may_use_the_built_in_files() {
    let own = format!("{HEAD}#import \"lib.typ\": radar\n= #data.summary.sentence\n#radar(data.summary.chart)\n");
    let pages = with_template(&own).unwrap();
    let text = text(&pages.pdf());
    assert!(text.contains("You take the chances to lead somewhat more") && text.contains("Vision"), "{text}");
}

#[test]
fn a_broken_template_is_reported_with_line_and_hint() {
    let (place, message, _) = broken("= Hello\n\n#let x = \n");
    assert!(place.starts_with("own.typ, line 3"), "{place}");
    assert!(message.contains("expected expression"), "{message}");
    let (place, message, hint) = broken(&format!("{HEAD}#data.nosuch"));
    assert_eq!(place, "own.typ, line 4, column 7");
    assert!(message.contains("does not contain key"), "{message} {hint}");
    let (_, message, _) = broken(&format!("{HEAD}#image(bytes(data.summary.chart.radar.svg), format: \"svg\")"));
    assert!(message.contains("alt"), "a chart without words does not pass: {message}");
    let (_, message, _) = broken("no title");
    assert!(message.contains("title"), "{message}");
}

#[test]
fn it_can_read_nothing_else() {
    for (reach, word) in [
        ("#read(\"/etc/passwd\")", "not found"),
        ("#read(\"../../../etc/passwd\")", ""),
        ("#image(\"/home/me.png\")", "not found"),
        ("#import \"@preview/cetz:0.3.0\": canvas", "not found"),
        ("#plugin(\"evil.wasm\")", "not found"),
    ] {
        let (_, message, _) = broken(&format!("{HEAD}{reach}"));
        assert!(message.contains(word), "{reach}: {message}");
    }
    let today = with_template(&format!("{HEAD}#datetime.today().display()")).unwrap();
    assert!(text(&today.pdf()).contains("2026-11-19"), "today is the day of the audit");
}

#[test]
fn a_template_that_never_ends_is_reported_too() {
    let (_, message, _) = broken("#let n = 1\n#while n > 0 { n += 1 }");
    assert!(message.contains("infinite"), "{message}");
    let (_, message, _) = broken("#let f() = f()\n#f()");
    assert!(message.contains("recursion") || message.contains("depth"), "{message}");
}

#[test]
fn every_field_is_documented() {
    let page = include_str!("../../../docs/REPORT.md");
    let mut names = std::collections::BTreeSet::new();
    for profile in [worked_example(), longest()] {
        gather(&serde_json::to_value(data(&profile, &everything())).unwrap(), &mut names);
    }
    for roles in [&["founder", "current", "00000000-0000-4000-8000-00000000aaaa"][..], &["founder"]] {
        gather(&serde_json::to_value(about(&with_own(), roles, &everything())).unwrap(), &mut names);
    }
    let lacking: Vec<&String> = names.iter().filter(|name| !page.contains(&format!("`{name}`"))).collect();
    assert!(lacking.is_empty(), "docs/REPORT.md does not say what these are: {lacking:?}");
    assert!(names.len() > 40, "{names:?}");
}

/// The names of all fields. Those of the colours are values.
fn gather(value: &serde_json::Value, names: &mut std::collections::BTreeSet<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                names.insert(name.clone());
                gather(value, names);
            }
        }
        serde_json::Value::Array(all) => all.iter().for_each(|one| gather(one, names)),
        _ => {}
    }
}
