//! `evenkeel chart`.

use std::fs;

use serde_json::json;

use super::{Desk, case};

/// Width and height in the head of a PNG.
fn size(desk: &Desk, name: &str) -> (u32, u32) {
    let bytes = fs::read(desk.path(name)).unwrap();
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn the_radar_is_drawn_as_svg_and_png() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("lean-m-full-307"), &["--role", "Team lead <logistics> & \u{1b}stores"]);
    let drawn = |arguments: &[&str]| {
        let said = desk.run(&[&["chart", "a.evenkeel", "-o"], arguments].concat());
        assert_eq!(said.code, 0, "{said:?}");
        // What no document can hold is replaced by a box, and named.
        assert!(said.err.starts_with("warning: ") && said.err.contains("U+001B"), "{said:?}");
        said.out
    };
    assert_eq!(drawn(&["radar.svg"]), "radar.svg: the radar of audit 1 of 1\n");
    let svg = desk.read("radar.svg");
    assert!(svg.starts_with("<svg ") || svg.starts_with("<?xml "), "{}", &svg[..80]);
    for words in ["Risk mitigation", "Culture shaping", "Team lead &lt;logistics&gt; &amp; \u{25a1}stores"] {
        assert!(svg.contains(words), "{words}");
    }
    drawn(&["radar.PNG"]);
    drawn(&["small.png", "--scale", "1"]);
    drawn(&["wide.png", "--width", "1000"]);
    let (small, usual) = (size(&desk, "small.png"), size(&desk, "radar.PNG"));
    assert_eq!((2 * small.0, 2 * small.1), usual);
    assert_eq!(size(&desk, "wide.png").0, 1000);
}

#[test]
fn the_same_audit_gives_the_same_picture() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("half-quick-377"), &[]);
    for name in ["one.svg", "two.svg", "one.png", "two.png"] {
        desk.works(&["chart", "a.evenkeel", "-o", name]);
    }
    let same = |a: &str, b: &str| fs::read(desk.path(a)).unwrap() == fs::read(desk.path(b)).unwrap();
    assert!(same("one.svg", "two.svg") && same("one.png", "two.png"));
    desk.works(&["chart", "a.evenkeel", "-o", "two.svg", "--confidence", "0.95"]);
    assert!(!same("one.svg", "two.svg"), "an earlier picture is replaced");
}

#[test]
fn greyscale_has_no_colour() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("lean-m-full-307"), &[]);
    let hues = |arguments: &[&str]| {
        desk.works(&[&["chart", "a.evenkeel", "-o", "out.svg"], arguments].concat());
        let svg = desk.read("out.svg");
        let colours = svg.split('#').skip(1).filter_map(|after| after.get(..6));
        let colours: Vec<&str> = colours.filter(|c| c.bytes().all(|b| b.is_ascii_hexdigit())).collect();
        assert!(!colours.is_empty());
        colours.iter().filter(|c| c[..2] != c[2..4] || c[2..4] != c[4..]).count()
    };
    assert!(hues(&[]) > 0);
    assert_eq!(hues(&["--greyscale"]), 0);
}

#[test]
fn sizes_that_cannot_be_are_refused() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("lean-m-full-307"), &[]);
    for size in [
        &["--scale", "0"] as &[&str],
        &["--scale=-1"],
        &["--scale", "nan"],
        &["--width", "inf"],
        &["--scale", "1", "--width", "100"],
    ] {
        desk.fails(&[&["chart", "a.evenkeel", "-o", "out.png"], size].concat(), 2);
    }
    let (error, _) = desk.fails(&["chart", "a.evenkeel", "-o", "out.svg", "--scale", "2"], 2);
    assert_eq!(error, "--scale is for PNG; an SVG has no pixels");
    let (error, _) = desk.fails(&["chart", "a.evenkeel", "-o", "out.pdf"], 2);
    assert_eq!(error, "the name must end in one of .svg, .png: out.pdf");
    let (error, hint) = desk.fails(&["chart", "a.evenkeel", "-o", "out.png", "--width", "1e9"], 1);
    assert!(error.contains("pixels cannot be made"), "{error}");
    assert_eq!(hint.unwrap(), "Give a smaller --scale or --width.");
    assert!(!desk.path("out.png").exists() && !desk.path("out.svg").exists());
}

#[test]
fn an_audit_is_chosen_as_for_scores() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("lean-m-full-307"), &[]);
    desk.works(&["chart", "a.evenkeel", "-o", "out.svg", "--audit", "1"]);
    let (error, _) = desk.fails(&["chart", "a.evenkeel", "-o", "out.svg", "--audit", "2"], 1);
    assert_eq!(error, "there is no audit 2 in this file: a.evenkeel");
}

/// A profile with three audits: `lean-m`, `half`, `lean-m` again with other questions.
fn three(desk: &Desk) {
    desk.make("a.evenkeel", &case("lean-m-full-307"), &[]);
    desk.make("b.evenkeel", &case("half-quick-377"), &[]);
    let (mut profile, other) = (desk.json("a.evenkeel"), desk.json("b.evenkeel"));
    let mut second = other["audits"][0].clone();
    second["started"] = json!("2099-03-01T09:00:00Z");
    second["finished"] = json!(null);
    let mut third = second.clone();
    third["id"] = json!("third");
    third["instrument"]["version"] = json!(99);
    let audits = profile["audits"].as_array_mut().unwrap();
    audits[0]["finished"] = json!("2026-05-03T09:00:00Z");
    audits.extend([second, third]);
    desk.write("a.evenkeel", profile.to_string());
}

#[test]
fn an_earlier_audit_lies_behind_with_its_date() {
    let desk = Desk::new();
    three(&desk);
    let chart = ["chart", "a.evenkeel", "--audit", "2", "-o"];
    desk.works(&[&chart[..], &["alone.svg"]].concat());
    desk.works(&[&chart[..], &["both.svg", "--earlier", "1"]].concat());
    let (alone, both) = (desk.read("alone.svg"), desk.read("both.svg"));
    assert!(!alone.contains("class=\"earlier-line\"") && !alone.contains("Earlier audit"));
    assert!(both.contains("class=\"earlier-line\"") && both.contains("Earlier audit, 3 May 2026"), "{both}");
    assert!(both.contains(", earlier audit "), "who hears it gets the numbers too");
    desk.works(&[&chart[..], &["both.png", "--earlier", "1"]].concat());
}

#[test]
fn an_earlier_audit_is_earlier_and_had_the_same_questions() {
    let desk = Desk::new();
    three(&desk);
    let earlier = |audit: &str, earlier: &str, code| {
        desk.fails(&["chart", "a.evenkeel", "-o", "out.svg", "--audit", audit, "--earlier", earlier], code)
    };
    for (audit, other) in [("1", "1"), ("1", "2"), ("2", "3")] {
        let (error, hint) = earlier(audit, other, 1);
        assert_eq!(error, format!("audit {other} is not earlier than audit {audit}: a.evenkeel"));
        assert!(hint.is_some());
    }
    assert_eq!(earlier("2", "9", 1).0, "there is no audit 9 in this file: a.evenkeel");
    assert!(earlier("2", "latest", 2).0.contains("a number from 1"));

    let mut profile = desk.json("a.evenkeel");
    profile["audits"].as_array_mut().unwrap().swap(0, 2);
    desk.write("a.evenkeel", profile.to_string());
    let (error, hint) = earlier("2", "1", 1);
    assert!(error.starts_with("audit third was made with the questions evenkeel, version 99, which"), "{error}");
    assert!(hint.is_some() && !desk.path("out.svg").exists());
}

#[test]
fn an_audit_of_the_first_version_is_scored_by_it_and_laid_over_none_of_the_second() {
    let desk = Desk::new();
    desk.write("old.csv", "item,answer\nrisk-mitigation-1,4\nrisk-mitigation-2,3\n");
    desk.write("new.csv", "item,answer\nrisk-mitigation-1,4\nrisk-mitigation-6,3\n");
    for name in ["old", "new"] {
        desk.works(&["new", "-o", &format!("{name}.evenkeel"), "--answers", &format!("{name}.csv")]);
    }
    let mut profile = desk.json("old.evenkeel");
    let new = desk.json("new.evenkeel")["audits"][0].clone();
    profile["audits"].as_array_mut().unwrap().push(new);
    desk.write("both.evenkeel", profile.to_string());
    assert_eq!(desk.works(&["check", "both.evenkeel"]), "both.evenkeel: no problems found\n");
    for (audit, version) in [("1", 1), ("2", 2)] {
        let scores = desk.works(&["score", "both.evenkeel", "--json", "--audit", audit]);
        let scores: serde_json::Value = serde_json::from_str(&scores).unwrap();
        assert_eq!(scores["instrument"]["version"], version);
        assert_eq!(scores["facets"]["risk-mitigation"]["mean"], 3.5);
    }
    let (error, hint) = desk.fails(&["chart", "both.evenkeel", "-o", "out.svg", "--earlier", "1"], 1);
    assert!(error.contains("was asked differently, with version 1 of the questions, and is not compared"), "{error}");
    assert_eq!(hint, None, "an update would not change it");
}

#[test]
fn the_role_can_be_left_out() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("lean-m-full-307"), &[]);
    desk.works(&["chart", "a.evenkeel", "-o", "with.svg"]);
    desk.works(&["chart", "a.evenkeel", "-o", "without.svg", "--no-role"]);
    let (with, without) = (desk.read("with.svg"), desk.read("without.svg"));
    assert!(with.contains("class=\"role-line\"") && with.contains("My role") && with.contains("the role needs"));
    assert!(
        !without.contains("class=\"role-line\"") && !without.contains("role needs") && !without.contains("My role")
    );
}

#[test]
fn a_picture_never_takes_the_place_of_the_profile() {
    let desk = Desk::new();
    desk.make("a.svg", &case("lean-m-full-307"), &[]);
    let before = desk.read("a.svg");
    let (error, _) = desk.fails(&["chart", "a.svg", "-o", "./a.svg"], 2);
    assert!(error.starts_with("the output is one of the files to read"), "{error}");
    assert_eq!(desk.read("a.svg"), before);
}
