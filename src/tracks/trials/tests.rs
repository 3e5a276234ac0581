//! The built-in trials, and files that break a rule.

use std::collections::BTreeSet;

use super::*;
use crate::data::DataError;

fn parse(structure: &str, texts: &str) -> Result<TrialLibrary, DataError> {
    let (structure, texts) =
        (DataFile { name: "trials.toml", text: structure }, DataFile { name: "en-trials.toml", text: texts });
    TrialLibrary::parse(structure, texts, &Catalogue::built_in().unwrap()).map_err(DataError::from)
}

/// What is said where the first place of `old` in the structure, or else in the texts, is replaced.
fn broken(old: &str, new: &str) -> String {
    let (structure, texts) = (STRUCTURE.text, EN.text);
    let result = if structure.contains(old) {
        parse(&structure.replacen(old, new, 1), texts)
    } else {
        assert!(texts.contains(old), "{old} stands nowhere");
        parse(structure, &texts.replacen(old, new, 1))
    };
    result.unwrap_err().to_string()
}

#[test]
fn every_role_has_trials_for_everybody_and_some_for_people_with_reports() {
    let (library, catalogue) = (TrialLibrary::in_language("en").unwrap(), Catalogue::built_in().unwrap());
    for role in catalogue.demands() {
        let count = library.proposed(&role.id, Some(false)).len();
        assert!((2..=4).contains(&count), "{} has {count}", role.id);
        assert!(library.proposed(&role.id, None).len() >= count, "{}", role.id);
        assert!(library.of(&role.id)[0].roles.len() <= 2, "{}", role.id);
    }
    let with = library.proposed(&"senior-specialist".into(), Some(true)).len();
    assert_eq!(with, library.proposed(&"senior-specialist".into(), Some(false)).len() + 1);
    assert!(library.trial(&"mentor-one-person".into()).is_some() && library.trial(&"luck".into()).is_none());
    assert_eq!((library.text(&"luck".into()).name.as_str(), library.of(&"luck".into()).len()), ("", 0));
}

#[test]
fn no_text_stands_twice() {
    let library = TrialLibrary::in_language("en").unwrap();
    let mut seen = BTreeSet::new();
    for trial in &library.trials {
        let t = library.text(&trial.id);
        for text in [&t.name, &t.what, &t.leave, &t.shows, &t.go_on, &t.stop].into_iter().chain(&t.look) {
            assert!(seen.insert(text.clone()), "{}: {text}", trial.id);
        }
    }
}

#[test]
fn the_language_for_tests_has_the_same_trials_in_other_words() {
    let (english, tests) =
        (TrialLibrary::in_language("en").unwrap(), TrialLibrary::in_language(pseudo::LANGUAGE).unwrap());
    assert_eq!((&tests.trials, &tests.hash), (&english.trials, &english.hash));
    assert_ne!(tests.texts, english.texts);
}

#[test]
fn an_error_names_file_line_and_rule() {
    assert!(broken("weeks = 2", "weeks = 5").starts_with("trials.toml, line "));
    assert!(broken("weeks = 2", "weeks = 5").ends_with(": a trial takes 1 to 4 weeks"));
    assert!(broken("weeks = 2", "weeks = 0").ends_with(": a trial takes 1 to 4 weeks"));
    assert!(broken("hours = 8", "hours = 11").ends_with(": a trial takes 1 to 10 hours a week"));
    assert!(broken("name = \"Close the house on some evenings\"", "name = \" \"").starts_with("en-trials.toml, line "));
}

#[test]
fn each_rule_finds_the_file_that_breaks_it() {
    let rules = [
        ("id = \"close-the-house\"", "id = \"lead-the-handover\"", "no id is used twice"),
        ("id = \"close-the-house\"", "id = \"\"", "no text is empty"),
        ("id = \"close-the-house\"", "id = \"close\"", "every trial has texts; close has none"),
        ("[trials.close-the-house]", "[trials.close]", "every trial has texts; close-the-house has none"),
        ("roles = [\"restaurant-manager\"]", "roles = []", "a trial shows something of a role"),
        ("roles = [\"restaurant-manager\"]", "roles = [\"cook\"]", "roles that there are; cook is none"),
        ("roles = [\"mentor\", \"team-lead\"]", "roles = [\"team-lead\", \"mentor\"]", "in the order of the roles"),
        ("roles = [\"mentor\", \"team-lead\"]", "roles = [\"mentor\", \"mentor\"]", "listed once"),
        ("roles = [\"founder\"]", "roles = [\"team-manager\"]", "role by role"),
        ("ask = \"host\"", "ask = \"board\"", "unknown variant"),
        ("version = 1", "version = 0", "the version is 1 or more"),
        ("languages = [\"en\"]", "languages = [\"de\"]", "one of those that the structure lists"),
        ("name = \"Close the house on some evenings\"", "name = \"Close.\"", "without a full stop"),
        ("guess for the end of the month?\"", "guess.\"", "is a question"),
        ("\"How far off was your guess for the end of the month?\",", "", "two or three questions"),
    ];
    for (old, new, rule) in rules {
        let said = broken(old, new);
        assert!(said.contains(rule), "{old} -> {new}: {said}");
    }
    let long = format!("shows = \"{}.\"\nlook = [\n  \"What did you find in the last half hour", "a".repeat(400));
    let close = EN.text.find("What did you find in the last half hour").unwrap();
    let shows = EN.text[..close].rfind("shows = ").unwrap();
    let texts =
        format!("{}{long}{}", &EN.text[..shows], &EN.text[close + "What did you find in the last half hour".len()..]);
    assert!(parse(STRUCTURE.text, &texts).unwrap_err().rule.contains("longer than 330 letters"));
    let alone: String =
        STRUCTURE.text.replace("\"team-manager\", \"restaurant-manager\", \"ward-manager\"", "\"team-manager\"");
    assert!(parse(&alone, EN.text).is_ok(), "two are enough");
    let fewer =
        alone.replace("roles = [\"restaurant-manager\"]\nweeks = 3", "roles = [\"operations-manager\"]\nweeks = 3");
    assert!(parse(&fewer, EN.text).unwrap_err().rule.contains("restaurant-manager has 1"));
}
