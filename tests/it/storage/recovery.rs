//! Journals: on the disk within a second, and offered again.

use super::children::{MARK, command, entry};
use super::faulty::{FaultyFs, Plan};
use super::{names, with_ending};
use crate::support::hooked::Hooked;
use evenkeel::storage::{
    Damage, Entry, Fingerprint, Folders, JournalProblem, JournalStatus, RealFs, RecoveryWriter, format, orphans,
};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

fn folders(home: &Path) -> Folders {
    let folders = Folders::within(home);
    folders.create(&RealFs).unwrap();
    folders
}

fn start(folders: &Folders) -> RecoveryWriter {
    RecoveryWriter::start(Arc::new(RealFs), folders, || {}).unwrap()
}

fn position(entry: &Entry) -> u64 {
    entry.position.as_ref().unwrap().parse().unwrap()
}

fn wait_until(what: &str, mut done: impl FnMut() -> bool) {
    let end = Instant::now() + Duration::from_secs(20);
    while !done() {
        assert!(Instant::now() < end, "waited in vain until {what}");
        std::thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn a_change_is_on_the_disk_without_anybody_asking() {
    let home = tempfile::tempdir().unwrap();
    let folders = folders(home.path());
    let writer = start(&folders);
    assert!(matches!(writer.status(), JournalStatus::Nothing));
    let begin = Instant::now();
    for number in 1..=50 {
        writer.submit(entry(number));
    }
    wait_until("it is on the disk", || matches!(writer.status(), JournalStatus::OnDisk));
    assert!(begin.elapsed() < Duration::from_secs(1), "{:?}", begin.elapsed());
    let [journal] = &with_ending(&folders.recovery, ".json")[..] else { panic!("one journal") };
    assert_eq!(position(&Entry::decode(&fs::read(journal).unwrap()).unwrap()), 50);
    writer.discard();
    wait_until("it is gone", || matches!(writer.status(), JournalStatus::Nothing));
    assert!(!journal.exists());
}

#[test]
fn the_journal_is_an_ordinary_file_that_a_person_can_read() {
    let entry = Entry { saved_at: "2026-09-21T12:00:00Z".parse().unwrap(), ..entry(3) };
    let text = String::from_utf8(entry.encode().unwrap()).unwrap();
    let begin = format!(
        "{{\n  \"format\": \"evenkeel-recovery\",\n  \"version\": 1,\n  \"app\": \"{}\",\n  \"saved_at\": \"2026-09-21T12:00:00Z\",\n  \
         \"title\": \"Me\",\n  \"path\": \"/somewhere/me.evenkeel\",",
        env!("CARGO_PKG_VERSION")
    );
    assert!(text.starts_with(&begin), "{text}");
    assert!(text.ends_with("  \"document\": {\n  \"number\": 3\n}\n}\n"), "{text}");
    assert_eq!(Entry::decode(text.as_bytes()).unwrap(), entry);
}

#[test]
fn journals_of_every_version_can_be_read() {
    let read = |name: &str| Entry::decode(&fs::read(Path::new("tests/fixtures/recovery").join(name)).unwrap()).unwrap();
    let entry = read("v1.json");
    assert_eq!(entry.base, Some(Fingerprint::of(&fs::read("tests/fixtures/good/v1-full.evenkeel").unwrap())));
    assert_eq!(entry.position.as_deref(), Some("risk-mitigation-2"));
    assert_eq!(entry.document, fs::read("tests/fixtures/good/v1-unknown-fields.evenkeel").unwrap());
    let entry = read("v1-new-document.json");
    assert!(entry.path.is_some() && entry.base.is_none() && entry.position.is_none());
    format::open(&entry.document).unwrap();
}

#[test]
fn a_living_window_has_no_orphans_and_a_dead_one_has_until_it_is_claimed() {
    let home = tempfile::tempdir().unwrap();
    let folders = folders(home.path());
    let writer = start(&folders);
    writer.submit(entry(1));
    writer.write_now().unwrap();
    assert!(orphans(&RealFs, &folders).unwrap().is_empty());
    // Ending does not remove the journal: only a save or the person does.
    drop(writer);
    let found = orphans(&RealFs, &folders).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(position(found[0].content.as_ref().unwrap()), 1);

    let claimed = found[0].claim(&RealFs).unwrap().unwrap();
    assert!(orphans(&RealFs, &folders).unwrap().is_empty(), "another window is not offered it");
    assert!(found[0].claim(&RealFs).unwrap().is_none());
    drop(claimed);
    let found = orphans(&RealFs, &folders).unwrap();
    assert_eq!(found.len(), 1, "a claim without an end leaves it");
    found[0].claim(&RealFs).unwrap().unwrap().remove(&RealFs).unwrap();
    assert!(names(&folders.recovery).is_empty());
    assert!(found[0].claim(&RealFs).unwrap().is_none(), "it is gone");
    assert!(names(&folders.recovery).is_empty());
}

#[test]
fn damaged_journals_are_listed_with_a_reason_and_stay() {
    let home = tempfile::tempdir().unwrap();
    let folders = folders(home.path());
    let whole = String::from_utf8(entry(1).encode().unwrap()).unwrap();
    let cases = [
        ("", "EOF"),
        (&whole[..whole.len() / 2], "EOF"),
        (r#"{"format":"something","version":1}"#, "`something`"),
        (r#"{"format":"evenkeel-recovery","version":1}"#, "missing field"),
        (r#"{"format":"evenkeel-recovery","version":2,"anything":[]}"#, "newer version"),
    ];
    for (number, (text, _)) in cases.iter().enumerate() {
        fs::write(folders.recovery.join(format!("00000000-0000-4000-8000-00000000000{number}.json")), text).unwrap();
    }
    fs::write(folders.recovery.join("notes.json"), "not a journal by its name").unwrap();
    let mut found = orphans(&RealFs, &folders).unwrap();
    found.sort_by_key(|orphan| orphan.journal.clone());
    assert_eq!(found.len(), cases.len());
    for (orphan, (text, reason)) in found.iter().zip(cases) {
        let damage = orphan.content.as_ref().unwrap_err();
        let said = evenkeel::message::damage(&evenkeel::words::Words::english(), damage);
        assert!(said.contains(reason), "{text}: {said}");
    }
    assert!(matches!(found[4].content, Err(Damage::Newer { version: 2, .. })));
    assert_eq!(names(&folders.recovery).len(), cases.len() + 1);
}

#[test]
fn a_failure_is_told_and_tried_again_until_it_works() {
    let home = tempfile::tempdir().unwrap();
    let folders = folders(home.path());
    let woken = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&woken);
    let fs = Arc::new(FaultyFs::new(Plan::Once(3, ErrorKind::StorageFull)));
    let writer = RecoveryWriter::start(fs, &folders, move || {
        count.fetch_add(1, Ordering::SeqCst);
    })
    .unwrap();
    writer.submit(entry(1));
    wait_until("it has failed", || matches!(writer.status(), JournalStatus::Failed(_)));
    let JournalStatus::Failed(problem) = writer.status() else { panic!("it worked in between") };
    assert!(matches!(&*problem, JournalProblem::Disk(evenkeel::storage::DiskError::NoSpace { .. })), "{problem:?}");
    // Nothing new happens, and yet it is tried again.
    wait_until("it has worked", || matches!(writer.status(), JournalStatus::OnDisk));
    assert_eq!(woken.load(Ordering::SeqCst), 2, "once for the failure, once for the success");
    assert_eq!(with_ending(&folders.recovery, ".json").len(), 1);
}

#[test]
fn a_document_that_cannot_be_written_is_a_failure_and_not_the_end() {
    let home = tempfile::tempdir().unwrap();
    let folders = folders(home.path());
    let writer = start(&folders);
    writer.submit(Entry { document: b"{ not JSON".to_vec(), ..entry(1) });
    wait_until("it has failed", || matches!(writer.status(), JournalStatus::Failed(_)));
    writer.submit_with(|| Err("no words".to_owned()));
    assert!(matches!(&*writer.write_now().unwrap_err(), JournalProblem::Document(why) if why == "no words"));
    writer.submit(entry(2));
    wait_until("it has worked", || matches!(writer.status(), JournalStatus::OnDisk));
}

#[test]
fn whichever_call_fails_the_journal_is_a_whole_one() {
    for n in 1.. {
        let home = tempfile::tempdir().unwrap();
        let folders = folders(home.path());
        let fs = FaultyFs::new(Plan::Off(n));
        let writer = RecoveryWriter::start(Arc::new(fs.clone()), &folders, || {}).unwrap();
        let mut written = 0;
        for number in 1..=3 {
            writer.submit(entry(number));
            written = if writer.write_now().is_ok() { number } else { written };
        }
        let done = !fs.struck();
        drop(writer);
        let found = orphans(&RealFs, &folders).unwrap();
        let kept = found.first().map_or(0, |orphan| position(orphan.content.as_ref().unwrap()));
        assert!(kept >= written, "call {n}: {kept} kept, {written} written");
        if done {
            assert_eq!(kept, 3);
            return;
        }
    }
}

/// What a helper process said that it had submitted: numbers and times.
fn submitted(said: &str) -> Vec<(u64, i64)> {
    said.lines()
        .filter_map(|line| line.strip_prefix(MARK)?.split_once(' '))
        .filter_map(|(number, time)| Some((number.parse().ok()?, time.parse().ok()?)))
        .collect()
}

#[test]
fn killed_at_any_moment_nothing_older_than_a_second_is_missing() {
    for life in [30, 80, 150, 230, 330, 450, 700, 1500] {
        let home = tempfile::tempdir().unwrap();
        let folders = folders(home.path());
        let mut child = command("journal-loop", home.path()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(life));
        child.kill().unwrap();
        let output = child.wait_with_output().unwrap();
        let submitted = submitted(&String::from_utf8(output.stdout).unwrap());
        let end = submitted.last().map_or(0, |(_, time)| *time);
        let must = submitted.iter().rev().find(|(_, time)| end - time >= 1000).map_or(0, |(number, _)| *number);
        let found = orphans(&RealFs, &folders).unwrap();
        let kept = found.first().map_or(0, |orphan| position(orphan.content.as_ref().unwrap()));
        assert!(kept >= must, "after {life} ms: {kept} kept of {submitted:?}");
        assert!(life < 700 || kept > 0, "after {life} ms nothing is there");
        assert!(found.len() <= 1);
    }
}

#[test]
fn killed_on_a_slow_disk_nothing_older_than_a_second_is_missing() {
    for life in [1300, 2500, 4100] {
        let home = tempfile::tempdir().unwrap();
        let folders = folders(home.path());
        let mut child = command("journal-slow", home.path()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(life));
        child.kill().unwrap();
        let output = child.wait_with_output().unwrap();
        let submitted = submitted(&String::from_utf8(output.stdout).unwrap());
        let end = submitted.last().map_or(0, |(_, time)| *time);
        let must = submitted.iter().rev().find(|(_, time)| end - time >= 1000).map_or(0, |(number, _)| *number);
        let found = orphans(&RealFs, &folders).unwrap();
        let kept = found.first().map_or(0, |orphan| position(orphan.content.as_ref().unwrap()));
        assert!(kept >= must && (must > 0 || life < 2000), "after {life} ms: {kept} kept of {submitted:?}");
        assert_eq!(found.len(), 1);
    }
}

#[test]
fn a_journal_that_is_discarded_while_the_disk_takes_its_time_does_not_come_back() {
    let home = tempfile::tempdir().unwrap();
    let folders = folders(home.path());
    let slow = Hooked::new(|call, _| {
        if call == "sync_all" {
            std::thread::sleep(Duration::from_millis(800));
        }
        Ok(())
    });
    let writer = RecoveryWriter::start(Arc::new(slow), &folders, || {}).unwrap();
    writer.submit(entry(1));
    std::thread::sleep(Duration::from_millis(400));
    assert_eq!(with_ending(&folders.recovery, ".fresh").len(), 1, "the disk is slow");
    writer.discard();
    let gone = || with_ending(&folders.recovery, ".fresh").is_empty();
    wait_until("the fresh copy is gone, without waiting for the disk", gone);
    wait_until("it is at rest", || matches!(writer.status(), JournalStatus::Nothing));
    assert!(with_ending(&folders.recovery, ".json").is_empty());
}

#[test]
fn of_a_journal_and_its_fresh_copy_the_newer_whole_one_counts() {
    let home = tempfile::tempdir().unwrap();
    let folders = folders(home.path());
    let journal = folders.recovery.join("0d3c2b1a-0908-4b7a-9e0d-5d1fb92c6e6f.json");
    let fresh = journal.with_extension("fresh");
    let of = |number, change| Entry { change, ..entry(number) }.encode().unwrap();
    for (in_journal, in_fresh, expected) in [
        (Some(of(1, 7)), Some(of(2, 8)), 2),
        (Some(of(1, 8)), Some(of(2, 7)), 1),
        (None, Some(of(2, 1)), 2),
        // A power cut left a name without contents.
        (Some(of(1, 7)), Some(Vec::new()), 1),
        (Some(b"{".to_vec()), Some(of(2, 1)), 2),
    ] {
        for (path, bytes) in [(&journal, &in_journal), (&fresh, &in_fresh)] {
            if let Some(bytes) = bytes {
                fs::write(path, bytes).unwrap();
            }
        }
        let found = orphans(&RealFs, &folders).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(position(found[0].content.as_ref().unwrap()), expected);
        found[0].claim(&RealFs).unwrap().unwrap().remove(&RealFs).unwrap();
        assert!(names(&folders.recovery).is_empty(), "{:?}", names(&folders.recovery));
    }
}
