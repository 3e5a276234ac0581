//! Pipes and folders that have the names of our own files: nobody waits for them, and they stay.

use super::children::command;
use super::names;
use evenkeel::message::disk;
use evenkeel::storage::{
    DiskError, DocumentLock, FileSystem, Folders, LockError, RealFs, RecentFiles, Settings, Theme, Warning, holder,
    orphans, take_crash_text,
};
use evenkeel::words::Words;
use jiff::Timestamp;
use std::fs;
use std::os::unix::fs::FileTypeExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::channel;
use std::time::Duration;
use tempfile::TempDir;

/// Waiting for a pipe is for ever; everything that is tried here takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(20);

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// What `work` gives, in time.
fn in_time<T: Send + 'static>(what: &str, work: impl FnOnce() -> T + Send + 'static) -> T {
    let (tell, told) = channel();
    std::thread::Builder::new().spawn(move || tell.send(work())).unwrap();
    told.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("{what} waits for the other end of a pipe"))
}

fn home() -> (TempDir, Folders) {
    let home = tempfile::tempdir().unwrap();
    let folders = Folders::within(home.path());
    folders.create(&RealFs).unwrap();
    (home, folders)
}

/// Each thing that may be in the way, at this path.
fn each_in_the_way(path: &Path, check: impl Fn(&str)) {
    pipe(path);
    check("a pipe");
    assert!(fs::symlink_metadata(path).unwrap().file_type().is_fifo(), "the pipe stays: {}", path.display());
    fs::remove_file(path).unwrap();
    fs::create_dir(path).unwrap();
    fs::write(path.join("inside"), b"kept").unwrap();
    check("a folder");
    assert_eq!(fs::read(path.join("inside")).unwrap(), b"kept");
    fs::remove_dir_all(path).unwrap();
    std::os::unix::fs::symlink("/dev/zero", path).unwrap();
    check("a device");
    assert!(path.is_symlink());
    fs::remove_file(path).unwrap();
}

#[test]
fn only_ordinary_files_are_read_and_without_waiting() {
    let (_home, folders) = home();
    let path = folders.data.join("x");
    each_in_the_way(&path, |what| {
        let read = path.clone();
        assert!(in_time(what, move || RealFs.read(&read, 10)).is_err(), "{what}");
    });
}

#[test]
fn settings_and_recent_files_start_anew_and_leave_what_is_in_the_way() {
    let (_home, folders) = home();
    let path = folders.settings_file();
    each_in_the_way(&path.clone(), |what| {
        let here = path.clone();
        let (settings, warnings) = in_time(what, move || Settings::load(&RealFs, &here));
        assert!(matches!(warnings[..], [Warning::Unreadable(_)]), "{what}: {warnings:?}");
        assert_eq!(settings, Settings::default());
        let here = path.clone();
        let changed = in_time(what, move || Settings::change(&RealFs, &here, |s| s.theme = Theme::Dark));
        assert!(matches!(changed, Err(DiskError::IsFolder { .. } | DiskError::NotAFile { .. })), "{what}: {changed:?}");
    });
    let path = folders.recent_file();
    each_in_the_way(&path.clone(), |what| {
        let here = path.clone();
        assert_eq!(in_time(what, move || RecentFiles::load(&RealFs, &here)).1.len(), 1, "{what}");
        let here = path.clone();
        assert!(in_time(what, move || RecentFiles::forget_in(&RealFs, &here, Path::new("/a"))).is_err(), "{what}");
    });
}

#[test]
fn what_is_in_the_way_is_named() {
    let (_home, folders) = home();
    let window = folders.data.join("window.ron");
    let ours = [folders.settings_file(), folders.recent_file(), folders.crash_file(), window];
    assert!(folders.in_the_way(&RealFs).is_empty());
    for path in &ours {
        each_in_the_way(path, |what| {
            let found = folders.in_the_way(&RealFs);
            let named = path.display().to_string();
            assert!(found.len() == 1 && disk(&Words::english(), &found[0]).ends_with(&named), "{what}: {found:?}");
        });
        fs::write(path, b"").unwrap();
    }
    assert!(folders.in_the_way(&RealFs).is_empty(), "files are in nobody's way");
}

/// Whoever keeps the window's place opens the file without looking first.
#[test]
fn the_place_of_the_window_is_never_kept_in_a_pipe() {
    let (_home, folders) = home();
    let usual = folders.data.join("window.ron");
    assert_eq!(folders.window_file(&RealFs), usual);
    fs::write(&usual, b"()").unwrap();
    assert_eq!(folders.window_file(&RealFs), usual);
    fs::remove_file(&usual).unwrap();
    each_in_the_way(&usual, |what| {
        assert_eq!(folders.window_file(&RealFs), folders.data.join("window-2.ron"), "{what}");
    });
    pipe(&usual);
    pipe(&folders.data.join("window-2.ron"));
    let third = folders.window_file(&RealFs);
    assert!(third.starts_with(&folders.data) && !third.exists(), "{}", third.display());
}

#[test]
fn a_crash_text_is_neither_read_from_a_pipe_nor_written_to_one() {
    let (_home, folders) = home();
    let path = folders.crash_file();
    each_in_the_way(&path.clone(), |what| {
        let crash = path.clone();
        assert_eq!(in_time(what, move || take_crash_text(&crash)), None, "{what}");
        let mut dying = command("panic", folders.data.parent().unwrap()).spawn().unwrap();
        let ended = in_time(what, move || dying.wait()).unwrap();
        assert_eq!(ended.code(), Some(7), "{what}");
    });
}

#[test]
fn a_lock_whose_files_are_pipes_does_not_keep_the_start_waiting() {
    let (home, folders) = home();
    let document = home.path().join("me.evenkeel");
    fs::write(&document, b"x").unwrap();
    let document = document.canonicalize().unwrap();
    let held = DocumentLock::acquire(&folders, &document, Timestamp::now()).unwrap();
    let with = |ending: &str| -> PathBuf {
        let found = names(&folders.locks).into_iter().find(|name| name.ends_with(ending)).unwrap();
        folders.locks.join(found)
    };
    let holder_file = with("json");
    fs::remove_file(&holder_file).unwrap();
    each_in_the_way(&holder_file, |what| {
        let (folders_here, path) = (folders.clone(), document.clone());
        assert_eq!(in_time(what, move || holder(&folders_here, &path)), None, "{what}");
        let (folders_here, path) = (folders.clone(), document.clone());
        let again = in_time(what, move || DocumentLock::acquire(&folders_here, &path, Timestamp::now()));
        assert!(matches!(again, Err(LockError::Held(None))), "{what}: {again:?}");
    });
    drop(held);
    let lock_file = with("lock");
    fs::remove_file(&lock_file).unwrap();
    each_in_the_way(&lock_file, |what| {
        let (folders, path) = (folders.clone(), document.clone());
        let taken = in_time(what, move || DocumentLock::acquire(&folders, &path, Timestamp::now()));
        assert!(matches!(taken, Err(LockError::Unavailable(_))), "{what}: {taken:?}");
    });
}

#[test]
fn files_that_are_not_journals_are_listed_as_damaged_at_once() {
    let (_home, folders) = home();
    let path = folders.recovery.join("0d3c2b1a-0908-4b7a-9e0d-5d1fb92c6e6f.json");
    each_in_the_way(&path, |what| {
        let folders = folders.clone();
        let found = in_time(what, move || orphans(&RealFs, &folders)).unwrap();
        assert!(found.len() == 1 && found[0].content.is_err(), "{what}: {found:?}");
    });
}
