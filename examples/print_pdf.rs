//! `print_pdf [--letter] [--view-when-waiting] [--stay] FILE TITLE`: hands a PDF over as the window does, without a window. For
//! `tests/print/run.sh`.
//!
//! What happens goes to the error output, a line each: `waiting`, at the end `outcome: …` and what a person would be told.
//! `--stay` keeps the process for ten seconds after the end, as a window would stay. Folders are those of the app: `EVENKEEL_HOME` puts them elsewhere.

use std::sync::Arc;

use evenkeel::message::{Announcement, print_ended};
use evenkeel::paper::Paper;
use evenkeel::print::{self, PrintDesk, PrintJob};
use evenkeel::storage::{FileSystem, Folders, MAX_BYTES, RealFs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (options, words): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|a| a.starts_with("--"));
    let has = |name: &str| options.iter().any(|option| option == name);
    let [file, title] = words.as_slice() else {
        return Err("print_pdf [--letter] [--view-when-waiting] [--stay] FILE TITLE".into());
    };
    let job = PrintJob {
        title: title.clone(),
        pdf: RealFs.read(file.as_ref(), MAX_BYTES)?.into(),
        paper: if has("--letter") { Paper::Letter } else { Paper::A4 },
    };
    let desk = PrintDesk::of_this_machine(Arc::new(RealFs), Folders::of_this_machine().as_ref());
    let (instead, line) = print::viewer_switch();
    let outcome = print::hand_over(&desk, &job, None, line, &|_waiting| {
        eprintln!("waiting");
        if has("--view-when-waiting") {
            instead.open_in_viewer();
        }
    });
    eprintln!("outcome: {outcome:?}");
    match print_ended(&evenkeel::words::Words::english(), &outcome, job.paper) {
        Announcement::Nothing => {}
        Announcement::Notice(words) => eprintln!("notice: {words}"),
        Announcement::Message(m) => {
            eprintln!("message: {}\n  {}\n  {}\n  ({})", m.summary, m.meaning, m.hint, m.detail);
        }
    }
    if has("--stay") {
        std::thread::sleep(std::time::Duration::from_secs(10));
    }
    Ok(())
}
