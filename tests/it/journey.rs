//! The whole journey in the window: answer by keyboard, save, reopen, be killed, resume.

use std::fs;
use std::io::{BufRead, BufReader};

use egui::{Key, Modifiers, ViewportCommand, ViewportEvent, ViewportId};
use evenkeel::app::{Command, FileCommand, SaveCommand, Screen};
use evenkeel::instrument::{Question, RoleAnswer, Situation, part_questions, questions};
use evenkeel::profile::{Answer, Audit, Edit, Form, Part, Rating};

use crate::storage::children::{MARK, command};
use crate::support::sample;
use crate::support::window::{Setup, Window};

const BROKEN: &[u8] = br#"{ "format": "evenkeel-profile", "version": 1, "min_reader": 1, "#;

const DIGITS: [Key; 5] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];

#[expect(clippy::unwrap_used, reason = "a helper of tests")]
fn audit(window: &Window) -> Audit {
    window.app().document().unwrap().profile().latest().unwrap().as_ref().clone()
}

/// From the rail to the first question of a quick audit, with the parts that it proposes.
fn start_quick(window: &mut Window) {
    window.press("Audit");
    window.press("How long: Quick");
    window.press_like("Start, about");
}

/// Answers what is on screen with a digit and goes on.
fn answer(window: &mut Window, digit: usize) {
    window.key(DIGITS[digit - 1]);
    window.key(Key::Enter);
}

#[test]
fn a_quick_audit_by_keyboard_is_saved_and_reopens_as_it_was() {
    let setup = Setup::default();
    let (home, file) = (setup.home(), setup.folder().join("Anna.evenkeel"));
    let mut window = setup.answer(Some(file.clone())).open();
    start_quick(&mut window);
    for i in 0..24 {
        answer(&mut window, i % 5 + 1);
    }
    assert_eq!(window.app().position().map(Question::part), Some(Part::Role), "the role comes after behaviour");
    assert!(window.has("Behaviour done"));
    window.key(Key::Enter);
    for i in 0..8 {
        window.key(DIGITS[i % 5]);
        window.key(Key::Num7);
        window.key(Key::B);
        window.key(Key::Enter);
    }
    assert!(window.has("Everything is answered"));
    window.press("See my result");
    assert_eq!(window.app().screen(), Screen::Result);
    assert!(audit(&window).finished.is_some());
    assert!(window.app().document().unwrap().is_unsaved());

    window.keys(Modifiers::COMMAND, Key::S);
    window.settle();
    let saved = window.app().document().unwrap().profile().clone();
    assert!(!window.app().document().unwrap().is_unsaved());
    assert!(file.is_file());
    assert_eq!(audit(&window).answers.items.len(), 24);
    drop(window);

    let reopened = Setup::default().at(home).path(file).open();
    assert_eq!(reopened.app().screen(), Screen::Result, "a finished audit opens at its result");
    assert_eq!(*reopened.app().document().unwrap().profile(), saved);
}

#[test]
fn a_window_that_dies_resumes_at_the_same_question() {
    let setup = Setup::default();
    let home = setup.home();
    let mut window = setup.open();
    start_quick(&mut window);
    for _ in 0..7 {
        answer(&mut window, 4);
    }
    window.key(Key::ArrowLeft);
    window.key(Key::ArrowLeft);
    let (before, position) = (audit(&window), window.app().position().cloned());
    window.die();

    let mut next = Setup::default().at(home).open();
    assert_eq!(next.app().screen(), Screen::Home);
    assert!(next.app().document().is_none(), "nothing is restored unasked");
    next.press_like("Resume audit");
    assert_eq!(audit(&next), before);
    assert_eq!(next.app().position().cloned(), position);
    assert!(position.is_some());
    assert!(next.app().document().unwrap().is_unsaved());
}

#[test]
fn closing_with_unsaved_answers_asks_first() {
    let mut window = Setup::default().open();
    start_quick(&mut window);
    window.key(Key::Num3);
    assert!(close(&mut window).contains(&ViewportCommand::CancelClose));
    assert!(window.has("Save your changes?"));
    let before = window.app().document().unwrap().profile().clone();
    window.key(Key::Num5);
    window.key(Key::ArrowRight);
    assert_eq!(window.app().document().unwrap().profile(), &before, "nobody answers behind a dialog");
    window.key(Key::Escape);
    assert!(!window.has("Save your changes?"));
    assert_eq!(audit(&window).answers.items.len(), 1, "cancelling changes nothing");

    close(&mut window);
    window.press("Discard changes");
    assert!(!close(&mut window).contains(&ViewportCommand::CancelClose), "discarded: the window may go");
}

/// Asks the window to close, and gives what it told the system about that.
fn close(window: &mut Window) -> Vec<ViewportCommand> {
    window.input_mut().viewports.entry(ViewportId::ROOT).or_default().events.push(ViewportEvent::Close);
    window.step();
    let commands = window.output().viewport_output[&ViewportId::ROOT].commands.clone();
    window.run();
    commands
}

#[test]
fn a_save_that_ends_late_says_nothing_about_what_is_open_by_then() {
    let setup = Setup::default();
    let file = setup.file("a.evenkeel", &sample::only(["33333"; 8]));
    let mut window = setup.path(file.clone()).open();
    window.ask(Command::Edit(Edit::SetPerson("Anna".to_owned())));
    // All in one frame: the save is on its way while the profile is put away and another one opened.
    for command in [
        Command::Save(SaveCommand::Now),
        Command::Save(SaveCommand::DiscardThen(Box::new(Command::File(FileCommand::New)))),
        Command::File(FileCommand::OpenExample(evenkeel::app::command::WorkedExample::Lead)),
    ] {
        window.state_mut().ask_for(command);
    }
    window.step();
    window.settle();
    let document = window.app().document().unwrap();
    assert!(document.path().is_none(), "the example is not in the file of the other one");
    assert_ne!(document.profile().person, "Anna");
    assert!(fs::read_to_string(&file).unwrap().contains("Anna"), "what was to be saved is saved");
    assert!(window.shows("Saved: a"));
}

#[test]
fn what_is_typed_while_another_file_is_read_is_not_lost() {
    let setup = Setup::default();
    let audits = || sample::only(["33333"; 8]);
    let (a, b) = (setup.file("a.evenkeel", &audits()), setup.file("b.evenkeel", &audits()));
    let mut window = setup.path(a.clone()).open();
    window.state_mut().ask_for(Command::File(FileCommand::OpenPath(b.clone())));
    window.state_mut().ask_for(Command::Edit(Edit::SetPerson("Anna".to_owned())));
    window.step();
    window.settle();
    assert!(window.has("Save your changes?"));
    assert_eq!(window.app().document().unwrap().profile().person, "Anna");
    window.press("Save changes");
    assert_eq!(window.app().document().unwrap().path(), Some(b.as_path()), "then it is opened");
    assert!(fs::read_to_string(&a).unwrap().contains("Anna"));
}

#[test]
fn what_was_to_follow_a_cancelled_save_follows_no_later_one() {
    let setup = Setup::default();
    let file = setup.folder().join("x.evenkeel");
    let mut window = setup.open();
    start_quick(&mut window);
    window.key(Key::Num3);
    window.ask(Command::File(FileCommand::New));
    // There is no dialog of the system's: the path is asked for in the window, and that is cancelled.
    window.press("Save changes");
    assert!(window.has("Save the profile"));
    window.press("Cancel");
    window.answer(Some(file.clone()));
    window.ask(Command::Save(SaveCommand::As));
    assert!(file.is_file());
    assert!(window.app().document().is_some(), "it was only saved, not put away");
}

#[test]
fn saving_on_close_closes_when_it_worked() {
    let setup = Setup::default();
    let file = setup.folder().join("x.evenkeel");
    let mut window = setup.answer(Some(file.clone())).open();
    start_quick(&mut window);
    window.key(Key::Num3);
    close(&mut window);
    window.press("Save changes");
    window.wait_for("the file", |_| file.is_file());
    assert!(!window.app().document().unwrap().is_unsaved());
}

#[test]
fn changing_an_answer_keeps_the_others_and_undo_names_it() {
    let mut window = Setup::default().open();
    start_quick(&mut window);
    for _ in 0..3 {
        answer(&mut window, 2);
    }
    window.key(Key::ArrowLeft);
    window.key(Key::Num5);
    let all = questions(&window.app().instrument(), &audit(&window));
    let ratings: Vec<Option<u8>> = all[..4].iter().map(|q| rating(&audit(&window), q)).collect();
    assert_eq!(ratings, [Some(2), Some(2), Some(5), None]);

    window.keys(Modifiers::COMMAND, Key::Z);
    assert!(window.shows("Taken back: answer to question 3, Behaviour"));
    assert_eq!(rating(&audit(&window), &all[2]), Some(2));
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert!(window.shows("Done again: answer to question 3, Behaviour"));
    assert_eq!(rating(&audit(&window), &all[2]), Some(5));
}

fn rating(audit: &Audit, question: &evenkeel::instrument::Question) -> Option<u8> {
    match question {
        evenkeel::instrument::Question::Item(id) => audit.answer(id.as_str())?.rating().map(Rating::value),
        _ => None,
    }
}

#[test]
fn not_applicable_and_open_are_told_apart_in_the_review() {
    let mut window = Setup::default().open();
    start_quick(&mut window);
    window.key(Key::N);
    window.key(Key::Enter);
    for _ in 0..31 {
        window.key(Key::ArrowRight);
    }
    window.key(Key::ArrowRight);
    assert!(window.has("31 questions are open"), "24 and 8, of which one is answered");
    assert!(window.has("Not applicable:"));
    let not_applicable = audit(&window).answers.items.values().filter(|a| **a == Answer::NotApplicable).count();
    assert_eq!(not_applicable, 1);
    window.press("question 1");
    assert_eq!(
        window.app().position().cloned(),
        part_questions(&window.app().instrument(), &audit(&window), Part::Behaviour).first().cloned()
    );
}

#[test]
fn a_question_that_is_half_answered_is_open_and_says_which_half_it_is_about() {
    let mut window = Setup::default().open();
    start_quick(&mut window);
    for _ in 0..24 {
        window.key(Key::Num4);
        window.key(Key::ArrowRight);
    }
    assert!(window.has("Behaviour done"));
    window.key(Key::ArrowRight);
    window.key(Key::Num3);
    assert!(window.has("My role, 1/8"));
    for _ in 0..8 {
        window.key(Key::ArrowRight);
    }
    assert!(window.has("8 questions are open"));
    let of = RoleAnswer::of(&window.app().instrument(), &audit(&window)).count();
    let half = format!("My role 1, 1 of {of} answers");
    assert!(window.has(&half) && window.has("My role 2"));
    window.press(&half);
    window.key(Key::B);
    window.key(Key::Num6);
    for _ in 0..8 {
        window.key(Key::ArrowRight);
    }
    assert!(window.has("7 questions are open") && !window.shows("My role 1, "));
}

#[test]
fn a_change_by_another_program_is_not_overwritten_unasked() {
    let setup = Setup::default();
    let file = setup.folder().join("shared.evenkeel");
    let mut window = setup.answer(Some(file.clone())).open();
    start_quick(&mut window);
    window.key(Key::Num3);
    window.keys(Modifiers::COMMAND, Key::S);
    window.wait_for("the file", |_| file.is_file());
    let theirs = fs::read_to_string(&file).unwrap().replace("\"person\": \"\"", "\"person\": \"Somebody else\"");
    crate::support::window::put(&file, theirs.as_bytes());
    window.key(Key::Num4);
    window.keys(Modifiers::COMMAND, Key::S);
    assert!(window.shows("Another program changed shared.evenkeel"));
    assert_eq!(fs::read_to_string(&file).unwrap(), theirs);

    window.press("Load theirs");
    assert_eq!(window.app().document().unwrap().profile().person, "Somebody else");
    assert!(!window.app().document().unwrap().is_unsaved());
}

#[test]
fn a_file_that_is_open_elsewhere_opens_read_only_or_as_a_copy() {
    let setup = Setup::default();
    let (home, file) = (setup.home(), setup.folder().join("one.evenkeel"));
    let mut first = setup.answer(Some(file.clone())).open();
    start_quick(&mut first);
    first.key(Key::Num3);
    first.keys(Modifiers::COMMAND, Key::S);
    first.wait_for("the file", |_| file.is_file());

    let mut second = Setup::default().at(home).path(file.clone()).open();
    assert!(second.shows("one.evenkeel is open in another window"));
    second.press("Open read-only");
    assert!(second.app().document().unwrap().read_only);
    let before = fs::read(&file).unwrap();
    second.keys(Modifiers::COMMAND, Key::S);
    assert_eq!(fs::read(&file).unwrap(), before, "saving a read-only document asks for another file");
}

#[cfg(unix)]
#[test]
fn the_open_file_by_another_path_is_here_already() {
    let setup = Setup::default();
    let file = setup.file("me.evenkeel", &sample::sample());
    let link = setup.folder().join("link.evenkeel");
    std::os::unix::fs::symlink(&file, &link).unwrap();
    let mut window = setup.path(file).open();
    window.ask(Command::File(FileCommand::OpenPath(link)));
    assert!(window.shows("is open in this window"));
    assert!(window.app().document().is_some());
}

#[test]
fn the_window_that_has_the_file_is_called() {
    let setup = Setup::default();
    let file = setup.file("own/me.evenkeel", &sample::sample());
    let home = setup.home();
    for (role, comes) in [("bell", true), ("deaf", false)] {
        let mut other = command(role, &home.path().join("own")).spawn().unwrap();
        let mut said = BufReader::new(other.stdout.take().unwrap()).lines().map(Result::unwrap);
        assert!(said.any(|line| line == format!("{MARK}locked")));
        let mut window = Setup::default().at(home.clone()).path(file.clone()).open();
        window.look("in-use");
        window.press("Go there");
        assert!(said.any(|line| line.starts_with(&format!("{MARK}rung "))));
        assert_eq!(window.shows("does not come to the front"), !comes);
        other.kill().unwrap();
        other.wait().unwrap();
    }
}

#[test]
fn a_broken_file_is_named_with_its_place_and_left_alone() {
    let setup = Setup::default();
    let file = setup.folder().join("broken.evenkeel");
    crate::support::window::put(&file, BROKEN);
    let window = setup.path(file.clone()).open();
    assert!(window.shows("broken.evenkeel is not a profile that can be read"));
    assert!(window.shows("line 1, column"), "the place is named");
    assert!(window.app().document().is_none());
    assert_eq!(fs::read(&file).unwrap(), BROKEN);
}

#[test]
fn every_part_can_be_answered_by_its_keys() {
    let mut window = Setup::default().open();
    window.press("Audit");
    window.press_like("Start, about");
    let all = questions(&window.app().instrument(), &audit(&window));
    assert_eq!(all.len(), 40 + 8 + 8 + 8 + 10);
    assert_eq!(audit(&window).form, Form::Full);
    for question in &all {
        assert_eq!(window.app().position(), Some(question));
        if window.has("Go on") {
            window.key(Key::Enter);
        }
        window.key(Key::Num4);
        if question.part() == Part::Role {
            window.key(Key::Num8);
            window.key(Key::C);
        }
        window.key(Key::Enter);
    }
    let (instrument, audit) = (window.app().instrument(), audit(&window));
    assert!(all.iter().all(|q| q.is_answered(&instrument, &audit)));
    let right = |s: &Situation| s.right().points(audit.answers.situations[&s.id]);
    assert!(instrument.situations.iter().all(|situation| right(situation) == 8));
    assert!(window.has("Everything is answered"));
}

#[test]
fn tab_reaches_the_answers_from_the_question_and_space_gives_one() {
    let mut window = Setup::default().open();
    start_quick(&mut window);
    let question = window.focused();
    assert!(!question.is_empty(), "the question has the focus when it appears");
    window.key(Key::Tab);
    assert_eq!(window.focused(), "1 Almost never");
    window.key(Key::ArrowDown);
    window.key(Key::Space);
    assert_eq!(audit(&window).answers.items.len(), 1);
    assert!(window.shows("Kept: Seldom."));
}

#[test]
fn an_idle_window_draws_nothing() {
    let mut window = Setup::default().open();
    start_quick(&mut window);
    window.run();
    let wants = window.output().viewport_output[&ViewportId::ROOT].repaint_delay;
    assert!(wants > std::time::Duration::from_mins(1), "the next frame is asked for in {wants:?}");
}

#[test]
fn a_crash_is_told_on_the_next_start_and_only_once() {
    let setup = Setup::default();
    let home = setup.home();
    crate::support::window::put(&setup.folders().crash_file(), b"evenkeel 0.1.0\nmessage: something broke\n");
    let mut window = setup.open();
    assert!(window.has("Evenkeel stopped unexpectedly the last time."));
    assert!(window.shows("something broke"));
    window.press("Close");
    drop(window);
    assert!(!Setup::default().at(home).open().has("Evenkeel stopped unexpectedly the last time."));
}

#[test]
fn the_three_dots_hold_what_one_does_now_and_then() {
    let setup = Setup::default();
    let (first, second) = (setup.folder().join("a.evenkeel"), setup.folder().join("b.evenkeel"));
    let mut window = setup.answer(Some(first.clone())).answer(Some(second.clone())).open();
    start_quick(&mut window);
    window.key(Key::Num3);
    window.keys(Modifiers::COMMAND, Key::S);
    window.wait_for("the file", |_| first.is_file());
    window.press("More: new, open, save as");
    window.press("Save as…");
    window.wait_for("the other file", |_| second.is_file());
    assert_eq!(window.app().document().unwrap().path(), Some(fs::canonicalize(&second).unwrap().as_path()));
    assert_eq!(fs::read(&first).unwrap(), fs::read(&second).unwrap());
}

#[test]
fn without_a_file_dialog_a_path_can_be_typed() {
    let setup = Setup::default();
    let file = setup.folder().join("typed.evenkeel");
    let mut window = setup.open();
    start_quick(&mut window);
    window.key(Key::Num3);
    window.keys(Modifiers::COMMAND, Key::S);
    assert!(window.has("Save the profile"));
    window.keys(Modifiers::COMMAND, Key::A);
    window.event(egui::Event::Text(file.to_string_lossy().into_owned()));
    window.settle();
    window.key(Key::Enter);
    window.wait_for("the file", |_| file.is_file());
    assert!(!window.app().document().unwrap().is_unsaved());
}

#[test]
fn a_dropped_file_opens() {
    let setup = Setup::default();
    let file =
        setup.file("dropped.evenkeel", &evenkeel::profile::Profile::new("00000000-0000-4000-8000-0000000000aa".into()));
    let mut window = setup.open();
    window.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(file)));
    window.wait_for("the file", |app| app.document().is_some());
    assert_eq!(window.app().document().unwrap().name(), "dropped");
}

/// A file as the window system hands it over.
#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}
