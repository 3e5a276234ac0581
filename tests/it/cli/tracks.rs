//! `evenkeel tracks`, and what `evenkeel score --json` says about them.

use evenkeel::instrument::KnownFacet;
use serde_json::{Value, json};

use super::super::golden::golden;
use super::super::tracks::golden::{differences, expected, is_drawn};
use super::Desk;

#[test]
fn the_roles_come_as_a_table_and_as_json() {
    let desk = Desk::new();
    let roles: Value = serde_json::from_str(&desk.works(&["tracks", "--json"])).unwrap();
    let roles = roles.as_array().unwrap();
    assert!(roles.len() >= 14);
    let first = &roles[0];
    assert_eq!((&first["id"], &first["track"]), (&json!("team-manager"), &json!("management")));
    for facet in KnownFacet::all().map(KnownFacet::as_str) {
        assert!((1..=5).contains(&first["demand"][facet].as_u64().unwrap()));
        assert!((0..=3).contains(&first["weight"][facet].as_u64().unwrap()));
    }
    let text = desk.works(&["tracks"]);
    for role in roles {
        let (id, name) = (role["id"].as_str().unwrap(), role["name"].as_str().unwrap());
        let row = text.lines().find(|line| line.trim_start().starts_with(name)).unwrap();
        assert!(row.contains(id), "{row}");
        let fit = |facet: &str| format!("{}·{}", role["demand"][facet], role["weight"][facet]);
        let values: Vec<String> = KnownFacet::all().map(|facet| fit(facet.as_str())).collect();
        assert!(row.contains(&values.join("  ")), "{row}");
        let entry: Vec<&str> = role["entry"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
        assert!(entry.iter().all(|it| row.contains(it)), "{row}");
    }
    assert!(text.contains("\nA  Resource allocation\n") && text.contains("starting points"), "{text}");
    assert!(desk.fails(&["tracks", "a.evenkeel"], 2).1.is_some());
}

/// From answers on paper to fits, through the program alone. The draws follow from the audit's id, which is new each time.
#[test]
fn golden_answers_give_golden_fits() {
    let expected = expected();
    for case in golden().cases.iter().step_by(3) {
        let name = &case.name;
        let desk = Desk::new();
        desk.make("a.evenkeel", case, &[]);
        let scores: Value = serde_json::from_str(&desk.works(&["score", "a.evenkeel", "--json"])).unwrap();
        let actual = json!({"tracks": scores["tracks"], "flip": scores["flip"]});
        let mut found = differences("", &expected[name], &actual);
        found.retain(|line| !is_drawn(line.split(": ").next().unwrap()) || line.contains("null"));
        assert!(found.is_empty(), "{name}:\n{}", found.join("\n"));
    }
}

#[test]
fn without_a_score_there_are_no_tracks() {
    let desk = Desk::new();
    desk.works(&["new", "-o", "a.evenkeel"]);
    let scores: Value = serde_json::from_str(&desk.works(&["score", "a.evenkeel", "--json"])).unwrap();
    assert_eq!((&scores["tracks"], &scores["flip"]), (&Value::Null, &Value::Null));
}
