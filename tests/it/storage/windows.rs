//! Several windows share one list of recent files and one settings file.

use super::children::{MARK, command};
use super::names;
use evenkeel::scoring::Confidence;
use evenkeel::storage::{Folders, MAX_RECENT, RealFs, RecentFile, RecentFiles, Settings, TextSize, Theme};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::time::{Duration, Instant};

pub fn recent(name: &str, opened: &str) -> RecentFile {
    RecentFile {
        path: Path::new("/home/me").join(name),
        title: name.to_owned(),
        role: None,
        last_audit: None,
        balance: None,
        opened: opened.parse().unwrap(),
        extra: serde_json::Map::new(),
        missing: false,
    }
}

fn titles(list: &RecentFiles) -> Vec<&str> {
    list.files().iter().map(|file| file.title.as_str()).collect()
}

const NOW: &str = "2026-09-21T12:00:00Z";

#[test]
fn three_windows_keep_the_files_of_all_three() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("recent.json");
    // Each window has read the list before any of them wrote to it.
    let mut windows = [0; 3].map(|_| RecentFiles::load(&RealFs, &path).0);
    for (window, name) in windows.iter_mut().zip(["a", "b", "c"]) {
        window.renew(RecentFiles::note_in(&RealFs, &path, recent(name, NOW)).unwrap());
    }
    assert_eq!(titles(&windows[2]), ["c", "b", "a"]);
    let first = windows[0].look_again(&RealFs, &path);
    windows[0].looked(first);
    assert_eq!(titles(&windows[0]), ["c", "b", "a"]);
}

#[test]
fn what_one_window_forgets_or_deletes_another_does_not_bring_back() {
    let home = tempfile::tempdir().unwrap();
    let folders = Folders::within(home.path());
    folders.create(&RealFs).unwrap();
    let path = folders.recent_file();
    for name in ["a", "b", "c"] {
        RecentFiles::note_in(&RealFs, &path, recent(name, NOW)).unwrap();
    }
    let other_window = RecentFiles::load(&RealFs, &path).0;
    assert_eq!(titles(&other_window), ["c", "b", "a"]);
    RecentFiles::forget_in(&RealFs, &path, Path::new("/home/me/b")).unwrap();
    assert_eq!(titles(&RecentFiles::note_in(&RealFs, &path, recent("d", NOW)).unwrap()), ["d", "c", "a"]);
    assert!(folders.delete_settings(&RealFs).problems.is_empty());
    assert_eq!(titles(&RecentFiles::note_in(&RealFs, &path, recent("e", NOW)).unwrap()), ["e"]);
    let text = fs::read_to_string(&path).unwrap();
    assert!(!text.contains("/home/me/a") && !text.contains("/home/me/d"), "{text}");
}

#[test]
fn a_clock_that_was_ahead_does_not_push_new_files_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("recent.json");
    for number in 0..MAX_RECENT {
        RecentFiles::note_in(&RealFs, &path, recent(&format!("next year {number}"), "2027-09-21T12:00:00Z")).unwrap();
    }
    for number in 1..=3 {
        RecentFiles::note_in(&RealFs, &path, recent(&format!("today {number}"), NOW)).unwrap();
    }
    assert_eq!(titles(&RecentFiles::load(&RealFs, &path).0)[..3], ["today 3", "today 2", "today 1"]);
}

#[test]
fn a_look_that_took_long_takes_nothing_away() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("recent.json");
    let mut window = RecentFiles::note_in(&RealFs, &path, recent("a", NOW)).unwrap();
    let slow_look = window.look_again(&RealFs, &path);
    window.note(recent("b", NOW));
    window.looked(slow_look);
    assert_eq!(titles(&window), ["b", "a"]);
    let missing: Vec<bool> = window.files().iter().map(|file| file.missing).collect();
    assert_eq!(missing, [false, true], "what it found out holds");
    window.renew(RecentFiles::note_in(&RealFs, &path, recent("b", NOW)).unwrap());
    assert!(window.files()[1].missing);
}

#[test]
fn each_window_changes_only_what_was_chosen_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.json");
    let mut first = Settings::load(&RealFs, &path).0;
    let mut second = Settings::load(&RealFs, &path).0;
    Settings::change(&RealFs, &path, |s| s.theme = Theme::Dark).unwrap();
    Settings::change(&RealFs, &path, |s| s.text_size = TextSize::nearest(150)).unwrap();
    let now = Settings::load(&RealFs, &path).0;
    assert_eq!((now.theme, now.text_size.percent()), (Theme::Dark, 150));
    // By hand, as a whole, from before the others' changes.
    first.confidence = Confidence::P95;
    first.save(&RealFs, &path).unwrap();
    second.greyscale = true;
    second.save(&RealFs, &path).unwrap();
    second.save(&RealFs, &path).unwrap();
    let now = Settings::load(&RealFs, &path).0;
    assert_eq!((now.theme, now.text_size.percent()), (Theme::Dark, 150));
    assert_eq!((now.confidence, now.greyscale), (Confidence::P95, true));
    // Back to a default is a choice too.
    Settings::change(&RealFs, &path, |s| s.theme = Theme::System).unwrap();
    assert_eq!(Settings::load(&RealFs, &path).0.theme, Theme::System);
}

/// Processes that note files as fast as they can, at the same time.
#[test]
fn many_changes_at_once_are_all_kept() {
    const WINDOWS: usize = 4;
    let home = tempfile::tempdir().unwrap();
    let folders = Folders::within(home.path());
    folders.create(&RealFs).unwrap();
    let windows: Vec<_> = (0..WINDOWS).map(|_| command("recent", home.path()).spawn().unwrap()).collect();
    let mut noted: Vec<String> = Vec::new();
    for window in windows {
        let output = window.wait_with_output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        noted.extend(said.lines().filter_map(|line| line.strip_prefix(MARK).map(str::to_owned)));
        assert!(output.status.success(), "{said}");
    }
    noted.sort();
    let (list, warnings) = RecentFiles::load(&RealFs, &folders.recent_file());
    let mut listed: Vec<String> = titles(&list).into_iter().map(str::to_owned).collect();
    listed.sort();
    assert!(warnings.is_empty() && listed == noted && noted.len() == MAX_RECENT, "{listed:?} of {noted:?}");
    assert_eq!(names(&folders.config), [".lock", "recent.json"]);
}

/// A window that was stopped in the middle of a change.
#[test]
fn a_change_that_never_ends_is_not_waited_for_long() {
    let home = tempfile::tempdir().unwrap();
    let folders = Folders::within(home.path());
    folders.create(&RealFs).unwrap();
    let mut stopped = command("change-for-ever", home.path()).spawn().unwrap();
    let mut lines = BufReader::new(stopped.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.any(|line| line == format!("{MARK}alone")));
    let start = Instant::now();
    Settings::change(&RealFs, &folders.settings_file(), |s| s.theme = Theme::Dark).unwrap();
    let took = start.elapsed();
    stopped.kill().unwrap();
    stopped.wait().unwrap();
    assert!(took > Duration::from_millis(500) && took < Duration::from_secs(5), "{took:?}");
    assert_eq!(Settings::load(&RealFs, &folders.settings_file()).0.theme, Theme::Dark);
}
