//! `evenkeel export`.

use std::collections::HashMap;
use std::fs;
use std::process::Command;

use serde_json::{Value, json};

use super::{Desk, case};

const COLUMNS: &str = "profile,person,audit,date,role,form,facet,side,status,mean,score100,sem,low,high,answered,applicable,\
                       need,gap,reading,energy,dose,stakes,instrument,instrument_version,instrument_hash,confidence";

fn rows(desk: &Desk, name: &str) -> Vec<HashMap<String, String>> {
    csv::Reader::from_path(desk.path(name)).unwrap().deserialize().map(Result::unwrap).collect()
}

/// Two profiles: `a` with one audit, `b` with another.
fn two(desk: &Desk) {
    desk.make("a.evenkeel", &case("na-facet-full-370"), &["--person", "Ana", "--role", "Lead, \"acting\"\nhead"]);
    desk.make("b.evenkeel", &case("half-quick-377"), &[]);
}

#[test]
fn the_table_has_a_row_for_each_facet_with_all_digits() {
    let desk = Desk::new();
    two(&desk);
    let out = desk.works(&["export", "a.evenkeel", "b.evenkeel", "-o", "out.csv"]);
    assert_eq!(out, "out.csv: 2 audits of 2 profiles\n");
    assert_eq!(desk.read("out.csv").lines().next().unwrap(), COLUMNS);
    let all = rows(&desk, "out.csv");
    assert_eq!(all.len(), 16);
    for (file, rows) in [("a.evenkeel", &all[..8]), ("b.evenkeel", &all[8..])] {
        let scores: Value = serde_json::from_str(&desk.works(&["score", "--json", file])).unwrap();
        let profile = desk.json(file);
        let audit = &profile["audits"][0];
        for row in rows {
            let facet = row["facet"].as_str();
            let same = |column: &str, value: &Value| match value {
                Value::Null => assert_eq!(row[column], "", "{facet} {column}"),
                Value::String(text) => assert_eq!(&row[column], text, "{facet} {column}"),
                Value::Number(number) => {
                    let found: f64 = row[column].parse().unwrap();
                    assert_eq!(found.to_bits(), number.as_f64().unwrap().to_bits(), "{facet} {column}");
                }
                other => panic!("{other}"),
            };
            for column in ["status", "mean", "score100", "sem", "low", "high", "answered", "applicable"] {
                same(column, &scores["facets"][facet][column]);
            }
            for column in ["gap", "reading"] {
                same(column, &scores["role"][facet][column]);
            }
            same("need", &audit["needs"][facet]);
            same("stakes", &audit["stakes"][facet]);
            same("energy", &audit["energy"][facet]);
            same("dose", &audit["doses"][facet]);
            same("profile", &profile["id"]);
            same("person", &profile["person"]);
            same("audit", &audit["id"]);
            same("role", &json!(audit["role"].as_str().unwrap().replace('\n', " ")));
            same("form", &audit["form"]);
            same("instrument", &audit["instrument"]["id"]);
            same("instrument_version", &audit["instrument"]["version"]);
            same("instrument_hash", &audit["instrument"]["hash"]);
            same("confidence", &scores["confidence"]);
            same("date", if audit["finished"].is_null() { &audit["started"] } else { &audit["finished"] });
        }
    }
    let sides: Vec<&str> = all[..8].iter().map(|row| row["side"].as_str()).collect();
    assert_eq!(sides, [["management"; 4], ["leadership"; 4]].concat());
}

#[test]
fn the_whole_has_profiles_audits_and_their_scores() {
    let desk = Desk::new();
    two(&desk);
    desk.works(&["export", "a.evenkeel", "b.evenkeel", "-o", "out.JSON"]);
    let out = desk.json("out.JSON");
    assert_eq!(out.as_array().unwrap().len(), 2);
    for (i, file) in ["a.evenkeel", "b.evenkeel"].into_iter().enumerate() {
        let (profile, found) = (desk.json(file), &out[i]);
        assert_eq!(found["profile"], json!({"id": profile["id"], "person": profile["person"]}));
        let (audit, found) = (&profile["audits"][0], &found["audits"][0]);
        let fields =
            ["id", "role", "form", "parts", "started", "finished", "needs", "energy", "doses", "situations", "signs"];
        for field in fields {
            assert_eq!(found[field], audit[field], "{file} {field}");
        }
        let mut scores: Value = serde_json::from_str(&desk.works(&["score", "--json", file])).unwrap();
        scores.as_object_mut().unwrap().retain(|key, _| !["tracks", "flip"].contains(&key.as_str()));
        assert_eq!(found["scores"], scores);
    }
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let desk = Desk::new();
    two(&desk);
    desk.write("bad.evenkeel", "{}");
    let said = desk.run(&["export", "a.evenkeel", "bad.evenkeel", "missing.evenkeel", "b.evenkeel", "-o", "out.csv"]);
    assert_eq!((said.code, said.out.as_str()), (1, "out.csv: 2 audits of 2 profiles\n"));
    let errors: Vec<&str> = said.err.lines().filter(|line| line.starts_with("error: ")).collect();
    assert_eq!(errors.len(), 2, "{said:?}");
    assert!(errors[0].ends_with("bad.evenkeel") && errors[1].ends_with("missing.evenkeel"), "{said:?}");
    assert_eq!(rows(&desk, "out.csv").len(), 16);
}

#[test]
fn nothing_good_is_written_as_nothing() {
    let desk = Desk::new();
    let said = desk.run(&["export", "missing.evenkeel", "-o", "out.csv"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert!(said.err.contains("error: nothing could be exported"), "{said:?}");
    assert!(!desk.path("out.csv").exists());
}

#[test]
fn an_audit_with_other_questions_is_left_out_and_reported() {
    let desk = Desk::new();
    two(&desk);
    let mut profile = desk.json("a.evenkeel");
    let mut other = profile["audits"][0].clone();
    other["id"] = json!("another");
    other["instrument"]["id"] = json!("other");
    profile["audits"].as_array_mut().unwrap().push(other);
    desk.write("a.evenkeel", profile.to_string());
    let said = desk.run(&["export", "a.evenkeel", "-o", "out.csv"]);
    assert_eq!((said.code, said.out.as_str()), (1, "out.csv: one audit of one profile\n"));
    assert!(said.err.starts_with("error: audit another was made with the questions other"), "{said:?}");
}

/// A spreadsheet runs what begins like a formula, and files come from other people.
#[test]
fn a_text_cannot_be_taken_for_a_formula() {
    let desk = Desk::new();
    for (i, (role, wanted)) in [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("two\r\nlines", "two  lines"),
        ("plain = text", "plain = text"),
    ]
    .into_iter()
    .enumerate()
    {
        let name = format!("{i}.evenkeel");
        desk.make(&name, &case("na-quick-363"), &[&format!("--role={role}"), "--person==cmd"]);
        desk.works(&["export", &name, "-o", "out.csv"]);
        assert_eq!(desk.read("out.csv").lines().count(), 9, "each row is one line");
        let row = &rows(&desk, "out.csv")[0];
        assert_eq!(row["role"], wanted);
        assert_eq!(row["person"], "'=cmd");
        desk.works(&["export", &name, "-o", "out.json"]);
        assert_eq!(desk.json("out.json")[0]["audits"][0]["role"], role, "JSON has the text as it is");
    }
    let gaps: Vec<String> = rows(&desk, "out.csv").into_iter().map(|mut row| row.remove("gap").unwrap()).collect();
    assert!(gaps.iter().any(|gap| gap.starts_with('-')), "numbers stay numbers: {gaps:?}");
}

#[test]
fn the_columns_are_there_without_a_row() {
    let desk = Desk::new();
    two(&desk);
    let mut profile = desk.json("a.evenkeel");
    profile["audits"] = json!([]);
    desk.write("a.evenkeel", profile.to_string());
    assert_eq!(desk.works(&["export", "a.evenkeel", "-o", "out.csv"]), "out.csv: 0 audits of one profile\n");
    assert_eq!(desk.read("out.csv"), format!("{COLUMNS}\n"));
}

#[test]
fn a_dash_is_the_standard_output() {
    let desk = Desk::new();
    two(&desk);
    for format in ["csv", "json"] {
        let file = format!("out.{format}");
        desk.works(&["export", "a.evenkeel", "b.evenkeel", "-o", &file]);
        let out = desk.works(&["export", "a.evenkeel", "b.evenkeel", "-o", "-", "--format", format]);
        assert_eq!(out, desk.read(&file));
        desk.works(&["export", "a.evenkeel", "b.evenkeel", "-o", "other.txt", "--format", format]);
        assert_eq!(out, desk.read("other.txt"), "--format goes before the ending");
    }
    let (error, hint) = desk.fails(&["export", "a.evenkeel", "-o", "-"], 2);
    assert_eq!(error, "the name must end in one of .csv, .json: -");
    assert_eq!(hint.unwrap(), "Or say which with --format.");
    let said = desk.run(&["export", "missing.evenkeel", "-o", "-", "--format", "csv"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""), "nothing good is written as nothing");
}

#[test]
fn an_output_never_takes_the_place_of_a_profile() {
    let desk = Desk::new();
    two(&desk);
    let profile = desk.read("a.evenkeel");
    desk.write("a.json", &profile);
    fs::create_dir(desk.path("folder")).unwrap();
    for output in ["a.json", "./a.json", "folder/../a.json"] {
        let (error, hint) = desk.fails(&["export", "b.evenkeel", "a.json", "-o", output], 2);
        assert!(error.starts_with("the output is one of the files to read"), "{error}");
        assert_eq!(hint.unwrap(), "Give the output another name.");
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("a.json", desk.path("link.json")).unwrap();
        desk.fails(&["export", "a.json", "-o", "link.json"], 2);
        desk.fails(&["export", "link.json", "-o", "a.json"], 2);
    }
    assert_eq!(desk.read("a.json"), profile);
}

#[test]
fn a_file_that_is_named_twice_counts_once() {
    let desk = Desk::new();
    two(&desk);
    let said = desk.run(&["export", "a.evenkeel", "./a.evenkeel", "b.evenkeel", "-o", "out.csv"]);
    assert_eq!((said.code, said.out.as_str()), (0, "out.csv: 2 audits of 2 profiles\n"));
    assert_eq!(said.err, "warning: this file is named twice and is exported once: ./a.evenkeel\n");
    assert_eq!(rows(&desk, "out.csv").len(), 16);

    desk.write("copy.evenkeel", desk.read("a.evenkeel"));
    let said = desk.run(&["export", "a.evenkeel", "copy.evenkeel", "-o", "out.csv"]);
    assert_eq!(said.code, 0);
    assert!(said.err.starts_with("warning: this profile is also in a.evenkeel, "), "{said:?}");
    assert!(said.err.ends_with(": copy.evenkeel\n"), "{said:?}");
    assert_eq!(rows(&desk, "out.csv").len(), 16, "which of the two is meant is not ours to say");
}

#[test]
fn a_folder_stands_for_the_profiles_in_it() {
    let desk = Desk::new();
    two(&desk);
    for folder in ["team/inner", "empty"] {
        fs::create_dir_all(desk.path(folder)).unwrap();
    }
    for name in ["team/2.evenkeel", "team/.hidden.evenkeel", "team/inner/3.evenkeel", "team/notes.txt"] {
        desk.write(name, desk.read("a.evenkeel"));
    }
    desk.write("team/1.EVENKEEL", desk.read("b.evenkeel"));
    assert_eq!(desk.works(&["export", "team", "-o", "out.csv"]), "out.csv: 2 audits of 2 profiles\n");
    desk.works(&["export", "team/1.EVENKEEL", "team/2.evenkeel", "-o", "same.csv"]);
    assert_eq!(desk.read("out.csv"), desk.read("same.csv"), "in the order of their names");

    let said = desk.run(&["export", "empty", "a.evenkeel", "-o", "out.csv"]);
    assert_eq!((said.code, said.out.as_str()), (1, "out.csv: one audit of one profile\n"));
    assert_eq!(said.err, "error: there is no .evenkeel file in this folder: empty\n");
}

/// An output may be longer than any document.
#[test]
fn a_large_export_is_replaced_like_a_small_one() {
    let desk = Desk::new();
    two(&desk);
    desk.works(&["export", "a.evenkeel", "-o", "out.csv"]);
    let large = desk.read("out.csv") + &"x".repeat(17 * 1024 * 1024);
    desk.write("out.csv", large);
    desk.works(&["export", "a.evenkeel", "-o", "out.csv"]);
    assert_eq!(rows(&desk, "out.csv").len(), 8);
    // Too large to be kept, and something else.
    desk.write("other.csv", vec![b'x'; 17 * 1024 * 1024]);
    let (error, _) = desk.fails(&["export", "a.evenkeel", "-o", "other.csv"], 1);
    assert!(error.starts_with("there is already a file with this name: "), "{error}");
}

/// A line about the progress is for people: it is neither in a pipe nor there at the end. A short run has none.
#[cfg(target_os = "linux")]
#[test]
fn progress_is_for_terminals() {
    let desk = Desk::new();
    two(&desk);
    fs::create_dir(desk.path("team")).unwrap();
    let profile = desk.read("a.evenkeel");
    let id = desk.json("a.evenkeel")["id"].as_str().unwrap().to_owned();
    for i in 0..300 {
        desk.write(&format!("team/{i}.evenkeel"), profile.replace(&id, &i.to_string()));
    }
    assert_eq!(desk.works(&["export", "team", "-o", "out.csv"]), "out.csv: 300 audits of 300 profiles\n");

    let in_a_terminal = |program: &str| {
        let mut script = Command::new("script");
        desk.at(script.args(["-qec", program, "/dev/null"])).output()
    };
    // `script` is part of every Debian but not of every Linux, and a bare container has no terminals to give.
    if !in_a_terminal("true").is_ok_and(|output| output.status.success()) {
        return;
    }
    let output = in_a_terminal(&format!("'{}' export team -o out.csv", env!("CARGO_BIN_EXE_evenkeel"))).unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let (progress, end) = said.split_at(said.find("out.csv").unwrap());
    assert_eq!(end, "out.csv: 300 audits of 300 profiles\r\n");
    assert!(progress.is_empty() || progress.contains(" of 300 files\r") && progress.ends_with(" \r"), "{said:?}");
}

#[test]
fn the_confidence_is_that_of_the_score() {
    let desk = Desk::new();
    two(&desk);
    desk.works(&["export", "a.evenkeel", "-o", "out.csv", "--confidence", "0.80"]);
    assert_eq!(rows(&desk, "out.csv")[0]["confidence"], "0.8");
    desk.works(&["export", "a.evenkeel", "-o", "out.csv"]);
    assert_eq!(rows(&desk, "out.csv")[0]["confidence"], "0.9", "an earlier export is replaced");
}

/// Every number, wherever it leaves for another program, at the shortest that says as much.
#[test]
fn numbers_have_no_noise() {
    let desk = Desk::new();
    desk.write(
        "answers.csv",
        "item,answer\nrisk-mitigation-1,3\nrisk-mitigation-2,3\nrisk-mitigation-3,3\nrisk-mitigation-4,3\nrisk-mitigation-5,2\n",
    );
    desk.works(&["new", "-o", "a.evenkeel", "--answers", "answers.csv"]);
    let scores: Value = serde_json::from_str(&desk.works(&["score", "a.evenkeel", "--json"])).unwrap();
    assert_eq!(scores["facets"]["risk-mitigation"]["score100"], json!(45.0));
    desk.works(&["export", "a.evenkeel", "-o", "out.csv"]);
    let all = rows(&desk, "out.csv");
    let row = all.iter().find(|row| row["facet"] == "risk-mitigation").unwrap();
    assert_eq!((row["mean"].as_str(), row["score100"].as_str()), ("2.8", "45.0"));

    for (i, case) in super::super::golden::golden().cases.iter().enumerate() {
        let name = format!("{i}.evenkeel");
        desk.make(&name, case, &[]);
        for arguments in [
            &["score", &name, "--json"] as &[&str],
            &["export", &name, "-o", "-", "--format", "csv"],
            &["export", &name, "-o", "-", "--format", "json"],
            &["report", &name, "-o", "-", "--format", "json", "--pages", "facets,numbers,chart"],
            &["tracks", "--json"],
        ] {
            let out = desk.works(arguments);
            let numbers = out.split(|c: char| !c.is_ascii_digit() && c != '.').filter_map(|text| text.split_once('.'));
            let noisy: Vec<_> = numbers.filter(|(_, decimals)| decimals.len() > 9).collect();
            assert!(noisy.is_empty(), "{arguments:?}: {noisy:?}");
        }
    }
}

#[test]
fn no_output_takes_the_place_of_a_profile_and_what_else_it_replaces_is_kept() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("lean-m-full-307"), &[]);
    let profile = desk.read("a.evenkeel");
    for (name, arguments) in [
        ("out.csv", vec!["export", "a.evenkeel", "-o", "out.csv"]),
        ("out.json", vec!["export", "a.evenkeel", "-o", "out.json"]),
        ("out.svg", vec!["chart", "a.evenkeel", "-o", "out.svg"]),
        ("out.png", vec!["chart", "a.evenkeel", "-o", "out.png"]),
    ] {
        // A profile of somebody else's, under the name of an output; one of a newer Evenkeel; half of one.
        let newer = profile.replace("\"version\": 1", "\"version\": 99");
        for there in [profile.as_str(), newer.as_str(), &profile[..profile.len() / 2]] {
            desk.write(name, there);
            let (error, hint) = desk.fails(&arguments, 1);
            let said = error.starts_with("this is a profile, which nothing else replaces: ") && error.ends_with(name);
            assert!(said, "{arguments:?}: {error}");
            assert_eq!(hint.as_deref(), Some("Give the output another name."));
            assert_eq!(desk.read(name), there);
        }
        // Anything else is replaced, as it always was, and kept.
        desk.write(name, "a list of my own");
        desk.works(&arguments);
        desk.works(&arguments);
        let folder = desk.path("home/data/backups/outputs");
        let kept = fs::read_dir(folder).unwrap().map(|entry| fs::read(entry.unwrap().path()).unwrap());
        assert!(kept.filter(|bytes| bytes == b"a list of my own").count() >= 1, "{name}");
    }
}

#[cfg(feature = "report")]
#[test]
fn notes_go_along_only_where_they_were_chosen() {
    use evenkeel::profile::{Note, Profile};
    use evenkeel::storage::format;

    let desk = Desk::new();
    let mut profile: Profile = crate::report::worked_example();
    let note =
        Note { did: "SECRET".to_owned(), ..Note::empty("n9".into(), "2026-11-03".parse().unwrap(), "law".into()) };
    profile.notes.push(note.into());
    desk.write("me.evenkeel", format::encode(&profile).unwrap());
    for out in ["out.csv", "out.json"] {
        desk.works(&["export", "me.evenkeel", "-o", out]);
        assert!(!desk.read(out).contains("SECRET") && !desk.read(out).contains("notes"), "{out}");
    }
    desk.works(&["export", "me.evenkeel", "-o", "out.json", "--notes"]);
    let notes = desk.json("out.json")[0]["notes"].clone();
    let last = notes.as_array().unwrap().last().unwrap();
    let all = json!({
        "id": "n9", "on": "2026-11-03", "facet": "law", "occasion": "", "did": "SECRET", "came_of_it": "", "seen_by": "",
    });
    assert_eq!(*last, all);
    let (error, _) = desk.fails(&["export", "me.evenkeel", "-o", "out.csv", "--notes"], 2);
    assert!(error.contains("only in JSON"), "{error}");
}
