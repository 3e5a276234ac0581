//! The print preview, charts as files, and reports as PDF from the window.

use std::fs;

use egui::accesskit::Role;
use egui::{Key, Modifiers, OutputCommand};
use egui_kittest::kittest::Queryable as _;
use evenkeel::app::command::{ReportChange, ReportPage, WorkedExample};
use evenkeel::app::{
    AuditCommand, Command, FileCommand, HistoryCommand, PrintCommand, ReportCommand, Screen, SettingsCommand,
};
use evenkeel::paper::Paper;
use evenkeel::print::{PrintError, PrintOutcome};
use evenkeel::profile::Form;
use evenkeel::storage::{Folders, RealFs, Settings};
use evenkeel::typeset::Limits;

use crate::report::{longest, text, worked_example};
use crate::support::sample;
use crate::support::window::{Setup, Window, put};

/// The preview of the worked example.
fn preview(setup: Setup) -> Window {
    let setup = setup.profile("example.evenkeel", &worked_example());
    open(setup)
}

fn open(setup: Setup) -> Window {
    let mut window = setup.open();
    window.keys(Modifiers::COMMAND, Key::P);
    assert_eq!(window.app().screen(), Screen::Print);
    window
}

fn saved(window: &mut Window, name: &str) -> Vec<u8> {
    let path = window.folder().join(name);
    window.answer(Some(path.clone()));
    window.press("Save PDF…");
    fs::read(path).unwrap()
}

#[test]
fn the_pages_that_print_are_shown() {
    let window = preview(Setup::default());
    assert!(window.shows("4 pages, A4"));
    assert!(window.has("Page 1 of 4") && window.has("Page 4 of 4"));
}

/// A quick audit asks neither for situations nor for signs: a page that only says so is not proposed, and can be had.
#[test]
fn a_page_about_what_was_not_asked_is_not_proposed() {
    let mut window = open(Setup::default().profile("quick.evenkeel", &sample::only(["333"; 8])));
    assert!(window.shows("3 pages, A4"));
    window.press("Under pressure, and signs");
    assert!(window.shows("4 pages, A4"));
    window.key(Key::Escape);
    window.keys(Modifiers::COMMAND, Key::P);
    assert!(window.shows("4 pages, A4"), "it stays as it was chosen");
    window.key(Key::Escape);
    window.ask(Command::Audit(AuditCommand::SetUp(Form::Quick)));
    window.press_like("Start, about");
    window.keys(Modifiers::COMMAND, Key::P);
    assert!(window.shows("3 pages, A4"), "another audit proposes its own pages");
}

#[test]
fn without_an_audit_there_is_nothing_to_print() {
    let mut window = Setup::default().open();
    window.keys(Modifiers::COMMAND, Key::P);
    assert_eq!(window.app().screen(), Screen::Home);
}

#[test]
fn escape_goes_back_to_where_one_was() {
    let mut window = Setup::default().profile("example.evenkeel", &worked_example()).open();
    window.press("Result");
    window.press("Print…");
    assert_eq!(window.app().screen(), Screen::Print);
    window.key(Key::Escape);
    assert_eq!(window.app().screen(), Screen::Result);
}

#[test]
fn escape_closes_what_is_on_top_first() {
    let lost = PrintOutcome::Failed(PrintError::NotPrinted("response 2".to_owned()));
    let mut window = preview(Setup::default().print(lost));
    window.ask(Command::Print(PrintCommand::Now));
    window.wait_for("the print to end", |app| !app.is_printing());
    assert!(window.has("The system did not print the report."));
    window.key(Key::Escape);
    assert!(!window.has("The system did not print the report."));
    assert_eq!(window.app().screen(), Screen::Print);
    window.key(Key::Escape);
    assert_eq!(window.app().screen(), Screen::Result);
}

#[test]
fn what_is_chosen_is_on_the_pages() {
    let mut window = preview(Setup::default());
    let all = text(&saved(&mut window, "all.pdf"));
    assert!(all.contains("Sample person") && all.contains("Facet by facet"));
    window.press("With your name");
    window.press("Facet by facet");
    window.press("The answers");
    window.press("Paper: Letter");
    window.press("Colour: Greyscale");
    assert!(window.shows("Letter"));
    let some = saved(&mut window, "some.pdf");
    let words = text(&some);
    assert!(!words.contains("Sample person") && !words.contains("Facet by facet"));
    assert!(words.contains("When we began a task, I said why"));
    let size = crate::report::said("pdfinfo", &[], &some);
    assert!(size.contains("612 x 792 pts (letter)"), "{size}");
}

#[test]
fn paper_and_colour_are_kept() {
    let mut window = preview(Setup::default());
    window.press("Paper: Letter");
    window.press("Colour: Greyscale");
    let folders = Folders::within(&window.folder().join("own"));
    let settings = Settings::load(&RealFs, &folders.settings_file()).0;
    assert_eq!((settings.paper, settings.greyscale), (Some(Paper::Letter), true));
}

#[test]
fn the_last_page_stays() {
    let mut window = preview(Setup::default());
    for page in ["Summary and radar", "Facet by facet", "Under pressure, and signs", "How the numbers are made"] {
        window.press(page);
    }
    assert!(window.shows("One page"), "a report without pages is none");
}

#[test]
fn an_earlier_audit_is_laid_over_the_radar() {
    let mut window = preview(Setup::default());
    window.get_by_role_and_label(Role::ComboBox, "Earlier audit on the radar").click_accesskit();
    window.settle();
    window.press_like("19 Feb 2026");
    assert!(text(&saved(&mut window, "over.pdf")).contains("Audit of 19 Feb 2026"));
}

#[test]
fn undo_while_it_is_open_shows_on_the_pages() {
    let instrument = crate::support::instrument();
    let mut window = open(Setup::default().profile("one.evenkeel", &sample::profile([sample::mockup(&instrument)])));
    let audit = window.app().document().unwrap().profile().latest().unwrap().id.clone();
    let role = evenkeel::profile::AuditEdit::SetRole("Harbour master".to_owned());
    window.state_mut().ask_for(Command::Edit(evenkeel::profile::Edit::Audit(audit, role)));
    window.settle();
    assert!(text(&saved(&mut window, "new.pdf")).contains("Harbour master"));
    window.keys(Modifiers::COMMAND, Key::Z);
    assert!(text(&saved(&mut window, "old.pdf")).contains("Team lead, logistics"));
}

#[test]
fn a_template_of_ones_own_is_used_and_a_broken_one_is_told() {
    let mut window = preview(Setup::default());
    let path = window.folder().join("own.typ");
    put(&path, b"#let data = json(\"data.json\")\n#set document(title: data.title)\n#set text(font: data.fonts)\nOf my own: #data.summary.sentence");
    window.answer(Some(path.clone()));
    window.press("Use another…");
    assert!(window.has("own.typ"));
    assert!(text(&saved(&mut window, "own.pdf")).contains("Of my own: You take the chances to lead"));
    put(&path, b"#nothing");
    window.answer(Some(path));
    window.press("Use another…");
    assert!(window.shows("The template does not work.") && window.shows("own.typ, line 1, column 2"));
    assert!(text(&saved(&mut window, "built-in.pdf")).contains("Facet by facet"), "the built-in one is used");
    window.press("Use Evenkeel’s own");
    assert!(!window.shows("The template does not work."));
}

#[test]
fn a_place_where_nothing_can_be_written_is_told() {
    let mut window = preview(Setup::default());
    window.answer(Some(window.folder().join("nowhere/report.pdf")));
    window.press("Save PDF…");
    assert!(window.shows("report.pdf could not be written.") && window.shows("Nothing was half written"));
}

#[test]
fn a_name_without_an_ending_replaces_nothing() {
    let mut window = preview(Setup::default());
    let there = window.folder().join("report.pdf");
    put(&there, b"mine");
    window.answer(Some(window.folder().join("report")));
    window.press("Save PDF…");
    assert_eq!(fs::read(there).unwrap(), b"mine");
    assert!(window.shows("could not be written"));
}

#[test]
fn a_chart_is_saved_as_it_is_on_screen() {
    let mut window = Setup::default().profile("example.evenkeel", &worked_example()).open();
    window.press("Result");
    let save = |window: &mut Window, what: &str, name: &str| {
        let path = window.folder().join(name);
        window.answer(Some(path.clone()));
        window.press("Charts as files and on paper");
        window.press(what);
        fs::read(path).unwrap()
    };
    let svg = String::from_utf8(save(&mut window, "Save radar…", "radar.svg")).unwrap();
    assert!(svg.contains("My role") && !svg.contains("Audit of"));
    window.press_like("Earlier audit");
    let svg = String::from_utf8(save(&mut window, "Save radar…", "with.svg")).unwrap();
    assert!(svg.contains("Audit of 20 Aug 2026"), "the newest earlier one");
    let svg = String::from_utf8(save(&mut window, "Save dot chart…", "dots.svg")).unwrap();
    assert!(svg.contains("asks 1.2 more") && !svg.contains("Audit of"));
    assert!(save(&mut window, "Save dot chart…", "dots.png").starts_with(b"\x89PNG"));
}

#[test]
fn a_chart_is_copied_as_a_picture() {
    let mut window = Setup::default().profile("example.evenkeel", &worked_example()).open();
    window.press("Result");
    window.press("Charts as files and on paper");
    window.get_by_label("Copy radar").click_accesskit();
    window.step();
    let copied = |window: &Window| {
        window
            .output()
            .platform_output
            .commands
            .iter()
            .any(|c| matches!(c, OutputCommand::CopyImage(image) if image.width() > 1000))
    };
    let mut found = copied(&window);
    for _ in 0..4 {
        if !found {
            window.step();
            found = copied(&window);
        }
    }
    assert!(found);
}

#[test]
fn a_chart_prints_with_its_table_on_one_page() {
    let mut window = Setup::default().profile("example.evenkeel", &worked_example()).open();
    window.press("Result");
    window.press("Charts as files and on paper");
    window.press("Print charts…");
    assert!(window.shows("One page"));
    assert!(text(&saved(&mut window, "chart.pdf")).contains("asks 1.2 more"));
    // Print… from the bar is the whole report again.
    window.key(Key::Escape);
    window.press("Print…");
    assert!(window.shows("4 pages"));
}

#[test]
fn screens_of_the_preview() {
    preview(Setup::default()).picture("print");
    preview(Setup::default().dark()).picture("print-dark");
    preview(Setup::default().size(900.0, 600.0)).picture("print-900");
    preview(Setup::default().text(200)).picture("print-200");
    let mut long = open(Setup::default().profile("long.evenkeel", &longest()));
    long.press("The answers");
    long.press("Zoom: Page width");
    long.picture("print-long");
    let mut broken = preview(Setup::default());
    put(&broken.folder().join("own.typ"), b"#nothing");
    broken.answer(Some(broken.folder().join("own.typ")));
    broken.press("Use another…");
    broken.picture("print-broken-template");
}

/// The PDF that was handed to the printer last.
fn last(window: &Window) -> Vec<u8> {
    window.printed().last().map(|job| job.pdf.to_vec()).unwrap_or_default()
}

/// What can be chosen for the report, each a change of what is printed.
fn every_choice(window: &Window) -> Vec<(&'static str, Command)> {
    let first = window.app().document().unwrap().profile().audits.first().unwrap().id.clone();
    let report = |change| Command::Report(ReportCommand::Change(change));
    vec![
        ("an edit", Command::Edit(evenkeel::profile::Edit::SetPerson("Somebody else".to_owned()))),
        ("undo", Command::History(HistoryCommand::Undo)),
        ("name", report(ReportChange::Name(false))),
        ("greyscale", report(ReportChange::Greyscale(true))),
        ("paper", report(ReportChange::Paper(Paper::Letter))),
        ("another page", report(ReportChange::Page(ReportPage::Answers, true))),
        ("a page less", report(ReportChange::Page(ReportPage::Facets, false))),
        ("an earlier audit", report(ReportChange::Earlier(Some(first)))),
        ("confidence", Command::Settings(SettingsCommand::Confidence(evenkeel::scoring::Confidence::P95))),
        ("pages about a role", Command::Report(ReportCommand::ShowRoles(vec!["operations-manager".into()]))),
    ]
}

fn two_audits() -> evenkeel::profile::Profile {
    let mut profile = worked_example();
    let mut later = profile.audits[0].as_ref().clone();
    later.id = "0d3c2b1a-0908-4b7a-9e0d-5d1fb92c6e00".into();
    later
        .answers
        .items
        .values_mut()
        .for_each(|answer| *answer = evenkeel::profile::Answer::Rated(crate::support::rating(4)));
    profile.audits.push(std::sync::Arc::new(later));
    profile
}

#[test]
fn what_is_printed_and_saved_is_what_the_choices_say_however_fast_one_presses() {
    let setup = Setup::default().profile("two.evenkeel", &two_audits());
    let mut setup = setup;
    for _ in 0..40 {
        setup = setup.print(PrintOutcome::Cancelled);
    }
    let mut window = setup.open();
    window.press("Result");
    window.ask(Command::Edit(evenkeel::profile::Edit::SetPerson("Dana Example".to_owned())));
    window.press("Print…");
    window.ask(Command::Print(PrintCommand::Now));
    let mut before = last(&window);
    for (what, choice) in every_choice(&window) {
        // Both in one frame: the new pages are still to be laid out.
        window.state_mut().ask_for(choice.clone());
        window.state_mut().ask_for(Command::Print(PrintCommand::Now));
        window.step();
        window.settle();
        let printed = last(&window);
        assert!(printed != before, "{what}: the pages of before went to the printer");
        window.ask(Command::Print(PrintCommand::Now));
        assert!(last(&window) == printed, "{what}: other pages than those that are shown");
        before = printed;
    }
    // The same for the file.
    for (what, on) in [("with the name", true), ("without", false)] {
        let path = window.folder().join(format!("{what}.pdf"));
        window.state_mut().ask_for(Command::Report(ReportCommand::Change(ReportChange::Name(on))));
        window.answer(Some(path.clone()));
        window.state_mut().ask_for(Command::Print(PrintCommand::SavePdf));
        window.step();
        window.settle();
        window.ask(Command::Print(PrintCommand::Now));
        assert!(std::fs::read(&path).unwrap() == last(&window), "{what}");
    }
}

#[test]
fn leaving_the_preview_before_the_pages_are_ready_prints_nothing() {
    let mut window = preview(Setup::default().print(PrintOutcome::Cancelled));
    window.state_mut().ask_for(Command::Report(ReportCommand::Change(ReportChange::Name(false))));
    window.state_mut().ask_for(Command::Print(PrintCommand::Now));
    window.state_mut().ask_for(Command::Report(ReportCommand::Leave));
    window.step();
    window.settle();
    assert!(last(&window).is_empty());
}

#[test]
fn a_template_that_never_ends_is_left_and_said_and_the_window_lives() {
    let setup = Setup::default().limits(Limits { time: std::time::Duration::from_secs(2), ..Limits::default() });
    let template = setup.folder().join("endless.typ");
    put(&template, b"#for a in range(30000) { for b in range(30000) { let c = a + b } }");
    let mut window = preview(setup);
    window.ask(Command::Report(ReportCommand::UseTemplate(template)));
    assert!(window.shows("it took longer than 2 s, so it was ended"));
    window.look("print-endless-template");
    window.ask(Command::Print(PrintCommand::Now));
    assert_eq!(window.app().screen(), Screen::Print, "the built-in pages are there");
}

/// A press while a template is still being read prints that template's pages, not those of the one before.
#[test]
fn a_template_that_is_being_read_is_waited_for() {
    let mut window = preview(Setup::default().print(PrintOutcome::Cancelled));
    let path = window.folder().join("own.typ");
    put(
        &path,
        b"#let data = json(\"data.json\")\n#set document(title: data.title)\n#set text(font: data.fonts)\nOf my own",
    );
    window.state_mut().ask_for(Command::Report(ReportCommand::UseTemplate(path)));
    window.state_mut().ask_for(Command::Print(PrintCommand::Now));
    window.step();
    window.settle();
    assert!(text(&last(&window)).contains("Of my own"));
}

/// A press that waits for a template that turns out broken: nobody has seen the pages that came instead.
#[test]
fn a_broken_template_prints_nothing_until_its_substitute_was_seen() {
    let mut window = preview(Setup::default().print(PrintOutcome::Cancelled));
    let path = window.folder().join("own.typ");
    put(&path, b"#nothing");
    window.state_mut().ask_for(Command::Report(ReportCommand::UseTemplate(path)));
    window.state_mut().ask_for(Command::Print(PrintCommand::Now));
    window.step();
    window.settle();
    assert!(window.printed().is_empty() && window.shows("Nothing was printed or saved."));
    window.key(Key::Escape);
    window.ask(Command::Print(PrintCommand::Now));
    assert!(text(&last(&window)).contains("Facet by facet"));
}

/// A file is named for one profile; before the name comes back, another one is open.
#[test]
fn a_file_named_for_one_profile_never_gets_another_one() {
    let mut window = preview(Setup::default());
    let path = window.folder().join("report.pdf");
    window.answer(Some(path.clone()));
    window.state_mut().ask_for(Command::Print(PrintCommand::SavePdf));
    window.state_mut().ask_for(Command::File(FileCommand::OpenExample(WorkedExample::Lead)));
    window.step();
    window.settle();
    assert!(!path.exists() && window.shows("a profile that is not open any more"));
}
