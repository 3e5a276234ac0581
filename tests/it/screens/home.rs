use std::path::PathBuf;
use std::sync::Arc;

use egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenkeel::app::{GuidePage, Screen};
use evenkeel::profile::{Edit, Form, Profile};
use evenkeel::scoring::RULES;
use evenkeel::storage::{BalanceSummary, Entry, RealFs, RecentFile, RecentFiles, RecoveryWriter, format};

use crate::support::texts::lines;
use crate::support::window::{Setup, Window, put};
use crate::support::{empty_audit, instrument};

/// A profile with one audit in which nothing is answered yet.
fn begun(form: Form) -> Profile {
    let mut profile = Profile::new("00000000-0000-4000-8000-0000000000aa".into());
    profile = profile.apply(&Edit::StartAudit(Box::new(empty_audit(&instrument(), form)))).unwrap();
    profile
}

fn recent(path: PathBuf, role: &str, day: Option<&str>, balance: Option<(f64, f64, &str)>) -> RecentFile {
    RecentFile {
        title: path.file_stem().unwrap().to_string_lossy().into_owned(),
        path,
        role: (!role.is_empty()).then(|| role.to_owned()),
        last_audit: day.map(|day| day.parse().unwrap()),
        balance: balance.map(|(difference, half_width, verdict)| BalanceSummary {
            difference,
            half_width,
            verdict: verdict.to_owned(),
            rules: RULES,
        }),
        opened: "2026-11-19T12:00:00Z".parse().unwrap(),
        extra: serde_json::Map::new(),
        missing: false,
    }
}

/// Puts files into the list of recent ones, newest first. Those of the second list are not there any more.
fn with_recent(setup: Setup, files: Vec<RecentFile>) -> Setup {
    let path = setup.folders().recent_file();
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    for file in files.into_iter().rev() {
        RecentFiles::note_in(&RealFs, &path, file).unwrap();
    }
    setup
}

/// What the mockup shows, with one file that is gone.
pub(super) fn usual(setup: Setup) -> Setup {
    let profile = begun(Form::Full);
    let lean = |d, v| Some((d, 0.29, v));
    let files = vec![
        recent(
            setup.file("Sample profile.evenkeel", &profile),
            "Team lead, logistics",
            Some("2026-08-20"),
            lean(0.69, "leans-to-leadership"),
        ),
        recent(
            setup.file("Sample profile, old role.evenkeel", &profile),
            "Planner, no reports",
            Some("2026-05-14"),
            lean(0.12, "cannot-tell"),
        ),
        recent(setup.file("Shift manager, job ad.evenkeel", &profile), "Shift manager", None, None),
        recent(setup.folder().join("On a stick.evenkeel"), "", Some("2026-04-02"), lean(-0.5, "leans-to-management")),
    ];
    with_recent(setup, files)
}

/// What a window leaves when it dies at a question.
pub(super) fn with_orphan(setup: Setup, title: &str, position: Option<&str>, saved_at: &str) -> Setup {
    let folders = setup.folders();
    folders.create(&RealFs).unwrap();
    let writer = RecoveryWriter::start(Arc::new(RealFs), &folders, || {}).unwrap();
    writer.submit(Entry {
        path: None,
        base: None,
        saved_at: saved_at.parse().unwrap(),
        position: position.map(str::to_owned),
        title: title.to_owned(),
        document: format::encode(&begun(Form::Full)).unwrap(),
        change: 0,
        saving: None,
    });
    writer.write_now().unwrap();
    drop(writer);
    // Newest first goes by the time of the file.
    std::thread::sleep(std::time::Duration::from_millis(15));
    setup
}

#[expect(clippy::disallowed_methods, reason = "tests lay out files of their own")]
fn with_damaged_orphan(setup: Setup) -> Setup {
    let folders = setup.folders();
    let path = folders.recovery.join("00000000-0000-4000-8000-00000000000d.json");
    put(&path, b"{ half of someth");
    let written = std::time::UNIX_EPOCH + std::time::Duration::from_hours(498_546);
    std::fs::File::options().append(true).open(&path).unwrap().set_modified(written).unwrap();
    setup
}

fn seventeenth() -> String {
    format!("item/{}", empty_audit(&instrument(), Form::Full).order[16])
}

#[test]
fn the_first_start_says_what_will_be_here() {
    let mut window = Setup::default().open();
    assert!(window.shows("None yet."));
    assert!(window.has("See a worked example"));
    assert!(!window.shows("Carry on"));
    assert!(window.shows("24 questions on what you do, and your role."));
    assert!(window.shows("40 questions on what you do, four short parts."));
    window.picture("home-first-light");
}

#[test]
fn somebody_new_sees_what_they_would_get() {
    let window = Setup::default().open();
    for words in ["your shape:", "your role’s shape", "up to three gaps", "made up by us"] {
        assert!(window.shows(words), "{words}");
    }
    // The newest audit of the worked example, with the numbers that its own result has.
    let picture = window.get_by_label_contains("Radar of the eight facets").accesskit_node().label().unwrap();
    let mut example = Setup::default().open();
    example.press("See a worked example");
    let result = example.get_by_label_contains("Radar of the eight facets").accesskit_node().label().unwrap();
    let numbers = |alt: &str| alt.chars().filter(char::is_ascii_digit).collect::<String>();
    assert!(numbers(&picture).len() > 40 && picture.contains("the role needs"), "{picture}");
    assert_eq!(numbers(&picture), numbers(&result.replace(", evidence noted", "")), "{picture}\n{result}");
    assert_eq!(window.focused(), "Start quick audit", "one press leads on");
}

#[test]
fn who_was_here_before_finds_their_work_and_no_picture() {
    let mut window = usual(Setup::default()).open();
    assert!(!window.shows("Radar of the eight facets") && window.shows("Recent files"));
    assert!(window.shows("You get your shape, your role’s shape and up to three gaps."));
    assert_eq!(window.focused(), "Start quick audit");
    window.press("Start quick audit");
    assert_eq!(window.app().screen(), Screen::Audit);
}

#[test]
fn the_first_start_in_all_its_sizes() {
    Setup::default().dark().open().picture("home-first-dark");
    Setup::default().size(900.0, 600.0).open().picture("home-first-small");
    Setup::default().text(200).open().picture("home-first-text-200");
    Setup::default().size(900.0, 600.0).text(200).open().picture("home-first-small-text-200");
    Setup::default().size(2560.0, 1440.0).open().picture("home-first-large");
    Setup::default().size(900.0, 2600.0).text(200).open().look("home-first-narrow");
}

#[test]
fn starting_goes_to_the_set_up() {
    let mut window = Setup::default().open();
    window.press("Start quick audit");
    assert_eq!(window.app().screen(), Screen::Audit);
    assert!(window.shows("Before you begin"));
}

#[test]
fn it_looks_like_the_mockup() {
    let setup = with_orphan(usual(Setup::default()), "Sample profile", Some(&seventeenth()), "2026-11-18T16:42:00Z");
    let mut window = setup.open();
    assert!(window.shows("Question 17 of 40 in Behaviour, yesterday at"));
    assert!(window.has("Sample profile, Team lead, logistics, 20 Aug 2026, leans to leadership"));
    assert!(window.has("Shift manager, job ad, Shift manager, no audit yet"));
    assert!(window.has("On a stick, 2 Apr 2026, not found"));
    window.picture("home-light");
}

fn with_all_that_can_be_left(setup: Setup) -> Setup {
    let long =
        "Quarterly self-audit of the regional logistics and warehouse operations team, second attempt after the move";
    let setup = with_damaged_orphan(setup);
    let setup = with_orphan(setup, long, Some(&seventeenth()), "2026-11-02T08:05:00Z");
    let setup = with_orphan(setup, "Anna", None, "2026-11-18T10:00:00Z");
    with_orphan(setup, "Sample profile", Some(&seventeenth()), "2026-11-19T09:42:00Z")
}

#[test]
fn everything_left_unsaved_is_offered() {
    let mut window = with_all_that_can_be_left(usual(Setup::default())).size(1280.0, 1200.0).open();
    assert!(window.shows("today at"));
    assert!(window.has("Resume, Anna"));
    assert!(window.shows("Unsaved work that cannot be read"));
    assert!(window.shows("00000000000d.json"));
    // The path of the journal stands in a temporary folder.
    let path = window.folder().join("own/data/recovery/00000000-0000-4000-8000-00000000000d.json");
    window.picture_but("home-left-light", &path.display().to_string());
    window.press("Discard Anna…");
    assert!(window.has("Discard Anna?"));
    window.press("Discard changes");
    assert!(!window.has("Resume, Anna"));
    window.press("Resume audit, Sample profile");
    assert_eq!(window.app().screen(), Screen::Audit);
    assert!(window.shows("17 of 40"));
}

#[test]
fn it_works_in_the_dark_and_in_small_windows() {
    let all = |setup: Setup| {
        let setup = usual(setup);
        with_orphan(setup, "Sample profile", Some(&seventeenth()), "2026-11-18T16:42:00Z")
    };
    all(Setup::default().dark()).open().picture("home-dark");
    all(Setup::default().size(900.0, 600.0)).open().picture("home-small");
    all(Setup::default().text(200)).open().picture("home-text-200");
    all(Setup::default().size(900.0, 600.0).text(200)).open().picture("home-small-text-200");
    // All of it at once, as one would see it scrolling.
    all(Setup::default().size(900.0, 2400.0).text(200)).open().look("home-narrow");
    with_all_that_can_be_left(Setup::default().size(900.0, 2400.0).text(200)).open().look("home-left-narrow");
}

#[test]
fn an_open_profile_goes_on_from_here() {
    let setup = usual(Setup::default());
    let mut window = setup.profile("Sample profile.evenkeel", &begun(Form::Full)).open();
    assert_eq!(window.app().screen(), Screen::Home);
    assert!(window.shows("questions are open."));
    assert!(window.has("New audit in Sample profile"));
    window.picture("home-open-light");
    window.press("Go on");
    assert_eq!(window.app().screen(), Screen::Audit);
    window.press("Home");
    window.press("Begin a new profile");
    assert!(window.app().document().is_none());
    assert!(window.has("New audit"));
}

#[test]
fn a_row_opens_its_file_and_one_that_is_gone_can_be_forgotten() {
    let mut window = usual(Setup::default()).open();
    window.press("Forget On a stick");
    assert!(!window.shows("On a stick"));
    window.press("Sample profile, Team lead, logistics, 20 Aug 2026, leans to leadership");
    let path = window.folder().join("Sample profile.evenkeel");
    assert_eq!(window.app().document().unwrap().path(), Some(std::fs::canonicalize(path).unwrap().as_path()));
}

/// A verdict of older rules would be another finding today: it is not shown until the file has been opened again.
#[test]
fn a_verdict_of_other_rules_is_not_shown() {
    let setup = Setup::default();
    let path = setup.file("Old.evenkeel", &begun(Form::Full));
    let mut file = recent(path, "", Some("2026-11-19"), Some((-0.4, 0.29, "leans-to-management")));
    let shown = |window: &Window| (window.shows("leans to management"), window.shows("open it to see"));
    let window = with_recent(setup, vec![file.clone()]).open();
    assert_eq!(shown(&window), (true, false));
    file.balance.as_mut().unwrap().rules = 1;
    let setup = Setup::default();
    file.path = setup.file("Old.evenkeel", &begun(Form::Full));
    let window = with_recent(setup, vec![file]).open();
    assert_eq!(shown(&window), (false, true));
}

#[test]
fn any_other_file_is_opened_by_the_dialog() {
    let setup = Setup::default();
    let file = setup.file("Anna.evenkeel", &begun(Form::Quick));
    let mut window = setup.answer(None).open();
    window.press("Open…");
    assert!(window.app().document().is_none(), "the dialog was cancelled");
    window.answer(Some(file));
    window.press("Open…");
    assert_eq!(window.app().document().unwrap().name(), "Anna");
    assert!(window.shows("Anna, 19 Nov 2026"), "it is in the list from now on");
}

#[test]
fn the_example_opens_from_here() {
    let mut window = Setup::default().open();
    window.press("See a worked example");
    assert_eq!(window.app().document().unwrap().profile().audits.len(), 4);
    assert_eq!(window.app().screen(), Screen::Result);
    assert!(window.app().document().unwrap().path().is_none());
    let mut window = Setup::default().open();
    window.press("of a technician without reports");
    let profile = window.app().document().unwrap().profile();
    assert_eq!((profile.audits.len(), profile.reports), (2, Some(false)));
}

#[test]
fn the_guide_is_near() {
    let mut window = Setup::default().open();
    window.press("How to read the radar");
    assert_eq!(window.app().screen(), Screen::Guide(GuidePage::Radar));
}

#[test]
fn tab_goes_through_it_in_reading_order() {
    let setup = with_orphan(usual(Setup::default()), "Sample profile", Some(&seventeenth()), "2026-11-18T16:42:00Z");
    let mut window = setup.open();
    // From the beginning, and not from what comes next.
    let mut walked = Vec::new();
    window.key(Key::F6);
    for _ in 0..32 {
        window.key(Key::Tab);
        walked.push(window.focused());
    }
    let order = [
        "Discard Sample profile…",
        "Resume audit, Sample profile",
        "Start quick audit",
        "Start full audit",
        "Open…",
        "Sample profile, Team lead, logistics, 20 Aug 2026, leans to leadership",
        "Forget On a stick",
        "See a worked example",
        "Two sides, eight facets",
        "How to read the radar",
    ];
    let places: Vec<_> = order.iter().map(|label| walked.iter().position(|w| w == label)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{walked:?}");
}

/// Its beginning tells it apart from others, its end often which of several it is.
#[test]
fn a_long_name_is_left_out_in_its_middle_and_only_there() {
    let name = format!("Beginning of a name{}the end of it", " and more".repeat(12));
    for (width, row) in [(1280.0, "on one line"), (900.0, "on two lines")] {
        let setup = Setup::default().size(width, 800.0);
        let file = recent(setup.folder().join(format!("{name}.evenkeel")), "", None, None);
        let window = with_recent(setup, vec![file]).open();
        let shown = lines(&window).into_iter().find(|line| line.starts_with("Beginning")).unwrap();
        assert!(shown.ends_with("of it") && shown.matches('…').count() == 1, "{row}: {shown}");
    }
}

#[test]
fn names_of_all_lengths_and_scripts_keep_their_place() {
    let setup = Setup::default().foreign();
    let file = |name: &str, role: &str| {
        let path = setup.file(&format!("{name}.evenkeel"), &begun(Form::Quick));
        recent(path, role, Some("2026-09-30"), Some((-0.62, 0.42, "leans-to-management")))
    };
    let files = vec![
        file("\u{738b}\u{5c0f}\u{660e}\u{7684}\u{81ea}\u{6211}\u{8bc4}\u{4f30}", "\u{7269}\u{6d41}\u{7ecf}\u{7406}"),
        file(
            "\u{641}\u{627}\u{637}\u{645}\u{629} \u{627}\u{644}\u{632}\u{647}\u{631}\u{627}\u{621}",
            "\u{645}\u{62f}\u{64a}\u{631}\u{629}",
        ),
        file(
            "Quarterly self-audit of the regional logistics and warehouse operations team",
            "Deputy head of regional logistics and warehouse operations, interim",
        ),
        file("A", "B"),
    ];
    with_recent(setup, files).open().picture("home-names");
}
