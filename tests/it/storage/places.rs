//! Real places where saving fails: a full disk, read-only folders. What this needs and does not get, it says on stderr.

use super::{names, save_over};
use evenkeel::storage::{
    Backups, DiskError, Entry, Expect, Fingerprint, Folders, JournalStatus, Keep, RealFs, RecoveryWriter, read, save,
};
use jiff::Timestamp;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use tempfile::TempDir;

/// Set in the copy of a test that runs with other rights.
const INSIDE: &str = "EVENKEEL_TEST_INSIDE";

fn run(program: &str, arguments: &[&str]) -> bool {
    Command::new(program).args(arguments).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Runs a test of this program again by way of another one, which gives it other rights. `None` when that cannot be.
fn again(way: &[&str], test: &str) -> Option<bool> {
    if std::env::var_os(INSIDE).is_some() || !run(way[0], &[&way[1..], &["true"]].concat()) {
        return None;
    }
    let output = Command::new(way[0])
        .args(&way[1..])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", &format!("storage::places::{test}"), "--nocapture"])
        .env(INSIDE, "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    eprintln!("{said}{}", String::from_utf8_lossy(&output.stderr));
    Some(output.status.success() && said.contains("1 passed"))
}

/// A small disk in memory, unmounted when dropped.
struct SmallDisk(TempDir);

impl SmallDisk {
    fn new(size: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_str().unwrap();
        run("mount", &["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs", path]).then_some(Self(folder))
    }

    fn make_read_only(&self) -> bool {
        run("mount", &["-o", "remount,bind,ro", self.0.path().to_str().unwrap()])
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        run("umount", &[self.0.path().to_str().unwrap()]);
    }
}

/// Runs a test that needs a small disk: here if we may mount one, else in a namespace of its own, else not at all.
fn on_small_disk(size: &str, test: &str, body: impl FnOnce(&SmallDisk)) {
    if let Some(disk) = SmallDisk::new(size) {
        body(&disk);
    } else {
        match again(&["unshare", "--user", "--map-root-user", "--mount"], test) {
            Some(passed) => assert!(passed, "{test} failed in its own namespace"),
            None => eprintln!("skipped {test}: no right to mount a small disk, nor to have a namespace"),
        }
    }
}

#[test]
fn on_a_full_disk_the_old_version_stays() {
    on_small_disk("64k", "on_a_full_disk_the_old_version_stays", |disk| {
        let path = disk.0.path().join("me.evenkeel");
        let old = vec![b'o'; 20_000];
        save(&RealFs, &path, &old, &Expect::Absent, None).unwrap();
        let store = Backups::new(disk.0.path().join("backups"));
        let keep = || Some(Keep { backups: &store, document: "id", now: Timestamp::now() });
        let known = Expect::Unchanged(Fingerprint::of(&old));
        let error = save(&RealFs, &path, &vec![b'n'; 60_000], &known, keep()).unwrap_err();
        assert!(matches!(error, DiskError::NoSpace { .. }), "{error:?}");
        assert!(read(&RealFs, &path).unwrap().bytes == old);
        assert_eq!(names(disk.0.path()), ["backups", "me.evenkeel"], "half a new version is not left lying about");
        // Room is made, and it works.
        assert_eq!(
            fs::read_dir(disk.0.path().join("backups/id")).unwrap().count(),
            2,
            "a version, and the name of its file"
        );
        fs::remove_dir_all(disk.0.path().join("backups")).unwrap();
        save_over(&RealFs, &path, &old, &vec![b'n'; 30_000]).unwrap();
    });
}

#[test]
fn on_a_full_disk_the_journal_says_so_and_the_last_one_stays() {
    on_small_disk("128k", "on_a_full_disk_the_journal_says_so_and_the_last_one_stays", |disk| {
        let folders = Folders::within(disk.0.path());
        folders.create(&RealFs).unwrap();
        let writer = RecoveryWriter::start(Arc::new(RealFs), &folders, || {}).unwrap();
        let entry = |length: usize| Entry {
            path: None,
            base: None,
            saved_at: Timestamp::now(),
            position: Some(length.to_string()),
            title: String::new(),
            document: format!("\"{}\"", "x".repeat(length)).into_bytes(),
            change: 0,
            saving: None,
        };
        writer.submit(entry(10_000));
        writer.write_now().unwrap();
        writer.submit(entry(200_000));
        let problem = writer.write_now().unwrap_err();
        assert!(matches!(writer.status(), JournalStatus::Failed(_)), "{problem:?}");
        drop(writer);
        let found = evenkeel::storage::orphans(&RealFs, &folders).unwrap();
        assert_eq!(found[0].content.as_ref().unwrap().position.as_deref(), Some("10000"));
    });
}

fn assert_read_only(folder: &Path) {
    let path = folder.join("me.evenkeel");
    assert_eq!(read(&RealFs, &path).unwrap().bytes, b"old", "reading still works");
    let error = save_over(&RealFs, &path, b"old", b"new").unwrap_err();
    assert!(matches!(error, DiskError::ReadOnlyFolder { .. }), "{error:?}");
    assert!(error.path().starts_with(folder), "{error:?}");
    let error = save(&RealFs, &folder.join("other"), b"new", &Expect::Absent, None).unwrap_err();
    assert!(matches!(error, DiskError::ReadOnlyFolder { .. }), "{error:?}");
    assert_eq!(fs::read(&path).unwrap(), b"old");
    assert_eq!(names(folder), ["me.evenkeel"]);
}

#[test]
fn on_a_read_only_disk_the_folder_is_named() {
    on_small_disk("64k", "on_a_read_only_disk_the_folder_is_named", |disk| {
        fs::write(disk.0.path().join("me.evenkeel"), b"old").unwrap();
        if disk.make_read_only() {
            assert_read_only(disk.0.path());
        } else {
            eprintln!("skipped: the small disk cannot be made read-only");
        }
    });
}

#[test]
fn in_a_folder_without_the_right_to_write_the_folder_is_named() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("me.evenkeel"), b"old").unwrap();
    let set_mode = |mode| fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode)).unwrap();
    set_mode(0o555);
    if fs::write(folder.path().join("probe"), b"").is_ok() {
        // Root may do anything, so somebody else has to try.
        let nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
        match again(&nobody, "in_a_folder_without_the_right_to_write_the_folder_is_named") {
            Some(passed) => assert!(passed, "it failed as nobody"),
            None => eprintln!("skipped: modes do not bind root, and there is no `setpriv`"),
        }
        return;
    }
    assert_read_only(folder.path());
    set_mode(0o755);
}

#[test]
fn a_file_without_the_right_to_read_or_to_write_is_told_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("me.evenkeel");
    fs::write(&path, b"old").unwrap();
    let set_mode = |mode| fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
    set_mode(0o444);
    if fs::File::options().append(true).open(&path).is_ok() {
        let nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
        match again(&nobody, "a_file_without_the_right_to_read_or_to_write_is_told_so") {
            Some(passed) => assert!(passed, "it failed as nobody"),
            None => eprintln!("skipped: modes do not bind root, and there is no `setpriv`"),
        }
        return;
    }
    let error = save_over(&RealFs, &path, b"old", b"new").unwrap_err();
    assert!(matches!(error, DiskError::ReadOnlyFile { .. }), "{error:?}");
    assert_eq!(fs::read(&path).unwrap(), b"old");
    set_mode(0o200);
    let error = read(&RealFs, &path).unwrap_err();
    assert!(matches!(error, DiskError::NoPermission { .. }), "{error:?}");
}

#[test]
fn an_immutable_file_and_an_immutable_folder_stay_so() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("inner");
    fs::create_dir(&inner).unwrap();
    let path = inner.join("me.evenkeel");
    fs::write(&path, b"old").unwrap();
    let locked = |target: &Path, body: &dyn Fn()| {
        let target = target.to_str().unwrap();
        if !run("chattr", &["+i", target]) {
            eprintln!("skipped: no right to make {target} immutable, or a file system without such a thing");
            return;
        }
        let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(body));
        assert!(run("chattr", &["-i", target]));
        result.unwrap();
    };
    locked(&path, &|| {
        let error = save_over(&RealFs, &path, b"old", b"new").unwrap_err();
        assert!(matches!(error, DiskError::ReadOnlyFile { .. }), "{error:?}");
        assert_eq!(names(&inner), ["me.evenkeel"]);
    });
    locked(&inner, &|| assert_read_only(&inner));
    save_over(&RealFs, &path, b"old", b"new").unwrap();
}
