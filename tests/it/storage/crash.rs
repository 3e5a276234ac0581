//! Signals and panics.

use super::children::{MARK, command};
use evenkeel::storage::{Folders, Orphan, RealFs, orphans, take_crash_text};
use std::path::Path;

fn orphan(home: &Path) -> Orphan {
    let mut found = orphans(&RealFs, &Folders::within(home)).unwrap();
    assert_eq!(found.len(), 1);
    found.remove(0)
}

fn position(orphan: &Orphan) -> &str {
    orphan.content.as_ref().unwrap().position.as_deref().unwrap()
}

#[cfg(unix)]
#[test]
fn signals_write_the_journal_and_then_end_the_program() {
    use std::io::{BufRead, BufReader};
    use std::os::unix::process::ExitStatusExt;
    use std::process::Command;

    for (name, number) in [("TERM", 15), ("HUP", 1), ("INT", 2)] {
        let home = tempfile::tempdir().unwrap();
        let mut child = command("termination", home.path()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        assert!(lines.any(|line| line == format!("{MARK}ready")));
        // The shell's own `kill`: a minimal system has no program of that name.
        let kill = format!("kill -{name} {}", child.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
        assert_eq!(child.wait().unwrap().signal(), Some(number), "{name}");
        assert_eq!(position(&orphan(home.path())), "2", "{name}");
    }
}

#[test]
fn a_panic_writes_the_journal_and_a_text_for_the_next_start() {
    let home = tempfile::tempdir().unwrap();
    let status = command("panic", home.path()).status().unwrap();
    assert_eq!(status.code(), Some(7));
    assert_eq!(position(&orphan(home.path())), "2");
    let crash_file = Folders::within(home.path()).crash_file();
    let text = take_crash_text(&crash_file).unwrap();
    for part in
        [env!("CARGO_PKG_VERSION"), "the sails are torn", "screens", "children.rs", "unsaved changes: up to date"]
    {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    assert!(take_crash_text(&crash_file).is_none(), "it is shown once");
    assert!(crash_file.with_extension("shown.txt").exists(), "and stays to be looked at");
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        assert_eq!(crash_file.with_extension("shown.txt").metadata().unwrap().mode() & 0o777, 0o600);
    }
}
