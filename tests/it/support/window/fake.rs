//! The world outside a window of a test.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::mpsc::Sender;

use eframe::Frame;
use eframe::egui::Context;
use evenkeel::app::system::{Ask, Done, System};
use jiff::Timestamp;

/// What time it is in these windows.
pub const NOW: &str = "2026-11-19T15:12:00Z";

/// What the file dialogs answer, one after the other; `None` is a cancelled one. Where nothing is left, the system has none.
pub type Answers = Rc<RefCell<VecDeque<Option<PathBuf>>>>;

/// The world outside: it is always the same moment, and dialogs answer at once.
pub struct Fake {
    pub answers: Answers,
}

impl System for Fake {
    fn now(&self) -> Timestamp {
        NOW.parse().unwrap()
    }

    fn ask(&self, ask: Ask, _frame: &Frame, answer: Sender<Done>, ctx: &Context) {
        let done = match self.answers.borrow_mut().pop_front() {
            Some(picked) => Done::Picked(ask.purpose, picked),
            None => Done::NoDialog(ask),
        };
        answer.send(done).unwrap();
        ctx.request_repaint();
    }
}

/// A file as it lies there before the window comes.
#[expect(clippy::disallowed_methods, reason = "tests lay out files of their own")]
pub fn put(path: &Path, bytes: &[u8]) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

#[expect(clippy::disallowed_methods, reason = "tests clean up what an earlier run left")]
pub fn remove(folder: &Path) {
    std::fs::remove_dir_all(folder).unwrap();
}
