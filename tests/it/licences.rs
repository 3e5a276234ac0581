//! The licences that are shown are those of what is built in, no more and no less.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use evenkeel::licences::{self, Licence};

const HINT: &str = "run `make licences`";

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn of_crates() -> Vec<Licence> {
    serde_json::from_str(&read("assets/licences/crates.json")).unwrap()
}

/// "name version" of every package in the lock file but our own.
fn locked() -> BTreeSet<String> {
    let lock: toml::Table = read("Cargo.lock").parse().unwrap();
    let packages = lock["package"].as_array().unwrap().iter();
    let named = packages.map(|p| format!("{} {}", p["name"].as_str().unwrap(), p["version"].as_str().unwrap()));
    named.filter(|name| !name.starts_with("evenkeel ")).collect()
}

#[test]
fn every_package_of_the_lock_file_is_accounted_for() {
    let shipped: BTreeSet<String> = of_crates().into_iter().flat_map(|licence| licence.packages).collect();
    let others: BTreeSet<String> = read("assets/licences/not-built-in.txt").lines().map(str::to_owned).collect();
    assert!(shipped.is_disjoint(&others));
    let known: BTreeSet<String> = shipped.union(&others).cloned().collect();
    let locked = locked();
    let missing: Vec<_> = locked.difference(&known).collect();
    let gone: Vec<_> = known.difference(&locked).collect();
    assert!(missing.is_empty() && gone.is_empty(), "{HINT}: new {missing:?}, gone {gone:?}");
    for name in ["egui", "typst", "serde", "winit"] {
        assert!(shipped.iter().any(|package| package.starts_with(&format!("{name} "))), "{name}");
    }
    for name in ["proptest", "egui_kittest"] {
        assert!(others.iter().any(|package| package.starts_with(&format!("{name} "))), "{name}");
    }
}

/// What evenkeel itself depends on, as a lock file has it: all of it that is not a choice.
fn our_dependencies(lock: &str) -> BTreeSet<String> {
    let manifest: toml::Table = read("Cargo.toml").parse().unwrap();
    let optional = |name: &str| {
        let of = |table: &toml::Value| table.get("dependencies").and_then(|d| d.get(name)?.get("optional")?.as_bool());
        let anywhere = manifest["target"].as_table().unwrap().values().filter_map(of).any(|optional| optional);
        anywhere
            || of(&toml::Value::Table(manifest.clone())) == Some(true)
            || manifest["dev-dependencies"].get(name).is_some()
    };
    let lock: toml::Table = read(lock).parse().unwrap();
    let ours = lock["package"].as_array().unwrap().iter().find(|p| p["name"].as_str() == Some("evenkeel")).unwrap();
    let named = ours["dependencies"].as_array().unwrap().iter();
    // Without the version, which is there only where a lock file has two of them.
    let bare = named.map(|name| name.as_str().unwrap().split(' ').next().unwrap());
    bare.filter(|name| !optional(name)).map(str::to_owned).collect()
}

/// Packages of their own have lock files of their own, and `--locked` fails where one was forgotten.
#[test]
fn other_lock_files_know_what_we_depend_on() {
    let ours = our_dependencies("Cargo.lock");
    assert!(ours.contains("clap") && !ours.contains("typst") && !ours.contains("tempfile"), "{ours:?}");
    for lock in ["benches/Cargo.lock", "fuzz/Cargo.lock", "packaging/man/Cargo.lock"] {
        assert_eq!(our_dependencies(lock), ours, "{lock}: run `cargo tree` with its manifest");
    }
}

/// The rule for `cargo deny`, held without it.
#[test]
fn nothing_that_speaks_to_a_network_has_come_in() {
    let rules: toml::Table = read("deny.toml").parse().unwrap();
    let locked = locked();
    let denied = rules["bans"]["deny"].as_array().unwrap().iter().map(|ban| ban["crate"].as_str().unwrap());
    let found: Vec<_> = denied.filter(|name| locked.iter().any(|l| l.starts_with(&format!("{name} ")))).collect();
    assert!(found.is_empty(), "{found:?}");
    assert!(rules["bans"]["deny"].as_array().unwrap().len() > 5);
}

#[test]
fn every_licence_may_come_in_and_has_its_text() {
    let rules: toml::Table = read("deny.toml").parse().unwrap();
    let ids = |list: &toml::Value| -> Vec<String> {
        list.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
    };
    let mut allowed = ids(&rules["licenses"]["allow"]);
    for exception in rules["licenses"]["exceptions"].as_array().unwrap() {
        allowed.extend(ids(&exception["allow"]));
    }
    for licence in of_crates() {
        assert!(allowed.contains(&licence.id), "{}: {:?}", licence.id, licence.packages);
        assert!(licence.text.trim().len() > 200, "{}: {:?}", licence.id, licence.packages);
    }
}

#[test]
fn what_is_no_crate_is_there_too() {
    let all = licences::all().unwrap();
    for what in [
        "Evenkeel",
        "Evenkeel Sans, a modified Inter 4.1",
        "Cantarell, for a title bar, on Linux",
        "Rust standard library",
    ] {
        let of = all.iter().find(|licence| licence.packages.iter().any(|package| package == what)).unwrap();
        assert!(of.text.contains("Copyright"), "{what}");
    }
    assert_eq!(all.len(), of_crates().len() + 6);
}
