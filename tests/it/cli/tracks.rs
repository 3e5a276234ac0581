//! `evenkeel tracks`, and what `evenkeel score --json` says about them.

use evenkeel::instrument::KnownFacet;
use serde_json::{Value, json};

use super::super::golden::{Case, golden};
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
    assert!(desk.fails(&["tracks", "--role", "penguin"], 2).1.is_some());
}

#[test]
fn one_role_comes_with_what_to_ask_and_what_to_try_first() {
    let desk = Desk::new();
    let roles: Value = serde_json::from_str(&desk.works(&["tracks", "--role", "Team manager", "--json"])).unwrap();
    let role = &roles[0];
    assert_eq!((roles.as_array().unwrap().len(), &role["id"]), (1, &json!("team-manager")));
    assert!(role["trials"].as_array().unwrap().len() >= 2 && role["texts"]["questions"].as_array().unwrap().len() >= 3);
    let text = desk.works(&["tracks", "--role", "team-manager"]);
    for trial in role["trials"].as_array().unwrap() {
        for part in ["name", "what", "leave", "shows", "go_on", "stop"] {
            assert!(text.contains(trial[part].as_str().unwrap()), "{part}: {text}");
        }
    }
    for part in ["questions", "mismatch", "gains", "gives_up"] {
        assert!(text.contains(role["texts"][part][0].as_str().unwrap()), "{part}: {text}");
    }
    assert!(text.contains(role["texts"]["way_back"].as_str().unwrap()), "{text}");
}

#[test]
fn roles_are_grouped_and_paths_told_for_the_person_of_a_profile() {
    let golden = golden();
    let has_all = |case: &&Case| case.energy.is_some() && case.needs.as_ref().is_some_and(|needs| needs.len() == 8);
    let case = golden.cases.iter().find(has_all).unwrap();
    let desk = Desk::new();
    desk.make("a.evenkeel", case, &[]);
    let found: Value = serde_json::from_str(&desk.works(&["tracks", "a.evenkeel", "--json"])).unwrap();
    let groups = found["groups"].as_array().unwrap();
    let all: Vec<&Value> = groups.iter().flat_map(|group| group["roles"].as_array().unwrap()).collect();
    assert!(all.len() >= 18);
    assert_eq!(all[0]["as_good"], json!(1.0), "the one that fits best now is as good as itself");
    let fits: Vec<f64> = all.iter().filter_map(|role| role["fit"].as_f64()).collect();
    assert!(fits.is_sorted_by(|a, b| a >= b), "{fits:?}");
    let shares = &found["shares"];
    let tracks: f64 = shares["tracks"].as_array().unwrap().iter().map(|it| it["share"].as_f64().unwrap()).sum();
    let rest = shares["now"].as_f64().unwrap_or(0.0) + shares["own"].as_f64().unwrap();
    assert!((tracks + rest - 1.0).abs() < 1e-9, "{shares}");
    let text = desk.works(&["tracks", "a.evenkeel"]);
    assert!(text.contains("comes first") && text.contains("The roles nearest to yours"), "{text}");
    assert!(desk.fails(&["tracks", "a.evenkeel", "--role", "mentor"], 2).0.contains("cannot be used with"));
    desk.works(&["new", "-o", "b.evenkeel"]);
    assert!(desk.works(&["tracks", "b.evenkeel"]).contains("too few answers"));
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
