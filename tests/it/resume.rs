//! What a dead window left is offered again, unless its file holds all of it.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use egui_kittest::kittest::Queryable as _;
use evenkeel::profile::{AuditEdit, Edit, Hours, Profile};
use evenkeel::storage::{Entry, Fingerprint, Folders, PendingSave, RealFs, RecoveryWriter, format};

use crate::support::hooked::Hooked;
use crate::support::window::{Setup, Window, put};
use crate::support::{rated, rating, sample};

/// Leaves a journal, as a window does that dies with this open.
fn leave(setup: &Setup, path: Option<&Path>, profile: &Profile, saving: Option<&Path>) {
    let folders = setup.folders();
    folders.create(&RealFs).unwrap();
    let document = format::encode(profile).unwrap();
    let fingerprint = Fingerprint::of(&document);
    let writer = RecoveryWriter::start(Arc::new(RealFs), &folders, || {}).unwrap();
    if let Some(path) = saving {
        writer.emergency().set_saving(Some(PendingSave { path: path.to_path_buf(), contents: fingerprint }));
    }
    writer.submit(Entry {
        path: path.map(Path::to_path_buf),
        base: path.map(|_| Fingerprint::of(b"what it held when it was opened")),
        saved_at: "2026-11-18T16:42:00Z".parse().unwrap(),
        position: None,
        title: "me".to_owned(),
        document,
        change: 0,
        saving: None,
    });
    writer.write_now().unwrap();
}

fn offers(window: &Window) -> bool {
    window.query_all_by_label_contains("Resume").next().is_some()
}

/// The files of the recovery folder that are no living window's.
fn left(folders: &Folders) -> BTreeSet<PathBuf> {
    let all = fs::read_dir(&folders.recovery).unwrap().map(|entry| entry.unwrap().path());
    all.filter(|path| path.extension().is_some_and(|ending| ending != "lock")).collect()
}

/// Waits for the thread that tidies up.
fn soon(done: impl Fn() -> bool) -> bool {
    let end = Instant::now() + Duration::from_secs(20);
    while !done() && Instant::now() < end {
        std::thread::sleep(Duration::from_millis(2));
    }
    done()
}

fn is_tidied(folders: &Folders) -> bool {
    soon(|| left(folders).is_empty())
}

#[test]
fn what_the_file_holds_is_not_offered_and_its_journal_goes() {
    let setup = Setup::default();
    let (home, folders) = (setup.home(), setup.folders());
    let file = setup.file("me.evenkeel", &sample::sample());
    leave(&setup, Some(&file), &sample::sample(), None);
    let before = fs::read(&file).unwrap();
    assert_eq!(left(&folders).len(), 1);
    let window = setup.open();
    assert!(!offers(&window), "nothing differs");
    assert!(is_tidied(&folders));
    drop(window);
    assert!(soon(|| fs::read_dir(&folders.recovery).unwrap().count() == 0), "its lock went as well");
    assert_eq!(fs::read(&file).unwrap(), before);
    assert!(!offers(&Setup::default().at(home).open()));
}

#[test]
fn the_same_answers_in_other_bytes_are_the_same() {
    let setup = Setup::default();
    let file = setup.file("me.evenkeel", &sample::sample());
    let value: serde_json::Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    put(&file, &serde_json::to_vec(&value).unwrap());
    leave(&setup, Some(&file), &sample::sample(), None);
    let folders = setup.folders();
    let window = setup.open();
    assert!(!offers(&window));
    assert!(is_tidied(&folders));
}

#[test]
fn whatever_differs_is_offered() {
    let sample = sample::sample();
    let audit = sample.latest().unwrap();
    let in_audit = |edit| Edit::Audit(audit.id.clone(), edit);
    let item = audit.order[0].clone();
    let facet = audit.answers.needs.keys().next().unwrap().clone();
    let other = |given: u8| rating(if given == 2 { 3 } else { 2 });
    let edits = [
        Edit::SetPerson("Anna".to_owned()),
        Edit::SetHours(facet.clone(), Some(Hours::try_from(7.5).unwrap())),
        Edit::SetPin("project-manager".into(), true),
        in_audit(AuditEdit::SetRole("Head of nothing".to_owned())),
        in_audit(AuditEdit::SetAnswer(item.clone(), Some(rated(2)), None)),
        in_audit(AuditEdit::SetAnswer(item.clone(), None, None)),
        in_audit(AuditEdit::SetNeed(facet.clone(), Some(other(audit.answers.needs[&facet].value())))),
        in_audit(AuditEdit::SetDose(facet, None)),
    ];
    for edit in edits {
        let setup = Setup::default();
        let file = setup.file("me.evenkeel", &sample);
        let later = sample.apply(&edit).unwrap();
        assert_ne!(later, sample, "{edit:?} changes something");
        leave(&setup, Some(&file), &later, None);
        let folders = setup.folders();
        let mut window = setup.open();
        assert!(offers(&window), "{edit:?}");
        assert_eq!(left(&folders).len(), 1, "{edit:?}");
        window.press_like("Resume");
        assert_eq!(*window.app().document().unwrap().profile().as_ref(), later, "{edit:?}");
    }
}

/// Puts something in the place of a window's file.
type Lay<'a> = &'a dyn Fn(&Setup);

#[test]
fn where_the_file_cannot_say_it_is_offered() {
    let at = |setup: &Setup| setup.folder().join("me.evenkeel");
    let cases: [(&str, Lay<'_>); 4] = [
        ("gone", &|_| {}),
        ("a folder", &|setup| fs::create_dir(at(setup)).unwrap()),
        ("half of one", &|setup| put(&at(setup), &format::encode(&sample::sample()).unwrap()[..200])),
        ("without an end", &|setup| {
            #[cfg(unix)]
            std::os::unix::fs::symlink("/dev/zero", at(setup)).unwrap();
            #[cfg(not(unix))]
            put(&at(setup), b"");
        }),
    ];
    for (name, make) in cases {
        let setup = Setup::default();
        make(&setup);
        leave(&setup, Some(&at(&setup)), &sample::sample(), None);
        let folders = setup.folders();
        let window = setup.open();
        assert!(offers(&window), "{name}");
        assert_eq!(left(&folders).len(), 1, "{name}");
    }
    let setup = Setup::default();
    let file = setup.file("me.evenkeel", &sample::sample());
    leave(&setup, Some(&file), &sample::sample(), None);
    let refuses = Hooked::new(move |call, path| {
        let denied = call == "read" && path.ends_with("me.evenkeel");
        if denied { Err(io::ErrorKind::PermissionDenied.into()) } else { Ok(()) }
    });
    assert!(offers(&setup.fs(refuses).open()), "may not be read");
}

#[test]
fn a_journal_that_cannot_be_tidied_away_is_not_offered_either() {
    let setup = Setup::default();
    let file = setup.file("me.evenkeel", &sample::sample());
    leave(&setup, Some(&file), &sample::sample(), None);
    let (home, folders) = (setup.home(), setup.folders());
    let tried = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&tried);
    let protected = Hooked::new(move |call, path| {
        if call == "remove_file" && path.extension().is_some_and(|ending| ending == "json") {
            told.store(true, Ordering::SeqCst);
            return Err(io::ErrorKind::ReadOnlyFilesystem.into());
        }
        Ok(())
    });
    let mut window = setup.fs(protected).open();
    window.wait_for("it to be tried", |_| tried.load(Ordering::SeqCst));
    assert!(!offers(&window));
    drop(window);
    assert_eq!(left(&folders).len(), 1);
    let window = Setup::default().at(home).open();
    assert!(!offers(&window));
    assert!(is_tidied(&folders), "the next start can");
}

#[test]
fn of_two_dead_windows_the_one_with_something_left_is_offered() {
    let setup = Setup::default();
    let (one, two) = (sample::sample(), sample::only(["33333"; 8]));
    let (saved, other) = (setup.file("saved.evenkeel", &one), setup.file("other.evenkeel", &two));
    leave(&setup, Some(&saved), &one, None);
    let later = two.apply(&Edit::SetPerson("Anna".to_owned())).unwrap();
    leave(&setup, Some(&other), &later, None);
    let folders = setup.folders();
    let mut window = setup.open();
    window.wait_for("one to go", |_| left(&folders).len() == 1);
    assert_eq!(window.query_all_by_label_contains("Resume").count(), 1);
    window.press_like("Resume");
    assert_eq!(window.app().document().unwrap().profile().person, "Anna");
}

#[test]
fn what_was_saved_under_another_name_meanwhile_is_not_offered() {
    let sample = sample::sample();
    let later = sample.apply(&Edit::SetPerson("Anna".to_owned())).unwrap();
    for before in [None, Some("me.evenkeel")] {
        for (ended, offered) in [(&later, false), (&sample, true)] {
            let setup = Setup::default();
            let path = before.map(|name| setup.file(name, &sample));
            let other = setup.file("other.evenkeel", ended);
            leave(&setup, path.as_deref(), &later, Some(&other));
            assert_eq!(offers(&setup.open()), offered, "{before:?}");
        }
    }
}

#[test]
fn what_never_had_a_file_and_what_is_damaged_beside_is_offered() {
    let setup = Setup::default();
    leave(&setup, None, &sample::sample(), None);
    assert!(offers(&setup.open()));

    let setup = Setup::default();
    let file = setup.file("me.evenkeel", &sample::sample());
    leave(&setup, Some(&file), &sample::sample(), None);
    let folders = setup.folders();
    let journal = left(&folders).pop_first().unwrap();
    put(&journal.with_extension("fresh"), b"{\"format\":\"evenkeel-recovery\",\"vers");
    let window = setup.open();
    assert!(offers(&window), "nobody knows what was in it");
    assert_eq!(left(&folders).len(), 2);
}

#[test]
fn a_file_on_a_slow_drive_is_looked_at_beside_the_window() {
    let setup = Setup::default();
    let file = setup.file("me.evenkeel", &sample::sample());
    leave(&setup, Some(&file), &sample::sample(), None);
    let folders = setup.folders();
    let reads = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&reads);
    // The look before the first frame gets no answer before another one is asked for.
    let slow = Hooked::new(move |call, path| {
        if call == "read" && path.ends_with("me.evenkeel") {
            count.fetch_add(1, Ordering::SeqCst);
            while count.load(Ordering::SeqCst) == 1 {
                std::thread::sleep(Duration::from_millis(2));
            }
        }
        Ok(())
    });
    let window = setup.fs(slow).open();
    assert!(reads.load(Ordering::SeqCst) > 1);
    assert!(!offers(&window), "the drive has answered");
    assert!(is_tidied(&folders));
}

#[test]
fn a_file_on_a_drive_that_hangs_holds_up_no_start() {
    let setup = Setup::default();
    let file = setup.file("me.evenkeel", &sample::sample());
    leave(&setup, Some(&file), &sample::sample(), None);
    let folders = setup.folders();
    let answers = Arc::new(AtomicBool::new(false));
    let on = Arc::clone(&answers);
    let hangs = Hooked::new(move |call, path| {
        while call == "read" && path.ends_with("me.evenkeel") && !on.load(Ordering::SeqCst) {
            std::thread::sleep(Duration::from_millis(2));
        }
        Ok(())
    });
    let mut window = setup.fs(hangs).open();
    assert!(offers(&window), "nobody knows");
    answers.store(true, Ordering::SeqCst);
    assert_eq!(left(&folders).len(), 1);
    window.press_like("Resume");
    assert!(window.app().document().unwrap().path().is_some(), "what is offered can be resumed");
}
