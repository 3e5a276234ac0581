//! For real: `strace` makes the system calls of a save fail, or kills the program at them.

use super::children::{command, document, number_of};
use super::names;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The system calls with which a save could touch a disk. Those that a system never makes simply never fail.
const CALLS: [&str; 9] =
    ["openat", "write", "fsync", "fdatasync", "rename", "renameat", "renameat2", "unlink", "fchmod"];
const FAULTS: [&str; 4] = ["error=EIO", "error=ENOSPC", "error=EACCES", "signal=KILL"];
/// More calls of a kind than the helper makes, its start included.
const MAX_CALLS: usize = 300;

/// What one run under a fault left.
struct Outcome {
    fired: bool,
    killed: bool,
    succeeded: bool,
}

/// Saves document 2 over document 1 in a helper of which the n-th `call` fails, be it part of its start or of the save.
fn run(folder: &Path, call: &str, fault: &str, n: usize) -> Outcome {
    let log = folder.parent().unwrap().join("log");
    let child = command("save-once", folder);
    let mut strace = Command::new("strace");
    strace.args(["-f", "-y", "-e", &format!("trace={call}"), "-e", &format!("inject={call}:{fault}:when={n}"), "-o"]);
    strace.arg(&log);
    strace.arg(std::env::current_exe().unwrap()).args(child.get_args());
    for (name, value) in child.get_envs() {
        strace.env(name, value.unwrap());
    }
    let output = strace.output().unwrap();
    let log = fs::read_to_string(&log).unwrap();
    Outcome {
        fired: log.contains("(INJECTED)") || log.contains("killed by SIGKILL"),
        killed: log.contains("killed by SIGKILL"),
        succeeded: output.status.success(),
    }
}

#[test]
fn torture_every_system_call_of_a_save() {
    // `make test` sees to it that there is strace; a container may forbid to trace all the same.
    if !Command::new("strace").args(["-f", "-qq", "-o", "/dev/null", "true"]).status().is_ok_and(|s| s.success()) {
        eprintln!("strace cannot trace here: no system call was made to fail");
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("documents");
    let mut fired = std::collections::BTreeMap::new();
    for (call, fault) in CALLS.iter().flat_map(|call| FAULTS.map(|fault| (*call, fault))) {
        for n in 1..=MAX_CALLS {
            if folder.exists() {
                fs::remove_dir_all(&folder).unwrap();
            }
            fs::create_dir(&folder).unwrap();
            fs::write(folder.join("me.evenkeel"), document(1)).unwrap();
            let outcome = run(&folder, call, fault, n);
            let number = number_of(&fs::read(folder.join("me.evenkeel")).unwrap());
            let place = format!("{call} {n} {fault}");
            assert!(number == 1 || number == 2, "{place}: document {number}");
            if !outcome.fired {
                assert!(outcome.succeeded && number == 2, "{place}: nothing was injected, and yet it failed");
                break;
            }
            assert!(!outcome.succeeded || number == 2, "{place}: it says saved, and is not");
            assert!(outcome.killed == (fault == "signal=KILL"), "{place}");
            assert!(names(&folder).len() <= if outcome.killed { 2 } else { 1 }, "{place}: {:?}", names(&folder));
            *fired.entry((call, fault)).or_insert(0) += 1;
        }
    }
    println!("injected: {fired:#?}");
    // A rule that never fires looks like a pass.
    for (call, fault) in ["openat", "write", "fsync"].iter().flat_map(|call| FAULTS.map(|fault| (*call, fault))) {
        assert!(fired.contains_key(&(call, fault)), "{call} {fault} never fired");
    }
    assert!(fired.keys().any(|(call, _)| call.starts_with("rename")), "no renaming ever failed");
}
