//! What a person is told when a print has ended.

use super::UserMessage;
use crate::paper::Paper;
use crate::print::{PrintError, PrintOutcome, SheetSize, WhyViewer};
use crate::storage::DiskError;
use crate::t;
use crate::words::Words;

/// How a person is told about something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Announcement {
    /// Not at all, since the person knows already.
    Nothing,
    /// By a notice that disappears by itself.
    Notice(String),
    /// By a message that has to be read.
    Message(UserMessage),
}

/// How to tell a person that the print of a document for this paper has ended.
pub fn print_ended(words: &Words, outcome: &PrintOutcome, paper: Paper) -> Announcement {
    match outcome {
        PrintOutcome::Printed(None) => Announcement::Notice(t!(words, "print-done")),
        PrintOutcome::Printed(Some(sheet)) => Announcement::Message(other_paper(words, *sheet, paper)),
        PrintOutcome::Cancelled => Announcement::Nothing,
        PrintOutcome::Closed => Announcement::Notice(t!(words, "print-closed")),
        PrintOutcome::Viewed(WhyViewer::AskedFor | WhyViewer::NoDialogHere) => {
            Announcement::Notice(t!(words, "print-viewed"))
        }
        PrintOutcome::Viewed(reason) => Announcement::Message(viewed(words, reason)),
        PrintOutcome::Failed(trouble) => Announcement::Message(failed(words, trouble)),
    }
}

fn other_paper(words: &Words, chosen: SheetSize, paper: Paper) -> UserMessage {
    let whole = |millimetres: f64| format!("{millimetres:.0}");
    let meaning = t!(
        words,
        "print-other-paper-meaning",
        paper = paper_name(words, paper),
        width = whole(chosen.width),
        height = whole(chosen.height)
    );
    UserMessage::new(t!(words, "print-other-paper"), meaning, t!(words, "print-other-paper-hint"))
}

fn viewed(words: &Words, reason: &WhyViewer) -> UserMessage {
    let hint = match reason {
        WhyViewer::NoPortal(_) => t!(words, "print-viewed-hint-none"),
        WhyViewer::Silent => t!(words, "print-viewed-hint-silent"),
        _ => t!(words, "print-viewed-hint"),
    };
    UserMessage::new(t!(words, "print-no-dialog"), t!(words, "print-viewed-meaning"), hint)
        .detail(&reason_words(words, reason))
}

fn failed(words: &Words, trouble: &PrintError) -> UserMessage {
    if let PrintError::NoThread(error) = trouble {
        return super::no_thread(words, error);
    }
    let (summary, hint) = match trouble {
        PrintError::File(DiskError::NoSpace { .. }) => (t!(words, "print-no-file"), t!(words, "print-hint-space")),
        PrintError::File(DiskError::ReadOnlyFolder { .. } | DiskError::NoPermission { .. }) => {
            (t!(words, "print-no-file"), t!(words, "print-hint-permission"))
        }
        PrintError::File(_) | PrintError::NoThread(_) => (t!(words, "print-no-file"), t!(words, "print-hint-other")),
        PrintError::NoViewer { reason: WhyViewer::AskedFor | WhyViewer::NoDialogHere, .. } => {
            (t!(words, "print-no-viewer"), t!(words, "print-hint-viewer"))
        }
        PrintError::NoViewer { .. } => (t!(words, "print-no-dialog-no-viewer"), t!(words, "print-hint-viewer")),
        PrintError::NotPrinted(_) => (t!(words, "print-failed"), t!(words, "print-hint-printer")),
        PrintError::Silent => {
            return UserMessage::new(
                t!(words, "print-silent"),
                t!(words, "print-silent-meaning"),
                t!(words, "print-silent-hint"),
            )
            .detail(&trouble_words(words, trouble));
        }
    };
    UserMessage::new(summary, t!(words, "print-failed-meaning"), hint).detail(&trouble_words(words, trouble))
}

/// Why a viewer was tried, in one line.
fn reason_words(words: &Words, reason: &WhyViewer) -> String {
    match reason {
        WhyViewer::NoDialogHere => t!(words, "print-reason-none"),
        WhyViewer::AskedFor => t!(words, "print-reason-asked"),
        WhyViewer::NoPortal(what) => t!(words, "print-reason-no-portal", what = what.as_str()),
        WhyViewer::Silent => t!(words, "print-reason-silent"),
        WhyViewer::Refused(what) => t!(words, "print-reason-refused", what = what.as_str()),
    }
}

/// Why there is neither a print nor a view, in one line.
fn trouble_words(words: &Words, trouble: &PrintError) -> String {
    match trouble {
        PrintError::NoThread(error) => t!(words, "print-no-thread", what = error.to_string()),
        PrintError::File(error) => super::disk(words, error),
        PrintError::NoViewer { reason, problem } => {
            t!(words, "print-neither", reason = reason_words(words, reason), problem = problem.as_str())
        }
        PrintError::NotPrinted(what) => t!(words, "print-not-printed", what = what.as_str()),
        PrintError::Silent => t!(words, "print-no-answer"),
    }
}

/// The name of a paper.
pub fn paper_name(words: &Words, paper: Paper) -> String {
    match paper {
        Paper::A4 => t!(words, "paper-a4"),
        Paper::Letter => t!(words, "paper-letter"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn no_file(error: DiskError) -> PrintOutcome {
        PrintOutcome::Failed(PrintError::File(error))
    }

    #[test]
    fn every_failure_says_what_happened_what_it_means_and_what_to_do() {
        let path = std::path::PathBuf::from("x.pdf");
        let no_viewer =
            |reason| PrintOutcome::Failed(PrintError::NoViewer { reason, problem: "exit status: 3".to_owned() });
        for outcome in [
            PrintOutcome::Printed(Some(SheetSize::of(Paper::Letter))),
            PrintOutcome::Viewed(WhyViewer::NoPortal("no bus".to_owned())),
            PrintOutcome::Viewed(WhyViewer::Silent),
            PrintOutcome::Viewed(WhyViewer::Refused("Printing disabled".to_owned())),
            no_file(DiskError::NoSpace { path: path.clone() }),
            no_file(DiskError::ReadOnlyFolder { folder: path.clone() }),
            no_file(DiskError::BadName { path }),
            no_viewer(WhyViewer::AskedFor),
            no_viewer(WhyViewer::Silent),
            PrintOutcome::Failed(PrintError::NotPrinted("response 2".to_owned())),
            PrintOutcome::Failed(PrintError::Silent),
        ] {
            let Announcement::Message(message) = print_ended(&Words::english(), &outcome, Paper::A4) else {
                panic!("{outcome:?} is not told")
            };
            assert!(message.summary.ends_with('.'), "{message:?}");
            assert!(!message.meaning.is_empty() && !message.hint.is_empty(), "{message:?}");
            assert_eq!(message.detail.is_empty(), matches!(outcome, PrintOutcome::Printed(_)), "{message:?}");
        }
    }

    #[test]
    fn a_cancelled_dialog_is_not_mentioned() {
        assert_eq!(print_ended(&Words::english(), &PrintOutcome::Cancelled, Paper::A4), Announcement::Nothing);
    }

    #[test]
    fn another_paper_is_said_with_its_size() {
        let Announcement::Message(message) =
            print_ended(&Words::english(), &PrintOutcome::Printed(Some(SheetSize::of(Paper::Letter))), Paper::A4)
        else {
            panic!("not told")
        };
        assert!(message.meaning.contains("A4") && message.meaning.contains("216 × 279 mm"), "{}", message.meaning);
    }
}
