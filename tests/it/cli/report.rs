//! `evenkeel report`.

use std::fs;

use super::{Desk, case};
use crate::report::text;

fn desk() -> Desk {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("lean-m-full-307"), &["--role", "Team lead", "--person", "Noor"]);
    desk
}

fn pdf(desk: &Desk, name: &str) -> String {
    text(&fs::read(desk.path(name)).unwrap())
}

#[test]
fn a_report_is_written() {
    let desk = desk();
    assert_eq!(desk.works(&["report", "a.evenkeel", "-o", "a.pdf"]), "a.pdf: report written\n");
    let words = pdf(&desk, "a.pdf");
    assert!(words.contains("Noor · Team lead") && words.contains("Facet by facet"), "{words}");
    assert!(!words.contains("The answers"));
    assert!(!words.contains("The signs around you"), "this audit did not ask for them");
    desk.works(&["report", "a.evenkeel", "-o", "b.pdf"]);
    assert!(fs::read(desk.path("a.pdf")).unwrap() == fs::read(desk.path("b.pdf")).unwrap());
    desk.works(&["report", "a.evenkeel", "-o", "c.pdf", "--pages", "chart,answers", "--no-name", "--paper", "letter"]);
    let words = pdf(&desk, "c.pdf");
    assert!(words.contains("The answers") && !words.contains("Noor") && !words.contains("Facet by facet"));
}

#[test]
fn the_data_of_a_template_is_written_as_json() {
    let desk = desk();
    desk.works(&["report", "a.evenkeel", "-o", "a.json", "--pages", "summary"]);
    let data = desk.json("a.json");
    assert_eq!(data["version"], 1);
    assert!(data["summary"]["sentence"].is_string() && data["facets"].is_null());
}

#[test]
fn a_report_never_takes_the_place_of_what_it_reads() {
    let desk = Desk::new();
    let profile: &[u8] = include_bytes!("../../../assets/examples/worked-example.evenkeel");
    desk.write("a.json", profile);
    let (error, _) = desk.fails(&["report", "a.json", "-o", "a.json"], 2);
    assert!(error.starts_with("the output is one of the files to read"), "{error}");
    assert_eq!(fs::read(desk.path("a.json")).unwrap(), profile);
}

#[test]
fn an_earlier_audit_is_laid_over_it() {
    let desk = Desk::new();
    fs::write(desk.path("a.evenkeel"), include_bytes!("../../../assets/examples/worked-example.evenkeel")).unwrap();
    desk.works(&["report", "a.evenkeel", "-o", "a.pdf", "--earlier", "2"]);
    assert!(pdf(&desk, "a.pdf").contains("Audit of "));
    desk.fails(&["report", "a.evenkeel", "-o", "a.pdf", "--earlier", "4"], 2);
    desk.fails(&["report", "a.evenkeel", "-o", "a.pdf", "--earlier", "9"], 1);
    desk.fails(&["report", "a.evenkeel", "-o", "a.pdf", "--audit", "1", "--earlier", "2"], 1);
    desk.fails(&["report", "a.evenkeel", "-o", "a.pdf", "--earlier", "latest"], 2);
}

#[test]
fn a_template_of_ones_own_is_used() {
    let desk = desk();
    let own = "#let data = json(\"data.json\")\n#set document(title: data.title)\n#set text(font: data.fonts)\nMine: ";
    desk.write("own.typ", format!("{own}#data.person"));
    desk.works(&["report", "a.evenkeel", "-o", "a.pdf", "--template", "own.typ"]);
    assert!(pdf(&desk, "a.pdf").contains("Mine: Noor"));
    desk.write("bad.typ", format!("{own}#data.nobody"));
    let said = desk.run(&["report", "a.evenkeel", "-o", "b.pdf", "--template", "bad.typ"]);
    assert_eq!((said.code, said.out.as_str()), (1, "b.pdf: report written\n"));
    assert!(said.err.contains("bad.typ, line 4, column 13") && said.err.contains("hint: "), "{}", said.err);
    assert!(pdf(&desk, "b.pdf").contains("Facet by facet"), "the built-in one was used");
    let (error, _) = desk.fails(&["report", "a.evenkeel", "-o", "c.pdf", "--template", "missing.typ"], 1);
    assert!(error.ends_with("missing.typ"), "{error}");
    fs::write(desk.path("binary.typ"), [0xff, 0xfe]).unwrap();
    desk.fails(&["report", "a.evenkeel", "-o", "c.pdf", "--template", "binary.typ"], 1);
    assert!(!desk.path("c.pdf").exists(), "nothing is half written");
}

#[test]
fn letters_that_no_font_has_are_a_warning() {
    let desk = Desk::new();
    // A letter of no script. Somebody's font may have it, but not those of the test.
    desk.make("a.evenkeel", &case("lean-m-full-307"), &["--person", "A\u{e123}"]);
    let said = desk.run(&["report", "a.evenkeel", "-o", "a.pdf"]);
    assert_eq!(said.code, 0);
    assert!(said.err.starts_with("warning: ") && said.err.contains('\u{e123}'), "{}", said.err);
    assert!(pdf(&desk, "a.pdf").contains("A□"));
}

/// The fonts of the system are those of the test, see [`Desk::at`]: with others, a test of letters that are missing would prove
/// nothing.
#[cfg(target_os = "linux")]
#[test]
fn letters_that_a_font_of_the_system_has_are_no_warning() {
    let desk = Desk::new();
    desk.make("a.evenkeel", &case("lean-m-full-307"), &["--person", "王小明"]);
    desk.works(&["report", "a.evenkeel", "-o", "a.pdf"]);
    assert!(pdf(&desk, "a.pdf").contains("王小明"));
    desk.make("b.evenkeel", &case("lean-m-full-307"), &["--person", "王小强"]);
    let said = desk.run(&["report", "b.evenkeel", "-o", "b.pdf"]);
    assert!(
        said.err.starts_with("warning: ") && said.err.contains('强'),
        "another letter, though CJK fonts have it: {said:?}"
    );
}

#[test]
fn a_wrong_call_writes_nothing() {
    let desk = desk();
    for arguments in [
        &["report", "a.evenkeel"] as &[&str],
        &["report", "a.evenkeel", "-o", "a.txt"],
        &["report", "a.evenkeel", "-o", "a.pdf", "--paper", "a3"],
        &["report", "a.evenkeel", "-o", "a.pdf", "--pages", "cover"],
    ] {
        desk.fails(arguments, 2);
    }
    desk.fails(&["report", "a.evenkeel", "-o", "no/such/folder/a.pdf"], 1);
    assert!(!desk.path("a.pdf").exists());
}

/// A profile with an audit that says what the role needs, or without one, and with a role from an ad and a plain one.
fn roles_desk(audit: bool) -> Desk {
    let desk = Desk::new();
    let example = include_str!("../../../assets/examples/worked-example.evenkeel");
    let mut profile: serde_json::Value = serde_json::from_str(example).unwrap();
    if !audit {
        profile["audits"] = serde_json::json!([]);
    }
    profile["roles"] = serde_json::json!([
        { "id": "11111111-0000-4000-8000-000000000000", "name": "Head of the depot",
          "ad": [{ "text": "You plan the shifts", "facet": "resource-allocation" }, { "text": "Free coffee" }] },
        { "id": "22222222-0000-4000-8000-000000000000", "name": "Plain, and simple" },
    ]);
    desk.write("a.evenkeel", profile.to_string());
    desk
}

#[test]
fn roles_go_by_id_by_name_or_as_the_present_one() {
    let desk = roles_desk(true);
    let names = |roles: &[&str]| {
        let mut call = vec!["report", "a.evenkeel", "-o", "a.json", "--pages", "roles"];
        call.extend(roles.iter().flat_map(|role| ["--role", *role]));
        desk.works(&call);
        let data = desk.json("a.json");
        let roles = data["roles"]["roles"].as_array().unwrap().clone();
        roles.iter().map(|role| role["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&["founder,current"]), ["Founder in the early years", "Your role now"]);
    assert_eq!(names(&["head of the depot, ward-manager"]), ["Head of the depot", "Ward manager"]);
    assert_eq!(names(&["22222222-0000-4000-8000-000000000000"]), ["Plain, and simple"]);
    let commas = ["Plain, and simple", "Safety, infection or data protection adviser", "founder,founder"];
    assert_eq!(names(&commas).len(), 3, "a name may have commas, and a role is there once");
    desk.works(&["report", "a.evenkeel", "-o", "a.json", "--role", "founder"]);
    let data = desk.json("a.json");
    assert!(data["summary"].is_object() && data["roles"].is_object(), "the usual pages, then the role");
}

#[test]
fn pages_about_roles_need_no_audit() {
    let desk = roles_desk(false);
    desk.works(&["report", "a.evenkeel", "-o", "a.pdf", "--pages", "roles,ad", "--role", "Head of the depot,founder"]);
    let words = pdf(&desk, "a.pdf");
    assert!(words.contains("Evenkeel roles") && words.contains("What does this ad ask, line by line?"), "{words}");
    let arguments = ["report", "a.evenkeel", "-o", "b.pdf", "--pages", "roles", "--role", "current"];
    let (error, hint) = desk.fails(&arguments, 1);
    assert!(error.contains("no role “current”") && hint.is_some(), "{error}");
    let (error, _) = desk.fails(&["report", "a.evenkeel", "-o", "b.pdf", "--role", "founder"], 1);
    assert!(error.contains("no audit"), "the usual pages need one: {error}");
}

#[test]
fn an_unknown_role_is_an_error_that_names_similar_ones() {
    let desk = roles_desk(true);
    let fails = |pages: &str, role: &str, code| {
        desk.fails(&["report", "a.evenkeel", "-o", "a.pdf", "--pages", pages, "--role", role], code)
    };
    let (error, hint) = fails("roles", "foundr", 2);
    assert_eq!(error, "there is no role called “foundr”");
    assert_eq!(hint.unwrap(), "Near to it: founder.");
    assert!(fails("roles", "manager", 2).1.unwrap().contains("team-manager"), "what has it in its name");
    assert!(fails("roles", "Head of the depo", 2).1.unwrap().contains("Head of the depot"));
    assert!(fails("roles", "founder,xyzzy", 2).1.unwrap().contains("evenkeel tracks"));
    let (error, _) = fails("roles", "founder,mentor,ward-manager,site-manager", 2);
    assert!(error.starts_with("4 roles"), "{error}");
    assert!(fails("ad", "founder", 1).1.unwrap().contains("From a job ad"));
    for pages in ["roles", "ad"] {
        let (error, _) = desk.fails(&["report", "a.evenkeel", "-o", "a.pdf", "--pages", pages], 2);
        assert!(error.contains("--role"), "{error}");
    }
    assert!(!desk.path("a.pdf").exists());
}
