//! Every word on every screen comes from the texts: in the language for tests, which has no plain letters, none is left.

use std::collections::BTreeSet;

use egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenkeel::app::command::{
    AuditCommand, Command, PrintCommand, ReportCommand, RoleCommand, Screen, SettingsCommand,
};
use evenkeel::instrument::{KnownFacet, Question};

use super::walk::Walk;
use crate::report::{text, worked_example};
use crate::support::sample;
use crate::support::window::{Setup, Window, put};

/// What a person typed, and what has no language.
const TYPED: [&str; 20] = [
    "Evenkeel",
    "own",
    "English",
    "Team",
    "lead",
    "logistics",
    "Anna",
    "Ann",
    "Sample",
    "profile",
    "old",
    "role",
    "Planner",
    "reports",
    "Shift",
    "manager",
    "job",
    "stick",
    "Warehouse",
    "person",
];
/// Names of keys, which are as they stand on them.
const KEYS: [&str; 5] = ["Ctrl", "Shift", "Plus", "Minus", "Comma"];

/// What the system, and the reader of JSON, say of a file in their own language.
const THEIRS: [&str; 13] = [
    "EOF",
    "while",
    "parsing",
    "object",
    "such",
    "file",
    "directory",
    "error",
    "invalid",
    "expected",
    "integer",
    "string",
    "type",
];
/// Ids, addresses in a file, and endings of names.
const IDS: [&str; 8] = ["evenkeel", "audits", "instrument", "item", "answer", "risk", "mitigation", "csv"];

/// The plain words in all that can be seen and heard.
fn plain(window: &Window) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for node in window.query_all_by(|_| true) {
        let node = node.accesskit_node();
        for text in [node.label(), node.value(), node.description()].into_iter().flatten() {
            found.extend(plain_words(&text));
        }
    }
    found
}

fn plain_words(text: &str) -> Vec<String> {
    // Paths are files' names, and an address of a facet in a file is data.
    let pieces = text.split_whitespace().filter(|piece| !piece.contains(['/', '\\']) && !piece.contains(".evenkeel"));
    pieces
        .flat_map(|piece| piece.split(|c: char| !c.is_alphabetic()))
        .filter(|word| word.len() > 2 && word.is_ascii())
        .filter(|word| ![&TYPED[..], &KEYS, &IDS].concat().contains(word))
        .map(str::to_owned)
        .collect()
}

fn check(window: &Window, what: &str, wrong: &mut Vec<String>) {
    let mut left = plain(window);
    if what.starts_with("a file that cannot be read") || what.starts_with("nowhere") {
        left.retain(|word| !THEIRS.contains(&word.as_str()));
    }
    if what == "licences" {
        let all = evenkeel::licences::all().unwrap();
        let names = all.iter().map(|licence| [&[licence.name.clone()][..], &licence.packages].concat().join(" "));
        let names = names.collect::<Vec<_>>().join(" ");
        left.retain(|word| !names.contains(word.as_str()));
    }
    if !left.is_empty() {
        wrong.push(format!("{what}: {left:?}"));
    }
}

fn in_the_language_for_tests() -> Setup {
    Setup::default().setting("language", evenkeel::pseudo::LANGUAGE)
}

#[test]
fn plain_words_are_found() {
    assert_eq!(plain_words("[Šáṽé ··] File me.evenkeel, 3 of 5: Ctrl+S again"), ["File", "again"]);
}

#[test]
fn every_word_on_every_screen_comes_from_the_texts() {
    let mut wrong = Vec::new();
    Walk { setup: &Setup::default, look: &mut |window, what| check(window, what, &mut wrong) }.all();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_language_changes_at_once_and_is_kept() {
    let setup = Setup::default();
    let file = setup.folders().settings_file();
    let mut window = setup.open();
    window.ask(Command::GoTo(Screen::Settings));
    assert!(window.has("Language"));
    window.look("settings-language");
    window.ask(Command::Settings(SettingsCommand::Language(Some(evenkeel::pseudo::LANGUAGE.into()))));
    assert!(!window.has("Language") && plain(&window).is_empty(), "{:?}", plain(&window));
    let marked = window.query_all_by_role(Role::RadioButton).filter_map(|node| {
        let node = node.accesskit_node();
        (node.toggled() == Some(Toggled::True)).then(|| node.label().unwrap_or_default())
    });
    let (marked, language) = (marked.collect::<Vec<_>>(), evenkeel::pseudo::text("Language"));
    assert!(marked.contains(&format!("{language}: en-XA")), "what is spoken is what is marked: {marked:?}");
    window.look("settings-in-the-language-for-tests");
    let kept = std::fs::read_to_string(&file).unwrap();
    assert!(kept.contains(r#""language": "en-XA""#), "{kept}");
    window.ask(Command::Settings(SettingsCommand::Language(None)));
    assert!(window.has("Language"));
}

fn change_language(window: &mut Window) {
    window.ask(Command::Settings(SettingsCommand::Language(Some(evenkeel::pseudo::LANGUAGE.into()))));
}

/// The text of the report, as it is saved from the preview.
fn report(window: &mut Window, name: &str) -> String {
    window.ask(Command::Report(ReportCommand::Show));
    let path = window.folder().join(name);
    window.answer(Some(path.clone()));
    window.ask(Command::Print(PrintCommand::SavePdf));
    text(&std::fs::read(path).unwrap())
}

#[test]
fn pages_that_were_laid_out_in_another_language_are_laid_out_again() {
    let mut window = Setup::default().profile("example.evenkeel", &worked_example()).open();
    let english = report(&mut window, "english.pdf");
    window.ask(Command::Report(ReportCommand::Leave));
    change_language(&mut window);
    let tests = report(&mut window, "tests.pdf");
    assert!(!english.contains('[') && tests.contains('['), "{tests}");
    // What the person wrote, and the hash of the questions.
    let ours = tests.split_whitespace().map(|word| word.trim_end_matches('.'));
    let ours = ours.filter(|word| word.len() < 12 || !word.chars().all(|c| c.is_ascii_hexdigit()));
    let mut left: BTreeSet<String> = plain_words(&ours.collect::<Vec<_>>().join(" ")).into_iter().collect();
    left.retain(|word| !["Sample", "person"].contains(&word.as_str()));
    assert!(left.is_empty(), "English in the report: {left:?}");
}

#[test]
fn what_is_looked_at_in_the_explorer_stays_in_another_language() {
    let mut window = Setup::default().profile("example.evenkeel", &worked_example()).open();
    window.ask(Command::GoTo(Screen::Tracks));
    let role = window.app().explorer().candidates.last().unwrap().role.id.clone();
    window.ask(Command::Role(RoleCommand::Show(role.clone())));
    let mut what_if = window.app().explorer().what_if.clone();
    what_if.means[KnownFacet::ResourceAllocation] = Some(4.5);
    window.ask(Command::Role(RoleCommand::Suppose(Box::new(what_if.clone()))));
    change_language(&mut window);
    let explorer = window.app().explorer();
    assert_eq!((&explorer.chosen, &explorer.what_if), (&role, &what_if));
    assert!(explorer.fits.as_ref().unwrap().supposed.is_some());
    assert!(explorer.candidates[0].name.starts_with('['), "{}", explorer.candidates[0].name);
}

#[test]
fn where_an_audit_stopped_is_said_in_the_language_of_now() {
    let setup = Setup::default();
    let home = setup.home();
    let mut window = setup.profile("me.evenkeel", &sample::sample()).open();
    window.ask(Command::Audit(AuditCommand::Ask(Question::Item("vision-translation-2".into()))));
    window.ask(Command::Edit(evenkeel::profile::Edit::SetPerson("Ann".to_owned())));
    window.app().write_journal_now();
    window.die();
    let mut window = Setup::default().at(home).open();
    assert!(window.shows("Behaviour"), "the place is on the card");
    change_language(&mut window);
    assert!(!window.shows("Behaviour") && window.shows(&evenkeel::pseudo::accented("Behaviour")));
}

#[test]
fn what_to_do_about_a_broken_file_is_said_in_the_language() {
    let setup = in_the_language_for_tests();
    let path = setup.folder().join("broken.evenkeel");
    put(&path, b"no profile");
    let window = setup.path(path).open();
    assert!(window.shows(&evenkeel::pseudo::accented("Earlier versions are among the backups")));
}
