//! The history: all audits of the profile, and scores over time.

use std::sync::Arc;

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenkeel::app::{AuditCommand, Command, HistoryCommand, Screen};
use evenkeel::profile::{Form, Profile, Scope};
use evenkeel::scoring::history::{Audited, compare};
use evenkeel::summary::{ChangeSummary, change_lines};

use crate::support::instrument;
use crate::support::sample::{on, profile, story};
use crate::support::window::{Setup, Window};

fn open(setup: Setup, profile: &Profile) -> Window {
    let mut window = setup.profile("Sample profile.evenkeel", profile).open();
    window.ask(Command::GoTo(Screen::History));
    window
}

fn shown(window: &Window) -> Arc<Profile> {
    Arc::clone(window.app().document().unwrap().profile())
}

#[test]
fn every_point_is_said_in_the_table_as_in_the_service() {
    let mut window = open(Setup::default().size(1280.0, 3000.0), &story());
    assert!(window.shows("Leadership is higher than at first"));
    window.press_like("Conflict navigation: ");
    let rows: Vec<String> =
        window.get_all_by_role(Role::ListBoxOption).map(|row| row.accesskit_node().label().unwrap()).collect();
    let instruments = crate::support::instruments();
    let confidence = evenkeel::scoring::Confidence::P90;
    let trends = evenkeel::figures::trend::Trends::new(&instruments, &story(), confidence, false);
    let facet = instrument().facets[5].id.clone();
    let trend = trends.of(&evenkeel::figures::trend::Followed::Facet(facet)).unwrap();
    let words = evenkeel::words::Words::english();
    let said: Vec<String> = trend.points.iter().rev().map(|point| trends.says(&words, point)).collect();
    assert_eq!((rows.len(), rows), (5, said));
}

/// What stands on screen is what the rules found, in the words that the command line has for it.
#[test]
fn any_two_audits_are_compared() {
    let (story, instruments, words) = (story(), crate::support::instruments(), evenkeel::words::Words::english());
    let mut window = open(Setup::default().size(1280.0, 4000.0), &story);
    let expect = |window: &Window, from: usize, to: usize| {
        let audited = |at: usize| {
            let audit = &story.audits[at];
            Audited { instrument: instruments.of(&audit.instrument).unwrap(), audit }
        };
        let changes = compare(audited(from), audited(to), evenkeel::scoring::Confidence::P90);
        let summary = ChangeSummary::new(&words, audited(from), audited(to), &changes);
        assert!(window.shows(&summary.sentence), "{}", summary.sentence);
        for line in change_lines(&words, audited(from), audited(to), &changes) {
            assert!(window.shows(&line.name) && window.shows(&line.reading), "{line:?}");
            assert!(line.difference.is_empty() || window.shows(&line.difference), "{line:?}");
        }
    };
    // The first and the newest, until others are chosen. A single facet is compared by itself.
    expect(&window, 0, 4);
    window.press_like("Later audit");
    window.press_like("20 Mar 2026 ·");
    expect(&window, 0, 3);
}

/// The numbers of one comparison, as chart, table, text, report and JSON have them.
#[test]
fn chart_table_text_report_and_json_agree() {
    use crate::cli::Desk;
    use crate::report::{data, only};
    use evenkeel::figures::trend::{Followed, Trends};
    use evenkeel::report::ReportPage;

    // Two full audits asked with the same questions.
    let full: Vec<_> = story().audits.iter().filter(|audit| audit.scope == Scope::All).cloned().collect();
    let instruments = crate::support::instruments();
    let newest = full.last().unwrap();
    let first = full.iter().find(|audit| audit.instrument == newest.instrument && audit.id != newest.id).unwrap();
    let profile = Profile { audits: vec![Arc::clone(first), Arc::clone(newest)], ..story() };
    let words = evenkeel::words::Words::english();
    let confidence = evenkeel::scoring::Confidence::P90;

    // JSON of the command line, and its text.
    let desk = Desk::new();
    desk.write("me.evenkeel", evenkeel::storage::format::encode(&profile).unwrap());
    let json: serde_json::Value = serde_json::from_str(&desk.works(&["history", "me.evenkeel", "--json"])).unwrap();
    let changes = &json["changes"][0];
    let text = desk.works(&["history", "me.evenkeel"]);
    // The page of the report.
    let page = data(&profile, &only(&[ReportPage::Changes])).changes.unwrap();
    // The window.
    let window = open(Setup::default().size(1280.0, 4000.0), &profile);
    // The points of the trend.
    let trends = Trends::new(&instruments, &profile, confidence, false);

    let instrument = instruments.of(&newest.instrument).unwrap();
    let mut compared = 0;
    for (row, facet) in page.rows.iter().zip(&instrument.facets) {
        let change = &changes["facets"][facet.id.as_str()];
        if change.is_null() {
            assert!(row.difference.is_empty(), "{row:?}");
            continue;
        }
        compared += 1;
        let points = |name: &str| words.points(change[name].as_f64().unwrap());
        assert_eq!([&row.from, &row.to], [&points("from"), &points("to")], "{}", row.name);
        assert_eq!(change["larger_than_error"].as_bool(), Some(row.beyond), "{}", row.name);
        assert!(text.contains(&row.difference) && text.contains(&row.name), "{}: {text}", row.name);
        assert!(window.shows(&row.difference) && window.shows(&row.reading), "{row:?}");
        let trend = trends.of(&Followed::Facet(facet.id.clone())).unwrap();
        let drawn: Vec<String> = trend.points.iter().map(|point| words.points(point.estimate.mean)).collect();
        assert_eq!(drawn, [points("from"), points("to")], "{}", row.name);
    }
    assert!(compared >= 6, "{compared}");
    // The radar of the report says the same scores, with the earlier ones beside them.
    for row in page.rows.iter().take(8).filter(|row| !row.from.is_empty()) {
        let said = page.chart.radar.alt.split(". ").find(|it| it.starts_with(&row.name)).unwrap();
        assert!(said.contains(&row.to) && said.contains(&format!("earlier audit {}", row.from)), "{said}: {row:?}");
    }
}

#[test]
fn an_audit_is_deleted_after_a_question_and_comes_back() {
    let mut window = open(Setup::default(), &story());
    window.press_like("Delete…: audit of 12 Feb 2025");
    assert!(window.shows("Delete the audit of 12 Feb 2025?"));
    window.press("Delete");
    assert_eq!(shown(&window).audits.len(), 4);
    window.ask(Command::History(HistoryCommand::Undo));
    assert_eq!(shown(&window).audits.len(), 5);
}

#[test]
fn an_audit_that_is_not_finished_is_gone_on_with_or_put_away() {
    let mut open_audit = on("2026-11-20", Form::Full, ["3....", "", "", "", "", "", "", ""]);
    open_audit.finished = None;
    open_audit.id = "00000000-0000-4000-8000-00000000000a".into();
    let id = open_audit.id.clone();
    let all = profile([on("2026-01-01", Form::Full, ["33333"; 8]), open_audit]);
    let mut window = open(Setup::default(), &all);
    window.press_like("Go on: audit of 20 Nov 2026");
    assert_eq!(window.app().screen(), Screen::Audit);
    assert!(window.app().position().is_some());
    window.ask(Command::GoTo(Screen::History));
    window.press_like("Put away…: audit of 20 Nov 2026");
    window.press("Keep as it is");
    assert!(shown(&window).audit(&id).unwrap().finished.is_some());
    assert_eq!(window.app().screen(), Screen::History);
}

#[test]
fn one_facet_is_asked_again_and_leaves_the_result_as_it_is() {
    let mut window = open(Setup::default().size(1280.0, 3000.0), &story());
    let before = shown(&window).audits.len();
    window.press_like("Conflict navigation: ");
    window.press("Ask this facet again: Conflict navigation");
    assert_eq!(window.app().screen(), Screen::Audit);
    let audit = Arc::clone(shown(&window).latest().unwrap());
    assert_eq!(
        (shown(&window).audits.len(), &audit.scope),
        (before + 1, &Scope::Facet(instrument().facets[5].id.clone()))
    );
    for _ in 0..5 {
        window.key(egui::Key::Num4);
        window.wait_for("the next question", |_| true);
    }
    window.ask(Command::Audit(AuditCommand::Review));
    window.press("See the change");
    assert_eq!(window.app().screen(), Screen::History);
    let audit = Arc::clone(shown(&window).latest().unwrap());
    assert!(audit.finished.is_some());
    window.ask(Command::GoTo(Screen::Result));
    assert!(window.shows("19 Nov 2026"), "the result is that of the last whole audit");
}

#[test]
fn without_an_audit_it_says_so() {
    let window = open(Setup::default(), &profile([]));
    assert_ne!(window.app().screen(), Screen::History, "the rail does not lead there");
}

#[test]
fn history_looks() {
    open(Setup::default().size(1280.0, 2200.0), &story()).picture("history-whole");
    // Plans are shaded spans behind the lines.
    open(Setup::default(), &crate::report::worked_example()).picture("history-plans");
    for (name, setup) in [
        ("history-light", Setup::default()),
        ("history-dark", Setup::default().dark()),
        ("history-900x600", Setup::default().size(900.0, 600.0)),
        ("history-200", Setup::default().text(200)),
    ] {
        open(setup, &story()).picture(name);
    }
    let mut window = open(Setup::default().size(1280.0, 1700.0), &story());
    window.press_like("Conflict navigation: ");
    window.picture("history-facets");
}
