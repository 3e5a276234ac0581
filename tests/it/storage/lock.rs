//! Two windows, one document.

use super::children::{MARK, command};
use evenkeel::storage::{DocumentLock, Folders, LockError, RealFs};
use jiff::Timestamp;
use std::io::{BufRead, BufReader};
use std::path::Path;

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
fn without_a_folder_for_locks_there_is_no_lock_but_an_answer() {
    let home = tempfile::tempdir().unwrap();
    let folders = Folders::within(&home.path().join("nowhere"));
    let result = DocumentLock::acquire(&folders, Path::new("/me.evenkeel"), Timestamp::now());
    assert!(matches!(result, Err(LockError::Unavailable(_))));
}
