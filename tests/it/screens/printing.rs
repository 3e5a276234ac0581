//! What the window says around the system's print dialog.

use egui_kittest::kittest::Queryable as _;
use evenkeel::app::{Command, PrintCommand};
use evenkeel::paper::Paper;
use evenkeel::print::{PrintError, PrintJob, PrintOutcome, WhyViewer};

use crate::support::window::{Setup, Window};

fn job() -> Command {
    Command::Print(PrintCommand::HandOver(PrintJob {
        title: "Report".to_owned(),
        pdf: b"%PDF".as_slice().into(),
        paper: Paper::A4,
    }))
}

fn print(outcome: PrintOutcome) -> Window {
    let mut window = Setup::default().print(outcome).open();
    window.ask(job());
    window.wait_for("the print to end", |app| !app.is_printing());
    window
}

#[test]
fn a_cancelled_print_is_not_mentioned() {
    let window = print(PrintOutcome::Cancelled);
    assert!(!window.shows("print") && !window.has("Close"));
}

#[test]
fn a_print_and_a_closed_dialog_are_noticed() {
    assert!(print(PrintOutcome::Printed(None)).has("Handed over for printing"));
    assert!(print(PrintOutcome::Closed).has("The print dialog is gone, and nothing was printed"));
    assert!(print(PrintOutcome::Viewed(WhyViewer::NoDialogHere)).has("Opened in your PDF viewer: print from there"));
}

#[test]
fn a_failure_is_a_message_that_says_what_to_do() {
    let mut window = print(PrintOutcome::Failed(PrintError::NotPrinted("response 2".to_owned())));
    assert!(window.has("The system did not print the report."));
    assert!(window.shows("Is the printer switched on"));
    window.press("Close");
    assert!(!window.has("The system did not print the report."));
    assert!(print(PrintOutcome::Viewed(WhyViewer::Silent)).has("The system’s print dialog did not come."));
}

#[test]
fn the_window_goes_on_while_the_dialog_is_open_and_offers_the_viewer() {
    let mut window = Setup::default().open();
    window.ask(job());
    assert!(window.app().is_printing() && !window.app().is_busy());
    assert!(window.has("No print dialog to be seen?"));
    window.look("print-offer");
    // One at a time.
    window.ask(job());
    assert!(window.has("The print dialog is still open."));
    window.press("Settings");
    window.press("Open the PDF instead");
    window.wait_for("the viewer", |app| !app.is_printing());
    assert!(window.has("Opened in your PDF viewer: print from there"));
    assert!(!window.has("No print dialog to be seen?"));
}

#[test]
fn a_dialog_is_as_high_as_it_needs_whatever_was_shown_before() {
    let long = || PrintOutcome::Failed(PrintError::NotPrinted("what the system said. ".repeat(30)));
    let place = |window: &Window| window.get_by_label("Close").rect();
    let alone = place(&print(long()));
    let mut window = Setup::default().print(PrintOutcome::Viewed(WhyViewer::Silent)).print(long()).open();
    window.ask(job());
    window.wait_for("the viewer", |app| !app.is_printing());
    assert!(place(&window).bottom() < alone.bottom() - 20.0);
    window.press("Close");
    window.ask(job());
    window.wait_for("the print to end", |app| !app.is_printing());
    assert_eq!(place(&window), alone);
    let short = print(PrintOutcome::Failed(PrintError::NotPrinted("response 2".to_owned())));
    let gap = place(&short).top() - short.get_by_label_contains("response 2").rect().bottom();
    assert!((8.0..48.0).contains(&gap), "{gap} between the last words and the answers");
}
