//! Two windows, one document.

#[cfg(target_os = "linux")]
use super::children::command_without_umask;
use super::children::{MARK, command};
use evenkeel::storage::{Bell, DocumentLock, Folders, Held, LockError, RealFs, holder, ring};
use jiff::Timestamp;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Child;
use std::time::{Duration, Instant};

fn folders(home: &Path) -> Folders {
    let folders = Folders::within(home);
    folders.create(&RealFs).unwrap();
    folders
}

#[test]
fn a_second_window_is_told_who_has_the_file() {
    let home = tempfile::tempdir().unwrap();
    let (folders, path, now) = (folders(home.path()), home.path().join("me.evenkeel"), Timestamp::now());
    let mut child = command("lock", home.path()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.any(|line| line == format!("{MARK}locked")));
    match DocumentLock::acquire(&folders, &path, now) {
        Err(LockError::Held(Some(held))) => assert_eq!(held.pid, child.id()),
        other => panic!("{other:?}"),
    }
    // The lock dies with the process, however that ends.
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(DocumentLock::acquire(&folders, &path, now).unwrap().document(), path);
}

#[test]
fn a_lock_is_free_again_when_dropped_and_others_never_were_held() {
    let home = tempfile::tempdir().unwrap();
    let (folders, now) = (folders(home.path()), Timestamp::now());
    let (one, two) = (home.path().join("1.evenkeel"), home.path().join("2.evenkeel"));
    let lock = DocumentLock::acquire(&folders, &one, now).unwrap();
    assert!(matches!(DocumentLock::acquire(&folders, &one, now), Err(LockError::Held(_))));
    let _other = DocumentLock::acquire(&folders, &two, now).unwrap();
    drop(lock);
    DocumentLock::acquire(&folders, &one, now).unwrap();
}

/// Where the holder of the only lock in these folders stands.
fn holder_file(folders: &Folders) -> PathBuf {
    let mut all = std::fs::read_dir(&folders.locks).unwrap().map(|entry| entry.unwrap().path());
    all.find(|path| path.extension().is_some_and(|ending| ending == "json")).unwrap()
}

#[test]
fn who_has_just_taken_a_lock_is_waited_for() {
    let home = tempfile::tempdir().unwrap();
    let (folders, path) = (folders(home.path()), home.path().join("me.evenkeel"));
    std::fs::write(&path, "x").unwrap();
    let path = path.canonicalize().unwrap();
    let _lock = DocumentLock::acquire(&folders, &path, Timestamp::now()).unwrap();
    let (said, aside) = (holder_file(&folders), home.path().join("aside"));
    let not_yet = || {
        std::fs::rename(&said, &aside).unwrap();
        let (said, aside) = (said.clone(), aside.clone());
        std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(60));
            std::fs::rename(aside, said).unwrap();
        })
    };
    let saying = not_yet();
    assert_eq!(holder(&folders, &path).map(|held| held.pid), Some(std::process::id()));
    saying.join().unwrap();
    let saying = not_yet();
    match DocumentLock::acquire(&folders, &path, Timestamp::now()) {
        Err(LockError::Held(Some(held))) => assert_eq!(held.pid, std::process::id()),
        other => panic!("{other:?}"),
    }
    saying.join().unwrap();
}

#[test]
fn who_is_just_freeing_a_lock_does_not_have_it() {
    let home = tempfile::tempdir().unwrap();
    let (folders, path, now) = (folders(home.path()), home.path().join("me.evenkeel"), Timestamp::now());
    let lock = DocumentLock::acquire(&folders, &path, now).unwrap();
    std::fs::remove_file(holder_file(&folders)).unwrap();
    let freeing = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(60));
        drop(lock);
    });
    DocumentLock::acquire(&folders, &path, now).unwrap();
    freeing.join().unwrap();
}

#[test]
fn a_lock_that_never_says_who_has_it_keeps_nobody_long() {
    let home = tempfile::tempdir().unwrap();
    let (folders, path, now) = (folders(home.path()), home.path().join("me.evenkeel"), Timestamp::now());
    std::fs::write(&path, "x").unwrap();
    let path = path.canonicalize().unwrap();
    let _lock = DocumentLock::acquire(&folders, &path, now).unwrap();
    std::fs::remove_file(holder_file(&folders)).unwrap();
    let start = Instant::now();
    assert_eq!(holder(&folders, &path), None);
    assert!(matches!(DocumentLock::acquire(&folders, &path, now), Err(LockError::Held(None))));
    // Twice 0.3 s; the rest is for a busy machine.
    assert!(start.elapsed() < Duration::from_secs(3), "{:?}", start.elapsed());
}

#[test]
fn a_lock_moves_with_save_as() {
    let home = tempfile::tempdir().unwrap();
    let (folders, now) = (folders(home.path()), Timestamp::now());
    let [one, two, taken] = ["1", "2", "3"].map(|name| home.path().join(name));
    let mut lock = DocumentLock::acquire(&folders, &one, now).unwrap();
    lock.move_to(&folders, &one, now).unwrap();
    lock.move_to(&folders, &two, now).unwrap();
    let of_another_window = [DocumentLock::acquire(&folders, &one, now).unwrap()];
    assert!(matches!(DocumentLock::acquire(&folders, &two, now), Err(LockError::Held(Some(_)))));
    let _third = DocumentLock::acquire(&folders, &taken, now).unwrap();
    assert!(matches!(lock.move_to(&folders, &taken, now), Err(LockError::Held(_))));
    assert_eq!(lock.document(), two, "the old lock stays");
    drop(of_another_window);
}

#[test]
fn without_a_folder_for_locks_asking_for_a_lock_still_returns() {
    let home = tempfile::tempdir().unwrap();
    let folders = Folders::within(&home.path().join("nowhere"));
    let result = DocumentLock::acquire(&folders, Path::new("/me.evenkeel"), Timestamp::now());
    assert!(matches!(result, Err(LockError::Unavailable(_))));
}

/// A window of another process, and what it says.
fn other(role: &str, home: &Path) -> (Child, impl Iterator<Item = String>) {
    let mut child = command(role, home).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.any(|line| line == format!("{MARK}locked")));
    (child, lines)
}

#[test]
fn a_window_is_found_and_comes() {
    let home = tempfile::tempdir().unwrap();
    let (folders, path) = (folders(home.path()), home.path().join("me.evenkeel"));
    std::fs::write(&path, "x").unwrap();
    assert_eq!(holder(&folders, &path), None, "nobody ever had it");
    assert_eq!(std::fs::read_dir(&folders.locks).unwrap().count(), 0, "and looking leaves no trace");

    let (mut child, mut lines) = other("bell", home.path());
    let held = holder(&folders, &path).unwrap();
    assert_eq!(held.pid, child.id());
    assert!(ring(&folders, &held));
    assert!(lines.any(|line| line == format!("{MARK}rung {}", held.mark)));
    assert!(ring(&folders, &held), "as often as one likes");

    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(holder(&folders, &path), None);
    assert!(!ring(&folders, &held));
}

#[test]
fn a_window_that_comes_up_calls_no_other_and_a_ring_names_its_file() {
    let home = tempfile::tempdir().unwrap();
    let (folders, path) = (folders(home.path()), home.path().join("me.evenkeel"));
    std::fs::write(&path, "x").unwrap();
    let (mut child, mut lines) = other("bell", home.path());
    let held = holder(&folders, &path).unwrap();
    // Another window begins: it looks whether the bells that hang there are those of dead windows.
    let ours = Bell::hang(&folders, |_| {}).unwrap();
    assert!(ring(&folders, &held));
    let rung: Vec<String> = lines.by_ref().take(1).collect();
    assert_eq!(rung, [format!("{MARK}rung {}", held.mark)], "by the one who rang, and for this file");
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(lines.count(), 0, "and by nobody else");
    drop(ours);
}

#[cfg(unix)]
#[test]
fn the_path_may_be_a_link() {
    let home = tempfile::tempdir().unwrap();
    let (folders, path) = (folders(home.path()), home.path().join("me.evenkeel"));
    let link = home.path().join("link");
    std::fs::write(&path, "x").unwrap();
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let _lock = DocumentLock::acquire(&folders, &path.canonicalize().unwrap(), Timestamp::now()).unwrap();
    assert_eq!(holder(&folders, &link).unwrap().pid, std::process::id());
}

#[test]
fn a_window_that_hangs_is_not_waited_for_long() {
    let home = tempfile::tempdir().unwrap();
    let (folders, path) = (folders(home.path()), home.path().join("me.evenkeel"));
    std::fs::write(&path, "x").unwrap();
    let (mut child, _lines) = other("deaf", home.path());
    let held = holder(&folders, &path).unwrap();
    assert!(!ring(&folders, &held));
    child.kill().unwrap();
    child.wait().unwrap();
}

/// What stands in our folder may be anything.
#[test]
fn nobody_rings_at_something_that_is_not_a_window_id() {
    let home = tempfile::tempdir().unwrap();
    let folders = folders(home.path());
    for window in [None, Some("../../../x"), Some(""), Some("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")] {
        let window_of = window.map(str::to_owned);
        let held = Held { pid: 1, host: None, since: Timestamp::now(), window: window_of, mark: "0".repeat(32) };
        assert!(!ring(&folders, &held), "{window:?}");
    }
    let of_a_version_without_bells = br#"{"pid": 7, "host": null, "since": "2026-01-01T00:00:00Z"}"#;
    assert_eq!(serde_json::from_slice::<Held>(of_a_version_without_bells).unwrap().window, None);
}

#[cfg(unix)]
#[test]
fn the_bells_of_dead_windows_are_taken_down() {
    let home = tempfile::tempdir().unwrap();
    let folders = folders(home.path());
    let bells = || {
        let all = std::fs::read_dir(&folders.locks).unwrap().map(|entry| entry.unwrap().path());
        all.filter(|path| path.extension().is_some_and(|e| e == "bell")).collect::<Vec<_>>()
    };
    let (mut child, _lines) = other("bell", home.path());
    child.kill().unwrap();
    child.wait().unwrap();
    let left = bells();
    assert_eq!(left.len(), 1);
    let ours = Bell::hang(&folders, |_| {}).unwrap();
    assert!(bells().len() == 1 && bells() != left);
    let mode = std::os::unix::fs::MetadataExt::mode(&std::fs::symlink_metadata(&bells()[0]).unwrap());
    assert_eq!(mode & 0o777, 0o600, "nobody else may ring");
    drop(ours);
    assert!(bells().is_empty());
}

#[cfg(unix)]
#[test]
fn what_only_has_the_name_of_a_bell_is_left_alone() {
    let home = tempfile::tempdir().unwrap();
    let folders = folders(home.path());
    let named = |letter: &str| folders.locks.join(letter.repeat(32)).with_extension("bell");
    let (pipe, file) = (named("a"), named("b"));
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    std::fs::write(&file, "mine").unwrap();
    let ours = Bell::hang(&folders, |_| {}).unwrap();
    drop(ours);
    assert!(std::fs::symlink_metadata(&pipe).is_ok() && std::fs::read(&file).unwrap() == b"mine");
}

#[cfg(unix)]
#[test]
fn a_visitor_who_says_nothing_is_shown_out() {
    use std::io::Read;
    let home = tempfile::tempdir().unwrap();
    let (mut child, _lines) = other("bell", home.path());
    let mut locks = std::fs::read_dir(Folders::within(home.path()).locks).unwrap().map(|entry| entry.unwrap().path());
    let bell = locks.find(|path| path.extension().is_some_and(|ending| ending == "bell")).unwrap();
    let mut visitor = std::os::unix::net::UnixStream::connect(bell).unwrap();
    visitor.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    assert_eq!(visitor.read(&mut [0; 8]).unwrap(), 0, "the window has closed the door");
    child.kill().unwrap();
    child.wait().unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn whatever_the_umask_nobody_else_may_ring() {
    use std::os::unix::fs::MetadataExt;
    let home = tempfile::tempdir().unwrap();
    let mut child = command_without_umask("bell", home.path()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.any(|line| line == format!("{MARK}locked")));
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    assert!(status.lines().any(|line| line == "Umask:\t0000"), "it would prove nothing");
    let locks = Folders::within(home.path()).locks;
    let mode = |path: &Path| std::fs::symlink_metadata(path).unwrap().mode() & 0o777;
    assert_eq!(mode(&locks), 0o700);
    let all: Vec<PathBuf> = std::fs::read_dir(&locks).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(all.iter().any(|path| path.extension().is_some_and(|ending| ending == "bell")));
    for path in &all {
        assert_eq!(mode(path), 0o600, "{}", path.display());
    }
    child.kill().unwrap();
    child.wait().unwrap();
}
