use egui::{Key, Modifiers, OutputCommand, vec2};
use egui_kittest::kittest::Queryable as _;
use evenkeel::app::{Command, Screen};
use evenkeel::storage::{RealFs, Settings, Theme};
use evenkeel::words::Words;

use crate::support::window::{Setup, Window, put};

fn open(setup: Setup) -> Window {
    let mut window = setup.open();
    window.press("Settings");
    assert_eq!(window.app().screen(), Screen::Settings);
    window
}

fn kept(window: &Window) -> Settings {
    let folders = evenkeel::storage::Folders::within(&window.folder().join("own"));
    Settings::load(&RealFs, &folders.settings_file()).0
}

/// With a journal of nobody, and two backups.
fn with_files(setup: Setup) -> Setup {
    let folders = setup.folders();
    put(&folders.recovery.join("00000000-0000-4000-8000-00000000000d.json"), &[b'x'; 1500]);
    for version in ["1", "2"] {
        put(&folders.backups.join("a").join(version), &vec![b'x'; 700_000]);
    }
    setup
}

#[test]
fn the_theme_is_chosen_at_once_and_kept() {
    let mut window = open(Setup::default());
    window.press("Theme: Dark");
    assert!(window.ctx.theme() == egui::Theme::Dark);
    assert_eq!(kept(&window).theme, Theme::Dark);
    window.press("Theme: Light");
    assert!(window.ctx.theme() == egui::Theme::Light);
}

#[test]
fn as_the_system_is_as_the_desktop() {
    let mut window = open(Setup::default().on_desktop(egui::Theme::Dark));
    // The desktop answers beside the window.
    window.settle();
    window.input_mut().system_theme = None;
    window.run();
    assert!(window.ctx.theme() == egui::Theme::Dark, "it is as the desktop is");
    window.press("Theme: Light");
    assert!(window.ctx.theme() == egui::Theme::Light, "what was chosen goes before");
    window.press("Theme: As the system");
    assert!(window.ctx.theme() == egui::Theme::Dark);
}

#[test]
fn text_grows_here_and_by_the_keys() {
    let mut window = open(Setup::default());
    window.press("Text size: 150 %");
    window.set_size(vec2(1280.0, 800.0) / 1.5);
    window.run();
    assert_eq!(kept(&window).text_size.percent(), 150);
    assert!((window.ctx.zoom_factor() - 1.5).abs() < 1e-6);
    window.keys(Modifiers::COMMAND, Key::Plus);
    assert_eq!(kept(&window).text_size.percent(), 175);
    window.keys(Modifiers::COMMAND, Key::Num0);
    assert_eq!(kept(&window).text_size.percent(), 100);
}

#[test]
fn confidence_says_what_it_gives() {
    let mut window = open(Setup::default());
    assert!(window.shows("± 0.6 in the full form, and ± 0.8 in the quick one"));
    window.press("Confidence: 95 %");
    assert!(window.shows("about 95 would hold"));
    assert!(window.shows("± 0.7 in the full form, and ± 0.9 in the quick one"));
    assert_eq!(kept(&window).confidence, evenkeel::scoring::Confidence::P95);
}

#[test]
fn every_key_is_listed() {
    let window = open(Setup::default());
    for (command, keys) in Command::keyed() {
        let keys: Vec<String> =
            keys.iter().map(|keys| window.ctx.format_shortcut(keys).replace("Questionmark", "?")).collect();
        let keys = keys.join(", ");
        assert!(window.shows(&format!("{}: {keys}", command.label(&Words::english()))), "{keys}");
    }
}

#[test]
fn what_is_kept_can_be_copied_and_deleted() {
    let mut window = open(with_files(Setup::default()));
    assert!(window.shows("one file, 2 kB"));
    assert!(window.shows("2 files, 1.4 MB"));
    let path = window.folder().join("own/data/backups");
    window.get_by_label("Copy path: Backups").click_accesskit();
    window.step();
    let copied = window
        .output()
        .platform_output
        .commands
        .iter()
        .any(|command| matches!(command, OutputCommand::CopyText(words) if *words == path.display().to_string()));
    assert!(copied);
    window.press("Delete… Backups");
    assert!(window.has("Delete the backups?"));
    window.press("Delete");
    window.wait_for("the backups to be gone", |_| std::fs::read_dir(&path).unwrap().next().is_none());
    window.settle();
    assert!(window.shows("nothing at present"));
    assert!(window.shows("one file, 2 kB"), "the recovery file stays");
}

#[test]
fn pictures() {
    open(Setup::default()).picture("settings-light");
    open(Setup::default().dark()).picture("settings-dark");
    open(Setup::default().size(900.0, 600.0)).picture("settings-small");
    open(Setup::default().text(200)).picture("settings-text-200");
    open(with_files(Setup::default()).size(1280.0, 1700.0)).look("settings-whole");
    open(Setup::default().size(900.0, 4400.0).text(200)).look("settings-narrow");
}

#[test]
fn every_licence_unfolds_to_its_text() {
    let mut window = open(Setup::default());
    window.press("Licences of what is built in");
    assert_eq!(window.app().screen(), Screen::Licences);
    let font = "SIL Open Font License 1.1: Evenkeel Sans, a modified Inter 4.1";
    assert!(!window.shows("The goals of the Open Font License"));
    window.press(font);
    assert!(window.shows("The goals of the Open Font License"));
    window.press("MIT License: Rust standard library");
    assert!(window.shows("The Rust Project Contributors") && !window.shows("The goals of the Open Font License"));
    window.press("Back to settings");
    assert_eq!(window.app().screen(), Screen::Settings);
}

#[test]
fn pictures_of_licences() {
    let small = Setup::default().dark().size(900.0, 600.0);
    let large = Setup::default().dark().text(200);
    for (name, setup) in [("licences", Setup::default()), ("licences-900-dark", small), ("licences-dark-200", large)] {
        let mut window = open(setup);
        window.ask(Command::GoTo(Screen::Licences));
        window.press("MIT License: Rust standard library");
        window.picture(name);
    }
}
