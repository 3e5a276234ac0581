//! No parameter is a tuple: its parts have no names where the function is called, and the limit of five parameters is not meant to be
//! kept that way.

use std::fs;
use std::path::Path;

/// The names of the functions in a source that have a tuple, or a reference to one, as a parameter.
fn with_tuples(source: &str) -> Vec<String> {
    let code: String =
        source.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join(" ");
    let starts =
        code.match_indices("fn ").filter(|(at, _)| !code[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_'));
    let mut found = Vec::new();
    for (at, _) in starts {
        let rest = &code[at + 3..];
        let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        let Some(open) = parameters_of(&rest[name.len()..]).filter(|_| !name.is_empty()) else { continue };
        if open.iter().any(|parameter| is_tuple(parameter)) {
            found.push(name);
        }
    }
    found
}

/// The parameters after a function's name, one by one.
fn parameters_of(after_name: &str) -> Option<Vec<String>> {
    let (mut depth, mut generics) = (0, 0);
    let mut all = vec![String::new()];
    let mut before = ' ';
    for c in after_name.chars() {
        match c {
            '<' if depth == 0 => generics += 1,
            '>' if depth == 0 && before != '-' => generics -= 1,
            _ if depth == 0 && generics == 0 && c != '(' => {
                if !c.is_whitespace() && c != '>' {
                    return None;
                }
            }
            _ if depth == 0 && generics > 0 => {}
            '(' | '[' | '{' => {
                depth += 1;
                if depth > 1 {
                    all.last_mut()?.push(c);
                }
            }
            ')' | ']' | '}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(all);
                }
                all.last_mut()?.push(c);
            }
            ',' if depth == 1 => all.push(String::new()),
            c => all.last_mut()?.push(c),
        }
        before = c;
    }
    None
}

/// `size: (f64, f64)`, `of: &(A, B)`; not `done: ()`, and not `from: &(impl Read + Seek)`.
fn is_tuple(parameter: &str) -> bool {
    let mut depth = 0;
    let colon = parameter.char_indices().find(|(_, c)| {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        *c == ':' && depth == 0
    });
    let Some((at, _)) = colon else { return false };
    let named = parameter[at + 1..].trim().trim_start_matches(['&', ' ']);
    let named = named.strip_prefix("mut ").unwrap_or(named);
    named.starts_with('(') && !named.starts_with("()") && !named.starts_with("(impl") && !named.starts_with("(dyn")
}

#[test]
fn no_parameter_is_a_tuple() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    super::collect(&src, &mut files);
    let mut wrong = Vec::new();
    for file in files {
        let path = file.strip_prefix(&src).unwrap().to_str().unwrap().replace('\\', "/");
        if path.ends_with("_tests.rs") {
            continue;
        }
        let found = with_tuples(&fs::read_to_string(&file).unwrap());
        if !found.is_empty() {
            wrong.push(format!("src/{path}: {} (give the parts names in a struct)", found.join(", ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_tuple_is_found_among_parameters() {
    for line in [
        "fn f(size: (f64, f64)) {}",
        "fn f((low, high): (f64, f64), z: f64) {}",
        "fn f<'a, T: Fn(u8) -> u8>(of: &'a T, pair: &(A, B)) {}",
        "fn f(\n    a: u8,\n    (page, scale): (usize, f64), // which\n) {}",
    ] {
        assert_eq!(with_tuples(line), ["f"], "{line}");
    }
    for line in [
        "fn f(size: Size, all: &[(f64, f64)], each: impl Fn((u8, u8))) -> (f64, f64) {}",
        "fn f(done: (), at: &(impl Read + Seek)) {}",
        "// fn f(size: (f64, f64)) {}",
        "fn f(Pair(a, b): Pair) {}",
    ] {
        assert!(with_tuples(line).is_empty(), "{line}");
    }
}
