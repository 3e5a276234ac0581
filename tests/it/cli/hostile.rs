//! Whatever files and arguments hold, the terminal gets text, and errors stay short.

use evenkeel::foreign::is_better_escaped;
use evenkeel::storage::format;
use serde_json::{Value, json};

use super::{Desk, Said, case, fixtures};

/// One letter of each kind that a terminal must not get: colours and cursors, letters turned about, letters without width.
const HIDDEN: &str = "\u{1b}[31m\u{7}\u{8}\u{7f}\u{9b}2J\u{85}\u{202a}\u{202d}\u{202e}\u{2066}\u{2067}\u{2069}\u{200e}\u{200f}\
                      \u{61c}\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}\u{2028}\u{2029}\u{fe0f}\u{e0041}\u{115f}";

#[track_caller]
fn is_text(said: &Said) {
    let hidden = |c: char| c != '\n' && (c.is_control() || is_better_escaped(c));
    for output in [&said.out, &said.err] {
        assert!(!output.contains(hidden), "{output:?}");
    }
    assert!(said.out.lines().chain(said.err.lines()).all(|line| line.chars().count() < 1500), "{said:?}");
}

/// A profile with hidden letters wherever a text can stand.
fn profile(desk: &Desk) -> Value {
    desk.make("plain.evenkeel", &case("lean-m-full-307"), &[]);
    let mut profile = desk.json("plain.evenkeel");
    let text = |what: &str| json!(format!("{what}{HIDDEN}"));
    profile["person"] = text("person");
    profile[format!("field{HIDDEN}")] = json!(1);
    profile["hours"] = json!({ format!("facet{HIDDEN}"): 3.0 });
    profile["roles"] =
        json!([{ "id": text("id"), "name": text("name"), "ad": [{ "text": text("ad"), "facet": text("f") }] }]);
    let audit = &mut profile["audits"][0];
    audit["role"] = text("role");
    audit["id"] = text("id");
    audit["answers"][format!("item{HIDDEN}")] = json!(3);
    audit["instrument"][format!("field{HIDDEN}")] = json!(1);
    profile
}

#[test]
fn hidden_letters_of_a_profile_reach_no_terminal() {
    let desk = Desk::new();
    let mut profile = profile(&desk);
    desk.write("a.evenkeel", profile.to_string());
    for arguments in [
        &["score", "a.evenkeel"] as &[&str],
        &["score", "a.evenkeel", "--json"],
        &["check", "a.evenkeel"],
        &["chart", "a.evenkeel", "-o", "a.svg"],
        &["report", "a.evenkeel", "-o", "a.json"],
        &["export", "a.evenkeel", "-o", "a.csv"],
        &["export", "a.evenkeel", "-o", "-", "--format", "json"],
    ] {
        let said = desk.run(arguments);
        assert_eq!(said.code, 0, "{said:?}");
        is_text(&said);
    }
    let said = desk.run(&["score", "a.evenkeel"]);
    assert!(said.out.starts_with("person\u{fffd}[31m\u{fffd}") && said.out.contains("<U+202E>"), "{said:?}");
    // Data stays what it is.
    let exported: Value =
        serde_json::from_str(&desk.run(&["export", "a.evenkeel", "-o", "-", "--format", "json"]).out).unwrap();
    assert_eq!(exported[0]["profile"]["person"], profile["person"]);
    assert_eq!(exported[0]["audits"][0]["role"], profile["audits"][0]["role"]);

    // Audits of other questions, and in other words.
    profile["audits"][0]["instrument"]["texts"] = json!("0");
    desk.write("words.evenkeel", profile.to_string());
    profile["audits"][0]["instrument"]["id"] = json!(format!("id{HIDDEN}"));
    desk.write("other.evenkeel", profile.to_string());
    for file in ["words.evenkeel", "other.evenkeel"] {
        for arguments in [&["score", file] as &[&str], &["check", file], &["export", file, "-o", "b.csv"]] {
            let said = desk.run(arguments);
            assert!(said.err.contains("<U+202E>") || said.out.contains("<U+202E>"), "{said:?}");
            is_text(&said);
        }
    }
    let said = desk.run(&["report", "a.evenkeel", "-o", "b.json", "--role", "name"]);
    assert!(said.err.contains("Near to it: name\u{fffd}[31m"), "{said:?}");
    is_text(&said);
}

#[test]
fn hidden_letters_of_arguments_and_tables_reach_no_terminal() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("lean-m-full-307"), &[]);
    let with = |what: &str| format!("{what}{HIDDEN}");
    for (name, table) in [
        ("a.csv", format!("item,{HIDDEN}answer\n")),
        ("b.csv", format!("item,answer\n{HIDDEN}x,1\n")),
        ("c.csv", format!("item,answer\nrisk-mitigation-1,{HIDDEN}\n")),
        ("d.csv", format!("item,answer,seconds\nrisk-mitigation-1,4,{HIDDEN}x\n")),
        ("e.csv", format!("item,,answer\nrisk-mitigation-1,x{HIDDEN},4\n")),
    ] {
        desk.write(name, table);
        let said = desk.run(&["new", "-o", "b.evenkeel", "--answers", name]);
        assert_eq!(said.code, 1, "{name}: {said:?}");
        is_text(&said);
    }
    desk.write("own.typ", format!("#panic(\"{}\")", HIDDEN.replace('\u{8}', "")));
    for arguments in [
        vec!["score".to_owned(), with("a")],
        vec!["score".to_owned(), "a.evenkeel".to_owned(), with("--x")],
        vec!["score".to_owned(), "a.evenkeel".to_owned(), format!("--audit={HIDDEN}")],
        vec![with("score"), "a.evenkeel".to_owned()],
        vec!["new".to_owned(), "-o".to_owned(), with("folder/") + "/x"],
        vec!["new".to_owned(), "-o".to_owned(), "b.evenkeel".to_owned(), "--form".to_owned(), with("quick")],
        vec!["export".to_owned(), with("a"), "-o".to_owned(), with("b")],
        vec!["chart".to_owned(), "a.evenkeel".to_owned(), "-o".to_owned(), with("b")],
        vec!["report".to_owned(), "a.evenkeel".to_owned(), "-o".to_owned(), "b.json".to_owned(), with("--role=")],
    ] {
        let said = desk.run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
        assert_ne!(said.code, 0, "{said:?}");
        is_text(&said);
    }
    #[cfg(feature = "report")]
    is_text(&desk.run(&["report", "a.evenkeel", "-o", "b.pdf", "--template", "own.typ"]));
}

/// Names that only some systems take.
#[cfg(target_os = "linux")]
#[test]
fn hidden_letters_of_files_names_reach_no_terminal() {
    let desk = Desk::new();
    desk.make("plain.evenkeel", &case("lean-m-full-307"), &[]);
    let name = |what: &str| format!("{what}{HIDDEN}\n{what}.evenkeel");
    desk.write(&name("good"), desk.read("plain.evenkeel"));
    desk.write(&name("bad"), "{");
    desk.write(&format!("{HIDDEN}.csv"), "item,answer\nx,1\n");
    let table = format!("{HIDDEN}.csv");
    std::fs::create_dir(desk.path(HIDDEN)).unwrap();
    for (arguments, code) in [
        (vec!["score", &name("good")], 0),
        (vec!["check", &name("good")], 0),
        (vec!["check", &name("bad")], 1),
        (vec!["score", &name("none")], 1),
        (vec!["score", HIDDEN], 1),
        (vec!["chart", &name("good"), "-o", &format!("{HIDDEN}.svg")], 0),
        (vec!["report", &name("good"), "-o", &format!("{HIDDEN}.json")], 0),
        (vec!["export", &name("good"), &name("good"), HIDDEN, &name("bad"), "-o", &format!("{HIDDEN}.x.csv")], 1),
        (vec!["new", "-o", &format!("{HIDDEN}new.evenkeel")], 0),
        (vec!["new", "-o", &format!("{HIDDEN}new.evenkeel")], 1),
        (vec!["new", "-o", "a.evenkeel", "--answers", &table], 1),
    ] {
        let said = desk.run(&arguments);
        assert_eq!(said.code, code, "{said:?}");
        is_text(&said);
        let names_it = (said.out + &said.err).contains("<U+202E>");
        assert!(names_it || code == 0 && arguments[0] == "score", "{arguments:?}");
    }
}

/// An error may quote 80 characters of what it is about; the rest is ours.
#[track_caller]
fn is_short(error: &str) {
    let quoted = error.chars().filter(|c| *c == 'Ω').count();
    assert!(quoted <= 80, "{quoted} letters of the value: {error}");
    assert!(error.chars().count() < 500, "{} letters: {error}", error.chars().count());
}

/// In the place of every value and of every name in a whole profile, one of 20,000 letters.
#[test]
fn no_value_of_a_profile_makes_a_long_error() {
    let long = "Ω".repeat(20_000);
    for path in fixtures("good") {
        let Ok(whole) = serde_json::from_slice::<Value>(&std::fs::read(&path).unwrap()) else { continue };
        let mut places = Vec::new();
        collect("", &whole, &mut places);
        let mut wrong = 0;
        for place in &places {
            let (outer, name) = place.rsplit_once('/').unwrap();
            let mut changed = whole.clone();
            *changed.pointer_mut(place).unwrap() = json!(long);
            let mut renamed = whole.clone();
            if let Some(map) = renamed.pointer_mut(outer).unwrap().as_object_mut() {
                let value = map.shift_remove(&name.replace("~1", "/").replace("~0", "~")).unwrap();
                map.insert(long.clone(), value);
            }
            for bytes in [changed.to_string(), renamed.to_string(), twice(&renamed, &long)] {
                if let Err(error) = format::open(bytes.as_bytes()) {
                    wrong += 1;
                    is_short(&evenkeel::message::format(&evenkeel::words::Words::english(), &error));
                }
            }
        }
        assert!(wrong > places.len() / 3, "{path:?}: only {wrong} of {} were wrong", places.len());
    }
}

/// With the long name there twice.
fn twice(value: &Value, long: &str) -> String {
    let text = value.to_string();
    let name = format!("\"{long}\":");
    text.replacen(&name, &format!("{name}1,{name}"), 1)
}

fn collect(place: &str, value: &Value, places: &mut Vec<String>) {
    let mut add = |name: &str, inner: &Value| {
        let inside = format!("{place}/{}", name.replace('~', "~0").replace('/', "~1"));
        places.push(inside.clone());
        collect(&inside, inner, places);
    };
    match value {
        Value::Object(map) => map.iter().for_each(|(name, inner)| add(name, inner)),
        Value::Array(list) => list.iter().enumerate().for_each(|(i, inner)| add(&i.to_string(), inner)),
        _ => {}
    }
}

#[test]
fn no_table_template_or_argument_makes_a_long_error() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("lean-m-full-307"), &[]);
    let long = "Ω".repeat(900);
    let longer = "Ω".repeat(20_000);
    let errors = |arguments: &[&str]| {
        let said = desk.run(arguments);
        assert_ne!(said.code, 0, "{said:?}");
        said.err.lines().for_each(is_short);
    };
    for value in [&long, &longer] {
        for table in [
            format!("item,{value}\n"),
            format!("item,answer\n{value},4\n"),
            format!("item,answer\nrisk-mitigation-1,{value}\n"),
            format!("item,answer,seconds\nrisk-mitigation-1,4,{value}\n"),
            format!("item,answer,seconds\n{value},4,x\n"),
            format!("item,,answer\nrisk-mitigation-1,{value},4\n"),
            format!("item,answer\nrisk-mitigation-1,4,{value}\n"),
        ] {
            desk.write("a.csv", table);
            errors(&["new", "-o", "b.evenkeel", "--answers", "a.csv"]);
        }
        errors(&["score", value]);
        errors(&["score", &format!("{}/{value}", "x".repeat(200))]);
        errors(&["check", "a.evenkeel", &format!("--{value}")]);
        errors(&["score", "a.evenkeel", "--audit", value]);
        errors(&["score", "a.evenkeel", "--confidence", value]);
        errors(&["scor", value, value]);
        errors(&[value, value]);
        errors(&["new", "-o", &format!("{value}.evenkeel")]);
        errors(&["new", "-o", "b.evenkeel", "--form", value]);
        errors(&["export", "a.evenkeel", "-o", value]);
        errors(&["export", value, "-o", "b.csv"]);
        errors(&["chart", "a.evenkeel", "-o", value]);
        errors(&["chart", "a.evenkeel", "-o", "b.png", "--scale", value]);
        errors(&["report", "a.evenkeel", "-o", "b.pdf", "--pages", value]);
        errors(&["report", "a.evenkeel", "-o", "b.json", "--role", value]);
        errors(&["report", "a.evenkeel", "-o", "b.pdf", "--template", value]);
        #[cfg(feature = "report")]
        for template in [
            format!("#panic(\"{value}\")"),
            format!("#assert(false, message: \"{value}\")"),
            format!("#{value}"),
            format!("#import \"{value}\""),
            format!("#let x = 1\n#x.{value}"),
            format!("#set text(lang: \"{value}\")"),
        ] {
            desk.write("own.typ", template);
            errors(&["report", "a.evenkeel", "-o", "b.pdf", "--template", "own.typ"]);
        }
    }
    let mut profile = desk.json("a.evenkeel");
    profile["audits"][0]["id"] = json!("Ω".repeat(100));
    profile["audits"][0]["instrument"]["id"] = json!("x".repeat(200));
    desk.write("b.evenkeel", profile.to_string());
    errors(&["score", "b.evenkeel"]);
    profile["roles"] = json!([{ "id": "1", "name": "Ω".repeat(9000) }]);
    desk.write("b.evenkeel", profile.to_string());
    errors(&["report", "b.evenkeel", "-o", "b.json", "--role", "Ω"]);
}
