//! Our own files as the window meets them: things in their way, and other windows that use them too.

#![expect(clippy::disallowed_methods, reason = "the tests lay out files of their own")]

use std::fs;
use std::rc::Rc;

use evenkeel::app::{Command, FileCommand, SaveCommand, Screen, SettingsCommand};
use evenkeel::profile::Profile;
use evenkeel::storage::{RealFs, RecentFiles, Settings, Theme};

use crate::support::window::{Setup, Window};

fn profile(name: &str) -> Profile {
    let mut profile = Profile::new("00000000-0000-4000-8000-0000000000aa".into());
    name.clone_into(&mut profile.person);
    profile
}

/// The window gets the focus, as when somebody comes to it from another one.
fn come_to(window: &mut Window) {
    for focused in [false, true] {
        window.input_mut().focused = focused;
        window.step();
    }
    window.settle();
}

#[test]
fn a_folder_in_the_way_is_told_and_the_window_opens_with_defaults() {
    let setup = Setup::default();
    let folders = setup.folders();
    let in_the_way = [folders.settings_file(), folders.recent_file(), folders.crash_file()];
    for path in &in_the_way {
        fs::create_dir_all(path.join("inside")).unwrap();
    }
    let mut window = setup.open();
    assert_eq!(window.app().screen(), Screen::Home);
    assert!(window.shows("Some of Evenkeel’s own files cannot be read."));
    for path in &in_the_way {
        assert!(window.shows(&path.display().to_string()), "{}", path.display());
    }
    window.press("Close");
    window.ask(Command::Settings(SettingsCommand::Theme(Theme::Dark)));
    assert!(window.ctx.theme() == egui::Theme::Dark, "the choice holds");
    assert!(window.has("Your choice could not be kept."));
    assert!(window.shows("Move what is named below to another place"));
    window.press("Close");
    window.ask(Command::Settings(SettingsCommand::TextSize(125)));
    assert!(!window.has("Your choice could not be kept."), "once is enough");
    assert!(in_the_way.iter().all(|path| path.join("inside").is_dir()), "nothing was deleted");
}

#[test]
fn a_choice_that_cannot_be_kept_is_said_again_once_it_could() {
    let setup = Setup::default();
    let settings = setup.folders().settings_file();
    let mut window = setup.open();
    fs::create_dir(&settings).unwrap();
    window.ask(Command::Settings(SettingsCommand::Larger));
    window.press("Close");
    fs::remove_dir(&settings).unwrap();
    window.ask(Command::Settings(SettingsCommand::Larger));
    assert_eq!(Settings::load(&RealFs, &settings).0.text_size.percent(), 150);
    fs::remove_file(&settings).unwrap();
    fs::create_dir(&settings).unwrap();
    window.ask(Command::Settings(SettingsCommand::Larger));
    assert!(window.has("Your choice could not be kept."));
}

#[test]
fn two_windows_keep_each_others_choices() {
    let first = Setup::default();
    let (home, path) = (first.home(), first.folders().settings_file());
    let mut first = first.open();
    let mut second = Setup::default().at(home).open();
    first.ask(Command::Settings(SettingsCommand::Theme(Theme::Dark)));
    second.ask(Command::Settings(SettingsCommand::TextSize(150)));
    first.ask(Command::Settings(SettingsCommand::Confidence(evenkeel::scoring::Confidence::P95)));
    let kept = Settings::load(&RealFs, &path).0;
    assert_eq!((kept.theme, kept.text_size.percent()), (Theme::Dark, 150));
    assert_eq!(kept.confidence, evenkeel::scoring::Confidence::P95);
}

#[test]
fn windows_share_the_recent_files_and_deleted_names_do_not_come_back() {
    let first = Setup::default();
    let (home, path) = (first.home(), first.folders().recent_file());
    let [one, two, three] = ["one", "two", "three"].map(|name| first.file(&format!("{name}.evenkeel"), &profile(name)));
    let mut first = first.open();
    let mut windows = [two, three].map(|_| Setup::default().at(Rc::clone(&home)).open());
    first.ask(Command::File(FileCommand::OpenPath(one)));
    for (window, name) in windows.iter_mut().zip(["two", "three"]) {
        let path = window.folder().join(format!("{name}.evenkeel"));
        window.ask(Command::File(FileCommand::OpenPath(path)));
    }
    let titles = || -> Vec<String> {
        RecentFiles::load(&RealFs, &path).0.files().iter().map(|file| file.title.clone()).collect()
    };
    assert_eq!(titles(), ["three", "two", "one"]);
    come_to(&mut first);
    first.ask(Command::GoTo(Screen::Home));
    assert!(["one", "two", "three"].iter().all(|name| first.shows(&format!("{name}, no audit yet"))));

    first.press("Settings");
    first.press("Delete… Settings and recent files");
    first.press("Delete");
    assert!(titles().is_empty());
    let [second, third] = &mut windows;
    second.ask(Command::Save(SaveCommand::To(second.folder().join("four.evenkeel"), None)));
    assert_eq!(titles(), ["four"], "only what was used since");
    come_to(third);
    third.ask(Command::GoTo(Screen::Home));
    assert!(third.shows("four, no audit yet") && !third.shows("one, no audit yet"));
    first.ask(Command::File(FileCommand::Forget(first.folder().join("four.evenkeel"))));
    assert!(titles().is_empty());
}
