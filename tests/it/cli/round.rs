//! A round from making it to the merged result, as its collector would do it; and a team.

use std::collections::BTreeMap;

use evenkeel::others::{Group, Token};
use evenkeel::round::{Packed, armoured, seal};
use serde_json::{Value, json};

use super::{Desk, Said, case};

const PASS: [&str; 2] = ["--passphrase-file", "pass.txt"];

/// A desk with a round about Ana: one manager, four peers, two reports, and a form for each.
fn round() -> (Desk, Vec<Value>) {
    let desk = Desk::new();
    desk.write("pass.txt", "four words that fit\n");
    let new = [
        "round",
        "new",
        "-o",
        "ana.evenkeel-round",
        "--sheet",
        "sheet.txt",
        "--person",
        "Ana <&>",
        "--collector",
        "Petra",
    ];
    let counts = ["--manager", "1", "--peers", "4", "--reports", "2"];
    let said = desk.works(&[&new[..], &counts, &PASS].concat());
    assert!(said.contains("peers, 4: can show gaps of 0."), "{said}");
    assert!(said.contains("reports, 2: too few"), "{said}");
    std::fs::create_dir(desk.path("forms")).unwrap();
    let form = ["round", "form", "ana.evenkeel-round", "-o", "forms"];
    let (error, hint) = desk.fails(&[&form[..], &PASS].concat(), 1);
    assert!(error.starts_with("there are no forms yet") && hint.is_some(), "{error}");

    // Two rows typed back, first with an error in one of them.
    let sheet = desk.read("sheet.txt");
    let rows: Vec<String> =
        sheet.lines().filter(|line| line.starts_with("  ")).map(|line| line.trim().to_owned()).collect();
    assert_eq!(rows.len(), 10);
    let wrong = rows[2].replacen(|c: char| c.is_ascii_uppercase() && c != 'Q', "Q", 1);
    desk.write("typed.txt", format!("{}\n{wrong}\n", rows[6]));
    let typed = [&form[..], &PASS, &["--typed", "typed.txt"]].concat();
    let (error, _) = desk.fails(&typed, 1);
    assert_eq!(error, "row 3 does not check: something in it is mistyped");
    desk.write("typed.txt", format!("{}\n{}\n", rows[6], rows[2]));
    let said = desk.works(&typed);
    assert!(said.contains("7 forms"), "{said}");

    let names = ["manager-1", "peers-1", "peers-2", "peers-3", "peers-4", "reports-1", "reports-2"];
    let data = |name: &&str| -> Value {
        let page = desk.read(&format!("forms/{name}.html"));
        let start = page.find(r#"<script type="application/json" id="round">"#).unwrap();
        let block = &page[start + 43..];
        serde_json::from_str(&block[..block.find("</script>").unwrap()]).unwrap()
    };
    let forms = names.iter().map(data).collect();
    (desk, forms)
}

/// What a form seals: every question has this answer.
fn reply(form: &Value, answer: u8, keep: &str) -> Vec<u8> {
    let bytes = |text: &str| -> [u8; 8] { u64::from_str_radix(&text[..16], 16).unwrap().to_be_bytes() };
    let text = |name: &str| form[name].as_str().unwrap();
    let packed = Packed {
        round: bytes(text("round")),
        group: serde_json::from_value::<Group>(form["group"].clone()).unwrap(),
        token: Token(u64::from_be_bytes(bytes(text("token")))),
        hash: bytes(form["instrument"]["hash"].as_str().unwrap()),
        answers: vec![answer; form["items"].as_array().unwrap().len()],
        keep: keep.to_owned(),
        change: String::new(),
    };
    seal(text("recipient"), &packed.write().unwrap()).unwrap()
}

fn put(desk: &Desk, name: &str, sealed: &[u8]) {
    desk.write(&format!("replies/{name}.evenkeel-reply"), armoured(sealed));
}

/// All seven replied; one of them twice, and one more was damaged on its way.
fn replied() -> (Desk, Vec<Value>) {
    let (desk, forms) = round();
    std::fs::create_dir(desk.path("replies")).unwrap();
    for (at, (form, answer)) in forms.iter().zip([5, 2, 3, 2, 3, 1, 5]).enumerate() {
        put(&desk, &format!("{at}"), &reply(form, answer, &format!("said by {at}")));
    }
    put(&desk, "8", &reply(&forms[1], 5, ""));
    let mut damaged = armoured(&reply(&forms[2], 4, ""));
    damaged.truncate(300);
    desk.write("replies/9.txt", damaged);
    (desk, forms)
}

fn merge<'a>(output: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["round", "merge", "ana.evenkeel-round", "replies", "-o", output], &PASS[..], more].concat()
}

#[test]
fn a_round_runs_from_making_it_to_its_result() {
    let (desk, _) = replied();
    let opened = desk.works(&[&["round", "open", "ana.evenkeel-round", "replies", "--json"], &PASS[..]].concat());
    let opened: Value = serde_json::from_str(&opened).unwrap();
    let named: Vec<(&str, &str)> = opened["left_out"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["file"].as_str().unwrap(), one["why"].as_str().unwrap()))
        .collect();
    assert_eq!(named, [("replies/8.evenkeel-reply", "double"), ("replies/9.txt", "broken")]);

    let said = desk.works(&merge("ana.evenkeel-others", &[]));
    assert!(said.contains("peers: shown") && said.contains("reports: hidden"), "{said}");
    let merged = desk.json("ana.evenkeel-others");
    let who: Vec<&str> =
        merged["facets"][0]["seen"].as_array().unwrap().iter().map(|seen| seen["who"].as_str().unwrap()).collect();
    assert_eq!(who, ["manager", "peers"]);
    assert_eq!((&merged["facets"][0]["seen"][1]["mean"], &merged["groups"][2]["replies"]), (&json!(2.5), &json!(2)));
    let text = merged.to_string();
    assert!(!text.contains("Ana") && !text.contains("Petra"), "no names");

    // Beside the person's own scores.
    desk.make("me.evenkeel", &case("plain-full-300"), &[]);
    let scores = desk.works(&["score", "me.evenkeel", "--others", "ana.evenkeel-others", "--json"]);
    let others: Value = serde_json::from_str::<Value>(&scores).unwrap()["others"].clone();
    assert_eq!((&others["reference"], &others["groups"]["reports"]), (&json!("peers"), &json!(2)));
    assert_eq!(others["facets"]["conflict-navigation"]["finding"], "blind-spot");
    assert!(desk.works(&["score", "me.evenkeel", "--others", "ana.evenkeel-others"]).contains("beyond error"));
    let plain: Value = serde_json::from_str(&desk.works(&["score", "me.evenkeel", "--json"])).unwrap();
    assert!(plain.get("others").is_none());
}

#[test]
fn nothing_of_the_result_comes_from_what_two_reports_rated() {
    let (desk, forms) = replied();
    std::fs::copy(desk.path("ana.evenkeel-round"), desk.path("again.evenkeel-round")).unwrap();
    desk.works(&merge("one.evenkeel-others", &[]));
    put(&desk, "5", &reply(&forms[5], 4, "said by 5"));
    put(&desk, "6", &reply(&forms[6], 2, "said by 6"));
    std::fs::rename(desk.path("again.evenkeel-round"), desk.path("ana.evenkeel-round")).unwrap();
    desk.works(&merge("two.evenkeel-others", &[]));
    let (one, two) = (desk.json("one.evenkeel-others"), desk.json("two.evenkeel-others"));
    assert_eq!((&one["facets"], &one["groups"]), (&two["facets"], &two["groups"]));
    let who = |merged: &Value| -> Vec<String> {
        let facets = merged["facets"].as_array().unwrap().iter();
        let seen = facets.flat_map(|facet| facet["seen"].as_array().unwrap());
        seen.map(|seen| seen["who"].as_str().unwrap().to_owned()).collect()
    };
    assert!(who(&one).iter().all(|who| ["manager", "peers"].contains(&who.as_str())), "{:?}", who(&one));
    // What they wrote stands among the others' words, without a group.
    for comment in one["comments"]["keep"].as_array().unwrap() {
        assert_eq!(comment["group"], Value::Null);
    }
    assert_eq!(one["comments"]["keep"].as_array().unwrap().len(), 7);

    // The person has it in a home folder of their own.
    let person = Desk::new();
    person.write("ana.evenkeel-others", desk.read("one.evenkeel-others"));
    person.make("me.evenkeel", &case("plain-full-300"), &[]);
    let said = person.works(&["score", "me.evenkeel", "--others", "ana.evenkeel-others"]);
    assert!(said.contains("peers") && said.contains("beyond error"), "{said}");
}

#[cfg(unix)]
#[test]
fn nobody_else_on_the_machine_reads_key_sheet_and_round() {
    use std::os::unix::fs::PermissionsExt;

    let (desk, _) = replied();
    let rights = |name: &str| std::fs::metadata(desk.path(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!((rights("sheet.txt"), rights("ana.evenkeel-round")), (0o600, 0o600));
    desk.works(&merge("ana.evenkeel-others", &[]));
    assert_eq!(rights("ana.evenkeel-round"), 0o600, "still so once it was saved again");
}

#[test]
fn a_lost_round_is_made_again_from_its_key_sheet_and_its_forms() {
    let (desk, _) = replied();
    std::fs::remove_file(desk.path("ana.evenkeel-round")).unwrap();
    let sheet = desk.read("sheet.txt");
    let rows: Vec<&str> = sheet.lines().filter(|line| line.starts_with("  ")).collect();
    desk.write("rows.txt", rows[..9].join("\n"));
    let restore = ["round", "restore", "forms", "-o", "ana.evenkeel-round", "--typed", "rows.txt"];
    let restore = [&restore[..], &PASS].concat();
    assert!(desk.fails(&restore, 1).0.contains("all 10 rows"));
    desk.write("rows.txt", rows.join("\n"));
    let said = desk.works(&restore);
    assert!(said.contains("7 of 7 forms"), "{said}");
    desk.works(&merge("ana.evenkeel-others", &[]));
    assert_eq!(desk.json("ana.evenkeel-others")["facets"][0]["seen"][1]["mean"], 2.5);
    assert!(desk.fails(&restore, 1).0.contains("ana.evenkeel-round"), "it is not replaced");
}

#[test]
fn a_second_result_leaves_what_was_shown_and_a_closed_round_takes_nobody() {
    let (desk, _) = replied();
    // A peer's reply comes late to the first result.
    std::fs::rename(desk.path("replies/4.evenkeel-reply"), desk.path("later.evenkeel-reply")).unwrap();
    desk.works(&merge("first.evenkeel-others", &[]));
    let (error, hint) = desk.fails(&merge("first.evenkeel-others", &[]), 1);
    assert!(error.contains("first.evenkeel-others") && hint.is_some(), "{error}");
    std::fs::rename(desk.path("later.evenkeel-reply"), desk.path("replies/4.evenkeel-reply")).unwrap();
    desk.works(&merge("second.evenkeel-others", &["--close"]));
    let (first, second) = (desk.json("first.evenkeel-others"), desk.json("second.evenkeel-others"));
    // One peer more: what was shown stays as it was. What is new beside it tells of three raters at least.
    for (before, after) in first["facets"].as_array().unwrap().iter().zip(second["facets"].as_array().unwrap()) {
        let (before, after) = (before["seen"].as_array().unwrap(), after["seen"].as_array().unwrap());
        assert!(before.iter().all(|seen| after.contains(seen)), "{before:?} {after:?}");
    }
    assert_eq!((&first["release"], &second["release"]), (&json!(1), &json!(2)));
    let said: Value = serde_json::from_str(&desk.works(&merge("third.evenkeel-others", &["--json"]))).unwrap();
    assert_eq!(said["release"], 3);
}

#[test]
fn a_wrong_passphrase_and_a_file_that_is_no_round_are_said() {
    let (desk, _) = round();
    desk.write("other.txt", "five words that do not\n");
    let open = ["round", "open", "ana.evenkeel-round", "pass.txt", "--passphrase-file", "other.txt"];
    let (error, hint) = desk.fails(&open, 1);
    assert!(error.starts_with("the passphrase is not that of this round") && hint.is_some(), "{error}");
    desk.write("no.evenkeel-round", "{}");
    let open = [&["round", "open", "no.evenkeel-round", "pass.txt"], &PASS[..]].concat();
    assert!(desk.fails(&open, 1).0.starts_with("this is no round file"));
    desk.write("short.txt", "abc");
    let new =
        ["round", "new", "-o", "x", "--sheet", "y", "--person", "A", "--peers", "3", "--passphrase-file", "short.txt"];
    assert!(desk.fails(&new, 1).0.contains("8 characters"));
    assert!(!desk.path("x").exists());
}

#[test]
fn paper_is_keyed_in_twice() {
    let (desk, forms) = round();
    std::fs::create_dir(desk.path("replies")).unwrap();
    let count = forms[0]["items"].as_array().unwrap().len();
    let sheet = |group: &str, digit: &str| format!("{group} {}\n", digit.repeat(count));
    let all = sheet("peers", "4") + &sheet("peers", "3") + &sheet("peers", "2");
    desk.write("one.txt", &all);
    desk.write("two.txt", all.replacen("44", "45", 1));
    let keyed = ["--paper", "one.txt", "--paper-again", "two.txt"];
    let (error, hint) = desk.fails(&merge("p.evenkeel-others", &keyed), 1);
    assert_eq!(error, "sheet 1, question 2: first 4, then 5");
    assert!(hint.unwrap().starts_with("Nothing was taken"));
    desk.write("two.txt", &all);
    desk.works(&merge("p.evenkeel-others", &keyed));
    assert_eq!(desk.json("p.evenkeel-others")["facets"][0]["seen"][0]["mean"], 3.0);
    let more = sheet("manager", "4") + &sheet("manager", "4");
    desk.write("one.txt", &more);
    desk.write("two.txt", &more);
    let (error, _) = desk.fails(&merge("q.evenkeel-others", &keyed), 1);
    assert!(error.starts_with("sheet 2: there are more replies"), "{error}");
}

#[test]
fn a_team_is_its_latest_finished_audits() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("team")).unwrap();
    let cases = super::super::golden::golden().cases;
    let full: Vec<_> = cases.iter().filter(|case| case.form.as_str() == "full").take(5).collect();
    let mut means: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for (at, case) in full.iter().enumerate() {
        if at == 4 {
            let few: Value = serde_json::from_str(&desk.works(&["team", "team", "--json"])).unwrap();
            assert_eq!((&few["people"], &few["shown"]), (&json!(4), &Value::Null));
        }
        let name = format!("team/{at}.evenkeel");
        desk.make(&name, case, &[]);
        let scores: Value = serde_json::from_str(&desk.works(&["score", &name, "--json"])).unwrap();
        for (facet, score) in scores["facets"].as_object().unwrap() {
            means.entry(facet.clone()).or_default().extend(score["mean"].as_f64());
        }
    }
    desk.write("team/broken.evenkeel", "{");
    let Said { code, out, err } = desk.run(&["team", "team", "--json"]);
    assert_eq!(code, 1);
    assert!(err.contains("broken.evenkeel"), "{err}");
    let team: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(team["people"], 5);
    for facet in team["shown"]["facets"].as_array().unwrap() {
        let mut scores = means[facet["id"].as_str().unwrap()].clone();
        scores.sort_by(f64::total_cmp);
        assert_eq!(facet["people"], scores.len());
        if scores.len() == 5 {
            assert!((facet["quartiles"]["middle"].as_f64().unwrap() - scores[2]).abs() < 1e-6, "{facet}");
        }
        assert_eq!(facet["sample"], Value::Null);
    }
    assert!(desk.run(&["team", "team"]).out.starts_with("5 people\n"));
}
