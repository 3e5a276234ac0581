//! The window on a disk that is slow, full, gone or never answers, and killed in the middle.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use evenkeel::app::{
    ChartCommand, Command, FileCommand, PrintCommand, ReportCommand, RoleCommand, SaveCommand, Screen, SettingsCommand,
};
use evenkeel::print::PrintOutcome;
use evenkeel::profile::{Answer, Audit, Edit, Profile, Rating};
use evenkeel::storage::{DocumentLock, RealFs, format, orphans};
use jiff::Timestamp;

use crate::storage::children::{MARK, command};
use crate::support::hooked::Hooked;
use crate::support::sample;
use crate::support::window::{Setup, Window, put, remove};

const DIGITS: [Key; 5] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];

fn audit(window: &Window) -> Audit {
    window.app().document().unwrap().profile().latest().unwrap().as_ref().clone()
}

/// The answers in the order in which the items were shown.
fn answers(audit: &Audit) -> Vec<Option<u8>> {
    let rating = |answer: &Answer| answer.rating().map(Rating::value);
    audit.order.iter().map(|item| audit.answers.items.get(item).and_then(rating)).collect()
}

fn start_quick(window: &mut Window) {
    window.press("Audit");
    window.press("How long: Quick");
    window.press_like("Start, about");
}

fn profile_in(path: &Path) -> Profile {
    format::open(&fs::read(path).unwrap()).unwrap().profile
}

#[test]
fn on_a_slow_disk_nothing_is_wrong_or_missing_and_the_window_never_waits() {
    let here = std::thread::current().id();
    let (waited, slow) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
    let (count, on) = (Arc::clone(&waited), Arc::clone(&slow));
    let disk = Hooked::new(move |call, _| {
        let changes = ["sync_all", "sync_folder", "create_new", "write_all", "rename", "link_new", "remove_file"];
        if on.load(Ordering::SeqCst) && changes.contains(&call) {
            if std::thread::current().id() == here {
                count.fetch_add(1, Ordering::SeqCst);
            }
            if call.starts_with("sync") {
                std::thread::sleep(Duration::from_millis(300));
            }
        }
        Ok(())
    });
    let setup = Setup::default();
    let file = setup.folder().join("slow.evenkeel");
    let mut window = setup.fs(disk).answer(Some(file.clone())).open();
    start_quick(&mut window);
    window.key(Key::Num3);
    window.keys(Modifiers::COMMAND, Key::S);
    window.key(Key::ArrowRight);
    slow.store(true, Ordering::SeqCst);
    let mut expected = vec![Some(3)];
    for i in 0..23 {
        let digit = i * 3 % 5;
        expected.push(Some(u8::try_from(digit).unwrap() + 1));
        window.tap(Modifiers::NONE, DIGITS[digit]);
        window.tap(Modifiers::COMMAND, Key::S);
        window.tap(Modifiers::NONE, Key::ArrowRight);
        window.frames_for(Duration::from_millis(60));
    }
    assert_eq!(waited.load(Ordering::SeqCst), 0, "changes to the disk on the window's thread");
    window.settle();
    window.wait_for("the last save", |app| !app.document().unwrap().is_unsaved());
    assert_eq!(answers(&audit(&window)), expected);
    let saved = profile_in(&file);
    assert_eq!(answers(saved.latest().unwrap()), expected);
}

#[test]
fn settings_recent_files_and_the_marks_of_open_files_do_not_keep_the_window_waiting() {
    let here = std::thread::current().id();
    let seen = Arc::new(Mutex::new(BTreeSet::new()));
    let (said, started) = (Arc::clone(&seen), Arc::new(AtomicBool::new(false)));
    let on = Arc::clone(&started);
    let disk = Hooked::new(move |call, path| {
        if on.load(Ordering::SeqCst) && std::thread::current().id() == here {
            said.lock().unwrap().insert((call, path.file_name().map(std::ffi::OsStr::to_os_string)));
        }
        Ok(())
    });
    let setup = Setup::default();
    let file = setup.file("a.evenkeel", &sample::sample());
    let mut window = setup.fs(disk).open();
    started.store(true, Ordering::SeqCst);
    window.ask(Command::File(FileCommand::OpenPath(file.clone())));
    window.ask(Command::Settings(SettingsCommand::Larger));
    window.ask(Command::Edit(Edit::SetPerson("Anna".to_owned())));
    window.ask(Command::Save(SaveCommand::Now));
    window.ask(Command::File(FileCommand::Forget(file)));
    window.ask(Command::Settings(SettingsCommand::Delete(evenkeel::app::command::Kept::Settings)));
    window.ask(Command::Settings(SettingsCommand::Delete(evenkeel::app::command::Kept::Recovery)));
    // `write_journal_now`, by which the test itself waits, is the only one that may.
    let seen = seen.lock().unwrap();
    let others: Vec<_> = seen
        .iter()
        .filter(|(_, name)| {
            let name = name.as_deref().map(std::ffi::OsStr::to_string_lossy).unwrap_or_default().into_owned();
            !name.starts_with(".evenkeel-") && name != "recovery" && !ends_like_a_journal(&name)
        })
        .collect();
    assert!(others.is_empty(), "{others:?}");
}

fn ends_like_a_journal(name: &str) -> bool {
    [".json", ".fresh", ".lock"].iter().any(|ending| name.ends_with(ending)) && name.len() > 36
}

#[test]
fn kept_is_said_of_what_is_on_the_disk_and_of_nothing_else() {
    let slow = Arc::new(AtomicBool::new(false));
    let on = Arc::clone(&slow);
    let disk = Hooked::new(move |call, _| {
        if call == "sync_all" && on.load(Ordering::SeqCst) {
            std::thread::sleep(Duration::from_millis(2500));
        }
        Ok(())
    });
    let mut window = Setup::default().fs(disk).open();
    start_quick(&mut window);
    slow.store(true, Ordering::SeqCst);
    window.tap(Modifiers::NONE, Key::Num4);
    assert!(!window.shows("ept"), "nothing is said to be kept");
    assert!(window.shows("Often."));
    window.frames_for(Duration::from_millis(1300));
    assert!(window.shows("Often: not on the disk yet, which is slow."));
    window.look("audit-slow-disk");
    window.wait_for("the disk", |app| !app.is_busy());
    assert!(window.shows("Kept: Often."));
}

#[test]
fn that_answers_are_not_kept_is_said_at_once_and_takes_no_key() {
    let full = Arc::new(AtomicBool::new(false));
    let on = Arc::clone(&full);
    let disk = Hooked::new(move |call, path| {
        let journal = path.components().any(|part| part.as_os_str() == "recovery");
        if journal && call == "create_new" && on.load(Ordering::SeqCst) {
            return Err(io::Error::from(io::ErrorKind::StorageFull));
        }
        Ok(())
    });
    let setup = Setup::default();
    let file = setup.folder().join("full.evenkeel");
    let mut window = setup.fs(disk).answer(Some(file.clone())).open();
    start_quick(&mut window);
    full.store(true, Ordering::SeqCst);
    window.tap(Modifiers::NONE, Key::Num4);
    window.frames_for(Duration::from_millis(400));
    assert!(window.shows("Answers are not being kept"));
    assert!(window.shows("Often: not kept. Save to a file."));
    window.look("audit-not-kept");
    // No dialog came between: each of these is an answer.
    for digit in &DIGITS[..3] {
        window.tap(Modifiers::NONE, Key::ArrowRight);
        window.tap(Modifiers::NONE, *digit);
    }
    assert_eq!(answers(&audit(&window))[..4], [Some(4), Some(1), Some(2), Some(3)]);
    window.tap(Modifiers::COMMAND, Key::S);
    window.wait_for("the save", |app| !app.document().unwrap().is_unsaved());
    let saved = profile_in(&file);
    assert_eq!(answers(saved.latest().unwrap())[..4], [Some(4), Some(1), Some(2), Some(3)]);
    window.wait_for("the journal to go", |app| !app.is_busy());
    assert!(!window.shows("not being kept"), "what is in the file is kept");
    full.store(false, Ordering::SeqCst);
    window.key(Key::Num5);
    assert!(window.shows("Kept: Almost always."));
}

#[test]
fn pictures_of_what_is_said_about_the_disk() {
    for (name, setup) in [
        ("light", Setup::default()),
        ("dark", Setup::default().dark()),
        ("900x600", Setup::default().size(900.0, 600.0)),
        ("900x600-200", Setup::default().size(900.0, 600.0).text(200)),
    ] {
        let full = Arc::new(AtomicBool::new(false));
        let on = Arc::clone(&full);
        let disk = Hooked::new(move |call, path| {
            let journal = path.components().any(|part| part.as_os_str() == "recovery");
            if journal && call == "create_new" && on.load(Ordering::SeqCst) {
                return Err(io::Error::from(io::ErrorKind::StorageFull));
            }
            Ok(())
        });
        let mut window = setup.fs(disk).open();
        window.press("Audit");
        window.press_like("Start, about");
        full.store(true, Ordering::SeqCst);
        window.key(Key::Num4);
        window.frames_for(Duration::from_millis(300));
        window.picture(&format!("audit-not-kept-{name}"));
    }
}

#[test]
fn a_recovery_folder_that_somebody_removes_comes_back() {
    let setup = Setup::default();
    let (folders, _home) = (setup.folders(), setup.home());
    let mut window = setup.open();
    start_quick(&mut window);
    window.key(Key::Num4);
    remove(&folders.recovery);
    window.key(Key::ArrowRight);
    window.key(Key::Num2);
    assert!(window.shows("Kept: Seldom."));
    assert!(orphans(&RealFs, &folders).unwrap().is_empty(), "the window lives");
    window.die();
    let found = orphans(&RealFs, &folders).unwrap();
    let kept = format::open(&found[0].content.as_ref().unwrap().document).unwrap().profile;
    assert_eq!(answers(kept.latest().unwrap())[..2], [Some(4), Some(2)]);
}

#[test]
fn while_a_save_hangs_one_can_save_elsewhere() {
    let (hangs, let_go) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
    let (on, go) = (Arc::clone(&hangs), Arc::clone(&let_go));
    let disk = Hooked::new(move |call, path| {
        let network = path.components().any(|part| part.as_os_str() == "network");
        while network && call == "create_new" && on.load(Ordering::SeqCst) && !go.load(Ordering::SeqCst) {
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok(())
    });
    let setup = Setup::default();
    let (far, near) = (setup.file("network/far.evenkeel", &sample::sample()), setup.folder().join("near.evenkeel"));
    let mut window = setup.fs(disk).path(far.clone()).answer(Some(near.clone())).open();
    hangs.store(true, Ordering::SeqCst);
    window.state_mut().ask_for(Command::Edit(Edit::SetPerson("Anna".to_owned())));
    window.step();
    window.tap(Modifiers::COMMAND, Key::S);
    // Again, which has to wait.
    window.tap(Modifiers::COMMAND, Key::S);
    window.frames_for(Duration::from_millis(4300));
    assert!(window.shows("The drive of far.evenkeel takes long over the save."));
    window.look("save-hangs");
    window.get_by_label("Save as…").click_accesskit();
    window.wait_for("the save elsewhere", |app| !app.document().unwrap().is_unsaved());
    assert_eq!(profile_in(&near).person, "Anna");
    assert_eq!(window.app().document().unwrap().path(), Some(fs::canonicalize(&near).unwrap().as_path()));
    assert!(!window.shows("takes long over the save"));
    let_go.store(true, Ordering::SeqCst);
    window.settle();
    assert_eq!(profile_in(&far).person, "Anna", "the one that hung ends by itself");
    assert!(window.app().document().unwrap().path().unwrap().ends_with("near.evenkeel"));
    window.ask(Command::Edit(Edit::SetPerson("Bert".to_owned())));
    window.ask(Command::Save(SaveCommand::Now));
    assert_eq!(profile_in(&near).person, "Bert");
    assert_eq!(profile_in(&far).person, "Anna");
}

#[test]
fn answers_given_while_a_file_is_read_are_asked_about_also_when_it_is_in_use() {
    for choice in ["Open read-only", "Open as a copy"] {
        let setup = Setup::default();
        let file = setup.file("theirs.evenkeel", &sample::sample());
        let slow = Hooked::new(|call, path| {
            if call == "read" && path.ends_with("theirs.evenkeel") {
                std::thread::sleep(Duration::from_millis(400));
            }
            Ok(())
        });
        let folders = setup.folders();
        let mut window = setup.fs(slow).open();
        let real = fs::canonicalize(&file).unwrap();
        let lock = DocumentLock::acquire(&folders, &real, Timestamp::now()).unwrap();
        window.press("Audit");
        window.press("How long: Quick");
        window.press_like("Start, about");
        window.ask(Command::Save(SaveCommand::To(window.folder().join("mine.evenkeel"), None)));
        window.state_mut().ask_for(Command::File(FileCommand::OpenPath(file)));
        window.step();
        for digit in [3, 1, 4] {
            window.tap(Modifiers::NONE, DIGITS[digit]);
            window.tap(Modifiers::NONE, Key::ArrowRight);
        }
        window.settle();
        assert!(window.shows("theirs.evenkeel is open in another window"));
        window.press(choice);
        assert!(window.has("Save your changes?"), "{choice}: nobody was asked about the answers");
        assert_eq!(answers(&audit(&window))[..3], [Some(4), Some(2), Some(5)]);
        window.press("Save changes");
        let mine = profile_in(&window.folder().join("mine.evenkeel"));
        assert_eq!(answers(mine.latest().unwrap())[..3], [Some(4), Some(2), Some(5)]);
        assert_eq!(window.app().document().unwrap().profile().person, sample::sample().person, "then it is opened");
        drop(lock);
    }
}

#[test]
fn what_is_resumed_while_another_window_has_its_file_says_so() {
    let setup = Setup::default();
    let file = setup.file("one.evenkeel", &sample::sample());
    let (home, folders) = (setup.home(), setup.folders());
    let mut first = setup.path(file.clone()).open();
    first.ask(Command::Edit(Edit::SetPerson("Anna".to_owned())));
    first.die();
    let mut other = command("lock-of", home.path())
        .env("EVENKEEL_TEST_FILE", fs::canonicalize(&file).unwrap())
        .env("EVENKEEL_TEST_OWN", folders.data.parent().unwrap())
        .spawn()
        .unwrap();
    let mut said = io::BufRead::lines(io::BufReader::new(other.stdout.take().unwrap())).map(Result::unwrap);
    assert!(said.any(|line| line == format!("{MARK}locked")));
    let mut second = Setup::default().at(home).open();
    second.press_like("Resume");
    assert!(second.shows("one.evenkeel is open in another window"));
    assert!(second.shows("Your unsaved work is here again"));
    second.look("resumed-in-use");
    second.press("Go on here");
    let document = second.app().document().unwrap();
    assert!(document.read_only && document.is_unsaved());
    assert_eq!(document.profile().person, "Anna");
    let before = fs::read(&file).unwrap();
    second.keys(Modifiers::COMMAND, Key::S);
    assert!(second.has("Save the profile"), "under another name");
    assert_eq!(fs::read(&file).unwrap(), before);
    other.kill().unwrap();
    other.wait().unwrap();
}

/// Killed before the n-th call to the disk after a save began: from then on nothing reaches it.
fn killed_while_saving(n: usize, under: Option<&str>) -> (bool, Window, PathBuf) {
    let (left, armed) = (Arc::new(AtomicUsize::new(n)), Arc::new(AtomicBool::new(false)));
    let struck = Arc::new(AtomicBool::new(false));
    let (count, on, hit) = (Arc::clone(&left), Arc::clone(&armed), Arc::clone(&struck));
    let disk = Hooked::new(move |_, _| {
        if on.load(Ordering::SeqCst) {
            let before = count.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
            if before.is_err() {
                hit.store(true, Ordering::SeqCst);
                return Err(io::Error::other("the program is dead"));
            }
        }
        Ok(())
    });
    let setup = Setup::default();
    let home = setup.home();
    let file = setup.file("me.evenkeel", &sample::only(["33333"; 8]));
    let target = under.map_or_else(|| file.clone(), |name| setup.folder().join(name));
    let mut window = setup.fs(disk).path(file).open();
    window.ask(Command::Edit(Edit::SetPerson("Anna".to_owned())));
    armed.store(true, Ordering::SeqCst);
    window.state_mut().ask_for(match under {
        Some(_) => Command::Save(SaveCommand::To(target.clone(), None)),
        None => Command::Save(SaveCommand::Now),
    });
    window.step();
    let end = Instant::now() + Duration::from_secs(20);
    while window.app().is_busy() && !struck.load(Ordering::SeqCst) {
        assert!(Instant::now() < end);
        std::thread::sleep(Duration::from_millis(1));
        window.step();
    }
    // From here on it is dead in any case: nothing that it does on its way out counts.
    let struck = struck.load(Ordering::SeqCst);
    left.store(0, Ordering::SeqCst);
    drop(window);
    (struck, Setup::default().at(home).open(), target)
}

#[test]
fn after_a_kill_at_any_step_of_a_save_the_file_is_recognised_as_our_own() {
    for under in [None, Some("other.evenkeel")] {
        for n in 0.. {
            let (struck, mut window, target) = killed_while_saving(n, under);
            let resumed = window.query_all_by_label_contains("Resume").next().is_some();
            let saved = target.is_file() && profile_in(&target).person == "Anna";
            assert_eq!(resumed, !saved, "call {n}: either it is in the file, or offered");
            if resumed {
                window.press_like("Resume");
                assert_eq!(window.app().document().unwrap().profile().person, "Anna", "call {n}");
                window.ask(Command::Edit(Edit::SetPerson("Anna, later".to_owned())));
                window.ask(Command::Save(SaveCommand::Now));
                assert!(!window.shows("Another program changed"), "call {n}: a change that nobody made");
                let path = window.app().document().unwrap().path().unwrap().to_path_buf();
                assert_eq!(profile_in(&path).person, "Anna, later", "call {n}");
            }
            if !struck {
                assert!(n > 10, "only {n} calls");
                break;
            }
        }
    }
}

#[test]
fn a_thread_that_crashes_says_so_and_keeps_nobody_from_saving() {
    let crashes = Arc::new(AtomicBool::new(false));
    let on = Arc::clone(&crashes);
    let disk = Hooked::new(move |call, path| {
        let own = path.components().any(|part| part.as_os_str() == "own");
        assert!(own || call != "create_new" || !on.load(Ordering::SeqCst), "the sails are torn");
        Ok(())
    });
    let setup = Setup::default();
    let file = setup.file("me.evenkeel", &sample::sample());
    let mut window = setup.fs(disk).path(file.clone()).open();
    window.ask(Command::Edit(Edit::SetPerson("Anna".to_owned())));
    crashes.store(true, Ordering::SeqCst);
    window.ask(Command::Save(SaveCommand::Now));
    assert!(window.shows("me.evenkeel could not be saved"));
    assert!(window.app().document().unwrap().is_unsaved());
    window.press("Close");
    crashes.store(false, Ordering::SeqCst);
    window.ask(Command::Save(SaveCommand::Now));
    assert_eq!(profile_in(&file).person, "Anna");
    assert!(!window.app().document().unwrap().is_unsaved());
}

/// Otherwise it would wait for ever for a template that nobody reads any more.
#[test]
fn a_crash_while_a_template_is_read_keeps_no_print_waiting() {
    let disk = Hooked::new(|call, path| {
        assert!(call != "read" || !path.ends_with("own.typ"), "the sails are torn");
        Ok(())
    });
    let setup = Setup::default().print(PrintOutcome::Cancelled);
    let file = setup.file("me.evenkeel", &sample::sample());
    let template = setup.folder().join("own.typ");
    put(&template, b"Of my own");
    let mut window = setup.fs(disk).path(file).open();
    window.ask(Command::Report(ReportCommand::Show));
    window.ask(Command::Report(ReportCommand::UseTemplate(template)));
    assert!(window.shows("Something inside Evenkeel went wrong"));
    window.frames_for(Duration::from_secs(1));
    window.key(Key::Escape);
    window.ask(Command::Print(PrintCommand::Now));
    assert_eq!(window.printed().len(), 1);
}

/// What is open now goes to the file that what was open before is still being written to.
#[test]
fn a_save_of_the_next_profile_waits_for_the_one_before_and_is_not_lost() {
    let hangs = Arc::new(AtomicBool::new(false));
    let on = Arc::clone(&hangs);
    let disk = Hooked::new(move |call, path| {
        while call == "create_new" && path.components().any(|p| p.as_os_str() == "slow") && on.load(Ordering::SeqCst) {
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok(())
    });
    let setup = Setup::default();
    let file = setup.file("slow/me.evenkeel", &sample::sample());
    let mut window = setup.fs(disk).path(file.clone()).open();
    window.ask(Command::Edit(Edit::SetPerson("Anna".to_owned())));
    hangs.store(true, Ordering::SeqCst);
    window.ask_now(Command::Save(SaveCommand::Now));
    window.ask_now(Command::Save(SaveCommand::DiscardThen(Box::new(Command::File(FileCommand::OpenExample(
        evenkeel::app::command::WorkedExample::Lead,
    ))))));
    window.ask_now(Command::Edit(Edit::SetPerson("Ben".to_owned())));
    window.ask_now(Command::Save(SaveCommand::Replace(file.clone(), None)));
    hangs.store(false, Ordering::SeqCst);
    window.settle();
    assert_eq!(profile_in(&file).person, "Ben");
    assert!(!window.app().document().unwrap().is_unsaved());
}

#[test]
fn a_message_takes_the_place_of_no_dialog_and_no_key_meant_for_something_else_answers_it() {
    let hangs = Arc::new(AtomicBool::new(true));
    let on = Arc::clone(&hangs);
    let disk = Hooked::new(move |call, path| {
        while call == "create_new" && path.components().any(|p| p.as_os_str() == "slow") && on.load(Ordering::SeqCst) {
            std::thread::sleep(Duration::from_millis(5));
        }
        if call == "create_new" && path.components().any(|p| p.as_os_str() == "slow") {
            return Err(io::Error::from(io::ErrorKind::StorageFull));
        }
        Ok(())
    });
    let setup = Setup::default();
    let file = setup.file("slow/me.evenkeel", &sample::sample());
    let mut window = setup.fs(disk).path(file).open();
    window.ask_now(Command::File(FileCommand::ExportTo(window.folder().join("slow/out.csv"))));
    window.ask_now(Command::GoTo(Screen::Tracks));
    window.ask_now(Command::Role(RoleCommand::AskAd(None)));
    window.event(egui::Event::Text("You plan the shifts".to_owned()));
    window.step();
    hangs.store(false, Ordering::SeqCst);
    window.settle();
    assert!(window.has("From a job ad"), "the ad is still there");
    assert!(!window.shows("could not be written"), "the message waits");
    window.press("Cancel");
    assert!(window.shows("could not be written"));
}

#[test]
fn enter_meant_for_a_question_does_not_answer_a_message_that_comes_just_then() {
    let setup = Setup::default();
    let disk = Hooked::new(|call, path| {
        if call == "create_new" && path.components().any(|p| p.as_os_str() == "full") {
            std::thread::sleep(Duration::from_millis(200));
            return Err(io::Error::from(io::ErrorKind::StorageFull));
        }
        Ok(())
    });
    let file = setup.file("full/me.evenkeel", &Profile::new("00000000-0000-4000-8000-0000000000aa".into()));
    let mut window = setup.fs(disk).path(file).frame(0.02).open();
    start_quick(&mut window);
    window.ask_now(Command::File(FileCommand::ExportTo(window.folder().join("full/out.csv"))));
    let mut pressed = 0;
    let end = Instant::now() + Duration::from_secs(20);
    while !window.shows("could not be written") {
        assert!(Instant::now() < end);
        window.tap(Modifiers::NONE, Key::Num4);
        window.tap(Modifiers::NONE, Key::Enter);
        pressed += 1;
    }
    assert!(pressed > 0);
    window.tap(Modifiers::NONE, Key::Enter);
    assert!(window.shows("could not be written"), "it is still to be read");
    window.frames_for(Duration::from_secs(1));
    window.key(Key::Enter);
    assert!(!window.shows("could not be written"));
}

#[test]
fn a_folder_that_takes_long_to_read_keeps_nobody_waiting() {
    let setup = Setup::default();
    let file = setup.file("many/me.evenkeel", &sample::sample());
    // So many that reading them takes longer than the frames below.
    let first = setup.folder().join("many/0.txt");
    put(&first, b"");
    for i in 1..40_000 {
        fs::hard_link(&first, setup.folder().join(format!("many/{i}.txt"))).unwrap();
    }
    let mut window = setup.path(file).open();
    window.ask_now(Command::File(FileCommand::Open));
    window.step();
    assert!(window.shows("Reading the folder"), "the dialog is there before the answer");
    window.settle();
    assert!(!window.shows("Reading the folder"));
    assert!(window.has("me.evenkeel"));
}

#[test]
fn undo_in_a_text_field_is_the_fields_own_and_redo_has_two_keys() {
    let mut window = Setup::default().open();
    start_quick(&mut window);
    window.key(Key::Num4);
    window.keys(Modifiers::COMMAND, Key::Z);
    assert!(audit(&window).answers.items.is_empty());
    window.keys(Modifiers::COMMAND, Key::Y);
    assert_eq!(audit(&window).answers.items.len(), 1);
    window.ask(Command::GoTo(Screen::Tracks));
    window.ask(Command::Role(RoleCommand::AskAd(None)));
    window.get_by_label("Name of the role").focus();
    window.settle();
    window.event(egui::Event::Text("Lead".to_owned()));
    window.settle();
    window.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(audit(&window).answers.items.len(), 1, "the answer has nothing to do with what is typed");
}

#[cfg(unix)]
#[test]
fn no_output_takes_the_place_of_a_profile_whatever_its_name() {
    let setup = Setup::default();
    let me = setup.file("me.json", &sample::sample());
    let other = setup.file("report.pdf", &sample::sample());
    let before = fs::read(&me).unwrap();
    let mut window = setup.path(me.clone()).open();
    window.ask(Command::File(FileCommand::ExportTo(me.clone())));
    assert!(window.shows("me.json is a profile."));
    window.look("export-over-profile");
    window.press("Close");
    let choice = evenkeel::app::command::ChartChoice {
        kind: evenkeel::app::command::ChartKind::Radar,
        me: true,
        role: true,
        earlier: None,
    };
    let svg = window.folder().join("me.svg");
    std::os::unix::fs::symlink(&me, &svg).unwrap();
    window.answer(Some(svg));
    window.ask(Command::Chart(ChartCommand::Save(choice)));
    assert!(window.shows("is a profile."));
    window.press("Close");
    window.ask(Command::Report(ReportCommand::Show));
    window.answer(Some(other.clone()));
    window.ask(Command::Print(PrintCommand::SavePdf));
    assert!(window.shows("report.pdf is a profile."));
    assert!(fs::read(&me).unwrap() == before && fs::read(&other).unwrap() == before);
}

/// The person has agreed to replace it, in the system's dialog; but it may have been a profile that nothing can tell any more.
#[test]
#[expect(clippy::disallowed_methods, reason = "tests lay out files of their own")]
fn what_an_export_replaces_is_kept_whatever_it_was() {
    let setup = Setup::default();
    let (csv, pdf) = (setup.folder().join("scores.csv"), setup.folder().join("report.pdf"));
    let store = setup.folders().backup_store();
    let me = setup.file("me.evenkeel", &sample::sample());
    let mut window = setup.path(me).open();
    let zeros = [vec![0_u8; 4096], br#""audits": [ {"answers": {"vision-translation-1": 4} } ] }"#.to_vec()].concat();
    fs::write(&csv, &zeros).unwrap();
    fs::write(&pdf, "notes").unwrap();
    window.ask(Command::File(FileCommand::ExportTo(csv.clone())));
    window.ask(Command::Report(ReportCommand::Show));
    window.answer(Some(pdf.clone()));
    window.ask(Command::Print(PrintCommand::SavePdf));
    assert!(fs::read(&csv).unwrap().starts_with(b"profile,") && fs::read(&pdf).unwrap().starts_with(b"%PDF"));
    let kept = store.list(&evenkeel::storage::RealFs, "outputs").unwrap();
    let has = |ending: &str, bytes: &[u8]| {
        kept.iter().any(|kept| kept.path.extension().unwrap() == ending && fs::read(&kept.path).unwrap() == bytes)
    };
    assert!(has("csv", &zeros) && has("pdf", b"notes"), "{kept:?}");
}

/// Another program puts something there, right before any of the looks that we have at the place.
#[test]
#[expect(clippy::disallowed_methods, reason = "tests lay out files of their own")]
fn what_comes_there_while_an_export_is_on_its_way_is_not_lost() {
    for (number, is_profile) in (0..8).flat_map(|number| [(number, true), (number, false)]) {
        let setup = Setup::default();
        let csv = setup.folder().join("scores.csv");
        let store = setup.folders().backup_store();
        let me = setup.file("me.evenkeel", &sample::sample());
        let theirs = if is_profile { fs::read(&me).unwrap() } else { b"my own list".to_vec() };
        let (looks, comes, bytes) = (Arc::new(AtomicUsize::new(0)), csv.clone(), theirs.clone());
        let counted = Arc::clone(&looks);
        let disk = Hooked::new(move |call, path| {
            if call == "metadata" && *path == *comes && counted.fetch_add(1, Ordering::SeqCst) == number {
                fs::write(&comes, &bytes).unwrap();
            }
            Ok(())
        });
        let mut window = setup.fs(disk).path(me).open();
        window.ask(Command::File(FileCommand::ExportTo(csv.clone())));
        if looks.load(Ordering::SeqCst) <= number {
            assert!(number > 2, "we look {number} times");
            continue;
        }
        let left = fs::read(&csv).unwrap();
        if left == theirs {
            // Told: that it is a profile, or, where it came after ours was written, that ours is not there.
            assert!(window.has("Close") && (window.shows("is a profile.") || number >= 2), "look {number}");
        } else {
            let kept = store.list(&RealFs, "outputs").unwrap();
            assert!(left.starts_with(b"profile,"), "look {number}");
            assert!(
                !is_profile && kept.iter().any(|kept| fs::read(&kept.path).unwrap() == theirs),
                "look {number}: {kept:?}"
            );
        }
    }
}

#[test]
fn a_file_with_another_name_is_asked_about_before_it_comes_apart() {
    let setup = Setup::default();
    let (file, other) = (setup.file("me.evenkeel", &sample::sample()), setup.folder().join("other.evenkeel"));
    fs::hard_link(&file, &other).unwrap();
    let before = fs::read(&file).unwrap();
    let mut window = setup.path(file.clone()).open();
    window.ask(Command::Edit(Edit::SetPerson("Anna".to_owned())));
    window.ask(Command::Save(SaveCommand::Then(Box::new(Command::GoTo(Screen::Settings)))));
    assert!(window.shows("me.evenkeel has another name."));
    window.look("other-names");
    window.press("Cancel");
    assert!(fs::read(&file).unwrap() == before);
    assert!(window.app().document().unwrap().is_unsaved());
    window.ask(Command::Save(SaveCommand::Then(Box::new(Command::GoTo(Screen::Settings)))));
    window.press("Save this one");
    assert_eq!(profile_in(&file).person, "Anna");
    assert!(fs::read(&other).unwrap() == before);
    assert_eq!(window.app().screen(), Screen::Settings, "and what was to follow follows");
    window.ask(Command::Edit(Edit::SetPerson("Bert".to_owned())));
    window.ask(Command::Save(SaveCommand::Now));
    assert_eq!(profile_in(&file).person, "Bert", "it is asked once");
}
