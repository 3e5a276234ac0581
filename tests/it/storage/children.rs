//! Helper processes: this very program again, told by an environment variable what to do until it is killed.

use super::windows::recent;
use crate::support::hooked::Hooked;
use evenkeel::storage::{
    Backups, Bell, DocumentLock, Entry, Expect, FileSystem, Fingerprint, Folders, Keep, RealFs, RecentFiles,
    RecoveryWriter, Settings, install_panic_hook, save,
};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

const ROLE: &str = "EVENKEEL_TEST_ROLE";
const FOLDER: &str = "EVENKEEL_TEST_FOLDER";

/// What a helper starts its lines with, to tell them from the test harness'.
pub const MARK: &str = "> ";

/// A helper process, ready to be started.
pub fn command(role: &str, folder: &Path) -> Command {
    // By this name it can be started even when a build has replaced it meanwhile.
    let this =
        if cfg!(target_os = "linux") { PathBuf::from("/proc/self/exe") } else { std::env::current_exe().unwrap() };
    prepared(Command::new(this), role, folder)
}

/// The same under a umask that keeps nobody out of what it makes.
#[cfg(target_os = "linux")]
pub fn command_without_umask(role: &str, folder: &Path) -> Command {
    let mut shell = Command::new("sh");
    // Not `/proc/self`, which is the shell there.
    let this = format!("/proc/{}/exe", std::process::id());
    shell.args(["-c", "umask 000; exec \"$0\" \"$@\"", &this]);
    prepared(shell, role, folder)
}

fn prepared(mut command: Command, role: &str, folder: &Path) -> Command {
    command
        .args(["--exact", "storage::children::child", "--nocapture", "--test-threads=1"])
        .env(ROLE, role)
        .env(FOLDER, folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

/// The way into a helper process. Among the other tests there is no role, and nothing to do.
#[test]
fn child() {
    let (Ok(role), Some(folder)) = (std::env::var(ROLE), std::env::var_os(FOLDER)) else { return };
    let folder = PathBuf::from(folder);
    println!();
    match role.as_str() {
        "saving-loop" => saving_loop(&folder),
        "save-once" => save_once(&folder),
        "lock" => lock(&folder),
        "lock-of" => lock_of(),
        "bell" => bell(&folder, true),
        "deaf" => bell(&folder, false),
        "recent" => note_files(&folder),
        "change-for-ever" => change_for_ever(&folder),
        "journal-loop" => journal_loop(&folder, Duration::from_millis(2), Arc::new(RealFs)),
        "journal-slow" => journal_loop(&folder, Duration::from_millis(150), Arc::new(slow())),
        "termination" => termination(&folder),
        "folders" => say(Folders::of_this_machine().unwrap().data.display()),
        "panic" => panic_with_changes(&folder),
        other => panic!("no such role: {other}"),
    }
}

fn say(line: impl std::fmt::Display) {
    println!("{MARK}{line}");
    std::io::stdout().flush().unwrap();
}

fn wait_for_death() -> ! {
    loop {
        std::thread::sleep(Duration::from_mins(1));
    }
}

/// A document that shows its number and whether it is whole. Lengths from a few bytes to 200 kB.
pub fn document(number: u64) -> Vec<u8> {
    let length = usize::try_from(number * 7919 % 200_000).unwrap();
    let body: Vec<u8> = (0..length).map(|at| u8::try_from((at as u64 * 31 + number) % 251).unwrap()).collect();
    let mut bytes = format!("{number} {:x?}\n", Sha256::digest(&body)).into_bytes();
    bytes.extend(body);
    bytes
}

/// The number of a document, which must be whole.
pub fn number_of(bytes: &[u8]) -> u64 {
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap();
    let number = std::str::from_utf8(line).unwrap().split(' ').next().unwrap().parse().unwrap();
    assert!(document(number) == bytes, "document {number} is not whole");
    number
}

/// Saves one version after the other, saying each number when it is saved.
fn saving_loop(folder: &Path) {
    let path = folder.join("me.evenkeel");
    let store = Backups::new(folder.join("backups"));
    let mut before = std::fs::read(&path).unwrap();
    loop {
        let number = number_of(&before) + 1;
        let bytes = document(number);
        let keep = Some(Keep { backups: &store, document: "document", now: Timestamp::now() });
        save(&RealFs, &path, &bytes, &Expect::Unchanged(Fingerprint::of(&before)), keep).unwrap();
        say(number);
        before = bytes;
    }
}

/// Saves document 2 over document 1.
fn save_once(folder: &Path) {
    let path = folder.join("me.evenkeel");
    let saved = save(&RealFs, &path, &document(2), &Expect::Unchanged(Fingerprint::of(&document(1))), None);
    say(if saved.is_ok() { "saved" } else { "failed" });
    saved.unwrap();
}

fn lock(folder: &Path) {
    let folders = Folders::within(folder);
    let _lock = DocumentLock::acquire(&folders, &folder.join("me.evenkeel"), Timestamp::now()).unwrap();
    say("locked");
    wait_for_death();
}

/// A window that has the file and the folders that the environment names.
fn lock_of() {
    let path = |name| PathBuf::from(std::env::var_os(name).unwrap());
    let folders = Folders::within(&path("EVENKEEL_TEST_OWN"));
    let _lock = DocumentLock::acquire(&folders, &path("EVENKEEL_TEST_FILE"), Timestamp::now()).unwrap();
    say("locked");
    wait_for_death();
}

/// A window that has the document, with a bell; says when somebody rings.
fn bell(folder: &Path, comes: bool) {
    let folders = Folders::within(folder);
    folders.create(&RealFs).unwrap();
    let _bell = Bell::hang(&folders, move |ring| {
        say(format!("rung {}", ring.mark()));
        if comes {
            ring.answer();
        }
    });
    lock(folder);
}

/// Notes three files of this process in the list of recent ones.
fn note_files(folder: &Path) {
    let path = Folders::within(folder).recent_file();
    for number in 0..3 {
        let name = format!("{}-{number}", std::process::id());
        RecentFiles::note_in(&RealFs, &path, recent(&name, "2026-09-21T12:00:00Z")).unwrap();
        say(name);
    }
}

/// Begins a change of the settings and never ends it.
fn change_for_ever(folder: &Path) {
    let path = Folders::within(folder).settings_file();
    Settings::change(&RealFs, &path, |_| {
        say("alone");
        wait_for_death();
    })
    .unwrap();
}

/// A journal entry with a number.
pub fn entry(number: u64) -> Entry {
    Entry {
        path: Some(PathBuf::from("/somewhere/me.evenkeel")),
        base: Some(Fingerprint::of(b"base")),
        saved_at: Timestamp::now(),
        position: Some(number.to_string()),
        title: "Me".to_owned(),
        document: format!("{{\n  \"number\": {number}\n}}\n").into_bytes(),
        change: 0,
        saving: None,
    }
}

/// A disk that takes two seconds over everything.
fn slow() -> Hooked {
    Hooked::new(|call, _| {
        if call.starts_with("sync") {
            std::thread::sleep(Duration::from_secs(2));
        }
        Ok(())
    })
}

fn writer(folder: &Path) -> (Folders, RecoveryWriter) {
    writer_on(folder, Arc::new(RealFs))
}

fn writer_on(folder: &Path, fs: Arc<dyn FileSystem>) -> (Folders, RecoveryWriter) {
    let folders = Folders::within(folder);
    folders.create(&RealFs).unwrap();
    let writer = RecoveryWriter::start(fs, &folders, || {}).unwrap();
    (folders, writer)
}

/// Submits one entry after the other, saying number and time.
fn journal_loop(folder: &Path, pause: Duration, fs: Arc<dyn FileSystem>) {
    let (_folders, writer) = writer_on(folder, fs);
    for number in 1.. {
        writer.submit(entry(number));
        say(format!("{number} {}", Timestamp::now().as_millisecond()));
        std::thread::sleep(pause);
    }
}

/// Two changes in quick succession, so that the second one still waits for its turn.
fn two_changes(folder: &Path) -> (Folders, RecoveryWriter) {
    let (folders, writer) = writer(folder);
    writer.submit(entry(1));
    writer.write_now().unwrap();
    writer.submit(entry(2));
    (folders, writer)
}

#[cfg(unix)]
fn termination(folder: &Path) {
    let (_folders, writer) = writer(folder);
    evenkeel::storage::write_on_termination(writer.emergency()).unwrap();
    writer.submit(entry(1));
    // The thread has just written: the second change has to wait for its turn.
    while !matches!(writer.status(), evenkeel::storage::JournalStatus::OnDisk) {
        std::thread::sleep(Duration::from_millis(1));
    }
    writer.submit(entry(2));
    say("ready");
    wait_for_death();
}

#[cfg(not(unix))]
fn termination(_folder: &Path) {}

fn panic_with_changes(folder: &Path) {
    let (folders, writer) = two_changes(folder);
    install_panic_hook(folders.crash_file(), Some(writer.emergency()));
    let thread = std::thread::Builder::new().name("screens".to_owned()).spawn(|| panic!("the sails are torn")).unwrap();
    assert!(thread.join().is_err());
    // Not even the writer's own end may help: the hook alone must have done it.
    std::process::exit(7);
}
