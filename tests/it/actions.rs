//! The exercises: what the built-in ones keep to, each rule broken, and the command that lists them.

use std::collections::BTreeSet;

use evenkeel::actions::{ActionKind, ActionLibrary, ForReports};
use evenkeel::data::DataFile;
use evenkeel::instrument::KnownFacet;
use serde_json::Value;

use super::cli::Desk;

const STRUCTURE: &str = include_str!("../../assets/actions/actions.toml");
const EN: &str = include_str!("../../assets/actions/en.toml");

fn library() -> std::sync::Arc<ActionLibrary> {
    ActionLibrary::in_language("en").unwrap()
}

/// The error for these files.
fn broken(structure: &str, texts: &str) -> String {
    let files = [("actions.toml", structure), ("en.toml", texts)].map(|(name, text)| DataFile { name, text });
    ActionLibrary::parse(files[0], files[1]).unwrap_err().to_string()
}

/// The line on which something stands first.
fn line(text: &str, what: &str) -> usize {
    text.lines().position(|line| line.contains(what)).unwrap() + 1
}

#[test]
fn there_is_enough_for_everybody() {
    let library = library();
    assert!(library.actions.len() >= 72, "{}", library.actions.len());
    for facet in KnownFacet::all() {
        let builds = library.of(facet, ActionKind::Build);
        assert!(builds.len() >= 6 && library.of(facet, ActionKind::CutBack).len() >= 3, "{}", facet.as_str());
        assert!(builds.iter().filter(|action| action.suits(false)).count() >= 3, "{}", facet.as_str());
        assert!(builds.windows(2).all(|two| two[0].minutes <= two[1].minutes), "the shortest come first");
    }
    let names: BTreeSet<&str> = library.actions.iter().map(|it| library.text(&it.id).name.as_str()).collect();
    assert_eq!(names.len(), library.actions.len(), "no name is given twice");
}

#[test]
fn what_needs_reports_is_not_for_somebody_without() {
    for action in &library().actions {
        let (with, without) = (action.suits(true), action.suits(false));
        assert_eq!(with && without, action.reports == ForReports::Both);
        assert_eq!(without, action.reports != ForReports::With);
    }
}

proptest::proptest! {
    #[test]
    fn nothing_for_people_with_reports_is_proposed_to_somebody_without(facet in 0..8_usize, search in "[a-e ]{0,3}", builds: bool) {
        let library = library();
        let kind = if builds { ActionKind::Build } else { ActionKind::CutBack };
        let facet = KnownFacet::all().nth(facet).unwrap();
        let proposed = |reports| library.proposed(facet, kind, reports);
        let (all, without, with) = (proposed(None), proposed(Some(false)), proposed(Some(true)));
        proptest::prop_assert!(without.iter().all(|action| action.reports != ForReports::With));
        proptest::prop_assert!(with.iter().all(|action| action.reports != ForReports::Without));
        proptest::prop_assert!(without.len() <= all.len() && with.len() <= all.len() && !without.is_empty() && !with.is_empty());
        proptest::prop_assert!(all.iter().all(|action| library.is_found(&action.id, &search) || !search.trim().is_empty()));
    }
}

#[test]
fn each_broken_rule_is_named_with_file_and_line() {
    let id = "id = \"ask-before-start\"";
    let at = |what: &str| format!("actions.toml, line {}: ", line(STRUCTURE, what));
    let with = |old: &str, new: &str| broken(&STRUCTURE.replacen(old, new, 1), EN);
    let own = STRUCTURE.find(id).unwrap();
    let changed = |old: &str, new: &str| {
        let (before, after) = STRUCTURE.split_at(own);
        broken(&format!("{before}{}", after.replacen(old, new, 1)), EN)
    };
    assert_eq!(with("version = 1", "version = 0"), format!("{}the version is 1 or more", at("version = 1")));
    assert!(
        changed("facet = \"resource-allocation\"", "facet = \"law\"").contains("one of the eight facets; law is none")
    );
    assert!(changed("minutes = 5", "minutes = 11").ends_with("a deed takes 1 to 10 minutes"));
    assert!(changed("needs = []", "needs = [\"app\", \"budget\"]").contains("is listed once, in the order"));
    assert!(changed("kind = \"build\"", "kind = \"cut-back\"").contains("stand facet by facet"));
    let twice = STRUCTURE.replacen("id = \"say-who-takes-which-part\"", id, 1);
    assert!(broken(&twice, EN).contains("no id is used twice; ask-before-start is"));
    let few = STRUCTURE.replace("kind = \"cut-back\"", "kind = \"build\"");
    assert!(broken(&few, EN).contains("three that cut back, or more; resource-allocation has 0"));
    let reports = STRUCTURE.replace("reports = \"both\"", "reports = \"with\"");
    assert!(broken(&reports, EN).contains("suit somebody without reports"));

    let texts = |old: &str, new: &str| broken(STRUCTURE, &EN.replacen(old, new, 1));
    assert!(texts("language = \"en\"", "language = \"xx\"").contains("one of those that the structure lists"));
    assert!(texts("[actions.ask-before-start]", "[actions.other]").contains("ask-before-start has none"));
    assert!(texts("name = \"Ask before anyone starts\"", "name = \" \"").ends_with("no text is empty"));
    let long = format!("name = \"{}\"", "x".repeat(241));
    assert!(texts("name = \"Ask before anyone starts\"", &long).contains("longer than 240 letters"));
    assert!(texts("obstacle = \"someone in a hurry\"", "obstacle = \"a hurry.\"").contains("without a full stop"));
    assert!(texts("has to start at once.\"", "has to start at once\"").contains("ends with a full stop"));
    let more =
        format!("{EN}\n[actions.penguin]\n{}", &EN[EN.find("name = ").unwrap()..EN.find("\n\n[actions.say").unwrap()]);
    assert!(broken(STRUCTURE, &more).contains("penguin is none"));
}

#[test]
fn the_page_about_them_has_each_of_them() {
    const WORDS: [&str; 8] =
        ["resources", "process", "monitoring", "risk", "vision", "conflict", "influence", "culture"];
    let page = include_str!("../../docs/ACTIONS.md");
    let library = library();
    assert!(page.contains(&format!("a library of {} exercises", library.actions.len())));
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| `")).collect();
    assert_eq!(rows.len(), library.actions.len());
    for (row, action) in rows.iter().zip(&library.actions) {
        let word = WORDS[KnownFacet::all().position(|facet| facet == action.facet).unwrap()];
        assert!(row.starts_with(&format!("| `{}` | {word} | ", action.id)), "{row}");
        let kind = if action.kind == ActionKind::Build { "build" } else { "cut back" };
        assert!(row.contains(&format!(" | {kind} | ")), "{row}");
    }
}

#[test]
fn they_are_listed_filtered_and_searched() {
    let desk = Desk::new();
    let ids = |arguments: &[&str]| -> Vec<String> {
        let all: Value = serde_json::from_str(&desk.works(&[&["actions", "--json"], arguments].concat())).unwrap();
        all.as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect()
    };
    let library = library();
    assert_eq!(ids(&[]).len(), library.actions.len());
    let risk = ids(&["--facet", "risk-mitigation", "--minutes", "2", "--without-reports"]);
    let expected = library
        .actions
        .iter()
        .filter(|it| it.facet == KnownFacet::RiskMitigation && it.minutes <= 2 && it.reports != ForReports::With);
    assert_eq!(risk, expected.map(|it| it.id.to_string()).collect::<Vec<_>>());
    assert!(!risk.is_empty() && ids(&["--search", "HALF an hour"]).contains(&"ask-before-start".to_owned()));
    let text = desk.works(&["actions", "--facet", "resource-allocation"]);
    assert!(text.starts_with("Resource allocation: to do more of it\n"), "{text}");
    assert!(text.contains("\nResource allocation: to do less of it\n"), "{text}");
    assert!(text.contains("    If a task arrives that takes more than half an hour, then I ask who does it"), "{text}");
    assert_eq!(desk.works(&["actions", "--search", "penguin"]), "no exercise is like that\n");
    let (error, hint) = desk.fails(&["actions", "--facet", "law"], 1);
    assert_eq!(error, "there is no facet called “law”");
    assert!(hint.unwrap().contains("risk-mitigation"));
}
