//! What others see: a merged result is opened beside the profile, looked at, printed and put away; it is a source of the plan.

use std::sync::Arc;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use evenkeel::app::command::{FileCommand, ReportPage};
use evenkeel::app::{Command, PrintCommand, Screen};
use evenkeel::others::compare;
use evenkeel::print::PrintOutcome;
use evenkeel::profile::{Edit, Profile};
use evenkeel::scoring::{Confidence, score};
use evenkeel::summary::others_summary;
use evenkeel::words::Words;

use crate::cli::Desk;
use crate::report::{data, only, text, without_plans};
use crate::support::sample::{profile, sample};
use crate::support::window::{Setup, Window, put};
use crate::support::{instrument, others};

/// The profile of the mockups, with what so many raters see beside it.
pub(super) fn open(setup: Setup, raters: usize) -> Window {
    beside(setup, &sample(), raters)
}

fn beside(setup: Setup, profile: &Profile, raters: usize) -> Window {
    let merged = others::file(&setup.folder(), raters);
    let mut window = setup.profile("Sample profile.evenkeel", profile).open();
    window.ask(Command::File(FileCommand::OpenPath(merged)));
    window
}

#[test]
fn a_merged_result_is_opened_beside_the_profile_and_nothing_of_it_is_lost() {
    let setup = Setup::default();
    let merged = others::file(&setup.folder(), 8);
    let mut window = setup.profile("me.evenkeel", &sample()).open();
    assert!(!window.has("Others"), "the rail has no such screen without one");
    window.ask(Command::Edit(Edit::SetPerson("Ana".to_owned())));
    let before = Arc::clone(window.app().document().unwrap().profile());
    window.answer(Some(merged));
    window.ask(Command::GoTo(Screen::Others));
    assert!(window.shows("A collector whom all of you trust"), "how a round works");
    window.press("Open a merged result…");
    assert_eq!(window.app().screen(), Screen::Others);
    assert_eq!(**window.app().others().unwrap(), others::merged(8));
    assert!(Arc::ptr_eq(window.app().document().unwrap().profile(), &before), "nobody was asked, and nothing changed");
    assert!(window.app().document().unwrap().is_unsaved());
    window.press("Put it away");
    assert!(window.app().others().is_none());
    assert_eq!(window.app().screen(), Screen::Result);
}

#[test]
fn it_says_what_the_service_found() {
    let window = open(Setup::default().size(1280.0, 4000.0), 8);
    let (profile, merged, words) = (sample(), others::merged(8), Words::english());
    let scores = score(&instrument(), profile.latest().unwrap(), Confidence::P90);
    let said = others_summary(&words, &instrument(), &merged, &compare(&scores, &merged));
    assert!(!said.blind_spots.is_empty() && !said.hidden_strengths.is_empty(), "{said:?}");
    assert!(!said.divided.is_empty() && !said.profiles.is_empty(), "{said:?}");
    let findings = said.blind_spots.iter().chain(&said.hidden_strengths);
    for words in [&said.heading, &said.below, &said.replies].into_iter().chain(findings.map(|it| &it.line)) {
        assert!(window.shows(words), "{words}");
    }
    for words in said.divided.iter().chain(&said.profiles).chain(&said.hidden) {
        assert!(window.shows(words), "{words}");
    }
    // What was written stands in the order of the file.
    let tops: Vec<f32> = merged.keep.iter().map(|it| window.get_by_label(&it.text).rect().top()).collect();
    assert!(tops.len() > 3 && tops.is_sorted(), "{tops:?}");
}

#[test]
fn a_group_that_is_too_small_is_said_and_not_shown() {
    // One manager, four peers and two reports.
    let mut window = open(Setup::default().size(1280.0, 4000.0), 7);
    assert!(window.shows("Reports: 2 replies, too few to show"));
    window.press("As a table");
    assert!(window.query_all_by_label("Peers").count() >= 8);
    assert_eq!(window.query_all_by_label("Reports").count(), 0);
}

#[test]
fn the_screen_the_printed_page_and_json_agree() {
    let mut window = open(Setup::default().size(1280.0, 4000.0), 8);
    window.press("As a table");
    let desk = Desk::new();
    desk.write("me.evenkeel", evenkeel::storage::format::encode(&sample()).unwrap());
    desk.write("her.evenkeel-others", evenkeel::storage::format::others::encode(&others::merged(8)).unwrap());
    let json = desk.works(&["score", "me.evenkeel", "--others", "her.evenkeel-others", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let page = data(&sample(), &only(&[ReportPage::Others])).others.unwrap();
    let words = Words::english();
    let mut compared = 0;
    for facet in &instrument().facets {
        let found = &json["others"]["facets"][facet.id.as_str()];
        let name = instrument().texts.facet(&facet.id).name.clone();
        let all = words.points(found["views"]["all"]["mean"].as_f64().unwrap());
        // A facet without an own score is compared with nothing.
        let Some(own) = found["own"].as_f64().map(|own| words.points(own)) else { continue };
        compared += 1;
        let said = page.chart.radar.alt.split(". ").find(|it| it.contains(name.as_str())).unwrap();
        assert!(said.contains(&own) && said.contains(&all), "{said}: {own}, {all}");
        let z = Confidence::P90.z();
        let error = words.points(z * found["views"]["all"]["se"].as_f64().unwrap());
        assert!(window.shows(&format!("{all} ± {error}")), "{name}: {all} ± {error}");
        let stands_out = page.findings.iter().flat_map(|list| &list.rows).any(|row| row.name == *name);
        assert_eq!(stands_out, !found["finding"].is_null(), "{name}");
    }
    assert!(compared >= 7, "{compared}");
}

#[test]
fn from_the_file_over_the_screen_to_paper() {
    let mut window = open(Setup::default().print(PrintOutcome::Cancelled), 8);
    window.press("Print these pages…");
    assert_eq!(window.app().screen(), Screen::Print);
    window.ask(Command::Print(PrintCommand::Now));
    window.wait_for("the print to end", |app| !app.is_printing());
    let printed = window.printed();
    assert_eq!(printed.len(), 1);
    let said = text(&printed[0].pdf);
    for words in ["Blind spots", "Hidden strengths", "Your raters disagree", "What to keep doing", "Listens."] {
        assert!(said.contains(words), "{words}: {said}");
    }
    window.key(egui::Key::Escape);
    assert_eq!(window.app().screen(), Screen::Others);
}

#[test]
fn one_that_came_first_waits_for_the_profile_and_goes_with_it() {
    let setup = Setup::default();
    let merged = others::file(&setup.folder(), 8);
    let mine = setup.file("me.evenkeel", &sample());
    let other = Profile { id: "00000000-0000-4000-8000-00000000beef".into(), ..profile([]) };
    let other = setup.file("other.evenkeel", &other);
    let mut window = setup.path(merged).open();
    assert!(window.shows("The merged result is open"));
    window.ask(Command::File(FileCommand::OpenPath(mine.clone())));
    assert!(window.app().others().is_some());
    window.ask(Command::File(FileCommand::OpenPath(mine)));
    assert!(window.app().others().is_some(), "the same profile again");
    window.ask(Command::File(FileCommand::OpenPath(other)));
    assert!(window.app().others().is_none(), "it is about somebody else");
}

#[test]
fn a_file_that_is_none_is_refused_and_the_one_before_stays() {
    let mut window = open(Setup::default(), 8);
    for (name, contents) in [("empty", &b""[..]), ("broken", b"{"), ("other", b"{}")] {
        let path = window.folder().join(format!("{name}.evenkeel-others"));
        put(&path, contents);
        window.ask(Command::File(FileCommand::OpenPath(path)));
        assert!(window.shows("is not a merged result that can be read"), "{name}");
        window.key(egui::Key::Escape);
        assert!(window.app().others().is_some(), "{name}");
    }
}

#[test]
fn the_plan_counts_what_others_see_as_a_second_source() {
    let mut window = beside(Setup::default().size(1280.0, 4000.0), &without_plans(), 8);
    window.ask(Command::GoTo(Screen::Plan));
    assert!(window.shows("Others see less of it than your role asks") || window.shows("Others see as much of it"));
    window.ask(Command::File(FileCommand::PutOthersAway));
    assert!(!window.shows("Others see less of it") && !window.shows("Others see as much of it"));
}

#[test]
fn a_radar_and_dots_are_read_out_by_arrow_keys() {
    let mut window = open(Setup::default().size(1280.0, 4000.0), 8);
    let charts: Vec<_> = window.query_all_by_role(Role::Image).collect();
    assert!(charts.len() >= 3, "the radar, and each side");
    charts[0].focus();
    window.settle();
    window.key(egui::Key::ArrowRight);
    assert!(window.query_all_by_role(Role::ListItem).next().is_some());
}

#[test]
fn it_looks_right() {
    open(Setup::default(), 8).picture("others");
    open(Setup::default().dark(), 8).picture("others-dark");
    open(Setup::default().size(900.0, 600.0), 8).picture("others-small");
    open(Setup::default().text(200), 8).picture("others-large-text");
    open(Setup::default().size(1280.0, 3000.0), 7).picture("others-whole");
    let mut window = open(Setup::default().size(1280.0, 3000.0), 8);
    window.press("As a table");
    window.picture("others-table");
    let mut window = Setup::default().profile("Sample profile.evenkeel", &sample()).open();
    window.ask(Command::GoTo(Screen::Others));
    window.picture("others-explained");
}
