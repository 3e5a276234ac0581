//! A table of answers, opened in the window.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{DroppedFile, Key, ViewportCommand, ViewportId};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenkeel::app::{AuditCommand, Command, FileCommand, Screen};
use evenkeel::profile::{Answer, Edit, Form, Profile};

use crate::support::window::{Setup, Window, put};
use crate::support::{instrument, items};

const TABLE: &str = "Item;Answer;Seconds\r\nrisk-mitigation-2;4,0;5,5\r\nrisk-mitigation-1;n/a;\r\n\
                     culture-shaping-1;;\r\nneed/risk-mitigation;3;\r\n";

fn table(setup: &Setup, name: &str, text: &str) -> PathBuf {
    let path = setup.folder().join(name);
    put(&path, text.as_bytes());
    path
}

fn profile(window: &Window) -> Arc<Profile> {
    window.app().document().unwrap().profile().clone()
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("nobody asks for them".to_owned())
    }
}

#[test]
fn a_table_that_is_opened_becomes_a_profile_when_that_is_agreed_to() {
    let setup = Setup::default();
    let path = table(&setup, "Anna, paper.csv", TABLE);
    let home = setup.home();
    let mut window = setup.answer(Some(path.clone())).open();
    window.press("Open…");
    assert!(window.has("Answers in Anna, paper.csv"));
    assert!(window.shows("3 questions have an answer. It is a quick audit: 2 of 24 questions"));
    assert!(window.app().document().is_none(), "nothing is made before it is agreed to");
    window.press("Cancel");
    assert!(!window.has("Answers in Anna, paper.csv") && window.app().document().is_none());

    window.answer(Some(path.clone()));
    window.press("Open…");
    assert_eq!(window.focused(), "Make a profile");
    for (field, words) in [("Your role", " Team lead "), ("Your name, if you like", "Anna")] {
        window.get_by_label(field).focus();
        window.step();
        window.get_by_label(field).type_text(words);
        window.step();
    }
    window.press("Make a profile");
    let document = window.app().document().unwrap();
    assert!(document.is_unsaved() && document.path().is_none());
    assert_eq!((document.name().as_str(), window.app().screen()), ("Anna, paper", Screen::Audit));
    assert!(window.shows("New profile from Anna, paper.csv"));
    let made = profile(&window);
    let audit = made.latest().unwrap().clone();
    assert_eq!((made.person.as_str(), audit.role.as_str(), audit.form), ("Anna", "Team lead", Form::Quick));
    assert_eq!(audit.answers.items["risk-mitigation-1"], Answer::NotApplicable);
    assert_eq!((audit.answers.items.len(), audit.order.len(), audit.finished), (2, 24, None));
    assert_eq!(audit.order[..2], ["risk-mitigation-2".into(), "risk-mitigation-1".into()]);
    assert!((audit.answers.seconds["risk-mitigation-2"] - 5.5).abs() < 1e-12);
    assert_eq!(std::fs::read(path).unwrap(), TABLE.as_bytes(), "the table stays");

    // It is as safe as any other work.
    window.die();
    let mut window = Setup::default().at(home).open();
    window.press_like("Resume audit, Anna, paper");
    assert_eq!(profile(&window).latest().unwrap().answers.items, audit.answers.items);
}

#[test]
fn a_table_with_every_answer_shows_its_result() {
    let setup = Setup::default();
    let items = items(&instrument(), Form::Quick);
    let rows = items.iter().map(|item| format!("{item}\t3")).collect::<Vec<_>>().join("\n");
    let path = table(&setup, "all.TSV", &format!("item\tanswer\n{rows}"));
    let mut window = setup.path(path).open();
    assert!(window.shows("24 questions have an answer. It is a quick audit: 24 of 24 questions"));
    window.key(Key::Enter);
    assert_eq!(window.app().screen(), Screen::Result);
    assert!(profile(&window).latest().unwrap().finished.is_some());
}

#[test]
fn a_table_can_be_dropped_and_unsaved_work_is_asked_about_first() {
    let setup = Setup::default();
    let path = table(&setup, "answers.txt", TABLE);
    let file = setup.file("Ben.evenkeel", &Profile::new("00000000-0000-4000-8000-0000000000bb".into()));
    let mut window = setup.path(file).open();
    window.ask(Command::Edit(Edit::SetPerson("Ben".to_owned())));
    let drop = |window: &mut Window| {
        window.input_mut().dropped_files.push(Arc::new(Dropped(path.clone())));
        window.step();
        window.settle();
    };
    drop(&mut window);
    assert!(window.has("Save your changes?"));
    window.press("Cancel");
    assert_eq!(profile(&window).person, "Ben");

    drop(&mut window);
    window.press("Save changes");
    assert!(window.has("Answers in answers.txt"));
    assert_eq!(profile(&window).person, "Ben", "it is still open");
    window.press("Make a profile");
    assert_eq!(profile(&window).latest().unwrap().answers.items.len(), 2);
    let saved = std::fs::read_to_string(window.folder().join("Ben.evenkeel")).unwrap();
    assert!(saved.contains("\"Ben\""), "{saved}");
}

/// What was changed while the offer stood open is asked about as well.
#[test]
fn work_done_beside_the_offer_is_not_lost() {
    let setup = Setup::default();
    let path = table(&setup, "answers.csv", TABLE);
    let mut window = setup.path(path).open();
    window.ask(Command::Audit(AuditCommand::Start(evenkeel::app::NewAudit {
        form: Form::Quick,
        parts: Vec::new(),
        role: String::new(),
        person: "Ben".to_owned(),
        fresh: true,
    })));
    window.press("Make a profile");
    assert!(window.has("Save your changes?"));
    window.press("Cancel");
    assert_eq!(profile(&window).person, "Ben");
}

#[test]
fn a_wrong_table_says_where_and_what_to_do() {
    let file = |setup: &Setup| setup.file("Ben.evenkeel", &Profile::new("00000000-0000-4000-8000-0000000000bb".into()));
    for (name, text, place, hint) in [
        (
            "a.csv",
            "item,answer\nrisk-mitigation-1,9\n",
            "Line 2, column answer: “9” is no answer to risk-mitigation-1, which can have 1, 2, 3, 4, 5, na, or nothing.",
            "Correct it in the spreadsheet, save it, and open it again.",
        ),
        (
            "b.txt",
            "Dear diary\n",
            "Line 1: there is no column “Dear diary”.",
            "The first line names the columns: item,answer or item,answer,seconds.",
        ),
        ("c.xlsx", "PK\u{3}\u{4}", "Line 1: this is a spreadsheet’s own file, not a CSV.", "save it as CSV"),
    ] {
        let setup = Setup::default();
        let (path, file) = (table(&setup, name, text), file(&setup));
        let mut window = setup.path(file).open();
        window.ask(Command::File(FileCommand::OpenPath(path)));
        assert!(window.has(&format!("No answers could be taken from {name}.")), "{name}");
        assert!(window.shows(place) && window.shows(hint), "{name}");
        assert!(window.shows("what you had open is still open"), "{name}");
        window.press("Close");
        assert_eq!(window.app().document().unwrap().name(), "Ben");
    }
}

#[test]
fn a_profile_is_one_under_any_name() {
    let setup = Setup::default();
    let file = setup.file("me.csv", &Profile::new("00000000-0000-4000-8000-0000000000bb".into()));
    let window = setup.path(file).open();
    assert_eq!(window.app().document().unwrap().name(), "me");
}

/// What the system shows in the title of the window could else read from right to left: `me\u{202e}nek.evenkeel`.
#[cfg(unix)]
#[test]
fn hidden_letters_in_names_are_shown() {
    let setup = Setup::default();
    let name = "me\u{202e}\u{200b}nek\u{1b}[31m";
    let shown = "me<U+202E><U+200B>nek\u{fffd}[31m";
    let file = setup.file(&format!("{name}.evenkeel"), &Profile::new("00000000-0000-4000-8000-0000000000bb".into()));
    let path = table(&setup, &format!("{name}.csv"), "item,answer\n");
    let mut window = setup.foreign().open();
    window.state_mut().ask_for(Command::File(FileCommand::OpenPath(file)));
    let mut titles = Vec::new();
    window.wait_for_each("the file to be open", |window| {
        let commands = &window.output().viewport_output[&ViewportId::ROOT].commands;
        titles.extend(commands.iter().filter_map(|command| match command {
            ViewportCommand::Title(title) => Some(title.clone()),
            _ => None,
        }));
        titles.iter().any(|title| title.contains("me"))
    });
    assert_eq!(titles.last().unwrap(), &format!("{shown} – Evenkeel"));
    window.settle();
    assert_eq!(window.app().document().unwrap().name(), name, "the name itself is as it was");
    assert!(window.has(&format!("{shown}.evenkeel")), "in the bar");
    window.ask(Command::File(FileCommand::OpenPath(path)));
    assert!(window.has(&format!("Answers in {shown}.csv")));
    window.press("Cancel");
    window.ask(Command::File(FileCommand::OpenPath(window.folder().join("\u{2066}not there"))));
    assert!(window.shows("<U+2066>not there could not be opened."));
    let all = window.query_all_by(|_| true).filter_map(|node| node.accesskit_node().label()).collect::<String>();
    assert!(!all.contains(['\u{202e}', '\u{200b}', '\u{1b}', '\u{2066}']), "{all:?}");
}

#[test]
fn the_offer_looks_like_the_other_dialogs() {
    for (dark, name) in [(false, "answers-light"), (true, "answers-dark")] {
        let setup = if dark { Setup::default().dark() } else { Setup::default() };
        let path = table(&setup, "Anna, paper.csv", TABLE);
        setup.path(path).open().picture(name);
    }
}
