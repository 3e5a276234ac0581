//! Within a module, files import each other in one direction only: whoever reads one file need not have read all the others.

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

/// The files that lead back to themselves.
fn in_circles(imports: &Imports) -> Vec<&str> {
    let leads_back = |start: &String| {
        let mut seen = BTreeSet::new();
        let mut next: Vec<&String> = imports[start].iter().collect();
        while let Some(file) = next.pop() {
            if seen.insert(file) {
                next.extend(&imports[file]);
            }
        }
        seen.contains(start)
    };
    imports.keys().filter(|file| leads_back(file)).map(String::as_str).collect()
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
