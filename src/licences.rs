//! The licences of everything that is shipped: the crates that are built in, and what is not a crate.
//!
//! `make licences` makes `assets/licences/crates.json` from Cargo's data, for all systems together; a test compares it with
//! `Cargo.lock`. The rest is in a table here.

use serde::Deserialize;

/// One licence text, and what it applies to.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// Its SPDX identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it applies to, each with its version where it has one, in alphabetical order.
    pub packages: Vec<String>,
    /// The full text, with the names of the copyright holders.
    pub text: String,
}

/// What is not a crate: identifier, name, what it applies to, text.
const OTHERS: [(&str, &str, &str, &str); 6] = [
    ("MIT", "MIT License", "Evenkeel", include_str!("../LICENSE-MIT")),
    ("Apache-2.0", "Apache License 2.0", "Evenkeel", include_str!("../LICENSE-APACHE")),
    (
        "OFL-1.1",
        "SIL Open Font License 1.1",
        "Evenkeel Sans, a modified Inter 4.1",
        include_str!("../assets/fonts/OFL.txt"),
    ),
    (
        "OFL-1.1",
        "SIL Open Font License 1.1",
        "Cantarell, for a title bar, on Linux",
        include_str!("../assets/licences/cantarell.txt"),
    ),
    ("MIT", "MIT License", "Rust standard library", include_str!("../assets/licences/rust.txt")),
    (
        "ZPL-2.1 AND MIT AND BSD-3-Clause",
        "Zope Public License 2.1 and others",
        "mingw-w64 runtime, on Windows",
        include_str!("../assets/licences/mingw-w64.txt"),
    ),
];

const CRATES: &str = include_str!("../assets/licences/crates.json");

/// All of them: what is not a crate first, then by name of the licence.
///
/// # Errors
/// When the built-in data cannot be read, which a test rules out.
pub fn all() -> Result<Vec<Licence>, serde_json::Error> {
    let others = OTHERS.map(|(id, name, what, text)| Licence {
        id: id.to_owned(),
        name: name.to_owned(),
        packages: vec![what.to_owned()],
        text: text.to_owned(),
    });
    let mut all = others.to_vec();
    let mut crates: Vec<Licence> = serde_json::from_str(CRATES)?;
    crates.sort_by(|a, b| (&a.name, &a.packages).cmp(&(&b.name, &b.packages)));
    all.append(&mut crates);
    Ok(all)
}
