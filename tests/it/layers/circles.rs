//! Files import each other in one direction only: whoever reads one file need not have read all the others.
//!
//! What counts is each path from `crate`, `super` or `self` outside of tests, and the file that it leads to. Modules that are in
//! order are checked strictly. In all of the program, what a module and the files in it name of each other does not count.

use std::collections::{BTreeMap, BTreeSet};

use super::{module_of, resolve};
use crate::layers::names::read;

/// Modules of which the files are in order.
const IN_ORDER: [&str; 4] = ["chart", "scoring", "storage", "tracks"];

/// Files, by their paths as modules, with those that each names.
type Imports = BTreeMap<String, BTreeSet<String>>;

/// Who names whom among these files, given by their paths below `src/` with what is in them.
fn imports(files: &[(String, String)]) -> Imports {
    let known: BTreeSet<String> = files.iter().map(|(path, _)| module_of(path).join("::")).collect();
    let named = |path: &str, source: &str| {
        let module = module_of(path);
        // What tests name is no part of the program.
        let shipped = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let full = read(shipped).paths.into_iter().map(|(_, path)| resolve(&path, &module));
        let ours = full.filter(|path| path.first().is_some_and(|first| first == "crate"));
        // The file is the longest beginning of the path that is one.
        let file =
            |path: Vec<String>| (2..=path.len()).rev().map(|end| path[1..end].join("::")).find(|p| known.contains(p));
        ours.filter_map(file).filter(|file| *file != module.join("::")).collect()
    };
    files.iter().map(|(path, source)| (module_of(path).join("::"), named(path, source))).collect()
}

/// All files to which this one leads.
fn led_to<'a>(imports: &'a Imports, start: &str) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    let mut next: Vec<&String> = imports[start].iter().collect();
    while let Some(file) = next.pop() {
        if seen.insert(file.as_str()) {
            next.extend(&imports[file]);
        }
    }
    seen
}

/// The files that lead back to themselves.
fn in_circles(imports: &Imports) -> Vec<&str> {
    imports.keys().map(String::as_str).filter(|file| led_to(imports, file).contains(file)).collect()
}

/// The same, those together that lead to each other, in alphabetical order.
fn circles(imports: &Imports) -> Vec<Vec<&str>> {
    let led: BTreeMap<&str, BTreeSet<&str>> =
        imports.keys().map(|file| (file.as_str(), led_to(imports, file))).collect();
    let together = |a: &str| led.keys().copied().filter(|b| led[a].contains(b) && led[b].contains(a)).collect();
    let all: BTreeSet<Vec<&str>> = in_circles(imports).into_iter().map(together).collect();
    all.into_iter().collect()
}

/// Without what a module and the files in it name of each other. That they belong together is said by where they are: a file may
/// use the types of the module that it is a part of, and the module gathers its files.
fn without_kin(mut imports: Imports) -> Imports {
    let within = |file: &str, module: &str| file.strip_prefix(module).is_some_and(|rest| rest.starts_with("::"));
    for (file, named) in &mut imports {
        named.retain(|other| !within(file, other) && !within(other, file));
    }
    imports
}

#[test]
fn files_import_in_one_direction() {
    for module in IN_ORDER {
        let files = super::sources().into_iter().filter(|(path, _)| path.starts_with(&format!("{module}/")));
        // The module itself only gathers them.
        let files: Vec<_> = files.filter(|(path, _)| *path != format!("{module}/mod.rs")).collect();
        assert!(files.len() > 10, "only {} files found in {module}", files.len());
        assert_eq!(in_circles(&imports(&files)), [""; 0], "{module}");
    }
}

#[test]
fn no_circle_of_imports_anywhere() {
    let files = super::sources();
    assert!(files.len() > 200, "only {} files found", files.len());
    assert_eq!(circles(&without_kin(imports(&files))), [[""; 0]; 0]);
}

#[test]
fn circles_are_told_apart_and_a_module_may_know_its_files() {
    let found = |files: &[(&str, &str)]| {
        let files: Vec<_> = files.iter().map(|(path, source)| ((*path).to_owned(), (*source).to_owned())).collect();
        circles(&without_kin(imports(&files))).iter().map(|circle| circle.join(" ")).collect::<Vec<_>>().join(", ")
    };
    let two = [
        ("s/a.rs", "use super::b;"),
        ("s/b.rs", "use super::a;"),
        ("t.rs", "use crate::u;"),
        ("u.rs", "use crate::t;"),
    ];
    assert_eq!(found(&two), "s::a s::b, t u");
    let leads_in = [two[0], two[1], ("t.rs", "use crate::s::a;")];
    assert_eq!(found(&leads_in), "s::a s::b", "what only leads to a circle is no part of it");
    let kin = [("s/mod.rs", "mod a; use a::A; use crate::s::a::B;"), ("s/a.rs", "use super::S;")];
    assert_eq!(found(&kin), "");
    assert_eq!(found(&[("s/mod.rs", "use crate::t;"), ("s/a.rs", ""), ("t.rs", "use crate::s::T;")]), "s t");
}

#[test]
fn a_circle_is_found_however_it_is_written() {
    let circles = |files: &[(&str, &str)]| {
        let files: Vec<_> = files.iter().map(|(path, source)| ((*path).to_owned(), (*source).to_owned())).collect();
        in_circles(&imports(&files)).join(" ")
    };
    let (a, c) = (("s/a.rs", "use super::b::{self, B};"), ("s/c.rs", "fn f() { crate::s::a::g(); }"));
    assert_eq!(circles(&[a, ("s/b.rs", "use super::c;"), c]), "s::a s::b s::c");
    assert_eq!(circles(&[a, ("s/b.rs", "use crate::{s::a::A, t};"), c]), "s::a s::b");
    assert_eq!(circles(&[a, ("s/b.rs", "//! As [`super::c`].\n#[cfg(test)]\nmod tests { use crate::s::c; }"), c]), "");
    assert_eq!(
        circles(&[("s/d/mod.rs", "use super::e::E;"), ("s/d/f.rs", ""), ("s/e.rs", "use super::d;")]),
        "s::d s::e"
    );
}
