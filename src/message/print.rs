//! What a person is told when a print has ended.

use super::UserMessage;
use crate::paper::Paper;
use crate::print::{Outcome, Reason, Sheet, Trouble};
use crate::storage::DiskError;
use crate::t;
use crate::words::Words;

/// How something is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Not at all: the person knows.
    Nothing,
    /// By a notice that goes by itself.
    Notice(String),
    /// By a message that has to be read.
    Message(UserMessage),
}

/// The end of a print of something laid out for `paper`.
pub fn print_ended(words: &Words, outcome: &Outcome, paper: Paper) -> Told {
    match outcome {
        Outcome::Printed(None) => Told::Notice(t!(words, "print-done")),
        Outcome::Printed(Some(sheet)) => Told::Message(other_paper(words, *sheet, paper)),
        Outcome::Cancelled => Told::Nothing,
        Outcome::Closed => Told::Notice(t!(words, "print-closed")),
        Outcome::Viewed(Reason::AskedFor | Reason::NoDialogHere) => Told::Notice(t!(words, "print-viewed")),
        Outcome::Viewed(reason) => Told::Message(viewed(words, reason)),
        Outcome::Failed(trouble) => Told::Message(failed(words, trouble)),
    }
}

fn other_paper(words: &Words, chosen: Sheet, paper: Paper) -> UserMessage {
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

fn viewed(words: &Words, reason: &Reason) -> UserMessage {
    let hint = match reason {
        Reason::NoPortal(_) => t!(words, "print-viewed-hint-none"),
        Reason::Silent => t!(words, "print-viewed-hint-silent"),
        _ => t!(words, "print-viewed-hint"),
    };
    UserMessage::new(t!(words, "print-no-dialog"), t!(words, "print-viewed-meaning"), hint).detail(reason)
}

fn failed(words: &Words, trouble: &Trouble) -> UserMessage {
    if let Trouble::NoThread(error) = trouble {
        return super::no_thread(words, error);
    }
    let (summary, hint) = match trouble {
        Trouble::File(DiskError::NoSpace { .. }) => (t!(words, "print-no-file"), t!(words, "print-hint-space")),
        Trouble::File(DiskError::ReadOnlyFolder { .. } | DiskError::NoPermission { .. }) => {
            (t!(words, "print-no-file"), t!(words, "print-hint-permission"))
        }
        Trouble::File(_) | Trouble::NoThread(_) => (t!(words, "print-no-file"), t!(words, "print-hint-other")),
        Trouble::NoViewer { reason: Reason::AskedFor | Reason::NoDialogHere, .. } => {
            (t!(words, "print-no-viewer"), t!(words, "print-hint-viewer"))
        }
        Trouble::NoViewer { .. } => (t!(words, "print-no-dialog-no-viewer"), t!(words, "print-hint-viewer")),
        Trouble::NotPrinted(_) => (t!(words, "print-failed"), t!(words, "print-hint-printer")),
        Trouble::Silent => {
            return UserMessage::new(
                t!(words, "print-silent"),
                t!(words, "print-silent-meaning"),
                t!(words, "print-silent-hint"),
            )
            .detail(trouble);
        }
    };
    UserMessage::new(summary, t!(words, "print-failed-meaning"), hint).detail(trouble)
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

    fn no_file(error: DiskError) -> Outcome {
        Outcome::Failed(Trouble::File(error))
    }

    #[test]
    fn every_failure_says_what_happened_what_it_means_and_what_to_do() {
        let path = std::path::PathBuf::from("x.pdf");
        let no_viewer = |reason| Outcome::Failed(Trouble::NoViewer { reason, problem: "exit status: 3".to_owned() });
        for outcome in [
            Outcome::Printed(Some(Sheet::of(Paper::Letter))),
            Outcome::Viewed(Reason::NoPortal("no bus".to_owned())),
            Outcome::Viewed(Reason::Silent),
            Outcome::Viewed(Reason::Refused("Printing disabled".to_owned())),
            no_file(DiskError::NoSpace { path: path.clone() }),
            no_file(DiskError::ReadOnlyFolder { folder: path.clone() }),
            no_file(DiskError::BadName { path }),
            no_viewer(Reason::AskedFor),
            no_viewer(Reason::Silent),
            Outcome::Failed(Trouble::NotPrinted("response 2".to_owned())),
            Outcome::Failed(Trouble::Silent),
        ] {
            let Told::Message(message) = print_ended(&Words::english(), &outcome, Paper::A4) else {
                panic!("{outcome:?} is not told")
            };
            assert!(message.summary.ends_with('.'), "{message:?}");
            assert!(!message.meaning.is_empty() && !message.hint.is_empty(), "{message:?}");
            assert_eq!(message.detail.is_empty(), matches!(outcome, Outcome::Printed(_)), "{message:?}");
        }
    }

    #[test]
    fn a_cancelled_dialog_is_not_mentioned() {
        assert_eq!(print_ended(&Words::english(), &Outcome::Cancelled, Paper::A4), Told::Nothing);
    }

    #[test]
    fn another_paper_is_said_with_its_size() {
        let Told::Message(message) =
            print_ended(&Words::english(), &Outcome::Printed(Some(Sheet::of(Paper::Letter))), Paper::A4)
        else {
            panic!("not told")
        };
        assert!(message.meaning.contains("A4") && message.meaning.contains("216 × 279 mm"), "{}", message.meaning);
    }
}
