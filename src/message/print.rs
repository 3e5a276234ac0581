//! What a person is told when a print has ended.

use super::UserMessage;
use crate::paper::Paper;
use crate::print::{Outcome, Reason, Sheet, Trouble};
use crate::storage::DiskError;
use crate::t;

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
pub fn print_ended(outcome: &Outcome, paper: Paper) -> Told {
    match outcome {
        Outcome::Printed(None) => Told::Notice(t!("print-done")),
        Outcome::Printed(Some(sheet)) => Told::Message(other_paper(*sheet, paper)),
        Outcome::Cancelled => Told::Nothing,
        Outcome::Closed => Told::Notice(t!("print-closed")),
        Outcome::Viewed(Reason::AskedFor | Reason::NoDialogHere) => Told::Notice(t!("print-viewed")),
        Outcome::Viewed(reason) => Told::Message(viewed(reason)),
        Outcome::Failed(trouble) => Told::Message(failed(trouble)),
    }
}

fn other_paper(chosen: Sheet, paper: Paper) -> UserMessage {
    let whole = |millimetres: f64| format!("{millimetres:.0}");
    let meaning = t!(
        "print-other-paper-meaning",
        paper = paper_name(paper),
        width = whole(chosen.width),
        height = whole(chosen.height)
    );
    UserMessage::new(t!("print-other-paper"), meaning, t!("print-other-paper-hint"))
}

fn viewed(reason: &Reason) -> UserMessage {
    let hint = match reason {
        Reason::NoPortal(_) => t!("print-viewed-hint-none"),
        Reason::Silent => t!("print-viewed-hint-silent"),
        _ => t!("print-viewed-hint"),
    };
    UserMessage::new(t!("print-no-dialog"), t!("print-viewed-meaning"), hint).detail(reason)
}

fn failed(trouble: &Trouble) -> UserMessage {
    if let Trouble::NoThread(error) = trouble {
        return super::no_thread(error);
    }
    let (summary, hint) = match trouble {
        Trouble::File(DiskError::NoSpace { .. }) => (t!("print-no-file"), t!("print-hint-space")),
        Trouble::File(DiskError::ReadOnlyFolder { .. } | DiskError::NoPermission { .. }) => {
            (t!("print-no-file"), t!("print-hint-permission"))
        }
        Trouble::File(_) | Trouble::NoThread(_) => (t!("print-no-file"), t!("print-hint-other")),
        Trouble::NoViewer { reason: Reason::AskedFor | Reason::NoDialogHere, .. } => {
            (t!("print-no-viewer"), t!("print-hint-viewer"))
        }
        Trouble::NoViewer { .. } => (t!("print-no-dialog-no-viewer"), t!("print-hint-viewer")),
        Trouble::NotPrinted(_) => (t!("print-failed"), t!("print-hint-printer")),
        Trouble::Silent => {
            return UserMessage::new(t!("print-silent"), t!("print-silent-meaning"), t!("print-silent-hint"))
                .detail(trouble);
        }
    };
    UserMessage::new(summary, t!("print-failed-meaning"), hint).detail(trouble)
}

/// The name of a paper.
pub fn paper_name(paper: Paper) -> String {
    match paper {
        Paper::A4 => t!("paper-a4"),
        Paper::Letter => t!("paper-letter"),
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
            let Told::Message(message) = print_ended(&outcome, Paper::A4) else { panic!("{outcome:?} is not told") };
            assert!(message.summary.ends_with('.'), "{message:?}");
            assert!(!message.meaning.is_empty() && !message.hint.is_empty(), "{message:?}");
            assert_eq!(message.detail.is_empty(), matches!(outcome, Outcome::Printed(_)), "{message:?}");
        }
    }

    #[test]
    fn a_cancelled_dialog_is_not_mentioned() {
        assert_eq!(print_ended(&Outcome::Cancelled, Paper::A4), Told::Nothing);
    }

    #[test]
    fn another_paper_is_said_with_its_size() {
        let Told::Message(message) = print_ended(&Outcome::Printed(Some(Sheet::of(Paper::Letter))), Paper::A4) else {
            panic!("not told")
        };
        assert!(message.meaning.contains("A4") && message.meaning.contains("216 × 279 mm"), "{}", message.meaning);
    }
}
