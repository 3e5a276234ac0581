//! Reading and saving where nothing fails but the situation is odd.

use super::faulty::{FaultyFs, Plan};
use super::{names, save_over, with_ending};
use evenkeel::storage::{
    Backups, DiskError, Expect, FileChange, Fingerprint, Keep, MAX_BYTES, RealFs, Watch, changed_on_disk,
    has_other_names, read, save,
};
use jiff::Timestamp;
use std::fs::{self, File};
use std::path::Path;

fn now() -> Timestamp {
    "2026-09-21T12:00:00Z".parse().unwrap()
}

#[test]
fn what_is_saved_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("me.evenkeel");
    let saved = save(&RealFs, &path, b"one", &Expect::Absent, None).unwrap();
    let loaded = read(&RealFs, &path).unwrap();
    assert_eq!(loaded.bytes, b"one");
    assert_eq!((loaded.path, loaded.fingerprint), (saved.path, saved.fingerprint));
    save_over(&RealFs, &path, b"one", b"two").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"two");
    assert_eq!(names(folder.path()), ["me.evenkeel"]);
}

#[test]
fn a_change_by_another_program_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("me.evenkeel");
    fs::write(&path, b"theirs").unwrap();
    let error = save_over(&RealFs, &path, b"what I read", b"mine").unwrap_err();
    assert!(
        matches!(error, DiskError::ChangedOnDisk { found: Some(found), .. } if found == Fingerprint::of(b"theirs"))
    );
    fs::remove_file(&path).unwrap();
    let error = save_over(&RealFs, &path, b"what I read", b"mine").unwrap_err();
    assert!(matches!(error, DiskError::ChangedOnDisk { found: None, .. }));
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_new_name_never_takes_a_file_that_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("me.evenkeel");
    fs::write(&path, b"theirs").unwrap();
    let error = save(&RealFs, &path, b"mine", &Expect::Absent, None).unwrap_err();
    assert!(matches!(error, DiskError::AlreadyExists { .. }));
    assert_eq!(fs::read(&path).unwrap(), b"theirs");
}

#[test]
fn a_change_while_saving_is_noticed_and_the_two_do_not_get_into_each_others_way() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("me.evenkeel");
    fs::write(&path, b"old").unwrap();
    let theirs = path.clone();
    let meddling = FaultyFs::with_meddling("sync_all", move || {
        save_over(&RealFs, &theirs, b"old", b"theirs").unwrap();
        let here = names(theirs.parent().unwrap());
        assert_eq!(here.len(), 2, "the temporary file of the other save is no leftover: {here:?}");
    });
    let error = save_over(&meddling, &path, b"old", b"mine").unwrap_err();
    assert!(
        matches!(error, DiskError::ChangedOnDisk { found: Some(found), .. } if found == Fingerprint::of(b"theirs"))
    );
    assert_eq!(fs::read(&path).unwrap(), b"theirs");
    assert_eq!(names(folder.path()), ["me.evenkeel"]);
}

#[test]
fn a_folder_in_place_of_the_file_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("me.evenkeel");
    fs::create_dir(&path).unwrap();
    fs::write(path.join("inside"), b"kept").unwrap();
    assert!(matches!(read(&RealFs, &path).unwrap_err(), DiskError::IsFolder { .. }));
    for expect in [Expect::Absent, Expect::Anything, Expect::Unchanged(Fingerprint::of(b""))] {
        let error = save(&RealFs, &path, b"mine", &expect, None).unwrap_err();
        assert!(matches!(error, DiskError::IsFolder { .. }), "{error:?}");
    }
    assert_eq!(fs::read(path.join("inside")).unwrap(), b"kept");
}

#[test]
fn a_missing_file_and_a_missing_folder_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("gone/me.evenkeel");
    assert!(matches!(read(&RealFs, &path).unwrap_err(), DiskError::NotFound { .. }));
    let error = save(&RealFs, &path, b"mine", &Expect::Absent, None).unwrap_err();
    assert!(matches!(error, DiskError::FolderMissing { folder: missing } if missing == folder.path().join("gone")));
}

#[test]
fn a_file_past_the_limit_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("big.evenkeel");
    File::create(&path).unwrap().set_len(MAX_BYTES + 1).unwrap();
    assert!(matches!(read(&RealFs, &path).unwrap_err(), DiskError::TooLarge { .. }));
    File::create(&path).unwrap().set_len(MAX_BYTES).unwrap();
    assert_eq!(read(&RealFs, &path).unwrap().bytes.len() as u64, MAX_BYTES);
}

#[test]
fn names_of_255_bytes_are_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("{}.evenkeel", "ä".repeat(123)));
    assert_eq!(path.file_name().unwrap().len(), 255);
    save(&RealFs, &path, b"one", &Expect::Absent, None).unwrap();
    save_over(&RealFs, &path, b"one", b"two").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"two");
    let longer = folder.path().join(format!("{}.evenkeel", "a".repeat(247)));
    let error = save(&RealFs, &longer, b"one", &Expect::Absent, None).unwrap_err();
    assert!(matches!(error, DiskError::BadName { .. }), "{error:?}");
}

#[test]
fn leftovers_of_this_file_go_and_those_of_others_stay() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("me.evenkeel");
    save(&RealFs, &path, b"one", &Expect::Absent, None).unwrap();
    let other = folder.path().join(".evenkeel-0123456789abcdef-5d1fb92c6e6f4b7a9e0d3c2b1a090807.tmp");
    fs::write(&other, b"of another file").unwrap();
    fs::write(folder.path().join(".evenkeel-notes"), b"not ours").unwrap();
    save_over(&RealFs, &path, b"one", b"two").unwrap();
    assert_eq!(names(folder.path()).len(), 3);
    assert!(other.exists());
}

#[test]
fn the_version_before_each_save_is_among_the_backups() {
    let folder = tempfile::tempdir().unwrap();
    let (path, store) = (folder.path().join("me.evenkeel"), Backups::new(folder.path().join("backups")));
    let keep = Some(Keep { backups: &store, document: "some-id", now: now() });
    save(&RealFs, &path, b"1", &Expect::Absent, keep).unwrap();
    for (known, next) in [(b"1", b"2"), (b"2", b"3"), (b"3", b"3"), (b"3", b"4")] {
        let saved = save(&RealFs, &path, next, &Expect::Unchanged(Fingerprint::of(known)), keep).unwrap();
        assert!(saved.backup_problem.is_none());
    }
    let kept = store.list(&RealFs, "some-id").unwrap();
    let contents: Vec<Vec<u8>> = kept.iter().map(|backup| fs::read(&backup.path).unwrap()).collect();
    assert_eq!(contents, [b"3", b"2", b"1"], "newest first, the same version once");
    assert!(store.list(&RealFs, "another").unwrap().is_empty());
}

#[test]
fn without_room_for_a_backup_only_a_known_version_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("me.evenkeel");
    fs::write(&path, b"one").unwrap();
    // A file where the store should be.
    let in_the_way = folder.path().join("backups");
    fs::write(&in_the_way, b"").unwrap();
    let store = Backups::new(in_the_way);
    let keep = Some(Keep { backups: &store, document: "some-id", now: now() });
    let error = save(&RealFs, &path, b"two", &Expect::Anything, keep).unwrap_err();
    assert!(matches!(error, DiskError::NoBackup { .. }), "{error:?}");
    assert_eq!(fs::read(&path).unwrap(), b"one");
    let saved = save(&RealFs, &path, b"two", &Expect::Unchanged(Fingerprint::of(b"one")), keep).unwrap();
    assert!(saved.backup_problem.is_some());
    assert_eq!(fs::read(&path).unwrap(), b"two");
}

#[test]
fn a_watch_notices_changes_and_only_changes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("me.evenkeel");
    let saved = save(&RealFs, &path, b"one", &Expect::Absent, None).unwrap();
    let mut watch = Watch::new(saved.path.clone(), saved.fingerprint.clone());
    assert_eq!(watch.poll(&RealFs).unwrap(), FileChange::None);
    // The same length, in all likelihood at the same time: as long as the file is young its time proves nothing.
    fs::write(&path, b"two").unwrap();
    assert_eq!(watch.poll(&RealFs).unwrap(), FileChange::Changed(Fingerprint::of(b"two")));
    fs::write(&path, b"one").unwrap();
    assert_eq!(watch.poll(&RealFs).unwrap(), FileChange::None);
    assert_eq!(
        changed_on_disk(&RealFs, &path, &Fingerprint::of(b"two")).unwrap(),
        FileChange::Changed(saved.fingerprint)
    );
    fs::remove_file(&path).unwrap();
    assert_eq!(watch.poll(&RealFs).unwrap(), FileChange::Gone);
}

#[test]
fn a_watch_does_not_read_an_old_file_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("me.evenkeel");
    fs::write(&path, b"one").unwrap();
    let yesterday = std::time::SystemTime::now() - std::time::Duration::from_hours(24);
    let set_time = || File::options().append(true).open(&path).unwrap().set_modified(yesterday).unwrap();
    set_time();
    let mut watch = Watch::new(path.clone(), Fingerprint::of(b"one"));
    let fs_with_ledger = FaultyFs::new(Plan::None);
    for _ in 0..3 {
        assert_eq!(watch.poll(&fs_with_ledger).unwrap(), FileChange::None);
    }
    assert_eq!(fs_with_ledger.calls().iter().filter(|call| **call == "read").count(), 1);
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().mode() & 0o7777
    }

    #[test]
    fn a_symbolic_link_stays_one_and_its_file_is_saved() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real.evenkeel"), folder.path().join("link.evenkeel"));
        fs::write(&real, b"one").unwrap();
        symlink("real.evenkeel", &link).unwrap();
        let saved = save_over(&RealFs, &link, b"one", b"two").unwrap();
        assert_eq!(saved.path, real.canonicalize().unwrap());
        assert_eq!(fs::read(&real).unwrap(), b"two");
        assert_eq!(fs::read_link(&link).unwrap(), Path::new("real.evenkeel"));
    }

    #[test]
    fn a_symbolic_link_to_nothing_gets_its_file() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("there")).unwrap();
        let (first, second) = (folder.path().join("first"), folder.path().join("second"));
        symlink("second", &first).unwrap();
        symlink("there/real.evenkeel", &second).unwrap();
        save(&RealFs, &first, b"one", &Expect::Absent, None).unwrap();
        assert_eq!(fs::read(folder.path().join("there/real.evenkeel")).unwrap(), b"one");
        assert!(first.is_symlink() && second.is_symlink());
    }

    #[test]
    fn a_circle_of_symbolic_links_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let (first, second) = (folder.path().join("first"), folder.path().join("second"));
        symlink(&second, &first).unwrap();
        symlink(&first, &second).unwrap();
        assert!(read(&RealFs, &first).is_err());
        assert!(save(&RealFs, &first, b"one", &Expect::Anything, None).is_err());
    }

    #[test]
    fn the_mode_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("me.evenkeel");
        for kept in [0o600, 0o640, 0o664, 0o666, 0o755] {
            fs::write(&path, b"one").unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(kept)).unwrap();
            save_over(&RealFs, &path, b"one", b"two").unwrap();
            assert_eq!(mode(&path), kept, "{kept:o}");
        }
    }

    #[test]
    fn the_owner_is_kept_where_the_system_lets_us() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("me.evenkeel");
        fs::write(&path, b"one").unwrap();
        if std::os::unix::fs::chown(&path, Some(65534), Some(65534)).is_err() {
            eprintln!("skipped: only root may give a file away");
            return;
        }
        save_over(&RealFs, &path, b"one", b"two").unwrap();
        let found = fs::metadata(&path).unwrap();
        assert_eq!((found.uid(), found.gid()), (65534, 65534));
    }

    #[test]
    fn backups_are_private_whatever_the_document_is() {
        let folder = tempfile::tempdir().unwrap();
        let (path, data) = (folder.path().join("me.evenkeel"), folder.path().join("backups"));
        fs::write(&path, b"one").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        let store = Backups::new(data.clone());
        let keep = Some(Keep { backups: &store, document: "some-id", now: now() });
        save(&RealFs, &path, b"two", &Expect::Anything, keep).unwrap();
        assert_eq!(mode(&data), 0o700);
        assert_eq!(mode(&data.join("some-id")), 0o700);
        assert_eq!(mode(&with_ending(&data.join("some-id"), ".evenkeel")[0]), 0o600);
    }

    /// An access list as Linux keeps it: the owner reads and writes, one more person reads, nobody else does anything.
    fn access_list(user: u32) -> Vec<u8> {
        const NOBODY: u32 = u32::MAX;
        let entries =
            [(0x01_u16, 6_u16, NOBODY), (0x02, 4, user), (0x04, 0, NOBODY), (0x10, 4, NOBODY), (0x20, 0, NOBODY)];
        let entry = |(tag, rights, id): (u16, u16, u32)| {
            [&tag.to_le_bytes()[..], &rights.to_le_bytes(), &id.to_le_bytes()].concat()
        };
        [2_u32.to_le_bytes().to_vec(), entries.into_iter().flat_map(entry).collect()].concat()
    }

    fn attribute(path: &Path, name: &str) -> Option<Vec<u8>> {
        let mut value = vec![0; 999];
        let length = rustix::fs::getxattr(path, name, value.as_mut_slice()).ok()?;
        value.truncate(length);
        Some(value)
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn access_list_and_extended_attributes_stay() {
        const LIST: &str = "system.posix_acl_access";
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("me.evenkeel");
        fs::write(&path, b"one").unwrap();
        let list = access_list(4242);
        let set = |name: &str, value: &[u8]| {
            rustix::fs::setxattr(&path, name, value, rustix::fs::XattrFlags::empty()).is_ok()
        };
        let (has_list, has_mark) = (set(LIST, &list), set("user.colour", b"green"));
        if !has_list || !has_mark {
            println!("not tried in full: this file system has access lists: {has_list}, attributes: {has_mark}");
        }
        let before = mode(&path);
        for (old, new) in [(b"one", b"two"), (b"two", b"six")] {
            let known = Expect::Unchanged(Fingerprint::of(old));
            let saved = save(&RealFs, &path, new, &known, None).unwrap();
            assert!(saved.lost.is_none(), "{:?}", saved.lost);
            assert_eq!(attribute(&path, LIST), has_list.then(|| list.clone()));
            assert_eq!(attribute(&path, "user.colour").is_some(), has_mark);
            assert_eq!(mode(&path), before);
        }
        assert_eq!(attribute(&path, "user.colour"), has_mark.then(|| b"green".to_vec()));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn an_access_list_inherited_from_the_folder_lets_nobody_in() {
        const LIST: &str = "system.posix_acl_access";
        const DEFAULT: &str = "system.posix_acl_default";
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("me.evenkeel");
        fs::write(&path, b"one").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o660)).unwrap();
        let flags = rustix::fs::XattrFlags::empty();
        if rustix::fs::setxattr(folder.path(), DEFAULT, &access_list(4242), flags).is_err() {
            println!("not tried: this file system has no access lists");
            return;
        }
        save_over(&RealFs, &path, b"one", b"two").unwrap();
        assert_eq!(attribute(&path, LIST), None, "it had none before");
        assert_eq!(mode(&path), 0o660);
    }

    #[test]
    fn a_file_with_another_name_is_known() {
        let folder = tempfile::tempdir().unwrap();
        let (path, other) = (folder.path().join("me.evenkeel"), folder.path().join("other.evenkeel"));
        fs::write(&path, b"one").unwrap();
        assert!(!has_other_names(&RealFs, &path) && !has_other_names(&RealFs, &other));
        fs::hard_link(&path, &other).unwrap();
        assert!(has_other_names(&RealFs, &path) && has_other_names(&RealFs, &other));
        save_over(&RealFs, &path, b"one", b"two").unwrap();
        assert!(!has_other_names(&RealFs, &path));
        assert_eq!(fs::read(&other).unwrap(), b"one");
    }

    #[test]
    fn a_pipe_is_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pipe.evenkeel");
        assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
        assert!(matches!(read(&RealFs, &path).unwrap_err(), DiskError::NotAFile { .. }));
        let error = save(&RealFs, &path, b"one", &Expect::Anything, None).unwrap_err();
        assert!(matches!(error, DiskError::NotAFile { .. }));
    }
}
