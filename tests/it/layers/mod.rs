//! The layers look down only: `docs/ARCHITECTURE.md`, read from the source. Each rule is tried on a few lines that break it.

mod circles;
mod names;
mod parameters;

use std::fs;
use std::path::Path;

use names::{Names, read};

/// Each module of the library, with those that it may name. Front ends may name all but each other.
const LAYERS: [(&str, &[&str]); 38] = [
    ("palette", &[]),
    ("fonts", &[]),
    ("paper", &[]),
    ("random", &[]),
    ("pixels", &[]),
    ("search", &[]),
    ("foreign", &[]),
    ("theirs", &[]),
    ("tally", &[]),
    ("data", &[]),
    ("profile", &[]),
    ("instrument", &["data", "random", "tally", "profile", "pseudo"]),
    ("scoring", &["tally", "profile", "instrument"]),
    ("tracks", &["data", "pseudo", "random", "profile", "instrument", "scoring"]),
    ("actions", &["data", "search", "pseudo", "profile", "instrument"]),
    ("plan", &["profile", "instrument", "scoring", "others"]),
    ("team", &["profile", "instrument", "scoring", "others"]),
    ("round", &["random", "profile", "scoring", "others"]),
    ("others", &["data", "random", "profile", "instrument", "scoring"]),
    ("chart", &["palette", "fonts", "tally", "profile", "instrument", "scoring", "plan"]),
    ("pseudo", &[]),
    ("words", &["pseudo"]),
    ("summary", &["tally", "profile", "instrument", "scoring", "tracks", "actions", "plan", "others", "words"]),
    ("figures", &["tally", "profile", "instrument", "scoring", "plan", "others", "chart", "words"]),
    ("answers", &["foreign", "profile", "instrument", "words"]),
    ("storage", &["paper", "foreign", "profile", "instrument", "scoring", "others"]),
    ("document", &["foreign", "profile", "instrument", "scoring", "storage"]),
    ("print", &["paper", "foreign", "storage"]),
    (
        "message",
        &["paper", "foreign", "profile", "instrument", "scoring", "answers", "storage", "document", "words", "print"],
    ),
    ("typeset", &["fonts", "pixels", "foreign", "theirs", "words"]),
    (
        "report",
        &[
            "pixels",
            "theirs",
            "typeset",
            "palette",
            "fonts",
            "paper",
            "foreign",
            "tally",
            "profile",
            "instrument",
            "scoring",
            "tracks",
            "actions",
            "plan",
            "others",
            "chart",
            "words",
            "figures",
            "summary",
        ],
    ),
    ("export", &["foreign", "profile", "instrument", "scoring", "words", "summary"]),
    ("library", &["profile", "instrument", "scoring", "storage", "export"]),
    ("licences", &[]),
    ("cli", SERVICES_AND_CORE),
    ("app", SERVICES_AND_CORE),
    ("main", &["cli", "app", "words"]),
    ("lib", &[]),
];

const SERVICES_AND_CORE: &[&str] = &[
    "data",
    "pseudo",
    "palette",
    "fonts",
    "paper",
    "pixels",
    "search",
    "random",
    "foreign",
    "theirs",
    "tally",
    "profile",
    "instrument",
    "scoring",
    "tracks",
    "actions",
    "plan",
    "others",
    "team",
    "round",
    "chart",
    "words",
    "figures",
    "summary",
    "answers",
    "storage",
    "document",
    "print",
    "message",
    "typeset",
    "report",
    "export",
    "library",
    "licences",
];

const CORE: [&str; 19] = [
    "data",
    "palette",
    "fonts",
    "paper",
    "pixels",
    "search",
    "random",
    "foreign",
    "theirs",
    "tally",
    "profile",
    "instrument",
    "scoring",
    "tracks",
    "actions",
    "plan",
    "others",
    "team",
    "chart",
];

/// Crates of the window.
const WINDOW: [&str; 10] =
    ["egui", "eframe", "egui_plot", "ecolor", "emath", "epaint", "rfd", "winit", "accesskit", "egui_extras"];

/// What makes a function depend on more than what it is given.
const OUTSIDE_WORLD: [&[&str]; 19] = [
    &["std", "fs"],
    &["std", "io"],
    &["std", "env"],
    &["std", "net"],
    &["std", "os"],
    &["std", "process"],
    &["std", "thread"],
    &["std", "time", "SystemTime"],
    &["std", "time", "Instant"],
    &["SystemTime"],
    &["Instant"],
    &["Timestamp", "now"],
    &["Zoned", "now"],
    &["TimeZone", "system"],
    &["rand"],
    &["fastrand"],
    &["getrandom"],
    &["uuid"],
    &["RandomState"],
];

/// There is no network code.
const NETWORK: [&[&str]; 9] = [
    &["std", "net"],
    &["TcpStream"],
    &["TcpListener"],
    &["UdpSocket"],
    &["reqwest"],
    &["ureq"],
    &["hyper"],
    &["tokio"],
    &["curl"],
];

/// What is wrong with a file, given by its path below `src/`: the line, and what it must not name.
fn breaches(path: &str, source: &str) -> Vec<String> {
    let names = read(source);
    let module = module_of(path);
    let layer = module.first().map_or("lib", String::as_str);
    let mut found = Vec::new();
    let Some((_, lower)) = LAYERS.iter().find(|(name, _)| *name == layer) else {
        return vec![format!("src/{path}: no layer is known for the module {layer}; add it to the table of this test")];
    };
    for (line, path_named) in &names.paths {
        let full = resolve(path_named, &module);
        let what = full.join("::");
        let mut forbid = |forbidden: bool| {
            if forbidden {
                found.push(format!("src/{path}:{line}: {what}"));
            }
        };
        let ours = full.first().is_some_and(|f| f == "crate" || f == "evenkeel");
        if let Some(named) = full.get(1).filter(|_| ours) {
            let other = if named == "t" { "words" } else { named };
            let known = LAYERS.iter().any(|(name, _)| *name == other);
            forbid(known && other != layer && !lower.contains(&other) && layer != "lib");
            let on_screen = ["screens", "widgets"].iter().any(|m| module.get(1).is_some_and(|found| found == m));
            forbid(layer == "app" && on_screen && ["storage", "report"].contains(&other));
        }
        forbid(layer != "app" && layer != "main" && full.first().is_some_and(|f| is_window(f)));
        forbid(CORE.contains(&layer) && OUTSIDE_WORLD.iter().any(|p| names_it(&full, p)));
        forbid(NETWORK.iter().any(|p| names_it(&full, p)));
        forbid(!may_make_colours(path) && is_colour(&full));
    }
    let colours = names.texts.iter().filter(|(_, text)| !may_make_colours(path) && has_hex_colour(text));
    found.extend(colours.map(|(line, text)| format!("src/{path}:{line}: the colour in {text:?}")));
    found
}

/// `scoring/facet.rs` is the module `scoring::facet`.
fn module_of(path: &str) -> Vec<String> {
    let mut parts: Vec<String> = path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if parts.last().is_some_and(|last| last == "mod") || parts == ["lib"] {
        parts.pop();
    }
    parts
}

/// From the top of the library. Modules inside the file are not known here: too many `super` stop at the top.
fn resolve(path: &[String], module: &[String]) -> Vec<String> {
    let supers = path.iter().take_while(|p| *p == "super").count();
    let own = path.first().is_some_and(|p| p == "self");
    if supers == 0 && !own {
        return path.to_vec();
    }
    let base = &module[..module.len().saturating_sub(supers)];
    let rest = path.iter().skip(supers.max(usize::from(own)));
    ["crate".to_owned()].iter().chain(base).chain(rest).cloned().collect()
}

fn is_window(krate: &str) -> bool {
    WINDOW.contains(&krate) || krate.starts_with("egui_")
}

/// At the beginning of the path, or anywhere in it for what is usually imported first.
fn names_it(path: &[String], what: &[&str]) -> bool {
    path.starts_with(&what.iter().map(ToString::to_string).collect::<Vec<_>>())
        || what[0].starts_with(char::is_uppercase) && path.windows(what.len()).any(|w| w == what)
}

fn may_make_colours(path: &str) -> bool {
    path == "palette.rs" || path.starts_with("app/theme")
}

/// `Color32::RED`, `Color32::from_rgb`, `Rgba::…`: not the type itself, and not what stands for no colour.
fn is_colour(path: &[String]) -> bool {
    let made = |w: &[String]| {
        ["Color32", "Rgba", "Hsva"].contains(&w[0].as_str()) && !["TRANSPARENT", "PLACEHOLDER"].contains(&w[1].as_str())
    };
    path.windows(2).any(made) || path.iter().any(|p| p == "hex_color")
}

fn has_hex_colour(text: &str) -> bool {
    text.split('#').skip(1).any(|after| {
        let digits = after.chars().take_while(char::is_ascii_hexdigit).count();
        digits == 6 || digits == 8
    })
}

#[test]
fn the_layers_look_down_only() {
    let files = sources();
    assert!(files.len() > 30, "only {} files found", files.len());
    let found: Vec<String> = files.iter().flat_map(|(path, source)| breaches(path, source)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// All files of the program, by their paths below `src/`, with what is in them.
fn sources() -> Vec<(String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&src, &mut files);
    let path = |file: &Path| file.strip_prefix(&src).unwrap().to_str().unwrap().replace('\\', "/");
    files.iter().map(|file| (path(file), fs::read_to_string(file).unwrap())).collect()
}

fn collect(folder: &Path, files: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
}

#[track_caller]
fn breaks(path: &str, source: &str) {
    assert!(!breaches(path, source).is_empty(), "nothing is wrong with {path}: {source}");
}

#[track_caller]
fn fine(path: &str, source: &str) {
    assert_eq!(breaches(path, source), [""; 0], "{path}: {source}");
}

#[test]
fn the_core_knows_no_files_clock_chance_or_window() {
    for line in [
        "use std::fs;",
        "use std::{collections::BTreeMap, fs::{self, File}};",
        "use std :: io :: Read;",
        "fn f() { std::env::var(\"X\"); }",
        "fn f() { jiff::Timestamp::now(); }",
        "use jiff::Timestamp; fn f() { Timestamp::now(); }",
        "use std::time::{Duration, Instant};",
        "fn f() -> uuid::Uuid { todo() }",
        "use rand::Rng;",
        "use egui::Color32;",
        "fn f(ui: &mut egui::Ui) {}",
        "use egui_extras::Table;",
        "use crate::storage::save;",
        "use crate::{profile, storage};",
        "use super::super::report;",
        "fn f() -> String { crate::t!(\"save\") }",
    ] {
        breaks("scoring/facet.rs", line);
        breaks("chart/radar/mod.rs", line);
    }
    for line in [
        "use std::{collections::BTreeMap, fmt};",
        "use std::time::Duration;",
        "use jiff::Timestamp;",
        "// std::fs is not for us\n/* nor is\n egui::Ui */ /// [`std::fs::write`]\nstruct S;",
        "const S: &str = \"use std::fs;\"; const R: &str = r#\"egui::Ui \"and\" std::io\"#; const C: char = '\"';",
        "fn f<'a>(s: &'a str) -> &'a str { s }",
        "use crate::profile::Audit; use crate::instrument::Side;",
        "use super::json; use super::super::profile;",
        "struct Random; fn brand() {}",
    ] {
        fine("scoring/facet.rs", line);
    }
}

#[test]
fn a_lower_layer_never_names_a_higher_one() {
    breaks("scoring/mod.rs", "use crate::chart::radar;");
    breaks("scoring/mod.rs", "use super::chart;");
    breaks("profile/audit.rs", "use crate::instrument::Instrument;");
    breaks("instrument/mod.rs", "use crate::scoring::score;");
    breaks("storage/disk.rs", "use crate::message::UserMessage;");
    breaks("storage/disk.rs", "use egui::Context;");
    breaks("document.rs", "use crate::cli;");
    breaks("report/pdf.rs", "fn f() { crate::app::open_window(None); }");
    breaks("cli/score.rs", "use crate::app::App;");
    breaks("app/run.rs", "use crate::cli::score;");
    breaks("cli/score.rs", "use egui::Ui;");
    breaks("something_new/mod.rs", "struct S;");
    fine("chart/mod.rs", "use crate::scoring::Scores; use self::radar::radar; mod radar;");
    fine("app/run.rs", "use crate::storage::save; use egui;");
    fine("cli/score.rs", "use crate::{chart, report, scoring, storage};");
    fine("main.rs", "fn main() { evenkeel::cli::run(); }");
    fine("lib.rs", "pub mod app; pub mod scoring; pub use self::scoring::score;");
}

#[test]
fn screens_and_widgets_touch_neither_files_nor_reports() {
    for file in ["app/screens/home.rs", "app/screens/audit/mod.rs", "app/widgets/radar.rs"] {
        breaks(file, "use crate::storage::RecentFiles;");
        breaks(file, "use crate::{chart, report};");
        fine(file, "use crate::document::Document; use crate::chart; use egui::Ui;");
    }
}

#[test]
fn colours_are_made_by_palette_and_theme_only() {
    for line in [
        "const C: egui::Color32 = egui::Color32::RED;",
        "fn f() { Color32::from_rgb(1, 2, 3); }",
        "fn f() { ecolor::Rgba::from_gray(0.5); }",
        "fn f() { egui::hex_color!(\"x\"); }",
        "const C: &str = \"fill: #0072b2;\";",
    ] {
        breaks("app/widgets/radar.rs", line);
        fine("app/theme/mod.rs", line);
    }
    breaks("report/svg.rs", "const C: &str = \"#D55E00\";");
    fine("palette.rs", "const C: &str = \"#D55E00\";");
    fine("app/widgets/radar.rs", "fn f(c: Color32) -> Color32 { if c == Color32::TRANSPARENT { c } else { c } }");
    fine("cli/score.rs", "const S: &str = \"#12 and #1234567\";");
}

#[test]
fn nothing_talks_to_the_network() {
    for file in ["app/run.rs", "cli/score.rs", "storage/disk.rs", "main.rs", "lib.rs"] {
        breaks(file, "use std::net::TcpStream;");
        breaks(file, "fn f() { ureq::get(\"\"); }");
    }
}

#[test]
fn every_name_is_found_with_its_line() {
    let Names { paths, texts } = read("use a::{b, c::{self, D as E}, f::*};\n\nfn g() { h::<i::J>(\"k\\\"l\"); }");
    let paths: Vec<String> = paths.iter().map(|(line, p)| format!("{line} {}", p.join("::"))).collect();
    assert_eq!(paths, ["1 a::b", "1 a::c", "1 a::c::D", "1 a::f", "3 g", "3 h", "3 i::J"]);
    assert_eq!(texts, [(3, "k\\\"l".to_owned())]);
}
