//! What stands in `tools/` and meets a newcomer first.

#![expect(clippy::disallowed_methods, reason = "programs to try the scripts on")]

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

/// How `tools/SCRIPT` ends and what it says, when the only `cargo` is a shell script of this text, or there is none.
fn said(script: &str, cargo: Option<&str>) -> (Option<i32>, String) {
    let path = tempfile::tempdir().unwrap();
    if let Some(cargo) = cargo {
        let file = path.path().join("cargo");
        std::fs::write(&file, format!("#!/bin/sh\n{cargo}\n")).unwrap();
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    // What the scripts start before they know whether there is a Rust, and nothing else: no cargo of the machine.
    for program in ["bash", "dirname"] {
        let of_machine =
            std::env::split_paths(&std::env::var_os("PATH").unwrap()).map(|p| p.join(program)).find(|p| p.exists());
        std::os::unix::fs::symlink(of_machine.unwrap(), path.path().join(program)).unwrap();
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tools").join(script);
    let output = Command::new(script).env("PATH", path.path()).env("LC_ALL", "C").output().unwrap();
    assert!(output.stdout.is_empty(), "{output:?}");
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_missing_rust_is_one_line_that_says_what_is_needed() {
    for (cargo, what) in [
        (None, "Rust is missing."),
        (Some("echo 'cargo 1.63.0 (fd9c4297c 2022-07-01)'"), "This Rust is too old: 1.63."),
        (Some("echo 'cargo 0.99.0'"), "This Rust is too old: 0.99."),
        (Some("echo 'rustup could not choose a version of cargo to run' >&2; exit 1"), "Rust is here, but"),
    ] {
        for script in ["rust.sh", "run.sh"] {
            let (status, said) = said(script, cargo);
            assert_eq!(status, Some(1), "{script}: {said}");
            assert!(said.starts_with(what), "{script}: {said}");
            assert!(
                said.contains(env!("CARGO_PKG_RUST_VERSION")) && said.contains("https://rustup.rs"),
                "{script}: {said}"
            );
            assert_eq!(said.lines().count(), 1, "{script}: {said}");
        }
    }
}

#[test]
fn a_rust_that_is_new_enough_is_nothing_to_speak_of() {
    for version in [env!("CARGO_PKG_RUST_VERSION"), "1.100.0-nightly", "2.0.0"] {
        let cargo = format!("echo 'cargo {version} (f2d3ce0bd 2026-03-21)'");
        assert_eq!(said("rust.sh", Some(&cargo)), (Some(0), String::new()), "{version}");
    }
}
